"""What a template may say: the filters, tests and functions, by the Spanish names that a pack uses.

Functions: `hoy` (the day), `corte.nombre`, `corte.tratamiento`, `plazo("id").vence` (a day; `.vence_hora` is the
moment, known only of a term in hours whose notice has its hour), `causas`, `criterio("id")`,
`documentos`, `abogado`, `genero(hombre=, mujer=, neutro=)` (by the fact `sexo`, whole
phrases), `cita("norma")` (its verbatim sentence, cited), `nota("…")` (prints nothing: tells who reviews),
`falta("id", "what")` (a blank that no fact can fill: the lawyer must write it).
Filters: see `Vocabulary.filters`. Every filter gives an unknown back unchanged, so that it prints as a blank.
Tests: `sabido`, `cierto`, `falso`, `uno_de("a", "b")`, `menor_de(18)`, `antes_de(fecha)`, `con_hora`; each is plainly false
for an unknown.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol, cast, runtime_checkable

from konbit.law.near import did_you_mean
from konbit.law.partial import PartialDate
from konbit.law.run import dotted
from konbit.papers.writ.blocks import Tongue, ToVerify
from konbit.papers.writ.context import Country, Norm, WritContext
from konbit.papers.writ.literal import NEWLINE, PLACE_CLOSE, PLACE_OPEN, decoded, encoded
from konbit.papers.writ.unknown import Row, Unknown
from konbit.tongues.dates import date_in_words_es, partial_date_text
from konbit.tongues.joining import join_list
from konbit.tongues.numbers import cardinal, number_text, pesos_text

_DEADLINE: dict[str, str] = dict.fromkeys(
    ("inicio", "vence", "alternativo", "inicio_alternativo", "presentar_hasta", "vence_hora"), ""
)


class VocabularyError(Exception):
    """A template that uses a word of the vocabulary wrongly; `template` has `{named}` fields."""

    def __init__(self, template: str, **fields: object) -> None:
        self.template, self.fields = template, fields
        super().__init__(template)


class Choice(str):
    """A choice of a fact: an id of the pack, never printed as it is."""

    __slots__ = ()


@runtime_checkable
class _Written(Protocol):
    @property
    def text(self) -> str: ...


class Vocabulary:
    """The words for one rendering; it remembers which norms were cited and what is to be verified."""

    def __init__(self, context: WritContext, tongue: Tongue) -> None:
        self._context = context
        self._tongue = tongue
        self.norms: dict[str, None] = {}
        self.verify: dict[str, ToVerify] = {}
        self.asked: dict[str, str] = {}
        self.facts: dict[str, object] = {
            name: self._value(name, context.values[name]) if name in context.values else Unknown(name)
            for name in {**context.labels, **context.values}
        }

    def globals(self) -> dict[str, object]:
        """Facts and functions by name. Raises VocabularyError when a fact has the name of a function."""
        context = self._context
        court = context.court and {
            "nombre": encoded(context.court.name),
            "tratamiento": context.court.address,
        }
        words: dict[str, object] = {
            "hoy": context.today,
            "corte": Row(court, {}) if court else Unknown("tribunal"),
            "plazo": self._deadline,
            "causas": context.causes,
            "criterio": self._criterion,
            "documentos": tuple(encoded(title) for title in context.documents),
            "abogado": encoded(context.lawyer) if context.lawyer else Unknown("abogado_nombre"),
            "genero": self._gender,
            "cita": self._quoted,
            "nota": self._noted,
            "falta": self._asked_for,
        }
        both = sorted(words.keys() & self.facts.keys())
        if both:
            raise VocabularyError(
                "«{name}» es a la vez un hecho y una palabra de las plantillas", name=both[0]
            )
        return {**self.facts, **words}

    def filters(self) -> dict[str, Callable[..., object]]:
        """By name; in the comments, what goes in and what comes out."""
        plain: dict[str, Callable[..., object]] = {
            "fecha": self._date,  # a day -> "1 de agosto de 2024"; a month -> "agosto de 2024"
            "el_dia": self._on_date,  # "el 1 de agosto de 2024", "en agosto de 2024", "en 2024"
            "con_articulo": self._with_article,  # "el 1 de agosto de 2024", "agosto de 2024": after "desde"
            "el_dia_y_hora": self._on_moment,  # "el 1 de agosto de 2024, a las 13:15 horas"; the day alone without an hour
            "hora": self._hour,  # a moment -> "13:15 horas"; in Creole "13:15"
            "fecha_en_letras": lambda day: date_in_words_es(_day(day)),
            "meses_hasta": lambda start, end: _months_between(_day(start), _day(end)),
            "mas_meses": lambda day, months: _months_later(_day(day), months),
            "dias_hasta": lambda start, end: (_day(end) - _day(start)).days,
            "cifra": self._counted,  # 27 -> "veintisiete (27)"; in Creole "27"
            "numero": number_text,
            "pesos": pesos_text,
            "mayusculas": lambda text: encoded(decoded(text).upper()),
            "parrafos": lambda text: tuple(
                part.strip(" ") for part in text.split(NEWLINE) if part.strip(" ")
            ),
            "inicial": _capitalised,  # "el 1 de agosto" -> "El 1 de agosto", also of what a macro gives
            "de": lambda name: (
                "del" if _with_el(name) else "de"
            ),  # "el Registro Civil" -> "del", before `sin_el`
            "sin_el": lambda name: name[3:] if _with_el(name) else name,
            "oracion": _sentence,  # adds the full stop that is missing
            "run": _run,
            "elige": _chosen,  # a choice -> the phrase given for its id
            "nombre_de": self._choice_name,  # a choice or an id -> the pack's own label for it
            "gentilicio": lambda code: (
                self._country(code).feminine
            ),  # HTI -> "haitiana", for "de nacionalidad …"
            "gentilicio_m": lambda code: self._people(code, self._country(code).masculine),
            "pais": lambda code: encoded(self._country(code).name),
            "cuantos": lambda items: len(items),
            "menores": lambda rows, fact, years: tuple(r for r in rows if self._younger(r[fact], years)),
            "nombres_de": lambda rows, fact: tuple(_word(row[fact]) for row in rows),
            "donde": _where,  # items whose fact is known and one of the values
        }
        whole: dict[str, Callable[..., object]] = {
            "enumera": lambda items: join_list([_word(item) for item in items], self._tongue),
            "segun": self._cited,  # the text as it is, citing norms by id
            "por_verificar": self._to_verify,  # the text as it is; a note for the lawyer, not printed
        }
        return {name: _unless_unknown(name, function) for name, function in plain.items()} | whole

    def tests(self) -> dict[str, Callable[..., bool]]:
        """By name."""
        return {
            "sabido": lambda value: not isinstance(value, Unknown),
            "cierto": lambda value: value is True,
            "falso": lambda value: value is False,
            "uno_de": lambda value, *ids: not isinstance(value, Unknown) and value in ids,
            "menor_de": lambda value, years: self._younger(value, years),
            "antes_de": _surely_before,
            "con_hora": lambda value: isinstance(value, datetime),
        }

    def _value(self, name: str, value: object) -> object:
        match value:
            case None:
                return Unknown(name)
            case str() if name in self._context.choices:
                return Choice(value)
            case str():
                return encoded(value)
            case bool() | int() | float() | Decimal() | date() | PartialDate():
                return value
            case Mapping():
                row = cast("Mapping[str, object]", value)
                return Row({key: self._value(key, each) for key, each in row.items()}, self._context.labels)
            case list() | tuple() | set() | frozenset():
                items = cast("Sequence[object]", value)
                return tuple(self._value(name, each) for each in items)
            case _Written():
                return PartialDate.parse(value.text)
            case _:
                raise VocabularyError("el hecho «{name}» no es un dato simple", name=name)

    def _deadline(self, id: str) -> object:
        found = self._context.deadlines.get(id)
        return Row(found, _DEADLINE) if found else Unknown(f"plazo.{id}")

    def _criterion(self, id: str) -> str:
        return self._context.criteria.get(id, "desconocido")

    def _gender(self, *, hombre: str, mujer: str, neutro: str) -> str:
        sex = self._context.values.get("sexo")
        return mujer if sex == "mujer" else hombre if sex == "hombre" else neutro

    def _date(self, value: object) -> str:
        day = _partial(value)
        year, month, number = (*(int(part) for part in day.text.split("-")), None, None)[:3]
        return partial_date_text(cast("int", year), month, number, self._tongue)

    def _on_date(self, value: object) -> str:
        words = self._date(value)
        if self._tongue == "ht":
            return words if _partial(value).exact else f"nan {words}"
        return f"el {words}" if _partial(value).exact else f"en {words}"

    def _on_moment(self, value: object) -> str:
        words = self._on_date(value)
        if not isinstance(value, datetime):
            return words
        at = "a las" if self._tongue == "es" else "a"
        return f"{words}, {at} {self._hour(value)}"

    def _hour(self, value: object) -> str:
        if not isinstance(value, datetime):
            raise ValueError("no tiene hora: pregunte antes «con_hora»")
        return f"{value:%H:%M} horas" if self._tongue == "es" else f"{value:%H:%M}"

    def _with_article(self, value: object) -> str:
        words = self._date(value)
        return f"el {words}" if self._tongue == "es" and _partial(value).exact else words

    def _counted(self, number: int) -> str:
        return (
            f"{cardinal(number, 'masculino')} ({number_text(number)})"
            if self._tongue == "es"
            else number_text(number)
        )

    def _choice_name(self, id: str, fact: str) -> str:
        return encoded(self._context.choices.get(fact, {}).get(decoded(id), decoded(id)))

    def _people(self, code: str, word: str) -> str:
        """Some countries have no word for their people in the table: "de nacionalidad de Aruba"."""
        return encoded(word or f"de {self._country(code).name}")

    def _country(self, code: str) -> Country:
        try:
            return self._context.countries[code]
        except KeyError:
            raise VocabularyError("el paquete no tiene el país «{code}»", code=code) from None

    def _norm(self, id: str) -> Norm:
        if id not in self._context.norms:
            near = did_you_mean(id, self._context.norms)
            raise VocabularyError("no hay norma «{id}».{near}", id=id, near=near)
        norm = self._context.norms[id]
        self.norms[id] = None
        if norm.confidence != "C":
            name = f"{norm.name}, {norm.article}".removesuffix(", ")
            self.verify.setdefault(id, ToVerify(id, name, norm.confidence))
        return norm

    def _quoted(self, id: str) -> str:
        quote = self._norm(id).quote
        if not quote:
            raise VocabularyError("la norma «{id}» no tiene cita literal", id=id)
        return f"«{encoded(quote)}»"

    def _cited(self, text: object, *ids: str) -> object:
        for id in ids:
            self._norm(id)
        return text

    def _to_verify(self, text: object, note: str) -> object:
        what = decoded(_word(text))
        self.verify.setdefault(what, ToVerify(what, note))
        return text

    def _noted(self, text: str) -> str:
        self.verify.setdefault(text, ToVerify("", text))
        return ""

    def _asked_for(self, id: str, label: str) -> Unknown:
        if id in self._context.labels:
            raise VocabularyError("«falta» no es para el hecho «{id}»: escriba el hecho", id=id)
        self.asked[id] = label
        return Unknown(id)

    def _younger(self, value: object, years: int) -> bool:
        if isinstance(value, Unknown):
            return False
        born = _partial(value).earliest
        return _months_between(born, self._context.today) < years * 12


def _unless_unknown(name: str, function: Callable[..., object]) -> Callable[..., object]:
    def careful(value: object, *more: object, **named: object) -> object:
        for each in (value, *more):
            if isinstance(each, Unknown):
                return each
        try:
            return function(value, *more, **named)
        except (TypeError, ValueError, AttributeError) as fault:
            raise VocabularyError(
                "el filtro «{name}» no sirve aquí: {why}", name=name, why=str(fault)
            ) from fault

    return careful


def _partial(value: object) -> PartialDate:
    match value:
        case PartialDate():
            return value
        case datetime():
            return PartialDate.of(value.date())
        case date():
            return PartialDate.of(value)
        case str():
            return PartialDate.parse(decoded(value))
        case _:
            raise ValueError("no es una fecha")


def _surely_before(value: object, other: object) -> bool:
    if isinstance(value, Unknown) or isinstance(other, Unknown):
        return False
    return _partial(value).latest < _partial(other).earliest


def _day(value: object) -> date:
    found = _partial(value)
    if not found.exact:
        raise ValueError(f"«{found.text}» no llega al día")
    return found.earliest


def _months_between(start: date, end: date) -> int:
    """Complete months; a month is complete on the day of the same number, or the last of a shorter month."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if _months_later(start, months) <= end else months - 1


def _months_later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _word(value: object) -> str:
    if not isinstance(value, str | int | Unknown):
        raise VocabularyError("se esperaba un texto y hay un valor de tipo {kind}", kind=type(value).__name__)
    return str(value)


def _with_el(name: str) -> bool:
    return name[:3].lower() == "el "


def _sentence(text: str) -> str:
    shown = text.rstrip(" ")
    return shown if decoded(shown)[-1:] in '.!?…»"”' else f"{shown}."


def _capitalised(text: str) -> str:
    """Its first letter in upper case. What a macro gives begins with the engine's own mark of the place."""
    start = 0
    while text.startswith(PLACE_OPEN, start) and PLACE_CLOSE in text[start:]:
        start = text.index(PLACE_CLOSE, start) + 1
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _run(text: str) -> str:
    try:
        return encoded(dotted(decoded(text)))
    except ValueError:
        return text


def _chosen(id: str, **phrases: str) -> str:
    if id not in phrases:
        raise VocabularyError("«elige» no dice nada para «{id}»", id=id)
    return phrases[id]


def _where(items: Sequence[Row], fact: str, *values: object) -> tuple[Row, ...]:
    def fits(row: Row) -> bool:
        found = row[fact]
        return not isinstance(found, Unknown) and found in values

    return tuple(row for row in items if fits(row))

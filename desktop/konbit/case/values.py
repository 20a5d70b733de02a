"""From what somebody wrote to a value of the fact's kind, or one sentence why not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from konbit.case.answers import Value
from konbit.errors import BadCase
from konbit.law.facts import Fact, Kind
from konbit.law.near import did_you_mean
from konbit.law.partial import PartialDate
from konbit.law.places import Places
from konbit.law.run import check_character, is_right, normal

LONGEST_TEXT = 500
LONGEST_STORY = 20_000
LARGEST_NUMBER = 999_999_999
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Beyond these a year is a slip of the keyboard, and counting from it would leave the calendar."""


def read_value(fact: Fact, raw: Any, places: Places, *, file: str = "") -> Value:
    """The value that `raw` (from JSON, TOML or a text box) gives to a fact.

    Raises BadCase naming file and fact: wrong kind, unknown choice, day that does not exist, RUN with a wrong check
    character, unknown comuna or country, text longer than the fact allows.
    """
    return _Reader(fact, places, file).read(raw)


@dataclass(frozen=True, slots=True)
class _Reader:
    fact: Fact
    places: Places
    file: str

    def bad(self, template: str, **fields: object) -> BadCase:
        return BadCase(template, file=self.file, key=self.fact.id, **fields)

    def read(self, raw: Any) -> Value:
        match self.fact.kind:
            case Kind.BOOL:
                return self.read_bool(raw)
            case Kind.CHOICE:
                return self.read_choice(raw)
            case Kind.CHOICES:
                return self.read_choices(raw)
            case Kind.INTEGER | Kind.DECIMAL:
                return self.read_number(raw)
            case Kind.TEXT | Kind.STORY | Kind.DOCUMENT:
                return self.read_text(raw)
            case Kind.DATE | Kind.PARTIAL_DATE:
                return self.read_date(raw)
            case Kind.MOMENT:
                return self.read_moment(raw)
            case Kind.RUN:
                return self.read_run(raw)
            case Kind.COUNTRY:
                return self.read_country(raw)
            case Kind.COMUNA:
                return self.read_comuna(raw)
            case Kind.LIST:
                return self.read_list(raw)

    def read_bool(self, raw: Any) -> Value:
        if not isinstance(raw, bool):
            raise self.bad("{file}: {key}: debe ser true o false, no {value}", value=_shown(raw))
        return raw

    def read_choice(self, raw: Any) -> Value:
        if not isinstance(raw, str) or raw not in self.fact.choices:
            hint = did_you_mean(str(raw), self.fact.choices)
            raise self.bad("{file}: {key}: {value} no es una opción.{hint}", value=_shown(raw), hint=hint)
        return raw

    def read_choices(self, raw: Any) -> Value:
        if not isinstance(raw, list | tuple):
            raise self.bad("{file}: {key}: debe ser una lista de opciones, no {value}", value=_shown(raw))
        items = cast(list[Any], raw)
        return tuple(dict.fromkeys(self.read_choice(item) for item in items))

    def read_number(self, raw: Any) -> Value:
        wanted = "un número entero" if self.fact.kind == Kind.INTEGER else "un número"
        if isinstance(raw, str):
            try:
                raw = float(raw.replace(",", "."))
            except ValueError:
                raise self.bad(
                    "{file}: {key}: debe ser {wanted}, no {value}", wanted=wanted, value=_shown(raw)
                ) from None
        whole = isinstance(raw, int) and not isinstance(raw, bool)
        if not whole and not (isinstance(raw, float) and math.isfinite(raw)):
            raise self.bad("{file}: {key}: debe ser {wanted}, no {value}", wanted=wanted, value=_shown(raw))
        if raw < 0:
            raise self.bad("{file}: {key}: no puede ser menor que cero: {value}", value=_shown(raw))
        if raw > LARGEST_NUMBER:
            raise self.bad("{file}: {key}: es demasiado grande: {value}", value=_shown(raw))
        if self.fact.kind == Kind.INTEGER and raw != int(raw):
            raise self.bad("{file}: {key}: debe ser {wanted}, no {value}", wanted=wanted, value=_shown(raw))
        return int(raw) if self.fact.kind == Kind.INTEGER else float(raw)

    def read_text(self, raw: Any) -> Value:
        if not isinstance(raw, str):
            raise self.bad("{file}: {key}: debe ser un texto, no {value}", value=_shown(raw))
        longest = self.fact.longest or (LONGEST_STORY if self.fact.kind == Kind.STORY else LONGEST_TEXT)
        if len(raw) > longest:
            raise self.bad(
                "{file}: {key}: el texto tiene {length} letras y caben {longest}",
                length=len(raw),
                longest=longest,
            )
        if not raw.strip():
            raise self.bad(
                "{file}: {key}: está en blanco; si no se sabe, deje el dato fuera o diga el motivo"
            )
        return raw

    def read_date(self, raw: Any) -> Value:
        if isinstance(raw, PartialDate):
            found = raw
        elif isinstance(raw, datetime):
            found = PartialDate.of(raw.date())
        elif isinstance(raw, date):
            found = PartialDate.of(raw)
        else:
            try:
                found = PartialDate.parse(str(raw))
            except ValueError:
                raise self.bad("{file}: {key}: no es un día que exista: {value}", value=_shown(raw)) from None
        self.check_year(found.earliest.year)
        if self.fact.kind == Kind.DATE and not found.exact:
            raise self.bad("{file}: {key}: falta el día exacto: {value}", value=_shown(raw))
        return found

    def read_moment(self, raw: Any) -> Value:
        try:
            found = raw if isinstance(raw, datetime) else datetime.fromisoformat(str(raw))
        except ValueError:
            raise self.bad(
                "{file}: {key}: no es un día y hora que existan: {value}", value=_shown(raw)
            ) from None
        self.check_year(found.year)
        return found.replace(tzinfo=None)

    def check_year(self, year: int) -> None:
        """Refuses years that no client of a clinic can mean."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise self.bad("{file}: {key}: no puede ser del año {year}", year=year)

    def read_run(self, raw: Any) -> Value:
        try:
            right = is_right(str(raw))
        except ValueError:
            raise self.bad("{file}: {key}: no tiene la forma de un RUN: {value}", value=_shown(raw)) from None
        if not right:
            digits = int(normal(str(raw)).split("-")[0])
            raise self.bad(
                "{file}: {key}: el dígito verificador no corresponde (a ese número le toca {right})",
                right=check_character(digits),
            )
        return normal(str(raw))

    def read_country(self, raw: Any) -> Value:
        found = self.places.find_country(str(raw))
        if not found:
            names = [*self.places.countries, *(one.name for one in self.places.countries.values())]
            raise self.bad(
                "{file}: {key}: no se conoce el país {value}.{hint}",
                value=_shown(raw),
                hint=did_you_mean(str(raw), names),
            )
        return found.code

    def read_comuna(self, raw: Any) -> Value:
        found = self.places.find_comuna(str(raw))
        if not found:
            hint = did_you_mean(str(raw), [one.name for one in self.places.comunas.values()])
            raise self.bad(
                "{file}: {key}: no se conoce la comuna {value}.{hint}", value=_shown(raw), hint=hint
            )
        return found.code

    def read_list(self, _raw: Any) -> Value:
        raise self.bad("{file}: {key}: es una lista: va con su nombre, fuera de los hechos")


def _shown(raw: Any) -> str:
    text = str(raw)
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'


def write_value(value: Value) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return list(cast(tuple[str, ...], value)) if isinstance(value, tuple) else value

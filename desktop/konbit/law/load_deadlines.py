"""Loads units, the calendar and deadlines (formats: `konbit.law.deadlines`, `konbit.law.holidays`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from konbit.law.deadlines import Addition, DayUnit, Deadline, NoticeEvent
from konbit.law.expressions import Scope
from konbit.law.facts import Fact, Kind
from konbit.law.holidays import WEEKDAYS, EasterDay, FixedDay, HolidayLaw, HolidayRule, ListedDays, When
from konbit.law.load_rules import norms_of
from konbit.law.near import did_you_mean
from konbit.law.parsed import ParsedToml
from konbit.law.table import Problems, Table

_MEDIA = ("personal", "correo", "carta")
_STARTS = ("mismo_dia", "dia_tercero", "envio", "correo_mismo_dia")
_EVENT_KINDS = (Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)


def _weekdays(table: Table, key: str) -> frozenset[int]:
    found: set[int] = set()
    for name in table.texts(key):
        if name in WEEKDAYS:
            found.add(WEEKDAYS.index(name))
        else:
            table.problem(key, f'"{name}" no es un día de la semana{did_you_mean(name, WEEKDAYS)}')
    return frozenset(found)


def load_units(root: Path, norms: Collection[str], problems: Problems) -> dict[str, DayUnit]:
    """The units of `comun/unidades.toml`."""
    top = Table.of_file(root / "comun" / "unidades.toml", root, problems)
    units: dict[str, DayUnit] = {}
    for key, table in top.named_tables() if top else ():
        measure = table.word("mide", ("dias", "horas", "meses", "anios"))
        days = _weekdays(table, "cuentan")
        holidays = table.flag("cuentan_feriados", True)
        if measure == "dias" and not (days and "cuentan_feriados" in table.data):
            table.problem("", 'una unidad de días lleva "cuentan" y "cuentan_feriados"')
        units[key] = DayUnit(
            id=key,
            name=table.text("nombre"),
            explanation=table.text("explica"),
            measure=measure,  # pyright: ignore[reportArgumentType]
            weekdays=days or frozenset(range(7)),
            holidays_count=holidays,
            moves_on=table.flag("prorroga_inhabil"),
            norms=norms_of(table, norms),
        )
        table.finish()
    return units


def load_calendar(root: Path, norms: Collection[str], problems: Problems) -> HolidayLaw:
    """The dated law of holidays, `comun/calendario.toml`."""
    top = Table.of_file(root / "comun" / "calendario.toml", root, problems)
    empty = HolidayLaw(date.min, date.min, date.min, ())
    if top is None:
        return empty
    head = top.table("calendario")
    bounds = [head.day(key) for key in ("desde", "hasta", "verificado")]
    for key, day in zip(("desde", "hasta", "verificado"), bounds, strict=True):
        if day is None:
            head.problem("", f'falta "{key}"')
    rules = tuple(_holiday(key, table, norms) for key, table in top.table("feriado").named_tables())
    head.finish()
    top.finish()
    first, last, verified = (day or date.min for day in bounds)
    return HolidayLaw(first, last, verified, rules)


def _holiday(key: str, table: Table, norms: Collection[str]) -> HolidayRule:
    made = HolidayRule(
        id=key,
        name=table.text("nombre"),
        when=_when(table),
        since=table.day("desde"),
        until=table.day("hasta"),
        territory=table.texts("territorio"),
        norms=norms_of(table, norms),
        source=table.text("fuente", ""),
        confidence=table.word("confianza", ("C", "S", "K")),  # pyright: ignore[reportArgumentType]
    )
    if not made.norms and not made.source:
        table.problem("", 'un feriado lleva "norma" o "fuente"')
    table.finish()
    return made


def _when(table: Table) -> When:
    rule = table.word("regla", ("fija", "pascua", "tabla"))
    if rule == "pascua":
        return EasterDay(table.whole("desplazamiento"))
    if rule == "tabla":
        table.asked.add("fechas")
        given = table.data.get("fechas")
        dates = cast(list[Any], given) if isinstance(given, list) else []
        days = [item for item in dates if isinstance(item, date) and not isinstance(item, datetime)]
        if not days or len(days) < len(dates):
            table.problem("fechas", "debe ser una lista de fechas")
        return ListedDays(tuple(days))
    month, _, day = table.text("dia").partition("-")
    try:
        whole = date(2000, int(month), int(day))
    except ValueError:
        table.problem("dia", "debe ser mes-día, como 06-29")
        whole = date(2000, 1, 1)
    moves = table.table("mueve")
    steps = tuple(moves.whole(name, 0) for name in WEEKDAYS)
    moves.finish()
    return FixedDay(whole.month, whole.day, cast(Any, steps), _weekdays(table, "cae_en"))


def load_deadlines(
    root: Path,
    units: Mapping[str, DayUnit],
    facts: Mapping[str, Fact],
    norms: Collection[str],
    scope: Scope,
    problems: Problems,
) -> dict[str, Deadline]:
    """The deadlines of `comun/plazos.toml`."""
    top = Table.of_file(root / "comun" / "plazos.toml", root, problems)
    tables = top.named_tables() if top else ()
    return {key: _deadline(key, table, units, facts, norms, scope) for key, table in tables}


def deadline_names(root: Path, kept: ParsedToml | None) -> frozenset[str]:
    """The ids of the deadlines, before anything else is read (expressions may name them)."""
    top = Table.of_file(root / "comun" / "plazos.toml", root, Problems(kept=kept))
    return frozenset(top.data) if top else frozenset()


def _deadline(
    key: str,
    table: Table,
    units: Mapping[str, DayUnit],
    facts: Mapping[str, Fact],
    norms: Collection[str],
    scope: Scope,
) -> Deadline:
    other = table.text("unidad_alternativa", "")
    amount_fact = table.text("cantidad_de", "")
    other_amount = table.whole("cantidad_alternativa", 0)
    unit = table.text("unidad")
    for name, word in (("unidad", unit), ("unidad_alternativa", other)):
        if word and word not in units:
            table.problem(name, f'no hay ninguna unidad "{word}"{did_you_mean(word, units)}')
    if amount_fact and amount_fact not in facts:
        table.problem("cantidad_de", f'no hay ningún hecho "{amount_fact}"{did_you_mean(amount_fact, facts)}')
    made = Deadline(
        id=key,
        name=table.text("nombre"),
        purpose=table.text("para"),
        amount=table.whole("cantidad"),
        unit=unit,
        events=tuple(_events(table, facts, norms)),
        norms=norms_of(table, norms),
        confidence=table.word("confianza", ("C", "S", "K", "U")),  # pyright: ignore[reportArgumentType]
        when_late=table.text("si_vencido"),
        advice=table.text("consejo"),
        other_unit=other or None,
        other_amount=other_amount or None,
        amount_fact=amount_fact or None,
        additions=tuple(_additions(table, facts)),
        days_back=table.whole("menos_dias", 0),
        extensible_by=table.whole("ampliable_en", 0),
        moves_on=table.flag("prorroga_inhabil"),
        runs_for=table.word("corre_para", ("persona", "autoridad"), "persona"),  # pyright: ignore[reportArgumentType]
        condition=table.expression("si", scope),
    )
    table.word("desde", ("dia_siguiente",), "dia_siguiente")
    if not made.norms:
        table.problem("", f'el plazo "{key}" no cita ninguna norma')
    table.finish()
    return made


def _events(table: Table, facts: Mapping[str, Fact], norms: Collection[str]) -> Iterable[NoticeEvent]:
    events = list(table.tables("evento"))
    if not events:
        table.problem("", 'falta "evento"')
    for event in events:
        fact = event.text("hecho")
        if fact not in facts or facts[fact].kind not in _EVENT_KINDS:
            event.problem("hecho", f'"{fact}" no es un hecho con fecha{did_you_mean(fact, facts)}')
        media = event.texts("medio")
        for word in media:
            if word not in _MEDIA:
                event.problem("medio", f'"{word}" no es un medio{did_you_mean(word, _MEDIA)}')
        yield NoticeEvent(
            fact=fact,
            media=media,  # pyright: ignore[reportArgumentType]
            start=event.word("inicio", _STARTS, "mismo_dia"),  # pyright: ignore[reportArgumentType]
            other=event.word("alternativo", ("dia_tercero",), "dia_tercero")  # pyright: ignore[reportArgumentType]
            if "alternativo" in event.data
            else None,
            norms=norms_of(event, norms),
        )
        event.finish()


def _additions(table: Table, facts: Mapping[str, Fact]) -> Iterable[Addition]:
    for item in table.tables("suma_si"):
        fact = item.text("hecho")
        if fact not in facts:
            item.problem("hecho", f'no hay ningún hecho "{fact}"{did_you_mean(fact, facts)}')
        yield Addition(fact, item.whole("cantidad"))
        item.finish()

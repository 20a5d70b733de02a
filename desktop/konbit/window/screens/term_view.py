"""A deadline as it is shown: its days in one or two rows, each with what it is and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.law.pack import Pack
from konbit.reasoning.counting import CountedDay, Reading
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.window.pack_words import day_in_words, of_pack
from konbit.window.parts.day_strip import Day, DayKind
from konbit.window.parts.lettering import Say, nothing
from konbit.window.tongue import Said, Words
from konbit.work.office import Office
from konbit.work.wording import day_reason_words

_MILESTONES = 7
"""Tiles for a term of months or years: its ends and some between."""
_LONGEST_TAIL = 21
"""Days between the two readings that are drawn one by one; beyond, the last day of the other stands alone."""


@dataclass(frozen=True)
class Row:
    """One count. head: shown where there are two (the earliest start, the latest)."""

    days: tuple[Day, ...]
    due: date
    head: Say = nothing


@dataclass(frozen=True)
class TermTold:
    """A deadline with its rows. moment: the last moment of a term in hours, else None."""

    term: RunningTerm
    today: date
    rows: tuple[Row, ...]

    @property
    def due(self) -> date:
        """The last day of the safe reading."""
        return _day(self.term.due)

    @property
    def moment(self) -> datetime | None:
        return self.term.due if isinstance(self.term.due, datetime) else None

    @property
    def past(self) -> bool:
        return self.term.state == "vencido"

    @property
    def left(self) -> int:
        """Calendar days from today to the last day; below zero when it is over."""
        return (self.due - self.today).days


def telling_of(office: Office, case: Case, found: Examination, ident: str) -> TermTold | None:
    """The deadline `ident` of an examination, or None if it does not run."""
    term = next((one for one in found.terms if one.deadline.id == ident), None)
    if term is None:
        return None
    situation = office.engine.situation(known_values(case, office.pack.facts), found.today)
    office.engine.law.terms.running(situation)
    early, late = situation.readings[ident]
    return TermTold(term, found.today, rows_of(term, early, late, office.pack))


def rows_of(term: RunningTerm, early: Reading, late: Reading, pack: Pack) -> tuple[Row, ...]:
    """One row, with the other reading at its end; two where the start is known only in part."""
    measure = pack.units[term.unit].measure
    first = _tiles(early.dias, measure)
    if _day(late.inicio) != _day(early.inicio):
        second = _tiles(late.dias, measure)
        return (
            Row(
                first,
                _day(early.vence),
                lambda words: words("ui.term.if_early", "Si fue el primer día posible"),
            ),
            Row(
                second,
                _day(late.vence),
                lambda words: words("ui.term.if_late", "Si fue el último día posible"),
            ),
        )
    due = _day(early.vence)
    other = _day(term.other_due) if term.other_due is not None else None
    return (Row((*first, *_tail(due, other)), due),)


def _tail(due: date, other: date | None) -> tuple[Day, ...]:
    if other is None or other <= due:
        return ()
    between: tuple[Day, ...] = ()
    if (other - due).days <= _LONGEST_TAIL:
        between = tuple(
            Day(due + timedelta(days=n), None, DayKind.AFTER) for n in range(1, (other - due).days)
        )
    return (*between, Day(other, None, DayKind.OTHER))


def _tiles(days: Sequence[CountedDay], measure: str) -> tuple[Day, ...]:
    if measure in ("meses", "anios"):
        return tuple(_milestone(day, measure) for day in _thinned(days))
    return tuple(_tile(day, measure) for day in days)


def _thinned(days: Sequence[CountedDay]) -> list[CountedDay]:
    """The ends, and a few between at even steps."""
    if len(days) <= _MILESTONES:
        return list(days)
    step = (len(days) - 1) / (_MILESTONES - 1)
    return [days[round(at * step)] for at in range(_MILESTONES)]


def _tile(day: CountedDay, measure: str) -> Day:
    kinds = {
        "evento": DayKind.EVENT,
        "aviso": DayKind.EVENT,
        "sabado": DayKind.SKIPPED,
        "domingo": DayKind.SKIPPED,
        "feriado": DayKind.SKIPPED,
    }
    plain = day.reason in ("cuenta", "vence") and not day.holiday
    number = day.number if measure != "horas" else None
    return Day(day.date, number, kinds.get(day.reason, DayKind.COUNTS), nothing if plain else _reason(day))


def _reason(day: CountedDay) -> Say:
    holiday = of_pack(day.holiday) if day.holiday else nothing
    if day.reason in ("cuenta", "vence", "feriado_que_cuenta"):  # it counts, and has a name all the same
        return holiday
    return lambda words: day_reason_words(words, day.reason, holiday(words))


def _milestone(day: CountedDay, measure: str) -> Day:
    """A tile in a count of months or years tells which month it is, and the year: a bare day would mislead."""
    year = day.date.year
    kind = DayKind.EVENT if day.reason in ("evento", "aviso") else DayKind.COUNTS
    if day.number is None:
        return Day(day.date, None, kind, lambda words: words("ui.term.year", "año {year}", year=year))
    number = day.number

    def say(words: Words) -> Said:
        if measure == "meses":
            return words("ui.term.month_n", "mes {number}, {year}", number=number, year=year)
        return words("ui.term.year_n", "cumple {number}, {year}", number=number, year=year)

    return Day(day.date, None, kind, say)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def due_words(told: TermTold) -> Say:
    """«martes 24 de noviembre de 2026, a las 24:00.»: a term in days ends at the midnight that closes its last day."""
    clock = f"{told.moment:%H:%M}" if told.moment else "24:00"
    day = day_in_words(told.due, weekday=True)
    return lambda words: words("ui.term.due", "{date}, a las {hour}", date=day(words), hour=clock)

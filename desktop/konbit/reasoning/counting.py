"""Counts a deadline day by day, and reads it both ways where the law leaves two readings open.

Day 0 is the day of notice; day 1 the next that counts; a term of months or years ends on the day of the same number.
The safe reading (earliest notice, shortest unit) gives `vence`; the outermost one `alternativo`. Times are naive local
times of the place; "today" is passed in.
"""

from __future__ import annotations

import calendar as months_of_year
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from konbit.law.deadlines import DayUnit, Deadline, Medium, NoticeEvent
from konbit.reasoning.calendar import Calendar, Holiday

ReasonId = Literal[
    "evento",  # the fact itself; where notice counts as made later, the day before that
    "aviso",  # day 0, where it is not the day of the fact
    "cuenta",
    "sabado",
    "domingo",
    "feriado",
    "feriado_que_cuenta",
    "vence",
    "vence_trasladado",
]
State = Literal["abierto", "hoy", "vencido"]

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
_THIRD = 3


class CountedDay(NamedTuple):
    """One day of a count. number: its place in the term, None where it does not count.

    holiday: Spanish name of the holiday on that day, "" if there is none.
    """

    date: date
    number: int | None
    reason: ReasonId
    norms: tuple[str, ...]
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """One reading of one deadline, counted. due: last day, or last moment of a term in hours.

    days: every day from day 0 for terms in days; for months and years only day 0, each month or year, and the last day.
    """

    deadline: str
    unit: str
    amount: int
    start: date | datetime
    due: date | datetime
    days: tuple[CountedDay, ...]


@dataclass(frozen=True, slots=True)
class StartingFact:
    """The event that a term runs from. passed_over: other known facts that could also have started it."""

    event: NoticeEvent
    when: date | datetime
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A deadline for one known event, by the names of the command line's contract.

    inicio: day of notice (day 0). vence: the safe last day (a moment for hours). alternativo, inicio_alternativo: the
    outermost other reading, None when the same. presentar_hasta: last Monday–Friday that is no holiday at or before
    vence, but never before inicio. dias: the safe count. cantidad: amount counted, in `unidad`.
    sin_feriado_regional: the earlier last day if a holiday of the comuna alone is not accepted, None when the same.
    calendario_cubre: whether every holiday in between was checked against the law.
    """

    inicio: date | datetime
    inicio_alternativo: date | None
    vence: date | datetime
    alternativo: date | datetime | None
    presentar_hasta: date
    unidad: str
    cantidad: int
    dias: tuple[CountedDay, ...]
    norma: tuple[str, ...]
    sin_feriado_regional: date | None = None
    calendario_cubre: bool = True


def choose_event(
    deadline: Deadline, known: Mapping[str, date | datetime], medium: Medium | None = None
) -> StartingFact | None:
    """The event a term runs from: the first listed whose fact is known, so that personal notice wins over sending.

    known: date facts by id. medium: picks among events of that same fact. None when no fact is known.
    """
    candidates = [event for event in deadline.events if event.fact in known]
    if not candidates:
        return None
    fact = candidates[0].fact
    event = _fitting([event for event in candidates if event.fact == fact], medium)
    others = dict.fromkeys(other.fact for other in candidates if other.fact != fact)
    return StartingFact(event, known[fact], tuple(others))


def event_for(deadline: Deadline, medium: Medium | None = None) -> NoticeEvent:
    """The event for a bare date (`deadline --from`): the first that fits the way of notice, else the first."""
    return _fitting(deadline.events, medium)


def term_length(deadline: Deadline, fixed: int | None = None, true_facts: Container[str] = ()) -> int:
    """The amount of a term: `fixed` (what an authority set), else the law's, and additions whose fact is true."""
    amount = deadline.amount if fixed is None else fixed
    return amount + sum(extra.amount for extra in deadline.additions if extra.fact in true_facts)


def notice_dates(event: NoticeEvent, when: date, calendar: Calendar) -> tuple[date, date | None]:
    """The day of notice and its later reading (None when the law leaves none, or it is the same day).

    "Third day" may mean the third day of the calendar or the third working day.
    """
    if event.start == "dia_tercero":
        first = when + timedelta(days=_THIRD)
        second = _third_working_day(when, calendar)
    else:
        first = when
        second = _third_working_day(when, calendar) if event.other == "dia_tercero" else when
    return first, second if second > first else None


def add_months(start: date, amount: int) -> date:
    """The day of the same number so many months later, or the last of that month.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(start.month - 1 + amount, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, months_of_year.monthrange(year, month)[1]))


def due_day(unit: DayUnit, start: date, amount: int, calendar: Calendar, comuna: str | None = None) -> date:
    """The last day of a term in days, months or years; day 0 is `start`. No list of days: fast."""
    if unit.measure == "meses":
        day = add_months(start, amount)
    elif unit.measure == "anios":
        day = add_months(start, 12 * amount)
    elif unit.holidays_count and len(unit.weekdays) == 7:
        day = start + timedelta(days=amount)
    else:
        day, left = start, amount
        holidays: Collection[date] = calendar.year(day.year, comuna)
        while left > 0:
            day += _DAY
            if day.month == 1 and day.day == 1:
                holidays = calendar.year(day.year, comuna)
            if day.weekday() in unit.weekdays and (unit.holidays_count or day not in holidays):
                left -= 1
    return calendar.next_working_adm(day, comuna) if unit.moves_on else day


def count(
    deadline: Deadline,
    unit: DayUnit,
    start: date | datetime,
    calendar: Calendar,
    *,
    amount: int | None = None,
    comuna: str | None = None,
) -> Count:
    """One deadline in one unit from day 0. amount: None = the deadline's own.

    start: a date, or a datetime (needed by hours; a bare date then means its first moment, the safe reading).
    comuna: CUT code whose local holidays count too.
    """
    amount = deadline.amount if amount is None else amount
    if unit.measure == "horas":
        due = _as_moment(start) + timedelta(hours=amount)
        days = (
            CountedDay(_as_day(start), None, "evento", deadline.norms),
            CountedDay(_last_day_of(due), amount, "vence", deadline.norms),
        )
        return Count(deadline.id, unit.id, amount, start, due, days)
    first = _as_day(start)
    if unit.measure == "dias":
        days = _days(deadline, unit, first, calendar, amount, comuna)
    else:
        days = _milestones(deadline, unit, first, calendar, amount, comuna)
    return Count(deadline.id, unit.id, amount, first, days[-1].date, days)


def deadline_reading(
    deadline: Deadline,
    event: NoticeEvent,
    when: date | datetime,
    calendar: Calendar,
    units: Mapping[str, DayUnit],
    *,
    amount: int | None = None,
    comuna: str | None = None,
) -> Reading:
    """Reads a deadline from the exact day (or moment, for hours) of one event.

    amount: what an authority fixed and what is added (`term_length`); None = the law's. Of a partial date make two
    readings, its earliest and its latest day.
    """
    amount = deadline.amount if amount is None else amount
    if units[deadline.unit].measure == "horas":
        starts: list[date | datetime] = [when]
        later_notice = None
    else:
        notice, later_notice = notice_dates(event, _as_day(when), calendar)
        starts = [notice] if later_notice is None else [notice, later_notice]
    terms = [(units[deadline.unit], amount)]
    if deadline.other_unit:
        terms.append((units[deadline.other_unit], deadline.other_amount or amount))

    def due(unit: DayUnit, length: int, start: date | datetime, place: str | None) -> date | datetime:
        if unit.measure == "horas":
            return _as_moment(start) + timedelta(hours=length)
        day = due_day(unit, _as_day(start), length, calendar, place)
        return day if unit.measure == "dias" else day - timedelta(days=deadline.days_back)

    ends = [
        (due(unit, length, start, comuna), unit, length, start) for unit, length in terms for start in starts
    ]
    vence, unit, length, start = min(ends, key=lambda end: _end_of(end[0]))
    other = max((end[0] for end in ends), key=_end_of)
    if deadline.moves_on:
        other = calendar.next_working_adm(_as_day(other), comuna)
    last = _last_day_of(vence)
    alone = due(unit, length, start, None) if calendar.has_local(comuna) else vence
    days = count(deadline, unit, start, calendar, amount=length, comuna=comuna).days
    if _as_day(when) != _as_day(start):
        days = (
            CountedDay(_as_day(when), None, "evento", event.norms or deadline.norms),
            days[0]._replace(reason="aviso", norms=event.norms or deadline.norms),
            *days[1:],
        )
    return Reading(
        inicio=start,
        inicio_alternativo=later_notice,
        vence=vence,
        alternativo=other if _end_of(other) > _end_of(vence) else None,
        presentar_hasta=max(calendar.last_filing_day(last, comuna), _as_day(start)),
        unidad=unit.id,
        cantidad=length,
        dias=days,
        norma=tuple(dict.fromkeys((*deadline.norms, *event.norms, *unit.norms))),
        sin_feriado_regional=_as_day(alone) if alone != vence else None,
        calendario_cubre=_covered(
            [unit for unit, _ in terms], _as_day(start), last, _last_day_of(other), calendar
        ),
    )


def deadline_state(vence: date | datetime, today: date | datetime) -> State:
    """Whether a term is open, ends today, or is over. An hour's term is over at its moment where `today` has one."""
    if isinstance(vence, datetime) and isinstance(today, datetime) and today >= vence:
        return "vencido"
    last, day = _last_day_of(vence), _as_day(today)
    return "abierto" if day < last else "hoy" if day == last else "vencido"


def _days(
    deadline: Deadline, unit: DayUnit, start: date, calendar: Calendar, amount: int, comuna: str | None
) -> tuple[CountedDay, ...]:
    norms, unit_norms = deadline.norms, unit.norms
    weekdays, holidays_count = unit.weekdays, unit.holidays_count
    days: list[CountedDay] = [CountedDay(start, None, "evento", norms)]
    day, number = start, 0
    holidays = calendar.year(day.year, comuna)
    while number < amount:
        day += _DAY
        if day.month == 1 and day.day == 1:
            holidays = calendar.year(day.year, comuna)
        holiday = holidays.get(day)
        weekday = day.weekday()
        if weekday in weekdays and (holidays_count or holiday is None):
            number += 1
            if number == amount:
                days.append(CountedDay(day, number, "vence", norms, holiday.name if holiday else ""))
            elif holiday is None:
                days.append(CountedDay(day, number, "cuenta", unit_norms))
            else:
                days.append(CountedDay(day, number, "feriado_que_cuenta", unit_norms, holiday.name))
        else:
            days.append(_skipped(day, weekday, holiday, unit_norms))
    if unit.moves_on:
        _move_on(days, unit, calendar, comuna)
    return tuple(days)


def _skipped(day: date, weekday: int, holiday: Holiday | None, norms: tuple[str, ...]) -> CountedDay:
    if holiday is not None:
        return CountedDay(day, None, "feriado", holiday.norms or norms, holiday.name)
    return CountedDay(day, None, "sabado" if weekday == _SATURDAY else "domingo", norms)


def _move_on(days: list[CountedDay], unit: DayUnit, calendar: Calendar, comuna: str | None) -> None:
    """A last day on which offices are shut stops being the last; the next working day is."""
    last = days[-1]
    if calendar.is_working_adm(last.date, comuna):
        return
    days[-1] = last._replace(reason="feriado_que_cuenta" if last.holiday else "cuenta", norms=unit.norms)
    day = last.date + _DAY
    while not calendar.is_working_adm(day, comuna):
        days.append(_skipped(day, day.weekday(), calendar.holiday(day, comuna), unit.norms))
        day += _DAY
    days.append(CountedDay(day, None, "vence_trasladado", last.norms))


def _milestones(
    deadline: Deadline, unit: DayUnit, start: date, calendar: Calendar, amount: int, comuna: str | None
) -> tuple[CountedDay, ...]:
    step = 12 if unit.measure == "anios" else 1
    back = timedelta(days=deadline.days_back)
    days = [CountedDay(start, None, "evento", deadline.norms)]
    days += [CountedDay(add_months(start, step * n), n, "cuenta", unit.norms) for n in range(1, amount)]
    last = add_months(start, step * amount) - back
    holiday = calendar.holiday(last, comuna)
    days.append(CountedDay(last, amount, "vence", deadline.norms, holiday.name if holiday else ""))
    if unit.moves_on:
        _move_on(days, unit, calendar, comuna)
    return tuple(days)


def _fitting(events: Sequence[NoticeEvent], medium: Medium | None) -> NoticeEvent:
    fitting = (event for event in events if medium is None or not event.media or medium in event.media)
    return next(fitting, events[0])


def _third_working_day(when: date, calendar: Calendar) -> date:
    day = when
    for _ in range(_THIRD):
        day = calendar.next_working_adm(day + _DAY)
    return day


def _covered(units: Sequence[DayUnit], start: date, last: date, outermost: date, calendar: Calendar) -> bool:
    # Where every day counts, holidays matter only for the last day on which one can file.
    skipping = any(unit.measure == "dias" and not unit.holidays_count for unit in units)
    return calendar.covers(start if skipping else last) and calendar.covers(outermost)


def _as_day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _as_moment(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time.min)


def _end_of(due: date | datetime) -> datetime:
    """When a term is over: its moment, or the midnight that ends its last day."""
    return due if isinstance(due, datetime) else datetime.combine(due, time.min) + _DAY


def _last_day_of(due: date | datetime) -> date:
    """The last day on which something of the term is left (a term that ends at 00:00 ends the day before)."""
    return (due - timedelta(microseconds=1)).date() if isinstance(due, datetime) else due

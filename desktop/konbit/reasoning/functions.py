"""The functions of the pack's expressions, over spans: each is monotone, so bounds map to bounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from konbit.reasoning.abstract import INFINITY, Missing, Span, unknown_span
from konbit.reasoning.calendar import Calendar
from konbit.reasoning.months import add_months, months_between, years_between

_LAST_DAY = date.max.toordinal() - 400


def between(measure: Callable[[date, date], float]) -> Callable[[Span, Span], Span]:
    """A measure that grows with its second date and falls with its first, over spans."""

    def over(start: Span, end: Span) -> Span:
        low = _at(measure, start[1], end[0], -INFINITY)
        exact = start[0] == start[1] and end[0] == end[1] and low > -INFINITY
        high = low if exact else _at(measure, start[0], end[1], INFINITY)
        return (low, high, start[2] | end[2])

    return over


def _at(measure: Callable[[date, date], float], start: float, end: float, otherwise: float) -> float:
    if not (1 <= start <= _LAST_DAY and 1 <= end <= _LAST_DAY):
        return otherwise
    return measure(date.fromordinal(int(start)), date.fromordinal(int(end)))


BETWEEN: dict[str, Callable[[Span, Span], Span]] = {
    "edad": between(lambda a, b: months_between(a, b) // 12),
    "meses_entre": between(months_between),
    "anios_entre": between(years_between),
    "dias_entre": between(lambda a, b: (b - a).days),
}


def moved(day: Span, amounts: dict[str, Span], calendar: Calendar) -> Span:
    """`sumar`: years and months first (art. 48 of the Código Civil), then days, then working days."""
    missing: Missing = day[2].union(*(amount[2] for amount in amounts.values()))
    if day[0] == -INFINITY and day[1] == INFINITY:
        return unknown_span(missing)
    whole: dict[str, int] = {}
    for name, (low, high, _) in amounts.items():
        if low != high:
            return unknown_span(missing)
        whole[name] = int(low)
    months = whole.get("anios", 0) * 12 + whole.get("meses", 0)

    def move(ordinal: float, otherwise: float) -> float:
        if not 1 <= ordinal <= _LAST_DAY:
            return otherwise
        moved_day = add_months(date.fromordinal(int(ordinal)), months)
        moved_day += timedelta(days=whole.get("dias", 0))
        return add_working_days(moved_day, whole.get("habiles", 0), calendar).toordinal()

    low = move(day[0], -INFINITY)
    high = low if day[0] == day[1] and low > -INFINITY else move(day[1], INFINITY)
    return (low, high, missing if low != high else frozenset())


def add_working_days(day: date, count: int, calendar: Calendar) -> date:
    """`day` moved by administrative working days; back when `count` is negative."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= calendar.is_working_adm(day)
    return day


def latest(spans: list[Span]) -> Span:
    """`ultima`: the latest of some dates. A date of a closed branch (nothing missing) does not count."""
    real = [span for span in spans if span[2] or span[0] > -INFINITY]
    if not real:
        return unknown_span(frozenset())
    low, high = max(span[0] for span in real), max(span[1] for span in real)
    missing = frozenset[str]().union(*(span[2] for span in real))
    return (low, high, missing if low != high else frozenset())

"""The months that hold the last days of deadlines, with holidays and weekends as days on which no office is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from konbit.papers.sheet.pieces import Month
from konbit.reasoning.calendar import Calendar
from konbit.reasoning.terms import RunningTerm
from konbit.work.term_words import as_day, outer_day

_LONGEST = 4
"""Months at most on one sheet."""


def grids_of(
    calendar: Calendar,
    due: Mapping[date, tuple[str, ...]],
    terms: Sequence[RunningTerm],
    today: date,
    *,
    events: bool = True,
) -> tuple[Month, ...]:
    """The months from today's, or from that of a first last day, to that of the last one; four at most.

    due: last days, with the codes that stand in their box. events: whether the days of notice are marked too.
    """
    other = frozenset(day for term in terms if (day := outer_day(term)) and day >= today)
    event = frozenset(as_day(term.start) for term in terms if events)
    days = [today, *due, *(day for day in other if (day - today).days < 120)]
    first = min(days)
    months: list[tuple[int, int]] = []
    year, month = first.year, first.month
    last = max(days)
    while (year, month) <= (last.year, last.month) and len(months) < 240:
        months.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    if len(months) > _LONGEST:  # those of today and of the last days, without the empty ones between
        wanted = {(day.year, day.month) for day in days}
        months = [one for one in months if one in wanted][:_LONGEST]
    return tuple(
        Month(year, month, due, other, event, _off(calendar, year, month), today) for year, month in months
    )


def _off(calendar: Calendar, year: int, month: int) -> frozenset[date]:
    found: set[date] = set()
    day = date(year, month, 1)
    while day.month == month:
        if day.weekday() >= 5 or calendar.holiday(day):
            found.add(day)
        day += timedelta(days=1)
    return frozenset(found)

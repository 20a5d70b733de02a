"""Months and years as the law counts them: to the day of the same number, or the last of a shorter month.

Source: Código Civil art. 48 (cited by the pack). 31 January and one month is the last of February:

>>> add_months(date(2027, 1, 31), 1)
datetime.date(2027, 2, 28)
>>> months_between(date(2024, 11, 20), date(2026, 11, 19))
23
"""

from __future__ import annotations

import calendar
from datetime import date

_IN_EVERY_MONTH = 28


def add_months(day: date, months: int) -> date:
    """`day` moved by whole months, kept inside the month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = day.day if day.day <= _IN_EVERY_MONTH else calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last))


def months_between(start: date, end: date) -> int:
    """Complete months from `start` to `end`; negative when `end` comes first."""
    if end < start:
        whole = -months_between(end, start)
        return whole if add_months(start, whole) <= end else whole - 1
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def years_between(start: date, end: date) -> float:
    """Years from `start` to `end`, complete ones and the part of the running one."""
    whole = months_between(start, end) // 12
    begin = add_months(start, 12 * whole)
    return whole + (end - begin).days / (add_months(start, 12 * (whole + 1)) - begin).days

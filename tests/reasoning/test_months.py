"""Months and years to the day of the same number (Código Civil art. 48)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.reasoning.months import add_months, months_between, years_between

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        ((2027, 1, 31), 1, (2027, 2, 28)),
        ((2028, 1, 31), 1, (2028, 2, 29)),
        ((2028, 2, 29), 12, (2029, 2, 28)),
        ((2028, 2, 29), 48, (2032, 2, 29)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2026, 11, 30), 9, (2027, 8, 30)),
        ((2021, 10, 15), 60, (2026, 10, 15)),
        ((2026, 3, 31), -1, (2026, 2, 28)),
        ((2026, 1, 15), -1, (2025, 12, 15)),
        ((2026, 5, 31), 0, (2026, 5, 31)),
    ],
)
def test_the_table(day: tuple[int, int, int], months: int, moved: tuple[int, int, int]) -> None:
    assert add_months(date(*day), months) == date(*moved)


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        ((2024, 11, 20), (2026, 11, 19), 23),
        ((2024, 11, 20), (2026, 11, 20), 24),
        ((2027, 1, 31), (2027, 2, 27), 0),
        ((2027, 1, 31), (2027, 2, 28), 1),
        ((2028, 2, 29), (2046, 2, 27), 215),
        ((2028, 2, 29), (2046, 2, 28), 216),
        ((2026, 5, 5), (2026, 5, 5), 0),
        ((2026, 5, 5), (2026, 5, 4), -1),
        ((2026, 5, 5), (2026, 4, 5), -1),
        ((2026, 5, 5), (2026, 4, 4), -2),
    ],
)
def test_complete_months(start: tuple[int, int, int], end: tuple[int, int, int], whole: int) -> None:
    assert months_between(date(*start), date(*end)) == whole


def test_years_and_the_part_of_the_running_one() -> None:
    assert years_between(date(2024, 5, 20), date(2026, 5, 20)) == 2
    assert years_between(date(2024, 5, 20), date(2026, 11, 18)) == pytest.approx(2.5, abs=0.01)
    assert years_between(date(2026, 5, 20), date(2026, 5, 20)) == 0


@given(day=DAYS, months=st.integers(0, 600))
def test_months_come_back(day: date, months: int) -> None:
    later = add_months(day, months)
    assert months_between(day, later) == months
    assert months == 0 or months_between(day, later - timedelta(days=1)) == months - 1


@given(start=DAYS, end=DAYS, days=st.integers(0, 800))
def test_measures_grow_with_their_second_date_and_fall_with_their_first(
    start: date, end: date, days: int
) -> None:
    """What bounds of partial dates rest on."""
    step = timedelta(days=days)
    assert months_between(start, end) <= months_between(start, end + step)
    assert months_between(start + step, end) <= months_between(start, end)
    assert years_between(start, end) <= years_between(start, end + step)
    assert years_between(start + step, end) <= years_between(start, end)


@given(day=DAYS, other=DAYS, months=st.integers(-300, 300))
def test_moving_keeps_the_order(day: date, other: date, months: int) -> None:
    first, last = sorted((day, other))
    assert add_months(first, months) <= add_months(last, months)

"""Partial dates: what each way of writing one may be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.partial import PartialDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-06", date(2018, 6, 1), date(2018, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018-06-09", date(2018, 6, 9), date(2018, 6, 9)),
        (" 2018-06 ", date(2018, 6, 1), date(2018, 6, 30)),
    ],
)
def test_bounds(text: str, earliest: date, latest: date) -> None:
    found = PartialDate.parse(text)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.exact == (earliest == latest)
    assert found.text == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-31",
        "2023-02-29",
        "2018-13",
        "2018-00",
        "2018-13-01",
        "2018-6",
        "18-06-01",
        "01-06-2018",
        "",
        "2018-",
        "0000",
    ],
)
def test_days_that_do_not_exist(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_less_of_a_date_always_holds_it(day: date) -> None:
    exact = PartialDate.of(day)
    assert PartialDate.parse(exact.text) == exact
    for length in (4, 7):
        vague = PartialDate.parse(exact.text[:length])
        assert vague.earliest <= day <= vague.latest
        assert not vague.exact

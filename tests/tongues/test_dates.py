"""Dates in three tongues; the Creole is ours, not Babel's French."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konbit.tongues.dates import (
    date_in_words_es,
    date_text,
    day_span,
    month_name,
    numeric_date,
    partial_date_text,
    weekday_date,
    weekday_name,
)

DAY = date(2026, 11, 22)
FIRST = date(2026, 11, 1)

HT_MONTHS = "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm"
HT_WEEKDAYS = "lendi madi mèkredi jedi vandredi samdi dimanch"


def test_creole_names() -> None:
    assert " ".join(month_name(month, "ht") for month in range(1, 13)) == HT_MONTHS
    monday = date(2026, 11, 23)
    assert " ".join(weekday_name(monday + timedelta(n), "ht") for n in range(7)) == HT_WEEKDAYS


@pytest.mark.parametrize(
    ("tongue", "text", "first", "weekday"),
    [
        ("es", "22 de noviembre de 2026", "1 de noviembre de 2026", "domingo 22 de noviembre de 2026"),
        ("ht", "22 novanm 2026", "premye novanm 2026", "dimanch 22 novanm 2026"),
        ("en", "22 November 2026", "1 November 2026", "Sunday 22 November 2026"),
    ],
)
def test_date_text(tongue: str, text: str, first: str, weekday: str) -> None:
    assert date_text(DAY, tongue) == text
    assert date_text(FIRST, tongue) == first
    assert weekday_date(DAY, tongue) == weekday


def test_partial_dates() -> None:
    assert [partial_date_text(2018, None, None, tongue) for tongue in ("es", "ht", "en")] == ["2018"] * 3
    assert [partial_date_text(2018, 6, None, tongue) for tongue in ("es", "ht", "en")] == [
        "junio de 2018", "jen 2018", "June 2018",
    ]  # fmt: skip
    assert partial_date_text(2018, 6, 1, "ht") == "premye jen 2018"


@pytest.mark.parametrize(("month", "day"), [(None, 3), (13, None), (0, None), (2, 30)])
def test_impossible_dates(month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        partial_date_text(2018, month, day, "es")


def test_a_tongue_without_dates_is_refused() -> None:
    for call in (
        lambda: date_text(DAY, "fr"),
        lambda: day_span(1, "fr"),
        lambda: partial_date_text(1, None, None, ""),
    ):
        with pytest.raises(ValueError, match="es, ht, en"):
            call()


@settings(deadline=None)
@given(st.dates())
def test_every_day_reads_back(d: date) -> None:
    day, month, year = date_text(d, "ht").split(" ")
    assert date(int(year), HT_MONTHS.split().index(month) + 1, 1 if day == "premye" else int(day)) == d
    assert weekday_date(d, "ht") == f"{HT_WEEKDAYS.split()[d.weekday()]} {date_text(d, 'ht')}"
    numbers = [int(part) for part in numeric_date(d).split("-")]
    assert date(*reversed(numbers)) == d
    assert len(numeric_date(d)) == 10


def test_numeric_dates_have_four_digits_of_year() -> None:
    assert (numeric_date(DAY), numeric_date(date(1926, 1, 2))) == ("22-11-2026", "02-01-1926")


def test_spans() -> None:
    assert [day_span(n, "es") for n in (0, 1, 15, 1000)] == ["0 días", "1 día", "15 días", "1.000 días"]
    assert [day_span(n, "ht") for n in (1, 15)] == ["1 jou", "15 jou"]
    assert [day_span(n, "en") for n in (1, 15)] == ["1 day", "15 days"]
    with pytest.raises(ValueError, match="-1"):
        day_span(-1, "es")


@pytest.mark.parametrize(
    ("d", "words"),
    [
        (DAY, "veintidós de noviembre de dos mil veintiséis"),
        (FIRST, "primero de noviembre de dos mil veintiséis"),
        (date(1999, 12, 31), "treinta y uno de diciembre de mil novecientos noventa y nueve"),
        (date(2021, 4, 21), "veintiuno de abril de dos mil veintiuno"),
        (date(2000, 2, 10), "diez de febrero de dos mil"),
    ],
)
def test_dates_in_words(d: date, words: str) -> None:
    assert date_in_words_es(d) == words

"""The pack's calendar of holidays against an independent library, and the working days that follow from it."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from pathlib import Path

import holidays as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.holidays import FixedDay, HolidayRule, ListedDays
from konbit.reasoning.calendar import dates_of, easter

_SPEC = importlib.util.spec_from_file_location(
    "calendar_fixture", Path(__file__).parents[1] / "law" / "calendar_fixture.py"
)
assert _SPEC and _SPEC.loader
pack = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(pack)

CALENDAR = pack.pack_calendar()
YEARS = range(2018, 2031)
ELECTION = "día de elección o plebiscito: feriado legal (Ley 18.700, art. 180) que la biblioteca no conoce"
DIFFERENCES = {
    date(2020, 10, 25): ELECTION,
    date(2021, 5, 15): ELECTION,
    date(2021, 5, 16): ELECTION,
    date(2021, 7, 18): ELECTION,
    date(2021, 11, 21): ELECTION,
    date(2021, 12, 19): ELECTION,
    date(2022, 9, 4): ELECTION,
    date(2023, 5, 7): ELECTION,
    date(2023, 12, 17): ELECTION,
    date(2024, 10, 27): ELECTION,
    date(2025, 11, 16): ELECTION,
    date(2025, 12, 14): ELECTION,
    date(2028, 10, 29): ELECTION,
}
LOCAL_DIFFERENCES = {
    ("02", date(2023, 9, 8)): "Ley 21.609, solo 2023",
    ("04", date(2023, 9, 20)): "Ley 21.609, solo 2023",
    ("12", date(2024, 9, 21)): "Ley 21.704, solo 2024",
    ("10201", date(2024, 9, 21)): "Ley 21.704, solo 2024",
}
# Dossier, section 4: computed twice by hand, day-month.
BY_HAND = {
    2026: "01-01 03-04 04-04 01-05 21-05 21-06 29-06 16-07 15-08 18-09 19-09 12-10 31-10 01-11 08-12 25-12",
    2027: "01-01 26-03 27-03 01-05 21-05 21-06 28-06 16-07 15-08 17-09 18-09 19-09 11-10 31-10 01-11 08-12 25-12",
    2028: "01-01 14-04 15-04 01-05 21-05 20-06 26-06 16-07 15-08 18-09 19-09 09-10 27-10 01-11 08-12 25-12",
}
covered_days = st.dates(date(2018, 1, 1), date(2030, 12, 31))
comunas = st.sampled_from([None, "15101", "16101", "16102", "10201", "02101", "13101"])


def test_national_holidays_agree_with_the_library_but_for_the_explained_days() -> None:
    ours = {day for year in YEARS for day in CALENDAR.year(year)}
    theirs = set(library.country_holidays("CL", years=YEARS))
    assert ours ^ theirs == set(DIFFERENCES)
    assert set(DIFFERENCES) <= ours


def test_elections_outside_sunday_are_only_the_saturday_of_2021() -> None:
    assert [day for day in DIFFERENCES if day.weekday() != 6] == [date(2021, 5, 15)]


@pytest.mark.parametrize(
    ("comuna", "subdivision"), [("15101", "AP"), ("16101", "NB"), ("16103", "NB"), ("08312", "BI")]
)
def test_local_holidays_agree_with_the_library(comuna: str, subdivision: str) -> None:
    theirs = set(library.country_holidays("CL", subdiv=subdivision, years=YEARS))
    ours = {day for year in YEARS for day in CALENDAR.year(year, comuna)}
    second_rounds = {date(2021, 6, 13), date(2024, 11, 24)}
    assert ours ^ theirs <= set(DIFFERENCES) | second_rounds
    assert theirs <= ours


@pytest.mark.parametrize(("place", "day"), LOCAL_DIFFERENCES)
def test_holidays_made_for_one_year(place: str, day: date) -> None:
    assert CALENDAR.holiday(day, place)
    assert CALENDAR.holiday(day) is None
    assert CALENDAR.holiday(day.replace(year=day.year + 2), place) is None


@pytest.mark.parametrize("year", BY_HAND)
def test_years_computed_by_hand(year: int) -> None:
    days = {day.strftime("%d-%m") for day in CALENDAR.year(year)} - ({"29-10"} if year == 2028 else set())
    assert days == set(BY_HAND[year].split())


def test_only_chillan_and_chillan_viejo_rest_on_20_august() -> None:
    day = date(2026, 8, 20)
    assert not CALENDAR.is_working_adm(day, "16101")
    assert not CALENDAR.is_working_adm(day, "16103")
    assert CALENDAR.is_working_adm(day, "16102")
    assert CALENDAR.is_working_adm(day)


def test_arica_rests_on_7_june_in_all_its_comunas() -> None:
    assert CALENDAR.holiday(date(2027, 6, 7), "15202")
    assert CALENDAR.has_local("15202")
    assert not CALENDAR.has_local("05101") or CALENDAR.holiday(date(2027, 6, 7), "05101") is None


def test_the_first_day_of_a_two_day_election_was_a_working_saturday() -> None:
    assert CALENDAR.holiday(date(2024, 10, 26)) is None
    assert CALENDAR.is_working_judicial(date(2024, 10, 26))


def test_31_december_is_no_legal_holiday() -> None:
    assert all(CALENDAR.holiday(date(year, 12, 31)) is None for year in YEARS)


def test_bridges_and_moves() -> None:
    names = {
        date(2018, 9, 17): "lunes 17",
        date(2021, 9, 17): "viernes 17",
        date(2024, 9, 20): "viernes 20",
        date(2023, 1, 2): "Lunes siguiente",
        date(2018, 11, 2): "Evangélicas",
        date(2023, 10, 27): "Evangélicas",
        date(2018, 7, 2): "San Pedro",
    }
    for day, part in names.items():
        holiday = CALENDAR.holiday(day)
        assert holiday
        assert part in holiday.name
        assert holiday.norms


def test_the_solstice_begins_in_2021_and_listed_days_end_with_the_table() -> None:
    assert CALENDAR.holiday(date(2020, 6, 20)) is None
    assert CALENDAR.holiday(date(2021, 6, 21))
    assert not CALENDAR.covers(date(2031, 1, 1))
    assert not CALENDAR.covers(date(2017, 12, 31))
    assert CALENDAR.holiday(date(2031, 12, 25)), "rules go on, but unchecked"
    assert CALENDAR.holiday(date(2031, 6, 21)) is None


def test_a_clinic_adds_a_day_without_changing_the_pack() -> None:
    day = date(2026, 11, 24)
    rule = HolidayRule(
        "duelo", "Duelo nacional", ListedDays((day,)), source="aviso de la clínica", confidence="K"
    )
    twice = CALENDAR.with_added([rule]).with_added([])
    assert twice.holiday(day) is not None
    assert CALENDAR.holiday(day) is None


def test_a_rule_outside_its_validity_gives_nothing() -> None:
    rule = HolidayRule("x", "X", FixedDay(3, 3), since=date(2020, 3, 4), until=date(2022, 3, 3))
    assert [year for year in range(2019, 2025) if dates_of(rule, year)] == [2021, 2022]


def test_a_day_moved_into_the_next_year_is_found_there() -> None:
    rule = HolidayRule("x", "X", FixedDay(12, 31, moves=(3,) * 7))
    assert CALENDAR.with_added([rule]).holiday(date(2027, 1, 3))


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_of_spring_tide(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(covered_days, comunas)
def test_working_days(day: date, comuna: str | None) -> None:
    adm, judicial = CALENDAR.is_working_adm(day, comuna), CALENDAR.is_working_judicial(day, comuna)
    assert not adm or judicial
    assert judicial or day.weekday() == 6 or CALENDAR.holiday(day, comuna)
    if judicial and not adm:
        assert day.weekday() == 5


@given(covered_days, comunas)
def test_last_filing_day_is_the_nearest_weekday_at_or_before(day: date, comuna: str | None) -> None:
    last = CALENDAR.last_filing_day(day, comuna)
    assert last <= day
    assert CALENDAR.is_working_adm(last, comuna)
    skipped = [last + timedelta(days=n + 1) for n in range((day - last).days)]
    assert not any(CALENDAR.is_working_adm(one, comuna) for one in skipped)


@given(covered_days, comunas)
def test_next_working_days(day: date, comuna: str | None) -> None:
    for following, works in (
        (CALENDAR.next_working_adm, CALENDAR.is_working_adm),
        (CALENDAR.next_working_judicial, CALENDAR.is_working_judicial),
    ):
        found = following(day, comuna)
        assert found >= day
        assert works(found, comuna)
        assert not any(works(day + timedelta(days=n), comuna) for n in range((found - day).days))

"""Counting against a naive counter written apart."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.deadlines import NoticeEvent
from konbit.reasoning.counting import count, deadline_reading, due_day, notice_dates

from .terms import CALENDAR, DAY, DEADLINES, UNITS

starts = st.dates(date(2018, 1, 1), date(2030, 3, 1))
comunas = st.sampled_from([None, "15101", "16101", "10201", "13101"])


def naive_due(unit_id: str, start: date, amount: int, comuna: str | None) -> date:
    """Walks day by day and asks each day by itself; knows the units by name and nothing of their tables."""
    if unit_id in {"meses", "anios"}:
        months = amount * (12 if unit_id == "anios" else 1)
        year, month = start.year, start.month
        for _ in range(months):
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        day = start.day
        while True:
            try:
                return date(year, month, day)
            except ValueError:
                day -= 1
    counted, day = 0, start
    while counted < amount:
        day += DAY
        free = CALENDAR.holiday(day, comuna) is not None
        name = day.strftime("%w")
        if unit_id == "habiles_adm" and (free or name in "06"):
            continue
        if unit_id == "habiles_judiciales" and (free or name == "0"):
            continue
        counted += 1
    return day


@pytest.mark.parametrize("unit_id", ["corridos", "habiles_adm", "habiles_judiciales"])
@given(start=starts, amount=st.integers(1, 180), comuna=comunas)
def test_day_terms_agree_with_the_naive_counter(
    unit_id: str, start: date, amount: int, comuna: str | None
) -> None:
    unit = UNITS[unit_id]
    due = naive_due(unit_id, start, amount, comuna)
    assert due_day(unit, start, amount, CALENDAR, comuna) == due
    counted = count(DEADLINES["proteccion"], unit, start, CALENDAR, amount=amount, comuna=comuna)
    assert counted.due == due
    assert [day.date for day in counted.days] == [start + n * DAY for n in range((due - start).days + 1)]
    assert [day.number for day in counted.days if day.number] == list(range(1, amount + 1))
    assert [day.reason for day in counted.days].count("vence") == 1
    for day in counted.days[1:]:
        holiday = CALENDAR.holiday(day.date, comuna)
        assert day.holiday == (holiday.name if holiday else "")
        assert (day.number is None) == (day.reason in {"sabado", "domingo", "feriado"})
        assert day.norms


@pytest.mark.parametrize("unit_id", ["meses", "anios"])
@given(start=starts, amount=st.integers(1, 18))
def test_month_and_year_terms_agree_with_the_naive_counter(unit_id: str, start: date, amount: int) -> None:
    due = naive_due(unit_id, start, amount, None)
    assert due_day(UNITS[unit_id], start, amount, CALENDAR) == due
    counted = count(DEADLINES["revision"], UNITS[unit_id], start, CALENDAR, amount=amount)
    assert counted.due == due
    assert [day.number for day in counted.days] == [None, *range(1, amount + 1)]
    assert [day.date for day in counted.days] == [
        start,
        *(naive_due(unit_id, start, n, None) for n in range(1, amount + 1)),
    ]


@given(start=st.datetimes(datetime(2018, 1, 1), datetime(2030, 1, 1)), amount=st.integers(1, 200))
def test_hours_are_hours(start: datetime, amount: int) -> None:
    counted = count(DEADLINES["apelacion_amparo"], UNITS["horas"], start, CALENDAR, amount=amount)
    assert counted.due == start + timedelta(hours=amount)


@given(start=starts)
def test_the_third_day_by_both_readings(start: date) -> None:
    event = NoticeEvent("x", start="dia_tercero")
    first, second = notice_dates(event, start, CALENDAR)
    assert first == start + 3 * DAY
    latest = second or first
    working = sum(CALENDAR.is_working_adm(start + n * DAY) for n in range(1, (latest - start).days + 1))
    assert working == 3
    sent = NoticeEvent("x", start="envio", other="dia_tercero")
    assert notice_dates(sent, start, CALENDAR) == (start, latest)


@given(ident=st.sampled_from(sorted(DEADLINES)), which=st.integers(0, 1), start=starts, comuna=comunas)
def test_every_deadline_of_the_pack(ident: str, which: int, start: date, comuna: str | None) -> None:
    deadline = DEADLINES[ident]
    event = deadline.events[which % len(deadline.events)]
    reading = deadline_reading(deadline, event, start, CALENDAR, UNITS, comuna=comuna)
    vence = reading.vence.date() if isinstance(reading.vence, datetime) else reading.vence
    assert start <= vence
    assert reading.dias[-1].reason == "vence"
    if reading.alternativo is not None:
        other = reading.alternativo
        assert (other.date() if isinstance(other, datetime) else other) >= vence
    assert start <= reading.presentar_hasta <= vence
    assert reading.presentar_hasta == start or CALENDAR.is_working_adm(reading.presentar_hasta, comuna)
    without = deadline_reading(deadline, event, start, CALENDAR, UNITS)
    assert reading.sin_feriado_regional in {None, without.vence}


@given(start=starts, amount=st.integers(1, 120))
def test_a_later_notice_or_a_longer_term_never_ends_sooner(start: date, amount: int) -> None:
    for unit in (UNITS["corridos"], UNITS["habiles_adm"], UNITS["habiles_judiciales"], UNITS["meses"]):
        due = due_day(unit, start, amount, CALENDAR)
        assert due <= due_day(unit, start + DAY, amount, CALENDAR)
        assert due < due_day(unit, start, amount + 1, CALENDAR)

"""Which day is which in a term: days that count, months, hours, the last day, its state."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from konbit.law.deadlines import DayUnit, Deadline, NoticeEvent
from konbit.reasoning.counting import add_months, count, deadline_state, due_day, term_length

from .terms import CALENDAR, DEADLINES, read


def test_the_days_of_a_term_tell_why() -> None:
    days = read("reposicion", "2026-09-15", "personal").dias
    assert [(day.date.day, day.number, day.reason) for day in days] == [
        (15, None, "evento"),
        (16, 1, "cuenta"),
        (17, 2, "cuenta"),
        (18, None, "feriado"),
        (19, None, "feriado"),
        (20, None, "domingo"),
        (21, 3, "cuenta"),
        (22, 4, "cuenta"),
        (23, 5, "vence"),
    ]
    assert days[3].holiday == "Independencia Nacional"
    corridos = read("reclamacion_141", "2026-11-28", "personal").dias
    assert corridos[-1].holiday == "Inmaculada Concepción"
    fiestas = read("reclamacion_141", "2026-09-11", "personal").dias
    assert [day.reason for day in fiestas if day.holiday] == ["feriado_que_cuenta"] * 2


def test_the_authority_fixes_the_days_and_the_law_the_floor() -> None:
    assert read("abandono_orden", "2026-11-02").vence == date(2026, 11, 7)
    fixed = term_length(DEADLINES["abandono_orden"], 15)
    assert read("abandono_orden", "2026-11-02", amount=fixed).vence == date(2026, 11, 17)


def test_an_extension_that_was_announced_is_added() -> None:
    deadline = DEADLINES["transparencia_respuesta"]
    assert term_length(deadline) == 20
    assert term_length(deadline, true_facts={"transparencia_prorrogada"}) == 30


def test_hours_run_from_the_moment_and_a_bare_day_from_its_start() -> None:
    reading = read("apelacion_amparo", "2026-11-20T10:30")
    assert reading.vence == datetime(2026, 11, 21, 10, 30)
    assert reading.alternativo == date(2026, 11, 25)
    assert reading.presentar_hasta == date(2026, 11, 20)
    bare = read("apelacion_amparo", "2026-11-19")
    assert bare.vence == datetime(2026, 11, 20, 0, 0)
    assert bare.presentar_hasta == date(2026, 11, 19)


def test_nothing_can_be_filed_before_notice() -> None:
    saturday = read("apelacion_amparo", "2026-11-21T10:00")
    assert saturday.presentar_hasta == date(2026, 11, 21)


def test_states_of_an_hour_term() -> None:
    due = datetime(2026, 11, 21, 10, 30)
    assert deadline_state(due, date(2026, 11, 20)) == "abierto"
    assert deadline_state(due, date(2026, 11, 21)) == "hoy"
    assert deadline_state(due, datetime(2026, 11, 21, 10, 30)) == "vencido"
    assert deadline_state(datetime(2026, 11, 21), date(2026, 11, 21)) == "vencido"


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-12-15", 1, "2027-01-15"),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(start: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


def test_a_child_born_on_29_february_asks_by_the_27th() -> None:
    assert read("nna_antes_18", "2008-02-29").vence == date(2026, 2, 27)


def test_a_term_of_a_year_moves_on_only_in_the_other_reading() -> None:
    reading = read("revision", "2025-12-25")
    assert reading.vence == date(2026, 12, 25)
    assert reading.alternativo == date(2026, 12, 28)
    assert read("revision", "2025-12-22").alternativo is None


def test_a_holiday_of_the_comuna_alone_is_pointed_out() -> None:
    chillan = read("reposicion", "2026-08-18", "personal", comuna="16101")
    assert (chillan.vence, chillan.sin_feriado_regional) == (date(2026, 8, 26), date(2026, 8, 25))
    assert read("reposicion", "2026-08-18", "personal", comuna="16102").sin_feriado_regional is None
    assert read("reclamacion_141", "2026-08-18", "personal", comuna="16101").sin_feriado_regional is None


def test_readings_say_when_the_calendar_does_not_reach() -> None:
    assert read("reposicion", "2030-12-10", "personal").calendario_cubre
    assert not read("reposicion", "2030-12-27", "personal").calendario_cubre
    assert read("nna_antes_18", "2009-01-10").calendario_cubre, "eighteen years need no holidays"


def test_a_unit_whose_last_day_moves_on_says_so() -> None:
    unit = DayUnit("prueba", "x", "x", "dias", moves_on=True)
    term = Deadline("x", "x", "x", 3, "prueba", (NoticeEvent("f"),), (), "C", "x", "x")
    counted = count(term, unit, date(2026, 9, 15), CALENDAR)
    assert [(day.date.day, day.reason) for day in counted.days[2:]] == [
        (17, "cuenta"),
        (18, "feriado_que_cuenta"),
        (19, "feriado"),
        (20, "domingo"),
        (21, "vence_trasladado"),
    ]
    assert counted.due == date(2026, 9, 21) == due_day(unit, date(2026, 9, 15), 3, CALENDAR)

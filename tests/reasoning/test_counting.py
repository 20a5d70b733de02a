"""Counting deadlines: the cases of the dossier, and properties against a naive counter written apart."""

from __future__ import annotations

import importlib.util
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.deadlines import DayUnit, Deadline, NoticeEvent
from konbit.reasoning.counting import (
    Reading,
    add_months,
    choose_event,
    count,
    deadline_reading,
    deadline_state,
    due_day,
    event_for,
    notice_dates,
    term_length,
)

_SPEC = importlib.util.spec_from_file_location(
    "calendar_fixture", Path(__file__).parents[1] / "law" / "calendar_fixture.py"
)
assert _SPEC and _SPEC.loader
pack = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(pack)

CALENDAR = pack.pack_calendar()
UNITS: dict[str, DayUnit] = pack.day_units()
DEADLINES: dict[str, Deadline] = pack.deadlines()
DAY = timedelta(days=1)

starts = st.dates(date(2018, 1, 1), date(2030, 3, 1))
comunas = st.sampled_from([None, "15101", "16101", "10201", "13101"])


def read(
    ident: str,
    when: str,
    medium: str | None = None,
    amount: int | None = None,
    comuna: str | None = None,
) -> Reading:
    deadline = DEADLINES[ident]
    moment = datetime.fromisoformat(when) if "T" in when else date.fromisoformat(when)
    event = event_for(deadline, medium)  # pyright: ignore[reportArgumentType]
    return deadline_reading(deadline, event, moment, CALENDAR, UNITS, amount=amount, comuna=comuna)


# case, deadline, fact's day, way of notice, evaluated on, expected (paths of the contract)
CASES = [
    (
        "C02",
        "nna_antes_18",
        "2009-01-10",
        None,
        "2026-11-23",
        "vence 2027-01-09 presentar_hasta 2027-01-08 estado abierto",
    ),
    (
        "C15",
        "reclamacion_141",
        "2026-11-13",
        "personal",
        "2026-11-23",
        "inicio 2026-11-13 vence 2026-11-23 presentar_hasta 2026-11-23 estado hoy",
    ),
    (
        "C16",
        "reclamacion_141",
        "2026-11-28",
        "personal",
        "2026-12-01",
        "vence 2026-12-08 presentar_hasta 2026-12-07 estado abierto",
    ),
    (
        "C17",
        "reclamacion_141",
        "2026-10-01",
        "personal",
        "2026-11-23",
        "vence 2026-10-11 presentar_hasta 2026-10-09 estado vencido",
    ),
    (
        "C18",
        "reposicion",
        "2026-10-08",
        "correo",
        "2026-10-13",
        "inicio 2026-10-11 inicio_alternativo 2026-10-14 vence 2026-10-19 alternativo 2026-10-21 presentar_hasta 2026-10-19 estado abierto",
    ),
    (
        "C19",
        "reposicion",
        "2026-09-15",
        "personal",
        "2026-09-16",
        "vence 2026-09-23 presentar_hasta 2026-09-23 estado abierto",
    ),
    ("C20", "proteccion", "2026-10-20", None, "2026-11-23", "vence 2026-11-19 estado vencido"),
    (
        "C21",
        "proteccion",
        "2026-11-08",
        None,
        "2026-11-23",
        "vence 2026-12-08 presentar_hasta 2026-12-07 estado abierto",
    ),
    (
        "C22",
        "proteccion",
        "2028-01-31",
        None,
        "2028-02-05",
        "vence 2028-03-01 presentar_hasta 2028-03-01 estado abierto",
    ),
    (
        "C23",
        "refugio_solicitud",
        "2026-11-19",
        None,
        "2026-11-23",
        "vence 2026-11-30 presentar_hasta 2026-11-30 estado abierto",
    ),
    (
        "C24",
        "refugio_solicitud",
        "2026-11-16",
        None,
        "2026-11-23",
        "vence 2026-11-25 presentar_hasta 2026-11-25 estado abierto",
    ),
    (
        "C25",
        "refugio_sur_place",
        "2026-11-17",
        None,
        "2026-11-23",
        "vence 2026-11-26 presentar_hasta 2026-11-26 estado abierto",
    ),
    ("C26", "procedimiento_6_meses", "2024-08-01", None, "2026-11-23", "vence 2025-02-01 estado vencido"),
    (
        "C26",
        "proteccion_omision",
        "2026-11-10",
        None,
        "2026-11-23",
        "vence 2026-12-10 presentar_hasta 2026-12-10 estado abierto",
    ),
    (
        "C35",
        "proteccion",
        "2026-11-18",
        None,
        "2026-11-23",
        "vence 2026-12-18 presentar_hasta 2026-12-18 estado abierto",
    ),
    ("C35", "accion_zamudio", "2026-11-18", None, "2026-11-23", "vence 2027-02-16 estado abierto"),
    (
        "C38",
        "reclamacion_141",
        "2026-11-16",
        "correo",
        "2026-11-23",
        "inicio 2026-11-16 inicio_alternativo 2026-11-19 vence 2026-11-26 alternativo 2026-11-29 presentar_hasta 2026-11-26 estado abierto",
    ),
]


@pytest.mark.parametrize(("case", "ident", "when", "medium", "on", "expected"), CASES)
def test_cases_of_the_dossier(
    case: str, ident: str, when: str, medium: str | None, on: str, expected: str
) -> None:
    reading = read(ident, when, medium)
    words = expected.split()
    for key, value in zip(words[::2], words[1::2], strict=True):
        if key == "estado":
            assert deadline_state(reading.vence, date.fromisoformat(on)) == value
        else:
            assert getattr(reading, key).isoformat() == value, (case, key)


def test_personal_notice_leaves_no_second_reading() -> None:
    reading = read("reclamacion_141", "2026-11-13", "personal")
    assert reading.inicio_alternativo is None
    assert reading.alternativo is None


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


def test_notice_by_mail_shows_the_sending_and_the_notice() -> None:
    days = read("reposicion", "2026-10-08", "correo").dias
    assert [(day.date.day, day.reason) for day in days[:3]] == [(8, "evento"), (11, "aviso"), (12, "feriado")]
    assert "21325:146.tercer_dia" in days[1].norms


def test_an_unstated_unit_reads_the_shorter_and_shows_the_longer() -> None:
    reading = read("descargos_91", "2026-10-08", "correo")
    assert (reading.inicio, reading.inicio_alternativo) == (date(2026, 10, 11), date(2026, 10, 14))
    assert reading.vence == date(2026, 10, 21)
    assert reading.alternativo == date(2026, 10, 28), "later notice and longer unit together"
    assert reading.unidad == "corridos"


def test_a_fine_by_email_counts_from_the_sending() -> None:
    reading = read("descargos_multa", "2026-10-08", "correo")
    assert (reading.inicio, reading.inicio_alternativo) == (date(2026, 10, 8), date(2026, 10, 14))
    assert reading.vence == date(2026, 10, 23)


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


def test_personal_notice_wins_over_the_sending_and_the_other_is_told() -> None:
    deadline = DEADLINES["reposicion"]
    known = {"rechazo_enviado": date(2026, 10, 1), "fecha_notif_rechazo": date(2026, 10, 6)}
    chosen = choose_event(deadline, known, "correo")
    assert chosen
    assert (chosen.event.fact, chosen.when) == ("fecha_notif_rechazo", date(2026, 10, 6))
    assert chosen.passed_over == ("rechazo_enviado",)
    sent = choose_event(deadline, {"rechazo_enviado": date(2026, 10, 1)}, "personal")
    assert sent
    assert sent.event.start == "dia_tercero"
    assert choose_event(deadline, {"fecha_ingreso": date(2026, 10, 1)}) is None


def test_the_way_of_notice_picks_among_events_of_one_fact() -> None:
    known = {"fecha_notif_multa": date(2026, 10, 1)}
    by_mail = choose_event(DEADLINES["multa_rebaja_25"], known, "correo")
    plain = choose_event(DEADLINES["multa_rebaja_25"], known)
    assert by_mail
    assert plain
    assert (by_mail.event.start, plain.event.start) == ("correo_mismo_dia", "mismo_dia")


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


# --- properties against a naive counter ------------------------------------------------------------------------------


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


# --- the pack's tables -------------------------------------------------------------------------------------------------


def test_every_deadline_names_units_of_the_pack_and_speaks_plainly() -> None:
    for deadline in DEADLINES.values():
        assert deadline.unit in UNITS
        assert deadline.other_unit is None or deadline.other_unit in UNITS
        assert deadline.amount > 0
        for text in (deadline.name, deadline.purpose, deadline.when_late, deadline.advice):
            assert text[0].isupper()
        assert deadline.purpose.endswith(".")
        assert len(deadline.purpose) <= 110, deadline.id


def test_only_terms_whose_unit_the_law_leaves_open_have_another() -> None:
    assert {ident for ident, one in DEADLINES.items() if one.other_unit} == {
        *(
            "descargos_91",
            "descargos_132",
            "recurso_frontera_131",
            "refugio_presentarse",
            "refugio_domicilio",
        ),
        *("cedula", "abandono_orden", "amparo_cplt", "apelacion_amparo"),
    }

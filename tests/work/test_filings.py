"""What was filed: kept in the history, read back strictly, undone, and counted."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from konbit.case.acts import AddedPerson
from konbit.case.case import Case
from konbit.case.writing import read_history, write_case
from konbit.errors import BadCase
from konbit.law.pack import Pack
from konbit.work.filings import (
    delays,
    filing_rows,
    longest_pending,
    median_days,
    next_facts,
    record_filing,
    record_result,
)
from konbit.work.interview import Interview
from konbit.work.office import Office, office_of

TODAY = date(2026, 11, 24)
CASE = Case("K-1").do(AddedPerson("p1"))


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def filed(office: Office, what: str = "ruta:rd", day: str = "2024-08-01", **more: Any) -> Case:
    return record_filing(office, CASE, TODAY, what, day=day, **({"channel": "portal"} | more))


def again(office: Office, data: dict[str, Any]) -> Case:
    return read_history(data, office.pack.facts, office.pack.places, "caso.json")


def test_a_filing_is_kept_with_what_the_program_said_of_it(office: Office) -> None:
    case = filed(office, number=" 36904410 ")
    one = case.filings["f1"].filed
    assert (one.what, one.day.text, one.channel, one.number) == (
        "ruta:rd",
        "2024-08-01",
        "portal",
        "36904410",
    )
    assert (one.person, one.outcome, one.pack) == ("p1", "falta_informacion", office.pack.version)


def test_it_is_written_and_read_again_whole(office: Office) -> None:
    case = record_result(office, filed(office), TODAY, "f1", "rechazada", day="2026-05")
    data = json.loads(json.dumps(write_case(case)))
    assert again(office, data) == case
    assert data["konbit"] == 2


def test_a_history_without_filings_stays_as_older_programs_read_it(office: Office) -> None:
    assert write_case(CASE)["konbit"] == 1


@pytest.mark.parametrize(
    ("at", "change"),
    [
        (1, {"que": "formulario:F04"}), (1, {"que": "ruta:"}), (1, {"presentado": "31-12-2024"}),
        (1, {"canal": ["portal"]}), (1, {"numero": 7}), (1, {"id": ""}), (1, {"persona": None}),
        (2, {"id": "f9"}), (2, {"resuelto": "2026-13"}), (2, {"resultado": {}}),
    ],
)  # fmt: skip
def test_a_damaged_filing_is_told_and_not_read(office: Office, at: int, change: dict[str, Any]) -> None:
    data = write_case(record_result(office, filed(office), TODAY, "f1", "rechazada", day="2026-05"))
    data["historia"][at] |= change
    with pytest.raises(BadCase, match=f"la historia del caso está dañada en el acto {at + 1}"):
        again(office, data)


def test_undoing_takes_back_the_result_and_then_the_filing(office: Office) -> None:
    case = record_result(office, filed(office), TODAY, "f1", "rechazada", day="2026-05-02")
    back = case.undo()
    assert back.filings["f1"].decided is None
    assert back.undo().filings == {}
    assert record_filing(
        office, back.undo(), TODAY, "ruta:rd", day="2024", channel="portal"
    ).filings.keys() == {"f2"}


def test_a_filing_is_put_right_and_keeps_its_end_and_its_outcome(office: Office) -> None:
    case = record_result(office, filed(office), TODAY, "f1", "acogida", day="2026-05-02")
    known = Interview(office, case, TODAY).answered("en_chile", True).case
    made = record_filing(
        office, known, TODAY, "ruta:rd", day="2024-09", channel="correo_electronico", ident="f1"
    )
    assert len(made.filings) == 1
    assert made.filings["f1"].filed.day.text == "2024-09"
    assert made.filings["f1"].decided == case.filings["f1"].decided
    assert made.filings["f1"].filed.outcome == case.filings["f1"].filed.outcome


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"what": "ruta:rdd"}, 'que: no hay nada llamado "ruta:rdd". ¿Quiso decir "ruta:rd"?'),
        ({"channel": "portall"}, 'canal: "portall" no es una forma de presentar. ¿Quiso decir "portal"?'),
        ({"day": "2027-01-01"}, "presentado: no puede ser un día que todavía no llega"),
        ({"day": "2024-02-31"}, 'presentado: no es un día que exista: "2024-02-31"'),
        ({"number": "1" * 41}, "numero: el texto tiene 41 letras y caben 40"),
        ({"ident": "f7"}, 'id: no hay ninguna presentación "f7"'),
    ],
)
def test_what_cannot_be_filed_is_one_sentence(office: Office, more: dict[str, Any], says: str) -> None:
    with pytest.raises(BadCase) as caught:
        filed(office, **more)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("ident", "result", "day", "says"),
    [
        ("f2", "acogida", "2026-01-01", 'id: no hay ninguna presentación "f2"'),
        ("f1", "acogido", "2026-01-01", 'resultado: "acogido" no es un resultado. ¿Quiso decir "acogida"?'),
        ("f1", "acogida", "2024-07-31", "resuelto: no puede ser antes de la presentación"),
        ("f1", "acogida", "2026-11-25", "resuelto: no puede ser un día que todavía no llega"),
    ],
)
def test_a_result_that_cannot_be_is_one_sentence(
    office: Office, ident: str, result: str, day: str, says: str
) -> None:
    with pytest.raises(BadCase) as caught:
        record_result(office, filed(office), TODAY, ident, result, day=day)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("day", "spans"),
    [
        ("2024-08-01", (845, 845, 27, 27)),
        ("2024-08", (815, 845, 26, 27)),
        ("2024", (693, 1058, 22, 34)),
        ("2026-11-24", (0, 0, 0, 0)),
        ("2026", (0, 327, 0, 10)),
    ],
)
def test_how_long_it_has_been_pending(office: Office, day: str, spans: tuple[int, int, int, int]) -> None:
    found = delays(filed(office, day=day), TODAY)[0]
    assert (found.days, found.most_days, found.months, found.most_months) == spans
    assert found.pending


def test_what_ended_waits_no_longer(office: Office) -> None:
    case = record_result(office, filed(office), TODAY, "f1", "acogida", day="2025-08-01")
    found = delays(case, TODAY)[0]
    assert (found.days, found.months, found.pending, found.exact) == (365, 12, False, True)
    assert longest_pending(case, TODAY) is None
    case = record_filing(office, case, TODAY, "escrito:proteccion", day="2026-11-01", channel="ojv")
    waiting = longest_pending(case, TODAY)
    assert waiting is not None and waiting.filing.filed.what == "escrito:proteccion"


def test_the_rows_for_counting_name_nobody(office: Office) -> None:
    case = record_result(office, filed(office, number="36904410"), TODAY, "f1", "acogida", day="2025-08-01")
    rows = filing_rows(case, TODAY)
    assert "36904410" not in json.dumps(rows) and "p1" not in json.dumps(rows)
    assert rows[0]["dias"] == 365 and rows[0]["resultado_previo"] == "falta_informacion"
    assert median_days([*rows, {**rows[0], "dias": 367, "dias_a_lo_mas": 367}]) == {"ruta:rd": 366.0}


@pytest.mark.parametrize(
    ("what", "result", "facts"),
    [
        ("ruta:rd", "", ("solicitud_pendiente_fecha",)),
        ("ruta:rd", "rechazada", ("fecha_notif_rechazo",)),
        ("ruta:rd", "acogida", ()),
        ("escrito:proteccion", "rechazada", ("sentencia_notificada",)),
        ("escrito:reposicion", "", ("fecha_reposicion",)),
    ],
)
def test_the_pack_says_which_date_starts_the_next_deadline(
    office: Office, what: str, result: str, facts: tuple[str, ...]
) -> None:
    case = filed(office, what)
    if result:
        case = record_result(office, case, TODAY, "f1", result, day="2026-05-02")
    assert next_facts(office, case, "f1") == facts

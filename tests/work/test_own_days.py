"""The clinic's own days in the office at the desk and on the command line."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from konbit.cli.running import run_command
from konbit.law.own_days import OwnDay, load_own_days
from konbit.law.pack import Pack
from konbit.work.deadlines import CountRequest, count_deadline
from konbit.work.office import Office, office_of
from konbit.work.own_days import office_with_days, open_clinic, save_own_days

START, ADDED = date(2026, 12, 1), date(2026, 12, 9)


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def konbit(*words: str) -> tuple[int, dict[str, Any], str]:
    out, err = StringIO(), StringIO()
    code = run_command([*words, "--json"], out, err)
    return code, json.loads(out.getvalue()), err.getvalue()


def test_a_day_of_the_clinic_is_skipped_with_its_reason(office: Office) -> None:
    request = CountRequest("reposicion", START)
    plain = count_deadline(office, request)
    added = count_deadline(office_with_days(office, [OwnDay(ADDED, "Ley 21.999")]), request)
    assert added.vence > plain.vence
    assert [(day.number, day.holiday) for day in added.dias if day.date == ADDED] == [(None, "Ley 21.999")]
    assert count_deadline(office, request) == plain


def test_without_days_nothing_is_compiled_again(office: Office) -> None:
    assert office_with_days(office, []) is office


def test_they_are_kept_and_opened_with_the_pack(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "ajustes" / "dias_propios.toml"
    days = (OwnDay(ADDED, "Ley 21.999", "01101"),)
    save_own_days(days, office.pack.places, file)
    assert load_own_days(file, office.pack.places) == days
    clinic = open_clinic(None, file)
    assert (clinic.days, clinic.fault) == (days, None)
    assert clinic.office.engine.calendar.holiday(ADDED, "01101") is not None


def test_a_bad_file_keeps_nobody_from_working(tmp_path: Path) -> None:
    file = tmp_path / "dias_propios.toml"
    file.write_text("[[dia]]\nfecha = 3\n", encoding="utf-8")
    clinic = open_clinic(None, file)
    assert clinic.days == ()
    assert clinic.fault is not None and clinic.fault.key == "dia.1.fecha"


def test_on_the_command_line_only_where_they_are_named(tmp_path: Path) -> None:
    file = tmp_path / "feriados.toml"
    file.write_text('[[dia]]\nfecha = 2026-12-09\nmotivo = "Ley 21.999"\n', encoding="utf-8")
    _, plain, _ = konbit("deadline", "reposicion", "--from", START.isoformat())
    _, added, _ = konbit("deadline", "reposicion", "--from", START.isoformat(), "--feriados", str(file))
    assert added["vence"] > plain["vence"]
    assert {"fecha": "2026-12-09", "feriado": "Ley 21.999"}.items() <= next(
        day for day in added["dias"] if day["fecha"] == "2026-12-09"
    ).items()
    assert set(plain) == set(added)


@pytest.mark.parametrize(("content", "says"), [(None, "falta este archivo"), ("[[dia]]\n", "dia.1.fecha")])
def test_a_bad_file_is_one_sentence_and_exit_2(tmp_path: Path, content: str | None, says: str) -> None:
    file = tmp_path / "feriados.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    code, data, told = konbit("deadline", "reposicion", "--from", "2026-12-01", "--feriados", str(file))
    assert code == 2
    assert data["file"] == "feriados.toml" and says in told

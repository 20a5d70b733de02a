"""Interviews as files, rows of lists, the list of cases: without a window."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from konbit.case.acts import AddedPerson
from konbit.case.answers import NotKnown
from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadCase
from konbit.reasoning.asking import Target
from konbit.work import case_rows
from konbit.work.ask import asked_facts
from konbit.work.case_list import case_lines
from konbit.work.interview import Interview
from konbit.work.interview_files import open_interview, resumed, save_interview, write_place
from konbit.work.office import Office, open_office

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def office() -> Office:
    return open_office()


def begun(office: Office) -> Interview:
    case = Case("K-7R9").do(AddedPerson("p1"))
    return Interview(office, case, TODAY, (Target("escrito", "proteccion"),)).begin()


def test_an_interview_is_taken_up_where_it_was_left(office: Office, tmp_path: Path) -> None:
    interview = begun(office)
    assert interview.screen is not None
    for fact in interview.screen.facts:
        interview = interview.not_known(fact, NotKnown.DOES_NOT_KNOW)
    interview = interview.forward()
    path = tmp_path / "K-7R9.json"
    save_interview(interview, path)
    again, own = open_interview(office, path, TODAY)
    assert own
    assert again.screen is not None
    assert interview.screen is not None
    assert again.screen.facts == interview.screen.facts
    assert again.at == interview.at
    assert again.targets == interview.targets
    assert again.case.answers == interview.case.answers


@pytest.mark.parametrize(
    "place",
    [
        None, 7, [], {"para": 3, "pantallas": "x", "en": "y"},
        {"pantallas": [{"bloque": "no_existe", "hechos": ["detenido"]}], "en": 0},
        {"pantallas": [{"bloque": "peligro", "hechos": ["no_existe"]}], "en": 0},
        {"pantallas": [{"bloque": "peligro", "hechos": ["detenido"]}], "en": 99},
        {"pantallas": [{"bloque": "peligro", "hechos": ["detenido"]}], "en": True},
        {"pantallas": [3], "en": 0}, {"para": ["escrito:no_existe", 4]},
    ],
)  # fmt: skip
def test_a_place_that_makes_no_sense_loses_no_case(office: Office, place: Any) -> None:
    interview = begun(office)
    again = resumed(office, interview.case, TODAY, place)
    assert again.case is interview.case
    assert again.screen is not None
    assert again.at == 0


def test_a_finished_interview_stays_finished(office: Office) -> None:
    interview = begun(office)
    for _ in range(80):
        if interview.screen is None:
            break
        for fact in interview.screen.facts:
            interview = interview.not_known(fact, NotKnown.WITHHELD)
        interview = interview.forward()
    assert interview.done
    assert resumed(office, interview.case, TODAY, write_place(interview)).done


def test_another_programs_file_is_no_history_of_ours(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "ficha.json"
    path.write_text(json.dumps({"hechos": {"nombres": "Ana"}}), encoding="utf-8")
    interview, own = open_interview(office, path, TODAY)
    assert not own
    assert known_values(interview.case, office.pack.facts)["nombres"] == "Ana"


def test_rows_are_added_filled_and_taken_out(office: Office) -> None:
    when = datetime(2026, 11, 23, 19, 4)
    interview = begun(office)
    assert case_rows.rows_of(interview, "hijo") is None
    interview, first = case_rows.with_row(interview, "hijo", when)
    interview, second = case_rows.with_row(interview, "hijo", when)
    interview = case_rows.answered_in_row(interview, "hijo", first, "hijo_nombre", "Naïma", when)
    interview = case_rows.not_known_in_row(
        interview, "hijo", first, "hijo_fecha_nacimiento", NotKnown.DOES_NOT_KNOW, when
    )
    assert "hijo" not in known_values(interview.case, office.pack.facts)
    assert "hijo" not in asked_facts(office, interview.case)
    complete = case_rows.with_no_more(interview, "hijo", when)
    assert known_values(complete.case, office.pack.facts)["hijo"] == ({"hijo_nombre": "Naïma"}, {})
    assert "hijo" in asked_facts(office, complete.case)
    interview = case_rows.without_row(interview, "hijo", first, when)
    assert case_rows.rows_of(interview, "hijo") == (second,)
    interview, third = case_rows.with_row(interview, "hijo", when)
    assert third not in (first, second)


def test_a_row_refuses_a_day_that_cannot_be(office: Office) -> None:
    interview, row = case_rows.with_row(begun(office), "hijo")
    with pytest.raises(BadCase) as told:
        case_rows.answered_in_row(interview, "hijo", row, "hijo_fecha_nacimiento", "2020-02-31")
    assert told.value.key == "hijo_fecha_nacimiento"
    assert case_rows.answer_in_row(interview, "hijo", row, "hijo_fecha_nacimiento") is None


def test_none_and_not_known_settle_a_list(office: Office) -> None:
    interview = begun(office)
    assert "hijo" not in asked_facts(office, interview.case)
    unknown = interview.not_known("hijo", NotKnown.DOES_NOT_KNOW)
    assert "hijo" in asked_facts(office, unknown.case)
    assert "hijo" not in known_values(unknown.case, office.pack.facts)
    none = case_rows.with_no_more(unknown, "hijo")
    assert known_values(none.case, office.pack.facts)["hijo"] == ()
    assert none.answer_of("hijo") is None


def test_a_damaged_file_is_listed_and_hides_no_other(office: Office, tmp_path: Path) -> None:
    save_interview(begun(office), tmp_path / "K-7R9.json")
    (tmp_path / "X-1.json").write_text("{", encoding="utf-8")
    lines = {line.code: line for line in case_lines(office, tmp_path, TODAY)}
    assert lines["X-1"].fault is not None
    assert lines["K-7R9"].step.kind == "preguntar"
    assert lines["K-7R9"].about == "proteccion"


@pytest.mark.parametrize(
    ("list_id", "first", "second"),
    [
        ("salida", ("salida_desde", "2025-06-10"), ("salida_hasta", "2025-06-01")),
        ("salida", ("salida_hasta", "2025-06-01"), ("salida_desde", "2025-06-10")),
        ("hijo", ("hijo_nombre", "Ana"), ("hijo_fecha_nacimiento", "2031-01-01")),
        ("gestion", ("gestion_oficina", "Consulado"), ("gestion_fecha", "2031-01-01")),
    ],
)
def test_what_opening_would_refuse_is_refused_when_said_and_the_saved_case_opens(
    office: Office, tmp_path: Path, list_id: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    started, row = case_rows.with_row(begun(office), list_id)
    held = case_rows.answered_in_row(started, list_id, row, *first)
    with pytest.raises(BadCase) as caught:
        case_rows.answered_in_row(held, list_id, row, *second)
    assert caught.value.key == second[0]
    whole = case_rows.with_no_more(held, list_id)
    path = tmp_path / "K-7R9.json"
    save_interview(whole, path)
    opened, _ = open_interview(office, path, whole.today)
    assert case_rows.answer_in_row(opened, list_id, row, first[0]) is not None

"""What is heard of a criterion: never its contrary; a warning of several routes once; what to bring when it is open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from konbit.law.linter import find_doubts
from konbit.law.pack import Pack, PackFolders
from konbit.law.table import Problems
from konbit.law.texts import pack_texts
from konbit.reasoning.examining import Examination
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.speaking import Speaker
from konbit.work.cases import load_data, read_case
from konbit.work.check import check, check_json
from konbit.work.office import Office, office_of
from konbit.work.telling import examination, shared_cautions

TODAY = date(2026, 11, 23)
NEGATION = re.compile(r"(No|Ning[uú]n\w*|Nunca|Sin)\b")


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def found_of(office: Office, folders: PackFolders, name: str) -> Examination:
    path: Path = folders.forms / "ejemplos" / f"{name}.toml"
    data = load_data(path)
    return check(office, read_case(office, data.get("caso", data), path.name), TODAY)


def told(office: Office, folders: PackFolders, name: str) -> str:
    speaker = Speaker(Catalogue("es"))
    return examination(found_of(office, folders, name), office.pack, speaker)


def test_no_criterion_that_begins_with_a_negation_lacks_its_own_sentence(pack: Pack) -> None:
    groups = (pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values()))
    found = [one for rules in groups for versions in rules.criteria.values() for one in versions]
    assert [one.id for one in found if NEGATION.match(one.text) and not one.unmet] == []
    assert [one.id for one in found if one.unmet == one.text] == []
    ids = {one.id: one.text for one in pack_texts(pack)}
    assert ids["legal.requisito.comun.sin_b32_3.no_cumple"].startswith("Entró a Chile")


def test_lint_asks_for_the_sentence(pack: Pack) -> None:
    versions = pack.shared.criteria["sin_b32_3"]
    bare = tuple(replace(one, unmet="") for one in versions)
    shared = replace(pack.shared, criteria={**pack.shared.criteria, "sin_b32_3": bare})
    problems = Problems()
    find_doubts(replace(pack, shared=shared), problems)
    assert [one.key for one in problems.found if "no_cumple" in one.message] == ["sin_b32_3"]


def test_what_is_not_met_is_told_as_it_is(office: Office, folders: PackFolders) -> None:
    text = told(office, folders, "expulsion_nueve_dias")
    assert "✗ No cumple. Entró a Chile por un paso no habilitado en los últimos cinco años (" in text
    assert "No cumple. No entró" not in text
    assert "✓ Cumple: Está en Chile" in text


def test_a_warning_of_several_routes_is_told_once_the_red_ones_first(
    office: Office, folders: PackFolders
) -> None:
    found = found_of(office, folders, "expulsion_nueve_dias")
    text, shared = told(office, folders, "expulsion_nueve_dias"), shared_cautions(found)
    assert len(shared) > 2
    for _, words in shared:
        assert text.count(f": {words}\n") == 1
    reds = [level.value == "rojo" for level, _ in shared]
    assert reds == sorted(reds, reverse=True)
    for verdict in found.routes.values():  # and what is one route's own is not lost
        for one in verdict.cautions:
            assert one.text in text


def test_what_to_bring_stands_under_what_nobody_knows(office: Office, folders: PackFolders) -> None:
    lines = told(office, folders, "expulsion_nueve_dias").splitlines()
    at = lines.index("  Falta saber: Condena firme de más de tres años")
    assert lines[at - 2].startswith("  ? No se sabe: No hay condena firme")
    assert lines[at - 1].startswith("    Qué traer o averiguar: El certificado de antecedentes")


def test_the_contract_keeps_the_sentence_and_adds_the_reading(office: Office, folders: PackFolders) -> None:
    data = check_json(office, found_of(office, folders, "expulsion_nueve_dias"))
    one = next(r for r in data["rutas"]["prorroga"]["requisitos"] if r["id"] == "sin_b32_3")
    assert one["estado"] == "no_cumple"
    assert one["texto"].startswith("No entró") and one["lectura"].startswith("Entró")
    assert all("lectura" not in r for r in data["rutas"]["art155_9"]["requisitos"])

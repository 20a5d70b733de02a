"""Which facts a place of a foreign form may take: by words typed, or by what the form prints there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_forms import form_with_fields

from konbit.law.pack import Pack
from konbit.work.workshop.draft import Draft
from konbit.work.workshop.offers import TODAY, Finder
from konbit.work.workshop.sheet import Sheet, Spot, sheet_of


@pytest.fixture(scope="module")
def finder(pack: Pack) -> Finder:
    return Finder(pack)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return sheet_of(form_with_fields(), "oficina.pdf")


def spot_of(draft: Draft, name: str) -> Spot:
    return next(spot for spot in draft.spots if spot.field == name)


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("run", "run"),
        ("primer apellido", "apellido_paterno"),
        ("PAÍS nac", "pais_nacimiento"),
        ("pais nac", "pais_nacimiento"),
        ("depto", "depto"),
        ("nacimento", "ciudad_nacimiento"),  # mistyped: the facts with a word like it
        ("hoy", TODAY),
        ("correo", "correo_electronico"),
    ],
)
def test_a_fact_is_found_by_the_words_of_its_label_question_or_id(
    finder: Finder, sheet: Sheet, typed: str, fact: str
) -> None:
    assert finder.search(typed, sheet.spots()[0])[0].fact == fact


def test_a_box_is_found_by_its_answer(finder: Finder, sheet: Sheet) -> None:
    box = spot_of(Draft(sheet), "sexo_m")
    first = finder.search("mujer", box)[0]
    assert (first.fact, first.choice) == ("sexo", "mujer")


def test_nothing_is_proposed_rather_than_anything(finder: Finder) -> None:
    assert finder.propose(Spot("f1", "text", 1, (0, 0, 1, 1), "Número de Seguro Social")) == ()
    assert finder.propose(Spot("f1", "text", 1, (0, 0, 1, 1))) == ()


def test_what_the_form_prints_or_the_field_is_called_proposes(finder: Finder, sheet: Sheet) -> None:
    by_name = Spot("form1[0].FechaNacimiento[0]", "text", 1, (0, 0, 1, 1))
    assert finder.propose(by_name)[0].fact == "fecha_nacimiento"
    for name, fact in (("run", "run"), ("nace", "fecha_nacimiento"), ("civil", "estado_civil")):
        assert finder.propose(spot_of(Draft(sheet), name))[0].fact == fact
    assert finder.propose(spot_of(Draft(sheet), "sexo_m"))[0].choice == "mujer"


def test_a_short_place_is_offered_the_short_way_of_writing(finder: Finder) -> None:
    year = Spot("a", "text", 1, (0, 0, 1, 1), "Fecha de nacimiento", longest=4)
    bare = Spot("b", "text", 1, (0, 0, 1, 1), "RUN", longest=10)
    assert finder.search("fecha nacimiento", year)[0].part == "anio"
    assert finder.search("run", bare)[0].style == "sin_puntos"


@given(typed=st.text(max_size=30))
def test_whatever_is_typed_finds_each_thing_once(finder: Finder, sheet: Sheet, typed: str) -> None:
    for spot in sheet.spots()[::3]:
        found = finder.search(typed, spot)
        assert len(set(found)) == len(found) <= 8

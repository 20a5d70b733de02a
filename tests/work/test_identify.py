"""Facts from a passport's zone, and gentle doubts about document numbers."""

from __future__ import annotations

from datetime import date

import pytest

from konbit.errors import BadCase
from konbit.law.pack import Pack
from konbit.work.identify import document_doubts, facts_from_mrz
from konbit.work.office import Office, office_of

TODAY = date(2026, 11, 24)
HAITIAN = "P<HTIDESROSIERS<<WILNER<<<<<<<<<<<<<<<<<<<<<\nRD45218704HTI8503127M3001014<<<<<<<<<<<<<<<6"


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def test_a_zone_fills_name_birth_number_and_nationality(office: Office) -> None:
    answers, _ = facts_from_mrz(office, HAITIAN, TODAY)
    assert answers["nombres"] == "Wilner"
    assert answers["apellido_paterno"] == "Desrosiers"
    assert answers["fecha_nacimiento"] == "1985-03-12"
    assert (answers["doc_numero"], answers["nacionalidad"], answers["sexo"]) == ("RD4521870", "HTI", "hombre")
    assert set(answers) <= set(office.pack.facts)


def test_what_is_no_zone_is_one_sentence(office: Office) -> None:
    with pytest.raises(BadCase, match="zona de lectura"):
        facts_from_mrz(office, "hola", TODAY)


@pytest.mark.parametrize(
    ("country", "kind", "number", "doubtful"),
    [
        ("HTI", "pasaporte", "RD4521870", False),
        ("HTI", "pasaporte", "12345", True),
        ("VEN", "documento_identidad", "V-21.345.678", False),
        ("PER", "documento_identidad", "0123", True),
        ("BOL", "documento_identidad", "1234567-1A LP", False),
        ("COL", "documento_identidad", "1.020.333.444", False),
        ("FRA", "pasaporte", "cualquiera", False),
    ],
)
def test_an_unusual_number_is_a_doubt_and_no_refusal(
    office: Office, country: str, kind: str, number: str, *, doubtful: bool
) -> None:
    known = {"doc_pais": country, "doc_tipo": kind, "doc_numero": number}
    assert bool(document_doubts(office, known)) is doubtful


def test_without_a_country_nothing_is_doubted(office: Office) -> None:
    assert document_doubts(office, {"doc_numero": "x", "doc_tipo": "pasaporte"}) == ()

"""Whom to call: for which route, in which region, and what a clinic corrects."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.errors import BadContacts
from konbit.law.directory import Contact, contacts_for
from konbit.law.own_contacts import load_own_contacts, with_own_contacts, write_own_contacts
from konbit.law.pack import Pack

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30)


def test_who_fears_to_go_back_is_sent_to_the_office_of_the_region_and_to_acnur(pack: Pack) -> None:
    idents = [one.id for one in contacts_for(pack.contacts, "02", route="refugio")]
    assert idents[:2] == ["sermig_antofagasta", "sermig_calama"]
    assert "acnur" in idents
    assert "sermig_santiago" not in idents


def test_where_the_region_is_not_known_nobody_far_away_is_named(pack: Pack) -> None:
    idents = [one.id for one in contacts_for(pack.contacts, "", route="refugio")]
    assert "acnur" in idents
    assert not [ident for ident in idents if ident.startswith("sermig")]


@pytest.mark.parametrize("route", ["refugio", "rt_humanitaria", "rt_nna"])
def test_every_route_that_sends_on_says_to_whom(pack: Pack, route: str) -> None:
    assert contacts_for(pack.contacts, "13", route=route)


def test_every_writ_that_needs_a_lawyer_names_the_legal_aid_of_each_region(pack: Pack) -> None:
    regions = {comuna.region_code for comuna in pack.places.comunas.values()}
    for writ in pack.writs.values():
        if writ.court and writ.lawyer and writ.id != "F13":
            for region in regions:
                found = [one.id for one in contacts_for(pack.contacts, region, writ=writ.id)]
                assert any(ident.startswith("caj_") for ident in found), (writ.id, region)


def test_a_contact_of_the_clinic_takes_the_place_of_the_packs(pack: Pack) -> None:
    mine = replace(pack.contacts["caj_biobio"], phone="41 222 3333", source="llamada", verified=True)
    changed = with_own_contacts(pack, {mine.id: mine})
    assert changed.contacts["caj_biobio"].phone == "41 222 3333"
    assert [one.contact for one in changed.referrals if one.contact.id == "caj_biobio"] == [mine]
    assert len(changed.contacts) == len(pack.contacts)


@given(name=WORDS, serves=WORDS, phone=WORDS, verified=st.booleans())
def test_what_is_written_is_read_back(
    pack: Pack, tmp_path_factory: pytest.TempPathFactory, name: str, serves: str, phone: str, verified: bool
) -> None:
    one = Contact(
        "propio_1", name, serves, ("13",), phone=phone, source="visita", verified=verified, routes=("rd",)
    )
    path = tmp_path_factory.mktemp("c") / "contactos.toml"
    path.write_text(write_own_contacts([one]), encoding="utf-8", newline="\n")
    assert load_own_contacts(path, pack) == {"propio_1": one}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[contacto", "no es TOML válido"),
        (
            '[[contacto]]\nid = "a"\nnombre = "A"\npara = "x"\nregiones = ["99"]\nconfianza = "C"',
            'ninguna región "99"',
        ),
        ('[[contacto]]\nid = "a"\nnombre = "A"\npara = "x"\nrutas = ["refugi"]\nconfianza = "C"', "refugio"),
        (
            '[[contacto]]\nid = "a"\nnombre = "A"\npara = "x"\ntelefono = "1"\nconfianza = "C"',
            "lleva su fuente",
        ),
        ('[[contacto]]\nid = "a"\npara = "x"\nconfianza = "C"', 'falta "nombre"'),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(pack: Pack, tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "contactos.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadContacts) as caught:
        load_own_contacts(path, pack)
    assert str(caught.value).startswith("contactos.toml: ")
    assert says in str(caught.value)


def test_no_file_is_no_contacts(pack: Pack, tmp_path: Path) -> None:
    assert load_own_contacts(tmp_path / "contactos.toml", pack) == {}

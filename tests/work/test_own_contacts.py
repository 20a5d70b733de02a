"""The clinic's own contacts: kept in a file, before the pack's, and gone again when taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from konbit.errors import BadContacts
from konbit.law.directory import Contact
from konbit.work.office import Office, open_office
from konbit.work.own_contacts import (
    checked,
    contacts_file,
    fresh_id,
    office_with_contacts,
    own_contacts,
    save_own_contacts,
    with_own,
    without,
)
from konbit.work.own_days import open_clinic

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def office() -> Office:
    return open_office()


def made(office: Office) -> Contact:
    return checked(
        Contact(
            fresh_id(office, {}),
            "Consultorio del barrio",
            "Atiende a recién llegados",
            ("13",),
            phone="2 2222 2222",
            source="llamada",
            routes=("rd",),
        ),
        TODAY,
    )


def test_a_contact_is_kept_and_read_back_with_the_day(office: Office, tmp_path: Path) -> None:
    path = contacts_file(tmp_path / "ajustes" / "dias_propios.toml")
    save_own_contacts(with_own({}, made(office)), path)
    assert own_contacts(office, path) == {"propio_1": made(office)}
    assert made(office).seen == "2026-11-23"
    assert made(office).verified


def test_it_opens_with_the_clinic(office: Office, tmp_path: Path) -> None:
    days = tmp_path / "dias_propios.toml"
    save_own_contacts({"propio_1": made(office)}, contacts_file(days))
    clinic = open_clinic(days_file=days)
    assert clinic.fault is None
    assert clinic.office.pack.contacts["propio_1"] == made(office)


def test_a_bad_file_is_told_and_the_days_still_count(tmp_path: Path) -> None:
    days = tmp_path / "dias_propios.toml"
    contacts_file(days).write_text("[[contacto", encoding="utf-8")
    days.write_text('[[dia]]\nfecha = 2026-12-09\nmotivo = "Ley 21.999"\n', encoding="utf-8")
    clinic = open_clinic(days_file=days)
    assert isinstance(clinic.fault, BadContacts)
    assert [one.day for one in clinic.days] == [date(2026, 12, 9)]


def test_one_of_the_pack_put_right_and_taken_back(office: Office) -> None:
    shipped = office.pack.contacts["caj_biobio"]
    mine = checked(replace(shipped, phone="41 222 3333", source="llamada"), TODAY)
    own = with_own({}, mine)
    changed = office_with_contacts(office, own)
    assert changed.pack.contacts["caj_biobio"].phone == "41 222 3333"
    assert changed.engine is office.engine
    again = office_with_contacts(changed, without(own, "caj_biobio"))
    assert again.pack.contacts == office.pack.contacts
    assert again.pack.referrals == office.pack.referrals


@pytest.mark.parametrize("change", [{"name": " "}, {"serves": ""}, {"source": ""}])
def test_what_is_lacking_is_said(office: Office, change: dict[str, str]) -> None:
    with pytest.raises(BadContacts):
        checked(replace(made(office), **change), TODAY)

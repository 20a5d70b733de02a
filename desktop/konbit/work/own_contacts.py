"""The clinic's own contacts at the desk: kept in a settings file beside its own days, shown before the pack's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from konbit.errors import BadContacts
from konbit.law.directory import Contact, load_directory
from konbit.law.own_contacts import load_own_contacts, with_own_contacts, write_own_contacts
from konbit.law.table import Problems
from konbit.papers.output import write_whole
from konbit.work.office import Office

_OWN = "propio_"


def contacts_file(days_file: Path) -> Path:
    """Where the clinic's contacts are kept: beside its own days."""
    return days_file.with_name("contactos_propios.toml")


def office_with_contacts(office: Office, own: Mapping[str, Contact]) -> Office:
    """The office with these contacts, in the place of those it had before. What was worked out of the law stays."""
    pack = office.pack
    shipped = load_directory(pack.folders.forms, pack.places, pack.routes, pack.writs, Problems())
    plain = replace(
        pack,
        contacts=shipped,
        referrals=tuple(
            replace(one, contact=shipped.get(one.contact.id, one.contact)) for one in pack.referrals
        ),
    )
    return replace(office, pack=with_own_contacts(plain, own))


def save_own_contacts(own: Mapping[str, Contact], path: Path) -> None:
    """Keeps the contacts, whole or not at all. Raises CannotWrite or OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, write_own_contacts(own.values()).encode("utf-8"))


def fresh_id(office: Office, own: Mapping[str, Contact]) -> str:
    """An id that neither the pack nor the clinic has."""
    number = 1
    while f"{_OWN}{number}" in own or f"{_OWN}{number}" in office.pack.contacts:
        number += 1
    return f"{_OWN}{number}"


def checked(contact: Contact, seen: date) -> Contact:
    """A contact as the clinic has read it that day. Raises BadContacts: without a name, or a telephone or address
    without where it was read."""
    if not (contact.name.strip() and contact.serves.strip()):
        raise BadContacts("{file}: {key}: falta el nombre, o para qué sirve", file="", key="nombre")
    if (contact.address or contact.phone) and not contact.source.strip():
        raise BadContacts(
            "{file}: {key}: falta de dónde se sacó la dirección o el teléfono", file="", key="fuente"
        )
    return replace(contact, seen=seen.isoformat(), verified=True)


def with_own(own: Mapping[str, Contact], contact: Contact) -> dict[str, Contact]:
    """The clinic's contacts with one more, or with one put right."""
    return {**own, contact.id: contact}


def without(own: Mapping[str, Contact], ident: str) -> dict[str, Contact]:
    """The clinic's contacts without one; one of the pack is shown again as the pack has it."""
    return {name: one for name, one in own.items() if name != ident}


def own_contacts(office: Office, path: Path | None) -> dict[str, Contact]:
    """What the file has now. Raises BadContacts."""
    return load_own_contacts(path, office.pack) if path is not None else {}

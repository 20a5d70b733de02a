"""The holidays a clinic adds: kept in a settings file, and counted by the office at the desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from konbit.errors import BadContacts, BadDays, BadForm
from konbit.law.own_days import OwnDay, load_own_days, with_own_days, write_own_days
from konbit.law.places import Places
from konbit.papers.output import write_whole
from konbit.work.office import Office, office_of, open_office
from konbit.work.own_contacts import contacts_file, office_with_contacts, own_contacts
from konbit.work.own_forms import forms_folder, office_with_folder


@dataclass(frozen=True, slots=True)
class Clinic:
    """The office with the clinic's own days, contacts and forms. fault: why a file of theirs could not be read; then
    nothing of that file counts."""

    office: Office
    days: tuple[OwnDay, ...] = ()
    fault: BadDays | BadContacts | BadForm | None = None


def own_days_file() -> Path:
    """Where this person's settings keep the clinic's own days."""
    from platformdirs import user_config_path

    return user_config_path("konbit", appauthor=False) / "dias_propios.toml"


def open_clinic(kept: Path | None = None, days_file: Path | None = None) -> Clinic:
    """The shipped pack with the clinic's own days and, from beside them, its contacts and its forms. A bad file is told
    and keeps nobody from working.

    kept: the pack's TOML as last read (`open_office`). Raises BadPack.
    """
    office = open_office(kept=kept)
    if days_file is None:
        return Clinic(office)
    office, faults = office_with_folder(office, forms_folder(days_file))
    fault: BadDays | BadContacts | BadForm | None = next(iter(faults), None)
    days: tuple[OwnDay, ...] = ()
    try:
        if own := own_contacts(office, contacts_file(days_file)):
            office = office_with_contacts(office, own)
    except BadContacts as bad:
        fault = bad
    try:
        days = load_own_days(days_file, office.pack.places)
    except BadDays as bad:
        fault = bad  # days that do not count are the graver fault
    return Clinic(office_with_days(office, days), days, fault)


def office_with_days(office: Office, days: Iterable[OwnDay]) -> Office:
    """The office compiled anew with these days, in the place of those it had before; the same one without any."""
    pack = with_own_days(office.pack, days)
    return office if pack.holidays.rules == office.pack.holidays.rules else office_of(pack)


def office_with_file(office: Office, path: Path) -> Office:
    """The office with the days of a file that must be there. Raises BadDays."""
    if not path.is_file():
        raise BadDays("{file}: falta este archivo", file=path.name)
    return office_with_days(office, load_own_days(path, office.pack.places))


def save_own_days(days: Iterable[OwnDay], places: Places, path: Path) -> None:
    """Keeps the days, whole or not at all. Raises CannotWrite or OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, write_own_days(days, places).encode("utf-8"))

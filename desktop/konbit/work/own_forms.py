"""The forms a clinic brings itself, at the desk: kept beside its own days, filled like those of the pack."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from konbit.errors import BadForm
from konbit.law.forms import Form
from konbit.law.own_forms import load_own_form, load_own_forms, with_own_forms
from konbit.work.office import Office


def forms_folder(days_file: Path) -> Path:
    """Where the clinic's forms are kept: beside its own days."""
    return days_file.with_name("formularios")


def own_forms_folder() -> Path:
    """Where this person's settings keep the clinic's forms."""
    from platformdirs import user_config_path

    return user_config_path("konbit", appauthor=False) / "formularios"


def office_with_forms(office: Office, own: Mapping[str, Form]) -> Office:
    """The office with these forms, in the place of those it had before. What was worked out of the law stays."""
    pack = with_own_forms(office.pack, own)
    engine = copy.copy(office.engine)
    engine.pack = pack  # the next question for a form asks the engine's own pack
    return replace(office, pack=pack, engine=engine)


def office_with_folder(office: Office, folder: Path) -> tuple[Office, tuple[BadForm, ...]]:
    """The office with the forms of a folder, and what is wrong with those that could not be read."""
    own, faults = load_own_forms(folder, office.pack)
    return (office_with_forms(office, own) if own else office), faults


def office_for_form(office: Office, ident: str, folder: Path) -> Office:
    """The office with one form of the clinic, where the pack has none of that id. Raises BadForm when it cannot be read."""
    plain = ident and Path(ident).name == ident
    if ident in office.pack.forms or not plain or not (folder / ident / f"{ident}.toml").is_file():
        return office
    return office_with_forms(office, {ident: load_own_form(folder / ident, office.pack)})

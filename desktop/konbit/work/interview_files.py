"""An interview kept as a plain file: the case with its history and, beside it, where the interview stands.

The place is a convenience: a file without one, or with one that the pack no longer knows, is a case all the same.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, cast

from konbit.case.case import Case
from konbit.case.writing import write_case
from konbit.papers.output import write_whole
from konbit.reasoning.asking import Screen, Target
from konbit.work.ask import ask_next, asked_facts
from konbit.work.cases import load_data, read_case
from konbit.work.interview import Interview
from konbit.work.office import Office

PLACE = "entrevista"
"""The key beside the history; who only wants the case passes it over."""


def save_interview(interview: Interview, path: Path) -> None:
    """Writes case and place, whole or not at all. Raises CannotWrite."""
    data = {**write_case(interview.case), PLACE: write_place(interview)}
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8"))


def open_interview(office: Office, path: Path, today: date) -> tuple[Interview, bool]:
    """The interview in a file, at the screen where it was left; and whether the file is one of our own histories.

    Raises BadCase with one sentence naming file and key.
    """
    data = load_data(path)
    case = read_case(office, data, path.name)
    own = isinstance(data, dict) and "historia" in data
    place = cast(dict[str, Any], data).get(PLACE) if own else None
    return resumed(office, case, today, place), own


def write_place(interview: Interview) -> dict[str, Any]:
    """What the questions are for, the screens shown, and the one on display."""
    return {
        "para": [f"{target.kind}:{target.id}" for target in interview.targets],
        "pantallas": [
            {"bloque": screen.block, "hechos": list(screen.facts), "ninguno": screen.none_of}
            for screen in interview.screens
        ],
        "en": interview.at,
    }


def resumed(office: Office, case: Case, today: date, place: Any) -> Interview:
    """The interview where it was left. A place that makes no sense is left aside, and the next question asked."""
    found = cast(dict[str, Any], place) if isinstance(place, dict) else {}
    targets = tuple(_targets(office, found.get("para")))
    screens = tuple(_screens(office, found.get("pantallas")))
    at = found.get("en")
    whole = isinstance(at, int) and not isinstance(at, bool) and 0 <= at <= len(screens)
    fresh = Interview(office, case, today, targets)
    if not screens or not whole:
        return fresh.begin()
    assert isinstance(at, int)
    there = Interview(office, case, today, targets, screens=screens, at=at)
    if not there.done:
        return there
    # It had come to its end: the pack or the day may have opened a question since.
    following = ask_next(office, case, today, targets)
    if following is None or set(following.facts) <= asked_facts(office, case):
        return there
    return Interview(office, case, today, targets, screens=(*screens, following), at=at)


def _targets(office: Office, found: Any) -> list[Target]:
    kinds = {"ruta": office.pack.routes, "escrito": office.pack.writs, "formulario": office.pack.forms}
    made: list[Target] = []
    for text in _texts(found):
        kind, _, ident = text.partition(":")
        if kind in kinds and ident in kinds[kind]:
            made.append(Target(kind, ident))
    return made


def _screens(office: Office, found: Any) -> list[Screen]:
    made: list[Screen] = []
    for item in cast(list[Any], found) if isinstance(found, list) else []:
        if not isinstance(item, dict):
            return []
        data = cast(dict[str, Any], item)
        block, facts = str(data.get("bloque", "")), _texts(data.get("hechos"))
        if (
            block not in office.pack.blocks
            or not facts
            or any(fact not in office.pack.facts for fact in facts)
        ):
            return []
        made.append(Screen(block, tuple(facts), data.get("ninguno") is True, 0))
    return made


def _texts(found: Any) -> list[str]:
    return [str(one) for one in cast(list[Any], found)] if isinstance(found, list) else []

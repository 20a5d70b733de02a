"""The known values of one person, as rules and papers take them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from konbit.case.answers import CAUSE, HOUSEHOLD, Place, person
from konbit.case.case import Case, item_place
from konbit.law.facts import Fact, Kind


def known_values(case: Case, facts: Mapping[str, Fact], ident: str = "") -> dict[str, Any]:
    """Known values by fact for person `ident` (the applicant by default): hers, the household's and the cause's.

    Lists are tuples of such mappings; a list of which nobody said that it is complete is not there. What is not known is not there either.
    """
    places = (person(ident or case.applicant), HOUSEHOLD, CAUSE)
    found: dict[str, Any] = {}
    for place in places:
        for name in case.answers.get(place, {}):
            answer = case.answer(place, name)
            if answer and answer.known:
                found[name] = answer.value
    for fact in facts.values():
        if fact.kind != Kind.LIST:
            continue
        owner = owner_of(fact, ident or case.applicant)
        rows = case.rows(owner, fact.id) if (owner, fact.id) in case.complete else None
        if rows is not None:
            found[fact.id] = tuple(_row(case, item_place(owner, fact.id, row)) for row in rows)
    return found


def _row(case: Case, place: Place) -> dict[str, Any]:
    answers = ((name, case.answer(place, name)) for name in case.answers.get(place, {}))
    return {name: answer.value for name, answer in answers if answer and answer.known}


def owner_of(fact: Fact, ident: str) -> Place:
    """The place of a fact that is not of a list's item."""
    return {"hogar": HOUSEHOLD, "causa": CAUSE}.get(fact.owner) or person(ident)

"""Rows of a list in a case (children, journeys): added, filled, taken out, or said to be none. No display in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from konbit.case.acts import AddedItem, Gave, RemovedItem, SaidNone, Withdrew
from konbit.case.answers import Answer, NotKnown, Place, Source
from konbit.case.case import Case, item_place
from konbit.case.checking import impossible_in_row
from konbit.case.known import known_values, owner_of
from konbit.case.values import read_value
from konbit.errors import BadCase
from konbit.law.partial import PartialDate
from konbit.work.interview import Interview


def rows_of(interview: Interview, list_id: str) -> tuple[str, ...] | None:
    """The ids of the rows, or None while nobody said whether there are any."""
    return interview.case.rows(_owner(interview, list_id), list_id)


def is_complete(interview: Interview, list_id: str) -> bool:
    """Whether somebody said that there are no more rows than those written down. Before that the list is not known."""
    return (_owner(interview, list_id), list_id) in interview.case.complete


def with_row(interview: Interview, list_id: str, when: datetime | None = None) -> tuple[Interview, str]:
    """With one more, empty row, and its id. An id that was ever used is not used again."""
    owner = _owner(interview, list_id)
    used = {
        act.doing.id
        for act in interview.case.history
        if isinstance(act.doing, AddedItem) and act.doing.list == list_id and act.doing.owner == owner
    }
    number = len(used) + 1
    while f"{list_id}{number}" in used:
        number += 1
    ident = f"{list_id}{number}"
    case = interview.case.do(AddedItem(owner, list_id, ident), who=interview.who, when=when)
    return replace(interview, case=case), ident


def without_row(interview: Interview, list_id: str, row: str, when: datetime | None = None) -> Interview:
    """Without a row. The history keeps what it held."""
    doing = RemovedItem(_owner(interview, list_id), list_id, row)
    return replace(interview, case=interview.case.do(doing, who=interview.who, when=when))


def with_no_more(interview: Interview, list_id: str, when: datetime | None = None) -> Interview:
    """Said: there are no rows, or no more than those written down. Only now do rules and papers see the list."""
    owner = _owner(interview, list_id)
    case = interview.case
    standing = case.answer(owner, list_id)
    if standing is not None:
        case = case.do(Withdrew(owner, list_id), who=interview.who, when=when)
    return replace(interview, case=case.do(SaidNone(owner, list_id), who=interview.who, when=when))


def answer_in_row(interview: Interview, list_id: str, row: str, fact: str) -> Answer | None:
    """What the case holds for a fact of a row."""
    return interview.case.answer(_place(interview, list_id, row), fact)


def answered_in_row(
    interview: Interview, list_id: str, row: str, fact: str, raw: Any, when: datetime | None = None
) -> Interview:
    """With an answer in a row. Raises BadCase when it cannot be; the case stays as it was."""
    pack = interview.office.pack
    value = read_value(pack.facts[fact], raw, pack.places)
    answer = Answer(value, None, Source.SAID, interview.who, when)
    place = _place(interview, list_id, row)
    case = interview.case.do(Gave(place, fact, answer), who=interview.who, when=when)
    _check_row(interview, case, place, fact)
    return replace(interview, case=case)


def _check_row(interview: Interview, case: Case, place: Place, fact: str) -> None:
    """What opening the saved case would refuse is refused when it is said, also while the list is not complete."""
    pack = interview.office.pack
    around = {
        pack.day_fact: PartialDate.of(interview.today),
        **known_values(case, pack.facts, interview.person or case.applicant),
    }
    held = {name: case.answer(place, name) for name in case.answers.get(place, {})}
    row = {name: one.value for name, one in held.items() if one and one.known}
    problem = impossible_in_row(row, around, pack.facts)
    if problem:
        name, other, template = problem
        raise BadCase(
            template, file="", key=fact, label=pack.facts[name].label, other=pack.facts[other].label
        )


def not_known_in_row(
    interview: Interview, list_id: str, row: str, fact: str, how: NotKnown, when: datetime | None = None
) -> Interview:
    """With one of the ways of not knowing in a row."""
    place, case = _place(interview, list_id, row), interview.case
    standing = case.answer(place, fact)
    if standing and standing.known:
        case = case.do(Withdrew(place, fact), who=interview.who, when=when)
    answer = Answer(None, how, Source.SAID, interview.who, when)
    return replace(interview, case=case.do(Gave(place, fact, answer), who=interview.who, when=when))


def withdrawn_in_row(
    interview: Interview, list_id: str, row: str, fact: str, when: datetime | None = None
) -> Interview:
    """Without any answer to a fact of a row."""
    doing = Withdrew(_place(interview, list_id, row), fact)
    return replace(interview, case=interview.case.do(doing, who=interview.who, when=when))


def _owner(interview: Interview, list_id: str) -> Place:
    fact = interview.office.pack.facts[list_id]
    return owner_of(fact, interview.person or interview.case.applicant)


def _place(interview: Interview, list_id: str, row: str) -> Place:
    return item_place(_owner(interview, list_id), list_id, row)

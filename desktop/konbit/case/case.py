"""A case: what is known of a household, as the fold of its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from konbit.case.acts import (
    Act,
    AddedItem,
    AddedPerson,
    ChoseApplicant,
    Decided,
    Doing,
    Filed,
    Gave,
    RemovedItem,
    SaidNone,
    Undid,
    Withdrew,
)
from konbit.case.answers import TRUST, Answer, Place, Source

Answers = Mapping[str, Mapping[Source, Answer]]
"""By fact, then by source: two sources that disagree are both kept."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Something filed, and how it ended; decided is None while it is not known to have ended."""

    filed: Filed
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An immutable case. Every change gives a new one with one act more.

    answers: by place. lists: ids of the rows of a list, by owner and list; a list without an entry was never asked.
    complete: the lists of which somebody said that there is no more than what they hold. filings: by id, in the order
    in which they were noted down.
    """

    code: str = ""
    history: tuple[Act, ...] = ()
    applicant: str = ""
    people: tuple[str, ...] = ()
    answers: Mapping[Place, Answers] = field(default_factory=dict[Place, Answers])
    lists: Mapping[tuple[Place, str], tuple[str, ...]] = field(
        default_factory=dict[tuple[Place, str], tuple[str, ...]]
    )
    complete: frozenset[tuple[Place, str]] = frozenset()
    filings: Mapping[str, Filing] = field(default_factory=dict[str, Filing])

    def do(self, doing: Doing, *, who: str = "", when: datetime | None = None) -> Case:
        """The case with one act more."""
        act = Act(len(self.history) + 1, doing, who, when)
        if isinstance(doing, Undid):
            return fold((*self.history, act), self.code)
        return replace(_apply(self, doing), history=(*self.history, act))

    def undo(self, *, who: str = "", when: datetime | None = None) -> Case:
        """The case without its last act that still counts and is itself no undoing; the same case if there is none."""
        gone = undone(self.history)
        for act in reversed(self.history):
            if act.seq not in gone and not isinstance(act.doing, Undid):
                return self.do(Undid(act.seq), who=who, when=when)
        return self

    def answer(self, place: Place, fact: str) -> Answer | None:
        """The answer that counts: of known ones the most trusted source's, else the newest way of not knowing."""
        by_source = self.answers.get(place, {}).get(fact, {})
        known = [
            by_source[source] for source in reversed(TRUST) if source in by_source and by_source[source].known
        ]
        if known:
            return known[0]
        return list(by_source.values())[-1] if by_source else None

    def disagreement(self, place: Place, fact: str) -> tuple[Answer, ...]:
        """The known answers of sources that disagree, the one that counts first; empty where they agree."""
        by_source = self.answers.get(place, {}).get(fact, {})
        known = [
            by_source[source] for source in reversed(TRUST) if source in by_source and by_source[source].known
        ]
        return tuple(known) if any(one.value != known[0].value for one in known[1:]) else ()

    def rows(self, owner: Place, list_id: str) -> tuple[str, ...] | None:
        """The rows of a list, or None while nobody asked."""
        return self.lists.get((owner, list_id))


def undone(history: tuple[Act, ...]) -> frozenset[int]:
    """The numbers of the acts that no longer count."""
    gone: set[int] = set()
    for act in reversed(history):
        if isinstance(act.doing, Undid) and act.seq not in gone:
            gone.add(act.doing.seq)
    return frozenset(gone)


def fold(history: tuple[Act, ...], code: str = "") -> Case:
    """The case that a history tells."""
    gone = undone(history)
    case = Case(code)
    for act in history:
        if act.seq not in gone and not isinstance(act.doing, Undid):
            case = _apply(case, act.doing)
    return replace(case, history=history)


def _apply(case: Case, doing: Doing) -> Case:
    match doing:
        case Gave(place=place, fact=fact, answer=answer):
            here = case.answers.get(place, {})
            before = {s: a for s, a in here.get(fact, {}).items() if s != answer.source}
            facts = {**here, fact: {**before, answer.source: answer}}
            return replace(case, answers={**case.answers, place: facts})
        case Withdrew(place=place, fact=fact):
            facts = {name: found for name, found in case.answers.get(place, {}).items() if name != fact}
            return replace(case, answers={**case.answers, place: facts})
        case AddedPerson(id=ident):
            people = case.people if ident in case.people else (*case.people, ident)
            return replace(case, people=people, applicant=case.applicant or ident)
        case ChoseApplicant(id=ident):
            return replace(case, applicant=ident)
        case AddedItem(owner=owner, list=name, id=ident):
            rows = case.lists.get((owner, name), ())
            return replace(
                case,
                lists={**case.lists, (owner, name): (*(r for r in rows if r != ident), ident)},
                complete=case.complete - {(owner, name)},
            )
        case RemovedItem(owner=owner, list=name, id=ident):
            rows = tuple(row for row in case.lists.get((owner, name), ()) if row != ident)
            return replace(case, lists={**case.lists, (owner, name): rows})
        case SaidNone(owner=owner, list=name):
            return replace(
                case,
                lists={**case.lists, (owner, name): case.lists.get((owner, name), ())},
                complete=case.complete | {(owner, name)},
            )
        case Filed(id=ident):
            before = case.filings.get(ident)
            made = Filing(doing, before.decided if before else None)
            return replace(case, filings={**case.filings, ident: made})
        case Decided(id=ident):
            filing = case.filings.get(ident)
            if filing is None:
                return case
            return replace(case, filings={**case.filings, ident: replace(filing, decided=doing)})
        case Undid():
            return case


def item_place(owner: Place, list_id: str, ident: str) -> Place:
    """The place of the facts of one row of a list. Two people's rows are two places, whatever their ids."""
    return Place(list_id, f"{owner.id}/{ident}" if owner.id else ident)

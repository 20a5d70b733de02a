"""The acts whose fold is a case. A history only grows: undoing is an act too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from konbit.case.answers import Answer, Place
from konbit.law.partial import PartialDate


@dataclass(frozen=True, slots=True)
class Gave:
    """An answer was given down. It stands beside what other sources say of the same fact."""

    place: Place
    fact: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Withdrew:
    """All answers to a fact were taken out. A blank field never does this: it is an act of its own."""

    place: Place
    fact: str


@dataclass(frozen=True, slots=True)
class AddedPerson:
    """A person entered the household. The first one is the applicant."""

    id: str


@dataclass(frozen=True, slots=True)
class AddedItem:
    """A row was added to a list (a child, a journey); `owner` is a person, the household or the cause."""

    owner: Place
    list: str
    id: str


@dataclass(frozen=True, slots=True)
class RemovedItem:
    """A row was taken out of a list."""

    owner: Place
    list: str
    id: str


@dataclass(frozen=True, slots=True)
class SaidNone:
    """A list was said to have no rows, or to have no more than those written down."""

    owner: Place
    list: str


@dataclass(frozen=True, slots=True)
class ChoseApplicant:
    """Another person became the applicant."""

    id: str


@dataclass(frozen=True, slots=True)
class Filed:
    """Something was filed. The same id again puts it right.

    what: `ruta:ID` or `escrito:ID`. person: for whom. day: when, perhaps only the month. channel: an id of the pack.
    number: rol or folio, as it was given. outcome, pack: what the program said of it when it was noted down, and the
    pack's version: so that what was filed against the odds can be told later.
    """

    id: str
    what: str
    person: str
    day: PartialDate
    channel: str
    number: str = ""
    outcome: str = ""
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was filed came to an end. day: of the decision. result: an id of the pack. Again: it is put right."""

    id: str
    result: str
    day: PartialDate


@dataclass(frozen=True, slots=True)
class Undid:
    """The act number `seq` no longer counts (undoing an Undid makes what it undid count again)."""

    seq: int


Doing: TypeAlias = (
    Gave
    | Withdrew
    | AddedPerson
    | AddedItem
    | RemovedItem
    | SaidNone
    | ChoseApplicant
    | Filed
    | Decided
    | Undid
)


@dataclass(frozen=True, slots=True)
class Act:
    """A doing with its number in the history (from 1), who did it and when."""

    seq: int
    doing: Doing
    who: str = ""
    when: datetime | None = None

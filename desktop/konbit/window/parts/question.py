"""A question as plain data, and what comes back from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from konbit.window.parts.answer import Choice
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.picker import Option
from konbit.window.parts.unknown_row import WAYS


class Kind(Enum):
    """Which entry asks it; the value it gives."""

    YES_NO = "yes_no"  # bool
    CHOICE = "choice"  # str, the id of a choice
    CHOICES = "choices"  # list[str]; an empty list is no answer
    DATE = "date"  # ISO str, partial allowed
    DAY = "day"  # ISO str, whole
    TEXT = "text"  # str
    RELATO = "relato"  # str
    NUMBER = "number"  # int
    DECIMAL = "decimal"  # int or float
    MOMENT = "moment"  # ISO str, day and hour
    RUN = "run"  # str, `12345678-5`
    PICK = "pick"  # str, the id of an option


@dataclass(frozen=True)
class Question:
    """All text is `Say`, so that a change of tongue needs no second asking."""

    id: str
    kind: Kind
    label: Say
    hint: Say = nothing
    choices: tuple[Choice, ...] = ()
    options: tuple[Option, ...] = ()
    ways: tuple[str, ...] = WAYS  # the ways of not knowing it allows
    why: Say = nothing  # why the clinic asks (F2)
    aloud: Say = nothing  # what the volunteer says (F3)
    unit: Say = nothing
    least: int | None = None
    most: int | None = None
    draft: bool = False  # its Creole was read by no native speaker yet


@dataclass(frozen=True)
class Reply:
    """Either a value or a way of not knowing; both empty only while nothing is answered."""

    question: str
    value: object = None
    way: str = ""

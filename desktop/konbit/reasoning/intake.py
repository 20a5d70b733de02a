"""Takes in the values of one fact of many persons, block by block, in the most compact form that its kind has.

Rows are read a block at a time, and each block of each fact is digested while it is still in the processor's cache.
What a form cannot hold (a date known in part, a number that is large or broken) raises `UnfitError`; the fact is then kept
as plain values.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter, is_
from typing import Any, Protocol

from konbit.law.facts import Kind
from konbit.reasoning.dependence import NUMBERS
from konbit.reasoning.ranked import UNKNOWN, UNSAID, Column

NOT_SAID = 2
"""Stands in a column of booleans where a person says nothing."""
_FLAGS = bytes((False, True, NOT_SAID))
_LENGTH = len(UNKNOWN.text)
_text = attrgetter("text")


class UnfitError(Exception):
    """A value that the form cannot hold."""


class Intake(Protocol):
    """One fact. blank: what stands in a row for no answer."""

    blank: Any

    def add(self, values: Sequence[Any]) -> None:
        """Takes in the values of the next persons. Raises UnfitError."""
        ...


class Flags:
    """Yes or no: a byte a person, 1, 0 or NOT_SAID."""

    blank = NOT_SAID

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def add(self, values: Sequence[Any]) -> None:
        try:
            piece = bytes(values)
        except (TypeError, ValueError) as error:
            raise UnfitError from error
        if piece.translate(None, _FLAGS):
            raise UnfitError
        self.pieces.append(piece)


class SmallNumbers:
    """Whole numbers from 0 to 254: a byte a person, 255 for none."""

    blank = UNSAID

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def add(self, values: Sequence[Any]) -> None:
        try:
            piece = bytes(values)
        except (TypeError, ValueError) as error:
            raise UnfitError from error
        unsaid = piece.count(255)
        if unsaid and unsaid != sum(map(is_, values, repeat(UNSAID))):
            raise UnfitError  # somebody gave 255
        self.pieces.append(piece)

    def column(self) -> Column:
        """The numbers, ranked."""
        return Column(array("B", b"".join(self.pieces)), (*range(255), UNKNOWN), range(255)).narrowed()


class Picks:
    """Up to 255 different choices or texts: a byte a person."""

    blank = UNKNOWN

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._index = _Index()

    def add(self, values: Sequence[Any]) -> None:
        try:
            self.pieces.append(bytes(map(self._index.__getitem__, values)))
        except (TypeError, ValueError) as error:
            raise UnfitError from error

    def column(self) -> Column:
        """The choices, ranked."""
        return Column(array("B", b"".join(self.pieces)), tuple(self._index)).narrowed()


class _Index(dict[Any, int]):
    """Numbers what it is asked for, in order."""

    def __missing__(self, key: Any) -> int:
        if key is None:
            raise TypeError
        found = self[key] = len(self)
        return found


class DayTexts:
    """Dates known to the day: their texts, one after the other."""

    blank = UNKNOWN

    def __init__(self) -> None:
        self.pieces: list[str] = []

    def add(self, values: Sequence[Any]) -> None:
        try:
            piece = "".join(map(_text, values))
        except AttributeError as error:
            raise UnfitError from error
        if len(piece) != _LENGTH * len(values):
            raise UnfitError
        self.pieces.append(piece)


class Plain:
    """Any values as they are."""

    blank = UNKNOWN

    def __init__(self, blank: Any = UNKNOWN) -> None:
        self.blank = blank
        self.values: list[Any] = []

    def add(self, values: Sequence[Any]) -> None:
        self.values.extend(values)


def intake_for(kind: Kind) -> Flags | SmallNumbers | Picks | DayTexts | Plain:
    """The most compact form of a kind."""
    match kind:
        case Kind.BOOL:
            return Flags()
        case Kind.DATE | Kind.PARTIAL_DATE:
            return DayTexts()
        case Kind.MOMENT | Kind.CHOICES | Kind.LIST:
            return Plain()
        case _:
            return SmallNumbers() if kind in NUMBERS else Picks()

"""One fact of many persons: each value once, and of every person the rank of hers.

Whatever depends on that fact alone is then worked out once a value, and found for everybody by a few operations on
bits.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any

from konbit.law.partial import PartialDate
from konbit.reasoning.bits import NOBODY, Bits, bits_of, bits_of_last_first
from konbit.reasoning.situation import span_of

_DIGIT_OF_BIT = [bytes(b"01"[code >> bit & 1] for code in range(256)) for bit in range(8)]
_FIRST_DAY, _LAST_DAY = date(1850, 1, 1).toordinal(), date(2250, 1, 1).toordinal()
"""Days beyond these are looked at one by one: counting from them might leave the calendar."""
_MANY_RUNS = 24
"""From so many runs of ranks on, looking every person up is faster than comparing ranks."""


class Unknown:
    """The value of a fact that nobody has given, and of one whose branch is closed. text: no day."""

    __slots__ = ("name",)

    text = "0000-00-00"

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


class Unsaid(int):
    """In a column of numbers, no number: a 255 that is told from one that somebody gave by being this very object."""


UNKNOWN = Unknown("UNKNOWN")
CLOSED = Unknown("CLOSED")
UNSAID = Unsaid(255)


@dataclass(frozen=True)
class Column:
    """Of every person a rank, of every rank a value.

    ranks: by person, an array of unsigned integers. values: by rank; one may be UNKNOWN or CLOSED. numbers: of the
    first values, as many as are settled numbers or days (as ordinals), which stand in rising order.
    """

    ranks: array[int]
    values: tuple[Any, ...]
    numbers: Sequence[float] = ()
    _below: dict[int, Bits] = field(default_factory=dict[int, Bits], repr=False, compare=False)
    _where: dict[bytes, Bits] = field(default_factory=dict[bytes, Bits], repr=False, compare=False)

    @property
    def everybody(self) -> Bits:
        """All persons."""
        return (1 << len(self.ranks)) - 1

    @cached_property
    def planes(self) -> list[Bits]:
        """For each binary digit of the ranks, highest first, the persons whose rank has it."""
        width = self.ranks.itemsize
        last_first = (self.ranks.tobytes() if sys.byteorder == "little" else _swapped(self.ranks))[::-1]
        digits = max(len(self.values) - 1, 0).bit_length()
        octets = [last_first[width - 1 - place :: width] for place in range((digits + 7) // 8)]
        return [
            bits_of_last_first(octets[digit // 8].translate(_DIGIT_OF_BIT[digit % 8]))
            for digit in reversed(range(digits))
        ]

    def below(self, rank: int) -> Bits:
        """The persons whose rank is less than this."""
        if rank <= 0:
            return NOBODY
        if rank >= len(self.values):
            return self.everybody
        found = self._below.get(rank)
        if found is None:
            found = self._below[rank] = below(self.planes, rank, self.everybody)
        return found

    def where(self, holds: bytearray) -> Bits:
        """The persons for whose rank `holds` has the digit `1` (`0` elsewhere)."""
        asked = bytes(holds)
        found = self._where.get(asked)
        if found is None:
            found = self._where[asked] = self._looked_up(asked)
        return found

    def _looked_up(self, holds: bytes) -> Bits:
        if holds.count(b"01") > _MANY_RUNS:
            return bits_of(bytes(map(holds.__getitem__, self.ranks)))
        found, end = NOBODY, 0
        while (start := holds.find(b"1", end)) >= 0:
            end = holds.find(b"0", start)
            end = len(holds) if end < 0 else end
            found |= self.below(end) ^ self.below(start)
        return found

    def narrowed(self) -> Column:
        """The same column without the values that nobody has."""
        used = sorted(set(self.ranks))
        if len(used) == len(self.values):
            return self
        again = [0] * len(self.values)
        for new, old in enumerate(used):
            again[old] = new
        values = tuple(self.values[old] for old in used)
        numbers = [self.numbers[old] for old in used if old < len(self.numbers)]
        return Column(renamed(self.ranks, again), values, numbers)

    def valued(
        self, values: Iterable[Any], order: Iterable[Any] | None = None, numbers: Sequence[float] = ()
    ) -> Column:
        """The same persons with other values by rank, each kept once. order: the values as they shall stand."""
        by_rank = list(values)
        told = list(dict.fromkeys(by_rank if order is None else order))
        place = {value: rank for rank, value in enumerate(told)}
        return Column(renamed(self.ranks, [place[value] for value in by_rank]), tuple(told), numbers)

    def closed_for(self, persons: Bits) -> Column:
        """The same column with the value CLOSED for these persons."""
        if not persons:
            return self
        closed = len(self.values)
        flags = f"{persons:0{len(self.ranks)}b}"[::-1]
        ranks = [closed if flag == "1" else rank for rank, flag in zip(self.ranks, flags, strict=True)]
        return Column(_packed(ranks, closed + 1), (*self.values, CLOSED), self.numbers).narrowed()


def below(planes: Sequence[Bits], number: int, everybody: Bits) -> Bits:
    """The persons whose number is less than this one, from the binary digits of both, highest first."""
    same, found = everybody, NOBODY
    for place, plane in zip(reversed(range(len(planes))), planes, strict=True):
        if number >> place & 1:
            found |= same & ~plane
            same &= plane
        else:
            same &= ~plane
    return found


def combined(columns: Sequence[Column]) -> Column:
    """One column of several: a rank for each combination of values that occurs, its value their tuple."""
    index: dict[tuple[int, ...], int] = {}
    ranks = [
        index.setdefault(one, len(index)) for one in zip(*(column.ranks for column in columns), strict=True)
    ]
    values = tuple(
        tuple(column.values[rank] for column, rank in zip(columns, one, strict=True)) for one in index
    )
    return Column(_packed(ranks, len(index)), values)


def settled(low: float, high: float, is_day: bool) -> bool:
    """Whether a number or a day is known exactly (and, of a day, stands well within the calendar)."""
    return low == high and (not is_day or _FIRST_DAY <= low <= _LAST_DAY)


def ordered(values: Sequence[Any]) -> Column:
    """Numbers or days: first the settled ones in rising order, then those known in part, then UNKNOWN."""
    # A partial date is hashed in Python, its text in C; the text settles its bounds.
    keys: list[Any] = [one.text if one.__class__ is PartialDate else one for one in values]
    found = dict(zip(keys, values, strict=True))
    unknown = [UNKNOWN] if found.pop(UNKNOWN, None) else []
    exact: list[tuple[float, Any]] = []
    partly: list[Any] = []
    for key, value in found.items():
        low, high = span_of(value)
        if settled(low, high, not isinstance(value, int | float)):
            exact.append((low, key))
        else:
            partly.append(key)
    exact.sort(key=itemgetter(0))
    order = [*(key for _, key in exact), *partly]
    told = (*(found[key] for key in order), *unknown)
    return _of_ranks(keys, [*order, *unknown], told, [low for low, _ in exact])


def unordered(values: Sequence[Any]) -> Column:
    """Choices and texts; lists too, of which only the empty ones are known to be alike."""
    try:
        found = set(values)
    except TypeError:
        return _one_each(values)
    unknown = [UNKNOWN] if UNKNOWN in found else []
    told = (*(one for one in found if one is not UNKNOWN), *unknown)
    return _of_ranks(values, told, told)


def _of_ranks(
    keys: Sequence[Any], order: Sequence[Any], told: tuple[Any, ...], numbers: Sequence[float] = ()
) -> Column:
    rank = {key: number for number, key in enumerate(order)}
    return Column(_packed(map(rank.__getitem__, keys), len(told)), told, numbers)


def _one_each(values: Sequence[Any]) -> Column:
    told: list[Any] = []
    shared: dict[str, int] = {}
    ranks: list[int] = []
    for value in values:
        if value is UNKNOWN or not len(value):
            kind = repr(value)
            if kind not in shared:
                shared[kind] = len(told)
                told.append(value)
            ranks.append(shared[kind])
        else:
            ranks.append(len(told))
            told.append(value)
    return Column(_packed(ranks, len(told)), tuple(told))


def renamed(ranks: array[int], again: Sequence[int]) -> array[int]:
    """Other ranks by the old ones."""
    if ranks.typecode == "B" and max(again, default=0) < 256:
        return array("B", ranks.tobytes().translate(bytes(again).ljust(256, b"\0")))
    return _packed(map(again.__getitem__, ranks), max(again, default=0) + 1)


def _packed(ranks: Iterable[int], count: int) -> array[int]:
    return array("B" if count <= 1 << 8 else "H" if count <= 1 << 16 else "I", list(ranks))


def _swapped(ranks: array[int]) -> bytes:
    turned = ranks[:]
    turned.byteswap()
    return turned.tobytes()

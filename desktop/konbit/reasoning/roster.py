"""What is known of many persons, fact by fact: who has which value.

A column keeps each value once and, of every person, only the rank of hers. Whatever depends on that fact alone is then
worked out once a value, and found for everybody by a few operations on bits.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any, TypeAlias

from konbit.law.facts import Kind
from konbit.law.partial import PartialDate
from konbit.reasoning.bits import NOBODY, Bits, bits_of
from konbit.reasoning.dependence import ORDERED
from konbit.reasoning.situation import Given, span_of

Rows: TypeAlias = Sequence[Given]

_DIGIT_OF_BIT = [bytes(b"01"[code >> bit & 1] for code in range(256)) for bit in range(8)]
_FALSE_DIGIT, _TRUE_DIGIT = (bytes(b"01"[code == said] for code in range(256)) for said in (False, True))
_NOT_SAID = 2
"""Stands in a column of booleans where a person's row says nothing."""
_BLOCK = 200
"""Rows read together: few enough to stay in the processor's cache while their columns are written."""
_FIRST_DAY, _LAST_DAY = date(1850, 1, 1).toordinal(), date(2250, 1, 1).toordinal()
"""Days beyond these are looked at one by one: counting from them might leave the calendar."""
_MANY_RUNS = 24
"""From so many runs of ranks on, looking every person up is faster than comparing ranks."""


class Unknown:
    """The value of a fact that nobody has given, and of one whose branch is closed."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


UNKNOWN = Unknown("UNKNOWN")
CLOSED = Unknown("CLOSED")


@dataclass(frozen=True)
class Column:
    """Of every person a rank, of every rank a value.

    ranks: by person, an array of unsigned integers. values: by rank; one may be UNKNOWN or CLOSED. exact: how many of
    the first values are settled numbers or days; these stand in rising order.
    """

    ranks: array[int]
    values: tuple[Any, ...]
    exact: int = 0
    _below: dict[int, Bits] = field(default_factory=dict[int, Bits], repr=False, compare=False)

    @property
    def everybody(self) -> Bits:
        """All persons."""
        return (1 << len(self.ranks)) - 1

    @cached_property
    def planes(self) -> list[Bits]:
        """For each binary digit of the ranks, highest first, the persons whose rank has it."""
        width = self.ranks.itemsize
        raw = self.ranks.tobytes() if sys.byteorder == "little" else _swapped(self.ranks)
        digits = max(len(self.values) - 1, 0).bit_length()
        return [
            bits_of(raw[digit // 8 :: width].translate(_DIGIT_OF_BIT[digit % 8]))
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
            same, found = self.everybody, NOBODY
            digits = len(self.planes)
            for place, plane in enumerate(self.planes, 1):
                if rank >> (digits - place) & 1:
                    found |= same & ~plane
                    same &= plane
                else:
                    same &= ~plane
            self._below[rank] = found
        return found

    def where(self, holds: bytes | bytearray) -> Bits:
        """The persons for whose rank `holds` has the digit `1` (`0` elsewhere)."""
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
        again = {old: new for new, old in enumerate(used)}
        ranks = _packed(map(again.__getitem__, self.ranks), len(used))
        return Column(ranks, tuple(self.values[old] for old in used), sum(old < self.exact for old in used))

    def closed_for(self, persons: Bits) -> Column:
        """The same column with the value CLOSED for these persons."""
        if not persons:
            return self
        closed = len(self.values)
        flags = f"{persons:0{len(self.ranks)}b}"[::-1]
        ranks = [closed if flag == "1" else rank for rank, flag in zip(self.ranks, flags, strict=True)]
        return Column(_packed(ranks, closed + 1), (*self.values, CLOSED), self.exact).narrowed()


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


class Roster:
    """Many persons, read fact by fact. Columns are made when first asked for, and kept.

    From rows (one `Given` a person) or from columns (by fact one value a person, None where it is not known).
    """

    def __init__(self, count: int, rows: Rows | None, columns: Mapping[str, Sequence[Any]]) -> None:
        self.count = count
        self.everybody: Bits = (1 << count) - 1
        self._rows = rows
        self._raw: dict[str, Sequence[Any]] = dict(columns)
        self._flags: dict[str, bytes] = {}
        self._truths: dict[str, tuple[Bits, Bits]] = {}
        self._columns: dict[tuple[str, Any], Column] = {}

    @classmethod
    def of_people(cls, people: Rows) -> Roster:
        """Persons as an engine's `situation` takes them."""
        return cls(len(people), people, {})

    @classmethod
    def of_columns(cls, count: int, columns: Mapping[str, Sequence[Any]]) -> Roster:
        """Persons by fact. Every column has `count` values; a fact without a column is known of nobody."""
        for name, values in columns.items():
            if len(values) != count:
                raise ValueError(f"{name}: {len(values)} values for {count} persons")
        return cls(count, None, columns)

    def read(self, kinds: Mapping[str, Kind]) -> None:
        """Takes these facts out of the rows in one pass, which is much faster than one by one."""
        wanted = {name: kind for name, kind in kinds.items() if name not in self._raw}
        if not wanted:
            return
        blank: Given = {name: _NOT_SAID if kind == Kind.BOOL else None for name, kind in wanted.items()}
        if self._rows is None:
            self._raw |= {name: (value,) * self.count for name, value in blank.items()}
        elif len(wanted) == 1:
            self._raw |= {name: [row.get(name, value) for row in self._rows] for name, value in blank.items()}
        else:
            self._raw |= _transposed(self._rows, blank)

    def truths(self, name: str) -> tuple[Bits, Bits]:
        """Of a yes/no fact, who said yes and who said no."""
        found = self._truths.get(name)
        if found is None:
            flags = self._said(name)
            found = bits_of(flags.translate(_TRUE_DIGIT)), bits_of(flags.translate(_FALSE_DIGIT))
            self._truths[name] = found
        return found

    def column(self, name: str, kind: Kind, otherwise: Any = None) -> Column:
        """Who gave which value. otherwise: the value of those who gave none (hashable)."""
        found = self._columns.get((name, otherwise))
        if found is None:
            if kind == Kind.BOOL:
                found = Column(array("B", self._said(name)), (False, True, UNKNOWN)).narrowed()
            else:
                values = self._values(name, kind)
                if otherwise is not None:
                    values = [otherwise if one is None else one for one in values]
                found = _ordered(values) if kind in ORDERED else _unordered(values)
            self._columns[name, otherwise] = found
        return found

    def _said(self, name: str) -> bytes:
        found = self._flags.get(name)
        if found is None:
            values = self._values(name, Kind.BOOL)
            try:
                found = bytes(values)
            except TypeError:
                found = bytes(_NOT_SAID if one is None else one for one in values)
            if found.translate(None, bytes((False, True, _NOT_SAID))):
                raise ValueError(f"{name}: neither true nor false")
            self._flags[name] = found
        return found

    def _values(self, name: str, kind: Kind) -> Sequence[Any]:
        if name not in self._raw:
            self.read({name: kind})
        return self._raw[name]


def _transposed(rows: Rows, blank: Given) -> dict[str, Sequence[Any]]:
    """By fact one value a row, that of `blank` where a row has none."""
    pick = itemgetter(*blank)
    found: list[list[Any]] = [[] for _ in blank]
    whole = dict(blank)
    for start in range(0, len(rows), _BLOCK):
        picked = [pick(whole | row) for row in map(_as_dict, rows[start : start + _BLOCK])]
        for column, values in zip(found, zip(*picked, strict=True), strict=True):
            column.extend(values)
    return dict(zip(blank, found, strict=True))


def _as_dict(row: Given) -> dict[str, Any]:
    return row if isinstance(row, dict) else dict(row)


def _ordered(values: Sequence[Any]) -> Column:
    """Numbers or days: first the settled ones in rising order, then those known in part, then UNKNOWN."""
    # A partial date is hashed in Python, its text in C; the text settles its bounds.
    keys: list[Any] = [one.text if one.__class__ is PartialDate else one for one in values]
    found = dict(zip(keys, values, strict=True))
    unknown = None in found
    found.pop(None, None)
    settled: list[tuple[float, Any]] = []
    partly: list[Any] = []
    for key, value in found.items():
        low, high = span_of(value)
        if low == high and (isinstance(value, int | float) or _FIRST_DAY <= low <= _LAST_DAY):
            settled.append((low, key))
        else:
            partly.append(key)
    settled.sort(key=itemgetter(0))
    order = [key for _, key in settled] + partly
    rank: dict[Any, int] = {key: number for number, key in enumerate(order)}
    told = [found[key] for key in order]
    if unknown:
        rank[None] = len(told)
        told.append(UNKNOWN)
    return Column(_packed(map(rank.__getitem__, keys), len(told)), tuple(told), len(settled))


def _unordered(values: Sequence[Any]) -> Column:
    try:
        found = set(values)
    except TypeError:
        return _one_each(values)
    order = [one for one in found if one is not None]
    rank = {value: number for number, value in enumerate(order)}
    if None in found:
        rank[None] = len(order)
    told = (*order, UNKNOWN) if None in found else tuple(order)
    return Column(_packed(map(rank.__getitem__, values), len(told)), told)


def _one_each(values: Sequence[Any]) -> Column:
    """Values that cannot be compared, such as lists: a rank a person, shared by the empty and by the unknown."""
    told: list[Any] = []
    shared: dict[str, int] = {}
    ranks: list[int] = []
    for value in values:
        if value is None or not len(value):
            kind = repr(value)
            if kind not in shared:
                shared[kind] = len(told)
                told.append(UNKNOWN if value is None else value)
            ranks.append(shared[kind])
        else:
            ranks.append(len(told))
            told.append(value)
    return Column(_packed(ranks, len(told)), tuple(told))


def _packed(ranks: Iterable[int], count: int) -> array[int]:
    return array("B" if count <= 1 << 8 else "H" if count <= 1 << 16 else "I", list(ranks))


def _swapped(ranks: array[int]) -> bytes:
    turned = ranks[:]
    turned.byteswap()
    return turned.tobytes()

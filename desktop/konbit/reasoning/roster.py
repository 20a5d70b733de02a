"""What is known of many persons, fact by fact, read once from rows or columns."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from konbit.law.facts import Kind
from konbit.reasoning.bits import Bits, bits_of_last_first
from konbit.reasoning.days import Days, days_of
from konbit.reasoning.dependence import ORDERED
from konbit.reasoning.intake import (
    DayTexts,
    Flags,
    Intake,
    Picks,
    Plain,
    SmallNumbers,
    UnfitError,
    intake_for,
)
from konbit.reasoning.ranked import UNKNOWN, Column, ordered, unordered
from konbit.reasoning.situation import Given

Rows: TypeAlias = Sequence[Given]

_FALSE_DIGIT, _TRUE_DIGIT = (bytes(b"01"[code == said] for code in range(256)) for said in (False, True))
_BLOCK = 200
"""Rows read together: few enough to stay in the processor's cache while their columns are written."""


class Roster:
    """Many persons, read fact by fact. Columns are made when first asked for, and kept.

    From rows (one `Given` a person) or from columns (by fact one value a person, None where it is not known).
    """

    def __init__(self, count: int, rows: Rows, columns: Mapping[str, Sequence[Any]]) -> None:
        self.count = count
        self.everybody: Bits = (1 << count) - 1
        self._rows = rows
        self._given = columns
        self._taken: dict[str, Intake] = {}
        self._truths: dict[str, tuple[Bits, Bits]] = {}
        self._columns: dict[tuple[str, Any], Column] = {}
        self._days: dict[str, Days | None] = {}

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
        return cls(count, (), columns)

    def read(self, kinds: Mapping[str, Kind]) -> None:
        """Takes these facts in, all in one pass over the rows, which is much faster than one by one."""
        wanted: dict[str, Intake] = {
            name: intake_for(kind) for name, kind in kinds.items() if name not in self._taken
        }
        if self._rows and len(wanted) > 1:
            unfit = _take_rows(self._rows, wanted)
        else:
            unfit = [name for name, intake in wanted.items() if not self._take_column(name, intake)]
        self._taken |= wanted
        for name in unfit:
            self._taken[name] = self._retaken(name, kinds[name])

    def _retaken(self, name: str, kind: Kind) -> Intake:
        """A fact that did not fit at first: perhaps only for a None, else as plain values."""
        again = intake_for(kind)
        if not self._take_column(name, again):
            again = Plain()
            self._take_column(name, again)
        return again

    def _take_column(self, name: str, intake: Intake) -> bool:
        """Takes in one fact by itself; False where its form cannot hold it."""
        values = [row.get(name) for row in self._rows] if self._rows else self._given.get(name)
        blank = intake.blank
        try:
            if values is None:
                intake.add([blank] * self.count)
            else:
                intake.add([blank if one is None else one for one in values])
        except UnfitError:
            return False
        return True

    def truths(self, name: str) -> tuple[Bits, Bits]:
        """Of a yes/no fact, who said yes and who said no. Raises ValueError where somebody said neither."""
        found = self._truths.get(name)
        if found is None:
            flags = self._flags(name)[::-1]
            yes, no = (bits_of_last_first(flags.translate(digit)) for digit in (_TRUE_DIGIT, _FALSE_DIGIT))
            found = self._truths[name] = yes, no
        return found

    def days(self, name: str, kind: Kind) -> Days | None:
        """Of a date that everybody who gave it knows to the day, the days."""
        if name not in self._days:
            taken = self._take(name, kind)
            texts = "".join(taken.pieces) if isinstance(taken, DayTexts) else None
            self._days[name] = None if texts is None else days_of(texts, self.count)
        return self._days[name]

    def column(self, name: str, kind: Kind, otherwise: Any = None) -> Column:
        """Who gave which value. otherwise: the value of those who gave none (hashable)."""
        found = self._columns.get((name, otherwise))
        if found is None:
            found = self._column(name, kind, otherwise)
            self._columns[name, otherwise] = found
        return found

    def _column(self, name: str, kind: Kind, otherwise: Any) -> Column:
        taken = self._take(name, kind)
        if kind == Kind.BOOL:
            return Column(array("B", self._flags(name)), (False, True, UNKNOWN)).narrowed()
        if isinstance(taken, SmallNumbers | Picks) and otherwise is None:
            return taken.column()
        if not isinstance(taken, Plain):
            taken = Plain()
            self._take_column(name, taken)
        values: Sequence[Any] = taken.values
        if otherwise is not None:
            values = [otherwise if one is UNKNOWN else one for one in values]
        return ordered(values) if kind in ORDERED else unordered(values)

    def _flags(self, name: str) -> bytes:
        taken = self._take(name, Kind.BOOL)
        if not isinstance(taken, Flags):
            raise ValueError(f"{name}: neither true nor false")
        return b"".join(taken.pieces)

    def _take(self, name: str, kind: Kind) -> Intake:
        if name not in self._taken:
            self.read({name: kind})
        return self._taken[name]


def _take_rows(rows: Rows, wanted: Mapping[str, Intake]) -> list[str]:
    """Takes in several facts; gives those whose form cannot hold them."""
    pick = itemgetter(*wanted)
    blank: dict[str, Any] = {name: intake.blank for name, intake in wanted.items()}
    adding = {name: intake.add for name, intake in wanted.items()}
    unfit: list[str] = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        picked = [pick(blank | (row if isinstance(row, dict) else dict(row))) for row in block]
        for (name, add), values in zip(adding.items(), zip(*picked, strict=True), strict=True):
            try:
                add(values)
            except UnfitError:
                unfit.append(name)
                adding = {**adding, name: _skip}
    return unfit


def _skip(_values: Sequence[Any]) -> None:
    """A fact that is taken in otherwise."""

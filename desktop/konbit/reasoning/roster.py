"""What is known of many persons, fact by fact, read once from rows or columns."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from konbit.law.facts import Kind
from konbit.reasoning.bits import Bits, bits_of
from konbit.reasoning.days import Days, days_of
from konbit.reasoning.dependence import NUMBERS, ORDERED
from konbit.reasoning.ranked import UNKNOWN, UNSAID, Column, ordered, unordered
from konbit.reasoning.situation import Given

Rows: TypeAlias = Sequence[Given]

_FALSE_DIGIT, _TRUE_DIGIT = (bytes(b"01"[code == said] for code in range(256)) for said in (False, True))
_NOT_SAID = 2
"""Stands in a column of booleans where a person says nothing."""
_BLOCK = 200
"""Rows read together: few enough to stay in the processor's cache while their columns are written."""


class Roster:
    """Many persons, read fact by fact. Columns are made when first asked for, and kept.

    From rows (one `Given` a person) or from columns (by fact one value a person, None where it is not known).
    """

    def __init__(self, count: int, rows: Rows | None, columns: Mapping[str, Sequence[Any]]) -> None:
        self.count = count
        self.everybody: Bits = (1 << count) - 1
        self._rows = rows
        self._raw: dict[str, Sequence[Any]] = dict(columns)
        self._unread = set(columns)
        self._flags: dict[str, bytes] = {}
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
        return cls(count, None, columns)

    def read(self, kinds: Mapping[str, Kind]) -> None:
        """Takes these facts out of the rows in one pass, which is much faster than one by one."""
        blank = {name: _blank(kind) for name, kind in kinds.items() if name not in self._raw}
        if not blank:
            return
        if self._rows is None:
            self._raw |= {name: (value,) * self.count for name, value in blank.items()}
        elif len(blank) == 1:
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

    def days(self, name: str, kind: Kind) -> Days | None:
        """Of a date that everybody who gave it knows to the day, the days."""
        if name not in self._days:
            self._days[name] = days_of(self._values(name, kind))
        return self._days[name]

    def column(self, name: str, kind: Kind, otherwise: Any = None) -> Column:
        """Who gave which value. otherwise: the value of those who gave none (hashable)."""
        found = self._columns.get((name, otherwise))
        if found is None:
            if kind == Kind.BOOL:
                found = Column(array("B", self._said(name)), (False, True, UNKNOWN)).narrowed()
            else:
                values = self._values(name, kind)
                if otherwise is not None:
                    values = [otherwise if one is None or one is UNKNOWN else one for one in values]
                found = ordered(values) if kind in ORDERED else unordered(values)
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
        """One value a person, the blank of the kind where there is none."""
        if name not in self._raw:
            self.read({name: kind})
        if name in self._unread:
            blank = _blank(kind)
            self._raw[name] = [blank if one is None else one for one in self._raw[name]]
            self._unread.discard(name)
        return self._raw[name]


def _blank(kind: Kind) -> Any:
    """What stands for no answer in a column of a kind: what its reading digests fastest."""
    return _NOT_SAID if kind == Kind.BOOL else UNSAID if kind in NUMBERS else UNKNOWN


def _transposed(rows: Rows, blank: Given) -> dict[str, Sequence[Any]]:
    """By fact one value a row, that of `blank` where a row has none."""
    pick = itemgetter(*blank)
    found: list[list[Any]] = [[] for _ in blank]
    whole = dict(blank)
    for start in range(0, len(rows), _BLOCK):
        block = [row if isinstance(row, dict) else dict(row) for row in rows[start : start + _BLOCK]]
        try:
            picked = list(map(pick, block))
        except KeyError:
            picked = [pick(whole | row) for row in block]
        for column, values in zip(found, zip(*picked, strict=True), strict=True):
            column.extend(values)
    return dict(zip(blank, found, strict=True))

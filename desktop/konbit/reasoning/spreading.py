"""From truths by value to truths by person: who has the values for which something holds, and what the others lack."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import ge, lt
from typing import TypeAlias

from konbit.law.tree import Compare, CompareOp, Node
from konbit.reasoning.abstract import NO, YES, Missing, Span, Truth
from konbit.reasoning.bits import NOBODY, Bits, Lacking, Truths, bits_where, merged
from konbit.reasoning.days import Days
from konbit.reasoning.ranked import Column

Run: TypeAlias = tuple[int, int, Truth]
"""A truth that is the same from one rank (or day) to another, the second excluded."""

_SEEN_BACK: Mapping[CompareOp, CompareOp] = {
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
    "==": "==",
    "!=": "!=",
}


def both_ways(node: Compare) -> list[tuple[CompareOp, Node, Node]]:
    """A comparison read from the left and from the right: operator, own side, other side."""
    return [(node.op, node.left, node.right), (_SEEN_BACK[node.op], node.right, node.left)]


class SpanColumn:
    """A number or a day of many persons, as spans."""

    def __init__(self, column: Column, spans: list[Span]) -> None:
        self.column = column
        self.spans = spans
        self.low = list(map([low for low, _, _ in spans].__getitem__, column.ranks))
        self.high = list(map([high for _, high, _ in spans].__getitem__, column.ranks))

    def less(self, other: SpanColumn) -> Truths:
        """See `konbit.reasoning.abstract.less`."""
        yes = bits_where(map(lt, self.high, other.low))
        no = bits_where(map(ge, self.low, other.high))
        unsettled = self.column.everybody ^ yes ^ no
        return Truths(yes, no, merged((self.missing(), other.missing()), unsettled))

    def missing(self) -> Lacking:
        """What narrows the spans, of everybody."""
        return _lacking_of(self.column, [(rank, rank + 1, span[2]) for rank, span in enumerate(self.spans)])


def cuts(op: CompareOp, bound: Span, numbers: Sequence[float]) -> list[Run]:
    """The runs of `number op bound` over settled numbers in rising order. See `konbit.reasoning.abstract.less`."""
    cut = bisect_left if op in ("<", ">=") else bisect_right
    low, high = cut(numbers, bound[0]), cut(numbers, bound[1])
    before, after = (YES, NO) if op in ("<", "<=") else (NO, YES)
    return [(0, low, before), (low, high, (None, bound[2])), (high, len(numbers), after)]


def turning_points(truth_at: Callable[[int], Truth], count: int) -> tuple[list[Run], int]:
    """Of a truth that turns one way over `count` ranks: the runs in which it is the same, and where they end.

    No runs where it is open at one end, for what is missing may then differ from rank to rank.
    """
    first, last = truth_at(0), truth_at(count - 1)
    if first[0] is None or last[0] is None:
        return [], 0
    if first[0] == last[0]:
        return [(0, count, first)], count
    ends = bisect_left(range(count), True, key=lambda rank: truth_at(rank)[0] is not first[0])
    starts = bisect_left(range(count), True, lo=ends, key=lambda rank: truth_at(rank)[0] is last[0])
    between = [(rank, rank + 1, truth_at(rank)) for rank in range(ends, starts)]
    return [(0, ends, first), *between, (starts, count, last)], count


def spread(column: Column, runs: Iterable[Run]) -> Truths:
    """Truths by rank (`start..end`, end excluded) as truths by person."""
    found = list(runs)
    size = len(column.values)
    digits = {True: bytearray(b"0" * size), False: bytearray(b"0" * size)}
    for start, end, (value, _) in found:
        if value is not None:
            digits[value][start:end] = b"1" * (end - start)
    lacks = [(start, end, missing) for start, end, (value, missing) in found if value is None]
    return Truths(column.where(digits[True]), column.where(digits[False]), _lacking_of(column, lacks))


def spread_over_days(days: Days, first: int, runs: Iterable[Run], unsaid: Truth) -> Truths:
    """Truths by day (`start..end` after the ordinal `first`, end excluded) as truths by person.

    unsaid: the truth for those who gave no day.
    """

    def those(start: int, end: int) -> Bits:
        return days.before(date.fromordinal(first + end)) ^ days.before(date.fromordinal(first + start))

    found = [(those(start, end), truth) for start, end, truth in runs]
    found.append((days.everybody ^ days.known, unsaid))
    yes, no = NOBODY, NOBODY
    lacks: list[Lacking] = []
    for persons, (value, missing) in found:
        yes |= persons if value is True else NOBODY
        no |= persons if value is False else NOBODY
        lacks.append(dict.fromkeys(missing, persons))
    return Truths(yes, no, merged(lacks, days.everybody ^ yes ^ no))


def lacking(fact: str, persons: Bits) -> Lacking:
    """That these persons lack one fact."""
    return {fact: persons} if persons else {}


def _lacking_of(column: Column, runs: Iterable[tuple[int, int, Missing]]) -> Lacking:
    by_fact: dict[str, bytearray] = {}
    for start, end, missing in runs:
        for name in missing:
            if name not in by_fact:
                by_fact[name] = bytearray(b"0" * len(column.values))
            by_fact[name][start:end] = b"1" * (end - start)
    found = ((name, column.where(digits)) for name, digits in by_fact.items())
    return {name: persons for name, persons in found if persons}

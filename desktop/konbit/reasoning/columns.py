"""Tests of the pack over many persons at once.

And, or, not and yes/no facts are operations on bits. Any other condition (a comparison, a choice, a term, a count over
a list) goes through the very closure that judges one person, once for each combination of the values it reads: a
column of dates has few thousands of them, one of choices a handful, and lists fall back to one a person. Where the
condition compares and can turn only once while a number or day grows, the turning points are found by bisection.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import ge, lt
from typing import Any

from konbit.law.facts import Kind
from konbit.law.partial import PartialDate
from konbit.law.tree import And, Call, Compare, CompareOp, FactRef, Node, Not, Or, TruthValue
from konbit.reasoning.abstract import NO, NOTHING, YES, Missing, Span, Truth
from konbit.reasoning.bits import NOBODY, Bits, Lacking, Truths, bits_where, every, merged, some
from konbit.reasoning.compiling import Compiler, Measure, Test
from konbit.reasoning.days import Days
from konbit.reasoning.dependence import NUMBERS, ORDERED, Dependence, Reads
from konbit.reasoning.engine import Engine
from konbit.reasoning.ranked import CLOSED, UNKNOWN, Column, Unknown, combined, settled
from konbit.reasoning.roster import Roster
from konbit.reasoning.situation import Law, Situation, span_of

_FEW = 12
"""So many values are tried one by one; among more the turning points are looked for."""
_SEEN_BACK: Mapping[CompareOp, CompareOp] = {
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
    "==": "==",
    "!=": "!=",
}
_MANY = 64
"""From so many persons on, dates are read digit by digit."""


class _Declared(dict[str, Any]):
    """Given values of the facts that an expression reads. Asking for another is a fault of ours, never "unknown"."""

    __slots__ = ("names",)

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.names = frozenset(names)

    def get(self, key: str, default: Any = None, /) -> Any:
        if key not in self.names:
            raise LookupError(key)
        return super().get(key, default)


@dataclass(frozen=True, slots=True)
class Worked:
    """A span or a choice worked out beforehand, as a situation would give it; and whether the fact is active."""

    value: Any
    active: bool


class Cell(Situation):
    """Persons who share the values that an expression reads, as one situation; put on others, it is other persons'.

    legal_date: the fact that gives the legal day, for an expression that takes numbers of the law.
    """

    __slots__ = ("_closed", "_known", "_legal_date", "_worked")

    def __init__(self, law: Law, names: Iterable[str], legal_date: str = "") -> None:
        self._known = _Declared(names)
        self._worked: dict[str, Any] = {}
        self._closed: set[str] = set()
        self._legal_date = legal_date
        super().__init__(law, self._known)

    def put(self, values: Iterable[tuple[str, Any]]) -> None:
        """Takes on these values; all else that it was put on stays."""
        for name, value in values:
            self._known.pop(name, None)
            self._worked.pop(name, None)
            self._closed.discard(name)
            match value:
                case Worked(value=found, active=active):
                    self._worked[name] = found
                    if not active:
                        self._closed.add(name)
                case Unknown():
                    if value is CLOSED:
                        self._closed.add(name)
                case _:
                    self._known[name] = value
        self.readings, self.checked, self._memo = {}, {}, self._worked.copy()
        if self._legal_date:
            # Clears the memo when it changes; what was worked out beforehand was so under the same day.
            self.legal_day = self.span(self._legal_date)
            self._memo.update(self._worked)

    def is_active(self, name: str) -> bool:
        return name not in self._closed


class Plan:
    """What evaluating the pack over columns needs to know of each expression. Build it once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.reads = Dependence(engine.pack)
        self._compiler = Compiler(engine.pack.facts, engine.pack.values)
        self._tests: dict[int, tuple[Node, Test, Reads]] = {}
        self._measures: dict[int, tuple[Node, Measure, Reads]] = {}

    def test(self, node: Node) -> tuple[Test, Reads]:
        """The closure for one person, and what it reads."""
        found = self._tests.get(id(node))
        if found is None:
            found = self._tests[id(node)] = (node, self._compiler.test(node), self.reads.of(node))
        return found[1], found[2]

    def measure(self, node: Node) -> tuple[Measure, Reads]:
        """The closure of a number or a day, and what it reads."""
        found = self._measures.get(id(node))
        if found is None:
            found = self._measures[id(node)] = (node, self._compiler.measure(node), self.reads.of(node))
        return found[1], found[2]

    def needed(self, trees: Iterable[Node], names: Iterable[str]) -> dict[str, Kind]:
        """Every fact whose given value these expressions and facts may look at, with its kind."""
        facts = self.engine.pack.facts
        found: dict[str, Kind] = {}
        open_trees = [*trees, *(FactRef(name) for name in names)]
        while open_trees:
            for name in self.reads.of(open_trees.pop()).facts:
                if name not in found:
                    found[name] = facts[name].kind
                    open_trees += [
                        tree for tree in (facts[name].active, facts[name].derived) if tree is not None
                    ]
        return found


class Columns:
    """The persons of a roster on a day, as the rules of one pack see them.

    today: stands for the fact of the day of evaluation of those who give none. legal_date: the fact that picks the
    version of the law.
    """

    def __init__(self, plan: Plan, roster: Roster, today: date, legal_date: str) -> None:
        self.plan = plan
        self.roster = roster
        self.today = today
        self.legal_date = legal_date
        self._pack = plan.engine.pack
        self._law = plan.engine.law
        self._facts: dict[str, Truths] = {}
        self._seen: dict[str, Column] = {}
        self._readings: dict[tuple[Reads, str], Reading] = {}
        self._nodes: dict[int, tuple[Node, Truths]] = {}

    @property
    def everybody(self) -> Bits:
        """All persons."""
        return self.roster.everybody

    def truth(self, node: Node) -> Truths:
        """Who meets a test, who does not, and what the others lack. A test of the pack is worked out once."""
        found = self._nodes.get(id(node))
        if found is None:
            found = self._nodes[id(node)] = (node, self._truth(node))
        return found[1]

    def _truth(self, node: Node) -> Truths:
        match node:
            case TruthValue(value=value):
                return Truths(self.everybody, NOBODY) if value else Truths(NOBODY, self.everybody)
            case FactRef(fact=name):
                return self.fact(name)
            case Not(item=item):
                return self.truth(item).negated()
            case And(items=items):
                return every((self.truth(item) for item in items), self.everybody)
            case Or(items=items):
                return some((self.truth(item) for item in items), self.everybody)
            case Call(name="conocido", subject=subject) if self._pack.facts[subject].kind == Kind.BOOL:
                truths = self.fact(subject)
                known = truths.yes | truths.no
                return Truths(known, NOBODY, lacking(subject, self.everybody ^ known))
            case _:
                return self._condition(node)

    def fact(self, name: str) -> Truths:
        """A yes/no fact: given, derived, made true one way, or closed. See `Situation.truth`."""
        found = self._facts.get(name)
        if found is None:
            found = self._facts[name] = self._fact(name)
        return found

    def _fact(self, name: str) -> Truths:
        fact = self._pack.facts[name]
        yes, no = self.roster.truths(name)
        worked = None
        if fact.derived is not None:
            worked = self.truth(fact.derived)
            yes, no = worked.yes | (yes & ~worked.no), worked.no | (no & ~worked.yes)
        elif fact.true_if is not None:
            worked = self.truth(fact.true_if)
            yes, no = worked.yes | yes, no & ~worked.yes
        active = self.everybody ^ self._closed(name)
        yes, no = yes & active, no & active
        unsaid = active ^ yes ^ no
        parts = [lacking(name, unsaid)] if fact.askable else []
        return Truths(yes, no, merged((*parts, worked.missing) if worked else parts, unsaid))

    def _closed(self, name: str) -> Bits:
        active = self._pack.facts[name].active
        return NOBODY if active is None else self.truth(active).no

    def seen(self, name: str) -> Column:
        """The values of a fact: as given and CLOSED where its branch is, or worked out beforehand."""
        found = self._seen.get(name)
        if found is None:
            found = self._seen[name] = (
                self._worked_out(name) if self.plan.reads.beforehand(name) else self.given(name)
            )
        return found

    def given(self, name: str) -> Column:
        """The given values of a fact, CLOSED where its branch is."""
        otherwise = self.today if name == self._pack.day_fact else None
        column = self.roster.column(name, self._pack.facts[name].kind, otherwise)
        return column.closed_for(self._closed(name))

    def _worked_out(self, name: str) -> Column:
        reading = Reading(self, self.plan.reads.ingredients(name), of=name)
        kind = self._pack.facts[name].kind
        is_number, is_day = kind in NUMBERS, kind in ORDERED

        def worked(rank: int) -> Worked:
            cell = reading.at(rank)
            return Worked(cell.span(name) if is_number or is_day else cell.pick(name), cell.is_active(name))

        def place(one: Worked) -> tuple[bool, float]:
            low, high, _ = one.value
            return (not settled(low, high, not is_number), low)

        found = [worked(rank) for rank in range(len(reading.column.values))]
        if not is_day:
            return reading.column.valued(found)
        order = sorted(set(found), key=place)
        return reading.column.valued(found, order, sum(not place(one)[0] for one in order))

    def legal_days(self) -> Iterator[tuple[Span, Bits]]:
        """The legal days that occur, and whose they are."""
        reading = self.reading(self.plan.reads.of_fact(self.legal_date))
        spans = [reading.at(rank).span(self.legal_date) for rank in range(len(reading.column.values))]
        for rank, span in enumerate(spans):
            yield span, reading.column.below(rank + 1) ^ reading.column.below(rank)

    def reading(self, reads: Reads, besides: str = "") -> Reading:
        """The values that an expression reads. Expressions that read the same share it."""
        found = self._readings.get((reads, besides))
        if found is None:
            found = self._readings[reads, besides] = Reading(self, reads, besides=besides)
        return found

    def _condition(self, node: Node) -> Truths:
        """Any condition that is no operation on truths."""
        test, reads = self.plan.test(node)
        if isinstance(node, Compare):
            found = self._by_day(node, test, reads)
            if found is not None:
                return found
        reading = self.reading(reads)
        if isinstance(node, Compare) and len(reading.varying) == 2:
            found = self._compared(node)
            if found is not None:
                return found
        column = reading.column
        runs: list[tuple[int, int, Truth]] = []
        start = 0
        if (
            column.exact > _FEW
            and isinstance(node, Compare)
            and len(reading.varying) == 1
            and self._turns_once(node, reading, reading.varying[0])
        ):
            runs, start = self._turns(
                node,
                reading.varying[0],
                column.exact,
                lambda rank: number_of(column.values[rank]),
                lambda rank: test(reading.at(rank)),
            )
        for rank in range(start, len(column.values)):
            runs.append((rank, rank + 1, test(reading.at(rank))))
        return spread(column, runs)

    def days(self, name: str) -> Days | None:
        """The days of a fact, where they are all that can be said of it: no partial date, no closed branch."""
        if self._pack.facts[name].kind not in (Kind.DATE, Kind.PARTIAL_DATE) or name == self._pack.day_fact:
            return None
        if self.roster.count < _MANY or self.plan.reads.beforehand(name) or self._closed(name):
            return None
        return self.roster.days(name, self._pack.facts[name].kind)

    def _by_day(self, node: Compare, test: Test, reads: Reads) -> Truths | None:
        """A comparison of one date with what all persons share, or of two dates; None where it is neither."""
        dates = {name: days for name in reads.facts if (days := self.days(name)) is not None}
        match node:
            case Compare(op="<" | ">=", left=FactRef(fact=one), right=FactRef(fact=other)) if len(dates) == 2:
                earlier = self._earlier(one, other, dates)
                return earlier if node.op == "<" else earlier.negated()
            case Compare(op=">" | "<=", left=FactRef(fact=one), right=FactRef(fact=other)) if len(dates) == 2:
                earlier = self._earlier(other, one, dates)
                return earlier if node.op == ">" else earlier.negated()
            case _ if len(dates) == 1:
                (name, days), *_ = dates.items()
                reading = self.reading(reads, name)
                if reading.varying or not self._turns_once(node, reading, name):
                    return None
                first, last = (day.toordinal() for day in days.ends)
                runs, end = self._turns(
                    node,
                    name,
                    last - first + 1,
                    lambda place: first + place,
                    lambda place: test(reading.cell(PartialDate.of(date.fromordinal(first + place)))),
                )
                unsaid = test(reading.cell(UNKNOWN))
                return spread_over_days(days, first, runs, unsaid) if end else None
            case _:
                return None

    def _turns(
        self,
        node: Compare,
        fact: str,
        count: int,
        number_at: Callable[[int], float],
        truth_at: Callable[[int], Truth],
    ) -> tuple[list[tuple[int, int, Truth]], int]:
        """Over settled values in rising order, the runs in which a comparison is the same, and where they end."""
        for op, own, other in (
            (node.op, node.left, node.right),
            (_SEEN_BACK[node.op], node.right, node.left),
        ):
            measure, reads = self.plan.measure(other)
            if isinstance(own, FactRef) and own.fact == fact and fact not in reads.facts:
                shared = self.reading(reads)
                return cuts(op, measure(shared.at(0)), count, number_at), count
        return turning_points(truth_at, count)

    def _earlier(self, one: str, other: str, dates: Mapping[str, Days]) -> Truths:
        a, b = dates[one], dates[other]
        yes, both = a.less(b), a.known & b.known
        facts = [name for name in (one, other) if self._pack.facts[name].askable]
        unsaid = (lacking(name, self.everybody ^ dates[name].known) for name in facts)
        return Truths(yes, both ^ yes, merged(unsaid, self.everybody ^ both))

    def _turns_once(self, node: Compare, reading: Reading, fact: str) -> bool:
        """Whether the condition can turn only once while one fact grows and all else that it reads stands still."""
        if reading.dated and fact in self.plan.reads.of_fact(self.legal_date).facts:
            return False
        return self.plan.reads.rises(node, fact)

    def _compared(self, node: Compare) -> Truths | None:
        """Two measures that vary with one fact each, worked out apart; None where they are no such two."""
        sides: list[tuple[Reading, list[Span]]] = []
        for side in (node.left, node.right):
            if not self._is_measure(side):
                return None
            measure, reads = self.plan.measure(side)
            own = self.reading(reads)
            if len(own.varying) != 1:
                return None
            sides.append((own, own.spans(side, measure)))
        (left, spans), (right, others) = sides
        a, b = SpanColumn(left.column, spans), SpanColumn(right.column, others)
        match node.op:
            case "<":
                return a.less(b)
            case ">":
                return b.less(a)
            case "<=":
                return b.less(a).negated()
            case ">=":
                return a.less(b).negated()
            case _:
                return None

    def _is_measure(self, node: Node) -> bool:
        return not isinstance(node, FactRef) or self._pack.facts[node.fact].kind in ORDERED


class Reading:
    """The values that an expression reads: those that all persons share, and a column of those that vary.

    of: a fact whose given value is read, not the one worked out. besides: a fact that is left out, for `cell`.
    """

    def __init__(self, columns: Columns, reads: Reads, *, of: str = "", besides: str = "") -> None:
        names = reads.facts
        if reads.dated:
            names = names | columns.plan.reads.of_fact(columns.legal_date).facts
        seen = {
            name: columns.given(name) if name == of else columns.seen(name)
            for name in sorted(names)
            if name != besides
        }
        self.dated = reads.dated
        self.fixed: dict[str, Any] = {
            name: column.values[0] if column.values else UNKNOWN
            for name, column in seen.items()
            if len(column.values) < 2
        }
        self.varying = tuple(name for name in seen if name not in self.fixed)
        self._columns = columns
        self._own = tuple(seen[name] for name in self.varying)
        self._besides = besides
        law, legal_date = columns.plan.engine.law, columns.legal_date if reads.dated else ""
        self._cell = Cell(law, names, legal_date)
        self._cell.put(self.fixed.items())

    @cached_property
    def column(self) -> Column:
        """A rank for each combination of the values that vary."""
        if not self._own:
            return Column(array("B", bytes(self._columns.roster.count)), ((),))
        return self._own[0] if len(self._own) == 1 else combined(self._own)

    def at(self, rank: int) -> Situation:
        """The situation of the persons of a rank, as far as the expression reads it. It stands until the next is asked."""
        value = self.column.values[rank]
        own = (value,) if len(self._own) == 1 else value
        self._cell.put(zip(self.varying, own, strict=True))
        return self._cell

    def cell(self, value: Any) -> Situation:
        """The situation of the persons with this value of the fact that was left out. It stands as `at`."""
        self._cell.put(((self._besides, value),))
        return self._cell

    def spans(self, node: Node, measure: Measure) -> list[Span]:
        """A measure for every rank of the one fact that varies."""
        column, start = self.column, 0
        found: list[Span] = []
        if isinstance(node, FactRef):
            start = column.exact  # a settled value needs no closure
            found = [
                value.value if isinstance(value, Worked) else (*span_of(value), NOTHING)
                for value in column.values[:start]
            ]
        return found + [measure(self.at(rank)) for rank in range(start, len(column.values))]


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


def number_of(value: Any) -> float:
    """A settled number, or day as an ordinal."""
    return value.value[0] if isinstance(value, Worked) else span_of(value)[0]


def cuts(
    op: CompareOp, bound: Span, count: int, number_at: Callable[[int], float]
) -> list[tuple[int, int, Truth]]:
    """The runs of `number op bound` over settled numbers in rising order. See `konbit.reasoning.abstract.less`."""
    cut = bisect_left if op in ("<", ">=") else bisect_right
    low, high = (cut(range(count), end, key=number_at) for end in bound[:2])
    before, after = (YES, NO) if op in ("<", "<=") else (NO, YES)
    return [(0, low, before), (low, high, (None, bound[2])), (high, count, after)]


def turning_points(truth_at: Callable[[int], Truth], count: int) -> tuple[list[tuple[int, int, Truth]], int]:
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


def spread(column: Column, runs: Iterable[tuple[int, int, Truth]]) -> Truths:
    """Truths by rank (`start..end`, end excluded) as truths by person."""
    found = list(runs)
    size = len(column.values)
    digits = {True: bytearray(b"0" * size), False: bytearray(b"0" * size)}
    for start, end, (value, _) in found:
        if value is not None:
            digits[value][start:end] = b"1" * (end - start)
    lacks = [(start, end, missing) for start, end, (value, missing) in found if value is None]
    return Truths(column.where(digits[True]), column.where(digits[False]), _lacking_of(column, lacks))


def spread_over_days(days: Days, first: int, runs: Iterable[tuple[int, int, Truth]], unsaid: Truth) -> Truths:
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

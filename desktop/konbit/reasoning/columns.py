"""Tests of the pack over many persons at once.

And, or, not and yes/no facts are operations on bits. Any other condition (a comparison, a choice, a term, a count over
a list) goes through the very closure that judges one person, once for each combination of the values it reads: a
column of dates has few thousands of them, one of choices a handful, and lists fall back to one a person. Where the
condition compares and can turn only once while a number or day grows, the turning points are found by bisection.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from konbit.law.facts import Kind
from konbit.law.partial import PartialDate
from konbit.law.tree import And, Call, Compare, FactRef, Node, Not, Or, TruthValue
from konbit.reasoning.abstract import NOTHING, Span, Truth
from konbit.reasoning.bits import NOBODY, Bits, Truths, every, merged, some
from konbit.reasoning.cells import Cell, Worked
from konbit.reasoning.compiling import Compiler, Measure, Test
from konbit.reasoning.days import Days
from konbit.reasoning.dependence import NUMBERS, ORDERED, Dependence, Reads
from konbit.reasoning.engine import Engine
from konbit.reasoning.ranked import UNKNOWN, Column, combined, settled
from konbit.reasoning.roster import Roster
from konbit.reasoning.situation import Situation, span_of
from konbit.reasoning.spreading import (
    Run,
    SpanColumn,
    both_ways,
    cuts,
    lacking,
    spread,
    spread_over_days,
    turning_points,
)

_FEW = 12
"""So many values are tried one by one; among more the turning points are looked for."""
_MANY = 64
"""From so many persons on, dates are read digit by digit."""


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
        numbers = [number for unsettled, number in map(place, order) if not unsettled]
        return reading.column.valued(found, order, numbers)

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
        runs: list[Run] = []
        start = 0
        if (
            len(column.numbers) > _FEW
            and isinstance(node, Compare)
            and len(reading.varying) == 1
            and self._turns_once(node, reading, reading.varying[0])
        ):
            runs, start = self._turns(
                node,
                reading.varying[0],
                column.numbers,
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
                    range(first, last + 1),
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
        numbers: Sequence[float],
        truth_at: Callable[[int], Truth],
    ) -> tuple[list[Run], int]:
        """Over settled values in rising order, the runs in which a comparison is the same, and where they end."""
        for op, own, other in both_ways(node):
            if own != FactRef(fact, own.pos) or self.plan.reads.beforehand(fact):
                continue
            measure, reads = self.plan.measure(other)
            if fact not in reads.facts:
                return cuts(op, measure(self.reading(reads).at(0)), numbers), len(numbers)
        return turning_points(truth_at, len(numbers))

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
            start = len(column.numbers)  # a settled value needs no closure
            found = [
                value.value if isinstance(value, Worked) else (*span_of(value), NOTHING)
                for value in column.values[:start]
            ]
        return found + [measure(self.at(rank)) for rank in range(start, len(column.values))]

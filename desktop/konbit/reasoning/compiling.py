"""Compiles the criterion tree into closures over a situation. No text is executed: only checked nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from konbit.law.facts import Fact, Kind
from konbit.law.load_rules import DatedNumber
from konbit.law.tree import (
    And,
    Arithmetic,
    Call,
    Choice,
    Compare,
    DatedValue,
    FactRef,
    Node,
    Not,
    NumberValue,
    OneOf,
    Or,
    TruthValue,
)
from konbit.reasoning.abstract import (
    INFINITY,
    NO,
    NOTHING,
    YES,
    Pick,
    Span,
    Truth,
    equal,
    exact,
    less,
    less_or_equal,
    negated,
    unknown_span,
)
from konbit.reasoning.functions import BETWEEN, latest, moved
from konbit.reasoning.situation import Situation

Test: TypeAlias = Callable[[Situation], Truth]
Measure: TypeAlias = Callable[[Situation], Span]
Chooser: TypeAlias = Callable[[Situation], Pick]

_NUMBERS = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)


class Compiler:
    """Compiles expressions against one vocabulary."""

    def __init__(self, facts: Mapping[str, Fact], values: Mapping[str, tuple[DatedNumber, ...]]) -> None:
        self.facts = facts
        self.values = values

    def value(self, node: Node, kind: Kind) -> Callable[[Situation], Any]:
        """The closure for a derived fact of this kind."""
        if kind == Kind.BOOL:
            return self.test(node)
        return self.measure(node) if kind in _NUMBERS else self.chooser(node)

    def test(self, node: Node) -> Test:
        """A closure that gives a truth."""
        match node:
            case TruthValue(value=value):
                constant = YES if value else NO
                return lambda _: constant
            case FactRef(fact=name):
                return lambda situation: situation.truth(name)
            case Not(item=item):
                inner = self.test(item)
                return lambda situation: negated(inner(situation))
            case And(items=items):
                return all_of([self.test(item) for item in items])
            case Or(items=items):
                return any_of([self.test(item) for item in items])
            case Compare():
                return self.comparison(node)
            case OneOf(item=FactRef(fact=name), names=names, member=True):
                return _is_member(name, names[0])
            case OneOf(item=item, names=names):
                return _is_among(self.chooser(item), frozenset(names))
            case Call(name="conocido", subject=subject):
                # Not known is no "no": it may be known tomorrow, and answering it is one way to settle this.
                not_yet: Truth = (None, frozenset((subject,)))
                return lambda situation: YES if situation.is_known(subject) else not_yet
            case _:
                raise TypeError(node)

    def comparison(self, node: Compare) -> Test:
        """A closure that compares two spans or two choices."""
        if self._is_choice(node.left):
            left = self.chooser(node.left)
            if isinstance(node.right, Choice):
                test = _is_among(left, frozenset((node.right.name,)))
            else:
                test = _same(left, self.chooser(node.right))
            return test if node.op == "==" else (lambda situation: negated(test(situation)))
        a, b = self.measure(node.left), self.measure(node.right)
        match node.op:
            case "<":
                return lambda s: less(a(s), b(s))
            case "<=":
                return lambda s: less_or_equal(a(s), b(s))
            case ">":
                return lambda s: less(b(s), a(s))
            case ">=":
                return lambda s: less_or_equal(b(s), a(s))
            case "==":
                return lambda s: equal(a(s), b(s))
            case "!=":
                return lambda s: negated(equal(a(s), b(s)))

    def _is_choice(self, node: Node) -> bool:
        return isinstance(node, FactRef) and self.facts[node.fact].kind not in (*_NUMBERS, Kind.BOOL)

    def chooser(self, node: Node) -> Chooser:
        """A closure that gives a choice."""
        match node:
            case FactRef(fact=name):
                return lambda situation: situation.pick(name)
            case Call(name="region", args=(inner,)):
                comuna = self.chooser(inner)
                return lambda situation: _region(comuna(situation), situation.law.regions)
            case _:
                raise TypeError(node)

    def measure(self, node: Node) -> Measure:
        """A closure that gives a span: a number, or a date as day ordinals."""
        match node:
            case NumberValue(value=value):
                constant = exact(value)
                return lambda _: constant
            case DatedValue(name=name):
                return _dated(self.values[name])
            case FactRef(fact=name):
                return lambda situation: situation.span(name)
            case Arithmetic(left=left, right=right, op=op):
                return _arithmetic(op, self.measure(left), self.measure(right))
            case Call():
                return self.call(node)
            case _:
                raise TypeError(node)

    def call(self, node: Call) -> Measure:
        """A closure for one of the functions."""
        if node.name in BETWEEN:
            over, start, end = BETWEEN[node.name], self.measure(node.args[0]), self.measure(node.args[1])
            return lambda situation: over(start(situation), end(situation))
        if node.name == "sumar":
            day = self.measure(node.args[0])
            fixed = {n: exact(amount.value) for n, amount in node.named if isinstance(amount, NumberValue)}
            if len(fixed) == len(node.named):
                return lambda s: moved(day(s), fixed, s.law.calendar)
            named = {name: self.measure(amount) for name, amount in node.named}
            return lambda s: moved(
                day(s), {name: amount(s) for name, amount in named.items()}, s.law.calendar
            )
        if node.name == "ultima":
            dates = [self.measure(arg) for arg in node.args]
            return lambda situation: latest([one(situation) for one in dates])
        if node.name in ("vence", "vence_alternativo"):
            term, outer = node.subject, node.name == "vence_alternativo"
            return lambda situation: situation.law.terms.due(situation, term, outer)
        if node.name == "cuenta":
            return self.count(node)
        inner = self.measure(node.args[0])
        return _total(node.subject, inner) if node.name == "suma" else _largest(node.subject, inner)

    def count(self, node: Call) -> Measure:
        """`cuenta`: items of a list (that hold, with a condition), or choices of a fact."""
        subject = node.subject
        if self.facts[subject].kind == Kind.CHOICES:
            return lambda situation: _size(situation.picks(subject))
        holds = self.test(node.args[0] if node.args else TruthValue(True))

        def counted(situation: Situation) -> Span:
            items = situation.items(subject)
            if items is None:
                return (0, INFINITY, situation.lacking(subject))
            truths = [holds(item) for item in items]
            sure = sum(1 for value, _ in truths if value)
            open_ones = [missing for value, missing in truths if value is None]
            return (sure, sure + len(open_ones), NOTHING.union(*open_ones))

        return counted


def all_of(tests: Sequence[Test]) -> Test:
    """Kleene's and. False as soon as one is false, whatever is unknown: the rest is not even worked out."""

    def test(situation: Situation) -> Truth:
        missing = NOTHING
        undecided = False
        for one in tests:
            value, lacks = one(situation)
            if value is False:
                return NO
            if value is None:
                undecided = True
                missing |= lacks
        return (None, missing) if undecided else YES

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """Kleene's or. True as soon as one is true, whatever is unknown: the rest is not even worked out."""

    def test(situation: Situation) -> Truth:
        missing = NOTHING
        undecided = False
        for one in tests:
            value, lacks = one(situation)
            if value is True:
                return YES
            if value is None:
                undecided = True
                missing |= lacks
        return (None, missing) if undecided else NO

    return test


def _is_among(chooser: Chooser, names: frozenset[str]) -> Test:
    def test(situation: Situation) -> Truth:
        value, missing = chooser(situation)
        if value is None:
            return (None, missing)
        return YES if value in names else NO

    return test


def _same(left: Chooser, right: Chooser) -> Test:
    def test(situation: Situation) -> Truth:
        (a, lacks), (b, lacks_too) = left(situation), right(situation)
        if a is None or b is None:
            return (None, lacks | lacks_too)
        return YES if a == b else NO

    return test


def _is_member(name: str, choice: str) -> Test:
    def test(situation: Situation) -> Truth:
        chosen, missing = situation.picks(name)
        if chosen is None:
            return (None, missing)
        return YES if choice in chosen else NO

    return test


def _region(comuna: Pick, regions: Mapping[str, str]) -> Pick:
    value, missing = comuna
    return (None, missing) if value is None else (regions.get(value), NOTHING)


def _size(picks: tuple[frozenset[str] | None, frozenset[str]]) -> Span:
    chosen, missing = picks
    return (0, INFINITY, missing) if chosen is None else exact(len(chosen))


def _dated(versions: tuple[DatedNumber, ...]) -> Measure:
    def value(situation: Situation) -> Span:
        low, high, missing = (situation.within or situation).legal_day
        numbers = [
            one.number
            for one in versions
            if (one.since or date.min).toordinal() <= high and low < (one.until or date.max).toordinal()
        ]
        if not numbers:
            return unknown_span(missing)
        return (min(numbers), max(numbers), missing if len(set(numbers)) > 1 else NOTHING)

    return value


def _arithmetic(op: str, left: Measure, right: Measure) -> Measure:
    def value(situation: Situation) -> Span:
        a, b = left(situation), right(situation)
        missing = a[2] | b[2]
        if INFINITY in (a[1], b[1]) or -INFINITY in (a[0], b[0]):
            return _unbounded(op, a, b, missing)
        match op:
            case "+":
                return (a[0] + b[0], a[1] + b[1], missing)
            case "-":
                return (a[0] - b[1], a[1] - b[0], missing)
            case "*":
                ends = [x * y for x in a[:2] for y in b[:2]]
                return (min(ends), max(ends), missing)
            case _:
                if b[0] <= 0 <= b[1]:
                    return unknown_span(missing)
                ends = [x / y for x in a[:2] for y in b[:2]]
                return (min(ends), max(ends), missing)

    return value


def _unbounded(op: str, a: Span, b: Span, missing: frozenset[str]) -> Span:
    if op == "+":
        return (a[0] + b[0], a[1] + b[1], missing)
    if op in "*/" and b[0] == b[1] and b[0] > 0:
        factor = b[0] if op == "*" else 1 / b[0]
        return (a[0] * factor, a[1] * factor, missing)
    return unknown_span(missing)


def _total(subject: str, inner: Measure) -> Measure:
    def value(situation: Situation) -> Span:
        items = situation.items(subject)
        if items is None:
            return unknown_span(situation.lacking(subject))
        spans = [inner(item) for item in items]
        return (sum(s[0] for s in spans), sum(s[1] for s in spans), NOTHING.union(*(s[2] for s in spans)))

    return value


def _largest(subject: str, inner: Measure) -> Measure:
    def value(situation: Situation) -> Span:
        items = situation.items(subject)
        if items is None:
            return unknown_span(situation.lacking(subject))
        spans = [inner(item) for item in items]
        low = max((s[0] for s in spans), default=0.0)
        high = max((s[1] for s in spans), default=0.0)
        return (low, high, NOTHING.union(*(s[2] for s in spans)) if low != high else NOTHING)

    return value

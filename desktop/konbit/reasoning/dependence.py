"""What an expression reads, followed through derivations and deadlines, and which way it goes when a fact grows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from konbit.law.facts import OWNERS, Kind
from konbit.law.pack import Pack
from konbit.law.tree import (
    LIST_FUNCTIONS,
    And,
    Arithmetic,
    Call,
    Compare,
    DatedValue,
    FactRef,
    Node,
    Not,
    NumberValue,
    OneOf,
    Or,
)
from konbit.reasoning.functions import BETWEEN

NUMBERS = (Kind.INTEGER, Kind.DECIMAL)
ORDERED = (*NUMBERS, Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)
"""Kinds whose values are numbers or days."""

Direction: TypeAlias = int | None
"""1: never falls while the fact grows. -1: never rises. 0: does not move. None: nothing can be promised."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What an expression needs to know of a person.

    facts: whose given values it may look at. dated: whether it takes a number that the legal day picks.
    """

    facts: frozenset[str]
    dated: bool = False


class Dependence:
    """What the expressions of one pack read."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._of_fact: dict[str, Reads] = {}
        self._rises: dict[tuple[int, str], tuple[Node, bool]] = {}

    def of(self, node: Node) -> Reads:
        """What an expression reads. Whether a person's fact is active is asked apart and not followed."""
        match node:
            case FactRef(fact=name):
                return self.of_fact(name)
            case DatedValue():
                return Reads(frozenset(), dated=True)
            case Not(item=item) | OneOf(item=item):
                return self.of(item)
            case And(items=items) | Or(items=items):
                return _both(self.of(item) for item in items)
            case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
                return _both((self.of(left), self.of(right)))
            case Call():
                return self._of_call(node)
            case _:
                return Reads(frozenset())

    def of_fact(self, name: str) -> Reads:
        """What to look at for the value of a fact: itself, where it stands alone or is worked out beforehand."""
        if self.beforehand(name):
            return Reads(frozenset((name,)))
        return self.ingredients(name)

    def ingredients(self, name: str) -> Reads:
        """What settles the value of a fact, its own given value included."""
        found = self._of_fact.get(name)
        if found is None:
            fact = self._pack.facts[name]
            trees = [tree for tree in (fact.derived, fact.true_if) if tree is not None]
            if fact.owner not in OWNERS and fact.active is not None:
                trees.append(fact.active)  # an item of a list settles for itself what is active in it
            own = Reads(frozenset((name,)))
            found = self._of_fact[name] = _both((own, *(self.of(tree) for tree in trees)))
        return found

    def beforehand(self, name: str) -> bool:
        """Whether a fact is derived and its value says all: not so of a truth, an item's, or a moment's (its hour)."""
        fact = self._pack.facts[name]
        return fact.derived is not None and fact.owner in OWNERS and fact.kind not in (Kind.BOOL, Kind.MOMENT)

    def _of_call(self, call: Call) -> Reads:
        parts = [self.of(item) for item in (*call.args, *(value for _, value in call.named))]
        if call.name == "conocido" or call.name in LIST_FUNCTIONS:
            parts.append(self.of_fact(call.subject))
        if call.name in ("vence", "vence_alternativo"):
            term = self._pack.deadlines[call.subject]
            names = [event.fact for event in term.events] + [extra.fact for extra in term.additions]
            names += [self._pack.home_fact, *((term.amount_fact,) if term.amount_fact else ())]
            parts += [self.of_fact(name) for name in names]
        return _both(parts)

    def direction(self, node: Node, fact: str) -> Direction:
        """Which way a measure goes while `fact` grows, every other given value held still.

        Said only of what the compiled functions promise (bounds map to bounds).
        """
        match node:
            case FactRef(fact=name) if name == fact:
                return 1
            case Arithmetic(op="+", left=left, right=right):
                return _together(self.direction(left, fact), self.direction(right, fact))
            case Arithmetic(op="-", left=left, right=right):
                return _together(self.direction(left, fact), _turned(self.direction(right, fact)))
            case Arithmetic(op="*" | "/", left=left, right=NumberValue(value=factor)) if factor > 0:
                return self.direction(left, fact)
            case Call(name=name, args=(start, end)) if name in BETWEEN:
                return _together(_turned(self.direction(start, fact)), self.direction(end, fact))
            case Call(name="sumar", args=(day,), named=named):
                still = all(fact not in self.of(amount).facts for _, amount in named)
                return self.direction(day, fact) if still else None
            case _:
                return 0 if fact not in self.of(node).facts else None

    def rises(self, node: Node, fact: str) -> bool:
        """Whether a test only ever turns one way while `fact` grows: a yes stays, or a no stays."""
        found = self._rises.get((id(node), fact))
        if found is None:
            found = (node, self._gap(node, fact) is not None)
            self._rises[id(node), fact] = found
        return found[1]

    def _gap(self, node: Node, fact: str) -> Direction:
        if not isinstance(node, Compare) or node.op in ("==", "!="):
            return None
        return _together(self.direction(node.left, fact), _turned(self.direction(node.right, fact)))


def _both(parts: Iterable[Reads]) -> Reads:
    found = list(parts)
    return Reads(
        frozenset[str]().union(*(one.facts for one in found)),
        any(one.dated for one in found),
    )


def _turned(direction: Direction) -> Direction:
    return None if direction is None else -direction


def _together(one: Direction, other: Direction) -> Direction:
    """The direction of a sum."""
    if one is None or other is None or one * other < 0:
        return None
    return one or other

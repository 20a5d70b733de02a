"""Why a verdict is what it is, and what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import combinations, product
from math import comb
from typing import Any

from konbit.law.facts import Kind
from konbit.law.partial import PartialDate
from konbit.reasoning.abstract import Span
from konbit.reasoning.engine import Checked, CompiledRules, Engine, check_versions
from konbit.reasoning.outcomes import Possible, States
from konbit.reasoning.situation import Given, Situation

_SETS = 3
_LARGEST = 3
_MOST_COMBINATIONS = 45
_FEW = 3
"""Where no more criteria than this would change, it is worth asking first whether any change of them could settle."""


def decisive(settled: Callable[[States], str | None], states: States) -> tuple[str, ...]:
    """A minimal set of criteria that decides: with all others unknown the outcome stands, without any one it does not.

    Later criteria are dropped first, so that the pack's own order says which reasons come to the fore.
    """
    outcome = settled(states)
    kept: dict[str, bool | None] = dict(states)
    for ident in reversed(list(states)):
        if states[ident] is not None:
            kept[ident] = None
            if settled(kept) != outcome:
                kept[ident] = states[ident]
    return tuple(ident for ident, value in kept.items() if value is not None)


class Trials:
    """One person's situation with answers tried, each made once for all the routes that try it on one legal day."""

    def __init__(self, engine: Engine, situation: Situation) -> None:
        self.engine = engine
        self.situation = situation
        self._tried: dict[tuple[Span, tuple[str, ...]], tuple[list[Given], list[Situation]]] = {}

    def of(self, facts: tuple[str, ...]) -> Iterator[Situation]:
        """The situation with one combination of answers to these facts after the other."""
        key = (self.situation.legal_day, facts)
        if key not in self._tried:
            values = product(*(witness_values(self.engine, fact, self.situation) for fact in facts))
            self._tried[key] = ([dict(zip(facts, each, strict=True)) for each in values], [])
        answers, made = self._tried[key]
        for place, each in enumerate(answers):
            if place == len(made):
                made.append(self.situation.with_answers(each))
            yield made[place]


def settling_sets(
    trials: Trials,
    rules: CompiledRules,
    settled: Callable[[States], str | None],
    possible: Possible,
    checked: Mapping[str, Checked],
) -> tuple[tuple[str, ...], ...]:
    """Up to three smallest sets of facts that could settle a route: some answers to them would, to fewer none tried.

    Single facts are tried first, then pairs and threes while they are few; each with answers that criteria tell apart.
    """
    open_ones = {ident: checked[ident] for ident in possible.open_ones if ident in checked}
    touches: dict[str, list[str]] = {}
    for ident, one in open_ones.items():
        for fact in one.missing:
            touches.setdefault(fact, []).append(ident)
    facts = trials.engine.in_order(touches)
    states: dict[str, bool | None] = {ident: one.value for ident, one in checked.items()}

    known: dict[tuple[tuple[str, ...], tuple[bool | None, ...]], bool] = {}

    def decided(touched: tuple[str, ...], values: tuple[bool | None, ...]) -> bool:
        found = known.get((touched, values))
        if found is None:
            changed = values.count(None) < len(values)
            found = changed and settled({**states, **dict(zip(touched, values, strict=True))}) is not None
            known[touched, values] = found
        return found

    def may_settle(touched: tuple[str, ...]) -> bool:
        ends = product((True, False), repeat=len(touched))
        return len(touched) > _FEW or any(decided(touched, values) for values in ends)

    def settles(candidate: tuple[str, ...]) -> bool:
        touched = tuple(dict.fromkeys(ident for fact in candidate for ident in touches[fact]))
        return may_settle(touched) and any(
            decided(
                touched, tuple([check_versions(ident, rules.tests[ident], tried).value for ident in touched])
            )
            for tried in trials.of(candidate)
        )

    found: list[tuple[str, ...]] = []
    for size in range(1, _LARGEST + 1):
        if size > 1 and (found or comb(len(facts), size) > _MOST_COMBINATIONS):
            break
        for candidate in combinations(facts, size):
            if settles(candidate):
                found.append(candidate)
                if len(found) == _SETS:
                    return tuple(found)
    return tuple(found)


def witness_values(engine: Engine, fact: str, situation: Situation) -> tuple[Any, ...]:
    """A few answers to a fact that criteria are likely to tell apart."""
    rule = engine.law.rules[fact].fact
    today = int(situation.span(engine.pack.day_fact)[0])
    match rule.kind:
        case Kind.BOOL:
            return (True, False)
        case Kind.CHOICE:
            return engine.telling_choices[fact]
        case Kind.CHOICES:
            return ((), *((choice,) for choice in engine.telling_choices[fact]))
        case Kind.INTEGER | Kind.DECIMAL:
            return (0, 1000)
        case Kind.DATE | Kind.PARTIAL_DATE | Kind.MOMENT:
            low, high, _ = situation.span(fact)
            days = (today - 1, today - 40 * 365, today - 400, today + 400)
            inside = [day for day in days if low <= day <= high] or [int(low)]
            return tuple(PartialDate.of(date.fromordinal(day)) for day in inside)
        case Kind.LIST:
            return ((),)
        case Kind.COUNTRY:
            return tuple(engine.pack.places.countries)[:1]
        case _:
            return ("",)

"""Why a verdict is what it is, and what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import combinations, product
from math import comb
from typing import Any

from konbit.law.facts import Kind
from konbit.law.partial import PartialDate
from konbit.reasoning.engine import Checked, CompiledRules, Engine, check_versions
from konbit.reasoning.outcomes import Possible, States
from konbit.reasoning.situation import Situation

_SETS = 3
_LARGEST = 3
_MOST_COMBINATIONS = 45


def decisive(decide: Callable[[States], Possible], states: States) -> tuple[str, ...]:
    """A minimal set of criteria that decides: with all others unknown the outcome stands, without any one it does not.

    Later criteria are dropped first, so that the pack's own order says which reasons come to the fore.
    """
    outcome = decide(states).outcomes
    kept: dict[str, bool | None] = dict(states)
    for ident in reversed(list(states)):
        if kept[ident] is None:
            continue
        without = {**kept, ident: None}
        if decide(without).outcomes == outcome:
            kept = without
    return tuple(ident for ident, value in kept.items() if value is not None)


def settling_sets(
    engine: Engine,
    rules: CompiledRules,
    decide: Callable[[States], Possible],
    situation: Situation,
    possible: Possible,
    checked: Mapping[str, Checked],
) -> tuple[tuple[str, ...], ...]:
    """Up to three smallest sets of facts that could settle a route: some answers to them would, to fewer none tried.

    Single facts are tried first, then pairs and threes while they are few; each with answers that criteria tell apart.
    """
    open_ones = {ident: checked[ident] for ident in possible.open_ones if ident in checked}
    lacking = frozenset[str]().union(*(one.missing for one in open_ones.values()))
    facts = [fact for fact in engine.pack.facts if fact in lacking]
    tries = {fact: witness_values(engine, fact, situation) for fact in facts}
    states: dict[str, bool | None] = {ident: one.value for ident, one in checked.items()}

    known: dict[tuple[tuple[str, bool | None], ...], bool] = {}

    def settles(candidate: tuple[str, ...]) -> bool:
        touched = [ident for ident, one in open_ones.items() if not one.missing.isdisjoint(candidate)]
        for values in product(*(tries[fact] for fact in candidate)):
            tried = situation.with_answers(dict(zip(candidate, values, strict=True)))
            news = tuple((ident, check_versions(ident, rules.tests[ident], tried).value) for ident in touched)
            if news not in known:
                changed = any(value is not None for _, value in news)
                known[news] = changed and decide({**states, **dict(news)}).decided
            if known[news]:
                return True
        return False

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

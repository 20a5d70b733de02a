"""Why a verdict is what it is, and what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product
from math import comb
from typing import Any

from konbit.law.facts import Kind
from konbit.law.partial import PartialDate
from konbit.reasoning.abstract import NOTHING
from konbit.reasoning.engine import Checked, CompiledRules, Engine, check_versions
from konbit.reasoning.outcomes import Possible, States
from konbit.reasoning.situation import Situation

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
        if states[ident] is None:
            continue
        kept[ident] = None
        if settled(kept) != outcome:
            kept[ident] = states[ident]
    return tuple(ident for ident, value in kept.items() if value is not None)


class Trials:
    """One person's situation with answers tried, each made once for all the routes that try it on one legal day."""

    def __init__(self, engine: Engine, situation: Situation) -> None:
        self.engine = engine
        self.situation = situation
        self._values: dict[str, tuple[Any, ...]] = {}
        self._tried: dict[tuple[tuple[str, ...], tuple[Any, ...]], Situation] = {}

    def of(self, facts: tuple[str, ...]) -> Iterator[Situation]:
        """The situation with each combination of answers to these facts."""
        for values in product(*(self._witnesses(fact) for fact in facts)):
            tried = self._tried.get((facts, values))
            if tried is None:
                tried = self.situation.with_answers(dict(zip(facts, values, strict=True)))
                self._tried[facts, values] = tried
            tried.legal_day = self.situation.legal_day
            yield tried

    def _witnesses(self, fact: str) -> tuple[Any, ...]:
        found = self._values.get(fact)
        if found is None:
            found = self._values[fact] = witness_values(self.engine, fact, self.situation)
        return found


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
    facts = trials.engine.in_order(NOTHING.union(*(one.missing for one in open_ones.values())))
    states: dict[str, bool | None] = {ident: one.value for ident, one in checked.items()}

    known: dict[tuple[tuple[str, bool | None], ...], bool] = {}

    def decided(news: Iterable[tuple[str, bool | None]]) -> bool:
        news = tuple(news)
        found = known.get(news)
        if found is None:
            changed = any(value is not None for _, value in news)
            found = known[news] = changed and settled({**states, **dict(news)}) is not None
        return found

    def may_settle(touched: Sequence[str]) -> bool:
        ends = product((True, False), repeat=len(touched))
        return len(touched) > _FEW or any(decided(zip(touched, values, strict=True)) for values in ends)

    def settles(candidate: tuple[str, ...]) -> bool:
        touched = [ident for ident, one in open_ones.items() if not one.missing.isdisjoint(candidate)]
        return may_settle(touched) and any(
            decided((ident, check_versions(ident, rules.tests[ident], tried).value) for ident in touched)
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

"""Everything that can be said of one person on one day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from konbit.law.facts import Fact, Kind
from konbit.law.places import Court
from konbit.reasoning.engine import Engine
from konbit.reasoning.explaining import Trials
from konbit.reasoning.situation import Given, Situation, span_of
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.verdicts import RouteVerdict, judge_route
from konbit.reasoning.writ_verdicts import Conflict, WritVerdict, conflicts, judge_writ


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A given value that its own derivation denies; the derivation counts."""

    fact: str
    given: object
    derived: object


@dataclass(frozen=True, slots=True)
class Examination:
    """The whole answer for one person: routes and writs in the pack's order, deadlines by date."""

    today: date
    routes: dict[str, RouteVerdict]
    terms: tuple[RunningTerm, ...]
    writs: dict[str, WritVerdict]
    conflicts: tuple[Conflict, ...]
    court: Court | None
    contradictions: tuple[Contradiction, ...]


def examine(engine: Engine, given: Given, today: date, *, explain: bool = True) -> Examination:
    """Judges every route and writ and counts every deadline. given: see `konbit.reasoning.situation.Given`."""
    situation = engine.situation(given, today)
    writs = {ident: judge_writ(engine, ident, situation) for ident in engine.pack.writs}
    trials = Trials(engine, situation)
    day = date.fromordinal(int(situation.span(engine.pack.day_fact)[0]))
    return Examination(
        today=day,
        routes={
            ident: judge_route(engine, ident, situation, explain=explain, trials=trials)
            for ident in engine.pack.routes
        },
        terms=engine.law.terms.running(situation),
        writs=writs,
        conflicts=conflicts(engine, writs, situation),
        court=court_for(engine, situation),
        contradictions=_contradictions(engine, situation),
    )


def court_for(engine: Engine, situation: Situation) -> Court | None:
    """The court of appeals over the comuna where the person lives, if that is known."""
    code = situation.pick(engine.pack.home_fact)[0]
    comuna = engine.pack.places.comunas.get(code) if code else None
    return engine.pack.places.court_of(comuna) if comuna else None


def _contradictions(engine: Engine, situation: Situation) -> tuple[Contradiction, ...]:
    found: list[Contradiction] = []
    for name, rule in engine.law.rules.items():
        if name in situation.given and (rule.derived or rule.true_if) and rule.fact.askable:
            closure = rule.derived or rule.true_if
            assert closure is not None
            worked = _worked(rule.fact, closure, situation)
            given = situation.given[name]
            if worked is not None and not _agrees(rule.fact, worked, given, one_way=rule.derived is None):
                found.append(Contradiction(name, given, worked))
    return tuple(found)


def _worked(fact: Fact, closure: Callable[[Situation], Any], situation: Situation) -> object:
    value = closure(situation)
    if fact.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT):
        return value[0] if value[0] == value[1] else None
    return value[0]


def _agrees(fact: Fact, worked: object, given: object, *, one_way: bool) -> bool:
    if isinstance(worked, bool | str):
        return (one_way and worked is not True) or worked == given
    assert isinstance(worked, float | int)
    low, high = span_of(given)
    margin = 0.5 if fact.kind == Kind.DECIMAL else 0
    return low - margin <= worked <= high + margin

"""From the states of criteria to the outcomes of a route or a writ that are still possible. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from konbit.law.routes import Nature, Route, Way
from konbit.law.writs import Cause, Writ
from konbit.reasoning.outcomes import (
    Guard,
    Outcome,
    Possible,
    States,
    WritOutcome,
    every,
    opposite,
    some,
    walk,
)

RISK = "riesgo:"
"""Prefix of the risks among the states."""


def decide_route(route: Route, states: States, timed: Collection[str]) -> Possible:
    """The outcomes of a route still possible.

    timed: the criteria that time alone will meet. They count as met when asking whether the route is closed, and as
    they stand when asking whether it is open today.
    """
    last = Outcome.ELIGIBLE
    return walk(_route_guards(route, states, timed), last)


def _route_guards(route: Route, states: States, timed: Collection[str]) -> Iterator[Guard]:
    yield Guard(
        Outcome.NOT_APPLICABLE, some(states[ident] for ident in route.unless), _open(route.unless, states)
    )
    if route.nature == Nature.HISTORIC:
        yield Guard(Outcome.CLOSED, True)
        return
    later = states
    if any(states[ident] is not True for ident in timed):
        later = {ident: True if ident in timed else value for ident, value in states.items()}
    yield Guard(Outcome.NOT_ELIGIBLE, opposite(_meets(route, later)), _open_of(route, later))
    if later is not states and _time_matters(route, later, states, timed):
        yield Guard(Outcome.WAIT, opposite(_meets(route, states)), _open_of(route, states))
    if route.nature == Nature.DISCRETIONARY:
        yield Guard(Outcome.MAY_ASK, True)
        return
    risks = [RISK + ident for ident in route.risks]
    yield Guard(Outcome.AT_RISK, some(states[ident] for ident in risks), _open(risks, states))
    safe = _some_way((way for way in route.ways if not way.risky), states)
    risky = _some_way((way for way in route.ways if way.risky), states)
    yield Guard(Outcome.AT_RISK, False if risky is False else opposite(safe), _open_of(route, states))


def _time_matters(route: Route, later: States, states: States, timed: Collection[str]) -> bool:
    """Whether what time alone will meet is asked by the route itself or by a way that is not closed anyway."""
    late = {ident for ident in timed if states[ident] is not True}
    return not late.isdisjoint(route.needs) or any(
        not late.isdisjoint(way.needs)
        for way in route.ways
        if every(later[ident] for ident in way.needs) is not False
    )


def _meets(route: Route, states: States) -> bool | None:
    base = every(states[ident] for ident in route.needs)
    return every((base, _some_way(route.ways, states))) if route.ways else base


def _some_way(ways: Iterable[Way], states: States) -> bool | None:
    return some(every(states[ident] for ident in way.needs) for way in ways)


def _open(idents: Iterable[str], states: States) -> tuple[str, ...]:
    return tuple(ident for ident in idents if states[ident] is None)


def _open_of(route: Route, states: States) -> tuple[str, ...]:
    found = list(_open(route.needs, states))
    ways = [way for way in route.ways if every(states[ident] for ident in way.needs) is not False]
    for way in ways:
        found += _open(way.needs, states)
    return tuple(dict.fromkeys(found))


def chosen_way(route: Route, states: States) -> str | None:
    """The way by which a route is open today, the first safe one; None while that is not settled."""
    named = [way for way in route.ways if not way.id.startswith("alguno_")]
    for way in sorted(named, key=lambda one: one.risky):
        met = every(states[ident] for ident in way.needs)
        if met is True:
            return way.id
        if met is None:
            return None
    return None


def decide_cause(
    writ: Writ, cause: Cause | None, applies: bool | None, states: States, of_term: Collection[str]
) -> Possible:
    """The outcomes of one cause of a writ (of the writ itself, without causes)."""
    needs = (*writ.needs, *(cause.needs if cause else ()))
    risks = [RISK + ident for ident in (*writ.risks, *(cause.risks if cause else ()))]
    own = [ident for ident in needs if ident not in of_term]
    term = [ident for ident in needs if ident in of_term]
    base = every((applies, *(states[ident] for ident in own)))
    in_time = every(states[ident] for ident in term)

    def guards() -> Iterator[Guard]:
        trigger = (f"causa:{cause.id}",) if cause and applies is None else ()
        yield Guard(WritOutcome.NOT_ADMISSIBLE, opposite(base), (*trigger, *_open(own, states)))
        if cause and cause.open_ended:
            yield Guard(WritOutcome.MISSING, True)
        yield Guard(WritOutcome.TOO_LATE, opposite(in_time), _open(term, states))
        yield Guard(WritOutcome.AT_RISK, some(states[ident] for ident in risks), _open(risks, states))

    return walk(guards(), WritOutcome.ADMISSIBLE)

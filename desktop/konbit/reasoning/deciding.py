"""From the states of criteria to the outcomes of a route or a writ that are still possible. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

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
    settled,
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
    return walk(_route_guards(route, states, timed), Outcome.ELIGIBLE)


def settled_route(route: Route, states: States, timed: Collection[str]) -> str | None:
    """The outcome of a route where one is left, else None: `decide_route` in short, for trying many states."""
    return settled(_route_guards(route, states, timed), Outcome.ELIGIBLE)


def _route_guards(route: Route, states: States, timed: Collection[str]) -> Iterator[Guard]:
    if route.unless:
        excluded = some(_each(route.unless, states))
        yield Guard(Outcome.NOT_APPLICABLE, excluded, _open(route.unless, states))
    if route.nature == Nature.HISTORIC:
        yield Guard(Outcome.CLOSED, True)
        return
    late = [ident for ident in timed if states[ident] is not True]
    later = {**states, **dict.fromkeys(late, True)} if late else states
    yield Guard(Outcome.NOT_ELIGIBLE, opposite(_meets(route, later)), _open_of(route, later))
    if late and _time_matters(route, late, later):
        yield Guard(Outcome.WAIT, opposite(_meets(route, states)), _open_of(route, states))
    if route.nature == Nature.DISCRETIONARY:
        yield Guard(Outcome.MAY_ASK, True)
        return
    if route.risks:
        risks = [RISK + ident for ident in route.risks]
        yield Guard(Outcome.AT_RISK, some(_each(risks, states)), _open(risks, states))
    if _some_way([way for way in route.ways if way.risky], states) is not False:
        safe = _some_way([way for way in route.ways if not way.risky], states)
        yield Guard(Outcome.AT_RISK, opposite(safe), _open_of(route, states))


def _time_matters(route: Route, late: Collection[str], later: States) -> bool:
    """Whether what time alone will meet is asked by the route itself or by a way that is not closed anyway."""
    return any(
        ident in needs
        for needs in (route.needs, *(way.needs for way in route.ways if _met(way.needs, later) is not False))
        for ident in late
    )


def _meets(route: Route, states: States) -> bool | None:
    base = _met(route.needs, states)
    return every((base, _some_way(route.ways, states))) if route.ways else base


def _some_way(ways: Iterable[Way], states: States) -> bool | None:
    return some([_met(way.needs, states) for way in ways])


def _met(idents: Iterable[str], states: States) -> bool | None:
    return every(_each(idents, states))


def _each(idents: Iterable[str], states: States) -> list[bool | None]:
    return list(map(states.__getitem__, idents))


def _open(idents: Iterable[str], states: States) -> Iterator[str]:
    return (ident for ident in idents if states[ident] is None)


def _open_of(route: Route, states: States) -> Iterator[str]:
    yield from _open(route.needs, states)
    for way in route.ways:
        if _met(way.needs, states) is not False:
            yield from _open(way.needs, states)


def chosen_way(route: Route, states: States) -> str | None:
    """The way by which a route is open today, the first safe one; None while that is not settled."""
    named = [way for way in route.ways if not way.id.startswith("alguno_")]
    for way in sorted(named, key=lambda one: one.risky):
        met = _met(way.needs, states)
        if met is True:
            return way.id
        if met is None:
            return None
    return None


def decide_cause(
    writ: Writ, cause: Cause | None, applies: bool | None, states: States, of_term: Collection[str]
) -> Possible:
    """The outcomes of one cause of a writ (of the writ itself, without causes)."""
    return walk(_cause_guards(writ, cause, applies, states, of_term), WritOutcome.ADMISSIBLE)


def _cause_guards(
    writ: Writ, cause: Cause | None, applies: bool | None, states: States, of_term: Collection[str]
) -> Iterator[Guard]:
    needs = (*writ.needs, *cause.needs) if cause else writ.needs
    own = [ident for ident in needs if ident not in of_term]
    trigger = (f"causa:{cause.id}",) if cause and applies is None else ()
    base = every((applies, *_each(own, states)))
    yield Guard(WritOutcome.NOT_ADMISSIBLE, opposite(base), chain(trigger, _open(own, states)))
    if cause and cause.open_ended:
        yield Guard(WritOutcome.MISSING, True)
    if of_term:
        term = [ident for ident in needs if ident in of_term]
        yield Guard(WritOutcome.TOO_LATE, opposite(_met(term, states)), _open(term, states))
    risks = [RISK + ident for ident in ((*writ.risks, *cause.risks) if cause else writ.risks)]
    if risks:
        yield Guard(WritOutcome.AT_RISK, some(_each(risks, states)), _open(risks, states))

"""The chain of guards: which outcomes are possible, and what still keeps them open."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.routes import Nature, Route, Way
from konbit.law.tree import TruthValue
from konbit.law.writs import Cause, Writ
from konbit.reasoning.deciding import chosen_way, decide_cause, decide_route, settled_route
from konbit.reasoning.explaining import decisive
from konbit.reasoning.outcomes import Guard, headline, walk

THREE = (True, False, None)


def route(**more: Any) -> Route:
    return Route("r", "R", "r", more.pop("nature", Nature.RULED), "hoy", more.pop("needs", ("n",)), **more)


@pytest.mark.parametrize(
    ("made", "states", "timed", "outcomes"),
    [
        (route(), {"n": True}, (), ["elegible"]),
        (route(), {"n": False}, (), ["no_elegible"]),
        (route(), {"n": None}, (), ["no_elegible", "elegible"]),
        # what excludes comes before what bars
        (route(unless=("u",)), {"n": False, "u": True}, (), ["no_aplica"]),
        (route(unless=("u",)), {"n": False, "u": None}, (), ["no_aplica", "no_elegible"]),
        (route(unless=("u",)), {"n": None, "u": None}, (), ["no_aplica", "no_elegible", "elegible"]),
        # historic: closed whatever else
        (route(nature=Nature.HISTORIC), {"n": False}, (), ["cerrado"]),
        (route(nature=Nature.HISTORIC, unless=("u",)), {"n": True, "u": None}, (), ["no_aplica", "cerrado"]),
        # discretionary: may be asked, never eligible
        (route(nature=Nature.DISCRETIONARY), {"n": True}, (), ["solicitable"]),
        (route(nature=Nature.DISCRETIONARY), {"n": None}, (), ["no_elegible", "solicitable"]),
        # only time is missing
        (route(needs=("n", "t")), {"n": True, "t": False}, ("t",), ["esperar"]),
        (route(needs=("n", "t")), {"n": False, "t": False}, ("t",), ["no_elegible"]),
        (route(needs=("n", "t")), {"n": None, "t": False}, ("t",), ["no_elegible", "esperar"]),
        (route(needs=("n", "t")), {"n": True, "t": None}, ("t",), ["esperar", "elegible"]),
        (route(needs=("n", "t")), {"n": True, "t": True}, ("t",), ["elegible"]),
        # time is no wait where the way that asks for it is closed anyway
        (
            route(ways=(Way("una", ("t", "c")), Way("otra", ("p",)))),
            {"n": True, "t": None, "c": False, "p": None},
            ("t",),
            ["no_elegible", "elegible"],
        ),
        # risks
        (route(risks=("x",)), {"n": True, "riesgo:x": True}, (), ["elegible_con_riesgo"]),
        (route(risks=("x",)), {"n": True, "riesgo:x": None}, (), ["elegible_con_riesgo", "elegible"]),
        (route(risks=("x", "y")), {"n": True, "riesgo:x": None, "riesgo:y": True}, (), ["elegible_con_riesgo"]),
        (route(risks=("x",)), {"n": False, "riesgo:x": True}, (), ["no_elegible"]),
        # ways
        (
            route(ways=(Way("una", ("a",)), Way("otra", ("b",)))),
            {"n": True, "a": False, "b": True},
            (),
            ["elegible"],
        ),
        (
            route(ways=(Way("una", ("a",)), Way("otra", ("b",)))),
            {"n": True, "a": False, "b": None},
            (),
            ["no_elegible", "elegible"],
        ),
        (
            route(ways=(Way("una", ("a",)), Way("otra", ("b",), risky=True))),
            {"n": True, "a": False, "b": True},
            (),
            ["elegible_con_riesgo"],
        ),
        (
            route(ways=(Way("una", ("a",)), Way("otra", ("b",), risky=True))),
            {"n": True, "a": True, "b": True},
            (),
            ["elegible"],
        ),
        (
            route(ways=(Way("una", ("a",)), Way("otra", ("b",), risky=True))),
            {"n": True, "a": None, "b": True},
            (),
            ["elegible_con_riesgo", "elegible"],
        ),
    ],
)  # fmt: skip
def test_routes(
    made: Route, states: dict[str, bool | None], timed: tuple[str, ...], outcomes: list[str]
) -> None:
    found = decide_route(made, states, timed)
    assert list(found.outcomes) == outcomes
    assert bool(found.open_ones) == (len(outcomes) > 1)
    assert all(states[ident] is None for ident in found.open_ones)


BUSY = route(
    needs=("n", "t"),
    unless=("u",),
    risks=("x",),
    ways=(Way("una", ("a", "s")), Way("otra", ("b",), risky=True)),
)
KEYS = ("n", "t", "u", "riesgo:x", "a", "s", "b")


@given(states=st.fixed_dictionaries({key: st.sampled_from(THREE) for key in KEYS}))
def test_possible_outcomes_are_those_of_the_answers_still_possible(states: dict[str, bool | None]) -> None:
    """Never too few: what any completion gives is among them. And the reasons of a decided one are minimal."""
    for made in (BUSY, route(needs=("n", "t"), unless=("u",), nature=Nature.DISCRETIONARY)):
        found = decide_route(made, states, ("t", "s"))
        unknown = [key for key in KEYS if states[key] is None]
        reached: set[str] = set()
        for values in product((True, False), repeat=len(unknown)):
            whole = decide_route(made, {**states, **dict(zip(unknown, values, strict=True))}, ("t", "s"))
            assert whole.decided
            reached |= set(whole.outcomes)
        assert reached <= set(found.outcomes)
        assert settled_route(made, states, ("t", "s")) == (found.outcomes[0] if found.decided else None)
        if found.decided:
            reasons = decisive(lambda s, made=made: settled_route(made, s, ("t", "s")), states)
            only = {key: value if key in reasons else None for key, value in states.items()}
            assert decide_route(made, only, ("t", "s")).outcomes == found.outcomes
            for key in reasons:
                assert not decide_route(made, {**only, key: None}, ("t", "s")).decided


@pytest.mark.parametrize(
    ("a", "b", "way"),
    [
        (True, True, "una"),
        (True, None, "una"),
        (False, True, "otra"),
        (None, True, None),
        (False, None, None),
        (False, False, None),
    ],
)
def test_the_first_safe_way(a: bool | None, b: bool | None, way: str | None) -> None:
    made = route(ways=(Way("otra", ("b",), risky=True), Way("una", ("a",))))
    assert chosen_way(made, {"n": True, "a": a, "b": b}) == way


def test_every_way_that_may_still_open_is_asked_about() -> None:
    made = route(needs=("n",), ways=(Way("una", ("a",)), Way("otra", ("b", "c")), Way("cerrada", ("d", "e"))))
    states = {"n": None, "a": None, "b": True, "c": None, "d": False, "e": None}
    assert set(decide_route(made, states, ()).open_ones) == {"n", "a", "c"}


def test_plain_alternatives_are_no_named_way() -> None:
    made = route(ways=(Way("alguno_1", ("a",)),))
    assert chosen_way(made, {"n": True, "a": True}) is None


def writ(**more: Any) -> Writ:
    return Writ(
        "w", "W", "w", True, "corte", (), False, (), (), more.pop("needs", ("n", "t")), more.pop("risks", ("x",)),
        (), more.pop("causes", ()), (), (), (), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("applies", "n", "t", "x", "outcomes"),
    [
        (True, True, True, False, ["procede"]),
        (True, True, True, True, ["procede_con_riesgo"]),
        (True, True, True, None, ["procede_con_riesgo", "procede"]),
        (True, True, False, True, ["extemporaneo"]),
        (True, True, None, False, ["extemporaneo", "procede"]),
        (True, False, False, True, ["improcedente"]),
        (True, None, False, True, ["improcedente", "extemporaneo"]),
        (False, True, True, False, ["improcedente"]),
        (None, True, True, False, ["improcedente", "procede"]),
        (None, None, None, None, ["improcedente", "extemporaneo", "procede_con_riesgo", "procede"]),
    ],
)
def test_causes(
    applies: bool | None, n: bool | None, t: bool | None, x: bool | None, outcomes: list[str]
) -> None:
    cause = Cause("c", TruthValue(True), "c", ())
    found = decide_cause(writ(), cause, applies, {"n": n, "t": t, "riesgo:x": x}, ("t",))
    assert list(found.outcomes) == outcomes
    assert ("causa:c" in found.open_ones) == (applies is None and len(outcomes) > 1)


def test_a_cause_to_be_found_out_never_settles() -> None:
    cause = Cause("c", TruthValue(True), "c", (), open_ended=True)
    states = {"n": True, "t": True, "riesgo:x": False}
    assert decide_cause(writ(), cause, True, states, ("t",)).outcomes == ("falta_informacion",)
    assert decide_cause(writ(), cause, False, states, ("t",)).outcomes == ("improcedente",)


@pytest.mark.parametrize(
    ("possible", "word", "to_confirm"),
    [
        (("elegible",), "elegible", False),
        (("no_elegible", "elegible"), "falta_informacion", False),
        (("no_aplica", "no_elegible", "elegible"), "falta_informacion", False),
        (("elegible_con_riesgo", "elegible"), "elegible_con_riesgo", True),
        (("esperar", "elegible_con_riesgo", "elegible"), "falta_informacion", False),
        (("no_aplica", "no_elegible"), "no_elegible", True),
        (("no_aplica", "cerrado"), "no_elegible", True),
    ],
)
def test_headline(possible: tuple[str, ...], word: str, to_confirm: bool) -> None:
    assert headline(possible, "falta_informacion", "no_elegible") == (word, to_confirm)


def test_walking_stops_at_the_first_that_holds() -> None:
    guards = (
        Guard("a", None, ("p",)),
        Guard("b", False, ("q",)),
        Guard("c", True, ("r",)),
        Guard("d", None, ("s",)),
    )
    found = walk(guards, "z")
    assert found.outcomes == ("a", "c")
    assert found.open_ones == ("p",)


def test_one_outcome_left_leaves_nothing_open() -> None:
    found = walk((Guard("a", None, ("p",)), Guard("a", True)), "z")
    assert found.outcomes == ("a",) and found.open_ones == () and found.decided

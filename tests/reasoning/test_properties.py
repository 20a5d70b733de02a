"""What must hold for every person and every state of knowledge, over the law pack of this repository."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from konbit.reasoning.asking import Target, next_screen, useful_facts
from konbit.reasoning.deciding import decide_cause, decide_route
from konbit.reasoning.engine import Engine
from konbit.reasoning.explaining import witness_values
from konbit.reasoning.outcomes import Outcome
from konbit.reasoning.verdicts import judge_route
from konbit.reasoning.writ_verdicts import judge_writ

FAVOURABLE = (Outcome.ELIGIBLE,)


def drawn(data: st.DataObject, people: Any) -> tuple[Any, dict[str, Any], dict[str, Any]]:
    """A whole person, something known of her, and something more."""
    whole = data.draw(people.whole())
    less = data.draw(people.knowledge(whole))
    return whole, less, data.draw(people.between(less, whole))


@given(data=st.data())
def test_answering_only_ever_shrinks_a_route(engine: Engine, people: Any, data: st.DataObject) -> None:
    whole, less, more = drawn(data, people)
    before, after = engine.situation(less, whole.today), engine.situation(more, whole.today)
    for ident in engine.pack.routes:
        was = judge_route(engine, ident, before, explain=False)
        now = judge_route(engine, ident, after, explain=False)
        assert now.possible, ident
        assert set(now.possible) <= set(was.possible), ident


@given(data=st.data())
def test_answering_only_ever_shrinks_a_cause_of_a_writ(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole, less, more = drawn(data, people)
    before, after = engine.situation(less, whole.today), engine.situation(more, whole.today)
    for ident in engine.pack.writs:
        was, now = judge_writ(engine, ident, before), judge_writ(engine, ident, after)
        for one, other in zip(was.causes, now.causes, strict=True):
            assert other.possible, (ident, one.cause)
            assert set(other.possible) <= set(one.possible), (ident, one.cause)
        if not was.causes:
            assert set(now.possible) <= set(was.possible), ident


@given(data=st.data())
def test_with_everything_answered_every_route_is_decided(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole = data.draw(people.whole())
    situation = engine.situation(whole.facts, whole.today)
    for ident in engine.pack.routes:
        verdict = judge_route(engine, ident, situation)
        assert len(verdict.possible) == 1, (ident, verdict.possible, verdict.missing)
    for ident in engine.pack.writs:
        verdict = judge_writ(engine, ident, situation)
        for cause in verdict.causes:
            assert len(cause.possible) == 1, (ident, cause.cause, cause.possible, verdict.missing)


@given(data=st.data())
def test_facts_are_missing_exactly_while_a_route_is_open(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole, known, _ = drawn(data, people)
    situation = engine.situation(known, whole.today)
    for ident in engine.pack.routes:
        verdict = judge_route(engine, ident, situation)
        assert bool(verdict.missing) == (len(verdict.possible) > 1), (ident, verdict.possible)
        for name in verdict.missing:
            assert situation.is_active(name), (ident, name)
        if len(verdict.possible) > 1:
            assert verdict.decisive == ()
        else:
            assert verdict.enough == ()


@given(data=st.data())
def test_answering_what_is_not_missing_changes_nothing(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole, known, _ = drawn(data, people)
    situation = engine.situation(known, whole.today)
    for ident in engine.pack.routes:
        verdict = judge_route(engine, ident, situation, explain=False)
        others = [name for name in whole.facts if name not in verdict.missing and name not in known]
        answered = {**known, **{name: whole.facts[name] for name in others}}
        after = judge_route(engine, ident, engine.situation(answered, whole.today), explain=False)
        assert after.possible == verdict.possible, (ident, verdict.missing)
        assert after.outcome == verdict.outcome, ident


@given(data=st.data())
def test_a_decided_route_gives_a_minimal_set_of_reasons(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole, _, known = drawn(data, people)
    situation = engine.situation(known, whole.today)
    for ident, route in engine.pack.routes.items():
        verdict = judge_route(engine, ident, situation)
        if len(verdict.possible) > 1:
            continue
        rules = engine.routes[ident]
        situation.legal_day = situation.span(route.legal_date)
        states = {key: one.value for key, one in rules.check(situation).items()}
        assert all(states[key] is not None for key in verdict.decisive)
        only = {key: value if key in verdict.decisive else None for key, value in states.items()}
        assert decide_route(route, only, rules.timed).outcomes == verdict.possible, ident
        for key in verdict.decisive:
            without = decide_route(route, {**only, key: None}, rules.timed)
            assert len(without.outcomes) > 1, (ident, key)


@given(data=st.data())
def test_some_answers_to_a_settling_set_settle(engine: Engine, people: Any, data: st.DataObject) -> None:
    whole, known, _ = drawn(data, people)
    situation = engine.situation(known, whole.today)
    for ident in engine.pack.routes:
        verdict = judge_route(engine, ident, situation)
        assert len(verdict.enough) <= 3
        for one in verdict.enough:
            assert set(one) <= set(verdict.missing), (ident, one)
            assert not any(set(other) < set(one) for other in verdict.enough)
            tries = [witness_values(engine, name, situation) for name in one]
            assert any(
                len(
                    judge_route(
                        engine,
                        ident,
                        engine.situation({**known, **dict(zip(one, values, strict=True))}, whole.today),
                        explain=False,
                    ).possible
                )
                == 1
                for values in product(*tries)
            ), (ident, one)


@given(data=st.data())
def test_missing_is_never_false(engine: Engine, people: Any, data: st.DataObject) -> None:
    """No route with a bar comes out eligible while a fact that the bar reads has no answer."""
    whole = data.draw(people.whole())
    bars = [name for name, fact in engine.pack.facts.items() if fact.block == "impedimentos"]
    silent = data.draw(st.sampled_from([name for name in bars if name in people.used]))
    known = {name: value for name, value in whole.facts.items() if name != silent}
    situation = engine.situation(known, whole.today)
    for ident in engine.pack.routes:
        verdict = judge_route(engine, ident, situation, explain=False)
        rules = engine.routes[ident]
        situation.legal_day = situation.span(engine.pack.routes[ident].legal_date)
        reads = [key for key, one in rules.check(situation).items() if silent in one.missing]
        if verdict.outcome in FAVOURABLE:
            assert not reads, (ident, silent)
        if silent in verdict.missing:
            assert verdict.outcome != Outcome.ELIGIBLE


@given(data=st.data())
def test_the_order_of_answers_and_of_rows_does_not_matter(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole, known, _ = drawn(data, people)
    shuffled = dict(data.draw(st.permutations(list(known.items()))))
    for name, value in known.items():
        if isinstance(value, tuple) and value and isinstance(value[0], dict):
            shuffled[name] = tuple(data.draw(st.permutations(value)))
    one, other = engine.situation(known, whole.today), engine.situation(shuffled, whole.today)
    for ident in engine.pack.routes:
        assert judge_route(engine, ident, one) == judge_route(engine, ident, other)
    for ident in engine.pack.writs:
        assert judge_writ(engine, ident, one) == judge_writ(engine, ident, other)


@given(data=st.data())
def test_the_interview_asks_only_what_matters_and_ends(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole = data.draw(people.whole())
    targets = data.draw(
        st.sampled_from(
            [
                (),
                *((Target("ruta", ident),) for ident in engine.pack.routes),
                *((Target("escrito", ident),) for ident in engine.pack.writs),
            ]
        )
    )
    known: dict[str, Any] = {}
    asked: set[str] = set()
    for _ in range(len(engine.pack.facts) + 1):
        situation = engine.situation(known, whole.today)
        screen = next_screen(engine, situation, asked, targets)
        assert screen == next_screen(engine, situation, asked, targets)
        if screen is None:
            break
        assert screen.facts
        useful = useful_facts(engine, situation, targets)
        for name in screen.facts:
            assert name not in asked
            assert name in useful
            assert situation.is_active(name), name
            assert engine.pack.facts[name].askable
            assert engine.pack.facts[name].block == screen.block
            asked.add(name)
            if name in whole.facts and data.draw(st.integers(0, 9)):
                known[name] = whole.facts[name]
    else:
        pytest.fail("the interview did not end")


@given(data=st.data())
def test_an_interview_answered_in_full_decides_every_route(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole = data.draw(people.whole())
    known: dict[str, Any] = {}
    asked: set[str] = set()
    while screen := next_screen(engine, engine.situation(known, whole.today), asked):
        asked.update(screen.facts)
        known |= {name: whole.facts[name] for name in screen.facts if name in whole.facts}
    situation = engine.situation(known, whole.today)
    everything = engine.situation(whole.facts, whole.today)
    for ident in engine.pack.routes:
        verdict = judge_route(engine, ident, situation, explain=False)
        assert len(verdict.possible) == 1, (ident, verdict.possible, verdict.missing)
        assert verdict.outcome == judge_route(engine, ident, everything, explain=False).outcome, ident


@given(data=st.data())
def test_causes_are_decided_by_the_criteria_that_they_name(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    """A cause looks only at its own criteria: turning any other state around changes nothing."""
    whole, known, _ = drawn(data, people)
    situation = engine.situation(known, whole.today)
    situation.legal_day = situation.span(engine.pack.day_fact)
    for ident, writ in engine.pack.writs.items():
        rules = engine.writs[ident]
        states = {key: one.value for key, one in rules.check(situation).items()}
        for cause in writ.causes:
            applies = engine.causes[ident][cause.id](situation)[0]
            assume(states)
            own = {*writ.needs, *cause.needs, *(f"riesgo:{one}" for one in (*writ.risks, *cause.risks))}
            turned = {key: value if key in own else None for key, value in states.items()}
            same = decide_cause(writ, cause, applies, turned, rules.of_term)
            assert same.outcomes == decide_cause(writ, cause, applies, states, rules.of_term).outcomes

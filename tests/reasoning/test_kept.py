"""What is worked out once and kept must be what working it out anew would give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from math import comb
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from konbit.law.facts import Kind
from konbit.law.tree import Call, Compare, FactRef
from konbit.reasoning.deciding import decide_route
from konbit.reasoning.engine import Engine, check_versions
from konbit.reasoning.examining import examine
from konbit.reasoning.explaining import witness_values
from konbit.reasoning.reach import reach_of
from konbit.reasoning.situation import Situation
from konbit.reasoning.verdicts import judge_route
from konbit.reasoning.writ_verdicts import judge_writ

NUMBERS = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)
PERSONAL = ("persona", "hogar", "causa")


def value_of(situation: Situation, name: str) -> Any:
    """The value of a fact, of a list the values of its items' facts."""
    rules = situation.law.rules
    kind = rules[name].fact.kind
    if kind == Kind.BOOL:
        return situation.truth(name)
    if kind in NUMBERS:
        return situation.span(name)
    if kind == Kind.CHOICES:
        return situation.picks(name)
    if kind == Kind.LIST:
        items = situation.items(name)
        inner = [other for other, rule in rules.items() if rule.fact.owner == name]
        return items and [[value_of(item, other) for other in inner] for item in items]
    return situation.pick(name)


def everything(engine: Engine, situation: Situation) -> dict[str, Any]:
    """Every fact, every criterion and risk with what it lacks, every deadline."""
    situation.legal_day = situation.span(engine.pack.day_fact)
    facts = [fact.id for fact in engine.pack.facts.values() if fact.owner in PERSONAL]
    found = {f"hecho:{name}": value_of(situation, name) for name in facts}
    for kind, group in (("ruta", engine.routes), ("escrito", engine.writs)):
        for ident, rules in group.items():
            for key, one in rules.check(situation).items():
                found[f"{kind}:{ident}:{key}"] = (one.id, one.value, one.missing)
    return {**found, "plazos": engine.law.terms.running(situation)}


def tried_answers(data: st.DataObject, engine: Engine, people: Any, situation: Situation) -> dict[str, Any]:
    """Up to three facts with an answer that an explanation would try."""
    names = data.draw(st.lists(st.sampled_from(people.asked), min_size=1, max_size=3, unique=True))
    return {name: data.draw(st.sampled_from(witness_values(engine, name, situation))) for name in names}


@given(data=st.data())
def test_tried_answers_give_what_a_new_situation_gives(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole = data.draw(people.whole())
    known = data.draw(people.knowledge(whole))
    situation = engine.situation(known, whole.today)
    before = everything(engine, situation)
    answers = tried_answers(data, engine, people, situation)
    tried = everything(engine, situation.with_answers(answers))
    assert tried == everything(engine, engine.situation({**known, **answers}, whole.today)), answers
    assert everything(engine, situation) == before


@given(data=st.data())
def test_verdicts_given_together_are_those_given_alone(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole = data.draw(people.whole())
    known = data.draw(people.knowledge(whole))
    together = examine(engine, known, whole.today)
    for ident in engine.pack.routes:
        assert together.routes[ident] == judge_route(engine, ident, engine.situation(known, whole.today)), (
            ident
        )
    for ident in engine.pack.writs:
        assert together.writs[ident] == judge_writ(engine, ident, engine.situation(known, whole.today)), ident


@given(data=st.data())
def test_settling_sets_are_those_of_trying_everything(
    engine: Engine, people: Any, data: st.DataObject
) -> None:
    whole = data.draw(people.whole())
    known = data.draw(people.knowledge(whole))
    found = examine(engine, known, whole.today)
    for ident, verdict in found.routes.items():
        if len(verdict.possible) > 1:
            plain = plain_settling_sets(engine, ident, known, whole.today, verdict.missing)
            assert verdict.enough == tuple(plain), ident


def plain_settling_sets(
    engine: Engine, ident: str, known: Mapping[str, Any], today: date, facts: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Up to three smallest sets of facts, each answer tried on a new situation and every criterion decided anew."""
    found: list[tuple[str, ...]] = []
    for size in (1, 2, 3):
        if size > 1 and (found or comb(len(facts), size) > 45):
            break
        found += [one for one in combinations(facts, size) if any(_settled(engine, ident, known, today, one))]
    return found[:3]


def _settled(
    engine: Engine, ident: str, known: Mapping[str, Any], today: date, facts: tuple[str, ...]
) -> Iterator[bool]:
    route, rules = engine.pack.routes[ident], engine.routes[ident]
    situation = engine.situation(known, today)
    situation.legal_day = situation.span(route.legal_date)
    checked = rules.check(situation)
    states = {key: one.value for key, one in checked.items()}
    open_ones = decide_route(route, states, rules.timed).open_ones
    for values in product(*(witness_values(engine, name, situation) for name in facts)):
        tried = engine.situation({**known, **dict(zip(facts, values, strict=True))}, today)
        tried.legal_day = situation.legal_day
        news = {
            key: check_versions(key, rules.tests[key], tried).value
            for key in open_ones
            if not checked[key].missing.isdisjoint(facts)
        }
        yield decide_route(route, {**states, **news}, rules.timed).decided


def test_an_answer_reaches_what_is_worked_out_from_it(engine: Engine) -> None:
    """Itself, whatever derives from it through any number of steps, and the deadlines that it starts."""
    reach = engine.law.reach
    for name, fact in engine.pack.facts.items():
        assert name in reach.facts[name]
        for other in reach.facts[name]:
            if engine.pack.facts[other].kind != Kind.LIST:
                assert reach.facts[other] <= reach.facts[name], (name, other)
        if fact.kind == Kind.LIST:
            assert all(name in reached for reached in reach.facts.values()), name
    for term, deadline in engine.pack.deadlines.items():
        for event in deadline.events:
            assert term in reach.terms[event.fact], (term, event.fact)
        assert term in reach.terms[engine.pack.home_fact]


def test_an_answer_reaches_what_is_worked_out_from_its_deadline(engine: Engine) -> None:
    facts = dict(engine.pack.facts)
    term, deadline = next(iter(engine.pack.deadlines.items()))
    facts["tarde"] = replace(
        facts[engine.pack.home_fact],
        id="tarde",
        kind=Kind.BOOL,
        derived=Compare(">", FactRef(engine.pack.day_fact), Call("vence", (), subject=term)),
    )
    reach = reach_of(facts, engine.pack.deadlines, engine.pack.home_fact)
    for name in (deadline.events[0].fact, engine.pack.home_fact, engine.pack.day_fact):
        assert "tarde" in reach.facts[name], name

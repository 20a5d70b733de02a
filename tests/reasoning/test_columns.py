"""Many persons at once: for each of them what judging her alone says, criterion by criterion, fact by missing fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.bench.made_law import MadeLaw, PackPeople, made_columns, made_law, people_of
from konbit.law.facts import Fact, Kind
from konbit.law.load_rules import DatedNumber
from konbit.law.partial import PartialDate
from konbit.law.routes import Criterion, Nature, Route, Rules
from konbit.law.tree import Call, Choice, Compare, DatedValue, FactRef, Node, NumberValue
from konbit.reasoning.bits import bits_of, persons_in
from konbit.reasoning.cells import Cell
from konbit.reasoning.engine import Engine
from konbit.reasoning.many_verdicts import ManyJudge, verdicts_of_many
from konbit.reasoning.roster import Roster
from konbit.reasoning.verdicts import judge_route

TODAY = date(2026, 11, 23)


def assert_same(
    engine: Engine,
    people: Sequence[Mapping[str, Any]],
    today: date = TODAY,
    roster: Roster | None = None,
    judge: ManyJudge | None = None,
) -> None:
    """Everybody's verdict on every route is that of one by one, down to what each criterion lacks."""
    found = (judge or ManyJudge(engine)).verdicts(roster or people, today)
    for person, known in enumerate(people):
        situation = engine.situation(known, today)
        for ident, columns in found.items():
            alone, among = judge_route(engine, ident, situation, explain=False), columns.of(person)
            checked = engine.routes[ident].check(situation)
            where = (ident, person, known)
            assert among.outcome == alone.outcome, where
            assert among.possible == alone.possible, where
            assert among.to_confirm == alone.to_confirm, where
            assert among.missing == alone.missing, where
            assert among.states == {key: one.value for key, one in checked.items()}, where
            assert among.lacks == {key: one.missing for key, one in checked.items()}, where


@pytest.fixture(scope="module")
def judge(engine: Engine) -> ManyJudge:
    return ManyJudge(engine)


@given(data=st.data())
def test_people_who_could_exist(engine: Engine, judge: ManyJudge, people: Any, data: st.DataObject) -> None:
    """Known in part, days of evaluation of their own included."""
    rows: list[dict[str, Any]] = []
    for _ in range(data.draw(st.integers(1, 4))):
        whole = data.draw(people.whole())
        known = data.draw(people.knowledge(whole))
        if data.draw(st.booleans()):
            known[engine.pack.day_fact] = whole.today
        rows.append(known)
    assert_same(engine, rows, judge=judge)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("unknown", [0.0, 0.2, 0.7])
def test_the_whole_pack_on_people_drawn_at_random(
    engine: Engine, judge: ManyJudge, seed: int, unknown: float
) -> None:
    made = PackPeople(engine.pack, Random(f"{seed}{unknown}"), TODAY)
    assert_same(engine, [made.person(unknown) for _ in range(90)], judge=judge)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("unknown", [0.0, 0.2])
def test_a_made_up_law(engine: Engine, seed: int, unknown: float) -> None:
    random = Random(seed)
    law = made_law(engine.pack, random)
    columns = made_columns(law, random, 150, unknown)
    people = people_of(columns)
    made = Engine(law.pack)
    assert_same(made, people)
    days = {name: _as_partial(values) for name, values in columns.items()}
    assert_same(made, people, roster=Roster.of_columns(len(people), days))


def _as_partial(values: list[Any]) -> list[Any]:
    return [PartialDate.of(one) if isinstance(one, date) else one for one in values]


AGE = Call("edad", (FactRef("dia_a"), FactRef("fecha_evaluacion")))
NODES: dict[str, Node] = {
    "number_below": Compare("<", FactRef("numero"), NumberValue(255)),
    "number_at_least": Compare(">=", NumberValue(17.5), FactRef("numero")),
    "number_is": Compare("==", FactRef("numero"), NumberValue(12)),
    "number_is_not": Compare("!=", FactRef("numero"), NumberValue(255)),
    "choice": Compare("!=", FactRef("opcion"), Choice("b")),
    "two_days": Compare("<=", FactRef("dia_a"), FactRef("dia_b")),
    "two_days_strictly": Compare(">", FactRef("dia_a"), FactRef("dia_b")),
    "of_age": Compare(">=", AGE, NumberValue(18)),
    "derived": Compare("<", FactRef("edad_calculada"), NumberValue(30)),
    "years_later": Compare(
        "<=",
        Call("sumar", (FactRef("dia_a"),), named=(("anios", NumberValue(2)),)),
        FactRef("dia_b"),
    ),
    "dated_number": Compare(">", FactRef("numero"), DatedValue("tope")),
    "known": Call("conocido", (), "edad_calculada"),
    "a_month_in_thirty_days": Compare(
        ">=",
        Call(
            "meses_entre",
            (FactRef("dia_a"), Call("sumar", (FactRef("dia_a"),), named=(("dias", NumberValue(30)),))),
        ),
        NumberValue(1),
    ),
    "self": Compare("<=", FactRef("dia_a"), FactRef("dia_a")),
}


@pytest.fixture(scope="module")
def small(engine: Engine) -> Engine:
    """A law with what the shipped one hardly has: versions, dated numbers, a legal day of the person's own."""
    facts = [
        Fact("numero", "", Kind.INTEGER, "persona", "", question="¿?"),
        Fact(
            "opcion",
            "",
            Kind.CHOICE,
            "persona",
            "",
            question="¿?",
            choices={"a": "", "b": "", "desconocido": ""},
        ),
        Fact("dia_a", "", Kind.PARTIAL_DATE, "persona", "", question="¿?", active=FactRef("abierto")),
        Fact("dia_b", "", Kind.DATE, "persona", "", question="¿?"),
        Fact("abierto", "", Kind.BOOL, "persona", "", question="¿?"),
        Fact("dia_legal", "", Kind.PARTIAL_DATE, "persona", "", question="¿?"),
        Fact("edad_calculada", "", Kind.INTEGER, "persona", "", question="¿?", derived=AGE),
    ]
    pack = engine.pack
    kept = {name: pack.facts[name] for name in (pack.day_fact, pack.home_fact)}
    criteria = {
        ident: (
            Criterion(ident, node, "", (), until=date(2020, 1, 1)),
            Criterion(ident, NODES["choice"], "", (), since=date(2020, 1, 1), until=date(2022, 1, 1)),
            Criterion(ident, node, "", (), since=date(2023, 1, 1)),
        )
        if place % 2
        else (Criterion(ident, node, "", ()),)
        for place, (ident, node) in enumerate(NODES.items())
    }
    routes = {
        name: Route(name, name, "", Nature.RULED, legal_date, tuple(criteria))
        for name, legal_date in (("hoy", pack.day_fact), ("suya", "dia_legal"))
    }
    values = {
        "tope": (
            DatedNumber("tope", 10, False, (), None, date(2021, 6, 1)),
            DatedNumber("tope", 20, False, (), date(2021, 6, 1), None),
        )
    }
    own = {name: Rules(criteria) for name in routes}
    vocabulary = {**{fact.id: fact for fact in facts}, **kept}
    made = replace(
        pack,
        facts=vocabulary,
        routes=routes,
        own_rules=own,
        shared=Rules(),
        writs={},
        deadlines={},
        values=values,
    )
    return Engine(made)


def _someone(random: Random, *, far: bool) -> dict[str, Any]:
    years = (1500, 1849, 2251, 9000) if far else (1990, 2006, 2019, 2021, 2022, 2026)

    def day() -> PartialDate:
        made = date(random.choice(years), random.choice((1, 2, 6, 12)), random.choice((1, 28)))
        return PartialDate.of(made + timedelta(days=random.randrange(3)))

    def part() -> PartialDate:
        return PartialDate.parse(day().text[: random.choice((4, 7, 10))])

    found: dict[str, Any] = {
        "numero": random.choice((0, 1, 12, 17, 18, 254, 255, 256, 400, -3, 2.5)),
        "opcion": random.choice(("a", "b", "desconocido")),
        "dia_a": part() if random.random() < 0.4 else day(),
        "dia_b": day(),
        "abierto": random.random() < 0.7,
        "dia_legal": part(),
        "edad_calculada": random.choice((16, 20, 40)),
        "fecha_evaluacion": date(random.choice((2019, 2021, 2026)), 3, 1),
    }
    return {name: value for name, value in found.items() if random.random() < 0.8}


@pytest.mark.parametrize("count", [1, 30, 200])
@pytest.mark.parametrize("far", [False, True])
def test_versions_dated_numbers_closed_branches_and_days_far_off(
    small: Engine, count: int, far: bool
) -> None:
    random = Random(count)
    assert_same(small, [_someone(random, far=far) for _ in range(count)])


@pytest.mark.parametrize(
    "only",
    [
        (),
        ("numero",),
        ("dia_a", "dia_b"),
        ("dia_a", "dia_b", "abierto"),
        ("dia_a", "dia_b", "numero", "opcion"),
    ],
)
def test_days_and_small_numbers_that_everybody_gives_whole(small: Engine, only: tuple[str, ...]) -> None:
    """The forms read without a look at each person: days known to the day, numbers under 255."""
    random = Random(len(only))
    people: list[dict[str, Any]] = []
    for _ in range(150):
        day = date(2000, 1, 1) + timedelta(days=random.randrange(9000))
        other = date(2000, 1, 1) + timedelta(days=random.randrange(9000))
        known = {
            "numero": random.randrange(255),
            "opcion": random.choice("ab"),
            "dia_a": PartialDate.of(day),
            "dia_b": PartialDate.of(other),
            "abierto": random.random() < 0.5,
        }
        people.append(
            {name: value for name, value in known.items() if name in only and random.random() < 0.9}
        )
    assert_same(small, people)


def test_the_number_that_stands_for_none_can_be_given(small: Engine) -> None:
    people: list[dict[str, Any]] = [{"numero": 255}, {"numero": 254}, {}, {"numero": 3}]
    assert_same(small, people)


def test_nobody(small: Engine) -> None:
    assert all(not one.counts() for one in verdicts_of_many(small, [], TODAY).values())


def test_no_answer_may_be_none(small: Engine) -> None:
    people: list[dict[str, Any]] = [
        {"numero": None, "abierto": None, "opcion": "a", "dia_b": None},
        {"numero": 3, "abierto": True, "opcion": None, "dia_b": PartialDate.parse("2020-02-02")},
    ]
    assert_same(small, people * 40)


def test_only_the_routes_asked_for(engine: Engine, judge: ManyJudge) -> None:
    routes = list(engine.pack.routes)[3:5]
    found = judge.verdicts([{}], TODAY, routes)
    assert list(found) == routes
    assert sum(found[routes[0]].counts().values()) == 1


def test_a_truth_that_is_none_is_refused(small: Engine) -> None:
    with pytest.raises(ValueError, match="abierto"):
        verdicts_of_many(small, [{"abierto": "sí"}], TODAY)


def test_columns_of_other_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="numero"):
        Roster.of_columns(3, {"numero": [1, 2]})


def test_reading_a_fact_that_was_not_declared_is_a_fault(small: Engine) -> None:
    """Never "unknown": that would be wrong in silence."""
    cell = Cell(small.law, ("numero",))
    cell.put([("numero", 3)])
    assert cell.span("numero")[:2] == (3, 3)
    with pytest.raises(LookupError):
        cell.pick("opcion")


def test_persons_are_bits() -> None:
    assert list(persons_in(bits_of(b"0110001"))) == [1, 2, 6]


def test_made_laws_differ_by_seed(engine: Engine) -> None:
    def law(seed: int) -> MadeLaw:
        return made_law(engine.pack, Random(seed))

    assert law(1).conditions == law(1).conditions
    assert law(1).conditions != law(2).conditions

"""Compiled expressions: three values, bounds, and what each lacks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.expressions import Scope, parse
from konbit.law.facts import Fact, Kind
from konbit.law.load_rules import DatedNumber
from konbit.law.partial import PartialDate
from konbit.law.tree import Node
from konbit.reasoning.abstract import INFINITY, NOTHING, exact, negated
from konbit.reasoning.compiling import Compiler, all_of, any_of
from konbit.reasoning.engine import Engine
from konbit.reasoning.outcomes import every, opposite, some
from konbit.reasoning.reach import Reach
from konbit.reasoning.situation import FactRule, Law, Situation

THREE = (True, False, None)


def fact(ident: str, kind: Kind, **more: Any) -> Fact:
    return Fact(ident, ident, kind, more.pop("owner", "persona"), "b", question="¿?", **more)


CHOICES = {"uno": "Uno", "dos": "Dos", "desconocido": "No consta"}
FACTS = {
    one.id: one
    for one in (
        fact("a", Kind.BOOL),
        fact("b", Kind.BOOL),
        fact("x", Kind.INTEGER),
        fact("y", Kind.DECIMAL),
        fact("dia", Kind.PARTIAL_DATE),
        fact("otro", Kind.PARTIAL_DATE),
        fact("hoy", Kind.DATE),
        fact("modo", Kind.CHOICE, choices=CHOICES),
        fact("modo_dos", Kind.CHOICE, choices=CHOICES),
        fact("varios", Kind.CHOICES, choices=CHOICES),
        fact("hijo", Kind.LIST),
        fact("edad_hijo", Kind.INTEGER, owner="hijo"),
        fact("vive", Kind.BOOL, owner="hijo"),
    )
}
VALUES = {
    "utm": (
        DatedNumber("utm", 10.0, False, (), None, date(2024, 1, 1)),
        DatedNumber("utm", 20.0, False, (), date(2024, 1, 1), None),
    )
}


@dataclass(frozen=True)
class World:
    """A small vocabulary, with expressions added to some of its facts."""

    facts: dict[str, Fact] = field(default_factory=lambda: dict(FACTS))

    def tree(self, text: str, wants: str = "any") -> Node:
        return parse(text, Scope(self.facts, (), (), {"utm": "number"}, allow_known=True), wants)

    def situation(
        self, engine: Engine, derived: dict[str, dict[str, str]] | None = None, **given: Any
    ) -> Situation:
        compiler = Compiler(self.facts, VALUES)
        rules = {}
        for name, one in self.facts.items():
            extra = (derived or {}).get(name, {})
            rules[name] = FactRule(
                one,
                compiler.value(self.tree(extra["derivado"]), one.kind) if "derivado" in extra else None,
                compiler.test(self.tree(extra["verdadero_si"])) if "verdadero_si" in extra else None,
                compiler.test(self.tree(extra["si"])) if "si" in extra else None,
            )
        known = {
            name: PartialDate.parse(value) if isinstance(value, str) and value[:1].isdigit() else value
            for name, value in given.items()
        }
        return Situation(Law(rules, engine.calendar, engine.law.terms, {}, Reach({}, {})), known)

    def truth(self, engine: Engine, text: str, **given: Any) -> tuple[bool | None, frozenset[str]]:
        return Compiler(self.facts, VALUES).test(self.tree(text, "bool"))(self.situation(engine, **given))

    def span(self, engine: Engine, text: str, **given: Any) -> tuple[float, float, frozenset[str]]:
        return Compiler(self.facts, VALUES).measure(self.tree(text))(self.situation(engine, **given))


WORLD = World()


def known(**values: bool | None) -> dict[str, bool]:
    return {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize(("a", "b"), [*product(THREE, THREE)])
def test_kleene_tables(engine: Engine, a: bool | None, b: bool | None) -> None:
    both = False if a is False or b is False else None if None in (a, b) else True
    either = True if a is True or b is True else None if None in (a, b) else False
    given = known(a=a, b=b)
    found, missing = WORLD.truth(engine, "a and b", **given)
    assert found is both is every((a, b))
    assert missing == (
        frozenset(n for n, v in (("a", a), ("b", b)) if v is None) if both is None else NOTHING
    )
    found, missing = WORLD.truth(engine, "a or b", **given)
    assert found is either is some((a, b))
    assert missing == (
        frozenset(n for n, v in (("a", a), ("b", b)) if v is None) if either is None else NOTHING
    )


@pytest.mark.parametrize(("a", "wanted"), [(True, False), (False, True), (None, None)])
def test_kleene_not(engine: Engine, a: bool | None, wanted: bool | None) -> None:
    assert WORLD.truth(engine, "not a", **known(a=a))[0] is wanted is opposite(a)


def test_empty_and_and_or(engine: Engine) -> None:
    assert all_of([])(WORLD.situation(engine)) == (True, NOTHING) and every(()) is True
    assert any_of([])(WORLD.situation(engine)) == (False, NOTHING) and some(()) is False
    assert negated((None, frozenset("a"))) == (None, frozenset("a"))


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        ("modo == uno", {}, None),
        ("modo == uno", {"modo": "uno"}, True),
        ("modo == uno", {"modo": "dos"}, False),
        ("modo != uno", {"modo": "dos"}, True),
        ("modo == uno", {"modo": "desconocido"}, None),
        ("modo != uno", {"modo": "desconocido"}, None),
        ("modo in {uno, dos}", {"modo": "desconocido"}, None),
        ("modo == desconocido", {"modo": "desconocido"}, None),
        ("modo == modo_dos", {"modo": "uno", "modo_dos": "uno"}, True),
        ("modo == modo_dos", {"modo": "uno"}, None),
        ("uno in varios", {}, None),
        ("uno in varios", {"varios": ()}, False),
        ("uno in varios", {"varios": ("uno", "dos")}, True),
        ("uno not in varios", {"varios": ("dos",)}, True),
        ("cuenta(varios) > 1", {"varios": ("uno", "dos")}, True),
        ("cuenta(varios) > 0", {}, None),
        ("x < 5", {"x": 4}, True),
        ("x <= 4", {"x": 4}, True),
        ("x < 4", {"x": 4}, False),
        ("x == 4", {"x": 4}, True),
        ("x != 4", {"x": 4}, False),
        ("2 < x <= 4", {"x": 4}, True),
        ("x + y > 5", {"x": 4}, None),
        ("x * 2 - 1 == 7", {"x": 4}, True),
        ("dia < otro", {"dia": "2020", "otro": "2021"}, True),
        ("dia < otro", {"dia": "2020", "otro": "2020-06"}, None),
        ("dia == otro", {"dia": "2020", "otro": "2020"}, None),
        ("dia == otro", {"dia": "2020-06-01", "otro": "2020-06-01"}, True),
        ("dia == otro", {"dia": "2020", "otro": "2021-01-01"}, False),
        ("edad(dia, hoy) < 18", {"dia": "2008", "hoy": "2026-11-23"}, None),
        ("edad(dia, hoy) < 18", {"dia": "2009", "hoy": "2026-11-23"}, True),
        ("edad(dia, hoy) < 18", {"dia": "2008-10", "hoy": "2026-11-23"}, False),
        ("edad(dia, hoy) < 18", {"dia": "2008-11-23", "hoy": "2026-11-23"}, False),
        ("edad(dia, hoy) < 18", {"dia": "2008-11-24", "hoy": "2026-11-23"}, True),
        ("hoy <= sumar(dia, anios=5)", {"dia": "2021-11", "hoy": "2026-11-23"}, None),
        ("hoy <= sumar(dia, anios=5)", {"dia": "2021-12", "hoy": "2026-11-23"}, True),
        ("hoy <= sumar(dia, meses=x)", {"dia": "2021-12-01", "hoy": "2026-11-23"}, None),
        ("hoy > ultima(dia, otro)", {"dia": "2020", "otro": "2027-01-01", "hoy": "2026-11-23"}, False),
        ("hoy > ultima(dia, otro)", {"dia": "2020", "hoy": "2026-11-23"}, None),
        ("dias_entre(dia, hoy) == 22", {"dia": "2026-11-01", "hoy": "2026-11-23"}, True),
        ("meses_entre(dia, hoy) >= 24", {"dia": "2024-11-23", "hoy": "2026-11-23"}, True),
        ("conocido(x)", {}, None),
        ("conocido(x)", {"x": 0}, True),
        ("conocido(modo)", {"modo": "desconocido"}, None),
    ],
)  # fmt: skip
def test_meaning(engine: Engine, text: str, given: dict[str, Any], wanted: bool | None) -> None:
    found, missing = WORLD.truth(engine, text, **given)
    assert found is wanted
    assert bool(missing) == (wanted is None)


def test_dividing_by_zero_decides_nothing_and_asks_nothing(engine: Engine) -> None:
    assert WORLD.truth(engine, "x / y > 1", x=4, y=0.0) == (None, NOTHING)


CHILDREN = ({"edad_hijo": 4, "vive": True}, {"edad_hijo": 10, "vive": False})


@pytest.mark.parametrize(
    ("text", "rows", "bounds"),
    [
        ("cuenta(hijo)", None, (0, INFINITY)),
        ("cuenta(hijo)", (), (0, 0)),
        ("cuenta(hijo)", CHILDREN, (2, 2)),
        ("cuenta(hijo, vive)", CHILDREN, (1, 1)),
        ("cuenta(hijo, vive)", ({"vive": True}, {}), (1, 2)),
        ("cuenta(hijo, not vive)", ({"vive": True}, {}), (0, 1)),
        ("suma(hijo, edad_hijo)", CHILDREN, (14, 14)),
        ("suma(hijo, edad_hijo)", (), (0, 0)),
        ("suma(hijo, edad_hijo)", None, (-INFINITY, INFINITY)),
        ("suma(hijo, edad_hijo)", ({"edad_hijo": 4}, {}), (-INFINITY, INFINITY)),
        ("maximo(hijo, edad_hijo)", CHILDREN, (10, 10)),
        ("maximo(hijo, edad_hijo)", (), (0, 0)),
        ("maximo(hijo, edad_hijo + x)", CHILDREN, (-INFINITY, INFINITY)),
    ],
)
def test_lists(engine: Engine, text: str, rows: Any, bounds: tuple[float, float]) -> None:
    given = {} if rows is None else {"hijo": rows}
    low, high, missing = WORLD.span(engine, text, **given)
    assert (low, high) == bounds
    assert bool(missing) == (low != high)


def test_items_see_what_the_person_knows(engine: Engine) -> None:
    assert WORLD.span(engine, "cuenta(hijo, edad_hijo < x)", hijo=CHILDREN, x=5)[:2] == (1, 1)


def test_dated_values_follow_the_legal_day(engine: Engine) -> None:
    measure = Compiler(FACTS, VALUES).measure(WORLD.tree("utm"))
    for day, bounds in (
        ("2023-12-31", (10, 10)),
        ("2024-01-01", (20, 20)),
        ("2023", (10, 10)),
        ("2024", (20, 20)),
    ):
        situation = WORLD.situation(engine, hoy=day)
        situation.legal_day = situation.span("hoy")
        assert measure(situation)[:2] == bounds
    situation = WORLD.situation(engine)
    assert measure(situation)[:2] == (10, 20)


def test_what_was_worked_out_under_another_legal_day_does_not_stand(engine: Engine) -> None:
    situation = WORLD.situation(engine, derived={"b": {"derivado": "x > utm"}}, x=15)
    for day, above in ((date(2023, 1, 1), True), (date(2025, 1, 1), False), (date(2023, 1, 1), True)):
        situation.legal_day = exact(day.toordinal())
        assert situation.truth("b")[0] is above


def test_dated_values_in_a_list_follow_the_legal_day_of_the_person(engine: Engine) -> None:
    measure = Compiler(FACTS, VALUES).measure(WORLD.tree("cuenta(hijo, edad_hijo > utm)"))
    for day, bounds in (("2023-12-31", (1, 1)), ("2024-01-01", (0, 0))):
        situation = WORLD.situation(engine, hoy=day, hijo=({"edad_hijo": 15, "vive": True},))
        situation.legal_day = situation.span("hoy")
        assert measure(situation)[:2] == bounds


@given(low=st.integers(0, 50), width=st.integers(0, 20), at=st.integers(0, 20), other=st.integers(-10, 60))
def test_bounds_hold_what_may_be(engine: Engine, low: int, width: int, at: int, other: int) -> None:
    """Arithmetic over an interval of days holds the result for each day of it."""
    first = date(2020, 1, 1).toordinal() + low
    vague = PartialDate(date.fromordinal(first), date.fromordinal(first + width), "x")
    exact = PartialDate.of(date.fromordinal(first + min(at, width)))
    for text in (
        f"dias_entre(dia, hoy) * 2 + {other}",
        f"{other} - dias_entre(dia, hoy)",
        "dias_entre(dia, hoy) / 30",
        f"dias_entre(dia, hoy) * -1 - {other}",
    ):
        today = PartialDate.of(date(2026, 11, 23))
        wide = WORLD.span(engine, text, dia=vague, hoy=today)
        narrow = WORLD.span(engine, text, dia=exact, hoy=today)
        assert narrow[0] == narrow[1]
        assert wide[0] <= narrow[0] <= wide[1]


# ---------- situations ----------


def test_derived_alone(engine: Engine) -> None:
    derived = {"a": {"derivado": "x > 3"}}
    assert WORLD.situation(engine, derived, x=4).truth("a") == (True, NOTHING)
    assert WORLD.situation(engine, derived).truth("a") == (None, {"a", "x"})


def test_the_derivation_wins_once_its_ingredients_are_known(engine: Engine) -> None:
    derived = {"a": {"derivado": "x > 3"}, "y": {"derivado": "x * 2"}}
    assert WORLD.situation(engine, derived, a=False).truth("a") == (False, NOTHING)
    assert WORLD.situation(engine, derived, a=False, x=4).truth("a") == (True, NOTHING)
    assert WORLD.situation(engine, derived, y=9.0).span("y")[:2] == (9, 9)
    assert WORLD.situation(engine, derived, y=9.0, x=4).span("y")[:2] == (8, 8)


def test_one_way_can_only_make_true(engine: Engine) -> None:
    derived = {"a": {"verdadero_si": "x > 3"}}
    assert WORLD.situation(engine, derived, x=4).truth("a") == (True, NOTHING)
    assert WORLD.situation(engine, derived, x=4, a=False).truth("a") == (True, NOTHING)
    assert WORLD.situation(engine, derived, x=1).truth("a") == (None, {"a"})
    assert WORLD.situation(engine, derived, x=1, a=False).truth("a") == (False, NOTHING)
    assert WORLD.situation(engine, derived, x=1, a=True).truth("a") == (True, NOTHING)


@pytest.mark.parametrize("name", ["a", "x", "dia", "modo", "varios", "hijo"])
def test_an_answer_of_a_closed_branch_is_not_seen(engine: Engine, name: str) -> None:
    values = {"a": True, "x": 1, "dia": "2020", "modo": "uno", "varios": ("uno",), "hijo": ()}
    derived = {name: {"si": "b"}}
    assert WORLD.situation(engine, derived, b=False, **{name: values[name]}).is_known(name) is False
    assert WORLD.situation(engine, derived, b=True, **{name: values[name]}).is_known(name) is True
    assert WORLD.situation(engine, derived, **{name: values[name]}).is_known(name) is True
    assert WORLD.situation(engine, derived, b=False).is_active(name) is False
    assert WORLD.situation(engine, derived).is_active(name) is True


@pytest.mark.parametrize(
    "text",
    [
        "cuenta(hijo) > 0",
        "suma(hijo, edad_hijo) > 0",
        "maximo(hijo, edad_hijo) > 0",
        "uno in varios",
        "x > 0",
        "a",
        "modo == uno",
    ],
)
def test_what_stands_in_a_closed_branch_is_never_missing(engine: Engine, text: str) -> None:
    derived = {name: {"si": "b"} for name in ("hijo", "varios", "x", "a", "modo")}
    test = Compiler(FACTS, VALUES).test(WORLD.tree(text))
    assert test(WORLD.situation(engine, derived, b=False)) == (None, NOTHING)
    assert test(WORLD.situation(engine, derived))[1] != NOTHING


def test_recorded_as_unknown_is_not_known(engine: Engine) -> None:
    situation = WORLD.situation(engine, modo="desconocido")
    assert situation.pick("modo") == (None, {"modo"})
    assert not situation.is_known("modo")


def test_a_partial_date_is_known_and_still_lacks_its_day(engine: Engine) -> None:
    situation = WORLD.situation(engine, dia="2020")
    assert situation.is_known("dia")
    assert situation.span("dia")[2] == {"dia"}


def test_a_zero_is_an_answer(engine: Engine) -> None:
    assert WORLD.truth(engine, "x < 1", x=0) == (True, NOTHING)
    assert WORLD.truth(engine, "a", a=False) == (False, NOTHING)

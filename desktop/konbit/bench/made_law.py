"""A made-up law of routine size, and made-up people for it and for the shipped pack: what `bench check` is timed on.

12 routes of 8 conditions over 40 facts. Law and people are drawn anew each run, from a seed that the figures name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from konbit.law.facts import OWNERS, Fact, Kind
from konbit.law.pack import Pack
from konbit.law.partial import PartialDate
from konbit.law.routes import Criterion, Nature, Route, Rules
from konbit.law.tree import And, Choice, Compare, FactRef, Node, Not, NumberValue, OneOf, Or
from konbit.reasoning.situation import Given

KINDS: tuple[tuple[Kind, int], ...] = ((Kind.BOOL, 18), (Kind.CHOICE, 8), (Kind.INTEGER, 8), (Kind.DATE, 6))
ROUTES, CONDITIONS = 12, 8
CHOICES = ("alfa", "beta", "gama", "delta", "omega")
FIRST_DAY, DAYS = date(1990, 1, 1), 13_000
OPS = ("<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class MadeLaw:
    """A pack with made-up routes: each is open to whoever meets all its conditions."""

    pack: Pack
    conditions: Mapping[str, tuple[Node, ...]]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The made-up facts."""
        return tuple(fact for fact in self.pack.facts.values() if fact.id != self.pack.day_fact)


def made_law(pack: Pack, random: Random) -> MadeLaw:
    """A made-up law beside the calendar and the places of `pack`."""
    facts = [
        Fact(f"{kind}_{number}", "", kind, "persona", "", question="¿?", choices=dict.fromkeys(CHOICES, ""))
        for kind, count in KINDS
        for number in range(count)
    ]
    conditions = {
        f"ruta_{route}": tuple(_condition(facts, random) for _ in range(CONDITIONS))
        for route in range(ROUTES)
    }
    routes: dict[str, Route] = {}
    own: dict[str, Rules] = {}
    for ident, trees in conditions.items():
        criteria = {f"c{place}": (Criterion(f"c{place}", tree, "", ()),) for place, tree in enumerate(trees)}
        routes[ident] = Route(ident, ident, "", Nature.RULED, pack.day_fact, tuple(criteria))
        own[ident] = Rules(criteria)
    kept = {name: pack.facts[name] for name in (pack.day_fact, pack.home_fact)}
    vocabulary = {fact.id: fact for fact in facts}
    made = replace(
        pack,
        facts={**vocabulary, **kept},
        routes=routes,
        own_rules=own,
        shared=Rules(),
        writs={},
        deadlines={},
        values={},
    )
    return MadeLaw(made, conditions)


def _condition(facts: list[Fact], random: Random) -> Node:
    literals = tuple(
        _literal(random.choice(facts), facts, random) for _ in range(random.choice((1, 1, 2, 2, 3)))
    )
    if len(literals) == 1:
        return literals[0]
    return Or(literals) if random.random() < 0.6 else And(literals)


def _literal(fact: Fact, facts: list[Fact], random: Random) -> Node:
    reference = FactRef(fact.id)
    match fact.kind:
        case Kind.BOOL:
            return reference if random.random() < 0.5 else Not(reference)
        case Kind.CHOICE if random.random() < 0.5:
            return Compare(random.choice(("==", "!=")), reference, Choice(random.choice(CHOICES)))
        case Kind.CHOICE:
            return OneOf(reference, tuple(random.sample(CHOICES, 2)))
        case Kind.INTEGER:
            return Compare(random.choice(OPS), reference, NumberValue(random.randrange(1, 99)))
        case _ if random.random() < 0.1:
            others = [one.id for one in facts if one.kind == fact.kind and one.id != fact.id]
            return Compare(random.choice(OPS), reference, FactRef(random.choice(others)))
        case _:
            day = FIRST_DAY.toordinal() + random.randrange(DAYS)
            return Compare(random.choice(OPS), reference, NumberValue(day))


def made_columns(law: MadeLaw, random: Random, count: int, unknown: float) -> dict[str, list[Any]]:
    """By fact a value for each of `count` persons, None where it is not known (a share of `unknown`); days as dates."""
    found: dict[str, list[Any]] = {}
    for fact in law.facts:
        if fact.id == law.pack.home_fact:
            continue
        match fact.kind:
            case Kind.BOOL:
                values: list[Any] = random.choices((True, False), k=count)
            case Kind.CHOICE:
                values = random.choices(CHOICES, k=count)
            case Kind.INTEGER:
                values = random.choices(range(100), k=count)
            case _:
                days = [FIRST_DAY + timedelta(days=number) for number in range(DAYS)]
                values = random.choices(days, k=count)
        found[fact.id] = (
            [None if random.random() < unknown else value for value in values] if unknown else values
        )
    return found


def people_of(columns: Mapping[str, list[Any]]) -> list[Given]:
    """The same people one by one, as a case gives them: days as partial dates, unknown facts left out."""
    names = tuple(columns)
    return [
        {
            name: PartialDate.of(value) if isinstance(value, date) else value
            for name, value in zip(names, row, strict=True)
            if value is not None
        }
        for row in zip(*columns.values(), strict=True)
    ]


class PackPeople:
    """Made-up people for a whole pack, consistent in nothing: what matters is that every rule is asked."""

    def __init__(self, pack: Pack, random: Random, today: date) -> None:
        self.pack = pack
        self.random = random
        self.today = today
        self._comunas = sorted(pack.places.comunas)
        self._facts = [
            fact for fact in pack.facts.values() if fact.owner in OWNERS and fact.id != pack.day_fact
        ]

    def person(self, unknown: float) -> dict[str, Any]:
        """A person of whom each fact is unknown with this chance. Two in three have none of the bars."""
        clear = self.random.random() < 2 / 3
        return {
            fact.id: False if clear and fact.block == "impedimentos" else self.value(fact)
            for fact in self._facts
            if self.random.random() >= unknown
        }

    def value(self, fact: Fact) -> Any:
        """Some value of a fact."""
        random = self.random
        match fact.kind:
            case Kind.BOOL:
                return random.random() < 0.5
            case Kind.CHOICE:
                return random.choice(list(fact.choices))
            case Kind.CHOICES:
                return tuple(random.sample(list(fact.choices), random.randrange(min(3, len(fact.choices)))))
            case Kind.INTEGER | Kind.DECIMAL:
                return random.choice((0, 1, 2, 6, 12, 17, 18, 24, 30, 36, 48, 60))
            case Kind.COUNTRY:
                return random.choice(("HTI", "VEN", "PER", "BOL", "COL", "CHL"))
            case Kind.COMUNA:
                return random.choice(self._comunas)
            case Kind.DATE:
                return PartialDate.of(self._day())
            case Kind.PARTIAL_DATE:
                return PartialDate.parse(self._day().isoformat()[: random.choice((10, 10, 10, 7, 4))])
            case Kind.MOMENT:
                return datetime.combine(self._day(), datetime.min.time())
            case Kind.LIST:
                items = [self.pack.facts[name] for name in self.pack.items_of(fact.id)]
                return tuple(
                    {one.id: self.value(one) for one in items if one.askable and random.random() < 0.8}
                    for _ in range(random.randrange(3))
                )
            case _:
                return "texto"

    def _day(self) -> date:
        near = self.random.choice((0, 1, 5, 9, 10, 11, 30, 60, 90, 180, 365, 730, 1100, 1826, 6575))
        return self.today - timedelta(
            days=near if self.random.random() < 0.5 else self.random.randrange(-400, 16_000)
        )

"""Made-up people for properties: a whole person who could exist, and what a clinic may know of her so far.

A `Whole` person has an answer to every fact that any criterion can read, consistent in itself: entry after birth,
months of residence as her dates give them. Knowledge is always a part of a whole person, so that two states of
knowledge, one inside the other, can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st

from konbit.law.facts import UNRECORDED, Fact, Kind
from konbit.law.partial import PartialDate
from konbit.law.tree import And, Arithmetic, Call, Compare, Node, Not, OneOf, Or, facts_of
from konbit.reasoning.engine import Engine
from konbit.reasoning.situation import Situation

DATES = (Kind.DATE, Kind.PARTIAL_DATE)

DAYS_AGO = (
    0,
    1,
    5,
    9,
    10,
    11,
    12,
    29,
    30,
    31,
    60,
    100,
    180,
    365,
    700,
    731,
    800,
    1100,
    1500,
    1826,
    1827,
    2200,
)
"""Days before the evaluation around which terms, windows and bars turn."""


@dataclass(frozen=True)
class Whole:
    """A whole person on a day: every answer exact."""

    today: date
    facts: Mapping[str, Any]


PROMISING: tuple[dict[str, tuple[Any, ...]], ...] = (
    {},
    {"edad": (2, 12, 16, 17), "en_chile": (True,), "nacido_en_chile": (False,)},
    {
        "vinculo_tipo": ("conyuge", "padre_madre", "hijo_menor", "hijo_soltero_estudiante_menor24"),
        "vinculo_con": ("chileno", "residente_definitivo"),
        "vinculo_acreditado": (True,),
        "cert_antecedentes_origen": ("apostillado", "legalizado", "imposible"),
        "tipo_ingreso": ("habilitado", "no_habilitado"),
        "edad": (19, 23, 30, 45),
        "es_soltero": (True,),
        "estudia": (True,),
    },
    {
        "estado_migratorio": ("residencia_temporal",),
        "permiso_subcategoria": ("trabajo", "reunificacion"),
        "permiso_calidad": ("titular", "titular", "dependiente"),
        "permiso_inicio": (700, 729, 731, 732, 800, 1100, 1500),
        "permiso_vence": (-5, -9, -10, -11, -60, -90, -91, -200),
        "ingresos_suficientes": (True, True, False),
        "salida": ((),),
        "cert_antecedentes_origen": ("apostillado",),
        "tipo_ingreso": ("habilitado", "habilitado", "no_habilitado"),
        "edad": (30, 45),
    },
    {
        "estado_migratorio": ("residencia_temporal", "irregular"),
        "permiso_subcategoria": ("trabajo",),
        "prorroga_concedida": (False,),
        "permiso_vence": (-5, -9, -10, -11, -60, -90, -91, 1, 60, 180, 270, 280),
        "tipo_ingreso": ("habilitado", "habilitado", "no_habilitado"),
        "edad": (30, 45),
    },
    {
        "acto_tipo": ("demora", "rechazo", "archivo", "negativa_escuela", "otro"),
        "acto_conocido": (0, 9, 29, 30, 31),
        "reposicion_pendiente": (False,),
        "accion_judicial_pendiente": (False,),
    },
    {
        "orden_expulsion": (True,),
        "fecha_notif_expulsion": (0, 9, 10, 11, 13),
        "notif_expulsion_enviada": (0, 9, 10, 13, 14),
    },
)
"""What each kind of client usually brings: values among which hers are drawn, most of the time. Dates in days ago."""


class People:
    """Draws people and states of knowledge for one compiled pack."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.used = used_facts(engine)
        facts = engine.pack.facts
        self.asked = [name for name in facts if name in self.used and facts[name].askable]
        self.worked_out = [name for name in self.asked if facts[name].derived or facts[name].true_if]
        self.plain = [
            name for name in self.asked if name not in self.worked_out and name != engine.pack.day_fact
        ]

    @property
    def either_or(self) -> list[tuple[str, ...]]:
        """Facts that start one term in different ways: handed over or sent, never both."""
        groups = [
            dict.fromkeys(one.fact for one in term.events) for term in self.engine.pack.deadlines.values()
        ]
        return sorted({tuple(group) for group in groups if len(group) > 1})

    @property
    def bars(self) -> list[str]:
        """The facts of the block that one act answers with «ninguno»."""
        return [name for name in self.plain if self.engine.pack.facts[name].block == "impedimentos"]

    def whole(self) -> st.SearchStrategy[Whole]:
        """A person of whom everything that any criterion reads is known."""

        @st.composite
        def made(draw: st.DrawFn) -> Whole:
            today = draw(st.sampled_from((date(2026, 11, 23), date(2027, 2, 28), date(2028, 3, 1))))
            usual = draw(st.sampled_from(PROMISING))
            barred = draw(st.lists(st.sampled_from(self.bars), max_size=2, unique=True))
            birthday = today - timedelta(days=draw(st.integers(-2, 40)))
            age = draw(st.sampled_from(usual.get("edad", (2, 16, 17, 18, 19, 23, 24, 30, 45))))
            born = date(birthday.year - age, birthday.month, min(birthday.day, 28))
            found: dict[str, Any] = {"fecha_nacimiento": PartialDate.of(born)}
            for name in self.plain:
                fact = self.engine.pack.facts[name]
                if fact.owner not in ("persona", "hogar", "causa") or name in found:
                    continue
                if name in self.bars:
                    found[name] = name in barred
                elif name in usual and draw(st.integers(0, 9)):
                    found[name] = self._usual(fact, draw(st.sampled_from(usual[name])), born, today)
                else:
                    found[name] = draw(self._value(fact, born, today))
            if "orden_expulsion" in usual:
                found["orden_expulsion"] = True
            for events in self.either_or:
                served = draw(st.sampled_from(events))
                for name in events:
                    if name != served:
                        found.pop(name, None)
            for name in self.worked_out:
                if name in usual and name == "es_soltero" and "estado_civil" not in found:
                    found[name] = True
                else:
                    found[name] = draw(self._worked_out(name, found, today))
            return Whole(today, {name: value for name, value in found.items() if value is not None})

        return made()

    @staticmethod
    def _usual(fact: Fact, value: Any, born: date, today: date) -> Any:
        if fact.kind not in DATES:
            return value
        return PartialDate.of(max(born, today - timedelta(days=value)))

    def _value(self, fact: Fact, born: date, today: date) -> st.SearchStrategy[Any]:
        match fact.kind:
            case Kind.BOOL:
                return st.booleans()
            case Kind.CHOICE:
                return st.sampled_from([choice for choice in fact.choices if choice != UNRECORDED])
            case Kind.CHOICES:
                return st.lists(st.sampled_from(list(fact.choices)), unique=True, max_size=2).map(tuple)
            case Kind.INTEGER:
                return st.sampled_from((0, 1, 2, 6, 12, 24, 30, 36, 48, 60))
            case Kind.DECIMAL:
                return st.sampled_from((0.0, 1.5, 2.0, 2.5, 6.0, 7.0, 12.5))
            case Kind.COUNTRY:
                return st.sampled_from(("HTI", "VEN", "PER", "BOL", "COL", "CHL"))
            case Kind.COMUNA:
                return st.sampled_from(("13101", "15101", "01101", "08303"))
            case Kind.MOMENT:
                return st.sampled_from(DAYS_AGO).map(
                    lambda ago: datetime.combine(today - timedelta(days=ago), datetime.min.time())
                )
            case Kind.LIST:
                return st.lists(self._row(fact.id, born, today), max_size=3).map(tuple)
            case Kind.DATE | Kind.PARTIAL_DATE:
                return self._day(fact, born, today)
            case _:
                return st.just("Texto")

    def _day(self, fact: Fact, born: date, today: date) -> st.SearchStrategy[PartialDate]:
        past = st.sampled_from(DAYS_AGO).map(lambda ago: max(born, today - timedelta(days=ago)))
        if fact.not_after:
            return past.map(PartialDate.of)
        return st.one_of(past, st.sampled_from(DAYS_AGO).map(lambda days: today + timedelta(days=days))).map(
            PartialDate.of
        )

    def _row(self, list_id: str, born: date, today: date) -> st.SearchStrategy[dict[str, Any]]:
        facts = [self.engine.pack.facts[name] for name in self.engine.pack.items_of(list_id)]
        wanted = {fact.id: self._value(fact, born, today) for fact in facts if fact.askable}
        row = st.fixed_dictionaries(wanted)
        return row.map(in_order) if list_id == "salida" else row

    def _worked_out(self, name: str, found: Mapping[str, Any], today: date) -> st.SearchStrategy[Any]:
        """What her own other answers give; for a one-way fact that they do not make true, either."""
        fact = self.engine.pack.facts[name]
        situation = self.engine.situation({key: one for key, one in found.items() if key != name}, today)
        if fact.kind == Kind.BOOL:
            truth = situation.truth(name)[0]
            return st.just(truth) if truth is not None else st.booleans()
        low, high, _ = situation.span(name)
        if low != high:
            return st.none()
        if fact.kind in DATES:
            return st.just(PartialDate.of(date.fromordinal(int(low))))
        return st.just(int(low) if fact.kind == Kind.INTEGER else low)

    def knowledge(self, whole: Whole) -> st.SearchStrategy[dict[str, Any]]:
        """A part of what there is to know of her; dates perhaps only to the month or the year."""
        return self.between({}, whole)

    def between(self, less: Mapping[str, Any], whole: Whole) -> st.SearchStrategy[dict[str, Any]]:
        """More than `less` and no more than everything."""

        @st.composite
        def made(draw: st.DrawFn) -> dict[str, Any]:
            chance = draw(st.sampled_from((2, 5, 8, 9, 10)))
            known: dict[str, Any] = {}
            for name, value in whole.facts.items():
                before = less.get(name)
                if draw(st.integers(0, 9)) >= chance:
                    if before is not None:
                        known[name] = before
                    continue
                known[name] = draw(self._seen(name, before, value))
            return known

        return made()

    def _seen(self, name: str, before: Any, value: Any) -> st.SearchStrategy[Any]:
        if self.engine.pack.facts[name].kind != Kind.PARTIAL_DATE:
            return st.just(value)
        ways = [PartialDate.parse(value.text[:length]) for length in (4, 7, 10)]
        if before is not None:
            ways = [one for one in ways if before.earliest <= one.earliest and one.latest <= before.latest]
        return st.sampled_from(ways)


def in_order(row: dict[str, Any]) -> dict[str, Any]:
    """A journey that ends after it began."""
    first, last = sorted((row["salida_desde"], row["salida_hasta"]))
    return {**row, "salida_desde": first, "salida_hasta": last}


def used_facts(engine: Engine) -> frozenset[str]:
    """Every fact that some criterion, risk or cause reads, whatever it is derived from included."""
    pack = engine.pack
    rules = [pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values())]
    trees: list[Node] = [one.test for each in rules for found in each.criteria.values() for one in found]
    trees += [one.test for each in rules for found in each.risks.values() for one in found]
    trees += [cause.test for writ in pack.writs.values() for cause in writ.causes]
    return closure(engine, trees)


def closure(engine: Engine, trees: Iterable[Node]) -> frozenset[str]:
    """The facts that these expressions read, followed through derivations, activity and deadlines."""
    pack = engine.pack
    found: set[str] = set()
    open_trees = list(trees)
    seen_terms: set[str] = set()
    while open_trees:
        tree = open_trees.pop()
        for term in terms_of(tree) - seen_terms:
            seen_terms.add(term)
            deadline = pack.deadlines[term]
            names = {event.fact for event in deadline.events} | {one.fact for one in deadline.additions}
            names |= {deadline.amount_fact} if deadline.amount_fact else set()
            for name in names - found:
                found.add(name)
                open_trees += deriving(pack.facts[name])
        for name in facts_of(tree) - found:
            found.add(name)
            open_trees += deriving(pack.facts[name])
            if pack.facts[name].kind == Kind.LIST:
                found.update(pack.items_of(name))
    return frozenset(found)


def deriving(fact: Fact) -> list[Node]:
    """The expressions from which a fact comes and that say when it is asked."""
    return [tree for tree in (fact.derived, fact.true_if, fact.active) if tree is not None]


def terms_of(tree: Node) -> set[str]:
    """The deadlines that an expression counts."""
    match tree:
        case Call(name="vence" | "vence_alternativo", subject=subject):
            return {subject}
        case And(items=items) | Or(items=items) | Call(args=items):
            return set().union(*(terms_of(item) for item in items))
        case Not(item=item) | OneOf(item=item):
            return terms_of(item)
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return terms_of(left) | terms_of(right)
        case _:
            return set()


@pytest.fixture(scope="session")
def people(engine: Engine) -> People:
    """Draws made-up people for the pack of this repository."""
    return People(engine)


def situation_of(engine: Engine, given: Mapping[str, Any], today: date) -> Situation:
    """Her situation on a day."""
    return engine.situation(given, today)

"""The pack compiled once: every expression a closure, every route and writ a list of tests."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from konbit.law.facts import UNRECORDED
from konbit.law.pack import Pack
from konbit.law.routes import Criterion, Route, Warning
from konbit.law.tree import choices_in
from konbit.law.writs import Writ
from konbit.reasoning.abstract import NOTHING, Truth
from konbit.reasoning.calendar import Calendar
from konbit.reasoning.compiling import Compiler, Measure, Test
from konbit.reasoning.deciding import RISK
from konbit.reasoning.reach import reach_of
from konbit.reasoning.situation import FactRule, Given, Law, Situation
from konbit.reasoning.terms import Terms


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """One version of a criterion or risk, compiled once; valid for legal days `first..last` (ordinals)."""

    first: int
    last: int
    test: Test
    source: Criterion | Warning
    lapses: Measure | None = None
    met_from: Measure | None = None


class Checked(NamedTuple):
    """A criterion or risk as it stands: met, not met or open, in the version that applies."""

    id: str
    value: bool | None
    missing: frozenset[str]
    version: Version


@dataclass(frozen=True, slots=True)
class CompiledMilestone:
    id: str
    when: Measure
    only_if: Test | None
    text: str
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """The tests of one route or writ. `tests`: criteria by id, risks as `riesgo:ID`."""

    tests: Mapping[str, tuple[Version, ...]]
    warnings: Mapping[str, tuple[Version, ...]]
    milestones: tuple[CompiledMilestone, ...]
    timed: frozenset[str]
    of_term: frozenset[str]

    def check(self, situation: Situation) -> dict[str, Checked]:
        """Every criterion and risk in this situation."""
        return {ident: check_versions(ident, versions, situation) for ident, versions in self.tests.items()}


def check_versions(ident: str, versions: tuple[Version, ...], situation: Situation) -> Checked:
    """The versions that may apply on the legal day, together: decided only where they agree. Worked out once."""
    found = situation.checked.get(versions)
    if found is None:
        found = situation.checked[versions] = _check(ident, versions, situation)
    return found


def _check(ident: str, versions: tuple[Version, ...], situation: Situation) -> Checked:
    if len(versions) == 1:
        value, missing = versions[0].test(situation)
        return Checked(ident, value, missing, versions[0])
    low, high, lacks = situation.legal_day
    possible = [version for version in versions if version.first <= high and low < version.last] or [
        versions[-1]
    ]
    found: list[Truth] = [version.test(situation) for version in possible]
    if len({value for value, _ in found}) == 1:
        return Checked(ident, found[0][0], NOTHING.union(*(missing for _, missing in found)), possible[-1])
    return Checked(ident, None, lacks.union(*(missing for _, missing in found)), possible[-1])


class Engine:
    """What a pack can conclude. Build it once; it never changes."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._place = {fact: place for place, fact in enumerate(pack.facts)}
        self.calendar = Calendar(pack.holidays)
        self._compiler = Compiler(pack.facts, pack.values)
        conditions = {
            ident: self._compiler.test(one.condition)
            for ident, one in pack.deadlines.items()
            if one.condition
        }
        terms = Terms(pack.deadlines, pack.units, self.calendar, conditions, pack.home_fact, pack.day_fact)
        regions = {code: comuna.region for code, comuna in pack.places.comunas.items()}
        reach = reach_of(pack.facts, pack.deadlines, pack.home_fact)
        self.law = Law(self._fact_rules(), self.calendar, terms, regions, reach)
        self._compiled: dict[tuple[Criterion, ...] | tuple[Warning, ...], tuple[Version, ...]] = {}
        self.telling_choices = _telling_choices(pack)
        self.routes = {ident: self._rules_of_route(route) for ident, route in pack.routes.items()}
        self.writs = {ident: self._rules_of_writ(writ) for ident, writ in pack.writs.items()}
        self.causes = {
            ident: {cause.id: self._compiler.test(cause.test) for cause in writ.causes}
            for ident, writ in pack.writs.items()
        }
        self.exclusions = {
            ident: tuple(self._compiler.test(one.test) if one.test else None for one in writ.excludes)
            for ident, writ in pack.writs.items()
        }
        self.papers = {
            ident: tuple(
                self._compiler.test(paper.only_if) if paper.only_if else None for paper in route.papers
            )
            for ident, route in pack.routes.items()
        }

    def in_order(self, facts: Collection[str]) -> tuple[str, ...]:
        """Facts in the order of the vocabulary."""
        return tuple(sorted(facts, key=self._place.__getitem__))

    def situation(self, given: Given, today: date) -> Situation:
        """A person's knowledge on a day (`today` stands for the fact of the day of evaluation unless given)."""
        known = dict(given)
        known.setdefault(self.pack.day_fact, today)
        return Situation(self.law, known)

    def _fact_rules(self) -> dict[str, FactRule]:
        compiler = self._compiler
        return {
            fact.id: FactRule(
                fact,
                compiler.value(fact.derived, fact.kind) if fact.derived else None,
                compiler.test(fact.true_if) if fact.true_if else None,
                compiler.test(fact.active) if fact.active else None,
            )
            for fact in self.pack.facts.values()
        }

    def _rules_of_route(self, route: Route) -> CompiledRules:
        idents = dict.fromkeys((*route.needs, *route.unless, *(i for way in route.ways for i in way.needs)))
        return self._compile(f"ruta:{route.id}", tuple(idents), route.risks, route.warnings, route.milestones)

    def _rules_of_writ(self, writ: Writ) -> CompiledRules:
        idents = dict.fromkeys((*writ.needs, *(i for cause in writ.causes for i in cause.needs)))
        risks = dict.fromkeys((*writ.risks, *(i for cause in writ.causes for i in cause.risks)))
        return self._compile(f"escrito:{writ.id}", tuple(idents), tuple(risks), writ.warnings, ())

    def _compile(
        self,
        owner: str,
        criteria: tuple[str, ...],
        risks: tuple[str, ...],
        warnings: tuple[str, ...],
        milestones: tuple[str, ...],
    ) -> CompiledRules:
        pack = self.pack
        tests = {ident: self._versions(pack.criterion(owner, ident)) for ident in criteria}
        timed = frozenset(
            ident for ident in criteria if any(one.only_time for one in pack.criterion(owner, ident))
        )
        of_term = frozenset(
            ident for ident, found in tests.items() for one in found if getattr(one.source, "of_term", False)
        )
        tests |= {RISK + ident: self._versions(pack.risk(owner, ident)) for ident in risks}
        return CompiledRules(
            tests,
            {ident: self._versions(pack.warning(owner, ident)) for ident in warnings},
            tuple(one for ident in dict.fromkeys(milestones) for one in self._milestones(owner, ident)),
            timed,
            of_term,
        )

    def _versions(self, sources: tuple[Criterion, ...] | tuple[Warning, ...]) -> tuple[Version, ...]:
        """Compiled once, however many routes and writs share them: so a situation knows them again."""
        found = self._compiled.get(sources)
        if found is None:
            found = self._compiled[sources] = self._compile_versions(sources)
        return found

    def _compile_versions(self, sources: tuple[Criterion, ...] | tuple[Warning, ...]) -> tuple[Version, ...]:
        compiler = self._compiler
        return tuple(
            Version(
                (source.since or date.min).toordinal(),
                (source.until or date.max).toordinal(),
                compiler.test(source.test),
                source,
                compiler.measure(source.lapses) if isinstance(source, Criterion) and source.lapses else None,
                compiler.measure(source.met_from)
                if isinstance(source, Criterion) and source.met_from
                else None,
            )
            for source in sources
        )

    def _milestones(self, owner: str, ident: str) -> tuple[CompiledMilestone, ...]:
        compiler = self._compiler
        return tuple(
            CompiledMilestone(
                ident,
                compiler.measure(one.when),
                compiler.test(one.only_if) if one.only_if else None,
                one.text,
                one.norms,
            )
            for one in self.pack.milestone(owner, ident)
        )


def _telling_choices(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Of each fact with choices, those that some expression of the pack tells apart, and one that none does."""
    named: dict[str, set[str]] = {}
    groups = [pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values())]
    for rules in groups:
        for versions in (*rules.criteria.values(), *rules.risks.values()):
            for one in versions:
                for fact, choice in choices_in(one.test):
                    named.setdefault(fact, set()).add(choice)
    for fact in pack.facts.values():
        for node in (fact.derived, fact.true_if, fact.active):
            for other, choice in choices_in(node) if node else ():
                named.setdefault(other, set()).add(choice)
    return {
        fact.id: tuple(c for c in fact.choices if c in named.get(fact.id, ()))
        + tuple(c for c in fact.choices if c not in named.get(fact.id, ()) and c != UNRECORDED)[:1]
        for fact in pack.facts.values()
        if fact.choices
    }

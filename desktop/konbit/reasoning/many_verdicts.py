"""The verdicts of many persons at once, route by route: the same outcomes and missing facts as one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from konbit.law.facts import Kind
from konbit.law.routes import Nature, Route, Way
from konbit.law.tree import Node
from konbit.reasoning.bits import NOBODY, Bits, Lacking, Truths, every, merged, some
from konbit.reasoning.columns import Columns, Plan
from konbit.reasoning.deciding import RISK
from konbit.reasoning.engine import Engine, Version
from konbit.reasoning.outcomes import Outcome, headline
from konbit.reasoning.roster import Roster
from konbit.reasoning.situation import Given


@dataclass(frozen=True, slots=True)
class PersonVerdict:
    """What a route says to one person. Fields as in `RouteVerdict`; states: by criterion (risks as `riesgo:ID`)."""

    outcome: str
    possible: tuple[str, ...]
    to_confirm: bool
    states: Mapping[str, bool | None]
    lacks: Mapping[str, frozenset[str]]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteColumns:
    """What a route says to many persons. Sets of persons are bits (`konbit.reasoning.bits`).

    outcomes: the headline; each person is in one. possible: the outcomes still possible, in order of precedence.
    to_confirm: whose headline is the worst of several. criteria: by id, risks as `riesgo:ID`. missing: by fact, in the
    order of the vocabulary, those whose outcome may still change with it.
    """

    route: Route
    count: int
    outcomes: Mapping[str, Bits]
    possible: Mapping[str, Bits]
    to_confirm: Bits
    criteria: Mapping[str, Truths]
    missing: Lacking

    def counts(self) -> dict[str, int]:
        """How many persons have each outcome."""
        return {outcome: persons.bit_count() for outcome, persons in self.outcomes.items()}

    def of(self, person: int) -> PersonVerdict:
        """The verdict of one person (from 0)."""
        bit = 1 << person
        return PersonVerdict(
            outcome=next(outcome for outcome, persons in self.outcomes.items() if persons & bit),
            possible=tuple(outcome for outcome, persons in self.possible.items() if persons & bit),
            to_confirm=bool(self.to_confirm & bit),
            states={
                ident: True if one.yes & bit else False if one.no & bit else None
                for ident, one in self.criteria.items()
            },
            lacks={
                ident: frozenset(fact for fact, persons in one.missing.items() if persons & bit)
                for ident, one in self.criteria.items()
            },
            missing=tuple(fact for fact, persons in self.missing.items() if persons & bit),
        )


def verdicts_of_many(
    engine: Engine, people: Sequence[Given] | Roster, today: date, routes: Iterable[str] | None = None
) -> dict[str, RouteColumns]:
    """The verdicts of many persons on these routes (default: all), by route.

    people: one `Given` a person, or a roster of columns. Who judges more than once builds a `ManyJudge` and keeps it.
    """
    return ManyJudge(engine).verdicts(people, today, routes)


class ManyJudge:
    """Judges many persons at once by one compiled pack. Build it once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.plan = Plan(engine)
        self._needed: dict[tuple[str, ...], dict[str, Kind]] = {}
        self._place = {name: place for place, name in enumerate(engine.pack.facts)}

    def roster(self, people: Sequence[Given], routes: Iterable[str] | None = None) -> Roster:
        """People read once, for the facts of these routes (default: all)."""
        roster = Roster.of_people(people)
        self._read(roster, self._wanted(routes))
        return roster

    def verdicts(
        self, people: Sequence[Given] | Roster, today: date, routes: Iterable[str] | None = None
    ) -> dict[str, RouteColumns]:
        """The verdicts by route. See `verdicts_of_many`."""
        wanted = self._wanted(routes)
        roster = people if isinstance(people, Roster) else Roster.of_people(people)
        self._read(roster, wanted)
        found: dict[str, RouteColumns] = {}
        by_date: dict[str, Columns] = {}
        for ident in wanted:
            route = self.engine.pack.routes[ident]
            if route.legal_date not in by_date:
                by_date[route.legal_date] = Columns(self.plan, roster, today, route.legal_date)
            found[ident] = self._judge(route, by_date[route.legal_date])
        return found

    def _wanted(self, routes: Iterable[str] | None) -> tuple[str, ...]:
        return tuple(self.engine.pack.routes if routes is None else routes)

    def _read(self, roster: Roster, routes: tuple[str, ...]) -> None:
        found = self._needed.get(routes)
        if found is None:
            found = self._needed[routes] = self._needed_for(routes)
        roster.read(found)

    def _needed_for(self, routes: tuple[str, ...]) -> dict[str, Kind]:
        pack = self.engine.pack
        trees: list[Node] = [
            version.source.test
            for ident in routes
            for versions in self.engine.routes[ident].tests.values()
            for version in versions
        ]
        dates = {pack.day_fact, *(pack.routes[ident].legal_date for ident in routes)}
        return self.plan.needed(trees, dates)

    def _judge(self, route: Route, columns: Columns) -> RouteColumns:
        rules = self.engine.routes[route.id]
        states = {ident: _standing(versions, columns) for ident, versions in rules.tests.items()}
        walk = _Walk(columns.everybody)
        _decide(route, states, rules.timed, walk)
        possible = {outcome: persons for outcome, persons in walk.possible.items() if persons}
        outcomes, to_confirm = _headlines(possible, columns.everybody)
        missing = walk.missing
        order = sorted(missing, key=self._place.__getitem__)
        return RouteColumns(
            route,
            columns.roster.count,
            outcomes,
            possible,
            to_confirm,
            states,
            {f: missing[f] for f in order},
        )


def _standing(versions: tuple[Version, ...], columns: Columns) -> Truths:
    """The versions that may apply on the legal day, together. See `konbit.reasoning.engine.check_versions`."""
    if len(versions) == 1:
        return columns.truth(versions[0].source.test)
    truths = [columns.truth(version.source.test) for version in versions]
    yes, no, parts = NOBODY, NOBODY, list[Lacking]()
    for (low, high, lacks), persons in columns.legal_days():
        possible = [
            one
            for one, version in zip(truths, versions, strict=True)
            if version.first <= high and low < version.last
        ] or truths[-1:]
        all_yes, all_no, all_open = persons, persons, persons
        for one in possible:
            all_yes &= one.yes
            all_no &= one.no
            all_open &= ~(one.yes | one.no)
        yes |= all_yes
        no |= all_no
        unsettled = persons ^ all_yes ^ all_no
        parts += [merged((one.missing for one in possible), unsettled)]
        parts += [dict.fromkeys(lacks, unsettled ^ all_open)]
    return Truths(yes, no, merged(parts, columns.everybody ^ yes ^ no))


class _Walk:
    """Many persons going down the chain of guards. See `konbit.reasoning.outcomes.walk`."""

    def __init__(self, everybody: Bits) -> None:
        self.alive = everybody
        self.possible: dict[str, Bits] = {}
        self._twice = NOBODY
        self._lacking: list[Lacking] = []

    def guard(self, outcome: str, yes: Bits, no: Bits, open_ones: Iterable[Lacking]) -> None:
        """One guard; open_ones: what the criteria that keep it open lack, of whom they are open."""
        self._add(outcome, self.alive & ~no)
        self._lacking.append(merged(open_ones, self.alive & ~(yes | no)))
        self.alive &= ~yes

    def end(self, outcome: str) -> None:
        """Who passed every guard has this outcome."""
        self._add(outcome, self.alive)
        self.alive = NOBODY

    def _add(self, outcome: str, persons: Bits) -> None:
        before = self.possible.get(outcome, NOBODY)
        for other, those in self.possible.items():
            if other != outcome:
                self._twice |= those & persons
        self.possible[outcome] = before | persons

    @property
    def missing(self) -> dict[str, Bits]:
        """By fact, those with more than one outcome left that it may still decide."""
        return dict(merged(self._lacking, self._twice))


def _decide(route: Route, states: Mapping[str, Truths], timed: frozenset[str], walk: _Walk) -> None:
    """See `konbit.reasoning.deciding.decide_route`: the same guards over many persons."""
    everybody = walk.alive
    unless = some((states[ident] for ident in route.unless), everybody)
    walk.guard(Outcome.NOT_APPLICABLE, unless.yes, unless.no, [unless.missing])
    if route.nature == Nature.HISTORIC:
        walk.end(Outcome.CLOSED)
        return
    met = Truths(everybody, NOBODY)
    later = {ident: met if ident in timed else one for ident, one in states.items()} if timed else states
    meets = _meets(route, later, everybody)
    walk.guard(Outcome.NOT_ELIGIBLE, meets.no, meets.yes, _open_of(route, later, everybody))
    if timed:
        today = _meets(route, states, everybody)
        matters = _time_matters(route, states, later, timed, everybody)
        walk.guard(Outcome.WAIT, today.no & matters, today.yes | ~matters, _open_of(route, states, everybody))
    if route.nature == Nature.DISCRETIONARY:
        walk.end(Outcome.MAY_ASK)
        return
    risks = [states[RISK + ident] for ident in route.risks]
    risk = some(risks, everybody)
    walk.guard(Outcome.AT_RISK, risk.yes, risk.no, [one.missing for one in risks])
    safe = _some_way((way for way in route.ways if not way.risky), states, everybody)
    risky = _some_way((way for way in route.ways if way.risky), states, everybody)
    walk.guard(Outcome.AT_RISK, safe.no & ~risky.no, safe.yes | risky.no, _open_of(route, states, everybody))
    walk.end(Outcome.ELIGIBLE)


def _meets(route: Route, states: Mapping[str, Truths], everybody: Bits) -> Truths:
    parts = [states[ident] for ident in route.needs]
    return every([*parts, _some_way(route.ways, states, everybody)] if route.ways else parts, everybody)


def _some_way(ways: Iterable[Way], states: Mapping[str, Truths], everybody: Bits) -> Truths:
    return some((every((states[ident] for ident in way.needs), everybody) for way in ways), everybody)


def _open_of(route: Route, states: Mapping[str, Truths], everybody: Bits) -> list[Lacking]:
    """What the needs lack, and the needs of each way that is not closed."""
    found = [states[ident].missing for ident in route.needs]
    for way in route.ways:
        needs = [states[ident] for ident in way.needs]
        found.append(merged((one.missing for one in needs), everybody & ~every(needs, everybody).no))
    return found


def _time_matters(
    route: Route,
    states: Mapping[str, Truths],
    later: Mapping[str, Truths],
    timed: frozenset[str],
    everybody: Bits,
) -> Bits:
    """For whom what time alone will meet is asked by the route itself or by a way that is not closed anyway."""

    def late(idents: tuple[str, ...]) -> Bits:
        found = NOBODY
        for ident in idents:
            if ident in timed:
                found |= everybody & ~states[ident].yes
        return found

    found = late(route.needs)
    for way in route.ways:
        found |= late(way.needs) & ~every((later[ident] for ident in way.needs), everybody).no
    return found


def _headlines(possible: Mapping[str, Bits], everybody: Bits) -> tuple[dict[str, Bits], Bits]:
    """Persons by the one word for their possible outcomes, and those for whom it is to be confirmed."""
    groups: list[tuple[tuple[str, ...], Bits]] = [((), everybody)] if everybody else []
    for outcome, persons in possible.items():
        groups = [
            one
            for found, those in groups
            for one in (((*found, outcome), those & persons), (found, those & ~persons))
            if one[1]
        ]
    outcomes: dict[str, Bits] = {}
    to_confirm = NOBODY
    for found, those in groups:
        word, unsure = headline(found, Outcome.MISSING, Outcome.NOT_ELIGIBLE)
        outcomes[word] = outcomes.get(word, NOBODY) | those
        to_confirm |= those if unsure else NOBODY
    return outcomes, to_confirm

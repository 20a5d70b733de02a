"""The verdict on a route: the outcomes still possible, why, what is missing, what to watch, which dates matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from konbit.law.routes import Criterion, Level, PaperToBring, Route, Warning
from konbit.reasoning.abstract import INFINITY, NOTHING, Missing
from konbit.reasoning.deciding import RISK, chosen_way, decide_route, settled_route
from konbit.reasoning.engine import Checked, CompiledRules, Engine, check_versions
from konbit.reasoning.explaining import Trials, decisive, settling_sets
from konbit.reasoning.outcomes import Outcome, Possible, States, headline
from konbit.reasoning.situation import Situation


@dataclass(frozen=True, slots=True)
class CriterionState:
    """A criterion in a verdict. value: met, not met, or None for not known.

    unmet: the pack's sentence that is true when it is not met, or empty.
    """

    id: str
    value: bool | None
    text: str
    norms: tuple[str, ...]
    advice: str
    missing: tuple[str, ...]
    unmet: str = ""


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning that holds."""

    id: str
    level: Level
    text: str
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatedMilestone:
    """A date to know. From a partial date: `latest` is the other end."""

    id: str
    day: date
    latest: date | None
    text: str
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteVerdict:
    """What can be said of a route today.

    since: first day on which it opens, when only time is missing. until: last barred day, when a bar lapses.
    to_confirm: the outcome is the worst of several still possible of its kind. missing: facts that may still change
    it. enough: up to three smallest sets of facts that could settle it. decisive: a minimal set of criteria that
    decides it (risks as `riesgo:ID`), empty while open.
    """

    route: Route
    outcome: str
    possible: tuple[str, ...]
    to_confirm: bool
    way: str | None
    since: date | None
    until: date | None
    criteria: tuple[CriterionState, ...]
    missing: tuple[str, ...]
    enough: tuple[tuple[str, ...], ...]
    decisive: tuple[str, ...]
    cautions: tuple[Caution, ...]
    milestones: tuple[DatedMilestone, ...]
    papers: tuple[PaperToBring, ...]


def judge_route(
    engine: Engine, ident: str, situation: Situation, *, explain: bool = True, trials: Trials | None = None
) -> RouteVerdict:
    """The verdict on one route. Without `explain`, the minimal sets are left empty (for batches and questions).

    trials: of this situation, shared by the routes that are explained together.
    """
    route, rules = engine.pack.routes[ident], engine.routes[ident]
    situation.legal_day = situation.span(route.legal_date)
    checked = rules.check(situation)
    states = {key: one.value for key, one in checked.items()}
    possible = decide_route(route, states, rules.timed)
    outcome, to_confirm = headline(possible.outcomes, Outcome.MISSING, Outcome.NOT_ELIGIBLE)
    missing = engine.in_order(lacking_of(possible, checked))

    def settled(tried: States) -> str | None:
        return settled_route(route, tried, rules.timed)

    favourable = outcome in (Outcome.ELIGIBLE, Outcome.AT_RISK)
    return RouteVerdict(
        route=route,
        outcome=outcome,
        possible=possible.outcomes,
        to_confirm=to_confirm,
        way=chosen_way(route, states) if favourable else None,
        since=_opens_on(route, rules, checked, situation) if outcome == Outcome.WAIT else None,
        until=_lapses_on(route, rules, checked, situation)
        if possible.outcomes == (Outcome.NOT_ELIGIBLE,)
        else None,
        criteria=states_of(checked),
        missing=missing,
        enough=settling_sets(trials or Trials(engine, situation), rules, settled, possible, checked)
        if explain and not possible.decided
        else (),
        decisive=decisive(settled, states) if explain and possible.decided else (),
        cautions=cautions_of(route.risks, rules, checked, situation),
        milestones=_milestones(rules, situation),
        papers=tuple(
            paper
            for paper, test in zip(route.papers, engine.papers[ident], strict=True)
            if test is None or test(situation)[0] is not False
        ),
    )


def lacking_of(possible: Possible, checked: Mapping[str, Checked]) -> Missing:
    """The facts that open criteria lack."""
    return NOTHING.union(*[checked[ident].missing for ident in possible.open_ones if ident in checked])


def states_of(checked: Mapping[str, Checked]) -> tuple[CriterionState, ...]:
    """Checked criteria as a verdict shows them; risks are shown apart."""
    return tuple([_state(one) for key, one in checked.items() if not key.startswith(RISK)])


def _state(one: Checked) -> CriterionState:
    source = one.version.source
    assert isinstance(source, Criterion)
    missing = tuple(sorted(one.missing)) if one.missing else ()
    return CriterionState(one.id, one.value, source.text, source.norms, source.advice, missing, source.unmet)


def cautions_of(
    risks: tuple[str, ...], rules: CompiledRules, checked: Mapping[str, Checked], situation: Situation
) -> tuple[Caution, ...]:
    """The risks and warnings that hold, the loudest first."""
    found = [_caution(checked[RISK + ident].version.source) for ident in risks if checked[RISK + ident].value]
    low, _, _ = situation.legal_day
    for ident, versions in rules.warnings.items():
        for version in versions:
            applies = len(versions) == 1 or version.first <= low < version.last
            if applies and check_versions(ident, (version,), situation).value is True:
                found.append(_caution(version.source))
    return tuple(sorted(found, key=lambda one: one.level != Level.RED))


def _caution(source: Criterion | Warning) -> Caution:
    assert isinstance(source, Warning)
    return Caution(source.id, source.level, source.text, source.norms)


def _milestones(rules: CompiledRules, situation: Situation) -> tuple[DatedMilestone, ...]:
    found: dict[str, DatedMilestone] = {}
    for one in rules.milestones:
        if one.only_if is not None and one.only_if(situation)[0] is not True:
            continue
        low, high, _ = one.when(situation)
        if low == -INFINITY or high == INFINITY:
            continue
        latest = date.fromordinal(int(high)) if high != low else None
        made = DatedMilestone(one.id, date.fromordinal(int(low)), latest, one.text, one.norms)
        if one.id not in found or found[one.id].day < made.day:
            found[one.id] = made
    return tuple(found.values())


def _opens_on(
    route: Route, rules: CompiledRules, checked: Mapping[str, Checked], situation: Situation
) -> date | None:
    """The first day on which time alone will have met one way; None while that day is not known."""

    def waits(idents: tuple[str, ...]) -> float | None:
        latest = 0.0
        for ident in idents:
            one = checked[ident]
            if one.value is True:
                continue
            if ident not in rules.timed or one.version.met_from is None:
                return None
            latest = max(latest, one.version.met_from(situation)[1])
        return latest

    base = waits(route.needs)
    days = [waits(way.needs) for way in route.ways] if route.ways else [0.0]
    found = [max(base, day) for day in days if day is not None] if base is not None else []
    first = min(found, default=INFINITY)
    return date.fromordinal(int(first)) if 0 < first < INFINITY else None


def _lapses_on(
    route: Route, rules: CompiledRules, checked: Mapping[str, Checked], situation: Situation
) -> date | None:
    """The last barred day, where every criterion that is not met lapses on a known day and some way stays open."""
    later = {ident: True if ident in rules.timed else one.value for ident, one in checked.items()}
    if route.ways and all(any(later[ident] is False for ident in way.needs) for way in route.ways):
        return None
    last = 0.0
    for ident in route.needs:
        one = checked[ident]
        if one.value is not False:
            continue
        if one.version.lapses is None:
            return None
        last = max(last, one.version.lapses(situation)[1])
    return date.fromordinal(int(last)) if 0 < last < INFINITY else None

"""The verdict on a writ: whether it can be filed today, on which cause, and what it excludes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from konbit.law.writs import Cause, Writ
from konbit.reasoning.deciding import RISK, decide_cause
from konbit.reasoning.engine import Checked, Engine
from konbit.reasoning.outcomes import Possible, WritOutcome, headline
from konbit.reasoning.situation import Situation
from konbit.reasoning.verdicts import Caution, CriterionState, cautions_of, lacking_of, states_of

_BEST = (
    WritOutcome.ADMISSIBLE,
    WritOutcome.AT_RISK,
    WritOutcome.MISSING,
    WritOutcome.TOO_LATE,
    WritOutcome.NOT_ADMISSIBLE,
)


@dataclass(frozen=True, slots=True)
class CauseVerdict:
    """One cause of a writ. reasons: texts of what decides it (criteria not met, risks that hold)."""

    cause: Cause | None
    outcome: str
    possible: tuple[str, ...]
    reasons: tuple[str, ...]
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WritVerdict:
    """What can be said of a writ today; it takes its best cause."""

    writ: Writ
    outcome: str
    possible: tuple[str, ...]
    reasons: tuple[str, ...]
    norms: tuple[str, ...]
    causes: tuple[CauseVerdict, ...]
    criteria: tuple[CriterionState, ...]
    missing: tuple[str, ...]
    cautions: tuple[Caution, ...]

    @property
    def open_to_file(self) -> bool:
        """Whether it can be filed, at risk or not."""
        return self.outcome in (WritOutcome.ADMISSIBLE, WritOutcome.AT_RISK)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two writs that exclude each other: a person must choose."""

    ids: tuple[str, str]
    text: str
    norms: tuple[str, ...]


def judge_writ(engine: Engine, ident: str, situation: Situation) -> WritVerdict:
    """The verdict on one writ."""
    writ, rules = engine.pack.writs[ident], engine.writs[ident]
    situation.legal_day = situation.span(engine.pack.day_fact)
    checked = rules.check(situation)
    triggers = {cause.id: engine.causes[ident][cause.id](situation) for cause in writ.causes}
    states = {key: one.value for key, one in checked.items()}
    judged: list[tuple[CauseVerdict, Possible]] = []
    lacking = frozenset[str]()
    for cause in writ.causes or (None,):
        applies, lacks = triggers[cause.id] if cause else (True, frozenset[str]())
        possible = decide_cause(writ, cause, applies, states, rules.of_term)
        outcome, _ = headline(possible.outcomes, WritOutcome.MISSING, WritOutcome.NOT_ADMISSIBLE)
        reasons = _reasons(writ, cause, checked, applies)
        judged.append((CauseVerdict(cause, outcome, possible.outcomes, *reasons), possible))
        lacking |= lacking_of(possible, checked)
        if not possible.decided and applies is None:
            lacking |= lacks
    best, possible = min(judged, key=lambda pair: _BEST.index(pair[0].outcome))
    settled = possible.decided and best.outcome != WritOutcome.MISSING
    return WritVerdict(
        writ=writ,
        outcome=best.outcome,
        possible=best.possible,
        reasons=best.reasons,
        norms=best.norms,
        causes=tuple(verdict for verdict, _ in judged if verdict.cause),
        criteria=states_of(checked),
        missing=() if settled else engine.in_order(lacking),
        cautions=cautions_of(_risks(writ, best.cause), rules, checked, situation),
    )


def _risks(writ: Writ, cause: Cause | None) -> tuple[str, ...]:
    return (*writ.risks, *(cause.risks if cause else ()))


def _reasons(
    writ: Writ, cause: Cause | None, checked: Mapping[str, Checked], applies: bool | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    needs = (*writ.needs, *(cause.needs if cause else ()))
    failed = [checked[ident].version.source for ident in needs if checked[ident].value is False]
    met = [checked[ident].version.source for ident in needs if checked[ident].value is True]
    held = [checked[RISK + i].version.source for i in _risks(writ, cause) if checked[RISK + i].value is True]
    chosen = failed or [*met, *held]
    texts = [source.text for source in chosen]
    norms = [norm for source in chosen for norm in source.norms]
    if cause and not failed and applies is not False:
        texts.insert(0, cause.text)
        norms = [*cause.norms, *norms]
    return tuple(texts), tuple(dict.fromkeys((*norms, *writ.norms)))


def conflicts(
    engine: Engine, verdicts: Mapping[str, WritVerdict], situation: Situation
) -> tuple[Conflict, ...]:
    """Pairs of writs that exclude each other now: both can be filed, or the pack's own condition holds."""
    found: list[Conflict] = []
    for ident, tests in engine.exclusions.items():
        for exclusion, test in zip(engine.pack.writs[ident].excludes, tests, strict=True):
            if test is None:
                one, other = verdicts.get(ident), verdicts.get(exclusion.writ)
                holds = bool(one and other and one.open_to_file and other.open_to_file)
            else:
                holds = test(situation)[0] is True
            pair = (ident, exclusion.writ)
            if holds and not any(set(known.ids) == set(pair) for known in found):
                found.append(Conflict(pair, exclusion.text, exclusion.norms))
    return tuple(found)

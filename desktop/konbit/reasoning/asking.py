"""What to ask next: only what an open criterion or a chosen paper can use, the most urgent topic first.

Topics come in the pack's own order (danger first). Within one: what most routes share, easy before hard, sensitive
last. The same knowledge always gives the same screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from konbit.law.facts import Fact, Kind
from konbit.law.writs import Writ
from konbit.reasoning.engine import Engine
from konbit.reasoning.outcomes import WritOutcome
from konbit.reasoning.situation import Situation
from konbit.reasoning.verdicts import judge_route
from konbit.reasoning.writ_verdicts import judge_writ

_EASE = (
    Kind.BOOL,
    Kind.CHOICE,
    Kind.PARTIAL_DATE,
    Kind.DATE,
    Kind.COUNTRY,
    Kind.COMUNA,
    Kind.INTEGER,
    Kind.DECIMAL,
    Kind.MOMENT,
    Kind.RUN,
    Kind.DOCUMENT,
    Kind.TEXT,
    Kind.CHOICES,
    Kind.LIST,
    Kind.STORY,
)


@dataclass(frozen=True, slots=True)
class Target:
    """What the questions are for: a route, a writ, a form. Without any: every route and writ."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Screen:
    """The next screen: a topic and its questions. none_of: answered by one act "ninguno de estos". left: questions
    still useful after this screen, as far as can be told now."""

    block: str
    facts: tuple[str, ...]
    none_of: bool
    left: int


def next_screen(
    engine: Engine, situation: Situation, asked: Collection[str], targets: Collection[Target] = ()
) -> Screen | None:
    """The screen to show next, or None when nothing more can help.

    asked: facts that were answered, also with a way of not knowing; they are not asked again.
    """
    useful = useful_facts(engine, situation, targets)
    facts = [engine.pack.facts[name] for name in useful if name not in asked]
    facts = [fact for fact in facts if fact.askable and fact.owner in ("persona", "hogar", "causa")]
    facts = [fact for fact in facts if not _waits(engine, situation, fact, asked)]
    if not facts:
        return None
    blocks = engine.pack.blocks
    first = min((fact.block for fact in facts), key=lambda name: blocks[name].order)
    here = sorted(
        (fact for fact in facts if fact.block == first), key=lambda fact: _rank(engine, fact, useful[fact.id])
    )
    block = blocks[first]
    shown = [fact for fact in here if fact.kind == Kind.BOOL] if block.none_of else here[: block.per_screen]
    shown = shown or here[: block.per_screen]
    names = tuple(fact.id for fact in shown)
    return Screen(first, names, block.none_of and len(shown) > 1, len(facts) - len(names))


def useful_facts(engine: Engine, situation: Situation, targets: Collection[Target] = ()) -> Counter[str]:
    """The facts that can still change an open verdict, or that a chosen paper prints, with how many use each."""
    found: Counter[str] = Counter()
    for facts in _wants(engine, situation, targets):
        found.update(facts)
    return found


def _wants(engine: Engine, situation: Situation, targets: Collection[Target]) -> Iterable[Collection[str]]:
    if not targets:
        for ident in engine.pack.routes:
            yield judge_route(engine, ident, situation, explain=False).missing
        for ident in engine.pack.writs:
            yield judge_writ(engine, ident, situation).missing
        return
    for target in targets:
        if target.kind == "ruta":
            yield judge_route(engine, target.id, situation, explain=False).missing
        elif target.kind == "escrito":
            verdict = judge_writ(engine, target.id, situation)
            yield verdict.missing
            if verdict.outcome not in (WritOutcome.NOT_ADMISSIBLE, WritOutcome.TOO_LATE):
                yield _unknown(situation, _asks(engine, verdict.writ, situation))
        else:
            yield _unknown(situation, engine.pack.forms[target.id].facts)


def _asks(engine: Engine, writ: Writ, situation: Situation) -> tuple[str, ...]:
    """What the writ's text uses: in common, and for the causes that are known to apply."""
    tests = engine.causes[writ.id]
    own = (fact for cause in writ.causes if tests[cause.id](situation)[0] is True for fact in cause.asks)
    return tuple(dict.fromkeys((*own, *writ.asks)))


def _waits(engine: Engine, situation: Situation, fact: Fact, asked: Collection[str]) -> bool:
    """Whether the branch of a fact is still open and a question of its own will tell."""
    active = engine.law.rules[fact.id].active
    value, missing = active(situation) if active else (True, frozenset[str]())
    return value is None and any(name not in asked for name in missing)


def _unknown(situation: Situation, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if situation.is_active(name) and not situation.is_known(name))


def _rank(engine: Engine, fact: Fact, uses: int) -> tuple[int, int, bool, int]:
    return (-uses, _EASE.index(fact.kind), fact.sensitive, list(engine.pack.facts).index(fact.id))

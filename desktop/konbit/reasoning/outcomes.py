"""Which outcomes are still possible, from what is known of each criterion.

A chain of guards in order of precedence: a guard that holds ends the chain with its outcome, one that is open adds
its outcome and lets the chain go on, one that fails is passed. So the set of possible outcomes only ever shrinks
as criteria are decided.

    states: sin_impedimento = True, vinculo = None   ->   no_elegible, elegible
    states: sin_impedimento = False, vinculo = None  ->   no_elegible
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

States: TypeAlias = Mapping[str, bool | None]
"""Criterion id (risks as `riesgo:ID`) to met, not met, not decided."""


class Outcome(StrEnum):
    """What can come out of a route, in order of precedence."""

    NOT_APPLICABLE = "no_aplica"
    CLOSED = "cerrado"
    NOT_ELIGIBLE = "no_elegible"
    MISSING = "falta_informacion"
    WAIT = "esperar"
    MAY_ASK = "solicitable"
    AT_RISK = "elegible_con_riesgo"
    ELIGIBLE = "elegible"


class WritOutcome(StrEnum):
    """What can come out of a writ."""

    NOT_ADMISSIBLE = "improcedente"
    TOO_LATE = "extemporaneo"
    MISSING = "falta_informacion"
    AT_RISK = "procede_con_riesgo"
    ADMISSIBLE = "procede"


UNFAVOURABLE = frozenset(
    (
        Outcome.NOT_APPLICABLE,
        Outcome.CLOSED,
        Outcome.NOT_ELIGIBLE,
        WritOutcome.NOT_ADMISSIBLE,
        WritOutcome.TOO_LATE,
    )
)


class Guard(NamedTuple):
    """One link of the chain: `holds` and the criteria that keep it open, which are looked at only while it is open."""

    outcome: str
    holds: bool | None
    open_ones: Iterable[str] = ()


class Possible(NamedTuple):
    """The outcomes still possible, and the criteria that could still change them."""

    outcomes: tuple[str, ...]
    open_ones: tuple[str, ...]

    @property
    def decided(self) -> bool:
        """Whether one outcome is left."""
        return len(self.outcomes) == 1


def walk(guards: Iterable[Guard], last: str) -> Possible:
    """Goes down the chain; `last` is the outcome where every guard fails."""
    outcomes: list[str] = []
    open_ones: dict[str, None] = {}
    for outcome, holds, open_here in guards:
        if holds is False:
            continue
        if outcome not in outcomes:
            outcomes.append(outcome)
        if holds:
            break
        open_ones.update(dict.fromkeys(open_here))
    else:
        if last not in outcomes:
            outcomes.append(last)
    return Possible(tuple(outcomes), tuple(open_ones) if len(outcomes) > 1 else ())


def settled(guards: Iterable[Guard], last: str) -> str | None:
    """The one outcome that `walk` would leave, or None where it leaves several: stops at the second."""
    only: str | None = None
    for outcome, holds, _ in guards:
        if holds is False:
            continue
        if only is None:
            only = outcome
        elif outcome != only:
            return None
        if holds:
            return only
    return last if only in (None, last) else None


def every(values: Collection[bool | None]) -> bool | None:
    """Kleene's and."""
    return False if False in values else None if None in values else True


def some(values: Collection[bool | None]) -> bool | None:
    """Kleene's or."""
    return True if True in values else None if None in values else False


def opposite(value: bool | None) -> bool | None:
    """Kleene's not."""
    return None if value is None else not value


def headline(possible: tuple[str, ...], missing: str, worst_bad: str) -> tuple[str, bool]:
    """The one word for a set of outcomes, and whether it is still to be confirmed.

    One left: that one. Favourable and unfavourable ones: `missing`. Only favourable: the worst. Only unfavourable:
    `worst_bad`. Waiting is favourable beside a no and unfavourable beside a yes: who might ask today is never told to
    wait (ADR 7). Outcomes come in order of precedence, worst first.
    """
    if len(possible) == 1:
        return possible[0], False
    good = [outcome for outcome in possible if outcome not in UNFAVOURABLE]
    if not good:
        return worst_bad, True
    if len(good) < len(possible) or Outcome.WAIT in possible:
        return missing, False
    return good[0], True

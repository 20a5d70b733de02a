"""What papers may print of a person: known and active, given or derived, also inside the items of lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from konbit.law.facts import OWNERS, Fact, Kind
from konbit.law.partial import PartialDate
from konbit.reasoning.situation import Situation


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """known: values by fact, lists as tuples of such mappings. inactive: facts whose branch is closed."""

    known: Mapping[str, Any]
    inactive: frozenset[str]


def paper_facts(facts: Mapping[str, Fact], situation: Situation) -> PaperFacts:
    """Everything that is known in a situation, for printing. A derived value prints only where it is exact."""
    known: dict[str, Any] = {}
    inactive: set[str] = set()
    items: dict[str, list[Fact]] = {}
    for fact in facts.values():
        items.setdefault(fact.owner, []).append(fact)
    for fact in (one for owner in OWNERS for one in items.get(owner, ())):
        if not situation.is_active(fact.id):
            inactive.add(fact.id)
            continue
        if fact.kind == Kind.LIST:
            rows = situation.items(fact.id)
            if rows is not None:
                known[fact.id] = tuple(_known(items.get(fact.id, ()), row) for row in rows)
            continue
        value = _value(fact, situation)
        if value is not None:
            known[fact.id] = value
    return PaperFacts(known, frozenset(inactive))


def _known(facts: Iterable[Fact], row: Situation) -> dict[str, Any]:
    found = {fact.id: _value(fact, row) for fact in facts if row.is_active(fact.id)}
    return {name: value for name, value in found.items() if value is not None}


def _value(fact: Fact, situation: Situation) -> Any:
    given = situation.given.get(fact.id)
    if fact.derived is None and fact.true_if is None:
        return given
    match fact.kind:
        case Kind.BOOL:
            return situation.truth(fact.id)[0]
        case Kind.INTEGER | Kind.DECIMAL:
            low, high, _ = situation.span(fact.id)
            return (int(low) if low == int(low) else low) if low == high else None
        case Kind.DATE | Kind.PARTIAL_DATE:
            low, high, _ = situation.span(fact.id)
            return PartialDate.of(date.fromordinal(int(low))) if low == high else given
        case Kind.CHOICES:
            return given
        case _:
            return situation.pick(fact.id)[0]

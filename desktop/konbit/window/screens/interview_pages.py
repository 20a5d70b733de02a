"""What is asked at once: the facts of a screen, cut to the room there is. And how a screen is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from konbit.law.facts import Kind
from konbit.work.interview import Interview

_ALONE = (Kind.LIST, Kind.STORY, Kind.CHOICES)
"""Kinds that need the page to themselves."""


@dataclass(frozen=True, slots=True)
class ChangeOf:
    """Asks the interview for the screen of a fact, to change it and come back to the review. beside: the other facts
    that stand with it, should no screen of the interview have asked them."""

    fact: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InRow:
    """The row of a list whose facts are asked."""

    list_id: str
    row: str


def pages_of(now: Interview, in_row: InRow | None, most: int) -> list[tuple[str, ...]]:
    """The facts asked, `most` at once. A list everybody is asked is one page, however long."""
    pack = now.office.pack
    if in_row is not None:
        names = [name for name in pack.items_of(in_row.list_id) if pack.facts[name].askable]
    else:
        names = list(now.asked_here())
        if now.screen is not None and now.screen.none_of:
            return [tuple(names)]
    made: list[tuple[str, ...]] = []
    for name in names:
        pair = (*made[-1], name) if made else (name,)
        if made and len(pair) <= most and not any(pack.facts[one].kind in _ALONE for one in pair):
            made[-1] = pair
        else:
            made.append((name,))
    return made

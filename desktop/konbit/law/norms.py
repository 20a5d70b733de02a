"""Norms: what an article says, where that was read, when, and how sure the pack is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from konbit.law.partial import PartialDate


class Confidence(StrEnum):
    """How a statement was known: C read in its source, S in a summary, K own knowledge, U unsure."""

    CONFIRMED = "C"
    SECONDARY = "S"
    KNOWN = "K"
    UNSURE = "U"


@dataclass(frozen=True, slots=True)
class Norm:
    """One citable piece of law. quote: one verbatim sentence, empty if it was not read verbatim."""

    id: str
    name: str
    article: str = ""
    part: str = ""
    quote: str = ""
    source: str = ""
    verified: PartialDate | None = None
    confidence: Confidence = Confidence.KNOWN


def find_norm(norms: Mapping[str, Norm], ident: str) -> Norm | None:
    """The norm `ident`, or nothing."""
    return norms.get(ident)


def is_part_of(part: str, whole: str) -> bool:
    """Whether citing `part` cites `whole`: `21325:74.1` is part of `21325:74`.

    >>> is_part_of("21325:147.3", "21325:147"), is_part_of("21325:14", "21325:1")
    (True, False)
    """
    return part == whole or part.startswith(whole + ".")

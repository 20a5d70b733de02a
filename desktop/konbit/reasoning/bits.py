"""Many persons at once: a set of persons is one integer, person number `i` its bit `i` (the first is 0).

A criterion over 20,000 persons is then two integers, those who meet it and those who do not; and, or and not are a
few operations on them. Whoever is in neither has it open, and what each of those lacks is one more integer a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Bits: TypeAlias = int
"""A set of persons."""
Lacking: TypeAlias = Mapping[str, Bits]
"""By fact, the persons who lack it. No empty sets."""

NOBODY: Bits = 0
_DIGIT_OF_FLAG = bytes(b"01"[flag == 1] for flag in range(256))


@dataclass(frozen=True, slots=True)
class Truths:
    """Kleene's three values of many persons: `yes` and `no` are disjoint, the rest is not decided.

    missing: what the undecided lack; only they lack anything.
    """

    yes: Bits
    no: Bits
    missing: Lacking = field(default_factory=dict[str, Bits])

    def negated(self) -> Truths:
        """Kleene's not."""
        return Truths(self.no, self.yes, self.missing)


def bits_of(flags: bytes) -> Bits:
    """The persons whose byte is `1` (the digit); every other byte is the digit `0`. The first byte is person 0."""
    return bits_of_last_first(flags[::-1])


def bits_of_last_first(flags: bytes) -> Bits:
    """The same where the first byte is the last person, which saves turning many such around."""
    return int(flags, 2) if flags else NOBODY


def bits_where(flags: Iterable[bool]) -> Bits:
    """The persons whose flag is up. The first flag is person 0."""
    return bits_of(bytes(flags).translate(_DIGIT_OF_FLAG))


def persons_in(bits: Bits) -> Iterator[int]:
    """The numbers of the persons in a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def every(columns: Iterable[Truths], everybody: Bits) -> Truths:
    """Kleene's and: no as soon as one is no, whatever is unknown."""
    found = list(columns)
    yes, no = everybody, NOBODY
    for one in found:
        yes &= one.yes
        no |= one.no
    return Truths(yes, no, merged((one.missing for one in found), everybody ^ yes ^ no))


def some(columns: Iterable[Truths], everybody: Bits) -> Truths:
    """Kleene's or: yes as soon as one is yes, whatever is unknown."""
    found = list(columns)
    yes, no = NOBODY, everybody
    for one in found:
        yes |= one.yes
        no &= one.no
    return Truths(yes, no, merged((one.missing for one in found), everybody ^ yes ^ no))


def merged(lacking: Iterable[Lacking], among: Bits) -> Lacking:
    """What these persons lack in all."""
    found: dict[str, Bits] = {}
    if not among:
        return found
    for one in lacking:
        for fact, persons in one.items():
            hit = persons & among
            if hit:
                found[fact] = found.get(fact, NOBODY) | hit
    return found

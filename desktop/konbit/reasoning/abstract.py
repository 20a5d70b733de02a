"""What can be said of a value while part of it is unknown.

Every abstract value carries the facts that are missing to narrow it; none are missing when it is settled.
More knowledge only ever narrows: a truth goes from None to True or False and stays, a span shrinks.
"""

from __future__ import annotations

from typing import TypeAlias

Missing: TypeAlias = frozenset[str]
Truth: TypeAlias = tuple[bool | None, Missing]
"""Kleene's three values: True, False, or None for not decided."""
Span: TypeAlias = tuple[float, float, Missing]
"""A number or a day (proleptic ordinal) between two bounds, both possible; infinite where nothing is known."""
Pick: TypeAlias = tuple[str | None, Missing]
"""A choice, or None."""
Picks: TypeAlias = tuple[frozenset[str] | None, Missing]
"""Several choices, or None."""

INFINITY = float("inf")
NOTHING: Missing = frozenset()
YES: Truth = (True, NOTHING)
NO: Truth = (False, NOTHING)


def negated(truth: Truth) -> Truth:
    """Kleene's not."""
    value, missing = truth
    return (None, missing) if value is None else ((not value), NOTHING)


def exact(value: float) -> Span:
    """A span of one value."""
    return (value, value, NOTHING)


def unknown_span(missing: Missing) -> Span:
    """A span of which nothing is known."""
    return (-INFINITY, INFINITY, missing)


def less(a: Span, b: Span) -> Truth:
    """a < b."""
    if a[1] < b[0]:
        return YES
    if a[0] >= b[1]:
        return NO
    return (None, a[2] | b[2])


def less_or_equal(a: Span, b: Span) -> Truth:
    """a <= b."""
    return negated(less(b, a))


def equal(a: Span, b: Span) -> Truth:
    """a == b."""
    if a[1] < b[0] or b[1] < a[0]:
        return NO
    if a[0] == a[1] == b[0] == b[1]:
        return YES
    return (None, a[2] | b[2])

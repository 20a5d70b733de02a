"""Dates that cannot be: before another that must come first, or after one that must come last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadCase
from konbit.law.facts import Fact
from konbit.law.partial import PartialDate


def check_dates(
    case: Case, facts: Mapping[str, Fact], file: str, around: Mapping[str, PartialDate] | None = None
) -> None:
    """Raises BadCase for the first date of any person that its bounds (`no_antes_de`, `no_despues_de`) exclude.

    A partial date is refused only when no day of it can be right. around: dates that bound others and are not in the
    case, such as today.
    """
    for ident in case.people:
        values = {**(around or {}), **known_values(case, facts, ident)}
        problem = impossible_date(values, facts)
        if problem:
            name, other, template = problem
            raise BadCase(template, file=file, key=name, label=facts[name].label, other=facts[other].label)


def impossible_date(values: Mapping[str, Any], facts: Mapping[str, Fact]) -> tuple[str, str, str] | None:
    """The first fact whose date cannot be, the fact that excludes it, and the sentence; None when all can be."""
    plain = {name: value for name, value in values.items() if not isinstance(value, tuple)}
    rows = [
        cast(Mapping[str, Any], row)
        for value in values.values()
        if isinstance(value, tuple)
        for row in cast(tuple[Any, ...], value)
        if isinstance(row, Mapping)
    ]
    for own in (plain, *rows):
        found = _impossible(own, {**plain, **own}, facts)
        if found:
            return found
    return None


def impossible_in_row(
    row: Mapping[str, Any], around: Mapping[str, Any], facts: Mapping[str, Fact]
) -> tuple[str, str, str] | None:
    """As `impossible_date`, of one row of a list, whether or not the list is complete. around: the person's dates."""
    return _impossible(row, {**around, **row}, facts)


def _impossible(
    own: Mapping[str, Any], around: Mapping[str, Any], facts: Mapping[str, Fact]
) -> tuple[str, str, str] | None:
    for name, value in own.items():
        fact, day = facts[name], _bounds(value)
        if day is None:
            continue
        after, before = _bounds(around.get(fact.not_before)), _bounds(around.get(fact.not_after))
        if after and day[1] < after[0]:
            return name, fact.not_before, "{file}: {key}: «{label}» no puede ser antes de «{other}»"
        if before and day[0] > before[1]:
            return name, fact.not_after, "{file}: {key}: «{label}» no puede ser después de «{other}»"
    return None


def _bounds(value: Any) -> tuple[Any, Any] | None:
    if isinstance(value, PartialDate):
        return value.earliest, value.latest
    if isinstance(value, datetime):
        return value.date(), value.date()
    return None

"""What an answer would change, before it is kept: routes that open or close, dates that move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.reasoning.examining import Examination, examine
from konbit.work.office import Office


@dataclass(frozen=True, slots=True)
class RouteChange:
    """A route whose outcome would be another."""

    route: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TermChange:
    """A deadline that would begin, end, or move. None: it does not run."""

    deadline: str
    before: date | datetime | None
    after: date | datetime | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """All that would change. hidden: facts whose answers would no longer count, as their branch closes."""

    routes: tuple[RouteChange, ...]
    writs: tuple[RouteChange, ...]
    terms: tuple[TermChange, ...]
    hidden: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything would change."""
        return bool(self.routes or self.writs or self.terms or self.hidden)


def consequences(
    office: Office, case: Case, today: date, answers: Mapping[str, Any], *, person: str = ""
) -> Consequences:
    """What would change if these facts had these values (None: no longer known)."""
    given = known_values(case, office.pack.facts, person)
    supposed = {**given, **{name: value for name, value in answers.items() if value is not None}}
    for name, value in answers.items():
        if value is None:
            supposed.pop(name, None)
    before = examine(office.engine, given, today, explain=False)
    after = examine(office.engine, supposed, today, explain=False)
    was, would = office.engine.situation(given, today), office.engine.situation(supposed, today)
    hidden = tuple(name for name in given if was.is_active(name) and not would.is_active(name))
    return Consequences(
        routes=tuple(
            RouteChange(ident, one.outcome, after.routes[ident].outcome)
            for ident, one in before.routes.items()
            if one.outcome != after.routes[ident].outcome
        ),
        writs=tuple(
            RouteChange(ident, one.outcome, after.writs[ident].outcome)
            for ident, one in before.writs.items()
            if one.outcome != after.writs[ident].outcome
        ),
        terms=_terms(before, after),
        hidden=hidden,
    )


def _terms(before: Examination, after: Examination) -> tuple[TermChange, ...]:
    was = {term.deadline.id: term.due for term in before.terms}
    would = {term.deadline.id: term.due for term in after.terms}
    names = dict.fromkeys((*was, *would))
    return tuple(
        TermChange(name, was.get(name), would.get(name)) for name in names if was.get(name) != would.get(name)
    )

"""One route of one person, with all that its sheet is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from konbit.case.case import Case
from konbit.papers.sheet.pieces import Two
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.verdicts import RouteVerdict
from konbit.work.office import Office

OPEN = ("elegible", "elegible_con_riesgo", "solicitable")


@dataclass(frozen=True, slots=True)
class ToldRoute:
    """The verdict of a route in the whole examination of a person. values: the known facts, given and worked out."""

    office: Office
    found: Examination
    verdict: RouteVerdict
    values: Mapping[str, Any]
    case: Case


def runs(term: RunningTerm) -> bool:
    """Whether a deadline is the person's own and not over."""
    return term.state != "vencido" and term.deadline.runs_for == "persona"


def listed(texts: Sequence[Two]) -> Two:
    """Several texts on one line."""
    return Two("; ".join(one.es for one in texts), "; ".join(one.ht for one in texts))

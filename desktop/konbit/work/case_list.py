"""The cases of a folder, one line each: code, name, the nearest deadline, the next step. No display in it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadCase
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.work.check import check
from konbit.work.filings import Delay, longest_pending
from konbit.work.interview_files import open_interview
from konbit.work.office import Office

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
DIGITS = "23456789"
"""Letters and figures that nobody takes for one another, spoken or written by hand."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next. kind: preguntar (what = a fact), escrito, ruta, esperar (until), ver."""

    kind: str
    what: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case. term: the nearest open deadline of the person. pending: what was filed and waits longest. fault: why the file cannot be read; then only `path`
    and `code` mean anything."""

    path: Path
    code: str
    name: str = ""
    about: str = ""
    term: RunningTerm | None = None
    days_left: int | None = None
    step: NextStep = NextStep("ver")
    pending: Delay | None = None
    fault: BadCase | None = None


def fresh_code(taken: Collection[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A code like K-7R9 that no case has: a letter, then figure, letter, figure."""
    for _ in range(200):
        code = f"{choose(LETTERS)}-{choose(DIGITS)}{choose(LETTERS)}{choose(DIGITS)}"
        if code not in taken:
            return code
    while (code := f"{choose(LETTERS)}-{''.join(choose(LETTERS + DIGITS) for _ in range(6))}") in taken:
        continue
    return code


def case_lines(office: Office, folder: Path, today: date) -> tuple[CaseLine, ...]:
    """The cases kept in a folder: the nearest deadline first, then by code. A file that cannot be read has a line too."""
    lines = [case_line(office, path, today) for path in sorted(folder.glob("*.json"))]
    return tuple(sorted(lines, key=_order))


def case_line(office: Office, path: Path, today: date) -> CaseLine:
    """The line of one file."""
    try:
        interview, _ = open_interview(office, path, today)
    except BadCase as fault:
        return CaseLine(path, path.stem, fault=fault)
    case = interview.case
    found = check(office, case, today, explain=False)
    term = nearest_term(found)
    about = next((target.id for target in interview.targets), "")
    pressing = next_writ(found, term)
    step = next_step(found, about)
    if pressing and not (interview.targets and interview.screen):
        step = NextStep("escrito", pressing)
    elif interview.screen is not None:
        step = NextStep("preguntar", interview.screen.facts[0])
    return CaseLine(
        path=path,
        code=case.code or path.stem,
        name=name_of(office, case),
        about=about,
        term=term,
        days_left=(_day(term.due) - found.today).days if term else None,
        step=step,
        pending=longest_pending(case, today),
    )


def name_of(office: Office, case: Case, *, short: bool = False) -> str:
    """The applicant's name, or "". short: the given name and the first letter of the surname, for a head line."""
    known = known_values(case, office.pack.facts)
    parts = [str(known[fact]).strip() for fact in office.pack.name_facts if known.get(fact)]
    if short and len(parts) == 2:
        return f"{parts[0].split()[0]} {parts[1][0]}."
    return " ".join(parts)


def nearest_term(found: Examination) -> RunningTerm | None:
    """The nearest deadline that still runs for the person."""
    running = (
        term for term in found.terms if term.state != "vencido" and term.deadline.runs_for == "persona"
    )
    return next(running, None)


def next_writ(found: Examination, term: RunningTerm | None) -> str:
    """The writ that can be filed and whose time is running, or ""."""
    if term is None:
        return ""
    open_ones = (one.writ for one in found.writs.values() if one.open_to_file)
    return next((writ.id for writ in open_ones if term.deadline.id in writ.deadlines), "")


def next_step(found: Examination, about: str = "") -> NextStep:
    """What to do once nothing is left to ask: the best writ or route there is, what the person came for first."""
    writs = sorted(found.writs.values(), key=lambda one: (one.writ.id != about, one.outcome != "procede"))
    for verdict in writs:
        if verdict.open_to_file:
            return NextStep("escrito", verdict.writ.id)
    for ident, route in found.routes.items():
        if route.outcome in ("elegible", "elegible_con_riesgo", "solicitable"):
            return NextStep("ruta", ident)
    waiting = [
        (one.since, ident) for ident, one in found.routes.items() if one.outcome == "esperar" and one.since
    ]
    if waiting:
        until, ident = min(waiting)
        return NextStep("esperar", ident, until)
    return NextStep("ver")


def _order(line: CaseLine) -> tuple[bool, int, str]:
    return (line.days_left is None, line.days_left if line.days_left is not None else 0, line.code)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when

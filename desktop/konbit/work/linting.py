"""Reviews a whole pack: every problem, norms verified too long ago or without a quote, criteria no scenario tries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from konbit.case.known import known_values
from konbit.errors import BadCase, Problem
from konbit.law.linter import find_doubts
from konbit.law.loader import read_pack
from konbit.law.pack import Pack, PackFolders
from konbit.law.table import Problems
from konbit.law.tree import TruthValue
from konbit.reasoning.engine import Version
from konbit.reasoning.months import months_between
from konbit.work.approval import standing
from konbit.work.cases import load_data, read_case
from konbit.work.check import check
from konbit.work.office import Office, office_of, shipped_folders

_SEEN = {True: "cumplido", False: "no cumplido", None: "sin saber"}


@dataclass(frozen=True, slots=True)
class Approved:
    """How many routes and writs a lawyer approved. current: as they stand now; before: and they changed since then."""

    current: int = 0
    before: int = 0
    of: int = 0

    def as_json(self) -> dict[str, int]:
        """For the command line."""
        return {"vigentes": self.current, "de_otra_edicion": self.before, "de": self.of}


@dataclass(frozen=True, slots=True)
class LintReport:
    """What was found. uncovered: criterion id to the states in which no scenario shows it."""

    problems: tuple[Problem, ...]
    stale: tuple[str, ...]
    unquoted: tuple[str, ...]
    uncovered: dict[str, tuple[str, ...]]
    approved: Approved = field(default_factory=lambda: Approved())

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        return {
            "problemas": [
                {"file": one.file, "line": one.line, "key": one.key, "mensaje": one.message}
                for one in self.problems
            ],
            "sin_verificar": list(self.stale),
            "sin_cita": list(self.unquoted),
            "aprobados": self.approved.as_json(),
            "sin_cubrir": {ident: list(states) for ident, states in self.uncovered.items()},
        }


def lint_pack(
    folders: PackFolders | None,
    *,
    today: date,
    coverage: bool = False,
    stale_months: int | None = None,
    scenarios: Path | None = None,
) -> LintReport:
    """Reviews the pack in `folders` (the shipped one by default).

    scenarios: a folder with scenario files (`caso`, `on`); by default `tests/escenarios` beside the pack.
    """
    folders = folders or shipped_folders()
    problems = Problems()
    pack = read_pack(folders, problems)
    if not problems.found:
        find_doubts(pack, problems)
    stale: tuple[str, ...] = ()
    unquoted: tuple[str, ...] = ()
    if stale_months is not None:
        stale = tuple(stale_norms(pack, today, stale_months))
        unquoted = tuple(
            norm.id for norm in pack.norms.values() if not norm.quote and norm.id in cited_norms(pack)
        )
    uncovered: dict[str, tuple[str, ...]] = {}
    if coverage and not problems.found:
        folder = scenarios or folders.forms.parent / "tests" / "escenarios"
        uncovered = uncovered_criteria(office_of(pack), sorted(folder.glob("*.toml")))
    approved = Approved() if problems.found else approvals_of(pack)
    return LintReport(tuple(problems.found), stale, unquoted, uncovered, approved)


def approvals_of(pack: Pack) -> Approved:
    """What a lawyer has approved so far, each route and writ by its last approval."""
    targets = [*(f"ruta:{ident}" for ident in pack.routes), *(f"escrito:{ident}" for ident in pack.writs)]
    given = [one for one in (standing(pack, target) for target in targets) if one is not None]
    current = sum(one.current for one in given)
    return Approved(current, len(given) - current, len(targets))


def stale_norms(pack: Pack, today: date, months: int) -> Iterable[str]:
    """Cited norms that nobody verified for more than `months` months, or ever."""
    for ident in sorted(cited_norms(pack)):
        verified = pack.norms[ident].verified
        if verified is None or months_between(verified.latest, today) > months:
            yield ident


def cited_norms(pack: Pack) -> frozenset[str]:
    """The norms that a route, criterion, warning, deadline or writ cites."""
    found: set[str] = set()
    for rules in (pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values())):
        for group in (rules.criteria, rules.risks, rules.warnings, rules.milestones):
            found.update(norm for versions in group.values() for one in versions for norm in one.norms)
    for one in (*pack.routes.values(), *pack.writs.values(), *pack.deadlines.values()):
        found.update(one.norms)
    return frozenset(found)


def _varies(versions: tuple[Version, ...]) -> bool:
    """Whether it can come out in more than one way: what always holds (`si = "true"`) has one state only."""
    return not all(isinstance(one.source.test, TruthValue) for one in versions)


def uncovered_criteria(office: Office, files: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """Each criterion of each route and writ with the states that no scenario shows."""
    seen: dict[str, set[bool | None]] = {}
    for ident, rules in (*office.engine.routes.items(), *office.engine.writs.items()):
        seen.update({f"{ident}.{key}": set() for key, versions in rules.tests.items() if _varies(versions)})
    for path in files:
        data = load_data(path)
        try:
            case = read_case(office, data.get("caso", data), path.name)
        except (BadCase, AttributeError):
            continue
        day = data.get("on") or data.get("dia")
        found = check(office, case, date.fromisoformat(str(day)), explain=False)
        situation = office.engine.situation(known_values(case, office.pack.facts), found.today)
        for ident, rules in (*office.engine.routes.items(), *office.engine.writs.items()):
            for key, one in rules.check(situation).items():
                if f"{ident}.{key}" in seen:
                    seen[f"{ident}.{key}"].add(one.value)
    return {
        ident: tuple(word for value, word in _SEEN.items() if value not in states)
        for ident, states in seen.items()
        if len(states) < len(_SEEN)
    }

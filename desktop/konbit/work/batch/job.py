"""One row to its papers, inside a worker process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from konbit.batch.rows import Outcome, Row
from konbit.case.case import Case
from konbit.errors import BadBatch, BadCase
from konbit.law.own_days import OwnDay
from konbit.law.pack import PackFolders
from konbit.papers.output import write_whole
from konbit.work.batch.cells import cell_value
from konbit.work.batch.plan import Paper, Plan
from konbit.work.batch.sheet import is_formula, row_object
from konbit.work.cases import open_case, read_case
from konbit.work.check import check
from konbit.work.forms import make_form, read_pdf
from konbit.work.office import Office, open_office
from konbit.work.own_days import office_with_days
from konbit.work.write import make_writ

if TYPE_CHECKING:
    from konbit.papers.pdf.compiled import CompiledForm
    from konbit.papers.writ.rendering import Templates


def settings_of(
    plan: Plan, office: Office, kept: Path | None, days: Iterable[OwnDay], today: date, folder: Path
) -> dict[str, Any]:
    """What a worker needs to begin, as data that can be sent to it; forms are compiled here, once for all.

    Raises BadForm (a PDF that cannot be filled).
    """
    folders = office.pack.folders
    return {
        "plan": plan,
        "forms": {
            paper.name: _compiled(paper, plan, office) for paper in plan.papers if paper.kind != "escrito"
        },
        "pack": [str(folders.forms), str(folders.templates), str(folders.translations)],
        "kept": str(kept or ""),
        "days": tuple(days),
        "today": today.isoformat(),
        "folder": str(folder),
    }


def _compiled(paper: Paper, plan: Plan, office: Office) -> CompiledForm:
    from konbit.papers.pdf.compiled import compile_form
    from konbit.papers.pdf.jail import compile_foreign

    if paper.kind == "pdf":
        return compile_foreign(read_pdf(plan.folder / paper.name), file=paper.name, tight=True)
    form = office.pack.forms[paper.name]
    return compile_form(read_pdf(office.pack.folders.forms / form.file), file=form.file, tight=True)


def open_desk(settings: Mapping[str, Any]) -> Desk:
    """A worker's desk: the pack loaded, the forms compiled. Raises BadPack."""
    office = open_office(
        PackFolders(*(Path(one) for one in settings["pack"])),
        Path(settings["kept"]) if settings["kept"] else None,
    )
    return Desk(
        office_with_days(office, settings["days"]),
        settings["plan"],
        settings["forms"],
        date.fromisoformat(settings["today"]),
        Path(settings["folder"]),
    )


class Desk:
    """Makes the papers of one row after another; what is compiled stays."""

    def __init__(
        self, office: Office, plan: Plan, forms: Mapping[str, CompiledForm], today: date, folder: Path
    ) -> None:
        self._office, self._plan, self._today, self._folder, self._forms = office, plan, today, folder, forms
        self._templates: Templates | None = None

    def __call__(self, row: Row) -> Outcome:
        """Writes the papers of a row, all or, when one cannot be made, none. Raises KonbitError."""
        case = self._case(row) if self._plan.needs_cases else None
        outcomes = self._outcomes(case) if case and any(one.route for one in self._plan.papers) else {}
        made: dict[str, tuple[bytes, str]] = {}
        for paper in self._plan.papers:
            if paper.route and outcomes.get(paper.route) not in paper.outcomes:
                continue
            for tongue in paper.tongues:
                data, state, stem = self._make(paper, tongue, row, case)
                made[f"{row.code}-{stem}{paper.ending}"] = (data, state)
        for name, (data, _) in made.items():
            write_whole(self._folder / name, data, flush=False)
        sizes = tuple(len(data) for data, _ in made.values())
        return Outcome(row.number, "", tuple(made), sizes, tuple(state for _, state in made.values()))

    def _make(self, paper: Paper, tongue: str, row: Row, case: Case | None) -> tuple[bytes, str, str]:
        proved = row.number * 37 % 100 < self._plan.proof
        if paper.kind == "pdf":
            return (*self._fill_any(paper, row, proved), Path(paper.name).stem)
        assert case is not None
        if paper.kind == "formulario":
            made = make_form(
                self._office, paper.name, case, self._today, flat=paper.flat,
                compiled=self._forms[paper.name], proved=proved,
            )  # fmt: skip
            return made.data, made.state, paper.name
        if self._templates is None:
            from konbit.papers.writ.rendering import Templates

            self._templates = Templates(self._office.pack.folders.templates)
        written = make_writ(
            self._office, paper.name, case, self._today, tongue,
            docx=paper.ending == ".docx", templates=self._templates,
        )  # fmt: skip
        return written.data, written.state, paper.name if tongue == "es" else f"{paper.name}-{tongue}"

    def _fill_any(self, paper: Paper, row: Row, proved: bool) -> tuple[bytes, str]:
        values = row_object(row) if "linea" in row.content else _plain_cells(row)
        form = self._forms[paper.name]
        filled = form.fill(values, flat=paper.flat)
        problems = len(filled.overflow)
        if proved:
            from konbit.papers.pdf.rereading import reread

            problems += len(reread(filled.data, values, form)) if not paper.flat else 0
        return filled.data, "borrador" if problems else "final"

    def _outcomes(self, case: Case) -> dict[str, str]:
        found = check(self._office, case, self._today, explain=False)
        return {ident: verdict.outcome for ident, verdict in found.routes.items()}

    def _case(self, row: Row) -> Case:
        if "archivo" in row.content:
            return open_case(self._office, Path(row.content["archivo"]), self._today)
        if "linea" in row.content:
            return read_case(self._office, row_object(row), "caso")
        facts: dict[str, Any] = {}
        for column, fact in self._plan.columns.items():
            cell = row.content["planilla"].get(column)
            if is_formula(cell):
                raise BadBatch("columna «{key}»: tiene una fórmula; péguela como valor", key=column)
            value = cell_value(self._office.pack.facts[fact], cell, column)
            if value is not None:
                facts[fact] = value
        try:
            return read_case(self._office, {"hechos": facts, "codigo": row.code}, "planilla")
        except BadCase as fault:
            columns = {fact: column for column, fact in self._plan.columns.items()}
            if fault.key in columns:
                reason = str(fault).removeprefix(f"planilla: {fault.key}: ")
                raise BadBatch("columna «{key}»: {reason}", key=columns[fault.key], reason=reason) from fault
            raise


def _plain_cells(row: Row) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for column, cell in row.content["planilla"].items():
        if is_formula(cell):
            raise BadBatch("columna «{key}»: tiene una fórmula; péguela como valor", key=column)
        if cell not in (None, ""):
            cells[column] = cell if isinstance(cell, bool) else str(cell)
    return cells

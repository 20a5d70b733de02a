"""The whole job on the example cases, without a display: verdicts, F04-like forms and writs in every edition."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from konbit.case.case import Case
from konbit.case.writing import write_case
from konbit.papers.output import write_whole
from konbit.reasoning.outcomes import UNFAVOURABLE, Outcome
from konbit.tongues.speaking import Speaker
from konbit.work.cases import open_case
from konbit.work.check import check, check_json
from konbit.work.clock import today_in
from konbit.work.forms import fill_form
from konbit.work.office import Office, tongue_of
from konbit.work.telling import examination
from konbit.work.write import TONGUES, write_writ


@dataclass(slots=True)
class DemoReport:
    """What was made: file names under `folder`."""

    folder: str
    cases: list[str] = field(default_factory=list[str])
    files: list[str] = field(default_factory=list[str])

    def as_json(self) -> dict[str, Any]:
        """For --json."""
        return {"carpeta": self.folder, "casos": self.cases, "archivos": self.files}


def example_cases(office: Office) -> dict[str, Case]:
    """The made-up cases of the pack, by file stem."""
    folder = office.pack.folders.forms / "ejemplos"
    return {path.stem: open_case(office, path) for path in sorted(folder.glob("*.toml"))}


def run_demo(office: Office, folder: Path, today: date | None = None) -> DemoReport:
    """Checks every example case and writes its case file, verdict sheet, forms and writs into `folder`."""
    today = today or today_in()
    report = DemoReport(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for stem, case in example_cases(office).items():
        report.cases.append(stem)
        _one_case(office, stem, case, folder, today, report)
    return report


def _one_case(office: Office, stem: str, case: Case, folder: Path, today: date, report: DemoReport) -> None:
    def put(name: str, data: bytes) -> None:
        write_whole(folder / name, data)
        report.files.append(name)

    found = check(office, case, today)
    put(f"{stem}.caso.json", _json(write_case(case)))
    put(f"{stem}.resultado.json", _json(check_json(office, found)))
    for tongue in ("es", "ht"):
        speaker = Speaker(tongue_of(office, tongue))
        put(f"{stem}.resultado.{tongue}.txt", examination(found, office.pack, speaker).encode("utf-8"))
    hopeful = [one for one in found.routes.values() if one.outcome not in UNFAVOURABLE]
    decided = [one for one in hopeful if one.outcome != Outcome.MISSING]
    outputs = dict.fromkeys(("F04", *(output for one in decided for output in one.route.outputs)))
    for form in outputs:
        if form in office.pack.forms:
            name = f"{stem}.{form}.pdf"
            fill_form(office, form, case, today, folder / name)
            report.files.append(name)
    for ident, verdict in found.writs.items():
        writ = verdict.writ
        if not verdict.open_to_file or not writ.has_template:
            continue
        given = [one.cause for one in verdict.causes if one.cause and one.outcome == verdict.outcome]
        if given and not all(cause.template for cause in given):
            continue
        for tongue in TONGUES:
            name = f"{stem}.{ident}.{tongue}.pdf"
            write_writ(office, ident, case, today, folder / name, tongue)
            report.files.append(name)
        name = f"{stem}.{ident}.es.docx"
        write_writ(office, ident, case, today, folder / name)
        report.files.append(name)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8")

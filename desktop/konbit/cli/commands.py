"""What each command does: words in, a result out. Printing and faults are the caller's."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.cli import telling
from konbit.errors import BadArgument
from konbit.law.own_days import load_own_days
from konbit.tongues.speaking import Speaker
from konbit.work.ask import ask_next, target_of
from konbit.work.cases import open_case
from konbit.work.check import check, check_json, court_json
from konbit.work.clock import today_in
from konbit.work.deadlines import CountRequest, count_deadline, court_over, reading_json
from konbit.work.folders import kept_pack
from konbit.work.identify import document_doubts
from konbit.work.office import Office, folders_at, open_office, shipped_folders
from konbit.work.own_days import office_with_file
from konbit.work.own_forms import office_for_form, own_forms_folder
from konbit.work.telling import examination


@dataclass(frozen=True, slots=True)
class Result:
    """What a command gives: `data` for --json, `text` for people."""

    data: dict[str, Any]
    text: str
    code: int = 0


def _office(given: argparse.Namespace) -> Office:
    office = open_office(folders_at(given.pack) if given.pack else None, kept_pack())
    # Only what the order names: the same order gives the same dates on every machine.
    feriados = getattr(given, "feriados", None)
    return office_with_file(office, feriados) if feriados else office


def _case(office: Office, given: argparse.Namespace) -> Case:
    # Judged as of an earlier day a case may know later things; nobody knows anything of tomorrow.
    return open_case(office, given.case, max(given.on or date.min, today_in()))


def do_check(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit check`."""
    office = _office(given)
    case = _case(office, given)
    found = check(office, case, given.on or today_in(), person=given.persona)
    doubts = document_doubts(office, known_values(case, office.pack.facts, given.persona))
    text = examination(found, office.pack, speaker)
    text += "".join(f"\n{speaker.of_pack(one.text)}" for one in doubts)
    return Result(check_json(office, found, doubts), text)


def do_next(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit next`."""
    office = _office(given)
    case = _case(office, given)
    targets = [target_of(office.pack, given.target)] if given.target else []
    screen = ask_next(office, case, given.on or today_in(), targets, person=given.persona)
    if screen is None:
        data: dict[str, Any] = {"pantalla": None, "hechos": [], "por_que": "", "quedan": 0}
        return Result(data, speaker("cli.next.nothing", "No queda nada por preguntar."))
    facts = [office.pack.facts[name] for name in screen.facts]
    why = next((fact.why for fact in facts if fact.why), "")
    data = {"pantalla": screen.block, "hechos": list(screen.facts), "por_que": why, "quedan": screen.left}
    if screen.none_of:
        data["ninguno"] = True
    return Result(data, telling.questions(screen, facts, office.pack, speaker))


def do_deadline(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit deadline`."""
    office = _office(given)
    request = CountRequest(given.deadline, given.start, given.medio, given.comuna, given.dias)
    reading = count_deadline(office, request)
    deadline = office.pack.deadlines[given.deadline]
    return Result(reading_json(reading), telling.counted(deadline, reading, office.pack, speaker))


def do_court(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit court`."""
    court = court_over(_office(given), " ".join(given.comuna))
    return Result(court_json(court), telling.court(court, speaker))


def do_lint(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit lint`: exit 2 when the pack has problems."""
    from konbit.work.linting import lint_pack

    folder = given.folder or given.pack
    report = lint_pack(
        folders_at(folder) if folder else None,
        today=today_in(),
        coverage=given.coverage,
        stale_months=given.stale,
    )
    text = telling.lint(report, speaker)
    return Result(report.as_json(), text, 2 if report.problems else 0)


def do_inspect(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit inspect`."""
    from konbit.work.forms import inspect_file

    found = inspect_file(given.file)
    return Result(found.as_json(), telling.inspection(found, speaker))


def do_fill(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit fill`."""
    from konbit.work.forms import fill_form

    # A form that the pack does not have may be one of the clinic's; the pack's own are the same on every machine.
    office = office_for_form(_office(given), given.form, own_forms_folder())
    case = _case(office, given)
    today = given.on or today_in()
    filled = fill_form(office, given.form, case, today, given.output, flat=given.flat, person=given.persona)
    return Result(filled.as_json(), telling.filled(filled, office.pack, speaker))


def do_fill_data(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit fill-data`."""
    from konbit.work.forms import fill_data

    filled = fill_data(given.file, given.values, given.output, flat=given.flat)
    data = filled[0].as_json() if len(filled) == 1 and given.values.suffix.lower() != ".jsonl" else None
    return Result(data or {"files": [one.as_json() for one in filled]}, telling.filled_data(filled, speaker))


def do_write(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit write`."""
    from konbit.work.aid import offers_aid
    from konbit.work.bundle import annexes_of
    from konbit.work.write import write_writ

    office = _office(given)
    case = _case(office, given)
    today = given.on or today_in()
    annexes = annexes_of(given.annexes) if given.annexes else None
    written = write_writ(
        office, given.writ, case, today, given.output, given.tongue, person=given.persona, annexes=annexes
    )
    offers = written.lawyer_needed and offers_aid(office.pack, given.writ)
    aid_sheet = given.writ if offers else ""
    text = telling.written(written, speaker, office.pack.filings.channels, aid_sheet)
    return Result(written.as_json(), text)


def do_bundle(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit bundle`."""
    from konbit.cli.telling_bundle import bundle_done
    from konbit.work.bundle import write_bundle

    made = write_bundle(given.bundle, given.output, limit=given.limit)
    return Result(made.as_json(), bundle_done(made, speaker))


def do_aid(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit aid`."""
    from konbit.work.aid import write_aid_sheet

    office = _office(given)
    case = open_case(office, given.case)
    today = given.on or today_in()
    made = write_aid_sheet(office, given.writ, case, today, given.output, given.persona)
    return Result(made.as_json(), telling.aid(made, speaker))


def do_sheet(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit sheet`."""
    from konbit.cli import sheets

    made = sheets.make_sheet(given, _office(given))
    return Result(made.as_json(), sheets.told(made, speaker))


def do_batch(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit batch`. Progress goes to the error stream, at most once a second."""
    from konbit.cli.telling_batch import batch_done, batch_progress
    from konbit.work.batch.running import BatchDone, run_batch

    office = _office(given)
    days = load_own_days(given.feriados, office.pack.places) if given.feriados else ()
    steps = run_batch(
        office,
        given.plan,
        given.cases,
        given.output,
        given.on or today_in(),
        workers=given.workers,
        resume=given.resume,
        kept=kept_pack(),
        days=days,
    )
    told = 0.0
    for step in steps:
        if isinstance(step, BatchDone):
            return Result(step.as_json(), batch_done(step, speaker))
        if not given.json and time.monotonic() - told > 1:
            told = time.monotonic()
            print(batch_progress(step, speaker), file=sys.stderr)
    raise AssertionError


def do_demo(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit demo`."""
    from konbit.work.demo import run_demo

    report = run_demo(_office(given), given.output)
    return Result(report.as_json(), telling.demo(report, speaker))


def do_law(given: argparse.Namespace, speaker: Speaker) -> Result:
    """`konbit law`."""
    from konbit.work.creole_review import export_review, import_review

    if given.sheet:
        from konbit.work.law_sheet import write_law_sheet

        made = write_law_sheet(_office(given).pack, given.sheet)
        return Result(made.as_json(), "\n".join(made.files))
    if given.sign:
        from konbit.work.approval import approve

        made = approve(_office(given).pack, given.sign, given.name, given.on or today_in())
        return Result(made.as_json(), telling.approved(made, speaker))
    folders = folders_at(given.pack) if given.pack else shipped_folders()
    if given.review:
        if given.output is None:
            raise BadArgument("-o: falta el archivo donde dejar la planilla", key="o")
        rows = export_review(folders.translations, given.review, given.output)
        data = {"file": given.output.name, "textos": rows}
        return Result(
            data,
            speaker("cli.law.out", "Planilla con {count} textos: {file}", count=rows, file=given.output.name),
        )
    taken = import_review(folders.translations, given.tongue, given.taken, today_in())
    return Result(taken.as_json(), telling.review_taken(taken, speaker))


def do_bench(given: argparse.Namespace, _speaker: Speaker) -> Result:
    """`konbit bench`."""
    from konbit.bench.measuring import run_bench

    figures = run_bench(given.name, given.peer_python)
    return Result(figures, json.dumps(figures, ensure_ascii=False, indent=1))


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Speaker], Result]] = {
    "check": do_check,
    "next": do_next,
    "deadline": do_deadline,
    "court": do_court,
    "lint": do_lint,
    "inspect": do_inspect,
    "fill": do_fill,
    "fill-data": do_fill_data,
    "write": do_write,
    "bundle": do_bundle,
    "aid": do_aid,
    "sheet": do_sheet,
    "batch": do_batch,
    "demo": do_demo,
    "law": do_law,
    "bench": do_bench,
}

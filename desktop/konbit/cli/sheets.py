"""`konbit sheet`: sheets for people, on paper."""

from __future__ import annotations

import argparse
from datetime import date

from konbit.case.case import Case
from konbit.errors import BadArgument
from konbit.tongues.speaking import Speaker
from konbit.work.cases import open_case
from konbit.work.clock import today_in
from konbit.work.office import Office
from konbit.work.sheet_files import SheetFile, must_be_pdf, tongue_named


def make_sheet(given: argparse.Namespace, office: Office) -> SheetFile:
    """Writes the sheet that was asked for. Raises what the sheets raise."""
    must_be_pdf(given.output)
    tongue = tongue_named(given.tongue)
    today = given.on if getattr(given, "on", None) else today_in()
    match given.sheet:
        case "route":
            from konbit.work.route_sheet import write_route_sheet

            case = _case(office, given, today)
            return write_route_sheet(
                office, given.route, case, today, given.output, tongue, person=given.persona
            )
        case "rights":
            from konbit.work.rights_sheet import write_rights_sheet

            return write_rights_sheet(office, given.card, given.output, tongue, comuna=given.comuna)
        case "interview":
            from konbit.work.blank_interview import write_interview_sheet

            return write_interview_sheet(office, today, given.output, given.target, tongue, code=given.code)
        case "deadlines":
            from konbit.work.deadline_sheet import write_deadline_sheet

            case = _case(office, given, today)
            return write_deadline_sheet(office, case, today, given.output, tongue, person=given.persona)
        case "day":
            from konbit.work.day_sheet import write_day_sheet

            return write_day_sheet(office, given.cases, today, given.output, tongue)
        case _:
            raise BadArgument("No se entiende {what}", what=str(given.sheet))


def told(made: SheetFile, say: Speaker) -> str:
    """The answer to `sheet`."""
    return say("cli.sheet.done", "{file}: {n} páginas", file=made.file, n=made.pages)


def _case(office: Office, given: argparse.Namespace, today: date) -> Case:
    return open_case(office, given.case, max(today, today_in()))

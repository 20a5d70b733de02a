"""A sheet for people made in memory, with its pages as pictures. Run beside the window; nothing touches the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF

from konbit.case.case import Case
from konbit.errors import BadArgument, KonbitError
from konbit.window.screens.paper_making import POINTS, PRINTED, pictures
from konbit.window.screens.sheet_door import DAY, DEADLINES, INTERVIEW, RIGHTS, ROUTE
from konbit.work.office import Office
from konbit.work.sheet_words import is_code

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from konbit.papers.sheet.pieces import Tongue

SHOWN = 8
"""Pages in the preview: a blank interview has thirty, and thirty pictures of a screen's width are 90 MB."""
_TAILS = {"es": "", "ht": "-kreyol", "es+ht": "-dos-columnas"}


@dataclass(frozen=True)
class Wanted:
    """One sheet. what: the route, the card, or what the interview is for (`ruta:ID`; "" = everything). comuna: by its
    code, for the contacts of a card."""

    kind: str
    what: str = ""
    tongue: Tongue = "es+ht"
    comuna: str = ""

    def file_name(self, code: str, today: date) -> str:
        """A name that names nobody: the code of the case (never what merely stands in its place) or the day."""
        code = code if is_code(code) else "caso"
        what = self.what.partition(":")[2] or self.what
        stems = {
            ROUTE: f"{code}-hoja-{what}",
            DEADLINES: f"{code}-plazos",
            DAY: f"plazos-{today.isoformat()}",
            RIGHTS: f"derechos-{what}",
            INTERVIEW: f"entrevista-{what}" if what else "entrevista",
        }
        return f"{stems[self.kind]}{_TAILS[self.tongue]}.pdf"


@dataclass(frozen=True)
class MadeSheet:
    """What was made. read, total: cases read so far for the clinic's day. size: of the first page in points.
    fault: why there is no sheet; None and no data: still at it."""

    wanted: Wanted
    data: bytes = b""
    pages: tuple[QImage, ...] = ()
    count: int = 0
    size: QSizeF = field(default_factory=QSizeF)
    read: int = 0
    total: int = 0
    fault: KonbitError | None = None


def sheet_steps(
    office: Office, case: Case | None, folder: Path, today: date, wanted: Wanted, width: int
) -> Iterator[MadeSheet]:
    """The sheet, first without pages, then with one more at each step, each `width` pixels wide, at most `SHOWN`.

    case: of a sheet about one; folder: where the clinic's cases lie. What cannot be made comes back as a fault.
    """
    from konbit.papers.pdf.render import page_bitmaps, page_count

    made = MadeSheet(wanted)
    try:
        if wanted.kind == DAY:
            for made in _day(office, folder, today, wanted):
                yield made
        else:
            made = replace(made, data=_data(office, case, today, wanted))
        made = replace(made, count=page_count(made.data))
        boxes = page_bitmaps(made.data, lambda box: width / box.across)
        for box, picture in pictures(boxes, SHOWN):
            made = replace(made, pages=(*made.pages, picture), size=made.size if made.pages else box)
            yield made
    except KonbitError as fault:
        yield MadeSheet(wanted, fault=fault)


def printed_one_by_one(data: bytes) -> Iterator[tuple[QSizeF, QImage]]:
    """Each page with its size in points, drawn for a printer; never more than one at a time."""
    from konbit.papers.pdf.render import page_bitmaps

    yield from pictures(page_bitmaps(data, lambda _box: PRINTED / POINTS))


def _data(office: Office, case: Case | None, today: date, wanted: Wanted) -> bytes:
    tongue = wanted.tongue
    match wanted.kind:
        case "ruta" if case is not None:
            from konbit.work.route_sheet import make_route_sheet

            return make_route_sheet(office, wanted.what, case, today, tongue)
        case "plazos" if case is not None:
            from konbit.work.deadline_sheet import make_deadline_sheet

            return make_deadline_sheet(office, case, today, tongue)
        case "derechos":
            from konbit.work.rights_sheet import make_rights_sheet

            return make_rights_sheet(office, wanted.what, tongue, comuna=wanted.comuna)
        case _:
            from konbit.work.blank_interview import make_interview_sheet

            code = case.code if case is not None and is_code(case.code) else ""
            return make_interview_sheet(office, today, wanted.what, tongue, code=code)


def _day(office: Office, folder: Path, today: date, wanted: Wanted) -> Iterator[MadeSheet]:
    from konbit.work.day_sheet import DayCase, each_case, make_day_sheet, with_codes

    files = sorted(folder.glob("*.json"))
    if not files:
        raise BadArgument("Aún no hay casos guardados.")
    cases: list[DayCase] = []
    made = MadeSheet(wanted, total=len(files))
    for one in each_case(office, files, today):
        cases.append(one)
        made = replace(made, read=len(cases))
        yield made
    yield replace(made, data=make_day_sheet(office, with_codes(cases), today, wanted.tongue))

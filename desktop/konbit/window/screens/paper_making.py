"""A writ or a form made in memory, with its pages as pictures. Run beside the window; nothing touches the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from konbit.case.case import Case
from konbit.errors import KonbitError
from konbit.work.office import Office
from konbit.work.upload import Upload, upload_of

if TYPE_CHECKING:
    from konbit.papers.pdf.render import Bitmap, PageBox
    from konbit.papers.writ.rendering import Templates

AID = "ayuda"
POINTS = 72.0
PRINTED = 200.0
"""Dots an inch on paper: sharp enough for 12-point letters after two photocopies, 4 MB a page."""


@dataclass(frozen=True)
class Paper:
    """What to make. kind: escrito or formulario. edition: es, ht, es+ht, or `ayuda` (the sheet of free legal aid for
    a writ that needs a lawyer); a form has one."""

    kind: str
    id: str
    edition: str = "es"

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class PaperDoor:
    """A paper by its key, and the card of the findings to go back to."""

    key: str
    back: str


@dataclass(frozen=True)
class Made:
    """What was made. missing: labels of blanks (a writ) or ids of facts (a form). overflow:
    fields that did not hold all, with their page. upload: of what is filed, its name and weight for a portal. fault: why
    there is no paper."""

    paper: Paper
    data: bytes = b""
    state: str = "borrador"
    pages: tuple[QImage, ...] = ()
    missing: tuple[str, ...] = ()
    verify: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    lawyer_needed: bool = False
    overflow: tuple[tuple[str, int], ...] = ()
    upload: Upload | None = None
    fault: KonbitError | None = None


class Shelf:
    """The templates of the pack, compiled when they are first wanted and kept while the window is open: compiling
    takes ten times as long as filling in. They hold nothing of any case."""

    def __init__(self) -> None:
        self._templates: tuple[object, Templates] | None = None

    def templates(self, office: Office) -> Templates:
        """Those of an office; a template edited meanwhile is compiled anew."""
        from konbit.papers.writ.rendering import Templates

        folders = office.pack.folders.templates
        kept = self._templates
        if kept is None or kept[0] != folders:
            kept = self._templates = (folders, Templates(folders))
        return kept[1]


def paper_steps(
    office: Office, case: Case, today: date, paper: Paper, width: int, shelf: Shelf
) -> Iterator[Made]:
    """The paper, first without pages, then with one more at each step, each `width` pixels wide.

    What cannot be written comes back as a fault.
    """
    from konbit.papers.pdf.render import page_bitmaps

    try:
        made = (
            _writ(office, case, today, paper, shelf)
            if paper.kind == "escrito"
            else _form(office, case, today, paper)
        )
        yield made
        for _, bitmap in page_bitmaps(made.data, lambda box: width / _across(box)):
            made = replace(made, pages=(*made.pages, _picture(bitmap)))
            yield made
    except KonbitError as fault:
        yield Made(paper, fault=fault)


def _writ(office: Office, case: Case, today: date, paper: Paper, shelf: Shelf) -> Made:
    from konbit.work.write import make_writ

    if paper.edition == AID:
        from konbit.work.aid import make_aid_sheet

        return Made(paper, make_aid_sheet(office, paper.id, case, today), "final")
    made = make_writ(office, paper.id, case, today, paper.edition, templates=shelf.templates(office))
    return Made(
        paper,
        made.data,
        made.state,
        (),
        made.missing,
        made.verify,
        lawyer_needed=made.lawyer_needed,
        upload=upload_of(office, office.pack.writs[paper.id], case, today, len(made.data), ".pdf")
        if paper.edition == "es"
        else None,
    )


def _form(office: Office, case: Case, today: date, paper: Paper) -> Made:
    from konbit.work.forms import make_form

    made = make_form(office, paper.id, case, today)
    spilt = tuple((str(one.get("field", "")), int(one.get("page", 0) or 0)) for one in made.overflow)
    return Made(paper, made.data, made.state, (), made.missing, (), made.problems, overflow=spilt)


def _across(box: PageBox) -> float:
    return box.height if box.turn in (90, 270) else box.width


def _picture(bitmap: Bitmap) -> QImage:
    """The same pixels, owned by the picture."""
    return QImage(
        bitmap.pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    ).copy()


def printed_pages(data: bytes) -> Iterator[tuple[tuple[QSizeF, QImage], ...]]:
    """Every page with its size in points, drawn for a printer, one more at each step."""
    from konbit.papers.pdf.render import page_bitmaps

    made: tuple[tuple[QSizeF, QImage], ...] = ()
    for one in pictures(page_bitmaps(data, lambda _box: PRINTED / POINTS)):
        made = (*made, one)
        yield made


def pictures(
    pages: Iterator[tuple[PageBox, Bitmap]], most: int | None = None
) -> Iterator[tuple[QSizeF, QImage]]:
    """Drawn pages as pictures with their size in points as they are read; the first `most` of them."""
    for box, bitmap in islice(pages, most):
        size = QSizeF(box.height, box.width) if box.turn in (90, 270) else QSizeF(box.width, box.height)
        yield size, _picture(bitmap)

"""A writ or a form made in memory, with its pages as pictures. Run beside the window; nothing touches the disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from konbit.case.case import Case
from konbit.errors import KonbitError
from konbit.work.office import Office

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
class Made:
    """What was made. missing: labels of blanks (a writ) or ids of facts (a form). overflow:
    fields that did not hold all, with their page. fault: why there is no paper."""

    paper: Paper
    data: bytes = b""
    state: str = "borrador"
    pages: tuple[QImage, ...] = ()
    missing: tuple[str, ...] = ()
    verify: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    lawyer_needed: bool = False
    overflow: tuple[tuple[str, int], ...] = ()
    fault: KonbitError | None = None


def make_paper(office: Office, case: Case, today: date, paper: Paper, width: int) -> Made:
    """The paper and its pages, each `width` pixels wide. What cannot be written comes back as a fault."""
    try:
        made = (
            _writ(office, case, today, paper)
            if paper.kind == "escrito"
            else _form(office, case, today, paper)
        )
    except KonbitError as fault:
        return Made(paper, fault=fault)
    return replace(made, pages=_pages(made.data, width))


def _writ(office: Office, case: Case, today: date, paper: Paper) -> Made:
    from konbit.work.write import make_writ

    if paper.edition == AID:
        from konbit.work.aid import make_aid_sheet

        return Made(paper, make_aid_sheet(office, paper.id, case, today), "final")
    made = make_writ(office, paper.id, case, today, paper.edition)
    return Made(paper, made.data, made.state, (), made.missing, made.verify, lawyer_needed=made.lawyer_needed)


def _form(office: Office, case: Case, today: date, paper: Paper) -> Made:
    from konbit.work.forms import make_form

    made = make_form(office, paper.id, case, today)
    spilt = tuple((str(one.get("field", "")), int(one.get("page", 0) or 0)) for one in made.overflow)
    return Made(paper, made.data, made.state, (), made.missing, (), made.problems, overflow=spilt)


def _pages(data: bytes, width: int) -> tuple[QImage, ...]:
    from konbit.papers.pdf.render import page_boxes, page_png

    made: list[QImage] = []
    for number, box in enumerate(page_boxes(data), 1):
        across = box.height if box.turn in (90, 270) else box.width
        made.append(QImage.fromData(page_png(data, number, width / across)))
    return tuple(made)


def printed_pages(data: bytes) -> tuple[tuple[QSizeF, QImage], ...]:
    """Every page with its size in points, drawn for a printer."""
    from konbit.papers.pdf.render import page_boxes, page_png

    made: list[tuple[QSizeF, QImage]] = []
    for number, box in enumerate(page_boxes(data), 1):
        size = QSizeF(box.height, box.width) if box.turn in (90, 270) else QSizeF(box.width, box.height)
        made.append((size, QImage.fromData(page_png(data, number, PRINTED / POINTS))))
    return tuple(made)

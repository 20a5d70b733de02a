"""What stands on every page around the text: numbers, «BORRADOR», the band and the words across of a reading copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from konbit.papers.writ import letters
from konbit.papers.writ.blocks import Tongue
from konbit.papers.writ.measures import BAND_EDGE, BAND_HEIGHT, FOOT, FOOT_SIZE, MM, Sheet

DRAFT = "BORRADOR"
COPY_BAND = "KOPI POU ENFÒMASYON SÈLMAN – PA POU DEPOZE NAN TRIBINAL, NAN MIGRACIONES NI LÒT KOTE"
COPY_ACROSS = "KOPI POU LI"
COPY_FOOT = "Kreyòl: bouyon, poko revize · Se vèsyon panyòl la ki konte devan lalwa"

Decoration = Callable[[Canvas, Sheet, int, int], None]
"""Draws around the text of one page: canvas, sheet, number, count."""


@dataclass(frozen=True, slots=True)
class Decorations:
    """under: drawn below the text, when the page begins. over: above it, when the count of pages is known."""

    under: Decoration
    over: Decoration


def build(
    flowables: list[Flowable],
    sheet: Sheet,
    around: Decorations,
    *,
    title: str,
    tongue: Tongue,
    face: letters.Face,
) -> bytes:
    """Lays the pieces out on as many pages as they need; the bytes depend on nothing but the arguments."""
    letters.register()
    out = BytesIO()
    left, bottom = sheet.left * MM, sheet.bottom * MM
    height = (sheet.height - sheet.top - sheet.bottom) * MM
    frame = Frame(left, bottom, sheet.text_width * MM, height, 0, 0, 0, 0, id="text")
    document = BaseDocTemplate(out, pagesize=(sheet.width * MM, sheet.height * MM))

    def begun(canvas: Canvas, _: object) -> None:
        canvas.saveState()
        around.under(canvas, sheet, canvas.getPageNumber(), 0)
        canvas.restoreState()

    document.addPageTemplates(PageTemplate(id="page", frames=[frame], onPage=begun))

    class Counting(Canvas):
        """Keeps the pages until the last one, so that each can say how many there are."""

        def __init__(self, *more: Any, **named: Any) -> None:
            named.update(
                initialFontName=face,
                initialFontSize=FOOT_SIZE,
                invariant=1,
                lang="es-CL" if tongue == "es" else "ht",
            )
            super().__init__(*more, **named)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802
            self._kept.append(dict(self.__dict__))
            self._startPage()  # pyright: ignore[reportAttributeAccessIssue]  the documented way to keep a page

        def save(self) -> None:
            self.setTitle(title)  # here, for the document template sets its own "(anonymous)" after the start
            self.setAuthor("")
            self.setSubject("")
            self.setCreator("Konbit")
            self.setProducer("Konbit")
            for state in self._kept:
                self.__dict__.update(state)
                around.over(self, sheet, self.getPageNumber(), len(self._kept))
                super().showPage()
            super().save()

    document.build(flowables, canvasmaker=Counting)
    return out.getvalue()


def filed(*, draft: bool) -> Decorations:
    """A writ to be filed: nothing but `n / N`; a draft says so in the top margin."""

    def over(canvas: Canvas, sheet: Sheet, number: int, count: int) -> None:
        canvas.setFillColor(black)
        canvas.setFont("KonbitSerif", FOOT_SIZE)
        canvas.drawCentredString(sheet.width / 2 * MM, FOOT * MM, f"{number} / {count}")
        if draft:
            canvas.setFont("KonbitSerif-Bold", 15)
            across = (sheet.left + sheet.text_width / 2) * MM
            canvas.drawCentredString(across, (sheet.height - 17) * MM, DRAFT, charSpace=4)

    return Decorations(_nothing, over)


def reading(foot: str = COPY_FOOT) -> Decorations:
    """A copy to read: band on every page, the words across below the text, and a foot that says it is a draft."""

    def under(canvas: Canvas, sheet: Sheet, _: int, __: int) -> None:
        canvas.setFillColor(Color(0.93, 0.93, 0.93))
        canvas.setFont("KonbitSans-Bold", 64)
        canvas.translate(sheet.width / 2 * MM, sheet.height / 2 * MM)
        canvas.rotate(50)
        canvas.drawCentredString(0, 0, COPY_ACROSS, charSpace=4)

    def over(canvas: Canvas, sheet: Sheet, number: int, count: int) -> None:
        canvas.setFillColor(Color(0.9, 0.9, 0.9))
        low = sheet.height - BAND_EDGE - BAND_HEIGHT
        canvas.rect(0, low * MM, sheet.width * MM, BAND_HEIGHT * MM, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.setFont("KonbitSans-Bold", 9.5)
        canvas.drawCentredString(sheet.width / 2 * MM, (low + BAND_HEIGHT / 2) * MM - 3.3, COPY_BAND)
        canvas.setFont("KonbitSans", 8)
        canvas.drawString(sheet.left * MM, FOOT * MM, foot)
        canvas.drawRightString((sheet.width - sheet.right) * MM, FOOT * MM, f"{number} / {count}")

    return Decorations(under, over)


def _nothing(*_: object) -> None:
    return None

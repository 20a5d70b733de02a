"""A sheet for the person on letter paper: band, title, the boxed date, and the rest in two columns of one size.

The text comes from two renderings of one template of the pack, with the same blocks; on a sheet these mean:

    @titulo                  the title, and that of the file
    ## text and what follows the box of the deadline, until the first `#`; both tongues across the page
    # text                   heading of a part; from here Spanish on the left, Creole on the right
    text                     a paragraph; where both tongues have the same words, once, across the page
    > text                   words of a norm, across the page, one tongue under the other
    - text                   something to bring, with a box to tick
    + text                   something not to do, with a cross
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from konbit.errors import BadTemplate
from konbit.papers.pdf.render import page_count
from konbit.papers.preparation import BOLD, FACE, GREY, INK, LINE, MM, PLUM, ink, write
from konbit.papers.sheet.signs import Mark, MarkKind, Sign, Urgency
from konbit.papers.writ import blocks as b
from konbit.papers.writ import pages
from konbit.papers.writ.letters import markup, register
from konbit.papers.writ.measures import Sheet

PAPER = Sheet(215.9, 279.4, left=18, top=15, right=18, bottom=18)
"""Carta, the paper of Chilean offices."""
GUTTER = 6.0
COLUMN = (PAPER.text_width - GUTTER) / 2
BAND, TITLE, DATE = 9.0, 17.0, 13.0
SIZES = (11.5, 11.25, 11.0, 10.75, 10.5, 10.25, 10.0, 9.75, 9.5)
"""Letters of the text, in points: the first at which all fits on one page."""
TICK = 5.0
SIGN = 15.0

HEAD = "HOJA PARA LA PERSONA · FÈY POU MOUN NAN"
DRAFT_HT = (
    "Tradiksyon sa a poko revize pa yon moun ki pale kreyòl depi li piti. "
    "Se vèsyon panyòl la ki konte devan lalwa."
)
REVIEW = "Orientación, no sentencia. La revisó en la clínica y firma: "


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What stands around the text. code: of the case, never a name. foot: version of the law."""

    code: str
    day: date
    foot: str
    urgency: Urgency


def sheet_pdf(es: b.Writ, ht: b.Writ, facts: SheetFacts) -> bytes:
    """The sheet as PDF: one page while letters of 9.5 points suffice, fonts embedded, no name in the file's data.

    Raises BadTemplate when the two tongues do not have the same blocks.
    """
    if b.shape(es) != b.shape(ht):
        raise BadTemplate(
            "Plantilla {file}: las dos lenguas no tienen los mismos bloques en el mismo orden",
            file=f"{es.id}/ht.md.j2",
        )
    register()
    data = b""
    for size in SIZES:
        data = pages.build(
            list(_flowables(es, ht, facts, size)),
            PAPER,
            pages.Decorations(_nothing, _around(facts)),
            title=f"{es.title} · {ht.title}",
            tongue="es",
            face="KonbitSans",
        )
        if page_count(data) == 1:
            break
    return data


def _flowables(es: b.Writ, ht: b.Writ, facts: SheetFacts, size: float) -> Iterator[Flowable]:
    pairs = list(zip(es.blocks, ht.blocks, strict=True))
    boxed = list(takewhile(lambda pair: not _opens_part(pair[0]), pairs))
    yield Spacer(1, (BAND + 2) * MM)
    setter = _Columns(size)
    yield setter.title(es.title, ht.title)
    yield Spacer(1, 5)
    if boxed:
        yield _box(boxed, facts.urgency, size)
        yield Spacer(1, 4)
    for pair in pairs[len(boxed) :]:
        yield from setter.rows(*pair)
    yield Spacer(1, 6)
    yield _review()


def _opens_part(block: b.Block) -> bool:
    return isinstance(block, b.Heading) and block.level == 1


def _around(facts: SheetFacts) -> pages.Decoration:
    def over(canvas: Canvas, sheet: Sheet, number: int, count: int) -> None:
        left, right = sheet.left * MM, (sheet.width - sheet.right) * MM
        low = (sheet.height - sheet.top - BAND) * MM
        if number == 1:
            ink(canvas, GREY)
            canvas.rect(left, low, right - left, BAND * MM, stroke=0, fill=1)
            base = low + BAND / 2 * MM - 3.2
            write(canvas, left + 6, base, HEAD, BOLD, 9)
            told = " · ".join(filter(None, (facts.code and f"Caso {facts.code}", f"{facts.day:%d-%m-%Y}")))
            write(canvas, right - 6, base, told, BOLD, 9, INK, "r")
        foot = (sheet.bottom - 8) * MM
        write(canvas, left, foot, facts.foot, FACE, 7.5)
        write(canvas, right, foot, f"{number} / {count}", FACE, 7.5, INK, "r")

    return over


def _nothing(*_: object) -> None:
    return None


def _style(size: float, colour: int = INK, leading: float = 1.3, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        "sheet", fontName=FACE, bulletFontName=FACE, fontSize=size, leading=size * leading,
        textColor=HexColor(colour), splitLongWords=1, **more,
    )  # fmt: skip


def _table(
    rows: list[list[Flowable | list[Flowable] | str]], widths: Sequence[float], *more: tuple[Any, ...]
) -> Table:
    """A table without padding; its letter is named, or reportlab would take one that is not embedded."""
    style: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), FACE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
        *more,
    ]
    return Table(rows, colWidths=list(widths), style=style)


def _box(pairs: Sequence[tuple[b.Block, b.Block]], urgency: Urgency, size: float) -> Flowable:
    """The deadline, across the page: the sign, then each block in both tongues, one under the other."""
    inside: list[Flowable] = []
    for pair in pairs:
        headed = isinstance(pair[0], b.Heading)
        for block, colour in zip(pair, (INK, PLUM), strict=True):
            for runs in b.runs_of(block):
                shown = _bold(runs) if headed else runs
                letters = DATE if headed else size
                style = _style(letters, colour, leading=1.25, spaceAfter=1.5)
                inside.append(Paragraph(markup(shown, "KonbitSans", letters, boxed=True), style))
        inside.append(Spacer(1, 1.5))
    wide = PAPER.text_width * MM
    first = (SIGN + 8) * MM
    return _table(
        [[Sign(urgency, SIGN * MM), inside]],
        (first, wide - first),
        ("BOX", (0, 0), (-1, -1), 1.4, HexColor(INK)),
        ("VALIGN", (0, 0), (0, 0), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, 0), 4 * MM),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2 * MM),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6 * MM),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2 * MM),
    )


class _Columns:
    """Pairs of blocks as rows of two columns, of one size of letter."""

    def __init__(self, size: float) -> None:
        self._size = size

    def title(self, es: str, ht: str) -> Flowable:
        return self._row(_bold((b.Run(es),)), _bold((b.Run(ht),)), size=TITLE)

    def rows(self, es: b.Block, ht: b.Block) -> Iterator[Flowable]:
        match es, ht:
            case b.Heading(_, left), b.Heading(_, right):
                yield Spacer(1, self._size * 0.35)
                yield self._row(_bold(left), _bold(right), size=self._size + 1, ruled=True)
                yield Spacer(1, 3)
            case b.Documents(lefts), b.Documents(rights):
                for left, right in zip(lefts, rights, strict=True):
                    yield self._row(left, right, mark="box")
            case b.Numbered(_, left), b.Numbered(_, right):
                yield self._row(left, right, mark="cross")
            case b.Quote(left), b.Quote(right):  # long sentences take fewer lines across the page
                yield self._across(left)
                yield self._across(right, PLUM)
            case _:
                for left, right in zip(b.runs_of(es), b.runs_of(ht), strict=True):
                    yield self._across(left) if left == right else self._row(left, right)

    def _across(self, runs: b.Runs, colour: int = INK) -> Flowable:
        text = markup(runs, "KonbitSans", self._size, boxed=True)
        return Paragraph(
            text, _style(self._size, colour, leading=1.24, spaceBefore=2, spaceAfter=self._size * 0.35)
        )

    def _row(
        self,
        left: b.Runs,
        right: b.Runs,
        *,
        size: float = 0,
        ruled: bool = False,
        mark: MarkKind | None = None,
    ) -> Flowable:
        size = size or self._size
        indent = (TICK + 2) * MM
        cells: list[Flowable | list[Flowable] | str] = []
        sides: tuple[tuple[b.Runs, int, MarkKind | None], ...] = (
            (left, INK, mark),
            (right, PLUM, None if mark == "box" else mark),
        )
        for runs, colour, own in sides:
            style = _style(size, colour, leading=1.24, leftIndent=indent if own else 0)
            text = Paragraph(markup(runs, "KonbitSans", size, boxed=True), style)
            cells += [[Mark(own, TICK * MM, size), text] if own else text, ""]
        lines = [("LINEBELOW", (at, 0), (at, 0), 0.8, HexColor(INK)) for at in (0, 2) if ruled]
        below = max(2.4, (TICK + 1.3) * MM - size * 1.24) if mark else 2.4
        return _table(
            [cells[:3]],
            (COLUMN * MM, GUTTER * MM, COLUMN * MM),
            ("BOTTOMPADDING", (0, 0), (-1, -1), below),
            *lines,
        )


def _bold(runs: b.Runs) -> b.Runs:
    return tuple(b.Run(run.text, bold=True, blank=run.blank) for run in runs)


def _review() -> Flowable:
    """What state the Creole is in, and the line where whoever looked it over signs."""
    told: list[Flowable] = [
        Paragraph(DRAFT_HT, _style(8, PLUM)),
        Spacer(1, 5),
        Paragraph(REVIEW + "_" * 40, _style(8)),
    ]
    return _table(
        [[told]],
        (PAPER.text_width * MM,),
        ("BOX", (0, 0), (-1, -1), 0.7, HexColor(LINE), None, (2, 2)),
        *((f"{side}PADDING", (0, 0), (-1, -1), 6) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    )

"""Blocks as reportlab flowables: one table of styles for the writ, one for the copy to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table
from reportlab.platypus import PageBreak as NewPage

from konbit.papers.writ import blocks as b
from konbit.papers.writ import measures as m
from konbit.papers.writ.letters import Face, capitals, markup
from konbit.papers.writ.paragraphs import KeptParagraph, paragraph


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of paper is set. size, leading, gap: points. indent, width: millimetres."""

    face: Face
    size: float
    leading: float
    gap: float
    indent: float
    justified: bool
    capitals: bool
    boxed: bool
    width: float
    signature_air: float = m.SIGNATURE_AIR

    def style(self, **more: Any) -> ParagraphStyle:
        """The running text of this paper, with changes."""
        base = ParagraphStyle(
            "text",
            fontName=self.face,
            bulletFontName=self.face,
            fontSize=self.size,
            leading=self.leading,
            alignment=TA_JUSTIFY if self.justified else TA_LEFT,
            firstLineIndent=self.indent * m.MM,
            spaceAfter=self.gap,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )
        return ParagraphStyle("more", parent=base, **more)


def filed(width: float, *, draft: bool) -> Manner:
    """The writ that the court receives."""
    return Manner("KonbitSerif", m.SIZE, m.LEADING, m.GAP, m.INDENT, True, True, draft, width)


def copied(width: float) -> Manner:
    """The Creole copy."""
    return Manner("KonbitSans", m.COPY_SIZE, m.COPY_LEADING, m.COPY_GAP, 0, False, False, True, width)


def columned(manner: Manner) -> Manner:
    """The same kind of paper in one of two columns."""
    return replace(
        manner,
        size=m.COLUMN_SIZE,
        leading=m.COLUMN_LEADING,
        gap=2,
        indent=0,
        justified=False,
        boxed=True,
        width=m.COLUMN,
        signature_air=14,
    )


def flowables(writ: b.Writ, manner: Manner) -> list[Flowable]:
    """All the pieces of a writ; the signatures are held to the text before them."""
    setter = Setter(manner)
    found: list[Flowable] = []
    signatures: list[b.Signature] = []
    last: list[Flowable] = []
    for block in writ.blocks:
        if isinstance(block, b.Signature):
            signatures.append(block)
            continue
        if isinstance(block, b.PlaceDate):
            last += setter.block(block)
            continue
        found += last
        last = list(setter.block(block))
    if signatures:
        found.append(KeepTogether([*last, setter.signatures(signatures)]))
    else:
        found += last
    return found


class Setter:
    """Sets single blocks in one manner."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        size, mm = manner.size, m.MM
        style = manner.style
        self._text = style()
        self._leading = style(keepWithNext=1)
        self._heading = style(
            firstLineIndent=0, alignment=TA_LEFT, spaceBefore=size * 0.6, spaceAfter=4, keepWithNext=1
        )
        self._court = style(firstLineIndent=0, alignment=TA_CENTER, spaceAfter=size, keepWithNext=1)
        self._quote = style(
            leftIndent=m.QUOTE_INDENT * mm if manner.indent else size,
            rightIndent=m.QUOTE_INDENT * mm if manner.indent else 0,
            firstLineIndent=0,
            leading=manner.leading * 0.86,
            spaceAfter=size * 0.6,
        )
        hang = size * 1.9
        start = manner.indent * mm
        self._item = style(
            leftIndent=start + hang, bulletIndent=start, firstLineIndent=0, bulletFontSize=size, spaceAfter=1
        )
        self._place = style(firstLineIndent=0, alignment=TA_LEFT, spaceBefore=size, keepWithNext=1)
        self._line = style(firstLineIndent=0, alignment=TA_CENTER, leading=size * 1.25, spaceAfter=0)
        self._suma = style(
            firstLineIndent=0,
            alignment=TA_LEFT,
            leftIndent=m.SUMA_START * manner.width * mm if manner.width > m.COLUMN else 0,
            leading=size * 1.16,
            spaceAfter=0,
        )

    def block(self, block: b.Block) -> Iterator[Flowable]:
        """The flowables of one block."""
        match block:
            case b.Suma():
                yield from self._set_suma(block)
            case b.Tribunal(runs):
                yield self._paragraph(_bold(runs), self._court)
            case b.Heading(level, runs):
                yield self._paragraph(_bold(runs), self._heading if level == 1 else self._under())
            case b.Numbered(number, runs):
                yield self._paragraph((b.Run(f"{number}.\u00a0"), *runs), self._text)
            case b.Quote(runs):
                yield self._paragraph(runs, self._quote)
            case b.Documents(items):
                for number, runs in enumerate(items, start=1):
                    yield self._paragraph(runs, self._item, f"{number}.")
                yield Spacer(1, self._manner.gap)
            case b.Petition(label, runs) | b.Otrosi(label, runs):
                leads = b.plain(runs).endswith(":")
                labelled = (b.Run(f"{label}: ", bold=True), *runs)
                yield self._paragraph(labelled, self._leading if leads else self._text)
            case b.PlaceDate(runs):
                yield self._paragraph(runs, self._place)
            case b.Signature():
                yield self.signatures([block])
            case b.PageBreak():
                yield NewPage()
            case b.Paragraph(runs):
                leads = b.plain(runs).endswith(":")
                yield self._paragraph(runs, self._leading if leads else self._text)

    def signatures(self, signatures: list[b.Signature]) -> Flowable:
        """Two to a row where the page is wide enough, one in the middle where it stands alone."""
        mm, width = m.MM, self._manner.width * m.MM
        if len(signatures) == 1 or self._manner.width <= m.COLUMN:
            rows = [[self._signature(each)] for each in signatures]
            widths = [width]
        else:
            cells = [self._signature(each) for each in signatures]
            rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
            rows[-1] += [[]] * (2 - len(rows[-1]))
            widths = [width / 2, width / 2]
        return Table(
            rows,
            colWidths=widths,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), self._manner.face),  # or an unembedded Helvetica slips in
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ],
            spaceBefore=2 * mm,
        )

    def _signature(self, signature: b.Signature) -> list[Flowable]:
        mm = m.MM
        lines: list[Flowable] = [self._paragraph(runs, self._line) for runs in signature.lines]
        if box := m.BOXES.get(signature.role):
            return [Spacer(1, 4 * mm), _Mark(box[0] * mm, box[1] * mm, self._manner.width), *lines]
        width = min(m.SIGNATURE_LINE, self._manner.width - 6)
        return [Spacer(1, self._manner.signature_air * mm), _Mark(width * mm, 0, self._manner.width), *lines]

    def _set_suma(self, suma: b.Suma) -> Iterator[Flowable]:
        change: Callable[[b.Runs], b.Runs] = capitals if self._manner.capitals else lambda runs: runs
        runs: list[b.Run] = []
        for place, entry in enumerate(suma.entries):
            end = "." if place == len(suma.entries) - 1 else "; "
            runs += [b.Run(f"{entry.label}: ", bold=True), *change(entry.runs), b.Run(end)]
        paragraph = self._paragraph(tuple(runs), self._suma)
        yield paragraph
        if self._manner.width > m.COLUMN:
            height = paragraph.wrap(self._manner.width * m.MM, 10_000)[1]
            yield Spacer(1, max(0, m.STAMP_HEIGHT * m.MM - height) + m.AFTER_SUMA * m.MM)

    def _under(self) -> ParagraphStyle:
        return ParagraphStyle("under", parent=self._heading, spaceBefore=self._manner.size * 0.3)

    def _paragraph(self, runs: b.Runs, style: ParagraphStyle, number: str | None = None) -> KeptParagraph:
        text = markup(runs, self._manner.face, self._manner.size, boxed=self._manner.boxed)
        return paragraph(text, style, number)


class _Mark(Flowable):
    """A line to sign on, or a box for a thumb, in the middle of its column."""

    def __init__(self, width: float, height: float, _: float) -> None:
        super().__init__()
        self._line, self._box = width, height
        self._across = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aH
        self._across = aW
        return aW, self._box + 4

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.7)
        left = (self._across - self._line) / 2
        if self._box:
            canvas.rect(left, 3, self._line, self._box, stroke=1, fill=0)
        else:
            canvas.line(left, 3, left + self._line, 3)


def _bold(runs: b.Runs) -> b.Runs:
    return tuple(replace(run, bold=True) for run in runs)

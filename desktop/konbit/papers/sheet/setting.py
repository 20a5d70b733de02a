"""Sets pieces of a sheet as lines, rows and boxes: one column in one tongue, two columns in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from konbit.papers.preparation import FACE, INK, LINE, MM, PLUM
from konbit.papers.sheet.asking import asked_flowables
from konbit.papers.sheet.kept import Kept
from konbit.papers.sheet.month import MonthsGrid
from konbit.papers.sheet.pieces import (
    Asked,
    Boxed,
    Closing,
    Contact,
    DueRow,
    Field,
    Gap,
    Head,
    Marked,
    Months,
    Piece,
    Quoted,
    Reason,
    Say,
    Shape,
    Text,
    Tongue,
    Two,
)
from konbit.papers.sheet.shapes import ShapeSign
from konbit.papers.writ.blocks import Run
from konbit.papers.writ.letters import markup

GUTTER = 6 * MM
LONG = 600
"""Letters from which a text flows across the page: a row of a table cannot go on on the next one."""
NOTE = 1.75
"""Points by which articles, answers and notes are smaller than the text."""
TITLE, LARGE = 17.0, 14.0
SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")

Cell = Flowable | list[Flowable] | str


class Setter:
    """Pieces as flowables. size: of the text, in points; width: between the margins, in points."""

    def __init__(self, tongue: Tongue, size: float, width: float) -> None:
        self.tongue: Tongue = tongue
        self.size, self.width = size, width
        self.column = (width - GUTTER) / 2

    # --- letters

    def style(self, size: float, colour: int = INK, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(
            "leaf", fontName=FACE, bulletFontName=FACE, fontSize=size, leading=size * 1.26,
            textColor=HexColor(colour), splitLongWords=1, **more,
        )  # fmt: skip

    def paragraph(
        self,
        text: str,
        size: float,
        colour: int = INK,
        *,
        bold: bool = False,
        italic: bool = False,
        **more: Any,
    ) -> Paragraph:
        """One text as typed: nothing in it is markup."""
        return Paragraph(
            markup((Run(text, bold, italic),), "KonbitSans", size), self.style(size, colour, **more)
        )

    def lanes(self, text: Two) -> list[tuple[str, int]]:
        """The text in the tongues of the sheet, each with its colour; once where both are the same."""
        if self.tongue == "es":
            return [(text.es, INK)]
        if self.tongue == "ht":
            return [(text.ht, INK)]
        if text.es == text.ht:
            return [(text.es, INK)]
        return [(text.es, INK), (text.ht, PLUM)]

    def inline(self, text: Two) -> str:
        """On one line: «Teléfono · Telefòn»."""
        return " · ".join(dict.fromkeys(lane for lane, _ in self.lanes(text)))

    # --- rows

    def table(
        self, rows: list[list[Cell]], widths: Sequence[float], *more: tuple[Any, ...], below: float = 2.4
    ) -> Table:
        """A table without padding; its letter is named, or reportlab would take one that is not embedded."""
        style: list[Any] = [
            ("FONTNAME", (0, 0), (-1, -1), FACE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in SIDES),
            ("BOTTOMPADDING", (0, 0), (-1, -1), below),
            *more,
        ]
        return Table(rows, colWidths=list(widths), style=style)

    def row(
        self,
        text: Two,
        size: float = 0,
        *,
        bold: bool = False,
        italic: bool = False,
        sign: Shape | None = None,
        indent: float = 0,
        below: float = 2.4,
        ruled: bool = False,
        cite: Two | None = None,
    ) -> Iterator[Flowable]:
        """A text in its lanes, with a sign before the first (of warnings before both).

        cite: its norms, in small letters after it; beside two tongues only once.
        """
        size = size or self.size
        side = size * 1.3 if sign else 0
        indent = side + 2.2 * MM if sign else indent
        lanes = self.lanes(text)
        if any(len(lane) > LONG for lane, _ in lanes):
            for lane, colour in lanes:
                yield self.paragraph(
                    lane, size, colour, bold=bold, italic=italic, leftIndent=indent, spaceAfter=below
                )
            return
        cells = [self.paragraph(lane, size, colour, bold=bold, italic=italic) for lane, colour in lanes]
        if cite:
            # Beside the shorter text, where it costs no line: the name of a law is the same in both.
            at = min(range(len(lanes)), key=lambda number: (len(lanes[number][0]), number))
            told = self.lanes(cite)
            cells[at] = self._cited(lanes[at], told[min(at, len(told) - 1)][0], size, bold)
        inner = self._signed(cells, sign, size, side, indent)
        lines: list[tuple[Any, ...]] = []
        if len(inner) == 1:
            if ruled:
                lines = [("LINEBELOW", (0, 0), (0, 0), 0.8, HexColor(INK))]
            yield self.table([[inner[0]]], [self.width], *lines, below=below)
            return
        if ruled:
            lines = [("LINEBELOW", (at, 0), (at, 0), 0.8, HexColor(INK)) for at in (0, 2)]
        row: list[Cell] = [inner[0], "", inner[1]]
        yield self.table([row], [self.column, GUTTER, self.column], *lines, below=below)

    def _cited(self, lane: tuple[str, int], cite: str, size: float, bold: bool) -> Paragraph:
        small = max(size - 3.25, 7)
        text = markup((Run(lane[0], bold),), "KonbitSans", size)
        unbroken = cite.replace(", art. ", ",\u00a0art.\u00a0").replace("Ley ", "Ley\u00a0")
        told = markup((Run(unbroken.replace(" inc. ", "\u00a0inc.\u00a0")),), "KonbitSans", small)
        return Paragraph(
            f'{text} <font size="{small}" color="#1D2226">[{told}]</font>', self.style(size, lane[1])
        )

    def _signed(
        self, cells: Sequence[Paragraph], sign: Shape | None, size: float, side: float, indent: float
    ) -> list[Cell]:
        if sign is None and not indent:
            return list(cells)
        width = self.width if len(cells) == 1 else self.column
        made: list[Cell] = []
        for number, cell in enumerate(cells):
            first = sign is not None and (number == 0 or sign != Shape.SQUARE)
            mark: Cell = ShapeSign(sign, side, size * 0.06) if first and sign else ""
            made.append(self.table([[mark, cell]], [indent, width - indent], below=0))
        return made

    # --- pieces

    def title(self, text: Two) -> Iterator[Flowable]:
        yield from self.row(text, TITLE if len(text.es) < 60 else TITLE - 2, bold=True, below=5)

    def note(self, text: str) -> Iterator[Flowable]:
        yield self.paragraph(text, 8, PLUM)

    def to_sign(self, text: Two) -> Iterator[Flowable]:
        yield self.paragraph(f"{self.inline(text)} {'_' * 34}", 8.5)

    def set(self, piece: Piece) -> Iterator[Flowable]:
        match piece:
            case Boxed():
                yield self._boxed(piece)
                yield Spacer(1, 6)
            case Head(text, fresh):
                if fresh:
                    yield PageBreak()
                yield Spacer(1, self.size * 0.5)
                yield from self.row(text, self.size + 1.5, bold=True, ruled=True, below=2.5)
                yield Spacer(1, 3.5)
            case Text(text, strong, small):
                yield from self.row(text, self.size - NOTE if small else self.size, bold=strong)
            case Marked(sign, text, cite, strong):
                yield from self.row(text, bold=strong, sign=sign, cite=cite, below=3.2)
            case Quoted():
                yield from self._quoted(piece, 0)
            case Reason():
                yield from self._reason(piece)
            case Say(text):
                yield self._say(text)
            case Field():
                yield from self._field(piece)
            case Contact():
                yield from self._contact(piece)
            case Months():
                yield from self._months(piece)
            case DueRow():
                yield from self._due(piece)
            case Asked():
                yield from asked_flowables(self, piece)
            case Gap(points):
                yield Spacer(1, points)
            case Closing():
                pass  # the sheet sets it

    def _boxed(self, box: Boxed) -> Flowable:
        inside: list[Flowable] = []
        for lane, colour in self.lanes(box.large):
            inside.append(self.paragraph(lane, LARGE, colour, bold=True, spaceAfter=1.5))
        for line in box.lines:
            for lane, colour in self.lanes(line):
                inside.append(self.paragraph(lane, self.size, colour, spaceBefore=1.5))
        first = 23 * MM
        return self.table(
            [[ShapeSign(box.sign, 15 * MM), inside]],
            (first, self.width - first),
            ("BOX", (0, 0), (-1, -1), 1.4, HexColor(INK)),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (0, 0), 4 * MM),
            ("TOPPADDING", (0, 0), (-1, -1), 2.4 * MM),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6 * MM),
            ("RIGHTPADDING", (1, 0), (1, 0), 3 * MM),
        )

    def _quoted(self, quote: Quoted, indent: float) -> Iterator[Flowable]:
        """Article and words across the page: the words are Spanish in every edition."""
        size = self.size - NOTE
        runs = [Run(quote.article, bold=True)]
        if quote.words:
            runs += [Run(": «"), Run(quote.words, italic=True), Run("»")]
        if quote.note:
            runs.append(Run(f" ({self.inline(quote.note)})"))
        yield Paragraph(
            markup(tuple(runs), "KonbitSans", size),
            self.style(size, leftIndent=indent, spaceAfter=1.5, spaceBefore=0.5),
        )

    def _reason(self, reason: Reason) -> Iterator[Flowable]:
        small, indent = self.size - NOTE, self.size * 1.3 + 2.2 * MM
        state = Two(f"{reason.state.es}: {reason.text.es}", f"{reason.state.ht}: {reason.text.ht}")
        made: list[Flowable] = [self._stated(reason, state)]
        loose: list[Flowable] = []
        for answer in reason.answers:
            long = max(len(answer.es), len(answer.ht)) > LONG
            (loose if long else made).extend(self.row(answer, small, indent=indent, below=1))
        if reason.advice:
            made += self.row(reason.advice, small, bold=True, indent=indent, below=1)
        quotes = [flow for quote in reason.quotes for flow in self._quoted(quote, indent)]
        line = HRFlowable(width="100%", thickness=0.4, color=HexColor(LINE), spaceBefore=2, spaceAfter=4)
        if loose:
            yield Kept(made)
            yield from (*loose, *quotes, line)
        else:
            yield Kept([*made, *quotes, line])

    def _stated(self, reason: Reason, state: Two) -> Flowable:
        """Sign, state in bold, sentence: in every lane."""
        side, indent = self.size * 1.3, self.size * 1.3 + 2.2 * MM
        lanes = self.lanes(state)
        width = self.width if len(lanes) == 1 else self.column
        cells: list[Cell] = []
        words = [word for word, _ in self.lanes(reason.state)]
        for number, (lane, colour) in enumerate(lanes):
            word = words[min(number, len(words) - 1)]
            runs = (Run(word, bold=True), Run(lane.removeprefix(word)))
            text = Paragraph(markup(runs, "KonbitSans", self.size), self.style(self.size, colour))
            mark = ShapeSign(reason.sign, side, self.size * 0.06)
            cells += [self.table([[mark, text]], [indent, width - indent], below=0), ""]
        widths = [self.width] if len(lanes) == 1 else [self.column, GUTTER, self.column]
        return self.table([cells[: len(widths)]], widths, below=1.5)

    def _say(self, text: Two) -> Flowable:
        """The Spanish words are always there, whatever tongue the sheet has: they are said aloud."""
        spanish = self.paragraph(f"«{text.es}»", self.size + 0.5, INK, bold=True)
        bar = [
            ("LINEBEFORE", (0, 0), (0, 0), 2.4, HexColor(INK)),
            ("LEFTPADDING", (0, 0), (0, 0), 3 * MM),
        ]
        if self.tongue == "es+ht":
            creole = self.paragraph(text.ht, self.size, PLUM)
            row: list[Cell] = [spanish, "", creole]
            return self.table([row], [self.column, GUTTER, self.column], *bar, below=4)
        inside: list[Flowable] = [spanish]
        if self.tongue == "ht":
            inside.append(self.paragraph(text.ht, self.size, PLUM))
        return self.table([[inside]], [self.width], *bar, below=4)

    def _months(self, piece: Months) -> Iterator[Flowable]:
        """One month with the key beside it; more of them with the key below."""
        small = self.size - NOTE
        yield Spacer(1, 4)
        grid = MonthsGrid(piece.months, self.tongue, self.width)
        key = [
            self.paragraph(lane, small, colour, spaceAfter=2 if number else 1)
            for line in piece.key
            for number, (lane, colour) in enumerate(self.lanes(line))
        ]
        if len(piece.months) == 1 and key:
            left = 92 * MM
            yield self.table([[grid, [Spacer(1, 11 * MM), *key]]], [left, self.width - left], below=0)
            return
        yield grid
        for line in (self.inline(one) for one in piece.key):
            yield self.paragraph(line, small - 0.5)
        yield Spacer(1, 4)

    def _field(self, field: Field) -> Iterator[Flowable]:
        label = self.inline(field.label)
        if field.text is None:
            yield self.paragraph(f"{label}: {'_' * max(8, int(field.blank / 2))}", self.size, spaceAfter=3)
            return
        for number, (lane, colour) in enumerate(self.lanes(field.text)):
            own = self.lanes(field.label)
            name = own[min(number, len(own) - 1)][0]
            runs = (Run(f"{name}: ", bold=True), Run(lane))
            yield Paragraph(
                markup(runs, "KonbitSans", self.size), self.style(self.size, colour, spaceAfter=1.5)
            )
        yield Spacer(1, 2)

    def _contact(self, contact: Contact) -> Iterator[Flowable]:
        small = self.size - NOTE
        if contact.brief:
            yield self._brief(contact)
            return
        made: list[Flowable] = [self.paragraph(contact.name, self.size, bold=True, spaceAfter=1)]
        if contact.serves:
            made += self.row(contact.serves, small, below=1)
        told = [
            f"{self.inline(field.label)}: {self.inline(field.text) if field.text else '_' * int(field.blank / 2)}"
            for field in contact.fields
        ]
        if told:
            made.append(self.paragraph("    ".join(told), small, spaceAfter=2))
        yield Kept([*made, Spacer(1, 4)])

    def _brief(self, contact: Contact) -> Flowable:
        """The name, and the telephone at the right end of the line."""
        told = " ".join(
            self.inline(field.text) if field.text else f"{self.inline(field.label)} {'_' * 18}"
            for field in contact.fields
        )
        right = 62 * MM
        row: list[Cell] = [
            self.paragraph(contact.name, self.size - 0.5, bold=True),
            self.paragraph(told, self.size - NOTE, alignment=2),
        ]
        return self.table([row], [self.width - right, right], ("VALIGN", (0, 0), (-1, -1), "BOTTOM"))

    def _due(self, due: DueRow) -> Iterator[Flowable]:
        """Code in large letters, sign, then how much time is left, what it is, and what to file."""
        inside: list[Flowable] = []
        first, second = 27 * MM, 9 * MM
        inner = Setter(self.tongue, self.size, self.width - first - second)
        inside += inner.row(due.left, self.size + 1, bold=True, below=1)
        inside += inner.row(due.name, self.size, bold=True, below=1)
        for line in due.lines:
            inside += inner.row(line, self.size - 1, below=1)
        yield self.table(
            [[self.paragraph(due.code, 13, bold=True), ShapeSign(due.sign, 6.5 * MM), inside]],
            (first, second, self.width - first - second),
            ("LINEBELOW", (0, 0), (-1, 0), 0.6, HexColor(LINE)),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            below=5,
        )

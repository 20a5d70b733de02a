"""Draws preparation sheets: rows of labelled boxes, ticks and tables, and remembers the field that belongs to each.

    sheet = Sheet("F04", "Solicitud…", "Demann…", "2026-11")
    sheet.section("A. Identidad", "Idantite")
    sheet.row(Box("nombres", 4, "Nombres", "Prenon"), Choice("sexo", 4, "Sexo", "Sèks", (("mujer", "Mujer"), …)))
    Path("F04.pdf").write_bytes(sheet.finish())

Lengths in millimetres; a row is twelve columns wide. Names of fields are names of facts; tooltips are their labels.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from acroform import Field, Rect, Tick, with_fields
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from konbit.papers import preparation as look
from konbit.papers.preparation import BOLD, FACE, INK, LINE, MM, PLUM

FORMS = Path(__file__).resolve().parents[2] / "forms"
CONTENT = 185.9
GUTTER = 4.0
BOX = 8.0
TICK = 4.5
LABEL_LINE = 3.7
ROW_GAP = 1.5
INSET = 0.35
CELL = 9.5

YES_NO = (("si", "Sí"), ("no", "No"))


@dataclass(frozen=True)
class Box:
    """A box to write in, `span` of twelve columns wide. lines: several, for texts that may be long. tall: millimetres.

    choose: offers the fact's choices; whoever types may still write something else.
    """

    name: str
    span: float
    es: str
    ht: str
    lines: bool = False
    choose: bool = False
    align: int = 0
    tip: str = ""
    tall: float = BOX


@dataclass(frozen=True)
class Hand:
    """A line to fill by hand, `span` of twelve columns wide: no field."""

    span: float
    es: str
    ht: str


@dataclass(frozen=True)
class Choice:
    """Boxes to tick, one of them: (state, what is read). name: empty for boxes that are ticked by hand, no field."""

    name: str
    span: float
    es: str
    ht: str
    options: tuple[tuple[str, str], ...] = YES_NO


Cell = Box | Choice | Hand


@dataclass(frozen=True)
class Column:
    """A table's column. name: with `{n}` for the row; empty for one written by hand. ticks: instead of a box.

    width: millimetres.
    """

    name: str
    width: float
    es: str
    ht: str
    tip: str
    lines: bool = False
    align: int = 0
    ticks: tuple[tuple[str, str], ...] = ()


class Sheet:
    """A sheet being drawn, from the top of its first page."""

    def __init__(self, code: str, title: str, title_ht: str, edition: str, pages: int) -> None:
        look.register_faces()
        self.code, self.title, self.edition, self.pages = code, title, edition, pages
        self._out = io.BytesIO()
        self.canvas = Canvas(
            self._out, (look.WIDTH, look.HEIGHT), invariant=1, pageCompression=1, initialFontName=FACE
        )
        self.canvas.setTitle(f"{code} {title}")
        self.fields: list[Field] = []
        self.page = 0
        with (FORMS / "comun" / "hechos.toml").open("rb") as file:
            self._facts = tomllib.load(file)
        self.y = self._start(title_ht)

    # -- pages --------------------------------------------------------------------------------------------

    def _start(self, title_ht: str = "") -> float:
        """Band and foot; on the first page the title. Returns the height where the content begins, in points."""
        look.foot(self.canvas, self.code, self.edition, f"{self.page + 1} / {self.pages}")
        top = look.band(self.canvas)
        if title_ht:
            base = top - 7.5 * MM
            look.write(self.canvas, look.LEFT, base, self.title, BOLD, look.TITLE)
            look.write(self.canvas, look.LEFT, base - 4.6 * MM, title_ht, FACE, 10.5, PLUM)
            note = look.LEFT + 96 * MM
            look.write(self.canvas, note, base, "Lo que no se sabe queda en blanco.", FACE, 8)
            look.write(self.canvas, note, base - 3.4 * MM, "Sa ou pa konnen, kite li vid.", FACE, 8, PLUM)
            top = base - 5.6 * MM
        return top - 0.5 * MM

    def new_page(self) -> None:
        """Leaves the page as it is and begins the next."""
        self.canvas.showPage()
        self.page += 1
        self.y = self._start()

    def finish(self) -> bytes:
        """The PDF with its fields."""
        assert self.page + 1 == self.pages, f"{self.page + 1} pages, {self.pages} announced"
        self.canvas.save()
        return with_fields(self._out.getvalue(), self.fields, f"{self.code} {self.title}")

    def room(self) -> float:
        """Millimetres left on the page."""
        return (self.y - look.BOTTOM) / MM

    def tip(self, name: str) -> str:
        """What a screen reader says of a field: the fact's own label."""
        return self._facts[name]["etiqueta"]

    def choices(self, name: str) -> dict[str, str]:
        """The choices of a fact, with their words."""
        return self._facts[name]["opciones"]

    # -- rows ---------------------------------------------------------------------------------------------

    def section(self, es: str, ht: str) -> None:
        self.y = look.heading(self.canvas, self.y, es, ht)

    def head_field(self, name: str, width: float, es: str, ht: str, tip: str) -> None:
        """A small box at the right of the title."""
        x, y = look.WIDTH - look.RIGHT - width * MM, look.HEIGHT - look.TOP - look.BAND - 13.1 * MM
        self._label(x, y + BOX * MM + 3, width * MM, es, ht, 1)
        self.add_text(name, (x, y, x + width * MM, y + BOX * MM), tip)

    def row(self, *cells: Cell, left: float = 0.0, width: float = CONTENT) -> None:
        """Cells beside each other, from `left` on, filling `width`."""
        column = (width + GUTTER) / 12
        places, at = [], left
        for cell in cells:
            places.append((at, cell.span * column - GUTTER))
            at += cell.span * column
        lines = max(
            self._label_lines(cell.es, cell.ht, wide * MM)
            for cell, (_, wide) in zip(cells, places, strict=True)
        )
        base = self.y - 3.0 * MM
        low = self.y - (lines * LABEL_LINE + BOX) * MM
        lowest = low
        for cell, (at, wide) in zip(cells, places, strict=True):
            x = look.LEFT + at * MM
            self._label(x, base, wide * MM, cell.es, cell.ht, lines)
            if isinstance(cell, Choice):
                self._choice(cell, x, low, wide * MM)
            elif isinstance(cell, Hand):
                look.pen(self.canvas, INK, 0.7)
                self.canvas.line(x, low, x + wide * MM, low)
            else:
                floor = self.y - (lines * LABEL_LINE + cell.tall) * MM
                lowest = min(lowest, floor)
                self.add_text(
                    cell.name,
                    (x, floor, x + wide * MM, floor + cell.tall * MM),
                    cell.tip or self.tip(cell.name),
                    lines=cell.lines,
                    options=tuple(self._facts[cell.name]["opciones"].values()) if cell.choose else (),
                    align=cell.align,
                )
        self.y = lowest - ROW_GAP * MM

    def _label_lines(self, es: str, ht: str, wide: float) -> int:
        one = stringWidth(es, BOLD, look.LABEL) + 4 + stringWidth(ht, FACE, look.LABEL_HT)
        return 1 if one <= wide else 2

    def _label(self, x: float, base: float, wide: float, es: str, ht: str, lines: int) -> None:
        """Spanish bold, Creole beside it, or below where there is no room (then in every cell of the row)."""
        for text, face, size in ((es, BOLD, look.LABEL), (ht, FACE, look.LABEL_HT)):
            assert stringWidth(text, face, size) <= wide + 0.5, f"label too long: {text}"
        look.write(self.canvas, x, base, es, BOLD, look.LABEL)
        if lines == 1:
            look.write(
                self.canvas,
                x + stringWidth(es, BOLD, look.LABEL) + 4,
                base,
                ht,
                FACE,
                look.LABEL_HT,
                PLUM,
            )
        else:
            look.write(self.canvas, x, base - 3.4 * MM, ht, FACE, look.LABEL_HT, PLUM)

    def frame(self, rect: Rect) -> None:
        look.pen(self.canvas, LINE, 0.7)
        self.canvas.rect(rect[0], rect[1], rect[2] - rect[0], rect[3] - rect[1], stroke=1, fill=0)

    def add_text(
        self,
        name: str,
        rect: Rect,
        tip: str,
        *,
        lines: bool = False,
        options: tuple[str, ...] = (),
        align: int = 0,
        size: float = look.VALUE,
        framed: bool = True,
    ) -> None:
        """A box with its field, a hair inside the frame."""
        if framed:
            self.frame(rect)
        inside = _inside(rect, INSET * MM)
        kind = "combo" if options else "text"
        self.fields.append(Field(name, kind, tip, self.page, inside, size, align, lines, options))

    def _choice(self, cell: Choice, x: float, low: float, wide: float) -> None:
        ticks, at = [], x
        for state, label in cell.options:
            ticks.append(self.tick(state, label, at, low + (BOX - TICK) / 2 * MM))
            at += TICK * MM + 3.5 + stringWidth(label, FACE, 9.5) + 8
        assert at - 8 <= x + wide + 1, f"ticks too wide: {cell.name}"
        if cell.name:
            self.fields.append(Field(cell.name, "ticks", self.tip(cell.name), self.page, ticks=tuple(ticks)))

    def tick(self, state: str, label: str, x: float, y: float, size: float = 9.5) -> Tick:
        """A box to tick, drawn with its label."""
        rect = (x, y, x + TICK * MM, y + TICK * MM)
        look.pen(self.canvas, INK, 0.9)
        self.canvas.rect(x, y, TICK * MM, TICK * MM, stroke=1, fill=0)
        if label:
            look.write(self.canvas, x + TICK * MM + 3.5, y + TICK / 2 * MM - 0.36 * size, label, FACE, size)
        return Tick(state, label, rect)

    # -- declarations -------------------------------------------------------------------------------------

    def statements(self, *said: tuple[str, str, str]) -> None:
        """Single ticks beside each other, each before a sentence in both tongues: (field, Spanish, Creole)."""
        wide = [max(stringWidth(es, FACE, 8.5), stringWidth(ht, FACE, 8)) for _, es, ht in said]
        before = TICK * MM + 3
        spare = (CONTENT * MM - sum(wide) - before * len(said)) / max(len(said) - 1, 1)
        assert spare > 5, f"sentences too long by {5 - spare:.0f} points"
        x, y = look.LEFT, self.y - TICK * MM - 1.2 * MM
        for (name, es, ht), width in zip(said, wide, strict=True):
            tick = self.tick("si", "", x, y)
            self.fields.append(Field(name, "tick", self.tip(name), self.page, ticks=(tick,)))
            look.write(self.canvas, x + before, y + 2.3 * MM, es, FACE, 8.5)
            look.write(self.canvas, x + before, y - 1.1 * MM, ht, FACE, 8, PLUM)
            x += before + width + spare
        self.y = y - 3.2 * MM

    def signature(self, left: float, height: float, es: str, ht: str, print_es: str, print_ht: str) -> None:
        """A line to sign on by hand and a dashed square for a fingerprint, at the right of `left`: no fields."""
        side = height - 4.5
        x, low = look.LEFT + left * MM, self.y - height * MM
        line, end = low + 4.2 * MM, look.WIDTH - look.RIGHT - (side + GUTTER) * MM
        look.pen(self.canvas, INK, 0.9)
        self.canvas.line(x, line, end, line)
        look.write(self.canvas, x, line - 3.4 * MM, es, BOLD, look.LABEL)
        look.write(self.canvas, end, line - 3.4 * MM, ht, FACE, look.LABEL_HT, PLUM, "r")
        square = look.WIDTH - look.RIGHT - side * MM
        look.pen(self.canvas, LINE, 0.7, (2, 2))
        self.canvas.rect(square, line, side * MM, side * MM, stroke=1, fill=0)
        self.canvas.setDash([])
        middle = square + side / 2 * MM
        look.write(self.canvas, middle, line + 4.2 * MM, print_es, FACE, 7, INK, "c")
        look.write(self.canvas, middle, line + 1.4 * MM, print_ht, FACE, 7, PLUM, "c")

    # -- tables -------------------------------------------------------------------------------------------

    def table(
        self,
        es: str,
        ht: str,
        columns: Sequence[Column],
        rows: int,
        *,
        left: float = 0.0,
        notice: tuple[str, str] | None = None,
        first: int = 1,
        number: float = 6.0,
        title: bool = True,
        across: float = 0.0,
    ) -> float:
        """A table with numbered rows. notice: field and tooltip of the place that says where it goes on.

        across: width of the title's line, where it stands over two tables.
        Returns the height below it and leaves `y` where it was, so that two tables can stand side by side.
        """
        x, width = look.LEFT + left * MM, (number + sum(column.width for column in columns)) * MM
        top = self.y
        if title:
            base = top - 3.2 * MM
            look.write(self.canvas, x, base, es, BOLD, look.LABEL + 1)
            at = x + stringWidth(es, BOLD, look.LABEL + 1) + 4
            look.write(self.canvas, at, base, ht, FACE, look.LABEL_HT, PLUM)
            if notice:
                start = at + stringWidth(ht, FACE, look.LABEL_HT) + 6
                rect = (start, top - 4.6 * MM, x + (across * MM or width), top)
                self.add_text(notice[0], rect, notice[1], align=2, size=8.5, framed=False)
            top -= 5.0 * MM
        elif notice:  # on the line of the section's heading
            rect = (x + width / 3, top + 4, x + width, top + 4 + 4.6 * MM)
            self.add_text(notice[0], rect, notice[1], align=2, size=8.5, framed=False)
        head = 7.0 * MM
        look.ink(self.canvas, look.GREY)
        self.canvas.rect(x, top - head, width, head, stroke=0, fill=1)
        at = x + number * MM
        for column in columns:
            for text, face, size in ((column.es, BOLD, 8), (column.ht, FACE, 7.5)):
                assert stringWidth(text, face, size) <= column.width * MM - 2, f"heading too long: {text}"
            look.write(self.canvas, at + 2, top - 2.9 * MM, column.es, BOLD, 8)
            look.write(self.canvas, at + 2, top - 6.0 * MM, column.ht, FACE, 7.5, PLUM)
            at += column.width * MM
        low = top - head - rows * BOX * MM
        self._grid(x, top, width, head, rows, number, columns)
        for row in range(rows):
            floor = top - head - (row + 1) * BOX * MM
            count = first + row
            look.write(self.canvas, x + number / 2 * MM, floor + 2.9 * MM, str(count), FACE, 8, INK, "c")
            at = x + number * MM
            for column in columns:
                self._cell(column, count, (at, floor, at + column.width * MM, floor + BOX * MM))
                at += column.width * MM
        return low - ROW_GAP * MM

    def _grid(
        self,
        x: float,
        top: float,
        width: float,
        head: float,
        rows: int,
        number: float,
        columns: Sequence[Column],
    ) -> None:
        low = top - head - rows * BOX * MM
        look.pen(self.canvas, LINE, 0.7)
        self.canvas.rect(x, low, width, top - low, stroke=1, fill=0)
        for row in range(rows):
            y = top - head - row * BOX * MM
            self.canvas.line(x, y, x + width, y)
        at = x + number * MM
        for column in columns:
            self.canvas.line(at, low, at, top)
            at += column.width * MM

    def _cell(self, column: Column, count: int, rect: Rect) -> None:
        name = column.name.replace("{n}", str(count))
        tip = f"{column.tip}, fila {count}"
        if not column.ticks:
            if not name:
                return
            self.add_text(name, rect, tip, lines=column.lines, align=column.align, size=CELL, framed=False)
            return
        step = (rect[2] - rect[0]) / len(column.ticks)
        ticks = []
        for place, (state, label) in enumerate(column.ticks):
            wide = TICK * MM + 2.5 + stringWidth(label, FACE, 8)
            at = rect[0] + place * step + (step - wide) / 2
            y = rect[1] + (BOX - TICK) / 2 * MM
            look.pen(self.canvas, INK, 0.9)
            self.canvas.rect(at, y, TICK * MM, TICK * MM, stroke=1, fill=0)
            look.write(self.canvas, at + TICK * MM + 2.5, y + TICK / 2 * MM - 2.9, label, FACE, 8)
            ticks.append(Tick(state, label, (at, y, at + TICK * MM, y + TICK * MM)))
        if name:
            self.fields.append(Field(name, "ticks", tip, self.page, ticks=tuple(ticks)))


def _inside(rect: Rect, by: float) -> Rect:
    return rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by

"""What the layout of a preparation sheet is made of: parts, one below the other, each of which draws itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from acroform import Field
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from sheet import CONTENT, LABEL_LINE, TICK, Cell, Column, Sheet

from konbit.papers import preparation as look
from konbit.papers.preparation import BOLD, FACE, INK, MM, PLUM

NUMBER, TABLE_TITLE = 6.0, 5.0
"""Of a table, in millimetres: the column of the row numbers, the line of its title."""
RED = 0x9B1C1C
"""For a warning that is also told by its frame, its sign and its weight."""


class Part(Protocol):
    """Draws itself at the sheet's height and moves it down."""

    def draw(self, sheet: Sheet) -> None: ...


@dataclass(frozen=True)
class Layout:
    """A sheet. folder: of the route it belongs to. pages: the parts of each, from above."""

    code: str
    folder: str
    title: str
    title_ht: str
    edition: str
    pages: tuple[tuple[Part, ...], ...]

    def draw(self) -> bytes:
        """The PDF. Same layout, same bytes."""
        sheet = Sheet(self.code, self.title, self.title_ht, self.edition, len(self.pages))
        sheet.head_field("preparada_el", 34, "Preparada el", "Jou a", "Día en que se preparó esta hoja")
        for number, parts in enumerate(self.pages):
            if number:
                sheet.new_page()
            for part in parts:
                part.draw(sheet)
            assert sheet.room() > 0, f"{self.code}, page {number + 1}: {-sheet.room():.1f} mm too long"
        return sheet.finish()


@dataclass(frozen=True)
class Section:
    """The heading of a block."""

    es: str
    ht: str

    def draw(self, sheet: Sheet) -> None:
        sheet.section(self.es, self.ht)


class Row:
    """Cells beside each other; `width` millimetres from `left`, or the whole page."""

    def __init__(self, *cells: Cell, left: float = 0.0, width: float = CONTENT) -> None:
        self.cells, self.left, self.width = cells, left, width

    def draw(self, sheet: Sheet) -> None:
        sheet.row(*self.cells, left=self.left, width=self.width)


@dataclass(frozen=True)
class Rows:
    """A table over the whole width. notice: field and tooltip of the place that says where it goes on.

    es: its title, or empty where it stands right under the heading of its block.
    """

    columns: Sequence[Column]
    rows: int
    es: str = ""
    ht: str = ""
    notice: tuple[str, str] | None = None

    def draw(self, sheet: Sheet) -> None:
        sheet.y = sheet.table(
            self.es, self.ht, self.columns, self.rows, title=bool(self.es), notice=self.notice
        )


@dataclass(frozen=True)
class InTwoColumns:
    """One table whose second half of rows stands beside the first; each half fills half the page."""

    table: Rows

    def draw(self, sheet: Sheet) -> None:
        whole = self.table
        half = whole.rows // 2
        wide = NUMBER + sum(column.width for column in whole.columns)
        top = sheet.y
        low = sheet.table(whole.es, whole.ht, whole.columns, half, notice=whole.notice, across=2 * wide)
        sheet.y = top - TABLE_TITLE * MM
        sheet.table("", "", whole.columns, half, left=wide, first=half + 1, title=False)
        sheet.y = low


@dataclass(frozen=True)
class Note:
    """A sentence in both tongues, under a block."""

    es: str
    ht: str

    def draw(self, sheet: Sheet) -> None:
        base = sheet.y - 2.6 * MM
        for text in (self.es, self.ht):
            assert stringWidth(text, FACE, 8.5) <= CONTENT * MM, f"note too long: {text}"
        look.write(sheet.canvas, look.LEFT, base, self.es, FACE, 8.5)
        look.write(sheet.canvas, look.LEFT, base - 3.6 * MM, self.ht, FACE, 8.5, PLUM)
        sheet.y = base - 5.0 * MM


@dataclass(frozen=True)
class Caution:
    """A heavy frame with a sign. danger: red and large, for what can harm; else a thin frame."""

    es: str
    ht: str
    danger: bool = False

    def draw(self, sheet: Sheet) -> None:
        size, small, colour = (11.0, 10.0, RED) if self.danger else (9.0, 8.5, INK)
        pad, sign = 2.6 * MM, 13 * MM if self.danger else 0
        wide = CONTENT * MM - 2 * pad - sign
        lines = [(line, BOLD, size, colour) for line in simpleSplit(self.es, BOLD, size, wide)]
        lines += [(line, FACE, small, PLUM) for line in simpleSplit(self.ht, FACE, small, wide)]
        top = sheet.y - 1 * MM
        height = sum(one[2] * 1.32 for one in lines) + 2 * pad - 2
        low = top - height
        look.pen(sheet.canvas, colour, 2.4 if self.danger else 1.0)
        sheet.canvas.rect(look.LEFT, low, CONTENT * MM, height, stroke=1, fill=0)
        if self.danger:
            _sign(sheet, look.LEFT + pad + 0.5 * MM, low + height / 2, colour)
        base = top - pad + 2
        for line, face, letter, ink in lines:
            base -= letter * 1.32
            look.write(sheet.canvas, look.LEFT + pad + sign, base + letter * 0.22, line, face, letter, ink)
        sheet.y = low - 1.5 * MM


def _sign(sheet: Sheet, x: float, middle: float, colour: int) -> None:
    """A triangle with an exclamation mark."""
    side, high = 10 * MM, 9 * MM
    look.pen(sheet.canvas, colour, 2.2)
    path = sheet.canvas.beginPath()
    path.moveTo(x, middle - high / 2)
    path.lineTo(x + side, middle - high / 2)
    path.lineTo(x + side / 2, middle + high / 2)
    path.close()
    sheet.canvas.drawPath(path, stroke=1, fill=0)
    look.write(sheet.canvas, x + side / 2, middle - high / 2 + 4, "!", BOLD, 16, colour, "c")


@dataclass(frozen=True)
class Ticks:
    """A box for each choice of a fact of which several may hold: a field each, named FACT_CHOICE.

    said: (choice, Spanish, Creole), in columns.
    """

    fact: str
    es: str
    ht: str
    said: tuple[tuple[str, str, str], ...]
    columns: int = 4

    def draw(self, sheet: Sheet) -> None:
        base = sheet.y - 3.0 * MM
        look.write(sheet.canvas, look.LEFT, base, self.es, BOLD, look.LABEL)
        after = look.LEFT + stringWidth(self.es, BOLD, look.LABEL) + 4
        look.write(sheet.canvas, after, base, self.ht, FACE, look.LABEL_HT, PLUM)
        sheet.y -= LABEL_LINE * MM
        labels = sheet.choices(self.fact)
        assert {choice for choice, _, _ in self.said} == set(labels), self.fact
        for (choice, *_), tick in zip(self.said, _boxes(sheet, self.said, self.columns), strict=True):
            tip = f"{sheet.tip(self.fact)}: {labels[choice]}"
            sheet.fields.append(Field(f"{self.fact}_{choice}", "tick", tip, sheet.page, ticks=(tick,)))


@dataclass(frozen=True)
class Checklist:
    """What to bring, ticked by hand: (Spanish, Creole), in columns. No fields."""

    said: tuple[tuple[str, str], ...]
    columns: int = 3

    def draw(self, sheet: Sheet) -> None:
        list(_boxes(sheet, tuple(("", es, ht) for es, ht in self.said), self.columns))


def _boxes(sheet: Sheet, said: Sequence[tuple[str, str, str]], columns: int):
    """Boxes in columns, each beside two lines, the second in Creole."""
    wide, pitch = (CONTENT * MM + 8) / columns, 8.2 * MM
    top = sheet.y - 0.8 * MM
    for place, (_, es, ht) in enumerate(said):
        x = look.LEFT + place % columns * wide
        y = top - place // columns * pitch - TICK * MM - 0.6 * MM
        for text, size in ((es, 8.5), (ht, 8.0)):
            room = wide - TICK * MM - 3 - 8
            assert stringWidth(text, FACE, size) <= room, (
                f"{text}: {stringWidth(text, FACE, size) - room:.0f} too wide"
            )
        yield sheet.tick("si", "", x, y)
        look.write(sheet.canvas, x + TICK * MM + 3, y + 2.5 * MM, es, FACE, 8.5)
        look.write(sheet.canvas, x + TICK * MM + 3, y - 0.8 * MM, ht, FACE, 8, PLUM)
    rows = -(-len(said) // columns)
    sheet.y = top - rows * pitch


class Statements:
    """Single ticks beside each other, each before a sentence in both tongues: (field, Spanish, Creole)."""

    def __init__(self, *said: tuple[str, str, str]) -> None:
        self.said = said

    def draw(self, sheet: Sheet) -> None:
        sheet.statements(*self.said)


@dataclass(frozen=True)
class Signature:
    """Where the person signs, at the right; rows of cells 92 mm wide beside it."""

    es: str
    ht: str
    beside: tuple[Row, ...]

    def draw(self, sheet: Sheet) -> None:
        sheet.signature(100, 26, self.es, self.ht, "Huella si no firma", "Anprent dwèt")
        for row in self.beside:
            row.draw(sheet)

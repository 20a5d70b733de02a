"""A question of the blank interview: its words, the place for the answer, and the four ways of not knowing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph, Spacer

from konbit.papers.preparation import FACE, INK, LINE, MM, pen, write
from konbit.papers.sheet.kept import Kept
from konbit.papers.sheet.pieces import Asked, Shape, Space, Two
from konbit.papers.sheet.shapes import ShapeSign
from konbit.papers.writ.blocks import Run
from konbit.papers.writ.letters import markup

if TYPE_CHECKING:
    from konbit.papers.sheet.setting import Cell, Setter

BOX = 8 * MM
TICK = 4.5 * MM
SMALL = 8.0
LINES = 7
"""Of a story, to write on."""
ROWS = 3
"""Of a list, to write on."""


def asked_flowables(setter: Setter, asked: Asked) -> Iterator[Flowable]:
    """One question, kept together (but for the rows of a list)."""
    made: list[Flowable] = [_words(setter, asked)]
    for more in (asked.only_if, asked.help):
        if more:
            made += [
                setter.paragraph(lane, SMALL + 0.5, colour, italic=more is asked.only_if, leftIndent=8 * MM)
                for lane, colour in setter.lanes(more)
            ]
    made.append(Spacer(1, 3))
    end: list[Flowable] = [Spacer(1, 3)]
    if asked.unknown:
        end.append(_unknown(setter, asked.unknown))
    end.append(Spacer(1, 8))
    space = list(_space(setter, asked))
    if asked.space == Space.ROWS:  # the rows of a list may go on on the next page
        yield Kept([*made, *space[:1]])
        yield from space[1:-1]
        yield Kept([*space[1:][-1:], *end])
    else:
        yield Kept([*made, *space, *end])


def _words(setter: Setter, asked: Asked) -> Flowable:
    size = setter.size
    inside: list[Flowable] = []
    for number, (lane, colour) in enumerate(setter.lanes(asked.text)):
        runs = [Run(lane, bold=number == 0)]
        inside.append(Paragraph(markup(tuple(runs), "KonbitSans", size), setter.style(size, colour)))
    left, right = 8 * MM, 33 * MM
    key = setter.paragraph(asked.key, 6.5, LINE, alignment=2)
    row: list[Cell] = [setter.paragraph(f"{asked.number}", size, bold=True), inside, key]
    return setter.table(
        [row],
        (left, setter.width - left - right, right),
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, HexColor(LINE)),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        below=1,
    )


def _space(setter: Setter, asked: Asked) -> Iterator[Flowable]:
    match asked.space:
        case Space.CHOICES:
            yield from _choices(setter, asked.choices)
        case Space.ROWS:
            yield from _rows(setter, asked.columns)
        case Space.LINES:
            yield _Ruled(setter.width - 8 * MM, LINES)
        case Space.LINE:
            yield _Ruled(setter.width - 8 * MM, 1)
        case Space.DAY | Space.MOMENT | Space.NUMBER | Space.RUN:
            yield _Boxes(asked.space)


def _choices(setter: Setter, choices: tuple[Two, ...]) -> Iterator[Flowable]:
    """In as many columns as their words allow."""
    longest = max((len(setter.inline(one)) for one in choices), default=0)
    columns = 4 if longest <= 16 and len(choices) > 2 else 2 if longest <= 62 or len(choices) > 8 else 1
    if len(choices) == 2 and longest <= 16:
        columns = 4
    width = (setter.width - 8 * MM) / columns
    cells: list[Cell] = []
    for one in choices:
        text = setter.paragraph(setter.inline(one), 9.5)
        cells += [setter.table([[ShapeSign(Shape.SQUARE, TICK), text]], [7 * MM, width - 9 * MM], below=1)]
    while len(cells) % columns:
        cells.append("")
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    yield setter.table(
        [["", *row] for row in rows],
        [8 * MM, *[width] * columns],
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        below=1,
    )


def _rows(setter: Setter, columns: tuple[Two, ...]) -> Iterator[Flowable]:
    """A table to fill in: the labels once at the head of each of a few rows, two to a line."""
    width = (setter.width - 8 * MM) / 2
    for number in range(1, ROWS + 1):
        cells: list[Cell] = []
        for one in columns:
            label = setter.paragraph(setter.inline(one), 7.5, INK)
            cells.append([label, _Ruled(width - 5 * MM, 1, 6.5 * MM)])
        if len(cells) % 2:
            cells.append("")
        rows = [[f"{number}" if at == 0 else "", *cells[at : at + 2]] for at in range(0, len(cells), 2)]
        yield setter.table(
            rows,
            [8 * MM, width, width],
            ("LINEABOVE", (1, 0), (-1, 0), 0.4, HexColor(LINE)),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            below=1.5,
        )


def _unknown(setter: Setter, ways: tuple[Two, ...]) -> Flowable:
    """Small boxes: to be left empty where something is written above."""
    width = (setter.width - 8 * MM) / len(ways)
    cells: list[Cell] = [""]
    for one in ways:
        words: list[Flowable] = [setter.paragraph(lane, SMALL, colour) for lane, colour in setter.lanes(one)]
        cells.append(
            setter.table([[ShapeSign(Shape.SQUARE, 3.4 * MM), words]], [5 * MM, width - 6 * MM], below=0)
        )
    return setter.table([cells], [8 * MM, *[width] * len(ways)], below=1)


class _Ruled(Flowable):
    """Lines to write on. width, apart: points."""

    def __init__(self, width: float, lines: int, apart: float = 9 * MM) -> None:
        super().__init__()
        self.width, self._lines, self._apart = width, lines, apart
        self.height = lines * apart
        self._left = 8 * MM if apart == 9 * MM else 0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aW, aH
        return self.width, self.height

    def draw(self) -> None:
        pen(self.canv, LINE, 0.7)
        for number in range(self._lines):
            low = self.height - (number + 1) * self._apart + 1.5
            self.canv.line(self._left, low, self._left + self.width, low)


class _Boxes(Flowable):
    """Boxes for figures: a day, a day and its hour, a number, a RUN."""

    def __init__(self, space: Space) -> None:
        super().__init__()
        self._parts = _parts(space)
        self.width, self.height = 170 * MM, BOX + 8

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aW, aH
        return self.width, self.height

    def draw(self) -> None:
        left = 8 * MM
        for count, label in self._parts:
            pen(self.canv, INK, 0.9)
            for _ in range(count):
                self.canv.rect(left, 8, BOX * 0.86, BOX)
                left += BOX * 0.86
            if label:
                write(self.canv, left - count * BOX * 0.86 / 2, 0, label, FACE, 6.5, LINE, "c")
            left += 3 * MM


def _parts(space: Space) -> tuple[tuple[int, str], ...]:
    """How many boxes stand together, and what is written below them."""
    day = ((2, "DD"), (2, "MM"), (4, "AAAA"))
    match space:
        case Space.MOMENT:
            return (*day, (2, "HH"), (2, "MM"))
        case Space.NUMBER:
            return ((6, ""),)
        case Space.RUN:
            return ((8, ""), (1, "DV"))
        case _:
            return day

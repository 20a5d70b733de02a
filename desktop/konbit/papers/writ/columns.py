"""Both tongues side by side, to read: never for filing, and every page says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from konbit.papers.writ import blocks as b
from konbit.papers.writ import measures as m
from konbit.papers.writ import pages, setting

_FOOT = "Edición para leer, no se presenta · Kreyòl: bouyon, poko revize"
_HEADS = ("ESPAÑOL · texto que se presenta", "KREYÒL · kopi pou li, pa pou depoze")


def to_pdf(es: b.Writ, ht: b.Writ, *, paper: m.Paper = "oficio") -> bytes:
    """Spanish on the left, Creole on the right, each block beside its twin; a long block goes on overleaf.

    Raises ValueError when the two are not renderings of one case: their blocks differ in kind or number.
    """
    if b.shape(es) != b.shape(ht):
        raise ValueError("the two tongues do not have the same blocks")
    sheet = m.SHEETS[paper]
    side = (sheet.width - 2 * m.COLUMN - m.GUTTER) / 2
    sheet = replace(sheet, left=side, right=side)
    left = setting.Setter(setting.columned(setting.filed(m.COLUMN, draft=True)))
    right = setting.Setter(setting.columned(setting.copied(m.COLUMN)))
    rows: list[Flowable] = []
    for one, other in zip_longest(es.blocks, ht.blocks):
        if isinstance(one, b.PageBreak):
            continue
        rows.append(
            _Row(tuple(left.block(one)), tuple(right.block(other)), heading=isinstance(one, b.Heading))
        )
    title = f"{es.title} · español y kreyòl, para leer"
    return pages.build(rows, sheet, _around(), title=title, tongue="es", face="KonbitSerif")


def _around() -> pages.Decorations:
    copy = pages.reading(_FOOT)

    def over(canvas: Canvas, sheet: m.Sheet, number: int, count: int) -> None:
        copy.over(canvas, sheet, number, count)
        top = (sheet.height - sheet.top + 3) * m.MM
        second = sheet.left + m.COLUMN + m.GUTTER
        canvas.setFillColor(black)
        canvas.setFont("KonbitSans-Bold", 8)
        canvas.drawString(sheet.left * m.MM, top, _HEADS[0])
        canvas.drawString(second * m.MM, top, _HEADS[1])
        canvas.setStrokeColor(Color(0.6, 0.6, 0.6))
        canvas.setLineWidth(0.4)
        middle = (sheet.left + m.COLUMN + m.GUTTER / 2) * m.MM
        canvas.line(middle, sheet.bottom * m.MM, middle, top + 8)

    return pages.Decorations(copy.under, over)


class _Row(Flowable):
    """One block in two tongues; each side splits where the page ends, and the rest goes on beside the rest."""

    def __init__(self, left: Sequence[Flowable], right: Sequence[Flowable], *, heading: bool = False) -> None:
        super().__init__()
        self._sides = (left, right)
        self._height = 0.0
        self.keepWithNext = int(heading)
        self.spaceAfter = 3

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        self._height = max((_height(side, aH) for side in self._sides), default=0.0)
        return aW, self._height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        del aW
        cut = [_cut(side, aH) for side in self._sides]
        if not any(head for head, _ in cut):
            return []
        first, rest = (_Row(cut[0][n], cut[1][n]) for n in (0, 1))
        return [first, rest]

    def draw(self) -> None:
        across = 0.0
        for side in self._sides:
            down = self._height
            for piece in side:
                before = piece.getSpaceBefore()
                _, height = piece.wrapOn(self.canv, m.COLUMN * m.MM, 10_000)
                down -= height + before
                piece.drawOn(self.canv, across, down)
                down -= piece.getSpaceAfter()
            across += (m.COLUMN + m.GUTTER) * m.MM


def _height(side: Sequence[Flowable], available: float) -> float:
    return sum(_tall(piece, available) for piece in side)


def _tall(piece: Flowable, available: float) -> float:
    return piece.getSpaceBefore() + piece.wrap(m.COLUMN * m.MM, available)[1] + piece.getSpaceAfter()


def _cut(side: Sequence[Flowable], available: float) -> tuple[list[Flowable], list[Flowable]]:
    """What fits in the height, and what is left."""
    for place, piece in enumerate(side):
        tall = _tall(piece, available)
        if tall <= available:
            available -= tall
            continue
        room = available - piece.getSpaceBefore() - piece.getSpaceAfter()
        halves = piece.split(m.COLUMN * m.MM, room) if room > 0 else []
        if len(halves) > 1:
            return [*side[:place], halves[0]], [*halves[1:], *side[place + 1 :]]
        return list(side[:place]), list(side[place:])
    return list(side), []

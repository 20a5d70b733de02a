"""State signs on a square of 24 units, as the window draws them: shape first, so that they outlive a photocopy."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from konbit.papers.preparation import INK, pen
from konbit.papers.sheet.pieces import Shape

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

UNITS = 24.0
_Points = tuple[tuple[float, float], ...]


def draw_shape(canvas: Canvas, shape: Shape, left: float, low: float, side: float) -> None:
    """Draws a sign into the square whose lower left corner is given, in points."""
    canvas.saveState()
    canvas.translate(left, low + side)
    canvas.scale(side / UNITS, -side / UNITS)  # the drawings count downwards
    pen(canvas, INK, 2.1)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    match shape:
        case Shape.TICK:
            canvas.circle(12, 12, 9.6)
            _lines(canvas, (7.4, 12.4), (10.8, 15.8), (16.8, 8.8))
        case Shape.CROSS:
            canvas.circle(12, 12, 9.6)
            _lines(canvas, (8.4, 8.4), (15.6, 15.6))
            _lines(canvas, (15.6, 8.4), (8.4, 15.6))
        case Shape.QUESTION:
            canvas.circle(12, 12, 9.6)
            path = canvas.beginPath()
            path.moveTo(9.2, 9.6)
            path.curveTo(9.2, 5.8, 15, 6, 14.8, 9.8)
            path.curveTo(14.6, 11.8, 12, 11.8, 12, 14)
            canvas.drawPath(path, stroke=1, fill=0)
            _lines(canvas, (12, 17), (12, 17.01))
        case Shape.DASH:
            canvas.circle(12, 12, 9.6)
            _lines(canvas, (7.6, 12), (16.4, 12))
        case Shape.TRIANGLE:
            _lines(canvas, (12, 2.6), (22.4, 21), (1.6, 21), closed=True)
            _lines(canvas, (12, 9.4), (12, 14.6))
            _lines(canvas, (12, 18), (12, 18.01))
        case Shape.OCTAGON:
            corners = tuple(
                (12 + 10.4 * cos(pi / 8 + at * pi / 4), 12 + 10.4 * sin(pi / 8 + at * pi / 4))
                for at in range(8)
            )
            canvas.setLineWidth(2.6)
            _lines(canvas, *corners, closed=True)
            _lines(canvas, (12, 6.8), (12, 13))
            _lines(canvas, (12, 17), (12, 17.01))
        case Shape.HOURGLASS:
            _lines(canvas, (5.4, 2.6), (18.6, 2.6))
            _lines(canvas, (5.4, 21.4), (18.6, 21.4))
            path = canvas.beginPath()
            for side_x in (7, 17):
                inward = 12 + (side_x - 12) * 0.1
                path.moveTo(side_x, 2.6)
                path.curveTo(side_x, 8.5, inward, 9.5, 12, 12)
                path.curveTo(inward, 14.5, side_x, 15.5, side_x, 21.4)
            canvas.drawPath(path, stroke=1, fill=0)
        case Shape.PENCIL:
            _lines(canvas, (3.4, 20.6), (4.8, 15.2), (16.4, 3.6), (20.4, 7.6), (8.8, 19.2), closed=True)
            _lines(canvas, (13.4, 6.6), (17.4, 10.6))
        case Shape.LOCK:
            canvas.rect(4.4, 10.6, 15.2, 10.8)
            path = canvas.beginPath()
            path.moveTo(7.6, 10.6)
            path.lineTo(7.6, 7.6)
            path.curveTo(7.6, 1.2, 16.4, 1.2, 16.4, 7.6)
            path.lineTo(16.4, 10.6)
            canvas.drawPath(path, stroke=1, fill=0)
        case Shape.SQUARE:
            canvas.setLineWidth(1.7)
            canvas.rect(2, 2, 20, 20)
        case Shape.NO:
            canvas.setLineWidth(3.2)
            _lines(canvas, (5, 5), (19, 19))
            _lines(canvas, (19, 5), (5, 19))
    canvas.restoreState()


def _lines(canvas: Canvas, *points: tuple[float, float], closed: bool = False) -> None:
    path = canvas.beginPath()
    for number, at in enumerate(points):
        (path.lineTo if number else path.moveTo)(*at)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=1, fill=0)


class ShapeSign(Flowable):
    """A sign as a flowable. side: points. drop: how far it is moved down, to stand beside a first line."""

    def __init__(self, shape: Shape, side: float, drop: float = 0.0) -> None:
        super().__init__()
        self.shape, self.width, self.height, self._drop = shape, side, side, drop

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aW, aH
        return self.width, self.height

    def draw(self) -> None:
        draw_shape(self.canv, self.shape, 0, -self._drop, self.width)

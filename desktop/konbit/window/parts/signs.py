"""Signs as painter paths on a 24-unit square: our own drawings (MIT), one stroke weight, told apart in grey.

State is shape + word + colour, in that order: no sign is only another colour of a second one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

UNITS = 24.0
STROKE = 2.0


class Sign(Enum):
    TICK = "tick"
    TICK_RING = "tick_ring"
    TRIANGLE = "triangle"
    CROSS = "cross"
    CROSS_RING = "cross_ring"
    QUESTION_RING = "question_ring"
    HOURGLASS = "hourglass"
    PENCIL = "pencil"
    DASH_RING = "dash_ring"
    LOCK = "lock"
    OCTAGON = "octagon"
    SHIELD = "shield"
    CLOCK = "clock"
    ARROW_RIGHT = "arrow_right"
    ARROW_LEFT = "arrow_left"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_UP = "chevron_up"
    DOCUMENT = "document"
    PRINTER = "printer"
    SPEAKER = "speaker"
    SEARCH = "search"
    PLUS = "plus"
    MENU = "menu"
    FOLDER = "folder"
    CALENDAR = "calendar"
    PEOPLE = "people"
    SLIDERS = "sliders"
    HAND = "hand"


def _lines(path: QPainterPath, *points: tuple[float, float], closed: bool = False) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.closeSubpath()


def _ring(path: QPainterPath, radius: float = 9) -> None:
    path.addEllipse(QPointF(12, 12), radius, radius)


def _dot(path: QPainterPath, x: float, y: float) -> None:
    # A stroke of no length is not drawn everywhere; a hair's length with a round cap is a dot.
    _lines(path, (x, y), (x + 0.01, y))


def _tick(path: QPainterPath) -> None:
    _lines(path, (5, 12.5), (10, 17.5), (19.5, 7))


def _tick_ring(path: QPainterPath) -> None:
    _ring(path)
    _lines(path, (8, 12.4), (11, 15.2), (16.2, 9.4))


def _triangle(path: QPainterPath) -> None:
    _lines(path, (12, 3.5), (22, 20.5), (2, 20.5), closed=True)
    _lines(path, (12, 10), (12, 14.5))
    _dot(path, 12, 17.6)


def _cross(path: QPainterPath) -> None:
    _lines(path, (6, 6), (18, 18))
    _lines(path, (18, 6), (6, 18))


def _cross_ring(path: QPainterPath) -> None:
    _ring(path)
    _lines(path, (9, 9), (15, 15))
    _lines(path, (15, 9), (9, 15))


def _question_ring(path: QPainterPath) -> None:
    _ring(path)
    path.moveTo(9.4, 9.6)
    path.cubicTo(9.4, 6.2, 14.8, 6.4, 14.6, 9.8)
    path.cubicTo(14.5, 11.6, 12, 11.7, 12, 13.6)
    _dot(path, 12, 16.6)


def _hourglass(path: QPainterPath) -> None:
    _lines(path, (6, 3), (18, 3))
    _lines(path, (6, 21), (18, 21))
    path.moveTo(7.5, 3)
    path.cubicTo(7.5, 8.5, 11.5, 9.5, 12, 12)
    path.cubicTo(11.5, 14.5, 7.5, 15.5, 7.5, 21)
    path.moveTo(16.5, 3)
    path.cubicTo(16.5, 8.5, 12.5, 9.5, 12, 12)
    path.cubicTo(12.5, 14.5, 16.5, 15.5, 16.5, 21)


def _pencil(path: QPainterPath) -> None:
    _lines(path, (4, 20), (5.2, 15.2), (16.2, 4.2), (19.8, 7.8), (8.8, 18.8), closed=True)
    _lines(path, (13.6, 6.8), (17.2, 10.4))


def _dash_ring(path: QPainterPath) -> None:
    _ring(path)
    _lines(path, (8, 12), (16, 12))


def _lock(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 10.5, 14, 10.5), 1.5, 1.5)
    path.moveTo(8, 10.5)
    path.lineTo(8, 7.5)
    path.arcTo(QRectF(8, 3.5, 8, 8), 180, -180)
    path.lineTo(16, 10.5)


def _octagon(path: QPainterPath) -> None:
    corners = [
        (12 + 9.9 * math.cos(math.radians(22.5 + 45 * at)), 12 + 9.9 * math.sin(math.radians(22.5 + 45 * at)))
        for at in range(8)
    ]
    _lines(path, *corners, closed=True)
    _lines(path, (12, 7.2), (12, 12.8))
    _dot(path, 12, 16.4)


def _shield(path: QPainterPath) -> None:
    path.moveTo(12, 3)
    path.lineTo(19.5, 5.6)
    path.lineTo(19.5, 11.5)
    path.cubicTo(19.5, 16.4, 16, 19.4, 12, 21)
    path.cubicTo(8, 19.4, 4.5, 16.4, 4.5, 11.5)
    path.lineTo(4.5, 5.6)
    path.closeSubpath()
    _lines(path, (8.5, 12), (15.5, 12))


def _clock(path: QPainterPath) -> None:
    _ring(path)
    _lines(path, (12, 6.8), (12, 12), (15.4, 14))


def _arrow_right(path: QPainterPath) -> None:
    _lines(path, (4, 12), (20, 12))
    _lines(path, (14, 6), (20, 12), (14, 18))


def _arrow_left(path: QPainterPath) -> None:
    _lines(path, (20, 12), (4, 12))
    _lines(path, (10, 6), (4, 12), (10, 18))


def _chevron_down(path: QPainterPath) -> None:
    _lines(path, (6, 9), (12, 15), (18, 9))


def _chevron_up(path: QPainterPath) -> None:
    _lines(path, (6, 15), (12, 9), (18, 15))


def _document(path: QPainterPath) -> None:
    _lines(path, (5, 3), (14, 3), (19, 8), (19, 21), (5, 21), closed=True)
    _lines(path, (14, 3), (14, 8), (19, 8))
    _lines(path, (8.5, 12.5), (15.5, 12.5))
    _lines(path, (8.5, 16.5), (15.5, 16.5))


def _printer(path: QPainterPath) -> None:
    _lines(path, (7, 9), (7, 3), (17, 3), (17, 9))
    _lines(path, (7, 17), (3.5, 17), (3.5, 9), (20.5, 9), (20.5, 17), (17, 17))
    path.addRect(QRectF(7, 14, 10, 7))


def _speaker(path: QPainterPath) -> None:
    _lines(path, (3, 9.5), (7, 9.5), (12, 5), (12, 19), (7, 14.5), (3, 14.5), closed=True)
    path.arcMoveTo(QRectF(11, 8, 8, 8), 50)
    path.arcTo(QRectF(11, 8, 8, 8), 50, -100)
    path.arcMoveTo(QRectF(8, 5, 14, 14), 48)
    path.arcTo(QRectF(8, 5, 14, 14), 48, -96)


def _search(path: QPainterPath) -> None:
    path.addEllipse(QPointF(10.5, 10.5), 6.5, 6.5)
    _lines(path, (15.3, 15.3), (20.5, 20.5))


def _plus(path: QPainterPath) -> None:
    _lines(path, (12, 4.5), (12, 19.5))
    _lines(path, (4.5, 12), (19.5, 12))


def _menu(path: QPainterPath) -> None:
    for y in (6, 12, 18):
        _lines(path, (3, y), (21, y))


def _folder(path: QPainterPath) -> None:
    _lines(path, (3, 20), (3, 4.5), (9, 4.5), (11.5, 7.5), (21, 7.5), (21, 20), closed=True)


def _calendar(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3.5, 5, 17, 16), 1.5, 1.5)
    _lines(path, (3.5, 10), (20.5, 10))
    _lines(path, (8, 2.5), (8, 7))
    _lines(path, (16, 2.5), (16, 7))


def _people(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 3.2, 3.2)
    path.addEllipse(QPointF(17, 9.5), 2.4, 2.4)
    path.moveTo(2.5, 20)
    path.cubicTo(2.5, 12.5, 13.5, 12.5, 13.5, 20)
    path.moveTo(15, 15.2)
    path.cubicTo(18.5, 14, 21.5, 16, 21.5, 20)


def _sliders(path: QPainterPath) -> None:
    for y, knob in ((6, 8), (12, 16), (18, 10)):
        _lines(path, (3, y), (21, y))
        _lines(path, (knob, y - 2.4), (knob, y + 2.4))


def _hand(path: QPainterPath) -> None:
    path.moveTo(7, 13)
    path.lineTo(7, 6.8)
    path.arcTo(QRectF(7, 5.3, 3, 3), 180, -180)
    path.lineTo(10, 11)
    path.lineTo(10, 4.8)
    path.arcTo(QRectF(10, 3.3, 3, 3), 180, -180)
    path.lineTo(13, 11)
    path.lineTo(13, 5.8)
    path.arcTo(QRectF(13, 4.3, 3, 3), 180, -180)
    path.lineTo(16, 11.5)
    path.lineTo(16, 8.8)
    path.arcTo(QRectF(16, 7.3, 3, 3), 180, -180)
    path.lineTo(19, 15)
    path.cubicTo(19, 22.5, 9.5, 22.5, 7.5, 18)
    path.lineTo(4.2, 13.4)
    path.cubicTo(3.6, 12, 5.6, 10.8, 7, 13)


_DRAWINGS: Mapping[Sign, Callable[[QPainterPath], None]] = MappingProxyType(
    {
        Sign.TICK: _tick,
        Sign.TICK_RING: _tick_ring,
        Sign.TRIANGLE: _triangle,
        Sign.CROSS: _cross,
        Sign.CROSS_RING: _cross_ring,
        Sign.QUESTION_RING: _question_ring,
        Sign.HOURGLASS: _hourglass,
        Sign.PENCIL: _pencil,
        Sign.DASH_RING: _dash_ring,
        Sign.LOCK: _lock,
        Sign.OCTAGON: _octagon,
        Sign.SHIELD: _shield,
        Sign.CLOCK: _clock,
        Sign.ARROW_RIGHT: _arrow_right,
        Sign.ARROW_LEFT: _arrow_left,
        Sign.CHEVRON_DOWN: _chevron_down,
        Sign.CHEVRON_UP: _chevron_up,
        Sign.DOCUMENT: _document,
        Sign.PRINTER: _printer,
        Sign.SPEAKER: _speaker,
        Sign.SEARCH: _search,
        Sign.PLUS: _plus,
        Sign.MENU: _menu,
        Sign.FOLDER: _folder,
        Sign.CALENDAR: _calendar,
        Sign.PEOPLE: _people,
        Sign.SLIDERS: _sliders,
        Sign.HAND: _hand,
    }
)


def path(sign: Sign) -> QPainterPath:
    """The strokes of a sign, on a square of 24 units."""
    drawn = QPainterPath()
    _DRAWINGS[sign](drawn)
    return drawn


def paint(painter: QPainter, sign: Sign, box: QRectF, colour: QColor) -> None:
    """Draw a sign into a square box, at any size, in one colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / UNITS, box.height() / UNITS)
    painter.setPen(
        QPen(colour, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path(sign))
    painter.restore()

"""What things stand on: a card, a ground of one colour, a band with a line at its edge. Colours are asked for when
drawn, so a change of theme is one repaint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from konbit.window.look.style import RADIUS
from konbit.window.look.theme import running

_ROLES = {
    "ground": QPalette.ColorRole.Window,
    "sheet": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.AlternateBase,
}


def lay_ground(widget: QWidget, token: str) -> None:
    """Fill a widget with "ground", "sheet" or "sunken", in whatever theme."""
    widget.setBackgroundRole(_ROLES[token])
    widget.setAutoFillBackground(True)


class Card(QFrame):
    """A sheet with round corners and a line around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(1, 1, 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = running(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class Band(QWidget):
    """A sheet along a side of the page, with a line where the page begins: `edge` is its top or its left."""

    def __init__(self, edge: Qt.Edge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = edge
        top = edge == Qt.Edge.TopEdge
        self.setContentsMargins(0 if top else 1, 1 if top else 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = running(), QPainter(self)
        painter.fillRect(event.rect(), theme.colour("sheet"))
        top = self._edge == Qt.Edge.TopEdge
        wide, tall = (self.width(), 1) if top else (1, self.height())
        painter.fillRect(0, 0, wide, tall, theme.colour("line"))

"""A sign by itself, beside words that say the same: decoration to the screen reader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from konbit.window.parts import signs
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Words


class SignMark(Part, QWidget):
    """`side` in pixels at 100 %."""

    def __init__(
        self, words: Words, sign: Sign, tone: str = "ink2", side: float = 20, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sign, self._tone, self._side = sign, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.settle(words)

    def show_sign(self, sign: Sign, tone: str) -> None:
        self._sign, self._tone = sign, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.size(self._side)
        return QSize(side, side + self.theme.gap(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        side = self.theme.size(self._side)
        box = QRectF(0, self.theme.gap(2), side, side)
        signs.paint(QPainter(self), self._sign, box, self.theme.colour(self._tone))

"""Which tongues are on the screen: Español, both, Kreyòl. Each is named in its own tongue."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import signs
from konbit.window.parts.lettering import Block, Run
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Words

# Names of tongues are never translated: a person finds her own.
_NAMES = (("es", "Español"), ("es+ht", "Español + Kreyòl"), ("ht", "Kreyòl"))


class _Tongue(Part, QAbstractButton):
    def __init__(self, words: Words, tongue: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tongue = tongue
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.settle(words)

    def _block(self) -> Block:
        theme = self.theme
        ink = theme.colour("on_primary" if self.isChecked() else "ink")
        return Block([[Run(self.text(), theme.font(Role.NOTE_STRONG), ink)]], 1e6)

    def sizeHint(self) -> QSize:
        tick = self.theme.size(14) + self.theme.gap(4)
        return QSize(
            ceil(self._block().natural) + tick + 2 * self.theme.gap(10),
            max(32, self.theme.gap(32), ceil(self._block().height) + self.theme.gap(8)),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.underMouse():
            shape = QPainterPath()
            shape.addRoundedRect(box, 4, 4)
            painter.fillPath(shape, theme.colour("primary" if self.isChecked() else "sunken"))
        block = self._block()
        side = theme.size(14)
        tick = side + theme.gap(4) if self.isChecked() else 0
        left = (self.width() - block.natural - tick) / 2
        if self.isChecked():
            at = QRectF(left, (self.height() - side) / 2, side, side)
            signs.paint(painter, Sign.TICK, at, theme.colour("on_primary"))
        block.draw(painter, left + tick, (self.height() - block.height) / 2)


class TongueSwitch(Part, QWidget):
    """Three buttons, one down. `swapped` tongues (ht+es) show as both."""

    chosen = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._buttons = [_Tongue(words, tongue, name, self) for tongue, name in _NAMES]
        for button in self._buttons:
            self._group.addButton(button)
            self._row.addWidget(button)
            button.clicked.connect(lambda _=False, button=button: self.chosen.emit(button.tongue))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.settle(words)

    def retranslate(self) -> None:
        self.setAccessibleName(str(self.words("ui.tongues.name", "Lenguas en pantalla")))
        self.setAccessibleDescription("F8")
        self.setToolTip("F8")
        shown = "es+ht" if self.words.second else self.words.first
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.tongue == shown)
        self._group.setExclusive(any(button.isChecked() for button in self._buttons))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        here = next((at for at, button in enumerate(self._buttons) if button.hasFocus()), -1)
        if step and here >= 0:
            self._buttons[(here + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("edge"), 1))
        painter.setBrush(self.theme.colour("sheet"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

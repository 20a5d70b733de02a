"""A notice across the page: danger that stays, a caution, or that something went well."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.parts import signs
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


class Level(Enum):
    """Sign, ink and ground. DRAFT is the notice on Creole nobody has reviewed."""

    RED = (Sign.OCTAGON, "red", "red_soft")
    AMBER = (Sign.TRIANGLE, "amber", "amber_soft")
    DONE = (Sign.TICK_RING, "green", "green_soft")
    DRAFT = (Sign.PENCIL, "creole", "creole_soft")


class Banner(Part, QWidget):
    """A notice. A red one has no way to be closed: it goes when its cause does (the screen hides it)."""

    acted = Signal()

    def __init__(self, words: Words, level: Level = Level.RED, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._text = Text(words, below=True, parent=self)
        self._act = LinkButton(words, nothing, parent=self)
        self._act.hide()
        self._act.clicked.connect(self.acted)
        self._close = LinkButton(words, lambda words: words("ui.banner.close", "Cerrar"), parent=self)
        self._close.clicked.connect(self.hide)
        self._row, self._column = QHBoxLayout(self), QVBoxLayout()
        self._column.addWidget(self._text)
        self._column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.settle(words)

    def tell(self, level: Level, say: Say, *, lead: Say = nothing, act: Say | None = None) -> None:
        """Show a notice: `lead` in bold, then the rest; `act` is a link below it. It is also announced."""
        self._level = level
        self._text.say(say, lead=lead)
        self._act.setVisible(act is not None)
        if act is not None:
            self._act.say(act)
        self._close.setVisible(level is Level.DONE or level is Level.DRAFT)
        self.retranslate()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def level(self) -> Level:
        return self._level

    @property
    def stays(self) -> bool:
        return self._close.isHidden()

    def retranslate(self) -> None:
        kind = {
            Level.RED: self.words("ui.banner.red", "Peligro"),
            Level.AMBER: self.words("ui.banner.amber", "Atención"),
            Level.DONE: self.words("ui.banner.done", "Hecho"),
            Level.DRAFT: self.words("ui.banner.draft", "Borrador"),
        }[self._level]
        self.setAccessibleName(f"{kind}. {self._text.text()}")

    def restyle(self) -> None:
        theme = self.theme
        left = theme.gap(6 + 12) + theme.size(22) + theme.gap(10)
        self._row.setContentsMargins(left, theme.gap(10), theme.gap(12), theme.gap(10))
        self._row.setSpacing(theme.gap(12))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        sign, ink, ground = self._level.value
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour(ink), 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRect(box)
        painter.fillRect(QRectF(0, 0, theme.gap(6), self.height()), theme.colour(ink))
        side = theme.size(22)
        signs.paint(painter, sign, QRectF(theme.gap(18), theme.gap(10), side, side), theme.colour(ink))

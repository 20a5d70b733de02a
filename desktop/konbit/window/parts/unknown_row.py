"""The ways of not knowing: always in the same place, never blocked, each an answer of its own."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import signs
from konbit.window.parts.lettering import Block, Run, Say, nothing, tongues
from konbit.window.parts.part import Part, remembered, wrapped
from konbit.window.parts.signs import Sign
from konbit.window.parts.tiles import Tiles
from konbit.window.tongue import Said, Words

WAYS = ("no_sabe", "reserva", "espera_documento")


class Way(Part, QAbstractButton):
    """One way of not knowing."""

    TARGET = 36

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._said, self._sign, self._key = nothing, Said(), Sign.QUESTION_RING, ""
        self._narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def fill(self, say: Say, sign: Sign, key: str) -> None:
        self._say, self._sign, self._key = say, sign, key
        self.retranslate()

    def narrow(self, narrow: bool) -> None:
        """Side by side with the others: tongues one below the other, the key only in the tip."""
        self._narrow = narrow
        self.restyle()

    def retranslate(self) -> None:
        self._said = self._say(self.words)
        self.setText(str(self._said))
        self.setAccessibleName(str(self._said))
        self.setAccessibleDescription(self._key)
        self.setToolTip(self._key)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.isChecked():
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @wrapped
    def _block(self, width: float) -> Block:
        theme = self.theme
        ink = "ink" if self.isEnabled() else "ink2"
        paragraphs = tongues(self._said, theme, Role.BODY, ink, below=self._narrow)
        block = Block(paragraphs, width)
        if self._said.beside and block.natural > width:
            return Block(tongues(self._said, theme, Role.BODY, ink, below=True), width)
        return block

    @remembered
    def _keys(self) -> Block:
        theme = self.theme
        return Block([[Run(self._key, theme.font(Role.NOTE), theme.colour("ink2"))]], 1e6)

    def _sides(self) -> tuple[int, int]:
        theme = self.theme
        if self._narrow:  # the tick takes the place of the sign
            return theme.gap(12) + theme.size(20) + theme.gap(8), theme.gap(10)
        mark = max(theme.size(20), ceil(self._keys().natural))
        return theme.gap(12) + theme.size(20) + theme.gap(8), mark + theme.gap(20)

    def sizeHint(self) -> QSize:
        width = ceil(self._block(1e6).natural) + sum(self._sides()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(ceil(self._block(1e6).least) + sum(self._sides()) + 2, self.theme.gap(self.TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        block = self._block(width - sum(self._sides()))
        return max(self.theme.gap(self.TARGET), ceil(block.height) + 2 * self.theme.gap(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, chosen, painter = self.theme, self.isChecked(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(
            theme.colour("primary_soft" if chosen else "sunken" if self.underMouse() else "ground")
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left, right = self._sides()
        side = theme.size(20)
        tone = theme.colour("primary" if chosen else "ink2")
        box = QRectF(theme.gap(12), (self.height() - side) / 2, side, side)
        signs.paint(painter, Sign.TICK_RING if chosen and self._narrow else self._sign, box, tone)
        block = self._block(self.width() - left - right)
        block.draw(painter, left, (self.height() - block.height) / 2)
        end = self.width() - right + theme.gap(8)
        if chosen and not self._narrow:
            signs.paint(
                painter, Sign.TICK, QRectF(self.width() - theme.gap(12) - side, box.y(), side, side), tone
            )
        elif not self._narrow:
            keys = self._keys()
            keys.draw(painter, end, (self.height() - keys.height) / 2)


class UnknownRow(Tiles):
    """*No sabe*, *Prefiere no decir*, *Espera documento*: in a row where there is room, else one below another.

    A way that a question does not allow leaves its place empty: the others never move. `voice` is "client" for
    the person's own window ("No sé"). The owner of the question binds Alt+N, Alt+P and Alt+D to `take`.
    """

    chosen = Signal(str)  # a way, or "" when it was taken back

    def __init__(
        self, words: Words, *, voice: str = "clinic", row: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voice, self._row = voice, row
        self._ways: dict[str, Way] = {}
        for way in WAYS:
            button = Way(words, self)
            button.clicked.connect(lambda _=False, way=way: self._clicked(way))
            button.narrow(row)
            self._ways[way] = button
        self.settle(words)

    def retranslate(self) -> None:
        client = self._voice == "client"
        know: Say = (
            (lambda words: words("ui.unknown.no_sabe.client", "No sé"))
            if client
            else (lambda words: words("ui.unknown.no_sabe", "No sabe"))
        )
        rather: Say = (
            (lambda words: words("ui.unknown.reserva.client", "Prefiero no responder"))
            if client
            else (lambda words: words("ui.unknown.reserva", "Prefiere no decir"))
        )
        self._ways["no_sabe"].fill(know, Sign.QUESTION_RING, "" if client else "Alt+N")
        self._ways["reserva"].fill(rather, Sign.SHIELD, "" if client else "Alt+P")
        self._ways["espera_documento"].fill(
            lambda words: words("ui.unknown.espera_documento", "Espera documento"),
            Sign.HOURGLASS,
            "" if client else "Alt+D",
        )
        self.setAccessibleName(str(self.words("ui.unknown.name", "Si no hay respuesta")))
        self.restyle()

    def ask(self, allowed: Collection[str] = WAYS, value: str = "") -> None:
        """Which ways this question allows, and the one it has."""
        for way, button in self._ways.items():
            button.setVisible(way in allowed)
            button.setChecked(way == value)

    def value(self) -> str:
        return next((way for way, button in self._ways.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        for way, button in self._ways.items():
            button.setChecked(way == value)

    def take(self, way: str) -> None:
        """As if its button was pressed."""
        button = self._ways[way]
        if not button.isHidden():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()

    def arrange(self, *, row: bool) -> None:
        """`row` lets them stand side by side."""
        self._row = row
        for button in self._ways.values():
            button.narrow(row)
        self.forget()
        self.updateGeometry()
        self.place()

    def way(self, way: str) -> Way:
        return self._ways[way]

    def tiles(self) -> list[QWidget]:
        return list(self._ways.values())

    def most_columns(self) -> int:
        return len(WAYS) if self._row else 1

    def columns(self, width: int) -> int:
        return len(WAYS) if super().columns(width) == len(WAYS) else 1

    def _clicked(self, way: str) -> None:
        for other, button in self._ways.items():
            if other != way:
                button.setChecked(False)
        self.chosen.emit(self.value())

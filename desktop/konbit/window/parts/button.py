"""Buttons: one primary a screen, quiet ones beside it, links for the rest. Each may show its key."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import signs
from konbit.window.parts.lettering import Block, Run, Say, tongues
from konbit.window.parts.part import Part, wrapped
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Said, Words


class Button(Part, QPushButton):
    """A painted button: sign, words, key. It wraps its words when it must and never cuts them.

    `key` is the shortcut to show ("F2"); the screen binds it. `trailing` puts the sign after the words.
    """

    TARGET = 40  # px at 100 %
    ROLE = Role.BODY
    PAD = 16

    def __init__(
        self,
        words: Words,
        say: Say,
        *,
        sign: Sign | None = None,
        trailing: bool = False,
        key: str = "",
        count: int | None = None,
        beside: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._said = say, Said()
        self._sign, self._trailing, self._key, self._count = sign, trailing, key, count
        self._beside = beside
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def say(self, say: Say, *, count: int | None = None) -> None:
        """New words on the same button; `count` is how many things wait behind it."""
        self._say, self._count = say, count
        self.retranslate()

    def retranslate(self) -> None:
        said = self._say(self.words)
        name = str(said) if self._count is None else f"{said} {self._count}"
        if said.same(self._said) and name == self.text():
            return  # what was measured still holds
        self._said = said
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._key)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the focus; elsewhere it is the screen's "go on".
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    # --- measure and draw

    def _ink(self) -> str:
        return "ink" if self.isEnabled() else "ink2"

    @wrapped
    def _block(self, width: float) -> Block:
        theme, ink = self.theme, self.theme.colour(self._ink())
        text = self._said.both if self._beside else str(self._said)
        if self._count is not None:
            text = f"{text} {self._count}"
        runs = [Run(text, theme.font(self.ROLE), ink)]
        if self._key:
            tone = ink if self._ink() == "on_primary" else theme.colour("ink2")
            runs.append(Run(self._key, theme.font(Role.NOTE), tone))
        return Block([runs], width)

    def _around(self) -> tuple[int, int, int]:
        """Padding, sign side, gap between sign and words."""
        theme = self.theme
        return theme.gap(self.PAD), (theme.size(20) if self._sign else 0), (theme.gap(8) if self._sign else 0)

    def sizeHint(self) -> QSize:
        pad, side, gap = self._around()
        block = self._block(1e6)
        width = ceil(block.natural) + 2 * pad + side + gap + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        pad, side, gap = self._around()
        width = ceil(self._block(1e6).least) + 2 * pad + side + gap + 2
        return QSize(width, self.theme.gap(self.TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        pad, side, gap = self._around()
        block = self._block(width - 2 * pad - side - gap)
        return max(self.theme.gap(self.TARGET), ceil(block.height) + 2 * self.theme.gap(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))
        pad, side, gap = self._around()
        block = self._block(self.width() - 2 * pad - side - gap)
        left = (
            max(float(pad), (self.width() - block.width - side - gap) / 2) if self._centred() else float(pad)
        )
        ink = self.theme.colour(self._ink())
        if self._sign:
            at = left if not self._trailing else left + block.width + gap
            signs.paint(painter, self._sign, QRectF(at, self._sign_top(block, side), side, side), ink)
        block.draw(painter, left + (0 if self._trailing else side + gap), (self.height() - block.height) / 2)

    def _centred(self) -> bool:
        return True

    def _sign_top(self, block: Block, side: int) -> float:
        del block
        return (self.height() - side) / 2

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        fill = "sunken" if self.underMouse() or self.isDown() or not self.isEnabled() else "sheet"
        style = Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour("edge"), 2 if self.isDown() else 1, style))
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(box, 6, 6)


class PrimaryButton(Button):
    """The one thing to do next on this screen."""

    ROLE = Role.BODY_STRONG
    PAD = 24

    def _ink(self) -> str:
        return "on_primary" if self.isEnabled() else "ink2"

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        if not self.isEnabled():
            super()._ground(painter, box)
            return
        theme = self.theme
        edge = "ink" if self.isDown() or self.underMouse() else "primary"
        painter.setPen(QPen(theme.colour(edge), 2))
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(box, 6, 6)


class QuietButton(Button):
    """Any other act: *Atrás*, *Imprimir*."""


class LinkButton(Button):
    """An act in running text: an article to open, a reason to read. No edge until the pointer is over it."""

    TARGET = 36
    PAD = 8

    def _ink(self) -> str:
        return "primary" if self.isEnabled() else "ink2"

    def _centred(self) -> bool:
        return False

    @wrapped
    def _block(self, width: float) -> Block:
        if not (self._beside and self._said.beside):
            return super()._block(width)
        paragraphs = tongues(self._said, self.theme, Role.BODY, self._ink(), below=True)
        second = paragraphs[1][0]
        paragraphs[1] = [Run(second.text, self.theme.font(Role.NOTE), second.colour)]
        return Block(paragraphs, width)

    def _sign_top(self, block: Block, side: int) -> float:
        """Beside the first line, not halfway down a wrapped text."""
        first = self.theme.size(20)
        return (self.height() - block.height) / 2 + (first - side) / 2

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(self.theme.colour("edge"), 1))
            painter.setBrush(self.theme.colour("sunken"))
            painter.drawRoundedRect(box, 6, 6)

"""One answer to choose: painted, numbered, 46 px high at least, in one tongue or two."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from konbit.window.look.type import FAMILY, Role
from konbit.window.parts import signs
from konbit.window.parts.lettering import Block, Run, Say, nothing, tongues
from konbit.window.parts.part import Part, wrapped
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Said, Words


@dataclass(frozen=True)
class Choice:
    """`id` is the stored value and is never shown. `alone` excludes all others ("ninguno de estos")."""

    id: str
    say: Say
    note: Say = nothing
    sign: Sign | None = None
    alone: bool = False


class Answer(Part, QAbstractButton):
    """A radio button or a check box to the screen reader; to the eye a wide card with its key.

    `points` (24–40) is the client window's letter: no number, 120 px high, no tongue in plum.
    """

    looked_at = Signal(str)  # focus came here: what "¿Y si…?" follows, nothing is kept

    TARGET, CLIENT_TARGET = 46, 120

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice("", nothing)
        self._said, self._note = Said(), Said()
        self._number, self._many, self._points, self._proposed = 0, False, 0.0, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def show_choice(self, choice: Choice, number: int, *, many: bool = False, points: float = 0.0) -> None:
        """Fill with another answer; the widget stays. `number` is its key, 0 for none."""
        self._choice, self._number, self._many, self._points = choice, number, many, points
        self._proposed = False
        self.retranslate()

    @property
    def choice(self) -> Choice:
        return self._choice

    def propose(self, proposed: bool) -> None:
        """Marked by the person on her window and not kept yet: dashed edge and a hand."""
        self._proposed = proposed
        self.retranslate()

    def retranslate(self) -> None:
        self._said, self._note = self._choice.say(self.words), self._choice.note(self.words)
        self.setText(str(self._said))
        self.setAccessibleName(str(self._said))
        told = [str(self._note)]
        if self._proposed:
            told.append(str(self.words("ui.answer.proposed", "Propuesta por la persona")))
        if self._number:
            told.append(str(self.words("ui.answer.key", "tecla {number}", number=self._number)))
        self.setAccessibleDescription(". ".join(part for part in told if part))
        self.restyle()

    # --- keys: the group moves and chooses, so an answer alone keeps only the space bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self._choice.id)

    # --- measure and draw

    def _letters(self, role: Role) -> QFont:
        if not self._points:
            return self.theme.font(role)
        made = QFont(FAMILY)
        made.setPointSizeF(self._points if role.bold else self._points * 0.85)
        made.setBold(role.bold)
        return made

    @wrapped
    def _block(self, width: float) -> Block:
        theme = self.theme
        ink = "ink" if self.isEnabled() else "ink2"
        if self._points:
            paragraphs = [[Run(str(self._said), self._letters(Role.BODY_STRONG), theme.colour(ink))]]
            if self._said.beside:
                paragraphs.append([Run(self._said.beside, self._letters(Role.BODY), theme.colour("ink2"))])
        else:
            strong = Role.BODY_STRONG if self._said.beside or self._note else Role.BODY
            paragraphs = tongues(self._said, theme, strong, ink, below=True)
            if self._note:
                paragraphs += tongues(self._note, theme, Role.NOTE, "ink2", below=True)
        return Block(paragraphs, width)

    def _sides(self) -> tuple[int, int]:
        """Room left of the words (key or sign) and right of them (mark)."""
        theme = self.theme
        if self._points:
            return round(self._points * 2.2), theme.gap(16)
        left = theme.gap(12) * 2 + theme.size(22) if self._number or self._choice.sign else theme.gap(16)
        return left, theme.gap(12) * 2 + theme.size(20)

    def _target(self) -> int:
        return self.CLIENT_TARGET if self._points else self.theme.gap(self.TARGET)

    def sizeHint(self) -> QSize:
        width = ceil(self._block(1e6).natural) + sum(self._sides()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(ceil(self._block(1e6).least) + sum(self._sides()) + 2, self._target())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(
            self._target(),
            ceil(self._block(width - sum(self._sides())).height)
            + 2 * self.theme.gap(12 if self._points else 2),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        left, right = self._sides()
        block = self._block(self.width() - left - right)
        block.draw(painter, left, (self.height() - block.height) / 2)
        if self._points:
            self._client_sign(painter, left)
        elif self._number:
            self._key(painter)
        elif self._choice.sign:
            side = theme.size(20)
            box = QRectF(theme.gap(12), (self.height() - side) / 2, side, side)
            signs.paint(painter, self._choice.sign, box, theme.colour("ink2"))
        self._mark(painter, right)

    def _ground(self, painter: QPainter) -> None:
        theme, chosen = self.theme, self.isChecked()
        fill = (
            "primary_soft" if chosen else "sunken" if self.underMouse() or not self.isEnabled() else "sheet"
        )
        edge, thick = ("primary", 2) if chosen or self._proposed else ("edge", 1)
        dashed = self._proposed or not self.isEnabled()
        pen = QPen(theme.colour(edge), thick, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _key(self, painter: QPainter) -> None:
        theme = self.theme
        side = theme.size(22)
        box = QRectF(theme.gap(12), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "edge"), 1))
        painter.setBrush(theme.colour("sheet" if self.isChecked() else "sunken"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font(Role.NOTE_STRONG))
        painter.setPen(theme.colour("primary" if self.isChecked() else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _client_sign(self, painter: QPainter, left: int) -> None:
        sign = Sign.TICK_RING if self.isChecked() else self._choice.sign
        if sign is not None:
            side = self._points * 1.2
            box = QRectF((left - side) / 2, (self.height() - side) / 2, side, side)
            signs.paint(painter, sign, box, self.theme.colour("primary" if self.isChecked() else "ink2"))

    def _mark(self, painter: QPainter, room: int) -> None:
        if self._points:
            return
        theme = self.theme
        side = theme.size(20)
        box = QRectF(self.width() - (room + side) / 2, (self.height() - side) / 2, side, side)
        if self._proposed and not self.isChecked():
            signs.paint(painter, Sign.HAND, box, theme.colour("primary"))
            return
        if self._many:
            painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "edge"), 1.5))
            painter.setBrush(theme.colour("primary" if self.isChecked() else "sheet"))
            painter.drawRoundedRect(box, 3, 3)
            if self.isChecked():
                inset = side * 0.12
                signs.paint(
                    painter, Sign.TICK, box.adjusted(inset, inset, -inset, -inset), theme.colour("on_primary")
                )
        elif self.isChecked():
            signs.paint(painter, Sign.TICK, box, theme.colour("primary"))

"""Lines of what would change: «¿Y si…?» in the panel, and the notice before an edit is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import QuietButton
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.sign_mark import SignMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.consequence_words import ChangeLine
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Words


class ChangeRow(Part, QWidget):
    """A sign and its sentence."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = SignMark(words, Sign.QUESTION_RING, "ink2", 16, parent=self)
        self._text = Text(words, nothing, Role.NOTE, below=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self.settle(words)

    def tell(self, line: ChangeLine) -> None:
        self._mark.show_sign(line.sign, line.tone)
        self._text.say(line.say)

    @property
    def said(self) -> str:
        """What the row says."""
        return self._text.text()

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(6))
        super().restyle()


class ChangeBox(Part, QWidget):
    """A title and at most `most` lines; the rest are counted."""

    def __init__(self, words: Words, *, most: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._title = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._none = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._rows_place = QVBoxLayout()
        self._rows = Pool(lambda: ChangeRow(self.words, parent=self), self._rows_place)
        self._more = Text(words, nothing, Role.NOTE, tone="ink2", parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._none)
        self._column.addLayout(self._rows_place)
        self._column.addWidget(self._more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def tell(self, title: Say, lines: Sequence[ChangeLine], none: Say = nothing) -> None:
        """Says what changes; `none` where nothing does."""
        self._title.say(title)
        self._none.say(none)
        self._none.setVisible(not lines and bool(none(self.words)))
        shown = lines[: self._most]
        for row, line in zip(self._rows.show(len(shown)), shown, strict=True):
            row.tell(line)
        rest = len(lines) - len(shown)
        self._more.say(lambda words: words("ui.change.more", "y {count} cambios más", count=rest))
        self._more.setVisible(rest > 0)
        self.retranslate()

    @property
    def said(self) -> str:
        """All of it, as the screen reader has it."""
        lines = [row.said for row in self._rows.rows]
        none = "" if self._none.isHidden() else self._none.text()
        return ". ".join(text for text in (self._title.text(), none, *lines) if text)

    def retranslate(self) -> None:
        self.setAccessibleName(self.said)

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(14), theme.gap(10), theme.gap(12), theme.gap(10))
        self._column.setSpacing(theme.gap(4))
        self._rows_place.setSpacing(theme.gap(4))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), self.theme.colour("sunken"))


class ChangeNotice(ChangeBox):
    """Stands above the questions until a person decides. keep, leave: what was decided."""

    keep = Signal()
    leave = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        self.keep_button = QuietButton(
            words, lambda words: words("ui.change.keep", "Guardar el cambio"), sign=Sign.TICK
        )
        self.leave_button = QuietButton(
            words, lambda words: words("ui.change.leave", "Dejar como estaba"), sign=Sign.CROSS
        )
        super().__init__(words, most=6, parent=parent)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.keep_button)
        self._buttons.addWidget(self.leave_button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(self.leave)
        self.hide()

    def open_up(self, title: Say, lines: Sequence[ChangeLine]) -> None:
        """Shows itself, takes the focus, and is announced."""
        self.tell(title, lines)
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.setPen(QPen(theme.colour("amber"), 2))
        painter.setBrush(theme.colour("amber_soft"))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

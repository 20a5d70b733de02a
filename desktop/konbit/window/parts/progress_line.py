"""A thin line along the top of a window: something still goes on, and how far it is. Nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from konbit.window.look.theme import running
from konbit.window.parts.lettering import Say
from konbit.window.tongue import Words

_THICK = 4


class ProgressLine(QWidget):
    """Lies over its parent, which it follows; hidden while there is nothing to tell. `say` is for the screen reader."""

    def __init__(self, words: Words, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._say, self._host = words, say, parent
        self._done, self._of = 0, 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self.hide()

    def at(self, done: int, of: int) -> None:
        """So many of so many; the line goes once all are done."""
        self._done, self._of = done, of
        if done < of and self.isHidden():
            self.setAccessibleName(str(self._say(self._words)))
            self._place()
            self.raise_()
        self.setVisible(done < of)
        self.update()

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._done / self._of if self._of else 1.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setGeometry(0, 0, self._host.width(), _THICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = running(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("line"))
        painter.fillRect(0, 0, round(self.width() * self.share), self.height(), theme.colour("primary"))

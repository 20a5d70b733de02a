"""Things that open: a fold in the page, and a drawer over it from the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say
from konbit.window.parts.part import Part
from konbit.window.parts.scroll import Scroll
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


class Fold(Part, QWidget):
    """A quiet box with a title and a text, shut until asked for (why we ask, what to say)."""

    def __init__(self, words: Words, title: Say, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(words, title, Role.NOTE_STRONG, parent=self)
        self._text = Text(words, role=Role.BODY, below=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self.hide()
        self.settle(words)

    def say(self, say: Say) -> None:
        self._text.say(say)

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(16), theme.gap(10), theme.gap(12), theme.gap(10))
        self._column.setSpacing(theme.gap(4))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("ground"))
        painter.fillRect(0, 0, theme.gap(4), self.height(), theme.colour("primary"))


class Drawer(Part, QFrame):
    """A side panel laid over the page. Esc or its button shuts it, and the focus goes back where it was."""

    shut = Signal()

    WIDTH = 380

    def __init__(self, words: Words, title: Say, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._back: QWidget | None = None
        self._title = Text(words, title, Role.SUB, parent=self)
        self._close = LinkButton(
            words,
            lambda words: words("ui.drawer.close", "Cerrar"),
            sign=Sign.CROSS,
            key="Esc",
            beside=False,
            parent=self,
        )
        self._close.clicked.connect(self.close_drawer)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = QWidget()
        self._body = QVBoxLayout(self._inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self._inside, self)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        host.installEventFilter(self)
        self.hide()
        self.settle(words)

    def name(self, title: Say) -> None:
        self._title.say(title)
        self.retranslate()

    def hold(self, content: QWidget) -> None:
        """Take a widget in (it may be lent by the page's side panel and taken back)."""
        self._body.addWidget(content)
        content.show()

    def open_drawer(self) -> None:
        self._back = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_drawer(self) -> None:
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.shut.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(self.theme.size(self.WIDTH), self._host.width())
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())

    def retranslate(self) -> None:
        self.setAccessibleName(self._title.text())

    def restyle(self) -> None:
        pad = self.theme.gap(16)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self.theme.gap(12))
        if not self.isHidden():
            self._place()
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("sheet"))
        painter.setPen(QPen(self.theme.colour("edge"), 2))
        painter.drawLine(1, 0, 1, self.height())

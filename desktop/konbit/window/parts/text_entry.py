"""Boxes for words: a line, and the long telling (relato)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.entry import Entry
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


class TextEntry(Entry):
    """One line of text. Value: str, or None when empty. Outer blanks are no part of it."""

    def __init__(self, words: Words, *, longest: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QLineEdit(self)
        if longest:
            self.box.setMaxLength(longest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.box.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self.box.editingFinished.connect(self.left)
        self.settle(words)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> str | None:
        return self.box.text().strip() or None

    def set_value(self, value: object) -> None:
        self.box.setText("" if value is None else str(value))


class LongTextEntry(Entry):
    """The person's own telling. It grows with the text; Enter makes a line, Ctrl+Enter goes on."""

    go_on = Signal()

    LEAST_LINES = 5

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QPlainTextEdit(self)
        self.box.viewport().setAutoFillBackground(False)
        self.box.setTabChangesFocus(True)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._typed)
        self._silent = False
        self._foot = Text(
            words,
            lambda words: words("ui.relato.keys", "Ctrl+Enter: seguir"),
            Role.NOTE,
            tone="ink2",
            parent=self,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.box)
        self._column.addWidget(self._foot)
        self.settle(words)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> str | None:
        return self.box.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self._silent = True
        self.box.setPlainText("" if value is None else str(value))
        self._silent = False

    def restyle(self) -> None:
        super().restyle()
        self._column.setSpacing(self.theme.gap(4))
        self.box.document().setDocumentMargin(self.theme.gap(8))
        self.box.setMinimumHeight(
            QFontMetrics(self.theme.font(Role.BODY)).lineSpacing() * self.LEAST_LINES + 2 * self.theme.gap(10)
        )

    def _typed(self) -> None:
        if not self._silent:
            self.changed.emit(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box:
            if event.type() == QEvent.Type.FocusOut:
                self.left.emit()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.go_on.emit()
                    return True
        return super().eventFilter(watched, event)

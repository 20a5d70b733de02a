"""A list with nothing in it says so, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import QuietButton
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.sign_mark import SignMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


class EmptyState(Part, QWidget):
    """Sign, sentence, and perhaps one act."""

    acted = Signal()

    def __init__(self, words: Words, sign: Sign = Sign.FOLDER, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = SignMark(words, sign, "ink2", 36, parent=self)
        self._title = Text(words, nothing, Role.SUB, below=True, centred=True, parent=self)
        self._text = Text(words, nothing, Role.BODY, tone="ink2", below=True, centred=True, parent=self)
        self._act = QuietButton(words, nothing, parent=self)
        self._act.clicked.connect(self.acted)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)
        self.settle(words)

    def tell(self, title: Say, text: Say = nothing, *, act: Say | None = None) -> None:
        self._title.say(title)
        self._text.say(text)
        self._text.setVisible(bool(self._text.text()))
        self._act.setVisible(act is not None)
        if act is not None:
            self._act.say(act)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(" ".join(text for text in (self._title.text(), self._text.text()) if text))

    def restyle(self) -> None:
        pad = self.theme.gap(28)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self.theme.gap(10))
        super().restyle()

"""A box with its label above it: label, hint, what is wrong, box, in that order and in no other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.entry import Entry
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.sign_mark import SignMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


class Fault(Part, QWidget):
    """What is wrong and what to do, with its octagon (or, of a doubt, its triangle); no room when all is well."""

    def __init__(
        self, words: Words, *, sign: Sign = Sign.OCTAGON, tone: str = "red", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mark = SignMark(words, sign, tone, 16, parent=self)
        self._text = Text(words, nothing, Role.NOTE_STRONG, tone=tone, below=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self.hide()
        self.settle(words)

    def say(self, say: Say | None) -> None:
        self._text.say(say or nothing)
        self.setVisible(say is not None)

    @property
    def said(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(6))
        super().restyle()


class Field(Part, QWidget):
    """A labelled entry. The fault shows once the field was left, or when the screen asks (`reveal`)."""

    changed = Signal(object)

    def __init__(
        self, words: Words, label: Say, entry: Entry, *, hint: Say = nothing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self._label = Text(words, label, Role.NOTE_STRONG, parent=self)
        self._hint = Text(words, hint, Role.NOTE, tone="ink2", below=True, parent=self)
        self._fault = Fault(words, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for piece in (self._label, self._hint, self._fault, entry):
            self._column.addWidget(piece)
        boxes = entry.boxes()
        if boxes:
            self._label.setBuddy(boxes[0])
        entry.left.connect(self.reveal)
        entry.changed.connect(self._changed)
        self.settle(words)

    @property
    def label(self) -> str:
        return str(self._label.said)

    def reveal(self) -> bool:
        """Show the fault there is, if any; return whether there is one."""
        fault = self.entry.fault()
        self._fault.say(fault)
        self.entry.mark(fault=fault is not None)
        self._describe()
        return fault is not None

    @property
    def fault_said(self) -> str:
        return self._fault.said

    def _changed(self, value: object) -> None:
        if self._fault.said and self.entry.fault() is None:
            self.reveal()
        self.changed.emit(value)

    def _describe(self) -> None:
        told = ". ".join(text for text in (self._fault.said, self._hint.text()) if text)
        self.entry.describe(str(self._label.said), told)

    def retranslate(self) -> None:
        self._hint.setVisible(bool(self._hint.text()))
        self._describe()

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(4))
        super().restyle()

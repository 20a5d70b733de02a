"""A list (children, journeys): its rows as lines, one more, or none. A row is asked question by question elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton, QuietButton
from konbit.window.parts.ground import Card
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.question import Question
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.unknown_row import UnknownRow
from konbit.window.screens.draft_mark import DraftMark
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its id and what is known of it."""

    id: str
    say: Say


class RowLine(Part, QWidget):
    """Number, what is known, *Cambiar*, *Quitar*."""

    changed = Signal(str)
    removed = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line("", nothing)
        self._number = Text(words, nothing, Role.BODY_STRONG, parent=self)
        self._text = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._change = LinkButton(
            words,
            lambda words: words("ui.list.change", "Cambiar"),
            sign=Sign.PENCIL,
            beside=False,
            parent=self,
        )
        self._remove = LinkButton(
            words, lambda words: words("ui.list.remove", "Quitar"), sign=Sign.CROSS, beside=False, parent=self
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self._change.clicked.connect(lambda: self.changed.emit(self._line.id))
        self._remove.clicked.connect(lambda: self.removed.emit(self._line.id))
        self.settle(words)

    def show_line(self, line: Line, number: int) -> None:
        self._line = line
        self._number.say(fixed(f"{number}."))
        self._text.say(line.say)
        self.retranslate()

    def retranslate(self) -> None:
        what = self._line.say(self.words)
        self._change.setAccessibleName(f"{self._change.text()}: {what}")
        self._remove.setAccessibleName(f"{self._remove.text()}: {what}")

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(8))
        super().restyle()


class ListCard(Part, Card):
    """more: one more row is wanted. none: there are none, or no more. way: how it is not known, "" to take it back."""

    more = Signal()
    none = Signal()
    change = Signal(str)
    remove = Signal(str)
    way = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = DraftMark(words, parent=self)
        self._label = Text(words, nothing, Role.QUESTION, below=True, parent=self)
        self._hint = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._none_said = Text(words, _none_said, Role.BODY, tone="ink2", below=True, parent=self)
        self._rows_place = QVBoxLayout()
        self._rows = Pool(self._row, self._rows_place)
        self.add_button = QuietButton(words, _add, sign=Sign.PLUS, parent=self)
        self.none_button = QuietButton(words, _none, sign=Sign.DASH_RING, parent=self)
        self.unknown = UnknownRow(words, row=True, parent=self)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.add_button)
        self._buttons.addWidget(self.none_button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        for piece in (self._head, self._label, self._hint):
            self._column.addWidget(piece)
        self._column.setAlignment(self._head, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._rows_place)
        self._column.addWidget(self._none_said)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.unknown)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add_button.clicked.connect(self.more)
        self.none_button.clicked.connect(self.none)
        self.unknown.chosen.connect(self.way)
        self.settle(words)

    def _row(self) -> RowLine:
        row = RowLine(self.words, parent=self)
        row.changed.connect(self.change)
        row.removed.connect(self.remove)
        return row

    def ask(self, question: Question, lines: Sequence[Line] | None, way: str, *, complete: bool) -> None:
        """Shows a list question. lines: None while nobody said whether there are any. complete: it was said that
        there are no more; until then the list is not known, whatever stands in it."""
        self._label.say(question.label)
        self._hint.say(question.hint)
        self._hint.setVisible(bool(self._hint.text()))
        self._head.draft(question.draft)
        shown = lines or ()
        for number, (row, line) in enumerate(zip(self._rows.show(len(shown)), shown, strict=True), 1):
            row.show_line(line, number)
        self._none_said.say(_no_more_said if shown else _none_said)
        self._none_said.setVisible(complete)
        self.add_button.say(_more if shown else _add)
        self.none_button.say(_no_more if shown else _none)
        self.none_button.setVisible(not complete)
        self.unknown.setVisible(not complete)
        self.unknown.ask(question.ways, "" if complete else way)
        self.retranslate()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.add_button.setFocus(reason)

    def retranslate(self) -> None:
        self.setAccessibleName(self._label.text())

    def restyle(self) -> None:
        theme = self.theme
        pad = theme.gap(20)
        self._column.setContentsMargins(pad, theme.gap(10), pad, theme.gap(14))
        self._column.setSpacing(theme.gap(8))
        self._buttons.setSpacing(theme.gap(12))
        super().restyle()


def _add(words: Words) -> Said:
    return words("ui.list.add", "Agregar")


def _more(words: Words) -> Said:
    return words("ui.list.more", "Agregar otra fila")


def _none(words: Words) -> Said:
    return words("ui.list.none", "No hay")


def _no_more(words: Words) -> Said:
    return words("ui.list.no_more", "No hay más")


def _none_said(words: Words) -> Said:
    return words("ui.list.none_said", "Se anotó: no hay.")


def _no_more_said(words: Words) -> Said:
    return words("ui.list.no_more_said", "Se anotó: no hay más.")

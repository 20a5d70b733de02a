"""One row of the review: a screen of the interview with its topic, its answers, *Cambiar*."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.at_once import at_once
from konbit.window.parts.button import LinkButton
from konbit.window.parts.columns import Column
from konbit.window.parts.lettering import nothing
from konbit.window.parts.part import Part
from konbit.window.parts.room import Room
from konbit.window.parts.sign_mark import SignMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.pool import Pool
from konbit.window.screens.review_rows import Group, Told
from konbit.window.tongue import Words


class AnswerLine(Part, QWidget):
    """A label and what was answered: side by side, or one below the other when narrow."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = SignMark(words, Sign.TRIANGLE, "amber", 16, parent=self)
        self._label = Text(words, nothing, Role.NOTE, tone="ink2", parent=self)
        self._value = Text(words, nothing, Role.BODY, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label, 5, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._value, 6, Qt.AlignmentFlag.AlignTop)
        self.settle(words)

    def tell(self, told: Told) -> None:
        self._label.say(told.label)
        value = told.value
        self._value.say(
            (
                lambda words: words(
                    "ui.review.disputed", "{value}: dos fuentes no coinciden", value=value(words)
                )
            )
            if told.disputed
            else value
        )
        self._mark.setVisible(told.disputed)

    def set_room(self, room: Room) -> None:
        narrow = room is Room.NARROW
        self._row.setDirection(
            QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        )

    @property
    def said(self) -> str:
        """What the line says."""
        return f"{self._label.said}: {self._value.said}"

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(8))
        super().restyle()


class ReviewRow(Part, QFrame):
    """One screen of the interview: its topic, its answers, *Cambiar*."""

    change = Signal(tuple)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = Room.WIDE
        self.facts: tuple[str, ...] = ()
        self._topic = Text(words, nothing, Role.SUB, parent=self)
        self._lines_place = QVBoxLayout()
        self._lines = Pool(lambda: AnswerLine(self.words, parent=self), self._lines_place)
        self.button = LinkButton(
            words,
            lambda words: words("ui.review.change", "Cambiar"),
            sign=Sign.PENCIL,
            beside=False,
            parent=self,
        )
        self.button.clicked.connect(lambda: self.change.emit(self.facts))
        self._row = QHBoxLayout()
        self._row.addLayout(self._lines_place, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = Column(self)
        self._column.addWidget(self._topic)
        self._column.addLayout(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def show_group(self, group: Group) -> None:
        self.facts = group.facts
        self._topic.say(group.topic or nothing)
        self._topic.setVisible(group.topic is not None)
        with at_once(self):
            for line, told in zip(self._lines.show(len(group.answers)), group.answers, strict=True):
                line.tell(told)
                line.set_room(self._room)
        self.retranslate()

    def set_room(self, room: Room) -> None:
        self._room = room
        for line in self._lines.rows:
            line.set_room(room)

    @property
    def said(self) -> list[str]:
        """Each answer as it is said."""
        return [line.said for line in self._lines.rows]

    def retranslate(self) -> None:
        self.button.setAccessibleName(f"{self.button.text()}: {'. '.join(self.said)}")

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(0, theme.gap(4), 0, theme.gap(8))
        self._column.setSpacing(theme.gap(4))
        self._lines_place.setSpacing(theme.gap(4))
        self._row.setSpacing(theme.gap(16))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("line"))

"""How far the interview is: segments and words, never a percentage."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.lettering import Block, Run, Say, nothing
from konbit.window.parts.part import Part, wrapped
from konbit.window.parts.room import Room
from konbit.window.tongue import Said, Words


class ProgressSegments(Part, QLabel):
    """«Tema 4 de 7: la demora · quedan unas 6 preguntas» over one bar a topic."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topic, self._topics, self._within, self._left = 1, 1, 0.0, 0
        self._name: Say = nothing
        self._bars_only = False
        self._head, self._tail = Said(), Said()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def at(self, topic: int, topics: int, *, left: int, within: float = 0.0, name: Say = nothing) -> None:
        """Topic number (from 1) of how many, about how many questions are left, how much of this topic is done."""
        self._topic, self._topics, self._left, self._within = topic, max(1, topics), left, within
        self._name = name
        self.retranslate()

    def set_room(self, room: Room) -> None:
        """When narrow the words are left to the screen reader: the question needs the room."""
        self._bars_only = room is Room.NARROW
        self.restyle()

    def retranslate(self) -> None:
        words, name = self.words, self._name(self.words)
        if name:
            self._head = words(
                "ui.progress.topic_named",
                "Tema {topic} de {topics}: {name}",
                topic=self._topic,
                topics=self._topics,
                name=name,
            )
        else:
            self._head = words(
                "ui.progress.topic", "Tema {topic} de {topics}", topic=self._topic, topics=self._topics
            )
        if self._left > 1:
            self._tail = words("ui.progress.left", "quedan unas {left} preguntas", left=self._left)
        elif self._left == 1:
            self._tail = words("ui.progress.left_one", "queda una pregunta")
        else:
            self._tail = words("ui.progress.left_none", "no quedan preguntas")
        self.setText(f"{self._head} · {self._tail}")
        self.setAccessibleName(self.text())
        self.restyle()

    @wrapped
    def _block(self, width: float) -> Block:
        theme = self.theme
        runs = [
            Run(str(self._head), theme.font(Role.NOTE_STRONG), theme.colour("ink")),
            Run(str(self._tail), theme.font(Role.NOTE), theme.colour("ink2")),
        ]
        if self._tail.beside:
            tone = "creole" if self._tail.second == "ht" else "ink2"
            runs.append(Run(f"· {self._tail.beside}", theme.font(Role.NOTE), theme.colour(tone)))
        return Block([runs], width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = 0 if self._bars_only else ceil(self._block(width).height) + self.theme.gap(6)
        return text + self.theme.gap(8)

    def sizeHint(self) -> QSize:
        width = ceil(self._block(1e6).natural)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(ceil(self._block(1e6).least), self.theme.gap(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        if not self._bars_only:
            self._block(self.width()).draw(painter, 0, 0)
        high, gap = theme.gap(8), theme.gap(4)
        top = self.height() - high
        one = (self.width() - gap * (self._topics - 1)) / self._topics
        for at in range(self._topics):
            box = QRectF(at * (one + gap), top, one, high)
            if at + 1 < self._topic:
                painter.fillRect(box, theme.colour("primary"))
                continue
            # An open segment is outlined and a coming one is not: told apart without colour.
            painter.fillRect(box, theme.colour("line"))
            if at + 1 == self._topic:
                painter.fillRect(
                    QRectF(box.x(), top, one * min(1.0, self._within), high), theme.colour("primary")
                )
                painter.setPen(QPen(theme.colour("primary"), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))

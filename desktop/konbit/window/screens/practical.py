"""What a person needs to know besides the law: where, until when, how much, what to bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.text import Text
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Words

_BESIDE_FROM = 560  # px at 100 %: from this width on the boxes stand in a row


@dataclass(frozen=True)
class Told:
    """One box: what it is about, the thing itself, and perhaps a note."""

    title: Say
    text: Say
    note: Say = nothing


class Boxes(Part, QWidget):
    """Boxes in a row, or one below another where there is little room."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._pool: Pool[_Box] = Pool(lambda: _Box(self.words, self), self._row)
        self.settle(words)

    def show_boxes(self, told: Sequence[Told]) -> None:
        """Other boxes; without any this widget hides."""
        for box, one in zip(self._pool.show(len(told)), told, strict=True):
            box.tell(one)
        for at in range(self._row.count()):
            self._row.setStretch(at, 1)
        self.setVisible(bool(told))
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self.theme.size(_BESIDE_FROM)
        turned = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != turned:
            self._row.setDirection(turned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(16))
        self._turn()
        super().restyle()


class _Box(Part, QWidget):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Text(words, nothing, Role.NOTE_STRONG, tone="ink2", parent=self)
        self._text = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._note = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        for one in (self._title, self._text, self._note):
            self._column.addWidget(one)
        self._column.addStretch(1)
        self.settle(words)

    def tell(self, told: Told) -> None:
        self._title.say(told.title)
        self._text.say(told.text)
        self._note.say(told.note)
        self._note.setVisible(bool(self._note.text()))

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(12), theme.gap(8), theme.gap(12), theme.gap(8))
        self._column.setSpacing(theme.gap(2))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(self.theme.colour("ground"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class ToBring(Part, QWidget):
    """The list of papers, each with a box to tick by hand on the printed sheet; here they are only read."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pool: Pool[_Line] = Pool(lambda: _Line(self.words, self), self._column)
        self.settle(words)

    def show_papers(self, papers: Sequence[Say]) -> None:
        """Other papers; without any this widget hides."""
        for line, say in zip(self._pool.show(len(papers)), papers, strict=True):
            line.tell(say)
        self.setVisible(bool(papers))

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(4))
        super().restyle()


class _Line(Part, QWidget):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._mark = _Mark(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self.settle(words)

    def tell(self, say: Say) -> None:
        self._text.say(say)

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(10))
        super().restyle()


class _Mark(Part, QWidget):
    """An empty box, as on the sheet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.theme.size(16)
        return QSize(side, side + self.theme.size(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, side = QPainter(self), self.theme.size(14)
        painter.setPen(QPen(self.theme.colour("edge"), 2))
        painter.drawRect(QRectF(1, self.theme.size(3), side, side))

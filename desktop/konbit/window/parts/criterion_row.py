"""One criterion of a route: its state, the lawyer's sentence, what the person answered, and the article."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton
from konbit.window.parts.chip import Chip, State
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_BESIDE_FROM = 560  # px at 100 %: from this width on the article stands at the right


@dataclass(frozen=True)
class Criterion:
    id: str
    state: State
    sentence: Say
    answer: Say = nothing
    article: Say = nothing
    quote: Say = nothing  # the norm, verbatim: always in Spanish, in whatever tongue the window speaks


class CriterionRow(Part, QWidget):
    """The article link unfolds the quote below; with no quote on file the link is only a name."""

    opened = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion: Criterion | None = None
        self._state = Chip(words, bare=True, parent=self)
        self._sentence = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._answer = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._quote = Text(words, nothing, Role.NOTE, italic=True, below=True, parent=self)
        self._quote.hide()
        self._article = LinkButton(words, nothing, sign=Sign.DOCUMENT, beside=False, parent=self)
        self._article.clicked.connect(self.toggle_quote)
        self._grid = QGridLayout(self)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._state, 0, 0, top)
        self._grid.addWidget(self._sentence, 0, 1, top)
        self._grid.addWidget(self._article, 0, 2, 2, 1, top | Qt.AlignmentFlag.AlignRight)
        self._stacked = False
        self._grid.addWidget(self._answer, 1, 1, top)
        self._grid.addWidget(self._quote, 2, 1, 1, 2, top)
        self._grid.setColumnStretch(1, 1)
        self.settle(words)

    def show_criterion(self, criterion: Criterion) -> None:
        self._criterion = criterion
        self._state.show_state(criterion.state)
        self._sentence.say(criterion.sentence)
        self._answer.say(criterion.answer)
        self._quote.say(criterion.quote)
        self._article.say(criterion.article)
        self._quote.hide()
        self.retranslate()

    def toggle_quote(self) -> None:
        self._quote.setVisible(self._quote.isHidden() and bool(self._quote.text()))
        if self._criterion is not None:
            self.opened.emit(self._criterion.id)

    @property
    def quote_shown(self) -> bool:
        return not self._quote.isHidden()

    def retranslate(self) -> None:
        self._answer.setVisible(bool(self._answer.text()))
        self._article.setVisible(bool(self._article.text()))
        told = (self._state.text(), str(self._sentence.said), str(self._answer.said))
        self.setAccessibleName(". ".join(text for text in told if text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        """With little room the article goes below the sentence."""
        stacked = self.width() < self.theme.size(_BESIDE_FROM)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        top = Qt.AlignmentFlag.AlignTop
        self._grid.removeWidget(self._article)
        if stacked:
            self._grid.addWidget(self._article, 3, 1, top | Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._article, 0, 2, 2, 1, top | Qt.AlignmentFlag.AlignRight)

    def restyle(self) -> None:
        theme = self.theme
        self._grid.setContentsMargins(0, theme.gap(8), 0, theme.gap(10))
        self._grid.setHorizontalSpacing(theme.gap(12))
        self._grid.setVerticalSpacing(theme.gap(2))
        self._grid.setColumnMinimumWidth(0, theme.size(104))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

"""The norms behind something, as links; pressing one unfolds what it says, word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.norms import Norm
from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.tiles import Tiles
from konbit.window.screens.norm_words import alike, article, known, quotes_of
from konbit.window.tongue import Words


class Links(Tiles):
    """Link buttons in as many columns as fit. pressed: the number of one."""

    pressed = Signal(int)

    def __init__(self, words: Words, *, sign: Sign | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._links: list[LinkButton] = []
        self._count = 0
        self.settle(words)

    def show_links(self, says: Sequence[Say]) -> list[LinkButton]:
        """One link a saying."""
        while len(self._links) < len(says):
            link = LinkButton(self.words, nothing, sign=self._sign, beside=False, parent=self)
            number = len(self._links)
            link.clicked.connect(lambda _on=False, number=number: self.pressed.emit(number))
            self._links.append(link)
        self._count = len(says)
        for at, link in enumerate(self._links):
            link.setVisible(at < self._count)
            if at < self._count:
                link.say(says[at])
        self.forget()
        self.updateGeometry()
        return self._links[: self._count]

    def tiles(self) -> list[QWidget]:
        return list(self._links[: self._count])

    def most_columns(self) -> int:
        return 6

    def retranslate(self) -> None:
        self.forget()
        self.updateGeometry()


class NormList(Part, QWidget):
    """Links with one quote below them."""

    def __init__(
        self, words: Words, norms: Mapping[str, Norm] | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._norms: Mapping[str, Norm] = norms or {}
        self._found: list[list[Norm]] = []
        self._at = -1
        self.links = Links(words, sign=Sign.DOCUMENT, parent=self)
        self.links.pressed.connect(self.toggle)
        self._quote = Text(words, nothing, Role.NOTE, italic=True, below=True, parent=self)
        self._quote.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.links)
        self._column.addWidget(self._quote)
        self.settle(words)

    def show_norms(self, norms: Mapping[str, Norm], idents: Sequence[str]) -> None:
        """Other norms; none of them unfolded."""
        self._norms, self._found, self._at = norms, alike(known(norms, idents)), -1
        self.links.show_links([article(group[0]) for group in self._found])
        self._quote.hide()
        self.setVisible(bool(self._found))

    def toggle(self, number: int) -> None:
        """Unfolds the quote of a norm, or folds it again."""
        self._at = -1 if number == self._at else number
        if self._at >= 0:
            self._quote.say(quotes_of(self._found[self._at]))
        self._quote.setVisible(self._at >= 0)

    @property
    def quote_shown(self) -> str:
        """What is unfolded now, or ""."""
        return "" if self._quote.isHidden() else self._quote.text()

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(4))
        super().restyle()

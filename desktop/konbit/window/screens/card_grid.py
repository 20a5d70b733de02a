"""Cards side by side, as many as fit: pressing one is a choice, none is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from konbit.window.parts.route_card import Route, RouteCard
from konbit.window.parts.tiles import Tiles
from konbit.window.tongue import Words


class CardGrid(Tiles):
    """pressed: the id of a card's route."""

    pressed = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[RouteCard] = []
        self._count = 0
        self.settle(words)

    def show_cards(self, routes: Sequence[Route]) -> None:
        """Other cards; those made before are used again."""
        while len(self._cards) < len(routes):
            card = RouteCard(self.words, parent=self)
            card.setCheckable(False)
            card.clicked.connect(lambda _on=False, card=card: self.pressed.emit(card.route.id))
            self._cards.append(card)
        self._count = len(routes)
        for at, card in enumerate(self._cards):
            card.setVisible(at < self._count)
            if at < self._count:
                card.show_route(routes[at])
        self.forget()
        self.updateGeometry()
        self.place()

    def tiles(self) -> list[QWidget]:
        return list(self._cards[: self._count])

    def most_columns(self) -> int:
        return 3

    def retranslate(self) -> None:
        self.forget()
        self.updateGeometry()

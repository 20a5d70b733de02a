"""The cards of the findings, by group; arrow keys walk them, the last groups are folded and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.at_once import at_once
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import nothing
from konbit.window.parts.part import Part
from konbit.window.parts.route_card import RouteCard
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.finding_cards import FOLDED, Card, Group
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words

FIRST, EACH = 7, 4
"""Cards that are there at once, about what a window holds, and those that come in each turn after."""


class FindingList(Part, QWidget):
    """chosen: the key of a card (`ruta:ID`). pressed: it was clicked. entered: its reasons are to be read (→)."""

    chosen = Signal(str)
    pressed = Signal(str)
    entered = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = {group: _Section(words, group, self) for group in Group}
        self._column = QVBoxLayout(self)
        for section in self._sections.values():
            self._column.addWidget(section)
            section.toggled.connect(self._keep_in_sight)
        self._column.addStretch(1)
        self._cards: list[Card] = []
        self._key = ""
        self.settle(words)

    def arrive(self, cards: Sequence[Card], key: str) -> Iterator[None]:
        """Other cards, a few a step; `key` is the one to choose, and is there with the first of them."""
        self._cards, self._key = list(cards), key
        for card in cards:
            if card.key == key:
                self._sections[card.group].open()
        open_ones = [card for card in cards if self._sections[card.group].opened]
        chosen = next((at for at, card in enumerate(open_ones) if card.key == key), 0)
        most = max(FIRST, chosen + 1)
        while True:
            with at_once(*self._sections.values(), self):
                shown = set(map(id, open_ones[:most]))
                for group, section in self._sections.items():
                    own = [card for card in cards if card.group is group]
                    section.show_cards(own, sum(id(card) in shown for card in own), self._pressed)
                self.choose(self._key)
            if most >= len(open_ones):
                return
            yield
            most += EACH

    def prepare(self) -> Iterator[None]:
        """Makes the first cards, out of sight, a few a step."""
        for count in range(2, FIRST + 1, 2):
            for section in (self._sections[Group.TODAY], self._sections[Group.FIRST]):
                section.prepare(count)
            yield

    @property
    def key(self) -> str:
        return self._key

    def choose(self, key: str) -> None:
        """Marks a card as the chosen one and unfolds its group."""
        self._key = key
        for card in self._cards:
            if card.key == key and card.group in FOLDED:
                self._sections[card.group].unfold()
        for widget in self.findChildren(RouteCard):
            widget.setChecked(widget.route.id == key and bool(key))

    def widget_of(self, key: str) -> RouteCard | None:
        """The card on show."""
        return next((card for card in self.visible_cards() if card.route.id == key), None)

    def visible_cards(self) -> list[RouteCard]:
        """Those on show, from top to bottom."""
        return [
            card for section in self._sections.values() for card in section.cards() if not section.isHidden()
        ]

    def step(self, by: int) -> None:
        """The card above or below."""
        cards = self.visible_cards()
        at = next((at for at, card in enumerate(cards) if card.route.id == self._key), -1)
        if cards:
            card = cards[min(max(at + by, 0), len(cards) - 1)]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self._take(card)

    def _pressed(self, card: RouteCard) -> None:
        self._take(card)
        self.pressed.emit(self._key)

    def _take(self, card: RouteCard) -> None:
        self.choose(card.route.id)
        self.chosen.emit(self._key)

    def _keep_in_sight(self) -> None:
        self.choose(self._key if self.widget_of(self._key) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Right:
                self.entered.emit(self._key)
            case _:
                super().keyPressEvent(event)

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(14), theme.gap(12), theme.gap(10), theme.gap(12))
        self._column.setSpacing(theme.gap(12))
        super().restyle()


class _Card(RouteCard):
    """Arrow keys belong to the list: a radio button of its own would only walk its own group."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


class _Section(Part, QWidget):
    toggled = Signal()

    def __init__(self, words: Words, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self._group, self._count, self._open = group, 0, group not in FOLDED
        self._title = Text(words, nothing, Role.NOTE_STRONG, tone="ink2", parent=self)
        self._fold = LinkButton(words, nothing, sign=Sign.CHEVRON_DOWN, beside=False, parent=self)
        self._fold.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards: Pool[RouteCard] = Pool(self._make, self._column)
        self._shown: list[Card] = []
        self._most = 0
        self._press = _ignore
        self.settle(words)

    def show_cards(self, cards: list[Card], most: int, press: Callable[[RouteCard], None]) -> None:
        """Fills the section with its first `most` cards; an empty one is not there."""
        fresh = cards != self._shown or not cards
        self._shown, self._count, self._press = cards, len(cards), press
        if fresh or most > self._most:
            kept = 0 if fresh else self._most
            self._most = most
            self.setVisible(bool(cards))
            self._fill(kept)
            self.retranslate()

    def prepare(self, count: int) -> None:
        self._cards.grow(count)

    def open(self) -> None:
        """Unfolded from now on."""
        self._open = True

    @property
    def opened(self) -> bool:
        """Whether its cards are on show."""
        return self._open

    def unfold(self) -> None:
        if not self._open:
            self._open, self._most = True, len(self._shown)
            self._fill()
            self.retranslate()

    def cards(self) -> list[RouteCard]:
        return self._cards.rows

    def _turn(self) -> None:
        self._open, self._most = not self._open, len(self._shown)
        self._fill()
        self.retranslate()
        self.toggled.emit()

    def _fill(self, kept: int = 0) -> None:
        """kept: as many of the first cards are on show already."""
        shown = self._shown[: self._most] if self._open else []
        widgets = self._cards.show(len(shown))
        for widget, card in zip(widgets[kept:], shown[kept:], strict=True):
            widget.show_route(card.shown)

    def _make(self) -> RouteCard:
        card = _Card(self.words, parent=self)
        card.setAutoExclusive(False)
        card.clicked.connect(lambda _on=False, card=card: self._press(card))
        return card

    def retranslate(self) -> None:
        folds = self._group in FOLDED
        self._title.setVisible(not folds)
        self._fold.setVisible(folds)
        self._title.say(lambda words: _title(words, self._group))
        self._fold.say(
            lambda words: _title(words, self._group),
            count=self._count,
        )
        self._fold.setAccessibleDescription(
            str(self.words("ui.findings.fold", "Plegar"))
            if self._open
            else str(self.words("ui.findings.unfold", "Ver"))
        )

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(6))
        super().restyle()


def _ignore(card: RouteCard) -> None:
    del card


def _title(words: Words, group: Group) -> Said:
    match group:
        case Group.FIRST:
            return words("ui.findings.first", "Lo primero: tiene plazo")
        case Group.TODAY:
            return words("ui.findings.today", "Se puede hoy")
        case Group.MISSING:
            return words("ui.findings.missing", "Falta un dato")
        case Group.WAIT:
            return words("ui.findings.wait", "Esperar")
        case Group.WRITS:
            return words("ui.findings.writs", "Escritos que se pueden presentar")
        case Group.WRITS_UNKNOWN:
            return words("ui.findings.writs_unknown", "Escritos: falta saber más")
        case Group.TERMS:
            return words("ui.findings.terms", "Plazos que corren")
        case Group.NOT_NOW:
            return words("ui.findings.not_now", "No por ahora")
        case Group.PAST:
            return words("ui.findings.past", "Plazos que ya pasaron")

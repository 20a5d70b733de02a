"""The deadlines, one day by day: when it ends in full letters, how each day was counted, and the others below."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.window.look.type import Role
from konbit.window.parts.at_once import at_once
from konbit.window.parts.batches import Batches
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.lettering import nothing
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.card_grid import CardGrid
from konbit.window.screens.finding_cards import Group, cards_of
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.screens.sheet_door import DEADLINES, SheetDoor, key_of_sheets
from konbit.window.screens.term_card import TermCard
from konbit.window.screens.term_view import telling_of
from konbit.window.session import Session
from konbit.window.tongue import Words


class DaysScreen(Screen):
    """`enter` takes the id of a deadline, or None for the one that ends first."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._shown = ""
        self._writ = ""
        self._batches = Batches(self)
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self.term = TermCard(words)
        self.empty = EmptyState(words, Sign.CALENDAR)
        self._others_head = Text(words, lambda words: words("ui.days.others", "Otros plazos"), Role.SUB)
        self.others = CardGrid(words)
        for one in (self.empty, self.term, self._others_head, self.others):
            self.add(one)
        self.own_days = LinkButton(
            words, lambda words: words("ui.own_days.title", "Días propios de la clínica"), sign=Sign.CALENDAR
        )
        self.own_days.clicked.connect(lambda: self.went.emit("own_days", "days"))
        self.add(self.own_days)
        self.column.addStretch(1)
        self._back = QuietButton(
            words, lambda words: words("ui.days.back", "Resultado"), beside=False, parent=self
        )
        self._go = PrimaryButton(words, nothing, sign=Sign.ARROW_RIGHT, trailing=True, parent=self)
        self.sheet_button = QuietButton(
            words,
            lambda words: words("ui.sheets.deadlines_of", "Hoja de plazos"),
            sign=Sign.PRINTER,
            key="Ctrl+P",
            beside=False,
            parent=self,
        )
        self.set_footer(left=(self._back,), right=(self.sheet_button, self._go))
        self.sheet_button.clicked.connect(self.see_sheet)
        key_of_sheets(self, self.see_sheet)
        self._back.clicked.connect(self.go_back)
        self._go.clicked.connect(self.go_on)
        self.head.went_back.connect(self.go_back)
        self.went_on.connect(self.go_on)
        self.went_back.connect(self.go_back)
        self.term.asked.connect(lambda fact: self.went.emit("interview", fact))
        self.others.pressed.connect(self._turn)
        self.empty.acted.connect(self.go_back)
        self.room_changed.connect(lambda _room: self._fit())

    def enter(self, what: object = None) -> None:
        office, found = self.session.require_office(), self.session.findings()
        assert self.session.interview is not None
        case = self.session.interview.case
        self.head.about(
            lambda words: words("ui.findings.terms_button", "Plazos"),
            back=lambda words: words("ui.days.back", "Resultado"),
        )
        running = [term for term in found.terms if term.state != "vencido"]
        ids = [term.deadline.id for term in found.terms]
        first = running[0].deadline.id if running else ids[-1] if ids else ""
        self._shown = what if isinstance(what, str) and what in ids else first
        self._writ = ""
        told = telling_of(office, case, found, self._shown) if self._shown else None
        self.term.setVisible(told is not None)
        self.empty.setVisible(told is None)
        if told is not None:
            self.term.set_room(self.room)
            self.term.show_term(told, office.pack)
            self._writ = self._writ_for(told.term)
        else:
            self.empty.tell(
                lambda words: words("ui.days.none", "Ningún plazo corre todavía"),
                lambda words: words(
                    "ui.days.none_text",
                    "Un plazo empieza con la fecha de una carta, una notificación o una solicitud.",
                ),
                act=lambda words: words("ui.days.back", "Resultado"),
            )
        self._say_act()
        self._others_head.hide()
        self.others.hide()
        self._batches.begin(self._rest(found))
        self.view.verticalScrollBar().setValue(0)
        self._fit()
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._batches.stop()

    def finish(self) -> None:
        """All that is still to come, at once."""
        self._batches.finish()

    def _rest(self, found: Examination) -> Iterator[None]:
        """The other deadlines, a turn after the one that was asked for."""
        yield
        pack = self.session.require_office().pack
        cards = [card for card in cards_of(found, pack) if card.kind == "plazo" and card.id != self._shown]
        cards.sort(key=lambda card: card.group is Group.PAST)
        with at_once(self.inside):
            self._others_head.setVisible(bool(cards))
            self.others.show()
            self.others.show_cards([card.shown for card in cards])
        self.view.fit()

    def _writ_for(self, term: RunningTerm) -> str:
        """The writ that this deadline is for, if it can be filed."""
        writs = self.session.findings().writs
        return next(
            (
                ident
                for ident, verdict in writs.items()
                if term.deadline.id in verdict.writ.deadlines and verdict.open_to_file
            ),
            "",
        )

    def _say_act(self) -> None:
        if self._writ:
            self._go.say(lambda words: words("ui.findings.writ", "Preparar escrito"))
        else:
            self._go.say(lambda words: words("ui.days.to_findings", "Volver al resultado"))

    def _turn(self, key: str) -> None:
        self._writ = ""
        self.enter(key.partition(":")[2])

    def go_on(self) -> None:
        """Prepares the writ that this deadline is for; without one, back to the findings."""
        if self._writ:
            self.went.emit("papers", f"escrito:{self._writ}")
        else:
            self.went.emit("findings", None)

    def see_sheet(self) -> None:
        """The sheet with the case's deadlines, to take along."""
        self.went.emit("sheets", SheetDoor(DEADLINES, back=("days", self._shown or None)))

    def go_back(self) -> None:
        """To the findings, on the card of this deadline."""
        self.went.emit("findings", f"plazo:{self._shown}" if self._shown else None)

    def _fit(self) -> None:
        self.head.set_room(self.room)
        self.term.set_room(self.room)

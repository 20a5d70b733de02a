"""What can be done, and why: cards at the left, the chosen one at the right. The program proposes; a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.reasoning.asking import Target
from konbit.window.pack_words import day_in_words
from konbit.window.parts.at_once import at_once, lay_out
from konbit.window.parts.batches import Batches
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.lettering import nothing
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.screens.calling import contacts_of
from konbit.window.screens.contact_help import ContactHelp
from konbit.window.screens.filing_help import FilingHelp
from konbit.window.screens.finding_cards import Card, cards_of, nearest
from konbit.window.screens.finding_detail import FindingDetail
from konbit.window.screens.finding_list import FindingList
from konbit.window.screens.finding_view import Act
from konbit.window.screens.paper_links import outputs_of
from konbit.window.screens.paper_making import PaperDoor
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.screens.sheet_door import door_of, key_of_sheets
from konbit.window.screens.split import Split, scrolling
from konbit.window.screens.telling import Telling, known_to
from konbit.window.screens.term_card import TermCard
from konbit.window.screens.term_view import telling_of
from konbit.window.session import Session
from konbit.window.tongue import Words

LIST_WIDTH = 372


class FindingsScreen(Screen):
    """`enter` takes the key of a card (`ruta:ID`, `escrito:ID`, `plazo:ID`) or None for the most pressing one."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self.cards = FindingList(words)
        self.detail, self.term = FindingDetail(words), TermCard(words)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        column.addWidget(self.term)
        column.addStretch(1)
        self._list_scroll, self._detail_scroll = scrolling(self.cards), scrolling(self._right)
        self.split = Split(self._list_scroll, self._detail_scroll, LIST_WIDTH, parent=self)
        self.view.hide()
        self._body_place.addWidget(self.split)
        self._go = PrimaryButton(words, nothing, sign=Sign.ARROW_RIGHT, trailing=True, parent=self)
        self._days = QuietButton(
            words,
            lambda words: words("ui.findings.terms_button", "Plazos"),
            sign=Sign.CALENDAR,
            key="F6",
            beside=False,
            parent=self,
        )
        self._back = QuietButton(
            words, lambda words: words("ui.findings.back", "Respuestas"), beside=False, parent=self
        )
        self.sheets = LinkButton(
            words,
            lambda words: words("ui.sheets.for_person", "Hoja para la persona"),
            sign=Sign.PRINTER,
            key="Ctrl+P",
            beside=False,
            parent=self,
        )
        self.set_footer(left=(self._back,), links=(self.sheets,), right=(self._days, self._go))
        self._listed: list[Card] = []
        self._telling: Telling | None = None
        self._act: Act | None = None
        self._turned = False
        self.filings = FilingHelp(self, self.detail)
        self.contacts = ContactHelp(
            self, self.detail.calls, lambda: self.cards.key, lambda: self.enter(self.cards.key)
        )
        self._listing, self._telling_one, self._preparing = Batches(self), Batches(self), Batches(self)
        self._connect()
        self._preparing.begin(self._prepare())

    def _connect(self) -> None:
        self.cards.chosen.connect(self._chose)
        self.cards.pressed.connect(lambda _key: self._open())
        self.cards.entered.connect(self._read)
        self.detail.asked.connect(self._asked)
        self.detail.looked.connect(self.choose)
        self.detail.widened.connect(lambda: self._telling_one.begin(self._widen()))
        self.term.asked.connect(self._asked)
        self._go.clicked.connect(self.go_on)
        self._days.clicked.connect(self._see_days)
        self.sheets.clicked.connect(self._see_sheets)
        key_of_sheets(self, self._see_sheets)
        self.detail.papers.sheet_wanted.connect(self._see_sheets)
        self.detail.papers.paper_wanted.connect(self._see_paper)
        self._back.clicked.connect(self.go_back)
        self.head.went_back.connect(self.go_back)
        self.went_on.connect(self.go_on)
        self.went_back.connect(self.go_back)
        self.room_changed.connect(lambda _room: self._fit())

    # --- filling

    def enter(self, what: object = None) -> None:
        self.filings.close()
        self.contacts.close()
        self._preparing.stop()
        self._listing.begin(self._arrive(what))

    def leave(self) -> None:
        self._listing.stop()
        self._telling_one.stop()

    @property
    def arriving(self) -> bool:
        """Whether cards or parts of the chosen one are still to come."""
        return self._listing.busy or self._telling_one.busy

    def finish(self) -> None:
        """All that is still to come, at once."""
        self._listing.finish()
        self._telling_one.finish()

    def _prepare(self) -> Iterator[None]:
        yield
        yield from self.cards.prepare()
        yield from self.detail.prepare()
        self.filings.prepare()
        yield
        self.contacts.prepare()

    def _arrive(self, what: object) -> Iterator[None]:
        """The findings in pieces that each leave the keyboard free: what holds, the first cards, the chosen one, the
        others. Nothing of the case before stays in sight meanwhile."""
        session, office = self.session, self.session.require_office()
        assert session.interview is not None
        self._telling_one.stop()
        self._act, self._turned = None, False
        with at_once(self._right):
            self.cards.hide()
            self.detail.hide()
            self.term.hide()
        found, case = session.findings(), session.interview.case
        told = day_in_words(found.today, weekday=True)
        self.head.about(
            lambda words: words("ui.findings.title_on", "Resultado al {date}", date=told(words)),
            back=lambda words: words("ui.findings.back", "Respuestas"),
        )
        yield
        aims = [f"{target.kind}:{target.id}" for target in session.interview.targets]
        self._listed = cards_of(found, office.pack, aims)
        self._telling = Telling(office, found, known_to(office, case, found.today), self._listed)
        keys = [card.key for card in self._listed]
        key = what if isinstance(what, str) and what in keys else self._pressing()
        coming = self.cards.arrive(self._listed, key)
        next(coming, None)
        self.cards.show()
        self.split.show_right(isinstance(what, str))
        self._list_scroll.fit()
        self._fit()
        card = self.cards.widget_of(key)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        yield
        for _ in () if self._turned else self._tell_one(key):
            yield
            if self._turned:  # an arrow key was quicker
                break
        for _ in coming:
            self._list_scroll.fit()
            yield

    def _pressing(self) -> str:
        """The card to read first: what can be done with a deadline, else what can be done, else what lacks least."""
        card = nearest(self._listed)
        return card.key if card else self._listed[0].key if self._listed else ""

    def choose(self, key: str) -> None:
        """Chooses a card from elsewhere than the list."""
        self.cards.choose(key)
        self._chose(key)

    def _chose(self, key: str) -> None:
        self._turned = True
        self._telling_one.begin(self._tell_one(key))

    def _tell_one(self, key: str) -> Iterator[None]:
        kind, _, ident = key.partition(":")
        telling = self._telling
        assert telling is not None
        parts: Iterator[None] = iter(())
        with at_once(self.detail, self.term, self._right):
            self.detail.setVisible(kind in ("ruta", "escrito"))
            self.term.setVisible(kind == "plazo")
            if kind == "plazo":
                self._show_term(ident)
            elif kind:
                view = telling.route(ident) if kind == "ruta" else telling.writ(ident)
                view = replace(
                    view,
                    contacts=contacts_of(telling.pack, key, telling.values),
                    outputs=outputs_of(telling.pack, telling.found, key),
                )
                self._act = view.act
                parts = self.detail.arrive(view, telling.pack)
                next(parts)
        self._stand()
        self._say_act()
        self._detail_scroll.verticalScrollBar().setValue(0)
        # Once the cards are laid out: now it would scroll to where the chosen one stood before.
        QTimer.singleShot(0, self, self._see_card)
        yield
        for at, _ in enumerate(parts):
            if at == 0:
                self.filings.show_of(key)
            self._stand()
            yield
        self._stand()

    def _widen(self) -> Iterator[None]:
        for _ in self.detail.widen():
            self._stand()
            yield

    def _stand(self) -> None:
        """What came just now, laid out before it is painted."""
        lay_out(self._right)
        self._detail_scroll.fit()

    def _see_card(self) -> None:
        card = self.cards.widget_of(self.cards.key)
        if card is not None and [card] == self.cards.visible_cards()[:1]:
            self._list_scroll.verticalScrollBar().setValue(0)
        elif card is not None:
            self._list_scroll.ensureWidgetVisible(card, 0, 60)

    def _say_act(self) -> None:
        """In the narrow room the cards come first: the button opens the chosen one before it does anything."""
        if self.room is Room.NARROW and not self.split.alone:
            self._go.say(lambda words: words("ui.findings.open", "Ver por qué"))
        elif self._act is not None:
            self._go.say(self._act.say)

    def _show_term(self, ident: str) -> None:
        assert self._telling is not None and self.session.interview is not None
        told = telling_of(self._telling.office, self.session.interview.case, self._telling.found, ident)
        if told is not None:
            self.term.show_term(told, self._telling.pack)
        self._act = Act(lambda words: words("ui.findings.all_days", "Ver día a día"), "days", ident)

    # --- acts

    def go_on(self) -> None:
        """What the primary button says."""
        act = self._act
        if act is None:
            return
        if self.room is Room.NARROW and not self.split.alone:
            self._open()
            return
        if act.aim is not None:
            self.session.aim((Target(*act.aim),))
        if act.screen == "findings" and act.what:
            self.choose(act.what)
        elif act.screen == "papers" and act.what and act.what.startswith("formulario:"):
            self._see_paper(act.what)
        else:
            self.went.emit(act.screen, act.what)

    def go_back(self) -> None:
        """In the narrow room first back to the cards; then to the answers."""
        if self.split.alone:
            self.split.show_right(False)
            self._fit()
        else:
            self.went.emit("review", None)

    def _open(self) -> None:
        self.split.show_right(True)
        self._fit()

    def _read(self, key: str) -> None:
        if key:
            self._telling_one.finish()
            self._open()
            self.detail.focus_criteria()

    def _asked(self, fact: str) -> None:
        key = self.cards.key.partition(":")
        if key[0] in ("ruta", "escrito"):
            self.session.aim((Target(key[0], key[2]),))
        self.went.emit("interview", fact)

    def _see_days(self) -> None:
        kind, _, ident = self.cards.key.partition(":")
        view = self.detail.view
        if kind == "plazo":
            self.went.emit("days", ident)
        elif kind and view is not None and view.terms:
            self.went.emit("days", view.terms[0])
        else:
            self.went.emit("days", None)

    def _see_sheets(self) -> None:
        if self._telling is not None:
            self.went.emit("sheets", door_of(self.cards.key))

    def _see_paper(self, paper: str) -> None:
        self.went.emit("papers", PaperDoor(paper, self.cards.key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_F6:
                self._see_days()
            case Qt.Key.Key_Down:
                self.cards.step(1)
            case Qt.Key.Key_Up:
                self.cards.step(-1)
            case Qt.Key.Key_Left:
                card = self.cards.widget_of(self.cards.key)
                if card is not None:
                    card.setFocus(Qt.FocusReason.TabFocusReason)
            case _:
                super().keyPressEvent(event)

    def _fit(self) -> None:
        narrow = self.room is Room.NARROW
        self.head.set_room(self.room)
        self.split.set_narrow(narrow)
        self.term.set_room(self.room)
        self._back.say(
            (lambda words: words("ui.findings.others", "Otras rutas"))
            if self.split.alone
            else (lambda words: words("ui.findings.back", "Respuestas"))
        )
        self._say_act()

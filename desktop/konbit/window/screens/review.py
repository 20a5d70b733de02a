"""What was said, to be read once before the result: what nobody knows first, then one row a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.pack_words import listed, of_pack
from konbit.window.parts.at_once import at_once
from konbit.window.parts.batches import Batches
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.ground import Card
from konbit.window.parts.lettering import nothing
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.interview_pages import ChangeOf
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.pool import Pool
from konbit.window.screens.review_row import ReviewRow
from konbit.window.screens.review_rows import Group, Unknown, groups, put_aside, unknowns
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
from konbit.window.tongue import Words

FIRST, EACH = 6, 4
"""Rows built at once, most of a page; and how many follow in one turn of the event loop (3 to 5 ms a row)."""


class ReviewScreen(Screen):
    """Enter goes on to the result; ↑↓ between the rows, Enter on one changes it and comes back here.

    The first rows stand at once, the others follow between the turns of the event loop. ready: all of them stand.
    """

    ready = Signal()

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._last = ""
        self._count = 0
        self._batches = Batches(self)
        self._batches.slow.connect(self._tell_arriving)
        self._batches.ready.connect(self._all_there)
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self._to_find = Text(words, nothing, Role.SUB, below=True)
        self._unknown_card, self._unknown_place = _card()
        self._unknown_place.addWidget(self._to_find)
        self._unknown_rows = Pool(self._unknown_link, self._unknown_place)
        self._rows_card, self._rows_place = _card()
        self._rows = Pool(self._row, self._rows_place)
        self._arriving = Text(words, nothing, Role.NOTE, tone="ink2", below=True)
        self._aside = Text(words, nothing, Role.NOTE, tone="ink2", below=True)
        self._empty = EmptyState(words, Sign.QUESTION_RING)
        for piece in (self._unknown_card, self._rows_card, self._arriving, self._aside, self._empty):
            self.add(piece)
        self.column.addStretch(1)
        self.back_button = QuietButton(
            words, lambda words: words("ui.back", "Atrás"), sign=Sign.ARROW_LEFT, key="Esc"
        )
        self.more_button = QuietButton(words, lambda words: words("ui.review.more", "Seguir la entrevista"))
        self.result_button = PrimaryButton(
            words,
            lambda words: words("ui.review.result", "Ver resultado"),
            sign=Sign.ARROW_RIGHT,
            trailing=True,
        )
        self.set_footer(left=(self.back_button,), right=(self.more_button, self.result_button))
        self.back_button.clicked.connect(self.back)
        self.went_back.connect(self.back)
        self.went_on.connect(self.result)
        self.head.went_back.connect(lambda: self.went.emit("cases", None))
        self.more_button.clicked.connect(lambda: self.went.emit("interview", None))
        self.result_button.clicked.connect(self.result)
        self.room_changed.connect(self._room_is)
        self._room_is(self.room)
        self._pad()

    def _unknown_link(self) -> LinkButton:
        link = LinkButton(self.words, nothing, sign=Sign.QUESTION_RING)
        link.clicked.connect(lambda: self._change((str(link.property("fact")),)))
        return link

    def _row(self) -> ReviewRow:
        row = ReviewRow(self.words)
        row.change.connect(self._change)
        return row

    def enter(self, what: object = None) -> None:
        del what
        interview = self.session.interview
        if interview is None:
            return
        self.head.about(
            lambda words: words("ui.review.title", "Lo que se dijo"),
            back=lambda words: words("ui.cases", "Casos"),
        )
        answered = groups(interview)
        last = next((at for at, group in enumerate(answered) if self._last in group.facts), 0)
        with at_once(self._unknown_card, self._rows_card, self.inside):
            self._arriving.hide()
            self._show_unknowns(unknowns(interview))
            self._rows_card.setVisible(bool(answered))
            self._empty.setVisible(not answered)
            self._empty.tell(lambda words: words("ui.review.empty", "Todavía no hay respuestas."))
            self._show_aside(interview.office.pack.facts, put_aside(interview))
            self._batches.begin(self._arrive(answered, max(FIRST, last + 1)))
        self.more_button.setVisible(not interview.done)
        came = next((row.button for row in self.rows if self._last in row.facts), None)
        (came or self.result_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if came is None:
            self.view.verticalScrollBar().setValue(0)
        self._last = ""

    def leave(self) -> None:
        self._batches.stop()
        with at_once(self._rows_card, self.inside):
            # Shown again they come a few a turn; all of them, in other letters meanwhile, took 250 ms at once.
            self._rows.show(0)

    @property
    def arriving(self) -> bool:
        """Whether rows are still to come."""
        return self._batches.busy

    def _arrive(self, answered: Sequence[Group], first: int) -> Iterator[None]:
        """Fills the rows: the first ones, then a few a step."""
        self._count = len(answered)
        shown = 0
        while shown < len(answered):
            before, shown = shown, min(len(answered), shown + EACH if shown else first)
            with at_once(self._rows_card, self.inside):
                rows = self._rows.show(shown)
                for row, group in zip(rows[before:], answered[before:shown], strict=True):
                    row.set_room(self.room)
                    row.show_group(group)
                if not self._arriving.isHidden():
                    self._tell_arriving()
            self.view.fit()  # before they are painted, or they would stand squeezed into the page there was
            if shown < len(answered):
                yield

    def _tell_arriving(self) -> None:
        shown, count = len(self.rows), self._count
        self._arriving.say(
            lambda words: words(
                "ui.review.arriving", "Respuestas a la vista: {shown} de {count}", shown=shown, count=count
            )
        )
        self._arriving.show()

    def _all_there(self) -> None:
        self._arriving.hide()
        self.ready.emit()

    def _show_unknowns(self, open_ones: list[Unknown]) -> None:
        count = len(open_ones)
        self._to_find.say(lambda words: words("ui.review.unknown", "Por averiguar ({count})", count=count))
        for link, one in zip(self._unknown_rows.show(count), open_ones, strict=True):
            link.setProperty("fact", one.fact)
            link.say(one.say)
        self._unknown_card.setVisible(bool(open_ones))

    def _show_aside(self, facts: object, aside: tuple[str, ...]) -> None:
        count = len(aside)
        named = listed(of_pack(facts[name].label) for name in aside)  # type: ignore[index]
        self._aside.say(
            lambda words: words(
                "ui.review.aside",
                "Guardado, pero ahora no cuenta ({count}): {labels}",
                count=count,
                labels=named(words),
            )
        )
        self._aside.setVisible(bool(aside))

    @property
    def rows(self) -> list[ReviewRow]:
        """The rows in sight."""
        return self._rows.rows

    @property
    def unknown_links(self) -> list[LinkButton]:
        """The facts to find out, in sight."""
        return self._unknown_rows.rows

    def _change(self, facts: tuple[str, ...]) -> None:
        self._last = facts[0]
        self.went.emit("interview", ChangeOf(facts[0], facts[1:]))

    def result(self) -> None:
        """On to what can be done."""
        self.went.emit("findings", None)

    def back(self) -> None:
        """To the last question."""
        interview = self.session.interview
        if interview is not None and interview.done and interview.screens:
            self.session.take(interview.back())
        self.went.emit("interview", None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        buttons = [*self.unknown_links, *(row.button for row in self.rows)]
        if step and buttons:
            here = next((at for at, one in enumerate(buttons) if one.hasFocus()), -1 if step > 0 else 0)
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _room_is(self, room: Room) -> None:
        self.head.set_room(room)
        for row in self.rows:
            row.set_room(room)

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_rows_place"):
            self._pad()

    def _pad(self) -> None:
        theme = self.theme
        pad = theme.gap(20)
        for place in (self._unknown_place, self._rows_place):
            place.setContentsMargins(pad, theme.gap(10), pad, theme.gap(10))
            place.setSpacing(theme.gap(4))


def _card() -> tuple[Card, QVBoxLayout]:
    card = Card()
    return card, QVBoxLayout(card)

"""What was said, to be read once before the result: what nobody knows first, then one row a screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.pack_words import listed, of_pack
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.lettering import nothing
from konbit.window.parts.part import Part
from konbit.window.parts.room import Room
from konbit.window.parts.sign_mark import SignMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.interview_pages import ChangeOf
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.pool import Pool
from konbit.window.screens.review_rows import Group, Told, Unknown, groups, put_aside, unknowns
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
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
        self._column = QVBoxLayout(self)
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


class ReviewScreen(Screen):
    """Enter goes on to the result; ↑↓ between the rows, Enter on one changes it and comes back here."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._last = ""
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self._to_find = Text(words, nothing, Role.SUB, below=True)
        self._unknown_card, self._unknown_place = _card()
        self._unknown_place.addWidget(self._to_find)
        self._unknown_rows = Pool(self._unknown_link, self._unknown_place)
        self._rows_card, self._rows_place = _card()
        self._rows = Pool(self._row, self._rows_place)
        self._aside = Text(words, nothing, Role.NOTE, tone="ink2", below=True)
        self._empty = EmptyState(words, Sign.QUESTION_RING)
        for piece in (self._unknown_card, self._rows_card, self._aside, self._empty):
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
        open_ones, answered = unknowns(interview), groups(interview)
        self._show_unknowns(open_ones)
        rows = self._rows.show(len(answered))
        for row, group in zip(rows, answered, strict=True):
            row.set_room(self.room)
            row.show_group(group)
        self._rows_card.setVisible(bool(answered))
        self._empty.setVisible(not answered)
        self._empty.tell(lambda words: words("ui.review.empty", "Todavía no hay respuestas."))
        self._show_aside(interview.office.pack.facts, put_aside(interview))
        self.more_button.setVisible(not interview.done)
        came = next((row.button for row in rows if self._last in row.facts), None)
        (came or self.result_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if came is None:
            self.view.verticalScrollBar().setValue(0)
        self._last = ""

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


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", True)
    return card, QVBoxLayout(card)

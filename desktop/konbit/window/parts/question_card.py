"""One question with its two lanes: what is asked and answered at the left, the other tongue and the ways of not
knowing at the right. The card is filled again for the next question; nothing in it is built twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton
from konbit.window.parts.choice_entry import ChoiceEntry
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.decimal_entry import DecimalEntry
from konbit.window.parts.drawer import Fold
from konbit.window.parts.entry import Entry
from konbit.window.parts.field import Fault
from konbit.window.parts.ground import Card
from konbit.window.parts.lane_head import LaneHead
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.moment_entry import MomentEntry
from konbit.window.parts.number_entry import NumberEntry, RunEntry
from konbit.window.parts.part import Part
from konbit.window.parts.picker import Picker
from konbit.window.parts.question import Kind, Question, Reply
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import LongTextEntry, TextEntry
from konbit.window.parts.unknown_row import UnknownRow
from konbit.window.tongue import Words

_ASKED_BY: dict[Kind, type[Entry]] = {
    Kind.YES_NO: ChoiceEntry,
    Kind.CHOICE: ChoiceEntry,
    Kind.CHOICES: ChoiceEntry,
    Kind.DATE: DateEntry,
    Kind.DAY: DateEntry,
    Kind.TEXT: TextEntry,
    Kind.RELATO: LongTextEntry,
    Kind.NUMBER: NumberEntry,
    Kind.DECIMAL: DecimalEntry,
    Kind.MOMENT: MomentEntry,
    Kind.RUN: RunEntry,
    Kind.PICK: Picker,
}
_AT_ONCE = (
    Kind.YES_NO,
    Kind.CHOICE,
    Kind.CHOICES,
    Kind.PICK,
)  # chosen, not typed: kept without leaving the box


class QuestionCard(Part, Card):
    """`typing` at every change, `answered` when there is something to keep, `looked_at` for "¿Y si…?".

    A fault shows when the entry is left; the value stays in its box, and neither *Atrás* nor the ways of not
    knowing are held back by it. Alt+N, Alt+P, Alt+D, F2 and F3 belong to the card that has the focus. With
    `links=False` the links to the folds are left to the page's footer while there is room for them there.
    """

    typing = Signal(Reply)
    answered = Signal(Reply)
    looked_at = Signal(str, str)  # question, choice
    go_on = Signal()

    def __init__(
        self, words: Words, *, heads: bool = True, links: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heads, self._links = heads, links
        self._question = Question("", Kind.TEXT, nothing)
        self._room = Room.WIDE
        self._entries: dict[type[Entry], Entry] = {}
        self._before: object = None
        self._laid: tuple[bool, bool] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._first_head, self._second_head = (
            LaneHead(words, parent=self),
            LaneHead(words, second=True, parent=self),
        )
        self._label = Text(words, nothing, Role.QUESTION, only="first", parent=self)
        self._label_beside = Text(words, nothing, Role.QUESTION, only="second", parent=self)
        self._hint = Text(words, nothing, Role.NOTE, tone="ink2", only="first", parent=self)
        self._hint_beside = Text(words, nothing, Role.NOTE, only="second", parent=self)
        self._fault = Fault(words, parent=self)
        self._left = QVBoxLayout()
        self._left.addWidget(self._fault)
        self._unknown = UnknownRow(words, parent=self)
        self._unknown.chosen.connect(self._not_known)
        self._why = Fold(words, lambda words: words("ui.question.why", "Por qué preguntamos"), parent=self)
        self._aloud = Fold(words, lambda words: words("ui.question.aloud", "Qué decir"), parent=self)
        self._why_link = LinkButton(
            words,
            lambda words: words("ui.question.why", "Por qué preguntamos"),
            sign=Sign.QUESTION_RING,
            key="F2",
            beside=False,
            parent=self,
        )
        self._aloud_link = LinkButton(
            words,
            lambda words: words("ui.question.aloud", "Qué decir"),
            sign=Sign.SPEAKER,
            key="F3",
            beside=False,
            parent=self,
        )
        self._why_link.clicked.connect(self.toggle_why)
        self._aloud_link.clicked.connect(self.toggle_aloud)
        self._link_row = QHBoxLayout()
        self._link_row.addWidget(self._why_link)
        self._link_row.addWidget(self._aloud_link)
        self._link_row.addStretch(1)
        self._grid = QGridLayout(self)
        self._bind_keys()
        self.settle(words)

    def _bind_keys(self) -> None:
        acts = {
            "Alt+N": lambda: self._unknown.take("no_sabe"),
            "Alt+P": lambda: self._unknown.take("reserva"),
            "Alt+D": lambda: self._unknown.take("espera_documento"),
            "F2": self.toggle_why,
            "F3": self.toggle_aloud,
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- asking

    def ask(self, question: Question, value: object = None, way: str = "") -> None:
        """Show another question, with the answer it has."""
        self._question, self._before = question, value
        self._label.say(question.label)
        self._label_beside.say(question.label)
        self._hint.say(question.hint)
        self._hint_beside.say(question.hint)
        self._why.say(question.why)
        self._aloud.say(question.aloud)
        self._why.hide()
        self._aloud.hide()
        self._first_head.draft(question.draft)
        self._second_head.draft(question.draft)
        entry = self._entry_for(question)
        entry.set_value(None if way else value)
        entry.mark(fault=False)
        self._fault.say(None)
        self._unknown.ask(question.ways, way)
        self.retranslate()

    def _entry_for(self, question: Question) -> Entry:
        wanted = _ASKED_BY[question.kind]
        entry = self._entries.get(wanted)
        if entry is None:
            entry = self._made(wanted)
        for other in self._entries.values():
            other.setVisible(other is entry)
        match entry:
            case ChoiceEntry():
                entry.offer(question.kind, question.choices)
            case DateEntry():
                entry.ask_whole(question.kind is Kind.DAY)
            case NumberEntry():
                entry.within(question.least, question.most, question.unit)
            case DecimalEntry():
                entry.within(question.unit)
            case Picker():
                entry.offer(question.options)
        return entry

    def _made(self, wanted: type[Entry]) -> Entry:
        entry = wanted(self.words)  # type: ignore[call-arg]
        self._entries[wanted] = entry
        self._left.addWidget(entry)
        entry.changed.connect(self._typed)
        entry.left.connect(self._entry_left)
        if isinstance(entry, LongTextEntry):
            entry.go_on.connect(self.go_on)
        if isinstance(entry, ChoiceEntry):
            entry.group.looked_at.connect(lambda choice: self.looked_at.emit(self._question.id, choice))
        return entry

    @property
    def question(self) -> Question:
        return self._question

    @property
    def entry(self) -> Entry:
        return self._entries[_ASKED_BY[self._question.kind]]

    @property
    def unknown(self) -> UnknownRow:
        return self._unknown

    @property
    def label(self) -> str:
        return str(self._label.said)

    @property
    def fault_said(self) -> str:
        return self._fault.said

    def reply(self) -> Reply:
        """What the card holds now."""
        way = self._unknown.value()
        return Reply(self._question.id, None if way else self.entry.value(), way)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.entry.take_focus(reason)

    # --- answering

    def _typed(self, value: object) -> None:
        if value not in (None, []):
            self._unknown.set_value("")
            self._before = value
        if self._fault.said and self.entry.fault() is None:
            self.reveal()
        self.typing.emit(self.reply())
        if self._question.kind in _AT_ONCE and value is not None:
            self.answered.emit(self.reply())

    def _entry_left(self) -> None:
        if not self.reveal() and self._question.kind not in _AT_ONCE and self.entry.value() is not None:
            self.answered.emit(self.reply())

    def _not_known(self, way: str) -> None:
        # Taking a way back brings the answer back: nothing typed is lost by a slip of the hand.
        self.entry.set_value(None if way else self._before)
        self.reveal()
        self.typing.emit(self.reply())
        self.answered.emit(self.reply())

    def reveal(self) -> bool:
        """Show the fault there is, if any; return whether there is one."""
        fault = None if self._unknown.value() else self.entry.fault()
        self._fault.say(fault)
        self.entry.mark(fault=fault is not None)
        self._describe()
        return fault is not None

    # --- folds

    def toggle_why(self) -> None:
        self._toggle(self._why, self._question.why)

    def toggle_aloud(self) -> None:
        self._toggle(self._aloud, self._question.aloud)

    def _toggle(self, fold: Fold, say: Say) -> None:
        fold.setVisible(not fold.is_open and bool(say(self.words)))

    # --- words and look

    def _describe(self) -> None:
        told = ". ".join(text for text in (self._fault.said, str(self._hint.said)) if text)
        self.setAccessibleName(self.label)
        if self._question.id:
            self.entry.describe(self.label, told)

    def retranslate(self) -> None:
        two = bool(self.words.second)
        for text, shown in (
            (self._hint, bool(self._hint.said)),
            (self._hint_beside, two and bool(self._hint_beside.said.beside)),
            (self._label_beside, two and bool(self._label_beside.said.beside)),
        ):
            text.setVisible(shown)
        self._describe()
        self._arrange()

    def set_room(self, room: Room) -> None:
        """The room the page has: two lanes, or one below the other when narrow."""
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        two, stacked = bool(self.words.second), self._room is Room.NARROW
        creole_only = self.words.first == "ht"
        self._first_head.setVisible(self._heads and not stacked and (two or creole_only))
        self._second_head.setVisible(self._heads and not stacked and two)
        links = self._links or self._room is not Room.WIDE
        self._why_link.setVisible(links and bool(self._question.why(self.words)))
        self._aloud_link.setVisible(links and bool(self._question.aloud(self.words)))
        if self._laid == (two, stacked):
            return
        self._laid = (two, stacked)
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        if stacked:
            for row, piece in enumerate((self._label, self._label_beside, self._hint, self._hint_beside)):
                grid.addWidget(piece, row, 0, 1, 2)
            grid.addLayout(self._left, 4, 0, 1, 2)
            grid.addWidget(self._unknown, 5, 0, 1, 2)
        else:
            span = 1 if two else 2
            grid.addWidget(self._first_head, 0, 0)
            grid.addWidget(self._second_head, 0, 1)
            grid.addWidget(self._label, 1, 0, 1, span, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._hint, 2, 0, 1, span, Qt.AlignmentFlag.AlignTop)
            if two:
                grid.addWidget(self._label_beside, 1, 1, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._hint_beside, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._left, 4, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._unknown, 4, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._why, 6, 0, 1, 2)
        grid.addWidget(self._aloud, 7, 0, 1, 2)
        grid.addLayout(self._link_row, 8, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 0 if stacked else 1)
        self._unknown.arrange(row=stacked)

    def restyle(self) -> None:
        theme = self.theme
        pad = theme.gap(20)
        self._grid.setContentsMargins(pad, theme.gap(10), pad, theme.gap(10))
        self._grid.setHorizontalSpacing(theme.gap(28))
        self._grid.setVerticalSpacing(theme.gap(6))
        self._left.setSpacing(theme.gap(6))
        self._link_row.setSpacing(theme.gap(12))
        super().restyle()

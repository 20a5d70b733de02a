"""A question card that the interview can speak to: it shows what was refused, and says what the pointer is over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from konbit.window.parts.answer import Answer
from konbit.window.parts.choice_entry import NO, YES, ChoiceEntry
from konbit.window.parts.entry import Entry
from konbit.window.parts.field import Fault
from konbit.window.parts.lettering import Say
from konbit.window.parts.question import Kind
from konbit.window.parts.question_card import QuestionCard
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Words


class AskCard(QuestionCard):
    """`refuse` shows why an answer was not taken; it stays in its box until it is another. `doubt` says under the
    answer what is worth a second look, and stands in nobody's way."""

    def __init__(self, words: Words, *, heads: bool = True, parent: QWidget | None = None) -> None:
        self._refused: Say | None = None
        self._refused_value: object = None
        self._reminder: Say | None = None
        self._doubt: Fault | None = None
        super().__init__(words, heads=heads, links=False, parent=parent)

    def refuse(self, say: Say) -> None:
        """Shows the fault below the hint, in the question's own place."""
        self._refused, self._refused_value = say, self.entry.value()
        self.reveal()

    def remind(self, say: Say | None) -> None:
        """Says something of this question that stands in nobody's way; None takes it back."""
        self._reminder = say
        self.reveal()

    def doubt(self, say: Say | None) -> None:
        """Something about the answer that is kept; None when there is nothing."""
        if self._doubt is None:
            if say is None:
                return
            self._doubt = Fault(self.words, sign=Sign.TRIANGLE, tone="amber", parent=self)
        if say is not None:
            self._left.addWidget(self._doubt)  # below whichever box the question has
        self._doubt.say(say)
        self._describe()

    @property
    def doubt_said(self) -> str:
        """The doubt in sight."""
        return self._doubt.said if self._doubt is not None else ""

    def _describe(self) -> None:
        super()._describe()
        if self.doubt_said and self.question.id:
            told = ". ".join(
                text for text in (self.fault_said, self.doubt_said, str(self._hint.said)) if text
            )
            self.entry.describe(self.label, told)

    def ask(self, *given: object, **named: object) -> None:
        self._refused = self._reminder = None
        super().ask(*given, **named)  # type: ignore[arg-type]
        entry = self.entry
        if isinstance(entry, ChoiceEntry):
            for answer in entry.group.answers:
                answer.removeEventFilter(self)
                answer.installEventFilter(self)

    def problem(self) -> Say | None:
        """What is wrong now: with the box itself, or with what was refused and still stands there."""
        if self.unknown.value():
            return None
        fault = self.entry.fault()
        if fault is None and self._refused is not None:
            if self.entry.value() == self._refused_value:
                return self._refused
            self._refused = None
        return fault

    def reveal(self) -> bool:
        fault = self.problem()
        self._fault.say(fault or self._reminder)
        self.entry.mark(fault=fault is not None)
        self._describe()
        return fault is not None

    def _typed(self, value: object) -> None:
        if self._refused is not None and value != self._refused_value:
            self._refused = None
            self.reveal()
        if self._reminder is not None:
            self.remind(None)
        super()._typed(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter and isinstance(watched, Answer):
            self.looked_at.emit(self.question.id, watched.choice.id)
        return super().eventFilter(watched, event)


def looked_value(kind: Kind, choice: str) -> object:
    """The value that a looked-at answer stands for: of a yes or no, a bool; of several, one alone."""
    match kind:
        case Kind.YES_NO:
            return {YES: True, NO: False}.get(choice)
        case Kind.CHOICES:
            return [choice]
        case _:
            return choice


def entry_of(card: QuestionCard) -> Entry:
    """The boxes of a card."""
    return card.entry

"""The answers to one question: keys 1 to 9, arrows, one choice or many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from konbit.window.parts.answer import Answer, Choice
from konbit.window.parts.tiles import Tiles
from konbit.window.tongue import Words

_TWO_COLUMNS_FROM = 6  # up to five answers are one list: the eye compares them downwards


class AnswerGroup(Tiles):
    """Radio buttons, or check boxes with `many`. Answers are reused from question to question.

    Digits choose (in a list of check boxes they toggle); arrows move and choose nothing, so that "¿Y si…?" can
    be read first; space chooses; Enter on an answer not chosen chooses it, and is otherwise left to the screen.
    """

    chosen = Signal(list)  # ids, in the order of the choices
    looked_at = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: list[Answer] = []
        self._choices: tuple[Choice, ...] = ()
        self._many, self._points, self._most = False, 0.0, 2
        self.words = words
        self.settle(words)

    def ask(
        self,
        choices: Sequence[Choice],
        *,
        chosen: Iterable[str] = (),
        many: bool = False,
        points: float = 0.0,
        columns: int = 0,
    ) -> None:
        """Show other answers. `columns` is the most to stand side by side; 0 leaves it to their number."""
        self._choices, self._many, self._points = tuple(choices), many, points
        self._most = columns or (2 if len(choices) >= _TWO_COLUMNS_FROM else 1)
        while len(self._answers) < len(choices):
            self._answers.append(self._one_more())
        marked = set(chosen)
        for at, answer in enumerate(self._answers):
            used = at < len(choices)
            answer.setVisible(used)
            if not used:
                continue
            number = at + 1 if at < 9 and not points else 0
            answer.setAutoExclusive(False)
            answer.setChecked(choices[at].id in marked)
            answer.setAutoExclusive(not many)
            answer.show_choice(choices[at], number, many=many, points=points)
        self.forget()
        self.updateGeometry()
        self.place()

    def value(self) -> list[str]:
        return [answer.choice.id for answer in self.answers if answer.isChecked()]

    def set_value(self, ids: Iterable[str]) -> None:
        marked = set(ids)
        for answer in self.answers:
            answer.setAutoExclusive(False)
            answer.setChecked(answer.choice.id in marked)
            answer.setAutoExclusive(not self._many)

    def propose(self, choice_id: str) -> None:
        """Mark what the person touched on her window; "" takes the mark away."""
        for answer in self.answers:
            answer.propose(answer.choice.id == choice_id != "")

    @property
    def answers(self) -> list[Answer]:
        return self._answers[: len(self._choices)]

    def tiles(self) -> list[QWidget]:
        return list(self.answers)

    def most_columns(self) -> int:
        return self._most

    def columns(self, width: int) -> int:
        """Three answers stand in one row or in one column: an odd one alone on a line looks like another kind."""
        fit, count = super().columns(width), len(self.answers)
        return 1 if count == 3 and fit == 2 else fit

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the chosen answer, or the first."""
        target = next(
            (one for one in self.answers if one.isChecked()), self.answers[0] if self.answers else None
        )
        if target is not None:
            target.setFocus(reason)

    def _one_more(self) -> Answer:
        answer = Answer(self.words, parent=self)
        answer.clicked.connect(lambda: self._kept(answer))
        answer.looked_at.connect(self.looked_at)
        return answer

    def _kept(self, answer: Answer) -> None:
        if self._many and answer.isChecked():
            for other in self.answers:
                if other is not answer and (answer.choice.alone or other.choice.alone):
                    other.setChecked(False)
        self.chosen.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = key - Qt.Key.Key_1
        if plain and 0 <= at < min(9, len(self.answers)) and not self._points:
            answer = self.answers[at]
            answer.setFocus(Qt.FocusReason.ShortcutFocusReason)
            answer.click()
        elif plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._move(1)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._move(-1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._enter():
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _enter(self) -> bool:
        here = next((one for one in self.answers if one.hasFocus() and not one.isChecked()), None)
        if here is None or (self._many and self.value()):
            return False
        here.click()
        return True

    def _move(self, step: int) -> None:
        able = [one for one in self.answers if one.isEnabled()]
        if able:
            here = next((at for at, one in enumerate(able) if one.hasFocus()), -1 if step > 0 else 0)
            able[(here + step) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)

"""Answers as an entry: yes or no, one of a few, several of a few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.entry import Entry
from konbit.window.parts.question import Kind
from konbit.window.tongue import Words

YES, NO = "si", "no"


def yes_no() -> tuple[Choice, Choice]:
    return (
        Choice(YES, lambda words: words("ui.answer.yes", "Sí")),
        Choice(NO, lambda words: words("ui.answer.no", "No")),
    )


class ChoiceEntry(Entry):
    """Value: bool, str or list of str, by the kind asked; None when nothing is chosen."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = AnswerGroup(words, parent=self)
        self._kind = Kind.CHOICE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.group)
        self.group.chosen.connect(lambda _ids: self.changed.emit(self.value()))
        self.settle(words)

    def offer(self, kind: Kind, choices: Sequence[Choice]) -> None:
        self._kind = kind
        if kind is Kind.YES_NO:
            self.group.ask(yes_no(), columns=2)
        else:
            self.group.ask(choices, many=kind is Kind.CHOICES)

    def value(self) -> object:
        ids = self.group.value()
        match self._kind:
            case Kind.CHOICES:
                return ids
            case Kind.YES_NO:
                return ids[0] == YES if ids else None
            case _:
                return ids[0] if ids else None

    def set_value(self, value: object) -> None:
        if isinstance(value, bool):
            self.group.set_value([YES if value else NO])
        elif isinstance(value, (list, tuple)):
            self.group.set_value([str(one) for one in value])
        else:
            self.group.set_value([str(value)] if value else [])

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.group.take_focus(reason)

    def describe(self, name: str, hint: str = "") -> None:
        self.group.setAccessibleName(name)
        self.group.setAccessibleDescription(hint)

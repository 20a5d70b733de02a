"""The head of a lane: its tongue, the key that reads it aloud, and whether it is a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.chip import Chip, draft_creole
from konbit.window.parts.lettering import fixed
from konbit.window.parts.part import Part
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_NAMES = {"es": "Español", "ht": "Kreyòl", "en": "English"}


class LaneHead(Part, QWidget):
    """`second` for the right lane."""

    def __init__(self, words: Words, *, second: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second, self._draft = second, False
        self._name = Text(words, role=Role.NOTE_STRONG, tone="creole" if second else "ink2", parent=self)
        self._badge = Chip(words, draft_creole(), parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self.settle(words)

    def draft(self, draft: bool) -> None:
        self._draft = draft
        self.retranslate()

    def retranslate(self) -> None:
        tongue = self.words.second if self._second else self.words.first
        self._name.say(fixed(_NAMES.get(tongue, "")))
        self._name.tone("creole" if tongue == "ht" else "ink2")
        self._badge.setVisible(self._draft and tongue == "ht")

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(10))
        super().restyle()

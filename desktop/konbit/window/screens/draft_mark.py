"""«Borrador · bouyon», where Creole is on the screen that no native speaker has read yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from konbit.window.parts.chip import Chip, draft_creole
from konbit.window.tongue import Words


class DraftMark(Chip):
    """Shown only while Creole is one of the tongues in sight."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        self._is_draft = False
        super().__init__(words, draft_creole(), parent=parent)

    def draft(self, draft: bool) -> None:
        """Whether the texts beside it are drafts."""
        self._is_draft = draft
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setVisible(self._is_draft and "ht" in (self.words.first, self.words.second))

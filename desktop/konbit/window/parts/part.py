"""What all parts share: they hear a change of tongue and of theme, and draw themselves anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from konbit.window.look.theme import Theme, running
from konbit.window.tongue import Words


class Part:
    """Mixed in before a Qt class. The subclass ends its `__init__` with `self.settle(words)`.

    `retranslate` sets texts and accessible names; `restyle` sets fonts, margins and sizes. Both may run at any
    time and in any order, and set everything they own: a part keeps data, never finished text.
    """

    words: Words

    def settle(self, words: Words) -> None:
        self.words = words
        self.retranslate()
        self.restyle()

    @property
    def theme(self) -> Theme:
        return running()

    def retranslate(self) -> None:
        """Say everything again in the tongue of `self.words`."""

    def restyle(self) -> None:
        """Take fonts, gaps and targets from `self.theme`."""
        if isinstance(self, QWidget):
            self.updateGeometry()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "words"):
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]

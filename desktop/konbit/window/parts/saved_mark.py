"""Whether the last answer is on the disk: said only after the commit returned."""

from __future__ import annotations

from datetime import time

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from konbit.window.parts.chip import Chip, State, Tone
from konbit.window.parts.lettering import nothing
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Words


class SavedMark(Chip):
    """Empty at first; «Guardando…» while a commit is under way; then the time, or that it failed."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words, State(Sign.CLOCK, Tone.CALM, nothing), bare=True, parent=parent)
        self.hide()

    def saving(self) -> None:
        self.show_state(State(Sign.CLOCK, Tone.CALM, lambda words: words("ui.saved.saving", "Guardando…")))
        self.show()

    def saved(self, at: time) -> None:
        """Call with the time at which the commit returned, never before."""
        clock = f"{at:%H:%M}"
        self.show_state(
            State(Sign.TICK, Tone.CALM, lambda words: words("ui.saved.at", "Guardado {time}", time=clock))
        )
        self.show()

    def failed(self) -> None:
        """The red banner says why; this mark must not go on showing an old time."""
        self.show_state(State(Sign.OCTAGON, Tone.RED, lambda words: words("ui.saved.failed", "No se guardó")))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

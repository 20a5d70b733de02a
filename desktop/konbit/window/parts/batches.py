"""Building what must be built on the window's own thread, a few pieces a turn: keys and paint come in between."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

CALM = 300
"""ms after which a person is told that more is coming; before that a notice would only flicker."""


class Batches(QObject):
    """Runs an iterator one step a turn of the event loop. slow: it takes longer than `CALM`. ready: it came to its end.

    One step should take less than 30 ms. What is begun anew or stopped is not heard of again.
    """

    slow = Signal()
    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._step)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(CALM)
        self._patience.timeout.connect(self.slow)

    @property
    def busy(self) -> bool:
        """Whether steps are left."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Takes the first step now and the others one a turn; what was under way is dropped."""
        self.stop()
        self._steps = steps
        self._turn.start()
        self._patience.start()
        self._step()

    def stop(self) -> None:
        """Lets go of what is left."""
        self._steps = None
        self._turn.stop()
        self._patience.stop()

    def finish(self) -> None:
        """Takes what steps are left at once."""
        while self.busy:
            self._step()

    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self.stop()
            self.ready.emit()
        except BaseException:
            self.stop()
            raise

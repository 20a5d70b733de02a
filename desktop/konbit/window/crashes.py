"""A fault nobody foresaw: told in one calm sentence, written to stderr in full, and the window goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class Crashes(QObject):
    """Hears what reaches `sys.excepthook` (slots, timers, jobs beside the window) and `threading.excepthook`."""

    happened = Signal()

    def listen(self) -> None:
        """Stands in for the hooks from now on; what stood there before is still called first."""
        before, before_thread = sys.excepthook, threading.excepthook

        def told(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
            before(kind, fault, trace)
            if not issubclass(kind, KeyboardInterrupt):
                self._tell()

        def told_thread(given: threading.ExceptHookArgs) -> None:
            before_thread(given)
            self._tell()

        self._hooks = (before, before_thread)
        sys.excepthook, threading.excepthook = told, told_thread

    def rest(self) -> None:
        """Puts the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks

    def _tell(self) -> None:
        try:
            self.happened.emit()
        except RuntimeError:
            return  # the window is gone

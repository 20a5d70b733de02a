"""Work of more than 50 ms runs beside the window: one verb to start it, two answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from konbit.errors import KonbitError


class _Answers(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, job: Callable[[], Any], answers: _Answers) -> None:
        super().__init__()
        self._job, self._answers = job, answers
        self.setAutoDelete(True)

    def run(self) -> None:
        try:
            result = self._job()
        except KonbitError as fault:
            self._tell(self._answers.failed, fault)
        except Exception as fault:  # noqa: BLE001
            # An internal fault is for the crash report; the screen only learns that there is no result.
            sys.excepthook(type(fault), fault, fault.__traceback__)
            self._tell(self._answers.failed, None)
        else:
            self._tell(self._answers.done, result)

    def _tell(self, signal: Any, what: object) -> None:
        try:
            signal.emit(what)
        except RuntimeError:
            return  # the window that asked is gone


class Background(QObject):
    """Runs jobs on a small pool; the answers come back on the window's own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._asked: set[_Answers] = set()

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[KonbitError | None], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        """Runs `job` beside the window. `failed` gets the fault, or None for an internal one.

        owner: who asks; once it is gone nobody is told.
        """
        answers = _Answers(self)
        self._asked.add(answers)
        answers.done.connect(lambda result: self._answered(answers, done, result, owner))
        answers.failed.connect(lambda fault: self._answered(answers, failed, fault, owner))
        self._pool.start(_Job(job, answers))

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._asked)

    def finish(self) -> None:
        """Waits for what runs; for the end of the program and for tests."""
        self._pool.waitForDone()

    def _answered(
        self, answers: _Answers, then: Callable[[Any], None], what: Any, owner: QObject | None
    ) -> None:
        self._asked.discard(answers)
        answers.deleteLater()
        if owner is None or isValid(owner):
            then(what)

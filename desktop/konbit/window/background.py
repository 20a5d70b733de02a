"""Work of more than 50 ms runs beside the window: one verb to start it, its pieces as they come, two answers.

Work beside the window and the window itself share Python: a turn of the event loop takes twice as long meanwhile. So
what is `run(…, calm=True)` waits until the screen that asked for it is laid out and painted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from konbit.errors import KonbitError

Steps = Callable[[], Iterator[Any]]
_PAINTED = 2
"""Turns of the event loop until what was filled in this one is laid out and painted."""


class Asked(QObject):
    """One piece of work that was asked for. done, failed, stepped: heard on the window's own thread."""

    done = Signal(object)
    failed = Signal(object)
    stepped = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dropped = Event()

    def cancel(self) -> None:
        """Nobody waits for it any more: nothing of it is told, and work in steps ends after the one it is at."""
        self._dropped.set()

    @property
    def dropped(self) -> bool:
        """Whether it was cancelled."""
        return self._dropped.is_set()


class _Job(QRunnable):
    def __init__(self, job: Steps | Callable[[], Any], asked: Asked, *, steps: bool) -> None:
        super().__init__()
        self._job, self._asked, self._steps = job, asked, steps
        self.setAutoDelete(True)

    def run(self) -> None:
        try:
            result = None if self._asked.dropped else self._walk() if self._steps else self._job()
        except KonbitError as fault:
            self._tell(self._asked.failed, fault)
        except Exception as fault:  # noqa: BLE001
            # An internal fault is for the crash report; the screen only learns that there is no result.
            sys.excepthook(type(fault), fault, fault.__traceback__)
            self._tell(self._asked.failed, None)
        else:
            self._tell(self._asked.done, result)

    def _walk(self) -> Any:
        last = None
        for last in self._job():
            if self._asked.dropped:
                break
            self._tell(self._asked.stepped, last)
        return last

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
        self._asked: set[Asked] = set()
        self._waiting: list[_Job] = []

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[KonbitError | None], None],
        *,
        owner: QObject | None = None,
        calm: bool = False,
    ) -> Asked:
        """Runs `job` beside the window. `failed` gets the fault, or None for an internal one.

        owner: who asks; once it is gone nobody is told. calm: begin once what was just filled is painted.
        """
        return self._begin(job, None, done, failed, owner, calm=calm)

    def run_steps(
        self,
        job: Steps,
        step: Callable[[Any], None],
        done: Callable[[Any], None],
        failed: Callable[[KonbitError | None], None],
        *,
        owner: QObject | None = None,
        calm: bool = False,
    ) -> Asked:
        """Runs an iterator beside the window: `step` hears each thing it gives, `done` the last one, as `run` does.

        Cancelled, it is closed after the step it is at.
        """
        return self._begin(job, step, done, failed, owner, calm=calm)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._asked)

    def finish(self) -> None:
        """Waits for what runs; for the end of the program and for tests."""
        self._start_waiting()
        self._pool.waitForDone()

    def _begin(
        self,
        job: Callable[[], Any],
        step: Callable[[Any], None] | None,
        done: Callable[[Any], None],
        failed: Callable[[KonbitError | None], None],
        owner: QObject | None,
        *,
        calm: bool,
    ) -> Asked:
        asked = Asked(self)
        self._asked.add(asked)
        if step is not None:
            asked.stepped.connect(lambda what: self._told(asked, step, what, owner))
        asked.done.connect(lambda result: self._answered(asked, done, result, owner))
        asked.failed.connect(lambda fault: self._answered(asked, failed, fault, owner))
        waits = _Job(job, asked, steps=step is not None)
        if calm:
            self._waiting.append(waits)
            self._count_down(_PAINTED)
        else:
            self._pool.start(waits)
        return asked

    def _count_down(self, turns: int) -> None:
        if turns:
            QTimer.singleShot(0, self, lambda: self._count_down(turns - 1))
        else:
            self._start_waiting()

    def _start_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            self._pool.start(job)

    def _answered(self, asked: Asked, then: Callable[[Any], None], what: Any, owner: QObject | None) -> None:
        self._asked.discard(asked)
        asked.deleteLater()
        self._told(asked, then, what, owner)

    def _told(self, asked: Asked, then: Callable[[Any], None], what: Any, owner: QObject | None) -> None:
        if not asked.dropped and (owner is None or isValid(owner)):
            then(what)

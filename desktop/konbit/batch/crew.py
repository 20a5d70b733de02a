"""Worker processes that take rows. One that dies takes nothing with it: its row is tried once more, then put aside."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

from konbit.batch.rows import Opening, Outcome, Row
from konbit.errors import KonbitError

FEWEST, MOST_HELD = 4, 64
"""Rows that a worker holds at once: those of its next second, so that it never waits while outcomes are written down,
and stopping does not wait long."""
SECONDS = 120.0
"""Longest time for one row; then its worker is ended."""
_TRIES = 2
_CRASHED = "El programa se cayó dos veces con esta fila y la dejó aparte."
_STUCK = "Esta fila tardó demasiado y se dejó aparte."


def run_rows(
    opening: Opening,
    settings: Mapping[str, Any],
    rows: Iterable[Row],
    *,
    workers: int,
    seconds: float = SECONDS,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """The outcome of each row, in the order in which they are finished.

    stopped: asked often; once true no new row begins, and what has begun is finished. Closing the generator ends the
    workers at once. Raises KonbitError where `opening` refuses the settings.
    """
    crew = [_Worker(opening, settings) for _ in range(workers)]
    waiting, tries = iter(rows), dict[int, int]()
    again: deque[Row] = deque()
    try:
        while True:
            if not stopped():
                for worker in crew:
                    worker.take(again, waiting)
            busy = [worker for worker in crew if worker.held]
            if not busy:
                return
            wait([worker.pipe for worker in busy], timeout=0.2)
            for worker in busy:
                yield from worker.finished()
                if worker.dead or worker.late(seconds):
                    yield from _bury(crew, worker, tries, again, opening, settings)
    finally:
        for worker in crew:
            worker.end()


def _bury(
    crew: list[_Worker],
    worker: _Worker,
    tries: dict[int, int],
    again: deque[Row],
    opening: Opening,
    settings: Mapping[str, Any],
) -> Iterator[Outcome]:
    """Another worker in the place of one that died; its rows go back, but for one that has killed before."""
    stuck = not worker.dead
    worker.end()
    crew[crew.index(worker)] = _Worker(opening, settings)
    if not worker.held:
        return
    guilty = worker.held.popleft()
    again.extendleft(reversed(worker.held))
    tries[guilty.number] = tries.get(guilty.number, 0) + 1
    if stuck or tries[guilty.number] >= _TRIES:
        yield Outcome(guilty.number, _STUCK if stuck else _CRASHED)
    else:
        again.appendleft(guilty)


class _Worker:
    def __init__(self, opening: Opening, settings: Mapping[str, Any]) -> None:
        spawn = get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_serve, args=(theirs, opening, settings), daemon=True)
        self._process.start()
        theirs.close()
        self.held: deque[Row] = deque()
        self.dead = False
        self._since = time.monotonic()
        self._open = False
        self._opened = self._since
        self._finished = 0

    def take(self, again: deque[Row], waiting: Iterator[Row]) -> None:
        """Holds the rows of its next second."""
        while len(self.held) < self._pace():
            row = again.popleft() if again else next(waiting, None)
            if row is None:
                return
            if not self.held:
                self._since = time.monotonic()
            self.held.append(row)
            try:
                self.pipe.send(row)
            except OSError:
                self.dead = True
                return

    def _pace(self) -> int:
        rate = self._finished / max(time.monotonic() - self._opened, 0.01) if self._finished else 0
        return max(FEWEST, min(MOST_HELD, int(rate)))

    def finished(self) -> Iterator[Outcome]:
        """What has come back."""
        try:
            while self.pipe.poll():
                told = self.pipe.recv()
                if isinstance(told, KonbitError):
                    raise told
                self._since = time.monotonic()
                if told is None:
                    self._open, self._opened = True, self._since
                    continue
                self.held.popleft()
                self._finished += 1
                yield told
        except (EOFError, OSError):
            self.dead = True

    def late(self, seconds: float) -> bool:
        """Whether it has been at one row for too long; opening counts for nothing."""
        return self._open and bool(self.held) and time.monotonic() - self._since > seconds

    def end(self) -> None:
        """Ends the process and waits for it."""
        self.pipe.close()
        self._process.join(0.2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(pipe: Connection, opening: Opening, settings: Mapping[str, Any]) -> None:
    """A worker's whole life."""
    try:
        job = opening(settings)
    except KonbitError as error:
        pipe.send(_sendable(error))
        return
    pipe.send(None)
    rows: SimpleQueue[Row | None] = SimpleQueue()
    # read at once: a full pipe would hold up the one who feeds every worker
    Thread(target=_receive, args=(pipe, rows), daemon=True).start()
    while (row := rows.get()) is not None:
        pipe.send(_done(job, row))


def _receive(pipe: Connection, rows: SimpleQueue[Row | None]) -> None:
    try:
        while True:
            rows.put(pipe.recv())
    except (EOFError, OSError):
        rows.put(None)


def _done(job: Callable[[Row], Outcome], row: Row) -> Outcome:
    try:
        return job(row)
    except KonbitError as error:
        return Outcome(row.number, str(error))
    except MemoryError:
        return Outcome(row.number, "Esta fila pide demasiada memoria y se dejó aparte.")
    except Exception as error:  # noqa: BLE001 - one bad row must not stop thousands
        return Outcome(row.number, f"Falla interna del programa con esta fila ({type(error).__name__}).")


def _sendable(error: KonbitError) -> KonbitError:
    """The fault as its sentence: its own class may not survive the way between processes."""
    return _ToldError(str(error))


class _ToldError(KonbitError):
    def __init__(self, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return _ToldError, (str(self),)

"""How long the window lets a person wait: the longest turn of the event loop, for each act on each screen.

Keys and the pointer are heard between two turns. Run as a process of its own by `konbit bench window`.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from konbit.bench.full_case import full_case
from konbit.case.case import Case
from konbit.window.desk import Desk
from konbit.window.opening import TURN, make_desk
from konbit.window.parts.part import discard
from konbit.window.session import Session
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.office import Office, open_office

NOW = datetime(2026, 11, 23, 19, 4)
SCREENS = ("cases", "reasons", "own_days", "interview", "review", "findings", "days", "papers")
LOOP = 300_000
"""Turns of the plain Python loop that says what this machine does today."""
_SHOWN = {"interview": "nombres"}
"""What a screen is asked to show: a finished interview would go on to the review."""
_QUIET = 0.15
"""s without work after which an act is over."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the event loop: ms by the clock, and ms that the window's thread worked (what other programs on the
    machine take is not in it)."""

    ms: float
    cpu_ms: float


class Turns(QObject):
    """Watches the event loop: a timer that is always due fires once in each of its turns."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[Turn] = []
        self._last: Turn | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tick)

    def of(self, act: Callable[[], object], busy: Callable[[], bool]) -> list[Turn]:
        """Does `act` in one turn and runs the loop until nothing is left to do."""
        loop, done = QEventLoop(), [False]
        self.turns, self._last = [], None
        quiet_since = 0.0

        def run() -> None:
            act()
            done[0] = True

        def look() -> None:
            nonlocal quiet_since
            now = time.perf_counter()
            if not done[0] or busy() or (self.turns and self.turns[-1].cpu_ms > 5):
                quiet_since = now
            elif now - quiet_since > _QUIET:
                loop.quit()

        looking = QTimer()
        looking.setInterval(3)
        looking.timeout.connect(look)
        gc.collect()
        self._timer.start()
        looking.start()
        QTimer.singleShot(10, run)
        loop.exec()
        looking.stop()
        self._timer.stop()
        return self.turns

    def _tick(self) -> None:
        now = Turn(time.perf_counter() * 1000, time.thread_time() * 1000)
        if self._last is not None:
            self.turns.append(Turn(now.ms - self._last.ms, now.cpu_ms - self._last.cpu_ms))
        self._last = now


def acts(desk: Desk) -> Iterator[tuple[str, Callable[[], None]]]:
    """What a person does to the looks of a screen. The last of each kind leaves it as it was."""

    def wish(**changes: Any) -> Callable[[], None]:
        return lambda: desk.apply(replace(desk.settings, **changes))

    yield "dark", wish(dark=True)
    yield "light", wish(dark=False)
    for tongue in ("ht", "ht+es", "es", "es+ht"):
        yield f"tongue {tongue}", wish(tongue=tongue)
    for scale in (0.9, 1.1, 1.5, 2.0, 1.9, 1.0):
        yield f"letter {round(scale * 100)} %", wish(scale=scale)


def measure(
    screens: Sequence[str] = SCREENS, only: str = "", case: Callable[[Office, datetime], Case] = full_case
) -> dict[str, Any]:
    """The figures: by screen and act the longest turn and the whole of it, in ms; beside them the control."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    sys.setswitchinterval(TURN)
    office = open_office()
    turns, controls = Turns(), [control()]
    figures: dict[str, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="konbit-bench-") as folder:
        desk = _desk(app, Path(folder), office, case(office, NOW))
        turns.of(lambda: _open(desk, Path(folder)), lambda: busy(desk))
        _visit(desk, turns)
        for screen in screens:
            there = figures[screen] = {}
            what = _SHOWN.get(screen)
            _note(there, "go", turns.of(lambda: desk.go(screen, what), lambda: busy(desk)))  # noqa: B023
            for name, act in acts(desk):
                if only in name:
                    _note(there, name, turns.of(act, lambda: busy(desk)))
            controls.append(control())
        desk.finish()
        desk.close()
        app.processEvents()
        discard(desk)
    return {
        "cpu_control_ms": {"min": round(min(controls), 1), "max": round(max(controls), 1)},
        "longest_turn_ms": max(one["longest_ms"] for told in figures.values() for one in told.values()),
        "longest_turn_cpu_ms": max(
            one["longest_cpu_ms"] for told in figures.values() for one in told.values()
        ),
        "screens": figures,
    }


def busy(desk: Desk) -> bool:
    """Whether something is still being worked out or built."""
    return desk.busy


def control() -> float:
    """ms of a fixed plain Python loop, the best of three."""

    def work() -> float:
        begin, total = time.thread_time(), 0
        for number in range(LOOP):
            total += number * number % 7
        return (time.thread_time() - begin) * 1000

    return min(work() for _ in range(3))


def _desk(app: QApplication, folder: Path, office: Office, case: Case) -> Desk:
    tick = count()
    session = Session(
        folder,
        lambda: NOW + timedelta(microseconds=next(tick)),
        office,
        choose=lambda letters: letters[next(tick) % len(letters)],
    )
    for stem, other in example_cases(office).items():
        save_case(other, folder / f"{other.code or stem}.json")
    save_case(case, folder / f"{case.code}.json")
    desk = make_desk(app, session)
    desk.show()
    desk.activateWindow()
    return desk


def _open(desk: Desk, folder: Path) -> None:
    desk.go("cases")
    desk.open_path(folder / "LLENO.json")


def _visit(desk: Desk, turns: Turns) -> None:
    """Every screen once, as in a long evening: what is out of sight has to be worded and styled too."""
    for screen in SCREENS:
        turns.of(lambda screen=screen: desk.go(screen), lambda: busy(desk))


def _note(there: dict[str, dict[str, float]], name: str, turns: Sequence[Turn]) -> None:
    there[name] = {
        "longest_ms": round(max((turn.ms for turn in turns), default=0.0), 1),
        "longest_cpu_ms": round(max((turn.cpu_ms for turn in turns), default=0.0), 1),
        "all_cpu_ms": round(sum(turn.cpu_ms for turn in turns if turn.cpu_ms > 1), 1),
    }


def main(words: Sequence[str]) -> None:
    """words: screens to measure (default: all)."""
    sys.stdout.write(json.dumps(measure(tuple(words) or SCREENS)))

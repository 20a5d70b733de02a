"""Measures what issues set targets for, as medians and ratios against a control in the same run.

Machines are shared and noisy: read the ratios, not the seconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from konbit.bench.check_peers import bench_many
from konbit.case.case import Case
from konbit.errors import BadArgument
from konbit.law.loader import load_pack
from konbit.law.parsed import ParsedToml
from konbit.work.ask import ask_next
from konbit.work.check import check
from konbit.work.demo import example_cases
from konbit.work.office import Office, open_office, shipped_folders

ROUNDS = 200
PAIRS = 7
DAY = date(2026, 11, 23)

EMPTY_WINDOW = Path(__file__).parents[1] / "window" / "empty_peer.py"

_KONBIT = """
import sys
from konbit.window.start import run
sys.exit(run(["--demo"], until="UNTIL"))
"""


def run_bench(name: str, peer_python: str | None = None) -> dict[str, Any]:
    """The figures of one benchmark: `check`, `ask`, `start`, `fill`, `write`, `batch` or `window`. Raises BadArgument.

    peer_python: of `check`, an interpreter that has the programs it is measured beside (default: this one).
    """
    benches: dict[str, Callable[[], dict[str, Any]]] = {
        "check": lambda: bench_check(peer_python),
        "ask": bench_ask,
        "start": bench_start,
        "fill": _bench_fill,
        "write": _bench_write,
        "batch": _bench_batch,
        "window": _bench_window,
    }
    if name not in benches:
        raise BadArgument('No hay ninguna medida "{name}"', key="bench", name=name)
    return {"bench": name, "python": sys.version.split()[0], **benches[name]()}


def bench_check(peer_python: str | None = None) -> dict[str, Any]:
    """Loading the pack, the verdicts of one person with and without their explanation, and those of many at once."""
    office = open_office()
    cases = list(example_cases(office).values())
    figures: dict[str, Any] = {"cpu_control_ms": _control(), "pack_load_ms": _timed(_load_kept(), 5)}
    figures["pack_load_first_time_ms"] = _timed(lambda: load_pack(office.pack.folders), 5)
    for label, explain in (("check_ms", False), ("explained_ms", True)):
        figures[label] = _timed(lambda e=explain: _check_all(office, cases, e), ROUNDS // 4, len(cases))
    figures["verdicts_of_many"] = bench_many(office.engine, DAY, peer_python)
    return figures


def _load_kept() -> Callable[[], object]:
    """Loads the pack as every start but the first does: with its TOML as it was last read."""
    folders, first = shipped_folders(), ParsedToml()
    load_pack(folders, first)
    kept = first.dump()
    return lambda: load_pack(folders, ParsedToml(kept))


def _check_all(office: Office, cases: list[Case], explain: bool) -> None:
    for case in cases:
        check(office, case, DAY, explain=explain)


def bench_ask() -> dict[str, Any]:
    """The next question, on each example case and on an empty one."""
    office = open_office()
    cases = [*example_cases(office).values(), office.reader.read({"hechos": {}}, "vacío")]

    def ask() -> None:
        for case in cases:
            ask_next(office, case, DAY)

    return {"cpu_control_ms": _control(), "next_ms": _timed(ask, ROUNDS // 4, len(cases))}


def _bench_fill() -> dict[str, Any]:
    from konbit.bench.fill_peers import bench_fill, forms_folder

    return {"cpu_control_ms": _control(), **bench_fill(forms_folder())}


def _bench_window() -> dict[str, Any]:
    from konbit.bench.window_turns import bench_window

    return bench_window()


def _bench_write() -> dict[str, Any]:
    from konbit.bench.write_peer import bench_write

    return {"cpu_control_ms": _control(), **bench_write()}


def _bench_batch() -> dict[str, Any]:
    from konbit.bench.batch_peers import bench_batch
    from konbit.bench.fill_peers import forms_folder

    return {"cpu_control_ms": _control(), **bench_batch(forms_folder())}


def bench_start() -> dict[str, Any]:
    """Whole processes until the first window is shown, in turn with an empty PySide6 main window."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    ours, empty, loaded, ratios = [], [], [], []
    for turn in range(PAIRS + 1):
        a = _process(["-c", _KONBIT.replace("UNTIL", "shown")], environment)
        b = _process([str(EMPTY_WINDOW)], environment)
        c = _process(["-c", _KONBIT.replace("UNTIL", "loaded")], environment)
        if turn:
            ours.append(a)
            empty.append(b)
            loaded.append(c)
            ratios.append(a / b)
    return {
        "konbit_s": _summary(ours),
        "empty_window_s": _summary(empty),
        "ratio": _summary(ratios),
        "case_list_ready_s": _summary(loaded),
        "modules_at_start": _heavy_modules(environment),
    }


def _process(arguments: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, check=True, cwd=Path.cwd(), stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - begin


def _heavy_modules(environment: dict[str, str]) -> list[str]:
    script = _KONBIT.replace("UNTIL", "loaded").replace("sys.exit(", "code = (") + (
        "\nnames = ('pypdf', 'reportlab', 'jinja2', 'babel', 'pypdfium2', 'docx')"
        "\nprint(' '.join(name for name in names if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def _control() -> float:
    """Milliseconds of a fixed piece of plain Python: what this machine does today."""

    def work() -> None:
        total = 0
        for number in range(100_000):
            total += number * number % 7

    return _timed(work, 10)["median"]


def _timed(job: Callable[[], object], rounds: int, per: int = 1) -> dict[str, float]:
    job()
    samples: list[float] = []
    for _ in range(rounds):
        begin = time.perf_counter()
        job()
        samples.append((time.perf_counter() - begin) * 1000 / per)
    return _summary(samples)


def _summary(samples: list[float]) -> dict[str, float]:
    ordered = sorted(samples)
    return {
        "min": round(ordered[0], 4),
        "median": round(statistics.median(ordered), 4),
        "p99": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 4),
        "max": round(ordered[-1], 4),
    }

"""A batch beside the bare filling of the same rows: what the ledger, the worker processes and the proof cost."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from konbit.bench.fill_peers import FORMS, values_for
from konbit.papers.pdf.compiled import compile_form
from konbit.work.batch.running import BatchDone, run_batch
from konbit.work.office import open_office

DAY = date(2026, 11, 24)
ROWS = 1000
PLAN = '[plan]\nprueba = 2\n[[papel]]\npdf = "formulario.pdf"\n'


def bench_batch(folder: Path) -> dict[str, Any]:
    """Seconds of a batch of the largest form of the folder, with one worker and with two, beside the bare filling."""
    source = folder / f"{FORMS[0]}.pdf"
    if not source.is_file():
        return {"absent_forms": [FORMS[0]]}
    office = open_office()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        form = compile_form(source.read_bytes(), tight=True)
        random = Random(20261124)
        rows = [values_for(form, random) for _ in range(ROWS)]
        shutil.copy(source, place / "formulario.pdf")
        (place / "plan.toml").write_text(PLAN)
        (place / "filas.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        bare = _bare(form, rows, place / "solo")
        seconds: dict[int, float] = {}
        for workers in (1, 2):
            out = place / f"lote{workers}"
            begin = time.perf_counter()
            *_, last = run_batch(
                office, place / "plan.toml", place / "filas.jsonl", out, DAY, workers=workers
            )
            seconds[workers] = time.perf_counter() - begin
            assert isinstance(last, BatchDone)
            assert last.done == ROWS
            shutil.rmtree(out)
    return {
        "rows": ROWS,
        "bare_s": round(bare, 2),
        "one_worker_s": round(seconds[1], 2),
        "two_workers_s": round(seconds[2], 2),
        "times_bare": round(seconds[1] / bare, 2),
        "two_to_one": round(seconds[1] / seconds[2], 2),
        "cpu_two_to_one": round(_cpu_scales(), 2),
    }


def _bare(form: Any, rows: list[dict[str, Any]], folder: Path) -> float:
    folder.mkdir()
    begin = time.perf_counter()
    for number, row in enumerate(rows):
        (folder / f"{number}.pdf").write_bytes(form.fill(row).data)
    taken = time.perf_counter() - begin
    shutil.rmtree(folder)
    return taken


def _cpu_scales() -> float:
    """How much more two processes do than one here, of plain Python."""
    import subprocess
    import sys

    words = [sys.executable, "-c", "x = 0\nfor i in range(6_000_000): x += i * i % 7"]

    def run(count: int) -> float:
        begin = time.perf_counter()
        started = [subprocess.Popen(words) for _ in range(count)]
        for one in started:
            one.wait()
        return time.perf_counter() - begin

    return 2 * run(1) / run(2)

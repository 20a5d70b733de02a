"""Runs a batch: rows through the workers, outcomes into the ledger, and at the end the sheet of what has to be mended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from konbit.batch.crew import run_rows
from konbit.batch.ledger import Ledger
from konbit.batch.rows import Outcome
from konbit.errors import BadArgument, CannotWrite
from konbit.law.own_days import OwnDay
from konbit.papers.output import flush_all
from konbit.work.batch.job import open_desk, settings_of
from konbit.work.batch.plan import load_plan
from konbit.work.batch.report import write_report
from konbit.work.batch.sheet import count_rows, mark_of, rows_of
from konbit.work.office import Office

MOST_WORKERS = 16
_GROUP = 200
_GROUP_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is. left: seconds it may still take; None before anything can be said."""

    done: int
    failed: int
    total: int
    files: int
    seconds: float
    left: float | None


@dataclass(frozen=True, slots=True)
class BatchDone:
    """A batch that has ended. failed: number of the row and why. stopped: it was told to end before all was done."""

    done: int
    failed: tuple[tuple[int, str], ...]
    files: int
    seconds: float
    report: str
    stopped: bool

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        return {
            "done": self.done,
            "failed": [{"row": number, "reason": reason} for number, reason in self.failed],
            "files": self.files,
            "seconds": round(self.seconds, 2),
            "informe": self.report,
            "detenido": self.stopped,
        }


def run_batch(
    office: Office,
    plan_file: Path,
    cases: Path,
    folder: Path,
    today: date,
    *,
    workers: int = 0,
    resume: bool = False,
    kept: Path | None = None,
    days: Iterable[OwnDay] = (),
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Progress | BatchDone]:
    """Progress as rows are finished, and last of all a BatchDone.

    workers: processes; 0 = one less than the machine has. kept: the pack's TOML as last read. days: the clinic's own holidays. stopped: asked often;
    once true what has begun is finished and the rest is left for `resume`. Raises BadBatch, BadArgument, CannotWrite.
    """
    if not 0 <= workers <= MOST_WORKERS:
        raise BadArgument("--workers: debe ir de 1 a {most}", key="workers", most=MOST_WORKERS)
    plan = load_plan(plan_file, office)
    total = count_rows(plan, cases)
    begin = time.monotonic()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotWrite(
            "No se pudo escribir {file}: {reason}.", file=folder.name, reason=str(error)
        ) from error
    ledger = Ledger(folder, mark_of(plan_file, cases), resume=resume)
    try:
        before = ledger.standing(folder)
        tally = _Tally(total, len(before), begin)
        rows = (row for row in rows_of(plan, cases) if row.number not in before)
        settings = settings_of(plan, office, kept, days, today, folder)
        count = min(workers or max((os.cpu_count() or 2) - 1, 1), max(total - len(before), 1))
        for group in _groups(run_rows(open_desk, settings, rows, workers=count, stopped=stopped)):
            ledger.keep(group)
            yield tally.after(group)
        flush_all()
        failed = tuple((one.number, one.reason) for one in ledger.outcomes() if not one.done)
        files = sum(len(one.files) for one in ledger.outcomes())
        report = write_report(folder, plan, cases, ledger) if failed else ""
        done = len(ledger.standing(folder))
        yield BatchDone(
            done, failed, files, time.monotonic() - begin, report, stopped=done + len(failed) < total
        )
    finally:
        ledger.close()


def _groups(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    group: list[Outcome] = []
    since = time.monotonic()
    for one in outcomes:
        group.append(one)
        if len(group) >= _GROUP or time.monotonic() - since > _GROUP_SECONDS:
            yield group
            group, since = [], time.monotonic()
    if group:
        yield group


class _Tally:
    def __init__(self, total: int, before: int, begin: float) -> None:
        self._total, self._before, self._begin = total, before, begin
        self._done, self._failed, self._files = before, 0, 0

    def after(self, group: list[Outcome]) -> Progress:
        self._done += sum(one.done for one in group)
        self._failed += sum(not one.done for one in group)
        self._files += sum(len(one.files) for one in group)
        taken = time.monotonic() - self._begin
        now = self._done + self._failed - self._before
        left = (self._total - self._done - self._failed) * taken / now if now else None
        return Progress(self._done, self._failed, self._total, self._files, taken, left)

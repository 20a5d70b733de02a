"""Worker processes: every row comes back, and one that kills its worker costs only itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from konbit.batch.crew import run_rows
from konbit.batch.rows import Outcome, Row
from konbit.errors import BadBatch, KonbitError

JOBS = """
import os, time
from konbit.batch.rows import Outcome
from konbit.errors import BadBatch

class Desk:
    def __call__(self, row):
        what = row.content.get("do")
        if what == "die":
            os._exit(9)
        if what == "hang":
            time.sleep(60)
        if what == "bad":
            raise BadBatch("columna «{key}»: no", key="A")
        if what == "bug":
            return 1 / 0
        return Outcome(row.number, files=(f"{row.number}.pdf",))

def open_desk(settings):
    if settings.get("refuse"):
        raise BadBatch("{file}: no", file="plan.toml")
    return Desk()
"""


@pytest.fixture
def opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., object]]:
    """A job in a module that a new process can import."""
    (tmp_path / "crew_jobs.py").write_text(JOBS)
    monkeypatch.syspath_prepend(str(tmp_path))
    import importlib

    yield importlib.import_module("crew_jobs").open_desk
    sys.modules.pop("crew_jobs", None)


def rows(*what: str) -> list[Row]:
    return [Row(number, f"{number:05}", {"do": each}) for number, each in enumerate(what, 1)]


def test_every_row_comes_back_once_from_two_workers(opening) -> None:
    found = list(run_rows(opening, {}, rows(*[""] * 60), workers=2))
    assert sorted(one.number for one in found) == list(range(1, 61))
    assert all(one.done and one.files for one in found)


def test_a_row_that_kills_its_worker_twice_is_put_aside_and_no_other(opening) -> None:
    found = {
        one.number: one
        for one in run_rows(opening, {}, rows("", "", "die", "", "", "", "", "", "", ""), workers=1)
    }
    assert sorted(found) == list(range(1, 11))
    assert [number for number, one in found.items() if not one.done] == [3]
    assert "se cayó dos veces" in found[3].reason


def test_bad_rows_and_bugs_are_reasons_not_ends(opening) -> None:
    found = {one.number: one.reason for one in run_rows(opening, {}, rows("bad", "bug", ""), workers=1)}
    assert found[1] == "columna «A»: no"
    assert "Falla interna" in found[2]
    assert "ZeroDivisionError" in found[2]
    assert found[3] == ""


def test_a_row_that_never_ends_is_put_aside(opening) -> None:
    found = {one.number: one for one in run_rows(opening, {}, rows("", "hang", ""), workers=1, seconds=1.0)}
    assert [number for number, one in found.items() if not one.done] == [2]
    assert "tardó demasiado" in found[2].reason


def test_stopping_finishes_what_has_begun_and_begins_nothing_more(opening) -> None:
    seen: list[Outcome] = []
    for one in run_rows(opening, {}, rows(*[""] * 500), workers=1, stopped=lambda: len(seen) >= 3):
        seen.append(one)
    assert 3 <= len(seen) < 200


def test_settings_that_are_refused_are_told_in_a_sentence(opening) -> None:
    with pytest.raises(KonbitError, match=r"plan\.toml: no"):
        list(run_rows(opening, {"refuse": True}, rows(""), workers=1))


def test_bad_batch_is_a_fault_people_understand() -> None:
    assert issubclass(BadBatch, KonbitError)

"""The ledger goes on where it was, and never on another batch's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from konbit.batch.ledger import NAME, Ledger
from konbit.batch.rows import Outcome
from konbit.errors import BadBatch


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    for name in ("1.pdf", "2.pdf"):
        (tmp_path / name).write_bytes(b"12345")
    ledger = Ledger(tmp_path, "m", resume=False)
    kept = [Outcome(1, "", ("1.pdf",), (5,), ("final",)), Outcome(2, reason="no se pudo")]
    ledger.keep(kept)
    ledger.close()
    again = Ledger(tmp_path, "m", resume=True)
    assert again.standing(tmp_path) == {1}
    assert list(again.outcomes()) == kept
    again.keep([Outcome(2, "", ("2.pdf",), (5,), ("final",))])
    assert again.standing(tmp_path) == {1, 2}
    again.close()


def test_a_paper_that_is_gone_or_cut_does_not_stand(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "m", resume=False)
    for number, data in enumerate((b"12345", b"123", None), 1):
        if data is not None:
            (tmp_path / f"{number}.pdf").write_bytes(data)
        ledger.keep([Outcome(number, "", (f"{number}.pdf",), (5,), ("final",))])
    assert ledger.standing(tmp_path) == {1}
    ledger.close()


def test_a_folder_in_use_is_not_taken_without_being_told(tmp_path: Path) -> None:
    Ledger(tmp_path, "m", resume=False).close()
    with pytest.raises(BadBatch, match="--resume"):
        Ledger(tmp_path, "m", resume=False)


def test_another_plan_does_not_go_on_here(tmp_path: Path) -> None:
    Ledger(tmp_path, "m", resume=False).close()
    with pytest.raises(BadBatch, match="otro plan"):
        Ledger(tmp_path, "n", resume=True)


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"esto no es una base de datos" * 100)
    with pytest.raises(BadBatch, match="dañado"):
        Ledger(tmp_path, "m", resume=True)

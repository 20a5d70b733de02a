"""The ledger goes on where it was, and never on another batch's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from konbit.batch.ledger import NAME, Ledger
from konbit.batch.rows import Outcome
from konbit.errors import BadBatch


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "m", resume=False)
    ledger.keep([Outcome(1, files=("1.pdf",), notes=("final",)), Outcome(2, reason="no se pudo")])
    ledger.close()
    again = Ledger(tmp_path, "m", resume=True)
    assert again.done() == {1}
    assert list(again.outcomes()) == [Outcome(1, "", ("1.pdf",), ("final",)), Outcome(2, "no se pudo")]
    again.keep([Outcome(2, files=("2.pdf",))])
    assert again.done() == {1, 2}
    again.close()


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

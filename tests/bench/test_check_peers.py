"""What `bench check` says of many persons: figures always, of the peer only where it is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from konbit.bench import check_peers
from konbit.work.office import open_office


def test_an_absent_peer_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in (("PERSONS", 80), ("PAIRS", 1), ("READY", 1), ("OWN_PERSONS", 20), ("OWN_SINGLY", 5)):
        monkeypatch.setattr(check_peers, name, value)
    figures = check_peers.bench_many(open_office().engine, date(2026, 11, 23), str(tmp_path / "python"))
    assert figures["openfisca"].startswith("ausente")
    for level in ("all_known", "unknown_20"):
        assert figures[level]["konbit_from_rows"] > 0
        assert "ratio" not in figures[level]
    assert figures["own_pack"]["same_missing_facts"] is True

from __future__ import annotations

import pytest

from konbit.errors import CannotWrite
from konbit.papers import output
from konbit.papers.output import write_whole


def test_a_paper_is_written_and_written_over(tmp_path):
    path = tmp_path / "día.pdf"
    write_whole(path, b"uno")
    write_whole(path, b"dos")
    assert path.read_bytes() == b"dos"
    assert [left.name for left in tmp_path.iterdir()] == ["día.pdf"]


def test_a_full_disk_leaves_the_old_paper_and_no_rubbish(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    write_whole(path, b"uno")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"a\.pdf"):
        write_whole(path, b"dos")
    assert path.read_bytes() == b"uno"
    assert [left.name for left in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CannotWrite, match=r"nada.*x\.pdf"):
        write_whole(tmp_path / "nada" / "x.pdf", b"uno")

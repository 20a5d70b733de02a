"""TOML that was read before: the same values, and nothing damaged is believed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from konbit.law.loader import load_pack
from konbit.law.parsed import ParsedToml
from konbit.work.office import open_office, shipped_folders

TEXT = 'a = 2026-04-24\nb = [{ c = "d", dia = 2024-02-29 }]\n[t."x:1"]\ne = [1, 2.5, true]\n'


def test_the_pack_out_of_what_was_kept_is_the_pack() -> None:
    first = ParsedToml()
    plain = load_pack(shipped_folders(), first.read)
    again = ParsedToml(first.dump())
    assert load_pack(shipped_folders(), again.read) == plain
    assert first.grown
    assert not again.grown


def test_dates_come_back_as_dates_and_a_second_dump_is_the_same() -> None:
    first = ParsedToml()
    first.read(TEXT)
    again = ParsedToml(first.dump())
    assert again.read(TEXT) == tomllib.loads(TEXT)
    assert again.read(TEXT)["b"][0]["dia"] == date(2024, 2, 29)
    assert again.dump() == first.dump()


def test_a_changed_text_is_read_anew() -> None:
    first = ParsedToml()
    first.read(TEXT)
    again = ParsedToml(first.dump())
    assert again.read(TEXT.replace("2.5", "3.5"))["t"]["x:1"]["e"] == [1, 3.5, True]
    assert again.grown


@pytest.mark.parametrize("cut", [0, 1, 40, 90, -1])
def test_what_is_cut_or_changed_is_not_believed(cut: int) -> None:
    first = ParsedToml()
    first.read(TEXT)
    whole = first.dump()
    for damaged in (whole[:cut], whole.replace(b"2.5", b"9.5"), whole.replace(b"paquete 2", b"paquete 1")):
        again = ParsedToml(damaged)
        assert again.read(TEXT) == tomllib.loads(TEXT)
        assert again.grown


def test_times_which_no_pack_has_are_read_and_not_kept() -> None:
    first = ParsedToml()
    text = "a = 2026-04-24T10:00:00"
    assert first.read(text) == tomllib.loads(text)
    assert ParsedToml(first.dump()).read(text) == tomllib.loads(text)


def test_an_office_keeps_what_it_read_and_opens_where_it_cannot(tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "paquete.json"
    first = open_office(kept=kept)
    stamp = kept.stat().st_mtime_ns
    assert open_office(kept=kept).pack == first.pack
    assert kept.stat().st_mtime_ns == stamp
    in_the_way = tmp_path / "archivo"
    in_the_way.write_text("x")
    assert open_office(kept=in_the_way / "paquete.json").pack == first.pack

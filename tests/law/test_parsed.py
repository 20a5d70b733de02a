"""TOML that was read before: the same values, and nothing damaged is believed."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from konbit.errors import BadPack
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders
from konbit.law.parsed import ParsedToml
from konbit.law.tree_text import node_of, plain
from konbit.work.office import open_office, shipped_folders

TEXT = 'a = 2026-04-24\nb = [{ c = "d", dia = 2024-02-29 }]\n[t."x:1"]\ne = [1, 2.5, true]\n'


def test_the_pack_out_of_what_was_kept_is_the_pack() -> None:
    first = ParsedToml()
    plain = load_pack(shipped_folders(), first)
    again = ParsedToml(first.dump())
    assert load_pack(shipped_folders(), again) == plain
    assert first.grown
    assert not again.grown


def test_dates_come_back_as_dates_and_a_second_dump_is_the_same() -> None:
    first = ParsedToml()
    first.read(TEXT)
    again = ParsedToml(first.dump())
    assert again.read(TEXT) == tomllib.loads(TEXT)
    assert again.read(TEXT)["b"][0]["dia"] == date(2024, 2, 29)
    assert again.dump() == first.dump()


def test_a_tree_is_kept_for_the_same_vocabulary_only(folders: PackFolders, tmp_path: Path) -> None:
    for root in (folders.forms, folders.templates):
        shutil.copytree(root, tmp_path / root.name)
    mine = PackFolders(tmp_path / "forms", tmp_path / "templates", tmp_path / "translations")
    first = ParsedToml()
    load_pack(mine, first)
    countries = mine.forms / "comun" / "paises.csv"
    text = countries.read_text(encoding="utf-8")
    assert "\nHTI," in text
    countries.write_text(text.replace("\nHTI,", "\nHTX,"), encoding="utf-8")
    with pytest.raises(BadPack, match="HTI"):
        load_pack(mine, ParsedToml(first.dump()))


def test_every_tree_comes_back_as_it_was(pack: Pack) -> None:
    found = [
        one.test
        for rules in (pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values()))
        for versions in (*rules.criteria.values(), *rules.warnings.values(), *rules.risks.values())
        for one in versions
    ]
    found += [
        tree for fact in pack.facts.values() for tree in (fact.derived, fact.true_if, fact.active) if tree
    ]
    assert len({type(node) for node in found}) > 5
    assert [node_of(json.loads(json.dumps(plain(node)))) for node in found] == found


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
    for damaged in (whole[:cut], whole.replace(b"2.5", b"9.5"), whole.replace(b"paquete 3", b"paquete 2")):
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

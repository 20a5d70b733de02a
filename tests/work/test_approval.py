"""A lawyer's approval: recorded with name, day and edition, and it falls when what was approved changes."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from konbit.cli.running import run_command
from konbit.errors import BadArgument, BadPack
from konbit.law.approvals import approvals_file
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders
from konbit.work.approval import approve, standing
from konbit.work.law_sheet import pack_mark

DAY = date(2026, 12, 1)


@pytest.fixture
def copied(folders: PackFolders, tmp_path: Path) -> PackFolders:
    for root in (folders.forms, folders.templates, folders.translations):
        shutil.copytree(root, tmp_path / root.name)
    return PackFolders(tmp_path / "forms", tmp_path / "templates", tmp_path / "translations")


def test_nobody_has_approved_anything_of_the_shipped_pack(pack: Pack) -> None:
    assert all(standing(pack, f"ruta:{ident}") is None for ident in pack.routes)


def test_an_approval_is_kept_and_does_not_change_the_mark_it_signs(copied: PackFolders) -> None:
    pack, before = load_pack(copied), pack_mark(copied)
    approve(pack, "rd", ' Ana  "Nani" Díaz ', DAY)
    again = load_pack(copied)
    found = standing(again, "ruta:rd")
    assert found is not None
    assert (found.approval.name, found.approval.day, found.approval.pack_mark) == (
        'Ana "Nani" Díaz',
        DAY,
        before,
    )
    assert found.current
    assert pack_mark(copied) == before
    assert standing(again, "ruta:refugio") is None


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("forms/rd/reglas.toml", "Titular con el tiempo completo", "Titular que ya cumplió"),
        (
            "forms/comun/requisitos.toml",
            "Si hubo condena, traiga el papel",
            "Si hubo condena, guarde el papel",
        ),
    ],
)
def test_it_falls_when_the_route_or_a_shared_criterion_changes(
    copied: PackFolders, file: str, old: str, new: str
) -> None:
    approve(load_pack(copied), "ruta:rd", "Ana Díaz", DAY)
    path = copied.forms.parent / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    found = standing(load_pack(copied), "ruta:rd")
    assert found is not None
    assert not found.current


def test_a_writ_falls_when_its_model_changes_and_stands_when_another_does(copied: PackFolders) -> None:
    approve(load_pack(copied), "escrito:reposicion", "Ana Díaz", DAY)
    other = copied.templates / "revision" / "es.md.j2"
    other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    still = standing(load_pack(copied), "escrito:reposicion")
    own = copied.templates / "reposicion" / "es.md.j2"
    own.write_text(own.read_text(encoding="utf-8") + "\nOtra línea.\n", encoding="utf-8")
    fallen = standing(load_pack(copied), "escrito:reposicion")
    assert still is not None
    assert still.current
    assert fallen is not None
    assert not fallen.current


def test_what_does_not_exist_or_has_no_name_is_refused_and_nothing_is_written(copied: PackFolders) -> None:
    pack = load_pack(copied)
    with pytest.raises(BadArgument, match=r"refujio.*refugio"):
        approve(pack, "refujio", "Ana", DAY)
    with pytest.raises(BadArgument, match="--name"):
        approve(pack, "refugio", "  ", DAY)
    assert not approvals_file(copied.forms).exists()


def test_a_broken_file_is_told_with_line_and_near_miss(copied: PackFolders) -> None:
    approvals_file(copied.forms).write_text(
        '[[aprobacion]]\nde = "ruta:rdd"\nnombre = "A"\ndia = 2026-12-01\npaquete = "a"\ntexto = "b"\n'
    )
    with pytest.raises(BadPack) as told:
        load_pack(copied)
    assert 'comun/aprobaciones.toml:2: aprobacion.0.de: no hay nada llamado "ruta:rdd"' in str(told.value)


def test_from_the_command_line(copied: PackFolders, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["law", "--sign", "ruta:rd", "--name", "Ana Díaz", "--on", "2026-12-01"]
    code = run_command([*given, "--pack", str(copied.forms.parent), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["de"], told["nombre"], told["dia"], told["vigente"]) == (
        "ruta:rd",
        "Ana Díaz",
        "2026-12-01",
        True,
    )

"""The house itself: no law in the program, no room without walls, no Qt outside the window."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sorted((ROOT / "desktop" / "konbit").rglob("*.py"))
LONGEST_ROOM = 400

_LAW = re.compile(
    r"\b(21\.?325|19\.?880|20\.?430|20\.?285|18\.?120|20\.?609|21\.?719)\b"
    r"|\b\d{4,5}:\d+"
    r"|\b(rt_nna|rt_reunificacion|rt_mercosur|prorroga_tardia|reclamacion_141|omision_demora|nacionalizacion)\b"
)


def _texts(path: Path) -> list[tuple[int, str]]:
    """String constants that are no docstrings: what the program knows or says."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
        and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_program_knows_no_law(path: Path) -> None:
    found = [f"{line}: {text[:60]}" for line, text in _texts(path) if _LAW.search(text)]
    assert not found, found


@pytest.mark.parametrize("folder", ["desktop", "tests"])
def test_no_room_is_too_long(folder: str) -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_ROOM
    }
    assert not long, long


def test_nothing_names_a_machine_or_a_registry() -> None:
    suspicious = re.compile(
        r"(?:^|[\s\"'(])/(?:work|home|root|tmp)/[a-z]|pypi\.org|pythonhosted|registry\.npmjs"
    )
    found: list[str] = []
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout here")
    for name in listed.stdout.split("\n"):
        path = ROOT / name
        if path.suffix in (".py", ".toml", ".md", ".txt", ".yml", ".cfg", "") and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += (
                [f"{name}: {hit}" for hit in suspicious.findall(text)]
                if name != "tests/whole/test_house.py"
                else []
            )
    assert not found, found


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]

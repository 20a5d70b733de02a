"""Strict reading of a table: each kind takes its own and nothing that only looks like it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from konbit.law.table import Problems, Table


def table(tmp_path: Path, text: str) -> tuple[Table, Problems]:
    path = tmp_path / "t.toml"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    found = Table.of_file(path, tmp_path, problems)
    assert found is not None
    return found, problems


READ = {
    "text": lambda t: t.text("k"),
    "flag": lambda t: t.flag("k"),
    "whole": lambda t: t.whole("k"),
    "number": lambda t: t.number("k"),
    "day": lambda t: t.day("k"),
    "partial": lambda t: t.partial_day("k"),
    "texts": lambda t: t.texts("k", True),
    "groups": lambda t: t.groups("k"),
    "table": lambda t: t.table("k").data,
    "tables": lambda t: list(t.tables("k")),
}


@pytest.mark.parametrize(
    ("how", "raw", "says"),
    [
        ("text", "3", "debe ser un texto"),
        ("text", "['a']", "debe ser un texto"),
        ("text", "''", "no puede estar vacío"),
        ("flag", "1", "debe ser true o false"),
        ("flag", "'true'", "debe ser true o false"),
        ("whole", "true", "debe ser un número entero"),
        ("whole", "2.0", "debe ser un número entero"),
        ("number", "true", "debe ser un número"),
        ("number", "'3'", "debe ser un número"),
        ("day", "'2026-01-02'", "debe ser una fecha"),
        ("day", "2026-01-02T10:00:00", "debe ser una fecha"),
        ("partial", "'2026-13'", "debe ser una fecha, o un texto como 2026-02"),
        ("partial", "2026-01-02T10:00:00", "debe ser una fecha, o un texto como 2026-02"),
        ("texts", "[1]", "debe ser una lista de textos"),
        ("texts", "{ a = 1 }", "debe ser una lista de textos"),
        ("groups", "['a']", "debe ser una lista de listas de textos"),
        ("groups", "[['a'], [1]]", "debe ser una lista de listas de textos"),
        ("table", "[]", "debe ser una tabla"),
        ("tables", "{ a = 1 }", "debe ser una lista de tablas [[…]]"),
        ("tables", "[1]", "debe ser una lista de tablas [[…]]"),
    ],
)
def test_wrong_kinds(tmp_path: Path, how: str, raw: str, says: str) -> None:
    top, problems = table(tmp_path, f"\n\nk = {raw}\n")
    READ[how](top)
    assert [str(one) for one in problems.found] == [f"t.toml:3: k: {says}"]


@pytest.mark.parametrize(
    ("how", "raw", "value"),
    [
        ("text", "'a'", "a"),
        ("flag", "true", True),
        ("whole", "3", 3),
        ("number", "3", 3.0),
        ("number", "2.5", 2.5),
        ("texts", "'a'", ("a",)),
        ("texts", "['a', 'b']", ("a", "b")),
        ("groups", "[['a'], ['b', 'c']]", (("a",), ("b", "c"))),
    ],
)
def test_right_kinds(tmp_path: Path, how: str, raw: str, value: Any) -> None:
    top, problems = table(tmp_path, f"k = {raw}\n")
    found = READ[how](top)
    assert found == value and type(found) is type(value)
    top.finish()
    assert problems.found == []


@pytest.mark.parametrize("how", ["text", "whole", "texts"])
def test_what_must_be_there(tmp_path: Path, how: str) -> None:
    top, problems = table(tmp_path, "otra = 1\n")
    READ[how](top)
    assert [str(one) for one in problems.found] == ['t.toml: falta "k"']


def test_keys_that_nobody_asked_for(tmp_path: Path) -> None:
    top, problems = table(tmp_path, "[a]\ntexto = 'x'\ntexot = 'y'\n\n[b]\nz = 1\n")
    inner = top.table("a")
    inner.text("texto")
    inner.finish()
    top.finish()
    assert [str(one) for one in problems.found] == [
        't.toml:3: a.texot: clave desconocida "texot" ¿Quiso decir "texto"?',
        't.toml:5: b: clave desconocida "b"',
    ]


def test_words_of_a_closed_list(tmp_path: Path) -> None:
    top, problems = table(tmp_path, "k = 'roja'\n")
    assert top.word("k", ("rojo", "ambar")) == "rojo"
    assert [str(one) for one in problems.found] == [
        't.toml:1: k: "roja" no se conoce aquí ¿Quiso decir "rojo"?'
    ]
    assert top.word("nada", ("rojo", "ambar"), "ambar") == "ambar"

"""Lines of keys in a TOML file."""

from __future__ import annotations

from pathlib import Path

import pytest

from konbit.law.positions import line_index, line_of

TEXT = '''# comment
top = 1

[plain]
key = "value"
"quoted.key" = 2
text = """
[not_a_table]
not_a_key = 3
"""
after = 4

[[item]]
id = "a"
many = [
    { inner = 1 },
    { inner = 2 },
]
last = 5
[item.sub]
deep = 6
[[item]]
id = "b"
[item.sub]
deep = 7
["norma:1.2"]
cita = 'one # [no comment]'
fin = true
'''

LINES = TEXT.splitlines()


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (("top",), "top ="),
        (("plain",), "[plain]"),
        (("plain", "key"), "key ="),
        (("plain", "quoted.key"), '"quoted.key"'),
        (("plain", "text"), "text ="),
        (("plain", "after"), "after ="),
        (("item", 0), "[[item]]"),
        (("item", 0, "id"), 'id = "a"'),
        (("item", 0, "many"), "many ="),
        (("item", 0, "last"), "last ="),
        (("item", 0, "sub", "deep"), "deep = 6"),
        (("item", 1, "id"), 'id = "b"'),
        (("item", 1, "sub", "deep"), "deep = 7"),
        (("norma:1.2", "cita"), "cita ="),
        (("norma:1.2", "fin"), "fin ="),
    ],
)
def test_keys_stand_where_they_are_written(path: tuple[str | int, ...], start: str) -> None:
    index = line_index(TEXT)
    assert LINES[index[path] - 1].startswith(start)


def test_nothing_inside_a_text_is_a_key() -> None:
    index = line_index(TEXT)
    assert not any("not_a_table" in path or "not_a_key" in path for path in index)


def test_what_is_not_indexed_takes_the_line_of_what_holds_it() -> None:
    index = line_index(TEXT)
    assert line_of(index, ("item", 0, "many", 1, "inner")) == index[("item", 0, "many")]
    assert line_of(index, ("item", 1, "missing")) == index[("item", 1)]
    assert line_of(index, ("nowhere", "at", "all")) == 0
    assert line_of(index, ()) == 0


def test_every_table_of_the_real_vocabulary_is_found() -> None:
    text = (Path(__file__).parents[2] / "forms" / "comun" / "hechos.toml").read_text(encoding="utf-8")
    index = line_index(text)
    lines = text.splitlines()
    tables = [path for path in index if len(path) == 1]
    assert len(tables) > 290
    for path in tables:
        assert lines[index[path] - 1] == f"[{path[0]}]"
        assert lines[index[(*path, "etiqueta")] - 1].startswith("etiqueta")

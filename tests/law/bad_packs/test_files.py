"""Files that are missing or cannot be read at all."""

from __future__ import annotations

import pytest

from .pack_copy import ROUTES, PackCopy
from .slips import REGLAS, TRAMITE


def test_not_toml(copy: PackCopy) -> None:
    with copy.with_file(REGLAS, b'[ruta]\nnaturaleza = "reglada"\nrequiere = [\n= 3\n'):
        assert copy.problems() == ["rt_nna/reglas.toml:4: no es TOML válido"]


def test_duplicate_key_is_not_toml(copy: PackCopy) -> None:
    text = copy.text(TRAMITE) + "\ndos = 1\ndos = 2\n"
    line = text.count("\n")
    with copy.with_file(TRAMITE, text.encode("utf-8")):
        assert copy.problems() == [f"rt_nna/tramite.toml:{line}: no es TOML válido"]


def test_not_utf_8(copy: PackCopy) -> None:
    with copy.with_file(REGLAS, "[ruta]\n# año\n".encode("latin-1")):
        assert copy.problems() == ["rt_nna/reglas.toml: el archivo no está en UTF-8"]


def test_a_mark_that_notepad_puts_first_is_no_problem(copy: PackCopy) -> None:
    marked = b"\xef\xbb\xbf"
    for name in (REGLAS, "forms/comun/comunas.csv"):
        with copy.with_file(name, marked + (copy.root / name).read_bytes()):
            assert set(copy.load().routes) == set(ROUTES)


@pytest.mark.parametrize(
    "name", ["bloques.toml", "unidades.toml", "calendario.toml", "plazos.toml", "normas.toml"]
)
def test_missing_file(copy: PackCopy, name: str) -> None:
    with copy.with_file(f"forms/comun/{name}", None):
        found = copy.problems()
    assert f"comun/{name}: falta este archivo" in found


def test_missing_card_of_a_route(copy: PackCopy) -> None:
    with copy.with_file(TRAMITE, None):
        assert copy.problems() == ["rt_nna/tramite.toml: falta este archivo"]

"""The near miss."""

from __future__ import annotations

import pytest

from konbit.law.near import did_you_mean, folded, near_miss

NAMES = ("fecha_ingreso", "fecha_nacimiento", "tipo_ingreso", "Ñuñoa", "Curacaví")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("fecha_ingresso", "fecha_ingreso"),
        ("tipo_de_ingreso", "tipo_ingreso"),
        ("nunoa", "Ñuñoa"),
        ("CURACAVI", "Curacaví"),
        ("zapato", ""),
        ("", ""),
    ],
)
def test_near_miss(word: str, meant: str) -> None:
    assert near_miss(word, NAMES) == meant


def test_the_question_has_its_space_or_is_not_there() -> None:
    assert did_you_mean("tipo_ingrso", NAMES) == ' ¿Quiso decir "tipo_ingreso"?'
    assert did_you_mean("zapato", NAMES) == ""
    assert did_you_mean("x", ()) == ""


def test_folding() -> None:
    assert folded("  ÑUÑOA ") == folded("nunoa") == "nunoa"
    assert folded("O'Higgins") == "o'higgins"

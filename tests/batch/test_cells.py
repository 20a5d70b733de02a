"""What a cell of a sheet says: empty is unknown, never no; Chilean days and numbers are understood."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from konbit.errors import BadBatch
from konbit.law.pack import Pack
from konbit.work.batch.cells import cell_value


@pytest.mark.parametrize(
    ("fact", "cell", "wanted"),
    [
        ("tiene_run", "", None),
        ("tiene_run", None, None),
        ("tiene_run", "  ", None),
        ("tiene_run", "Sí", True),
        ("tiene_run", "x", True),
        ("tiene_run", 1.0, True),
        ("tiene_run", False, False),
        ("tiene_run", "NO", False),
        ("tiene_run", "no sabe", {"motivo": "no_sabe"}),
        ("fecha_nacimiento", "03-05-1990", "1990-05-03"),
        ("fecha_nacimiento", "3/5/1990", "1990-05-03"),
        ("fecha_nacimiento", "05-1990", "1990-05"),
        ("fecha_nacimiento", datetime(1990, 5, 3), "1990-05-03"),
        ("fecha_nacimiento", date(1990, 5, 3), "1990-05-03"),
        ("sexo", "Mujer", "mujer"),
        ("nombres", 12.0, "12"),
        ("nombres", "=1+1", "=1+1"),
    ],
)
def test_cells(pack: Pack, fact: str, cell: Any, wanted: Any) -> None:
    assert cell_value(pack.facts[fact], cell, "Columna") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("1.234.567", 1234567), ("$ 350.000", 350000), ("12,5", 12.5), ("7", 7)]
)
def test_numbers_as_they_are_written_in_chile(pack: Pack, text: str, wanted: float) -> None:
    fact = next(one for one in pack.facts.values() if one.kind == "decimal" or one.kind == "entero")
    assert cell_value(fact, text, "Renta") == wanted


def test_what_cannot_be_is_told_with_the_column(pack: Pack) -> None:
    with pytest.raises(BadBatch, match=r"«Pasaporte».*sí o no.*tal vez"):
        cell_value(pack.facts["tiene_run"], "tal vez", "Pasaporte")
    with pytest.raises(BadBatch, match=r"«Sexo».*no es una opción"):
        cell_value(pack.facts["sexo"], "muger", "Sexo")

"""The table of comunas."""

from __future__ import annotations

from .pack_copy import PackCopy


def test_comuna_of_an_unknown_court(copy: PackCopy) -> None:
    name = "forms/comun/comunas.csv"
    lines = copy.text(name).splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if ",Ñuñoa," in line)
    lines[number] = lines[number].replace(",Santiago,CONFIRMED", ",Ñuñoa,CONFIRMED")
    with copy.with_file(name, "".join(lines).encode("utf-8")):
        assert copy.problems() == [f'comun/comunas.csv:{number + 1}: Ñuñoa: no hay ninguna corte en "Ñuñoa"']


def test_table_of_comunas_without_a_column(copy: PackCopy) -> None:
    name = "forms/comun/comunas.csv"
    text = copy.text(name).replace("court_of_appeals", "court", 1)
    with copy.with_file(name, text.encode("utf-8")):
        assert copy.problems() == [
            'comun/comunas.csv:1: court_of_appeals: falta la columna "court_of_appeals"'
        ]


def test_row_of_comunas_that_stops_early(copy: PackCopy) -> None:
    name = "forms/comun/comunas.csv"
    text = copy.text(name).rstrip("\n") + "\n13,Metropolitana,Santiago\n"
    with copy.with_file(name, text.encode("utf-8")):
        assert copy.problems() == [f"comun/comunas.csv:{text.count(chr(10))}: a esta fila le faltan columnas"]

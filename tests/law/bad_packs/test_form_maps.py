"""Maps from facts to the fields of a PDF form."""

from __future__ import annotations

import pytest

from .pack_copy import PackCopy

FORM = """[formulario]
nombre = "Hoja"
pdf = "F99.pdf"
edicion = "2026-11"
huella = "0"
fuente = "clínica"
pide = ["relato"]

[campo]
"nombre" = "nombres"
"dia" = { de = "fecha_nacimiento", parte = "dia" }

[casilla]
"sexo" = { de = "sexo", estados = { mujer = "/F", hombre = "/M" } }
"chile" = { de = "en_chile", estados = { si = "/Yes", no = "/Off" } }

[tabla]
"salidas" = { de = "salida", filas = 8, columnas = { salida_desde = "desde_{n}" } }
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('"nombres"', '"nombress"', 10, 'campo.nombre: no hay ningún hecho "nombress" ¿Quiso decir "nombres"?'),
        ('parte = "dia"', 'parte = "día"', 11, 'campo.dia.parte: "día" no se conoce aquí ¿Quiso decir "dia"?'),
        ("mujer =", "mujeres =", 14, 'casilla.sexo.estados: "mujeres" no es una opción de sexo ¿Quiso decir "mujer"?'),
        ("si = ", "sí = ", 15, 'casilla.chile.estados: "sí" no es una opción de en_chile ¿Quiso decir "si"?'),
        ("salida_desde =", "salida_dede =", 18, 'tabla.salidas.columnas: no hay ningún hecho "salida_dede" ¿Quiso decir "salida_desde"?'),
        ('["relato"]', '["relatos"]', 7, 'formulario.pide: no hay ningún hecho "relatos" ¿Quiso decir "relato"?'),
        ("F99.pdf", "F98.pdf", 3, 'formulario.pdf: no está el archivo "F98.pdf"'),
        ("filas = 8", 'filas = "8"', 18, "tabla.salidas.filas: debe ser un número entero"),
    ],
)  # fmt: skip
def test_map_of_a_form(copy: PackCopy, old: str, new: str, line: int, says: str) -> None:
    assert old in FORM
    text = FORM.replace(old, new, 1)
    if "sí" in new:
        text = text.replace("sí = ", '"sí" = ')
    with (
        copy.with_file("forms/rt_nna/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rt_nna/F99.toml", text.encode("utf-8")),
    ):
        assert copy.problems() == [f"rt_nna/F99.toml:{line}: {says}"]


def test_sound_map_of_a_form(copy: PackCopy) -> None:
    with (
        copy.with_file("forms/rt_nna/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rt_nna/F99.toml", FORM.encode("utf-8")),
    ):
        form = copy.load().forms["F99"]
    assert form.facts == (
        "relato",
        "nombres",
        "fecha_nacimiento",
        "sexo",
        "en_chile",
        "salida",
        "salida_desde",
    )


def test_form_that_two_routes_bring(copy: PackCopy) -> None:
    with (
        copy.with_file("forms/rd/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rd/F99.toml", FORM.encode("utf-8")),
        copy.with_file("forms/rt_nna/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rt_nna/F99.toml", FORM.encode("utf-8")),
    ):
        assert copy.problems() == ['rt_nna/F99.toml: el formulario "F99" está dos veces']

"""The format of form maps: what the loader takes, and what it says, with file and line, of each slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from konbit.law.forms import Column, Computed, Form, RowSource, TextLink, Wording
from konbit.law.load_forms import load_form
from konbit.law.pack import Pack
from konbit.law.table import Problems

MAP = """[formulario]
nombre = "Hoja"
pdf = "X.pdf"
edicion = "1"
huella = "0"
fuente = "propia"
encabezado = ["nombres"]

[campo]
renta = { de = "renta_mensual", formato = "pesos" }
anio = { de = "fecha_nacimiento", parte = "anio" }
civil = { de = "estado_civil", textos = { casado = "Casado/a" } }

[calculado]
dia = "hoy"
total = { suma = "salida_dias" }

[tabla.familia]
titulo = "Familia"
filas = 8
sigue_en = "anexo"
aviso = "sigue"
ninguno = "No tiene"
titulos = { "f{n}_nombre" = "Nombre" }
[[tabla.familia.listas]]
de = "hijo"
fijo = { "f{n}_parentesco" = "Hija o hijo" }
columnas = { hijo_nombre = "f{n}_nombre", hijo_incluido = { campo = "f{n}_va", estados = { si = "1" } } }
[[tabla.familia.listas]]
de = "familiar"
columnas = { familiar_nombre = "f{n}_nombre" }
"""


def load(pack: Pack, folder: Path, text: str) -> tuple[Form | None, list[str]]:
    (folder / "X.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "X.toml").write_text(text, encoding="utf-8")
    problems = Problems()
    form = load_form(folder / "X.toml", folder, pack.facts, problems)
    return form, [str(one) for one in problems.found]


def test_all_that_a_map_can_say(pack: Pack, tmp_path: Path) -> None:
    form, problems = load(pack, tmp_path, MAP)
    assert problems == []
    assert form
    assert form.heading == ("nombres",)
    assert form.texts == (
        TextLink("renta", "renta_mensual", Wording(style="pesos")),
        TextLink("anio", "fecha_nacimiento", Wording(part="anio")),
        TextLink("civil", "estado_civil", Wording(texts={"casado": "Casado/a"})),
    )
    assert form.computed == (Computed("dia", "hoy"), Computed("total", "suma", "salida", "salida_dias"))
    (table,) = form.tables
    assert table.sources == (
        RowSource(
            "hijo",
            (Column("f{n}_nombre", "hijo_nombre"), Column("f{n}_va", "hijo_incluido", states={"si": "1"})),
            {"f{n}_parentesco": "Hija o hijo"},
        ),
        RowSource("familiar", (Column("f{n}_nombre", "familiar_nombre"),)),
    )
    assert table.patterns == ("f{n}_nombre", "f{n}_va", "f{n}_parentesco")
    assert {"f8_va", "sigue", "total", "renta"} <= form.fields
    assert len(form.fields) == 3 + 2 + 3 * 8 + 1
    assert form.facts[-2:] == ("familiar", "familiar_nombre")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"pesos"', '"peso"', '10: campo.renta.formato: "peso" no se conoce aquí ¿Quiso decir "pesos"?'),
        ('parte = "anio"', 'formato = "pesos"', "11: campo.anio.formato: fecha_nacimiento no es un número"),
        ('de = "renta_mensual", formato = "pesos"', 'de = "renta_mensual", parte = "mes"', "10: campo.renta.parte: renta_mensual no es una fecha"),
        ("{ casado =", "{ casada =", '12: campo.civil.textos: "casada" no es una opción de estado_civil ¿Quiso decir "casado"?'),
        ('"hoy"', '"hoi"', '15: calculado.dia: "hoi" no se conoce aquí ¿Quiso decir "hoy"?'),
        ('"salida_dias"', '"meses_rt"', "16: calculado.total.suma: meses_rt no es un número de los elementos de una lista"),
        ('"salida_dias"', '"salida_desde"', "16: calculado.total.suma: salida_desde no es un número de los elementos de una lista"),
        ('"anexo"', '"otra hoja"', '21: tabla.familia.sigue_en: "otra hoja" no se conoce aquí'),
        ('"f{n}_nombre" = "Nombre"', '"f{n}_nombres" = "Nombre"', '24: tabla.familia.titulos: "f{n}_nombres" no es una columna ¿Quiso decir "f{n}_nombre"?'),
        ('"f{n}_parentesco"', '"f_parentesco"', '27: tabla.familia.listas.0.fijo: "f_parentesco" no dice dónde va el número de la fila: falta {n}'),
        ('hijo_nombre = "f{n}_nombre"', 'hijo_nombre = "f_nombre"', '28: tabla.familia.listas.0.columnas: "f_nombre" no dice dónde va el número de la fila: falta {n}'),
        ("{ si = ", "{ sip = ", '28: tabla.familia.listas.0.columnas.hijo_incluido.estados: "sip" no es una opción de hijo_incluido ¿Quiso decir "si"?'),
        ("{ familiar_nombre", "{ hijo_nombre", "31: tabla.familia.listas.1.columnas: hijo_nombre no es un dato de los elementos de familiar"),
        ('["nombres"]', '["nombrez"]', '7: formulario.encabezado: no hay ningún hecho "nombrez" ¿Quiso decir "nombres"?'),
        ('titulo = "Familia"', 'titulo = "Familia"\nde = "hijo"', '20: tabla.familia.de: clave desconocida "de"'),
        ('de = "familiar"', 'de = "familiar"\nfilas = 3', '31: tabla.familia.listas.1.filas: clave desconocida "filas"'),
    ],
)  # fmt: skip
def test_a_slip_in_a_map(pack: Pack, tmp_path: Path, old: str, new: str, says: str) -> None:
    assert MAP.count(old) >= 1
    _, problems = load(pack, tmp_path, MAP.replace(old, new, 1))
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"X.toml:{says}"), problems

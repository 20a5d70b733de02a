"""Keys that the schema does not know, that are missing, or whose value has the wrong type."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import END, HECHOS, MENOR, PROTECCION, REGLAS, TRAMITE, Slip

SLIPS = (
    Slip(
        "unknown key of a criterion",
        REGLAS,
        MENOR,
        MENOR + 'textto = "x"\n',
        'requisito.0.textto: clave desconocida "textto" ¿Quiso decir "texto"?',
        "textto",
    ),
    Slip(
        "unknown key of a route",
        REGLAS,
        "requiere = [",
        'exepto = ["nacio_chileno"]\nrequiere = [',
        'ruta.exepto: clave desconocida "exepto" ¿Quiso decir "excepto"?',
        "exepto",
    ),
    Slip(
        "unknown table",
        REGLAS,
        END,
        '\n[[requisitos]]\nid = "x"\n',
        'requisitos: clave desconocida "requisitos" ¿Quiso decir "requisito"?',
    ),
    Slip(
        "missing key of a criterion",
        REGLAS,
        'texto = "Tiene menos de 18 años"\n',
        "",
        'requisito.0: falta "texto"',
        "[[requisito]]",
    ),
    Slip(
        "missing key of the card",
        TRAMITE,
        'en_simple = "Papeles para su hija o su hijo. Los puede tener aunque sus padres no tengan papeles. Es gratis."\n',
        "",
        'falta "en_simple"',
    ),
    Slip("wrong type of a text", REGLAS, 'texto = "Está en Chile"', "texto = 5", "requisito.1.texto: debe ser un texto", "texto = 5"),
    Slip("wrong type of a date", REGLAS, "desde = 2022-02-12", 'desde = "2022-02-12"', "requisito.0.desde: debe ser una fecha", 'desde = "'),
    Slip("wrong type of a flag", HECHOS, "sensible = true", 'sensible = "true"', "nombres.sensible: debe ser true o false", 'sensible = "true"'),
    Slip("wrong type of a list", REGLAS, 'norma = ["21325:41"]', "norma = [21325]", "requisito.0.norma: debe ser una lista de textos", "norma = [21325]"),
    Slip("empty text", TRAMITE, 'nombre = "Residencia temporal para niños, niñas y adolescentes"', 'nombre = ""', "nombre: no puede estar vacío", 'nombre = ""'),
    Slip("a table that is a number", PROTECCION, "[escrito.por_omision]\ndias_pedidos = 30\n", "por_omision = 30\n", "escrito.por_omision: debe ser una tabla", "por_omision"),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

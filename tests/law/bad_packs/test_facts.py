"""Facts and their blocks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import BLOQUES, END, HECHOS, Slip

SLIPS = (
    Slip(
        "unknown kind of fact",
        HECHOS,
        'etiqueta = "Nombres"\ntipo = "texto"',
        'etiqueta = "Nombres"\ntipo = "textos"',
        'nombres.tipo: "textos" no se conoce aquí ¿Quiso decir "texto"?',
        '"textos"',
    ),
    Slip(
        "unknown owner",
        HECHOS,
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "persona"',
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "personas"',
        'nombres.de: "personas" no es dueño de hechos ¿Quiso decir "persona"?',
        '"personas"',
    ),
    Slip(
        "unknown block",
        HECHOS,
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "persona"\nbloque = "identidad"',
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "persona"\nbloque = "identidades"',
        'nombres.bloque: no hay ningún bloque "identidades" ¿Quiso decir "identidad"?',
        '"identidades"',
    ),
    Slip(
        "choice fact without choices",
        HECHOS,
        END,
        '\n[color]\netiqueta = "Color"\ntipo = "opcion"\nde = "persona"\nbloque = "identidad"\npregunta = "¿Color?"\n',
        'color: falta "opciones"',
        "[color]",
    ),
    Slip(
        "fact that nobody asks and nothing gives",
        HECHOS,
        END,
        '\n[mudo]\netiqueta = "Mudo"\ntipo = "bool"\nde = "persona"\nbloque = "identidad"\n',
        'mudo: falta "pregunta" o "derivado"',
        "[mudo]",
    ),
    Slip(
        "bound that is no date",
        HECHOS,
        'no_despues_de = "fecha_evaluacion"',
        'no_despues_de = "nombres"',
        'fecha_nacimiento.no_despues_de: "nombres" no es un hecho con fecha ¿Quiso decir "nombres"?',
        'no_despues_de = "nombres"',
    ),
    Slip(
        "unknown way of not knowing",
        HECHOS,
        'sin = ["no_sabe", "reserva", "espera_documento"]',
        'sin = ["no_sabe", "reservado", "espera_documento"]',
        'fecha_evaluacion.sin: "reservado" no es una forma de no saber ¿Quiso decir "reserva"?',
        "reservado",
    ),
    Slip(
        "fact derived with the wrong type",
        HECHOS,
        'derivado = "not en_chile"',
        'derivado = "fecha_ingreso"',
        "solicita_desde_exterior.derivado: se espera un valor de tipo bool y este es de tipo date (columna 1)",
        'derivado = "fecha_ingreso"',
    ),
    Slip(
        "fact derived from itself",
        HECHOS,
        END,
        '\n[huevo]\netiqueta = "Huevo"\ntipo = "bool"\nde = "persona"\nbloque = "identidad"\nderivado = "not huevo"\n',
        "huevo: se deriva de sí mismo: huevo → huevo",
        "[huevo]",
    ),
    Slip(
        "block without a name",
        BLOQUES,
        END,
        "\n[sobra]\norden = 999\n",
        'sobra: falta "nombre"',
        "[sobra]",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

"""Expressions of the conditions of criteria."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import END, MENOR, REGLAS, Slip, menor

SLIPS = (
    Slip(
        "fact that does not exist",
        REGLAS,
        MENOR,
        menor("es_menorr"),
        'requisito.0.si: no hay ningún hecho "es_menorr" ¿Quiso decir "es_menor"? (columna 1)',
        "es_menorr",
    ),
    Slip(
        "choice that is not of the fact",
        REGLAS,
        MENOR,
        menor("tipo_ingreso == habilitada"),
        'requisito.0.si: "habilitada" no es una opción de tipo_ingreso ¿Quiso decir "habilitado"? (columna 17)',
        "habilitada",
    ),
    Slip(
        "unknown function",
        REGLAS,
        MENOR,
        menor("edda(fecha_nacimiento, fecha_evaluacion) < 18"),
        'requisito.0.si: no hay ninguna función "edda" ¿Quiso decir "edad"? (columna 1)',
        "edda",
    ),
    Slip(
        "wrong number of arguments",
        REGLAS,
        MENOR,
        menor("edad(fecha_nacimiento) < 18"),
        "requisito.0.si: edad toma 2 valor(es) y aquí hay 1 (columna 1)",
        "edad(fecha_nacimiento) ",
    ),
    Slip(
        "types that do not compare",
        REGLAS,
        MENOR,
        menor("fecha_nacimiento < 18"),
        "requisito.0.si: no se comparan date y number (columna 1)",
        "fecha_nacimiento < 18",
    ),
    Slip(
        "conocido in a criterion",
        REGLAS,
        MENOR,
        menor("conocido(run)"),
        "requisito.0.si: «conocido» no puede estar en un criterio (columna 1)",
        "conocido(run)",
    ),
    Slip(
        "deadline that does not exist",
        REGLAS,
        MENOR,
        menor("fecha_evaluacion <= vence(reposision)"),
        'requisito.0.si: no hay ningún plazo "reposision" ¿Quiso decir "reposicion"? (columna 21)',
        "reposision",
    ),
    Slip(
        "milestone that is no date",
        REGLAS,
        END,
        '\n[[hito]]\nid = "h"\nfecha = "es_menor"\ntexto = "t"\n',
        "hito.0.fecha: se espera un valor de tipo date y este es de tipo bool (columna 1)",
        'fecha = "es_menor"',
    ),
    Slip(
        "code in a criterion",
        REGLAS,
        MENOR,
        menor("().__class__"),
        "requisito.0.si: esta forma no se admite: ().__class__ (columna 1)",
        "__class__",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

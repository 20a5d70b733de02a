"""Deadlines and the units in which they are counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import END, PLAZOS, UNIDADES, Slip

SLIPS = (
    Slip(
        "unknown unit",
        PLAZOS,
        'unidad = "corridos"',
        'unidad = "corrridos"',
        'proteccion.unidad: no hay ninguna unidad "corrridos" ¿Quiso decir "corridos"?',
        "corrridos",
    ),
    Slip(
        "deadline without event",
        PLAZOS,
        'evento = [{ hecho = "acto_conocido" }]\n',
        "",
        'proteccion: falta "evento"',
        "[proteccion]",
    ),
    Slip(
        "event that is no date",
        PLAZOS,
        '{ hecho = "acto_conocido" }',
        '{ hecho = "acto_tipo" }',
        'proteccion.evento.0.hecho: "acto_tipo" no es un hecho con fecha ¿Quiso decir "acto_tipo"?',
        '"acto_tipo"',
    ),
    Slip(
        "unknown medium",
        PLAZOS,
        'medio = ["personal"]',
        'medio = ["personalmente"]',
        'reclamacion_141.evento.0.medio: "personalmente" no es un medio ¿Quiso decir "personal"?',
        "evento = [",
    ),
    Slip(
        "deadline that starts some other way",
        PLAZOS,
        'desde = "dia_siguiente"',
        'desde = "mismo_dia"',
        'reclamacion_141.desde: "mismo_dia" no se conoce aquí',
        'desde = "mismo_dia"',
    ),
    Slip(
        "amount from a fact that does not exist",
        PLAZOS,
        'cantidad_de = "abandono_dias"',
        'cantidad_de = "abandono_dia"',
        'abandono_orden.cantidad_de: no hay ningún hecho "abandono_dia" ¿Quiso decir "abandono_dias"?',
        '"abandono_dia"',
    ),
    Slip(
        "bad weekday",
        UNIDADES,
        '"lunes"',
        '"lune"',
        'corridos.cuentan: "lune" no es un día de la semana ¿Quiso decir "lunes"?',
        '"lune"',
    ),
    Slip(
        "unit of days that says no days",
        UNIDADES,
        END,
        '\n[raros]\nnombre = "días raros"\nexplica = "e"\nmide = "dias"\n',
        'raros: una unidad de días lleva "cuentan" y "cuentan_feriados"',
        "[raros]",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

"""Writs: before whom, until when, what they ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import END, PROTECCION, RECLAMACION, Slip

SLIPS = (
    Slip(
        "writ with a court and an authority",
        PROTECCION,
        'tribunal = "corte_apelaciones"',
        'tribunal = "corte_apelaciones"\nautoridad = "sermig"',
        'escrito: lleva "tribunal" o "autoridad", una de las dos',
        "[escrito]",
    ),
    Slip(
        "writ before nobody",
        PROTECCION,
        'tribunal = "corte_apelaciones"\n',
        "",
        'escrito: lleva "tribunal" o "autoridad", una de las dos',
        "[escrito]",
    ),
    Slip(
        "writ that excludes an unknown one",
        PROTECCION,
        END,
        '\n[[incompatible_con]]\nescrito = "reclamacion_14"\ntexto = "t"\n',
        'incompatible_con.0.escrito: no hay ningún escrito "reclamacion_14" ¿Quiso decir "reclamacion_141"?',
        'escrito = "reclamacion_14"',
    ),
    Slip(
        "writ with an unknown deadline",
        RECLAMACION,
        'plazo = ["reclamacion_141"]',
        'plazo = ["reclamacion_142"]',
        'escrito.plazo: no hay ningún plazo "reclamacion_142" ¿Quiso decir "reclamacion_141"?',
        "plazo = [",
    ),
    Slip(
        "writ that asks an unknown fact",
        RECLAMACION,
        'pide = [\n    "orden_expulsion"',
        'pide = [\n    "orden_de_expulsion"',
        'escrito.pide: no hay ningún hecho "orden_de_expulsion" ¿Quiso decir "orden_expulsion"?',
        "pide = [",
    ),
    Slip(
        "writ with the same cause twice",
        PROTECCION,
        'id = "rechazo_ilegal"',
        'id = "negativa_recibir"',
        'escrito: la causa "negativa_recibir" está dos veces',
        "[escrito]",
    ),
    Slip(
        "lawyer neither demanded nor not",
        RECLAMACION,
        'abogado = "exigido"',
        'abogado = "exigida"',
        'escrito.abogado: "exigida" no se conoce aquí ¿Quiso decir "exigido"?',
        '"exigida"',
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

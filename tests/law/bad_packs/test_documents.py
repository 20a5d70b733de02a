"""Identity documents: what their zone fills, and the usual shape of numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import Slip

DOCUMENTOS = "forms/comun/documentos.toml"

SLIPS = (
    Slip(
        "zone that fills an unknown fact",
        DOCUMENTOS,
        'segundo_apellido = "apellido_materno"',
        'segundo_apellido = "apellido_madre"',
        'mrz.segundo_apellido: no hay ningún hecho "apellido_madre" ¿Quiso decir "apellido_materno"?',
        "segundo_apellido =",
    ),
    Slip(
        "two surnames in an unknown country",
        DOCUMENTOS,
        'dos_apellidos = ["ARG", ',
        'dos_apellidos = ["ARX", ',
        'mrz.dos_apellidos: no se conoce el país "ARX" ¿Quiso decir "MAR"?',
        "dos_apellidos =",
    ),
    Slip(
        "number of an unknown fact",
        DOCUMENTOS,
        'hechos = ["ipe_nip"]',
        'hechos = ["ipe"]',
        'numero.1.hechos: no hay ningún hecho "ipe" ¿Quiso decir "ipe_nip"?',
        'hechos = ["ipe"]',
    ),
    Slip(
        "number without facts",
        DOCUMENTOS,
        '[[numero]]\nhechos = ["run", "vinculo_run"]\n',
        "[[numero]]\n",
        'numero.0: falta "hechos"',
        "[[numero]]",
    ),
    Slip(
        "number whose shape is no pattern",
        DOCUMENTOS,
        'patron = "\\\\d{1,8}-[0-9K]"',
        'patron = "(\\\\d"',
        "numero.0.patron: no es una expresión regular",
        'patron = "(',
    ),
    Slip(
        "unknown key of a number",
        DOCUMENTOS,
        'hechos = ["ipe_nip"]',
        'hechos = ["ipe_nip"]\npais = "CHL"',
        'numero.1.pais: clave desconocida "pais"',
        'pais = "CHL"',
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

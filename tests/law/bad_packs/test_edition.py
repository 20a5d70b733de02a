"""Reasons to come, and the edition of the pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import Slip

SLIPS = (
    Slip(
        "reason that leads nowhere",
        "forms/comun/motivos.toml",
        "ruta:rt_nna",
        "ruta:rt_nina",
        'motivo.0.objetivos: no hay nada llamado "ruta:rt_nina" ¿Quiso decir "ruta:rt_nna"?',
        "objetivos",
    ),
    Slip(
        "edition that names an unknown fact",
        "forms/paquete.toml",
        'domicilio = "domicilio_comuna"',
        'domicilio = "domicilio"',
        'hechos.domicilio: no hay ningún hecho "domicilio" ¿Quiso decir "domicilio_comuna"?',
    ),
    Slip(
        "edition that calls people by an unknown fact",
        "forms/paquete.toml",
        'nombre = ["nombres", "apellido_paterno"]',
        'nombre = ["nombres", "apelido_paterno"]',
        'hechos.nombre: no hay ningún hecho "apelido_paterno" ¿Quiso decir "apellido_paterno"?',
    ),
    Slip(
        "edition that does not say how people are called",
        "forms/paquete.toml",
        'nombre = ["nombres", "apellido_paterno"]\n',
        "",
        'hechos: falta "nombre"',
        "[hechos]",
    ),
    Slip(
        "edition without the day of its law",
        "forms/paquete.toml",
        "verificado = 2026-04-24\n",
        "",
        'paquete: falta "verificado"',
        "[paquete]",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

"""What is filed: channels, results, and the dates that follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import Slip

PRESENTACIONES = "forms/comun/presentaciones.toml"

SLIPS = (
    Slip(
        "what follows something that cannot be filed",
        PRESENTACIONES,
        'de = ["escrito:proteccion"]',
        'de = ["escrito:protecion"]',
        'sigue.0.de: no hay nada llamado "escrito:protecion" ¿Quiso decir "escrito:proteccion"?',
        "de = [",
    ),
    Slip(
        "what follows an unknown result",
        PRESENTACIONES,
        'resultado = ["rechazada"]',
        'resultado = ["rechazado"]',
        'sigue.0.resultado: "rechazado" no es un resultado ¿Quiso decir "rechazada"?',
        'resultado = ["',
    ),
    Slip(
        "a date that starts no deadline",
        PRESENTACIONES,
        'hecho = "sentencia_notificada"',
        'hecho = "sentencia_condenatoria_vif"',
        'sigue.0.hecho: ningún plazo corre desde "sentencia_condenatoria_vif" ¿Quiso decir "sentencia_notificada"?',
        "hecho =",
    ),
    Slip(
        "unknown key",
        PRESENTACIONES,
        'hecho = "sentencia_notificada"',
        'hecho = "sentencia_notificada"\nplazo = "apelacion_proteccion"',
        'sigue.0.plazo: clave desconocida "plazo"',
        "plazo =",
    ),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

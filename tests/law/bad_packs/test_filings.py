"""What is filed: channels, results, and the dates that follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import Slip

PRESENTACIONES = "forms/comun/presentaciones.toml"

FIRST = '[[sigue]]\nde = ["escrito:proteccion"]'
FILE = '[[archivo]]\ncanal = "ojb"\npara = "tribunal"\nfuente = "f"\nconfianza = "U"\n\n'

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
    Slip(
        "a file for a portal that is no way of filing",
        PRESENTACIONES,
        FIRST,
        FILE + FIRST,
        'archivo.0.canal: "ojb" no es una forma de presentar ¿Quiso decir "ojv"?',
        "canal =",
    ),
    Slip(
        "a limit that nobody read",
        PRESENTACIONES,
        FIRST,
        FILE.replace("ojb", "ojv").replace("\n\n", "\nmaximo_mb = 3\n\n") + FIRST,
        'archivo.0.maximo_mb: un límite lleva "verificado" y una confianza que no sea U',
        "maximo_mb =",
    ),
    Slip(
        "an exception for a writ that is not there",
        PRESENTACIONES,
        FIRST,
        FILE.replace("ojb", "ojv").replace("\n\n", '\nsalvo = ["protecion"]\n\n') + FIRST,
        'archivo.0.salvo: no hay ningún escrito "protecion" ¿Quiso decir "proteccion"?',
        "salvo =",
    ),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

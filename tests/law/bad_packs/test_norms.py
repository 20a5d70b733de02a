"""References to norms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import END, NORMAS, REGLAS, Slip

SLIPS = (
    Slip(
        "norm that does not exist",
        REGLAS,
        '"21325:41", "21325:69"',
        '"21325:41", "21325:699"',
        'requisito.1.norma: no hay ninguna norma "21325:699" ¿Quiso decir "21325:69"?',
        "21325:699",
    ),
    Slip(
        "norm verified on no date",
        NORMAS,
        END,
        '\n["99999:1"]\nnorma = "Ley 99.999"\nconfianza = "C"\nverificado = "en abril"\n',
        "99999:1.verificado: debe ser una fecha, o un texto como 2026-02",
        "en abril",
    ),
    Slip(
        "norm without confidence",
        NORMAS,
        END,
        '\n["99999:1"]\nnorma = "Ley 99.999"\n',
        '99999:1: falta "confianza"',
        '["99999:1"]',
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

"""The calendar and its holidays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .slips import CALENDARIO, END, Slip

SLIPS = (
    Slip(
        "holiday without source",
        CALENDARIO,
        END,
        '\n[feriado.carnaval]\nnombre = "Carnaval"\nregla = "pascua"\ndesplazamiento = -47\nconfianza = "K"\n',
        'feriado.carnaval: un feriado lleva "norma" o "fuente"',
        "[feriado.carnaval]",
    ),
    Slip(
        "holiday in doubt",
        CALENDARIO,
        END,
        '\n[feriado.carnaval]\nnombre = "Carnaval"\nregla = "pascua"\ndesplazamiento = -47\nfuente = "f"\nconfianza = "U"\n',
        'feriado.carnaval.confianza: "U" no se conoce aquí',
        'confianza = "U"',
    ),
    Slip(
        "holiday on a day that does not exist",
        CALENDARIO,
        'dia = "01-01"',
        'dia = "13-01"',
        "feriado.anio_nuevo.dia: debe ser mes-día, como 06-29",
        '"13-01"',
    ),
    Slip(
        "holiday listed as no list",
        CALENDARIO,
        END,
        '\n[feriado.uno]\nnombre = "Uno"\nregla = "tabla"\nfechas = 2026-01-02\nfuente = "f"\nconfianza = "K"\n',
        "feriado.uno.fechas: debe ser una lista de fechas",
        "fechas = 2026-01-02",
    ),
    Slip("calendar without its end", CALENDARIO, "hasta = 2030-12-31", "", 'calendario: falta "hasta"', "[calendario]"),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)

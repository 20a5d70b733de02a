"""The deadlines of the dossier's cases."""

from __future__ import annotations

from datetime import date

import pytest

from konbit.reasoning.counting import deadline_state

from .terms import read

# case, deadline, fact's day, way of notice, evaluated on, expected (paths of the contract)
CASES = [
    (
        "C02",
        "nna_antes_18",
        "2009-01-10",
        None,
        "2026-11-23",
        "vence 2027-01-09 presentar_hasta 2027-01-08 estado abierto",
    ),
    (
        "C15",
        "reclamacion_141",
        "2026-11-13",
        "personal",
        "2026-11-23",
        "inicio 2026-11-13 vence 2026-11-23 presentar_hasta 2026-11-23 estado hoy",
    ),
    (
        "C16",
        "reclamacion_141",
        "2026-11-28",
        "personal",
        "2026-12-01",
        "vence 2026-12-08 presentar_hasta 2026-12-07 estado abierto",
    ),
    (
        "C17",
        "reclamacion_141",
        "2026-10-01",
        "personal",
        "2026-11-23",
        "vence 2026-10-11 presentar_hasta 2026-10-09 estado vencido",
    ),
    (
        "C18",
        "reposicion",
        "2026-10-08",
        "correo",
        "2026-10-13",
        "inicio 2026-10-11 inicio_alternativo 2026-10-14 vence 2026-10-19 alternativo 2026-10-21 presentar_hasta 2026-10-19 estado abierto",
    ),
    (
        "C19",
        "reposicion",
        "2026-09-15",
        "personal",
        "2026-09-16",
        "vence 2026-09-23 presentar_hasta 2026-09-23 estado abierto",
    ),
    ("C20", "proteccion", "2026-10-20", None, "2026-11-23", "vence 2026-11-19 estado vencido"),
    (
        "C21",
        "proteccion",
        "2026-11-08",
        None,
        "2026-11-23",
        "vence 2026-12-08 presentar_hasta 2026-12-07 estado abierto",
    ),
    (
        "C22",
        "proteccion",
        "2028-01-31",
        None,
        "2028-02-05",
        "vence 2028-03-01 presentar_hasta 2028-03-01 estado abierto",
    ),
    (
        "C23",
        "refugio_solicitud",
        "2026-11-19",
        None,
        "2026-11-23",
        "vence 2026-11-30 presentar_hasta 2026-11-30 estado abierto",
    ),
    (
        "C24",
        "refugio_solicitud",
        "2026-11-16",
        None,
        "2026-11-23",
        "vence 2026-11-25 presentar_hasta 2026-11-25 estado abierto",
    ),
    (
        "C25",
        "refugio_sur_place",
        "2026-11-17",
        None,
        "2026-11-23",
        "vence 2026-11-26 presentar_hasta 2026-11-26 estado abierto",
    ),
    ("C26", "procedimiento_6_meses", "2024-08-01", None, "2026-11-23", "vence 2025-02-01 estado vencido"),
    (
        "C26",
        "proteccion_omision",
        "2026-11-10",
        None,
        "2026-11-23",
        "vence 2026-12-10 presentar_hasta 2026-12-10 estado abierto",
    ),
    (
        "C35",
        "proteccion",
        "2026-11-18",
        None,
        "2026-11-23",
        "vence 2026-12-18 presentar_hasta 2026-12-18 estado abierto",
    ),
    ("C35", "accion_zamudio", "2026-11-18", None, "2026-11-23", "vence 2027-02-16 estado abierto"),
    (
        "C38",
        "reclamacion_141",
        "2026-11-16",
        "correo",
        "2026-11-23",
        "inicio 2026-11-16 inicio_alternativo 2026-11-19 vence 2026-11-26 alternativo 2026-11-29 presentar_hasta 2026-11-26 estado abierto",
    ),
]


@pytest.mark.parametrize(("case", "ident", "when", "medium", "on", "expected"), CASES)
def test_cases_of_the_dossier(
    case: str, ident: str, when: str, medium: str | None, on: str, expected: str
) -> None:
    reading = read(ident, when, medium)
    words = expected.split()
    for key, value in zip(words[::2], words[1::2], strict=True):
        if key == "estado":
            assert deadline_state(reading.vence, date.fromisoformat(on)) == value
        else:
            assert getattr(reading, key).isoformat() == value, (case, key)

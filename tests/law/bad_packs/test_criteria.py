"""Criteria, their versions, and what a route says of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from .pack_copy import PackCopy
from .slips import END, REGLAS, Slip, criterion

SLIPS = (
    Slip(
        "duplicate criterion",
        REGLAS,
        END,
        criterion("esta_en_chile", "en_chile", "desde = 2022-02-12"),
        'requisito.3.desde: el requisito "esta_en_chile" está dos veces para la misma fecha',
        END,
    ),
    Slip(
        "criterion that is already shared",
        "forms/prorroga/reglas.toml",
        END,
        criterion("sin_b32_5", "en_chile"),
        'requisito.4.id: el requisito "sin_b32_5" ya está en los criterios comunes',
        'id = "sin_b32_5"',
    ),
    Slip(
        "gap between versions",
        REGLAS,
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\n',
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\nhasta = 2024-01-01\n'
        + criterion("esta_en_chile", "en_chile", "desde = 2024-06-01"),
        'requisito.2.desde: el requisito "esta_en_chile" no tiene versión entre 2024-01-01 y 2024-06-01',
        "desde = 2024-06-01",
    ),
    Slip(
        "overlap of versions",
        REGLAS,
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\n',
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\nhasta = 2024-06-01\n'
        + criterion("esta_en_chile", "en_chile", "desde = 2024-01-01"),
        'requisito.2.desde: el requisito "esta_en_chile" está dos veces para la misma fecha',
        "desde = 2024-01-01",
    ),
    Slip(
        "criterion that nobody uses",
        REGLAS,
        END,
        criterion("suelto", "en_chile"),
        'ruta.requiere: el requisito "suelto" está escrito y nadie lo usa',
        "requiere = [",
    ),
    Slip(
        "criterion without a norm",
        REGLAS,
        'norma = ["21325:41"]\ndesde',
        "desde",
        'requisito.0: el requisito "es_menor_de_edad" no cita ninguna norma',
        "[[requisito]]",
    ),
    Slip(
        "route that requires what is not written",
        REGLAS,
        '"esta_en_chile"]',
        '"esta_en_chile", "sin_b32_55"]',
        'ruta.requiere: no hay ningún requisito "sin_b32_55" ¿Quiso decir "sin_b32_5"?',
        "requiere = [",
    ),
    Slip(
        "ways that are no lists",
        REGLAS,
        "requiere = [",
        "alguno = 3\nrequiere = [",
        "ruta.alguno: debe ser una lista de listas de textos",
        "alguno = 3",
    ),
    Slip(
        "unknown nature",
        REGLAS,
        '"reglada"',
        '"regalada"',
        'ruta.naturaleza: "regalada" no se conoce aquí ¿Quiso decir "reglada"?',
        "naturaleza",
    ),
    Slip(
        "legal date that is no fact",
        REGLAS,
        "requiere = [",
        'fecha_legal = "fecha_solicitud"\nrequiere = [',
        'ruta.fecha_legal: no hay ningún hecho "fecha_solicitud" ¿Quiso decir "fecha_solicitud_refugio"?',
        "fecha_legal",
    ),
    Slip(
        "dangling warning",
        REGLAS,
        'advertencias = ["defensa_primero"',
        'advertencias = ["defensa_primera"',
        'ruta.advertencias: no hay ningún advertencia "defensa_primera" ¿Quiso decir "defensa_primero"?',
        "advertencias",
    ),
    Slip(
        "dangling milestone",
        REGLAS,
        '["mayoria_edad"]',
        '["mayoria"]',
        'ruta.hitos: no hay ningún hito "mayoria" ¿Quiso decir "mayoria_edad"?',
        "hitos = ",
    ),
    Slip(
        "unknown level of a warning",
        REGLAS,
        'nivel = "rojo"',
        'nivel = "roja"',
        'advertencia.0.nivel: "roja" no se conoce aquí ¿Quiso decir "rojo"?',
        'nivel = "roja"',
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(is_one_sentence: Callable[[Slip], None], slip: Slip) -> None:
    is_one_sentence(slip)


def test_versions_that_follow_one_another_are_sound(copy: PackCopy) -> None:
    old = 'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\n'
    more = criterion("esta_en_chile", "en_chile", "desde = 2024-06-01")
    text = copy.text(REGLAS).replace(old, f"{old}hasta = 2024-06-01\n{more}", 1)
    with copy.with_file(REGLAS, text.encode("utf-8")):
        versions = copy.load().own_rules["rt_nna"].criteria["esta_en_chile"]
    assert [one.until for one in versions] == [date(2024, 6, 1), None]

"""Builds the calendar, units and deadlines of the pack straight from TOML, for tests that need no whole pack.

Strict about keys, so that the files and the schema in the docstrings of `konbit.law` cannot drift apart.
Conditions are left out: their expressions need the facts of the whole pack.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from konbit.law.deadlines import Addition, DayUnit, Deadline, NoticeEvent
from konbit.law.holidays import WEEKDAYS, EasterDay, FixedDay, HolidayLaw, HolidayRule, ListedDays
from konbit.reasoning.calendar import Calendar

COMUN = Path(__file__).resolve().parents[2] / "forms" / "comun"
COMMON_HOLIDAY_KEYS = {"nombre", "regla", "desde", "hasta", "territorio", "norma", "fuente", "confianza"}
RULE_KEYS = {
    "fija": ({"dia"}, {"mueve", "cae_en"}),
    "pascua": ({"desplazamiento"}, set()),
    "tabla": ({"fechas"}, set()),
}
UNIT_KEYS = {"nombre", "explica", "mide", "cuentan", "cuentan_feriados", "prorroga_inhabil", "norma"}
DEADLINE_REQUIRED = {
    *("nombre", "para", "cantidad", "unidad", "evento", "norma", "confianza", "si_vencido", "consejo"),
}
DEADLINE_KEYS = DEADLINE_REQUIRED | {
    *("unidad_alternativa", "cantidad_alternativa", "cantidad_de", "suma_si", "menos_dias", "ampliable_en"),
    *("prorroga_inhabil", "desde", "corre_para", "si"),
}


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((COMUN / f"{name}.toml").read_text(encoding="utf-8"))


def holiday_rule(ident: str, data: dict[str, Any]) -> HolidayRule:
    needed, allowed = RULE_KEYS[data["regla"]]
    assert needed <= set(data) <= COMMON_HOLIDAY_KEYS | needed | allowed, ident
    assert data.get("norma") or data.get("fuente"), ident
    assert data["confianza"] in {"C", "S", "K"}, ident
    match data["regla"]:
        case "fija":
            month, day = (int(part) for part in data["dia"].split("-"))
            moves = data.get("mueve", {})
            assert set(moves) <= set(WEEKDAYS)
            when = FixedDay(
                month,
                day,
                tuple(moves.get(name, 0) for name in WEEKDAYS),
                frozenset(WEEKDAYS.index(name) for name in data.get("cae_en", [])),
            )
        case "pascua":
            when = EasterDay(data["desplazamiento"])
        case _:
            when = ListedDays(tuple(data["fechas"]))
    return HolidayRule(
        id=ident,
        name=data["nombre"],
        when=when,
        since=data.get("desde"),
        until=data.get("hasta"),
        territory=tuple(data.get("territorio", [])),
        norms=tuple(data.get("norma", [])),
        source=data.get("fuente", ""),
        confidence=data["confianza"],
    )


def holiday_law() -> HolidayLaw:
    data = table("calendario")
    assert set(data) == {"calendario", "feriado"}
    head = data["calendario"]
    rules = tuple(holiday_rule(ident, one) for ident, one in data["feriado"].items())
    return HolidayLaw(head["desde"], head["hasta"], head["verificado"], rules)


def pack_calendar() -> Calendar:
    return Calendar(holiday_law())


def day_units() -> dict[str, DayUnit]:
    units: dict[str, DayUnit] = {}
    for ident, data in table("unidades").items():
        assert set(data) <= UNIT_KEYS, ident
        days = data["mide"] == "dias"
        assert days == ("cuentan" in data) == ("cuentan_feriados" in data), ident
        units[ident] = DayUnit(
            id=ident,
            name=data["nombre"],
            explanation=data["explica"],
            measure=data["mide"],
            weekdays=frozenset(WEEKDAYS.index(name) for name in data.get("cuentan", WEEKDAYS)),
            holidays_count=data.get("cuentan_feriados", True),
            moves_on=data.get("prorroga_inhabil", False),
            norms=tuple(data["norma"]),
        )
    return units


def deadlines() -> dict[str, Deadline]:
    found: dict[str, Deadline] = {}
    for ident, data in table("plazos").items():
        assert DEADLINE_REQUIRED <= set(data) <= DEADLINE_KEYS, (ident, set(data) ^ DEADLINE_KEYS)
        found[ident] = Deadline(
            id=ident,
            name=data["nombre"],
            purpose=data["para"],
            amount=data["cantidad"],
            unit=data["unidad"],
            events=tuple(_event(one) for one in data["evento"]),
            norms=tuple(data["norma"]),
            confidence=data["confianza"],
            when_late=data["si_vencido"],
            advice=data["consejo"],
            other_unit=data.get("unidad_alternativa"),
            other_amount=data.get("cantidad_alternativa"),
            amount_fact=data.get("cantidad_de"),
            additions=tuple(Addition(one["hecho"], one["cantidad"]) for one in data.get("suma_si", [])),
            days_back=data.get("menos_dias", 0),
            extensible_by=data.get("ampliable_en", 0),
            moves_on=data.get("prorroga_inhabil", False),
            runs_for=data.get("corre_para", "persona"),
        )
    return found


def _event(data: dict[str, Any]) -> NoticeEvent:
    assert {"hecho"} <= set(data) <= {"hecho", "medio", "inicio", "alternativo", "norma"}
    return NoticeEvent(
        fact=data["hecho"],
        media=tuple(data.get("medio", [])),
        start=data.get("inicio", "mismo_dia"),
        other=data.get("alternativo"),
        norms=tuple(data.get("norma", [])),
    )

"""From a cell of a sheet to what a case file would say. An empty cell is not known; it is never a no."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from konbit.errors import BadBatch
from konbit.law.facts import Fact, Kind
from konbit.law.near import did_you_mean, folded

_YES = ("si", "s", "x", "1", "true", "verdadero")
_NO = ("no", "n", "0", "false", "falso")
_NOT_KNOWN = {"no sabe": "no_sabe", "reserva": "reserva", "espera documento": "espera_documento"}
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})")


def cell_value(fact: Fact, cell: Any, column: str) -> Any:
    """What a cell says of a fact, in the form of a case file; None for an empty one. Raises BadBatch naming the column.

    Yes and no in words; days also as 24-11-2026; a choice by its id or its label; `no sabe`, `reserva` and
    `espera documento` as reasons. The case's reader checks the rest.
    """
    if isinstance(cell, bool) and fact.kind == Kind.BOOL:
        return cell
    if isinstance(cell, datetime | date):
        return _of_day(fact, cell)
    text = _text(cell)
    if not text:
        return None
    if folded(text) in _NOT_KNOWN:
        return {"motivo": _NOT_KNOWN[folded(text)]}
    match fact.kind:
        case Kind.BOOL:
            return _yes_or_no(text, column)
        case Kind.CHOICE:
            return _choice(fact, text, column)
        case Kind.CHOICES:
            return [_choice(fact, part.strip(), column) for part in re.split(r"[;,]", text) if part.strip()]
        case Kind.DATE | Kind.PARTIAL_DATE | Kind.MOMENT:
            return _day(text)
        case Kind.INTEGER | Kind.DECIMAL:
            return _number(text, column)
        case _:
            return text


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _of_day(fact: Fact, day: datetime | date) -> str:
    if fact.kind == Kind.MOMENT:
        return day.isoformat()
    return (day.date() if isinstance(day, datetime) else day).isoformat()


def _yes_or_no(text: str, column: str) -> bool:
    if folded(text) in _YES:
        return True
    if folded(text) in _NO:
        return False
    raise BadBatch("columna «{key}»: debe decir sí o no, no {value}", key=column, value=_short(text))


def _choice(fact: Fact, text: str, column: str) -> str:
    if text in fact.choices:
        return text
    for ident, label in fact.choices.items():
        if folded(text) in (folded(label), ident.replace("_", " ")):
            return ident
    raise BadBatch(
        "columna «{key}»: {value} no es una opción.{hint}",
        key=column,
        value=_short(text),
        hint=did_you_mean(text, [*fact.choices, *fact.choices.values()]),
    )


def _day(text: str) -> str:
    """Chilean days turned round; anything else is left for the case's reader to take or refuse."""
    if found := _DAY.fullmatch(text):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _MONTH.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    return text


def _number(text: str, column: str) -> int | float:
    """Chilean writing: dots between thousands, a comma before decimals."""
    plain = text.replace("$", "").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", plain):
        plain = plain.replace(".", "")
    try:
        number = float(plain.replace(",", "."))
    except ValueError:
        raise BadBatch(
            "columna «{key}»: debe ser un número, no {value}", key=column, value=_short(text)
        ) from None
    return int(number) if number == int(number) else number


def _short(text: str) -> str:
    return f'"{text if len(text) <= 30 else text[:29] + "…"}"'

"""A value as a Chilean form prints it, in Spanish: dates 10-11-2026, RUN 12.345.678-5, money $150.000.

What is not known prints nothing; only a known no prints "No".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from konbit.law.facts import UNRECORDED, Fact, Kind
from konbit.law.forms import PLAIN, Wording
from konbit.law.partial import PartialDate
from konbit.law.places import Places
from konbit.law.run import dotted
from konbit.tongues.numbers import number_text, pesos_text

YES, NO = "Sí", "No"
_PARTS = {"anio": 0, "mes": 1, "dia": 2}


def print_value(fact: Fact, value: Any, places: Places, wording: Wording = PLAIN) -> str:
    """The text of a known value of `fact` (kinds of value as in `konbit.reasoning.situation.Given`); "" for unknown.

    A part that a partial date does not have, and the choice that means "not on record", are unknown.
    """
    match fact.kind:
        case Kind.BOOL:
            return wording.texts.get("si" if value else "no", YES if value else NO)
        case Kind.CHOICE:
            return _choice(fact, str(value), wording.texts)
        case Kind.CHOICES:
            return ", ".join(filter(None, (_choice(fact, one, wording.texts) for one in value)))
        case Kind.INTEGER | Kind.DECIMAL:
            return _number(value, wording.style)
        case Kind.DATE | Kind.PARTIAL_DATE | Kind.MOMENT:
            return _date(value, wording.part)
        case Kind.RUN:
            text = _run(str(value))
            return text.replace(".", "") if wording.style == "sin_puntos" else text
        case Kind.COUNTRY:
            country = places.countries.get(str(value))
            return country.name if country else str(value)
        case Kind.COMUNA:
            comuna = places.find_comuna(str(value))
            return comuna.name if comuna else str(value)
        case Kind.TEXT | Kind.STORY | Kind.DOCUMENT:
            return str(value).strip()
        case Kind.LIST:
            return ""


def print_day(day: date) -> str:
    """A day to the day."""
    return f"{day:%d-%m-%Y}"


def _choice(fact: Fact, choice: str, texts: Mapping[str, str]) -> str:
    if choice == UNRECORDED:
        return ""
    return texts.get(choice) or fact.choices.get(choice, choice)


def _number(value: Any, style: str) -> str:
    if style == "pesos":
        return pesos_text(round(value))
    exact = Decimal(str(value))
    if exact == exact.to_integral_value():
        return number_text(int(exact))
    rounded = exact.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return number_text(rounded)


def _date(value: Any, part: str) -> str:
    if isinstance(value, datetime):
        text = value.date().isoformat()
        time = "" if part else f" {value:%H:%M}"
    else:
        text = value.text if isinstance(value, PartialDate) else value.isoformat()
        time = ""
    numbers = text.split("-")
    if part:
        place = _PARTS[part]
        return numbers[place] if place < len(numbers) else ""
    return "-".join(reversed(numbers)) + time


def _run(text: str) -> str:
    try:
        return dotted(text)
    except ValueError:
        return text

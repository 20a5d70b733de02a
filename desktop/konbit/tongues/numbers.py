"""Numbers as a Chilean document writes them, in every tongue, and Spanish cardinals in words.

The client compares the two pages, so figures and pesos look the same in Spanish and in Creole.
Words follow the RAE's Ortografía de la lengua española, "Los numerales".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

Form = Literal["suelto", "masculino", "femenino"]
"""suelto: alone ("veintiuno"); masculino: before a noun ("veintiún pesos"); femenino: "veintiuna fojas"."""

_SMALL = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
    "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
    "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_TENS = ("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "", "ciento", "doscientos", "trescientos", "cuatrocientos",
    "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos",
)  # fmt: skip
_LIMIT = 10**12


def cardinal(n: int, form: Form = "suelto") -> str:
    """The number in Spanish words, 0 ≤ n < 10^12 ("mil novecientos noventa y nueve"). Raises ValueError outside."""
    if not 0 <= n < _LIMIT:
        raise ValueError(f"no cardinal for {n}")
    millions, rest = divmod(n, 10**6)
    words: list[str] = []
    if millions:
        words.append("un millón" if millions == 1 else f"{_below_million(millions, 'masculino')} millones")
    if rest or not millions:
        words.append(_below_million(rest, form))
    return " ".join(words)


def _below_million(n: int, form: Form) -> str:
    thousands, rest = divmod(n, 1000)
    words: list[str] = []
    if thousands == 1:
        words.append("mil")
    elif thousands:
        # "doscientas treinta y un mil fojas": the hundreds agree with the noun, "un" does not.
        words.append(f"{_below_thousand(thousands, form, 'masculino')} mil")
    if rest or not thousands:
        words.append(_below_thousand(rest, form, form))
    return " ".join(words)


def _below_thousand(n: int, hundreds_form: Form, form: Form) -> str:
    hundreds, rest = divmod(n, 100)
    if n == 100:
        return "cien"
    words: list[str] = []
    if hundreds:
        word = _HUNDREDS[hundreds]
        words.append(word.removesuffix("os") + "as" if hundreds_form == "femenino" and hundreds > 1 else word)
    if rest or not hundreds:
        words.append(_below_hundred(rest, form))
    return " ".join(words)


def _below_hundred(n: int, form: Form) -> str:
    if n < 30:
        word = _SMALL[n]
    elif n % 10:
        word = f"{_TENS[n // 10]} y {_SMALL[n % 10]}"
    else:
        return _TENS[n // 10]
    if n % 10 != 1 or n == 11 or form == "suelto":
        return word
    stem = word.removesuffix("uno")
    return stem + ("una" if form == "femenino" else "ún" if n == 21 else "un")


def number_text(value: int | Decimal) -> str:
    """Dots at the thousands, a comma at the decimals: 1.234.567, -1.234,5."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"not a number: {value}")
    return (
        f"{value:,f}".translate(str.maketrans(",.", ".,")) if isinstance(value, Decimal) else _dotted(value)
    )


def _dotted(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def pesos_text(pesos: int) -> str:
    """Chilean pesos in figures: $150.000; a debt is -$150.000."""
    return f"{'-' if pesos < 0 else ''}${_dotted(abs(pesos))}"


def pesos_in_words(pesos: int) -> str:
    """Chilean pesos in words: "ciento cincuenta mil pesos", "un millón de pesos". Raises ValueError below zero."""
    words = cardinal(pesos, "masculino")
    joint = " de " if pesos and pesos % 10**6 == 0 else " "
    return f"{words}{joint}{'peso' if pesos == 1 else 'pesos'}"

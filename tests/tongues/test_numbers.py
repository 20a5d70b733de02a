"""Words of numbers against a table, and against a reader written the other way round."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konbit.tongues.numbers import Form, cardinal, number_text, pesos_in_words, pesos_text

TABLE = {
    0: "cero",
    1: "uno",
    9: "nueve",
    10: "diez",
    15: "quince",
    16: "dieciséis",
    20: "veinte",
    21: "veintiuno",
    22: "veintidós",
    23: "veintitrés",
    26: "veintiséis",
    29: "veintinueve",
    30: "treinta",
    31: "treinta y uno",
    45: "cuarenta y cinco",
    99: "noventa y nueve",
    100: "cien",
    101: "ciento uno",
    116: "ciento dieciséis",
    200: "doscientos",
    500: "quinientos",
    555: "quinientos cincuenta y cinco",
    700: "setecientos",
    900: "novecientos",
    999: "novecientos noventa y nueve",
    1_000: "mil",
    1_001: "mil uno",
    1_100: "mil cien",
    1_999: "mil novecientos noventa y nueve",
    2_000: "dos mil",
    2_026: "dos mil veintiséis",
    21_000: "veintiún mil",
    31_531: "treinta y un mil quinientos treinta y uno",
    100_000: "cien mil",
    121_021: "ciento veintiún mil veintiuno",
    500_700: "quinientos mil setecientos",
    1_000_000: "un millón",
    1_000_001: "un millón uno",
    2_300_400: "dos millones trescientos mil cuatrocientos",
    21_000_000: "veintiún millones",
    100_000_000: "cien millones",
    1_000_000_000: "mil millones",
    1_234_567_890: "mil doscientos treinta y cuatro millones quinientos sesenta y siete mil ochocientos noventa",
    999_999_999_999: "novecientos noventa y nueve mil novecientos noventa y nueve millones "
    "novecientos noventa y nueve mil novecientos noventa y nueve",
}


@pytest.mark.parametrize(("n", "words"), TABLE.items())
def test_cardinal(n: int, words: str) -> None:
    assert cardinal(n) == words


@pytest.mark.parametrize(
    ("n", "form", "words"),
    [
        (1, "masculino", "un"),
        (1, "femenino", "una"),
        (11, "masculino", "once"),
        (21, "masculino", "veintiún"),
        (21, "femenino", "veintiuna"),
        (31, "masculino", "treinta y un"),
        (31, "femenino", "treinta y una"),
        (101, "femenino", "ciento una"),
        (111, "masculino", "ciento once"),
        (221, "femenino", "doscientas veintiuna"),
        (500, "femenino", "quinientas"),
        (700, "femenino", "setecientas"),
        (900_000, "femenino", "novecientas mil"),
        (231_000, "femenino", "doscientas treinta y un mil"),
        (121_000, "masculino", "ciento veintiún mil"),
        (200_000_200, "femenino", "doscientos millones doscientas"),
    ],
)
def test_gender(n: int, form: Form, words: str) -> None:
    assert cardinal(n, form) == words


UNITS = {cardinal(n): n for n in (*range(30), *range(30, 100, 10), 100, *range(200, 1000, 100))} | {
    "ciento": 100
}


def read(words: str) -> int:
    """The value of a cardinal, summing from the left: knows nothing of how `cardinal` builds it."""
    total = part = 0
    for word in words.replace("veintiún", "veintiuno").split():
        if word == "y":
            continue
        if word == "mil":
            part = max(part, 1) * 1000 if part < 1000 else part * 1000
        elif word in ("millón", "millones"):
            total, part = total + part * 10**6, 0
        elif word == "un":
            part += 1
        else:
            part += UNITS[word]
    return total + part


@settings(deadline=None)
@given(st.integers(0, 10**9) | st.integers(0, 10**12 - 1))
def test_words_read_back(n: int) -> None:
    assert read(cardinal(n)) == n
    assert read(cardinal(n, "masculino")) == n


@pytest.mark.parametrize("n", [-1, 10**12])
def test_outside(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        cardinal(n)


@pytest.mark.parametrize(
    ("pesos", "words"),
    [
        (0, "cero pesos"),
        (1, "un peso"),
        (21, "veintiún pesos"),
        (101, "ciento un pesos"),
        (150_000, "ciento cincuenta mil pesos"),
        (1_000_000, "un millón de pesos"),
        (1_000_001, "un millón un pesos"),
        (2_500_000, "dos millones quinientos mil pesos"),
        (21_000_000, "veintiún millones de pesos"),
        (10**9, "mil millones de pesos"),
    ],
)
def test_pesos_in_words(pesos: int, words: str) -> None:
    assert pesos_in_words(pesos) == words


def test_figures() -> None:
    assert [pesos_text(n) for n in (0, 999, 1000, 150000, -150000)] == [
        "$0", "$999", "$1.000", "$150.000", "-$150.000",
    ]  # fmt: skip
    assert [number_text(n) for n in (7, 1234567, -1234)] == ["7", "1.234.567", "-1.234"]
    assert [number_text(Decimal(n)) for n in ("1234567.50", "1E+6", "-0.5")] == [
        "1.234.567,50",
        "1.000.000",
        "-0,5",
    ]
    with pytest.raises(ValueError, match="NaN"):
        number_text(Decimal("NaN"))


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_dots_stand_at_every_third_figure(n: int) -> None:
    text = number_text(n)
    assert int(text.replace(".", "")) == n
    assert all(len(group) == 3 for group in text.split(".")[1:])

"""The machine-readable zone of passports and identity cards (ICAO Doc 9303): TD1 3×30, TD2 2×36, TD3 2×44.

Weights 7-3-1 modulo 10 over digits, letters (A = 10 … Z = 35) and `<` = 0.

>>> check_digit("520727")
3
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_SHAPES = {(3, 30): "TD1", (2, 36): "TD2", (2, 44): "TD3"}
_SEX = {"F": "F", "M": "M"}
LENGTHS = frozenset(count * width for count, width in _SHAPES)
"""Letters of a whole zone, without its line breaks."""
_LETTERS = re.compile(r"[A-Z0-9<]+")


class MrzError(ValueError):
    """Text that is no machine-readable zone, or one that was read with errors; the message says where, in Spanish."""


@dataclass(frozen=True, slots=True)
class Mrz:
    """What the zone says. Country and nationality: ICAO codes (ISO 3166-1 alpha-3 but for a few). sex: F, M or empty.

    expires: None where the zone has none. doubtful: parts whose check digit does not fit. cut: the names fill their
    line to its end, where the standard cuts them off.
    """

    kind: str
    issuer: str
    number: str
    nationality: str
    surname: str
    names: str
    birth: date
    sex: str
    expires: date | None
    doubtful: tuple[str, ...]
    cut: bool


def check_digit(text: str) -> int:
    """The check digit of a stretch of the zone."""
    return sum(_value(letter) * (7, 3, 1)[place % 3] for place, letter in enumerate(text)) % 10


def _value(letter: str) -> int:
    if letter.isdigit():
        return int(letter)
    return 0 if letter == "<" else ord(letter) - ord("A") + 10


def looks_like_mrz(text: str) -> bool:
    """Whether a pasted or scanned text is worth reading as a zone."""
    flat = as_printed(text)
    return flat.count("<") >= 5 and len(flat) in LENGTHS and _LETTERS.fullmatch(flat) is not None


def as_printed(text: str) -> str:
    """The letters of a zone as the document has them, without line breaks.

    A scanner set to another keyboard than the machine's sends `;` for `<` (Shift and comma, United States against
    Latin America); programs that read pictures take two `<` for `«`.
    """
    return re.sub(r"\s", "", text.upper()).replace("«", "<<").replace("‹", "<").replace(";", "<")


def read_mrz(text: str, today: date) -> Mrz:
    """Reads a zone, with or without its line breaks. Raises MrzError.

    today: two-digit years of birth that lie after it belong to the century before.
    """
    lines = _lines(text)
    kind = _SHAPES[(len(lines), len(lines[0]))]
    if kind == "TD1":
        number, number_check, birth, rest = lines[0][5:14], lines[0][14], lines[1][:6], lines[1]
        sex, expires, nationality, names = rest[7], rest[8:14], rest[15:18], lines[2]
        birth_check, expires_check = rest[6], rest[14]
    else:
        rest = lines[1]
        number, number_check, nationality = rest[:9], rest[9], rest[10:13]
        birth, birth_check, sex, expires, expires_check = (
            rest[13:19],
            rest[19],
            rest[20],
            rest[21:27],
            rest[27],
        )
        names = lines[0][5:]
    doubtful = tuple(
        name
        for name, part, digit in (
            ("numero", number, number_check), ("nacimiento", birth, birth_check), ("vence", expires, expires_check)
        )
        if digit != str(check_digit(part)) and not (digit == "<" and not part.strip("<"))
    )  # fmt: skip
    surname, _, given = names.partition("<<")
    return Mrz(
        kind=kind,
        issuer=lines[0][2:5].strip("<"),
        number=number.rstrip("<").replace("<", ""),
        nationality=nationality.strip("<"),
        surname=_words(surname),
        names=_words(given),
        birth=_day(birth, today, past=True),
        sex=_SEX.get(sex, ""),
        expires=_day(expires, today, past=False) if expires.strip("<") else None,
        doubtful=doubtful,
        cut=not names.endswith("<"),
    )


def _lines(text: str) -> list[str]:
    flat = as_printed(text)
    if not _LETTERS.fullmatch(flat):
        raise MrzError("la zona de lectura tiene letras que no corresponden")
    for (count, width), _ in _SHAPES.items():
        if len(flat) == count * width:
            return [flat[start : start + width] for start in range(0, len(flat), width)]
    raise MrzError("la zona de lectura no tiene el largo de un pasaporte ni de una cédula")


def _words(text: str) -> str:
    return " ".join(part.capitalize() for part in text.replace("<", " ").split())


def _day(text: str, today: date, *, past: bool) -> date:
    try:
        year, month, day = int(text[:2]), int(text[2:4]), int(text[4:6])
        century = today.year - today.year % 100
        found = date(century + year, month, day)
    except ValueError:
        raise MrzError("la zona de lectura tiene una fecha que no existe") from None
    if past and found > today:
        return found.replace(year=found.year - 100)
    return found

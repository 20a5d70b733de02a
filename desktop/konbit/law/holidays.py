"""What a calendar of legal holidays is made of: one rule per holiday, dated and sourced.

The pack's `forms/comun/calendario.toml` holds one header and one table per holiday:

    [calendario]                      # which years were checked against the law
    desde = 2018-01-01  hasta = 2030-12-31  verificado = 2026-04-24

    [feriado.san_pedro]
    nombre = "San Pedro y San Pablo"
    regla = "fija"                    # fija | pascua | tabla
    dia = "06-29"                     # fija: month-day
    mueve = { martes = -1, viernes = 3 }   # fija: days to move when the date falls on that weekday
    cae_en = ["lunes"]                # fija: a holiday only in years when the date falls on these weekdays
    desplazamiento = -2               # pascua: days from Easter Sunday
    fechas = [2024-06-20]             # tabla: exactly these days
    desde = 2021-06-19  hasta = …     # first and last day on which the rule can yield a holiday
    territorio = ["15"]               # CUT codes: region (2 digits), province (3) or comuna (5); absent = all Chile
    norma = ["ley:articulo"]  fuente = "…"  confianza = "C"

Required: nombre, regla, confianza (C, S or K), and the key of the rule (`dia`, `desplazamiento` or `fechas`); `fuente`
where `norma` is empty; a key of another rule is an error. Confidence U is not accepted here: a holiday makes a term
longer, and doubt must never do that. `mueve` and `cae_en` speak of the weekday of the plain date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

WEEKDAYS: Final = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
"""Weekday ids of the pack in the order of `date.weekday()`."""


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The same month and day every year, perhaps moved, perhaps only on some weekdays.

    moves: days to add for each weekday of the plain date, Monday first (seven whole numbers).
    only_on: weekdays (Monday = 0) of the plain date that make it a holiday; empty = any.
    """

    month: int
    day: int
    moves: tuple[int, int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0, 0)
    only_on: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class EasterDay:
    """A day at a fixed distance from Easter Sunday (Gregorian), in days; Good Friday is -2."""

    offset: int


@dataclass(frozen=True, slots=True)
class ListedDays:
    """Exactly these days: elections, the solstice, holidays made for one year."""

    dates: tuple[date, ...]


When = FixedDay | EasterDay | ListedDays


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """One holiday of the law.

    name: Spanish, shown to people. since, until: both inclusive, None = open.
    territory: CUT code prefixes (2 = region, 3 = province, 5 = comuna); empty = the whole country.
    norms: ids of normas.toml. source: the law in words where it has no id. confidence: C, S or K.
    """

    id: str
    name: str
    when: When
    since: date | None = None
    until: date | None = None
    territory: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    source: str = ""
    confidence: Literal["C", "S", "K"] = "C"


@dataclass(frozen=True, slots=True)
class HolidayLaw:
    """All rules, and the days between which somebody checked that no holiday is missing."""

    covers_from: date
    covers_to: date
    verified: date
    rules: tuple[HolidayRule, ...]

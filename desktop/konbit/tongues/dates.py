"""Dates as people read them, in Spanish, Creole and English.

The names are ours: Babel and Qt both claim to know `ht` and print French ("22 novembre"). Creole months and
weekdays are those of glibc's ht_HT locale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from konbit.tongues.numbers import cardinal, number_text


@dataclass(frozen=True, slots=True)
class _Names:
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: tuple[str, str]


_NAMES = MappingProxyType(
    {
        "es": _Names(
            (
                "enero",
                "febrero",
                "marzo",
                "abril",
                "mayo",
                "junio",
                "julio",
                "agosto",
                "septiembre",
                "octubre",
                "noviembre",
                "diciembre",
            ),
            ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
            ("día", "días"),
        ),
        "ht": _Names(
            (
                "janvye",
                "fevriye",
                "mas",
                "avril",
                "me",
                "jen",
                "jiyè",
                "out",
                "septanm",
                "oktòb",
                "novanm",
                "desanm",
            ),
            ("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"),
            ("jou", "jou"),
        ),
        "en": _Names(
            (
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ),
            ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            ("day", "days"),
        ),
    }
)


def _names(tongue: str) -> _Names:
    try:
        return _NAMES[tongue]
    except KeyError:
        raise ValueError(f"no dates in «{tongue}»; there are: {', '.join(_NAMES)}") from None


def date_text(d: date, tongue: str) -> str:
    """ "22 de noviembre de 2026", "22 novanm 2026", "22 November 2026"; the first of a month in Creole is "premye"."""
    return partial_date_text(d.year, d.month, d.day, tongue)


def weekday_date(d: date, tongue: str) -> str:
    """ "domingo 22 de noviembre de 2026", "dimanch 22 novanm 2026", "Sunday 22 November 2026"."""
    return f"{weekday_name(d, tongue)} {date_text(d, tongue)}"


def weekday_name(d: date, tongue: str) -> str:
    """ "domingo", "dimanch", "Sunday"."""
    return _names(tongue).weekdays[d.weekday()]


def month_name(month: int, tongue: str) -> str:
    """The name of month 1–12. Raises ValueError outside."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return _names(tongue).months[month - 1]


def partial_date_text(year: int, month: int | None, day: int | None, tongue: str) -> str:
    """A date known to the day, the month or the year only: "junio de 2018", "jen 2018", "2018".

    Raises ValueError: no such day, or a day without its month.
    """
    _names(tongue)
    if month is None:
        if day is not None:
            raise ValueError("a day without its month")
        return str(year)
    name = month_name(month, tongue)
    of = " de " if tongue == "es" else " "
    if day is None:
        return f"{name}{of}{year}"
    date(year, month, day)
    number = "premye" if tongue == "ht" and day == 1 else str(day)
    return f"{number}{of}{name}{of}{year}"


def numeric_date(d: date) -> str:
    """dd-mm-yyyy, "22-11-2026": as Chilean papers write it, the same in every tongue, four digits of year always."""
    return f"{d.day:02d}-{d.month:02d}-{d.year:04d}"


def day_span(days: int, tongue: str) -> str:
    """A length in days: "1 día", "15 días", "15 jou", "1 day". Raises ValueError below zero."""
    if days < 0:
        raise ValueError(f"no span of {days} days")
    one, many = _names(tongue).day
    return f"{number_text(days)} {one if days == 1 else many}"


def date_in_words_es(d: date) -> str:
    """For writs: "veintidós de noviembre de dos mil veintiséis", "primero de enero de …"."""
    day = "primero" if d.day == 1 else cardinal(d.day)
    return f"{day} de {month_name(d.month, 'es')} de {cardinal(d.year)}"

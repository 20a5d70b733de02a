"""Names of days and months and whole dates, in every tongue (Qt's and Babel's Creole dates are French)."""

from __future__ import annotations

from datetime import date

from konbit.window.tongue import Said, Words


def months(words: Words) -> tuple[Said, ...]:
    """January first."""
    return (
        words("ui.date.month_1", "enero"),
        words("ui.date.month_2", "febrero"),
        words("ui.date.month_3", "marzo"),
        words("ui.date.month_4", "abril"),
        words("ui.date.month_5", "mayo"),
        words("ui.date.month_6", "junio"),
        words("ui.date.month_7", "julio"),
        words("ui.date.month_8", "agosto"),
        words("ui.date.month_9", "septiembre"),
        words("ui.date.month_10", "octubre"),
        words("ui.date.month_11", "noviembre"),
        words("ui.date.month_12", "diciembre"),
    )


def short_months(words: Words) -> tuple[Said, ...]:
    """January first, for a day tile."""
    return (
        words("ui.date.month_short_1", "ene"),
        words("ui.date.month_short_2", "feb"),
        words("ui.date.month_short_3", "mar"),
        words("ui.date.month_short_4", "abr"),
        words("ui.date.month_short_5", "may"),
        words("ui.date.month_short_6", "jun"),
        words("ui.date.month_short_7", "jul"),
        words("ui.date.month_short_8", "ago"),
        words("ui.date.month_short_9", "sep"),
        words("ui.date.month_short_10", "oct"),
        words("ui.date.month_short_11", "nov"),
        words("ui.date.month_short_12", "dic"),
    )


def weekdays(words: Words) -> tuple[Said, ...]:
    """Monday first."""
    return (
        words("ui.date.weekday_1", "lunes"),
        words("ui.date.weekday_2", "martes"),
        words("ui.date.weekday_3", "miércoles"),
        words("ui.date.weekday_4", "jueves"),
        words("ui.date.weekday_5", "viernes"),
        words("ui.date.weekday_6", "sábado"),
        words("ui.date.weekday_7", "domingo"),
    )


def short_weekdays(words: Words) -> tuple[Said, ...]:
    """Monday first, for a day tile."""
    return (
        words("ui.date.weekday_short_1", "lun"),
        words("ui.date.weekday_short_2", "mar"),
        words("ui.date.weekday_short_3", "mié"),
        words("ui.date.weekday_short_4", "jue"),
        words("ui.date.weekday_short_5", "vie"),
        words("ui.date.weekday_short_6", "sáb"),
        words("ui.date.weekday_short_7", "dom"),
    )


def full_date(words: Words, day: date) -> Said:
    """«jueves 10 de diciembre de 2026» · "jedi 10 desanm 2026". The first of a month has its own form in Creole."""
    weekday, month = weekdays(words)[day.weekday()], months(words)[day.month - 1]
    if day.day == 1:
        return words(
            "ui.date.full_first",
            "{weekday} 1 de {month} de {year}",
            weekday=weekday,
            month=month,
            year=day.year,
        )
    return words(
        "ui.date.full",
        "{weekday} {day} de {month} de {year}",
        weekday=weekday,
        day=day.day,
        month=month,
        year=day.year,
    )


def partial_date(words: Words, iso: str) -> Said:
    """`2018`, `2018-06` or a whole date (ISO), said in full: a volunteer reads back what was understood."""
    parts = [int(part) for part in iso.split("-")]
    match parts:
        case [year]:
            return words("ui.date.only_year", "en algún momento de {year}", year=year)
        case [year, month]:
            return words("ui.date.year_month", "{month} de {year}", month=months(words)[month - 1], year=year)
        case [year, month, day]:
            return full_date(words, date(year, month, day))
    raise ValueError(f"not a date of one to three parts: {iso!r}")

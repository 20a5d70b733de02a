"""Texts of the pack on screen: looked up by their Spanish, in the one or two tongues of the window."""

from __future__ import annotations

from datetime import date, datetime

from konbit.law.partial import PartialDate
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.dates import date_text, partial_date_text, weekday_date
from konbit.window.parts.lettering import Say
from konbit.window.tongue import Said, Words


def of_pack(spanish: str) -> Say:
    """A text of the pack (a question, a reason, a warning), in the tongues that are spoken."""

    def say(words: Words) -> Said:
        second = _in(words, words.second, spanish) if words.second else ""
        return Said(_in(words, words.first, spanish), second, words.first, words.second)

    return say


def of_fault(template: str, **fields: object) -> Say:
    """The sentence of a fault, in the tongues that are spoken."""

    def say(words: Words) -> Said:
        second = _in(words, words.second, template, **fields) if words.second else ""
        return Said(_in(words, words.first, template, **fields), second, words.first, words.second)

    return say


def day_in_words(when: date | datetime | PartialDate, *, weekday: bool = False) -> Say:
    """A date written out in each tongue; of a moment, its hour too."""

    def say(words: Words) -> Said:
        second = _day(when, words.second, weekday) if words.second else ""
        return Said(_day(when, words.first, weekday), second, words.first, words.second)

    return say


def _in(words: Words, tongue: str, spanish: str, **fields: object) -> str:
    catalogue = words.catalogue(tongue)
    spoken = catalogue if isinstance(catalogue, Catalogue) else Catalogue("es")
    return spoken.anywhere(spanish, **fields)


def _day(when: date | datetime | PartialDate, tongue: str, weekday: bool) -> str:
    if isinstance(when, PartialDate):
        if when.exact:
            return date_text(when.earliest, tongue)
        parts = [int(part) for part in when.text.split("-")]
        return partial_date_text(parts[0], parts[1] if len(parts) > 1 else None, None, tongue)
    day = when.date() if isinstance(when, datetime) else when
    text = weekday_date(day, tongue) if weekday else date_text(day, tongue)
    return f"{text}, {when:%H:%M}" if isinstance(when, datetime) else text

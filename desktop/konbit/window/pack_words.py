"""Texts of the pack on screen: looked up by their Spanish, in the one or two tongues of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from konbit.errors import KonbitError
from konbit.law.partial import PartialDate
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.dates import date_text, partial_date_text, weekday_date
from konbit.tongues.faults import fault_sentence
from konbit.window.parts.lettering import Say
from konbit.window.tongue import Said, Words

_PLACE = "{file}: {key}: "
"""How the sentence of a fault in a case file begins; on screen the question itself says where."""


def of_pack(spanish: str) -> Say:
    """A text of the pack (a question, a reason, a warning), in the tongues that are spoken."""

    def say(words: Words) -> Said:
        second = _in(words, words.second, spanish) if words.second else ""
        return Said(_in(words, words.first, spanish), second, words.first, words.second)

    return say


def of_fault(fault: KonbitError) -> Say:
    """The sentence of a fault, in the tongues that are spoken: its labels and hints too."""

    def say(words: Words) -> Said:
        second = fault_sentence(fault, _spoken(words, words.second)) if words.second else ""
        return Said(fault_sentence(fault, _spoken(words, words.first)), second, words.first, words.second)

    return say


def in_own_words(fault: KonbitError) -> Say:
    """What is wrong with an answer, without file and key, with the labels it names in each tongue.

    «{file}: {key}: no es un día que exista: "31-02"» is said «No es un día que exista: "31-02"».
    """
    template = fault.template if fault.template.startswith(_PLACE) else f"{_PLACE}{fault.template}"

    def say_in(words: Words, tongue: str) -> str:
        fields = {
            name: _in(words, tongue, value)
            if isinstance(value, str) and name in ("label", "other")
            else value
            for name, value in fault.fields.items()
        }
        told = _in(words, tongue, template, **{**fields, "file": "", "key": ""})
        told = told.removeprefix(": : ").strip()
        return told[:1].upper() + told[1:]

    def say(words: Words) -> Said:
        second = say_in(words, words.second) if words.second else ""
        return Said(say_in(words, words.first), second, words.first, words.second)

    return say


def listed(items: Iterable[Say], between: str = ", ") -> Say:
    """Several sayings in one line, in each tongue."""
    kept = tuple(items)

    def say(words: Words) -> Said:
        said = [one(words) for one in kept]
        second = between.join(one.beside or str(one) for one in said) if words.second else ""
        return Said(between.join(str(one) for one in said), second, words.first, words.second)

    return say


def is_draft(words: Words, texts: Mapping[str, str]) -> bool:
    """Whether the Creole of any of these texts (id to Spanish) was read by no native speaker yet."""
    catalogue = words.catalogue("ht")
    if not isinstance(catalogue, Catalogue):
        return False
    return catalogue.weakest((spanish, ident) for ident, spanish in texts.items() if spanish) != "native"


def day_in_words(when: date | datetime | PartialDate, *, weekday: bool = False) -> Say:
    """A date written out in each tongue; of a moment, its hour too."""

    def say(words: Words) -> Said:
        second = _day(when, words.second, weekday) if words.second else ""
        return Said(_day(when, words.first, weekday), second, words.first, words.second)

    return say


def _in(words: Words, tongue: str, spanish: str, **fields: object) -> str:
    return _spoken(words, tongue).anywhere(spanish, **fields)


def _spoken(words: Words, tongue: str) -> Catalogue:
    catalogue = words.catalogue(tongue)
    return catalogue if isinstance(catalogue, Catalogue) else Catalogue("es")


def _day(when: date | datetime | PartialDate, tongue: str, weekday: bool) -> str:
    if isinstance(when, PartialDate):
        if when.exact:
            return date_text(when.earliest, tongue)
        parts = [int(part) for part in when.text.split("-")]
        return partial_date_text(parts[0], parts[1] if len(parts) > 1 else None, None, tongue)
    day = when.date() if isinstance(when, datetime) else when
    text = weekday_date(day, tongue) if weekday else date_text(day, tongue)
    return f"{text}, {when:%H:%M}" if isinstance(when, datetime) else text

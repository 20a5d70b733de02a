"""What a person answered, in words: choices by their labels, dates written out, places by name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from konbit.law.facts import Fact, Kind
from konbit.law.pack import Pack
from konbit.law.partial import PartialDate
from konbit.tongues.numbers import number_text
from konbit.window.pack_words import day_in_words, listed, of_pack
from konbit.window.parts.lettering import Say, fixed
from konbit.window.tongue import Said, Words


def value(pack: Pack, fact: Fact, given: object) -> Say:
    """A known value of a fact."""
    match given:
        case bool():
            return yes if given else no
        case PartialDate() | datetime() | date():
            return day_in_words(given)
        case str() if given in fact.choices:
            return of_pack(fact.choices[given])
        case str() if fact.kind == Kind.COMUNA and given in pack.places.comunas:
            return fixed(pack.places.comunas[given].name)
        case str() if fact.kind == Kind.COUNTRY and given in pack.places.countries:
            country = pack.places.countries[given]
            return fixed(country.name, country.name_ht)
        case str():
            return fixed(given)
        case tuple() if fact.kind == Kind.LIST:
            return rows(len(given))
        case tuple() | list():
            return listed([of_pack(fact.choices.get(str(one), str(one))) for one in given])
        case int():
            return fixed(number_text(given))
        case float():
            return fixed(number_text(int(given)) if given == int(given) else f"{given:.1f}".replace(".", ","))
        case _:
            return fixed(str(given))


def answer(pack: Pack, ident: str, given: object) -> Say:
    """«Fecha de la solicitud: 1 de agosto de 2024»."""
    label, told = of_pack(pack.facts[ident].label), value(pack, pack.facts[ident], given)
    return lambda words: words("ui.answer.known", "{label}: {value}", label=label(words), value=told(words))


def not_known(pack: Pack, ident: str) -> Say:
    """A fact that a criterion reads and nobody knows."""
    label = of_pack(pack.facts[ident].label)
    return lambda words: words("ui.answer.unknown", "{label}: no se sabe todavía", label=label(words))


def labels(pack: Pack, idents: Collection[str]) -> Say:
    """Facts by their short names."""
    return listed([of_pack(pack.facts[ident].label) for ident in idents])


def yes(words: Words) -> Said:
    """An answer to a yes or no question."""
    return words("ui.answer.yes", "Sí")


def no(words: Words) -> Said:
    """An answer to a yes or no question."""
    return words("ui.answer.no", "No")


def rows(count: int) -> Say:
    """How many rows a list has."""
    if not count:
        return lambda words: words("ui.answer.rows_none", "ninguno")
    return lambda words: words("ui.answer.rows", "en la lista: {count}", count=count)

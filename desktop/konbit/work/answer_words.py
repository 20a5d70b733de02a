"""What a person answered, in words of both tongues: choices by their labels, dates written out, text as typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from konbit.law.facts import Fact, Kind
from konbit.law.partial import PartialDate
from konbit.papers.sheet.pieces import Two
from konbit.tongues.numbers import number_text
from konbit.work.two_tongues import TwoTongues


def value_words(both: TwoTongues, fact: Fact, value: Any) -> Two:
    """A known value of a fact."""
    places = both.pack.places
    match value:
        case bool():
            return both.say("ui.answer.yes", "Sí") if value else both.say("ui.answer.no", "No")
        case PartialDate() | datetime() | date():
            return both.day(value)
        case str() if value in fact.choices:
            return both.of_pack(fact.choices[value])
        case str() if fact.kind == Kind.COMUNA and value in places.comunas:
            return Two.same(places.comunas[value].name)
        case str() if fact.kind == Kind.COUNTRY and value in places.countries:
            country = places.countries[value]
            return Two(country.name, country.name_ht or country.name)
        case str():
            return Two.same(value)
        case tuple() | list():
            rows = cast("Sequence[Any]", value)
            if fact.kind == Kind.LIST:
                return both.say("ui.answer.rows", "en la lista: {count}", count=len(rows))
            told = [both.of_pack(fact.choices.get(str(one), str(one))) for one in rows]
            return Two(", ".join(one.es for one in told), ", ".join(one.ht for one in told))
        case int():
            return Two.same(number_text(value))
        case float():
            whole = number_text(int(value)) if value.is_integer() else f"{value:.1f}".replace(".", ",")
            return Two.same(whole)
        case _:
            return Two.same(str(value))


def answer_words(both: TwoTongues, ident: str, value: Any) -> Two:
    """«Fecha de la solicitud: jueves 1 de agosto de 2024»."""
    fact = both.pack.facts[ident]
    label, told = both.of_pack(fact.label), value_words(both, fact, value)
    return both.say("ui.answer.known", "{label}: {value}", label=label, value=told)


def unknown_answer(both: TwoTongues, ident: str) -> Two:
    """A fact that is read and that nobody knows."""
    label = both.of_pack(both.pack.facts[ident].label)
    return both.say("ui.answer.unknown", "{label}: no se sabe todavía", label=label)

"""A fact of the pack as a question on screen, and its answer as the boxes take it."""

from __future__ import annotations

from datetime import datetime

from konbit.case.answers import Answer, NotKnown
from konbit.law.facts import Fact
from konbit.law.facts import Kind as FactKind
from konbit.law.partial import PartialDate
from konbit.law.places import Places
from konbit.window.pack_words import is_draft, of_pack
from konbit.window.parts.answer import Choice
from konbit.window.parts.lettering import nothing
from konbit.window.parts.picker import Option
from konbit.window.parts.question import Kind, Question
from konbit.window.parts.unknown_row import WAYS
from konbit.window.tongue import Words

_KINDS: dict[FactKind, Kind] = {
    FactKind.BOOL: Kind.YES_NO,
    FactKind.CHOICE: Kind.CHOICE,
    FactKind.CHOICES: Kind.CHOICES,
    FactKind.INTEGER: Kind.NUMBER,
    FactKind.DECIMAL: Kind.DECIMAL,
    FactKind.TEXT: Kind.TEXT,
    FactKind.STORY: Kind.RELATO,
    FactKind.DATE: Kind.DAY,
    FactKind.PARTIAL_DATE: Kind.DATE,
    FactKind.MOMENT: Kind.MOMENT,
    FactKind.RUN: Kind.RUN,
    FactKind.DOCUMENT: Kind.TEXT,
    FactKind.COUNTRY: Kind.PICK,
    FactKind.COMUNA: Kind.PICK,
    FactKind.LIST: Kind.CHOICES,
}
"""A list has a card of its own (`list_card`)."""


def question_of(words: Words, places: Places, fact: Fact) -> Question:
    """What is asked, what helps, why, and what to say; all of it the pack's own text."""
    base = f"hecho.{fact.id}"
    texts = {f"{base}.pregunta": fact.question, f"{base}.ayuda": fact.help, f"{base}.por_que": fact.why}
    texts |= {f"{base}.opcion.{ident}": text for ident, text in fact.choices.items()}
    return Question(
        id=fact.id,
        kind=_KINDS[fact.kind],
        label=of_pack(fact.question),
        hint=of_pack(fact.help) if fact.help else nothing,
        choices=tuple(Choice(ident, of_pack(text)) for ident, text in fact.choices.items()),
        options=options_of(places, fact),
        ways=ways_of(fact),
        why=of_pack(fact.why) if fact.why else nothing,
        aloud=of_pack(fact.script) if fact.script else nothing,
        draft=is_draft(words, texts),
    )


def ways_of(fact: Fact) -> tuple[str, ...]:
    """The ways of not knowing that a fact allows."""
    return tuple(way for way in WAYS if way not in fact.without)


def options_of(places: Places, fact: Fact) -> tuple[Option, ...]:
    """Comunas or countries, found under any of their names."""
    match fact.kind:
        case FactKind.COMUNA:
            return tuple(Option(one.code, one.name) for one in places.comunas.values())
        case FactKind.COUNTRY:
            return tuple(
                Option(one.code, one.name, tuple(name for name in (one.name_ht, one.code) if name))
                for one in places.countries.values()
            )
        case _:
            return ()


def raw_of(answer: Answer | None) -> object:
    """A known answer as the boxes take it; None where there is none."""
    if answer is None or not answer.known:
        return None
    value = answer.value
    match value:
        case PartialDate():
            return value.text
        case datetime():
            return value.isoformat(timespec="minutes")
        case tuple():
            return [str(one) for one in value]
        case _:
            return value


def way_of(answer: Answer | None) -> str:
    """The way of not knowing that was marked, or ""."""
    if answer is None or answer.unknown in (None, NotKnown.NOT_ASKED):
        return ""
    return str(answer.unknown)

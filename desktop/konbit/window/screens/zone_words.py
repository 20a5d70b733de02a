"""What is said beside each field that was read from a passport, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator

from konbit.case.answers import Source
from konbit.law.pack import Pack
from konbit.window.pack_words import in_own_words, listed
from konbit.window.parts.answer import Choice
from konbit.window.parts.lettering import Say
from konbit.window.parts.signs import Sign
from konbit.window.screens import value_words
from konbit.window.tongue import Said, Words
from konbit.work.identify import ZoneField


def choice_of(pack: Pack, field: ZoneField) -> Choice:
    """A field as something to mark: what was read, and all there is to say against it."""
    sign = Sign.TRIANGLE if field.problem or field.doubtful else None
    return Choice(
        field.fact,
        value_words.answer(pack, field.fact, field.value),
        listed(_notes(pack, field), " "),
        sign,
    )


def _notes(pack: Pack, field: ZoneField) -> Iterator[Say]:
    if field.problem is not None:
        fault = in_own_words(field.problem)
        yield lambda words: words("ui.zone.cannot", "No se puede guardar: {fault}.", fault=fault(words))
        return
    if field.doubtful:
        yield _doubtful
    if field.cut:
        yield _cut
    if field.shared:
        yield _shared
    if field.standing is not None:
        yield _agrees if field.agrees else _differs(pack, field)


def _differs(pack: Pack, field: ZoneField) -> Say:
    assert field.standing is not None
    value = value_words.value(pack, pack.facts[field.fact], field.standing.value)
    if field.standing.source == Source.DOCUMENT:
        return lambda words: words(
            "ui.zone.replaces",
            "De otro documento se tenía: {value}. Si marca esto, cuenta este documento.",
            value=value(words),
        )
    return lambda words: words(
        "ui.zone.differs",
        "Distinto de lo dicho: {value}. Quedan los dos; cuenta el documento.",
        value=value(words),
    )


def _agrees(words: Words) -> Said:
    return words("ui.zone.agrees", "Igual a lo que ya estaba.")


def _doubtful(words: Words) -> Said:
    return words(
        "ui.zone.doubtful", "El dígito de control no calza: compárelo con el documento antes de marcarlo."
    )


def _cut(words: Words) -> Said:
    return words("ui.zone.cut", "Puede estar cortado: compárelo con el documento.")


def _shared(words: Words) -> Said:
    return words("ui.zone.shared", "La zona no dice dónde termina el primer apellido: compárelo.")

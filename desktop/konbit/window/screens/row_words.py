"""A row of a list in one line: what is known of it, in the order of the pack."""

from __future__ import annotations

from konbit.law.facts import Kind
from konbit.window.pack_words import listed, of_pack
from konbit.window.parts.lettering import Say
from konbit.window.screens import value_words
from konbit.window.tongue import Said, Words
from konbit.work import case_rows
from konbit.work.interview import Interview

_SHOWN = 4


def row_in_words(interview: Interview, list_id: str, row: str) -> Say:
    """«Naïma Desrosiers, 20 de mayo de 2018, Chile»; of a yes or no, its label and the answer."""
    pack = interview.office.pack
    told: list[Say] = []
    for name in pack.items_of(list_id):
        answer = case_rows.answer_in_row(interview, list_id, row, name)
        if answer is None or not answer.known or len(told) == _SHOWN:
            continue
        fact = pack.facts[name]
        say = value_words.value(pack, fact, answer.value)
        told.append(_labelled(of_pack(fact.label), say) if fact.kind in (Kind.BOOL, Kind.INTEGER) else say)
    return listed(told) if told else _nothing_yet


def _labelled(label: Say, say: Say) -> Say:
    return lambda words: words("ui.answer.known", "{label}: {value}", label=label(words), value=say(words))


def _nothing_yet(words: Words) -> Said:
    return words("ui.list.nothing_yet", "sin datos todavía")

"""What must be put right before going on: faults of the boxes, and questions nobody answered."""

from __future__ import annotations

from collections.abc import Sequence

from konbit.window.pack_words import of_pack
from konbit.window.parts.error_summary import Wrong
from konbit.window.parts.lettering import Say
from konbit.window.screens.ask_card import AskCard
from konbit.window.screens.asked import Asked
from konbit.window.screens.fact_question import raw_of, ways_of
from konbit.window.screens.interview_words import kept_blank, needed, of_question, unanswered
from konbit.work.interview import Interview


def faults_of(now: Interview, asked: Asked, cards: Sequence[AskCard]) -> list[Wrong]:
    """The faults of the cards in sight, each shown at its own box too."""
    found: list[Wrong] = []
    for card in cards:
        card.remind(None)
        fact, problem, reply = card.question.id, card.problem(), card.reply()
        if problem is None and not reply.way and reply.value in (None, []):
            problem = _of_blank(now, asked, card)
        card.reveal()
        if problem is not None:
            found.append(Wrong(fact, of_question(of_pack(now.office.pack.facts[fact].label), problem)))
    return found


def _of_blank(now: Interview, asked: Asked, card: AskCard) -> Say:
    """A blank box deletes nothing: the answer there was comes back, and is said to have stayed."""
    standing = asked.answer_of(now, card.question.id)
    if standing is not None and standing.known:
        card.ask(card.question, raw_of(standing))
        card.remind(kept_blank)
        return kept_blank
    return unanswered if ways_of(now.office.pack.facts[card.question.id]) else needed

"""From a reply on screen to the next state of the interview; and what an edit would do before it is kept."""

from __future__ import annotations

from datetime import datetime

from konbit.case.answers import NotKnown
from konbit.window.parts.question import Reply
from konbit.window.screens.asked import Asked
from konbit.window.screens.fact_question import way_of
from konbit.work.interview import Interview
from konbit.work.what_if import Consequences, consequences


def with_reply(asked: Asked, now: Interview, reply: Reply, when: datetime) -> Interview | None:
    """The interview with a reply, or None when it says nothing new. Raises BadCase when it cannot be.

    An empty box is no reply. Taking back a mark (a way of not knowing, the last of several choices) is an act.
    """
    fact, standing = reply.question, asked.answer_of(now, reply.question)
    if reply.way:
        return (
            None if way_of(standing) == reply.way else asked.not_known(now, fact, NotKnown(reply.way), when)
        )
    if reply.value in (None, []):
        emptied = reply.value == [] and standing is not None and standing.known
        return asked.withdrawn(now, fact, when) if way_of(standing) or emptied else None
    made = asked.answered(now, fact, reply.value, when)
    answer = asked.answer_of(made, fact)
    same = standing is not None and standing.known and answer is not None and answer.value == standing.value
    return None if same else made


def what_an_edit_does(now: Interview, made: Interview, fact: str) -> Consequences | None:
    """What changing an answer that stands would change; None where there was none."""
    if now.answer_of(fact) is None:
        return None
    answer = made.answer_of(fact)
    new = answer.value if answer is not None and answer.known else None
    return consequences(now.office, now.case, now.today, {fact: new}, person=now.person)

"""The answers to a list everybody is asked: marks, the act for the rest, a way of not knowing for the rest."""

from __future__ import annotations

from collections.abc import Callable

from konbit.case.answers import NotKnown
from konbit.window.screens.none_card import NoneCard
from konbit.window.session import Session
from konbit.work.interview import Interview


class BarAsking:
    """Keeps what is said on a NoneCard. facts: those on it now. take: keeps the next state of the interview."""

    def __init__(
        self,
        card: NoneCard,
        session: Session,
        facts: Callable[[], tuple[str, ...]],
        take: Callable[[Interview], None],
    ) -> None:
        self._card, self._session, self._facts, self._take = card, session, facts, take
        card.marked.connect(self._mark)
        card.rest.connect(self._rest)
        card.way.connect(self._way)

    def bind(self, now: Interview, block: str) -> None:
        """Shows the questions of a block."""
        pack, names = now.office.pack, self._facts()
        self._card.ask(
            pack.blocks[block],
            [pack.facts[name] for name in names],
            {name: now.answer_of(name) for name in names},
        )

    @property
    def _now(self) -> Interview:
        assert self._session.interview is not None
        return self._session.interview

    def _is_yes(self, now: Interview, fact: str) -> bool:
        answer = now.answer_of(fact)
        return answer is not None and answer.known and answer.value is True

    def _mark(self, fact: str, yes: bool) -> None:
        when = self._session.moment()
        self._keep(self._now.answered(fact, True, when) if yes else self._now.withdrawn(fact, when))

    def _rest(self, said: bool) -> None:
        made, when = self._now, self._session.moment()
        for fact in self._facts():
            if self._is_yes(made, fact):
                continue
            if said:
                made = made.answered(fact, False, when)
            elif made.answer_of(fact) is not None:
                made = made.withdrawn(fact, when)
        self._keep(made)

    def _way(self, way: str) -> None:
        made, when = self._now, self._session.moment()
        for fact in self._facts():
            if not self._is_yes(made, fact):
                made = made.not_known(fact, NotKnown(way), when) if way else made.withdrawn(fact, when)
        self._keep(made)

    def _keep(self, made: Interview) -> None:
        self._card.follow({name: made.answer_of(name) for name in self._facts()})
        self._take(made)

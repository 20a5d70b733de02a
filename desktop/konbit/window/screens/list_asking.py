"""The rows of a list question: one more, none, out with one; a row itself is asked question by question."""

from __future__ import annotations

from collections.abc import Callable

from konbit.case.answers import NotKnown
from konbit.window.screens.fact_question import question_of, way_of
from konbit.window.screens.list_card import Line, ListCard
from konbit.window.screens.row_words import row_in_words
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work import case_rows
from konbit.work.interview import Interview


class ListAsking:
    """Keeps what is said on a ListCard. ask_row: asks the facts of a row. take: keeps the interview's next state."""

    def __init__(
        self,
        words: Words,
        card: ListCard,
        session: Session,
        take: Callable[[Interview], None],
        ask_row: Callable[[str, str], None],
    ) -> None:
        self._words, self._card, self._session, self._take, self._ask_row = (
            words,
            card,
            session,
            take,
            ask_row,
        )
        self._list = ""
        card.more.connect(self._more)
        card.none.connect(self._none)
        card.change.connect(lambda row: self._ask_row(self._list, row))
        card.remove.connect(self._remove)
        card.way.connect(self._way)

    @property
    def _now(self) -> Interview:
        assert self._session.interview is not None
        return self._session.interview

    def bind(self, list_id: str) -> None:
        """Shows a list."""
        self._list, now = list_id, self._now
        rows = case_rows.rows_of(now, list_id)
        lines = None if rows is None else [Line(row, row_in_words(now, list_id, row)) for row in rows]
        question = question_of(self._words, now.office.pack.places, now.office.pack.facts[list_id])
        complete = case_rows.is_complete(now, list_id)
        self._card.ask(question, lines, way_of(now.answer_of(list_id)), complete=complete)

    def is_open(self) -> bool:
        """Whether nobody said yet that the list is complete, or how it is not known."""
        way = way_of(self._now.answer_of(self._list))
        return not way and not case_rows.is_complete(self._now, self._list)

    def _more(self) -> None:
        made, row = case_rows.with_row(self._now, self._list, self._session.moment())
        self._take(made)
        self._ask_row(self._list, row)

    def _remove(self, row: str) -> None:
        self._keep(case_rows.without_row(self._now, self._list, row, self._session.moment()))

    def _none(self) -> None:
        self._keep(case_rows.with_no_more(self._now, self._list, self._session.moment()))

    def _way(self, way: str) -> None:
        now, when = self._now, self._session.moment()
        self._keep(now.not_known(self._list, NotKnown(way), when) if way else now.withdrawn(self._list, when))

    def _keep(self, made: Interview) -> None:
        self._take(made)
        self.bind(self._list)

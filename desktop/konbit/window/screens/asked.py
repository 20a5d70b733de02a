"""Where the answers on screen are kept: in the case itself, or in a row of one of its lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from konbit.case.answers import Answer, NotKnown
from konbit.work import case_rows
from konbit.work.interview import Interview


class Asked(Protocol):
    """Reads and keeps the answer to a fact. `answered` raises BadCase when it cannot be."""

    def answer_of(self, interview: Interview, fact: str) -> Answer | None: ...

    def answered(self, interview: Interview, fact: str, raw: Any, when: datetime) -> Interview: ...

    def not_known(self, interview: Interview, fact: str, how: NotKnown, when: datetime) -> Interview: ...

    def withdrawn(self, interview: Interview, fact: str, when: datetime) -> Interview: ...


class OfCase:
    """Facts of the person, the household, the cause."""

    def answer_of(self, interview: Interview, fact: str) -> Answer | None:
        return interview.answer_of(fact)

    def answered(self, interview: Interview, fact: str, raw: Any, when: datetime) -> Interview:
        return interview.answered(fact, raw, when)

    def not_known(self, interview: Interview, fact: str, how: NotKnown, when: datetime) -> Interview:
        return interview.not_known(fact, how, when)

    def withdrawn(self, interview: Interview, fact: str, when: datetime) -> Interview:
        return interview.withdrawn(fact, when)


@dataclass(frozen=True, slots=True)
class OfRow:
    """Facts of one row of a list."""

    list_id: str
    row: str

    def answer_of(self, interview: Interview, fact: str) -> Answer | None:
        return case_rows.answer_in_row(interview, self.list_id, self.row, fact)

    def answered(self, interview: Interview, fact: str, raw: Any, when: datetime) -> Interview:
        return case_rows.answered_in_row(interview, self.list_id, self.row, fact, raw, when)

    def not_known(self, interview: Interview, fact: str, how: NotKnown, when: datetime) -> Interview:
        return case_rows.not_known_in_row(interview, self.list_id, self.row, fact, how, when)

    def withdrawn(self, interview: Interview, fact: str, when: datetime) -> Interview:
        return case_rows.withdrawn_in_row(interview, self.list_id, self.row, fact, when)

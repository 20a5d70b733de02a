"""«¿Y si…?»: what the answer under the pointer would do, before it is kept. A turn after it was asked: what is looked at
is painted first. Beside the window once it takes long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import QTimer

from konbit.case.known import known_values
from konbit.case.values import read_value
from konbit.errors import BadCase
from konbit.window.parts.lettering import Say
from konbit.window.parts.question import Kind, Reply
from konbit.window.screens import value_words
from konbit.window.screens.ask_card import AskCard, looked_value
from konbit.window.screens.consequence_words import change_lines
from konbit.window.screens.missing_panel import MissingPanel
from konbit.window.screens.none_card import NoneCard
from konbit.window.session import Session
from konbit.window.tongue import Said, Words
from konbit.work.interview import Interview
from konbit.work.what_if import Consequences, consequences

_QUIET = (Kind.YES_NO, Kind.CHOICE, Kind.CHOICES, Kind.PICK, Kind.TEXT, Kind.RELATO, Kind.RUN)
"""Chosen, not typed: they are looked at. Or words, of which only whether there are any can matter."""
_FRAME = 0.016
"""Seconds: what takes longer must not hold up a key."""


class Supposing:
    """Works out consequences and shows them in the panel; what was asked last is what is shown."""

    def __init__(self, session: Session, panel: MissingPanel) -> None:
        self._session, self._panel = session, panel
        self._asked: object = None
        self._took = 0.0
        self._may: Callable[[str], bool] = lambda _fact: True

    def follow(self, cards: Sequence[AskCard], bars: NoneCard, may: Callable[[str], bool]) -> None:
        """Follows focus, pointer and typing on these cards. may: whether a fact is asked just now."""
        self._may = may
        for card in cards:
            card.looked_at.connect(lambda fact, choice, card=card: self._looked_at(card, fact, choice))
            card.typing.connect(lambda reply, card=card: self._typed(card, reply))
        bars.looked_at.connect(lambda fact, _yes: self.of(fact, True))

    def _looked_at(self, card: AskCard, fact: str, choice: str) -> None:
        if card.question.id == fact:
            self.of(fact, looked_value(card.question.kind, choice))

    def _typed(self, card: AskCard, reply: Reply) -> None:
        if card.question.kind not in _QUIET:
            self.of(reply.question, reply.value if card.problem() is None else None)

    def stop(self) -> None:
        """Nothing is looked at."""
        self._asked = None
        self._panel.suppose(None)

    def of(self, fact: str, raw: Any) -> None:
        """Supposes one answer. One that cannot be, or that is kept already, says nothing."""
        interview = self._session.interview
        if interview is None or raw is None or not self._may(fact):
            self.stop()
            return
        pack = interview.office.pack
        try:
            value = read_value(pack.facts[fact], raw, pack.places)
        except BadCase:
            self.stop()
            return
        if known_values(interview.case, pack.facts, interview.person).get(fact) == value:
            self.stop()
            return
        asked = self._asked = (fact, value, interview.case)

        def work() -> tuple[Consequences, float]:
            began = perf_counter()
            found = consequences(
                interview.office, interview.case, interview.today, {fact: value}, person=interview.person
            )
            return found, perf_counter() - began

        def show(worked: tuple[Consequences, float]) -> None:
            found, self._took = worked
            if self._asked is asked:
                self._show(interview, fact, value, found)

        def begin() -> None:
            if self._asked is not asked:
                return
            if self._took <= _FRAME:
                show(work())
            else:
                self._session.background.run(work, show, lambda _fault: None, owner=self._panel)

        QTimer.singleShot(0, self._panel, begin)

    def _show(self, interview: Interview, fact: str, value: Any, found: Consequences) -> None:
        pack = interview.office.pack
        lines = change_lines(pack, found, {target.id for target in interview.targets})
        spoken = value_words.value(pack, pack.facts[fact], value)
        self._panel.suppose(_title(spoken), lines, _no_change)


def _title(answer: Say) -> Say:
    return lambda words: words("ui.what_if", "¿Y si responde «{answer}»?", answer=answer(words))


def _no_change(words: Words) -> Said:
    return words("ui.what_if.none", "Por ahora no cambia nada.")

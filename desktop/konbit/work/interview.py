"""An interview with one person: the screens shown so far, where we stand, and what comes next. No display in it.

Going back loses nothing: an answer stays in the case until it is withdrawn or another takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from konbit.case.acts import Gave, Withdrew
from konbit.case.answers import Answer, NotKnown, Source
from konbit.case.case import Case
from konbit.case.checking import impossible_date
from konbit.case.known import known_values, owner_of
from konbit.case.values import read_value
from konbit.errors import BadCase
from konbit.law.partial import PartialDate
from konbit.reasoning.asking import Screen, Target, useful_facts
from konbit.work.ask import ask_next, asked_facts
from konbit.work.office import Office


@dataclass(frozen=True, slots=True)
class Progress:
    """How far: topic `topic` of `topics` (1-based), and about how many questions are left after this screen."""

    topic: int
    topics: int
    left: int


@dataclass(frozen=True, slots=True)
class Interview:
    """An immutable interview; every verb gives the next one.

    screens: those shown, in order. at: index of the one on display; len(screens) when nothing is left to ask.
    """

    office: Office
    case: Case
    today: date
    targets: tuple[Target, ...] = ()
    person: str = ""
    who: str = ""
    screens: tuple[Screen, ...] = ()
    at: int = 0

    @property
    def screen(self) -> Screen | None:
        """The screen on display, or None at the end."""
        return self.screens[self.at] if self.at < len(self.screens) else None

    @property
    def done(self) -> bool:
        """Whether nothing more can help."""
        return self.at >= len(self.screens)

    def begin(self) -> Interview:
        """With its first screen."""
        return self if self.screens else self._extended()

    def answer_of(self, fact: str) -> Answer | None:
        """What the case holds for a fact."""
        return self.case.answer(self._place(fact), fact)

    def answered(
        self, fact: str, raw: Any, when: datetime | None = None, source: Source = Source.SAID
    ) -> Interview:
        """With an answer. Raises BadCase, with the fact's id as key, when it cannot be (the case stays as it was)."""
        definition = self.office.pack.facts[fact]
        value = read_value(definition, raw, self.office.pack.places)
        self._check(fact, value)
        return self._gave(fact, Answer(value, None, source, self.who, when), when)

    def not_known(self, fact: str, how: NotKnown, when: datetime | None = None) -> Interview:
        """With one of the ways of not knowing. What was known gives way; the history keeps it."""
        place, case = self._place(fact), self.case
        standing = case.answer(place, fact)
        if standing and standing.known:
            case = case.do(Withdrew(place, fact), who=self.who, when=when)
        made = replace(self, case=case)
        return made._gave(fact, Answer(None, how, Source.SAID, self.who, when), when)

    def withdrawn(self, fact: str, when: datetime | None = None) -> Interview:
        """Without any answer to the fact."""
        return replace(self, case=self.case.do(Withdrew(self._place(fact), fact), who=self.who, when=when))

    def none_of(self, when: datetime | None = None) -> Interview:
        """With "no" to every question of the screen that has no answer yet: the act "ninguno de estos"."""
        made = self
        for fact in self.screen.facts if self.screen else ():
            standing = made.answer_of(fact)
            if standing is None or not standing.known:
                made = made._gave(fact, Answer(False, None, Source.SAID, self.who, when), when)
        return made

    def undone(self, when: datetime | None = None) -> Interview:
        """Without the last act."""
        return replace(self, case=self.case.undo(who=self.who, when=when))

    def forward(self) -> Interview:
        """On the next screen: one shown before that still matters, else the next useful one."""
        for at in range(self.at + 1, len(self.screens)):
            if self._matters(self.screens[at]):
                return replace(self, at=at)
        return replace(self, at=len(self.screens))._extended()

    def back(self) -> Interview:
        """On the last screen before that still matters; at the first one it stays."""
        for at in range(min(self.at, len(self.screens)) - 1, -1, -1):
            if self._matters(self.screens[at]):
                return replace(self, at=at)
        return self

    def asked_here(self) -> tuple[str, ...]:
        """The facts of the screen whose branch is not closed; all of them where every branch is."""
        if self.screen is None:
            return ()
        situation = self.office.engine.situation(self._known(), self.today)
        return tuple(fact for fact in self.screen.facts if situation.is_active(fact)) or self.screen.facts

    def _matters(self, screen: Screen) -> bool:
        situation = self.office.engine.situation(self._known(), self.today)
        return any(situation.is_active(fact) for fact in screen.facts)

    def at_fact(self, fact: str, *beside: str) -> Interview:
        """On the screen that asks a fact: the one shown before, or a new one with its topic (and with `beside`)."""
        for number, screen in enumerate(self.screens):
            if fact in screen.facts:
                return replace(self, at=number)
        block, facts = self.office.pack.blocks[self.office.pack.facts[fact].block], (fact, *beside)
        screen = Screen(block.id, facts, block.none_of and len(facts) > 1, 0)
        return replace(self, screens=(*self.screens, screen), at=len(self.screens))

    def progress(self) -> Progress:
        """Topics counted among those shown and those still useful."""
        blocks = self.office.pack.blocks
        situation = self.office.engine.situation(self._known(), self.today)
        asked = asked_facts(self.office, self.case, self.person)
        useful = useful_facts(self.office.engine, situation, self.targets)
        ahead = {self.office.pack.facts[name].block for name in useful if name not in asked}
        shown = [screen.block for screen in self.screens[: self.at + 1]]
        topics = sorted({*shown, *ahead}, key=lambda name: blocks[name].order)
        here = shown[-1] if shown else ""
        on_screen = self.screen.facts if self.screen else ()
        left = sum(1 for name in useful if name not in asked and name not in on_screen)
        return Progress(topics.index(here) + 1 if here in topics else len(topics), len(topics), left)

    def _extended(self) -> Interview:
        screen = ask_next(self.office, self.case, self.today, self.targets, person=self.person)
        return replace(self, screens=(*self.screens, screen)) if screen else self

    def _place(self, fact: str) -> Any:
        return owner_of(self.office.pack.facts[fact], self.person or self.case.applicant)

    def _known(self) -> dict[str, Any]:
        return known_values(self.case, self.office.pack.facts, self.person)

    def _gave(self, fact: str, answer: Answer, when: datetime | None) -> Interview:
        return replace(
            self, case=self.case.do(Gave(self._place(fact), fact, answer), who=self.who, when=when)
        )

    def _check(self, fact: str, value: Any) -> None:
        facts = self.office.pack.facts
        known = {self.office.pack.day_fact: PartialDate.of(self.today), **self._known(), fact: value}
        problem = impossible_date(known, facts)
        if problem:
            name, other, template = problem
            raise BadCase(
                template.replace("{file}: {key}: ", ""),
                key=fact,
                label=facts[name].label,
                other=facts[other].label,
            )

"""Where else to look when a route is shut: what has a deadline, what is granted today, what lacks a fact, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from konbit.law.routes import Nature
from konbit.papers.sheet.pieces import Two
from konbit.reasoning.verdicts import RouteVerdict
from konbit.work.term_words import last_day
from konbit.work.told_route import OPEN, ToldRoute, listed, runs
from konbit.work.two_tongues import TwoTongues
from konbit.work.wording import outcome_words

MOST = 3


class Instead:
    """The lines that stand beside a «no»."""

    def __init__(self, sheet: ToldRoute, both: TwoTongues) -> None:
        self.sheet, self.both, self.say = sheet, both, both.say
        self.pack, self.route = sheet.office.pack, sheet.verdict.route

    def lines(self) -> Iterator[Two]:
        """Up to three things: what has a deadline, what is granted, what lacks one fact, what asks a favour, what waits.

        What hangs on no answer of the person, or only informs, is no way out for her.
        """
        found: list[tuple[int, date, int, Two]] = []
        for term in (one for one in self.sheet.found.terms if runs(one)):
            ready = [one for one in self.sheet.found.writs.values() if one.open_to_file]
            for writ in (one.writ for one in ready if term.deadline.id in one.writ.deadlines):
                line = self.say(
                    "ui.findings.by_today",
                    "Hoy sí se puede: {name}, hasta el {date}.",
                    name=self.both.of_pack(writ.name),
                    date=self.both.day(last_day(term)),
                )
                found.append((0, last_day(term), 0, line))
        for one in self.sheet.found.routes.values():
            informs = one.route.nature in (Nature.INFORMATIVE, Nature.HISTORIC) or len(one.criteria) <= 1
            if one.route.id != self.route.id and not informs:
                found += self._other(one)
        if not found:
            found = [
                (9, date.max, 0, self._today(self.both.of_pack(one.writ.name)))
                for one in self.sheet.found.writs.values()
                if one.open_to_file
            ]
        found.sort(key=lambda one: one[:3])
        sure = [
            one for one in found if one[0] <= 1
        ]  # beside what can be done today, what may be would only distract
        yield from list(dict.fromkeys(line for *_, line in sure or found))[:MOST]

    def _today(self, name: Two) -> Two:
        return self.say("ui.findings.can_today", "Hoy sí se puede: {name}.", name=name)

    def _other(self, one: RouteVerdict) -> Iterator[tuple[int, date, int, Two]]:
        name, count = self.both.of_pack(one.route.name), len(one.criteria)
        if one.outcome in OPEN:
            place = (1, 1, 3)[OPEN.index(one.outcome)]
            state = self.both.words(lambda say: outcome_words(say, one.outcome))
            line = Two(f"{name.es}: {state.es}.", f"{name.ht}: {state.ht}.")
            yield place, date.max, -count, line
        elif one.outcome == "esperar" and one.since:
            day = self.both.day(one.since)
            line = self.say("hoja.ruta.other_since", "{name}: se abre el {day}.", name=name, day=day)
            yield 4, one.since, 0, line
        elif one.outcome == "falta_informacion":
            asked = min(one.enough, key=len, default=one.missing)
            facts = listed([self.both.of_pack(self.pack.facts[fact].label) for fact in asked[:3]])
            line = self.say(
                "ui.findings.maybe",
                "Quizás se puede: {name}. Falta saber: {facts}.",
                name=name,
                facts=facts,
            )
            yield 2 if len(asked) == 1 else 5, date.max, len(asked), line

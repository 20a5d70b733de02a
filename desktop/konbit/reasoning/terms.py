"""The deadlines of one situation: which run, since when, until when, in every reading the law leaves open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from konbit.law.deadlines import DayUnit, Deadline, NoticeEvent
from konbit.law.facts import Kind
from konbit.reasoning.abstract import INFINITY, NOTHING, Span, Truth, unknown_span
from konbit.reasoning.calendar import Calendar
from konbit.reasoning.counting import (
    CountedDay,
    Reading,
    State,
    deadline_reading,
    deadline_state,
    term_length,
)
from konbit.reasoning.situation import Situation

_LONGEST = 36_500
"""An amount beyond this, in any unit, is a slip: the floor of the law is counted instead."""


@dataclass(frozen=True, slots=True)
class RunningTerm:
    """A deadline that runs. From a partial date: start and due of its earliest day, `other_*` of its latest.

    due: last day of the safe reading, the one to act on; a moment for terms in hours. file_by: last Monday to
    Friday that is no holiday, at or before `due`. passed_over: facts known that also could start it. A holiday that
    only the person's comuna has never makes `due` later: whether it counts before an authority elsewhere is open.
    """

    deadline: Deadline
    fact: str
    start: date | datetime
    other_start: date | datetime | None
    due: date | datetime
    other_due: date | datetime | None
    file_by: date
    unit: str
    state: State
    days: tuple[CountedDay, ...]
    norms: tuple[str, ...]
    passed_over: tuple[str, ...] = ()
    covered: bool = True


class Terms:
    """All deadlines of a pack, ready to be read for a situation."""

    def __init__(
        self,
        deadlines: Mapping[str, Deadline],
        units: Mapping[str, DayUnit],
        calendar: Calendar,
        conditions: Mapping[str, Callable[[Situation], Truth]],
        home_fact: str,
        day_fact: str,
    ) -> None:
        self.deadlines = deadlines
        self.units = units
        self.calendar = calendar
        self.conditions = conditions
        self.home_fact = home_fact
        self.day_fact = day_fact

    def due(self, situation: Situation, term: str, outer: bool) -> Span:
        """The last day of a term as a span (`vence`, or `vence_alternativo` with `outer`)."""
        deadline = self.deadlines[term]
        event = self._event(situation, deadline)
        if event is None:
            facts = (event.fact for event in deadline.events)
            return unknown_span(frozenset(fact for fact in facts if situation.is_active(fact)))
        early, late = self._readings(situation, deadline, event)
        ends = [_day(r.alternativo or r.vence) if outer else _day(r.vence) for r in (early, late)]
        low, high = float(ends[0].toordinal()), float(ends[1].toordinal())
        missing = frozenset((event.fact,)) if low != high else NOTHING
        open_extras = [extra for extra in deadline.additions if situation.truth(extra.fact)[0] is None]
        fixed = deadline.amount_fact
        if open_extras or (fixed and not situation.is_known(fixed)):
            # The term may still turn out longer: nobody has said how long, or whether it was extended.
            high = INFINITY
            missing = missing.union((extra.fact for extra in open_extras), (fixed,) if fixed else ())
        return (low, high, missing)

    def running(self, situation: Situation) -> tuple[RunningTerm, ...]:
        """Every deadline that runs or ran for the person, the nearest first."""
        found: list[RunningTerm] = []
        for term, deadline in self.deadlines.items():
            event = self._event(situation, deadline)
            condition = self.conditions.get(term)
            concerns = condition(situation)[0] if condition else True
            if event is None or concerns is False:
                continue
            made = self._term(situation, deadline, event)
            if concerns or made.state != "vencido":
                found.append(made)
        return tuple(sorted(found, key=lambda term: (_day(term.due), term.deadline.id)))

    def _term(self, situation: Situation, deadline: Deadline, event: NoticeEvent) -> RunningTerm:
        early, late = self._readings(situation, deadline, event)
        outer = late.alternativo or late.vence
        other_start = late.inicio_alternativo or (late.inicio if late.inicio != early.inicio else None)
        today = date.fromordinal(int(situation.span(self.day_fact)[0]))
        known = [
            one.fact for one in deadline.events if one.fact != event.fact and situation.is_known(one.fact)
        ]
        return RunningTerm(
            deadline=deadline,
            fact=event.fact,
            start=early.inicio,
            other_start=other_start,
            due=early.vence,
            other_due=outer if _end(outer) > _end(early.vence) else None,
            file_by=early.presentar_hasta,
            unit=early.unidad,
            state=deadline_state(early.vence, today),
            days=early.dias,
            norms=(*early.norma, *(norm for norm in event.norms if norm not in early.norma)),
            passed_over=tuple(dict.fromkeys(known)),
            covered=early.calendario_cubre and late.calendario_cubre,
        )

    def _event(self, situation: Situation, deadline: Deadline) -> NoticeEvent | None:
        return next((event for event in deadline.events if situation.is_known(event.fact)), None)

    def _readings(
        self, situation: Situation, deadline: Deadline, event: NoticeEvent
    ) -> tuple[Reading, Reading]:
        found = situation.readings.get(deadline.id)
        if found is None:
            early, late = _bounds(situation, event.fact)
            home = situation.pick(self.home_fact)[0]
            home = home if self.calendar.has_local(home) else None
            first = self._read(situation, deadline, event, early, None)
            last = first if late == early and not home else self._read(situation, deadline, event, late, home)
            found = situation.readings[deadline.id] = (first, last)
        return found

    def _read(
        self,
        situation: Situation,
        deadline: Deadline,
        event: NoticeEvent,
        when: date | datetime,
        home: str | None,
    ) -> Reading:
        fixed = None
        if deadline.amount_fact:
            low, high, _ = situation.span(deadline.amount_fact)
            fixed = int(low) if low == high and low <= _LONGEST else None
        true = {extra.fact for extra in deadline.additions if situation.truth(extra.fact)[0] is True}
        amount = term_length(deadline, fixed, true)
        return deadline_reading(deadline, event, when, self.calendar, self.units, amount=amount, comuna=home)


def _bounds(situation: Situation, fact: str) -> tuple[date | datetime, date | datetime]:
    given = situation.given.get(fact)
    if situation.law.rules[fact].fact.kind == Kind.MOMENT and isinstance(given, datetime):
        return given, given
    low, high, _ = situation.span(fact)
    return date.fromordinal(int(low)), date.fromordinal(int(high))


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _end(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time.max)

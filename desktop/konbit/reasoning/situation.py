"""What is known of one person on one day, as rules see it: given, derived, active, or missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from konbit.law.facts import UNRECORDED, Fact, Kind
from konbit.law.partial import PartialDate
from konbit.reasoning.abstract import INFINITY, NOTHING, YES, Missing, Pick, Picks, Span, Truth, unknown_span

if TYPE_CHECKING:
    from konbit.reasoning.calendar import Calendar
    from konbit.reasoning.reach import Reach
    from konbit.reasoning.terms import Terms

Given: TypeAlias = Mapping[str, Any]
"""Known values by fact: bool, str, int or float, PartialDate, datetime, tuple of str (several choices),
tuple of Given (a list's items). A fact that is not known is not in it."""

_NUMBERS = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)


@dataclass(frozen=True, slots=True)
class FactRule:
    """How the value of a fact comes about. The functions are compiled expressions."""

    fact: Fact
    derived: Callable[[Situation], Any] | None = None
    true_if: Callable[[Situation], Truth] | None = None
    active: Callable[[Situation], Truth] | None = None
    asked: Missing = field(init=False)
    """The fact itself where a person can be asked for it: what is missing while nobody has said it."""

    def __post_init__(self) -> None:
        asked = frozenset((self.fact.id,)) if self.fact.askable else NOTHING
        object.__setattr__(self, "asked", asked)


@dataclass(frozen=True, slots=True)
class Law:
    """What a situation needs of the compiled pack."""

    rules: Mapping[str, FactRule]
    calendar: Calendar
    terms: Terms
    regions: Mapping[str, str]
    reach: Reach


class Situation:
    """One person's knowledge. Values are worked out when first asked for, and kept.

    given: the person's facts together with those of the household and the cause.
    within: for an item of a list, the person's situation.
    readings, checked: deadlines by id and criteria by their versions, kept by those who work them out.
    """

    __slots__ = ("_legal_day", "_memo", "checked", "given", "law", "readings", "within")

    def __init__(self, law: Law, given: Given, within: Situation | None = None) -> None:
        self.law = law
        self.given = given
        self.within = within
        self._legal_day: Span = unknown_span(NOTHING)
        self.readings: dict[str, Any] = {}
        self.checked: dict[Any, Any] = {}
        self._memo: dict[str, Any] = {}

    @property
    def legal_day(self) -> Span:
        """The day that picks the version of the law."""
        return self._legal_day

    @legal_day.setter
    def legal_day(self, day: Span) -> None:
        if day != self._legal_day:
            # Numbers of the law come in versions: nothing stands that was worked out under another day's law.
            self._legal_day, self._memo, self.readings, self.checked = day, {}, {}, {}

    def with_answers(self, answers: Given) -> Situation:
        """The same situation, were these answered. Keeps what was worked out and cannot change with them."""
        made = Situation(self.law, {**self.given, **answers}, self.within)
        made._legal_day = self._legal_day
        made._memo, made.readings = self._memo.copy(), self.readings.copy()
        reach = self.law.reach
        for answered in answers:
            for name in reach.facts[answered]:
                made._memo.pop(name, None)
            for term in reach.terms[answered]:
                made.readings.pop(term, None)
        return made

    def is_active(self, name: str) -> bool:
        """Whether the branch in which the fact stands is not closed."""
        active = self.law.rules[name].active
        return active is None or active(self)[0] is not False

    def truth(self, name: str) -> Truth:
        """A yes/no fact."""
        found = self._memo.get(name)
        if found is None:
            found = self._memo[name] = self._truth(name)
        return found

    def _truth(self, name: str) -> Truth:
        if self.within is not None and self._elsewhere(name):
            return self.within.truth(name)
        rule = self.law.rules[name]
        if not self.is_active(name):
            return (None, NOTHING)
        asked = rule.asked
        given = self.given.get(name)
        if rule.derived is not None:
            worked: Truth = rule.derived(self)
            if worked[0] is not None:
                return worked
            return (given, NOTHING) if given is not None else (None, worked[1] | asked)
        if rule.true_if is not None:
            worked = rule.true_if(self)
            if worked[0] is True:
                return YES
            return (given, NOTHING) if given is not None else (None, worked[1] | asked)
        return (given, NOTHING) if given is not None else (None, asked)

    def span(self, name: str) -> Span:
        """A number, or a date as day ordinals."""
        found = self._memo.get(name)
        if found is None:
            found = self._memo[name] = self._span(name)
        return found

    def _span(self, name: str) -> Span:
        if self.within is not None and self._elsewhere(name):
            return self.within.span(name)
        rule = self.law.rules[name]
        if not self.is_active(name):
            return unknown_span(NOTHING)
        asked = rule.asked
        given = self.given.get(name)
        if rule.derived is not None:
            worked: Span = rule.derived(self)
            if worked[0] == worked[1] or given is None:
                return worked if worked[0] == worked[1] else (worked[0], worked[1], worked[2] | asked)
        if given is None:
            return unknown_span(asked)
        low, high = span_of(given)
        return (low, high, NOTHING if low == high else asked)

    def pick(self, name: str) -> Pick:
        """A choice, a country, a comuna or a text."""
        found = self._memo.get(name)
        if found is None:
            found = self._memo[name] = self._pick(name)
        return found

    def _pick(self, name: str) -> Pick:
        if self.within is not None and self._elsewhere(name):
            return self.within.pick(name)
        rule = self.law.rules[name]
        if not self.is_active(name):
            return (None, NOTHING)
        asked = rule.asked
        if rule.derived is not None:
            worked: Pick = rule.derived(self)
            if worked[0] is not None:
                return worked
            asked |= worked[1]
        given = self.given.get(name)
        return (given, NOTHING) if given is not None and given != UNRECORDED else (None, asked)

    def picks(self, name: str) -> Picks:
        """Several choices; an empty set is an answer."""
        if self.within is not None and self._elsewhere(name):
            return self.within.picks(name)
        if not self.is_active(name):
            return (None, NOTHING)
        given = self.given.get(name)
        return (frozenset(given), NOTHING) if given is not None else (None, frozenset((name,)))

    def items(self, name: str) -> tuple[Situation, ...] | None:
        """The items of a list, or None while nobody said whether there are any."""
        if self.within is not None and self._elsewhere(name):
            return self.within.items(name)
        found = self._memo.get(name)
        if found is None:
            given = self.given.get(name)
            if given is None or not self.is_active(name):
                return None
            found = self._memo[name] = tuple(Situation(self.law, item, self) for item in given)
        return found

    def lacking(self, name: str) -> Missing:
        """What to ask to learn a list that is not known: the list, or nothing where its branch is closed."""
        return frozenset((name,)) if self.is_active(name) else NOTHING

    def _elsewhere(self, name: str) -> bool:
        return name not in self.given and not self._of_item(name)

    def _of_item(self, name: str) -> bool:
        return self.law.rules[name].fact.owner not in ("persona", "hogar", "causa")

    def is_known(self, name: str) -> bool:
        """Whether the fact has a value, given or derived."""
        kind = self.law.rules[name].fact.kind
        if kind == Kind.BOOL:
            return self.truth(name)[0] is not None
        if kind in _NUMBERS:
            low, high, _ = self.span(name)
            return low > -INFINITY and high < INFINITY
        if kind == Kind.CHOICES:
            return self.picks(name)[0] is not None
        if kind == Kind.LIST:
            return self.items(name) is not None
        return self.pick(name)[0] is not None


def span_of(value: Any) -> tuple[float, float]:
    """Bounds of a given number or date; dates as day ordinals."""
    if isinstance(value, PartialDate):
        return value.earliest.toordinal(), value.latest.toordinal()
    if isinstance(value, datetime):
        return value.date().toordinal(), value.date().toordinal()
    if isinstance(value, date):
        return value.toordinal(), value.toordinal()
    return float(value), float(value)

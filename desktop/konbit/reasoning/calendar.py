"""Which days are legal holidays, which days work, and the last day on which an office takes a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from konbit.law.holidays import EasterDay, FixedDay, HolidayLaw, HolidayRule, ListedDays

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday on a day: its Spanish name, the norms that make it, and the law in words where it has no norm id."""

    name: str
    norms: tuple[str, ...]
    source: str = ""


class Calendar:
    """The holidays of a pack, and those that a clinic adds; nothing of it changes after it is made.

    Every year is worked out once, when it is first asked for. Years outside the checked range are worked out by the
    same rules, but listed days (elections, the solstice) are missing there: ask `covers`.

    A `comuna` argument is a CUT code as text: a comuna ("16101"), or only its province ("161") or region ("16").
    Without it only the holidays of all Chile count.
    """

    __slots__ = ("_law", "_local", "_national", "_rules", "_years")

    def __init__(self, law: HolidayLaw, added: Iterable[HolidayRule] = ()) -> None:
        self._law = law
        self._rules = (*law.rules, *added)
        self._national = tuple(rule for rule in self._rules if not rule.territory)
        self._local = tuple(rule for rule in self._rules if rule.territory)
        self._years: dict[tuple[int, str | None], dict[date, Holiday]] = {}

    def with_added(self, rules: Iterable[HolidayRule]) -> Calendar:
        """This calendar with one-off days that a clinic knows of."""
        return Calendar(self._law, (*self._rules[len(self._law.rules) :], *rules))

    def covers(self, day: date) -> bool:
        """Whether somebody checked the holidays of that time against the law."""
        return self._law.covers_from <= day <= self._law.covers_to

    def holiday(self, day: date, comuna: str | None = None) -> Holiday | None:
        """The holiday of a day, or nothing. Two holidays on one day: the one of all Chile, the pack's first."""
        return self.year(day.year, comuna).get(day)

    def year(self, year: int, comuna: str | None = None) -> dict[date, Holiday]:
        """All holidays of a year by day, in a place. Not to be changed by the caller."""
        found = self._years.get((year, comuna))
        if found is None:
            local = self._local_of(comuna)
            found = self.year(year) if comuna and not local else _holidays_of(year, (*self._national, *local))
            self._years[year, comuna] = found
        return found

    def has_local(self, comuna: str | None) -> bool:
        """Whether the place has holidays of its own (at any time)."""
        return bool(self._local_of(comuna))

    def is_working_adm(self, day: date, comuna: str | None = None) -> bool:
        """Whether offices of the administration work: Monday to Friday, no holiday."""
        return day.weekday() < _SATURDAY and self.holiday(day, comuna) is None

    def is_working_judicial(self, day: date, comuna: str | None = None) -> bool:
        """Whether the day counts before the courts: neither Sunday nor holiday."""
        return day.weekday() != _SUNDAY and self.holiday(day, comuna) is None

    def next_working_adm(self, day: date, comuna: str | None = None) -> date:
        """That day, or the first working one after it."""
        while not self.is_working_adm(day, comuna):
            day += _DAY
        return day

    def next_working_judicial(self, day: date, comuna: str | None = None) -> date:
        """That day, or the first one after it that counts before the courts."""
        while not self.is_working_judicial(day, comuna):
            day += _DAY
        return day

    def last_filing_day(self, day: date, comuna: str | None = None) -> date:
        """The last Monday–Friday that is no holiday, at or before a day."""
        while not self.is_working_adm(day, comuna):
            day -= _DAY
        return day

    def _local_of(self, comuna: str | None) -> tuple[HolidayRule, ...]:
        return tuple(rule for rule in self._local if comuna and comuna.startswith(rule.territory))


def _holidays_of(year: int, rules: tuple[HolidayRule, ...]) -> dict[date, Holiday]:
    days: dict[date, Holiday] = {}
    # A rule can move a day over the end of a year: look at the neighbours' rules as well.
    for rule in rules:
        for origin in (year - 1, year, year + 1):
            for day in dates_of(rule, origin):
                if day.year == year:
                    days.setdefault(day, Holiday(rule.name, rule.norms, rule.source))
    return days


def dates_of(rule: HolidayRule, year: int) -> tuple[date, ...]:
    """The days that a rule makes a holiday out of the dates of one year, inside the rule's own validity."""
    match rule.when:
        case FixedDay(month, day, moves, only_on):
            plain = date(year, month, day)
            weekday = plain.weekday()
            wanted = not only_on or weekday in only_on
            days = (plain + timedelta(days=moves[weekday]),) if wanted else ()
        case EasterDay(offset):
            days = (easter(year) + timedelta(days=offset),)
        case ListedDays(dates):
            days = tuple(day for day in dates if day.year == year)
    return tuple(
        day
        for day in days
        if (rule.since is None or rule.since <= day) and (rule.until is None or day <= rule.until)
    )


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876).

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    golden = year % 19
    century, in_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leap_years, year_rest = divmod(in_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)

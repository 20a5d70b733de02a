"""A date of many persons, where everybody who gave it knows the day: compared digit by digit of its text.

`2026-11-23` as a number, 20261123, orders days. Each decimal digit is up to four binary ones, and those of everybody are
cut out of the joined texts, so that no person is looked at one by one.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from konbit.reasoning.bits import NOBODY, Bits, bits_of_last_first
from konbit.reasoning.ranked import UNKNOWN, below

_PLACES = ((0, 2), (1, 4), (2, 4), (3, 4), (5, 1), (6, 4), (8, 2), (9, 4))
"""Where each decimal digit stands in the text, and how many binary ones it takes (months begin with 0 or 1)."""
_BITS = sum(count for _, count in _PLACES)
_DIGIT_OF_BIT = [bytes(b"01"[code >> bit & 1] for code in range(256)) for bit in range(4)]
_LENGTH = len(UNKNOWN.text)
_FIRST, _LAST = date(1850, 1, 1), date(2250, 1, 1)


class Days:
    """Settled days. known: who gave one."""

    def __init__(self, texts: str, count: int) -> None:
        last_first = texts.encode("ascii")[::-1]
        self.everybody: Bits = (1 << count) - 1
        self.planes: list[Bits] = []
        for place, digits in _PLACES:
            digit = last_first[_LENGTH - 1 - place :: _LENGTH]
            self.planes += [
                bits_of_last_first(digit.translate(_DIGIT_OF_BIT[bit])) for bit in reversed(range(digits))
            ]
        self.known: Bits = NOBODY
        for plane in self.planes:
            self.known |= plane
        self._before: dict[date, Bits] = {}

    def before(self, day: date) -> Bits:
        """The persons who gave an earlier day."""
        found = self._before.get(day)
        if found is None:
            found = self._before[day] = below(self.planes, _number(day), self.everybody) & self.known
        return found

    def less(self, other: Days) -> Bits:
        """Those of both days known whose day is earlier than her other."""
        same = self.known & other.known
        found = NOBODY
        for mine, its in zip(self.planes, other.planes, strict=True):
            differ = (mine ^ its) & same
            found |= differ & its
            same ^= differ
        return found

    @cached_property
    def ends(self) -> tuple[date, date]:
        """The first and the last day that anybody gave."""
        first, earliest = 0, self.known
        last, latest = 0, self.known
        for plane in self.planes:
            first, last = first << 1, last << 1
            if earliest & ~plane:
                earliest &= ~plane
            else:
                first |= 1
            if latest & plane:
                latest &= plane
                last |= 1
        return _day(first), _day(last)


def days_of(texts: str, count: int) -> Days | None:
    """The days whose ISO texts stand one after the other (`0000-00-00` for none); None where one is far off.

    Counting from days that are far off might leave the calendar: those are looked at one by one.
    """
    if any(texts[place::_LENGTH] != "-" * count for place in (4, 7)):
        return None
    found = Days(texts, count)
    if not found.known:
        return None
    first, last = found.ends
    return found if first >= _FIRST and last <= _LAST else None


def _number(day: date) -> int:
    text = day.isoformat()
    found = 0
    for place, digits in _PLACES:
        found = found << digits | int(text[place])
    return found


def _day(number: int) -> date:
    text = ""
    left = _BITS
    for _, digits in _PLACES:
        left -= digits
        text += str(number >> left & (1 << digits) - 1)
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))

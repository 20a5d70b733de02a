"""Dates as people know them: a day, a month, or only a year.

A partial date computes as the interval of days it may be. `2018-06` is any day of June 2018:

>>> PartialDate.parse("2018-06").latest
datetime.date(2018, 6, 30)
>>> PartialDate.parse("2018").text
'2018'
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An interval of days `earliest..latest`, both included, written as it was given."""

    earliest: date
    latest: date
    text: str

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A date known to the day."""
        return cls(day, day, day.isoformat())

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises ValueError for another shape and for days that do not exist (31 June).
        """
        found = _SHAPE.fullmatch(text.strip())
        if not found:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), text.strip())
        if day is None:
            last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
            return cls(date(year, month, 1), date(year, month, last), text.strip())
        return cls.of(date(year, month, day))

"""Months as grids, Monday first: the last day in a heavy box, the later reading dashed, the day of notice underlined."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from konbit.papers.preparation import BOLD, FACE, INK, LINE, MM, pen, write
from konbit.papers.sheet.pieces import Month, Tongue
from konbit.tongues.dates import month_name

INITIALS = "LMMJVSD"
"""Of the weekdays: the same in Spanish and in Creole."""
CELL, ROW, HEAD = 11.4 * MM, 10.2 * MM, 11 * MM
BETWEEN = 10 * MM


class MonthsGrid(Flowable):
    """Two months in a row."""

    def __init__(self, months: Sequence[Month], tongue: Tongue, width: float) -> None:
        super().__init__()
        self._months, self._tongue, self.width = tuple(months), tongue, width
        self._rows = [self._months[at : at + 2] for at in range(0, len(self._months), 2)]
        self._heights = [HEAD + max(map(_weeks, row)) * ROW + 3 * MM for row in self._rows]
        self.height = sum(self._heights)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aW, aH
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for row, height in zip(self._rows, self._heights, strict=True):
            for number, month in enumerate(row):
                self._month(month, number * (7 * CELL + BETWEEN), top)
            top -= height

    def _month(self, month: Month, left: float, top: float) -> None:
        canvas = self.canv
        tongues = ("es", "ht") if self._tongue == "es+ht" else (self._tongue,)
        names = " · ".join(dict.fromkeys(month_name(month.month, one) for one in tongues))
        write(canvas, left, top - 11, f"{names} {month.year}", BOLD, 11.5)
        for at, letter in enumerate(INITIALS):
            write(canvas, left + (at + 0.5) * CELL, top - HEAD + 3, letter, FACE, 8.5, INK, "c")
        for week, days in enumerate(Calendar().monthdatescalendar(month.year, month.month)):
            for at, day in enumerate(days):
                if day.month == month.month:
                    self._day(month, day, left + at * CELL, top - HEAD - (week + 1) * ROW)

    def _day(self, month: Month, day: date, left: float, low: float) -> None:
        canvas = self.canv
        pen(canvas, LINE, 0.35)
        canvas.rect(left, low, CELL, ROW)
        due = day in month.due
        off = day in month.off and not due
        face, size = (BOLD, 12.5) if due else (FACE, 10)
        high = low + ROW - (12 if due else 11)
        write(canvas, left + CELL / 2, high, str(day.day), face, size, 0x6A6A6A if off else INK, "c")
        if off:
            pen(canvas, 0x9A9A9A, 0.5)
            canvas.line(left + 1, low + 1, left + CELL - 1, low + ROW - 1)
        if day == month.today:
            pen(canvas, INK, 1.1)
            canvas.circle(left + CELL / 2, high + size * 0.36, size * 0.78, stroke=1, fill=0)
        if day in month.event:
            pen(canvas, INK, 1.6)
            canvas.line(left + 3, low + 2.6, left + CELL - 3, low + 2.6)
        if day in month.other and not due:
            pen(canvas, INK, 1.3, (2.4, 1.8))
            canvas.rect(left + 1.2, low + 1.2, CELL - 2.4, ROW - 2.4)
            pen(canvas, INK, 1.0)
        if due:
            pen(canvas, INK, 2.4)
            canvas.rect(left + 1, low + 1, CELL - 2, ROW - 2)
            codes = month.due[day]
            shown = codes[0] if len(codes) == 1 else f"{codes[0]} +{len(codes) - 1}" if codes else ""
            if shown:
                write(canvas, left + CELL / 2, low + 4.2, shown[:10], FACE, 6.2, INK, "c")


def _weeks(month: Month) -> int:
    return len(Calendar().monthdatescalendar(month.year, month.month))

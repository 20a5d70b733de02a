"""Signs that outlive a photocopy: told apart by shape, not by colour."""

from __future__ import annotations

from enum import StrEnum
from math import cos, pi, sin
from typing import Literal

from reportlab.platypus import Flowable

from konbit.papers.preparation import BOLD, INK, pen, write

MarkKind = Literal["box", "cross"]


class Urgency(StrEnum):
    """How soon: a day at most or late (octagon), a few days (triangle), later or not known (circle)."""

    NOW = "ahora"
    SOON = "pronto"
    LATER = "despues"


class Sign(Flowable):
    """The sign of a box: octagon, triangle or circle with an exclamation mark. side: points."""

    def __init__(self, urgency: Urgency, side: float) -> None:
        super().__init__()
        self.urgency, self.width, self.height = urgency, side, side

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aW, aH
        return self.width, self.height

    def draw(self) -> None:
        middle, radius = self.width / 2, self.width / 2 - 1.5
        letter, base = self.width * 0.56, middle - self.width * 0.2
        pen(self.canv, INK, 2.6)
        match self.urgency:
            case Urgency.NOW:
                self._corners(8, middle, radius, pi / 8)
            case Urgency.SOON:
                self._corners(3, middle, radius, pi / 2)
                letter, base = self.width * 0.44, middle - self.width * 0.155
            case Urgency.LATER:
                self.canv.circle(middle, middle, radius, stroke=1, fill=0)
        write(self.canv, middle, base, "!", BOLD, letter, INK, "c")

    def _corners(self, count: int, middle: float, radius: float, turn: float) -> None:
        path = self.canv.beginPath()
        for number in range(count):
            angle = turn + 2 * pi * number / count
            at = middle + radius * cos(angle), middle + radius * sin(angle)
            (path.lineTo if number else path.moveTo)(*at)
        path.close()
        self.canv.setLineJoin(1)
        self.canv.drawPath(path, stroke=1, fill=0)


class Mark(Flowable):
    """Before a line: a box to tick, or a cross. Takes no height, so that the line stands beside it."""

    def __init__(self, kind: MarkKind, side: float, size: float) -> None:
        super().__init__()
        self.kind, self.side, self.size = kind, side, size

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        del aW, aH
        return 0, 0

    def draw(self) -> None:
        low = -self.size * 0.72 - self.side / 2  # its middle at that of the first line's small letters
        if self.kind == "box":
            pen(self.canv, INK, 1.1)
            self.canv.rect(0.6, low, self.side, self.side, stroke=1, fill=0)
            return
        pen(self.canv, INK, 2.0)
        self.canv.setLineCap(1)
        inset = self.side * 0.22
        a, b = inset, self.side - inset
        self.canv.line(a, low + a, b, low + b)
        self.canv.line(a, low + b, b, low + a)

"""Where a page or a picture stands on its sheet, and where the stamps do. Lengths in points, from the lower left.

A sheet has a band at its head for the stamps. What has its own white margin there keeps its size; anything else
shrinks a little, so that a stamp never covers ink.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from konbit.papers.bundle.bundle_file import Paper

MM = 72 / 25.4
SIZES: Mapping[Paper, tuple[float, float]] = MappingProxyType(
    {"carta": (612.0, 792.0), "oficio": (612.0, 936.0)}
)
BAND = 12 * MM
EDGE = 6 * MM
STAMP_SIDE = 15 * MM
"""From the edge of the sheet to a stamp: what any printer reaches."""
_LEAST_SCALE = 0.9
"""A page that would shrink more on carta stands on oficio."""

Matrix = tuple[float, float, float, float, float, float]
_LARGEST_DOT = 72 / 100
"""Points of a photo's pixel: blown up more, it would only show its pixels."""
_TURNED: Mapping[int, Matrix] = MappingProxyType(
    {0: (1, 0, 0, 1, 0, 0), 90: (0, -1, 1, 0, 0, 1), 180: (-1, 0, 0, -1, 1, 1), 270: (0, 1, -1, 0, 1, 0)}
)
"""Of the unit square, clockwise."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is to stand on a sheet. width, height: points before the turn. turn: clockwise.

    grows: it has no size of its own: width and height are pixels (a photo). clear: white points at its head, after the turn.
    """

    width: float
    height: float
    turn: int = 0
    grows: bool = False
    clear: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """The sheet and, on it, the box of the content. matrix: from the unit square, turned, to that box."""

    sheet: tuple[float, float]
    box: tuple[float, float, float, float]
    scale: float
    matrix: Matrix


def place(content: Content, paper: Paper) -> Place:
    """The sheet a content stands on (lying where it is wider than high), and where."""
    wide, high = content.width, content.height
    if content.turn in (90, 270):
        wide, high = high, wide
    sheet = _sheet(paper, lying=wide > high)
    if paper == "carta" and not content.grows and _scale(wide, high, sheet) < _LEAST_SCALE:
        larger = _sheet("oficio", lying=wide > high)
        if _scale(wide, high, larger) > _scale(wide, high, sheet):
            sheet = larger
    scale = _scale(wide, high, sheet)
    above = (sheet[1] - high * scale) / 2
    if not content.grows and above + content.clear * scale >= BAND:
        return _placed(content, sheet, scale, wide, high, above)
    room = sheet[0] - 2 * EDGE, sheet[1] - EDGE - BAND
    scale = min(room[0] / wide, room[1] / high, _LARGEST_DOT if content.grows else 1.0)
    return _placed(content, sheet, scale, wide, high, BAND + (room[1] - high * scale) / 2)


def _sheet(paper: Paper, *, lying: bool) -> tuple[float, float]:
    wide, high = SIZES[paper]
    return (high, wide) if lying else (wide, high)


def _scale(wide: float, high: float, sheet: tuple[float, float]) -> float:
    return min(1.0, sheet[0] / wide, sheet[1] / high)


def _placed(
    content: Content, sheet: tuple[float, float], scale: float, wide: float, high: float, above: float
) -> Place:
    left, low = (sheet[0] - wide * scale) / 2, sheet[1] - above - high * scale
    across, up = wide * scale, high * scale
    a, b, c, d, e, f = _TURNED[content.turn]
    matrix = (a * across, b * up, c * across, d * up, e * across + left, f * up + low)
    return Place(sheet, (left, low, left + across, low + up), scale, matrix)


def over_box(matrix: Matrix, box: tuple[float, float, float, float]) -> Matrix:
    """The matrix that does to a box what `matrix` does to the unit square."""
    a, b, c, d, e, f = matrix
    left, low, right, top = box
    across, up = right - left, top - low
    a, b, c, d = a / across, b / across, c / up, d / up
    return a, b, c, d, e - a * left - c * low, f - b * left - d * low

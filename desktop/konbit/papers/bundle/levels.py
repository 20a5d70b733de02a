"""How finely pictures are kept: a ladder from fine to what is still legible.

Tried with a page of 8-point print photographed whole: the last rung is read without effort at arm's length and
survives one photocopy; below it the accents of small print go.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """dpi: on the paper; pictures that have fewer are never enlarged. quality: JPEG, as libjpeg counts it."""

    dpi: int
    quality: int


LEVELS = (
    Level(200, 82),
    Level(200, 70),
    Level(180, 62),
    Level(165, 56),
    Level(150, 50),
    Level(140, 45),
    Level(130, 40),
)
FINEST, COARSEST = 0, len(LEVELS) - 1

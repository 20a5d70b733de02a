"""How finely pictures are kept: a ladder from fine to what is still legible.

Looked at with a page of 8-point print photographed whole: on the last rung every accent is still told apart.
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

"""How much room a screen has, in ems: window width in pixels ÷ text scale (1366 px at 200 % is 683, narrow)."""

from __future__ import annotations

from enum import Enum

WIDE, MEDIUM = 1100, 800


class Room(Enum):
    WIDE = "wide"  # three zones: the side panel stands beside the body
    MEDIUM = "medium"  # the panel is a counted button in the footer, and opens as a drawer
    NARROW = "narrow"  # one column besides


def room_for(width: int, scale: float) -> Room:
    """The room there is in a window `width` pixels wide at a text scale."""
    em = width / scale
    return Room.WIDE if em >= WIDE else Room.MEDIUM if em >= MEDIUM else Room.NARROW

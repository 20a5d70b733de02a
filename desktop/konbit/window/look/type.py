"""Letters: five roles, one rule of scale, and the shipped Noto Sans.

The rule: what is small grows with the scale, what is large grows less, so that at 200 % a heading is still a
heading and the question keeps its answers on the screen.
"""

from __future__ import annotations

from enum import Enum
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Noto Sans"
BASE = 11.0  # pt; up to here a size grows in full
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Role(Enum):
    """What a piece of text is for. The value is (points at 100 %, bold)."""

    NOTE = (9.5, False)  # label, hint
    NOTE_STRONG = (9.5, True)
    BODY = (11.0, False)
    BODY_STRONG = (11.0, True)
    SUB = (13.0, True)
    SUB_CALM = (13.0, False)
    QUESTION = (16.0, True)
    QUESTION_BESIDE = (16.0, False)  # the same question in the other tongue
    TITLE = (20.0, True)

    @property
    def points(self) -> float:
        return self.value[0]

    @property
    def bold(self) -> bool:
        return self.value[1]


def scaled_points(points: float, scale: float) -> float:
    """Points at a text scale: n·k up to 11 pt, 11·k + (n − 11)(1 + 0.4(k − 1)) above. At 2.0, 16 → 29."""
    if points <= BASE:
        return points * scale
    return BASE * scale + (points - BASE) * calm(scale)


def calm(scale: float) -> float:
    """The slower growth of gaps and headings: 1 + 0.4(k − 1). At 200 % it is 1.4."""
    return 1 + 0.4 * (scale - 1)


def font(role: Role, scale: float = 1.0, *, italic: bool = False) -> QFont:
    """The font of a role. Regular and bold only: no other weight is shipped."""
    made = QFont(FAMILY)
    made.setPointSizeF(scaled_points(role.points, scale))
    made.setBold(role.bold)
    made.setItalic(italic)
    return made


def load_fonts() -> tuple[str, ...]:
    """Register the shipped Noto Sans with Qt; return the families it gained. Call once, after QApplication."""
    shipped = files("konbit") / "assets" / "fonts"
    gained: list[str] = []
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"):
        number = QFontDatabase.addApplicationFontFromData((shipped / name).read_bytes())
        gained.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(gained))

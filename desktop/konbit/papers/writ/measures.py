"""Measures of the page, in millimetres and points: one place for the PDF, the two columns and the DOCX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Paper = Literal["oficio", "carta"]

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and its margins. Width and height of oficio are 8.5 × 13 in, of carta 8.5 × 11 in."""

    width: float
    height: float
    left: float = 30
    top: float = 30
    right: float = 20
    bottom: float = 25

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right


SHEETS: Mapping[Paper, Sheet] = MappingProxyType(
    {"oficio": Sheet(215.9, 330.2), "carta": Sheet(215.9, 279.4)}
)

SIZE, LEADING = 12.0, 18.0
INDENT = 12.5
GAP = 2 * MM
QUOTE_INDENT = 12.5

SUMA_START = 0.48
"""Part of the text width that stays free, on the left of the suma, for the court's stamp (85 × 45 mm)."""
STAMP_HEIGHT = 45.0
AFTER_SUMA = 8.0

SIGNATURE_AIR, SIGNATURE_LINE = 25.0, 70.0
BOXES: Mapping[str, tuple[float, float]] = MappingProxyType({"huella": (30.0, 38.0), "notario": (74.0, 42.0)})
"""Width and height of the box over a signature, by role; a role that is not here signs on a line."""

FOOT, FOOT_SIZE = 15.0, 10.0

COPY_SIZE, COPY_LEADING, COPY_GAP = 12.5, 18.75, 4 * MM
BAND_EDGE, BAND_HEIGHT = 8.0, 10.0

COLUMN, GUTTER = 80.0, 6.0
COLUMN_SIZE, COLUMN_LEADING = 10.5, 14.0

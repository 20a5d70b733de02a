"""What is stamped at the head of every sheet: which document, which sheet of it, and the folio that runs through."""

from __future__ import annotations

from konbit.papers.bundle.drawing import Drawing, Letters
from konbit.papers.bundle.paper import BAND, MM, STAMP_SIDE

SIZE = 9.0
_BASE = 8.0 * MM
"""From the upper edge to the baseline."""
_FOLIO = 11.0


def stamp_document(drawing: Drawing, sheet: tuple[float, float], number: int, page: int, count: int) -> None:
    """«Documento 3, hoja 2 de 5», at the left."""
    text = f"Documento {number}, hoja {page} de {count}"
    drawing.text(STAMP_SIDE, sheet[1] - _BASE, text, SIZE, bold=True)


def stamp_folio(drawing: Drawing, letters: Letters, sheet: tuple[float, float], folio: int) -> None:
    """The folio, boxed in the upper right corner, where a court looks for it."""
    number = str(folio)
    label = "Folio"
    wide = letters.width(number, _FOLIO, bold=True)
    gap, pad = 4.0, 4.0
    total = letters.width(label, SIZE - 1.5) + gap + wide + 2 * pad
    left, high = sheet[0] - STAMP_SIDE - total, 5.6 * MM
    low = sheet[1] - _BASE - (high - _FOLIO * 0.714) / 2
    assert sheet[1] - low < BAND
    drawing.box(left, low, total, high)
    drawing.text(left + pad, sheet[1] - _BASE, label, SIZE - 1.5)
    drawing.text(sheet[0] - STAMP_SIDE - pad, sheet[1] - _BASE, number, _FOLIO, bold=True, align="r")

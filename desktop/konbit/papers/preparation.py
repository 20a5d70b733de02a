"""The look of a preparation sheet: letter paper, a grey band that says it is not official, a foot with the edition.

Blank sheets (drawn beforehand) and the annexes of a filled one share it. Lengths in points, from the lower left.
Everything is told by shape and darkness, so that it outlives two photocopies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
WIDTH, HEIGHT = 215.9 * MM, 279.4 * MM
"""Carta, the paper in Chilean offices."""
LEFT, TOP, RIGHT, BOTTOM = 15 * MM, 14 * MM, 15 * MM, 16 * MM
FACE, BOLD = "KonbitSans", "KonbitSans-Bold"
INK, PLUM, LINE, GREY = 0x1D2226, 0x513B57, 0x4A4A4A, 0xE4E4E4
"""Spanish, Creole, edges, the band."""
BAND = 7.5 * MM
LABEL, LABEL_HT, VALUE, SMALL, TITLE = 8.5, 8.0, 11.0, 7.5, 15.0

NOT_OFFICIAL = "HOJA DE PREPARACIÓN · no es formulario oficial"
NOT_OFFICIAL_HT = "FÈY PREPARASYON · se pa fòmilè ofisyèl"
ADDED = "HOJA AGREGADA · no es parte del formulario oficial"
ADDED_HT = "FÈY ANPLIS · li pa fè pati fòmilè ofisyèl la"
PURPOSE = "Preparado con fines de orientación"
DRAFT_HT = "kreyòl: bouyon, poko revize"


def register_faces() -> None:
    """Tells reportlab of Noto Sans, once in a process."""
    from konbit.papers.writ.letters import register

    register()


def ink(canvas: Canvas, colour: int) -> None:
    """Sets the colour of letters and fills (0xRRGGBB)."""
    canvas.setFillColorRGB(*(((colour >> shift) & 255) / 255 for shift in (16, 8, 0)))


def pen(canvas: Canvas, colour: int, width: float, dash: tuple[float, ...] = ()) -> None:
    """Sets the colour (0xRRGGBB) and the width of lines."""
    canvas.setStrokeColorRGB(*(((colour >> shift) & 255) / 255 for shift in (16, 8, 0)))
    canvas.setLineWidth(width)
    canvas.setDash(list(dash))


def write(
    canvas: Canvas, x: float, y: float, text: str, face: str, size: float, colour: int = INK, align: str = "l"
) -> None:
    """One line of text on its baseline; align: l, c or r of x."""
    ink(canvas, colour)
    canvas.setFont(face, size)
    {"l": canvas.drawString, "c": canvas.drawCentredString, "r": canvas.drawRightString}[align](x, y, text)


def band(canvas: Canvas, spanish: str = NOT_OFFICIAL, creole: str = NOT_OFFICIAL_HT) -> float:
    """The band at the head of every page. Returns the height at which what follows starts."""
    top = HEIGHT - TOP
    ink(canvas, GREY)
    canvas.rect(LEFT, top - BAND, WIDTH - LEFT - RIGHT, BAND, stroke=0, fill=1)
    base = top - BAND / 2 - 3.1
    write(canvas, LEFT + 6, base, spanish, BOLD, 9)
    write(canvas, WIDTH - RIGHT - 6, base, creole, FACE, 8.5, PLUM, "r")
    return top - BAND


def foot(canvas: Canvas, code: str, edition: str, number: str) -> None:
    """The foot: purpose, code and edition, state of the Creole, number of the page."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    base, last = BOTTOM - 5 * MM, f"{code} · {number}"
    pen(canvas, LINE, 0.4)
    canvas.line(LEFT, base + 8, WIDTH - RIGHT, base + 8)
    write(canvas, LEFT, base, f"{PURPOSE} · {code}, edición {edition}", FACE, SMALL)
    before = WIDTH - RIGHT - stringWidth(last, BOLD, SMALL) - 14
    write(canvas, before, base, DRAFT_HT, FACE, SMALL, PLUM, "r")
    write(canvas, WIDTH - RIGHT, base, last, BOLD, SMALL, INK, "r")


def heading(canvas: Canvas, top: float, spanish: str, creole: str) -> float:
    """A section's heading over a rule. Returns the height below it."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    base = top - 13.5
    write(canvas, LEFT, base, spanish, BOLD, 10.5)
    start = LEFT + stringWidth(spanish, BOLD, 10.5) + 6
    write(canvas, start, base, creole, FACE, 9, PLUM)
    pen(canvas, INK, 1.1)
    canvas.line(LEFT, base - 4, WIDTH - RIGHT, base - 4)
    return base - 4 - 3

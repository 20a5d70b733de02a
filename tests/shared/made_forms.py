"""PDFs made in the test: a form with fields, and a «scan» that has none."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400, 500


def form_with_fields(*, more: bool = False, moved: float = 0.0) -> bytes:
    """Name, RUN, a day, two boxes of sex, a drop-down, and two rows of a table. more: an edition with one field more."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    form = canvas.acroForm
    size = {"fontSize": 10, "borderWidth": 0, "height": 16, "fillColor": None}
    rows = (
        ("nombre", "Nombres y apellidos", 460, 200),
        ("run", "RUN", 430, 120),
        ("nace", "Fecha de nacimiento", 400, 120),
    )
    for name, words, y, width in rows:
        canvas.drawString(20, y + 4, words)
        form.textfield(name=name, x=150 + moved, y=y, width=width, **size)
    for number, (name, words) in enumerate((("sexo_m", "Mujer"), ("sexo_h", "Hombre"))):
        canvas.drawString(40 + number * 80, 374, words)
        form.checkbox(name=name, x=22 + number * 80, y=372, size=12, fieldFlags="", borderWidth=1)
    canvas.drawString(20, 344, "Estado civil")
    form.choice(
        name="civil", x=150, y=340, width=150, options=[("Soltera o soltero", "S"), ("Casada o casado", "C")],
        value="S", **size,
    )  # fmt: skip
    for row in range(2):
        canvas.drawString(20, 304 - 24 * row, f"Viaje {row + 1}")
        form.textfield(name=f"v[{row}].sale", x=100, y=300 - 24 * row, width=80, **size)
        form.textfield(name=f"v[{row}].vuelve", x=200, y=300 - 24 * row, width=80, **size)
    if more:
        form.textfield(name="nuevo", x=20, y=100, width=80, **size)
    canvas.save()
    return out.getvalue()


def scan(*, pages: int = 2, turn: int = 0) -> bytes:
    """Pages with printed lines and a square, and no field. turn: how the pages lie, in degrees."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    for page in range(pages):
        if turn:
            canvas._pageRotation = turn
        canvas.drawString(20, 454, "Nombres")
        canvas.rect(100, 450, 250, 16)
        canvas.drawString(50, 424, "Necesita intérprete")
        canvas.rect(20, 420, 12, 12)
        canvas.drawString(20, 390, f"Página {page + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()

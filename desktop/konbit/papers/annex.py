"""The annex of a filled form: what its fields and tables had no room for, whole, with the page it continues."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konbit.errors import BadForm
from konbit.law.forms import Form
from konbit.papers import preparation as look
from konbit.papers.preparation import BOLD, FACE, INK, LINE, MM, PLUM

if TYPE_CHECKING:
    from konbit.papers.pdf.faces import Face

CONTENT = look.WIDTH - look.LEFT - look.RIGHT
LETTER, LEADING, PAD = 9.5, 12.4, 3.0
LEAST_ROW = 8 * MM
NUMBER = 10 * MM
HEAD = 5.5 * MM


@dataclass(frozen=True, slots=True)
class TableRest:
    """Rows that a table had no room for. page: of the table, from 1. first: the number of the first row here."""

    title: str
    page: int
    first: int
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TextRest:
    """A text that a field had no room for, whole."""

    label: str
    page: int
    text: str


Rest = TableRest | TextRest


def draw_annex(form: Form, person: str, rests: Sequence[Rest]) -> bytes:
    """The annex as a PDF. Raises BadForm naming a character that no shipped font has."""
    from konbit.papers.pdf.faces import shipped_face

    face = shipped_face(bold=False)
    for text in _texts(rests):
        missing = face.missing(text.replace("\n", ""))
        if missing:
            raise BadForm(
                "El anexo de {form} tiene un carácter que no se puede imprimir: U+{code} ({name}).",
                form=form.id,
                code=f"{ord(missing):04X}",
                name=unicodedata.name(missing, "sin nombre"),
            )
    counted = _Annex(form, person, face, 0).draw(rests)
    return _Annex(form, person, face, counted.page).draw(rests).data


def letters(rests: Sequence[Rest]) -> Counter[str]:
    """Every letter that must stand on the annex, with how often, spaces aside."""
    return Counter(char for text in _texts(rests) for char in text if not char.isspace())


def _texts(rests: Sequence[Rest]) -> list[str]:
    found: list[str] = []
    for rest in rests:
        if isinstance(rest, TextRest):
            found += [rest.label, rest.text]
        else:
            found += [rest.title, *(cell for row in rest.cells for cell in row)]
    return found


class _Annex:
    def __init__(self, form: Form, person: str, face: Face, pages: int) -> None:
        from reportlab.pdfgen.canvas import Canvas

        look.register_faces()
        self.form, self.person, self.face, self.pages = form, person, face, pages
        self._out = io.BytesIO()
        self.canvas = Canvas(
            self._out,
            (look.WIDTH, look.HEIGHT),
            invariant=1,
            initialFontName=FACE,  # pyright: ignore[reportArgumentType]
        )
        self.page = 0
        self.y = 0.0

    @property
    def data(self) -> bytes:
        return self._out.getvalue()

    def draw(self, rests: Sequence[Rest]) -> _Annex:
        self._new_page()
        for rest in rests:
            if isinstance(rest, TableRest):
                self._table(rest)
            else:
                self._text(rest)
            self.y -= 4 * MM
        self.canvas.showPage()
        self.canvas.save()
        return self

    def _new_page(self) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        if self.page:
            self.canvas.showPage()
        self.page += 1
        look.foot(self.canvas, self.form.id, self.form.edition, f"anexo {self.page} / {self.pages}")
        said = (
            (look.ADDED, look.ADDED_HT) if self.form.official else (look.NOT_OFFICIAL, look.NOT_OFFICIAL_HT)
        )
        base = look.band(self.canvas, *said) - 7.5 * MM
        title = f"Anexo de {self.form.id}"
        look.write(self.canvas, look.LEFT, base, title, BOLD, look.TITLE)
        after = look.LEFT + stringWidth(title, BOLD, look.TITLE) + 8
        look.write(self.canvas, after, base, "Anèks", FACE, 10.5, PLUM)
        self.y = base - 2 * MM
        for line in self._lines(f"{self.form.name} · {self.person}".strip(" ·"), CONTENT, LETTER):
            self.y -= LEADING
            look.write(self.canvas, look.LEFT, self.y, line, FACE, LETTER)
        self.y -= 5 * MM

    def _need(self, height: float) -> bool:
        """Turns the page where less than `height` is left. Tells whether it did."""
        if self.y - height >= look.BOTTOM:
            return False
        self._new_page()
        return True

    def _lines(self, text: str, width: float, size: float) -> list[str]:
        from konbit.papers.pdf.layout import wrap

        return [text[a:b] for a, b in wrap(self.face, text, width * 1000 / size)]

    def _title(self, what: str, page: int) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        lines = self._lines(what, CONTENT * 0.7, 10.5)
        for line in lines:
            self.y -= 13
            look.write(self.canvas, look.LEFT, self.y, line, BOLD, 10.5)
        start = look.LEFT + stringWidth(lines[-1], BOLD, 10.5) + 6
        look.write(self.canvas, start, self.y, f"continúa de la página {page}", FACE, LETTER)
        self.y -= 2 * MM

    # -- a text -------------------------------------------------------------------------------------------

    def _text(self, rest: TextRest) -> None:
        self._need(14 * MM)
        self._title(rest.label, rest.page)
        for line in self._lines(rest.text, CONTENT - 2 * PAD, look.VALUE):
            self._need(15)
            self.y -= 15
            look.write(self.canvas, look.LEFT + PAD, self.y, line, FACE, look.VALUE)

    # -- a table ------------------------------------------------------------------------------------------

    def _table(self, rest: TableRest) -> None:
        widths = self._widths(rest)
        rows = [
            [self._lines(cell, width - 2 * PAD, LETTER) for cell, width in zip(row, widths, strict=True)]
            for row in rest.cells
        ]
        heights = [max(LEAST_ROW, max(map(len, row)) * LEADING + 2 * PAD) for row in rows]
        self._need(12 * MM + HEAD + heights[0])
        self._title(rest.title, rest.page)
        self._headings(rest.headings, widths)
        for number, (row, height) in enumerate(zip(rows, heights, strict=True), rest.first):
            if self._need(height):
                self._title(rest.title, rest.page)
                self._headings(rest.headings, widths)
            self._row(number, row, widths, height)

    def _widths(self, rest: TableRest) -> list[float]:
        """Every column as wide as its heading and its longest word; what is left goes where texts are long."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        room = CONTENT - NUMBER
        least, wanted = [], []
        for place, heading in enumerate(rest.headings):
            cells = [row[place] for row in rest.cells]
            words = [stringWidth(word, FACE, LETTER) for cell in cells for word in cell.split()]
            low = max([stringWidth(heading, BOLD, look.LABEL), *words]) + 2 * PAD + 1
            least.append(low)
            wanted.append(max([low, *(stringWidth(cell, FACE, LETTER) + 2 * PAD + 1 for cell in cells)]))
        spare = room - sum(least)
        if spare < 0:  # a word longer than its share is broken by the wrapping
            return [low * room / sum(least) for low in least]
        more = [wide - low for wide, low in zip(wanted, least, strict=True)]
        if sum(more) <= spare:
            return [wide + (room - sum(wanted)) / len(wanted) for wide in wanted]
        return [low + spare * extra / sum(more) for low, extra in zip(least, more, strict=True)]

    def _headings(self, headings: Sequence[str], widths: Sequence[float]) -> None:
        low = self.y - HEAD
        look.ink(self.canvas, look.GREY)
        self.canvas.rect(look.LEFT, low, CONTENT, HEAD, stroke=0, fill=1)
        x = look.LEFT + NUMBER
        for heading, width in zip(headings, widths, strict=True):
            look.write(self.canvas, x + PAD, low + 1.8 * MM, heading, BOLD, look.LABEL)
            x += width
        self._rules(low, HEAD, widths)
        self.y = low

    def _row(self, number: int, row: Sequence[list[str]], widths: Sequence[float], height: float) -> None:
        low = self.y - height
        middle = low + height / 2 - 0.36 * LETTER
        look.write(self.canvas, look.LEFT + NUMBER / 2, middle, str(number), FACE, 8, INK, "c")
        x = look.LEFT + NUMBER
        for lines, width in zip(row, widths, strict=True):
            base = middle + (len(lines) - 1) * LEADING / 2
            for line in lines:
                look.write(self.canvas, x + PAD, base, line, FACE, LETTER)
                base -= LEADING
            x += width
        self._rules(low, height, widths)
        self.y = low

    def _rules(self, low: float, height: float, widths: Sequence[float]) -> None:
        look.pen(self.canvas, LINE, 0.7)
        self.canvas.rect(look.LEFT, low, CONTENT, height, stroke=1, fill=0)
        x = look.LEFT + NUMBER
        for width in widths:
            self.canvas.line(x, low, x, low + height)
            x += width

"""The cover and the index of a bundle. Their number of pages depends on the titles alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from konbit.papers.bundle.bundle_file import Bundle
from konbit.papers.bundle.drawing import Drawing, Letters
from konbit.papers.bundle.paper import MM, SIZES

LEFT, RIGHT, TOP, BOTTOM = 25 * MM, 20 * MM, 30 * MM, 22 * MM
_TITLE, _TEXT, _ROW, _HEAD = 22.0, 12.0, 11.0, 9.5
_LEADING = 15.0
_NUMBER, _SHEETS, _FOLIOS = 12 * MM, 18 * MM, 24 * MM
_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the index. start: the folio of its first sheet."""

    number: int
    title: str
    sheets: int
    start: int

    @property
    def end(self) -> int:
        """The folio of its last sheet."""
        return self.start + self.sheets - 1


@dataclass(frozen=True, slots=True)
class Target:
    """A rectangle of an index page that leads to a document's first sheet."""

    rect: tuple[float, float, float, float]
    number: int


@dataclass(frozen=True, slots=True)
class IndexPage:
    """drawing: what stands on it; the stamps come later."""

    drawing: Drawing
    targets: tuple[Target, ...]


def cover(bundle: Bundle, letters: Letters, documents: int, sheets: int, folios: int) -> Drawing:
    """The first page."""
    wide, high = SIZES[bundle.paper]
    drawing = Drawing(letters)
    room = wide - LEFT - RIGHT
    y = high * 0.66
    for line in letters.lines(bundle.title, room, _TITLE, bold=True):
        drawing.text(LEFT, y, line, _TITLE, bold=True)
        y -= _TITLE * 1.25
    y += _TITLE * 1.25 - 14
    drawing.line(LEFT, y, wide - RIGHT, y, 1.4)
    y -= 34
    rows = (
        ("Acompaña a", bundle.matter),
        ("Ante", bundle.before),
        ("Caso", bundle.code),
        ("Documentos", str(documents)),
        ("Hojas", f"{sheets} de documentos; {folios} folios con la carátula y el índice"),
    )
    for label, text in rows:
        if not text:
            continue
        drawing.text(LEFT, y, label, _TEXT, bold=True)
        for line in letters.lines(text, room - 34 * MM, _TEXT):
            drawing.text(LEFT + 34 * MM, y, line, _TEXT)
            y -= _LEADING * 1.15
        y -= 6
    return drawing


def index(bundle: Bundle, letters: Letters, listed: Sequence[Listed]) -> list[IndexPage]:
    """The list of documents, with their sheets and folios, on as many pages as it needs."""
    wide, high = SIZES[bundle.paper]
    pages: list[IndexPage] = []
    for rows in _paged(bundle, letters, listed):
        drawing, targets = Drawing(letters), list[Target]()
        y = _head(drawing, wide, high, again=bool(pages))
        for row, lines in rows:
            top = y
            drawing.text(LEFT + _NUMBER - 6, y - _ROW, str(row.number), _ROW, bold=True, align="r")
            for line in lines:
                y -= _LEADING
                drawing.text(LEFT + _NUMBER, y + _LEADING - _ROW, line, _ROW)
            base = y + _LEADING - _ROW
            across = wide - RIGHT - _FOLIOS - _SHEETS
            end = LEFT + _NUMBER + letters.width(lines[-1], _ROW) + 5
            drawing.dots(end, across + _SHEETS - letters.width(str(row.sheets), _ROW) - 6, base + 1)
            drawing.text(across + _SHEETS, base, str(row.sheets), _ROW, align="r")
            drawing.text(wide - RIGHT, base, _folios(row), _ROW, align="r")
            targets.append(Target((LEFT, y - 2, wide - RIGHT, top + 2), row.number))
            y -= _GAP
        pages.append(IndexPage(drawing, tuple(targets)))
    return pages


def index_pages(bundle: Bundle, letters: Letters, titles: Sequence[str]) -> int:
    """How many pages the index takes."""
    listed = [Listed(number, title, 1, 1) for number, title in enumerate(titles, 1)]
    return sum(1 for _ in _paged(bundle, letters, listed))


def _folios(row: Listed) -> str:
    return str(row.start) if row.sheets == 1 else f"{row.start} a {row.end}"


def _paged(
    bundle: Bundle, letters: Letters, listed: Sequence[Listed]
) -> Iterator[list[tuple[Listed, list[str]]]]:
    """The rows of each page, their titles broken into lines."""
    wide, high = SIZES[bundle.paper]
    room = wide - LEFT - RIGHT - _NUMBER - _SHEETS - _FOLIOS
    left = full = high - TOP - BOTTOM - _head_height()
    page: list[tuple[Listed, list[str]]] = []
    for row in listed:
        lines = letters.lines(row.title, room, _ROW)
        height = len(lines) * _LEADING + _GAP
        if page and height > left:
            yield page
            page, left = [], full
        page.append((row, lines))
        left -= height
    yield page


def _head_height() -> float:
    return _TITLE * 0.8 + 42


def _head(drawing: Drawing, wide: float, high: float, *, again: bool) -> float:
    """Title and headings. Returns where the rows begin."""
    y = high - TOP
    drawing.text(LEFT, y, "Índice (continúa)" if again else "Índice", _TITLE * 0.8, bold=True)
    y -= 30
    drawing.text(LEFT + _NUMBER - 6, y, "N.º", _HEAD, bold=True, align="r")
    drawing.text(LEFT + _NUMBER, y, "Documento", _HEAD, bold=True)
    drawing.text(wide - RIGHT - _FOLIOS, y, "Hojas", _HEAD, bold=True, align="r")
    drawing.text(wide - RIGHT, y, "Folios", _HEAD, bold=True, align="r")
    y -= 5
    drawing.line(LEFT, y, wide - RIGHT, y, 1.0)
    return y - 7

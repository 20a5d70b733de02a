"""Letters, lines and boxes on a page of ours, in the shipped Noto Sans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from konbit.papers.bundle.objects import Objects
from konbit.papers.pdf.faces import OBJECTS_OF_A_FONT, Face, embed, shipped_face
from konbit.papers.pdf.layout import wrap
from konbit.papers.pdf.syntax import Dictionary, Name, Ref, write_number

Align = Literal["l", "c", "r"]


class Letters:
    """The two fonts of a bundle, each embedded once with the letters that were drawn."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._faces = {bold: shipped_face(bold=bold) for bold in (False, True)}
        self._first = {bold: objects.reserve(OBJECTS_OF_A_FONT) for bold in (False, True)}
        self._used: dict[bool, set[str]] = {False: set(), True: set()}

    def face(self, bold: bool) -> Face:
        """The face itself, for measuring."""
        return self._faces[bold]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """In points."""
        return self._faces[bold].width(text) * size / 1000

    def lines(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """The text broken at words into lines of at most `width` points."""
        return [text[a:b].strip() for a, b in wrap(self._faces[bold], text, width * 1000 / size)]

    def shown(self, text: str, *, bold: bool) -> bytes:
        """Font name and operand, the letters noted for embedding."""
        self._used[bold].update(text)
        return self._faces[bold].show(text)

    @property
    def resources(self) -> Dictionary:
        """For /Font."""
        return {Name(self._faces[bold].name): Ref(first, 0) for bold, first in self._first.items()}

    def finish(self) -> None:
        """Embeds what was drawn."""
        for bold, first in self._first.items():
            for number, body in embed(self._faces[bold].style, self._used[bold] | {" "}, first):
                self._objects.put_bytes(number, body)


class Drawing:
    """The content of one page, piece by piece. Lengths in points, from the lower left."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._parts: list[bytes] = []

    @property
    def content(self) -> bytes:
        """The page's content stream."""
        return b"".join(self._parts)

    def text(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, align: Align = "l"
    ) -> None:
        """One line on its baseline."""
        wide = self._letters.width(text, size, bold=bold)
        left = x - {"l": 0.0, "c": wide / 2, "r": wide}[align]
        operand = self._letters.shown(text, bold=bold)
        name = self._letters.face(bold).name
        self._parts.append(
            b"BT /%b %b Tf 0 g %b Td %b Tj ET\n" % (name, write_number(size), _numbers((left, y)), operand)
        )

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float) -> None:
        """A black line."""
        self._parts.append(
            b"0 G %b w %b m %b l S\n" % (write_number(width), _numbers((x0, y0)), _numbers((x1, y1)))
        )

    def dots(self, x0: float, x1: float, y: float) -> None:
        """A row of dots that leads the eye."""
        if x1 - x0 > 8:
            self._parts.append(
                b"q 0 G 0.9 w 1 J [0 3.2] 0 d %b m %b l S Q\n" % (_numbers((x0, y)), _numbers((x1, y)))
            )

    def box(self, left: float, low: float, width: float, height: float, *, line: float = 0.7) -> None:
        """A white box with a black edge."""
        shape = _numbers((left, low, width, height))
        self._parts.append(b"1 g 0 G %b w %b re B\n" % (write_number(line), shape))

    def show(self, name: bytes, matrix: Iterable[float]) -> None:
        """An XObject of the page."""
        self._parts.append(b"q %b cm /%b Do Q\n" % (_numbers(matrix), name))


def _numbers(values: Iterable[float]) -> bytes:
    return b" ".join(map(write_number, values))

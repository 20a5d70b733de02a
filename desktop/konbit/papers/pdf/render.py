"""Pages as images through pypdfium2, form fields drawn: for the preview, the proof and printing."""

from __future__ import annotations

import io
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from konbit.errors import BadForm

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfBitmap, PdfDocument, PdfPage

LARGEST_SIDE = 14_400.0
"""Points; the largest page the specification's viewers promise (ISO 32000-1, annex C.2)."""
MOST_PIXELS = 40_000_000

Pixels = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class PageBox:
    """The visible box of a page in points, and its turn clockwise in degrees."""

    left: float
    low: float
    width: float
    height: float
    turn: int

    @property
    def across(self) -> float:
        """Its width as it is read."""
        return self.height if self.turn in (90, 270) else self.width

    @property
    def down(self) -> float:
        """Its height as it is read."""
        return self.width if self.turn in (90, 270) else self.height

    def upright(self, rect: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A rectangle of the page as it is read: (left, top, right, bottom) in points from the upper left."""
        x0, y0, x1, y1 = rect[0] - self.left, rect[1] - self.low, rect[2] - self.left, rect[3] - self.low
        w, h = self.width, self.height
        return {
            0: (x0, h - y1, x1, h - y0),
            90: (y0, x0, y1, x1),
            180: (w - x1, y0, w - x0, y1),
            270: (h - y1, w - x1, h - y0, w - x0),
        }[self.turn]

    def on_page(
        self, left: float, top: float, right: float, bottom: float
    ) -> tuple[float, float, float, float]:
        """The way back from `upright`: a rectangle as it is read, in the page's own points."""
        w, h = self.width, self.height
        x0, y0, x1, y1 = {
            0: (left, h - bottom, right, h - top),
            90: (top, left, bottom, right),
            180: (w - right, top, w - left, bottom),
            270: (w - bottom, h - right, w - top, h - left),
        }[self.turn]
        return x0 + self.left, y0 + self.low, x1 + self.left, y1 + self.low

    def pixels(self, rect: tuple[float, float, float, float], scale: float, margin: float = 0.0) -> Pixels:
        """A rectangle of the page as (left, top, right, bottom) in its image, whole pixels outwards."""
        left, top, right, bottom = (edge * scale for edge in self.upright(rect))
        return floor(left - margin), floor(top - margin), ceil(right + margin), ceil(bottom + margin)


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A drawn page: rows from the top, `stride` bytes each, four bytes a pixel (blue, green, red, 255)."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_boxes(data: bytes) -> tuple[PageBox, ...]:
    """The box of every page. Raises BadForm."""
    with _opened(data) as document:
        return tuple(_box(document[index]) for index in range(len(document)))


def _box(page: PdfPage) -> PageBox:
    left, low, right, top = page.get_cropbox() or (0.0, 0.0, *page.get_size())
    return PageBox(left, low, right - left, top - low, page.get_rotation() % 360)


def page_count(data: bytes) -> int:
    with _opened(data) as document:
        return len(document)


def page_png(data: bytes, page: int, scale: float) -> bytes:
    """One page (1-based) as PNG, `scale` pixels a point. Raises BadForm: no such page, unreadable, too large."""
    with _opened(data) as document:
        if not 1 <= page <= len(document):
            raise BadForm(
                "El PDF tiene {count} páginas y se pidió la {page}.", count=len(document), page=page
            )
        image = _draw(document, page - 1, scale, gray=False)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def page_bitmaps(data: bytes, scale: Callable[[PageBox], float]) -> Iterator[tuple[PageBox, Bitmap]]:
    """The pages in order as they are drawn, for a screen: nothing is packed only to be unpacked again.

    scale: pixels a point, by the box of the page. While a page is drawn Python is free for others. Raises BadForm.
    """
    with _opened(data) as document:
        for index in range(len(document)):
            box = _box(document[index])
            with _drawn(document, index, scale(box), wide=True) as drawn:
                bitmap = Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
            yield box, bitmap


def page_images(
    data: bytes, scale: float, *, gray: bool = False, only: Container[int] | None = None
) -> Iterator[Image]:
    """The pages in order, drawn one at a time; only: their numbers, from 1, if not all. Raises BadForm."""
    with _opened(data) as document:
        for index in range(len(document)):
            if only is not None and index + 1 not in only:
                continue
            yield _draw(document, index, scale, gray=gray)


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BadForm("El PDF no se puede mostrar: está dañado o pide contraseña.") from error
    try:
        if document.get_formtype():
            document.init_forms()
        yield document
    finally:
        document.close()


def _draw(document: PdfDocument, index: int, scale: float, *, gray: bool) -> Image:
    with _drawn(document, index, scale, gray=gray) as bitmap:
        return bitmap.to_pil().copy()


@contextmanager
def _drawn(
    document: PdfDocument, index: int, scale: float, *, gray: bool = False, wide: bool = False
) -> Iterator[PdfBitmap]:
    """wide: four bytes a pixel, as a screen has them, instead of three."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise BadForm("La página {page} del PDF no se puede mostrar.", page=index + 1) from error
    try:
        width, height = page.get_size()
        sane = 0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE
        if not sane or width * scale * height * scale > MOST_PIXELS:
            raise BadForm(
                "La página {page} del PDF mide {width} × {height} puntos: es demasiado grande para mostrarla.",
                page=index + 1,
                width=f"{width:.0f}",
                height=f"{height:.0f}",
            )
        bitmap = page.render(scale=scale, may_draw_forms=True, grayscale=gray, prefer_bgrx=wide)  # pyright: ignore[reportArgumentType]
        try:
            yield bitmap
        finally:
            bitmap.close()
    except pypdfium2.PdfiumError as error:
        raise BadForm("La página {page} del PDF no se puede mostrar.", page=index + 1) from error
    finally:
        page.close()

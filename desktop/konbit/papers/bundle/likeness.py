"""How a page looks on paper, whether two look the same, and where the ink of one begins. Runs in the jail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konbit.errors import BadForm
from konbit.papers.pdf.render import MOST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

SEEN_AT = 900.0
"""Dots of the longer side when two drawings are compared."""
_NEAR, _BROAD = 30, 12
"""Tones (of 255) that the mean of a square of 7 and of 16 dots may differ. A missing tick of 8-point print differs by
80 of the first, a missing tint by its own darkness of the second; the same lines on other dots by 20 and 10."""
_WHITE = 250


def printed(data: bytes, page: int, scale: float, file: str, *, gray: bool = True) -> Image:
    """Fields as on paper, without what a viewer adds on a screen (arrows of lists, a tint)."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            pypdfium2.raw.FPDFPage_Flatten(document[page - 1], pypdfium2.raw.FLAT_NORMALDISPLAY)
            one = document[page - 1]
            wide, high = one.get_size()
            if wide * scale * high * scale > MOST_PIXELS:
                raise unseen(file, page)
            return one.render(scale=scale, grayscale=gray, may_draw_forms=False).to_pil().copy()  # pyright: ignore[reportArgumentType]
    except pypdfium2.PdfiumError as error:
        raise unseen(file, page) from error


def unseen(file: str, page: int) -> BadForm:
    """What to say of a page that nothing draws."""
    return BadForm("La página {page} del archivo {file} no se puede mostrar.", file=file, page=page)


def alike(one: Image, other: Image) -> bool:
    """Whether nothing is missing, added or moved; how a thin line falls on the dots does not count."""
    from PIL import ImageChops, ImageFilter

    if one.size != other.size:
        return False
    blur = ImageFilter.BoxBlur(3)
    near = ImageChops.difference(one.convert("L").filter(blur), other.convert("L").filter(blur))
    broad = ImageChops.difference(one.convert("L").reduce(16), other.convert("L").reduce(16))
    return int(near.getextrema()[1]) <= _NEAR and int(broad.getextrema()[1]) <= _BROAD  # type: ignore[arg-type]


def clear_of(
    page: Image, box: tuple[float, float, float, float], turn: int
) -> tuple[float, float, float, float]:
    """White points above the first ink, for each further turn of a page that is drawn with its own."""
    ink = page.convert("L").point(lambda tone: 255 if tone < _WHITE else 0).getbbox()  # pyright: ignore[reportOperatorIssue]
    high = box[2] - box[0] if turn in (90, 270) else box[3] - box[1]
    dot = high / page.height
    if ink is None:
        return (high, high, high, high)
    left, top, right, bottom = ink
    # turned a quarter clockwise, what was at the left is above
    white = top, left, page.height - bottom, page.width - right
    return tuple(max(0, one - 1) * dot for one in white)  # pyright: ignore[reportReturnType]

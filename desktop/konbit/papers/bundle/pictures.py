"""From a JPEG or PNG, or a drawn page, to the bytes of an image XObject. Runs in the jail.

Nothing of a picture survives but its pixels: upright or with its turn, on white, in grey or sRGB.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from konbit.errors import BadForm
from konbit.papers.bundle.bundle_file import Paper
from konbit.papers.bundle.jpeg import NotPlainError, bare_jpeg
from konbit.papers.bundle.levels import LEVELS, Level
from konbit.papers.bundle.paper import Content, place

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 220_000_000
_MOST_UNPACKED = 110_000_000
"""Of a picture that cannot be read smaller than it is."""
_LEAST_DPI, _MOST_DPI = 120, 1200
"""A resolution outside is what cameras write that know nothing of paper."""
_SPARSE = 1000
"""Pixels on the longer side; a page photographed with fewer may not be legible."""
_GREY_ENOUGH = 12
"""How far the three colours may be apart in something that is grey."""
_STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_SIZES = 273, 278, 279
"""Tags of TIFF."""
_ORIENTATION = 0x0112
_TURNS = {1: 0, 3: 180, 6: 90, 8: 270}


@dataclass(frozen=True, slots=True)
class Encoded:
    """An image XObject's entries and bytes. colour: grey, rgb, one (a bit a pixel) or indexed (palette: its bytes)."""

    width: int
    height: int
    colour: str
    bits: int
    packing: str
    data: bytes
    palette: bytes = b""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture read. image: as large as the finest level needs it. ready: encodings that every level may use.

    lossless: ready ones that are the picture itself, so that a little more weight is well spent.
    """

    image: Image
    content: Content
    ready: tuple[Encoded, ...] = ()
    lossless: bool = False
    sparse: bool = False
    size: tuple[int, int] = (0, 0)


def read_picture(data: bytes, *, file: str, turn: int, paper: Paper) -> Shot:
    """Reads a JPEG or PNG. turn: clockwise, after the picture's own. Raises BadForm in one sentence."""
    from PIL import Image

    try:
        with _unbounded(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
                _check_size(image, file)
                return _read(image, data, turn, paper)
    except (BadForm, MemoryError):
        raise
    except Exception as error:  # what a damaged picture raises is anybody's guess
        raise BadForm("La imagen {file} está incompleta o dañada: vuelva a copiarla.", file=file) from error


@contextmanager
def _unbounded() -> Iterator[None]:
    """Pillow's own bound refuses what phones make; ours stands in `_check_size`."""
    from PIL import Image

    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _check_size(image: Image, file: str) -> None:
    wide, high = image.size
    most = MOST_PIXELS if image.format in ("JPEG", "MPO") else _MOST_UNPACKED
    if wide * high > most or max(wide, high) > 65_500 or min(wide, high) < 8:
        raise BadForm(
            "La imagen {file} mide {width} × {height} puntos y no se puede usar.",
            file=file,
            width=wide,
            height=high,
        )


def _read(image: Image, data: bytes, turn: int, paper: Paper) -> Shot:
    from PIL import ImageOps

    is_jpeg, size, dpi = image.format != "PNG", image.size, image.info.get("dpi")
    orientation = image.getexif().get(_ORIENTATION, 1)
    mirrored = orientation in (2, 4, 5, 7)
    turn = (turn + _TURNS.get(orientation, 0)) % 360
    content = _content(size, None if mirrored else _natural(size, dpi), turn)
    wanted = pixels(content, paper, LEVELS[0], size)
    ready: list[Encoded] = []
    plain = _is_plain(image)
    if is_jpeg and wanted[0] < size[0]:
        image.draft(None, (wanted[0] * 3 // 2, wanted[1] * 3 // 2))
    image.load()
    if is_jpeg and plain and not mirrored and wanted == size:
        ready += _as_it_is(image, data)
    elif not is_jpeg and not mirrored:
        ready += _exact(image, wanted == size)
    lossless = not is_jpeg and bool(ready)
    if mirrored:  # mirrored: no matrix of ours mirrors
        image = ImageOps.exif_transpose(image)
        if orientation in (5, 7):
            size = size[1], size[0]
            content = _content(size, None, turn)
            wanted = pixels(content, paper, LEVELS[0], size)
    flat = _flattened(image)
    flat.info = {}
    if flat.size != wanted:
        flat = _smaller(flat, wanted)
    sparse = content.grows and max(size) < _SPARSE
    return Shot(_grey_if_so(flat), content, tuple(ready), lossless, sparse, size)


def _natural(size: tuple[int, int], dpi: Any) -> tuple[float, float] | None:
    """Width and height in points where a scanner told its resolution."""
    try:
        across, up = (float(one) for one in dpi)
    except (TypeError, ValueError):
        return None
    if not (_LEAST_DPI <= across <= _MOST_DPI and 0.5 <= across / up <= 2):
        return None
    return size[0] / across * 72, size[1] / up * 72


def _content(size: tuple[int, int], natural: tuple[float, float] | None, turn: int) -> Content:
    if natural:
        return Content(*natural, turn)
    return Content(float(size[0]), float(size[1]), turn, grows=True)


def pixels(content: Content, paper: Paper, level: Level, own: tuple[int, int]) -> tuple[int, int]:
    """Width and height in pixels, before the turn, that a content needs; its own where that is hardly more, or less."""
    scale = place(content, paper).scale / 72 * level.dpi
    wanted = max(1, round(content.width * scale)), max(1, round(content.height * scale))
    return wanted if wanted[0] < own[0] * 0.94 else own


def _is_plain(image: Image) -> bool:
    """Whether its bytes mean the same to every viewer: grey or YCbCr of eight bits, and no colours of its own."""
    return image.mode in ("L", "RGB") and (image.mode == "L" or not _own_colours(image))


def _own_colours(image: Image) -> bytes:
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) and b"sRGB" not in profile[:4096] else b""


def _as_it_is(image: Image, data: bytes) -> list[Encoded]:
    try:
        bare = bare_jpeg(data)
    except NotPlainError:
        return []
    colour = "grey" if image.mode == "L" else "rgb"
    return [Encoded(*image.size, colour, 8, "dct", bare)]


def _exact(image: Image, whole: bool) -> list[Encoded]:
    """A picture in black and white as a fax packs it; one of few colours as PNG packs it, if nothing of it must go."""
    if image.mode not in ("1", "L", "P", "RGB") or "transparency" in image.info:
        return []
    if image.mode == "1":
        return [fax(image)]
    few = image.getcolors(256)
    if few is None or (image.mode == "RGB" and _own_colours(image)):
        return []
    if image.mode == "L" and {tone for _, tone in few} <= {0, 255}:
        return [fax(image)]
    return [_as_png(image)] if whole else []


def fax(image: Image) -> Encoded:
    """A picture in black and white, packed as CCITT group 4."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    out = io.BytesIO()
    ink = ImageOps.invert(image.convert("L")).convert("1", dither=Pillow.Dither.NONE)
    ink.info = {}
    ink.save(out, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: image.height})
    raw = out.getvalue()
    with Pillow.open(io.BytesIO(raw), formats=("TIFF",)) as again:
        tags: Any = again.tag_v2  # pyright: ignore[reportAttributeAccessIssue]
        (start,), (count,) = tags[_STRIP_OFFSETS], tags[_STRIP_SIZES]
    return Encoded(image.width, image.height, "one", 1, "fax", raw[start : start + count])


def _as_png(image: Image) -> Encoded:
    """The compressed rows of a PNG are what a Flate stream with PNG predictors holds (ISO 32000-1, 7.4.4.4)."""
    out = io.BytesIO()
    bare = image.copy()
    bare.info = {}
    bare.save(out, "PNG", optimize=True)
    raw, at = out.getvalue(), 8
    rows, palette, bits = bytearray(), b"", 8
    while at < len(raw):
        size, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        body = raw[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            bits = body[8]
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            rows += body
        at += 12 + size
    colour = {"P": "indexed", "L": "grey", "RGB": "rgb"}[image.mode]
    return Encoded(*image.size, colour, bits, "png", bytes(rows), palette)


def _flattened(image: Image) -> Image:
    """In mode L or RGB: on white where it was clear, and in the colours that screens and printers assume."""
    from PIL import Image as Pillow

    if image.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        wide = image.convert("F").point(lambda value: value * (1 / 257))
        return wide.convert("L")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Pillow.new("RGB", image.size, (255, 255, 255))
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    if image.mode in ("1", "L"):
        return image.convert("L")
    return _in_srgb(image).convert("RGB")


def _in_srgb(image: Image) -> Image:
    profile = _own_colours(image)
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    from PIL import ImageCms

    try:
        return (
            ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            or image
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a damaged profile says nothing


def _smaller(image: Image, size: tuple[int, int]) -> Image:
    from PIL import Image as Pillow

    return image.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3.0)


def _grey_if_so(image: Image) -> Image:
    """A scan in grey is often kept as colours: a third of it is of no use."""
    from PIL import ImageChops

    if image.mode != "RGB":
        return image
    red, green, blue = image.split()
    for one, other in ((red, green), (green, blue)):
        if ImageChops.difference(one, other).getextrema()[1] > _GREY_ENOUGH:  # pyright: ignore[reportOperatorIssue]
            return image
    return image.convert("L")


def encoded(shot: Shot, level: Level, paper: Paper) -> Encoded:
    """The lightest faithful encoding of a picture at a level."""
    wanted = pixels(shot.content, paper, level, shot.image.size)
    image = shot.image if shot.image.size == wanted else _smaller(shot.image, wanted)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=level.quality, optimize=True, subsampling=2)
    colour = "grey" if image.mode == "L" else "rgb"
    best = Encoded(*image.size, colour, 8, "dct", out.getvalue())
    patience = 1.5 if shot.lossless and level == LEVELS[0] else 1.0
    for one in shot.ready:
        if len(one.data) <= len(best.data) * patience:
            best, patience = one, 1.0
    return best


def drawn_shot(image: Image, content: Content) -> Shot:
    """A page drawn at the finest level, as a picture."""
    flat = image.convert("RGB") if image.mode not in ("L", "RGB") else image
    flat.info = {}
    return Shot(_grey_if_so(flat), replace(content, grows=False), size=image.size)

"""The sheets of one file, as the jail gives them: what each is, and its bytes one after the other.

In the child `read_sheets` makes them; outside `sheets_of` reads them and believes nothing it has not checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from konbit.errors import BadForm
from konbit.papers.bundle.bundle_file import Paper
from konbit.papers.bundle.levels import LEVELS
from konbit.papers.bundle.paper import Content
from konbit.papers.bundle.pictures import Encoded
from konbit.papers.pdf.document import Document

PDF, PICTURE = "pdf", "imagen"
_DRAWN_IF = 0.8
"""A heavy page of a PDF becomes a picture where that weighs less than this part of it."""
_LIGHT = 40_000
"""Bytes: a page that weighs less stays as it is."""
_COLOURS = {"grey": 1, "rgb": 3, "one": 1, "indexed": 1}
_PACKINGS = ("dct", "png", "fax")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the bundle. image, or else page: of the clean PDF that came with it, from 0."""

    content: Content
    image: Encoded | None
    page: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """notes: signed, attached, drawn (pages that had to become pictures), sparse (few pixels)."""

    sheets: tuple[Sheet, ...]
    clean: Document | None
    notes: tuple[str, ...]


def kind_of(data: bytes) -> str:
    """`pdf`, `imagen`, or what else it may be: heic, tiff, webp, gif, word, or nothing known."""
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return PICTURE
    if b"%PDF-" in data[:1024]:
        return PDF
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"hevc", b"avif"):
        return "heic"
    if data[:4] in (b"II*\0", b"MM\0*"):
        return "tiff"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith((b"GIF8", b"BM")):
        return "gif"
    return "word" if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")) else ""


# -- in the child ---------------------------------------------------------------------------------------------


def read_sheets(data: bytes, arguments: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """arguments: file, turn, paper, pages, and either level (a number of `LEVELS`) or none: then only the weights of
    the file at every level are told. Raises BadForm."""
    file, turn = str(arguments["file"]), int(arguments["turn"])
    paper: Paper = "oficio" if arguments["paper"] == "oficio" else "carta"
    level: int | None = arguments["level"]
    if kind_of(data) == PDF:
        return _of_pdf(data, file, turn, paper, [int(page) for page in arguments["pages"]], level)
    from konbit.papers.bundle.pictures import encoded, read_picture

    shot = read_picture(data, file=file, turn=turn, paper=paper)
    if level is None:
        return {"weights": [len(encoded(shot, one, paper).data) for one in LEVELS]}, b""
    image = encoded(shot, LEVELS[level], paper)
    sheet = _told(shot.content, image)
    notes = ["sparse"] if shot.sparse else []
    return {"sheets": [sheet], "clean": 0, "notes": notes}, image.data


def _of_pdf(
    data: bytes, file: str, turn: int, paper: Paper, pages: list[int], level: int | None
) -> tuple[dict[str, Any], bytes]:
    from konbit.papers.bundle.foreign import Cleaned, clean, drawn
    from konbit.papers.bundle.paper import place
    from konbit.papers.bundle.pictures import Shot, drawn_shot, encoded

    cleaned: Cleaned = clean(data, file, pages)
    notes = list(cleaned.notes)
    sheets, images = list[dict[str, Any]](), list[bytes]()
    weights = [0] * len(LEVELS)

    def shot(at: int, content: Content) -> Shot:
        """The page drawn upright as the viewer has it, at the finest level."""
        scale = place(content, paper).scale * LEVELS[0].dpi / 72
        number = pages[at] if pages else at + 1
        return drawn_shot(drawn(cleaned, number, scale, file), content)

    for at, leaf in enumerate(cleaned.leaves):
        own = _content(leaf, leaf.turn + turn, leaf.clear[_quarters(turn)])
        seen = _content(leaf, leaf.turn, 0.0)
        upright = (seen.height, seen.width) if leaf.turn in (90, 270) else (seen.width, seen.height)
        as_drawn = Content(*upright, turn, clear=own.clear)
        heavy = leaf.weight > _LIGHT
        if leaf.faithful and (not heavy or level == 0):
            weights = [weight + leaf.weight for weight in weights]
            sheets.append(_told(own, None) | {"page": at})
            continue
        picture = shot(at, as_drawn)
        if level is None:
            made = [len(encoded(picture, one, paper).data) for one in LEVELS]
            for number, size in enumerate(made):
                stays = leaf.faithful and (number == 0 or size > leaf.weight * _DRAWN_IF)
                weights[number] += leaf.weight if stays else size
            continue
        image = encoded(picture, LEVELS[level], paper)
        if leaf.faithful and len(image.data) > leaf.weight * _DRAWN_IF:
            sheets.append(_told(own, None) | {"page": at})
            continue
        notes.append("drawn")
        sheets.append(_told(as_drawn, image))
        images.append(image.data)
    if level is None:
        return {"weights": weights}, b""
    clean_pdf = cleaned.data if any("page" in sheet for sheet in sheets) else b""
    told = {"sheets": sheets, "clean": len(clean_pdf), "notes": sorted(set(notes))}
    return told, clean_pdf + b"".join(images)


def _quarters(turn: int) -> int:
    """Which side of a page is above after a turn clockwise: its top, left, foot or right."""
    return turn % 360 // 90


def _content(leaf: Any, turn: int, clear: float) -> Content:
    left, low, right, top = leaf.box
    return Content(right - left, top - low, turn % 360, clear=clear)


def _told(content: Content, image: Encoded | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "size": [content.width, content.height],
        "turn": content.turn,
        "grows": content.grows,
        "clear": content.clear,
    }
    if image is not None:
        told["image"] = [
            image.width,
            image.height,
            image.colour,
            image.bits,
            image.packing,
            image.palette.hex(),
        ]
        told["length"] = len(image.data)
    return told


# -- outside --------------------------------------------------------------------------------------------------


def weights_of(value: Any) -> tuple[int, ...]:
    """Bytes at each level. Raises ValueError for what is none of ours."""
    weights = value.get("weights") if isinstance(value, dict) else None
    if not isinstance(weights, list) or len(weights) != len(LEVELS):
        raise ValueError("weights")
    return tuple(_whole(one, 0, 1 << 40) for one in cast(list[Any], weights))


def sheets_of(value: Any, data: bytes) -> Sheets:
    """The sheets in an answer of the child. Raises ValueError, DamagedError or TypeError for what is none of ours."""
    clean_size = _whole(value["clean"], 0, len(data))
    document = Document(data[:clean_size]) if clean_size else None
    pages = len(document.pages()) if document else 0
    at, sheets = clean_size, list[Sheet]()
    for told in value["sheets"]:
        content = _content_of(told)
        if "image" not in told:
            sheets.append(Sheet(content, None, _whole(told["page"], 0, pages - 1)))
            continue
        length = _whole(told["length"], 1, len(data) - at)
        sheets.append(Sheet(content, _image_of(told["image"], data[at : at + length]), -1))
        at += length
    notes = tuple(note for note in value["notes"] if note in ("signed", "attached", "drawn", "sparse"))
    if not sheets or at != len(data):
        raise ValueError("sheets")
    return Sheets(tuple(sheets), document, notes)


def _content_of(told: Mapping[str, Any]) -> Content:
    width, height = (float(side) for side in told["size"])
    if not (1 <= width <= 100_000 and 1 <= height <= 100_000) or told["turn"] not in (0, 90, 180, 270):
        raise ValueError("content")
    clear = float(told["clear"])
    if not 0 <= clear <= 100_000:
        raise ValueError("content")
    return Content(width, height, told["turn"], grows=told["grows"] is True, clear=clear)


def _image_of(told: Any, data: bytes) -> Encoded:
    width, height, colour, bits, packing, palette = told
    if colour not in _COLOURS or packing not in _PACKINGS or bits not in (1, 2, 4, 8):
        raise ValueError("image")
    size = _whole(width, 1, 100_000), _whole(height, 1, 100_000)
    return Encoded(*size, colour, bits, packing, data, bytes.fromhex(palette))


def _whole(value: Any, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError("number")
    return value


def foreign_kind(kind: str, file: str) -> BadForm:
    """Why a file of another kind is not taken, and what to do."""
    if kind == "heic":
        return BadForm(
            "La foto {file} es de un formato de iPhone (HEIC): guárdela como JPEG y vuelva a agregarla.",
            file=file,
        )
    if kind == "word":
        return BadForm(
            "El archivo {file} es de Word u Office: guárdelo como PDF y vuelva a agregarlo.", file=file
        )
    return BadForm("El archivo {file} no es PDF, JPEG ni PNG: guárdelo en uno de ellos.", file=file)

"""Fonts for writing in fields: the form's own where it has the letters, else a subset of the shipped Noto Sans.

A Face measures in thousandths of the size and turns text into the operand of `Tj`.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from konbit.papers.pdf.document import Document
from konbit.papers.pdf.syntax import DamagedError, Dictionary, Name, Stream, write, write_name, write_string

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFile

_USUAL_CAP = 0.7


@dataclass(frozen=True, slots=True)
class Face:
    """A font to write with. advances: per character, thousandths. cap: height of a capital, of the size.

    resource: `/Name value` for an appearance's /Resources /Font. codes: per character, its code (one byte, or the
    two bytes of a glyph number in the shipped font). style: "" for the form's own, else the shipped font's file.
    """

    resource: bytes
    name: bytes
    advances: Mapping[str, float] = field(repr=False)
    codes: Mapping[str, bytes] = field(repr=False)
    cap: float = _USUAL_CAP
    style: str = ""

    def missing(self, text: str) -> str:
        """The first character this face has no glyph for, or ""."""
        return next((char for char in text if char not in self.advances), "")

    def width(self, text: str) -> float:
        """Width in thousandths of the size. Every character must be one the face has."""
        return sum(map(self.advances.__getitem__, text))

    def show(self, text: str) -> bytes:
        """The operand of Tj."""
        raw = b"".join(map(self.codes.__getitem__, text))
        return b"<" + raw.hex().encode() + b">" if self.style else write_string(raw)


def usable(face: Face, text: str) -> bool:
    return all(map(face.advances.__contains__, text))


# -- the form's own fonts -------------------------------------------------------------------------------------


def own_face(document: Document, name: bytes, font: Any) -> Face | None:
    """The face of a simple font of the form; None where its encoding cannot be known for sure."""
    entries = document.dictionary(font)
    subtype = document.resolve(entries.get(b"Subtype"))
    if subtype not in (b"Type1", b"TrueType", b"MMType1"):
        return None
    base = document.resolve(entries.get(b"BaseFont"))
    base = base.decode("latin-1") if isinstance(base, Name) else ""
    descriptor = document.dictionary(entries.get(b"FontDescriptor"))
    standard = _standard_widths(base)
    glyphs = _encoding(document, entries, descriptor, is_standard=standard is not None)
    if not glyphs:
        return None
    embedded = any(key in descriptor for key in (b"FontFile", b"FontFile2", b"FontFile3"))
    charset = document.resolve(descriptor.get(b"CharSet"))
    known = set(charset.decode("latin-1").split("/")) if embedded and isinstance(charset, bytes) else None
    if embedded and known is None and base[6:7] == "+":
        return None  # a subset that does not say which glyphs it kept
    widths = _widths(document, entries, descriptor)
    advances: dict[str, float] = {}
    codes: dict[str, bytes] = {}
    for code, (glyph, char) in glyphs.items():
        if known is not None and glyph not in known and char != " ":
            continue
        width = widths.get(code, 0.0) if widths else (standard or {}).get(glyph, 0.0)
        if width > 0 and char not in advances:
            advances[char], codes[char] = width, bytes([code])
    if " " not in advances:
        return None
    advances.setdefault("\u00a0", advances[" "])
    codes.setdefault("\u00a0", codes[" "])
    cap = document.resolve(descriptor.get(b"CapHeight"))
    height = cap / 1000 if isinstance(cap, int | float) and 500 <= cap <= 800 else _USUAL_CAP
    value = write(font) if not isinstance(font, Stream) else b"null"
    return Face(write_name(name) + b" " + value, name, advances, codes, height)


def standard_face(name: bytes, base: str) -> Face:
    """One of the fourteen standard fonts, for a form that names a font and does not describe it."""
    font: Dictionary = {
        Name(b"Type"): Name(b"Font"),
        Name(b"Subtype"): Name(b"Type1"),
        Name(b"BaseFont"): Name(base.encode()),
        Name(b"Encoding"): Name(b"WinAnsiEncoding"),
    }
    widths = _standard_widths(base) or {}
    advances: dict[str, float] = {}
    codes: dict[str, bytes] = {}
    for code, (glyph, char) in _win_ansi().items():
        if widths.get(glyph, 0) and char not in advances:
            advances[char], codes[char] = float(widths[glyph]), bytes([code])
    advances["\u00a0"], codes["\u00a0"] = advances[" "], codes[" "]
    return Face(write_name(name) + b" " + write(font), name, advances, codes)


def _standard_widths(base: str) -> Mapping[str, float] | None:
    from reportlab.pdfbase import _fontdata  # pyright: ignore[reportAttributeAccessIssue]

    name = base.replace(",", "-")
    aliases = {
        "Arial": "Helvetica",
        "ArialMT": "Helvetica",
        "Arial-BoldMT": "Helvetica-Bold",
        "Arial-Bold": "Helvetica-Bold",
        "TimesNewRoman": "Times-Roman",
        "TimesNewRomanPSMT": "Times-Roman",
        "CourierNew": "Courier",
    }
    name = aliases.get(name, name)
    return None if name in ("Symbol", "ZapfDingbats") else _fontdata.widthsByFontGlyph.get(name)


def _widths(document: Document, entries: Dictionary, descriptor: Dictionary) -> dict[int, float]:
    first = document.resolve(entries.get(b"FirstChar"))
    listed = [document.resolve(width) for width in document.array(entries.get(b"Widths"))]
    if not isinstance(first, int) or not listed:
        return {}
    missing = document.resolve(descriptor.get(b"MissingWidth"))
    table = dict.fromkeys(range(256), float(missing) if isinstance(missing, int | float) else 0.0)
    table |= {
        first + i: float(w) for i, w in enumerate(listed) if isinstance(w, int | float) and first + i < 256
    }
    return table


def _encoding(
    document: Document, entries: Dictionary, descriptor: Dictionary, *, is_standard: bool
) -> dict[int, tuple[str, str]]:
    """Per code its glyph name and its character (ISO 32000-1, 9.6.6). Empty where it is the font's secret."""
    encoding = document.resolve(entries.get(b"Encoding"))
    differences: list[Any] = []
    if isinstance(encoding, dict):
        differences = document.array(encoding.get(b"Differences"))
        encoding = document.resolve(encoding.get(b"BaseEncoding"))
    if encoding == b"WinAnsiEncoding":
        table = _win_ansi()
    elif encoding == b"MacRomanEncoding":
        table = _named("MacRomanEncoding")
    elif is_standard or (isinstance(descriptor.get(b"Flags"), int) and descriptor[b"Flags"] & 32):
        table = _named("StandardEncoding")
    elif differences:
        table = {}
    else:
        return {}
    code = 0
    for item in map(document.resolve, differences):
        if isinstance(item, int):
            code = item
        elif isinstance(item, Name):
            glyph = item.decode("latin-1")
            char = _character(glyph)
            table.pop(code, None)
            if char and 0 <= code < 256:
                table[code] = (glyph, char)
            code += 1
    return table


def _win_ansi() -> dict[int, tuple[str, str]]:
    table = _named("WinAnsiEncoding")
    # the unused codes of WinAnsi are bullets too: only 149 is meant to be written
    return {code: pair for code, pair in table.items() if pair[0] != "bullet" or code == 149}


def _named(encoding: str) -> dict[int, tuple[str, str]]:
    from reportlab.pdfbase import _fontdata  # pyright: ignore[reportAttributeAccessIssue]

    glyphs = _fontdata.encodings[encoding]
    found = {code: (glyph, _character(glyph)) for code, glyph in enumerate(glyphs) if glyph and code >= 32}
    return {code: pair for code, pair in found.items() if pair[1]}


def _character(glyph: str) -> str:
    from reportlab.pdfbase._glyphlist import _glyphname2unicode

    code = _glyphname2unicode.get(glyph)
    if code is None and glyph.startswith("uni") and len(glyph) == 7:
        try:
            code = int(glyph[3:], 16)
        except ValueError:
            return ""
    return chr(code) if isinstance(code, int) and not 0xD800 <= code < 0xE000 else ""


# -- the shipped font -----------------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def shipped_face(*, bold: bool) -> Face:
    """Noto Sans, for every character a form's own font does not have. Codes are its glyph numbers."""
    file = "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
    font = _open(file)
    # invisible format characters (zero-width space, soft hyphen…) would be printed as nothing: we say we lack them
    unwanted = ("Cc", "Cf", "Co", "Cn", "Cs")
    chars = {chr(u): g for u, g in font.charToGlyph.items() if unicodedata.category(chr(u)) not in unwanted}
    advances = {char: font.hmetrics[glyph][0] * 1000 / font.unitsPerEm for char, glyph in chars.items()}
    codes = {char: glyph.to_bytes(2, "big") for char, glyph in chars.items()}
    return Face(b"", b"KoNotoB" if bold else b"KoNoto", advances, codes, 0.714, file)


def _open(file: str) -> TTFontFile:
    import io

    from reportlab.pdfbase.ttfonts import TTFontFile

    data = resources.files("konbit").joinpath("assets", "fonts", file).read_bytes()
    return TTFontFile(io.BytesIO(data))


def embed(style: str, used: Iterable[str], first: int) -> list[tuple[int, bytes]]:
    """The six objects that embed the used characters of a shipped font, numbered from `first` (the font itself)."""
    font = _open(style)
    chars = sorted(char for char in set(used) if ord(char) in font.charToGlyph)
    glyph_of = {char: font.charToGlyph[ord(char)] for char in chars}
    subset = font.makeSubset([ord(char) for char in chars])
    order = list(dict.fromkeys([0, *glyph_of.values()]))  # the order in which makeSubset renumbers
    table = bytearray(2 * (max(order) + 1))
    for new, old in enumerate(order):
        table[2 * old : 2 * old + 2] = new.to_bytes(2, "big")
    scale = 1000 / font.unitsPerEm
    pairs = sorted(set(glyph_of.values()))
    widths = b" ".join(b"%d[%d]" % (glyph, round(font.hmetrics[glyph][0] * scale)) for glyph in pairs)
    tag = _subset_tag(chars)
    base = write_name(tag + b"+" + style.removesuffix(".ttf").encode())
    box = b" ".join(b"%d" % round(edge) for edge in font.bbox)
    ref = b"%d 0 R"
    return [
        (
            first,
            b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H/DescendantFonts[%b]/ToUnicode %b>>"
            % (base, ref % (first + 1), ref % (first + 5)),
        ),
        (
            first + 1,
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/FontDescriptor %b/DW 600/W[%b]/CIDToGIDMap %b>>"
            % (base, ref % (first + 2), widths, ref % (first + 4)),
        ),
        (
            first + 2,
            b"<</Type/FontDescriptor/FontName%b/Flags 32/FontBBox[%b]/ItalicAngle 0/Ascent %d/Descent %d"
            b"/CapHeight %d/StemV %d/FontFile2 %b>>"
            % (
                base,
                box,
                round(font.ascent),
                round(font.descent),
                round(font.capHeight),
                round(font.stemV),
                ref % (first + 3),
            ),
        ),
        (first + 3, _packed(subset, b"/Length1 %d" % len(subset))),
        (first + 4, _packed(bytes(table), b"")),
        (first + 5, _packed(_to_unicode(glyph_of), b"")),
    ]


OBJECTS_OF_A_FONT = 6


def _subset_tag(chars: Iterable[str]) -> bytes:
    number = zlib.crc32("".join(chars).encode())
    return bytes(65 + (number // 26**place) % 26 for place in range(6))


def _packed(raw: bytes, extra: bytes) -> bytes:
    small = zlib.compress(raw, 6)
    return b"<</Filter/FlateDecode/Length %d%b>>\nstream\n%b\nendstream" % (len(small), extra, small)


def _to_unicode(glyph_of: Mapping[str, int]) -> bytes:
    rows = [
        b"<%04X><%b>" % (glyph, char.encode("utf-16-be").hex().encode()) for char, glyph in glyph_of.items()
    ]
    blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(b), b"\n".join(b)) for b in blocks)
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) "
        b"/Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
        + body
        + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


# -- choosing -------------------------------------------------------------------------------------------------


class FaceBook:
    """The faces a form names in its default appearances, each built once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        form = document.dictionary(document.catalog.get(b"AcroForm"))
        self._shared = self._fonts(form.get(b"DR"))
        self._faces: dict[tuple[bytes, bytes], Face | None] = {}

    def _fonts(self, resources_value: Any) -> Dictionary:
        return self._document.dictionary(self._document.dictionary(resources_value).get(b"Font"))

    def find(self, name: bytes, widget: Dictionary) -> Face | None:
        """The form's face of that resource name: of the form, of the field, or of the widget's own appearance."""
        if not name:  # no /DA at all
            return standard_face(b"Helv", "Helvetica")
        look = self._document.resolve(self._document.dictionary(widget.get(b"AP")).get(b"N"))
        own = self._fonts(look.entries.get(b"Resources")) if isinstance(look, Stream) else {}
        font = self._shared.get(name) or self._fonts(widget.get(b"DR")).get(name) or own.get(name)
        key = (name, write(font) if font is not None else b"")
        if key not in self._faces:
            self._faces[key] = self._build(name, font)
        return self._faces[key]

    def _build(self, name: bytes, font: Any) -> Face | None:
        if font is None:
            usual = {
                b"Helv": "Helvetica",
                b"HeBo": "Helvetica-Bold",
                b"TiRo": "Times-Roman",
                b"Cour": "Courier",
            }
            base = usual.get(name) or name.decode("latin-1")
            return standard_face(name, base) if _standard_widths(base) else None
        try:
            return own_face(self._document, name, font)
        except (DamagedError, ValueError, TypeError):
            return None

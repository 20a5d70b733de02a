"""Lays fields over pages that are already drawn: an AcroForm with Noto Sans embedded for typing.

Fields have no frame of their own (the page has it), a tooltip for screen readers, and the order in which they
were given. Ticks are a cross drawn as a path, so that no viewer needs a font for it.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfbase.ttfonts import TTFontFile, TTFontMaker

MULTILINE, RADIO, COMBO, EDIT = 1 << 12, 1 << 15, 1 << 17, 1 << 18
PRINT = 4
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Tick:
    """One box of a group, with the state it sets."""

    state: str
    label: str
    rect: Rect


@dataclass(frozen=True)
class Field:
    """kind: text, combo, ticks (one of several boxes) or tick (a single box). page: from 0. size: of the letters."""

    name: str
    kind: str
    tip: str
    page: int
    rect: Rect = (0, 0, 0, 0)
    size: float = 11
    align: int = 0
    multiline: bool = False
    options: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()


def with_fields(drawn: bytes, fields: Sequence[Field], title: str) -> bytes:
    """The same pages with these fields. Same input, same bytes."""
    return _Layer(drawn).add(fields, title)


class _Layer:
    def __init__(self, drawn: bytes) -> None:
        self.writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn)))
        self.looks: dict[Any, IndirectObject] = {}

    def add(self, fields: Sequence[Field], title: str) -> bytes:
        writer = self.writer
        font = self._font()
        roots = ArrayObject()
        annotations = [ArrayObject() for _ in writer.pages]
        for field in fields:
            make = self._group if field.kind in ("ticks", "tick") else self._typed
            root, widgets = make(field)
            roots.append(root)
            annotations[field.page].extend(widgets)
        for page, widgets in zip(writer.pages, annotations, strict=True):
            page[NameObject("/Annots")] = widgets
            page[NameObject("/Tabs")] = NameObject("/R")
        form = {
            "/Fields": roots,
            "/DA": TextStringObject("/NotoSans 11 Tf 0 g"),
            "/DR": _dict({"/Font": _dict({"/NotoSans": font})}),
        }
        root = writer.root_object
        root[NameObject("/AcroForm")] = writer._add_object(_dict(form))
        root[NameObject("/Lang")] = TextStringObject("es-CL")
        root[NameObject("/ViewerPreferences")] = _dict({"/DisplayDocTitle": BooleanObject(True)})
        writer.pdf_header = "%PDF-1.7"
        writer.metadata = {"/Title": title, "/Producer": "Konbit"}
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    def _typed(self, field: Field) -> tuple[IndirectObject, list[IndirectObject]]:
        flags = MULTILINE if field.multiline else COMBO | EDIT if field.kind == "combo" else 0
        entries = self._widget(field.rect, field.page) | {
            "/FT": NameObject("/Ch" if field.kind == "combo" else "/Tx"),
            "/T": TextStringObject(field.name),
            "/TU": TextStringObject(field.tip),
            "/Ff": NumberObject(flags),
            "/DA": TextStringObject(f"/NotoSans {field.size:g} Tf 0 g"),
        }
        if field.align:
            entries["/Q"] = NumberObject(field.align)
        if field.options:
            entries["/Opt"] = ArrayObject(TextStringObject(option) for option in field.options)
            # Without a look of its own a blank one shows the button of a drop-down list in pdfium, on paper too.
            entries["/AP"] = _dict({"/N": self._nothing(field.rect)})
        made = self.writer._add_object(_dict(entries))
        return made, [made]

    def _group(self, field: Field) -> tuple[IndirectObject, list[IndirectObject]]:
        common = {
            "/FT": NameObject("/Btn"),
            "/T": TextStringObject(field.name),
            "/TU": TextStringObject(field.tip),
            "/V": NameObject("/Off"),
            "/Ff": NumberObject(RADIO if field.kind == "ticks" else 0),
        }
        if field.kind == "tick":
            entries = common | self._box(field.ticks[0], field.page)
            made = self.writer._add_object(_dict(entries))
            return made, [made]
        root = self.writer._add_object(_dict(common))
        kids = []
        for tick in field.ticks:
            tip = TextStringObject(f"{field.tip}: {tick.label}")
            entries = self._box(tick, field.page) | {"/Parent": root, "/TU": tip}
            kids.append(self.writer._add_object(_dict(entries)))
        root.get_object()[NameObject("/Kids")] = ArrayObject(kids)
        return root, kids

    def _widget(self, rect: Rect, page: int) -> dict[str, Any]:
        return {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Widget"),
            "/Rect": ArrayObject(FloatObject(round(edge, 2)) for edge in rect),
            "/F": NumberObject(PRINT),
            "/P": self.writer.pages[page].indirect_reference,
            "/BS": _dict({"/W": NumberObject(0)}),
        }

    def _box(self, tick: Tick, page: int) -> dict[str, Any]:
        side = round(tick.rect[2] - tick.rect[0], 2)
        looks = _dict({f"/{tick.state}": self._look(side, True), "/Off": self._look(side, False)})
        return self._widget(tick.rect, page) | {
            "/AS": NameObject("/Off"),
            "/MK": _dict({"/CA": TextStringObject("8")}),
            "/AP": _dict({"/N": looks}),
        }

    def _look(self, side: float, crossed: bool) -> IndirectObject:
        if (side, crossed) not in self.looks:
            low, high = round(side * 0.2, 2), round(side * 0.8, 2)
            cross = f"q 0 G 1.8 w 1 J {low} {low} m {high} {high} l {low} {high} m {high} {low} l S Q"
            self.looks[side, crossed] = self._drawn(cross.encode() if crossed else b"", side, side)
        return self.looks[side, crossed]

    def _nothing(self, rect: Rect) -> IndirectObject:
        wide, high = round(rect[2] - rect[0], 2), round(rect[3] - rect[1], 2)
        if ("blank", wide, high) not in self.looks:
            self.looks["blank", wide, high] = self._drawn(b"", wide, high)
        return self.looks["blank", wide, high]

    def _drawn(self, content: bytes, wide: float, high: float) -> IndirectObject:
        stream = DecodedStreamObject()
        stream.set_data(content)
        stream.update(
            _dict(
                {
                    "/Type": NameObject("/XObject"),
                    "/Subtype": NameObject("/Form"),
                    "/BBox": ArrayObject(map(FloatObject, (0, 0, wide, high))),
                    "/Resources": _dict({}),
                }
            )
        )
        return self.writer._add_object(stream)

    def _font(self) -> IndirectObject:
        """Noto Sans with the letters of WinAnsi (Western Europe), as a simple font, so that every viewer types with it."""
        data = resources.files("konbit").joinpath("assets", "fonts", "NotoSans-Regular.ttf").read_bytes()
        font = TTFontFile(io.BytesIO(data))
        letters = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)}
        codes = {
            c: ord(letter) for c, letter in letters.items() if letter and ord(letter) in font.charToGlyph
        }
        scale = 1000 / font.unitsPerEm
        widths = [
            round(font.hmetrics[font.charToGlyph[codes[c]]][0] * scale) if c in codes else 0
            for c in range(32, 256)
        ]
        file = DecodedStreamObject()
        file.set_data(_with_unicode_map(font, sorted(codes.values())))
        file[NameObject("/Length1")] = NumberObject(len(file.get_data()))
        packed = file.flate_encode()
        packed[NameObject("/Length1")] = file["/Length1"]
        descriptor = {
            "/Type": NameObject("/FontDescriptor"),
            "/FontName": NameObject("/NotoSansWinAnsi"),
            "/Flags": NumberObject(32),
            "/FontBBox": ArrayObject(NumberObject(round(edge)) for edge in font.bbox),
            "/ItalicAngle": NumberObject(0),
            "/Ascent": NumberObject(round(font.ascent)),
            "/Descent": NumberObject(round(font.descent)),
            "/CapHeight": NumberObject(round(font.capHeight)),
            "/StemV": NumberObject(round(font.stemV)),
            "/FontFile2": self.writer._add_object(packed),
        }
        entries = {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/TrueType"),
            "/BaseFont": NameObject("/NotoSansWinAnsi"),
            "/Encoding": NameObject("/WinAnsiEncoding"),
            "/FirstChar": NumberObject(32),
            "/LastChar": NumberObject(255),
            "/Widths": ArrayObject(map(NumberObject, widths)),
            "/FontDescriptor": self.writer._add_object(_dict(descriptor)),
        }
        return self.writer._add_object(_dict(entries))


def _dict(entries: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _with_unicode_map(font: TTFontFile, letters: list[int]) -> bytes:
    """A subset with these letters and a Unicode `cmap` (3, 1): reportlab's own is for codes of its making."""
    subset = font.makeSubset(letters)
    order = list(dict.fromkeys([0, *(font.charToGlyph[letter] for letter in letters)]))
    glyphs = {letter: order.index(font.charToGlyph[letter]) for letter in letters}
    maker = TTFontMaker()
    for n in range(struct.unpack(">H", subset[4:6])[0]):
        tag, _, start, length = struct.unpack(">4sLLL", subset[12 + 16 * n : 28 + 16 * n])
        if tag != b"cmap":
            maker.add(tag.decode(), subset[start : start + length])
    maker.add("cmap", _unicode_map(glyphs))
    return maker.makeStream()


def _unicode_map(glyphs: dict[int, int]) -> bytes:
    """Table `cmap` with one subtable of format 4: a segment for each letter."""
    rows = [(letter, (glyph - letter) % 65536) for letter, glyph in sorted(glyphs.items())] + [(0xFFFF, 1)]
    count = len(rows)
    power = 1 << (count.bit_length() - 1)
    ends = [letter for letter, _ in rows]
    body = [2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power)]
    body += [*ends, 0, *ends, *(delta for _, delta in rows), *([0] * count)]
    table = [4, 6 + 2 * len(body), 0, *body]
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(f">{len(table)}H", *table)

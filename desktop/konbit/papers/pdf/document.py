"""A PDF file open for reading: cross-references, object streams, objects by number (ISO 32000-1, 7.5).

Strict on purpose. A file with a broken or unusual structure, or an encrypted one, raises `DamagedError` or
`EncryptedError`, and `mending` rewrites it with pypdf into one that this reader takes.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import NamedTuple

from konbit.papers.pdf.syntax import DamagedError, Dictionary, Name, Ref, Stream, Value, parse, skip_space

MOST_OBJECTS = 1_000_000
MOST_DECODED = 128 * 1024 * 1024
_STARTXREF = re.compile(rb"startxref[\x00\t\n\x0c\r ]+(\d{1,12})")
_OBJECT = re.compile(rb"[\x00\t\n\x0c\r ]*(\d{1,10})[\x00\t\n\x0c\r ]+(\d{1,5})[\x00\t\n\x0c\r ]+obj")
_SUBSECTION = re.compile(rb"[\x00\t\n\x0c\r ]*(\d{1,10})[\x00\t\n\x0c\r ]+(\d{1,7})[\x00\t\n\x0c\r ]+")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])[\x00\t\n\x0c\r ]{1,2}")
_TRAILER = re.compile(rb"[\x00\t\n\x0c\r ]*trailer")
_STREAM = re.compile(rb"[\x00\t\n\x0c\r ]*stream(?:\r\n|\n)")
_ENDSTREAM = re.compile(rb"[\x00\t\n\x0c\r ]*endstream")


class EncryptedError(Exception):
    """The file is encrypted; internal, never shown to a person."""


class _Place(NamedTuple):
    """Where an object is: at an offset, or the position-th of an object stream."""

    offset: int
    generation: int
    holder: int  # number of the object stream, or 0
    position: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What an increment needs to know of the file it is appended to."""

    startxref: int
    size: int
    xref_is_stream: bool
    trailer: Dictionary


class Document:
    """Objects of one file by number, each parsed once. Raises DamagedError, EncryptedError."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(b"%PDF-"):
            raise DamagedError("no header")
        self.data = data
        self._places: dict[int, _Place | None] = {}
        self._objects: dict[int, Value] = {}
        self._loading: set[int] = set()
        self.layout = self._read_cross_references()
        if b"Encrypt" in self.layout.trailer:
            raise EncryptedError
        root = self.layout.trailer.get(b"Root")
        if not isinstance(root, Ref) or not isinstance(self.resolve(root), dict):
            raise DamagedError("no catalog")
        self.catalog = self.dictionary(root)
        if self.dictionary(self.catalog.get(b"Pages")).get(b"Type") != b"Pages":
            raise DamagedError("no page tree")

    # -- objects ------------------------------------------------------------------------------------------

    def numbers(self) -> list[int]:
        """Numbers of the objects in use."""
        return sorted(n for n, place in self._places.items() if place is not None)

    def generation(self, number: int) -> int:
        place = self._places.get(number)
        return place.generation if place is not None else 0

    def get(self, number: int) -> Value:
        """The object of that number, or None (an absent object is null: 7.3.10)."""
        if number in self._objects:
            return self._objects[number]
        place = self._places.get(number)
        if place is None:
            return None
        if number in self._loading:
            raise DamagedError(f"object {number} needs itself")
        self._loading.add(number)
        try:
            value = self._unpack(number, place) if place.holder else self._read_object(number, place)
        finally:
            self._loading.discard(number)
        self._objects[number] = value
        return value

    def resolve(self, value: Value) -> Value:
        """What a reference leads to; any other value is itself."""
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            value = self.get(value.number)
        raise DamagedError("chain of references")

    def dictionary(self, value: Value) -> Dictionary:
        """The dictionary (or a stream's), or an empty one where there is none."""
        value = self.resolve(value)
        if isinstance(value, Stream):
            return value.entries
        return value if isinstance(value, dict) else {}

    def array(self, value: Value) -> list[Value]:
        value = self.resolve(value)
        return value if isinstance(value, list) else []

    def decoded(self, stream: Stream) -> bytes:
        """The bytes of a stream whose only filters are Flate. Raises DamagedError for others and for bombs."""
        filters = self.resolve(stream.entries.get(b"Filter"))
        parameters = self.resolve(stream.entries.get(b"DecodeParms"))
        names = filters if isinstance(filters, list) else [] if filters is None else [filters]
        settings = parameters if isinstance(parameters, list) else [parameters]
        raw = stream.raw
        for position, name in enumerate(names):
            if self.resolve(name) not in (b"FlateDecode", b"Fl"):
                raise DamagedError("filter")
            raw = _inflate(raw)
            raw = _unpredict(raw, self.dictionary(settings[position] if position < len(settings) else None))
        return raw

    # -- reading ------------------------------------------------------------------------------------------

    def _read_object(self, number: int, place: _Place) -> Value:
        found = _OBJECT.match(self.data, place.offset)
        if found is None or int(found[1]) != number or int(found[2]) != place.generation:
            raise DamagedError(f"object {number} is not where the cross-reference says")
        value, after = parse(self.data, found.end())
        if not isinstance(value, dict):
            return value
        start = _STREAM.match(self.data, after)
        if start is None:
            return value
        length = self.resolve(value.get(b"Length"))
        if not isinstance(length, int) or not 0 <= length <= len(self.data):
            raise DamagedError("length of a stream")
        if _ENDSTREAM.match(self.data, start.end() + length) is None:
            raise DamagedError("length of a stream")
        return Stream(value, self.data[start.end() : start.end() + length])

    def _unpack(self, number: int, place: _Place) -> Value:
        holder = self._places.get(place.holder)
        if holder is None or holder.holder:
            raise DamagedError("object stream in an object stream")
        stream = self.get(place.holder)
        if not isinstance(stream, Stream) or stream.entries.get(b"Type") != b"ObjStm":
            raise DamagedError("no object stream")
        body = self.decoded(stream)
        count, first = self.resolve(stream.entries.get(b"N")), self.resolve(stream.entries.get(b"First"))
        if not isinstance(count, int) or not isinstance(first, int) or not 0 <= count <= MOST_OBJECTS:
            raise DamagedError("object stream")
        head = body[:first].split()
        if len(head) < 2 * count:
            raise DamagedError("object stream")
        for index in range(count):
            inside, offset = int(head[2 * index]), int(head[2 * index + 1])
            where = self._places.get(inside)
            if where is not None and where.holder == place.holder and inside not in self._objects:
                self._objects[inside] = parse(body, first + offset)[0]
        if number not in self._objects:
            raise DamagedError(f"object {number} is not in its stream")
        return self._objects[number]

    # -- cross-references ---------------------------------------------------------------------------------

    def _read_cross_references(self) -> Layout:
        tail = self.data[-2048:]
        marks = list(_STARTXREF.finditer(tail))
        if not marks:
            raise DamagedError("no startxref")
        newest = int(marks[-1][1])
        trailer: Dictionary | None = None
        is_stream = False
        size = 0
        pending, seen = [newest], set()
        while pending:
            offset = pending.pop()
            if offset in seen or not 0 < offset < len(self.data):
                raise DamagedError("cross-references")
            seen.add(offset)
            start = skip_space(self.data, offset)
            if self.data.startswith(b"xref", start):
                section = self._read_table(start + 4)
                hybrid = section.get(b"XRefStm")
            else:
                section, hybrid = self._read_xref_stream(offset), None
                is_stream = is_stream or trailer is None
            if trailer is None:
                trailer = section
            size = max(size, section.get(b"Size", 0) if isinstance(section.get(b"Size"), int) else 0)
            previous = section.get(b"Prev")
            if isinstance(previous, int):
                pending.append(previous)
            if isinstance(hybrid, int):
                pending.append(hybrid)
        assert trailer is not None
        size = max([size, *(n + 1 for n in self._places)])
        return Layout(newest, size, is_stream, trailer)

    def _note(self, number: int, place: _Place | None) -> None:
        if len(self._places) > MOST_OBJECTS or number > 8_388_607:
            raise DamagedError("too many objects")
        self._places.setdefault(number, place)

    def _read_table(self, position: int) -> Dictionary:
        while (found := _SUBSECTION.match(self.data, position)) is not None:
            first, count = int(found[1]), int(found[2])
            position = found.end()
            for number in range(first, first + count):
                entry = _ENTRY.match(self.data, position)
                if entry is None:
                    raise DamagedError("cross-reference table")
                used = entry[3] == b"n" and int(entry[1]) > 0
                self._note(number, _Place(int(entry[1]), int(entry[2]), 0, 0) if used else None)
                position = entry.end()
        found = _TRAILER.match(self.data, position)
        if found is None:
            raise DamagedError("no trailer")
        trailer, _ = parse(self.data, found.end())
        if not isinstance(trailer, dict):
            raise DamagedError("trailer")
        return trailer

    def _read_xref_stream(self, offset: int) -> Dictionary:
        found = _OBJECT.match(self.data, offset)
        if found is None:
            raise DamagedError("cross-reference stream")
        number, generation = int(found[1]), int(found[2])
        stream = self._read_object(number, _Place(offset, generation, 0, 0))
        if not isinstance(stream, Stream) or stream.entries.get(b"Type") != b"XRef":
            raise DamagedError("cross-reference stream")
        entries = stream.entries
        widths, size = entries.get(b"W"), entries.get(b"Size")
        if not isinstance(widths, list) or len(widths) != 3 or not isinstance(size, int):
            raise DamagedError("cross-reference stream")
        if not all(isinstance(w, int) and 0 <= w <= 8 for w in widths):
            raise DamagedError("cross-reference stream")
        index = entries.get(b"Index", [0, size])
        if not isinstance(index, list) or not all(isinstance(i, int) and i >= 0 for i in index):
            raise DamagedError("cross-reference stream")
        rows = self.decoded(stream)
        w1, w2, w3 = widths
        step, position = w1 + w2 + w3, 0
        for first, count in zip(index[::2], index[1::2], strict=False):
            if step == 0 or position + step * count > len(rows):
                raise DamagedError("cross-reference stream")
            for entry in range(first, first + count):
                kind = int.from_bytes(rows[position : position + w1], "big") if w1 else 1
                second = int.from_bytes(rows[position + w1 : position + w1 + w2], "big")
                third = int.from_bytes(rows[position + w1 + w2 : position + step], "big")
                position += step
                if kind == 1:
                    self._note(entry, _Place(second, third, 0, 0))
                elif kind == 2:
                    self._note(entry, _Place(0, 0, second, third))
                else:
                    self._note(entry, None)
        return entries

    # -- pages --------------------------------------------------------------------------------------------

    def pages(self) -> list[tuple[Ref, Dictionary]]:
        """Every page in order, with /Resources, /MediaBox, /CropBox and /Rotate inherited (7.7.3.4)."""
        found: list[tuple[Ref, Dictionary]] = []
        seen: set[int] = set()
        inheritable = (b"Resources", b"MediaBox", b"CropBox", b"Rotate")

        def walk(ref: Value, inherited: Dictionary, depth: int) -> None:
            if not isinstance(ref, Ref) or ref.number in seen or depth > 60:
                raise DamagedError("page tree")
            seen.add(ref.number)
            node = self.resolve(ref)
            if not isinstance(node, dict) or not node:
                raise DamagedError("page tree")
            down = {**inherited, **{Name(k): node[k] for k in inheritable if k in node}}
            if b"Kids" in node:
                for kid in self.array(node[b"Kids"]):
                    walk(kid, down, depth + 1)
            else:
                found.append((ref, {**down, **node}))

        walk(self.catalog.get(b"Pages"), {}, 0)
        return found


def _inflate(raw: bytes) -> bytes:
    engine = zlib.decompressobj()
    try:
        out = engine.decompress(raw, MOST_DECODED)
    except zlib.error as error:
        raise DamagedError("flate") from error
    if engine.unconsumed_tail:
        raise DamagedError("a stream that unpacks to too much")
    if not engine.eof:
        raise DamagedError("flate")
    return out


def _unpredict(raw: bytes, settings: Dictionary) -> bytes:
    """Undo the PNG predictors (7.4.4.4), the ones cross-reference streams use."""
    predictor = settings.get(b"Predictor", 1)
    if predictor == 1:
        return raw
    columns, colors, bits = (
        settings.get(k, d) for k, d in ((b"Columns", 1), (b"Colors", 1), (b"BitsPerComponent", 8))
    )
    if (
        not isinstance(predictor, int)
        or predictor < 10
        or bits != 8
        or colors != 1
        or not isinstance(columns, int)
    ):
        raise DamagedError("predictor")
    if not 0 < columns <= 65536:
        raise DamagedError("predictor")
    above = bytearray(columns)
    out = bytearray()
    for start in range(0, len(raw), columns + 1):
        kind, row = raw[start], bytearray(raw[start + 1 : start + 1 + columns])
        if kind == 1:
            for i in range(1, len(row)):
                row[i] = (row[i] + row[i - 1]) & 255
        elif kind == 2:
            for i in range(len(row)):
                row[i] = (row[i] + above[i]) & 255
        elif kind == 3:
            for i in range(len(row)):
                row[i] = (row[i] + ((row[i - 1] if i else 0) + above[i]) // 2) & 255
        elif kind == 4:
            for i in range(len(row)):
                row[i] = (row[i] + _paeth(row[i - 1] if i else 0, above[i], above[i - 1] if i else 0)) & 255
        elif kind != 0:
            raise DamagedError("predictor")
        out += row
        above = row + bytearray(columns - len(row))
    return bytes(out)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    distances = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return (left, up, corner)[distances.index(min(distances))]

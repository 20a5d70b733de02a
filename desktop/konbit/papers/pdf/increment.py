"""Append changed objects to a PDF: an incremental update in the file's own flavour (ISO 32000-1, 7.5.6, 7.5.8)."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Mapping
from itertools import accumulate
from sys import byteorder
from zlib import adler32, crc32

from konbit.papers.pdf.document import Layout
from konbit.papers.pdf.syntax import write

_MOST_SHAPES = 64


def written(number: int, generation: int, body: bytes) -> bytes:
    """An object as it stands in a file. body: the bytes between `obj` and `endobj`."""
    return b"%d %d obj\n%b\nendobj\n" % (number, generation, body)


class Increments:
    """Writes increments to one file. changes of the same objects share the work of listing them.

    Every `written` object is of generation 0 or the one it has in `generations`.
    """

    def __init__(self, base: bytes, layout: Layout, generations: Mapping[int, int]) -> None:
        self._base = base if base.endswith((b"\n", b"\r")) else base + b"\n"
        self._layout = layout
        self._generations = generations
        self._first_id, self._kept = _identity(layout, base)
        self._shapes: dict[tuple[int, ...], tuple[bytes, array[int]]] = {}

    def append(self, objects: Mapping[int, bytes]) -> bytes:
        """The base, untouched, and after it the objects by number, their cross-references and a trailer.

        The second half of /ID follows from the content, so the same values give the same bytes.
        """
        numbers = sorted(objects)
        body = b"".join(map(objects.__getitem__, numbers))
        lengths = map(len, map(objects.__getitem__, numbers))
        offsets = array("I", accumulate(lengths, initial=len(self._base)))
        end = offsets.pop()
        size = max(self._layout.size, numbers[-1] + 1)
        # an /ID only tells versions apart: two checksums and the length cost a fifth of a digest
        changed = b"%08x%08x%016x" % (crc32(body), adler32(body), len(body))
        trailer = b"%b/ID[<%b><%b>]" % (self._kept, self._first_id, changed)
        if self._layout.xref_is_stream:
            tail = self._as_stream(numbers, offsets, size, end, trailer)
        else:
            tail = self._as_table(numbers, offsets, size, trailer)
        return b"".join((self._base, body, tail, b"startxref\n%d\n%%%%EOF\n" % end))

    def _as_table(self, numbers: list[int], offsets: array[int], size: int, trailer: bytes) -> bytes:
        generation = self._generations.get
        rows = [
            b"%010d %05d n \n" % (offset, generation(number, 0))
            for number, offset in zip(numbers, offsets, strict=True)
        ]
        out, position = [b"xref\n"], 0
        for first, count in _runs(numbers):
            out.append(b"%d %d\n" % (first, count))
            out += rows[position : position + count]
            position += count
        out.append(b"trailer\n<</Size %d%b/Prev %d>>\n" % (size, trailer, self._layout.startxref))
        return b"".join(out)

    def _as_stream(
        self, numbers: list[int], offsets: array[int], size: int, end: int, trailer: bytes
    ) -> bytes:
        index, columns = self._shape([*numbers, size])
        columns = columns[:]
        offsets.append(end)
        columns[1::3] = offsets
        if byteorder == "little":
            columns.byteswap()
        rows = columns.tobytes()
        head = b"%d 0 obj\n<</Type/XRef/Size %d/W[4 4 4]/Index[%b]%b/Prev %d/Length %d>>\nstream\n" % (
            size,
            size + 1,
            index,
            trailer,
            self._layout.startxref,
            len(rows),
        )
        return head + rows + b"\nendstream\nendobj\n"

    def _shape(self, numbers: list[int]) -> tuple[bytes, array[int]]:
        """The /Index of these objects and their rows without offsets; kept, for a batch fills the same fields."""
        key = tuple(numbers)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) >= _MOST_SHAPES:
                self._shapes.clear()
            index = b" ".join(b"%d %d" % run for run in _runs(numbers))
            rows = array("I", [1, 0, 0]) * len(numbers)
            rows[2::3] = array("I", [self._generations.get(number, 0) for number in numbers])
            found = self._shapes[key] = (index, rows)
        return found


def _identity(layout: Layout, base: bytes) -> tuple[bytes, bytes]:
    """The first half of /ID in hexadecimal, and the entries of the trailer that stay."""
    old = layout.trailer.get(b"ID")
    if isinstance(old, list) and len(old) == 2 and isinstance(old[0], bytes):
        first = old[0]
    else:
        first = hashlib.md5(base, usedforsecurity=False).digest()
    kept = b"".join(
        b"/%b %b" % (key, write(layout.trailer[key])) for key in (b"Root", b"Info") if key in layout.trailer
    )
    return first.hex().encode(), kept


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as (first, how many)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][0] + runs[-1][1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs

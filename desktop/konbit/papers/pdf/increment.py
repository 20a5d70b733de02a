"""Append changed objects to a PDF: an incremental update in the file's own flavour (ISO 32000-1, 7.5.6, 7.5.8)."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from itertools import accumulate
from sys import byteorder

from konbit.papers.pdf.document import Layout
from konbit.papers.pdf.syntax import write

Change = tuple[int, int, bytes]
"""Object number, generation, and the bytes between `obj` and `endobj`."""


def append(base: bytes, layout: Layout, changes: Iterable[Change]) -> bytes:
    """The base, untouched, and after it the changed objects, their cross-references and a trailer.

    The second half of /ID follows from the content, so the same values give the same bytes.
    """
    ordered = sorted(changes)
    size = max(layout.size, ordered[-1][0] + 1) if ordered else layout.size
    start = b"" if base.endswith((b"\n", b"\r")) else b"\n"
    parts = [b"%d %d obj\n%b\nendobj\n" % change for change in ordered]
    offsets = list(accumulate(map(len, parts), initial=len(base) + len(start)))
    end = offsets.pop()
    body = b"".join(parts)
    trailer = _trailer(layout, base, body)
    places = [
        (number, generation, offset) for (number, generation, _), offset in zip(ordered, offsets, strict=True)
    ]
    if layout.xref_is_stream:
        tail = _as_stream(places, size, end, trailer, layout.startxref)
    else:
        tail = _as_table(places, size, trailer, layout.startxref)
    return b"".join((base, start, body, tail, b"startxref\n%d\n%%%%EOF\n" % end))


def _trailer(layout: Layout, base: bytes, body: bytes) -> bytes:
    old = layout.trailer.get(b"ID")
    changed = hashlib.md5(body, usedforsecurity=False).digest()
    if isinstance(old, list) and len(old) == 2 and isinstance(old[0], bytes):
        first = old[0]
    else:
        first = hashlib.md5(base, usedforsecurity=False).digest()
    kept = b"".join(
        b"/%b %b" % (key, write(layout.trailer[key])) for key in (b"Root", b"Info") if key in layout.trailer
    )
    return b"%b/ID[<%b><%b>]" % (kept, first.hex().encode(), changed.hex().encode())


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as (first, how many)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][0] + runs[-1][1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs


def _as_table(places: list[tuple[int, int, int]], size: int, trailer: bytes, previous: int) -> bytes:
    rows = [b"%010d %05d n \n" % (offset, generation) for _, generation, offset in places]
    out, position = [b"xref\n"], 0
    for first, count in _runs([number for number, _, _ in places]):
        out.append(b"%d %d\n" % (first, count))
        out += rows[position : position + count]
        position += count
    out.append(b"trailer\n<</Size %d%b/Prev %d>>\n" % (size, trailer, previous))
    return b"".join(out)


def _as_stream(
    places: list[tuple[int, int, int]], size: int, end: int, trailer: bytes, previous: int
) -> bytes:
    places = [*places, (size, 0, end)]
    index = b" ".join(b"%d %d" % run for run in _runs([number for number, _, _ in places]))
    columns = array("I")
    for _, generation, offset in places:
        columns.extend((1, offset, generation))
    if byteorder == "little":
        columns.byteswap()
    rows = columns.tobytes()
    return (
        b"%d 0 obj\n<</Type/XRef/Size %d/W[4 4 4]/Index[%b]%b/Prev %d/Length %d>>\nstream\n%b\nendstream\nendobj\n"
        % (
            size,
            size + 1,
            index,
            trailer,
            previous,
            len(rows),
            rows,
        )
    )

"""Rewrite a form small, once, so that every filling of a batch is small: only what can be reached, in object streams.

Numbers stay, so what is planned for the form holds (ISO 32000-1, 7.5.7 Object streams, 7.5.8 Cross-reference streams).
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Mapping
from sys import byteorder
from typing import Any

from konbit.papers.pdf.document import Document
from konbit.papers.pdf.syntax import Name, Ref, Stream, write

_IN_ONE_STREAM = 200
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def compact(document: Document, changed: Mapping[int, Any]) -> bytes:
    """The same document in fewer bytes. changed: objects that take the place of the document's, by number."""

    def current(number: int) -> Any:
        return changed[number] if number in changed else document.get(number)

    trailer = {
        Name(key): document.layout.trailer[key]
        for key in (b"Root", b"Info", b"ID")
        if key in document.layout.trailer
    }
    numbers = _reachable(current, trailer)
    parts, places = [_HEAD], {}
    at = len(_HEAD)
    small: list[int] = []
    for number in numbers:
        value = current(number)
        generation = document.generation(number)
        if not isinstance(value, Stream) and not generation:
            small.append(number)
            continue
        body = write(_packed(document, value) if isinstance(value, Stream) else value)
        part = b"%d %d obj\n%b\nendobj\n" % (number, generation, body)
        places[number] = (1, at, generation)
        parts.append(part)
        at += len(part)
    free = max(document.layout.size, *numbers) + 1
    for first in range(0, len(small), _IN_ONE_STREAM):
        group = small[first : first + _IN_ONE_STREAM]
        part = object_stream(free, {number: write(current(number)) for number in group})
        places[free] = (1, at, 0)
        places |= {number: (2, free, position) for position, number in enumerate(group)}
        parts.append(part)
        at += len(part)
        free += 1
    places[free] = (1, at, 0)
    parts.append(cross_references(free, places, trailer))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)


def _reachable(current: Any, trailer: Mapping[Any, Any]) -> list[int]:
    """Numbers of the objects that the trailer leads to, ascending."""
    found: set[int] = set()
    waiting: list[Any] = [trailer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Ref):
            if value.number not in found:
                found.add(value.number)
                waiting.append(current(value.number))
        elif isinstance(value, Stream):
            # /Length may be an object of its own; ours is written in its place
            waiting += [each for key, each in value.entries.items() if key != b"Length"]
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return sorted(found)


def _packed(document: Document, stream: Stream) -> Stream:
    """The stream, deflated where it was bare."""
    if document.resolve(stream.entries.get(b"Filter")) is not None:
        return stream
    small = zlib.compress(stream.raw, 9)
    if len(small) + 20 >= len(stream.raw):
        return stream
    return Stream({**stream.entries, Name(b"Filter"): Name(b"FlateDecode")}, small)


def object_stream(number: int, bodies: Mapping[int, bytes]) -> bytes:
    """An object stream, as it stands in a file. bodies: of the objects in it, by number."""
    head, at = [], 0
    for inside, body in bodies.items():
        head.append(b"%d %d" % (inside, at))
        at += len(body) + 1
    table = b" ".join(head) + b"\n"
    raw = zlib.compress(table + b"\n".join(bodies.values()), 9)
    return (
        b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n"
        % (
            number,
            len(bodies),
            len(table),
            len(raw),
            raw,
        )
    )


def cross_references(
    number: int, places: Mapping[int, tuple[int, int, int]], trailer: Mapping[Any, Any]
) -> bytes:
    """The cross-reference stream. places: (1, offset, generation) or (2, object stream, position) by number."""
    columns = array("I")
    runs: list[list[int]] = [[0, 1]]
    columns.extend((0, 0, 65535))
    for each in sorted(places):
        if each == runs[-1][0] + runs[-1][1]:
            runs[-1][1] += 1
        else:
            runs.append([each, 1])
        columns.extend(places[each])
    if byteorder == "little":
        columns.byteswap()
    raw = zlib.compress(columns.tobytes(), 9)
    entries = {
        Name(b"Type"): Name(b"XRef"),
        Name(b"Size"): number + 1,
        Name(b"W"): [4, 4, 4],
        Name(b"Index"): [edge for run in runs for edge in run],
        **trailer,
        Name(b"Filter"): Name(b"FlateDecode"),
    }
    return b"%d 0 obj\n%b\nendobj\n" % (number, write(Stream(entries, raw)))

"""A PDF 1.7 written object by object, so that nothing but the place of each is kept in memory.

Streams go out as they come; everything else waits, small, for object streams at the end.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import Any, BinaryIO

from konbit.papers.pdf.compacting import cross_references, object_stream
from konbit.papers.pdf.syntax import Dictionary, Name, Ref, Stream, write

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_ONE_STREAM = 200


class TooHeavyError(Exception):
    """The file has grown beyond its limit; internal."""


class Objects:
    """The objects of one file. limit: bytes at which `TooHeavyError` is raised."""

    def __init__(self, out: BinaryIO, limit: int | None = None) -> None:
        self._out, self._limit = out, limit
        self._places: dict[int, tuple[int, int, int]] = {}
        self._small: dict[int, bytes] = {}
        self._digest = hashlib.sha256()
        self._at = 0
        self._next = 1
        self._write(HEAD)

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._at

    def reserve(self, count: int = 1) -> int:
        """The first of `count` numbers of objects to be put later."""
        first = self._next
        self._next += count
        return first

    def put(self, number: int, value: Any) -> Ref:
        """The object of a reserved number."""
        if isinstance(value, Stream):
            self.put_bytes(number, write(value))
        else:
            self._small[number] = write(value)
        return Ref(number, 0)

    def put_bytes(self, number: int, body: bytes) -> None:
        """An object as it stands between `obj` and `endobj`."""
        self._places[number] = (1, self._at, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add(self, value: Any) -> Ref:
        """A new object."""
        return self.put(self.reserve(), value)

    def add_content(self, content: bytes, entries: Dictionary | None = None) -> Ref:
        """A stream of ours, deflated."""
        small = zlib.compress(content, 9)
        return self.add(Stream({**(entries or {}), Name(b"Filter"): Name(b"FlateDecode")}, small))

    def finish(self, root: Ref, info: Ref) -> None:
        """What closes the file. /ID follows from the content, so that the same bundle gives the same bytes."""
        numbers = sorted(self._small)
        for first in range(0, len(numbers), _IN_ONE_STREAM):
            group = numbers[first : first + _IN_ONE_STREAM]
            holder = self.reserve()
            self._places[holder] = (1, self._at, 0)
            self._places |= {number: (2, holder, position) for position, number in enumerate(group)}
            self._write(object_stream(holder, {number: self._small[number] for number in group}))
        self._small.clear()
        number, start = self.reserve(), self._at
        self._places[number] = (1, start, 0)
        identity = self._digest.digest()[:16]
        trailer = {Name(b"Root"): root, Name(b"Info"): info, Name(b"ID"): [identity, identity]}
        self._write(cross_references(number, self._places, trailer))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write(self, part: bytes) -> None:
        self._at += len(part)
        if self._limit is not None and self._at > self._limit:
            raise TooHeavyError
        self._digest.update(part)
        self._out.write(part)

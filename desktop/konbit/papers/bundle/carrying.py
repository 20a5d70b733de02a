"""Carry what a page draws from one file to another, and nothing else: no notes, no actions, no files, no names of people.

Only what resources and appearances lead to is copied, a picture without its camera's notes (`jpeg`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from konbit.papers.bundle.jpeg import NotPlainError, bare_jp2, bare_jpeg
from konbit.papers.bundle.objects import Objects
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.syntax import DamagedError, Dictionary, Name, Ref, Stream

RESOURCES = frozenset(b"ExtGState ColorSpace Pattern Shading XObject Font ProcSet Properties".split())
_NOTES = frozenset(
    b"Metadata PieceInfo AF LastModified StructParent StructParents OPI AA OC Measure PtData".split()
)
_NOTES_OF_STREAMS = _NOTES | frozenset(b"Ref Alternates Length DL".split())
_ELSEWHERE = frozenset(b"F FFilter FDecodeParms".split())
_PLACES = frozenset(b"Page Pages Catalog Annot StructElem StructTreeRoot Filespec Action".split())
_DEEPEST = 100


class Carrier:
    """Copies values of one document into the objects of another file; what is shared stays shared.

    changed: objects that stand in the place of the document's. Raises DamagedError for what cannot be copied clean.
    """

    def __init__(
        self, document: Document, objects: Objects, changed: Mapping[int, Any] | None = None
    ) -> None:
        self._document, self._objects = document, objects
        self._changed = changed or {}
        self._numbers: dict[int, int] = {}
        self._waiting: deque[int] = deque()

    def resolve(self, value: Any) -> Any:
        """What a reference leads to, changes heeded."""
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            changed = value.number in self._changed
            value = self._changed[value.number] if changed else self._document.get(value.number)
        raise DamagedError("chain of references")

    def resources(self, value: Any) -> Dictionary:
        """A copy of a resource dictionary."""
        found = self._copy_resources(self.resolve(value), 0)
        self._finish()
        return found

    def stream(self, stream: Stream, more: Dictionary) -> Ref:
        """A copy of a stream as a new object. more: entries in the place of its own, except for how it is packed."""
        kept = {key: stream.entries[key] for key in (b"Filter", b"DecodeParms") if key in stream.entries}
        if _ELSEWHERE & set(stream.entries):
            raise DamagedError("a stream that is elsewhere")
        copied = {Name(key): self._copy(value, 0) for key, value in kept.items()}
        ref = self._objects.add(Stream({**more, **copied}, stream.raw))
        self._finish()
        return ref

    def appearance(self, ref: Ref) -> Ref:
        """A copy of an appearance stream."""
        copied = self._copy(ref, 0)
        self._finish()
        if not isinstance(copied, Ref):
            raise DamagedError("appearance")
        return copied

    def _finish(self) -> None:
        while self._waiting:
            old = self._waiting.popleft()
            self._objects.put(self._numbers[old], self._copy(self.resolve(Ref(old, 0)), 0))

    def _copy(self, value: Any, depth: int) -> Any:
        if depth > _DEEPEST:
            raise DamagedError("nested too deep")
        if isinstance(value, Ref):
            return self._copy_ref(value)
        if isinstance(value, Stream):
            return self._copy_stream(value, depth)
        if isinstance(value, dict):
            if self.resolve(value.get(b"Type")) in _PLACES:
                return None
            return {
                Name(key): self._copy_resources(self.resolve(inner), depth + 1)
                if key == b"Resources"
                else self._copy(inner, depth + 1)
                for key, inner in value.items()
                if key not in _NOTES
            }
        if isinstance(value, list):
            return [self._copy(item, depth + 1) for item in value]
        return value

    def _copy_ref(self, ref: Ref) -> Ref | None:
        if ref.number not in self._numbers:
            target = self.resolve(ref)
            kind = self.resolve(target.get(b"Type")) if isinstance(target, dict) else None
            if target is None or kind in _PLACES:
                return None
            self._numbers[ref.number] = self._objects.reserve()
            self._waiting.append(ref.number)
        return Ref(self._numbers[ref.number], 0)

    def _copy_stream(self, stream: Stream, depth: int) -> Stream | None:
        if self.resolve(stream.entries.get(b"Subtype")) == b"PS":
            return None
        if _ELSEWHERE & set(stream.entries):
            raise DamagedError("a stream that is elsewhere")
        entries = {key: value for key, value in stream.entries.items() if key not in _NOTES_OF_STREAMS}
        raw, entries = self._without_notes(stream.raw, entries)
        copied: Dictionary = {
            Name(key): self._copy_resources(self.resolve(value), depth + 1)
            if key == b"Resources"
            else self._copy(value, depth + 1)
            for key, value in entries.items()
        }
        return Stream(copied, raw)

    def _copy_resources(self, value: Any, depth: int) -> Dictionary:
        """The maps from names to objects: here a name may be any word, also one that elsewhere is a note's."""
        found: Dictionary = {}
        for category, names in (value if isinstance(value, dict) else {}).items():
            if category not in RESOURCES:
                continue
            names = self.resolve(names)
            if isinstance(names, dict):
                found[Name(category)] = {
                    Name(name): self._copy(inner, depth + 1) for name, inner in names.items()
                }
            elif isinstance(names, list):
                found[Name(category)] = self._copy(names, depth + 1)
        return found

    def _without_notes(self, raw: bytes, entries: Dictionary) -> tuple[bytes, Dictionary]:
        """A picture without its camera's notes, also under a layer of Flate."""
        filters = self.resolve(entries.get(b"Filter"))
        names = [self.resolve(one) for one in (filters if isinstance(filters, list) else [filters])]
        bare = {b"DCTDecode": bare_jpeg, b"DCT": bare_jpeg, b"JPXDecode": bare_jp2}.get(names[-1] or b"")
        if bare is None:
            return raw, entries
        if len(names) > 1:
            inner = Stream({**entries, Name(b"Filter"): names[:-1]}, raw)
            parameters = self.resolve(entries.get(b"DecodeParms"))
            if isinstance(parameters, list):
                inner.entries[Name(b"DecodeParms")] = parameters[:-1]
                entries = {**entries, Name(b"DecodeParms"): parameters[-1]}
            raw = self._document.decoded(inner)
            entries = {**entries, Name(b"Filter"): names[-1]}
        try:
            return bare(raw), entries
        except NotPlainError as error:
            raise DamagedError("a picture with notes that cannot be taken out") from error

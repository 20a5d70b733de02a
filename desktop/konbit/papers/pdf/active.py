"""Find what a PDF would *do* (scripts, launches, submissions, embedded files…) and take it out of reach.

A form that Konbit writes only shows and holds text. Kept: moving inside the document, and links to the web.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from konbit.papers.pdf.document import Document
from konbit.papers.pdf.syntax import Dictionary, Name, Ref, Stream

_FORBIDDEN = frozenset(
    b"JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition Movie Sound RichMediaExecute Thread "
    b"GoTo3DView ResetForm Hide SetOCGState GoToDp".split()
)
_TRIGGERS = frozenset(b"E X D U Fo Bl PO PC PV PI O C K F V WC WS DS WP DP".split())
_HOLDERS = frozenset(b"Type Subtype FT T Kids Parent".split())
_FILE_KEYS = frozenset(b"F UF DOS Mac Unix".split())
_ACTIVE_ANNOTATIONS = frozenset(b"FileAttachment RichMedia Screen Movie Sound 3D".split())
_CATALOG = frozenset(b"OpenAction AA NeedsRendering Collection AF Requirements".split())
_NAMES = frozenset(b"JavaScript EmbeddedFiles AlternatePresentations Renditions".split())
_MOVES = frozenset(b"NextPage PrevPage FirstPage LastPage Print".split())
_GONE = object()


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """objects: new values by number. found: sorted kinds of active content, e.g. `JavaScript`. xfa: it had one."""

    objects: dict[int, Any]
    found: tuple[str, ...]
    xfa: bool


def scrub(document: Document) -> Scrubbed:
    """What to write over the file so that nothing active is reached any more. The document is not changed."""
    return _Scrubber(document).run()


class _Scrubber:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: set[str] = set()
        self.objects: dict[int, Any] = {}
        self.forbidden: dict[int, bool] = {}

    def run(self) -> Scrubbed:
        for number in self.document.numbers():
            value = self.document.get(number)
            if isinstance(value, dict) and self._is_forbidden(value):
                self.objects[number] = None
                continue
            clean = self._clean(value, 0)
            if clean is not value:
                self.objects[number] = clean
        root = self.document.layout.trailer[b"Root"]
        xfa = self._clean_catalog(root)
        return Scrubbed(self.objects, tuple(sorted(self.found)), xfa)

    def current(self, value: Any) -> Any:
        """The value after cleaning, references followed."""
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            value = (
                self.objects[value.number]
                if value.number in self.objects
                else self.document.get(value.number)
            )
        return None

    # -- one object ---------------------------------------------------------------------------------------

    def _clean(self, value: Any, depth: int) -> Any:
        if depth > 150:
            return value
        if isinstance(value, Stream):
            entries = self._clean_dictionary(value.entries, depth)
            return value if entries is value.entries else Stream(entries, value.raw)
        if isinstance(value, dict):
            return self._clean_dictionary(value, depth)
        if isinstance(value, list):
            items = [item for item in value if not self._leads_to_forbidden(item)]
            items = [
                self._clean(item, depth + 1) if isinstance(item, dict | list) else item for item in items
            ]
            same = len(items) == len(value) and all(a is b for a, b in zip(items, value, strict=True))
            return value if same else items
        return value

    def _clean_dictionary(self, entries: Dictionary, depth: int) -> Dictionary:
        changed: dict[bytes, Any] = {}
        for key, value in entries.items():
            new = self._clean_entry(entries, key, value, depth)
            if new is not value:
                changed[key] = new
        if not changed:
            return entries
        merged = {key: changed.get(key, value) for key, value in entries.items()}
        return {key: value for key, value in merged.items() if value is not _GONE}

    def _clean_entry(self, entries: Dictionary, key: bytes, value: Any, depth: int) -> Any:
        if isinstance(value, int | float | Name) or value is None:
            return value
        if key == b"AA" and self._is_triggers(entries, value):
            self.found.add("AA")
            return _GONE
        if key == b"EF" and set(self.document.dictionary(value)) <= _FILE_KEYS:
            self.found.add("EmbeddedFile")
            return _GONE
        if self._leads_to_forbidden(value):
            return _GONE
        if key == b"Annots":
            return self._clean_annotations(value)
        return self._clean(value, depth + 1) if isinstance(value, dict | list) else value

    def _clean_annotations(self, value: Any) -> Any:
        items = self.document.resolve(value)
        if not isinstance(items, list):
            return value
        kept = []
        for item in items:
            subtype = self.document.dictionary(item).get(b"Subtype")
            if isinstance(subtype, Name) and subtype in _ACTIVE_ANNOTATIONS:
                self.found.add(subtype.decode("ascii", "replace"))
            else:
                kept.append(item)
        if len(kept) == len(items):
            return value if isinstance(value, Ref) else self._clean(value, 1)
        return self._clean(kept, 1)

    def _is_triggers(self, entries: Dictionary, value: Any) -> bool:
        """Whether /AA is additional actions, and not, say, a font that a resource dictionary calls AA."""
        target = self.document.resolve(value)
        return isinstance(target, dict) and (set(target) <= _TRIGGERS or bool(_HOLDERS & set(entries)))

    def _leads_to_forbidden(self, value: Any) -> bool:
        if isinstance(value, Ref):
            if value.number not in self.forbidden:
                target = self.document.get(value.number)
                self.forbidden[value.number] = isinstance(target, dict) and self._is_forbidden(target)
            return self.forbidden[value.number]
        return isinstance(value, dict) and self._is_forbidden(value)

    def _is_forbidden(self, entries: Dictionary) -> bool:
        kind = self.document.resolve(entries.get(b"S"))
        if not isinstance(kind, Name):
            return False
        # a structure element also has /S; it must have a parent /P, which no action has
        if b"P" in entries or entries.get(b"Type") not in (None, b"Action"):
            return False
        if kind in _FORBIDDEN:
            self.found.add(kind.decode("ascii"))
            return True
        if kind == b"URI" and b"URI" in entries:
            target = self.document.resolve(entries[b"URI"])
            if not isinstance(target, bytes) or not target.strip().lower().startswith(
                (b"http://", b"https://")
            ):
                self.found.add("URI")
                return True
        move = self.document.resolve(entries.get(b"N"))
        if kind == b"Named" and not (isinstance(move, Name) and move in _MOVES):
            self.found.add("Named")
            return True
        return entries.get(b"Type") == b"Action" and kind not in (b"GoTo", b"URI", b"Named", b"Trans")

    # -- the catalog --------------------------------------------------------------------------------------

    def _clean_catalog(self, root: Ref) -> bool:
        before = self.current(root)
        catalog = {key: value for key, value in before.items() if key not in _CATALOG}
        self.found.update(
            key.decode("ascii") for key in before if key in (b"OpenAction", b"AA", b"Collection")
        )
        names = self.current(catalog.get(b"Names"))
        if isinstance(names, dict) and _NAMES & set(names):
            self.found.update(key.decode("ascii") for key in _NAMES & set(names))
            catalog[Name(b"Names")] = {key: value for key, value in names.items() if key not in _NAMES}
        rights = self.current(catalog.get(b"Perms"))
        if isinstance(rights, dict):
            kept = {key: value for key, value in rights.items() if key not in (b"UR", b"UR3")}
            catalog[Name(b"Perms")] = kept
            if not kept:
                del catalog[b"Perms"]
        xfa = self._clean_form(catalog)
        if catalog != before:
            self.objects[root.number] = catalog
        return xfa

    def _clean_form(self, catalog: Dictionary) -> bool:
        place = catalog.get(b"AcroForm")
        form = self.current(place)
        if not isinstance(form, dict):
            return False
        kept = {key: value for key, value in form.items() if key not in (b"XFA", b"NeedAppearances", b"CO")}
        if kept != form:
            if isinstance(place, Ref):
                self.objects[place.number] = kept
            else:
                catalog[Name(b"AcroForm")] = kept
        return b"XFA" in form

"""The table of a form's fields, by full name, with every widget and where it stands (ISO 32000-1, 12.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from konbit.papers.pdf import textstring
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.syntax import Dictionary, Name, Ref, Stream

READ_ONLY, REQUIRED = 1, 1 << 1
MULTILINE, PASSWORD, FILE_SELECT, COMB = 1 << 12, 1 << 13, 1 << 20, 1 << 24
RADIO, PUSHBUTTON = 1 << 15, 1 << 16
COMBO, EDIT, MULTI_SELECT = 1 << 17, 1 << 18, 1 << 21
_INVISIBLE = 2 | 32  # Hidden, NoView (table 165)
_INHERITED = (b"FT", b"Ff", b"V", b"MaxLen", b"DA", b"Q", b"Opt")
_DEEPEST = 40

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Widget:
    """One place of a field on paper. page: 1-based, 0 where it is on none. rect: points, lower left first."""

    ref: Ref
    page: int
    rect: Rect
    visible: bool
    rotation: int
    states: tuple[bytes, ...]
    entries: Dictionary


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: what is stored and what is read."""

    export: str
    label: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Field:
    """A terminal field. holders: the objects that carry /V (several where a name is repeated in the tree)."""

    name: str
    kind: str
    flags: int
    max_length: int | None
    options: tuple[Option, ...]
    labels: tuple[str, ...]
    widgets: tuple[Widget, ...]
    holders: tuple[Ref, ...]
    appearance: bytes
    alignment: int
    value: Any

    @property
    def states(self) -> tuple[bytes, ...]:
        """On-states of a box or a radio group, in the order of its widgets, each once, never Off."""
        return tuple(dict.fromkeys(state for widget in self.widgets for state in widget.states))

    @property
    def comb(self) -> bool:
        excluded = MULTILINE | PASSWORD | FILE_SELECT
        return bool(self.flags & COMB and not self.flags & excluded and self.max_length)


@dataclass(frozen=True, slots=True)
class FieldTable:
    """fields: by full name. orphans: roots that stand on a page but in no /AcroForm /Fields."""

    fields: dict[str, Field]
    orphans: tuple[Ref, ...]
    page_count: int


def read_fields(document: Document) -> FieldTable:
    """Walk the field tree, then the pages for what the tree forgot. Raises DamagedError on loops."""
    return _Walk(document).run()


class _Walk:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.pages = document.pages()
        self.page_of: dict[int, int] = {}
        for number, (_, page) in enumerate(self.pages, start=1):
            for annotation in document.array(page.get(b"Annots")):
                if isinstance(annotation, Ref):
                    self.page_of.setdefault(annotation.number, number)
        self.seen: set[int] = set()
        self.terminals: dict[str, list[tuple[list[Ref], Dictionary, list[Ref]]]] = {}

    def run(self) -> FieldTable:
        form = self.document.dictionary(self.document.catalog.get(b"AcroForm"))
        defaults: Dictionary = {Name(k): form[k] for k in (b"DA", b"Q") if k in form}
        for root in self.document.array(form.get(b"Fields")):
            self._visit(root, defaults, "", 0)
        orphans = []
        for number in self.page_of:
            if number not in self.seen:
                root = self._root_of(number)
                if root is not None and root.number not in self.seen:
                    before = len(self.terminals)
                    self._visit(root, defaults, "", 0)
                    if len(self.terminals) > before:
                        orphans.append(root)
        fields = {name: self._field(name, parts) for name, parts in self.terminals.items()}
        return FieldTable({n: f for n, f in fields.items() if f is not None}, tuple(orphans), len(self.pages))

    def _root_of(self, number: int) -> Ref | None:
        node = self.document.dictionary(Ref(number, 0))
        if node.get(b"Subtype") != b"Widget":
            return None
        root = Ref(number, self.document.generation(number))
        for _ in range(_DEEPEST):
            parent = node.get(b"Parent")
            if not isinstance(parent, Ref) or not self.document.dictionary(parent):
                return root
            root, node = parent, self.document.dictionary(parent)
        return None

    def _visit(
        self, ref: Any, inherited: Dictionary, prefix: str, depth: int, above: tuple[Ref, ...] = ()
    ) -> None:
        if not isinstance(ref, Ref) or ref.number in self.seen or depth > _DEEPEST:
            return
        self.seen.add(ref.number)
        node = self.document.dictionary(ref)
        if not node:
            return
        name = prefix
        if b"T" in node:
            own = textstring.of_value(self.document.resolve(node[b"T"]))
            name = f"{prefix}.{own}" if prefix else own
        down: Dictionary = {**inherited, **{Name(k): node[k] for k in _INHERITED if k in node}}
        widgets = [ref] if node.get(b"Subtype") == b"Widget" else []
        kids = [kid for kid in self.document.array(node.get(b"Kids")) if isinstance(kid, Ref)]
        # some forms name the options of a radio group as if they were fields: then the group holds a value too
        carriers = (*above, ref) if b"V" in node and down.get(b"FT") == b"Btn" else ()
        has_children = False
        for kid in kids:
            child = self.document.dictionary(kid)
            if b"T" in child or (b"Kids" in child and child.get(b"Subtype") != b"Widget"):
                has_children = True
                self._visit(kid, down, name, depth + 1, carriers)
            elif kid.number not in self.seen:
                self.seen.add(kid.number)
                widgets.append(kid)
        if name and b"FT" in down and (widgets or not has_children):
            self.terminals.setdefault(name, []).append(([ref, *above], down, widgets))

    def _field(self, name: str, parts: list[tuple[list[Ref], Dictionary, list[Ref]]]) -> Field | None:
        resolve = self.document.resolve
        first = {key: resolve(value) for key, value in parts[0][1].items()}
        flags = _integer(first.get(b"Ff"), 0)
        kind = _kind(first.get(b"FT"), flags)
        if kind is None:
            return None
        is_box = kind in ("checkbox", "radio")
        refs = [(widget, down) for _, down, widgets in parts for widget in widgets]
        widgets = tuple(self._widget(ref, is_box) for ref, _ in refs)
        limit = _integer(first.get(b"MaxLen"), 0)
        appearance = first.get(b"DA")
        choices = tuple(self._options(first.get(b"Opt")))
        return Field(
            name=name,
            kind=kind,
            flags=flags,
            max_length=limit if kind == "text" and limit > 0 else None,
            options=choices if kind == "choice" else (),
            labels=tuple(option.label for option in choices) if is_box else (),
            widgets=widgets,
            holders=tuple(dict.fromkeys(holder for holders, _, _ in parts for holder in holders)),
            appearance=appearance if isinstance(appearance, bytes) else b"",
            alignment=_integer(first.get(b"Q"), 0),
            value=first.get(b"V"),
        )

    def _options(self, raw: Any) -> Iterator[Option]:
        for item in self.document.array(raw):
            pair = self.document.resolve(item)
            if isinstance(pair, list) and len(pair) >= 2:
                export, label = self.document.resolve(pair[0]), self.document.resolve(pair[1])
            else:
                export = label = pair
            if isinstance(export, bytes) and isinstance(label, bytes):
                yield Option(textstring.decode(export), textstring.decode(label), export)

    def _widget(self, ref: Ref, is_box: bool) -> Widget:
        entries = self.document.dictionary(ref)
        rect = [_float(self.document.resolve(v)) for v in self.document.array(entries.get(b"Rect"))]
        x0, y0, x1, y1 = rect if len(rect) == 4 else (0.0, 0.0, 0.0, 0.0)
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        page = self.page_of.get(ref.number, 0)
        hidden = _integer(self.document.resolve(entries.get(b"F")), 0) & _INVISIBLE
        quarter = _integer(self.document.resolve(self.document.dictionary(entries.get(b"MK")).get(b"R")), 0)
        visible = bool(page and not hidden and box[2] - box[0] > 0.5 and box[3] - box[1] > 0.5)
        states = self._states(entries) if is_box else ()
        return Widget(ref, page, box, visible, quarter % 360, states, entries)

    def _states(self, entries: Dictionary) -> tuple[bytes, ...]:
        """On-states from /AP /N, then /D; where there is no appearance, from /AS, else `Yes`."""
        looks = self.document.dictionary(entries.get(b"AP"))
        for side in (b"N", b"D"):
            look = self.document.resolve(looks.get(side))
            if isinstance(look, dict):
                found = tuple(state for state in look if state != b"Off")
                if found:
                    return found
        state = self.document.resolve(entries.get(b"AS"))
        if isinstance(state, Name) and state != b"Off":
            return (state,)
        return (Name(b"Yes"),)


def _kind(field_type: Any, flags: int) -> str | None:
    if field_type == b"Btn":
        return "button" if flags & PUSHBUTTON else "radio" if flags & RADIO else "checkbox"
    known = {b"Tx": "text", b"Ch": "choice", b"Sig": "signature"}
    return known.get(field_type) if isinstance(field_type, Name) else None


def _integer(value: Any, default: int) -> int:
    return int(value) if isinstance(value, int | float) else default


def _float(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def has_signature(document: Document, table: FieldTable) -> bool:
    """Whether a signature was already made: a signature field with a value, or a certified document."""
    for field in table.fields.values():
        if field.kind == "signature" and isinstance(document.resolve(field.value), dict | Stream):
            return True
    return b"DocMDP" in document.dictionary(document.catalog.get(b"Perms"))

"""Plan a form's fields: everything that can be known before a value is, worked out once per form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from konbit.papers.pdf import appearance, fields
from konbit.papers.pdf.appearance import Frame, Style
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.faces import OBJECTS_OF_A_FONT, Face, FaceBook
from konbit.papers.pdf.fields import Field, FieldTable, Widget
from konbit.papers.pdf.syntax import Name, Ref, Stream, write

_REWRITTEN = frozenset((b"V", b"AP", b"AS", b"RV", b"I", b"TI"))


@dataclass(frozen=True, slots=True)
class WidgetPlan:
    """All that is known beforehand of one widget. number: of the appearance we may write for it.

    own: the form's face. ticks: per on-state that cannot draw itself, the number of our drawing; looks: /AP /N of
    the other states, as written.
    """

    widget: Widget
    generation: int
    frame: Frame
    style: Style
    own: Face | None
    bold: bool
    number: int
    ticks: Mapping[bytes, int]
    looks: Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class FieldPlan:
    field: Field
    holders: tuple[tuple[int, int], ...]
    widgets: tuple[WidgetPlan, ...]
    barcode: bool


class Plans:
    """The plans of a form's fields.

    by_name: per full name. stems: per object that a filling rewrites, its entries without the ones that change.
    scrubbed: objects to write in any case, by number. fonts: first number of the shipped font, plain and bold.
    ticks: our drawings of on-states, by number.
    """

    def __init__(self, document: Document, table: FieldTable, scrubbed: Mapping[int, Any]) -> None:
        self._root: Ref = document.layout.trailer[b"Root"]
        self.next_number = document.layout.size
        self.scrubbed: dict[int, Any] = dict(scrubbed)
        self.fonts = {False: self._reserve(OBJECTS_OF_A_FONT), True: self._reserve(OBJECTS_OF_A_FONT)}
        self.stems: dict[int, bytes] = {}
        self._drawn: dict[bytes, int] = {}
        self._adopt(document, table)
        book = FaceBook(document)
        self.by_name = {name: self._plan(document, book, field) for name, field in table.fields.items()}
        self.ticks = {number: body for body, number in self._drawn.items()}

    def _reserve(self, count: int = 1) -> int:
        first = self.next_number
        self.next_number += count
        return first

    def _adopt(self, document: Document, table: FieldTable) -> None:
        """Put fields that stand on a page but not in the form's list into the list, or readers do not see them."""
        if not table.orphans:
            return
        root = self._root
        catalog = self._current(document, root)
        place = catalog.get(b"AcroForm")
        form = self._current(document, place)
        form = dict(form) if isinstance(form, dict) else {}
        form[Name(b"Fields")] = [*document.array(form.get(b"Fields")), *table.orphans]
        if isinstance(place, Ref):
            self.scrubbed[place.number] = form
        else:
            self.scrubbed[root.number] = {**catalog, Name(b"AcroForm"): form}

    def _current(self, document: Document, value: Any) -> Any:
        """What a value is once active content is out of it."""
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            value = (
                self.scrubbed[value.number] if value.number in self.scrubbed else document.get(value.number)
            )
        return None

    def _plan(self, document: Document, book: FaceBook, field: Field) -> FieldPlan:
        holders = tuple((ref.number, document.generation(ref.number)) for ref in field.holders)
        for number in {*(number for number, _ in holders), *(w.ref.number for w in field.widgets)}:
            entries = self._current(document, Ref(number, 0))
            entries = entries if isinstance(entries, dict) else {}
            kept = {key: value for key, value in entries.items() if key not in _REWRITTEN}
            self.stems[number] = write(kept)[2:-2]
        plans = tuple(self._plan_widget(document, book, field, widget) for widget in field.widgets)
        barcode = field.kind == "text" and bool(field.flags & fields.READ_ONLY)
        barcode = barcode and any(_draws_image(document, widget) for widget in field.widgets)
        return FieldPlan(field, holders, plans, barcode)

    def _drawing(self, frame: Frame, content: bytes) -> int:
        """The number of a drawing of ours, shared by all boxes that look alike."""
        body = appearance.form_object(frame, b"", content)
        if body not in self._drawn:
            self._drawn[body] = self._reserve()
        return self._drawn[body]

    def _plan_widget(self, document: Document, book: FaceBook, field: Field, widget: Widget) -> WidgetPlan:
        own_style = document.resolve(widget.entries.get(b"DA"))
        style = appearance.read_style(own_style if isinstance(own_style, bytes) else field.appearance)
        caption = document.resolve(document.dictionary(widget.entries.get(b"MK")).get(b"CA"))
        caption = caption if isinstance(caption, bytes) else b""
        is_box = field.kind in ("checkbox", "radio")
        looks = document.resolve(document.dictionary(widget.entries.get(b"AP")).get(b"N")) if is_box else None
        looks = looks if isinstance(looks, dict) else {}
        caption = caption or next(
            filter(None, (appearance.caption_in(document, v) for v in looks.values())), b""
        )
        shape = appearance.tick_shape(caption, radio=field.kind == "radio")
        frame = appearance.frame_of(
            document, widget, round_border=field.kind == "radio" and shape == "circle"
        )
        ticks: dict[bytes, int] = {}
        for state in widget.states if is_box else ():
            if not appearance.draws_itself(document, looks.get(state)):
                ticks[state] = self._drawing(frame, appearance.tick_content(frame, shape, style.colour))
        if is_box and b"Off" not in looks:
            # pdfium draws a frame of its own over a box whose /Off has no appearance
            ticks[b"Off"] = self._drawing(frame, frame.paint if not looks else b"")
        own = book.find(style.font, widget.entries) if field.kind in ("text", "choice") else None
        name = own.resource if own else style.font
        return WidgetPlan(
            widget=widget,
            generation=document.generation(widget.ref.number),
            frame=frame,
            style=style,
            own=own,
            bold=b"Bold" in name or style.font == b"HeBo",
            number=self._reserve() if field.kind in ("text", "choice") else 0,
            ticks=ticks,
            looks={state: write(look) for state, look in looks.items()},
        )


def _draws_image(document: Document, widget: Widget) -> bool:
    """Whether a widget's appearance is a picture, as barcodes are."""
    look = document.resolve(document.dictionary(widget.entries.get(b"AP")).get(b"N"))
    if not isinstance(look, Stream):
        return False
    drawn = document.dictionary(document.dictionary(look.entries.get(b"Resources")).get(b"XObject"))
    return any(document.dictionary(item).get(b"Subtype") == b"Image" for item in drawn.values())

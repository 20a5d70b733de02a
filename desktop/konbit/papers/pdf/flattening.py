"""Flatten: draw every widget into its page's content and take the fields away.

Each widget gets a form XObject name of its own, so that two options of a radio group, or two places of one
field, never share an appearance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konbit.papers.pdf.fields import Widget
from konbit.papers.pdf.gathering import Gathered
from konbit.papers.pdf.planning import WidgetPlan
from konbit.papers.pdf.syntax import Dictionary, Name, Ref, Stream, Value, write, write_number

if TYPE_CHECKING:
    from konbit.papers.pdf.compiled import CompiledForm

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


def flatten(form: CompiledForm, writing: Gathered) -> dict[int, tuple[int, bytes]]:
    """The objects to write instead of the filled fields: our appearances, the pages, the catalog."""
    return _Flattener(form, writing).run()


class _Flattener:
    def __init__(self, form: CompiledForm, writing: Gathered) -> None:
        self.form = form
        self.writing = writing
        self.document = form.document()
        self.shown: set[int] = set()

    def run(self) -> dict[int, tuple[int, bytes]]:
        objects: dict[int, tuple[int, bytes]] = {}
        widgets: dict[int, list[WidgetPlan]] = {}
        for plan in self.form.plans().values():
            for place in plan.widgets:
                widgets.setdefault(place.widget.page, []).append(place)
        number = self.form.next_number
        for position, (ref, page) in enumerate(self.document.pages(), start=1):
            if position in widgets:
                body, contents = self._page(ref, page, widgets[position], number)
                objects[ref.number] = (self.document.generation(ref.number), body)
                for content in contents:
                    objects[number] = (0, b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content))
                    number += 1
        # only the appearances that a page draws: what is hidden must not travel along
        objects |= {n: change for n, change in self.writing.objects.items() if n in self.shown}
        self.writing.ticks &= self.shown
        root: Ref = self.form.layout.trailer[b"Root"]
        catalog = {key: value for key, value in self._dictionary(root).items() if key != b"AcroForm"}
        objects[root.number] = (self.document.generation(root.number), write(catalog))
        return objects

    def _current(self, value: Value) -> Any:
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            changed = self.form.scrubbed
            value = changed[value.number] if value.number in changed else self.document.get(value.number)
        return None

    def _page(
        self, ref: Ref, inherited: Dictionary, places: list[WidgetPlan], number: int
    ) -> tuple[bytes, tuple[bytes, bytes]]:
        entries: Dictionary = {**inherited, **self._dictionary(ref)}
        mine = {place.widget.ref.number for place in places}
        annotations = self._array(entries.get(b"Annots"))
        kept = [item for item in annotations if not (isinstance(item, Ref) and item.number in mine)]
        shown: Dictionary = dict(
            self._dictionary(self._dictionary(entries.get(b"Resources")).get(b"XObject"))
        )
        drawing = [b"Q\n"]
        for place in places:
            look = self._look(place)
            if look is None or not place.widget.visible:
                continue
            reference, box, matrix = look
            name = b"KoW%d" % place.widget.ref.number
            shown[Name(name)] = reference
            self.shown.add(reference.number)
            numbers = b" ".join(map(write_number, placement(box, matrix, place.widget.rect)))
            drawing.append(b"q %b cm /%b Do Q\n" % (numbers, name))
        entries[Name(b"Resources")] = {**self._dictionary(entries.get(b"Resources")), Name(b"XObject"): shown}
        old = entries.get(b"Contents")
        streams = self._current(old)
        middle = streams if isinstance(streams, list) else [old] if old is not None else []
        entries[Name(b"Contents")] = [Ref(number, 0), *middle, Ref(number + 1, 0)]
        entries[Name(b"Annots")] = kept
        if not kept:
            del entries[b"Annots"]
        return write(entries), (b"q\n", b"\n" + b"".join(drawing))

    def _dictionary(self, value: Value) -> Dictionary:
        current = self._current(value)
        return current if isinstance(current, dict) else {}

    def _array(self, value: Value) -> list[Any]:
        current = self._current(value)
        return current if isinstance(current, list) else []

    def _numbers(self, value: Value) -> list[float]:
        current = map(self._current, self._array(value))
        return [float(number) for number in current if isinstance(number, int | float)]

    def _look(self, place: WidgetPlan) -> tuple[Ref, Box, Matrix] | None:
        """The appearance a widget shows now, with its /BBox and /Matrix."""
        widget: Widget = place.widget
        number = widget.ref.number
        if number in self.writing.drawn:
            width, height = widget.rect[2] - widget.rect[0], widget.rect[3] - widget.rect[1]
            # our own drawings are turned by their /Matrix onto exactly this box
            return (
                Ref(self.writing.drawn[number], 0),
                (0.0, 0.0, width, height),
                (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
            )
        entries = self._dictionary(widget.ref)
        look = self._dictionary(entries.get(b"AP")).get(b"N")
        states = self._current(look)
        if isinstance(states, dict):
            standing = self._current(entries.get(b"AS"))
            state = self.writing.states.get(number, standing if isinstance(standing, Name) else b"Off")
            look = states.get(state)
        stream = self._current(look)
        if not isinstance(look, Ref) or not isinstance(stream, Stream):
            return None
        box = self._numbers(stream.entries.get(b"BBox"))
        turn = self._numbers(stream.entries.get(b"Matrix", [1, 0, 0, 1, 0, 0]))
        if len(box) != 4 or len(turn) != 6:
            return None
        return look, (box[0], box[1], box[2], box[3]), (turn[0], turn[1], turn[2], turn[3], turn[4], turn[5])


def placement(box: Box, matrix: Matrix, rect: Box) -> tuple[float, float, float, float, float, float]:
    """The matrix A of algorithm 8.1 (12.5.5): the transformed appearance box onto the annotation's rectangle."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    turned = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    left, low = min(x for x, _ in turned), min(y for _, y in turned)
    wide, high = max(x for x, _ in turned) - left, max(y for _, y in turned) - low
    sx = (rect[2] - rect[0]) / wide if wide else 1.0
    sy = (rect[3] - rect[1]) / high if high else 1.0
    return sx, 0.0, 0.0, sy, rect[0] - left * sx, rect[1] - low * sy

"""The common case of a filling, with everything but the value prepared: plain text in one line or one comb.

A form of 478 fields is filled in a millisecond or two this way. What is not plain (another alphabet, an escape, text
that has to be cut, several widgets) goes the whole way in `compiled`; both give the same bytes, to which a property
test holds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from konbit.papers.pdf import fields, layout
from konbit.papers.pdf.appearance import TEXT_END, text_start
from konbit.papers.pdf.faces import Face
from konbit.papers.pdf.gathering import Overflow
from konbit.papers.pdf.planning import FieldPlan, WidgetPlan
from konbit.papers.pdf.syntax import write_number
from konbit.papers.pdf.values import Notice

_UNLIKE = b"()\\\xfe\xff\xef\xad"
"""Escaped in strings; what may begin a byte order mark; the soft hyphen."""
_ENDOBJ = b"\nendstream\nendobj\n"


class Pieces(NamedTuple):
    """Ready objects by number, as they stand in the file, and what there is to tell about them."""

    objects: dict[int, bytes]
    overflow: tuple[Overflow, ...]
    warnings: tuple[Notice, ...]


class _Plain(NamedTuple):
    """What is written as it is in a face. codes: bytes that mean the same as text string and in the font, unescaped.

    ceilings: per byte its advance in units of `unit` thousandths, rounded up. widths: per byte, exact.
    """

    codes: bytes
    ceilings: bytes
    unit: int
    widths: tuple[float, ...]


class _Around(NamedTuple):
    """The bytes of the two objects of a field around its value: of the widget, and of its appearance."""

    before: bytes
    after: bytes
    head: bytes


class QuickLine:
    """A text field of one line (or of several, filled with one) and one widget. number, look: of its two objects."""

    __slots__ = (
        "_around", "_longest", "_most", "_place", "_plain", "_room", "_several", "_size", "_starts",
        "alignment", "look", "number",
    )  # fmt: skip

    def __init__(
        self, plan: FieldPlan, place: WidgetPlan, plain: _Plain, around: _Around, size: float
    ) -> None:
        self.number, self.look = place.widget.ref.number, place.number
        self.alignment = plan.field.alignment
        self._place, self._plain, self._around, self._size = place, plain, around, size
        self._room = layout.room_of(place.frame.width)
        self._most = int(self._room * 1000 / size / plain.unit)
        self._longest = _longest(plan)
        self._several = bool(plan.field.flags & fields.MULTILINE)
        self._starts: dict[float, tuple[bytes, bytes]] = {}

    def pieces(self, raw: bytes) -> tuple[bytes, bytes] | None:
        """The widget's object and its appearance's; None where the value is not plain or has to be cut."""
        plain = self._plain
        if not raw or raw.translate(None, plain.codes) or len(raw) > self._longest:
            return None
        if self._several and raw[-1] == 32:
            return None
        size = self._size
        if sum(raw.translate(plain.ceilings)) > self._most:
            wide = sum(map(plain.widths.__getitem__, raw))
            if wide * size > self._room * 1000:
                size = layout.shrunk(wide, self._room, size)
                if self._several or wide * size > self._room * 1000:
                    return None
        start, level = self._starts.get(size) or self._start(size)
        if self.alignment in (1, 2):
            wide = sum(map(plain.widths.__getitem__, raw))
            left = layout.left_of(wide, size, self._place.frame.width, self.alignment)
            start += write_number(round(left, 3)) + level
        before, after, head = self._around
        return (
            before + raw + after,
            b"%b%d>>\nstream\n%b%b) Tj\n%b%b"
            % (head, len(start) + len(raw) + 5 + len(TEXT_END), start, raw, TEXT_END, _ENDOBJ),
        )

    def _start(self, size: float) -> tuple[bytes, bytes]:
        frame, face = self._place.frame, self._place.own
        assert face is not None
        stands = layout.first_line if self._several else layout.baseline
        level = b" %b Td (" % write_number(round(stands(face, size, frame.height), 3))
        start = text_start(frame, face, self._place.style.colour, size)
        if self.alignment not in (1, 2):
            left = layout.left_of(0.0, size, frame.width, self.alignment)
            start += write_number(round(left, 3)) + level
        self._starts[size] = (start, level)
        return self._starts[size]


class QuickComb:
    """A comb of one widget: each letter in its cell is a fragment made once."""

    __slots__ = (
        "_around",
        "_cells",
        "_codes",
        "_longest",
        "_place",
        "_size",
        "_start",
        "_widths",
        "look",
        "number",
    )

    def __init__(
        self, plan: FieldPlan, place: WidgetPlan, plain: _Plain, around: _Around, size: float
    ) -> None:
        assert plan.field.max_length and place.own is not None
        cell = place.frame.width / plan.field.max_length
        self.number, self.look = place.widget.ref.number, place.number
        self._place, self._around, self._size, self._longest = place, around, size, plan.field.max_length
        self._widths = plain.widths
        self._codes = bytes(c for c in plain.codes if size <= cell * 1000 / max(plain.widths[c], 1.0))
        self._start = text_start(place.frame, place.own, place.style.colour, size)
        self._cells: list[dict[int, bytes]] = [{32: b""} for _ in range(self._longest)]

    def pieces(self, raw: bytes) -> tuple[bytes, bytes] | None:
        """The widget's object and its appearance's; None where the value is not plain or a letter is too wide."""
        if (
            raw.translate(None, self._codes)
            or not 1 < len(raw) - raw.count(b" ") <= len(raw) <= self._longest
        ):
            return None
        try:
            content = b"".join([cell[code] for cell, code in zip(self._cells, raw, strict=False)])
        except KeyError:
            content = b"".join([self._fragment(number, code) for number, code in enumerate(raw)])
        before, after, head = self._around
        start = self._start
        return (
            before + raw + after,
            b"%b%d>>\nstream\n%b%b%b%b"
            % (head, len(start) + len(content) + len(TEXT_END), start, content, TEXT_END, _ENDOBJ),
        )

    def _fragment(self, number: int, code: int) -> bytes:
        if code not in self._cells[number]:
            frame, face = self._place.frame, self._place.own
            assert face is not None
            cell = frame.width / self._longest
            left = number * cell + (cell - self._widths[code] * self._size / 1000) / 2
            level = layout.baseline(face, self._size, frame.height)
            self._cells[number][code] = b"1 0 0 1 %b %b Tm (%c) Tj\n" % (
                write_number(round(left, 3)),
                write_number(round(level, 3)),
                code,
            )
        return self._cells[number][code]


def quick_field(plan: FieldPlan, stems: Mapping[int, bytes]) -> QuickLine | QuickComb | None:
    """The prepared bytes of a field, or None where its every filling must go the whole way."""
    field = plan.field
    unusual = fields.READ_ONLY | fields.PASSWORD
    if field.kind != "text" or field.flags & unusual or plan.barcode or len(plan.widgets) != 1:
        return None
    place = plan.widgets[0]
    number = place.widget.ref.number
    if place.own is None or not place.widget.visible or plan.holders != ((number, place.generation),):
        return None
    size = layout.start_size(place.style.size, place.frame.height)
    plain = _plain(place.own)
    if size < layout.WORD_FLOOR or not plain.codes:
        return None
    around = _Around(
        before=b"%d %d obj\n<<%b/V(" % (number, place.generation, stems[number]),
        after=b")/AP<</N %d 0 R>>>>\nendobj\n" % place.number,
        head=b"%d 0 obj\n<<%b/Resources<</Font<<%b>>>>/Length "
        % (place.number, place.frame.head, place.own.resource),
    )
    kind = QuickComb if field.comb and field.max_length else QuickLine
    return kind(plan, place, plain, around, size)


def _longest(plan: FieldPlan) -> int:
    return 1 << 30 if plan.field.max_length is None else plan.field.max_length


def _plain(face: Face) -> _Plain:
    codes = [*range(0x20, 0x7F), *range(0xA1, 0x100)]
    plain = bytes(c for c in codes if c not in _UNLIKE and face.codes.get(chr(c)) == bytes((c,)))
    widest = max((face.advances[chr(code)] for code in plain), default=1.0)
    unit = int(widest // 255) + 1
    table = bytearray(256)
    for code in plain:
        table[code] = int(-(-face.advances[chr(code)] // unit))
    return _Plain(plain, bytes(table), unit, tuple(face.advances.get(chr(code), 0.0) for code in range(256)))

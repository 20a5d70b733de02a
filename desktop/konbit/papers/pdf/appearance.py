"""Draw what a widget shows: text, the options of a list, ticks; as form XObjects (ISO 32000-1, 12.5.5, 12.7.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from konbit.papers.pdf.document import Document
from konbit.papers.pdf.faces import Face
from konbit.papers.pdf.fields import Widget
from konbit.papers.pdf.layout import LEADING, PADDING, Fitted, baseline
from konbit.papers.pdf.syntax import DamagedError, Name, Stream, parse, write_number

_HIGHLIGHT = b"0.6 0.757 0.855 rg"
_ROUND = 0.5523  # control points of a quarter circle
_COLOUR_OPERATORS = {b"g": 1, b"rg": 3, b"k": 4}


@dataclass(frozen=True, slots=True)
class Style:
    """A default appearance (/DA) taken apart. size 0 = automatic. colour: the operators as they stand."""

    font: bytes
    size: float
    colour: bytes


def read_style(appearance: bytes) -> Style:
    """The last font and the last colour of a /DA; tolerant, because many forms write odd ones."""
    font, size, colour = b"", 0.0, b"0 g"
    operands: list[object] = []
    for token in re.findall(rb"/[^\s/\[\]()<>]*|[^\s/\[\]()<>]+", appearance):
        if token == b"Tf" and len(operands) >= 2 and isinstance(operands[-2], Name):
            font = operands[-2]
            size = float(operands[-1]) if isinstance(operands[-1], int | float) else 0.0
            operands = []
        elif token in _COLOUR_OPERATORS:
            count = _COLOUR_OPERATORS[token]
            numbers = [n for n in operands[-count:] if isinstance(n, int | float)]
            if len(numbers) == count:
                colour = b" ".join(map(write_number, numbers)) + b" " + token
            operands = []
        else:
            try:
                operands.append(parse(token)[0])
            except DamagedError:
                operands = []
    return Style(font, abs(size), colour)


@dataclass(frozen=True, slots=True)
class Frame:
    """The box a widget is drawn in, already turned: width and height as the text runs, /Matrix to turn it back.

    paint: background and border, drawn first. inset: width of the border, that text keeps clear of.
    """

    width: float
    height: float
    head: bytes
    paint: bytes
    inset: float


def frame_of(document: Document, widget: Widget, *, round_border: bool = False) -> Frame:
    """Geometry and frame of a widget from /Rect, /MK and /BS or /Border."""
    x0, y0, x1, y1 = widget.rect
    width, height = x1 - x0, y1 - y0
    matrix = {
        90: b"/Matrix[0 1 -1 0 %b 0]" % write_number(width),
        180: b"/Matrix[-1 0 0 -1 %b %b]" % (write_number(width), write_number(height)),
        270: b"/Matrix[0 -1 1 0 0 %b]" % write_number(height),
    }.get(widget.rotation, b"")
    if widget.rotation in (90, 270):
        width, height = height, width
    look = document.dictionary(widget.entries.get(b"MK"))
    border = _colour(document, look.get(b"BC"), fill=False)
    back = _colour(document, look.get(b"BG"), fill=True)
    thickness = _border_width(document, widget) if border else 0.0
    paint = b""
    w, h, t = (write_number(n) for n in (width, height, thickness))
    if round_border:
        radius = min(width, height) / 2 - thickness / 2
        circle = _circle(width / 2, height / 2, radius)
        paint += b"q %b %b f Q\n" % (back, circle) if back else b""
        paint += b"q %b %b w %b s Q\n" % (border, t, circle) if border and thickness else b""
    else:
        paint += b"q %b 0 0 %b %b re f Q\n" % (back, w, h) if back else b""
        if border and thickness:
            half = write_number(thickness / 2)
            inner = (write_number(max(width - thickness, 0)), write_number(max(height - thickness, 0)))
            paint += b"q %b %b w %b %b %b %b re s Q\n" % (border, t, half, half, *inner)
    head = b"/Type/XObject/Subtype/Form/FormType 1/BBox[0 0 %b %b]%b" % (w, h, matrix)
    return Frame(width, height, head, paint, thickness)


def _colour(document: Document, value: object, *, fill: bool) -> bytes:
    parts = [n for n in map(document.resolve, document.array(value)) if isinstance(n, int | float)]
    operators = {1: (b"g", b"G"), 3: (b"rg", b"RG"), 4: (b"k", b"K")}.get(len(parts))
    if operators is None:
        return b""
    return b" ".join(map(write_number, parts)) + b" " + operators[0 if fill else 1]


def _border_width(document: Document, widget: Widget) -> float:
    style = document.dictionary(widget.entries.get(b"BS"))
    value = document.resolve(style.get(b"W"))
    if not isinstance(value, int | float):
        border = document.array(widget.entries.get(b"Border"))
        value = document.resolve(border[2]) if len(border) > 2 else 1.0
    return min(max(float(value), 0.0), 8.0) if isinstance(value, int | float) else 1.0


# -- text -----------------------------------------------------------------------------------------------------


def text_content(frame: Frame, face: Face, colour: bytes, fitted: Fitted) -> bytes:
    """The marked content of a text field: frame, and each line at its place. The /BBox clips.

    A single line is moved to; of several (the letters of a comb too) each names its own place.
    """
    lines = [line for line in fitted.lines if line[2]]
    place = b"%b %b Td %b Tj\n" if len(lines) == 1 else b"1 0 0 1 %b %b Tm %b Tj\n"
    parts = [text_start(frame, face, colour, fitted.size)]
    parts += [
        place % (write_number(round(left, 3)), write_number(round(level, 3)), face.show(line))
        for left, level, line in lines
    ]
    parts.append(TEXT_END)
    return b"".join(parts)


TEXT_END = b"ET\nQ\nEMC\n"


def text_start(frame: Frame, face: Face, colour: bytes, size: float) -> bytes:
    """What stands before the lines of a text field."""
    return b"%b/Tx BMC\nq\nBT\n%b\n/%b %b Tf\n" % (frame.paint, colour, face.name, write_number(size))


def list_content(
    frame: Frame, face: Face, style: Style, labels: list[str], selected: set[int]
) -> tuple[bytes, int]:
    """A list box with its chosen rows marked; returns the first visible row too (/TI)."""
    size = style.size or min(12.0, max(frame.height / LEADING / max(len(labels), 1), 8.0))
    row = size * LEADING
    visible = max(int((frame.height - 2 * frame.inset) / row), 1)
    first = max(0, min(min(selected, default=0), len(labels) - visible))
    edge = frame.inset
    clip = tuple(write_number(n) for n in (edge, edge, frame.width - 2 * edge, frame.height - 2 * edge))
    parts = [frame.paint, b"/Tx BMC\nq %b %b %b %b re W n\n" % clip]
    top = frame.height - edge
    shown = range(first, min(len(labels), first + visible + 1))
    for number in shown:
        if number in selected:
            low = top - (number - first + 1) * row
            box = tuple(write_number(n) for n in (edge, low, frame.width - 2 * edge, row))
            parts.append(_HIGHLIGHT + b" %b %b %b %b re f\n" % box)
    parts.append(b"BT\n" + style.colour + b"\n/%b %b Tf\n" % (face.name, write_number(size)))
    level = 0.0
    for number in shown:
        low = round(top - (number - first + 1) * row + baseline(face, size, row), 3)
        left = PADDING + edge if number == first else 0.0
        parts.append(
            b"%b %b Td %b Tj\n" % (write_number(left), write_number(low - level), face.show(labels[number]))
        )
        level = low
    parts.append(b"ET\nQ\nEMC\n")
    return b"".join(parts), first


# -- ticks ----------------------------------------------------------------------------------------------------

_SHAPES = {"4": "check", "8": "cross", "l": "circle", "n": "square", "u": "diamond", "H": "star"}


def tick_shape(caption: bytes, *, radio: bool) -> str:
    """The shape a caption of ZapfDingbats stands for (/MK /CA, table 189)."""
    return _SHAPES.get(caption.decode("latin-1")[:1], "circle" if radio else "check")


def tick_content(frame: Frame, shape: str, colour: bytes) -> bytes:
    """A tick as a path, so that it needs no font: poppler without URW fonts draws no ZapfDingbats."""
    side = max(min(frame.width, frame.height) - 2 * frame.inset, 1.0)
    cx, cy = frame.width / 2, frame.height / 2

    def at(x: float, y: float) -> bytes:
        return b"%b %b" % (write_number(cx + x * side), write_number(cy + y * side))

    if shape == "circle":
        path = _circle(cx, cy, side * 0.27) + b" f"
    elif shape == "cross":
        arms = (at(-0.32, -0.32), at(0.32, 0.32), at(-0.32, 0.32), at(0.32, -0.32))
        path = b"%b w %b m %b l %b m %b l S" % (write_number(max(side * 0.11, 0.6)), *arms)
    elif shape == "square":
        path = b"%b m %b l %b l %b l f" % (at(-0.3, -0.3), at(0.3, -0.3), at(0.3, 0.3), at(-0.3, 0.3))
    elif shape == "diamond":
        path = b"%b m %b l %b l %b l f" % (at(-0.36, 0), at(0, -0.36), at(0.36, 0), at(0, 0.36))
    elif shape == "star":
        from math import cos, pi, sin

        points = [(0.4 if i % 2 == 0 else 0.16, pi / 2 + i * pi / 5) for i in range(10)]
        corners = [at(radius * cos(angle), radius * sin(angle)) for radius, angle in points]
        path = corners[0] + b" m " + b" ".join(corner + b" l" for corner in corners[1:]) + b" f"
    else:
        path = b"1 J 1 j %b w %b m %b l %b l S" % (
            write_number(max(side * 0.12, 0.7)),
            at(-0.33, -0.02),
            at(-0.1, -0.28),
            at(0.35, 0.32),
        )
    stroke = re.sub(rb"[a-z]+$", lambda found: found[0].upper(), colour)
    return frame.paint + b"q\n" + colour + b" " + stroke + b"\n" + path + b"\nQ\n"


def _circle(x: float, y: float, radius: float) -> bytes:
    k = radius * _ROUND
    points = (
        (x + radius, y),
        (x + radius, y + k), (x + k, y + radius), (x, y + radius),
        (x - k, y + radius), (x - radius, y + k), (x - radius, y),
        (x - radius, y - k), (x - k, y - radius), (x, y - radius),
        (x + k, y - radius), (x + radius, y - k), (x + radius, y),
    )  # fmt: skip
    numbers = [b"%b %b" % (write_number(px), write_number(py)) for px, py in points]
    curves = b" ".join(b" ".join(numbers[i : i + 3]) + b" c" for i in (1, 4, 7, 10))
    return numbers[0] + b" m " + curves + b" h"


def draws_itself(document: Document, look: object) -> bool:
    """Whether an on-appearance can be trusted to leave ink in every viewer: not empty, and no unembedded dingbats."""
    stream = document.resolve(look)
    if not isinstance(stream, Stream):
        return False
    try:
        content = document.decoded(stream)
    except DamagedError:
        return True  # another filter: the form's own drawing, left as it is
    if not re.search(rb"(?:\b(?:S|s|f|F|B|b|Do|Tj|TJ|sh|EI)\b|\*|'|\")", content):
        return False
    if not re.search(rb"\bTf\b", content):
        return True
    fonts = document.dictionary(document.dictionary(stream.entries.get(b"Resources")).get(b"Font"))
    for name in re.findall(rb"/([^\s/]+)\s+[\d.+-]+\s+Tf", content):
        font = document.dictionary(fonts.get(name))
        descriptor = document.dictionary(font.get(b"FontDescriptor"))
        if not any(key in descriptor for key in (b"FontFile", b"FontFile2", b"FontFile3")):
            return False
    return True


def caption_in(document: Document, look: object) -> bytes:
    """The dingbat an on-appearance shows, where /MK has no caption: `(4) Tj` gives `4`."""
    stream = document.resolve(look)
    if isinstance(stream, Stream):
        try:
            found = re.search(rb"\((.)\)\s*Tj", document.decoded(stream))
        except DamagedError:
            return b""
        return found[1] if found else b""
    return b""


def form_object(frame: Frame, resources: bytes, content: bytes) -> bytes:
    """A form XObject's dictionary and stream, uncompressed: these streams are a few dozen bytes."""
    return b"<<%b/Resources<<%b>>/Length %d>>\nstream\n%b\nendstream" % (
        frame.head,
        resources,
        len(content),
        content,
    )

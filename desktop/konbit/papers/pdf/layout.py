"""Fit a text into a rectangle: size, lines, and what is left over. Pure measuring; lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from konbit.papers.pdf.faces import Face

FLOOR = 8.0
"""Below this size a paper is not read with ease: text that needs less goes on elsewhere."""
WORD_FLOOR = 5.0
"""Down to here for a single word that would otherwise not be shown at all."""
LARGEST_AUTOMATIC = 12.0
LEADING = 1.16
PADDING = 2.0
_LINE = 1.2  # height a line centred on its capitals needs, with accents and tails
_ASCENT, _DESCENT = 0.95, 0.22  # room for an accented capital above, for a tail below
_STEP = 0.5
_ITEM_ENDS = (";", "\n", ",")
_LOOK_BACK = 120


@dataclass(frozen=True, slots=True)
class Fitted:
    """lines: what is shown, each with its baseline's offset from the lower left. rest: what is not shown, or ""."""

    size: float
    lines: tuple[tuple[float, float, str], ...]
    rest: str = ""


def fit_line(face: Face, text: str, width: float, height: float, size: float, alignment: int) -> Fitted:
    """One line, centred on its capitals; size 0 means as large as the height allows."""
    size = start_size(size, height)
    room = room_of(width)
    wide = face.width(text)
    shown, rest = text, ""
    if wide * size > room * 1000:
        size = shrunk(wide, room, size)
        if wide * size > room * 1000:
            shown, rest, size = _cut_line(face, text, room, size)
    return Fitted(
        size, ((_start(face, shown, size, width, alignment), baseline(face, size, height), shown),), rest
    )


def room_of(width: float) -> float:
    """What a field of this width leaves for text, in points."""
    return max(width - 2 * PADDING, 1.0)


def start_size(size: float, height: float) -> float:
    """The asked size (0: automatic), less where an accented capital or a tail would be clipped."""
    return max(min(size if size > 0 else LARGEST_AUTOMATIC, height / _LINE), 1.0)


def shrunk(wide: float, room: float, size: float) -> float:
    """A size in which a line fits, down to the floor; there it may still not fit. wide: thousandths of the size."""
    return max(min(FLOOR, size), _down(room * 1000 / wide))


def _cut_line(face: Face, text: str, room: float, size: float) -> tuple[str, str, float]:
    end, wide = 0, 0.0
    for char in text:
        wide += face.advances[char]
        if wide * size > room * 1000:
            break
        end += 1
    shown, rest = cut(text, end)
    if shown:
        return shown, rest, size
    first = text.split(" ", 1)[0]
    smaller = _down(room * 1000 / max(face.width(first), 1.0))
    if smaller >= WORD_FLOOR:
        return first, text[len(first) :].lstrip(), min(smaller, size)
    return "", text, size


def cut(text: str, end: int) -> tuple[str, str]:
    """Split so that at most `end` characters stay: after an item if one ends not far before, else at a word.

    >>> cut("Pérez, Juan; Soto, Ana María", 22)
    ('Pérez, Juan;', 'Soto, Ana María')
    """
    if end >= len(text):
        return text, ""
    if not text[end].isspace():
        spaces = [i for i, char in enumerate(text[:end]) if char.isspace()]
        end = spaces[-1] if spaces else 0
    head = text[:end].rstrip()
    earliest = max(len(head) // 3, len(head) - _LOOK_BACK)
    for mark in _ITEM_ENDS:
        at = head.rfind(mark, earliest)
        if at >= 0 and (mark == "\n" or text[at + 1 : at + 2].isspace()):
            head = head[: at + 1].rstrip()
            break
    return head, text[len(head) :].lstrip()


def baseline(face: Face, size: float, height: float) -> float:
    """Where a line stands so that its capitals are in the middle, leaving room for descenders."""
    middle = (height - face.cap * size) / 2
    return max(middle, min(0.2 * size, height - face.cap * size))


def _start(face: Face, text: str, size: float, width: float, alignment: int) -> float:
    return left_of(face.width(text) if alignment in (1, 2) else 0.0, size, width, alignment)


def left_of(wide: float, size: float, width: float, alignment: int) -> float:
    """Where a line begins. wide: its advance in thousandths of the size."""
    if alignment not in (1, 2):
        return PADDING
    spare = width - wide * size / 1000
    return max(spare / 2, 0.0) if alignment == 1 else max(spare - PADDING, 0.0)


def _down(size: float) -> float:
    """The next lower half point, so that neighbouring fields do not differ by hairs."""
    return int(size / _STEP) * _STEP


def fit_block(face: Face, text: str, width: float, height: float, size: float, alignment: int) -> Fitted:
    """Several lines from the top, wrapped at words; size 0 means as large as fits, at most 12."""
    start = start_size(size, height)
    floor = min(FLOOR, start)
    room = room_of(width)
    size = start
    while True:
        lines = wrap(face, text, room * 1000 / size)
        fitting = _lines_in(height, size)
        if len(lines) <= fitting or size <= floor:
            break
        size = max(size - _STEP, floor)
    shown, rest = lines, ""
    if len(lines) > fitting:
        head, rest = cut(text, lines[fitting - 1][1])
        shown = wrap(face, head, room * 1000 / size) if head else []
    top = first_line(face, size, height)
    placed = []
    for number, (begin, end) in enumerate(shown):
        line = text[begin:end]
        placed.append((_start(face, line, size, width, alignment), top - number * LEADING * size, line))
    return Fitted(size, tuple(placed), rest)


def _lines_in(height: float, size: float) -> int:
    return max(int((height - 1 - (_ASCENT + _DESCENT - LEADING) * size) / (LEADING * size) + 1e-6), 1)


def first_line(face: Face, size: float, height: float) -> float:
    """Where the first of several lines stands; the only one, in a box that has room for no more."""
    return baseline(face, size, height) if _lines_in(height, size) == 1 else height - 1 - _ASCENT * size


def wrap(face: Face, text: str, room: float) -> list[tuple[int, int]]:
    """Lines as (begin, end) in the text, trailing spaces left out. room: thousandths of the size."""
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(face, text, start, start + len(paragraph), room)
        start += len(paragraph) + 1
    return lines


def _wrap_paragraph(face: Face, text: str, start: int, stop: int, room: float) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    begin, last_space, wide = start, -1, 0.0
    position = start
    while position < stop:
        char = text[position]
        if char == " ":
            last_space = position
        wide += face.advances[char]
        if wide > room and char != " " and position > begin:
            if last_space > begin:
                lines.append((begin, last_space))
                begin = last_space + 1
            else:
                lines.append((begin, position))
                begin = position
            position, wide, last_space = begin, 0.0, -1
            continue
        position += 1
    lines.append((begin, stop))
    return [(a, a + len(text[a:b].rstrip())) for a, b in lines]


def fit_comb(face: Face, text: str, cells: int, width: float, height: float, size: float) -> Fitted:
    """One character in the middle of each cell; `text` is no longer than `cells`."""
    cell = width / cells
    widest = max((face.advances[char] for char in text), default=1.0)
    size = max(min(start_size(size, height), cell * 1000 / max(widest, 1.0)), 1.0)
    level = baseline(face, size, height)
    placed = []
    for number, char in enumerate(text):
        if char not in " \u00a0":
            placed.append((number * cell + (cell - face.advances[char] * size / 1000) / 2, level, char))
    return Fitted(size, tuple(placed))

"""From somebody's PDF to pages that only draw. Runs in the jail.

Each page is carried over clean, with what its fields and notes show, and compared with how pdfium flattens and draws it.
A page that would not look the same (hidden layers, fields that a viewer must draw) becomes a picture instead.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konbit.errors import BadForm
from konbit.papers.bundle.bundle_file import MOST_PARTS
from konbit.papers.bundle.carrying import Carrier
from konbit.papers.bundle.likeness import SEEN_AT, alike, clear_of, printed, unseen
from konbit.papers.bundle.objects import Objects
from konbit.papers.pdf.active import scrub
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.fields import FieldTable, has_signature, read_fields
from konbit.papers.pdf.flattening import placement
from konbit.papers.pdf.mending import open_pdf
from konbit.papers.pdf.render import LARGEST_SIDE, page_images
from konbit.papers.pdf.syntax import DamagedError, Dictionary, Name, Ref, Stream, write_number

if TYPE_CHECKING:
    from PIL.Image import Image

_HIDDEN, _NO_VIEW = 2, 32


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page. box: what is visible of it (left, low, right, top) in points. turn: its own, clockwise.

    faithful: the carried page looks like the original. clear: white points above the ink, by turn (0, 90, 180, 270).
    weight: bytes of its streams, shared ones by their share.
    """

    box: tuple[float, float, float, float]
    turn: int
    faithful: bool
    clear: tuple[float, float, float, float]
    weight: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """data: a PDF with every page, those that could not be carried blank. original: the bytes they are drawn from.

    needs_forms: some field has no look of its own; a viewer makes it.
    """

    data: bytes
    original: bytes
    leaves: tuple[Leaf, ...]
    notes: tuple[str, ...]
    needs_forms: bool = False


def look(data: bytes, file: str) -> dict[str, Any]:
    """How many pages a PDF has. Raises BadForm in one sentence."""
    return {"pages": len(_opened(data, file).pages)}


@dataclass(frozen=True, slots=True)
class _Foreign:
    document: Document
    pages: tuple[tuple[Ref, Dictionary], ...]
    changed: dict[int, Any]
    notes: tuple[str, ...]
    needs_forms: bool


def _opened(data: bytes, file: str) -> _Foreign:
    opened = open_pdf(data, file=file)
    document = opened.document
    try:
        table, scrubbed = read_fields(document), scrub(document)
        pages = tuple(document.pages())
        notes = set[str]()
        if has_signature(document, table):
            notes.add("signed")
        if {"EmbeddedFiles", "EmbeddedFile", "FileAttachment", "Collection"} & set(scrubbed.found):
            notes.add("attached")
        lookless = _lacks_looks(document, table)
    except (DamagedError, RecursionError) as error:
        raise _damaged(file) from error
    if scrubbed.xfa and not any(
        field.kind in ("text", "checkbox", "radio", "choice") for field in table.fields.values()
    ):
        raise BadForm(
            "El archivo {file} es un formulario XFA dinámico y otros programas no lo muestran: imprímalo como PDF y "
            "use esa copia.",
            file=file,
        )
    if len(pages) > MOST_PARTS:
        raise BadForm(
            "El archivo {file} tiene {count} páginas y se admiten {most}.",
            file=file,
            count=len(pages),
            most=MOST_PARTS,
        )
    return _Foreign(document, pages, scrubbed.objects, tuple(sorted(notes)), lookless)


def _damaged(file: str) -> BadForm:
    return BadForm("El archivo {file} está dañado o no es un PDF válido.", file=file)


def _lacks_looks(document: Document, table: FieldTable) -> bool:
    """Whether a field that has a value is drawn only by the viewer."""
    form = document.dictionary(document.catalog.get(b"AcroForm"))
    if not table.fields:
        return False
    if document.resolve(form.get(b"NeedAppearances")) is True:
        return True
    for field in table.fields.values():
        for widget in field.widgets:
            entries = document.dictionary(widget.ref)
            value = document.resolve(entries.get(b"V"))
            looks = document.dictionary(entries.get(b"AP"))
            if field.kind in ("text", "choice") and value and b"N" not in looks and widget.visible:
                return True
    return False


def clean(data: bytes, file: str, wanted: Sequence[int] = ()) -> Cleaned:
    """The pages of a PDF, or those `wanted` (from 1), carried over clean. Raises BadForm in one sentence."""
    foreign = _opened(data, file)
    numbers = list(wanted) or list(range(1, len(foreign.pages) + 1))
    if max(numbers) > len(foreign.pages):
        raise BadForm(
            "El archivo {file} tiene {count} páginas y se pidió la {page}.",
            file=file,
            count=len(foreign.pages),
            page=max(numbers),
        )
    boxes = [_box(foreign.document, foreign.pages[number - 1][1], number, file) for number in numbers]
    out = io.BytesIO()
    kept = _carry(foreign, numbers, boxes, out)
    carried = out.getvalue()
    weights = _weights(carried)
    original = foreign.document.data
    leaves: list[Leaf] = []
    for number, box, whole, weight, (before, after) in zip(
        numbers, boxes, kept, weights, _compared(original, carried, numbers, boxes, file), strict=True
    ):
        turn = _turn(foreign, number)
        faithful = whole and not foreign.needs_forms and alike(before, after)
        leaves.append(Leaf(box, turn, faithful, clear_of(before, box, turn), weight))
    return Cleaned(carried, original, tuple(leaves), foreign.notes, foreign.needs_forms)


def _turn(foreign: _Foreign, number: int) -> int:
    turn = foreign.document.resolve(foreign.pages[number - 1][1].get(b"Rotate"))
    return turn % 360 if isinstance(turn, int) and turn % 90 == 0 else 0


def _numbers(document: Document, value: Any) -> list[float]:
    found = [document.resolve(one) for one in document.array(value)]
    return [float(one) for one in found if isinstance(one, int | float)]


def _box(document: Document, page: Dictionary, number: int, file: str) -> tuple[float, float, float, float]:
    """The visible box: the crop box within the media box, letter paper where there is none (as viewers do)."""
    media = _normal(_numbers(document, page.get(b"MediaBox"))) or (0.0, 0.0, 612.0, 792.0)
    crop = _normal(_numbers(document, page.get(b"CropBox"))) or media
    box = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if box[2] <= box[0] or box[3] <= box[1]:
        box = media
    wide, high = box[2] - box[0], box[3] - box[1]
    if not (3 <= wide <= LARGEST_SIDE and 3 <= high <= LARGEST_SIDE):
        raise BadForm(
            "La página {page} del archivo {file} mide {width} × {height} puntos y no se puede usar.",
            file=file,
            page=number,
            width=f"{wide:.0f}",
            height=f"{high:.0f}",
        )
    return box


def _normal(edges: list[float]) -> tuple[float, float, float, float] | None:
    if len(edges) != 4:
        return None
    box = min(edges[0], edges[2]), min(edges[1], edges[3]), max(edges[0], edges[2]), max(edges[1], edges[3])
    return box if box[2] > box[0] and box[3] > box[1] else None


# -- carrying -------------------------------------------------------------------------------------------------


def _carry(
    foreign: _Foreign, numbers: Sequence[int], boxes: Sequence[tuple[float, ...]], out: io.BytesIO
) -> list[bool]:
    """Writes the clean PDF; tells of each page whether it could be carried."""
    objects = Objects(out)
    carrier = Carrier(foreign.document, objects, foreign.changed)
    tree = objects.reserve()
    kids, kept = list[Ref](), list[bool]()
    for number, box in zip(numbers, boxes, strict=True):
        page = foreign.pages[number - 1][1]
        try:
            content, resources = _drawing(foreign, carrier, page, list(box))
            kept.append(True)
        except (DamagedError, RecursionError, ValueError, TypeError):
            content, resources = b"", {}
            kept.append(False)
        kids.append(
            objects.add(
                {
                    Name(b"Type"): Name(b"Page"),
                    Name(b"Parent"): Ref(tree, 0),
                    Name(b"MediaBox"): list(box),
                    Name(b"Resources"): resources,
                    Name(b"Contents"): objects.add_content(content),
                    Name(b"Rotate"): _turn(foreign, number),
                }
            )
        )
    objects.put(tree, {Name(b"Type"): Name(b"Pages"), Name(b"Kids"): kids, Name(b"Count"): len(kids)})
    root = objects.add({Name(b"Type"): Name(b"Catalog"), Name(b"Pages"): Ref(tree, 0)})
    objects.finish(root, objects.add({}))
    return kept


def _drawing(
    foreign: _Foreign, carrier: Carrier, page: Dictionary, box: list[float]
) -> tuple[bytes, Dictionary]:
    """The content and resources of a clean page: the old content as a form, then what its annotations show."""
    shown: Dictionary = {}
    parts: list[bytes] = []
    body = _content(foreign.document, page)
    if body is not None:
        entries: Dictionary = {
            Name(b"Type"): Name(b"XObject"),
            Name(b"Subtype"): Name(b"Form"),
            Name(b"BBox"): box,
            Name(b"Resources"): carrier.resources(page.get(b"Resources")),
        }
        group = foreign.document.dictionary(page.get(b"Group"))
        if group.get(b"S") == b"Transparency":
            space = foreign.document.resolve(group.get(b"CS"))
            entries[Name(b"Group")] = {
                Name(b"S"): Name(b"Transparency"),
                **({Name(b"CS"): space} if isinstance(space, Name) else {}),
                **{
                    Name(key): bool(foreign.document.resolve(group.get(key)))
                    for key in (b"I", b"K")
                    if key in group
                },
            }
        shown[Name(b"P")] = carrier.stream(body, entries)
        parts.append(b"q /P Do Q\n")
    for number, (look_of, matrix) in enumerate(_appearances(foreign, carrier, page)):
        name = b"A%d" % number
        shown[Name(name)] = carrier.appearance(look_of)
        parts.append(b"q %b cm /%b Do Q\n" % (b" ".join(map(write_number, matrix)), name))
    return b"".join(parts), {Name(b"XObject"): shown} if shown else {}


def _content(document: Document, page: Dictionary) -> Stream | None:
    """The page's content as one stream; None for an empty page."""
    value = document.resolve(page.get(b"Contents"))
    if isinstance(value, Stream):
        return value
    streams = [document.resolve(one) for one in value] if isinstance(value, list) else []
    streams = [one for one in streams if isinstance(one, Stream)]
    if len(streams) == 1:
        return streams[0]
    return Stream({}, b"\n".join(map(document.decoded, streams))) if streams else None


def _appearances(
    foreign: _Foreign, carrier: Carrier, page: Dictionary
) -> Iterator[tuple[Ref, tuple[float, ...]]]:
    """What the visible annotations show, each with its matrix (ISO 32000-1, 12.5.5). Raises DamagedError where one has
    something to show and no appearance: the page is drawn then."""
    annotations = carrier.resolve(page.get(b"Annots"))
    for one in annotations if isinstance(annotations, list) else []:
        entries = carrier.resolve(one)
        if not isinstance(entries, dict):
            continue
        flags = carrier.resolve(entries.get(b"F"))
        if isinstance(flags, int) and flags & (_HIDDEN | _NO_VIEW):
            continue
        subtype = carrier.resolve(entries.get(b"Subtype"))
        if subtype == b"Popup":
            continue
        looks = carrier.resolve(entries.get(b"AP"))
        normal = looks.get(b"N") if isinstance(looks, dict) else None
        states = carrier.resolve(normal)
        if isinstance(states, dict):
            normal = states.get(carrier.resolve(entries.get(b"AS")) or b"Off")
        stream = carrier.resolve(normal)
        rect = _normal(_numbers(foreign.document, entries.get(b"Rect")))
        if not isinstance(normal, Ref) or not isinstance(stream, Stream):
            if subtype in (b"Link", b"Widget"):
                continue
            raise DamagedError("an annotation without its appearance")
        box = _normal(_numbers(foreign.document, stream.entries.get(b"BBox")))
        turn = _numbers(foreign.document, stream.entries.get(b"Matrix", [1, 0, 0, 1, 0, 0]))
        if rect is None or box is None or len(turn) != 6:
            continue
        a, b, c, d, e, f = turn
        yield normal, placement(box, (a, b, c, d, e, f), rect)


def _weights(carried: bytes) -> list[int]:
    """Bytes of the streams that each page of the clean PDF needs; a shared one counts for each by its share."""
    document = Document(carried)
    reached = [_streams(document, ref) for ref, _ in document.pages()]
    users: dict[int, int] = {}
    for numbers in reached:
        for number in numbers:
            users[number] = users.get(number, 0) + 1
    return [round(sum(size / users[number] for number, size in numbers.items())) for numbers in reached]


def _streams(document: Document, ref: Ref) -> dict[int, int]:
    found: dict[int, int] = {}
    seen: set[int] = set()
    waiting: list[Any] = [ref]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Ref):
            if value.number in seen:
                continue
            seen.add(value.number)
            target = document.get(value.number)
            if isinstance(target, Stream):
                found[value.number] = len(target.raw)
            waiting.append(target)
        elif isinstance(value, Stream):
            waiting += value.entries.values()
        elif isinstance(value, dict):
            waiting += [inner for key, inner in value.items() if key != b"Parent"]
        elif isinstance(value, list):
            waiting += value
    return found


# -- comparing ------------------------------------------------------------------------------------------------


def _compared(
    original: bytes,
    carried: bytes,
    numbers: Sequence[int],
    boxes: Sequence[tuple[float, float, float, float]],
    file: str,
) -> Iterator[tuple[Image, Image]]:
    """Each page as it was and as it was carried, in grey."""
    for at, (number, box) in enumerate(zip(numbers, boxes, strict=True), 1):
        scale = SEEN_AT / max(box[2] - box[0], box[3] - box[1])
        yield printed(original, number, scale, file), printed(carried, at, scale, file)


def drawn(cleaned: Cleaned, page: int, scale: float, file: str) -> Image:
    """A page of the original (from 1) as it would be printed. Raises BadForm naming the file."""
    if not cleaned.needs_forms:
        return printed(cleaned.original, page, scale, file, gray=False)
    try:
        return next(iter(page_images(cleaned.original, scale, only=(page,))))
    except (BadForm, StopIteration) as error:
        raise unseen(file, page) from error

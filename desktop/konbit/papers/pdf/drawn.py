"""Fill a PDF that has no fields, such as a scan, in boxes that a person drew on it.

The boxes become fields of the form while it is compiled, so that the same writer measures, wraps, shrinks, sends to
the annex and proves; a filled paper keeps none of them, only one content stream more on each page that was written on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from konbit.errors import BadForm
from konbit.law.forms import DRAWN_BLOCK, DRAWN_STATE, DRAWN_TICK, DrawnBox
from konbit.papers.pdf import textstring
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.fields import MULTILINE
from konbit.papers.pdf.increment import Increments, written
from konbit.papers.pdf.mending import open_pdf
from konbit.papers.pdf.syntax import Dictionary, Name, Ref, write

LETTER = 11
"""Points, as the values on a preparation sheet; less where a box is low or its text is long."""
_NOTHING = b"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>\nstream\n\nendstream"
_PRINTED = 4  # the flag Print of an annotation (ISO 32000-1, table 165)


def file_fingerprint(data: bytes) -> str:
    """SHA-256 of the file: of a PDF without fields, any other bytes are another edition."""
    return hashlib.sha256(data).hexdigest()


def compile_drawn(data: bytes, boxes: Iterable[DrawnBox], *, file: str = "") -> CompiledForm:
    """A PDF without fields, to be filled in these boxes, flat. Its fingerprint is that of the file. Raises BadForm."""
    form = compile_form(with_boxes(data, boxes, file=file), file=file)
    form.fingerprint = file_fingerprint(data)
    return form


def with_boxes(data: bytes, boxes: Iterable[DrawnBox], *, file: str = "") -> bytes:
    """The PDF with the boxes as fields that draw nothing while they are empty. Raises BadForm: a box on no page."""
    document = open_pdf(data, file=file).document
    pages = document.pages()
    drawn = tuple(boxes)
    for box in drawn:
        if box.page > len(pages):
            raise BadForm(
                "El campo «{key}» está dibujado en la página {page} y {file} tiene {count}.",
                file=file or "el PDF",
                key=box.name,
                page=box.page,
                count=len(pages),
            )
    if not drawn:
        return document.data
    nothing, first = document.layout.size, document.layout.size + 1
    objects = {nothing: written(nothing, 0, _NOTHING)}
    numbers: dict[int, list[Ref]] = {}
    for number, box in enumerate(drawn, first):
        turn = document.resolve(pages[box.page - 1][1].get(b"Rotate"))
        objects[number] = written(
            number, 0, write(_field(box, turn if isinstance(turn, int) else 0, nothing))
        )
        numbers.setdefault(box.page, []).append(Ref(number, 0))
    generations: dict[int, int] = {}
    for page, fields in numbers.items():
        ref = pages[page - 1][0]
        entries: Dictionary = {**document.dictionary(ref)}
        entries[Name(b"Annots")] = [*document.array(entries.get(b"Annots")), *fields]
        generations[ref.number] = document.generation(ref.number)
        objects[ref.number] = written(ref.number, generations[ref.number], write(entries))
    root: Ref = document.layout.trailer[b"Root"]
    generations[root.number] = document.generation(root.number)
    objects[root.number] = written(
        root.number, generations[root.number], write(_catalog(document, root, first, len(drawn)))
    )
    return Increments(document.data, document.layout, {n: g for n, g in generations.items() if g}).append(
        objects
    )


def _catalog(document: Document, root: Ref, first: int, count: int) -> Dictionary:
    """With nothing but the drawn fields: fields that cannot be filled (a signature) would come out of a flat paper anyway."""
    fields = [Ref(number, 0) for number in range(first, first + count)]
    return {**document.dictionary(root), Name(b"AcroForm"): {Name(b"Fields"): fields}}


def _field(box: DrawnBox, turn: int, nothing: int) -> Dictionary:
    """A field that is its own widget. turn: of the page, in degrees; the text stands upright as it is read.

    nothing: the number of an empty drawing, for the states of a box to tick; without one pdfium draws a frame.
    """
    entries: Dictionary = {
        Name(b"Type"): Name(b"Annot"),
        Name(b"Subtype"): Name(b"Widget"),
        Name(b"T"): textstring.encode(box.name),
        Name(b"Rect"): list(box.rect),
        Name(b"F"): _PRINTED,
        Name(b"DA"): b"/KoLetter %d Tf 0 g" % LETTER,
    }
    if turn % 360:
        entries[Name(b"MK")] = {Name(b"R"): turn % 360}
    if box.kind == DRAWN_TICK:
        entries[Name(b"FT")] = Name(b"Btn")
        entries[Name(b"MK")] = {
            **entries.get(b"MK", {}),
            Name(b"CA"): b"8",
        }  # a cross covers a printed square
        looks = {Name(state): Ref(nothing, 0) for state in (b"Off", DRAWN_STATE.encode())}
        entries |= {Name(b"AP"): {Name(b"N"): looks}, Name(b"AS"): Name(b"Off")}
        return entries
    entries[Name(b"FT")] = Name(b"Tx")
    if box.kind == DRAWN_BLOCK:
        entries[Name(b"Ff")] = MULTILINE
    return entries

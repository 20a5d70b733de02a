"""Prove a filled form from its bytes: every value reads back, every filled place shows ink, nothing else changed.

Another program than the one that wrote checks: pypdf reads, pypdfium2 draws.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konbit.errors import BadForm
from konbit.papers.pdf import textstring, values
from konbit.papers.pdf.compiled import CompiledForm
from konbit.papers.pdf.planning import WidgetPlan
from konbit.papers.pdf.rereading import reread
from konbit.papers.pdf.values import OFF, Given

if TYPE_CHECKING:
    from PIL.Image import Image

    from konbit.papers.pdf.render import PageBox

SCALE = 2.0
_MARGIN = 1.5
_SEEN = 24
"""Difference of grey (of 255) from which a pixel counts as changed."""
_STRAY = 4
"""Changed pixels outside the filled places that are still forgiven: anti-aliasing at a shared edge."""


@dataclass(frozen=True, slots=True)
class ProofProblem:
    """kind: valor (reads back otherwise), sin_tinta, fuera (something else changed), no_cabe, ilegible."""

    field: str
    page: int
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Proof:
    ok: bool
    problems: tuple[ProofProblem, ...]


def prove(data: bytes, expected: Mapping[str, Given], form: CompiledForm, *, flat: bool = False) -> Proof:
    """Check the bytes of a filled form against what was meant. flat: it has no fields left, only pages to look at."""
    problems = _overflowing(expected, form)
    if not flat:
        problems += _read_back(data, expected, form)
    problems += _compare_pages(data, expected, form)
    return Proof(not problems, tuple(problems))


def prove_quickly(
    data: bytes, expected: Mapping[str, Given], form: CompiledForm, *, flat: bool = False
) -> Proof:
    """The half of the proof that takes a hundredth of the time: what does not fit, and what reads back otherwise.

    flat: nothing can be read back of it; only what does not fit is told.
    """
    problems = _overflowing(expected, form)
    for name in () if flat else reread(data, expected, form):
        page = next((w.page for w in form.fields[name].widgets if w.page), 0)
        problems.append(ProofProblem(name, page, "valor", f"El campo «{name}» quedó con otro valor."))
    return Proof(not problems, tuple(problems))


# -- what did not fit -----------------------------------------------------------------------------------------


def _overflowing(expected: Mapping[str, Given], form: CompiledForm) -> list[ProofProblem]:
    return [
        ProofProblem(over.field, over.page, "no_cabe", f"En «{over.field}» no cabe: «{over.rest}».")
        for over in form.overflow_of(expected)
    ]


# -- values ---------------------------------------------------------------------------------------------------


def _read_back(data: bytes, expected: Mapping[str, Given], form: CompiledForm) -> list[ProofProblem]:
    from pypdf import PdfReader

    try:
        stored = _stored_values(PdfReader(io.BytesIO(data)))
    except Exception as error:  # noqa: BLE001 - whatever pypdf trips over, the proof has failed
        return [ProofProblem("", 0, "ilegible", f"El PDF escrito no se puede leer ({type(error).__name__}).")]
    problems = []
    for name, value in expected.items():
        field = form.fields[name]
        page = next((w.page for w in field.widgets if w.page), 0)
        if field.kind == "text":
            meant: Any = values.as_text(field, value)
        elif field.kind == "choice":
            meant = [unicodedata.normalize("NFC", text) for text in values.as_choice(field, value).texts]
        else:
            meant = values.as_state(field, value)
        got = stored.get(name)
        if isinstance(meant, bytes):
            got = meant if got in _readings(meant) else got
        if isinstance(meant, list):
            listed = got if isinstance(got, list) else [] if got is None else [got]
            got = [unicodedata.normalize("NFC", str(item)) for item in listed]
        if got != meant:
            problems.append(ProofProblem(name, page, "valor", f"El campo «{name}» quedó con otro valor."))
    return problems


def _readings(state: bytes) -> set[str]:
    """The texts pypdf may read the bytes of a name as."""
    return {state.decode(charset, "replace") for charset in ("utf-8", "gbk", "latin-1")}


def _stored_values(reader: Any) -> dict[str, Any]:
    """Values by full name. Text as str, states without slash, several choices as a list."""
    form = reader.trailer["/Root"].get("/AcroForm")
    found: dict[str, Any] = {}
    stack = [(ref, "", None) for ref in (form.get_object().get("/Fields") or [])] if form is not None else []
    seen: set[int] = set()
    while stack:
        ref, prefix, inherited = stack.pop()
        number = getattr(ref, "idnum", None)
        if number is not None and number in seen:
            continue
        seen.add(number) if number is not None else None
        node = ref.get_object()
        own = node.get("/T")
        name = f"{prefix}.{own}" if prefix and own is not None else str(own) if own is not None else prefix
        value = node.get("/V", inherited)
        if name and value is not None and (own is not None or name not in found):
            found[name] = _plain(value)
        stack += [(kid, name, value) for kid in node.get("/Kids") or []]
    return found


def _plain(value: Any) -> Any:
    from pypdf.generic import ArrayObject, ByteStringObject, NameObject, TextStringObject

    value = value.get_object()
    if isinstance(value, ArrayObject):
        return [_plain(item) for item in value]
    if isinstance(value, NameObject):
        return str(value)[1:]
    if isinstance(value, TextStringObject):
        return textstring.decode(value.original_bytes)
    if isinstance(value, ByteStringObject):
        return textstring.decode(bytes(value))
    return None


# -- pages ----------------------------------------------------------------------------------------------------


def _compare_pages(data: bytes, expected: Mapping[str, Given], form: CompiledForm) -> list[ProofProblem]:
    from konbit.papers.pdf.render import page_boxes, page_images

    places: dict[int, list[tuple[str, WidgetPlan]]] = {}
    for name in expected:
        for place in form.widgets_of(name):
            if place.widget.page:
                places.setdefault(place.widget.page, []).append((name, place))
    problems: list[ProofProblem] = []
    try:
        unticked = _unticked(expected, form)
        before, after = page_images(form.blank, SCALE, gray=True), page_images(data, SCALE, gray=True)
        boxes = page_boxes(data)
        for page, (blank, filled) in enumerate(zip(before, after, strict=True), start=1):
            problems += _compare(
                page, blank, filled, places.get(page, []), expected, form, boxes[page - 1], unticked.get(page)
            )
    except BadForm as error:
        problems.append(ProofProblem("", 0, "ilegible", str(error)))
    except ValueError:
        problems.append(
            ProofProblem("", 0, "ilegible", "El PDF escrito no tiene las páginas del formulario.")
        )
    return problems


def _unticked(expected: Mapping[str, Given], form: CompiledForm) -> dict[int, Image]:
    """Pages as they are with the given boxes empty, where that is not what the blank form shows.

    pdfium draws a frame of its own over a box that has no appearance for /Off; ticking it takes the frame away,
    and that difference must not pass for a tick.
    """
    from konbit.papers.pdf.render import page_images

    boxes = {name: [p for p in form.widgets_of(name) if OFF in p.ticks] for name in expected}
    boxes = {name: places for name, places in boxes.items() if places}
    pages = sorted({place.widget.page for places in boxes.values() for place in places if place.widget.page})
    if not pages:
        return {}
    empty = form.fill(dict.fromkeys(boxes, False)).data
    return dict(zip(pages, page_images(empty, SCALE, gray=True, only=pages), strict=True))


def _compare(
    page: int,
    blank: Image,
    filled: Image,
    places: list[tuple[str, WidgetPlan]],
    expected: Mapping[str, Given],
    form: CompiledForm,
    box: PageBox,
    unticked: Image | None,
) -> list[ProofProblem]:
    from PIL import ImageChops

    if blank.size != filled.size:
        return [ProofProblem("", page, "fuera", f"La página {page} cambió de tamaño.")]
    changed = ImageChops.difference(blank.convert("L"), filled.convert("L")).point(_threshold())
    ticked = changed
    if unticked is not None:
        ticked = ImageChops.difference(unticked.convert("L"), filled.convert("L")).point(_threshold())
    problems = []
    for name, place in places:
        if place.widget.visible and _leaves_ink(name, place, expected[name], form):
            area = box.pixels(place.widget.rect, SCALE)
            ink = min(image.crop(area).histogram()[255] for image in (changed, ticked))
            if ink < 2 and not _same_as_before(name, place, expected[name], form, filled.crop(area)):
                message = f"En «{name}» (página {page}) no se ve lo escrito."
                problems.append(ProofProblem(name, page, "sin_tinta", message))
    for _, place in places:
        changed.paste(0, box.pixels(place.widget.rect, SCALE, _MARGIN))
    stray = changed.histogram()[255]
    if stray > _STRAY:
        message = f"En la página {page} cambió algo fuera de los campos llenados."
        problems.append(ProofProblem("", page, "fuera", message))
    return problems


def _threshold() -> list[int]:
    return [255 if level >= _SEEN else 0 for level in range(256)]


def _leaves_ink(name: str, place: WidgetPlan, value: Given, form: CompiledForm) -> bool:
    """Whether the value is to be seen in this widget."""
    field = form.fields[name]
    if field.kind == "text":
        return bool(values.as_text(field, value).strip())
    if field.kind == "choice":
        return any(label.strip() for label in values.as_choice(field, value).labels)
    state = values.as_state(field, value)
    return state != OFF and state in place.widget.states


def _same_as_before(name: str, place: WidgetPlan, value: Given, form: CompiledForm, area: Image) -> bool:
    """A value the blank form already had changes nothing: then there must be ink all the same."""
    field = form.fields[name]
    had = field.value
    if field.kind == "text":
        same = textstring.of_value(had) == values.as_text(field, value)
    elif field.kind == "choice":
        same = textstring.of_value(had) in values.as_choice(field, value).texts or isinstance(had, list)
    else:
        same = had == values.as_state(field, value) or place.widget.entries.get(b"AS") == values.as_state(
            field, value
        )
    low, high = area.convert("L").getextrema()
    return (
        bool(same) and isinstance(low, int | float) and isinstance(high, int | float) and high - low > _SEEN
    )

"""What a person sees of a form: its fields place by place, its pages, and the words printed near each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from konbit.errors import BadForm
from konbit.papers.pdf import fields as kinds
from konbit.papers.pdf import textstring
from konbit.papers.pdf.active import scrub
from konbit.papers.pdf.fields import Field, Rect, has_signature, read_fields
from konbit.papers.pdf.inspecting import fingerprint, refuse_dynamic_xfa
from konbit.papers.pdf.mending import open_pdf
from konbit.papers.pdf.render import PageBox, page_boxes
from konbit.papers.pdf.syntax import DamagedError

MOST_PAGES = 60
_MOST_PIECES = 4000
_MOST_LETTERS = 300
_ABOVE, _BESIDE = 30.0, 220.0
"""How far from a place its words may stand, in points."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a field on a page (from 1). states: of a box, what ticking it here sets."""

    page: int
    rect: Rect
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyedField:
    """kind: text checkbox radio choice. tip: what the form itself calls it. choices: what may be given; labels: as read."""

    name: str
    kind: str
    places: tuple[Place, ...]
    tip: str = ""
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    max_length: int | None = None
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words printed together on a page."""

    page: int
    rect: Rect
    text: str


@dataclass(frozen=True, slots=True)
class Survey:
    """fields: those that can be filled, as they are read: by page, from the top. unseen: others, of any kind, by name.

    fingerprint: of the fields; of the file where it has none.
    """

    pages: tuple[PageBox, ...]
    fields: tuple[SurveyedField, ...]
    words: tuple[Piece, ...]
    fingerprint: str
    unseen: tuple[str, ...] = ()
    encrypted: bool = False
    signed: bool = False
    active: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def survey(data: bytes, *, file: str = "") -> Survey:
    """Read a foreign form; call it in the jail. Raises BadForm."""
    from konbit.papers.pdf.drawn import file_fingerprint

    opened = open_pdf(data, file=file)
    try:
        table = read_fields(opened.document)
        scrubbed = scrub(opened.document)
    except (DamagedError, RecursionError) as error:
        raise BadForm("El archivo {file} está dañado o no es un PDF válido.", file=file or "PDF") from error
    refuse_dynamic_xfa(table, scrubbed.xfa, file)
    if table.page_count > MOST_PAGES:
        raise BadForm(
            "El archivo {file} tiene {count} páginas y aquí caben {limit}.",
            file=file or "PDF",
            count=table.page_count,
            limit=MOST_PAGES,
        )
    pages = page_boxes(opened.document.data)
    resolve = opened.document.resolve
    tips = {
        name: textstring.of_value(
            next((resolve(opened.document.dictionary(r).get(b"TU")) for r in field.holders), None)
        )
        for name, field in table.fields.items()
    }
    found = {name: _surveyed(field, tips[name]) for name, field in table.fields.items()}
    seen = sorted((one for one in found.values() if one), key=lambda one: _reading(pages, one.places[0]))
    return Survey(
        pages=pages,
        fields=tuple(seen),
        words=_words(opened.document.data),
        fingerprint=fingerprint(table) if seen else file_fingerprint(data),
        unseen=tuple(name for name, one in found.items() if one is None),
        encrypted=opened.encrypted,
        signed=has_signature(opened.document, table),
        active=bool(scrubbed.found),
    )


def survey_of_json(told: Any) -> Survey:
    """What a child has told. Raises KeyError or TypeError where it told anything else."""
    places = [
        SurveyedField(
            **{
                **row,
                "places": tuple(
                    Place(int(one["page"]), _rect(one["rect"]), tuple(one["states"])) for one in row["places"]
                ),
                **{key: tuple(row[key]) for key in ("choices", "labels")},
            }
        )
        for row in told["fields"]
    ]
    return Survey(
        pages=tuple(PageBox(**row) for row in told["pages"]),
        fields=tuple(places),
        words=tuple(Piece(int(row["page"]), _rect(row["rect"]), str(row["text"])) for row in told["words"]),
        **{key: told[key] for key in ("fingerprint", "encrypted", "signed", "active")},
        unseen=tuple(told["unseen"]),
    )


def words_near(words: Sequence[Piece], pages: Sequence[PageBox], place: Place, *, box: bool) -> str:
    """What is printed for a place: beside it on the line, or above it; of a box to tick, what follows it. "" for nothing."""
    turned = pages[place.page - 1].upright(place.rect)
    left, top, right, low = turned
    best: tuple[float, str] | None = None
    for one in words:
        if one.page != place.page:
            continue
        a, b, c, d = pages[place.page - 1].upright(one.rect)
        middle = (b + d) / 2
        on_line = top - 3 <= middle <= low + 3
        overlap = min(right, c) - max(left, a)
        if on_line and a >= right - 2 and box:
            far = a - right
        elif on_line and c <= left + 2:
            far = (left - c) * (1.6 if box else 0.25)
        elif not box and overlap > 0 and d <= top + 4 and top - d <= _ABOVE:
            far = max(top - d, 0.0) + 0.15 * abs(a - left)
        elif overlap > 0 and top <= middle <= low and not box:
            far = 0.0  # printed in the place itself, at its head
        else:
            continue
        if far <= _BESIDE and (best is None or far < best[0]):
            best = (far, one.text)
    return best[1] if best else ""


def _reading(pages: Sequence[PageBox], place: Place) -> tuple[int, float, float]:
    """By page, then by line (places that differ by less than half a line stand on one), then from the left."""
    left, top, _, low = pages[place.page - 1].upright(place.rect)
    return place.page, round((top + min(low, top + 14)) / 2 / 8), left


def _surveyed(field: Field, tip: str) -> SurveyedField | None:
    """None for what cannot be filled: a button, a signature, a field on no page, one that the form keeps for itself."""
    if field.kind not in ("text", "checkbox", "radio", "choice") or field.flags & kinds.READ_ONLY:
        return None
    places = tuple(
        Place(widget.page, widget.rect, tuple(textstring.of_name(state) for state in widget.states))
        for widget in field.widgets
        if widget.visible
    )
    if not places:
        return None
    return SurveyedField(
        name=field.name,
        kind=field.kind,
        places=places,
        tip=tip[:_MOST_LETTERS],
        choices=tuple(option.export for option in field.options),
        labels=tuple(option.label for option in field.options) or field.labels,
        max_length=field.max_length,
        multiline=field.kind == "text" and bool(field.flags & kinds.MULTILINE),
    )


def _words(data: bytes) -> tuple[Piece, ...]:
    """The pieces of text of each page, as pdfium puts them together."""
    import pypdfium2

    found: list[Piece] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            for index in range(min(text.count_rects(), _MOST_PIECES)):
                rect = text.get_rect(index)
                piece = " ".join(text.get_text_bounded(*rect).split())
                if any(map(str.isalnum, piece)):
                    found.append(Piece(number + 1, _rect(rect), piece[:_MOST_LETTERS]))
            text.close()
            page.close()
    except pypdfium2.PdfiumError:
        pass  # a page that pdfium cannot read has no words; drawing it will tell
    finally:
        document.close()
    return tuple(found)


def _rect(corners: Sequence[float]) -> Rect:
    left, low, right, top = (float(one) for one in corners)
    return (left, low, right, top)

"""Fill a form of the pack: check the edition, fit the values, write, send what has no room to an annex, prove.

values = form_values(form, facts, known, places, today)
filled = fill_form(pdf, form, values)
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konbit.errors import BadForm
from konbit.law.forms import Form
from konbit.papers.form_values import ExtraRows, FormValues

if TYPE_CHECKING:
    from konbit.papers.annex import Rest, TableRest, TextRest
    from konbit.papers.pdf.compiled import CompiledForm
    from konbit.papers.pdf.fields import Field
    from konbit.papers.pdf.proof import Proof, ProofProblem
    from konbit.papers.pdf.values import Notice

FINAL, DRAFT = "final", "borrador"
_FILLABLE = ("text", "choice", "checkbox", "radio")
_MARKS = (" … (anexo)", "…", "")
"""What stands in a field whose text continues elsewhere; the first that has room."""


@dataclass(frozen=True, slots=True)
class Continued:
    """Something the form has no room for. rows: of a table, 0 for a text. on_annex: it stands there, whole."""

    field: str
    page: int
    label: str
    rows: int
    on_annex: bool


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A filled form. state: `final` only with nothing blank and a proof that holds.

    values: what the fields hold. blank: facts that the form needs and nobody knows. unmapped: fields that the map
    does not fill. annex: number of pages added behind the form's own.
    """

    data: bytes
    state: str
    fields_set: int
    values: Mapping[str, str | bool]
    blank: tuple[str, ...]
    overflow: tuple[Continued, ...]
    unmapped: tuple[str, ...]
    annex: int
    proof: Proof
    warnings: tuple[Notice, ...]


def fill_form(
    pdf: bytes | CompiledForm, form: Form, values: FormValues, flat: bool = False, *, proved: bool = True
) -> FilledForm:
    """Fills a form of the pack. pdf: its bytes, or compiled before. flat: no fields are left, only what they show.

    proved: read back and looked at whole; without it only what does not fit is known, for batches that prove a sample.

    Raises BadForm: a PDF that is not of the edition of the map, a value that a field does not take, a character that
    no font has.
    """
    from konbit.papers.pdf.proof import Proof, ProofProblem, prove

    compiled = compile_of(pdf, form) if isinstance(pdf, bytes) else pdf
    flat = flat or bool(form.drawn)
    check_edition(compiled, form)
    printed, texts = _fit(compiled, values)
    filled = compiled.fill(printed, flat=flat)
    problems: list[ProofProblem] = []
    if proved:
        problems += prove(filled.data, printed, compiled, flat=flat).problems

    rests: list[Rest] = [rest for _, rest in texts]
    overflow = [Continued(name, rest.page, rest.label, 0, True) for name, rest in texts]
    for rows in values.overflow_rows:
        rest = _rows_rest(compiled, rows)
        overflow.append(Continued(rows.field, rest.page, rows.title, len(rows.cells), rows.continues))
        if rows.continues:
            rests.append(rest)
        else:
            count = len(rows.cells)
            over = "no cabe 1 fila" if count == 1 else f"no caben {count} filas"
            message = f"En la tabla «{rows.title}» {over}."
            problems.append(ProofProblem(rows.field, rest.page, "no_cabe", message))
    data, pages = filled.data, 0
    if rests:
        data, pages, lost = _with_annex(filled.data, form, values.person, rests)
        problems += [ProofProblem("", 0, "ilegible", message) for message in lost]
    proof = Proof(not problems, tuple(problems))
    return FilledForm(
        data=data,
        state=FINAL if proof.ok and not values.blank else DRAFT,
        fields_set=sum(value not in ("", False) for value in printed.values()),
        values=printed,
        blank=values.blank,
        overflow=tuple(overflow),
        unmapped=tuple(name for name, field in compiled.fields.items() if _left(form, name, field)),
        annex=pages,
        proof=proof,
        warnings=filled.warnings,
    )


def compile_of(pdf: bytes, form: Form, *, tight: bool = False) -> CompiledForm:
    """The form's PDF compiled, with the boxes drawn on it as its fields where it has none. Raises BadForm."""
    if form.drawn:
        from konbit.papers.pdf.drawn import compile_drawn

        return compile_drawn(pdf, form.drawn, file=f"{form.id}.pdf")
    from konbit.papers.pdf.compiled import compile_form

    return compile_form(pdf, file=f"{form.id}.pdf", tight=tight)


def check_edition(compiled: CompiledForm, form: Form) -> None:
    """Raises BadForm, naming the difference, when the PDF is not the one that the map was written for."""
    fillable = {name for name, field in compiled.fields.items() if field.kind in _FILLABLE}
    fault = edition_fault(form, compiled.fingerprint, fillable, compiled.fields.keys())
    if fault is not None:
        raise fault


def edition_fault(
    form: Form, fingerprint: str, fillable: Collection[str], present: Collection[str] = ()
) -> BadForm | None:
    """What tells a PDF from the edition of the map, or None. fillable: the names of its fields that can be filled;
    present: of all its fields."""
    standing = {*fillable, *present}
    strange = sorted(form.fields - standing)
    if fingerprint == form.fingerprint and not strange:
        return None
    if form.drawn:
        differences = ["es otro archivo, y no trae campos con los que compararlo"]
    else:
        known = form.fields | set(form.unused)
        gone, new = sorted({*form.fields, *form.unused} - standing), sorted({*fillable} - known)
        differences = [f"no tiene {_named(gone)}"] if gone else []
        differences += [f"trae {_named(new)}, que el mapa no conoce"] if new else []
    return BadForm(
        "El PDF de {form} no es el de la edición {edition}: {difference}.",
        file=form.file,
        key="huella",
        form=form.id,
        edition=form.edition,
        difference=" y ".join(differences) or "sus campos cambiaron de lugar, de tipo o de opciones",
    )


def _left(form: Form, name: str, field: Field) -> bool:
    return field.kind in _FILLABLE and name not in form.fields


def _named(names: Sequence[str]) -> str:
    more = f" y {len(names) - 1} más" if len(names) > 1 else ""
    return f"el campo «{names[0]}»{more}"


# -- what has no room -----------------------------------------------------------------------------------------


def _fit(
    compiled: CompiledForm, values: FormValues
) -> tuple[dict[str, str | bool], list[tuple[str, TextRest]]]:
    """Values that fit, and the whole texts of those that had to be cut, by field."""
    from konbit.papers.annex import TextRest

    printed = dict(values.values)
    long = {name for name, value in printed.items() if _too_many(compiled.fields.get(name), value)}
    fitting = {name: value for name, value in printed.items() if name not in long}
    long |= {over.field for over in compiled.overflow_of(fitting)}
    texts: list[tuple[str, TextRest]] = []
    for name in (name for name in printed if name in long):
        text = printed[name]
        field = compiled.fields[name]
        if not isinstance(text, str) or not _takes_any_text(field):
            continue  # a choice of the form that its own box cuts: the proof tells
        printed[name] = _shortened(compiled, field, text)
        texts.append((name, TextRest(values.labels.get(name, name), _page(field), text)))
    return printed, texts


def _too_many(field: Field | None, value: str | bool) -> bool:
    if field is None or field.max_length is None or not isinstance(value, str):
        return False
    return len(unicodedata.normalize("NFC", value)) > field.max_length


def _takes_any_text(field: Field) -> bool:
    from konbit.papers.pdf.fields import COMBO, EDIT

    return field.kind == "text" or (field.kind == "choice" and field.flags & (COMBO | EDIT) == COMBO | EDIT)


def _shortened(compiled: CompiledForm, field: Field, text: str) -> str:
    """The beginning of a text, cut at a word, with a mark that it goes on; as much as has room."""

    def has_room(candidate: str) -> bool:
        return not _too_many(field, candidate) and not compiled.overflow_of({field.name: candidate})

    mark = next(mark for mark in _MARKS if has_room(mark.strip()))
    cuts = [0, *(found.start() for found in re.finditer(r"\s+", text))]
    low, high = 0, len(cuts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if has_room((text[: cuts[middle]] + mark).strip()):
            low = middle
        else:
            high = middle - 1
    return (text[: cuts[low]].rstrip(" ,;:") + mark).strip()


def _page(field: Field) -> int:
    return next((widget.page for widget in field.widgets if widget.page), 0)


def _rows_rest(compiled: CompiledForm, rows: ExtraRows) -> TableRest:
    from konbit.papers.annex import TableRest

    return TableRest(rows.title, _page(compiled.fields[rows.field]), rows.first, rows.headings, rows.cells)


def _with_annex(data: bytes, form: Form, person: str, rests: Sequence[Rest]) -> tuple[bytes, int, list[str]]:
    """The form with its annex behind it, the number of pages added, and what went wrong (nothing, usually)."""
    from pypdf import PdfReader, PdfWriter

    from konbit.papers.annex import draw_annex, letters

    annex = PdfReader(io.BytesIO(draw_annex(form, person, rests)))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in annex.pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    whole = out.getvalue()
    before, after = PdfReader(io.BytesIO(data)), PdfReader(io.BytesIO(whole))
    lost: list[str] = []
    count = len(annex.pages)
    if len(after.pages) != len(before.pages) + count or _held(before) != _held(after):
        lost.append("Al agregar el anexo cambió el formulario.")
    text = "".join(page.extract_text() for page in after.pages[-count:])
    missing = letters(rests) - Counter(text)
    if missing:
        lost.append(f"En el anexo falta texto: «{''.join(missing)}».")
    return whole, count, lost


def _held(reader: Any) -> dict[str, Any]:
    return {name: field.get("/V") for name, field in (reader.get_fields() or {}).items()}

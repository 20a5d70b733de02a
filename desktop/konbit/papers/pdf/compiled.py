"""A form compiled once and filled many times: each filling appends only what changed.

    form = compile_form(data)
    filled = form.fill({"apellido": "Pierre-Louis", "sexo": "/F", "acepta": True})

A field that is not filled is never touched: that is what keeps barcodes and signatures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from konbit.errors import BadForm
from konbit.papers.pdf import appearance, fields, layout, textstring, values
from konbit.papers.pdf.active import Scrubbed, scrub
from konbit.papers.pdf.compacting import compact
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.faces import Face, embed, shipped_face, usable
from konbit.papers.pdf.fields import Field, FieldTable, has_signature, read_fields
from konbit.papers.pdf.gathering import Gathered, Overflow
from konbit.papers.pdf.increment import Increments, written
from konbit.papers.pdf.inspecting import fingerprint, refuse_dynamic_xfa
from konbit.papers.pdf.layout import Fitted
from konbit.papers.pdf.mending import Opened, open_pdf
from konbit.papers.pdf.planning import FieldPlan, Plans, WidgetPlan
from konbit.papers.pdf.quick import Pieces, QuickComb, QuickLine, quick_field
from konbit.papers.pdf.syntax import (
    DamagedError,
    Ref,
    write,
    write_name,
    write_string,
)
from konbit.papers.pdf.values import OFF, Chosen, Given, Notice


@dataclass(frozen=True, slots=True)
class Filled:
    """A written form. fields_set: fields given a value. warnings: str() of each is a Spanish sentence."""

    data: bytes
    fields_set: int
    overflow: tuple[Overflow, ...]
    warnings: tuple[Notice, ...]


def compile_form(data: bytes, *, file: str = "", tight: bool = False) -> CompiledForm:
    """Read a form once and for all. Raises BadForm: no PDF, damaged, a password, a dynamic XFA form.

    tight: write the form anew first, small and without what is active, instead of leaving its bytes as they are; for
    batches. A signed form stays as it is.
    """
    opened = open_pdf(data, file=file)
    try:
        form = _compiled(opened, file, tight=tight)
    except (DamagedError, RecursionError) as error:
        raise BadForm("El archivo {file} está dañado o no es un PDF válido.", file=file or "PDF") from error
    return form


def _compiled(opened: Opened, file: str, *, tight: bool) -> CompiledForm:
    document = opened.document
    table = read_fields(document)
    scrubbed = scrub(document)
    refuse_dynamic_xfa(table, scrubbed.xfa, file)
    if not tight or has_signature(document, table):
        return CompiledForm(opened, table, scrubbed)
    small = Document(compact(document, scrubbed.objects))
    form = CompiledForm(replace(opened, document=small), read_fields(small), scrub(small))
    form.active, form.tight = scrubbed.found, True
    return form


class CompiledForm:
    """A form ready to be filled. Not changed by filling; safe to share between threads, and to send to a process.

    fields: by full name. calculated: names of those that scripts would compute. fingerprint: of the edition. blank: the form as written with no value (nothing active).
    """

    def __init__(self, opened: Opened, table: FieldTable, scrubbed: Scrubbed) -> None:
        document = opened.document
        self.base = document.data
        self._document: Document | None = None
        self.layout = document.layout
        self.pages = table.page_count
        self.fields: Mapping[str, Field] = table.fields
        self.fingerprint = fingerprint(table)
        self.encrypted = opened.encrypted
        self.tight = False
        self.active = scrubbed.found
        self.signed = has_signature(document, table)
        self.calculated = _calculated(document, table)
        self._planned = Plans(document, table, scrubbed.objects)
        self._plans = self._planned.by_name
        self.next_number = self._planned.next_number
        self.scrubbed: Mapping[int, Any] = self._planned.scrubbed
        self._static = {
            n: written(n, document.generation(n), write(value)) for n, value in self.scrubbed.items()
        }
        generations = {n: document.generation(n) for n in (*self.scrubbed, *self._planned.stems)}
        generations |= {ref.number: document.generation(ref.number) for ref, _ in document.pages()}
        root: Ref = document.layout.trailer[b"Root"]
        generations[root.number] = document.generation(root.number)
        self._increments = Increments(self.base, self.layout, {n: g for n, g in generations.items() if g})
        lines = {name: quick_field(plan, self._planned.stems) for name, plan in self._plans.items()}
        self._lines: dict[str, QuickLine | QuickComb] = {name: line for name, line in lines.items() if line}
        self._known: dict[str, dict[str | bool, Pieces]] = {
            name: {} for name, field in self.fields.items() if field.kind in ("checkbox", "radio", "choice")
        }
        self._standing = self._standing_values(document)
        self.blank = self.fill({}).data

    def _standing_values(self, document: Document) -> dict[str, Given]:
        """Values the form already holds but leaves to the viewer to draw (/NeedAppearances, which we remove)."""
        form = document.dictionary(document.catalog.get(b"AcroForm"))
        if document.resolve(form.get(b"NeedAppearances")) is not True:
            return {}
        found: dict[str, Given] = {}
        for name, field in self.fields.items():
            text = textstring.of_value(field.value)
            if text and field.kind in ("text", "choice") and not self._plans[name].barcode:
                try:
                    self._changes_of(self._plans[name], text, Gathered())
                except BadForm:
                    continue  # its old drawing, if any, stays
                found[name] = text
        return found

    # -- filling ------------------------------------------------------------------------------------------

    def fill(self, given: Mapping[str, Given], *, flat: bool = False) -> Filled:
        """Write values by full field name. flat: draw them into the pages and remove the fields.

        Text as str, boxes as True/False or a state, choices by export value or label (a list for several).
        Raises BadForm naming the field: unknown field, state or choice, text beyond /MaxLen, a character no font has.
        """
        writing = Gathered()
        if not given.keys() <= self._plans.keys():
            raise values.unknown_field(next(name for name in given if name not in self._plans), self._plans)
        for name in self._standing.keys() - given.keys():
            self._changes_of(self._plans[name], self._standing[name], writing)
        writing.warnings.clear()  # what the form brought with it is no news
        writing.overflow.clear()
        for name, value in (given if flat else self._quickly(given, writing)).items():
            self._changes_of(self._plans[name], value, writing)
        left = [name for name in self.calculated if name not in given]
        if given and left:
            writing.warn(
                "El formulario calcula solo «{key}» y aquí ese cálculo no se hace: llénelo o revíselo a mano.",
                key="», «".join(left),
            )
        if given and self.signed:
            writing.warn("El PDF está firmado: al llenarlo, su firma deja de valer.")
        if flat:
            from konbit.papers.pdf.flattening import flatten

            writing.objects = flatten(self, writing)
        objects = {**self._static, **writing.ready}
        objects |= {n: written(n, generation, body) for n, (generation, body) in writing.objects.items()}
        objects |= {n: written(n, 0, self._planned.ticks[n]) for n in writing.ticks}
        for style, used in writing.used.items():
            fonts = embed(style, used, self._planned.fonts["Bold" in style])
            objects |= {n: written(n, 0, body) for n, body in fonts}
        data = self._increments.append(objects) if objects else self.base
        return Filled(data, len(given), tuple(writing.overflow), tuple(writing.warnings))

    def _quickly(self, given: Mapping[str, Given], writing: Gathered) -> dict[str, Given]:
        """Writes what is plain, and what was written before; gives back the rest."""
        left: dict[str, Given] = {}
        ready, lines = writing.ready, self._lines
        for name, value in given.items():
            if type(value) is str and name in lines:
                line = lines[name]
                try:
                    pieces = line.pieces(value.encode("latin-1"))
                except UnicodeEncodeError:
                    pieces = None
                if pieces:
                    ready[line.number], ready[line.look] = pieces
                    continue
            elif isinstance(value, str | bool) and name in self._known:
                known = self._known[name].get(value) or self._first_time(name, value)
                if known:
                    ready |= known.objects
                    writing.overflow += known.overflow
                    writing.warnings += known.warnings
                    continue
            left[name] = value
        return left

    def _first_time(self, name: str, value: str | bool) -> Pieces | None:
        """The objects of a state or an option of the form, kept for the next filling. Raises BadForm as `fill`."""
        plan = self._plans[name]
        if plan.field.kind == "choice" and not values.as_choice(plan.field, value).indices:
            return None  # a text of its own, or none: not one of a few
        writing = Gathered()
        self._changes_of(plan, value, writing)
        if writing.used:
            return None
        objects = {n: written(n, generation, body) for n, (generation, body) in writing.objects.items()}
        objects |= {n: written(n, 0, self._planned.ticks[n]) for n in writing.ticks}
        known = Pieces(objects, tuple(writing.overflow), tuple(writing.warnings))
        self._known[name][value] = known
        return known

    def overflow_of(self, given: Mapping[str, Given]) -> tuple[Overflow, ...]:
        """What would not fit, without writing. Raises BadForm as `fill`."""
        writing = Gathered()
        for name, value in given.items():
            if name not in self._plans:
                raise values.unknown_field(name, self._plans)
            self._changes_of(self._plans[name], value, writing)
        return tuple(writing.overflow)

    def widgets_of(self, name: str) -> tuple[WidgetPlan, ...]:
        return self._plans[name].widgets

    def document(self) -> Document:
        """The form's objects, parsed again on the first flattening and kept."""
        if self._document is None:
            self._document = Document(self.base)
        return self._document

    def plans(self) -> Mapping[str, FieldPlan]:
        return self._plans

    def _changes_of(self, plan: FieldPlan, value: Given, writing: Gathered) -> None:
        field = plan.field
        if plan.barcode:
            raise BadForm(
                "El campo «{key}» es un código de barras del formulario y no se llena.", key=field.name
            )
        if field.flags & fields.READ_ONLY:
            writing.warn("El campo «{key}» es de solo lectura y se llenó igual.", key=field.name)
        if not any(place.widget.visible for place in plan.widgets):
            writing.warn("El campo «{key}» no se ve en ninguna página.", key=field.name)
        if field.kind == "text":
            self._write_text(plan, values.as_text(field, value), writing)
            if values.joins_lines(field, value):
                writing.warn(
                    "El campo «{key}» tiene una sola línea: se juntaron las del texto.", key=field.name
                )
        elif field.kind in ("checkbox", "radio"):
            self._write_state(plan, values.as_state(field, value), writing)
        elif field.kind == "choice":
            self._write_choice(plan, values.as_choice(field, value), writing)
        elif field.kind == "signature":
            raise BadForm("El campo «{key}» es de firma y no se llena.", key=field.name)
        else:
            raise BadForm("El campo «{key}» es un botón y no se llena.", key=field.name)

    def _put(self, plan: FieldPlan, value: bytes, places: Mapping[int, bytes], writing: Gathered) -> None:
        """Write the field's objects: /V on those that hold it, the new appearance on its widgets."""
        for number, generation in plan.holders:
            writing.objects[number] = (
                generation,
                b"<<%b%b%b>>" % (self._planned.stems[number], value, places.get(number, b"")),
            )
        holders = {number for number, _ in plan.holders}
        for place in plan.widgets:
            number = place.widget.ref.number
            if number not in holders:
                body = b"<<%b%b>>" % (self._planned.stems[number], places.get(number, b""))
                writing.objects[number] = (place.generation, body)

    def _face(self, place: WidgetPlan, field: Field, text: str, writing: Gathered) -> Face:
        if place.own is not None and usable(place.own, text):
            return place.own
        face = shipped_face(bold=place.bold)
        missing = face.missing(text)
        if missing:
            raise values.unprintable(field, missing)
        writing.used.setdefault(face.style, set()).update(text)
        return replace(face, resource=b"%b %d 0 R" % (write_name(face.name), self._planned.fonts[place.bold]))

    def _draw(self, place: WidgetPlan, face: Face, content: bytes, writing: Gathered) -> bytes:
        body = appearance.form_object(place.frame, b"/Font<<%b>>" % face.resource, content)
        writing.objects[place.number] = (0, body)
        writing.drawn[place.widget.ref.number] = place.number
        return b"/AP<</N %d 0 R>>" % place.number

    def _write_text(self, plan: FieldPlan, text: str, writing: Gathered) -> None:
        field, places = plan.field, {}
        printed = "*" * len(text) if field.flags & fields.PASSWORD else text
        for place in plan.widgets:
            face = self._face(place, field, printed.replace("\n", ""), writing)
            fitted = _fit(field, place, face, printed)
            content = appearance.text_content(place.frame, face, place.style.colour, fitted)
            places[place.widget.ref.number] = self._draw(place, face, content, writing)
            if text and fitted.size < layout.WORD_FLOOR and place.widget.visible:
                writing.warn(
                    "El campo «{key}» es tan pequeño que su letra queda de {size} puntos.",
                    key=field.name,
                    size=f"{fitted.size:.1f}".replace(".", ","),
                )
            if fitted.rest and place.widget.visible:
                shown = printed[: len(printed) - len(fitted.rest)].rstrip()
                writing.overflow.append(Overflow(field.name, place.widget.page, shown, fitted.rest))
        self._put(plan, b"/V" + write_string(textstring.encode(text)), places, writing)

    def _write_choice(self, plan: FieldPlan, chosen: Chosen, writing: Gathered) -> None:
        field, places = plan.field, {}
        is_list = not field.flags & fields.COMBO
        label = chosen.labels[0] if chosen.labels else ""
        for place in plan.widgets:
            if is_list:
                labels = [option.label for option in field.options]
                face = self._face(place, field, "".join(labels), writing)
                content, first = appearance.list_content(
                    place.frame, face, place.style, labels, set(chosen.indices)
                )
                places[place.widget.ref.number] = (
                    self._draw(place, face, content, writing) + b"/TI %d" % first
                )
            else:
                face = self._face(place, field, label, writing)
                frame = place.frame
                fitted = layout.fit_line(
                    face, label, frame.width, frame.height, place.style.size, field.alignment
                )
                content = appearance.text_content(frame, face, place.style.colour, fitted)
                places[place.widget.ref.number] = self._draw(place, face, content, writing)
                if fitted.rest and place.widget.visible:
                    shown = label[: len(label) - len(fitted.rest)].rstrip()
                    writing.overflow.append(Overflow(field.name, place.widget.page, shown, fitted.rest))
        stored = [write_string(raw) for raw in chosen.raws]
        value = (
            b"/V" + (stored[0] if len(stored) == 1 else b"[" + b" ".join(stored) + b"]") if stored else b""
        )
        if chosen.indices:
            value += b"/I[" + b" ".join(b"%d" % index for index in chosen.indices) + b"]"
        self._put(plan, value, places, writing)

    def _write_state(self, plan: FieldPlan, state: bytes, writing: Gathered) -> None:
        places: dict[int, bytes] = {}
        for place in plan.widgets:
            number = place.widget.ref.number
            shown = state if state in place.widget.states else OFF
            looks = dict(place.looks)
            if shown in place.ticks:
                looks[shown] = b"%d 0 R" % place.ticks[shown]
                writing.ticks.add(place.ticks[shown])
                writing.drawn[number] = place.ticks[shown]
            else:
                writing.states[number] = shown
            inside = b"".join(write_name(key) + b" " + look for key, look in looks.items())
            places[number] = b"/AS" + write_name(shown) + (b"/AP<</N<<%b>>>>" % inside if looks else b"")
        self._put(plan, b"/V" + write_name(state), places, writing)


def _fit(field: Field, place: WidgetPlan, face: Face, text: str) -> Fitted:
    width, height, size = place.frame.width, place.frame.height, place.style.size
    if field.comb and field.max_length:
        return layout.fit_comb(face, text, field.max_length, width, height, size)
    if field.flags & fields.MULTILINE:
        return layout.fit_block(face, text, width, height, size, field.alignment)
    return layout.fit_line(face, text, width, height, size, field.alignment)


def _calculated(document: Document, table: FieldTable) -> tuple[str, ...]:
    """Fields whose value the form's scripts compute (/CO, the order of calculation)."""
    form = document.dictionary(document.catalog.get(b"AcroForm"))
    numbers = {ref.number for ref in document.array(form.get(b"CO")) if isinstance(ref, Ref)}
    return tuple(
        name for name, field in table.fields.items() if any(ref.number in numbers for ref in field.holders)
    )

"""What a PDF form asks for: its fields by full name, and what one should know before filling it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from konbit.errors import BadForm
from konbit.papers.pdf import fields as table_of_fields
from konbit.papers.pdf import textstring
from konbit.papers.pdf.active import scrub
from konbit.papers.pdf.fields import Field, FieldTable, Rect, has_signature, read_fields
from konbit.papers.pdf.mending import open_pdf
from konbit.papers.pdf.syntax import DamagedError


@dataclass(frozen=True, slots=True)
class InspectedField:
    """One field. type: text checkbox radio choice signature button. page: 1-based (0: on no page). rect: points."""

    name: str
    type: str
    page: int
    rect: Rect
    required: bool
    read_only: bool
    states: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    max_length: int | None = None
    multiline: bool = False

    def as_json(self) -> dict[str, Any]:
        row: dict[str, Any] = {"name": self.name, "type": self.type}
        if self.type in ("checkbox", "radio"):
            row["states"] = list(self.states)
        if self.type == "choice":
            row["choices"] = list(self.choices)
        if self.max_length is not None:
            row["max_length"] = self.max_length
        if self.type == "text":
            row["multiline"] = self.multiline
        row |= {
            "page": self.page,
            "rect": list(self.rect),
            "required": self.required,
            "read_only": self.read_only,
        }
        return row


@dataclass(frozen=True, slots=True)
class Inspection:
    """active: there is content that acts; active_kinds says which. fingerprint: the same for the same edition."""

    pages: int
    fields: tuple[InspectedField, ...]
    encrypted: bool
    xfa: bool
    signed: bool
    active: bool
    fingerprint: str
    active_kinds: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The contract of `konbit inspect`."""
        return {
            "pages": self.pages,
            "fields": [field.as_json() for field in self.fields],
            "encrypted": self.encrypted,
            "xfa": self.xfa,
            "signed": self.signed,
            "active": self.active,
            "fingerprint": self.fingerprint,
        }


def inspect(data: bytes, *, file: str = "") -> Inspection:
    """Read a form's fields. Raises BadForm: no PDF, damaged, a password, a dynamic XFA form."""
    opened = open_pdf(data, file=file)
    try:
        table = read_fields(opened.document)
        scrubbed = scrub(opened.document)
    except (DamagedError, RecursionError) as error:
        raise BadForm("El archivo {file} está dañado o no es un PDF válido.", file=file or "PDF") from error
    refuse_dynamic_xfa(table, scrubbed.xfa, file)
    return Inspection(
        pages=table.page_count,
        fields=tuple(_inspected(field) for field in table.fields.values()),
        encrypted=opened.encrypted,
        xfa=scrubbed.xfa,
        signed=has_signature(opened.document, table),
        active=bool(scrubbed.found),
        fingerprint=fingerprint(table),
        active_kinds=scrubbed.found,
    )


def refuse_dynamic_xfa(table: FieldTable, xfa: bool, file: str) -> None:
    """A form that is only XFA has nothing that can be filled here."""
    if xfa and not any(
        field.kind in ("text", "checkbox", "radio", "choice") for field in table.fields.values()
    ):
        raise BadForm(
            "El formulario {file} es XFA dinámico y no se puede llenar; pida al organismo la versión PDF normal.",
            file=file or "PDF",
        )


def fingerprint(table: FieldTable) -> str:
    """SHA-256 of name, type, states and rectangle (hundredths of a point) of every field, in order of name."""
    rows = [
        [
            field.name,
            field.kind,
            sorted(textstring.of_name(state) for state in field.states),
            [[widget.page, *(round(edge * 100) for edge in widget.rect)] for widget in field.widgets],
        ]
        for field in sorted(table.fields.values(), key=lambda field: field.name)
    ]
    canonical = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _inspected(field: Field) -> InspectedField:
    place = next((w for w in field.widgets if w.page), field.widgets[0] if field.widgets else None)
    return InspectedField(
        name=field.name,
        type=field.kind,
        page=place.page if place else 0,
        rect=place.rect if place else (0.0, 0.0, 0.0, 0.0),
        required=bool(field.flags & table_of_fields.REQUIRED),
        read_only=bool(field.flags & table_of_fields.READ_ONLY),
        states=tuple(textstring.of_name(state) for state in field.states),
        choices=tuple(option.export for option in field.options),
        labels=tuple(option.label for option in field.options),
        max_length=field.max_length,
        multiline=field.kind == "text" and bool(field.flags & table_of_fields.MULTILINE),
    )

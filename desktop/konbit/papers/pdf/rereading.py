"""Read the values of a written form back with pdfium: the quick half of the proof, for a sample of a batch."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Mapping
from typing import Any

from konbit.papers.pdf import textstring, values
from konbit.papers.pdf.compiled import CompiledForm
from konbit.papers.pdf.values import Given


def reread(data: bytes, expected: Mapping[str, Given], form: CompiledForm) -> tuple[str, ...]:
    """Names of the fields that do not read back as they were meant; all of them where the file cannot be read."""
    try:
        stored = stored_values(data)
    except Exception:  # noqa: BLE001 - whatever pdfium trips over, nothing is proved
        return tuple(expected)
    return tuple(
        name for name, value in expected.items() if not _same(stored.get(name), _meant(form, name, value))
    )


def stored_values(data: bytes) -> dict[str, str]:
    """What pdfium reads in each field that stands on a page, by full name; states without slash."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    found: dict[str, str] = {}
    try:
        document.init_forms()
        if document.formenv is None:
            return found
        environment = document.formenv.raw
        for number in range(len(document)):
            page = document[number]
            for position in range(raw.FPDFPage_GetAnnotCount(page.raw)):
                note = raw.FPDFPage_GetAnnot(page.raw, position)
                if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET:
                    name = _text(raw.FPDFAnnot_GetFormFieldName, environment, note)
                    found[name] = _text(raw.FPDFAnnot_GetFormFieldValue, environment, note)
                raw.FPDFPage_CloseAnnot(note)
            page.close()
    finally:
        document.close()
    return found


def _text(call: Any, environment: Any, note: Any) -> str:
    length = int(call(environment, note, None, 0))
    buffer = (ctypes.c_ushort * (length // 2))()
    call(environment, note, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _meant(form: CompiledForm, name: str, value: Given) -> tuple[str, ...]:
    field = form.fields[name]
    if field.kind == "text":
        return (values.as_text(field, value),)
    if field.kind == "choice":
        chosen = values.as_choice(field, value)
        return (*chosen.texts, *chosen.labels) or ("",)
    state = values.as_state(field, value)
    return (textstring.of_name(state), state.decode("latin-1"))


def _same(stored: str | None, meant: tuple[str, ...]) -> bool:
    if stored is None:
        return False
    plain = unicodedata.normalize("NFC", stored).replace("\r\n", "\n").replace("\r", "\n")
    return plain in {unicodedata.normalize("NFC", one) for one in meant}

"""The Creole out to a native speaker and back: one sheet of a spreadsheet, one row a text.

She marks a row as good, or writes what it should say; her name and the day stand at the top. What comes back counts
only for the Spanish that she saw, and is taken whole or not at all.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from konbit.errors import BadReview, CannotWrite
from konbit.papers.output import write_whole
from konbit.tongues.markup import placeholders
from konbit.tongues.po_file import Entry, PoFile, read_po, rewrite_po, without_fuzzy
from konbit.tongues.review import Review, review_of, source_digest, with_review

COLUMNS = ("id", "forma", "Español", "Kreyòl", "Estado", "Dónde se ve", "¿Bon? (wi)", "Kreyòl korije", "Nòt")
_NAME_CELL, _DAY_CELL, _FIRST_ROW = "C2", "C3", 6
_WIDTHS = (26, 7, 60, 60, 11, 28, 11, 60, 30)
_YES = frozenset({"wi", "si", "sí", "x", "ok", "oui", "yes"})
_NO = frozenset({"", "non", "no"})
_LARGEST = 60_000_000


@dataclass(frozen=True, slots=True)
class ReviewTaken:
    """approved: texts that a native speaker found good; corrected: that she changed; skipped: ids whose Spanish has
    changed since; silent: rows without a mark. Counts of forms, not of messages."""

    by: str
    day: date
    approved: int
    corrected: int
    skipped: tuple[str, ...]
    silent: int

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {
            "revisa": self.by,
            "fecha": self.day.isoformat(),
            "aprobados": self.approved,
            "corregidos": self.corrected,
            "cambiados_desde_entonces": list(self.skipped),
            "sin_marca": self.silent,
        }


def po_of(translations: Path, tongue: str) -> Path:
    """The catalogue of a tongue. Raises BadReview where the pack has none."""
    path = translations / tongue / "LC_MESSAGES" / "konbit.po"
    if not path.is_file():
        raise BadReview("--review: el paquete no tiene traducción «{tongue}»", tongue=tongue, key="review")
    return path


def export_review(translations: Path, tongue: str, path: Path) -> int:
    """Writes the sheet; gives the number of its rows. Raises BadReview, BadPack, CannotWrite."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font, PatternFill

    if path.suffix.lower() != ".xlsx":
        raise BadReview("-o: {file}: el archivo debe terminar en .xlsx", file=path.name, key="o")
    po = read_po(po_of(translations, tongue))
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Revizyon"
    bold, grey = Font(bold=True), PatternFill("solid", fgColor="E8E8E8")
    for row, (label, value) in enumerate(
        (
            ("Konbit: revisión de la traducción · revizyon tradiksyon an", tongue),
            ("Nombre de quien revisa · Non moun k ap revize a", ""),
            ("Fecha (AAAA-MM-DD) · Dat", ""),
            (
                "Escriba «wi» donde está bien, o corrija al lado. Lo que no se marca queda como borrador. Los {campos} y "
                "las marcas quedan iguales. · Ekri «wi» si li bon, oswa korije l sou kote. Sa ou pa make rete bouyon. "
                "Kite {campos} yo jan yo ye.",
                "",
            ),
        ),
        1,
    ):
        sheet.cell(row, 1, label).font = bold
        sheet.cell(row, 3, value)
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(_FIRST_ROW - 1, column, name)
        cell.font, cell.fill = bold, grey
        sheet.column_dimensions[cell.column_letter].width = width
    rows = list(_rows(po))
    for number, texts in enumerate(rows, _FIRST_ROW):
        for column, text in enumerate(texts, 1):
            cell = cast(Cell, sheet.cell(number, column))
            cell.value = text
            cell.data_type = "s"  # a text that begins with "=" is a text, never a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"A{_FIRST_ROW}"
    sheet.auto_filter.ref = f"A{_FIRST_ROW - 1}:I{_FIRST_ROW + len(rows) - 1}"
    made = BytesIO()
    book.save(made)
    write_whole(path, made.getvalue())
    return len(rows)


def _rows(po: PoFile) -> Iterable[tuple[str, ...]]:
    for entry in sorted(po.entries, key=lambda one: (one.context, one.msgid)):
        if entry.obsolete:
            continue
        review = review_of(entry)
        for form, text in enumerate(entry.strings):
            state = "cambió" if entry.fuzzy else review.status if review else "draft"
            yield (
                _ident(entry),
                str(form),
                _source(entry, form),
                text,
                state,
                " ".join(entry.extracted),
                "",
                "",
                "",
            )


def _source(entry: Entry, form: int) -> str:
    return entry.msgid if form == 0 or entry.plural is None else entry.plural


def _ident(entry: Entry) -> str:
    """Many faults share a context; with the digest of its Spanish a text is one, and a changed one is another."""
    return f"{entry.context}#{source_digest(entry.msgid, entry.plural)}"


def import_review(translations: Path, tongue: str, path: Path, today: date) -> ReviewTaken:
    """Takes a sheet back into the catalogue. Raises BadReview naming file and cell (then nothing is changed), BadPack."""
    with closing(_opened(path)) as book:
        sheet = book[book.sheetnames[0]]
        by, day = _who(sheet, path.name, today)
        marks = _marks(sheet, path.name)
    place = po_of(translations, tongue)
    counts = {"approved": 0, "corrected": 0, "silent": 0}
    skipped: dict[str, None] = {}

    def change(po: PoFile) -> PoFile:
        counts.update(approved=0, corrected=0, silent=0)
        skipped.clear()
        known = {_ident(entry) for entry in po.entries if not entry.obsolete}
        contexts = {entry.context for entry in po.entries}
        for (ident, _), mark in marks.items():
            context = ident.partition("#")[0]
            if ident not in known and context in contexts:
                if mark.good or mark.correction:
                    skipped[context] = None
            elif ident not in known:
                raise BadReview(
                    "{file}: {key}: el paquete no tiene ningún texto «{id}»",
                    file=path.name,
                    key=mark.cell,
                    id=context,
                )
        return replace(
            po,
            entries=tuple(_reviewed(one, marks, by, day, path.name, counts) for one in po.entries),
        )

    try:
        rewrite_po(place, change)
    except OSError as error:
        raise CannotWrite(
            "No se pudo escribir {file}: {reason}.", file=place.name, reason=error.strerror or "OSError"
        ) from error
    return ReviewTaken(by, day, counts["approved"], counts["corrected"], tuple(skipped), counts["silent"])


@dataclass(frozen=True, slots=True)
class _Mark:
    good: bool
    correction: str
    cell: str


def _reviewed(
    entry: Entry,
    marks: Mapping[tuple[str, str], _Mark],
    by: str,
    day: date,
    file: str,
    counts: dict[str, int],
) -> Entry:
    found = [marks.get((_ident(entry), str(form))) for form in range(len(entry.strings))]
    if entry.obsolete or not any(found):
        return entry
    told = [one for one in found if one and (one.good or one.correction)]
    counts["silent"] += sum(1 for one in found if one and not one.good and not one.correction)
    if not told:
        return entry
    strings = list(entry.strings)
    for form, one in enumerate(found):
        if one and one.correction:
            if placeholders(one.correction) != placeholders(_source(entry, form)):
                raise BadReview(
                    "{file}: {key}: la corrección no lleva los mismos campos y marcas que el español",
                    file=file,
                    key=one.cell,
                )
            strings[form] = one.correction
    counts["approved"] += sum(1 for one in told if not one.correction)
    counts["corrected"] += sum(1 for one in told if one.correction)
    whole = len(told) == len(entry.strings) and all(strings)
    changed = replace(entry, strings=tuple(strings))
    if not whole:
        return changed
    review = Review("native", by, day, source_digest(entry.msgid, entry.plural))
    return with_review(without_fuzzy(changed), review)


def _opened(path: Path) -> Any:
    from openpyxl import load_workbook

    try:
        data = path.read_bytes()
        with zipfile.ZipFile(BytesIO(data)) as whole:
            if sum(part.file_size for part in whole.infolist()) > _LARGEST:
                raise BadReview("{file}: la planilla es demasiado grande", file=path.name)
            for part in whole.infolist():
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in whole.read(part):
                    raise BadReview("{file}: la planilla trae algo que Konbit no lee", file=path.name)
        return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except FileNotFoundError:
        raise BadReview("{file}: falta este archivo", file=path.name) from None
    except BadReview:
        raise
    except Exception as error:
        raise BadReview("{file}: no es una planilla que se pueda leer", file=path.name) from error


def _who(sheet: Any, file: str, today: date) -> tuple[str, date]:
    by, day = sheet[_NAME_CELL].value, sheet[_DAY_CELL].value
    if not isinstance(by, str) or not by.strip() or ";" in by or "\n" in by:
        raise BadReview("{file}: {key}: falta el nombre de quien revisó", file=file, key=_NAME_CELL)
    if isinstance(day, datetime):
        day = day.date()
    if not isinstance(day, date):
        try:
            day = date.fromisoformat(str(day).strip())
        except ValueError:
            raise BadReview(
                "{file}: {key}: falta la fecha de la revisión, como 2026-11-24", file=file, key=_DAY_CELL
            ) from None
    if day > today:
        raise BadReview(
            "{file}: {key}: la fecha de la revisión no puede ser futura", file=file, key=_DAY_CELL
        )
    return by.strip(), day


def _marks(sheet: Any, file: str) -> dict[tuple[str, str], _Mark]:
    head = [
        str(cell.value or "")
        for cell in next(sheet.iter_rows(_FIRST_ROW - 1, _FIRST_ROW - 1, 1, len(COLUMNS)))
    ]
    if tuple(head) != COLUMNS:
        raise BadReview(
            "{file}: {key}: las columnas no son las de la planilla que dio Konbit",
            file=file,
            key=f"A{_FIRST_ROW - 1}",
        )
    found: dict[tuple[str, str], _Mark] = {}
    rows = sheet.iter_rows(_FIRST_ROW, None, 1, len(COLUMNS), values_only=True)
    for number, row in enumerate(rows, _FIRST_ROW):
        texts = ["" if value is None else str(value) for value in row]
        if not any(texts):
            continue
        word, correction = texts[6].strip().casefold(), texts[7].strip("\r\n ")
        if word not in _YES | _NO:
            raise BadReview(
                '{file}: {key}: no se entiende "{value}": escriba «wi», o deje vacío',
                file=file, key=f"G{number}", value=texts[6][:40],
            )  # fmt: skip
        if word in _YES and correction:
            raise BadReview(
                "{file}: {key}: dice que está bien y trae una corrección: deje una de las dos",
                file=file,
                key=f"G{number}",
            )
        key = (texts[0], texts[1])
        if key in found:
            raise BadReview("{file}: {key}: este texto está dos veces", file=file, key=f"A{number}")
        found[key] = _Mark(word in _YES, correction, f"H{number}")
    return found

"""The rows of a batch: a folder of case files, or a sheet in CSV, XLSX or JSONL. Read one at a time, whatever their number."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from konbit.batch.rows import Row
from konbit.errors import BadBatch
from konbit.work.batch.plan import Plan

ENDINGS = (".json", ".toml")
_LONGEST_CODE = 40


def rows_of(plan: Plan, cases: Path) -> Iterator[Row]:
    """The rows, numbered from 1. Raises BadBatch (no such file, an unknown kind, a column the sheet has not)."""
    if cases.is_dir():
        yield from _folder(cases)
        return
    ending = cases.suffix.lower()
    readers = {".csv": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl}
    if not cases.is_file():
        raise BadBatch("No existe el archivo {file}.", file=cases.name)
    if ending not in readers:
        raise BadBatch("{file}: los casos vienen en una carpeta o en .csv, .xlsx o .jsonl", file=cases.name)
    first = True
    for number, content in readers[ending](cases):
        if first and ending != ".jsonl":
            _check_columns(plan, content, cases.name)
            first = False
        yield Row(
            number, _code(plan, number, content), {"planilla": content} if ending != ".jsonl" else content
        )


def count_rows(plan: Plan, cases: Path) -> int:
    """How many rows there are. Raises BadBatch as `rows_of`."""
    if cases.suffix.lower() == ".jsonl" and cases.is_file():
        with cases.open("rb") as file:
            return sum(1 for line in file if line.strip())
    return sum(1 for _ in rows_of(plan, cases))


def mark_of(plan_file: Path, cases: Path) -> str:
    """Stands for a plan and its rows: the same files give the same mark."""
    told = sha256(plan_file.read_bytes())
    if cases.is_dir():
        told.update("\n".join(path.name for path in _files(cases)).encode())
    else:
        with cases.open("rb") as file:
            while block := file.read(1 << 20):
                told.update(block)
    return told.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file())


def _folder(folder: Path) -> Iterator[Row]:
    found = _files(folder)
    if not found:
        raise BadBatch("{file}: en esta carpeta no hay ningún caso", file=folder.name)
    for number, path in enumerate(found, 1):
        yield Row(number, f"{number:05}", {"archivo": str(path)})


def _csv(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            reader = csv.DictReader(
                file, delimiter=";" if head.count(";") > head.count(",") else ",", strict=True
            )
            for number, row in enumerate(reader, 1):
                if None in row:
                    raise BadBatch(
                        "{file}: la fila {row} tiene más celdas que el título", file=path.name, row=number
                    )
                if any(row.values()):
                    yield number, row
    except UnicodeDecodeError:
        raise BadBatch("{file}: no es un texto en UTF-8; guárdelo como CSV UTF-8", file=path.name) from None
    except csv.Error as error:
        raise BadBatch(
            "{file}: no es un CSV bien formado ({reason})", file=path.name, reason=str(error)
        ) from None


def _xlsx(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True)
    except Exception as error:  # a damaged workbook raises whatever its part raises
        raise BadBatch("{file}: no se puede leer como planilla", file=path.name) from error
    with closing(book):
        sheet = book.worksheets[0]
        rows = sheet.iter_rows()
        names = [str(cell.value or "").strip() for cell in next(rows, ())]
        for number, cells in enumerate(rows, 1):
            row: dict[str, Any] = {}
            for name, cell in zip(names, cells, strict=False):
                if name:
                    row[name] = _Formula() if cell.data_type == "f" else cell.value
            if any(value not in (None, "") for value in row.values()):
                yield number, row


class _Formula:
    """A cell that holds a formula and not a value."""

    def __reduce__(self) -> tuple[type, tuple[()]]:
        return _Formula, ()


def is_formula(cell: object) -> bool:
    """Whether a cell held a formula: what it came to elsewhere is not believed."""
    return isinstance(cell, _Formula)


def _jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, {"linea": line}
    except UnicodeDecodeError:
        raise BadBatch("{file}: no es un texto en UTF-8", file=path.name) from None


def row_object(row: Row) -> dict[str, Any]:
    """The JSON object of a line. Raises BadBatch."""
    try:
        found = json.loads(row.content["linea"])
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadBatch("la línea no es un objeto JSON")
    return cast("dict[str, Any]", found)


def _check_columns(plan: Plan, row: Mapping[str, Any], file: str) -> None:
    from konbit.law.near import did_you_mean

    wanted = [*plan.columns, *([plan.code] if plan.code else [])]
    for column in wanted:
        if column not in row:
            raise BadBatch(
                "{file}: no tiene la columna «{key}».{hint}",
                file=file,
                key=column,
                hint=did_you_mean(column, row),
            )


def _code(plan: Plan, number: int, content: Mapping[str, Any]) -> str:
    given = content.get(plan.code) if plan.code else None
    plain = unicodedata.normalize("NFKD", str(given or "")).encode("ascii", "ignore").decode()
    code = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST_CODE]
    return f"{number:05}-{code}" if code else f"{number:05}"

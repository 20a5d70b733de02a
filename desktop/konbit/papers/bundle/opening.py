"""The files of a bundle, opened in the jail one at a time: what they are, what they weigh, and their sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from konbit.errors import BadForm
from konbit.papers.bundle import sheets
from konbit.papers.bundle.bundle_file import Annex, Bundle, Paper, Part
from konbit.papers.bundle.sheets import Sheets
from konbit.papers.pdf.jail import Cell, Limits
from konbit.papers.pdf.mending import LARGEST_FILE
from konbit.papers.pdf.syntax import DamagedError

LIMITS = Limits(seconds=120.0, cpu_seconds=90, memory=2 * 1024 * 1024 * 1024)
"""For each file: a scan of a hundred pages is drawn twice."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A document and how many sheets it has."""

    annex: Annex
    sheets: int


def count_sheets(bundle: Bundle, cell: Cell) -> tuple[Counted, ...]:
    """Every document with its sheets, in order. Raises BadForm naming the file that cannot be read."""
    return tuple(Counted(annex, sum(_count(part, cell) for part in annex.parts)) for annex in bundle.annexes)


def _count(part: Part, cell: Cell) -> int:
    if part.pages:
        return len(part.pages)
    data = read_part(part)
    if sheets.kind_of(data) == sheets.PICTURE:
        return 1
    name = part.path.name
    value = cell.ask("look", data, file=name).value
    pages = value.get("pages") if isinstance(value, dict) else None
    if not isinstance(pages, int) or pages < 1:
        raise broken(name)
    return pages


def read_part(part: Part) -> bytes:
    """The bytes of a PDF, JPEG or PNG. Raises BadForm: not there, too large, empty, of another kind."""
    name = part.path.name
    try:
        size = part.path.stat().st_size
        if size > LARGEST_FILE:
            raise BadForm(
                "El archivo {file} pesa {size} MB y el máximo es {limit} MB.",
                file=name,
                size=size // 1_048_576,
                limit=LARGEST_FILE // 1_048_576,
            )
        data = part.path.read_bytes()
    except OSError as error:
        raise BadForm(
            "El archivo {file} no se puede leer: {reason}.",
            file=name,
            reason=error.strerror or type(error).__name__,
        ) from error
    if not data:
        raise BadForm("El archivo {file} está vacío.", file=name)
    kind = sheets.kind_of(data)
    if kind not in (sheets.PDF, sheets.PICTURE):
        raise sheets.foreign_kind(kind, name)
    if kind == sheets.PICTURE and part.pages:
        raise BadForm("El archivo {file} es una imagen y no tiene páginas que elegir.", file=name)
    return data


def sheets_at(part: Part, paper: Paper, level: int, cell: Cell) -> Sheets:
    """The sheets of a file at a level. Raises BadForm."""
    value, data = _asked(part, paper, level, cell)
    try:
        return sheets.sheets_of(value, data)
    except (ValueError, TypeError, KeyError, LookupError, AttributeError, DamagedError) as error:
        raise broken(part.path.name) from error


def weights_at(part: Part, paper: Paper, cell: Cell) -> tuple[int, ...]:
    """Bytes of a file's sheets at every level. Raises BadForm."""
    value, _ = _asked(part, paper, None, cell)
    try:
        return sheets.weights_of(value)
    except ValueError as error:
        raise broken(part.path.name) from error


def _asked(part: Part, paper: Paper, level: int | None, cell: Cell) -> tuple[Any, bytes]:
    arguments = {"turn": part.turn, "paper": paper, "pages": list(part.pages), "level": level}
    answer = cell.ask("sheets", read_part(part), arguments, file=part.path.name)
    return answer.value, answer.data


def broken(name: str) -> BadForm:
    """A file that turns out not to be what it seemed."""
    return BadForm("El archivo {file} está dañado y no se puede abrir.", file=name)

"""The sheet of rows that failed: as they were given, with why, so that they are mended and given again."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from konbit.batch.ledger import Ledger
from konbit.papers.output import write_whole
from konbit.work.batch.plan import Plan
from konbit.work.batch.sheet import is_formula, rows_of

NAME = "informe.xlsx"
_ROW, _REASON = "fila", "motivo"


def write_report(folder: Path, plan: Plan, cases: Path, ledger: Ledger) -> str:
    """Writes `informe.xlsx` with every failed row and its reason; returns its name. Raises CannotWrite."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.styles import Font

    reasons = {one.number: one.reason for one in ledger.outcomes() if not one.done}
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Para corregir")

    def cell(value: Any, *, bold: bool = False) -> Cell:
        made = WriteOnlyCell(sheet, value=value)
        if isinstance(value, str):
            made.data_type = "s"  # never a formula, whatever it begins with
        made.font = Font(bold=bold)
        return made

    columns: list[str] | None = None
    for row in rows_of(plan, cases):
        if row.number not in reasons:
            continue
        given = row.content.get("planilla", {"caso": row.content.get("linea") or _name(row.content)})
        if columns is None:
            columns = [name for name in given if name not in (_ROW, _REASON)]
            sheet.append([cell(name, bold=True) for name in (_ROW, _REASON, *columns)])
        values = [given.get(name) for name in columns]
        sheet.append(
            [
                cell(row.number),
                cell(reasons[row.number]),
                *(cell("(fórmula)" if is_formula(value) else value) for value in values),
            ]
        )
    out = io.BytesIO()
    book.save(out)
    write_whole(folder / NAME, out.getvalue())
    return NAME


def _name(content: Any) -> str:
    return Path(str(content.get("archivo", ""))).name

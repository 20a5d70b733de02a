"""Who approved a route or a writ of the pack, when, and in which words it stood then.

# forms/comun/aprobaciones.toml, written by `konbit law --sign`; a pack may have none
[[aprobacion]]   de = "ruta:rd"  nombre, dia, paquete (mark of the edition signed), texto (mark of what was read)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table
from konbit.law.toml_text import quoted

_HEAD = (
    "# Quién aprobó cada ruta y cada escrito, y en qué edición. La escribe «konbit law --sign».\n"
    "# Si el texto aprobado cambia, la aprobación queda como antigua: no la borre, la historia sirve.\n"
)


@dataclass(frozen=True, slots=True)
class Approval:
    """One signature. target: `ruta:ID` or `escrito:ID`. pack_mark: of the whole edition. text_mark: of what the
    target said, with its criteria, conditions and norms; the approval stands while that is the same."""

    target: str
    name: str
    day: date
    pack_mark: str
    text_mark: str


def approvals_file(root: Path) -> Path:
    """Where the approvals of a pack stand. root: its `forms/`."""
    return root / "comun" / "aprobaciones.toml"


def load_approvals(root: Path, targets: Collection[str], problems: Problems) -> tuple[Approval, ...]:
    """The approvals, in the order in which they were given."""
    path = approvals_file(root)
    top = Table.of_file(path, root, problems) if path.is_file() else None
    found: list[Approval] = []
    for table in top.tables("aprobacion") if top else ():
        made = Approval(
            table.text("de"),
            table.text("nombre"),
            table.day("dia") or date.min,
            table.text("paquete"),
            table.text("texto"),
        )
        if made.target and made.target not in targets:
            table.problem("de", f'no hay nada llamado "{made.target}"{did_you_mean(made.target, targets)}')
        if made.day == date.min:
            table.problem("", 'falta "dia"')
        table.finish()
        found.append(made)
    if top:
        top.finish()
    return tuple(found)


def write_approvals(approvals: Iterable[Approval]) -> str:
    """The file as `load_approvals` reads it."""
    rows = [_HEAD]
    rows += [
        f"[[aprobacion]]\nde = {quoted(one.target)}\nnombre = {quoted(one.name)}\ndia = {one.day.isoformat()}\n"
        f"paquete = {quoted(one.pack_mark)}\ntexto = {quoted(one.text_mark)}\n"
        for one in approvals
    ]
    return "\n".join(rows)

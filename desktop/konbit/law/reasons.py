"""Why people come: plain reasons, and the routes and writs that each one opens."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table


@dataclass(frozen=True, slots=True)
class Reason:
    """One plain reason. targets: `ruta:ID`, `escrito:ID` or `formulario:ID`; none means everything."""

    id: str
    text: str
    targets: tuple[str, ...]
    urgent: bool = False


def load_reasons(root: Path, targets: Collection[str], problems: Problems) -> dict[str, Reason]:
    """The reasons of `comun/motivos.toml`, in their order."""
    top = Table.of_file(root / "comun" / "motivos.toml", root, problems)
    found: dict[str, Reason] = {}
    for table in top.tables("motivo") if top else ():
        reason = Reason(
            table.text("id"), table.text("texto"), table.texts("objetivos"), table.flag("urgente")
        )
        for target in reason.targets:
            if target not in targets:
                table.problem("objetivos", f'no hay nada llamado "{target}"{did_you_mean(target, targets)}')
        if reason.id in found:
            table.problem("id", f'el motivo "{reason.id}" está dos veces')
        table.finish()
        found[reason.id] = reason
    if top:
        top.finish()
    return found

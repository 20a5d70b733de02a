"""Questions that the sources did not settle, for a lawyer: no rule of the pack decides by them.

# forms/comun/preguntas.toml
[[pregunta]]   id, texto, rutas?, escritos?, plazos?
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table


@dataclass(frozen=True, slots=True)
class Question:
    """One open question. routes, writs, deadlines: ids of what it touches; none: the whole pack."""

    id: str
    text: str
    routes: tuple[str, ...] = ()
    writs: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()


def load_questions(
    root: Path,
    routes: Collection[str],
    writs: Collection[str],
    deadlines: Collection[str],
    problems: Problems,
) -> tuple[Question, ...]:
    """The questions of `comun/preguntas.toml`; a pack may have none."""
    path = root / "comun" / "preguntas.toml"
    top = Table.of_file(path, root, problems) if path.is_file() else None
    found: list[Question] = []
    for table in top.tables("pregunta") if top else ():
        made = Question(
            table.text("id"),
            table.text("texto"),
            table.texts("rutas"),
            table.texts("escritos"),
            table.texts("plazos"),
        )
        for key, names, known in (
            ("rutas", made.routes, routes),
            ("escritos", made.writs, writs),
            ("plazos", made.deadlines, deadlines),
        ):
            for name in names:
                if name not in known:
                    table.problem(key, f'no hay nada llamado "{name}"{did_you_mean(name, known)}')
        table.finish()
        found.append(made)
    if top:
        top.finish()
    return tuple(found)

"""The plan of a batch: which papers, for whom, and what the columns of a sheet mean. A TOML file:

[plan]
nombre = "Definitivas demoradas"
prueba = 2                        # of a hundred forms, how many are read back
[[papel]]
formulario = "F04"                # or escrito = "proteccion", or pdf = "solicitud.pdf" (beside the plan)
lenguas = ["es", "es+ht"]         # of a writ
formato = "docx"                  # of a writ; pdf when absent
plano = true                      # of a form: no fields left
si = { ruta = "rd", resultado = ["elegible", "elegible_con_riesgo"] }     # only then
[planilla]
codigo = "Nº"                     # the column that names the files; the row's number when absent
[columnas]                        # column of the sheet = fact
"Apellido" = "apellido_paterno"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from konbit.errors import BadBatch
from konbit.law.near import did_you_mean
from konbit.law.pack import Pack
from konbit.law.table import Problems, Table
from konbit.work.office import Office
from konbit.work.write import TONGUES

_USUAL_PROOF = 2


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the plan. kind: formulario, escrito or pdf. name: its id, or the file's name beside the plan.

    route, outcomes: it is made only where the route comes out so; empty: always.
    """

    kind: str
    name: str
    tongues: tuple[str, ...] = ("es",)
    ending: str = ".pdf"
    flat: bool = False
    route: str = ""
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """folder: where the plan lies. proof: of a hundred forms, how many are proved. columns: column to fact."""

    name: str
    folder: Path
    papers: tuple[Paper, ...]
    proof: int
    code: str
    columns: Mapping[str, str]

    @property
    def needs_cases(self) -> bool:
        """Whether its rows are cases; else they are values by field name."""
        return any(paper.kind != "pdf" for paper in self.papers)


def load_plan(path: Path, office: Office) -> Plan:
    """Reads a plan. Raises BadBatch naming file and key."""
    problems = Problems()
    top = Table.of_file(path, path.parent, problems)
    plan = _plan(top, path.parent, office.pack) if top else None
    if problems.found or plan is None:
        first = problems.found[0]
        raise BadBatch(
            "{file}: {key}: {message}", file=path.name, key=first.key or "-", message=first.message
        )
    return plan


def _plan(top: Table, folder: Path, pack: Pack) -> Plan:
    head, sheet, columns = top.table("plan"), top.table("planilla"), top.table("columnas")
    proof = head.whole("prueba", _USUAL_PROOF)
    if not 0 <= proof <= 100:
        head.problem("prueba", "debe ir de 0 a 100")
    papers = tuple(_paper(table, folder, pack) for table in top.tables("papel"))
    if not papers:
        top.problem("", 'falta "papel"')
    found: dict[str, str] = {}
    for column in columns.data:
        fact = columns.text(column)
        if fact not in pack.facts:
            columns.problem(column, f'no hay ningún hecho "{fact}"{did_you_mean(fact, pack.facts)}')
        elif pack.facts[fact].owner not in ("persona", "hogar", "causa") or not pack.facts[fact].askable:
            columns.problem(column, f'"{fact}" no se puede dar en una columna')
        found[column] = fact
    plan = Plan(head.text("nombre", ""), folder, papers, proof, sheet.text("codigo", ""), found)
    for table in (head, sheet, columns, top):
        table.finish()
    return plan


def _paper(table: Table, folder: Path, pack: Pack) -> Paper:
    kinds = {kind: table.text(kind, "") for kind in ("formulario", "escrito", "pdf")}
    given = {kind: name for kind, name in kinds.items() if name}
    if len(given) != 1:
        table.problem("", "lleva uno de formulario, escrito o pdf")
        given = given or {"formulario": ""}
    kind, name = next(iter(given.items()))
    _check_name(table, kind, name, folder, pack)
    condition = table.table("si")
    route = condition.text("ruta", "")
    if route and route not in pack.routes:
        condition.problem("ruta", f'no hay ninguna ruta "{route}"{did_you_mean(route, pack.routes)}')
    outcomes = condition.texts("resultado", required=bool(route))
    tongues = table.texts("lenguas") or ("es",)
    for tongue in tongues:
        if tongue not in TONGUES:
            table.problem("lenguas", f'"{tongue}" no se conoce aquí{did_you_mean(tongue, TONGUES)}')
    ending = "." + table.word("formato", ("pdf", "docx"), "pdf")
    if kind != "escrito" and (ending != ".pdf" or tongues != ("es",)):
        table.problem("", "lenguas y formato son de los escritos")
    paper = Paper(kind, name, tongues, ending, table.flag("plano"), route, outcomes)
    condition.finish()
    table.finish()
    return paper


def _check_name(table: Table, kind: str, name: str, folder: Path, pack: Pack) -> None:
    known: Mapping[str, Any] = pack.forms if kind == "formulario" else pack.writs
    if kind == "pdf":
        if Path(name).name != name or not (folder / name).is_file():
            table.problem("pdf", f'no está el archivo "{name}" junto al plan')
    elif name not in known:
        what = "ningún formulario" if kind == "formulario" else "ningún escrito"
        table.problem(kind, f'no hay {what} "{name}"{did_you_mean(name, known)}')

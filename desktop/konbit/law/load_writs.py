"""Loads the writs: `templates/<escrito>/escrito.toml`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from konbit.law.expressions import Scope
from konbit.law.load_rules import check_ids, load_rules, norms_of
from konbit.law.near import did_you_mean
from konbit.law.routes import Rules
from konbit.law.table import Problems, Table
from konbit.law.tree import TruthValue
from konbit.law.writs import Cause, Exclusion, Writ

_NEVER = TruthValue(False)


def load_writ(
    folder: Path,
    root: Path,
    scope: Scope,
    norms: Collection[str],
    shared: Rules,
    writs: Collection[str],
    problems: Problems,
) -> Writ | None:
    """The writ of one folder, or nothing when its file cannot be read. writs: the ids of all, to exclude one another."""
    top = Table.of_file(folder / "escrito.toml", root, problems)
    if top is None:
        return None
    own = load_rules(top, scope, norms, shared)
    head = top.table("escrito")
    court = head.text("tribunal", "")
    authority = head.text("autoridad", "")
    if bool(court) == bool(authority):
        head.problem("", 'lleva "tribunal" o "autoridad", una de las dos')
    defaults = head.table("por_omision")
    writ = Writ(
        id=folder.name,
        name=head.text("nombre"),
        plain=head.text("en_simple"),
        court=bool(court),
        authority=court or authority,
        deadlines=head.texts("plazo"),
        lawyer=head.word("abogado", ("exigido", "no"), "no") == "exigido",
        asks=head.texts("pide"),
        optional=head.texts("optativos"),
        needs=head.texts("requiere"),
        risks=(*head.texts("riesgos"), *own.risks),
        warnings=(*head.texts("advertencias"), *own.warnings),
        causes=tuple(_causes(top, scope, norms)),
        excludes=tuple(_exclusions(top, scope, norms, writs)),
        annexes=head.texts("anexos"),
        norms=norms_of(head, norms),
        effect=head.text("efecto", ""),
        defaults={key: value for key, value in defaults.data.items() if isinstance(value, int | str)},
        rules=own,
        has_template=(folder / "es.md.j2").is_file(),
        sheets=head.texts("hoja"),
    )
    _check(head, writ, own, shared, scope)
    head.finish()
    top.finish()
    return writ


def _causes(top: Table, scope: Scope, norms: Collection[str]) -> Iterable[Cause]:
    for table in top.tables("causa"):
        yield Cause(
            id=table.text("id"),
            test=table.expression("si", scope, required=True) or _NEVER,
            text=table.text("texto"),
            norms=norms_of(table, norms),
            needs=table.texts("requiere"),
            risks=table.texts("riesgos"),
            asks=table.texts("pide"),
            template=table.flag("plantilla", True),
            open_ended=table.flag("por_precisar"),
        )
        table.finish()


def _exclusions(
    top: Table, scope: Scope, norms: Collection[str], writs: Collection[str]
) -> Iterable[Exclusion]:
    for table in top.tables("incompatible_con"):
        other = table.text("escrito")
        if other and other not in writs:
            table.problem("escrito", f'no hay ningún escrito "{other}"{did_you_mean(other, writs)}')
        yield Exclusion(
            writ=other,
            test=table.expression("si", scope),
            text=table.text("texto"),
            norms=norms_of(table, norms),
        )
        table.finish()


def _check(head: Table, writ: Writ, own: Rules, shared: Rules, scope: Scope) -> None:
    criteria = {**shared.criteria, **own.criteria}
    used = {*writ.needs, *(ident for cause in writ.causes for ident in cause.needs)}
    risks = {*writ.risks, *(ident for cause in writ.causes for ident in cause.risks)}
    check_ids(head, "requiere", sorted(used), criteria, "requisito")
    check_ids(head, "riesgos", sorted(risks), {**shared.risks, **own.risks}, "riesgo")
    check_ids(head, "advertencias", writ.warnings, {**shared.warnings, **own.warnings}, "advertencia")
    check_ids(head, "plazo", writ.deadlines, scope.deadlines, "plazo")
    check_ids(head, "pide", (*writ.all_asks(), *writ.optional), scope.facts, "hecho")
    for ident in own.criteria:
        if ident not in used:
            head.problem("requiere", f'el requisito "{ident}" está escrito y nadie lo usa')
    for cause in writ.causes:
        if sum(1 for other in writ.causes if other.id == cause.id) > 1:
            head.problem("", f'la causa "{cause.id}" está dos veces')

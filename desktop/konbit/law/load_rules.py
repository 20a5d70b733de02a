"""Loads criteria, risks, warnings, milestones and routes."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from konbit.law.expressions import Scope
from konbit.law.near import did_you_mean
from konbit.law.routes import Criterion, Level, Milestone, Nature, PaperToBring, Route, Rules, Warning, Way
from konbit.law.table import Problems, Table
from konbit.law.tree import Node, NumberValue, TruthValue

_NEVER = TruthValue(False)


class Dated(Protocol):
    """A thing in versions."""

    @property
    def id(self) -> str: ...
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


Version = TypeVar("Version", bound=Dated)


@dataclass(frozen=True, slots=True)
class DatedNumber:
    """One version of a number, or a day, that the law fixes. A day is its proleptic ordinal."""

    id: str
    number: float
    is_day: bool
    norms: tuple[str, ...]
    since: date | None
    until: date | None


def norms_of(table: Table, known: Collection[str], key: str = "norma") -> tuple[str, ...]:
    """The norm ids under `key`, each checked."""
    ids = table.texts(key)
    for ident in ids:
        if ident not in known:
            table.problem(key, f'no hay ninguna norma "{ident}"{did_you_mean(ident, known)}')
    return ids


def in_versions(
    found: Iterable[tuple[Version, Table]], what: str, known: Mapping[str, object] = {}
) -> dict[str, tuple[Version, ...]]:
    """Versions by id, oldest first; a gap or an overlap between two of them is a problem."""
    groups: dict[str, list[tuple[Version, Table]]] = {}
    for item, table in found:
        if item.id in known:
            table.problem("id", f'{what} "{item.id}" ya está en los criterios comunes')
        groups.setdefault(item.id, []).append((item, table))
    for ident, group in groups.items():
        group.sort(key=lambda pair: pair[0].since or date.min)
        for (older, _), (newer, table) in itertools.pairwise(group):
            if newer.since is None or older.until is None or newer.since < older.until:
                table.problem("desde", f'{what} "{ident}" está dos veces para la misma fecha')
            elif newer.since > older.until:
                table.problem(
                    "desde", f'{what} "{ident}" no tiene versión entre {older.until} y {newer.since}'
                )
    return {ident: tuple(item for item, _ in group) for ident, group in groups.items()}


def load_values(top: Table | None, norms: Collection[str]) -> dict[str, tuple[DatedNumber, ...]]:
    """The dated numbers `[[valor]]` of the shared criteria."""
    found: list[tuple[DatedNumber, Table]] = []
    for table in top.tables("valor") if top else ():
        day = table.day("fecha")
        number = DatedNumber(
            table.text("id"),
            float(day.toordinal()) if day else table.number("valor"),
            day is not None,
            norms_of(table, norms),
            table.day("desde"),
            table.day("hasta"),
        )
        table.text("texto", "")
        table.finish()
        found.append((number, table))
    return in_versions(found, "el valor")


def load_rules(top: Table | None, scope: Scope, norms: Collection[str], shared: Rules | None = None) -> Rules:
    """Criteria, risks, warnings and milestones of one file."""
    if top is None:
        return Rules()
    shared = shared or Rules()
    criteria = [(_criterion(table, scope, norms), table) for table in top.tables("requisito")]
    risks = [(_warning(table, scope, norms), table) for table in top.tables("riesgo")]
    warnings = [(_warning(table, scope, norms), table) for table in top.tables("advertencia")]
    milestones: dict[str, tuple[Milestone, ...]] = {}
    for table in top.tables("hito"):
        milestone = _milestone(table, scope, norms)
        if milestone.id in shared.milestones:
            table.problem("id", f'el hito "{milestone.id}" ya está en los comunes')
        milestones[milestone.id] = (*milestones.get(milestone.id, ()), milestone)
    return Rules(
        in_versions(criteria, "el requisito", shared.criteria),
        in_versions(risks, "el riesgo", shared.risks),
        in_versions(warnings, "la advertencia", shared.warnings),
        milestones,
    )


def _criterion(table: Table, scope: Scope, norms: Collection[str]) -> Criterion:
    made = Criterion(
        id=table.text("id"),
        test=table.expression("si", scope, required=True) or _NEVER,
        text=table.text("texto"),
        norms=norms_of(table, norms),
        since=table.day("desde"),
        until=table.day("hasta"),
        advice=table.text("falta", ""),
        unmet=table.text("no_cumple", ""),
        lapses=table.expression("cede", scope, "date"),
        met_from=table.expression("cumple_desde", scope, "date"),
        only_time=table.flag("solo_tiempo") or "cumple_desde" in table.data,
        of_term=table.flag("de_plazo"),
    )
    if not table.data.get("norma"):
        table.problem("", f'el requisito "{made.id}" no cita ninguna norma')
    table.text("nota", "")
    table.finish()
    return made


def _warning(table: Table, scope: Scope, norms: Collection[str]) -> Warning:
    made = Warning(
        id=table.text("id"),
        test=table.expression("si", scope, required=True) or _NEVER,
        text=table.text("texto"),
        norms=norms_of(table, norms),
        level=Level(table.word("nivel", ("rojo", "ambar"), "ambar")),
        since=table.day("desde"),
        until=table.day("hasta"),
    )
    table.text("nota", "")
    table.finish()
    return made


def _milestone(table: Table, scope: Scope, norms: Collection[str]) -> Milestone:
    made = Milestone(
        id=table.text("id"),
        when=_when(table, scope),
        text=table.text("texto"),
        norms=norms_of(table, norms),
        only_if=table.expression("si", scope),
    )
    table.finish()
    return made


def _when(table: Table, scope: Scope) -> Node:
    fixed = table.data.get("fecha")
    if isinstance(fixed, date):
        table.asked.add("fecha")
        return NumberValue(float(fixed.toordinal()))
    return table.expression("fecha", scope, "date", required=True) or _NEVER


def load_route(
    folder: Path, root: Path, scope: Scope, norms: Collection[str], shared: Rules, problems: Problems
) -> tuple[Route, Rules] | None:
    """The route of `<tramite>/reglas.toml` with its card `tramite.toml`, and its own rules."""
    top = Table.of_file(folder / "reglas.toml", root, problems)
    card = Table.of_file(folder / "tramite.toml", root, problems)
    if top is None or card is None:
        return None
    own = load_rules(top, scope, norms, shared)
    head = top.table("ruta")
    ways = tuple(_ways(head, top))
    route = Route(
        id=folder.name,
        name=card.text("nombre"),
        plain=card.text("en_simple"),
        nature=Nature(head.word("naturaleza", tuple(nature.value for nature in Nature))),
        legal_date=head.text("fecha_legal", "fecha_evaluacion"),
        needs=head.texts("requiere"),
        ways=ways,
        unless=head.texts("excepto"),
        risks=(*head.texts("riesgos"), *own.risks),
        warnings=(*head.texts("advertencias"), *own.warnings),
        milestones=(*head.texts("hitos"), *own.milestones),
        where=card.text("donde", ""),
        fee=card.text("arancel", ""),
        by_when=card.text("hasta", ""),
        papers=tuple(_papers(card, scope, norms)),
        outputs=card.texts("salidas"),
        norms=norms_of(head, norms),
    )
    if route.legal_date not in scope.facts:
        head.problem(
            "fecha_legal",
            f'no hay ningún hecho "{route.legal_date}"{did_you_mean(route.legal_date, scope.facts)}',
        )
    _check_references(head, route, own, shared)
    for table in (head, top, card):
        table.finish()
    return route, own


def _ways(head: Table, top: Table) -> Iterable[Way]:
    for number, group in enumerate(head.groups("alguno"), 1):
        yield Way(f"alguno_{number}", group)
    for table in top.tables("via"):
        way = Way(
            table.text("id"), table.texts("requiere", True), table.flag("riesgo"), table.text("texto", "")
        )
        table.finish()
        yield way


def _papers(card: Table, scope: Scope, norms: Collection[str]) -> Iterable[PaperToBring]:
    loose = replace(scope, allow_known=True)
    for table in card.tables("papeles"):
        yield PaperToBring(
            table.text("id"), table.text("texto"), norms_of(table, norms), table.expression("si", loose)
        )
        table.finish()


def _check_references(head: Table, route: Route, own: Rules, shared: Rules) -> None:
    criteria = {**shared.criteria, **own.criteria}
    used = {*route.needs, *route.unless, *(ident for way in route.ways for ident in way.needs)}
    check_ids(head, "requiere", sorted(used), criteria, "requisito")
    check_ids(head, "riesgos", route.risks, {**shared.risks, **own.risks}, "riesgo")
    check_ids(head, "advertencias", route.warnings, {**shared.warnings, **own.warnings}, "advertencia")
    check_ids(head, "hitos", route.milestones, {**shared.milestones, **own.milestones}, "hito")
    for ident in own.criteria:
        if ident not in used:
            head.problem("requiere", f'el requisito "{ident}" está escrito y nadie lo usa')


def check_ids(table: Table, key: str, ids: Iterable[str], known: Collection[str], what: str) -> None:
    """A problem for each id that is not known."""
    for ident in ids:
        if ident not in known:
            table.problem(key, f'no hay ningún {what} "{ident}"{did_you_mean(ident, known)}')

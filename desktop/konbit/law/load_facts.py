"""Loads the vocabulary: facts and blocks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from konbit.law.expressions import Scope
from konbit.law.facts import OWNERS, Block, Fact, Kind
from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table
from konbit.law.tree import facts_of

_DATES = (Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)
_KINDS = tuple(kind.value for kind in Kind)
_UNKNOWNS = ("no_sabe", "reserva", "espera_documento")
_DERIVED_KIND = {
    Kind.BOOL: "bool",
    Kind.INTEGER: "number",
    Kind.DECIMAL: "number",
    Kind.DATE: "date",
    Kind.PARTIAL_DATE: "date",
}


def load_blocks(root: Path, problems: Problems) -> dict[str, Block]:
    """The blocks of `comun/bloques.toml`, in interview order."""
    top = Table.of_file(root / "comun" / "bloques.toml", root, problems)
    found: dict[str, Block] = {}
    for key, table in top.named_tables() if top else ():
        found[key] = Block(
            id=key,
            name=table.text("nombre"),
            order=table.whole("orden"),
            intro=table.text("intro", ""),
            none_of=table.flag("ninguno"),
            per_screen=table.whole("por_pantalla", 2),
        )
        table.finish()
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def load_facts(
    root: Path,
    blocks: Mapping[str, Block],
    deadlines: Collection[str],
    countries: Collection[str],
    problems: Problems,
) -> dict[str, Fact]:
    """The facts of `comun/hechos.toml`. Expressions are read in a second pass, when all names are known."""
    top = Table.of_file(root / "comun" / "hechos.toml", root, problems)
    tables = dict(top.named_tables()) if top else {}
    plain = {key: _plain_fact(key, table) for key, table in tables.items()}
    lists = {key for key, fact in plain.items() if fact.kind == Kind.LIST}
    scope = Scope(plain, deadlines, countries, allow_known=True, kept=problems.kept)
    facts = {key: _finished(fact, tables[key], scope, blocks, lists) for key, fact in plain.items()}
    reads = {key: _reads_of(fact) for key, fact in facts.items()}
    for key in (key for key, read in reads.items() if read):
        circle = _circle(key, reads)
        if circle:
            tables[key].problem("", f"se deriva de sí mismo: {' → '.join(circle)}")
    return facts


def _reads_of(fact: Fact) -> tuple[str, ...]:
    trees = [tree for tree in (fact.derived, fact.true_if, fact.active) if tree is not None]
    return tuple(sorted(frozenset[str]().union(*map(facts_of, trees)))) if trees else ()


def _circle(start: str, reads: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from a fact through what it comes from back to itself, or nothing."""
    open_ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while open_ways:
        way = open_ways.pop()
        for name in reads[way[-1]]:
            if name == start:
                return (*way, start)
            if name in reads and name not in seen:
                seen.add(name)
                open_ways.append((*way, name))
    return ()


def _plain_fact(key: str, table: Table) -> Fact:
    choices = table.table("opciones")
    question, script, help_, why, example, note, not_after, not_before = table.optional(
        "pregunta", "guion", "ayuda", "por_que", "ejemplo", "nota", "no_despues_de", "no_antes_de"
    )
    return Fact(
        id=key,
        label=table.text("etiqueta"),
        kind=Kind(table.word("tipo", _KINDS)),
        owner=table.text("de"),
        block=table.text("bloque"),
        question=question,
        script=script,
        help=help_,
        why=why,
        example=example,
        note=note,
        sensitive=table.flag("sensible"),
        choices={name: choices.text(name) for name in choices.data},
        not_after=not_after,
        not_before=not_before,
        longest=table.whole("largo", 0),
        without=table.texts("sin"),
    )


def _finished(
    fact: Fact, table: Table, scope: Scope, blocks: Mapping[str, Block], lists: Collection[str]
) -> Fact:
    if fact.owner not in (*OWNERS, *lists):
        table.problem(
            "de", f'"{fact.owner}" no es dueño de hechos{did_you_mean(fact.owner, (*OWNERS, *lists))}'
        )
    if fact.block not in blocks:
        table.problem("bloque", f'no hay ningún bloque "{fact.block}"{did_you_mean(fact.block, blocks)}')
    if fact.kind in (Kind.CHOICE, Kind.CHOICES) and not fact.choices:
        table.problem("", 'falta "opciones"')
    for key, other in (("no_despues_de", fact.not_after), ("no_antes_de", fact.not_before)):
        if other and (other not in scope.facts or scope.facts[other].kind not in _DATES):
            table.problem(key, f'"{other}" no es un hecho con fecha{did_you_mean(other, scope.facts)}')
    for word in fact.without:
        if word not in _UNKNOWNS:
            table.problem("sin", f'"{word}" no es una forma de no saber{did_you_mean(word, _UNKNOWNS)}')
    derived = table.expression("derivado", scope, _DERIVED_KIND.get(fact.kind, "any"))
    true_if = table.expression("verdadero_si", scope)
    active = table.expression("si", scope)
    if not fact.question and derived is None and fact.block != "sistema":
        table.problem("", 'falta "pregunta" o "derivado"')
    table.finish()
    if derived is None and true_if is None and active is None:
        return fact
    return replace(fact, derived=derived, true_if=true_if, active=active)

"""Loads the maps of forms: `<tramite>/<FORM>.toml` beside `<FORM>.pdf`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from konbit.law.facts import Fact
from konbit.law.forms import BoxLink, Form, TableLink, TextLink
from konbit.law.load_rules import check_ids
from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table

_PARTS = ("dia", "mes", "anio")


def load_form(path: Path, root: Path, facts: Mapping[str, Fact], problems: Problems) -> Form | None:
    """The map of one form, or nothing when its file cannot be read."""
    top = Table.of_file(path, root, problems)
    if top is None:
        return None
    head = top.table("formulario")
    file = head.text("pdf")
    if file and not (path.parent / file).is_file():
        head.problem("pdf", f'no está el archivo "{file}"')
    form = Form(
        id=path.stem,
        name=head.text("nombre"),
        file=(path.parent / file).relative_to(root).as_posix() if file else "",
        edition=head.text("edicion"),
        fingerprint=head.text("huella"),
        source=head.text("fuente"),
        official=head.flag("oficial"),
        texts=tuple(_texts(top.table("campo"), facts)),
        boxes=tuple(_boxes(top.table("casilla"), facts)),
        tables=tuple(_tables(top.table("tabla"), facts)),
        asks=head.texts("pide"),
        computed={key: str(value) for key, value in top.table("calculado").data.items()},
    )
    check_ids(head, "pide", form.asks, facts, "hecho")
    head.finish()
    top.finish()
    return form


def _fact(table: Table, key: str, name: str, facts: Mapping[str, Fact]) -> None:
    if name not in facts:
        table.problem(key, f'no hay ningún hecho "{name}"{did_you_mean(name, facts)}')


def _texts(table: Table, facts: Mapping[str, Fact]) -> Iterable[TextLink]:
    for key, value in table.data.items():
        table.asked.add(key)
        if isinstance(value, str):
            _fact(table, key, value, facts)
            yield TextLink(key, value)
            continue
        inner = table.table(key)
        link = TextLink(
            key, inner.text("de"), inner.word("parte", _PARTS, "") if "parte" in inner.data else ""
        )
        _fact(inner, "de", link.fact, facts)
        inner.finish()
        yield link


def _boxes(table: Table, facts: Mapping[str, Fact]) -> Iterable[BoxLink]:
    for key in table.data:
        inner = table.table(key)
        states = inner.table("estados")
        link = BoxLink(key, inner.text("de"), {name: states.text(name) for name in states.data})
        _fact(inner, "de", link.fact, facts)
        fact = facts.get(link.fact)
        known = ("si", "no") if fact and not fact.choices else tuple(fact.choices) if fact else ()
        for name in link.states:
            if name not in known:
                inner.problem(
                    "estados", f'"{name}" no es una opción de {link.fact}{did_you_mean(name, known)}'
                )
        inner.finish()
        yield link


def _tables(table: Table, facts: Mapping[str, Fact]) -> Iterable[TableLink]:
    for key in table.data:
        inner = table.table(key)
        columns = inner.table("columnas")
        link = TableLink(
            inner.text("de"),
            inner.whole("filas"),
            {name: columns.text(name) for name in columns.data},
            inner.text("sigue_en", ""),
        )
        _fact(inner, "de", link.list, facts)
        for name in link.columns:
            _fact(inner, "columnas", name, facts)
        inner.finish()
        yield link

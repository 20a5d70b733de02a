"""Loads the maps of forms: `<tramite>/<FORM>.toml` beside `<FORM>.pdf`.

[campo]    "nombres" = "nombres"
           "anio" = { de = "fecha_nacimiento", parte = "anio" }
           "renta" = { de = "renta_mensual", formato = "pesos", textos = { … } }
           "nombre" = { de = ["nombres", "apellido_paterno"] }               # one behind the other
[casilla]  "sexo" = { de = "sexo", estados = { mujer = "/F" } }
[calculado] "hoy" = "hoy"
           "total" = { suma = "salida_dias" }
[tabla.salidas]  titulo, de = "salida", filas = 8, columnas = { salida_desde = "salida_{n}_desde" },
                 sigue_en = "anexo", aviso = FIELD, ninguno = TEXT, titulos = { PATTERN = HEADING }
[[tabla.familia.listas]]  de, columnas, fijo = { PATTERN = TEXT }      # instead of de and columnas: several lists
[tabla.salidas.nombres]   PATTERN = ["f1_3", "f1_7"]                   # the fields of the rows, where not numbered
[dibujo]   "nombre" = { pagina = 1, caja = [72, 640, 300, 655], tipo = "texto" }     # of a PDF without fields
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from konbit.law.facts import Fact, Kind
from konbit.law.forms import (
    DRAWN_BLOCK,
    DRAWN_TEXT,
    DRAWN_TICK,
    BoxLink,
    Column,
    Computed,
    DrawnBox,
    Form,
    RowSource,
    TableLink,
    TextLink,
    Wording,
)
from konbit.law.load_rules import check_ids
from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table

_PARTS = ("dia", "mes", "anio")
_STYLES = ("pesos", "sin_puntos")
_COMPUTED = ("hoy",)
_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)
_DATES = (Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)


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
        computed=tuple(_computed(top.table("calculado"), facts)),
        asks=head.texts("pide"),
        heading=head.texts("encabezado"),
        drawn=tuple(_drawn(top.table("dibujo"))),
        unused=head.texts("sin_usar"),
    )
    check_ids(head, "pide", form.asks, facts, "hecho")
    check_ids(head, "encabezado", form.heading, facts, "hecho")
    if form.drawn:
        names = [one.name for one in form.drawn]
        for name in sorted(form.fields.difference(names)):
            top.problem("dibujo", f'el campo "{name}" no está dibujado{did_you_mean(name, names)}')
    head.finish()
    top.finish()
    return form


def _fact(table: Table, key: str, name: str, facts: Mapping[str, Fact]) -> None:
    if name not in facts:
        table.problem(key, f'no hay ningún hecho "{name}"{did_you_mean(name, facts)}')


def _answers(fact: Fact | None) -> tuple[str, ...]:
    """The answers that can be told apart: choices, or si and no."""
    return tuple(fact.choices) if fact and fact.choices else ("si", "no") if fact else ()


def _by_answer(table: Table, key: str, fact: str, facts: Mapping[str, Fact]) -> dict[str, str]:
    inner = table.table(key)
    found = {name: inner.text(name) for name in inner.data}
    known = _answers(facts.get(fact))
    for name in found:
        if name not in known:
            table.problem(key, f'"{name}" no es una opción de {fact}{did_you_mean(name, known)}')
    return found


def _wording(table: Table, fact: str, facts: Mapping[str, Fact]) -> Wording:
    kind = facts[fact].kind if fact in facts else None
    part = table.word("parte", _PARTS, "") if "parte" in table.data else ""
    style = table.word("formato", _STYLES, "") if "formato" in table.data else ""
    if part and kind and kind not in _DATES:
        table.problem("parte", f"{fact} no es una fecha")
    if style == "pesos" and kind and kind not in _NUMBERS:
        table.problem("formato", f"{fact} no es un número")
    if style == "sin_puntos" and kind and kind != Kind.RUN:
        table.problem("formato", f"{fact} no es un RUN")
    return Wording(part, style, _by_answer(table, "textos", fact, facts))


def _texts(table: Table, facts: Mapping[str, Fact]) -> Iterable[TextLink]:
    for key, value in table.data.items():
        table.asked.add(key)
        if isinstance(value, str):
            _fact(table, key, value, facts)
            yield TextLink(key, value)
            continue
        inner = table.table(key)
        if isinstance(inner.data.get("de"), list):
            named = inner.texts("de")
            if len(named) < 2:
                inner.problem("de", "una lista dice dos hechos o más")
            for name in named:
                _fact(inner, "de", name, facts)
            if named:
                yield TextLink(key, named[0], joined=named[1:])
            inner.finish()
            continue
        fact = inner.text("de")
        link = TextLink(key, fact, _wording(inner, fact, facts))
        _fact(inner, "de", link.fact, facts)
        inner.finish()
        yield link


def _boxes(table: Table, facts: Mapping[str, Fact]) -> Iterable[BoxLink]:
    for key in table.data:
        inner = table.table(key)
        fact = inner.text("de")
        _fact(inner, "de", fact, facts)
        yield BoxLink(key, fact, _by_answer(inner, "estados", fact, facts))
        inner.finish()


def _computed(table: Table, facts: Mapping[str, Fact]) -> Iterable[Computed]:
    for key, value in table.data.items():
        if isinstance(value, str):
            yield Computed(key, table.word(key, _COMPUTED))
            continue
        inner = table.table(key)
        name = inner.text("suma")
        _fact(inner, "suma", name, facts)
        fact = facts.get(name)
        of = fact.owner if fact else ""
        if fact and (fact.kind not in _NUMBERS or of not in facts):
            inner.problem("suma", f"{name} no es un número de los elementos de una lista")
        inner.finish()
        yield Computed(key, "suma", of, name)


def _tables(table: Table, facts: Mapping[str, Fact]) -> Iterable[TableLink]:
    for key, inner in table.named_tables():
        several = tuple(inner.tables("listas"))
        link = TableLink(
            id=key,
            title=inner.text("titulo", key),
            rows=inner.whole("filas"),
            sources=tuple(_source(one, facts) for one in several or (inner,)),
            headings={name: inner.table("titulos").text(name) for name in inner.table("titulos").data},
            none=inner.text("ninguno", ""),
            notice=inner.text("aviso", ""),
            continues=inner.word("sigue_en", ("anexo",), "") if "sigue_en" in inner.data else "",
            names={name: inner.table("nombres").texts(name) for name in inner.table("nombres").data},
        )
        _check_headings(inner, link)
        for pattern, names in link.names.items():
            if len(names) != link.rows:
                inner.problem(
                    "nombres", f'"{pattern}" tiene {len(names)} campos y la tabla, {link.rows} filas'
                )
            if pattern not in link.patterns:
                inner.problem(
                    "nombres", f'"{pattern}" no es una columna{did_you_mean(pattern, link.patterns)}'
                )
        inner.finish()
        yield link


def _drawn(table: Table) -> Iterable[DrawnBox]:
    for key, inner in table.named_tables():
        page, corners = inner.whole("pagina"), inner.data.get("caja")
        kind = inner.word("tipo", (DRAWN_TEXT, DRAWN_BLOCK, DRAWN_TICK))
        inner.asked.add("caja")
        inner.finish()
        rect = _rect(corners)
        if page < 1:
            inner.problem("pagina", "las páginas se cuentan desde 1")
        if rect is None:
            inner.problem("caja", "debe ser [izquierda, abajo, derecha, arriba], en puntos de la página")
        else:
            yield DrawnBox(key, max(page, 1), rect, kind)


def _rect(corners: object) -> tuple[float, float, float, float] | None:
    if not isinstance(corners, list):
        return None
    numbers = [
        float(one)
        for one in cast(list[object], corners)
        if isinstance(one, int | float) and not isinstance(one, bool) and abs(one) < 1e6
    ]
    if len(numbers) != 4 or len(cast(list[object], corners)) != 4:
        return None
    left, low, right, top = numbers
    return (left, low, right, top) if left < right and low < top else None


def _source(table: Table, facts: Mapping[str, Fact]) -> RowSource:
    list_id = table.text("de")
    _fact(table, "de", list_id, facts)
    columns = table.table("columnas")
    fixed = table.table("fijo")
    source = RowSource(
        list_id,
        tuple(_column(columns, table, list_id, name, facts) for name in columns.data),
        {name: fixed.text(name) for name in fixed.data},
    )
    for pattern in source.fixed:
        _check_pattern(table, "fijo", pattern)
    if table.path[-2:-1] == ("listas",):
        table.finish()
    return source


def _column(columns: Table, table: Table, list_id: str, name: str, facts: Mapping[str, Fact]) -> Column:
    columns.asked.add(name)
    _fact(table, "columnas", name, facts)
    if name in facts and list_id in facts and facts[name].owner != list_id:
        table.problem("columnas", f"{name} no es un dato de los elementos de {list_id}")
    if isinstance(columns.data[name], str):
        pattern = columns.text(name)
        _check_pattern(table, "columnas", pattern)
        return Column(pattern, name)
    inner = columns.table(name)
    column = Column(
        inner.text("campo"),
        name,
        _wording(inner, name, facts),
        _by_answer(inner, "estados", name, facts),
    )
    _check_pattern(inner, "campo", column.pattern)
    inner.finish()
    return column


def _check_pattern(table: Table, key: str, pattern: str) -> None:
    if pattern and "{n}" not in pattern:
        table.problem(key, f'"{pattern}" no dice dónde va el número de la fila: falta {{n}}')


def _check_headings(table: Table, link: TableLink) -> None:
    own = {
        p for source in link.sources for p in (*(column.pattern for column in source.columns), *source.fixed)
    }
    for pattern in link.headings:
        if pattern not in own:
            table.problem("titulos", f'"{pattern}" no es una columna{did_you_mean(pattern, own)}')

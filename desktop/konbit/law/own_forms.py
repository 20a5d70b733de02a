"""Forms that a clinic brings itself: one folder each, with the PDF it was given and a map as the pack's maps are.

    formularios/<ID>/<ID>.pdf
    formularios/<ID>/<ID>.toml

The map names the fields of the edition that it leaves alone too (`sin_usar`): then another edition of the form is told
apart from one whose fields are not all used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from konbit.errors import BadForm
from konbit.law.forms import Column, Form, RowSource, TableLink, TextLink, Wording
from konbit.law.load_forms import load_form
from konbit.law.pack import Pack
from konbit.law.table import Problems
from konbit.law.toml_text import quoted

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""What Windows keeps for itself."""
_HEAD = "# Formulario de la clínica: qué dato va en cada lugar de {pdf}. Hecho en el taller de formularios.\n"


def load_own_form(folder: Path, pack: Pack) -> Form:
    """The form in one folder. Raises BadForm naming file and key; an id that is taken is one of these faults."""
    path = folder / f"{folder.name}.toml"
    problems = Problems()
    form = load_form(path, folder, pack.facts, problems)
    if problems.found or form is None:
        first = problems.found[0]
        raise BadForm(
            "{file}: {key}: {message}", file=first.file, key=first.key or "-", message=first.message
        )
    check_id(form.id, pack)
    return replace(form, folder=str(folder))


def load_own_forms(folder: Path, pack: Pack) -> tuple[dict[str, Form], tuple[BadForm, ...]]:
    """The forms of a folder by id, and what is wrong with those that cannot be read: they keep no other one out."""
    found: dict[str, Form] = {}
    faults: list[BadForm] = []
    try:
        inside = sorted(one for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError:
        return {}, ()
    for one in inside:
        try:
            form = load_own_form(one, pack)
        except BadForm as fault:
            faults.append(fault)
        else:
            found[form.id] = form
    return found, tuple(faults)


def check_id(ident: str, pack: Pack, own: Collection[str] = ()) -> None:
    """Raises BadForm for an id that cannot be one, or that something else has. own: ids of the clinic's other forms."""
    if not _ID.fullmatch(ident) or ident.casefold() in _RESERVED:
        raise BadForm(
            "«{name}» no sirve como código: use letras sin acento, números, - o _, y empiece con una letra.",
            key="id",
            name=ident,
        )
    taken = (
        ("El código «{name}» ya es el de un formulario del paquete.", _shipped(pack)),
        ("El código «{name}» ya es el de un escrito.", pack.writs.keys()),
        ("El código «{name}» ya es el de una ruta.", pack.routes.keys()),
        ("El código «{name}» ya es el de otro formulario de la clínica.", own),
    )
    for template, names in taken:
        # it is a folder's name as well: Windows does not tell upper case from lower
        if ident.casefold() in {name.casefold() for name in names}:
            raise BadForm(template, key="id", name=ident)


def with_own_forms(pack: Pack, own: Mapping[str, Form]) -> Pack:
    """The pack with these forms, in the place of those the clinic had before."""
    return replace(pack, forms={**_shipped(pack), **own})


def _shipped(pack: Pack) -> dict[str, Form]:
    return {ident: form for ident, form in pack.forms.items() if not form.folder}


# -- writing --------------------------------------------------------------------------------------------------


def write_form(form: Form) -> str:
    """The map as `load_form` reads it."""
    name = Path(form.file).name
    lines = [
        _HEAD.format(pdf=name),
        "[formulario]",
        f"nombre = {quoted(form.name)}",
        f"pdf = {quoted(name)}",
        f"edicion = {quoted(form.edition)}",
        f"huella = {quoted(form.fingerprint)}",
        f"fuente = {quoted(form.source)}",
        f"oficial = {'true' if form.official else 'false'}",
    ]
    lists = {"encabezado": form.heading, "pide": form.asks, "sin_usar": form.unused}
    lines += [f"{key} = {_array(names)}" for key, names in lists.items() if names]
    if form.drawn:
        lines += ["", "[dibujo]"]
        lines += [
            f"{_key(one.name)} = {{ pagina = {one.page}, caja = [{', '.join(map(_number, one.rect))}], tipo = {quoted(one.kind)} }}"
            for one in form.drawn
        ]
    if form.texts:
        lines += ["", "[campo]", *(f"{_key(one.field)} = {_text(one)}" for one in form.texts)]
    if form.boxes:
        lines += ["", "[casilla]"]
        lines += [
            f"{_key(one.field)} = {{ de = {quoted(one.fact)}, estados = {_pairs(one.states)} }}"
            for one in form.boxes
        ]
    if form.computed:
        lines += ["", "[calculado]"]
        lines += [
            f"{_key(one.field)} = " + ('"hoy"' if one.what == "hoy" else f"{{ suma = {quoted(one.fact)} }}")
            for one in form.computed
        ]
    for table in form.tables:
        lines += ["", *_table(table)]
    return "\n".join(lines) + "\n"


def _table(table: TableLink) -> list[str]:
    place = f"tabla.{_key(table.id)}"
    lines = [f"[{place}]", f"titulo = {quoted(table.title)}", f"filas = {table.rows}"]
    given = {"sigue_en": table.continues, "aviso": table.notice, "ninguno": table.none}
    lines += [f"{key} = {quoted(text)}" for key, text in given.items() if text]
    if table.headings:
        lines.append(f"titulos = {_pairs(table.headings)}")
    if table.names:
        named = ", ".join(f"{_key(pattern)} = {_array(names)}" for pattern, names in table.names.items())
        lines.append(f"nombres = {{ {named} }}")
    if len(table.sources) == 1:
        return [*lines, *_source(table.sources[0])]
    for source in table.sources:
        lines += ["", f"[[{place}.listas]]", *_source(source)]
    return lines


def _source(source: RowSource) -> list[str]:
    lines = [f"de = {quoted(source.list)}"]
    if source.fixed:
        lines.append(f"fijo = {_pairs(source.fixed)}")
    columns = ", ".join(f"{_key(column.fact)} = {_column(column)}" for column in source.columns)
    return [*lines, f"columnas = {{ {columns} }}"]


def _column(column: Column) -> str:
    if column.wording == Wording() and not column.states:
        return quoted(column.pattern)
    parts = [f"campo = {quoted(column.pattern)}", *_wording(column.wording)]
    parts += [f"estados = {_pairs(column.states)}"] if column.states else []
    return f"{{ {', '.join(parts)} }}"


def _text(link: TextLink) -> str:
    if link.joined:
        return f"{{ de = {_array(link.facts)} }}"
    if link.wording == Wording():
        return quoted(link.fact)
    return f"{{ {', '.join([f'de = {quoted(link.fact)}', *_wording(link.wording)])} }}"


def _wording(wording: Wording) -> list[str]:
    parts = [f"parte = {quoted(wording.part)}"] if wording.part else []
    parts += [f"formato = {quoted(wording.style)}"] if wording.style else []
    return parts + ([f"textos = {_pairs(wording.texts)}"] if wording.texts else [])


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else quoted(name)


def _array(names: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, names))}]"


def _pairs(pairs: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{_key(key)} = {quoted(text)}" for key, text in pairs.items()) + " }"


def _number(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")

"""Contacts that a clinic adds or corrects: a plain settings file in the form of the pack's directory.

A contact with the id of one in the pack takes its place; another id adds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from konbit.errors import BadContacts
from konbit.law.directory import Contact, read_contact
from konbit.law.pack import Pack
from konbit.law.table import Problems, Table
from konbit.law.toml_text import quoted

_HEAD = "# Contactos de la clínica. Un contacto con el mismo id que uno del paquete lo reemplaza.\n"


def load_own_contacts(path: Path, pack: Pack) -> dict[str, Contact]:
    """The contacts of a file by id; none where there is no file. Raises BadContacts naming file, key and line."""
    if not path.is_file():
        return {}
    problems = Problems()
    top = Table.of_file(path, path.parent, problems)
    found: dict[str, Contact] = {}
    for table in top.tables("contacto") if top else ():
        contact = read_contact(table, pack.places, pack.routes, pack.writs)
        if contact.id in found:
            table.problem("id", f'el contacto "{contact.id}" está dos veces')
        found[contact.id] = contact
        table.finish()
    if top:
        top.finish()
    if problems.found:
        first = problems.found[0]
        raise BadContacts(
            "{file}: {key}: {message}", file=path.name, key=first.key or "-", message=first.message
        )
    return found


def write_own_contacts(contacts: Iterable[Contact]) -> str:
    """The file as `load_own_contacts` reads it."""
    rows = [_HEAD]
    for one in contacts:
        plain = {
            "id": one.id, "nombre": one.name, "para": one.serves, "direccion": one.address, "telefono": one.phone,
            "horario": one.hours, "fuente": one.source, "visto": one.seen,
        }  # fmt: skip
        lists = {"rutas": one.routes, "escritos": one.writs, "regiones": one.regions}
        lines = ["[[contacto]]"]
        lines += [f"{key} = {quoted(value)}" for key, value in plain.items() if value]
        lines += [f"{key} = [{', '.join(map(quoted, names))}]" for key, names in lists.items() if names]
        lines.append(f'confianza = "{"C" if one.verified else "VERIFICAR"}"')
        rows.append("\n".join(lines) + "\n")
    return "\n".join(rows)


def with_own_contacts(pack: Pack, own: Mapping[str, Contact]) -> Pack:
    """The pack with these contacts, also where its sheet sends people to them."""
    if not own:
        return pack
    referrals = tuple(replace(one, contact=own.get(one.contact.id, one.contact)) for one in pack.referrals)
    return replace(pack, contacts={**pack.contacts, **own}, referrals=referrals)

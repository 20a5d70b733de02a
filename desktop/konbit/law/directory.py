"""Whom a person can go to, and which of them a free legal aid sheet offers in which region.

# forms/comun/directorio.toml
[[contacto]]   id, nombre, para, rutas?, escritos?, regiones?, direccion?, telefono?, horario?, fuente?, visto?, confianza

# templates/hoja_asistencia/hoja.toml
[[adonde]]     contacto = ID, regiones = ["13", …]        # codes of comunas.csv; none: everywhere
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from konbit.law.near import did_you_mean
from konbit.law.places import Places
from konbit.law.table import Problems, Table

SHEET = "hoja_asistencia"
"""The folder of the sheet, among the templates."""
_TRUST = ("VERIFICAR", "C")


@dataclass(frozen=True, slots=True)
class Contact:
    """An office or an organisation. regions: codes of two digits of those it serves, none: everywhere. verified: read
    by the clinic.

    routes, writs: ids of those where a person is sent to it. address, phone, hours: empty where nobody has read them;
    they are never guessed. seen: the day when somebody last read them, in words.
    """

    id: str
    name: str
    serves: str
    regions: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    hours: str = ""
    source: str = ""
    seen: str = ""
    verified: bool = False
    routes: tuple[str, ...] = ()
    writs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Referral:
    """Somebody whom the sheet sends people to. regions: codes of two digits; empty: everybody."""

    contact: Contact
    regions: tuple[str, ...] = ()


def load_directory(
    root: Path, places: Places, routes: Collection[str], writs: Collection[str], problems: Problems
) -> dict[str, Contact]:
    """The contacts of `comun/directorio.toml`; a pack may have none."""
    path = root / "comun" / "directorio.toml"
    top = Table.of_file(path, root, problems) if path.is_file() else None
    if top is None:
        return {}
    contacts: dict[str, Contact] = {}
    for table in top.tables("contacto"):
        contact = read_contact(table, places, routes, writs)
        if contact.id in contacts:
            table.problem("id", f'el contacto "{contact.id}" está dos veces')
        contacts[contact.id] = contact
        table.finish()
    top.finish()
    return contacts


def read_contact(table: Table, places: Places, routes: Collection[str], writs: Collection[str]) -> Contact:
    """One contact; what is wrong with it goes to the table's problems."""
    contact = Contact(
        id=table.text("id"),
        name=table.text("nombre"),
        serves=table.text("para"),
        regions=table.texts("regiones"),
        address=table.text("direccion", ""),
        phone=table.text("telefono", ""),
        hours=table.text("horario", ""),
        source=table.text("fuente", ""),
        seen=table.text("visto", ""),
        verified=table.word("confianza", _TRUST) == "C",
        routes=table.texts("rutas"),
        writs=table.texts("escritos"),
    )
    named = (
        ("regiones", "ninguna región", contact.regions, places.regions),
        ("rutas", "ninguna ruta", contact.routes, routes),
        ("escritos", "ningún escrito", contact.writs, writs),
    )
    for key, what, names, known in named:
        for name in names:
            if known and name not in known:
                table.problem(key, _no(what, name, known))
    if (contact.address or contact.phone) and not contact.source:
        table.problem("fuente", "una dirección o un teléfono lleva su fuente")
    return contact


def load_referrals(
    templates: Path, contacts: Mapping[str, Contact], places: Places, problems: Problems
) -> tuple[Referral, ...]:
    """Where the sheet of `templates/hoja_asistencia/` sends people to; nothing where a pack has no such sheet."""
    folder = templates / SHEET
    if not folder.is_dir():
        return ()
    for name in ("es.md.j2", "ht.md.j2"):
        if not (folder / name).is_file():
            problems.add(f"{SHEET}/{name}", 0, "", "falta este archivo")
    top = Table.of_file(folder / "hoja.toml", templates, problems)
    if top is None:
        return ()
    codes = places.regions
    found: list[Referral] = []
    for table in top.tables("adonde"):
        name, regions = table.text("contacto"), table.texts("regiones")
        for code in regions:
            if codes and code not in codes:
                table.problem("regiones", _no("ninguna región", code, codes))
        if name in contacts:
            found.append(Referral(contacts[name], regions))
        elif name:
            table.problem("contacto", _no("ningún contacto", name, contacts))
        table.finish()
    top.finish()
    return tuple(found)


def contacts_for(
    contacts: Mapping[str, Contact], region: str, *, route: str = "", writ: str = ""
) -> tuple[Contact, ...]:
    """Whom to call for a route or a writ: those of this region (its code) first, then those that serve everybody.

    Of an unknown region (empty) those that do not serve everybody are left out too.
    """
    meant = [one for one in contacts.values() if route in one.routes or writ in one.writs]
    near = [one for one in meant if region in one.regions]
    return (*near, *(one for one in meant if not one.regions))


def referrals_for(referrals: Collection[Referral], region: str) -> tuple[Referral, ...]:
    """Those that serve a region (its code); of an unknown region (empty), all."""
    return tuple(one for one in referrals if not region or not one.regions or region in one.regions)


def _no(what: str, name: str, known: Collection[str]) -> str:
    return f'no hay {what} "{name}"{did_you_mean(name, known)}'

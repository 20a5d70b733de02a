"""Whom a person can go to, and which of them a free legal aid sheet offers in which region.

# forms/comun/directorio.toml
[[contacto]]   id, nombre, para, region?, direccion?, telefono?, horario?, fuente?, visto?, confianza

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
    """An office or an organisation. region: by its name, where it serves only one. verified: read by the clinic.

    address, phone, hours: empty where nobody has read them; they are never guessed.
    """

    id: str
    name: str
    serves: str
    region: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    source: str = ""
    seen: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Referral:
    """Somebody whom the sheet sends people to. regions: codes of two digits; empty: everybody."""

    contact: Contact
    regions: tuple[str, ...] = ()


def load_directory(root: Path, places: Places, problems: Problems) -> dict[str, Contact]:
    """The contacts of `comun/directorio.toml`; a pack may have none."""
    path = root / "comun" / "directorio.toml"
    top = Table.of_file(path, root, problems) if path.is_file() else None
    if top is None:
        return {}
    regions = {comuna.region for comuna in places.comunas.values()}
    contacts: dict[str, Contact] = {}
    for table in top.tables("contacto"):
        contact = Contact(
            id=table.text("id"),
            name=table.text("nombre"),
            serves=table.text("para"),
            region=table.text("region", ""),
            address=table.text("direccion", ""),
            phone=table.text("telefono", ""),
            hours=table.text("horario", ""),
            source=table.text("fuente", ""),
            seen=table.text("visto", ""),
            verified=table.word("confianza", _TRUST) == "C",
        )
        if contact.region and regions and contact.region not in regions:
            table.problem("region", _no("ninguna región", contact.region, regions))
        if (contact.address or contact.phone) and not contact.source:
            table.problem("fuente", "una dirección o un teléfono lleva su fuente")
        if contact.id in contacts:
            table.problem("id", f'el contacto "{contact.id}" está dos veces')
        contacts[contact.id] = contact
        table.finish()
    top.finish()
    return contacts


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
    codes = {comuna.region_code for comuna in places.comunas.values()}
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


def referrals_for(referrals: Collection[Referral], region: str) -> tuple[Referral, ...]:
    """Those that serve a region (its code); of an unknown region (empty), all."""
    return tuple(one for one in referrals if not region or not one.regions or region in one.regions)


def _no(what: str, name: str, known: Collection[str]) -> str:
    return f'no hay {what} "{name}"{did_you_mean(name, known)}'

"""Loads a pack strictly: all its problems at once, each with file, line, key and the near miss."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from konbit.errors import BadPack
from konbit.law.approvals import load_approvals
from konbit.law.cards import load_cards
from konbit.law.directory import load_directory, load_referrals
from konbit.law.documents import load_documents
from konbit.law.expressions import Scope
from konbit.law.filings import load_filings
from konbit.law.forms import Form
from konbit.law.load_deadlines import deadline_names, load_calendar, load_deadlines, load_units
from konbit.law.load_facts import load_blocks, load_facts
from konbit.law.load_forms import load_form
from konbit.law.load_places import load_norms, load_places
from konbit.law.load_rules import load_route, load_rules, load_values
from konbit.law.load_writs import load_writ
from konbit.law.near import did_you_mean
from konbit.law.pack import Pack, PackFolders
from konbit.law.parsed import ParsedToml
from konbit.law.questions import load_questions
from konbit.law.reasons import load_reasons
from konbit.law.routes import Route, Rules
from konbit.law.table import Problems, Table
from konbit.law.writs import Writ

_NOT_ROUTES = ("comun", "ejemplos")


def load_pack(folders: PackFolders, kept: ParsedToml | None = None) -> Pack:
    """The pack in these folders. kept: what was read of it before. Raises BadPack with every problem found."""
    problems = Problems(kept=kept)
    pack = read_pack(folders, problems)
    if problems.found:
        raise BadPack(tuple(problems.found))
    return pack


def read_pack(folders: PackFolders, problems: Problems) -> Pack:
    """The pack as far as it can be read; what is wrong goes to `problems`."""
    root = folders.forms
    edition = _edition(root, problems)
    blocks = load_blocks(root, problems)
    norms = load_norms(root, problems)
    places = load_places(root, problems)
    names = deadline_names(root, problems.kept)
    facts = load_facts(root, blocks, names, places.countries, problems)
    named = [("nombre", name) for name in edition.name_facts]
    for key, name in (("domicilio", edition.home_fact), ("dia", edition.day_fact), *named):
        if name and name not in facts:
            problems.add(
                "paquete.toml", 0, f"hechos.{key}", f'no hay ningún hecho "{name}"{did_you_mean(name, facts)}'
            )
    units = load_units(root, norms, problems)
    holidays = load_calendar(root, norms, problems)
    top = Table.of_file(root / "comun" / "requisitos.toml", root, problems)
    values = load_values(top, norms)
    kinds = {ident: "date" if found[0].is_day else "number" for ident, found in values.items()}
    scope = Scope(facts, names, places.countries, kinds, kept=problems.kept)
    deadlines = load_deadlines(root, units, facts, norms, scope, problems)
    shared = load_rules(top, scope, norms)
    if top:
        top.finish()
    routes: dict[str, Route] = {}
    own: dict[str, Rules] = {}
    forms: dict[str, Form] = {}
    written: set[str] = set()
    for folder in _folders(root, problems):
        if folder.name in _NOT_ROUTES:
            continue
        if (folder / "reglas.toml").is_file() or (folder / "tramite.toml").is_file():
            written.add(f"ruta:{folder.name}")
            loaded = load_route(folder, root, scope, norms, shared, problems)
            if loaded:
                routes[folder.name], own[folder.name] = loaded
        for path in sorted(folder.glob("*.toml")):
            if path.stem not in ("reglas", "tramite"):
                written.add(f"formulario:{path.stem}")
                form = load_form(path, root, facts, problems)
                if form and form.id in forms:
                    problems.add(
                        path.relative_to(root).as_posix(), 0, "", f'el formulario "{form.id}" está dos veces'
                    )
                if form:
                    forms[form.id] = form
    writs = _writs(folders.templates, scope, norms, shared, problems)
    written |= {f"escrito:{ident}" for ident in writs}
    # A route that could not be read is a route all the same: its own problem is told, and no other for it.
    standing = sorted(name.removeprefix("ruta:") for name in written if name.startswith("ruta:"))
    contacts = load_directory(root, places, standing, writs, problems)
    return Pack(
        version=edition.version,
        verified=edition.verified,
        home_fact=edition.home_fact,
        day_fact=edition.day_fact,
        name_facts=edition.name_facts,
        folders=folders,
        blocks=blocks,
        facts=facts,
        norms=norms,
        places=places,
        units=units,
        holidays=holidays,
        deadlines=deadlines,
        values=values,
        shared=shared,
        routes=routes,
        own_rules=own,
        writs=writs,
        forms=forms,
        reasons=load_reasons(root, sorted(written), problems),
        documents=load_documents(root, facts, places.countries, problems),
        filings=load_filings(root, facts, deadlines, sorted(written), problems),
        contacts=contacts,
        referrals=load_referrals(folders.templates, contacts, places, problems),
        approvals=load_approvals(root, sorted(written), problems),
        questions=load_questions(root, standing, writs, deadlines, problems),
        cards=load_cards(root, norms, contacts, problems),
    )


@dataclass(frozen=True, slots=True)
class _Edition:
    version: str = ""
    verified: date = date.min
    home_fact: str = ""
    day_fact: str = ""
    name_facts: tuple[str, ...] = ()


def _edition(root: Path, problems: Problems) -> _Edition:
    top = Table.of_file(root / "paquete.toml", root, problems)
    if top is None:
        return _Edition()
    head = top.table("paquete")
    verified = head.day("verificado")
    if verified is None:
        head.problem("", 'falta "verificado"')
    head.text("nombre", "")
    head.text("fichas", "")
    names = top.table("hechos")
    made = _Edition(
        head.text("version"),
        verified or date.min,
        names.text("domicilio"),
        names.text("dia"),
        names.texts("nombre", required=True),
    )
    for table in (head, names, top):
        table.finish()
    return made


def _folders(root: Path, problems: Problems) -> list[Path]:
    if not root.is_dir():
        problems.add(root.name, 0, "", "falta esta carpeta")
        return []
    return sorted(path for path in root.iterdir() if path.is_dir())


def _writs(
    root: Path, scope: Scope, norms: Collection[str], shared: Rules, problems: Problems
) -> dict[str, Writ]:
    folders = {
        folder.name: folder
        for folder in _folders(root, problems)
        if folder.name != "comun" and (folder / "escrito.toml").is_file()
    }
    loaded = (load_writ(one, root, scope, norms, shared, folders, problems) for one in folders.values())
    return {writ.id: writ for writ in loaded if writ}

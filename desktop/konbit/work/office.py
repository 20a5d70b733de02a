"""A loaded pack with everything that works on it. Both doors open one and pass it around."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from konbit.case.reading import CaseReader
from konbit.errors import CannotWrite
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders
from konbit.law.parsed import ParsedToml
from konbit.papers.output import write_whole
from konbit.reasoning.engine import Engine
from konbit.tongues.catalogue import Catalogue, load_catalogue


@dataclass(frozen=True, slots=True)
class Office:
    """One pack, compiled, with a reader for its cases."""

    pack: Pack
    engine: Engine
    reader: CaseReader


def shipped_folders() -> PackFolders:
    """The pack's folders: of the checkout when the program runs from one, else those inside the installed package."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    root = checkout if (checkout / "forms" / "paquete.toml").is_file() else package / "pack"
    return PackFolders(root / "forms", root / "templates", root / "translations")


def folders_at(root: Path) -> PackFolders:
    """The folders of a pack that lies under one folder."""
    return PackFolders(root / "forms", root / "templates", root / "translations")


def open_office(folders: PackFolders | None = None, kept: Path | None = None) -> Office:
    """Loads and compiles a pack (the shipped one by default). Raises BadPack.

    kept: a file with the TOML as it was last read, which halves the time; written anew when the pack has changed. A pack
    opens as well without it.
    """
    found = folders or shipped_folders()
    if kept is None:
        return office_of(load_pack(found))
    parsed = ParsedToml(_bytes_of(kept))
    office = office_of(load_pack(found, parsed))
    if parsed.grown:
        with suppress(CannotWrite, OSError):
            kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(kept, parsed.dump())
    return office


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def office_of(pack: Pack) -> Office:
    """Compiles a loaded pack."""
    return Office(pack, Engine(pack), CaseReader(pack.facts, pack.blocks, pack.places, pack.day_fact))


def tongue_of(office: Office, tongue: str) -> Catalogue:
    """The catalogue of a tongue; Spanish needs none."""
    if tongue == "es":
        return Catalogue("es")
    return load_catalogue(tongue, office.pack.folders.translations)

"""What goes into a bundle, in which order: a small file, TOML (or JSON with the same keys), read strictly.

[legajo]                                    # all of it may be left out
titulo = "Documentos que se acompañan"
ante = "Corte de Apelaciones de Santiago"   # whom it is handed in to
materia = "Recurso de protección"           # with which paper
codigo = "2026-114"                         # of the case, never a name
limite_mb = 2                               # millions of bytes, as portals count them
hoja = "carta"                              # or "oficio"
[[documento]]
titulo = "Certificado de nacimiento"
archivo = "acta.pdf"                        # beside this file, or in a folder of it
giro = 90                                   # clockwise, after what the photo itself says
paginas = "1-3, 5"                          # of a PDF; all when absent
[[documento]]
titulo = "Contrato de arriendo"
[[documento.parte]]                         # several photos of one document, in their order
archivo = "contrato 1.jpg"
[[documento.parte]]
archivo = "contrato 2.jpg"
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from konbit.errors import BadBundle
from konbit.law.near import did_you_mean
from konbit.law.positions import Lines
from konbit.law.table import Problems, Table

Paper = Literal["carta", "oficio"]
PAPERS: tuple[Paper, ...] = ("carta", "oficio")
TURNS = (0, 90, 180, 270)
USUAL_TITLE = "Documentos que se acompañan"
LONGEST_TITLE = 160
MOST_PARTS = 2000
MEGABYTE = 1_000_000
_LARGEST_FILE = 1024 * 1024
_LARGEST_LIMIT = 2000.0
_RANGE = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or some of its pages. turn: degrees clockwise. pages: from 1, in the wanted order; empty = all."""

    path: Path
    turn: int = 0
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """One document of the bundle; its number is its place."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """limit: most bytes of the written file; None = as it comes. before, matter, code: lines of the cover, or ""."""

    annexes: tuple[Annex, ...]
    title: str = USUAL_TITLE
    before: str = ""
    matter: str = ""
    code: str = ""
    limit: int | None = None
    paper: Paper = "carta"


def load_bundle(path: Path) -> Bundle:
    """Reads a bundle file. Raises BadBundle naming file, line and key; no file of the bundle is opened."""
    problems = Problems()
    top = _json(path, problems) if path.suffix.lower() == ".json" else _toml(path, problems)
    bundle = _bundle(top, path.parent) if top else None
    if problems.found or bundle is None:
        # a mistyped key is why another seems to be missing
        first = min(problems.found, key=lambda one: not one.message.startswith("clave desconocida"))
        place = f"{first.file}:{first.line}" if first.line else first.file
        raise BadBundle(
            "{place}: {key}: {message}",
            place=place,
            file=first.file,
            key=first.key or "-",
            message=first.message,
        )
    return bundle


def _toml(path: Path, problems: Problems) -> Table | None:
    return None if _too_large(path, problems) else Table.of_file(path, path.parent, problems)


def _too_large(path: Path, problems: Problems) -> bool:
    try:
        large = path.stat().st_size > _LARGEST_FILE
    except OSError:
        return False
    if large:
        problems.add(path.name, 0, "", "es demasiado grande para ser un legajo")
    return large


def _json(path: Path, problems: Problems) -> Table | None:
    if _too_large(path, problems):
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except FileNotFoundError:
        problems.add(path.name, 0, "", "falta este archivo")
    except OSError:
        problems.add(path.name, 0, "", "el archivo no se puede leer")
    except json.JSONDecodeError as error:
        problems.add(path.name, error.lineno, "", "no es JSON válido")
    except (ValueError, RecursionError) as error:
        problems.add(path.name, 0, "", str(error) if isinstance(error, _TwiceError) else "no es JSON válido")
    else:
        if isinstance(data, dict):
            return Table(data, path.name, (), Lines(), problems)
        problems.add(path.name, 0, "", "debe ser un objeto con «legajo» y «documento»")
    return None


class _TwiceError(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _TwiceError(f'la clave "{twice}" está dos veces')
    return found


def _bundle(top: Table, folder: Path) -> Bundle:
    head = top.table("legajo")
    texts = {key: _line(head, key, "") for key in ("titulo", "ante", "materia", "codigo")}
    bundle = Bundle(
        annexes=tuple(_annex(table, folder) for table in top.tables("documento")),
        title=texts["titulo"] or USUAL_TITLE,
        before=texts["ante"],
        matter=texts["materia"],
        code=texts["codigo"],
        limit=_limit(head),
        paper=_paper(head),
    )
    if not bundle.annexes:
        top.problem("", 'falta "documento"')
    if sum(len(annex.parts) for annex in bundle.annexes) > MOST_PARTS:
        top.problem("documento", f"son más de {MOST_PARTS} archivos")
    head.finish()
    top.finish()
    return bundle


def _paper(head: Table) -> Paper:
    return "oficio" if head.word("hoja", PAPERS, "carta") == "oficio" else "carta"


def _limit(head: Table) -> int | None:
    if "limite_mb" not in head.data:
        return None
    megabytes = head.number("limite_mb")
    if not 0 < megabytes <= _LARGEST_LIMIT:
        head.problem("limite_mb", f"debe ser más que 0 y a lo más {_LARGEST_LIMIT:.0f}")
        return None
    return round(megabytes * MEGABYTE)


def _line(table: Table, key: str, default: str | None = None) -> str:
    """A text on one line, with letters that the program can print."""
    from konbit.papers.pdf.faces import shipped_face

    text = unicodedata.normalize("NFC", table.text(key, default)).strip()
    if not text and default is None and table.data.get(key):
        table.problem(key, "no puede estar vacío")
    if len(text) > LONGEST_TITLE:
        table.problem(key, f"tiene {len(text)} letras y caben {LONGEST_TITLE}")
    missing = shipped_face(bold=True).missing(text) or shipped_face(bold=False).missing(text)
    if missing:
        name = unicodedata.name(missing, "sin nombre")
        table.problem(key, f"tiene un carácter que no se puede imprimir: U+{ord(missing):04X} ({name})")
        return ""
    return text


def _annex(table: Table, folder: Path) -> Annex:
    title = _line(table, "titulo")
    parts = [_part(inner, folder) for inner in table.tables("parte")]
    if "archivo" in table.data:
        if parts:
            table.problem("parte", "lleva «archivo» o [[documento.parte]], no los dos")
        parts.insert(0, _part(table, folder))
    elif not parts:
        table.problem("", 'falta "archivo"')
    table.finish()
    return Annex(title, tuple(parts))


def _part(table: Table, folder: Path) -> Part:
    path = _path(table, folder)
    turn = table.whole("giro", 0)
    if turn not in TURNS:
        table.problem("giro", "debe ser 0, 90, 180 o 270")
        turn = 0
    part = Part(path, turn, _pages(table))
    if "titulo" not in table.data:
        table.finish()
    return part


def _path(table: Table, folder: Path) -> Path:
    name = table.text("archivo")
    path = folder / name
    try:
        inside = bool(name) and path.resolve().is_relative_to(folder.resolve())
        there = inside and path.is_file()
    except (OSError, ValueError):
        inside, there = False, False
    if not inside:
        if name:
            table.problem("archivo", "debe estar junto al legajo o en una carpeta suya")
    elif not there:
        table.problem("archivo", f'no está el archivo "{name}"{did_you_mean(name, _beside(path))}')
    return path


def _beside(path: Path) -> list[str]:
    try:
        return [one.name for one in path.parent.iterdir() if one.is_file()]
    except OSError:
        return []


def _pages(table: Table) -> tuple[int, ...]:
    text = table.text("paginas", "")
    found: list[int] = []
    for piece in text.split(",") if text else ():
        match = _RANGE.fullmatch(piece.replace(" ", ""))
        first = int(match[1]) if match else 0
        last = int(match[2] or first) if match else 0
        if not 1 <= first <= last or len(found) > MOST_PARTS:
            table.problem("paginas", f'«{text}» no se entiende: se escribe como "1-3, 5"')
            return ()
        found += range(first, last + 1)
    return tuple(found)

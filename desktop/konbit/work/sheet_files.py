"""A sheet for people as a file: drawn, and written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from konbit.errors import BadArgument
from konbit.papers.output import write_whole
from konbit.papers.sheet.pieces import TONGUES, Leaf, Tongue


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet that was written. kind: ruta, derechos, entrevista, plazos, dia. about: what it tells of."""

    file: str
    data: bytes
    kind: str
    pages: int
    about: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {"file": self.file, "hoja": self.kind, "paginas": self.pages, **self.about}


def tongue_named(text: str) -> Tongue:
    """The tongue of that name. Raises BadArgument."""
    for one in TONGUES:
        if one == text:
            return one
    raise BadArgument("--tongue: {what} no se conoce", key="tongue", what=text)


def draw_sheet(leaf: Leaf, tongue: Tongue) -> bytes:
    """The sheet as PDF."""
    from konbit.papers.sheet.leaf import leaf_pdf

    return leaf_pdf(leaf, tongue)


def must_be_pdf(path: Path) -> None:
    """Raises BadArgument unless the name ends in `.pdf`: said before anything is worked out."""
    if path.suffix.lower() != ".pdf":
        raise BadArgument("-o: {file}: el archivo debe terminar en .pdf", file=path.name, key="o")


def write_sheet(
    leaf: Leaf, tongue: Tongue, path: Path, kind: str, about: dict[str, Any] | None = None
) -> SheetFile:
    """Draws and writes a sheet. Raises BadArgument, CannotWrite."""
    from konbit.papers.pdf.render import page_count

    must_be_pdf(path)
    data = draw_sheet(leaf, tongue)
    write_whole(path, data)
    return SheetFile(path.name, data, kind, page_count(data), about or {})

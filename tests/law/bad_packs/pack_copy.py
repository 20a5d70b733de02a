"""A copy of the real pack, small enough to break one file of it at a time."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from konbit.errors import BadPack
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders

ROUTES = ("prorroga", "rd", "rt_nna", "rt_reunificacion")
WRITS = ("proteccion", "reclamacion_141")
FOLLOWS = (
    '[[sigue]]\nde = ["escrito:proteccion"]\nresultado = ["rechazada"]\nhecho = "sentencia_notificada"\n'
)


@dataclass(frozen=True)
class PackCopy:
    """A copy of the pack of which single files are broken for a moment."""

    root: Path

    @contextmanager
    def with_file(self, name: str, content: bytes | None) -> Iterator[None]:
        """The copy while one file has other content, or is not there (None)."""
        path = self.root / name
        before = path.read_bytes() if path.exists() else None
        try:
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)
            yield
        finally:
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def load(self) -> Pack:
        return load_pack(
            PackFolders(self.root / "forms", self.root / "templates", self.root / "translations")
        )

    def problems(self) -> list[str]:
        """Every problem as it is printed."""
        with pytest.raises(BadPack) as caught:
            self.load()
        return [str(problem) for problem in caught.value.problems]


def copied(folders: PackFolders, root: Path) -> PackCopy:
    """What all routes share, four routes, two writs and one reason to come that fits them, under `root`."""
    shutil.copytree(folders.forms / "comun", root / "forms" / "comun")
    shutil.copy(folders.forms / "paquete.toml", root / "forms")
    reason = '[[motivo]]\nid = "hijo"\ntexto = "t"\nobjetivos = ["ruta:rt_nna", "escrito:proteccion"]\n'
    (root / "forms" / "comun" / "motivos.toml").write_text(reason, encoding="utf-8")
    filings = root / "forms" / "comun" / "presentaciones.toml"
    whole = filings.read_text(encoding="utf-8")
    filings.write_text(whole[: whole.index("[[sigue]]")] + FOLLOWS, encoding="utf-8")
    for route in ROUTES:
        (root / "forms" / route).mkdir()
        for name in ("reglas.toml", "tramite.toml"):
            shutil.copy(folders.forms / route / name, root / "forms" / route)
    for writ in WRITS:
        (root / "templates" / writ).mkdir(parents=True)
        shutil.copy(folders.templates / writ / "escrito.toml", root / "templates" / writ)
    for path in (root / "forms" / "comun").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_NAMES.sub(_only_copied, text), encoding="utf-8")
    return PackCopy(root)


_NAMES = re.compile(r"^(rutas|escritos) = \[(.*)\]$", re.MULTILINE)
"""Where shared files say which routes and writs they are for."""


def _only_copied(found: re.Match[str]) -> str:
    kept = ROUTES if found[1] == "rutas" else WRITS
    names = [name for name in re.findall(r'"([^"]*)"', found[2]) if name in kept]
    listed = ", ".join(f'"{name}"' for name in names)
    return f"{found[1]} = [{listed}]"

"""One slip in one file of the pack, and the pieces from which the slips are made."""

from __future__ import annotations

from dataclasses import dataclass

HECHOS, NORMAS, PLAZOS = "forms/comun/hechos.toml", "forms/comun/normas.toml", "forms/comun/plazos.toml"
REGLAS = "forms/rt_nna/reglas.toml"
TRAMITE, CALENDARIO = "forms/rt_nna/tramite.toml", "forms/comun/calendario.toml"
UNIDADES, BLOQUES = "forms/comun/unidades.toml", "forms/comun/bloques.toml"
PROTECCION, RECLAMACION = "templates/proteccion/escrito.toml", "templates/reclamacion_141/escrito.toml"
MENOR = 'id = "es_menor_de_edad"\nsi = "es_menor"\n'
END = "\x00end"
"""Stands for the end of the file."""


@dataclass(frozen=True)
class Slip:
    """One edit of one file and what the loader says. The line is where `at` stands after the edit (0: no line)."""

    name: str
    file: str
    old: str
    new: str
    says: str
    at: str = ""

    def expected(self, text: str) -> str:
        folder, _, inner = self.file.partition("/")
        assert folder in ("forms", "templates")
        lines = text.splitlines()
        whole = [number for number, one in enumerate(lines, 1) if one == self.at]
        held = [number for number, one in enumerate(lines, 1) if self.at in one]
        line = [*whole, *held][0] if self.at else 0
        return f"{inner}:{line}: {self.says}" if line else f"{inner}: {self.says}"


def criterion(ident: str, si: str, more: str = "") -> str:
    return f'\n[[requisito]]\nid = "{ident}"\nsi = "{si}"\ntexto = "t"\nnorma = ["21325:41"]\n{more}\n'


def menor(si: str) -> str:
    return MENOR.replace('"es_menor"\n', f'"{si}"\n')

"""The glossary: which Creole word stands for which Spanish one, and who says so."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from konbit.errors import BadPack, Problem

COLUMNS = ("term_es", "term_ht", "gloss_en", "source", "confidence")


@dataclass(frozen=True, slots=True)
class Term:
    """One row. es and ht may hold several renderings (" / " and "; ") and an explanation in brackets.

    confidence: CONFIRMED (the Creole was read in that public text) or OWN (ours). Neither is a native's approval.
    """

    es: str
    ht: str
    en: str
    source: str
    confidence: str

    @property
    def renderings(self) -> tuple[str, ...]:
        """The Creole renderings, without explanations: ("pèmi travay", "otorizasyon travay")."""
        return tuple(
            filter(None, (_bare(part) for part in re.split(r"[;/?]", re.sub(r"\([^)]*\)", " ", self.ht))))
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """The Spanish wordings, without explanations: ("timbre", "sello").

        Of "presentar / ingresar un escrito" only the whole wording: the shorter one leans on the longer.
        """
        parts = [part for part in map(_bare, re.sub(r"\([^)]*\)", " ", self.es).split(" / ")) if part]
        longest = max(len(part.split()) for part in parts)
        return tuple(part for part in parts if len(part.split()) == longest)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip("¿?¡!… ")


def load_terms(path: Path) -> tuple[Term, ...]:
    """Read `translations/glosario.csv`. Raises BadPack (columns, empty terms, unknown confidence), OSError."""
    problems: list[Problem] = []
    terms: list[Term] = []
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise BadPack((Problem(path.name, 1, "", f"las columnas son {', '.join(COLUMNS)}"),))
        for row in rows:
            cells = [(row[column] or "").strip() for column in COLUMNS]
            if not all(cells) or None in row:
                problems.append(
                    Problem(path.name, rows.line_num, cells[0], "fila incompleta o con celdas de más")
                )
            elif cells[4] not in ("CONFIRMED", "OWN"):
                problems.append(
                    Problem(path.name, rows.line_num, cells[0], f"confianza desconocida: {cells[4]}")
                )
            else:
                terms.append(Term(*cells))
    if problems:
        raise BadPack(tuple(problems))
    return tuple(terms)

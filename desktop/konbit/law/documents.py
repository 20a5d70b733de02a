"""How identity documents look, softly: a shape that does not fit is a doubt to tell, never a refusal."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from konbit.law.facts import Fact
from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table


@dataclass(frozen=True, slots=True)
class DocumentShape:
    """The usual shape of one kind of document of one country. kinds: choices of the fact that holds the kind."""

    country: str
    kinds: tuple[str, ...]
    pattern: re.Pattern[str]
    text: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Documents:
    """mrz: facts that a machine-readable zone fills (nombres, apellido, nacimiento, numero, nacionalidad, emisor,
    vence, sexo_f, sexo_m …). shapes: usual shapes. number, kind, country: the facts that hold a document."""

    mrz: Mapping[str, str]
    sexes: Mapping[str, str]
    kinds: Mapping[str, str]
    number: str
    kind: str
    country: str
    shapes: tuple[DocumentShape, ...]


_MRZ = ("nombres", "apellido", "nacimiento", "numero", "nacionalidad", "emisor", "vence", "sexo", "tipo")


def load_documents(
    root: Path, facts: Mapping[str, Fact], countries: Collection[str], problems: Problems
) -> Documents:
    """Reads `comun/documentos.toml`."""
    top = Table.of_file(root / "comun" / "documentos.toml", root, problems)
    if top is None:
        return Documents({}, {}, {}, "", "", "", ())
    zone = top.table("mrz")
    mrz = {name: zone.text(name) for name in _MRZ}
    for name, fact in mrz.items():
        if fact and fact not in facts:
            zone.problem(name, f'no hay ningún hecho "{fact}"{did_you_mean(fact, facts)}')
    sexes, kinds = (
        {key: table.text(key) for key in table.data} for table in (zone.table("sexos"), zone.table("tipos"))
    )
    shapes: list[DocumentShape] = []
    for table in top.tables("forma"):
        country = table.text("pais")
        if country not in countries:
            table.problem("pais", f'no se conoce el país "{country}"{did_you_mean(country, countries)}')
        pattern = table.text("patron")
        try:
            compiled = re.compile(pattern)
        except re.error:
            table.problem("patron", "no es una expresión regular")
            compiled = re.compile(".*")
        shapes.append(
            DocumentShape(
                country,
                table.texts("tipos"),
                compiled,
                table.text("texto"),
                table.word("confianza", ("C", "S", "K", "U")),
            )
        )
        table.finish()
    made = Documents(mrz, sexes, kinds, mrz["numero"], mrz["tipo"], mrz["emisor"], tuple(shapes))
    zone.finish()
    top.finish()
    return made

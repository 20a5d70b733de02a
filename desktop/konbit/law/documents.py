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
class NumberShape:
    """The usual shape of a number that Chile gives. facts: those that hold such a number."""

    facts: tuple[str, ...]
    pattern: re.Pattern[str]
    text: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Documents:
    """mrz: facts that a machine-readable zone fills, by part of the zone (nombres, apellido, segundo_apellido,
    nacimiento, numero, nacionalidad, emisor, vence, sexo, tipo). two_surnames: countries (ISO 3166-1 alpha-3) where
    people carry two. shapes, numbers: usual shapes. number, kind, country: the facts that hold a document."""

    mrz: Mapping[str, str]
    sexes: Mapping[str, str]
    kinds: Mapping[str, str]
    number: str
    kind: str
    country: str
    shapes: tuple[DocumentShape, ...]
    two_surnames: frozenset[str] = frozenset()
    numbers: tuple[NumberShape, ...] = ()

    @property
    def doubted(self) -> frozenset[str]:
        """The facts whose answers may raise a doubt."""
        return frozenset((self.number, *(fact for one in self.numbers for fact in one.facts)))


_MRZ = (
    "nombres", "apellido", "segundo_apellido", "nacimiento", "numero", "nacionalidad", "emisor", "vence", "sexo", "tipo"
)  # fmt: skip
_CONFIDENCE = ("C", "S", "K", "U")


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
    two = zone.texts("dos_apellidos")
    for country in two:
        _known_country(zone, "dos_apellidos", country, countries)
    sexes, kinds = (
        {key: table.text(key) for key in table.data} for table in (zone.table("sexos"), zone.table("tipos"))
    )
    shapes: list[DocumentShape] = []
    for table in top.tables("forma"):
        country = table.text("pais")
        _known_country(table, "pais", country, countries)
        shapes.append(
            DocumentShape(
                country,
                table.texts("tipos"),
                _pattern(table),
                table.text("texto"),
                table.word("confianza", _CONFIDENCE),
            )
        )
        table.finish()
    numbers: list[NumberShape] = []
    for table in top.tables("numero"):
        held = table.texts("hechos", required=True)
        for fact in held:
            if fact not in facts:
                table.problem("hechos", f'no hay ningún hecho "{fact}"{did_you_mean(fact, facts)}')
        numbers.append(
            NumberShape(held, _pattern(table), table.text("texto"), table.word("confianza", _CONFIDENCE))
        )
        table.finish()
    zone.finish()
    top.finish()
    return Documents(
        mrz,
        sexes,
        kinds,
        mrz["numero"],
        mrz["tipo"],
        mrz["emisor"],
        tuple(shapes),
        frozenset(two),
        tuple(numbers),
    )


def _known_country(table: Table, key: str, country: str, countries: Collection[str]) -> None:
    if country not in countries:
        table.problem(key, f'no se conoce el país "{country}"{did_you_mean(country, countries)}')


def _pattern(table: Table) -> re.Pattern[str]:
    try:
        return re.compile(table.text("patron"))
    except re.error:
        table.problem("patron", "no es una expresión regular")
        return re.compile(".*")

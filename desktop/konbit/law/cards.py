"""Rights cards: what to know, do, say and not do when something happens, in short sentences, each with its norm.

# forms/comun/tarjetas.toml
[[tarjeta]]        id, titulo, para, contactos = [ids of directorio.toml]
[[tarjeta.frase]]  clase = "sabe" | "verificar" | "haga" | "diga" | "no", texto, norma?

A sentence of the class `sabe` says what the law is: it names its norms, and none of them is unsure (U). What nobody
has settled is `verificar` and is printed as a question for a lawyer. `diga` is said in Spanish, word for word.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from konbit.law.near import did_you_mean
from konbit.law.norms import Confidence, Norm
from konbit.law.table import Problems, Table


class LineKind(StrEnum):
    """What a sentence of a card is for, in the order on paper."""

    KNOW = "sabe"
    VERIFY = "verificar"
    DO = "haga"
    SAY = "diga"
    NOT = "no"


@dataclass(frozen=True, slots=True)
class CardLine:
    """One sentence. norms: ids; of advice it may be empty."""

    kind: LineKind
    text: str
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RightsCard:
    """One card. when: in which moment it helps. contacts: ids of the directory, whom to call."""

    id: str
    title: str
    when: str
    lines: tuple[CardLine, ...]
    contacts: tuple[str, ...] = ()

    def of_kind(self, kind: LineKind) -> tuple[CardLine, ...]:
        """Its sentences of one kind."""
        return tuple(one for one in self.lines if one.kind == kind)


def load_cards(
    root: Path, norms: Mapping[str, Norm], contacts: Collection[str], problems: Problems
) -> dict[str, RightsCard]:
    """The cards of `comun/tarjetas.toml`; a pack may have none."""
    path = root / "comun" / "tarjetas.toml"
    top = Table.of_file(path, root, problems) if path.is_file() else None
    found: dict[str, RightsCard] = {}
    for table in top.tables("tarjeta") if top else ():
        card = RightsCard(
            table.text("id"),
            table.text("titulo"),
            table.text("para"),
            tuple(_line(one, norms) for one in table.tables("frase")),
            table.texts("contactos"),
        )
        if card.id in found:
            table.problem("id", f'la tarjeta "{card.id}" está dos veces')
        if not card.of_kind(LineKind.KNOW):
            table.problem("frase", 'falta una frase de clase "sabe"')
        for name in card.contacts:
            if name not in contacts:
                table.problem("contactos", f'no hay ningún contacto "{name}"{did_you_mean(name, contacts)}')
        table.finish()
        found[card.id] = card
    if top:
        top.finish()
    return found


def _line(table: Table, norms: Mapping[str, Norm]) -> CardLine:
    line = CardLine(LineKind(table.word("clase", tuple(LineKind))), table.text("texto"), table.texts("norma"))
    if line.kind == LineKind.KNOW and not line.norms:
        table.problem("norma", "lo que se dice de la ley lleva su norma")
    for name in line.norms:
        if name not in norms:
            table.problem("norma", f'no hay ninguna norma "{name}"{did_you_mean(name, norms)}')
        elif norms[name].confidence == Confidence.UNSURE and line.kind != LineKind.VERIFY:
            table.problem("norma", f'la norma "{name}" es insegura: la frase es de clase "verificar"')
    table.finish()
    return line

"""What a template is told of a case: plain data, frozen, made by the layer above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm as the pack has it. quote: one verbatim sentence, empty when nobody read it.

    confidence: C confirmed, S secondary, K known, U unsure.
    """

    name: str
    article: str
    quote: str
    confidence: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """name: with its article where Spanish asks for it (`el Perú`); the two words for its people."""

    name: str
    masculine: str
    feminine: str


@dataclass(frozen=True, slots=True)
class Court:
    """name: `Corte de Apelaciones de Santiago`; address: how a writ calls it (`ILTMA.`)."""

    name: str
    address: str = "ILTMA."


@dataclass(frozen=True, slots=True)
class WritContext:
    """All that a writ may say.

    values: known and active facts by id: str, bool, int, Decimal, date, datetime, an object with `.text`
        (a partial date), a tuple of choice ids, or for a list a sequence of mappings with the same kinds of value.
    labels: every fact that a template may name, with its label in the writ's tongue; a name that is neither here nor
        in `values` is a mistake of the template. A fact that is here and not in `values` is unknown.
    choices: what to print for a choice of a fact, in the writ's tongue.
    deadlines: by id: `inicio`, `vence`, and `alternativo`, `presentar_hasta` where there are such, all days; `vence_hora`, a
        datetime, only of a term counted in hours from a notice whose hour is known.
    causes: ids of the causes that apply. criteria: id -> `cumple`, `no_cumple` or `desconocido`.
    documents: titles of the annexes that were put together with the writ, in order. lawyer: who takes the case, None while nobody does.
    """

    values: Mapping[str, object]
    labels: Mapping[str, str]
    today: date
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    court: Court | None = None
    deadlines: Mapping[str, Mapping[str, date]] = field(default_factory=dict[str, Mapping[str, date]])
    causes: tuple[str, ...] = ()
    criteria: Mapping[str, str] = field(default_factory=dict[str, str])
    norms: Mapping[str, Norm] = field(default_factory=dict[str, Norm])
    countries: Mapping[str, Country] = field(default_factory=dict[str, Country])
    documents: tuple[str, ...] = ()
    lawyer: str | None = None

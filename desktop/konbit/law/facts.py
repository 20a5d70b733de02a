"""The vocabulary of facts: what can be known of a person, a household or a cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from konbit.law.tree import Node


class Kind(StrEnum):
    """The kinds of value, by the names that the pack uses."""

    BOOL = "bool"
    CHOICE = "opcion"
    CHOICES = "opciones"
    INTEGER = "entero"
    DECIMAL = "decimal"
    TEXT = "texto"
    STORY = "relato"
    DATE = "fecha"
    PARTIAL_DATE = "fecha_parcial"
    MOMENT = "fecha_hora"
    RUN = "run"
    DOCUMENT = "documento"
    COUNTRY = "pais"
    COMUNA = "comuna"
    LIST = "lista"


UNRECORDED = "desconocido"
"""The choice that means: looked for, not on record. It counts as not known in every comparison."""

OWNERS = ("persona", "hogar", "causa")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `owner` is persona, hogar, causa or the id of the list whose items carry it.

    derived: an expression that gives the value; given too when `question` is not empty ("ambos"): then the
    derivation wins once its ingredients are known. true_if: a one-way derivation, which can only make it true.
    active: when it makes sense to ask; answers of a branch that is closed are kept, but nobody sees them.
    """

    id: str
    label: str
    kind: Kind
    owner: str
    block: str
    question: str = ""
    script: str = ""
    help: str = ""
    why: str = ""
    example: str = ""
    note: str = ""
    sensitive: bool = False
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    derived: Node | None = None
    true_if: Node | None = None
    active: Node | None = None
    not_after: str = ""
    not_before: str = ""
    longest: int = 0
    without: tuple[str, ...] = ()

    @property
    def askable(self) -> bool:
        """Whether a person can be asked for it."""
        return bool(self.question)


@dataclass(frozen=True, slots=True)
class Block:
    """A topic of the interview. `none_of`: one screen with the act "ninguno de estos"."""

    id: str
    name: str
    order: int
    intro: str = ""
    none_of: bool = False
    per_screen: int = 2

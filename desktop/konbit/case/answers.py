"""Answers: a known value or one of four ways of not knowing, with its source, who gave it down, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias


class NotKnown(StrEnum):
    """The ways of not knowing. Unknown is an answer; it is never null, empty or false."""

    NOT_ASKED = "no_preguntado"
    DOES_NOT_KNOW = "no_sabe"
    WITHHELD = "reserva"
    AWAITS_DOCUMENT = "espera_documento"


class Source(StrEnum):
    """Where an answer comes from, the most trusted last."""

    INFERRED = "inferido"
    IMPORTED = "importado"
    SAID = "dicho"
    DOCUMENT = "documento"


TRUST = (Source.INFERRED, Source.IMPORTED, Source.SAID, Source.DOCUMENT)

Value: TypeAlias = Any
"""bool, str, int, float, PartialDate, datetime, or a tuple of str (several choices)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one fact. value is None exactly when `unknown` says how it is not known."""

    value: Value | None
    unknown: NotKnown | None = None
    source: Source = Source.SAID
    who: str = ""
    when: datetime | None = None

    @property
    def known(self) -> bool:
        """Whether there is a value."""
        return self.unknown is None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact is kept: of a person, the household, the cause, or an item of a list."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind


HOUSEHOLD = Place("hogar")
CAUSE = Place("causa")


def person(ident: str) -> Place:
    """The place of a person's facts."""
    return Place("persona", ident)

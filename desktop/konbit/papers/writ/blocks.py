"""The pieces of a writ, in the order in which they stand on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Tongue = Literal["es", "ht"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one letter. blank: the id of the unknown that it stands for, else empty."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the suma: `EN LO PRINCIPAL` and what is asked there."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Suma:
    """The summary at the head of the first page."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tribunal:
    """The court or authority that the writ speaks to."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """level 1: the parts I–V; level 2: a part of a part."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph with a number; the numbers run through the whole writ, so that others can cite them."""

    number: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a norm or a judgment, set in from both margins."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Documents:
    """The numbered list of what goes with the writ."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Petition:
    """What the court is asked to do (`RUEGO A US. ILTMA.: …`)."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Otrosi:
    """A further request, with its ordinal as label."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class PlaceDate:
    """Where and when the writ is signed."""

    runs: Runs


class Role(StrEnum):
    """Who signs, or how."""

    PERSON = "persona"
    THUMB = "huella"
    AT_REQUEST = "a_ruego"
    WITNESS = "testigo"
    INTERPRETER = "interprete"
    LAWYER = "abogado"
    NOTARY = "notario"


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on and the lines below it; for a thumbprint a box, for a notary a box that takes signature and stamp."""

    role: Role
    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = (
    Suma
    | Tribunal
    | Heading
    | Paragraph
    | Numbered
    | Quote
    | Documents
    | Petition
    | Otrosi
    | PlaceDate
    | Signature
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Blank:
    """Something unknown that the text needed. id: a fact, `plazo.ID` or `tribunal`; label: in the writ's tongue."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class ToVerify:
    """Something that a lawyer must read in its source before filing; never printed in the filed text.

    what: the id of a norm, the words cited, or empty for a remark on the whole writ. note: the norm's name, or what to
    do. confidence: S, K or U for a norm, empty for the rest.
    """

    what: str
    note: str
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Writ:
    """A rendered writ. blanks block "final"; norms are the ids cited, in order and once each."""

    id: str
    tongue: Tongue
    title: str
    blocks: tuple[Block, ...]
    blanks: tuple[Blank, ...]
    norms: tuple[str, ...]
    verify: tuple[ToVerify, ...]


def runs_of(block: Block) -> Iterator[Runs]:
    """Every stretch of inline text of a block, in reading order."""
    match block:
        case Suma(entries):
            yield from (entry.runs for entry in entries)
        case Documents(items):
            yield from items
        case Signature(_, lines):
            yield from lines
        case PageBreak():
            return
        case _:
            yield block.runs


def plain(runs: Runs) -> str:
    """The words without their letter."""
    return "".join(run.text for run in runs)


def shape(writ: Writ) -> tuple[tuple[object, ...], ...]:
    """Kinds, numbers and counts of the blocks: equal for the two tongues of one case."""
    return tuple(_shape(block) for block in writ.blocks)


def _shape(block: Block) -> tuple[object, ...]:
    match block:
        case Suma(entries):
            return ("Suma", len(entries))
        case Heading(level, _):
            return ("Heading", level)
        case Numbered(number, _):
            return ("Numbered", number)
        case Documents(items):
            return ("Documents", len(items))
        case Signature(role, lines):
            return ("Signature", role.value, len(lines))
        case _:
            return (type(block).__name__,)

"""The pieces of a sheet in two tongues, in the order in which they stand on paper. No drawing in it.

A sheet is composed once, in Spanish and Creole together, and drawn as either or as both side by side: the two tongues
have the same pieces by construction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

Tongue = Literal["es", "ht", "es+ht"]
TONGUES: tuple[Tongue, ...] = ("es", "ht", "es+ht")


@dataclass(frozen=True, slots=True)
class Two:
    """A text in Spanish and in Creole. Equal where there is nothing to translate: then it stands once."""

    es: str
    ht: str

    @classmethod
    def same(cls, text: str) -> Two:
        """A name, a number, or what somebody typed."""
        return cls(text, text)

    def __bool__(self) -> bool:
        return bool(self.es or self.ht)


class Shape(StrEnum):
    """Signs told apart by shape alone."""

    TICK = "tick"
    TRIANGLE = "triangle"
    CROSS = "cross"
    QUESTION = "question"
    HOURGLASS = "hourglass"
    PENCIL = "pencil"
    DASH = "dash"
    LOCK = "lock"
    OCTAGON = "octagon"
    SQUARE = "square"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Boxed:
    """The box at the head: a sign of 15 mm, one line in large letters, and what else belongs to it."""

    sign: Shape
    large: Two
    lines: tuple[Two, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """Heading of a part. A part with `fresh` begins a page."""

    text: Two
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. strong: bold. small: a note."""

    text: Two
    strong: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with a sign before it: a warning, something to bring (square), something not to do. cite: its norms."""

    sign: Shape
    text: Two
    cite: Two | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article and its words, verbatim in Spanish; without words only the article. note: how sure it is."""

    article: str
    words: str = ""
    note: Two | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A criterion: sign and word of its state, its sentence, the person's answers, what to bring, its articles."""

    id: str
    sign: Shape
    state: Two
    text: Two
    answers: tuple[Two, ...] = ()
    advice: Two | None = None
    quotes: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Say:
    """Words to say in Spanish, and what they mean."""

    text: Two


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is told, with its label; `blank` millimetres of line where it is to be filled in by hand."""

    label: Two
    text: Two | None = None
    blank: float = 0.0


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: for what, and how to reach them (a line to fill in where nobody has read a number). brief: on one
    line, for a card."""

    name: str
    serves: Two
    fields: tuple[Field, ...] = ()
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month, Monday first. due: days in a heavy box, with what stands in it (codes). other: days of a later reading,
    dashed. event: the day of notice. off: days that are no working day, with nothing but a lighter number."""

    year: int
    month: int
    due: Mapping[date, tuple[str, ...]]
    other: frozenset[date] = frozenset()
    event: frozenset[date] = frozenset()
    off: frozenset[date] = frozenset()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Months:
    """Months side by side, and what their marks mean, line by line."""

    months: tuple[Month, ...]
    key: tuple[Two, ...] = ()


@dataclass(frozen=True, slots=True)
class DueRow:
    """One deadline on the day's sheet. code: of the case."""

    code: str
    sign: Shape
    left: Two
    name: Two
    lines: tuple[Two, ...] = ()


class Space(StrEnum):
    """What an answer is written into by hand."""

    CHOICES = "choices"
    DAY = "day"
    MOMENT = "moment"
    NUMBER = "number"
    RUN = "run"
    LINE = "line"
    LINES = "lines"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to fill in by hand. number: in the order of the program. only_if: when it is asked at all.

    choices: what is ticked. columns: labels of a list's rows. unknown: the ways of not knowing. key: the fact's id,
    small, for whoever types it in.
    """

    number: int
    key: str
    text: Two
    space: Space
    help: Two | None = None
    only_if: Two | None = None
    choices: tuple[Two, ...] = ()
    columns: tuple[Two, ...] = ()
    unknown: tuple[Two, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Air, in points."""

    points: float = 6.0


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the state of the Creole and the line to sign stand; without it they come last."""


Piece = (
    Boxed | Head | Text | Marked | Quoted | Reason | Say | Field | Contact | Months | DueRow | Asked | Gap | Closing
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet. kind: the words in its band. code: of the case, or a line for it; never a name. draft: the Creole is not
    reviewed by a native speaker. size: the letter of the text in points, made smaller down to `least` while it then
    fits on `pages` pages (0: as many as it takes). signed: a line for whoever looked it over.
    coded: belongs to a case. margins: left, top, right, bottom, in millimetres."""

    kind: Two
    title: Two
    code: str
    day: date | None
    foot: Two
    pieces: tuple[Piece, ...]
    draft: bool = True
    size: float = 11.0
    least: float = 9.5
    pages: int = 0
    signed: Two | None = None
    code_label: Two = Two("Caso", "Dosye")
    coded: bool = True
    margins: tuple[float, float, float, float] = (18, 15, 18, 18)


def texts_of(leaf: Leaf) -> tuple[Two, ...]:
    """Every text of a sheet in both tongues, in reading order."""
    found: list[Two] = [leaf.kind, leaf.title]
    for piece in leaf.pieces:
        found += _texts(piece)
    return tuple(one for one in found if one)


def _texts(piece: Piece) -> list[Two]:
    match piece:
        case Boxed(_, large, lines):
            return [large, *lines]
        case Head(text) | Text(text) | Say(text):
            return [text]
        case Marked(_, text, cite):
            return [text, *([cite] if cite else [])]
        case Quoted(article, words, note):
            return [Two.same(article), Two.same(words), *([note] if note else [])]
        case Reason(_, _, state, text, answers, advice, quotes):
            told = [state, text, *answers, *([advice] if advice else [])]
            return told + [one for quote in quotes for one in _texts(quote)]
        case Field(label, text):
            return [label, *([text] if text else [])]
        case Contact(name, serves, fields, _):
            return [Two.same(name), serves, *(one for field in fields for one in _texts(field))]
        case DueRow(code, _, left, name, lines):
            return [Two.same(code), left, name, *lines]
        case Asked() as one:
            loose = [part for part in (one.help, one.only_if) if part]
            return [one.text, *loose, *one.choices, *one.columns, *one.unknown]
        case Months(_, key):
            return list(key)
        case Gap() | Closing():
            return []

"""Forms: which field of a PDF takes which fact. The map is data; filling is `konbit.papers`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wording:
    """How a value is put in words. part: dia, mes, anio of a date, or empty for the whole. style: pesos of a
    number, sin_puntos of a RUN, or empty.

    texts: shorter words for some choices (or si/no) than the fact's own labels.
    """

    part: str = ""
    style: str = ""
    texts: Mapping[str, str] = field(default_factory=dict[str, str])


PLAIN = Wording()


@dataclass(frozen=True, slots=True)
class TextLink:
    """A text field fed by a fact. joined: further facts that stand behind it, with a space between (a whole name)."""

    field: str
    fact: str
    wording: Wording = PLAIN
    joined: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """All that it prints, in order."""
        return (self.fact, *self.joined)


@dataclass(frozen=True, slots=True)
class BoxLink:
    """Boxes or a radio group fed by a fact: its choice (or si/no) gives the state to set."""

    field: str
    fact: str
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. pattern: a field name with `{n}`, the row from 1. states: of boxes; empty for text."""

    pattern: str
    fact: str
    wording: Wording = PLAIN
    states: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class RowSource:
    """A list whose items become rows. fixed: name pattern to the text that every such row prints there."""

    list: str
    columns: tuple[Column, ...]
    fixed: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class TableLink:
    """Rows of a table, fed by one list or by several in turn.

    headings: name pattern to the column's heading, for the annex. none: what stands in the first cell when it is
    known that there are no rows. notice: the field that says where further rows are. continues: "anexo" or nothing.
    names: for a pattern whose fields are not numbered from 1 in the PDF, their names row by row.
    """

    id: str
    title: str
    rows: int
    sources: tuple[RowSource, ...]
    headings: Mapping[str, str] = field(default_factory=dict[str, str])
    none: str = ""
    notice: str = ""
    continues: str = ""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def at(self, pattern: str, row: int) -> str:
        """The field of a column in a row, the rows counted from 1."""
        named = self.names.get(pattern)
        return named[row - 1] if named else pattern.replace("{n}", str(row))

    @property
    def patterns(self) -> tuple[str, ...]:
        """The name patterns of its columns, in order, those with a heading first."""
        found = list(self.headings)
        for source in self.sources:
            found += [*(column.pattern for column in source.columns), *source.fixed]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Computed:
    """A field worked out on the day. what: `hoy` (that day), or `suma` of a number over the items of a list."""

    field: str
    what: str
    list: str = ""
    fact: str = ""


DRAWN_TEXT, DRAWN_BLOCK, DRAWN_TICK = "texto", "parrafo", "casilla"
DRAWN_STATE = "si"
"""The state of a drawn box to tick."""


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A field that a person drew on a PDF that has none. page: from 1. rect: points of the page, lower left first.
    kind: texto (one line), parrafo (several) or casilla (to tick)."""

    name: str
    page: int
    rect: tuple[float, float, float, float]
    kind: str


@dataclass(frozen=True, slots=True)
class Form:
    """A PDF form of the pack and its map. file: PDF relative to the pack. official: somebody else's form.

    asks: what must be known before the paper is final; whatever else it prints may stay blank.
    heading: the facts that name the person at the head of an annex.
    drawn: the fields of a PDF that has none; then the fingerprint is that of the file. unused: fields of the edition
    that the map leaves alone, where it names them. folder: where its file lies, if not in the pack.
    """

    id: str
    name: str
    file: str
    edition: str
    fingerprint: str
    source: str
    official: bool
    texts: tuple[TextLink, ...] = ()
    boxes: tuple[BoxLink, ...] = ()
    tables: tuple[TableLink, ...] = ()
    computed: tuple[Computed, ...] = ()
    asks: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    drawn: tuple[DrawnBox, ...] = ()
    unused: tuple[str, ...] = ()
    folder: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it prints, in the order of the map."""
        found = [*self.asks, *(fact for t in self.texts for fact in t.facts), *(b.fact for b in self.boxes)]
        for table in self.tables:
            for source in table.sources:
                found += [source.list, *(column.fact for column in source.columns)]
        return tuple(dict.fromkeys(found))

    @property
    def fields(self) -> frozenset[str]:
        """Every field of the PDF that the map can fill."""
        found = {link.field for group in (self.texts, self.boxes, self.computed) for link in group}
        for table in self.tables:
            found |= {table.at(p, n) for p in table.patterns for n in range(1, table.rows + 1)}
            found |= {table.notice} if table.notice else set()
        return frozenset(found)

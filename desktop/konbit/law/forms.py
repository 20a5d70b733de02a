"""Forms: which field of a PDF takes which fact. The map is data; filling is `konbit.papers`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextLink:
    """A text field fed by a fact; `part`: dia, mes, anio of a date, or empty for the whole."""

    field: str
    fact: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class BoxLink:
    """Boxes or a radio group fed by a fact: its choice (or si/no) gives the state to set."""

    field: str
    fact: str
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableLink:
    """Rows of a table fed by a list: columns map item facts to field name patterns with `{n}` (1-based)."""

    list: str
    rows: int
    columns: Mapping[str, str]
    continues: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A PDF form of the pack and its map. file: PDF relative to the pack. official: somebody else's form."""

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
    asks: tuple[str, ...] = ()
    computed: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it prints, in the order of the map."""
        found = [*self.asks, *(t.fact for t in self.texts), *(b.fact for b in self.boxes)]
        found += [fact for table in self.tables for fact in (table.list, *table.columns)]
        return tuple(dict.fromkeys(found))

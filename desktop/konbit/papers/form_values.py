"""From what is known to the values of a form's fields, by the form's map. Nothing is filled for what is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from konbit.law.facts import UNRECORDED, Fact, Kind
from konbit.law.forms import Computed, Form, RowSource, TableLink
from konbit.law.places import Places
from konbit.papers.printing import NO, YES, print_day, print_value

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ExtraRows:
    """The rows of a table that the form has no room for. first: the number of the first. cells: texts per row.

    field: a field of the table, which tells its page. continues: whether the map sends them to an annex.
    """

    table: str
    title: str
    field: str
    first: int
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    continues: bool


@dataclass(frozen=True, slots=True)
class FormValues:
    """values: by full field name, only what is known: text, or a box's state. blank: facts that the form needs and
    nobody knows. overflow_rows: what goes to the annex. labels: what each field is called. person: whose form it is.
    """

    values: Mapping[str, str | bool]
    blank: tuple[str, ...] = ()
    overflow_rows: tuple[ExtraRows, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    person: str = ""


def form_values(
    form: Form,
    facts: Mapping[str, Fact],
    known: Given,
    places: Places,
    today: date,
    *,
    inactive: Collection[str] = (),
) -> FormValues:
    """The values of a form's fields.

    known: known and active values by fact, derived ones included (see `konbit.papers.knowledge`); lists as tuples of
    such mappings. inactive: facts whose branch is closed; they are neither printed nor missed. today: the day of filling.
    """
    return _Filler(form, facts, known, places, today, frozenset(inactive)).fill()


@dataclass(slots=True)
class _Filler:
    form: Form
    facts: Mapping[str, Fact]
    known: Given
    places: Places
    today: date
    inactive: frozenset[str]
    values: dict[str, str | bool] = field(default_factory=dict[str, str | bool])
    labels: dict[str, str] = field(default_factory=dict[str, str])
    extra: list[ExtraRows] = field(default_factory=list[ExtraRows])

    def fill(self) -> FormValues:
        for link in self.form.texts:
            value = self.value(link.fact, self.known)
            if value is not None:
                text = print_value(self.facts[link.fact], value, self.places, link.wording)
                self.put(link.field, " ".join(filter(None, (text, *map(self.text, link.joined)))))
            self.labels[link.field] = ", ".join(self.facts[fact].label for fact in link.facts)
        for box in self.form.boxes:
            value = self.value(box.fact, self.known)
            state = _state(box.states, value)
            if state:
                self.values[box.field] = state
            self.labels[box.field] = self.facts[box.fact].label
        for computed in self.form.computed:
            self.put(computed.field, self.compute(computed))
        for table in self.form.tables:
            self.table(table)
        return FormValues(
            values=self.values,
            blank=tuple(dict.fromkeys(self.blanks())),
            overflow_rows=tuple(self.extra),
            labels=self.labels,
            person=self.person(),
        )

    def value(self, name: str, known: Given) -> Any:
        """What is known of a fact, or None."""
        return None if name in self.inactive else _recorded(known.get(name))

    def text(self, name: str) -> str:
        """What is known of a fact, as it is printed; "" where nothing is."""
        value = self.value(name, self.known)
        return "" if value is None else print_value(self.facts[name], value, self.places)

    def put(self, name: str, text: str) -> None:
        if text:
            self.values[name] = text

    def compute(self, computed: Computed) -> str:
        if computed.what == "hoy":
            return print_day(self.today)
        rows = self.value(computed.list, self.known)
        if rows is None:
            return ""
        numbers = [self.value(computed.fact, row) for row in rows]
        if any(number is None for number in numbers):
            return ""  # a sum over rows that are not all known would be a guess
        return print_value(self.facts[computed.fact], sum(numbers), self.places)

    # -- tables -------------------------------------------------------------------------------------------

    def table(self, table: TableLink) -> None:
        rows = [self.row(source, item) for source in table.sources for item in self.items(source.list)]
        patterns = table.patterns
        headings = tuple(table.headings.get(pattern) or self.heading(table, pattern) for pattern in patterns)
        for number in range(1, table.rows + 1):
            for pattern, heading in zip(patterns, headings, strict=True):
                self.labels[table.at(pattern, number)] = f"{table.title}, fila {number}: {heading}"
        for number, row in enumerate(rows[: table.rows], 1):
            for pattern, (value, _) in row.items():
                if value:
                    self.values[table.at(pattern, number)] = value
        lists = [self.value(source.list, self.known) for source in table.sources]
        if not rows and table.none and all(found is not None for found in lists):
            self.put(table.at(patterns[0], 1), table.none)
        if len(rows) > table.rows:
            self.extra.append(
                ExtraRows(
                    table=table.id,
                    title=table.title,
                    field=table.at(patterns[0], 1),
                    first=table.rows + 1,
                    headings=headings,
                    cells=tuple(_texts(row, patterns) for row in rows[table.rows :]),
                    continues=table.continues == "anexo",
                )
            )
            if table.notice and table.continues:
                self.put(table.notice, _goes_on(table.rows + 1, len(rows)))
            self.labels[table.notice] = table.title

    def items(self, list_id: str) -> Sequence[Given]:
        return self.value(list_id, self.known) or ()

    def row(self, source: RowSource, item: Given) -> dict[str, tuple[str, str]]:
        """Per name pattern, the field's value and the text of it on an annex."""
        found = {pattern: (text, text) for pattern, text in source.fixed.items()}
        for column in source.columns:
            value = self.value(column.fact, item)
            if value is None:
                continue
            text = print_value(self.facts[column.fact], value, self.places, column.wording)
            if not column.states:
                found[column.pattern] = (text, text)
            else:
                shown = {True: YES, False: NO}.get(value, text) if isinstance(value, bool) else text
                found[column.pattern] = (_state(column.states, value), shown)
        return found

    def heading(self, table: TableLink, pattern: str) -> str:
        columns = (column for source in table.sources for column in source.columns)
        found = next((column.fact for column in columns if column.pattern == pattern), "")
        return self.facts[found].label if found else ""

    # -- what is not known --------------------------------------------------------------------------------

    def blanks(self) -> Iterator[str]:
        for name in self.form.asks:
            fact = self.facts[name]
            if name in self.inactive or fact.owner in self.inactive:
                continue
            if fact.owner in self.facts:  # a fact of a list's items: known in each of them?
                if any(self.value(name, item) is None for item in self.items(fact.owner)):
                    yield name
            elif self.value(name, self.known) is None:
                yield name

    def person(self) -> str:
        """Whose form it is, from the facts that the map names: "Marie Joseph · RUN 12.345.678-5"."""
        names: list[str] = []
        numbers: list[str] = []
        for name in self.form.heading:
            value = self.value(name, self.known)
            if value is None:
                continue
            fact = self.facts[name]
            text = print_value(fact, value, self.places)
            if fact.kind == Kind.RUN:
                numbers.append(f"{fact.label} {text}")
            else:
                names.append(text)
        return " · ".join(filter(None, (" ".join(names), *numbers)))


def _recorded(value: Any) -> Any:
    return None if isinstance(value, str) and (value == UNRECORDED or not value.strip()) else value


def _state(states: Mapping[str, str], value: Any) -> str:
    """The state that a known value gives to boxes; "" where the boxes have none for it, or it is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return states.get("si" if value else "no", "")
    if isinstance(value, tuple | list | frozenset | set):
        return next((state for choice, state in states.items() if choice in value), "")
    return states.get(str(value), "")


def _texts(row: Mapping[str, tuple[str, str]], patterns: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.get(pattern, ("", ""))[1] for pattern in patterns)


def _goes_on(first: int, last: int) -> str:
    rows = f"fila {first}" if first == last else f"filas {first} a {last}"
    return f"{rows}: en el anexo"

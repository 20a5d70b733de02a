"""Reads a case from plain data (JSON or TOML), in the long form, the short form, or as a history.

Long: `{"solicitante": "p1", "personas": {"p1": {"hechos": {…}, "ninguno_de": […], "salida": […]}}, "causa": {…},
"hijo": […]}`. Short, for one person: `{"hechos": {…}, "ninguno_de": […], "hijo": […]}`. Unknown = absent, or
`{"motivo": "no_sabe"}`; with its source: `{"valor": …, "fuente": "documento"}`, or a list of such under `fuentes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from konbit.case.acts import AddedItem, AddedPerson, ChoseApplicant, Doing, Gave, SaidNone
from konbit.case.answers import CAUSE, HOUSEHOLD, Answer, NotKnown, Place, Source, person
from konbit.case.case import Case, item_place
from konbit.case.checking import check_dates
from konbit.case.known import owner_of
from konbit.case.values import read_value
from konbit.errors import BadCase
from konbit.law.facts import Block, Fact, Kind
from konbit.law.near import did_you_mean
from konbit.law.places import Places

_LONG = ("solicitante", "personas", "causa", "hogar", "codigo")
_SHORT = ("hechos", "ninguno_de", "codigo")


class CaseReader:
    """Reads cases against one vocabulary. `day_fact`: the fact of the day of evaluation, allowed at the top."""

    def __init__(
        self, facts: Mapping[str, Fact], blocks: Mapping[str, Block], places: Places, day_fact: str
    ) -> None:
        self.facts = facts
        self.blocks = blocks
        self.places = places
        self.day_fact = day_fact

    def read(self, data: Any, file: str) -> Case:
        """The case in `data`. Raises BadCase, naming file and key, at the first thing that cannot be."""
        if not isinstance(data, dict):
            raise BadCase("{file}: un caso es una tabla con «hechos» o «personas»", file=file)
        top = cast(dict[str, Any], data)
        doings = list(self._long(top, file) if "personas" in top else self._short(top, file))
        case = Case(str(top.get("codigo", "")))
        for doing in doings:
            case = case.do(doing)
        check_dates(case, self.facts, file)
        return case

    def _lists(self) -> list[Fact]:
        return [fact for fact in self.facts.values() if fact.kind == Kind.LIST]

    def _short(self, top: dict[str, Any], file: str) -> Iterable[Doing]:
        lists = {fact.id: fact for fact in self._lists()}
        self._check_keys(top, (*_SHORT, *lists, self.day_fact), file)
        yield AddedPerson("p1")
        facts = self._table(top, "hechos", file)
        if self.day_fact in top:
            facts = {self.day_fact: top[self.day_fact], **facts}
        yield from self._facts(facts, "p1", file)
        yield from self._none_of(top.get("ninguno_de", []), facts, "p1", file)
        for name, fact in lists.items():
            if name in top:
                yield from self._rows(owner_of(fact, "p1"), fact, top[name], file)

    def _long(self, top: dict[str, Any], file: str) -> Iterable[Doing]:
        lists = {fact.id: fact for fact in self._lists()}
        self._check_keys(
            top, (*_LONG, *(n for n, f in lists.items() if f.owner != "persona"), self.day_fact), file
        )
        people = self._table(top, "personas", file)
        if not people:
            raise BadCase("{file}: personas: no hay ninguna persona", file=file, key="personas")
        applicant = str(top.get("solicitante", next(iter(people))))
        if applicant not in people:
            hint = did_you_mean(applicant, people)
            raise BadCase(
                '{file}: solicitante: no hay ninguna persona "{who}".{hint}',
                file=file, key="solicitante", who=applicant, hint=hint,
            )  # fmt: skip
        for ident in people:
            yield AddedPerson(ident)
        yield ChoseApplicant(applicant)
        for ident, found in people.items():
            inner = self._as_table(found, f"personas.{ident}", file)
            own = [name for name, fact in lists.items() if fact.owner == "persona"]
            self._check_keys(inner, ("hechos", "ninguno_de", *own), file)
            facts = self._table(inner, "hechos", file)
            yield from self._facts(facts, ident, file)
            yield from self._none_of(inner.get("ninguno_de", []), facts, ident, file)
            for name in own:
                if name in inner:
                    yield from self._rows(person(ident), lists[name], inner[name], file)
        cause = dict(self._table(top, "causa", file))
        if self.day_fact in top:
            cause[self.day_fact] = top[self.day_fact]
        for place, facts in ((CAUSE, cause), (HOUSEHOLD, self._table(top, "hogar", file))):
            for name, raw in facts.items():
                fact = self._fact(name, file)
                if fact.owner != place.kind:
                    raise BadCase(
                        "{file}: {key}: este hecho no va en «{place}»", file=file, key=name, place=place.kind
                    )
                yield from self._given(place, fact, raw, file)
        for name, fact in lists.items():
            if name in top:
                yield from self._rows(owner_of(fact, applicant), fact, top[name], file)

    def _facts(self, facts: Mapping[str, Any], ident: str, file: str) -> Iterable[Doing]:
        for name, raw in facts.items():
            fact = self._fact(name, file)
            if fact.owner not in ("persona", "hogar", "causa"):
                raise BadCase(
                    "{file}: {key}: este hecho va en la lista «{list}»", file=file, key=name, list=fact.owner
                )
            yield from self._given(owner_of(fact, ident), fact, raw, file)

    def _fact(self, name: str, file: str) -> Fact:
        if name not in self.facts:
            raise BadCase(
                '{file}: {key}: no hay ningún hecho con ese nombre.{hint}',
                file=file, key=name, hint=did_you_mean(name, self.facts),
            )  # fmt: skip
        return self.facts[name]

    def _given(self, place: Place, fact: Fact, raw: Any, file: str) -> Iterable[Doing]:
        if fact.id != self.day_fact and not fact.askable:
            raise BadCase("{file}: {key}: se calcula de otros hechos, no se escribe", file=file, key=fact.id)
        if isinstance(raw, dict):
            table = cast(dict[str, Any], raw)
            several = cast(list[Any], table["fuentes"]) if isinstance(table.get("fuentes"), list) else [table]
            for one in several:
                yield Gave(place, fact.id, self._sourced(fact, self._as_table(one, fact.id, file), file))
            return
        yield Gave(place, fact.id, Answer(read_value(fact, raw, self.places, file=file)))

    def _sourced(self, fact: Fact, table: dict[str, Any], file: str) -> Answer:
        self._check_keys(table, ("valor", "motivo", "fuente"), file, fact.id)
        source = str(table.get("fuente", Source.SAID))
        if source not in set(Source):
            hint = did_you_mean(source, [one.value for one in Source])
            raise BadCase(
                '{file}: {key}: la fuente "{source}" no se conoce.{hint}',
                file=file,
                key=fact.id,
                source=source,
                hint=hint,
            )
        if "valor" in table:
            return Answer(read_value(fact, table["valor"], self.places, file=file), None, Source(source))
        reason = str(table.get("motivo", ""))
        if reason not in set(NotKnown):
            hint = did_you_mean(reason, [one.value for one in NotKnown])
            raise BadCase(
                '{file}: {key}: el motivo "{reason}" no se conoce.{hint}',
                file=file,
                key=fact.id,
                reason=reason,
                hint=hint,
            )
        return Answer(None, NotKnown(reason), Source(source))

    def _none_of(self, blocks: Any, given: Mapping[str, Any], ident: str, file: str) -> Iterable[Doing]:
        names = [str(one) for one in (cast(list[Any], blocks) if isinstance(blocks, list) else [blocks])]
        for name in names:
            if name not in self.blocks or not self.blocks[name].none_of:
                known = [block.id for block in self.blocks.values() if block.none_of]
                hint = did_you_mean(name, known)
                raise BadCase(
                    '{file}: ninguno_de: "{name}" no es un bloque de «ninguno».{hint}',
                    file=file,
                    key="ninguno_de",
                    name=name,
                    hint=hint,
                )
            for fact in self.blocks_facts(name):
                if fact.id not in given:
                    yield Gave(owner_of(fact, ident), fact.id, Answer(False))

    def blocks_facts(self, block: str) -> tuple[Fact, ...]:
        """The yes/no facts of a block, those that "ninguno de estos" answers."""
        return tuple(fact for fact in self.facts.values() if fact.block == block and fact.kind == Kind.BOOL)

    def _rows(self, owner: Place, fact: Fact, raw: Any, file: str) -> Iterable[Doing]:
        if not isinstance(raw, list):
            raise BadCase("{file}: {key}: debe ser una lista", file=file, key=fact.id)
        rows = cast(list[Any], raw)
        tables = [self._as_table(item, f"{fact.id}.{number}", file) for number, item in enumerate(rows, 1)]
        taken: set[str] = set()
        for table in tables:
            if "id" in table and str(table["id"]) in taken:
                raise BadCase(
                    '{file}: {key}: dos filas tienen el mismo id "{id}"',
                    file=file,
                    key=fact.id,
                    id=table["id"],
                )
            taken |= {str(table["id"])} if "id" in table else set()
        for number, table in enumerate(tables, 1):
            ident = str(table["id"]) if "id" in table else _free_id(fact.id, number, taken)
            taken.add(ident)
            yield AddedItem(owner, fact.id, ident)
            for name, value in table.items():
                if name == "id":
                    continue
                inner = self._fact(name, file)
                if inner.owner != fact.id:
                    raise BadCase(
                        "{file}: {key}: no es un dato de la lista «{list}»", file=file, key=name, list=fact.id
                    )
                yield from self._given(item_place(owner, fact.id, ident), inner, value, file)
        yield SaidNone(owner, fact.id)

    def _table(self, top: Mapping[str, Any], key: str, file: str) -> dict[str, Any]:
        return self._as_table(top.get(key, {}), key, file)

    def _as_table(self, found: Any, key: str, file: str) -> dict[str, Any]:
        if not isinstance(found, dict):
            raise BadCase("{file}: {key}: debe ser una tabla", file=file, key=key)
        return cast(dict[str, Any], found)

    def _check_keys(self, table: Mapping[str, Any], known: Iterable[str], file: str, key: str = "") -> None:
        names = list(known)
        for name in table:
            if name not in names and name in self.facts:
                where = "de la persona" if self.facts[name].kind == Kind.LIST else "de «hechos»"
                raise BadCase(
                    "{file}: {key}: este dato no va aquí, sino dentro {where}",
                    file=file,
                    key=name,
                    where=where,
                )
            if name not in names:
                raise BadCase(
                    '{file}: {key}: no se conoce esta clave.{hint}',
                    file=file, key=f"{key}.{name}" if key else name, hint=did_you_mean(name, names),
                )  # fmt: skip


def _free_id(list_id: str, number: int, taken: set[str]) -> str:
    while f"{list_id}{number}" in taken:
        number += 1
    return f"{list_id}{number}"

"""The next question of a case: for everything that is open, or for a route, a writ or a form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from konbit.case.answers import NotKnown
from konbit.case.case import Case
from konbit.case.known import known_values, owner_of
from konbit.errors import BadArgument
from konbit.law.facts import Kind
from konbit.law.near import did_you_mean
from konbit.law.pack import Pack
from konbit.reasoning.asking import Screen, Target, next_screen
from konbit.work.office import Office


def target_of(pack: Pack, text: str) -> Target:
    """What `--for` names: `ruta:ID`, `escrito:ID`, a form, or a bare id (a route's, where it is both)."""
    kind, _, ident = text.rpartition(":")
    known = {"ruta": pack.routes, "escrito": pack.writs, "formulario": pack.forms}
    kinds = [kind] if kind else list(known)
    for name in kinds:
        if name in known and ident in known[name]:
            return Target(name, ident)
    everything = [*pack.routes, *pack.writs, *pack.forms, *known]
    raise BadArgument(
        '--for: no hay ninguna ruta, escrito o formulario "{name}".{hint}',
        key="for", name=text, hint=did_you_mean(ident, everything),
    )  # fmt: skip


def ask_next(
    office: Office, case: Case, today: date, targets: Iterable[Target] = (), *, person: str = ""
) -> Screen | None:
    """The next screen for a person of the case, or None when nothing more can help."""
    situation = office.engine.situation(known_values(case, office.pack.facts, person), today)
    return next_screen(office.engine, situation, asked_facts(office, case, person), tuple(targets))


def asked_facts(office: Office, case: Case, person: str = "") -> frozenset[str]:
    """The facts with any answer that settles the asking: a value, or a way of not knowing other than not asked."""
    ident = person or case.applicant
    found: set[str] = set()
    for fact in office.pack.facts.values():
        if fact.kind == Kind.LIST:
            answer = case.answer(owner_of(fact, ident), fact.id)
            way = answer is not None and answer.unknown not in (None, NotKnown.NOT_ASKED)
            if way or (owner_of(fact, ident), fact.id) in case.complete:
                found.add(fact.id)
        elif fact.owner in ("persona", "hogar", "causa"):
            answer = case.answer(owner_of(fact, ident), fact.id)
            if answer and answer.unknown != NotKnown.NOT_ASKED:
                found.add(fact.id)
    return frozenset(found)

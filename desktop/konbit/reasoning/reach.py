"""Which facts and deadlines an answer can change: what of a situation still stands once something else is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from konbit.law.deadlines import Deadline
from konbit.law.facts import Fact, Kind
from konbit.law.tree import And, Arithmetic, Call, Compare, Node, Not, OneOf, Or, facts_of

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one answer goes: by fact, the facts (itself included) and the deadlines that may change with it.

    Every list is among them: its items see all that is known of the person.
    """

    facts: Mapping[str, Ids]
    terms: Mapping[str, Ids]


def reach_of(facts: Mapping[str, Fact], deadlines: Mapping[str, Deadline], home_fact: str) -> Reach:
    """The reach of every fact, through derivations, closed branches and deadlines.

    home_fact: where the person lives, which says whose holidays a deadline counts.
    """
    started = {ident: _starts_from(deadline) | {home_fact} for ident, deadline in deadlines.items()}
    direct = {
        fact.id: frozenset[str]().union(
            *(_read(tree, started) for tree in (fact.derived, fact.true_if, fact.active) if tree)
        )
        for fact in facts.values()
    }
    reads = {name: _followed((name,), direct) for name in facts}
    lists = frozenset(fact.id for fact in facts.values() if fact.kind == Kind.LIST)
    term_reads = {ident: _followed(names, direct) for ident, names in started.items()}
    return Reach(
        {name: lists.union(other for other in facts if name in reads[other]) for name in facts},
        {name: frozenset(ident for ident in deadlines if name in term_reads[ident]) for name in facts},
    )


def _starts_from(deadline: Deadline) -> Ids:
    fixed = (deadline.amount_fact,) if deadline.amount_fact else ()
    return frozenset(
        (*(event.fact for event in deadline.events), *(one.fact for one in deadline.additions), *fixed)
    )


def _read(tree: Node, started: Mapping[str, Ids]) -> Ids:
    return facts_of(tree).union(*(started[term] for term in _terms_in(tree)))


def _followed(names: Iterable[str], direct: Mapping[str, Ids]) -> Ids:
    found: set[str] = set()
    ahead = set(names)
    while ahead:
        found |= ahead
        ahead = set[str]().union(*(direct[name] for name in ahead)) - found
    return frozenset(found)


def _terms_in(node: Node) -> Ids:
    match node:
        case Call(name="vence" | "vence_alternativo", subject=term):
            return frozenset((term,))
        case Call(args=args, named=named):
            inner = (*args, *(value for _, value in named))
        case And(items=inner) | Or(items=inner):
            pass
        case Not(item=item) | OneOf(item=item):
            inner = (item,)
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            inner = (left, right)
        case _:
            return frozenset()
    return frozenset[str]().union(*(_terms_in(one) for one in inner))

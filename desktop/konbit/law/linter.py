"""Doubts about a pack that loads: what a careful lawyer would send back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from konbit.law.norms import Confidence
from konbit.law.pack import Pack
from konbit.law.routes import Criterion
from konbit.law.table import Problems
from konbit.law.tree import facts_of

_NEGATION = re.compile(r"(?:No|Ning[uú]n\w*|Nunca|Nadie|Sin)\b", re.IGNORECASE)
_WEAK = (Confidence.SECONDARY, Confidence.KNOWN, Confidence.UNSURE)


def find_doubts(pack: Pack, problems: Problems) -> None:
    """Adds a problem for each doubt: unsure law that decides, weak law that relaxes, negations, circles."""
    for message in (*_unsure_law(pack), *_weak_ways(pack), *_read_as_opposite(pack), *_circles(pack)):
        problems.add(message[0], 0, message[1], message[2])


def _criteria(pack: Pack) -> Iterable[tuple[str, Criterion]]:
    groups = [("comun/requisitos.toml", pack.shared)]
    groups += [(f"{ident}/reglas.toml", rules) for ident, rules in pack.own_rules.items()]
    groups += [(f"templates/{ident}/escrito.toml", writ.rules) for ident, writ in pack.writs.items()]
    for file, rules in groups:
        for versions in rules.criteria.values():
            yield from ((file, one) for one in versions)


def _unsure_law(pack: Pack) -> Iterable[tuple[str, str, str]]:
    for file, one in _criteria(pack):
        if all(pack.norms[norm].confidence == Confidence.UNSURE for norm in one.norms):
            yield file, one.id, "descansa solo en derecho inseguro (U): puede advertir, no decidir"


def _read_as_opposite(pack: Pack) -> Iterable[tuple[str, str, str]]:
    """A negation that is not met is heard as the contrary of what is so."""
    for file, one in _criteria(pack):
        if not one.unmet and (found := _NEGATION.match(one.text)):
            yield (
                file,
                one.id,
                f"empieza con «{found[0]}» y no dice `no_cumple`: al fallar se oye lo contrario",
            )


def _weak_ways(pack: Pack) -> Iterable[tuple[str, str, str]]:
    for route in pack.routes.values():
        for way in route.ways:
            sure = any(_sure(pack, route.id, ident) for ident in way.needs)
            if not way.risky and not sure:
                yield (
                    f"{route.id}/reglas.toml",
                    way.id,
                    "abre la ruta solo con normas sin confirmar (S, K, U): va con riesgo",
                )


def _sure(pack: Pack, route: str, ident: str) -> bool:
    found: tuple[Criterion, ...] = pack.criterion(f"ruta:{route}", ident)
    return any(pack.norms[norm].confidence not in _WEAK for one in found for norm in one.norms)


def _circles(pack: Pack) -> Iterable[tuple[str, str, str]]:
    reads = {
        fact.id: frozenset[str]().union(
            *(facts_of(node) for node in (fact.derived, fact.true_if, fact.active) if node is not None)
        )
        for fact in pack.facts.values()
    }
    for start in reads:
        reached: set[str] = set()
        ahead = list(reads[start])
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                ahead += reads.get(name, ())
        if start in reached:
            yield "comun/hechos.toml", start, "se deriva de sí mismo"

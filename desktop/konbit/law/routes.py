"""Routes: the ways to papers, and the criteria, warnings and dates that decide and accompany them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from konbit.law.tree import Node


class Nature(StrEnum):
    """What kind of decision a route asks for."""

    RULED = "reglada"
    DISCRETIONARY = "discrecional"
    HISTORIC = "historica"
    INFORMATIVE = "informativa"


class Level(StrEnum):
    """How loud a warning is."""

    RED = "rojo"
    AMBER = "ambar"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One sentence a lawyer would say, in one version of the law.

    test: true when it is met. since, until: validity of this version (until excluded; None = open).
    lapses: of a bar, the last barred day. met_from: of a right that needs time, the first day on which it is met.
    only_time: time alone will meet it (`met_from` says when, if that can be known).
    of_term: of a writ, whether failing it means too late. advice: what to bring or do when it is not known.
    unmet: the sentence that is true when it is not met, where the negation of `text` is not plain; else empty.
    """

    id: str
    test: Node
    text: str
    norms: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    advice: str = ""
    unmet: str = ""
    lapses: Node | None = None
    met_from: Node | None = None
    only_time: bool = False
    of_term: bool = False


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to say when `test` holds. A risk also turns `elegible` into `elegible_con_riesgo`."""

    id: str
    test: Node
    text: str
    norms: tuple[str, ...]
    level: Level = Level.AMBER
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date a person should know. only_if: when it means anything. Of several with one id the latest known counts."""

    id: str
    when: Node
    text: str
    norms: tuple[str, ...]
    only_if: Node | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One of several ways to meet a route: all of `needs`. risky: it gives no more than `elegible_con_riesgo`."""

    id: str
    needs: tuple[str, ...]
    risky: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class PaperToBring:
    """One thing on the list of what to bring."""

    id: str
    text: str
    norms: tuple[str, ...] = ()
    only_if: Node | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """A procedure. Ids in needs, ways, unless, risks, warnings, milestones are looked up here, then in the shared ones."""

    id: str
    name: str
    plain: str
    nature: Nature
    legal_date: str
    needs: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    unless: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    where: str = ""
    fee: str = ""
    by_when: str = ""
    papers: tuple[PaperToBring, ...] = ()
    outputs: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """Criteria, risks, warnings and milestones by id; each criterion and risk in its versions, oldest first."""

    criteria: dict[str, tuple[Criterion, ...]] = field(default_factory=dict[str, tuple[Criterion, ...]])
    risks: dict[str, tuple[Warning, ...]] = field(default_factory=dict[str, tuple[Warning, ...]])
    warnings: dict[str, tuple[Warning, ...]] = field(default_factory=dict[str, tuple[Warning, ...]])
    milestones: dict[str, tuple[Milestone, ...]] = field(default_factory=dict[str, tuple[Milestone, ...]])

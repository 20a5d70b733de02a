"""The criterion tree: what a condition of the pack says, checked and with its positions.

`pos` is the 0-based column in the expression's text. Nodes are plain data; `konbit.reasoning` gives them meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

LIST_FUNCTIONS = ("suma", "cuenta", "maximo")
"""Functions over the items of a list: total, number of items, largest."""

CompareOp: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]
ArithmeticOp: TypeAlias = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True)
class FactRef:
    """The value of a fact."""

    fact: str
    pos: int = 0


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number written in the expression."""

    value: float
    pos: int = 0


@dataclass(frozen=True, slots=True)
class TruthValue:
    """`true` or `false` written in the expression."""

    value: bool
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of the fact it is compared with."""

    name: str
    pos: int = 0


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A number that the law fixes and changes: its version is picked by the legal date."""

    name: str
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    item: Node
    pos: int = 0


@dataclass(frozen=True, slots=True)
class And:
    items: tuple[Node, ...]
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Or:
    items: tuple[Node, ...]
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Compare:
    """`left op right`, of numbers, dates or choices."""

    op: CompareOp
    left: Node
    right: Node
    pos: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """`fact in {a, b}` for a choice; `a in fact` (fact of several choices) has `member` set."""

    item: Node
    names: tuple[str, ...]
    member: bool = False
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Arithmetic:
    op: ArithmeticOp
    left: Node
    right: Node
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the closed list. `subject` is the name a function takes as such (list, deadline, fact)."""

    name: str
    args: tuple[Node, ...]
    subject: str = ""
    named: tuple[tuple[str, Node], ...] = ()
    pos: int = 0


Node: TypeAlias = "FactRef | NumberValue | TruthValue | Choice | DatedValue | Not | And | Or | Compare | OneOf | Arithmetic | Call"


def facts_of(node: Node) -> frozenset[str]:
    """The facts that an expression reads, derivations not followed."""
    match node:
        case FactRef(fact=name):
            return frozenset((name,))
        case NumberValue() | TruthValue() | Choice() | DatedValue():
            return frozenset()
        case Not(item=item):
            return facts_of(item)
        case And(items=items) | Or(items=items):
            return frozenset[str]().union(*(facts_of(item) for item in items))
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return facts_of(left) | facts_of(right)
        case OneOf(item=item):
            return facts_of(item)
        case Call():
            named = (value for _, value in node.named)
            found = frozenset[str]().union(*(facts_of(item) for item in (*node.args, *named)))
            return found | {node.subject} if node.name in LIST_FUNCTIONS or node.name == "conocido" else found


def choices_in(node: Node) -> frozenset[tuple[str, str]]:
    """The (fact, choice) pairs that an expression compares."""
    match node:
        case Compare(left=FactRef(fact=fact), right=Choice(name=name)):
            return frozenset(((fact, name),))
        case OneOf(item=FactRef(fact=fact), names=names):
            return frozenset((fact, name) for name in names)
        case Not(item=item):
            return choices_in(item)
        case And(items=items) | Or(items=items):
            return frozenset[tuple[str, str]]().union(*(choices_in(item) for item in items))
        case _:
            return frozenset()

"""Criterion trees as plain lists, to keep them in a file: parsing a pack's expressions takes a fifth of loading it.

A node is `[kind, its fields…, pos]`; the kinds are those of `_READ`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from konbit.law.tree import (
    And,
    Arithmetic,
    Call,
    Choice,
    Compare,
    DatedValue,
    FactRef,
    Node,
    Not,
    NumberValue,
    OneOf,
    Or,
    TruthValue,
)

Plain = list[Any]


def plain(node: Node) -> Plain:
    """The node as lists, texts and numbers."""
    match node:
        case FactRef(fact, pos):
            return ["f", fact, pos]
        case NumberValue(value, pos):
            return ["n", value, pos]
        case TruthValue(value, pos):
            return ["t", value, pos]
        case Choice(name, pos):
            return ["c", name, pos]
        case DatedValue(name, pos):
            return ["d", name, pos]
        case Not(item, pos):
            return ["!", plain(item), pos]
        case And(items, pos):
            return ["&", [plain(item) for item in items], pos]
        case Or(items, pos):
            return ["|", [plain(item) for item in items], pos]
        case Compare(op, left, right, pos):
            return ["?", op, plain(left), plain(right), pos]
        case OneOf(item, names, member, pos):
            return ["in", plain(item), list(names), member, pos]
        case Arithmetic(op, left, right, pos):
            return ["+", op, plain(left), plain(right), pos]
        case Call(name, args, subject, named, pos):
            return ["()", name, [plain(arg) for arg in args], subject, [[k, plain(v)] for k, v in named], pos]


def node_of(found: Plain) -> Node:
    """The node that `plain` wrote. Raises KeyError, IndexError or TypeError for lists that are no node."""
    return _READ[found[0]](found)


_READ: Mapping[str, Callable[[Plain], Node]] = MappingProxyType(
    {
        "f": lambda p: FactRef(p[1], p[2]),
        "n": lambda p: NumberValue(p[1], p[2]),
        "t": lambda p: TruthValue(p[1], p[2]),
        "c": lambda p: Choice(p[1], p[2]),
        "d": lambda p: DatedValue(p[1], p[2]),
        "!": lambda p: Not(node_of(p[1]), p[2]),
        "&": lambda p: And(tuple(map(node_of, p[1])), p[2]),
        "|": lambda p: Or(tuple(map(node_of, p[1])), p[2]),
        "?": lambda p: Compare(p[1], node_of(p[2]), node_of(p[3]), p[4]),
        "in": lambda p: OneOf(node_of(p[1]), tuple(p[2]), p[3], p[4]),
        "+": lambda p: Arithmetic(p[1], node_of(p[2]), node_of(p[3]), p[4]),
        "()": lambda p: Call(
            p[1], tuple(map(node_of, p[2])), p[3], tuple((k, node_of(v)) for k, v in p[4]), p[5]
        ),
    }
)

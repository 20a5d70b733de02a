"""Reads the expressions of the pack into the criterion tree.

Python's own parser gives the shape; a whitelist over its tree gives the meaning. Nothing is ever executed.
Every error names the column and, where there is one, the near miss.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Protocol

from konbit.law.near import did_you_mean
from konbit.law.parsed import ParsedToml
from konbit.law.tree import (
    LIST_FUNCTIONS,
    And,
    Arithmetic,
    ArithmeticOp,
    Call,
    Choice,
    Compare,
    CompareOp,
    DatedValue,
    FactRef,
    Node,
    Not,
    NumberValue,
    OneOf,
    Or,
    TruthValue,
)

_COMPARE: dict[type[ast.cmpop], CompareOp] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_ARITHMETIC: dict[type[ast.operator], ArithmeticOp] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
_NAMED = ("anios", "meses", "dias", "habiles")
FUNCTIONS = {
    "edad": ("date", "date"),
    "meses_entre": ("date", "date"),
    "anios_entre": ("date", "date"),
    "dias_entre": ("date", "date"),
    "sumar": ("date",),
    "ultima": ("date", "..."),
    "region": ("comuna",),
    "suma": ("lista", "item"),
    "maximo": ("lista", "item"),
    "cuenta": ("lista", "?"),
    "vence": ("plazo",),
    "vence_alternativo": ("plazo",),
    "conocido": ("fact",),
}
"""The closed list of functions and what each takes."""

_KINDS = {
    "bool": "bool",
    "opcion": "choice",
    "opciones": "choices",
    "entero": "number",
    "decimal": "number",
    "fecha": "date",
    "fecha_parcial": "date",
    "fecha_hora": "date",
    "pais": "choice",
    "comuna": "comuna",
    "lista": "lista",
}


class ExpressionError(ValueError):
    """What is wrong with an expression, in Spanish, with its 1-based column."""


class Named(Protocol):
    """What the parser needs to know of a fact."""

    @property
    def kind(self) -> str: ...
    @property
    def choices(self) -> Mapping[str, str]: ...
    @property
    def owner(self) -> str: ...


_EDITION = 1
"""Goes up when the same expression is to give another tree."""


@dataclass(frozen=True)
class Scope:
    """The names an expression may use: facts, deadlines, country codes, dated values."""

    facts: Mapping[str, Named]
    deadlines: Collection[str] = ()
    countries: Collection[str] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """Dated values by id: `number` or `date`."""
    allow_known: bool = False
    """Whether `conocido` may stand here: never in a criterion, where it would let silence decide."""
    read: dict[tuple[str, str], Node] = field(
        default_factory=dict[tuple[str, str], "Node"], compare=False, repr=False
    )
    """Trees by text and type: a quarter of a pack's expressions stand in it more than once."""
    kept: ParsedToml | None = field(default=None, compare=False, repr=False)
    """Where trees are kept between two loads."""

    @cached_property
    def mark(self) -> str:
        """Stands for everything that the meaning of an expression hangs on, and for what this module makes of it."""
        facts = [(name, str(f.kind), *f.choices, f.owner) for name, f in self.facts.items()]
        told = (
            _EDITION,
            facts,
            sorted(self.deadlines),
            sorted(self.countries),
            self.values,
            self.allow_known,
        )
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def parse(text: str, scope: Scope, wants: str = "bool") -> Node:
    """The tree of `text`, whose value is of the type `wants` (bool, number, date, choice or any).

    Raises ExpressionError.
    """
    node = scope.read.get((text, wants))
    if node is None:
        if scope.kept:
            node = scope.kept.tree(scope.mark, f"{wants} {text}", lambda: _parsed(text, scope, wants))
        else:
            node = _parsed(text, scope, wants)
        scope.read[text, wants] = node
    return node


def _parsed(text: str, scope: Scope, wants: str) -> Node:
    flat = " ".join(text.split())
    try:
        shape = ast.parse(flat, mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"no se entiende la expresión (columna {error.offset or 1}): {flat}") from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError(f"no se entiende la expresión: {flat[:80]}") from None
    node, kind = _Reader(scope).read(shape)
    if kind == "name":
        assert isinstance(node, Choice)
        raise _fail(shape, _unknown(node.name, scope))
    if wants != "any" and kind != wants:
        raise _fail(shape, f"se espera un valor de tipo {wants} y este es de tipo {kind}")
    return node


def _fail(place: ast.AST, message: str) -> ExpressionError:
    return ExpressionError(f"{message} (columna {getattr(place, 'col_offset', 0) + 1})")


def _unknown(name: str, scope: Scope) -> str:
    return f'no hay ningún hecho "{name}"{did_you_mean(name, scope.facts)}'


class _Reader:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def read(self, place: ast.expr) -> tuple[Node, str]:
        """The node and its type: bool number date choice choices comuna text lista, or `name` if unresolved."""
        pos = place.col_offset
        if isinstance(place, ast.Name):  # these two first: they are three quarters of all
            return self.name(place.id, pos)
        if isinstance(place, ast.Compare):
            return self.comparison(place)
        match place:
            case ast.BoolOp(op=op, values=values):
                items = tuple(self.boolean(value) for value in values)
                return (And(items, pos) if isinstance(op, ast.And) else Or(items, pos)), "bool"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.boolean(operand), pos), "bool"
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return NumberValue(-float(number), pos), "number"
            case ast.Constant(value=bool() as truth):
                return TruthValue(truth, pos), "bool"
            case ast.Constant(value=int() | float() as number):
                return NumberValue(float(number), pos), "number"
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
                return Arithmetic(_ARITHMETIC[type(op)], self.number(left), self.number(right), pos), "number"
            case ast.Call(func=ast.Name(id=name)):
                return self.call(name, place)
            case _:
                raise _fail(place, f"esta forma no se admite: {ast.unparse(place)}")

    def name(self, name: str, pos: int) -> tuple[Node, str]:
        if name in ("true", "false"):
            return TruthValue(name == "true", pos), "bool"
        if name in self.scope.values:
            return DatedValue(name, pos), self.scope.values[name]
        fact = self.scope.facts.get(name)
        if fact is None:
            return Choice(name, pos), "name"
        return FactRef(name, pos), _KINDS.get(str(fact.kind), "text")

    def typed(self, place: ast.expr, wants: str) -> Node:
        node, kind = self.read(place)
        if kind == "name" and isinstance(node, Choice):
            raise _fail(place, _unknown(node.name, self.scope))
        if kind != wants:
            raise _fail(place, f"se espera un valor de tipo {wants} y este es de tipo {kind}")
        return node

    def boolean(self, place: ast.expr) -> Node:
        return self.typed(place, "bool")

    def number(self, place: ast.expr) -> Node:
        return self.typed(place, "number")

    def comparison(self, place: ast.Compare) -> tuple[Node, str]:
        left = place.left
        parts: list[Node] = []
        for op, right in zip(place.ops, place.comparators, strict=True):
            parts.append(self.compared(left, op, right))
            left = right
        return (parts[0] if len(parts) == 1 else And(tuple(parts), place.col_offset)), "bool"

    def compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Node:
        if isinstance(op, ast.In | ast.NotIn):
            node = self.membership(left, right)
            return node if isinstance(op, ast.In) else Not(node, left.col_offset)
        if type(op) not in _COMPARE:
            raise _fail(left, "esta comparación no se admite")
        sign = _COMPARE[type(op)]
        (a, a_kind), (b, b_kind) = self.read(left), self.read(right)
        if a_kind == "choice" and b_kind == "name" and sign in ("==", "!="):
            assert isinstance(b, Choice)
            self.check_choice(a, b.name, right)
        elif "name" in (a_kind, b_kind):
            bad = a if a_kind == "name" else b
            assert isinstance(bad, Choice)
            raise _fail(left if bad is a else right, _unknown(bad.name, self.scope))
        elif a_kind != b_kind or a_kind not in ("number", "date", "choice"):
            raise _fail(left, f"no se comparan {a_kind} y {b_kind}")
        elif a_kind == "choice" and sign not in ("==", "!="):
            raise _fail(left, "las opciones no tienen orden")
        return Compare(sign, a, b, left.col_offset)

    def membership(self, left: ast.expr, right: ast.expr) -> Node:
        if isinstance(right, ast.Set):
            node, kind = self.read(left)
            if kind != "choice":
                raise _fail(left, "a la izquierda de «in {…}» va un hecho de una opción")
            names: list[str] = []
            for item in right.elts:
                if not isinstance(item, ast.Name):
                    raise _fail(item, "dentro de { } van nombres de opciones")
                self.check_choice(node, item.id, item)
                names.append(item.id)
            return OneOf(node, tuple(names), False, left.col_offset)
        node, kind = self.read(right)
        if kind != "choices" or not isinstance(left, ast.Name):
            raise _fail(right, "a la derecha de «in» va { } o un hecho de varias opciones")
        self.check_choice(node, left.id, left)
        return OneOf(node, (left.id,), True, left.col_offset)

    def check_choice(self, node: Node, name: str, place: ast.expr) -> None:
        if not isinstance(node, FactRef):
            raise _fail(place, "a la izquierda de una opción va un hecho")
        fact = self.scope.facts[node.fact]
        known: Collection[str] = self.scope.countries if str(fact.kind) == "pais" else fact.choices
        if name not in known:
            raise _fail(place, f'"{name}" no es una opción de {node.fact}{did_you_mean(name, known)}')

    def call(self, name: str, place: ast.Call) -> tuple[Node, str]:
        takes = FUNCTIONS.get(name)
        if takes is None:
            raise _fail(place, f'no hay ninguna función "{name}"{did_you_mean(name, FUNCTIONS)}')
        pos = place.col_offset
        named = tuple(self.keyword(name, word) for word in place.keywords)
        least = sum(1 for what in takes if what not in ("?", "..."))
        if len(place.args) < least or (takes[-1] != "..." and len(place.args) > len(takes)):
            raise _fail(place, f"{name} toma {least} valor(es) y aquí hay {len(place.args)}")
        if name in ("vence", "vence_alternativo"):
            subject = self.plain_name(place.args[0])
            if subject not in self.scope.deadlines:
                known = self.scope.deadlines
                raise _fail(place, f'no hay ningún plazo "{subject}"{did_you_mean(subject, known)}')
            return Call(name, (), subject, named, pos), "date"
        if name == "conocido":
            subject = self.plain_name(place.args[0])
            if not self.scope.allow_known:
                raise _fail(place, "«conocido» no puede estar en un criterio")
            if subject not in self.scope.facts:
                raise _fail(place, _unknown(subject, self.scope))
            return Call(name, (), subject, named, pos), "bool"
        if name in LIST_FUNCTIONS:
            return self.over_list(name, place), "number"
        wants = takes[0]
        args = tuple(self.typed(arg, wants) for arg in place.args)
        kind = {"sumar": "date", "ultima": "date", "region": "text"}.get(name, "number")
        return Call(name, args, "", named, pos), kind

    def over_list(self, name: str, place: ast.Call) -> Node:
        subject = self.plain_name(place.args[0])
        fact = self.scope.facts.get(subject)
        if fact is None:
            raise _fail(place.args[0], _unknown(subject, self.scope))
        kind = _KINDS.get(str(fact.kind), "text")
        if kind not in ("lista", "choices") or (kind == "choices" and len(place.args) > 1):
            raise _fail(place.args[0], f"{subject} no es una lista")
        args = tuple(self.boolean(arg) if name == "cuenta" else self.number(arg) for arg in place.args[1:])
        return Call(name, args, subject, (), place.col_offset)

    def keyword(self, name: str, word: ast.keyword) -> tuple[str, Node]:
        if name != "sumar" or word.arg not in _NAMED:
            known = _NAMED if name == "sumar" else ()
            raise _fail(word.value, f'{name} no tiene "{word.arg}"{did_you_mean(word.arg or "", known)}')
        return word.arg, self.number(word.value)

    def plain_name(self, place: ast.expr) -> str:
        if not isinstance(place, ast.Name):
            raise _fail(place, "aquí va un nombre")
        return place.id

"""A condition of the pack as a lawyer reads it: the facts by their labels, the choices by theirs, in plain Spanish."""

from __future__ import annotations

from collections.abc import Mapping

from konbit.law.deadlines import Deadline
from konbit.law.facts import Fact, Kind
from konbit.law.places import Country
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

_COMPARED = {
    "==": "es", "!=": "no es", "<": "es menor que", "<=": "es a lo más",
    ">": "es mayor que", ">=": "es al menos",
}  # fmt: skip
_COMPARED_DAYS = {
    "==": "es el mismo día que", "!=": "no es el mismo día que", "<": "es antes de",
    "<=": "no es después de", ">": "es después de", ">=": "no es antes de",
}  # fmt: skip
_UNITS = {"anios": "años", "meses": "meses", "dias": "días", "habiles": "días hábiles"}
_SUMS = {"+": "más", "-": "menos", "*": "por", "/": "dividido por"}


class InWords:
    """Reads conditions aloud with one pack's labels."""

    def __init__(
        self, facts: Mapping[str, Fact], deadlines: Mapping[str, Deadline], countries: Mapping[str, Country]
    ) -> None:
        self._facts, self._deadlines, self._countries = facts, deadlines, countries

    def __call__(self, node: Node) -> str:
        """The whole condition."""
        return self._said(node, inside=False)

    def _said(self, node: Node, inside: bool = True) -> str:
        match node:
            case TruthValue(value=value):
                return "siempre" if value else "nunca"
            case FactRef(fact=fact):
                return self._label(fact)
            case NumberValue(value=value):
                return f"{value:g}"
            case Choice(name=name):
                return f"«{name}»"
            case DatedValue(name=name):
                return f"el valor legal «{name}»"
            case Not(item=FactRef(fact=fact)):
                return f"NO {self._label(fact)}"
            case Not(item=item):
                return f"no se cumple que ({self._said(item, inside=False)})"
            case And(items=items):
                return self._joined(" y ", items, inside)
            case Or(items=items):
                return self._joined(" o ", items, inside)
            case Compare():
                return self._compared(node)
            case OneOf(item=FactRef(fact=fact), names=names, member=member):
                word = "incluye" if member else "es" if len(names) == 1 else "es alguno de:"
                return f"{self._label(fact)} {word} {', '.join(self._choice(fact, name) for name in names)}"
            case OneOf(item=item, names=names):
                return f"{self._said(item)} es alguno de: {', '.join(names)}"
            case Arithmetic(op=op, left=left, right=right):
                return f"{self._said(left)} {_SUMS[op]} {self._said(right)}"
            case Call():
                return self._called(node)

    def _joined(self, word: str, items: tuple[Node, ...], inside: bool) -> str:
        text = word.join(self._said(item) for item in items)
        return f"({text})" if inside else text

    def _compared(self, node: Compare) -> str:
        left = self._said(node.left)
        if isinstance(node.left, FactRef) and isinstance(node.right, Choice):
            return f"{left} {_COMPARED[node.op]} {self._choice(node.left.fact, node.right.name)}"
        words = _COMPARED_DAYS if self._is_day(node.left) or self._is_day(node.right) else _COMPARED
        return f"{left} {words[node.op]} {self._said(node.right)}"

    def _is_day(self, node: Node) -> bool:
        match node:
            case FactRef(fact=fact):
                return self._facts[fact].kind in (Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)
            case Call(name=name):
                return name in ("sumar", "ultima", "vence", "vence_alternativo")
            case _:
                return False

    def _called(self, node: Call) -> str:
        args = [self._said(arg) for arg in node.args]
        match node.name:
            case "vence" | "vence_alternativo":
                name = self._deadlines[node.subject].name
                last = "el último día" if node.name == "vence" else "el último día, en la lectura más larga,"
                return f"{last} del plazo «{name}»"
            case "sumar":
                return args[0] + "".join(self._moved(unit, value) for unit, value in node.named)
            case "edad":
                return f"la edad según {' al día '.join(args)}"
            case "meses_entre" | "anios_entre" | "dias_entre":
                unit = _UNITS[node.name.partition("_")[0]]
                return f"los {unit} entre {' y '.join(args)}"
            case "ultima":
                return f"la última de estas fechas: {', '.join(args)}"
            case "conocido":
                return f"se sabe {self._label(node.subject)}"
            case "cuenta":
                those = f" en que {args[0]}" if args else ""
                return f"cuántos hay en {self._label(node.subject)}{those}"
            case "suma":
                return f"la suma de {args[0]} en {self._label(node.subject)}"
            case "maximo":
                return f"el mayor {args[0]} en {self._label(node.subject)}"
            case _:
                return f"{node.name} de {', '.join(args)}"

    def _moved(self, unit: str, value: Node) -> str:
        back = isinstance(value, NumberValue) and value.value < 0
        amount = NumberValue(-value.value) if isinstance(value, NumberValue) and back else value
        return f" {'menos' if back else 'más'} {self._said(amount)} {_UNITS.get(unit, unit)}"

    def _label(self, fact: str) -> str:
        return f"«{self._facts[fact].label}»"

    def _choice(self, fact: str, name: str) -> str:
        country = self._countries.get(name) if self._facts[fact].kind == Kind.COUNTRY else None
        return f"«{country.name if country else self._facts[fact].choices.get(name, name)}»"

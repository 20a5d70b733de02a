"""OpenFisca on the criteria of `bench check`: run by an interpreter that has it, never imported by Konbit.

Speaks JSON lines: first the law, then people by columns; answers each with the seconds its vectorised evaluation took,
read from rows and from arrays that stand ready, and who meets each route. A fact that is not known takes OpenFisca's
default (false, the first choice, 0, 1970), for it knows no other.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from datetime import date
from functools import reduce
from itertools import chain
from operator import and_, ge, gt, itemgetter, le, lt, or_
from typing import Any

PERIOD = "2026-01"
BLOCK = 200
OPS: dict[str, Any] = {"<": lt, "<=": le, ">": gt, ">=": ge}


class Peer:
    """The law of one run as an OpenFisca tax and benefit system: a variable a fact, a formula a route."""

    def __init__(self, law: dict[str, Any]) -> None:
        self.np: Any = importlib.import_module("numpy")
        entities: Any = importlib.import_module("openfisca_core.entities")
        self.enums: Any = importlib.import_module("openfisca_core.indexed_enums")
        self.builder: Any = importlib.import_module("openfisca_core.simulations").SimulationBuilder
        self.variable: Any = importlib.import_module("openfisca_core.variables").Variable
        systems: Any = importlib.import_module("openfisca_core.taxbenefitsystems")
        self.month: Any = importlib.import_module("openfisca_core.periods").DateUnit.MONTH
        self.person = entities.build_entity(key="person", plural="people", label="", is_person=True)
        self.system = systems.TaxBenefitSystem([self.person])
        self.ready: int = law["ready"]
        self.kinds: dict[str, str] = law["facts"]
        self.choices: Any = self.enums.Enum("Choices", {one: one for one in law["choices"]})
        for name, kind in self.kinds.items():
            self.add(name, **self.types(kind))
        self.routes: list[str] = list(law["routes"])
        for name, trees in law["routes"].items():
            self.add(name, value_type=bool, formula=self.all_of([self.compiled(tree) for tree in trees]))
        first = law["choices"][0]
        self.defaults = {"bool": False, "opcion": first, "entero": 0, "fecha": "1970-01-01"}

    def types(self, kind: str) -> dict[str, Any]:
        if kind == "opcion":
            return {
                "value_type": self.enums.Enum,
                "possible_values": self.choices,
                "default_value": next(iter(self.choices)),
            }
        return {"value_type": {"bool": bool, "entero": int, "fecha": date}[kind]}

    def add(self, name: str, **attributes: Any) -> None:
        base = {"entity": self.person, "definition_period": self.month, "label": name}
        self.system.add_variable(type(name, (self.variable,), {**base, **attributes}))

    @staticmethod
    def all_of(tests: list[Any]) -> Any:
        def formula(person: Any, period: Any) -> Any:
            return reduce(and_, [test(person, period) for test in tests])

        return formula

    def compiled(self, tree: list[Any]) -> Any:
        """A condition as a function of a population and a period, over whole arrays."""
        head, *rest = tree
        if head == "fact":
            return lambda person, period, name=rest[0]: person(name, period)
        if head == "not":
            inner = self.compiled(rest[0])
            return lambda person, period: ~inner(person, period)
        if head in ("and", "or"):
            parts, join = [self.compiled(one) for one in rest], and_ if head == "and" else or_
            return lambda person, period: reduce(join, [part(person, period) for part in parts])
        if head in ("is", "is_not", "in"):
            name, *names = rest
            wanted = [self.choices[one] for one in names]
            if head == "is_not":
                return lambda person, period: person(name, period) != wanted[0]
            return lambda person, period: reduce(or_, [person(name, period) == one for one in wanted])
        left, right = (self.measure(one) for one in rest)
        return lambda person, period, op=OPS[head]: op(left(person, period), right(person, period))

    def measure(self, tree: Any) -> Any:
        if isinstance(tree, list):
            return lambda person, period, name=tree[1]: person(name, period)
        constant = self.np.datetime64(tree) if isinstance(tree, str) else tree
        return lambda _person, _period: constant

    def arrays(self, rows: list[dict[str, Any]]) -> dict[str, Any]:
        """The columns of some rows: a block of rows at a time, which is what is fastest."""
        blank = {name: self.defaults[kind] for name, kind in self.kinds.items()}
        pick = itemgetter(*blank)
        blocks = [
            list(zip(*[pick(blank | row) for row in rows[start : start + BLOCK]], strict=True))
            for start in range(0, len(rows), BLOCK)
        ]
        columns = (list(chain.from_iterable(parts)) for parts in zip(*blocks, strict=True))
        return {
            name: self.array(self.kinds[name], values) for name, values in zip(blank, columns, strict=True)
        }

    def array(self, kind: str, values: list[Any]) -> Any:
        np = self.np
        if kind == "opcion":
            return self.choices.encode(np.array(values))
        return np.array(values, dtype={"bool": bool, "entero": np.int32, "fecha": "datetime64[D]"}[kind])

    def met(self, arrays: dict[str, Any], count: int) -> list[Any]:
        """Of each route, the array of who meets it."""
        simulation = self.builder().build_default_simulation(self.system, count=count)
        for name, values in arrays.items():
            simulation.set_input(name, PERIOD, values)
        return [simulation.calculate(name, PERIOD) for name in self.routes]

    def timed(self, arrays: dict[str, Any], count: int) -> float:
        gc.collect()
        begin = time.perf_counter()
        self.met(arrays, count)
        return time.perf_counter() - begin

    def answer(self, columns: dict[str, list[Any]]) -> dict[str, Any]:
        """Evaluates people both ways, timed."""
        rows = [
            {name: value for name, value in zip(columns, row, strict=True) if value is not None}
            for row in zip(*columns.values(), strict=True)
        ]
        gc.collect()
        begin = time.perf_counter()
        found = self.met(self.arrays(rows), len(rows))
        from_rows = time.perf_counter() - begin
        arrays = self.arrays(rows)
        return {
            "rows": from_rows,
            "columns": min(self.timed(arrays, len(rows)) for _ in range(self.ready)),
            "met": [self.np.packbits(one, bitorder="little").tobytes().hex() for one in found],
        }


def say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answers on standard output until standard input ends."""
    try:
        version = importlib.import_module("importlib.metadata").version("OpenFisca-Core")
        peer = Peer(json.loads(sys.stdin.readline()))
    except ImportError as error:
        say({"absent": str(error)})
        return
    say({"version": version})
    for line in sys.stdin:
        say(peer.answer(json.loads(line)))


if __name__ == "__main__":
    main()

"""Verdicts of many persons at once, beside OpenFisca on equal criteria where some interpreter has it.

Both start from the same rows in memory and end with who meets each of 12 routes; ours also says what each person lacks.
Runs alternate and the ratio is the median over the pairs: above 1 we are the faster. `from_columns` leaves the reading
of rows out on both sides; as it takes a few milliseconds only, the best of five counts.
"""

from __future__ import annotations

import gc
import json
import secrets
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from konbit.bench.made_law import CHOICES, MadeLaw, PackPeople, made_columns, made_law, people_of
from konbit.law.facts import Kind
from konbit.law.tree import And, Choice, Compare, FactRef, Node, Not, NumberValue, OneOf, Or
from konbit.reasoning.engine import Engine
from konbit.reasoning.many_verdicts import ManyJudge, RouteColumns
from konbit.reasoning.outcomes import Outcome
from konbit.reasoning.roster import Roster
from konbit.reasoning.verdicts import judge_route

PERSONS = 20_000
PAIRS, READY = 7, 5
OWN_PERSONS, OWN_SINGLY = 4_000, 150
UNKNOWN = {"all_known": 0.0, "unknown_20": 0.2}
PEER = Path(__file__).with_name("openfisca_peer.py")


def bench_many(engine: Engine, today: date, peer_python: str | None = None) -> dict[str, Any]:
    """The figures of both: persons a second and ratios. peer_python: an interpreter that has OpenFisca."""
    seed = secrets.randbits(32)
    random = Random(seed)
    law = made_law(engine.pack, random)
    with _peer(law, peer_python or _own_python()) as (peer, state):
        levels = {label: _level(law, random, today, share, peer) for label, share in UNKNOWN.items()}
    return {
        "persons": PERSONS,
        "seed": seed,
        "openfisca": state,
        **levels,
        "own_pack": _own_pack(engine, random, today),
    }


def _level(
    law: MadeLaw, random: Random, today: date, unknown: float, peer: Callable[[Any], dict[str, Any]] | None
) -> dict[str, Any]:
    judge = ManyJudge(Engine(law.pack))
    ours: dict[str, list[float]] = {"rows": [], "columns": []}
    theirs: dict[str, list[float]] = {"rows": [], "columns": []}
    same, denied = True, 0
    for turn in range(PAIRS + 1):
        columns = made_columns(law, random, PERSONS, unknown)
        people = people_of(columns)
        answer = peer(_plain(columns)) if peer else None
        found, seconds = _timed(lambda p=people: judge.verdicts(p, today))
        roster = Roster.of_people(people)
        judge.verdicts(roster, today)
        ready = min(_timed(lambda r=roster: judge.verdicts(r, today))[1] for _ in range(READY))
        if not turn:
            continue
        ours["rows"].append(seconds)
        ours["columns"].append(ready)
        if answer:
            theirs["rows"].append(answer["rows"])
            theirs["columns"].append(answer["columns"])
            met = [int.from_bytes(bytes.fromhex(one), "little") for one in answer["met"]]
            same = same and all(
                one.outcomes.get(Outcome.ELIGIBLE, 0) == those
                for one, those in zip(found.values(), met, strict=True)
            )
            denied += sum(
                _open(one) & ~those for one, those in zip(found.values(), met, strict=True)
            ).bit_count()
    figures: dict[str, Any] = {f"konbit_from_{name}": _rate(times) for name, times in ours.items()}
    if theirs["rows"]:
        figures |= {f"openfisca_from_{name}": _rate(times) for name, times in theirs.items()}
        figures |= {
            "ratio": _ratio(theirs["rows"], ours["rows"]),
            "ratio_from_columns": _ratio(theirs["columns"], ours["columns"]),
        }
        figures |= {"same_verdicts": same} if not unknown else {"open_but_denied_by_openfisca": denied}
    return figures


def _own_pack(engine: Engine, random: Random, today: date) -> dict[str, Any]:
    """The shipped pack on people drawn at random: at once and one by one."""
    judge = ManyJudge(engine)
    made = PackPeople(engine.pack, random, today)
    people = [made.person(0.2) for _ in range(OWN_PERSONS)]
    found, at_once = _timed(lambda: judge.verdicts(people, today))

    def one_by_one() -> list[tuple[tuple[str, ...], ...]]:
        situations = [engine.situation(given, today) for given in people[:OWN_SINGLY]]
        return [
            tuple(judge_route(engine, ident, one, explain=False).missing for ident in engine.pack.routes)
            for one in situations
        ]

    singly, seconds = _timed(one_by_one)
    same = all(
        tuple(one.of(person).missing for one in found.values()) == missing
        for person, missing in enumerate(singly)
    )
    return {
        "persons": OWN_PERSONS,
        "routes": len(found),
        "at_once_per_s": round(OWN_PERSONS / at_once),
        "one_by_one_per_s": round(OWN_SINGLY / seconds),
        "same_missing_facts": same,
    }


def _timed(job: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    begin = time.perf_counter()
    found = job()
    return found, time.perf_counter() - begin


def _rate(seconds: list[float]) -> int:
    """Persons a second, of the median run."""
    return round(PERSONS / statistics.median(seconds))


def _ratio(theirs: list[float], ours: list[float]) -> dict[str, float]:
    """How many times faster we are, pair by pair."""
    pairs = sorted(a / b for a, b in zip(theirs, ours, strict=True))
    return {
        "min": round(pairs[0], 3),
        "median": round(statistics.median(pairs), 3),
        "max": round(pairs[-1], 3),
    }


def _open(verdicts: RouteColumns) -> int:
    """The persons to whom we say that something is missing."""
    return verdicts.outcomes.get(Outcome.MISSING, 0)


@contextmanager
def _peer(law: MadeLaw, python: str) -> Iterator[tuple[Callable[[Any], dict[str, Any]] | None, str]]:
    """What answers people by columns, or None; and the peer's version, or why it is absent."""
    if not python:
        yield None, "ausente: un programa empaquetado necesita --peer-python"
        return
    try:
        process = subprocess.Popen(
            [python, str(PEER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    except OSError as error:
        yield None, f"ausente: {error}"
        return
    assert process.stdin and process.stdout
    asked, answered = process.stdin, process.stdout

    def ask(what: Any) -> dict[str, Any]:
        try:
            asked.write(json.dumps(what) + "\n")
            asked.flush()
            return json.loads(answered.readline() or '{"absent": "terminó sin responder"}')
        except BrokenPipeError:
            return {"absent": "terminó sin responder"}

    with process:
        try:
            greeting = ask(_law_as_lists(law))
            if "version" in greeting:
                yield ask, greeting["version"]
            else:
                yield None, f"ausente: {greeting['absent']}"
        finally:
            with suppress(BrokenPipeError):
                asked.close()


def _own_python() -> str:
    return "" if getattr(sys, "frozen", False) else sys.executable


def _law_as_lists(law: MadeLaw) -> dict[str, Any]:
    return {
        "choices": CHOICES,
        "ready": READY,
        "facts": {fact.id: str(fact.kind) for fact in law.facts if fact.id != law.pack.home_fact},
        "routes": {ident: [_as_list(law, tree) for tree in trees] for ident, trees in law.conditions.items()},
    }


def _as_list(law: MadeLaw, node: Node) -> list[Any]:
    match node:
        case FactRef(fact=name):
            return ["fact", name]
        case Not(item=item):
            return ["not", _as_list(law, item)]
        case And(items=items) | Or(items=items):
            return ["and" if isinstance(node, And) else "or", *(_as_list(law, item) for item in items)]
        case OneOf(item=FactRef(fact=name), names=names):
            return ["in", name, *names]
        case Compare(op=op, left=FactRef(fact=name), right=Choice(name=choice)):
            return ["is" if op == "==" else "is_not", name, choice]
        case Compare(op=op, left=FactRef(fact=name), right=NumberValue(value=number)):
            is_day = law.pack.facts[name].kind == Kind.DATE
            return [op, ["fact", name], date.fromordinal(int(number)).isoformat() if is_day else number]
        case Compare(op=op, left=FactRef(fact=name), right=FactRef(fact=other)):
            return [op, ["fact", name], ["fact", other]]
        case _:
            raise TypeError(node)


def _plain(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {
        name: [one.isoformat() if isinstance(one, date) else one for one in values]
        for name, values in columns.items()
    }

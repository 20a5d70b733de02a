"""After filing: the ways a paper is handed in, how it can end, and the date that starts the next deadline."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from konbit.law.deadlines import Deadline
from konbit.law.facts import Fact
from konbit.law.near import did_you_mean
from konbit.law.table import Problems, Table

ANY_ROUTE = "ruta:*"


@dataclass(frozen=True, slots=True)
class Following:
    """A date to note. of: what was filed (`ruta:ID`, `escrito:ID`, `ruta:*`). results: after which of them; empty =
    on filing. fact: the date that a deadline runs from."""

    of: tuple[str, ...]
    results: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class FilingWords:
    """channels, results: Spanish words by id, in the order of the file."""

    channels: Mapping[str, str]
    results: Mapping[str, str]
    following: tuple[Following, ...]

    def next_facts(self, what: str, result: str = "") -> tuple[str, ...]:
        """The dates to note for something filed; with `result`, those its end adds. `what` as `ruta:ID`."""
        keys = (what, ANY_ROUTE) if what.startswith("ruta:") else (what,)
        return tuple(
            dict.fromkeys(
                one.fact
                for one in self.following
                if any(key in one.of for key in keys)
                and (result in one.results if result else not one.results)
            )
        )


def load_filings(
    root: Path,
    facts: Mapping[str, Fact],
    deadlines: Mapping[str, Deadline],
    targets: Collection[str],
    problems: Problems,
) -> FilingWords:
    """Reads `comun/presentaciones.toml`. targets: what can be filed, as `ruta:ID` and `escrito:ID`."""
    top = Table.of_file(root / "comun" / "presentaciones.toml", root, problems)
    if top is None:
        return FilingWords({}, {}, ())
    channels, results = _words(top, "canal"), _words(top, "resultado")
    starts = {event.fact for deadline in deadlines.values() for event in deadline.events}
    following: list[Following] = []
    for table in top.tables("sigue"):
        one = Following(table.texts("de", required=True), table.texts("resultado"), table.text("hecho"))
        for what in one.of:
            if what != ANY_ROUTE and what not in targets:
                table.problem("de", f'no hay nada llamado "{what}"{did_you_mean(what, targets)}')
        for result in one.results:
            if result not in results:
                table.problem("resultado", f'"{result}" no es un resultado{did_you_mean(result, results)}')
        if one.fact and one.fact not in facts:
            table.problem("hecho", f'no hay ningún hecho "{one.fact}"{did_you_mean(one.fact, facts)}')
        elif one.fact and one.fact not in starts:
            table.problem("hecho", f'ningún plazo corre desde "{one.fact}"{did_you_mean(one.fact, starts)}')
        following.append(one)
        table.finish()
    top.finish()
    return FilingWords(channels, results, tuple(following))


def _words(top: Table, key: str) -> dict[str, str]:
    table = top.table(key)
    if not table.data:
        top.problem("", f'falta "{key}"')
    return {ident: table.text(ident) for ident in table.data}

"""After filing: the ways a paper is handed in, how it can end, and the date that starts the next deadline."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from konbit.law.deadlines import Deadline
from konbit.law.facts import Fact
from konbit.law.near import did_you_mean
from konbit.law.norms import Confidence
from konbit.law.table import Problems, Table

ANY_ROUTE = "ruta:*"
_MEGABYTE = 1_000_000
"""The smaller reading of "MB": a file that fits it fits the other one too."""


@dataclass(frozen=True, slots=True)
class Following:
    """A date to note. of: what was filed (`ruta:ID`, `escrito:ID`, `ruta:*`). results: after which of them; empty =
    on filing. fact: the date that a deadline runs from."""

    of: tuple[str, ...]
    results: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class FileRule:
    """What a portal takes. court: it is for writs to a court, otherwise to an authority; except_for: ids of writs that
    do not go there. formats: file endings without the dot; empty = not known. most_bytes: None = nobody has read it."""

    channel: str
    court: bool
    except_for: tuple[str, ...]
    formats: tuple[str, ...]
    most_bytes: int | None
    source: str
    verified: date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class FilingWords:
    """channels, results: Spanish words by id, in the order of the file. files: what each portal takes."""

    channels: Mapping[str, str]
    results: Mapping[str, str]
    following: tuple[Following, ...]
    files: tuple[FileRule, ...] = ()

    def file_rule(self, writ: str, *, court: bool) -> FileRule | None:
        """What the portal takes where a writ is filed; None where it goes to none."""
        return next(
            (one for one in self.files if one.court is court and writ not in one.except_for),
            None,
        )

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
    files = tuple(_file_rule(table, channels, targets) for table in top.tables("archivo"))
    top.finish()
    return FilingWords(channels, results, tuple(following), files)


def _file_rule(table: Table, channels: Collection[str], targets: Collection[str]) -> FileRule:
    channel, court = table.text("canal"), table.word("para", ("tribunal", "autoridad")) == "tribunal"
    if channel and channel not in channels:
        table.problem("canal", f'"{channel}" no es una forma de presentar{did_you_mean(channel, channels)}')
    writs = [what.partition(":")[2] for what in targets if what.startswith("escrito:")]
    except_for = table.texts("salvo")
    for writ in except_for:
        if writ not in writs:
            table.problem("salvo", f'no hay ningún escrito "{writ}"{did_you_mean(writ, writs)}')
    most = table.number("maximo_mb") if "maximo_mb" in table.data else None
    if most is not None and most <= 0:
        table.problem("maximo_mb", "debe ser mayor que cero")
    confidence = Confidence(table.word("confianza", tuple(Confidence)))
    verified = table.day("verificado")
    if most is not None and (confidence is Confidence.UNSURE or verified is None):
        table.problem("maximo_mb", 'un límite lleva "verificado" y una confianza que no sea U')
    rule = FileRule(
        channel,
        court,
        except_for,
        table.texts("formatos"),
        None if most is None else int(most * _MEGABYTE),
        table.text("fuente"),
        verified,
        confidence,
    )
    table.finish()
    return rule


def _words(top: Table, key: str) -> dict[str, str]:
    table = top.table(key)
    if not table.data:
        top.problem("", f'falta "{key}"')
    return {ident: table.text(ident) for ident in table.data}

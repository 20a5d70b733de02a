"""What an answer would change, in sentences: routes and writs that open or close, dates that move, answers put aside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from konbit.law.pack import Pack
from konbit.window.pack_words import day_in_words, listed, of_pack
from konbit.window.parts.lettering import Say
from konbit.window.parts.signs import Sign
from konbit.work.what_if import Consequences, RouteChange, TermChange

_OPEN = ("elegible", "elegible_con_riesgo", "solicitable", "procede", "procede_con_riesgo")
_RISKY = ("elegible_con_riesgo", "procede_con_riesgo")
_ASKED = ("falta_informacion",)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that would change: sign, tone of the sign, sentence. weight: the lowest is told first."""

    sign: Sign
    tone: str
    say: Say
    weight: int


def change_lines(pack: Pack, found: Consequences, first: Collection[str] = ()) -> list[ChangeLine]:
    """Everything that would change, what matters most first. first: ids of the routes and writs asked for."""
    lines = [_term(pack, one) for one in found.terms if pack.deadlines[one.deadline].runs_for == "persona"]
    for group, names in (
        (found.writs, {ident: writ.name for ident, writ in pack.writs.items()}),
        (found.routes, {ident: route.name for ident, route in pack.routes.items()}),
    ):
        for change in group:
            line = _route(names[change.route], change)
            if line is not None:
                asked = change.route in first
                lines.append(ChangeLine(line.sign, line.tone, line.say, line.weight - (10 if asked else 0)))
    if found.hidden:
        lines.append(ChangeLine(Sign.TRIANGLE, "amber", hidden_words(pack, found.hidden), -20))
    return sorted(lines, key=lambda line: line.weight)


def hidden_words(pack: Pack, hidden: tuple[str, ...]) -> Say:
    """«4 respuestas dejan de contar: …». They stay in the case."""
    count, labels = len(hidden), listed(of_pack(pack.facts[name].label) for name in hidden)
    if count == 1:
        return lambda words: words(
            "ui.change.hidden_one", "1 respuesta deja de contar: {labels}", labels=labels(words)
        )
    return lambda words: words(
        "ui.change.hidden", "{count} respuestas dejan de contar: {labels}", count=count, labels=labels(words)
    )


def _route(name: str, change: RouteChange) -> ChangeLine | None:
    spoken = of_pack(name)
    before, after = change.before, change.after
    if after in _OPEN and before not in _OPEN:
        if after in _RISKY:
            return ChangeLine(
                Sign.TRIANGLE,
                "amber",
                lambda words: words(
                    "ui.change.opens_risk", "Se abre, con riesgo: {name}", name=spoken(words)
                ),
                1,
            )
        return ChangeLine(
            Sign.TICK_RING,
            "green",
            lambda words: words("ui.change.opens", "Se abre: {name}", name=spoken(words)),
            0,
        )
    if after in _OPEN:
        if after in _RISKY and before not in _RISKY:
            return ChangeLine(
                Sign.TRIANGLE,
                "amber",
                lambda words: words("ui.change.risk", "Queda con riesgo: {name}", name=spoken(words)),
                2,
            )
        return None
    if after == "esperar":
        return ChangeLine(
            Sign.HOURGLASS,
            "ink2",
            lambda words: words("ui.change.waits", "Habrá que esperar: {name}", name=spoken(words)),
            4,
        )
    if after in _ASKED:
        return ChangeLine(
            Sign.QUESTION_RING,
            "ink2",
            lambda words: words("ui.change.asks", "Queda por averiguar: {name}", name=spoken(words)),
            6,
        )
    if before in _OPEN or before in _ASKED or before == "esperar":
        weight = 3 if before in _OPEN else 5
        return ChangeLine(
            Sign.CROSS_RING,
            "red" if before in _OPEN else "ink2",
            lambda words: words("ui.change.closes", "Se cierra: {name}", name=spoken(words)),
            weight,
        )
    return None


def _term(pack: Pack, change: TermChange) -> ChangeLine:
    name = of_pack(pack.deadlines[change.deadline].name)
    if change.after is None:
        return ChangeLine(
            Sign.DASH_RING,
            "ink2",
            lambda words: words("ui.change.term_ends", "Ya no corre el plazo: {name}", name=name(words)),
            -1,
        )
    day = day_in_words(change.after)
    if change.before is None:
        return ChangeLine(
            Sign.CLOCK,
            "ink",
            lambda words: words(
                "ui.change.term_runs", "Vence el {date}: {name}", date=day(words), name=name(words)
            ),
            -3,
        )
    was = day_in_words(change.before)
    return ChangeLine(
        Sign.CLOCK,
        "ink",
        lambda words: words(
            "ui.change.term_moves",
            "El plazo pasa del {before} al {after}: {name}",
            before=was(words),
            after=day(words),
            name=name(words),
        ),
        -2,
    )

"""The findings as cards in groups: what can be done today, what lacks a fact, what waits, dates, and the rest folded.

Routes and writs stand together: a volunteer asks what can be done, not by what kind of paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from konbit.law.pack import Pack
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.verdicts import RouteVerdict
from konbit.reasoning.writ_verdicts import WritVerdict
from konbit.window.pack_words import day_in_words, of_pack
from konbit.window.parts import chip
from konbit.window.parts.chip import State, Tone
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.route_card import Route
from konbit.window.parts.signs import Sign
from konbit.window.screens.value_words import labels
from konbit.window.tongue import Said, Words
from konbit.work.wording import outcome_words

_OPEN = ("elegible", "elegible_con_riesgo", "solicitable", "procede", "procede_con_riesgo")
_LABELS_SHOWN = 2


class Group(Enum):
    """In the order on screen. The last two are folded."""

    TODAY = "hoy"
    MISSING = "falta"
    WAIT = "esperar"
    TERMS = "plazos"
    NOT_NOW = "no"
    PAST = "pasados"


@dataclass(frozen=True)
class Card:
    """One finding. kind: ruta, escrito, plazo. due: its nearest last day, if one runs."""

    kind: str
    id: str
    group: Group
    shown: Route
    due: date | None = None

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


def cards_of(found: Examination, pack: Pack) -> list[Card]:
    """Every finding, in the order on screen."""
    due = {term.deadline.id: last_day(term) for term in found.terms if term.state != "vencido"}
    made = [_of_route(verdict, pack) for verdict in found.routes.values()]
    made += [_of_writ(verdict, pack, due) for verdict in found.writs.values()]
    made += [_of_term(term, found.today) for term in found.terms]
    order = list(Group)
    # Within a group what ends first comes first; the pack's own order decides between what has no end.
    return sorted(made, key=lambda card: (order.index(card.group), card.due or date.max))


def last_day(term: RunningTerm) -> date:
    """The last day of the safe reading."""
    return term.due.date() if isinstance(term.due, datetime) else term.due


def state_of(outcome: str, lacking: int = 0) -> State:
    """Sign and colour of an outcome; its word comes from the one list that both doors use."""
    if outcome == "falta_informacion":
        return chip.missing(lacking)
    signs = {
        "elegible": (Sign.TICK_RING, Tone.GREEN),
        "procede": (Sign.TICK_RING, Tone.GREEN),
        "elegible_con_riesgo": (Sign.TRIANGLE, Tone.AMBER),
        "procede_con_riesgo": (Sign.TRIANGLE, Tone.AMBER),
        "solicitable": (Sign.PENCIL, Tone.BLUE),
        "esperar": (Sign.HOURGLASS, Tone.CALM),
        "no_elegible": (Sign.CROSS_RING, Tone.RED),
        "extemporaneo": (Sign.DASH_RING, Tone.CALM),
        "cerrado": (Sign.LOCK, Tone.CALM),
    }
    sign, tone = signs.get(outcome, (Sign.DASH_RING, Tone.CALM))
    return State(sign, tone, lambda words: outcome_words(words, outcome))


def lacking(verdict: RouteVerdict | WritVerdict) -> tuple[str, ...]:
    """The facts to ask: a smallest set that could settle it, or all that may still change it."""
    enough = getattr(verdict, "enough", ())
    return min(enough, key=len) if enough else verdict.missing


def nearest(found: Examination, apart_from: str = "") -> RouteVerdict | None:
    """The route nearest to open: one that can be asked today, else one that lacks facts, else the first that waits."""
    ranked = [verdict for ident, verdict in found.routes.items() if ident != apart_from]
    for outcomes in (_OPEN, ("falta_informacion",)):
        fitting = [verdict for verdict in ranked if verdict.outcome in outcomes]
        if fitting:
            return min(fitting, key=lambda verdict: len(lacking(verdict)))
    waiting = [verdict for verdict in ranked if verdict.outcome == "esperar"]
    dated = [(verdict.since or verdict.until, verdict) for verdict in (*waiting, *ranked)]
    return min(
        ((day, verdict) for day, verdict in dated if day), key=lambda pair: pair[0], default=(None, None)
    )[1] or next(iter(waiting), None)


def short(say: Say) -> Say:
    """Only the tongue that comes first: a card is read at a glance, the chosen one says all in both."""
    return lambda words: Said(str(say(words)), "", words.first, "")


def _of_route(verdict: RouteVerdict, pack: Pack) -> Card:
    asked = lacking(verdict)
    why: Say = of_pack(verdict.route.plain)
    if verdict.outcome == "falta_informacion":
        why = _asks(pack, asked)
    elif verdict.outcome == "esperar" and verdict.since:
        why = _since(verdict.since)
    elif verdict.outcome == "no_elegible":
        failed = _failed(verdict)
        why = of_pack(failed) if failed else why
    shown = Route(
        f"ruta:{verdict.route.id}",
        of_pack(verdict.route.name),
        state_of(verdict.outcome, len(asked)),
        _until(verdict.until) if verdict.until else nothing,
        short(why),
    )
    return Card("ruta", verdict.route.id, _group(verdict.outcome), shown)


def _of_writ(verdict: WritVerdict, pack: Pack, due: Mapping[str, date]) -> Card:
    asked = lacking(verdict)
    days = [due[name] for name in verdict.writ.deadlines if name in due]
    nearest_day = min(days, default=None) if verdict.open_to_file else None
    why = of_pack(verdict.writ.plain)
    if verdict.outcome == "falta_informacion":
        why = _asks(pack, asked)
    shown = Route(
        f"escrito:{verdict.writ.id}",
        of_pack(verdict.writ.name),
        state_of(verdict.outcome, len(asked)),
        short(_by(nearest_day)) if nearest_day else nothing,
        short(why),
    )
    return Card("escrito", verdict.writ.id, _group(verdict.outcome), shown, nearest_day)


def _of_term(term: RunningTerm, today: date) -> Card:
    day, past = last_day(term), term.state == "vencido"
    theirs = term.deadline.runs_for == "autoridad"
    shown = Route(
        f"plazo:{term.deadline.id}",
        of_pack(term.deadline.name),
        chip.due((day - today).days),
        short(day_in_words(day)),
        short(_theirs) if theirs else nothing,
    )
    return Card("plazo", term.deadline.id, Group.PAST if past else Group.TERMS, shown, day)


def _group(outcome: str) -> Group:
    if outcome in _OPEN:
        return Group.TODAY
    return {"falta_informacion": Group.MISSING, "esperar": Group.WAIT}.get(outcome, Group.NOT_NOW)


def _failed(verdict: RouteVerdict) -> str:
    states = {one.id: one for one in verdict.criteria}
    failed = [states[ident] for ident in verdict.decisive if ident in states and states[ident].value is False]
    failed = failed or [one for one in verdict.criteria if one.value is False]
    return failed[0].text if failed else ""


def _asks(pack: Pack, facts: tuple[str, ...]) -> Say:
    shown, more = labels(pack, facts[:_LABELS_SHOWN]), len(facts) - _LABELS_SHOWN
    if more > 0:
        return lambda words: words(
            "ui.findings.asks_more", "Falta: {facts} y {more} más", facts=shown(words), more=more
        )
    return lambda words: words("ui.findings.asks", "Falta: {facts}", facts=shown(words))


def _by(day: date) -> Say:
    told = day_in_words(day)
    return lambda words: words("ui.findings.by", "hasta el {date}", date=told(words))


def _since(day: date) -> Say:
    told = day_in_words(day)
    return lambda words: words("ui.findings.since", "Se abre el {date}", date=told(words))


def _until(day: date) -> Say:
    told = day_in_words(day)
    return short(lambda words: words("ui.findings.barred_until", "cerrado hasta el {date}", date=told(words)))


def _theirs(words: Words) -> Said:
    return words("ui.findings.theirs", "Plazo de la autoridad")

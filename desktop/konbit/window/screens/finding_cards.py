"""The findings as cards in groups: what can be done today, what lacks a fact, what waits, dates, and the rest folded.

Routes and writs stand together: a volunteer asks what can be done, not by what kind of paper.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from konbit.law.pack import Pack
from konbit.law.routes import Nature
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
from konbit.window.screens.criterion_words import unmet
from konbit.window.screens.value_words import labels
from konbit.window.tongue import Said, Words
from konbit.work.wording import outcome_words

_OPEN = ("elegible", "elegible_con_riesgo", "solicitable")
_LABELS_SHOWN = 2
(
    _NEAR_DATED,
    _NEAR_GRANTED,
    _NEAR_ONE_FACT,
    _NEAR_FAVOUR,
    _NEAR_FACTS,
    _NEAR_WAIT,
    _NEAR_WRIT,
    _NEAR_LAST,
) = range(8)
_CALM = 5
"""Days left from which a deadline no longer takes over the colour of a card."""


class Group(Enum):
    """In the order on screen. The last three are folded."""

    FIRST = "primero"
    TODAY = "hoy"
    MISSING = "falta"
    WAIT = "esperar"
    WRITS = "escritos"
    TERMS = "plazos"
    NOT_NOW = "no"
    WRITS_UNKNOWN = "escritos_falta"
    PAST = "pasados"


FOLDED = (Group.NOT_NOW, Group.WRITS_UNKNOWN, Group.PAST)


@dataclass(frozen=True)
class Card:
    """One finding. kind: ruta, escrito, plazo. due: its nearest last day, if one runs. rank: its place in the group.
    near: how near to open, 0 the nearest; None where nothing is to be done.
    """

    kind: str
    id: str
    group: Group
    shown: Route
    due: date | None = None
    rank: tuple[int, ...] = ()
    near: int | None = None

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


def cards_of(found: Examination, pack: Pack, aims: Collection[str] = ()) -> list[Card]:
    """Every finding, in the order on screen. aims: keys of what the person came for; these lead their group."""
    due = {term.deadline.id: last_day(term) for term in found.terms if term.state != "vencido"}
    made = [_of_route(verdict, pack) for verdict in found.routes.values()]
    made += [_of_writ(verdict, pack, due, found.today) for verdict in found.writs.values()]
    made += [_of_term(term, found.today) for term in found.terms]
    order = list(Group)
    return sorted(
        made,
        key=lambda card: (order.index(card.group), card.due or date.max, card.key not in aims, card.rank),
    )


def nearest(cards: Sequence[Card], apart_from: str = "") -> Card | None:
    """The card nearest to open: with a date, granted today, lacking one fact, a favour or a risk, and so on."""
    fitting = [card for card in cards if card.near is not None and card.key != apart_from]
    return min(fitting, key=lambda card: card.near or 0, default=None)


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


def short(say: Say) -> Say:
    """Only the tongue that comes first: a card is read at a glance, the chosen one says all in both."""
    return lambda words: Said(str(say(words)), "", words.first, "")


def _of_route(verdict: RouteVerdict, pack: Pack) -> Card:
    asked, outcome = lacking(verdict), verdict.outcome
    why: Say = nothing
    if outcome == "falta_informacion":
        why = _asks(pack, asked)
    elif outcome == "esperar" and verdict.since:
        why = _since(verdict.since)
    elif outcome == "no_elegible":
        why = _failed(verdict) or of_pack(verdict.route.plain)
    shown = Route(
        f"ruta:{verdict.route.id}",
        of_pack(verdict.route.name),
        state_of(outcome, len(asked)),
        _until(verdict.until) if verdict.until else nothing,
        short(why),
    )
    rank, near = _place(verdict, len(asked))
    return Card("ruta", verdict.route.id, _group(outcome), shown, None, rank, near)


def _place(verdict: RouteVerdict, asked: int) -> tuple[tuple[int, ...], int | None]:
    """Rank in the group, and nearness. What the law grants comes before a favour; what hangs on many of the person's
    own answers before what is open to anybody, or only informs."""
    outcome, hangs_on = verdict.outcome, len(verdict.criteria)
    anybody = hangs_on <= 1 or verdict.route.nature in (Nature.INFORMATIVE, Nature.HISTORIC)
    if outcome in _OPEN:
        kind = _OPEN.index(outcome)
        near = _NEAR_LAST if anybody else _NEAR_GRANTED if kind == 0 else _NEAR_FAVOUR
        return (anybody, kind, -hangs_on), near
    if outcome == "falta_informacion":
        near = _NEAR_LAST if anybody else _NEAR_ONE_FACT if asked == 1 else _NEAR_FACTS
        return (anybody, asked, -hangs_on), near
    return (0, 0, 0), _NEAR_WAIT if outcome == "esperar" else None


def _of_writ(verdict: WritVerdict, pack: Pack, due: Mapping[str, date], today: date) -> Card:
    asked = lacking(verdict)
    days = [due[name] for name in verdict.writ.deadlines if name in due]
    day = min(days, default=None) if verdict.open_to_file else None
    why = of_pack(verdict.writ.plain) if day else nothing
    group = Group.FIRST if day else Group.WRITS if verdict.open_to_file else Group.NOT_NOW
    if verdict.outcome == "falta_informacion":
        why, group = _asks(pack, asked), Group.WRITS_UNKNOWN
    shown = Route(
        f"escrito:{verdict.writ.id}",
        of_pack(verdict.writ.name),
        state_by(state_of(verdict.outcome, len(asked)), day, today),
        short(_by(day)) if day else nothing,
        short(why),
    )
    near = _NEAR_DATED if day else _NEAR_WRIT if group is Group.WRITS else None
    return Card("escrito", verdict.writ.id, group, shown, day, (0, len(asked)), near)


def state_by(state: State, day: date | None, today: date) -> State:
    """A state with its deadline: within four days the date takes over sign and colour, and its word is added."""
    left = (day - today).days if day else _CALM
    if left >= _CALM:
        return state
    pressing = chip.due(left)
    return State(
        pressing.sign,
        pressing.tone,
        lambda words: words(
            "ui.findings.pressing", "{due}. {state}", due=pressing.say(words), state=state.say(words)
        ),
    )


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


def _failed(verdict: RouteVerdict) -> Say | None:
    states = {one.id: one for one in verdict.criteria}
    failed = [states[ident] for ident in verdict.decisive if ident in states and states[ident].value is False]
    failed = failed or [one for one in verdict.criteria if one.value is False]
    return unmet(failed[0]) if failed else None


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

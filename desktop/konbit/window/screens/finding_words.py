"""Small sayings of the findings: days left, fees, where to look next."""

from __future__ import annotations

from datetime import date

from konbit.reasoning.terms import RunningTerm
from konbit.tongues.numbers import pesos_text
from konbit.window.pack_words import day_in_words, listed, of_pack
from konbit.window.parts.chip import State, Tone
from konbit.window.parts.lettering import Say, fixed
from konbit.window.parts.signs import Sign
from konbit.window.screens.finding_cards import last_day
from konbit.window.screens.finding_view import Act
from konbit.window.tongue import Said, Words
from konbit.work.wording import state_words, term_state_words


def left(term: RunningTerm, today: date) -> Say:
    """How many days are left, in the words of both doors."""
    days = (last_day(term) - today).days
    return lambda words: term_state_words(words, term.state, days)


def met_state(met: bool | None) -> State:
    sign, tone = {
        True: (Sign.TICK_RING, Tone.GREEN),
        False: (Sign.CROSS_RING, Tone.RED),
        None: (Sign.QUESTION_RING, Tone.CALM),
    }[met]
    return State(sign, tone, lambda words: state_words(words, met))


def span(day: date, latest: date | None) -> Say:
    first = day_in_words(day, weekday=latest is None)
    if latest is None:
        return first
    last = day_in_words(latest)
    return lambda words: words(
        "ui.findings.between", "entre el {first} y el {last}", first=first(words), last=last(words)
    )


def fee_words(fee: str) -> Say:
    if not fee.isdigit():
        return of_pack(fee)
    if int(fee) == 0:
        return lambda words: words("ui.findings.free", "Sin costo")
    return fixed(pesos_text(int(fee)))


def until_title(words: Words) -> Said:
    return words("ui.findings.until", "Hasta cuándo")


def ask(kind: str, ident: str, fact: str) -> Act:
    return Act(
        lambda words: words("ui.findings.ask", "Preguntar lo que falta"), "interview", fact, (kind, ident)
    )


def today_name(name: Say) -> Say:
    return lambda words: words("ui.findings.can_today", "Hoy sí se puede: {name}.", name=name(words))


def lapse(until: date) -> Say:
    told = day_in_words(until)
    return lambda words: words(
        "ui.findings.lapses", "Esto la cierra hasta el {date}; después se mira de nuevo.", date=told(words)
    )


def refer(words: Words) -> Said:
    return words(
        "ui.findings.refer",
        "Hoy no se abre ninguna vía. Derive a asistencia jurídica gratuita y vuelva a mirar cuando algo cambie.",
    )


def after(first: Say | None, then: Say) -> Say:
    return listed([first, then], " ") if first is not None else then


def case_state(holds: bool | None) -> State:
    """Of what would shut a route out: that it is not so is no fault of the person."""
    if holds is None:
        return met_state(None)
    if holds:
        return State(Sign.DASH_RING, Tone.CALM, lambda words: words("ui.findings.is_so", "Es su caso"))
    return State(Sign.TICK_RING, Tone.GREEN, lambda words: words("ui.findings.is_not_so", "No es su caso"))


def spare_state() -> State:
    """Of a criterion of another way, where one way is met already: it stands in nobody's path."""
    return State(Sign.DASH_RING, Tone.CALM, lambda words: words("ui.findings.spare", "No hace falta"))

"""A deadline in the words of a sheet: the last day, the later reading, the day to file by, and what to file where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from konbit.law.pack import Pack
from konbit.law.writs import Writ
from konbit.papers.sheet.pieces import Shape, Two
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.work.two_tongues import TwoTongues
from konbit.work.wording import term_state_words

NOW, SOON = 1, 4
"""Days that are left at most for the octagon, for the triangle."""
FAR = 90
"""Days from which the date alone is told: nobody plans by three thousand days."""


def last_day(term: RunningTerm) -> date:
    """The last day of the safe reading."""
    return as_day(term.due)


def outer_day(term: RunningTerm) -> date | None:
    """The last day of the later reading, where the law leaves one open."""
    return as_day(term.other_due) if term.other_due else None


def as_day(when: date | datetime) -> date:
    """The day of a moment."""
    return when.date() if isinstance(when, datetime) else when


def sign_of(term: RunningTerm, today: date) -> Shape:
    """Octagon up to a day before and where it is over, triangle up to four, else an hourglass."""
    left = (last_day(term) - today).days
    return Shape.OCTAGON if left <= NOW else Shape.TRIANGLE if left <= SOON else Shape.HOURGLASS


def term_lines(both: TwoTongues, term: RunningTerm, today: date) -> tuple[Two, tuple[Two, ...]]:
    """The last day with how much is left, and below it: the day to file by, the other reading, what is not sure."""
    say = both.say
    days = (last_day(term) - today).days
    left = both.words(lambda voice: term_state_words(voice, term.state, days))
    day = both.day(term.due)
    large = (
        Two(f"{day.es}.", f"{day.ht}.")
        if days > FAR
        else Two(f"{day.es}. {left.es}.", f"{day.ht}. {left.ht}.")
    )
    lines: list[Two] = []
    if term.file_by < last_day(term) and term.file_by >= today:
        lines.append(
            say(
                "hoja.plazo.file_by",
                "Preséntelo a más tardar el {day}: después ya no hay oficina abierta.",
                day=both.day(term.file_by),
            )
        )
    outer = outer_day(term)
    if outer and outer >= today:
        over = last_day(term) < today
        other = both.day(term.other_due or outer)
        lines.append(
            say(
                "hoja.plazo.other_now",
                "Según otra lectura vence el {day}. Preséntelo hoy mismo y diga por qué está a tiempo.",
                day=other,
            )
            if over
            else say("hoja.plazo.other", "Otra lectura posible: {day}. Use la primera.", day=other)
        )
    if not term.covered:
        lines.append(
            say(
                "hoja.plazo.uncovered",
                "Los feriados de esas fechas no están verificados: no espere al último día.",
            )
        )
    return large, tuple(lines)


def writs_for(pack: Pack, found: Examination, term: RunningTerm) -> tuple[Writ, ...]:
    """What to file within a deadline: what can be filed as things stand, else every writ that has this deadline."""
    mine = [writ for writ in pack.writs.values() if term.deadline.id in writ.deadlines]
    ready = [writ for writ in mine if found.writs[writ.id].open_to_file]
    return tuple(ready or mine)


def where_words(both: TwoTongues, found: Examination, writ: Writ) -> Two:
    """Where a writ goes: the court of the person's comuna, or the authority."""
    if writ.court:
        if found.court:
            return Two.same(found.court.name)
        return both.say("hoja.plazo.no_court", "la Corte de la comuna donde vive (falta la comuna)")
    return both.of_pack(writ.authority) if writ.authority else Two("", "")


def file_lines(both: TwoTongues, found: Examination, term: RunningTerm) -> Iterator[Two]:
    """One line for each thing to file, with where, and a word where it needs a lawyer."""
    for writ in writs_for(both.pack, found, term):
        name, where = both.of_pack(writ.name), where_words(both, found, writ)
        line = (
            both.say("hoja.plazo.file_at", "Presentar: {name}, ante {where}.", name=name, where=where)
            if where
            else both.say("hoja.plazo.file", "Presentar: {name}.", name=name)
        )
        if writ.lawyer:
            needs = both.say("hoja.plazo.lawyer", "Necesita abogado o abogada.")
            line = Two(f"{line.es} {needs.es}", f"{line.ht} {needs.ht}")
        yield line

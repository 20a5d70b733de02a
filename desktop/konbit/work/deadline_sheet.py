"""The deadlines of one case on a sheet for the person: the last day in large letters, the month with that day boxed,
the other reading, what to file and where, and what is left when it is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.law.directory import Contact, contacts_for
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Leaf, Piece, Shape, Tongue, Two
from konbit.reasoning.calendar import Calendar
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.work.check import check
from konbit.work.month_grids import grids_of
from konbit.work.office import Office
from konbit.work.sheet_files import SheetFile, draw_sheet, write_sheet
from konbit.work.sheet_words import contact_pieces, decides, foot_words, kind_band, signed_words
from konbit.work.term_words import file_lines, last_day, outer_day, sign_of, term_lines, writs_for
from konbit.work.two_tongues import TwoTongues, two_tongues

PAST_DAYS = 60
"""Days back to which a deadline that is over still stands on the person's sheet."""


def deadlines_leaf(office: Office, case: Case, today: date, *, person: str = "") -> Leaf:
    """The sheet of all deadlines of a person of the case. Raises BadArgument: no such person."""
    found = check(office, case, today, person=person, explain=False)
    home = known_values(case, office.pack.facts, person).get(office.pack.home_fact)
    both = two_tongues(office)
    made = Leaf(
        kind=kind_band(both),
        title=both.say("hoja.plazos.title", "Sus plazos"),
        code=case.code,
        day=found.today,
        foot=foot_words(both),
        pieces=tuple(_pieces(both, found, str(home or ""), office.engine.calendar)),
        signed=signed_words(both),
        size=11.5,
        least=10.0,
        pages=1,
    )
    return replace(made, draft=both.draft)


def make_deadline_sheet(
    office: Office, case: Case, today: date, tongue: Tongue = "es+ht", *, person: str = ""
) -> bytes:
    """The sheet as PDF, from memory."""
    return draw_sheet(deadlines_leaf(office, case, today, person=person), tongue)


def write_deadline_sheet(
    office: Office, case: Case, today: date, path: Path, tongue: Tongue = "es+ht", *, person: str = ""
) -> SheetFile:
    """Writes the sheet to a `.pdf`, whole or not at all. Raises BadArgument, CannotWrite."""
    leaf = deadlines_leaf(office, case, today, person=person)
    found = check(office, case, today, person=person, explain=False)
    open_ones = [one.deadline.id for one in open_terms(found)]
    return write_sheet(leaf, tongue, path, "plazos", {"plazos": open_ones})


def open_terms(found: Examination) -> tuple[RunningTerm, ...]:
    """The person's own deadlines that are not over in every reading, the nearest first."""
    return tuple(
        one
        for one in found.terms
        if one.deadline.runs_for == "persona" and (outer_day(one) or last_day(one)) >= found.today
    )


def late_terms(found: Examination, within: int) -> tuple[RunningTerm, ...]:
    """Those that are over in every reading, not more than so many days ago."""
    mine = [one for one in found.terms if one.deadline.runs_for == "persona"]
    ends = [(one, outer_day(one) or last_day(one)) for one in mine]
    return tuple(one for one, end in ends if end < found.today and (found.today - end).days <= within)


def _pieces(both: TwoTongues, found: Examination, home: str, calendar: Calendar) -> Iterator[Piece]:
    terms, late = open_terms(found), late_terms(found, PAST_DAYS)
    if not terms:
        yield p.Boxed(
            Shape.QUESTION,
            both.say("hoja.plazos.none", "Hoy no corre ningún plazo que conozcamos"),
            (
                both.say(
                    "hoja.plazos.none_more",
                    "Si recibió una carta, un correo o un papel de la policía, tráigalo: el plazo puede estar corriendo.",
                ),
            ),
        )
    for number, term in enumerate(terms):
        yield from _one(both, found, term, calendar if number == 0 else None)
    yield p.Text(decides(both), strong=True)
    if late:
        yield p.Head(both.say("hoja.plazos.late", "Ya vencieron"))
    for term in late:
        name, day = both.of_pack(term.deadline.name), both.day(term.due)
        yield p.Marked(
            Shape.DASH,
            Two(f"{name.es}: {day.es}. {both.of_pack(term.deadline.when_late).es}",
                f"{name.ht}: {day.ht}. {both.of_pack(term.deadline.when_late).ht}"),
        )  # fmt: skip
    contacts = _contacts(both, found, terms, home)
    if contacts:
        yield p.Head(both.say("hoja.ruta.call", "A quién ver o llamar"))
        yield from contact_pieces(both, contacts)


def _one(
    both: TwoTongues, found: Examination, term: RunningTerm, calendar: Calendar | None
) -> Iterator[Piece]:
    """A deadline; the most pressing one with its month."""
    large, lines = term_lines(both, term, found.today)
    name = both.of_pack(term.deadline.name)
    unit = both.of_pack(both.pack.units[term.unit].explanation)
    told = (name, *lines, *file_lines(both, found, term))
    if calendar is not None:
        yield p.Boxed(sign_of(term, found.today), large, told)
        yield p.Text(unit, small=True)
        yield p.Months(grids_of(calendar, {last_day(term): ()}, (term,), found.today), key_words(both))
        return
    yield p.Head(name)
    yield p.Marked(sign_of(term, found.today), large, strong=True)
    for line in told[1:]:
        yield p.Text(line)


def key_words(both: TwoTongues, *, events: bool = True) -> tuple[Two, ...]:
    """What the marks of a month mean."""
    told = (
        both.say("hoja.plazos.key.due", "Cuadro grueso: último día."),
        both.say("hoja.plazos.key.other", "Cuadro punteado: otra lectura."),
        both.say("hoja.plazos.key.today", "Círculo: hoy."),
        both.say("hoja.plazos.key.off", "Número tachado: no es día de oficina."),
    )
    event = both.say("hoja.plazos.key.event", "Raya gruesa: el día del aviso.")
    return (*told[:3], event, told[3]) if events else told


def _contacts(
    both: TwoTongues, found: Examination, terms: Sequence[RunningTerm], home: str
) -> tuple[Contact, ...]:
    region = both.pack.places.region_code_of(home) if home else ""
    told: dict[str, Contact] = {}
    for term in terms[:2]:
        for writ in writs_for(both.pack, found, term):
            if writ.lawyer or found.writs[writ.id].open_to_file:
                told |= {one.id: one for one in contacts_for(both.pack.contacts, region, writ=writ.id)}
    if not told:
        near = (one for one in both.pack.referrals if not one.regions or not region or region in one.regions)
        told = {one.contact.id: one.contact for one in near}
    return tuple(told.values())[:3]

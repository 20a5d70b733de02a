"""The free legal aid sheet: offered where a court writ needs a lawyer and nobody has taken the case yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadArgument
from konbit.law.directory import SHEET, Referral, referrals_for
from konbit.law.near import did_you_mean
from konbit.law.pack import Pack
from konbit.law.writs import Writ
from konbit.papers.output import write_whole
from konbit.reasoning.situation import Situation
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.writ_verdicts import judge_writ
from konbit.tongues.catalogue import Catalogue, load_catalogue
from konbit.tongues.dates import day_span, numeric_date, weekday_date
from konbit.work.office import Office
from konbit.work.write import writ_context

if TYPE_CHECKING:
    from konbit.papers.writ.context import WritContext

_NOW, _SOON = 1, 4
"""Days that are left at most for the octagon, for the triangle."""
_LABELS = {"direccion": "dirección", "telefono": "teléfono"}


@dataclass(frozen=True, slots=True)
class AidTerm:
    """What the sheet says of the deadline.

    state: abierto, hoy, otra_lectura (over in the strict reading only), vencido, desconocido (its day of notice is not
    known), sin_plazo. last: the day to act on, a working day where one is left. due: end of the strict reading; other:
    of the later one.
    """

    state: str
    last: date | None = None
    due: date | None = None
    other: date | None = None
    when_late: str = ""


@dataclass(frozen=True, slots=True)
class AidSheetFile:
    """A sheet that was written."""

    file: str
    data: bytes
    term: AidTerm
    pages: int

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        days = {"ultimo_dia": self.term.last, "vence": self.term.due, "alternativo": self.term.other}
        return {
            "file": self.file,
            "plazo": self.term.state,
            **{name: day.isoformat() for name, day in days.items() if day},
            "paginas": self.pages,
        }


def offers_aid(pack: Pack, writ_id: str) -> bool:
    """Whether the pack has the sheet for a writ: it goes to a court and needs a lawyer."""
    writ = pack.writs.get(writ_id)
    return bool(writ and writ.court and writ.lawyer and pack.referrals)


def needs_aid(office: Office, writ_id: str, case: Case, today: date, person: str = "") -> bool:
    """Whether to offer the sheet now: the pack has it for the writ, and the case names no lawyer."""
    if not offers_aid(office.pack, writ_id):
        return False
    return not _situation(office, case, today, person).is_known("abogado_nombre")


def make_aid_sheet(office: Office, writ_id: str, case: Case, today: date, person: str = "") -> bytes:
    """The sheet as PDF, from memory: one page, Spanish and Creole.

    Raises BadArgument (unknown writ, one that needs no lawyer, a pack without the sheet), BadTemplate.
    """
    return _made(office, writ_id, case, today, person).data


def write_aid_sheet(
    office: Office, writ_id: str, case: Case, today: date, path: Path, person: str = ""
) -> AidSheetFile:
    """Writes the sheet to a `.pdf`, whole or not at all. Raises what `make_aid_sheet` does, and CannotWrite."""
    if path.suffix.lower() != ".pdf":
        raise BadArgument("-o: {file}: el archivo debe terminar en .pdf", file=path.name, key="o")
    made = _made(office, writ_id, case, today, person)
    write_whole(path, made.data)
    return replace(made, file=path.name)


def aid_term(office: Office, writ: Writ, situation: Situation, today: date) -> AidTerm:
    """The writ's deadline as the sheet tells it; of several that run, the one that ends first and is not over."""
    if not writ.deadlines:
        return AidTerm("sin_plazo")
    found = [
        term for term in office.engine.law.terms.running(situation) if term.deadline.id in writ.deadlines
    ]
    if not found:
        return AidTerm("desconocido")
    terms = [_term(one, today) for one in found]
    return next((one for one in terms if one.state != "vencido"), terms[-1])


def _term(term: RunningTerm, today: date) -> AidTerm:
    due = _day(term.due)
    other = _day(term.other_due) if term.other_due else None
    if due >= today:
        last = term.file_by if term.file_by >= today else due
        return AidTerm("hoy" if last == today else "abierto", last, due, other)
    if other and other >= today:
        return AidTerm("otra_lectura", None, due, other, term.deadline.when_late)
    return AidTerm("vencido", None, due, other, term.deadline.when_late)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _situation(office: Office, case: Case, today: date, person: str) -> Situation:
    return office.engine.situation(known_values(case, office.pack.facts, person), today)


def _made(office: Office, writ_id: str, case: Case, today: date, person: str) -> AidSheetFile:
    from konbit.papers.pdf.render import page_count
    from konbit.papers.sheet.page import SheetFacts, sheet_pdf
    from konbit.papers.writ.rendering import Templates

    writ = _writ(office, writ_id)
    situation = _situation(office, case, today, person)
    today = date.fromordinal(int(situation.span(office.pack.day_fact)[0]))
    term = aid_term(office, writ, situation, today)
    templates = Templates(office.pack.folders.templates)
    spanish = _context(office, writ, situation, today, term, Catalogue("es"))
    creole = load_catalogue("ht", office.pack.folders.translations)
    data = sheet_pdf(
        templates.render(SHEET, "es", spanish),
        templates.render(SHEET, "ht", _context(office, writ, situation, today, term, creole)),
        SheetFacts(case.code, today, _foot(office), _urgency(term, today)),
    )
    return AidSheetFile("", data, term, page_count(data))


def _writ(office: Office, writ_id: str) -> Writ:
    writ = office.pack.writs.get(writ_id)
    if writ is None:
        hint = did_you_mean(writ_id, office.pack.writs)
        raise BadArgument('No hay ningún escrito "{name}".{hint}', key="escrito", name=writ_id, hint=hint)
    if not writ.court or not writ.lawyer:
        raise BadArgument(
            'El escrito "{name}" no exige abogada o abogado: no lleva hoja de ayuda legal',
            key="escrito",
            name=writ_id,
        )
    if not office.pack.referrals:
        raise BadArgument("El paquete legal no trae la hoja de ayuda legal gratuita", key="escrito")
    return writ


def _context(
    office: Office, writ: Writ, situation: Situation, today: date, term: AidTerm, catalogue: Catalogue
) -> WritContext:
    """What a writ's template is told, and the words that only this sheet knows (listed in its `es.md.j2`)."""
    tongue = catalogue.tongue
    told = writ_context(
        office, writ, judge_writ(office.engine, writ.id, situation), situation, today, catalogue
    )
    days = {"ultimo_dia": term.last, "dia_vencido": term.due, "otro_dia": term.other}
    values: dict[str, object] = {
        "escrito": writ.id,
        "ante": writ.authority,
        "estado_plazo": term.state,
        "contactos": [_told(one) for one in referrals_for(office.pack.referrals, _region(office, situation))],
        **{name: weekday_date(day, tongue) for name, day in days.items() if day},
    }
    if term.last and term.last >= today:
        values["quedan"] = day_span((term.last - today).days, tongue)
    if term.when_late:
        values["si_vencido"] = catalogue.anywhere(term.when_late)
    names = ("ultimo_dia", "dia_vencido", "otro_dia", "quedan", "si_vencido")
    return replace(
        told,
        values={**told.values, **values},
        labels={**told.labels, **_LABELS, **dict.fromkeys(names, "fecha")},
        choices={
            **told.choices,
            "escrito": {one.id: catalogue.anywhere(one.name) for one in office.pack.writs.values()},
            "ante": {},
            "estado_plazo": {},
        },
    )


def _told(referral: Referral) -> Mapping[str, str]:
    contact = referral.contact
    found = {"nombre": contact.name, "direccion": contact.address, "telefono": contact.phone}
    return {name: text for name, text in found.items() if text}


def _region(office: Office, situation: Situation) -> str:
    return office.pack.places.region_code_of(situation.pick(office.pack.home_fact)[0])


def _urgency(term: AidTerm, today: date) -> Any:
    from konbit.papers.sheet.signs import Urgency

    if term.state == "sin_plazo":
        return Urgency.LATER
    left = (term.last - today).days if term.last else 0
    return Urgency.NOW if left <= _NOW else Urgency.SOON if left <= _SOON else Urgency.LATER


def _foot(office: Office) -> str:
    return f"Ley verificada hasta el {numeric_date(office.pack.verified)} · paquete {office.pack.version}"

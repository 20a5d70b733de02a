"""Writes a writ: the case's facts into the pack's template, to PDF or DOCX, draft or ready to sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadArgument
from konbit.law.facts import Kind
from konbit.law.near import did_you_mean
from konbit.law.partial import PartialDate
from konbit.law.writs import Writ
from konbit.papers.output import write_whole
from konbit.reasoning.examining import court_for
from konbit.reasoning.situation import Situation
from konbit.reasoning.writ_verdicts import WritVerdict, judge_writ
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.speaking import Speaker
from konbit.work.bundle import AnnexList
from konbit.work.office import Office, tongue_of
from konbit.work.upload import Upload, upload_of

if TYPE_CHECKING:
    from konbit.papers.writ.blocks import Writ as RenderedWrit
    from konbit.papers.writ.context import WritContext
    from konbit.papers.writ.rendering import Templates

TONGUES = ("es", "ht", "es+ht")
_STATES = {True: "cumple", False: "no_cumple", None: "desconocido"}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A writ that was written. state: `final` only with no blanks, a proof that holds, a cause that can be filed and,
    where the pack asks for one, a named lawyer. missing: labels of what is blank. verify: what a lawyer must read in
    its source first. upload: what to call it for a portal and whether it fits there; None of a reading copy
    and of what is not on disk."""

    file: str
    data: bytes
    state: str
    missing: tuple[str, ...]
    pages: int
    lawyer_needed: bool
    verify: tuple[str, ...]
    outcome: str
    upload: Upload | None = None

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        return {
            "file": self.file,
            "estado": self.state,
            "por_completar": list(self.missing),
            "paginas": self.pages,
            "falta_abogado": self.lawyer_needed,
            "por_verificar": list(self.verify),
            "resultado": self.outcome,
            "archivo": self.upload.as_json() if self.upload else None,
        }


def write_writ(
    office: Office,
    ident: str,
    case: Case,
    today: date,
    path: Path,
    tongue: str = "es",
    *,
    person: str = "",
    annexes: AnnexList | None = None,
) -> WrittenFile:
    """Writes a writ to a `.pdf` or `.docx` file, whole or not at all. annexes: as of `make_writ`.

    Raises BadArgument (unknown writ, a writ or cause without a template, unknown file ending), BadTemplate, CannotWrite.
    """
    ending = path.suffix.lower()
    if ending not in (".pdf", ".docx"):
        raise BadArgument("-o: {file}: el archivo debe terminar en .pdf o .docx", file=path.name, key="o")
    made = make_writ(
        office, ident, case, today, tongue, person=person, docx=ending == ".docx", annexes=annexes
    )
    write_whole(path, made.data)
    return WrittenFile(
        path.name,
        made.data,
        made.state,
        made.missing,
        made.pages,
        made.lawyer_needed,
        made.verify,
        made.outcome,
        upload_of(office, office.pack.writs[ident], case, today, len(made.data), ending)
        if tongue == "es"
        else None,
    )


def make_writ(
    office: Office,
    ident: str,
    case: Case,
    today: date,
    tongue: str = "es",
    *,
    person: str = "",
    docx: bool = False,
    templates: Templates | None = None,
    annexes: AnnexList | None = None,
) -> WrittenFile:
    """The bytes of a writ, nothing written to disk. templates: the pack's, where somebody keeps them compiled.

    annexes: the documents of a bundle, which the writ lists in the place of those typed in the case.
    """
    from konbit.papers.pdf.render import page_count
    from konbit.papers.writ import columns
    from konbit.papers.writ import docx as word
    from konbit.papers.writ import pdf as paper
    from konbit.papers.writ.letters import missing_letters

    writ, verdict, situation = _chosen(office, ident, case, today, person)
    today = date.fromordinal(int(situation.span(office.pack.day_fact)[0]))
    spanish = render_writ(office, writ, verdict, situation, today, "es", templates, annexes)
    lawyer_needed = writ.lawyer and not situation.is_known("abogado_nombre")
    unprintable = missing_letters(spanish)
    final = verdict.open_to_file and not spanish.blanks and not lawyer_needed and not unprintable
    if tongue == "es":
        pages = paper.to_pdf(spanish, draft=not final)
        data = word.to_docx(spanish, draft=not final) if docx else pages
    else:
        creole = render_writ(office, writ, verdict, situation, today, "ht", templates, annexes)
        if docx and tongue == "es+ht":
            raise BadArgument("--tongue: las dos columnas se hacen solo en PDF", key="tongue")
        pages = (
            columns.to_pdf(spanish, creole) if tongue == "es+ht" else paper.to_pdf(creole, draft=not final)
        )
        data = word.to_docx(creole, draft=not final) if docx else pages
    return WrittenFile(
        file="",
        data=data,
        state="final" if final else "borrador",
        missing=tuple(blank.label for blank in spanish.blanks),
        pages=page_count(pages),
        lawyer_needed=lawyer_needed,
        verify=(
            *(f"Ninguna letra del programa dibuja «{letter}»" for letter in unprintable),
            *(one.note for one in spanish.verify),
            *(_annexes_told(spanish, situation, annexes) if annexes else ()),
        ),
        outcome=verdict.outcome,
    )


def _annexes_told(spanish: RenderedWrit, situation: Situation, annexes: AnnexList) -> tuple[str, ...]:
    """What does not hold between a writ and the bundle it goes with: numbers must be the same in both."""
    from konbit.papers.writ.blocks import Documents

    told: list[str] = []
    counts = [len(block.items) for block in spanish.blocks if isinstance(block, Documents)]
    if len(annexes.titles) not in counts:
        told.append("El escrito no lista los documentos del legajo con sus números: agréguelos a mano")
    if situation.is_known("anexo"):
        told.append("El caso tiene documentos anotados: el escrito lista los del legajo en su lugar")
    return tuple(told)


def _chosen(
    office: Office, ident: str, case: Case, today: date, person: str
) -> tuple[Writ, WritVerdict, Situation]:
    writ = office.pack.writs.get(ident)
    if writ is None:
        hint = did_you_mean(ident, office.pack.writs)
        raise BadArgument('No hay ningún escrito "{name}".{hint}', key="escrito", name=ident, hint=hint)
    if not writ.has_template:
        raise BadArgument('El escrito "{name}" todavía no tiene modelo', key="escrito", name=ident)
    situation = office.engine.situation(known_values(case, office.pack.facts, person), today)
    verdict = judge_writ(office.engine, ident, situation)
    applying = applying_causes(office, writ, situation)
    if writ.causes and not applying:
        wanted = ", ".join(verdict.missing[:3]) or ", ".join(writ.asks[:1])
        raise BadArgument(
            'Para escribir "{name}" falta saber qué lo causa: {wanted}',
            key="escrito",
            name=ident,
            wanted=wanted,
        )
    without = [cause for cause in writ.causes if cause.id in applying and not cause.template]
    if without:
        raise BadArgument(
            'La causa "{cause}" de "{name}" todavía no tiene modelo',
            key="escrito",
            cause=without[0].id,
            name=ident,
        )
    return writ, verdict, situation


def applying_causes(office: Office, writ: Writ, situation: Situation) -> tuple[str, ...]:
    """The causes of a writ that the facts call for."""
    tests = office.engine.causes[writ.id]
    return tuple(cause.id for cause in writ.causes if tests[cause.id](situation)[0] is True)


def render_writ(
    office: Office,
    writ: Writ,
    verdict: WritVerdict,
    situation: Situation,
    today: date,
    tongue: str,
    templates: Templates | None = None,
    annexes: AnnexList | None = None,
) -> RenderedWrit:
    """The writ's blocks in Spanish (`es`) or as the Creole reading copy (`ht`)."""
    from konbit.papers.writ.rendering import Templates

    catalogue = tongue_of(office, tongue)
    context = writ_context(office, writ, verdict, situation, today, catalogue)
    if annexes:
        context = replace(context, documents=annexes.lines(Speaker(catalogue)))
    made = templates or Templates(office.pack.folders.templates)
    return made.render(writ.id, "es" if tongue == "es" else "ht", context)


def writ_context(
    office: Office, writ: Writ, verdict: WritVerdict, situation: Situation, today: date, catalogue: Catalogue
) -> WritContext:
    """What the template is told: known, active facts; labels and choices in the tongue; court, deadlines, norms."""
    from konbit.papers.knowledge import paper_facts
    from konbit.papers.writ import context as told

    pack = office.pack
    creole = catalogue.tongue == "ht"
    known = paper_facts(pack.facts, situation).known
    values = {name: _plain(value) for name, value in known.items()}
    for name, value in writ.defaults.items():
        values.setdefault(name, value)
    court = court_for(office.engine, situation)
    lawyer = values.get("abogado_nombre")
    address = court.title.partition(" CORTE")[0] if court else "ILTMA."
    comunas = {code: comuna.name for code, comuna in pack.places.comunas.items()}
    return told.WritContext(
        values=values,
        labels={fact.id: catalogue.anywhere(fact.label) for fact in pack.facts.values()},
        today=today,
        choices={
            fact.id: comunas
            if fact.kind == Kind.COMUNA
            else {choice: catalogue.anywhere(label) for choice, label in fact.choices.items()}
            for fact in pack.facts.values()
            if fact.choices or fact.kind == Kind.COMUNA
        },
        court=told.Court(court.name, address) if court else None,
        deadlines=_deadlines(office, situation),
        causes=applying_causes(office, writ, situation),
        criteria={one.id: _STATES[one.value] for one in verdict.criteria},
        norms={
            norm.id: told.Norm(norm.name, norm.article, norm.quote, norm.confidence.value, norm.part)
            for norm in pack.norms.values()
        },
        countries={
            code: told.Country(
                one.name_ht if creole and one.name_ht else one.name, one.masculine, one.feminine
            )
            for code, one in pack.places.countries.items()
        },
        lawyer=str(lawyer) if lawyer else None,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        items = cast(tuple[Any, ...], value)
        return tuple(_row(item) if isinstance(item, dict) else item for item in items)
    if isinstance(value, datetime):
        return _with_hour(value)
    return value.earliest if isinstance(value, PartialDate) and value.exact else value


def _with_hour(when: date) -> date:
    """A moment whose hour nobody gave is kept as its first instant, the safe reading: a writ must not print it as an hour."""
    return when.date() if isinstance(when, datetime) and when.time() == time.min else when


def _row(item: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in cast(dict[str, Any], item).items()}


def _deadlines(office: Office, situation: Situation) -> Mapping[str, Mapping[str, date]]:
    found: dict[str, dict[str, date]] = {}
    for term in office.engine.law.terms.running(situation):
        days = {"inicio": term.start, "vence": term.due, "presentar_hasta": term.file_by}
        if term.other_due:
            days["alternativo"] = term.other_due
        found[term.deadline.id] = {
            name: when.date() if isinstance(when, datetime) else when for name, when in days.items()
        }
        if isinstance(_with_hour(term.start), datetime) and isinstance(term.due, datetime):
            found[term.deadline.id]["vence_hora"] = term.due
    return found

"""The sheet that explains one route to one person: how it stands and why, with the law's words, what to do and by when.

It never says a bare "no": what is shut is told with the day on which it opens, what is nearest, and whom to see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadArgument
from konbit.law.directory import Contact, contacts_for
from konbit.law.near import did_you_mean
from konbit.law.routes import Level
from konbit.papers.knowledge import paper_facts
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Leaf, Piece, Shape, Tongue, Two
from konbit.reasoning.examining import Examination
from konbit.tongues.numbers import pesos_text
from konbit.work.check import check
from konbit.work.office import Office
from konbit.work.route_instead import Instead
from konbit.work.route_reasons import Reasons
from konbit.work.sheet_files import SheetFile, draw_sheet, write_sheet
from konbit.work.sheet_words import contact_pieces, decides, foot_words, kind_band, signed_words
from konbit.work.term_words import last_day, term_lines
from konbit.work.told_route import OPEN, ToldRoute, listed, runs
from konbit.work.two_tongues import TwoTongues, two_tongues
from konbit.work.wording import outcome_words

SIGNS: Mapping[str, Shape] = {
    "elegible": Shape.TICK,
    "elegible_con_riesgo": Shape.TRIANGLE,
    "solicitable": Shape.PENCIL,
    "esperar": Shape.HOURGLASS,
    "falta_informacion": Shape.QUESTION,
    "no_elegible": Shape.CROSS,
    "cerrado": Shape.LOCK,
    "no_aplica": Shape.DASH,
}


def route_leaf(
    office: Office,
    ident: str,
    case: Case,
    today: date,
    *,
    person: str = "",
    found: Examination | None = None,
) -> Leaf:
    """The sheet of a route for a person of the case (the applicant by default). Raises BadArgument: no such route.

    found: the examination of that person on that day, where somebody has it already (explained).
    """
    if ident not in office.pack.routes:
        hint = did_you_mean(ident, office.pack.routes)
        raise BadArgument('No hay ninguna ruta "{name}".{hint}', key="ruta", name=ident, hint=hint)
    found = found or check(office, case, today, person=person)
    situation = office.engine.situation(known_values(case, office.pack.facts, person), today)
    values = dict(paper_facts(office.pack.facts, situation).known)
    return _leaf(ToldRoute(office, found, found.routes[ident], values, case))


def make_route_sheet(
    office: Office, ident: str, case: Case, today: date, tongue: Tongue = "es+ht", *, person: str = ""
) -> bytes:
    """The sheet as PDF, from memory."""
    return draw_sheet(route_leaf(office, ident, case, today, person=person), tongue)


def write_route_sheet(
    office: Office,
    ident: str,
    case: Case,
    today: date,
    path: Path,
    tongue: Tongue = "es+ht",
    *,
    person: str = "",
) -> SheetFile:
    """Writes the sheet to a `.pdf`, whole or not at all. Raises BadArgument, CannotWrite."""
    found = check(office, case, today, person=person)
    leaf = route_leaf(office, ident, case, today, person=person, found=found)
    about = {"ruta": ident, "resultado": str(found.routes[ident].outcome)}
    return write_sheet(leaf, tongue, path, "ruta", about)


def _leaf(sheet: ToldRoute) -> Leaf:
    both = two_tongues(sheet.office)
    told = _Telling(sheet, both)
    made = Leaf(
        kind=kind_band(both),
        title=both.of_pack(sheet.verdict.route.name),
        code=sheet.case.code,
        day=sheet.found.today,
        foot=foot_words(both),
        pieces=tuple(told.pieces()),
        signed=signed_words(both),
        size=10.5,
        least=10.0,
        pages=4,
    )
    return replace(made, draft=both.draft)


class _Telling:
    def __init__(self, sheet: ToldRoute, both: TwoTongues) -> None:
        self.sheet, self.both, self.say = sheet, both, both.say
        self.pack, self.verdict = sheet.office.pack, sheet.verdict
        self.route = sheet.verdict.route

    def pieces(self) -> Iterator[Piece]:
        yield p.Text(self.both.of_pack(self.route.plain))
        yield p.Gap(3)
        yield self._box()
        yield from self._cautions()
        yield p.Text(decides(self.both), strong=True)
        yield from self._instead()
        yield from self._missing()
        yield from self._practical()
        yield from self._dates()
        yield from self._bring()
        yield from self._call()
        yield p.Closing()
        yield from Reasons(self.sheet, self.both).pieces()

    # --- the state

    def _box(self) -> Piece:
        verdict, lines = self.verdict, list[Two]()
        outcome = verdict.outcome
        if verdict.since:
            lines.append(self.say("hoja.ruta.since", "Se abre el {day}.", day=self.both.day(verdict.since)))
        if verdict.until:
            lines.append(
                self.say(
                    "hoja.ruta.until",
                    "Está cerrado hasta el {day} inclusive. Después de ese día se mira de nuevo.",
                    day=self.both.day(verdict.until),
                )
            )
        if verdict.to_confirm:
            lines.append(
                self.say(
                    "hoja.ruta.confirm",
                    "Todavía falta saber algo: esto es lo peor que puede resultar.",
                )
            )
        meaning = self._meaning(outcome)
        return p.Boxed(
            SIGNS.get(outcome, Shape.DASH),
            self.both.words(lambda say: outcome_words(say, outcome)),
            (*([meaning] if meaning else []), *lines),
        )

    def _meaning(self, outcome: str) -> Two | None:
        say = self.say
        match outcome:
            case "elegible":
                return say("hoja.ruta.elegible", "Con lo que sabemos hoy, usted cumple lo que pide la ley.")
            case "elegible_con_riesgo":
                return say(
                    "hoja.ruta.riesgo", "Se puede pedir, pero hay un riesgo. Léalo abajo antes de decidir."
                )
            case "solicitable":
                return say("hoja.ruta.solicitable", "Se puede pedir, pero la autoridad puede decir que no.")
            case "esperar":
                return say("hoja.ruta.esperar", "Solo falta que pase el tiempo.")
            case "falta_informacion":
                return say("hoja.ruta.falta", "Con lo que sabemos hoy no se puede decir sí ni no.")
            case "no_elegible":
                return say(
                    "hoja.ruta.no",
                    "Hoy no se cumple todo lo que pide la ley. Abajo dice por qué y qué mirar.",
                )
            case "cerrado":
                return say(
                    "hoja.ruta.cerrado",
                    "Este proceso terminó. Nadie puede inscribirse ya, aunque se lo ofrezcan.",
                )
            case _:
                return say("hoja.ruta.no_aplica", "Este camino es para otra situación. Abajo dice qué mirar.")

    def _cautions(self) -> Iterator[Piece]:
        for one in self.verdict.cautions:
            red = one.level == Level.RED
            yield p.Marked(
                Shape.OCTAGON if red else Shape.TRIANGLE,
                self.both.of_pack(one.text),
                self._cited(one.norms),
                strong=red,
            )
        for one in self.sheet.found.contradictions:
            label = self.both.of_pack(self.pack.facts[one.fact].label)
            yield p.Marked(
                Shape.TRIANGLE,
                self.say(
                    "hoja.ruta.contradiction",
                    "Dos respuestas no calzan en «{label}». Revíselo con la clínica antes de usar esta hoja.",
                    label=label,
                ),
            )

    def _cited(self, norms: tuple[str, ...]) -> Two | None:
        return Two.same(self.both.articles([self.pack.norms[one] for one in norms])) if norms else None

    # --- never a bare "no"

    def _instead(self) -> Iterator[Piece]:
        if self.verdict.outcome in (*OPEN, "falta_informacion"):
            return
        lines = list(Instead(self.sheet, self.both).lines())
        yield p.Head(self.say("hoja.ruta.instead", "Qué mirar ahora"))
        if not lines:
            lines = [
                self.say(
                    "hoja.ruta.refer",
                    "Hoy no se abre ningún camino. Vea a asistencia jurídica gratuita y vuelva a la clínica cuando algo cambie.",
                )
            ]
        for line in lines:
            yield p.Marked(Shape.PENCIL, line)

    # --- what to do

    def _missing(self) -> Iterator[Piece]:
        verdict = self.verdict
        if verdict.outcome != "falta_informacion":
            return
        enough = min(verdict.enough, key=len, default=verdict.missing)
        yield p.Head(self.say("hoja.ruta.missing", "Qué falta saber"))
        for name in enough:
            yield p.Marked(Shape.QUESTION, self.both.of_pack(self.pack.facts[name].label), strong=True)
        more = [name for name in verdict.missing if name not in enough]
        if more:
            facts = listed([self.both.of_pack(self.pack.facts[name].label) for name in more])
            yield p.Text(
                self.say("hoja.ruta.may_still", "También podría cambiarlo: {facts}.", facts=facts), small=True
            )

    def _practical(self) -> Iterator[Piece]:
        route, say = self.route, self.say
        told = [
            (say("hoja.ruta.where", "Dónde"), self.both.of_pack(route.where)),
            (say("hoja.ruta.by", "Hasta cuándo"), self.both.of_pack(route.by_when)),
            (say("hoja.ruta.fee", "Cuánto cuesta"), self._fee()),
        ]
        if any(text for _, text in told):
            yield p.Head(say("hoja.ruta.how", "Dónde, hasta cuándo y cuánto cuesta"))
        for label, text in told:
            if text:
                yield p.Field(label, text)

    def _fee(self) -> Two:
        fee = self.route.fee
        if not fee.isdigit():
            return self.both.of_pack(fee)
        return self.say("hoja.ruta.free", "Sin costo") if int(fee) == 0 else Two.same(pesos_text(int(fee)))

    def _dates(self) -> Iterator[Piece]:
        """Days that a person should know: of the route, and every deadline of hers that runs now."""
        stones = sorted(self.verdict.milestones, key=lambda one: one.day)
        terms = [one for one in self.sheet.found.terms if runs(one)]
        if not (stones or terms):
            return
        yield p.Head(self.say("hoja.ruta.dates", "Fechas que importan"))
        for term in terms:
            large, lines = term_lines(self.both, term, self.sheet.found.today)
            yield p.Marked(
                Shape.OCTAGON if (last_day(term) - self.sheet.found.today).days <= 1 else Shape.HOURGLASS,
                Two(
                    f"{self.both.of_pack(term.deadline.name).es}: {large.es}",
                    f"{self.both.of_pack(term.deadline.name).ht}: {large.ht}",
                ),
                strong=True,
            )
            for line in lines:
                yield p.Text(line, small=True)
        for one in stones:
            day = self.both.day(one.day)
            if one.latest:
                day = self.say(
                    "hoja.ruta.between",
                    "entre el {first} y el {last}",
                    first=day,
                    last=self.both.day(one.latest),
                )
            text = self.both.of_pack(one.text)
            yield p.Marked(
                Shape.HOURGLASS,
                Two(f"{text.es}: {day.es}", f"{text.ht}: {day.ht}"),
                self._cited(one.norms),
            )

    def _bring(self) -> Iterator[Piece]:
        if not self.verdict.papers:
            return
        yield p.Head(self.say("ui.findings.bring_head", "Qué llevar"))
        for paper in self.verdict.papers:
            yield p.Marked(Shape.SQUARE, self.both.of_pack(paper.text), self._cited(paper.norms))

    def _call(self) -> Iterator[Piece]:
        home = self.sheet.values.get(self.pack.home_fact, "")
        region = self.pack.places.region_code_of(str(home)) if home else ""
        found = contacts_for(self.pack.contacts, region, route=self.route.id)
        found = found or self._anybody(region)
        if found:
            yield p.Head(self.say("hoja.ruta.call", "A quién ver o llamar"))
            yield from contact_pieces(self.both, found)

    def _anybody(self, region: str) -> tuple[Contact, ...]:
        """Free legal aid, where the pack names nobody for the route: those of the aid sheet."""
        return tuple(
            one.contact
            for one in self.pack.referrals
            if not one.regions or not region or region in one.regions
        )

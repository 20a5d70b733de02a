"""The sheet that explains one route to one person: how it stands and why, with the law's words, what to do and by when.

It never says a bare "no": what is shut is told with the day on which it opens, what is nearest, and whom to see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadArgument
from konbit.law.directory import Contact, contacts_for
from konbit.law.near import did_you_mean
from konbit.law.norms import Confidence, Norm
from konbit.law.routes import Level, Nature
from konbit.law.tree import facts_of
from konbit.papers.knowledge import paper_facts
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Leaf, Piece, Shape, Tongue, Two
from konbit.reasoning.examining import Examination
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.verdicts import CriterionState, RouteVerdict
from konbit.tongues.numbers import pesos_text
from konbit.work.answer_words import answer_words, unknown_answer
from konbit.work.check import check
from konbit.work.office import Office
from konbit.work.sheet_files import SheetFile, draw_sheet, write_sheet
from konbit.work.sheet_words import contact_pieces, decides, foot_words, kind_band, signed_words
from konbit.work.term_words import last_day, term_lines
from konbit.work.two_tongues import TwoTongues, two_tongues
from konbit.work.wording import outcome_words, state_words

OPEN = ("elegible", "elegible_con_riesgo", "solicitable")
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
_STATES = {True: Shape.TICK, False: Shape.CROSS, None: Shape.QUESTION}
_NEAREST = 3
SHORT = 160
"""Letters of an answer up to which it stands in one line with the others."""


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """What a sheet is made from: the verdict of a route in the whole examination of a person."""

    office: Office
    found: Examination
    verdict: RouteVerdict
    values: Mapping[str, Any]
    case: Case


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
    return _leaf(RouteSheet(office, found, found.routes[ident], values, case))


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


def _leaf(sheet: RouteSheet) -> Leaf:
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
    def __init__(self, sheet: RouteSheet, both: TwoTongues) -> None:
        self.sheet, self.both, self.say = sheet, both, both.say
        self.pack, self.verdict = sheet.office.pack, sheet.verdict
        self.route = sheet.verdict.route
        self._quoted: set[str] = set()
        self._cited_only: dict[str, None] = {}

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
        yield from self._why()

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
        lines = list(self._nearest())
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

    def _nearest(self) -> Iterator[Two]:
        """Up to three things: what has a deadline, what is granted, what lacks one fact, what asks a favour, what waits.

        What hangs on no answer of the person, or only informs, is no way out for her.
        """
        found: list[tuple[int, date, int, Two]] = []
        for term in (one for one in self.sheet.found.terms if _runs(one)):
            ready = [one for one in self.sheet.found.writs.values() if one.open_to_file]
            for writ in (one.writ for one in ready if term.deadline.id in one.writ.deadlines):
                line = self.say(
                    "ui.findings.by_today",
                    "Hoy sí se puede: {name}, hasta el {date}.",
                    name=self.both.of_pack(writ.name),
                    date=self.both.day(last_day(term)),
                )
                found.append((0, last_day(term), 0, line))
        for one in self.sheet.found.routes.values():
            informs = one.route.nature in (Nature.INFORMATIVE, Nature.HISTORIC) or len(one.criteria) <= 1
            if one.route.id != self.route.id and not informs:
                found += self._other(one)
        if not found:
            found = [
                (9, date.max, 0, self._today(self.both.of_pack(one.writ.name)))
                for one in self.sheet.found.writs.values()
                if one.open_to_file
            ]
        found.sort(key=lambda one: one[:3])
        sure = [
            one for one in found if one[0] <= 1
        ]  # beside what can be done today, what may be would only distract
        yield from list(dict.fromkeys(line for *_, line in sure or found))[:_NEAREST]

    def _today(self, name: Two) -> Two:
        return self.say("ui.findings.can_today", "Hoy sí se puede: {name}.", name=name)

    def _other(self, one: RouteVerdict) -> Iterator[tuple[int, date, int, Two]]:
        name, count = self.both.of_pack(one.route.name), len(one.criteria)
        if one.outcome in OPEN:
            place = (1, 1, 3)[OPEN.index(one.outcome)]
            state = self.both.words(lambda say: outcome_words(say, one.outcome))
            line = self.say("hoja.ruta.other", "{name}: {state}.", name=name, state=state)
            yield place, date.max, -count, line
        elif one.outcome == "esperar" and one.since:
            day = self.both.day(one.since)
            line = self.say("hoja.ruta.other_since", "{name}: se abre el {day}.", name=name, day=day)
            yield 4, one.since, 0, line
        elif one.outcome == "falta_informacion":
            asked = min(one.enough, key=len, default=one.missing)
            facts = _listed([self.both.of_pack(self.pack.facts[fact].label) for fact in asked[:3]])
            line = self.say(
                "ui.findings.maybe",
                "Quizás se puede: {name}. Falta saber: {facts}.",
                name=name,
                facts=facts,
            )
            yield 2 if len(asked) == 1 else 5, date.max, len(asked), line

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
            facts = _listed([self.both.of_pack(self.pack.facts[name].label) for name in more])
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
        terms = [one for one in self.sheet.found.terms if _runs(one)]
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
        yield p.Head(self.say("hoja.ruta.bring", "Qué traer"))
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

    # --- why

    def _why(self) -> Iterator[Piece]:
        yield p.Head(self.say("hoja.ruta.why", "Por qué: lo que pide la ley y lo que usted respondió"))
        if not self.verdict.criteria:
            yield p.Text(self.say("hoja.ruta.no_criteria", "Este camino solo informa: no pide requisitos."))
        for one in sorted(self.verdict.criteria, key=self._rank):
            yield self._reason(one)
        later = [one for one in self._cited_only if one not in self._quoted and self.pack.norms[one].quote]
        if later:
            yield p.Head(self.say("hoja.ruta.law", "Las palabras de la ley"))
        for ident in dict.fromkeys(later):
            yield self._quote(ident)

    def _rank(self, one: CriterionState) -> tuple[int, bool]:
        """What stands in the way, what nobody knows, what is met, what is not needed."""
        sign, _ = self._state(one)
        place = {Shape.CROSS: 0, Shape.QUESTION: 1, Shape.TICK: 2}.get(sign, 3)
        if sign == Shape.DASH and one.id in self.route.unless:
            place = 0
        return (place, one.id not in self.verdict.decisive)

    def _weighs(self, one: CriterionState) -> bool:
        """Whether it stands in the way, or is open while the whole is open: then its article is quoted beside it."""
        place, undecided = self._rank(one)[0], self.verdict.outcome == "falta_informacion"
        return place == 0 or (place == 1 and (undecided or one.id in self.verdict.decisive))

    def _reason(self, one: CriterionState) -> Piece:
        sign, state = self._state(one)
        advice = None
        if self._weighs(one) and one.advice and one.id not in self.route.unless:
            text = self.both.of_pack(one.advice)
            advice = self.say("hoja.ruta.advice", "Qué traer o averiguar: {text}", text=text)
        return p.Reason(
            one.id,
            sign,
            state,
            self.both.of_pack(one.text),
            tuple(self._answers(one)),
            advice,
            tuple(self._quotes(one.norms, whole=self._weighs(one))),
        )

    def _state(self, one: CriterionState) -> tuple[Shape, Two]:
        """Of what would shut the route out: that it is not so is no fault. Of another way than the one met: not needed."""
        say = self.say
        if one.id in self.route.unless and one.value is not None:
            if one.value:
                return Shape.DASH, say("hoja.ruta.is_so", "Es su caso")
            return Shape.TICK, say("hoja.ruta.is_not_so", "No es su caso")
        if self.verdict.outcome in OPEN and one.value is not True:
            return Shape.DASH, say("hoja.ruta.spare", "No hace falta")
        return _STATES[one.value], self.both.words(lambda voice: state_words(voice, one.value))

    def _answers(self, one: CriterionState) -> Iterator[Two]:
        source = next(
            (c for c in self.pack.criterion(f"ruta:{self.route.id}", one.id) if c.text == one.text), None
        )
        if source is None:
            return
        read = self._read_by(facts_of(source.test))
        short: list[Two] = []
        for name in (fact for fact in self.pack.facts if fact in read):
            if name in self.sheet.values:
                told = answer_words(self.both, name, self.sheet.values[name])
                if max(len(told.es), len(told.ht)) > SHORT:
                    yield self.say("hoja.ruta.answer", "Usted: {answer}", answer=told)
                else:
                    short.append(told)
            elif name in one.missing:
                short.append(unknown_answer(self.both, name))
        if short:
            yield self.say("hoja.ruta.answer", "Usted: {answer}", answer=_listed(short))

    def _read_by(self, names: frozenset[str]) -> frozenset[str]:
        """The facts a criterion reads; of a worked-out one that is not known, what it is worked out from."""
        found: set[str] = set()
        for name in names - {self.pack.day_fact}:
            fact = self.pack.facts[name]
            if name not in self.sheet.values and not fact.askable and fact.derived is not None:
                found |= facts_of(fact.derived) - {self.pack.day_fact}
            else:
                found.add(name)
        return frozenset(found)

    def _quotes(self, norms: tuple[str, ...], *, whole: bool) -> Iterator[p.Quoted]:
        """The norms of a criterion: with their words where it stands in the way or is open, else by name, and the words
        of all of them at the end. No words stand twice on a sheet."""
        self._cited_only.update(dict.fromkeys(norms))
        quoted = [one for one in norms if whole and one not in self._quoted and self.pack.norms[one].quote]
        for ident in quoted:
            yield self._quote(ident)
        rest = [self.pack.norms[one] for one in norms if one not in quoted]
        if rest:
            yield p.Quoted(self.both.articles(rest), "", self._least_sure(rest))

    def _quote(self, ident: str) -> p.Quoted:
        norm = self.pack.norms[ident]
        self._quoted.add(ident)
        return p.Quoted(self.both.article(norm), norm.quote, self._least_sure([norm]))

    def _least_sure(self, norms: list[Norm]) -> Two | None:
        weakest = max((list(Confidence).index(one.confidence) for one in norms), default=0)
        return self._sure(list(Confidence)[weakest]) if weakest else None

    def _sure(self, confidence: Confidence) -> Two:
        say = self.say
        match confidence:
            case Confidence.SECONDARY:
                return say("hoja.norma.S", "leída en un resumen")
            case Confidence.KNOWN:
                return say("hoja.norma.K", "conocida, no leída: confírmela")
            case _:
                return say("hoja.norma.U", "insegura: verifíquela con un abogado o una abogada")


def _runs(term: RunningTerm) -> bool:
    return term.state != "vencido" and term.deadline.runs_for == "persona"


def _listed(texts: list[Two]) -> Two:
    return Two("; ".join(one.es for one in texts), "; ".join(one.ht for one in texts))

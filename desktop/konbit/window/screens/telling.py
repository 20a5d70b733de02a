"""Tells of one route or writ: what to heed, why, what is missing, when, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.law.facts import Kind
from konbit.law.routes import Criterion as LawCriterion
from konbit.law.routes import Level as LawLevel
from konbit.law.tree import facts_of
from konbit.papers.knowledge import paper_facts
from konbit.reasoning.examining import Contradiction, Examination
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.verdicts import Caution, CriterionState, RouteVerdict
from konbit.reasoning.writ_verdicts import WritVerdict
from konbit.window.pack_words import day_in_words, listed, of_pack
from konbit.window.parts.banner import Level
from konbit.window.parts.chip import State
from konbit.window.parts.criterion_row import Criterion
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.screens.criterion_words import sentence
from konbit.window.screens.finding_cards import Card, Group, lacking, last_day, nearest, state_by, state_of
from konbit.window.screens.finding_view import Act, Dated, Notice, View
from konbit.window.screens.finding_words import (
    after,
    ask,
    case_state,
    fee_words,
    lapse,
    left,
    met_state,
    refer,
    span,
    spare_state,
    today_name,
    until_title,
)
from konbit.window.screens.norm_words import articles, quotes
from konbit.window.screens.practical import Told
from konbit.window.screens.value_words import answer, labels, not_known, value
from konbit.work.office import Office

_GRANTED = ("elegible", "elegible_con_riesgo", "solicitable")
_SHUT = ("no_elegible", "no_aplica", "cerrado", "improcedente", "extemporaneo", "esperar")
_ANSWERS_SHOWN, _MAY_STILL = 4, 6


def known_to(office: Office, case: Case, today: date) -> dict[str, Any]:
    """The known facts of the applicant by id, given and worked out."""
    situation = office.engine.situation(known_values(case, office.pack.facts), today)
    return dict(paper_facts(office.pack.facts, situation).known)


class Telling:
    """Tells of one examination. values: see `known_to`."""

    def __init__(
        self, office: Office, found: Examination, values: Mapping[str, Any], cards: Sequence[Card]
    ) -> None:
        self.office, self.pack, self.found = office, office.pack, found
        self.values, self.cards = values, cards

    def route(self, ident: str) -> View:
        """A route."""
        verdict = self.found.routes[ident]
        criteria = self._criteria(
            f"ruta:{ident}",
            verdict.criteria,
            verdict.decisive,
            verdict.route.unless,
            verdict.outcome in _GRANTED,
        )
        asks = lacking(verdict) if verdict.outcome == "falta_informacion" else ()
        instead, key = self._instead(verdict, f"ruta:{ident}")
        return View(
            key=f"ruta:{ident}",
            title=of_pack(verdict.route.name),
            plain=of_pack(verdict.route.plain),
            state=state_of(verdict.outcome, len(asks)),
            act=self._act_of_route(verdict, asks, key),
            confirm=verdict.to_confirm,
            notices=(*self._cautions(verdict.cautions), *self._contradictions()),
            instead=instead,
            instead_key=key,
            asks=asks,
            may_still=tuple(fact for fact in verdict.missing if fact not in asks)[:_MAY_STILL]
            if asks
            else (),
            criteria=criteria,
            dates=tuple(
                Dated(span(one.day, one.latest), of_pack(one.text), one.norms)
                for one in sorted(verdict.milestones, key=lambda one: one.day)
            ),
            boxes=self._boxes_of_route(verdict),
            papers=tuple(of_pack(paper.text) for paper in verdict.papers),
            norms=verdict.route.norms,
        )

    def writ(self, ident: str) -> View:
        """A writ."""
        verdict = self.found.writs[ident]
        asks = lacking(verdict) if verdict.outcome == "falta_informacion" else ()
        instead, key = self._instead(verdict, f"escrito:{ident}")
        terms = tuple(term for term in self.found.terms if term.deadline.id in verdict.writ.deadlines)
        return View(
            key=f"escrito:{ident}",
            title=of_pack(verdict.writ.name),
            plain=of_pack(verdict.writ.plain),
            state=state_by(state_of(verdict.outcome, len(asks)), self._due(terms, verdict), self.found.today),
            act=self._act_of_writ(verdict, asks, key),
            notices=(
                *self._cautions(verdict.cautions),
                *self._conflicts(ident),
                *self._lawyer(verdict),
                *_no_model(verdict),
                *self._contradictions(),
            ),
            instead=instead,
            instead_key=key,
            asks=asks,
            causes=tuple(
                (state_of(one.outcome), of_pack(one.cause.text))
                for one in verdict.causes
                if one.cause and one.outcome not in ("improcedente", "falta_informacion")
            ),
            criteria=self._criteria(f"escrito:{ident}", verdict.criteria),
            boxes=self._boxes_of_writ(verdict, terms),
            effect=of_pack(verdict.writ.effect) if verdict.writ.effect else None,
            terms=tuple(term.deadline.id for term in terms),
            norms=verdict.norms,
        )

    @staticmethod
    def _due(terms: Sequence[RunningTerm], verdict: WritVerdict) -> date | None:
        days = [last_day(term) for term in terms if term.state != "vencido"]
        return min(days, default=None) if verdict.open_to_file else None

    # --- why

    def _criteria(
        self,
        owner: str,
        states: tuple[CriterionState, ...],
        decisive: tuple[str, ...] = (),
        unless: tuple[str, ...] = (),
        granted: bool = False,
    ) -> tuple[Criterion, ...]:
        def rank(one: CriterionState) -> tuple[int, int, int]:
            settled = {False: 0, None: 1, True: 2}[one.value]
            shut_out = one.id in unless and one.value is True
            return (not shut_out and one.id in unless, one.id not in decisive, settled)

        def shown(one: CriterionState) -> State:
            if one.id in unless:
                return case_state(one.value)
            return spare_state() if granted and one.value is not True else met_state(one.value)

        return tuple(self._criterion(owner, one, shown(one)) for one in sorted(states, key=rank))

    def _criterion(self, owner: str, state: CriterionState, shown: State) -> Criterion:
        norms = self.pack.norms
        told = [self._answers(owner, state)]
        if state.value is None and state.advice:
            told.append(of_pack(state.advice))
        return Criterion(
            state.id,
            shown,
            sentence(state, shown),
            listed(told, ". ") if len(told) > 1 else told[0],
            articles(norms, state.norms),
            quotes(norms, state.norms),
        )

    def _answers(self, owner: str, state: CriterionState) -> Say:
        source = next((one for one in self.pack.criterion(owner, state.id) if one.text == state.text), None)
        if source is None:
            return nothing
        reads = self._read_by(source)
        read = [fact for fact in self.pack.facts if fact in reads]
        known = [answer(self.pack, fact, self.values[fact]) for fact in read if fact in self.values]
        open_ones = [not_known(self.pack, fact) for fact in read if fact in state.missing]
        told = [*known, *open_ones][:_ANSWERS_SHOWN]
        return listed(told, " · ") if told else nothing

    def _read_by(self, source: LawCriterion) -> frozenset[str]:
        """The facts a criterion reads; of a worked-out one that is not known, what it is worked out from."""
        found: set[str] = set()
        for name in facts_of(source.test):
            fact = self.pack.facts[name]
            if name == self.pack.day_fact:
                continue
            if name not in self.values and not fact.askable and fact.derived is not None:
                found |= facts_of(fact.derived) - {self.pack.day_fact}
            else:
                found.add(name)
        return frozenset(found)

    # --- what to heed

    def _cautions(self, cautions: tuple[Caution, ...]) -> tuple[Notice, ...]:
        levels = {LawLevel.RED: Level.RED, LawLevel.AMBER: Level.AMBER}
        return tuple(Notice(levels[one.level], of_pack(one.text), nothing, one.norms) for one in cautions)

    def _conflicts(self, ident: str) -> tuple[Notice, ...]:
        return tuple(
            Notice(
                Level.AMBER,
                listed(
                    [of_pack(one.text), *(of_pack(self.pack.writs[name].name) for name in one.ids)], " · "
                ),
                lambda words: words("ui.findings.one_way", "Elija una sola vía."),
                one.norms,
            )
            for one in self.found.conflicts
            if ident in one.ids
        )

    def _lawyer(self, verdict: WritVerdict) -> tuple[Notice, ...]:
        if not (verdict.writ.lawyer and verdict.open_to_file):
            return ()
        return (
            Notice(
                Level.AMBER,
                lambda words: words(
                    "ui.findings.lawyer_text",
                    "Debe firmarlo un abogado o una abogada. Si no hay, pida hoy asistencia jurídica gratuita: no espere al último día.",
                ),
                lambda words: words("ui.findings.lawyer", "Necesita abogado."),
            ),
        )

    def _contradictions(self) -> tuple[Notice, ...]:
        return tuple(
            Notice(
                Level.AMBER,
                self._contradiction(one),
                lambda words: words("ui.findings.contradiction", "Dos respuestas no calzan."),
            )
            for one in self.found.contradictions
        )

    def _contradiction(self, one: Contradiction) -> Say:
        fact = self.pack.facts[one.fact]
        worked = one.derived
        if fact.kind in (Kind.DATE, Kind.PARTIAL_DATE) and isinstance(worked, int | float):
            worked = date.fromordinal(int(worked))
        label, given, derived = (
            of_pack(fact.label),
            value(self.pack, fact, one.given),
            value(self.pack, fact, worked),
        )
        return lambda words: words(
            "ui.findings.contradiction_text",
            "{label}: se anotó «{given}», pero de las otras respuestas resulta «{derived}». Cuenta lo segundo; revise.",
            label=label(words),
            given=given(words),
            derived=derived(words),
        )

    # --- where else to look: never a bare "no"

    def _instead(self, verdict: RouteVerdict | WritVerdict, key: str) -> tuple[Say | None, str]:
        if verdict.outcome not in _SHUT:
            return None, ""
        since = getattr(verdict, "since", None)
        if since is not None:
            told = day_in_words(since, weekday=True)
            return (
                lambda words: words(
                    "ui.findings.opens", "Se abre el {date}. Anótelo en la agenda.", date=told(words)
                ),
                "",
            )
        until = getattr(verdict, "until", None)
        barred = lapse(until) if until is not None else None
        card = nearest(self.cards, key)
        if card is None:
            return after(barred, refer), ""
        return after(barred, self._nearest(card)), card.key

    def _nearest(self, card: Card) -> Say:
        name = card.shown.name
        if card.group is Group.MISSING:
            asks = labels(self.pack, lacking(self.found.routes[card.id])[:3])
            return lambda words: words(
                "ui.findings.maybe",
                "Quizás se puede: {name}. Falta saber: {facts}.",
                name=name(words),
                facts=asks(words),
            )
        day = self.found.routes[card.id].since if card.group is Group.WAIT else card.due
        if day is not None:
            told = day_in_words(day)
            if card.group is Group.WAIT:
                return lambda words: words(
                    "ui.findings.nearest",
                    "Lo más cercano: {name}, desde el {date}.",
                    name=name(words),
                    date=told(words),
                )
            return lambda words: words(
                "ui.findings.by_today",
                "Hoy sí se puede: {name}, hasta el {date}.",
                name=name(words),
                date=told(words),
            )
        return today_name(name)

    # --- the button

    def _act_of_route(self, verdict: RouteVerdict, asks: tuple[str, ...], instead: str) -> Act:
        if asks:
            return ask("ruta", verdict.route.id, asks[0])
        if verdict.outcome in _GRANTED:
            for output in verdict.route.outputs:
                if output in self.pack.forms:
                    return Act(
                        lambda words: words("ui.findings.form", "Preparar formulario"),
                        "papers",
                        f"formulario:{output}",
                    )
        return self._elsewhere(instead)

    def _act_of_writ(self, verdict: WritVerdict, asks: tuple[str, ...], instead: str) -> Act:
        if asks:
            return ask("escrito", verdict.writ.id, asks[0])
        if verdict.open_to_file and verdict.writ.has_template:
            return Act(
                lambda words: words("ui.findings.writ", "Preparar escrito"),
                "papers",
                f"escrito:{verdict.writ.id}",
            )
        return self._elsewhere(instead)

    def _elsewhere(self, instead: str) -> Act:
        if instead:
            return Act(
                lambda words: words("ui.findings.see_nearest", "Ver lo más cercano"), "findings", instead
            )
        return Act(lambda words: words("ui.findings.review", "Revisar las respuestas"), "review")

    # --- where, until when, how much

    def _boxes_of_route(self, verdict: RouteVerdict) -> tuple[Told, ...]:
        route, boxes = verdict.route, list[Told]()
        if route.where:
            boxes.append(Told(lambda words: words("ui.findings.where", "Dónde"), of_pack(route.where)))
        if route.by_when:
            boxes.append(Told(until_title, of_pack(route.by_when)))
        if route.fee:
            boxes.append(Told(lambda words: words("ui.findings.fee", "Cuánto cuesta"), fee_words(route.fee)))
        return tuple(boxes)

    def _boxes_of_writ(self, verdict: WritVerdict, terms: tuple[RunningTerm, ...]) -> tuple[Told, ...]:
        boxes: list[Told] = []
        writ, court = verdict.writ, self.found.court
        where: Say = lambda words: words("ui.findings.where", "Dónde")  # noqa: E731
        if writ.court and court is not None:
            place = self.values.get(self.pack.home_fact)
            by = value(self.pack, self.pack.facts[self.pack.home_fact], place)
            boxes.append(
                Told(
                    where,
                    fixed(court.name),
                    lambda words: words("ui.findings.by_comuna", "por la comuna: {comuna}", comuna=by(words)),
                )
            )
        elif writ.court:
            boxes.append(
                Told(
                    where, lambda words: words("ui.findings.no_court", "Falta la comuna para saber qué Corte")
                )
            )
        elif writ.authority:
            boxes.append(Told(where, of_pack(writ.authority)))
        running = [term for term in terms if term.state != "vencido"]
        if running and verdict.open_to_file:
            term = min(running, key=last_day)
            boxes.append(
                Told(until_title, day_in_words(last_day(term), weekday=True), left(term, self.found.today))
            )
        return tuple(boxes)


def _no_model(verdict: WritVerdict) -> tuple[Notice, ...]:
    if verdict.writ.has_template or not verdict.open_to_file:
        return ()
    return (
        Notice(
            Level.AMBER,
            lambda words: words(
                "ui.findings.no_model",
                "Konbit todavía no trae el modelo de este escrito: se redacta a mano, con los requisitos y normas de abajo.",
            ),
        ),
    )

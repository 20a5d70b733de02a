"""Why a route stands as it stands: every criterion with its state, the person's answers, and the words of the law."""

from __future__ import annotations

from collections.abc import Iterator

from konbit.law.norms import Confidence
from konbit.law.tree import facts_of
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Piece, Shape, Two
from konbit.reasoning.verdicts import CriterionState
from konbit.work.answer_words import answer_words, unknown_answer
from konbit.work.told_route import OPEN, ToldRoute, listed
from konbit.work.two_tongues import TwoTongues
from konbit.work.wording import state_words

SHORT = 160
"""Letters of an answer up to which it stands in one line with the others."""
_STATES = {True: Shape.TICK, False: Shape.CROSS, None: Shape.QUESTION}


class Reasons:
    """The criteria of one sheet, and then the words of the law that stand nowhere else on it."""

    def __init__(self, sheet: ToldRoute, both: TwoTongues) -> None:
        self.sheet, self.both, self.say = sheet, both, both.say
        self.pack, self.verdict = sheet.office.pack, sheet.verdict
        self.route = sheet.verdict.route
        self._quoted: set[str] = set()
        self._cited_only: dict[str, None] = {}

    def pieces(self) -> Iterator[Piece]:
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
            self._sentence(one, sign),
            tuple(self._answers(one)),
            advice,
            tuple(self._quotes(one.norms, whole=self._weighs(one))),
        )

    def _sentence(self, one: CriterionState, sign: Shape) -> Two:
        """What is true of her: of a criterion she does not meet, never the condition itself."""
        if sign != Shape.CROSS:
            return self.both.of_pack(one.text)
        if one.unmet:
            return self.both.of_pack(one.unmet)
        return self.say(
            "estado.no_se_cumple", "No se cumple: {sentence}", sentence=self.both.of_pack(one.text)
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
            yield self.say("hoja.ruta.answer", "Usted: {answer}", answer=listed(short))

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
        for confidence in Confidence:
            alike = [norm for norm in rest if norm.confidence == confidence]
            if alike:
                yield p.Quoted(self.both.articles(alike), "", self._sure(confidence))

    def _quote(self, ident: str) -> p.Quoted:
        norm = self.pack.norms[ident]
        self._quoted.add(ident)
        return p.Quoted(self.both.article(norm), norm.quote, self._sure(norm.confidence))

    def _sure(self, confidence: Confidence) -> Two | None:
        say = self.say
        match confidence:
            case Confidence.CONFIRMED:
                return None
            case Confidence.SECONDARY:
                return say("hoja.norma.S", "leída en un resumen")
            case Confidence.KNOWN:
                return say("hoja.norma.K", "conocida, no leída: confírmela")
            case _:
                return say("hoja.norma.U", "insegura: verifíquela con un abogado o una abogada")

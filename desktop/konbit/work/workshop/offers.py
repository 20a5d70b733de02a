"""Which facts a place may take: found by the words of their label, question or id, or proposed by what the form prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from math import log

from konbit.law.facts import OWNERS, UNRECORDED, Fact, Kind
from konbit.law.near import folded
from konbit.law.pack import Pack
from konbit.work.workshop.sheet import Spot

TODAY = "hoy"
"""Stands for a fact: the day on which the form is filled."""
_DATES = (Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT)
_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)
_PARTS = {"dia": "día", "mes": "mes", "anio": "año"}
_WORD = re.compile(r"[a-z]+|\d+")
_HUMP = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Ý])")
_EMPTY = frozenset(
    (
        "a", "al", "como", "con", "cual", "cuales", "de", "del", "el", "en", "es", "esta", "este", "la", "las", "lo",
        "los", "o", "para", "por", "que", "se", "si", "son", "su", "sus", "tiene", "un", "una", "y", "ya",
    )
)  # fmt: skip
_SHORTEST_RUN, _DOTTED_RUN = 10, 12
"""Letters of 12345678-5 and of 12.345.678-5."""
_NEAR = 0.8
_ENOUGH = 0.6
"""Share of a fact's own words that must be printed at the place for it to be proposed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a place may take. fact: its id, or `hoy`. label: the fact's, in Spanish. part: of a date. style:
    of a number. choice: the answer that ticks a box; told: its words."""

    fact: str
    label: str
    part: str = ""
    style: str = ""
    choice: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    fact: Fact | None
    offer: Offer
    label: frozenset[str]
    ident: frozenset[str]
    asked: frozenset[str]
    answer: frozenset[str]
    first: str

    @property
    def own(self) -> frozenset[str]:
        return self.label | self.answer


class Finder:
    """The facts of a pack, by their words. Made once; never changes."""

    def __init__(self, pack: Pack) -> None:
        self._lists = {fact.id: fact.label for fact in pack.facts.values() if fact.kind == Kind.LIST}
        self._texts = [*map(self._entry, self._written(pack)), self._entry((None, Offer(TODAY, _TODAY)))]
        self._ticks = [*map(self._entry, self._ticked(pack))]
        counted = Counter(word for entry in self._texts for word in entry.label)
        self._known = sorted(
            {word for entry in (*self._texts, *self._ticks) for word in (*entry.own, *entry.ident)}
        )
        self._rare = {word: log(1 + len(self._texts) / count) for word, count in counted.items()}

    def search(self, typed: str, spot: Spot, limit: int = 8) -> tuple[Offer, ...]:
        """The facts that have every typed word, the likeliest first; where none has, those with words like them."""
        words = _words(typed)
        if not words:
            return ()
        entries = self._for(spot)
        whole = folded(typed)
        found = [(score, entry) for entry in entries if (score := _score(entry, words))]
        if not found:
            meant = [self._meant(word) for word in words]
            found = [(score, entry) for entry in entries if (score := _score(entry, meant))]
        found = [(score + _fits(entry.offer, spot), entry) for score, entry in found]
        ranked = sorted(
            found, key=lambda pair: (-pair[0] - 4.0 * pair[1].first.startswith(whole), pair[1].first)
        )
        return tuple(entry.offer for _, entry in ranked[:limit])

    def propose(self, spot: Spot, taken: Collection[str] = (), limit: int = 4) -> tuple[Offer, ...]:
        """What the words printed at the place, or the field's own name, speak of; nothing rather than anything.

        taken: facts that other places take already.
        """
        printed = frozenset(_stems(spot.words)) or frozenset(
            _stems(_HUMP.sub(" ", spot.field.rsplit(".", 1)[-1]))
        )
        if not printed:
            return ()
        found: list[tuple[float, _Entry]] = []
        for entry in self._for(spot):
            # beside a box stands its answer; of a yes or no, the whole question
            own = (
                entry.answer
                if entry.fact is not None and entry.fact.choices and spot.kind == "tick"
                else entry.label
            )
            common = own & printed
            if not common:
                continue
            weight = sum(self._weight(word) for word in common)
            share = weight / sum(self._weight(word) for word in own)
            if share < _ENOUGH:
                continue
            score = share + 0.5 * weight / sum(map(self._weight, printed))
            score -= 0.4 * (entry.offer.fact in taken and not entry.offer.choice)
            score -= 0.15 * bool(entry.offer.part or entry.offer.style)
            score += 0.1 * _fits(entry.offer, spot)
            found.append((score + 0.05 * (entry.fact is not None and entry.fact.owner == "persona"), entry))
        found.sort(key=lambda pair: (-pair[0], pair[1].first))
        return tuple(entry.offer for _, entry in found[:limit])

    def _meant(self, word: str) -> str:
        """The known word that a mistyped one is like; itself where it is like none."""
        near = get_close_matches(_stem(word), self._known, n=1, cutoff=_NEAR) if len(word) > 3 else []
        return near[0] if near else word

    def _weight(self, word: str) -> float:
        return self._rare.get(word, 2.0)

    def _for(self, spot: Spot) -> Iterable[_Entry]:
        if spot.kind == "tick":
            return self._ticks
        return self._texts

    def _written(self, pack: Pack) -> Iterator[tuple[Fact, Offer]]:
        for fact in pack.facts.values():
            if fact.kind == Kind.LIST:
                continue
            yield fact, Offer(fact.id, fact.label)
            if fact.kind in _DATES:
                yield from (
                    (fact, Offer(fact.id, fact.label, part, told=told)) for part, told in _PARTS.items()
                )
            if fact.kind in _NUMBERS:
                yield fact, Offer(fact.id, fact.label, style="pesos", told="en pesos")
            if fact.kind == Kind.RUN:
                yield fact, Offer(fact.id, fact.label, style="sin_puntos", told="sin puntos")

    def _ticked(self, pack: Pack) -> Iterator[tuple[Fact, Offer]]:
        for fact in pack.facts.values():
            answers = {"si": "Sí", "no": "No"} if fact.kind == Kind.BOOL else fact.choices
            for choice, told in answers.items():
                if choice != UNRECORDED:
                    yield fact, Offer(fact.id, fact.label, choice=choice, told=told)

    def _entry(self, pair: tuple[Fact | None, Offer]) -> _Entry:
        fact, offer = pair
        of_list = self._lists.get(fact.owner, "") if fact else ""
        return _Entry(
            fact,
            offer,
            frozenset(_stems(offer.label)),
            frozenset(_stems(f"{offer.fact} {of_list}")),
            frozenset(_stems(fact.question if fact else "")),
            frozenset(_stems(offer.told)),
            folded(f"{offer.label} {offer.told}"),
        )


_TODAY = "Fecha de hoy"


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _stem(word: str) -> str:
    """Singular and plural, masculine and feminine alike."""
    bare = word.removesuffix("s")
    return bare[:-1] if len(bare) > 4 and bare[-1] in "aeo" else bare


def _stems(text: str) -> Iterator[str]:
    return (_stem(word) for word in _words(text) if word not in _EMPTY)


def _fits(offer: Offer, spot: Spot) -> float:
    """More where the place is as short as this way of writing: a day or a year alone, a RUN without its dots."""
    if not spot.longest:
        return 0.0
    if offer.style == "sin_puntos":
        return 6.0 * (_SHORTEST_RUN <= spot.longest < _DOTTED_RUN)
    return 6.0 * (spot.longest == (4 if offer.part == "anio" else 2)) if offer.part else 0.0


def _score(entry: _Entry, words: list[str]) -> float:
    """0 where a word is nowhere. A word typed in part counts as the beginning of one."""
    total = 0.0
    for word in words:
        if word in _EMPTY and len(words) > 1:
            continue
        best = 0.0
        for group, weight in (
            (entry.answer, 9.0),
            (entry.label, 8.0),
            (entry.ident, 5.0),
            (entry.asked, 2.5),
        ):
            for known in group:
                if known == word or known == _stem(word):
                    best = max(best, weight)
                elif known.startswith(_stem(word)):
                    best = max(best, weight * 0.8)
        if not best:
            return 0.0
        total += best
    total -= 0.6 * max(len(entry.own) - len(words), 0)  # the fact that says little else is the likelier one
    total -= 4.0 * bool(entry.offer.part or entry.offer.style) * (not entry.answer.intersection(words))
    total += 3.0 * (words == [entry.offer.fact])
    if entry.fact is not None:
        total += 0.5 * entry.fact.askable + 0.5 * (entry.fact.owner == "persona")
        total -= 5.0 * (entry.fact.owner not in OWNERS)
    return max(total, 0.01)

"""Meaning carried from Spanish to Creole: figures, kinds of days, legal force, false friends, the glossary.

Each check yields (code, message), given the Spanish source and its Creole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from konbit.tongues.creole_spelling import Told
from konbit.tongues.glossary import Term
from konbit.tongues.markup import WORD, figures

_FORCE = (
    (
        r"\b(?:debe|deben|deberá|deberán|tiene que|tienen que)\b",
        r"\b(?:dwe|fòk|oblije|gen pou)\b",
        "debe",
        "dwe",
    ),
    (
        r"\bno (?:puede|pueden|podrá|podrán)\b",
        r"\b(?:pa|p ap) (?:ka|kapab|gen dwa)\b",
        "no puede",
        "pa gen dwa / pa ka",
    ),
    (r"(?<!no )\b(?:puede|pueden|podrá|podrán)\b", r"\b(?:ka|kapab|gen dwa|pèmèt)\b", "puede", "ka"),
    (r"\bantes de\b", r"\banvan\b", "antes de", "anvan"),
    (r"\bhasta (?:el|la|que|las)\b", r"\b(?:jiska|jis|jouk|rive)\b", "hasta", "jiska"),
    (r"\bdesde (?:el|la|que|las)\b", r"\b(?:depi|apati|soti)\b", "desde", "depi"),
    (r"\btiene derecho\b", r"\bdwa\b", "tiene derecho", "gen dwa"),
    (r"\bsolo\b|\bsólo\b|\bsolamente\b|\búnicamente\b", r"\b(?:sèl|sèlman|ase|inikman)\b", "solo", "sèlman"),
)

_FRIENDS = (
    (r"\bmanda\b", r"mandato|poder", "manda es una orden de arresto; mandato o poder: pwokirasyon"),
    (r"\baplikasyon\b", r"solicitud|postulación", "solicitud: demann"),
    (
        r"\btelechaje\b",
        r"\b(?:subir|suba|adjuntar|adjunte|cargar|cargue)\b",
        "subir un archivo: mete … nan dosye a",
    ),
)
_ELSEWHERE = re.compile(r"\b(?:lakou kasasyon|tribinal de pè|komisè gouvènman)\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(
    r"\b(?:qué|quién|quiénes|cuál|cuáles|cuándo|dónde|cómo|cuánto|cuánta|cuántos|cuántas)\b", re.IGNORECASE
)


def check_meaning(source: str, text: str) -> Told:
    """Everything but the glossary."""
    low, creole = source.lower(), text.lower()
    lost, invented = _unmatched(figures(source), figures(text))
    if "1" in lost and re.search(r"\bpremye\b", creole):
        lost.remove("1")
    if lost or invented:
        yield (
            "figures",
            f"las cifras no son las mismas: {', '.join(lost) or '–'} / {', '.join(invented) or '–'}",
        )
    yield from _days(low, creole)
    if low.rstrip().endswith("?") and not _QUESTION_WORD.search(low) and not re.search(r"\bèske\b", creole):
        yield "question", "una pregunta de sí o no empieza con Èske"
    for spanish, expected, said, should in _FORCE:
        if re.search(spanish, low) and not re.search(expected, creole):
            yield "force", f"«{said}» se perdió: {should}"
    if re.search(r"\bdwe\b", creole) and "derecho" in low and not re.search(r"\bdeb|\btiene que", low):
        yield "force", "«derecho» es dwa; dwe es una obligación"
    if re.search(r"\bekspilsyon|\bekspilse", creole) and "expuls" not in low:
        yield "frightens", "ekspilsyon solo donde el español dice expulsión"
    if re.search(r"\b(?:depòt|depòte|depòtasyon|polis)\b", creole) and not re.search(
        r"deport|polic|pdi", low
    ):
        yield "frightens", "depòte o polis no están en el español"
    for word, spanish, hint in _FRIENDS:
        if re.search(word, creole) and re.search(spanish, low):
            yield "false-friend", hint
    if re.search(r"\bakize\b", creole) and not re.search(r"acusad|imputad", low):
        yield "false-friend", "akize es acusado"
    if _ELSEWHERE.search(text):
        yield "false-friend", "es una institución de Haití, no de Chile"


def _unmatched(source: list[str], text: list[str]) -> tuple[list[str], list[str]]:
    left = list(text)
    lost: list[str] = []
    for figure in source:
        if figure in left:
            left.remove(figure)
        else:
            lost.append(figure)
    return lost, left


def _days(low: str, creole: str) -> Told:
    if re.search(r"\bdías? corridos?\b", low) and not re.search(r"\bkalandriye\b|\btout jou\b", creole):
        yield "days", "días corridos: jou kalandriye (tout jou yo konte)"
    working = re.search(r"\bdías?(?: \w+)? hábil(?:es)?\b", low)
    if working and "ouvrab" not in creole:
        yield "days", "días hábiles: jou ouvrab"
    if "ouvrab" in creole and "hábil" not in low:
        yield "days", "jou ouvrab, pero el español no dice hábiles"
    if "kalandriye" in creole and not re.search(r"corrido|calendario", low):
        yield "days", "jou kalandriye, pero el español no dice corridos"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The glossary ready to search: one pattern over all Spanish terms, longest first, and their renderings."""

    pattern: re.Pattern[str]
    renderings: Mapping[str, tuple[str, ...]]

    def check(self, source: str, text: str) -> Told:
        """Terms of the Spanish whose Creole, or whose Spanish name kept as it is, is not in the text."""
        words = {word.lower() for word in WORD.findall(text)}
        for found in dict.fromkeys(match[0].lower() for match in self.pattern.finditer(source)):
            known = self.renderings[_singular(found, self.renderings)]
            if found not in text.lower() and not any(_said(rendering, words) for rendering in known):
                yield "term", f"«{found}»: el glosario dice {' / '.join(known)}"


def vocabulary_of(terms: Iterable[Term]) -> Vocabulary:
    """Make the glossary searchable. Terms of fewer than four letters say too little to be looked for."""
    renderings: dict[str, tuple[str, ...]] = {}
    for term in terms:
        for spanish in term.sources:
            if len(spanish) > 3:
                renderings[spanish.lower()] = renderings.get(spanish.lower(), ()) + term.renderings
    longest = sorted(renderings, key=len, reverse=True)
    alternatives = "|".join(re.escape(spanish) for spanish in longest) or r"(?!)"
    return Vocabulary(re.compile(rf"(?<!\w)(?:{alternatives})(?:e?s)?(?!\w)", re.IGNORECASE), renderings)


def _singular(found: str, known: Mapping[str, object]) -> str:
    for form in (found, found.removesuffix("s"), found.removesuffix("es")):
        if form in known:
            return form
    raise KeyError(found)


def _said(rendering: str, words: set[str]) -> bool:
    needed = [word.lower() for word in WORD.findall(rendering)]
    return set([word for word in needed if len(word) > 3] or needed) <= words

"""What a translator must carry over untouched: fields, tags, shortcuts, figures, official names."""

from __future__ import annotations

import re
from collections.abc import Iterator

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[sdif]|%[sdn]\b|%L?\d+|</?\w+[^>]*>|&(?=\w)|\*\*|\n")
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_CAPITAL = r"[A-ZÁÉÍÓÚÑÜ]"
_NAME = re.compile(rf"\b{_CAPITAL}[\w.]*(?: (?:(?:de|del|la|las|los|el|y|e|en|para) )*{_CAPITAL}[\w.]*)*")
KEPT_NAMES = frozenset({"SERMIG", "PDI", "FONASA", "CESFAM", "RUN", "RUT", "CAJ", "IPE", "ClaveÚnica"})


def placeholders(text: str) -> list[str]:
    """Fields, tags, shortcuts, bold marks and line breaks, sorted."""
    return sorted(PLACEHOLDER.findall(text))


def figures(text: str) -> list[str]:
    """Every figure outside the placeholders, sorted: ["2026", "3"]."""
    return sorted(FIGURE.findall(PLACEHOLDER.sub(" ", text)))


def without_markup(text: str) -> str:
    """The text with tags and fields blanked and shortcuts taken out of their words."""
    return PLACEHOLDER.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    # A shortcut stands inside a word ("Ko&le"): it goes without leaving a gap.
    return "" if found[0] == "&" else " "


def creole_words(source: str, text: str) -> Iterator[str]:
    """The words of a translation that ought to be Creole.

    Left out: markup, explanations in brackets and quotations taken from the source (they name the Spanish thing),
    and the official names of the source, which stay as they are.
    """
    own = re.sub(r"\([^)]*\)|https?://\S+|\S+@\S+", " ", without_markup(text))
    for quoted in re.findall(r"«[^»]*»|“[^”]*”", own):
        if quoted.strip("«»“” ") in source:
            own = own.replace(quoted, " ")
    for name in official_names(source):
        own = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", own)
    for found in WORD.finditer(own):
        if found[0] not in KEPT_NAMES:
            yield found[0]


def official_names(source: str) -> list[str]:
    """Names in a Spanish text, longest first. A single capitalised word that opens a sentence is no name."""
    names: set[str] = set()
    for run in _NAME.finditer(source):
        words = list(re.finditer(r"\S+", run[0]))
        opens = not source[: run.start()].strip(" ¿¡«“\"'(") or bool(
            re.search(r"[.?!:…]\s*[¿¡«“(]*$", source[: run.start()])
        )
        for first in range(len(words)):
            for last in range(first, len(words)):
                name = run[0][words[first].start() : words[last].end()].rstrip(".")
                capitals = re.match(_CAPITAL, words[first][0]) and re.match(_CAPITAL, words[last][0])
                single = first == last
                if capitals and (
                    not single or not (opens and first == 0) or (name.isupper() and len(name) > 1)
                ):
                    names.add(name)
    return sorted(names, key=len, reverse=True)

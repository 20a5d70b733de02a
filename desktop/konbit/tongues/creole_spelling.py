"""Spelling of a Creole text: the official orthography (IPN, 1979) as the project's style guide puts it.

Each check yields (code, message). None knows the law or the meaning; see creole_meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from konbit.tongues.markup import creole_words, without_markup

Told = Iterator[tuple[str, str]]

_NOT_IPN = re.compile(r"[^aàbcdeèfghijklmnoòprstuvwyz'’]")
_DOUBLED = re.compile(r"ss|tt|ll|mm|pp|rr|ff|eau|ph|tion")

SPANISH_WORDS = frozenset((
    "el", "los", "las", "uno", "una", "unos", "unas", "del", "por", "para", "con", "que", "su",
    "sus", "usted", "ustedes", "este", "esta", "estos", "estas", "ese", "esa", "como", "cuando",
    "donde", "pero", "porque", "desde", "hasta", "entre", "sobre", "sin", "también", "puede", "debe",
    "tiene", "está", "están", "ser", "fue", "lo", "día", "días", "mes", "años", "plazo", "ley", "caso",
    "persona", "documento", "fecha", "nombre", "solicitud", "hoy", "ayer", "mañana", "enero", "febrero",
    "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
))  # fmt: skip
FRENCH_WORDS = frozenset((
    "le", "les", "des", "du", "une", "est", "et", "avec", "pour", "dans", "vous", "nous", "votre",
    "vos", "notre", "cette", "ces", "sont", "être", "qui", "que", "mais", "leur", "jour", "jours",
    "mois", "année", "demande", "pays", "aux", "janvier", "février", "mars", "mai", "juin", "juillet",
    "août", "septembre", "octobre", "novembre", "décembre", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi", "dimanche",
))  # fmt: skip
ENGLISH_WORDS = frozenset((
    "the", "of", "your", "you", "and", "is", "with", "for", "not", "file", "case", "name", "defendant",
    "number", "please",
))  # fmt: skip
_FOREIGN = SPANISH_WORDS | FRENCH_WORDS | ENGLISH_WORDS

_BARE_WORDS = frozenset((
    "ye", "le", "bo", "mine", "note", "sale", "defande", "anplwaye",
))  # fmt: skip
"""Words of their own beside an accented one of the glossary: "ye" (is), not "yè" (yesterday)."""


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def accents_from(words: Iterator[str] | frozenset[str]) -> Mapping[str, str]:
    """For each word that the glossary knows only with an accent: the bare form and the word ("kreyol": "kreyòl")."""
    known = {word.lower() for word in words if not _NOT_IPN.search(word.lower())} | _BARE_WORDS
    bare = {_without_accents(word): word for word in known if _without_accents(word) != word}
    return {plain: word for plain, word in bare.items() if plain not in known}


def check_words(source: str, text: str, accents: Mapping[str, str]) -> Told:
    """Letters, French or Spanish spelling, words left untranslated, accents forgotten."""
    for word in creole_words(source, text):
        low = unicodedata.normalize("NFC", word).lower()
        if low in _FOREIGN:
            yield "foreign", f"«{word}» quedó sin traducir"
        elif _NOT_IPN.search(low) or re.search(r"c(?!h)", low):
            yield "letter", f"«{word}»: letra o acento que el criollo no usa"
        elif re.search(r"(?<!o)u(?!i)", low):
            yield "letter", f"«{word}»: la u solo va en ou, oun, ui"
        elif _DOUBLED.search(low):
            yield "spelling", f"«{word}»: grafía francesa o española"
        elif low in accents:
            yield "accent", f"«{word}»: ¿falta el acento de «{accents[low]}»?"


def check_writing(text: str) -> Told:
    """Unicode form, marks, hyphens, spoken contractions, articles glued to a field."""
    plain = without_markup(text)
    if text != unicodedata.normalize("NFC", text):
        yield "nfc", "no está en NFC: la è debe ser un solo carácter"
    if re.search(r"[¿¡]", text):
        yield "inverted", "el criollo no abre preguntas con ¿ ni ¡"
    if re.search(r"\w\s+[:;?!](?:\s|$)", plain):
        yield "space", "sin espacio antes de : ; ? !"
    if '"' in plain:
        yield "quote", "comillas « » o “ ”"
    if re.search(r"\w-(?:la|a|an|nan|lan|mwen|m|ou|w|li|l|nou|yo)\b", plain):
        yield "hyphen", "sin guion antes de artículo o posesivo"
    for found in re.findall(r"(?<![\w'’])(?:m|n|l|y|pap)(?![\w'’])", plain):
        yield "contraction", f"«{found}»: forma hablada; escriba mwen, nou, li, yo, p ap"
    if re.search(r"[bcdfghjklmpqrstvxz]\s+w\b", plain):
        yield "contraction", "«w» solo después de vocal; escriba ou"
    if re.search(r"\}\s+(?:la|lan)\b", text):
        yield "glued", "artículo pegado a un campo: escriba «Dokiman: {nombre}»"
    if re.search(r"(?:\d|\{(?:n|count|total|cantidad)\})\s+\w+\s+yo\b", text):
        yield "number-yo", "después de un número no va «yo»"
    if re.match(r"\W*(?:eske|es ke|est-ce)\b", plain, re.IGNORECASE):
        yield "question", "se escribe Èske"
    for sentence in re.split(r"[.!?;:]\s|\n", text):
        if len(sentence.split()) > 20:
            yield "long", f"oración de {len(sentence.split())} palabras; 20 como máximo"
            break

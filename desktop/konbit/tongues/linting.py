"""What is wrong with a catalogue: a list of findings, each with a code that a test pins.

Every tongue: structure, fields, figures. Creole besides: spelling, meaning, glossary. A translator silences one
finding with a comment in its entry, `# lint-ok: length` (several: `length, term`), except errors of structure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from konbit.tongues.collecting import plural_forms
from konbit.tongues.creole_meaning import Vocabulary, check_meaning, vocabulary_of
from konbit.tongues.creole_spelling import Told, accents_from, check_words, check_writing
from konbit.tongues.glossary import Term
from konbit.tongues.markup import WORD, creole_words, figures, placeholders
from konbit.tongues.po_file import Entry, PoFile, read_po
from konbit.tongues.review import is_status_line, review_of, source_digest

Level = Literal["error", "warning"]

CODES: Mapping[str, Level] = MappingProxyType(
    {
        # structure: these cannot be silenced
        "header": "error",
        "context": "error",
        "duplicate": "error",
        "untranslated": "error",
        "plural-forms": "error",
        "fields": "error",
        "edges": "error",
        "status-form": "error",
        "legal-fuzzy": "error",
        "legal-changed": "error",
        # content
        "fuzzy": "warning",
        "status": "warning",
        "equal": "error",
        "figures": "error",
        "nfc": "error",
        "inverted": "error",
        "punctuation": "warning",
        "length": "warning",
        "ambiguous": "warning",
        # Creole
        "letter": "error",
        "spelling": "error",
        "foreign": "error",
        "language": "error",
        "days": "error",
        "question": "error",
        "accent": "warning",
        "term": "warning",
        "force": "warning",
        "frightens": "warning",
        "false-friend": "warning",
        "space": "warning",
        "quote": "warning",
        "hyphen": "warning",
        "contraction": "warning",
        "glued": "warning",
        "number-yo": "warning",
        "long": "warning",
    }
)
_FIRM = frozenset(list(CODES)[: list(CODES).index("fuzzy")])


_NEIGHBOURS = frozenset(["es", "fr", "en", "pt", "gl", "ca", "it"])
"""What a text left untranslated is taken for. Other guesses (Turkish, another creole) are the detector's doubt."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """line: 1-based line of the msgid, 0 for the file. code: a key of CODES. message: Spanish, one sentence."""

    line: int
    code: str
    message: str
    level: Level


@dataclass(frozen=True, slots=True)
class _Knowledge:
    vocabulary: Vocabulary
    accents: Mapping[str, str]
    detect: Callable[[str], str] | None


def lint_catalogue(
    path: Path, terms: Iterable[Term], detect: Callable[[str], str] | None = None
) -> list[Finding]:
    """Findings of one `.po`, by line. terms: the glossary.

    detect: names the language of a long text ("ht", "fr", "" for unsure), where such a detector is installed.
    Raises BadPack (the file cannot be read as a `.po`), OSError.
    """
    po = read_po(path)
    rows = tuple(terms)
    lexicon = frozenset(word for term in rows for text in term.renderings for word in WORD.findall(text))
    knowledge = _Knowledge(vocabulary_of(rows), accents_from(lexicon), detect)
    tongue = po.headers.get("Language", "")
    findings = [_finding(0, code, message) for code, message in _header(po, tongue, path)]
    live = [entry for entry in po.entries if not entry.obsolete]
    for entry in live:
        silenced = _silenced(entry)
        for code, message in _entry(entry, tongue, knowledge):
            if code in _FIRM or code not in silenced:
                findings.append(_finding(entry.line, code, f"{entry.context or entry.msgid[:40]}: {message}"))
    findings += _across(live)
    return sorted(set(findings))


def _finding(line: int, code: str, message: str) -> Finding:
    return Finding(line, code, message, CODES[code])


def _silenced(entry: Entry) -> frozenset[str]:
    codes: set[str] = set()
    for comment in entry.comments:
        found = re.match(r"lint-ok:([\w\s,-]+)", comment.strip())
        codes |= {code.strip() for code in found[1].split(",")} if found else set()
        if comment.strip().startswith("same-ok"):
            codes.add("equal")
    return frozenset(codes)


def _header(po: PoFile, tongue: str, path: Path) -> Told:
    folder = path.resolve().parent.parent.name
    if path.parent.name == "LC_MESSAGES" and tongue != folder:
        yield "header", f"Language dice «{tongue}» y la carpeta «{folder}»"
    if "charset=utf-8" not in po.headers.get("Content-Type", "").lower():
        yield "header", "Content-Type debe decir charset=UTF-8"
    if po.headers.get("Plural-Forms", "").rstrip(";") != plural_forms(tongue).rstrip(";"):
        yield "header", f"Plural-Forms debe ser {plural_forms(tongue)}"


def _across(entries: list[Entry]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], int] = {}
    said: dict[str, Entry] = {}
    for entry in entries:
        if entry.identity in seen:
            yield _finding(
                entry.line, "duplicate", f"{entry.context}: ya está en la línea {seen[entry.identity]}"
            )
        seen.setdefault(entry.identity, entry.line)
        text = _spoken(entry.strings[0])
        if not text or len(text.split()) > 3 or entry.context.startswith("qt."):
            continue
        other = said.setdefault(text, entry)
        if _spoken(other.msgid) != _spoken(entry.msgid) and "ambiguous" not in _silenced(entry):
            message = f"{entry.context}: «{entry.strings[0]}» ya traduce «{other.msgid}» ({other.context})"
            yield _finding(entry.line, "ambiguous", message)


def _spoken(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def _entry(entry: Entry, tongue: str, knowledge: _Knowledge) -> Told:
    if not entry.context:
        yield "context", "sin msgctxt: todo texto lleva su id"
    if not any(entry.strings):
        if tongue == "ht":
            yield "untranslated", "sin traducir"
        return
    if (entry.plural is None) != (len(entry.strings) == 1) or not all(entry.strings):
        yield "plural-forms", "hay que llenar msgstr[0] y msgstr[1]"
    yield from _review(entry)
    for index, text in enumerate(entry.strings):
        if text:
            yield from _common(entry, index, text, tongue)
            if tongue == "ht":
                yield from _creole(entry, index, text, knowledge)


def _review(entry: Entry) -> Told:
    legal = entry.context.startswith("legal.")
    if entry.fuzzy:
        yield ("legal-fuzzy" if legal else "fuzzy"), "el español cambió después de traducir (fuzzy)"
    review = review_of(entry)
    if review is None:
        if any(is_status_line(comment) for comment in entry.comments):
            yield "status-form", "se escribe «status: draft|checked|native; by: X; date: AAAA-MM-DD»"
        else:
            yield "status", "sin comentario «# status:»: cuenta como borrador"
    elif legal and review.status != "draft" and review.source != source_digest(entry.msgid, entry.plural):
        yield "legal-changed", "texto legal revisado sobre otro español"


def _source_of(entry: Entry, index: int) -> str:
    return entry.msgid if index == 0 or entry.plural is None else entry.plural


def _common(entry: Entry, index: int, text: str, tongue: str) -> Told:
    source = _source_of(entry, index)
    # Creole's first form stands for 0 and 1, so it shows the number; Spanish's stands for 1 alone.
    models = [entry.msgid] if entry.plural is None else [entry.plural]
    if entry.plural is not None and index == 0 and tongue != "ht":
        models.append(entry.msgid)
    if placeholders(text) not in [placeholders(model) for model in models]:
        wanted, got = " ".join(placeholders(models[0])), " ".join(placeholders(text))
        yield "fields", f"campos o marcas distintos: {wanted or '–'} / {got or '–'}"
    if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
        yield "edges", "espacios al borde distintos de los del original"
    if tongue != "es" and text == source and WORD.search(source):
        yield "equal", "igual al original; si así debe ser, «# same-ok»"
    mark = source.rstrip()[-1:]
    if mark in ".?:!…;" and text.rstrip()[-1:] != mark:
        yield "punctuation", f"termina sin «{mark}»"
    # A label of one word may halve or double without harm.
    longer = len(text) > 2 * len(source) and len(text) - len(source) > 15
    if longer or (len(source) >= 20 and len(text) < 0.5 * len(source)):
        yield "length", f"largo {len(text) / len(source):.1f} veces el original"
    if tongue == "en" and entry.plural is None and figures(source) != figures(text):
        yield "figures", "las cifras no son las mismas"


def _creole(entry: Entry, index: int, text: str, knowledge: _Knowledge) -> Told:
    source = _source_of(entry, index)
    yield from check_words(source, text, knowledge.accents)
    yield from check_writing(text)
    if not entry.context.startswith("qt."):
        yield from check_meaning(source, text)
        yield from knowledge.vocabulary.check(source, text)
    if knowledge.detect is not None:
        own = " ".join(creole_words(source, text))
        seen = knowledge.detect(own) if len(own) >= 25 else ""
        if seen in _NEIGHBOURS:
            yield "language", f"parece {seen}, no criollo"

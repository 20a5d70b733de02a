"""A gettext `.po` file as values: read whole, written back with nothing lost.

One reader serves the catalogue, the build hook, the linter and the merger. It needs only the standard library,
keeps what Babel's reader drops (entries given twice, the order of comments) and knows the line of every entry.
Format: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from konbit.errors import BadPack, Problem

SOURCE_KEYED = ("qt.", "error.")
"""Families of contexts that name a class and not one text: Qt's own words, the templates of an error class."""


def identity(context: str, msgid: str) -> tuple[str, str]:
    """What makes two entries the same text: the context, or for SOURCE_KEYED families context and msgid."""
    return (context, msgid) if context.startswith(SOURCE_KEYED) else (context, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message.

    context: the id of the text ("" where the file gives none). plural: Spanish plural, None for a plain message.
    strings: the translation, one item per plural form; an empty item is not translated.
    comments: the translator's lines; extracted: the developer's (`#.`). previous_*: what the text was before it
    changed (`#|`). line: 1-based line of its msgid; not part of equality.
    """

    msgid: str
    context: str = ""
    plural: str | None = None
    strings: tuple[str, ...] = ("",)
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous_context: str | None = None
    previous_msgid: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def identity(self) -> tuple[str, str]:
        """See `identity`."""
        return identity(self.context, self.msgid)

    @property
    def fuzzy(self) -> bool:
        """The Spanish changed after the translation: gettext does not serve it."""
        return "fuzzy" in self.flags

    @property
    def usable(self) -> bool:
        """Served to a reader: complete, live and not fuzzy."""
        return not self.obsolete and not self.fuzzy and bool(self.strings) and all(self.strings)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A header entry (msgid "") and the messages, in the order of the file."""

    header: Entry
    entries: tuple[Entry, ...]

    @property
    def headers(self) -> Mapping[str, str]:
        """Header fields by name, e.g. `Plural-Forms`."""
        pairs = (line.partition(":") for line in self.header.strings[0].split("\n") if ":" in line)
        return {name.strip(): value.strip() for name, _, value in pairs}


_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)\s*(?=")')
_ESCAPE = re.compile(r"\\(.?)", re.DOTALL)
_ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\",
}  # fmt: skip
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
_LISTS = {"#.": "extracted", "#:": "references"}


class _Draft:
    """The entry being read. `texts` maps a keyword such as `msgid` or `|msgid` to its text."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.lines: dict[str, list[str]] = {"comments": [], "extracted": [], "references": [], "flags": []}
        self.line = 0
        self.obsolete = False
        self.last = ""

    def started(self) -> bool:
        return any(not key.startswith("|") for key in self.texts)

    def entry(self) -> Entry:
        forms = sorted((int(k[7:-1]), v) for k, v in self.texts.items() if k.startswith("msgstr["))
        return Entry(
            msgid=self.texts["msgid"],
            context=self.texts.get("msgctxt", ""),
            plural=self.texts.get("msgid_plural"),
            strings=tuple(text for _, text in forms) if forms else (self.texts.get("msgstr", ""),),
            comments=tuple(self.lines["comments"]),
            extracted=tuple(self.lines["extracted"]),
            references=tuple(self.lines["references"]),
            flags=tuple(self.lines["flags"]),
            previous_context=self.texts.get("|msgctxt"),
            previous_msgid=self.texts.get("|msgid"),
            previous_plural=self.texts.get("|msgid_plural"),
            obsolete=self.obsolete,
            line=self.line,
        )


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.draft = _Draft()

    def wrong(self, line: int, message: str, key: str = "") -> None:
        self.problems.append(Problem(self.name, line, key, message))

    def finish(self, line: int) -> None:
        draft, self.draft = self.draft, _Draft()
        if not draft.started():
            if draft.texts or draft.lines["flags"] or draft.lines["extracted"]:
                self.wrong(line, "comentarios sin entrada")
            return
        key = draft.texts.get("msgctxt", "")
        forms = sorted(int(k[7:-1]) for k in draft.texts if k.startswith("msgstr["))
        if "msgid" not in draft.texts:
            self.wrong(draft.line or line, "falta msgid", key)
        elif "msgstr" not in draft.texts and not forms:
            self.wrong(draft.line or line, "falta msgstr", key)
        elif bool(forms) != ("msgid_plural" in draft.texts) or forms != list(range(len(forms))):
            self.wrong(draft.line or line, "msgid_plural y msgstr[0], msgstr[1]… van juntos y en orden", key)
        else:
            self.entries.append(draft.entry())

    def comment(self, line: str, number: int) -> None:
        if self.draft.started():
            self.finish(number)
        head = line[:2]
        if head == "#,":
            self.draft.lines["flags"] += [flag.strip() for flag in line[2:].split(",") if flag.strip()]
        else:
            body = line[2:].removeprefix(" ") if head in _LISTS else line[1:].removeprefix(" ")
            self.draft.lines[_LISTS.get(head, "comments")].append(body)

    def statement(self, text: str, number: int, *, previous: bool, obsolete: bool) -> None:
        found = _KEYWORD.match(text)
        if found is None and text.startswith('"'):
            key, rest = self.draft.last, text
            if not key:
                self.wrong(number, "texto entre comillas fuera de una entrada")
                return
        elif found is None:
            self.wrong(number, f"línea que no se entiende: {text[:40]}")
            return
        else:
            word, rest = found[1], text[found.end() :]
            opens = word == "msgctxt" or (word == "msgid" and "msgid" in self.draft.texts)
            if (previous or opens or obsolete != self.draft.obsolete) and self.draft.started():
                self.finish(number)
            key = f"|{word}" if previous else word
            if key in self.draft.texts:
                self.wrong(number, f"{word} dos veces en la misma entrada")
            self.draft.texts[key] = ""
            self.draft.last = key
            self.draft.obsolete = obsolete
            if word == "msgid" and not previous:
                self.draft.line = number
        literal = _LITERAL.fullmatch(rest)
        if literal is None:
            self.wrong(number, "comillas mal cerradas")
            return
        self.draft.texts[key] += _ESCAPE.sub(lambda m: self.unescape(m[1], number), literal[1])

    def unescape(self, letter: str, number: int) -> str:
        if letter not in _ESCAPES:
            self.wrong(number, f"secuencia desconocida: \\{letter}")
        return _ESCAPES.get(letter, letter)

    def line(self, line: str, number: int) -> None:
        if not line:
            if self.draft.started():
                self.finish(number)
        elif line.startswith("#~|"):
            self.statement(line[3:].strip(), number, previous=True, obsolete=True)
        elif line.startswith("#~"):
            self.statement(line[2:].strip(), number, previous=False, obsolete=True)
        elif line.startswith("#|"):
            self.statement(line[2:].strip(), number, previous=True, obsolete=False)
        elif line.startswith("#"):
            self.comment(line, number)
        else:
            self.statement(line, number, previous=False, obsolete=False)


def parse_po(text: str, name: str = "konbit.po") -> PoFile:
    """Read the text of a `.po`. Entries given twice are kept twice, for the linter to tell.

    Raises BadPack with every problem at once (file, line).
    """
    reader = _Reader(name)
    lines = text.removeprefix("\ufeff").split("\n")
    for number, line in enumerate(lines, 1):
        reader.line(line.strip(), number)
    reader.finish(len(lines))
    headers = [e for e in reader.entries if not e.msgid and not e.context and not e.obsolete]
    if len(headers) != 1 and not reader.problems:
        reader.wrong(0, "falta la cabecera (msgid vacío) o hay más de una")
    if reader.problems:
        raise BadPack(tuple(reader.problems))
    return PoFile(headers[0], tuple(e for e in reader.entries if e is not headers[0]))


def read_po(path: Path) -> PoFile:
    """Read a `.po` file in UTF-8. Raises BadPack (bad syntax, bad encoding), OSError."""
    return decode_po(path.read_bytes(), path.name)


def decode_po(source: bytes, name: str = "konbit.po") -> PoFile:
    """Read the bytes of a `.po` in UTF-8. Raises BadPack."""
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = source.count(b"\n", 0, fault.start) + 1
        raise BadPack((Problem(name, line, "", "no está en UTF-8"),)) from None
    return parse_po(text, name)


_UNESCAPES = {char: f"\\{letter}" for letter, char in _ESCAPES.items()}


def _quoted(text: str) -> str:
    return '"' + "".join(_UNESCAPES.get(char, char) for char in text) + '"'


def _statement(prefix: str, word: str, text: str) -> list[str]:
    # No wrapping by width: a changed word then changes one line, and merges stay readable.
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) < 2:
        return [f"{prefix}{word} {_quoted(text)}"]
    return [f'{prefix}{word} ""', *(prefix + _quoted(part) for part in parts)]


def _entry_lines(entry: Entry) -> list[str]:
    lines = [f"# {line}".rstrip() for line in entry.comments]
    lines += [f"#. {line}".rstrip() for line in entry.extracted]
    lines += [f"#: {line}" for line in entry.references]
    if entry.flags:
        lines.append("#, " + ", ".join(entry.flags))
    live, past = ("#~ ", "#~| ") if entry.obsolete else ("", "#| ")
    for word, text in (
        ("msgctxt", entry.previous_context),
        ("msgid", entry.previous_msgid),
        ("msgid_plural", entry.previous_plural),
    ):
        if text is not None:
            lines += _statement(past, word, text)
    if entry.context:
        lines += _statement(live, "msgctxt", entry.context)
    lines += _statement(live, "msgid", entry.msgid)
    if entry.plural is None:
        return lines + _statement(live, "msgstr", entry.strings[0])
    lines += _statement(live, "msgid_plural", entry.plural)
    for index, text in enumerate(entry.strings):
        lines += _statement(live, f"msgstr[{index}]", text)
    return lines


def format_po(po: PoFile) -> str:
    """The text of a `.po`: entries sorted by context then msgid, the obsolete last; same value, same bytes."""
    ordered = sorted(po.entries, key=lambda e: (e.obsolete, e.context, e.msgid))
    return "\n\n".join("\n".join(_entry_lines(e)) for e in (po.header, *ordered)) + "\n"


def rewrite_po(path: Path, change: Callable[[PoFile], PoFile], new: PoFile | None = None) -> None:
    """Change a `.po` in place: whole or not at all. `new` is what a file that does not exist starts from.

    If another process writes the file meanwhile, the change is made again on what it wrote.
    Raises BadPack, OSError.
    """
    while True:
        before = path.read_bytes() if new is None or path.exists() else None
        po = new if before is None and new is not None else decode_po(before or b"", path.name)
        after = format_po(change(po)).encode("utf-8")
        if after == before:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_suffix(f".{os.getpid()}.po.new")
        scratch.write_bytes(after)
        if (path.read_bytes() if path.exists() else None) == before:
            scratch.replace(path)
            return


def without_fuzzy(entry: Entry) -> Entry:
    """The same entry, no longer fuzzy and with no memory of an earlier text."""
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return replace(entry, flags=flags, previous_context=None, previous_msgid=None, previous_plural=None)

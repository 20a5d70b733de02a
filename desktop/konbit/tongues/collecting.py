"""Bringing the program's and the pack's Spanish into a catalogue, and finding what it lacks.

The context is the identity of a text (for Qt's words and errors: context and text): when the Spanish changes under one context, its translation is kept and
marked fuzzy, so that gettext serves Spanish until somebody has looked again. Nothing typed by a translator is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from konbit.errors import BadPack, Problem
from konbit.tongues.po_file import Entry, PoFile, identity, read_po, rewrite_po, without_fuzzy

PLURAL_RULES = {"ht": "nplurals=2; plural=(n > 1);"}
"""Project rule for Creole (style guide 3); every other tongue here counts like Spanish."""


@dataclass(frozen=True, slots=True)
class Message:
    """A Spanish text to translate.

    context: its id, e.g. `hecho.fecha_ingreso.pregunta`; never empty. comment: for the translator (screen, limit of
    length). plural: Spanish plural, for a text with two forms.
    """

    msgid: str
    context: str
    comment: str = ""
    plural: str | None = None

    @property
    def identity(self) -> tuple[str, str]:
        """See `po_file.identity`."""
        return identity(self.context, self.msgid)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """Contexts by what became of them. `revived`: was obsolete, came back with its translation."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    revived: tuple[str, ...]
    vanished: tuple[str, ...]
    total: int


def plural_forms(tongue: str) -> str:
    """The `Plural-Forms` header of a tongue."""
    return PLURAL_RULES.get(tongue, "nplurals=2; plural=(n != 1);")


def empty_po(tongue: str) -> PoFile:
    """A catalogue with its header and no message. No dates in the header: they make every merge a conflict."""
    header = (
        "Project-Id-Version: Konbit\n"
        f"Language: {tongue}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: {plural_forms(tongue)}\n"
    )
    return PoFile(Entry(msgid="", strings=(header,)), ())


def merge(po_path: Path, messages: Iterable[Message], owns: Iterable[str] = ()) -> MergeReport:
    """Bring messages into a `.po` (made if absent; its tongue is the name of the folder above LC_MESSAGES).

    owns: prefixes of contexts of which `messages` is the whole, e.g. ("hecho.", "requisito."); an entry under one
    of them that is not among the messages becomes obsolete. Empty: nothing does. ("",): the messages are everything.
    A text is served only if its Spanish is unchanged; an old Spanish that comes back lifts its fuzzy mark.
    Merging the same messages again changes no byte. Raises BadPack (a bad message, all at once; a bad `.po`), OSError.
    """
    wanted = _checked(messages)
    prefixes = tuple(owns)
    report: list[MergeReport] = []

    def change(po: PoFile) -> PoFile:
        merged, told = _merged(po, wanted, prefixes)
        report.append(told)
        return merged

    rewrite_po(po_path, change, empty_po(po_path.parent.parent.name))
    return report[-1]


def missing(po_path: Path, messages: Iterable[Message]) -> list[Message]:
    """The messages that the catalogue cannot serve: absent, empty, fuzzy, or of another Spanish.

    Raises BadPack, OSError.
    """
    entries = {entry.identity: entry for entry in read_po(po_path).entries if entry.usable}
    return [m for m in _checked(messages).values() if not _same_source(entries.get(m.identity), m)]


def _same_source(entry: Entry | None, message: Message) -> bool:
    return entry is not None and (entry.msgid, entry.plural) == (message.msgid, message.plural)


def _checked(messages: Iterable[Message]) -> dict[tuple[str, str], Message]:
    wanted: dict[tuple[str, str], Message] = {}
    problems: list[Problem] = []
    for message in messages:
        context = message.context
        if not context or any(mark in context for mark in "\x04\0\n\r"):
            problems.append(Problem("mensajes", 0, context, f"sin id utilizable: «{message.msgid[:60]}»"))
        elif not message.msgid.strip() or "\0" in message.msgid:
            problems.append(Problem("mensajes", 0, context, "texto vacío"))
        elif _differs(wanted.get(message.identity), message):
            problems.append(Problem("mensajes", 0, context, "el mismo id nombra dos textos distintos"))
        else:
            wanted.setdefault(message.identity, message)
    if problems:
        raise BadPack(tuple(problems))
    return wanted


def _differs(known: Message | None, message: Message) -> bool:
    return known is not None and (known.msgid, known.plural) != (message.msgid, message.plural)


def _merged(
    po: PoFile, wanted: dict[tuple[str, str], Message], owns: tuple[str, ...]
) -> tuple[PoFile, MergeReport]:
    entries: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    added: list[str] = []
    changed: list[str] = []
    revived: list[str] = []
    vanished: list[str] = []
    # Live entries first: an obsolete namesake must not be revived over one that lives.
    for entry in sorted(po.entries, key=lambda e: e.obsolete):
        message = wanted.get(entry.identity)
        if message is None:
            if entry.context.startswith(owns) and not entry.obsolete:
                vanished.append(entry.context)
                if any(entry.strings):
                    entries.append(replace(entry, obsolete=True))
            else:
                entries.append(entry)
        elif entry.identity in seen:
            if not entry.obsolete and entry not in entries:
                entries.append(entry)
        else:
            seen.add(entry.identity)
            if entry.obsolete:
                revived.append(entry.context)
            if not _same_source(entry, message):
                changed.append(entry.context)
            entries.append(_updated(entry, message))
    for key in sorted(wanted.keys() - seen):
        added.append(key[0])
        entries.append(_updated(_blank(wanted[key]), wanted[key]))
    told = MergeReport(
        tuple(added), tuple(sorted(changed)), tuple(sorted(revived)), tuple(sorted(vanished)), len(entries)
    )
    return PoFile(po.header, tuple(entries)), told


def _blank(message: Message) -> Entry:
    forms = 1 if message.plural is None else 2
    return Entry(message.msgid, message.context, message.plural, strings=("",) * forms)


def _updated(entry: Entry, message: Message) -> Entry:
    extracted = tuple(message.comment.split("\n")) if message.comment else ()
    updated = replace(entry, obsolete=False, extracted=extracted)
    if _same_source(entry, message):
        return updated
    if not any(entry.strings):
        return replace(_blank(message), comments=entry.comments, extracted=extracted)
    # The translation answers to the Spanish it was made from, however often that changed since.
    made_from = entry.previous_msgid if entry.fuzzy and entry.previous_msgid is not None else entry.msgid
    made_plural = entry.previous_plural if entry.fuzzy and entry.previous_msgid is not None else entry.plural
    updated = replace(without_fuzzy(updated), msgid=message.msgid, plural=message.plural)
    updated = replace(updated, strings=_fitted(entry.strings, message.plural))
    if (made_from, made_plural) == (message.msgid, message.plural):
        return updated
    return replace(
        updated, flags=("fuzzy", *updated.flags), previous_msgid=made_from, previous_plural=made_plural
    )


def _fitted(strings: tuple[str, ...], plural: str | None) -> tuple[str, ...]:
    if plural is None:
        return strings[:1]
    return strings if len(strings) > 1 else strings * 2

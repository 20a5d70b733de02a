"""The words of one tongue, looked up by the Spanish text and its id.

A catalogue is a value that is passed around: two windows can speak two tongues at once.
"""

from __future__ import annotations

import json
import os
import string
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from konbit.errors import BadPack, Problem
from konbit.tongues.compiling import (
    CONTEXT_MARK,
    RESERVED_CONTEXT,
    compile_po,
    digest_of,
    message_key,
    plural_rule,
    read_mo,
)
from konbit.tongues.numbers import number_text
from konbit.tongues.review import STATUSES, Status

DOMAIN = "konbit"


class _Fields(string.Formatter):
    """Plain named fields only: a text from the pack never reaches an attribute or an item of a value."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:  # noqa: ARG002
        return kwargs[field_name], field_name


def fill(template: str, fields: Mapping[str, object]) -> str:
    """Put the fields into a template; a value comes out as typed, braces and all.

    Raises LookupError (the template asks for a field that is not given), ValueError (braces that do not close).
    """
    return _Fields().vformat(template, (), fields)


class Catalogue:
    """The translations of one tongue; a text without one comes out in Spanish, never empty.

    compiled: the bytes of a `.mo`, or None for a tongue with no words of its own (Spanish).
    Raises ValueError where the bytes are not a `.mo` or its plural rule is not known.
    """

    def __init__(self, tongue: str, compiled: bytes | None = None) -> None:
        self.tongue = tongue
        table = {} if compiled is None else read_mo(compiled)
        self._form = plural_rule(table.get("", "") or "Plural-Forms: nplurals=2; plural=(n != 1);")
        self.source = table.pop(message_key("source", RESERVED_CONTEXT), "")
        """Digest of the `.po` this was compiled from; "" where it is not known."""
        self._reviewed: dict[str, Status] = {}
        for status in STATUSES:
            keys: list[str] = json.loads(table.pop(message_key(status, RESERVED_CONTEXT), "[]"))
            self._reviewed.update(dict.fromkeys(keys, status))
        self._words: dict[str, tuple[str, ...]] = {
            key: tuple(text.split("\0")) for key, text in table.items() if key
        }
        self._by_text: dict[str, str] | None = None
        self._forms = {key.partition("\0")[0] for key in self._words}

    def _translation(self, key: str, form: int = 0) -> str | None:
        forms = self._words.get(key)
        return None if forms is None else forms[min(form, len(forms) - 1)]

    def text(self, msgid: str, context: str = "", **fields: object) -> str:
        """The text in this tongue, or the Spanish `msgid`, with its `{named}` fields filled.

        Without fields the template comes out as it is. A translation that asks for a field nobody gave falls back
        to the Spanish; a field the Spanish lacks as well stays visible as `{name}`. No field may be called `msgid` or `context`.
        """
        return _filled(self._translation(message_key(msgid, context)), msgid, fields)

    def anywhere(self, msgid: str, **fields: object) -> str:
        """The text in this tongue by its Spanish alone, in whichever context it is translated.

        For sentences that reach a door as text (a reason, a warning, an error) and not with their id.
        """
        if self._by_text is None:
            self._by_text = {
                key.rpartition(CONTEXT_MARK)[2].partition("\0")[0]: forms[0]
                for key, forms in self._words.items()
            }
        return _filled(self._by_text.get(msgid), msgid, fields)

    def plural(self, singular: str, plural: str, n: int, context: str = "", **fields: object) -> str:
        """The form for `n` things. `{n}` is given, with dots at the thousands."""
        spanish = singular if n == 1 else plural
        translated = self._translation(f"{message_key(singular, context)}\0{plural}", self._form(n))
        return _filled(translated, spanish, {"n": number_text(n), **fields})

    def has(self, msgid: str, context: str = "") -> bool:
        """True where this tongue has its own, finished translation of the text (singular, if it has two forms)."""
        return message_key(msgid, context) in self._forms

    def status(self, msgid: str, context: str = "") -> Status | None:
        """How far the translation was reviewed; None where there is none. What says nothing is a draft."""
        return self._reviewed.get(message_key(msgid, context), "draft") if self.has(msgid, context) else None

    def weakest(self, texts: Iterable[tuple[str, str]]) -> Status | None:
        """The lowest status among (msgid, context) pairs, None if one is not translated: the status of a page."""
        lowest: Status = "native"
        for msgid, context in texts:
            status = self.status(msgid, context)
            if status is None:
                return None
            if STATUSES.index(status) < STATUSES.index(lowest):
                lowest = status
        return lowest


def _filled(translated: str | None, spanish: str, fields: Mapping[str, object]) -> str:
    if not fields:
        return spanish if translated is None else translated
    for template in (translated, spanish):
        if template is not None:
            try:
                return fill(template, fields)
            except (LookupError, ValueError):
                continue
    for name, value in fields.items():
        spanish = spanish.replace(f"{{{name}}}", str(value))
    return spanish


def load_catalogue(tongue: str, folder: Path) -> Catalogue:
    """Read `<folder>/<tongue>/LC_MESSAGES/konbit.mo`, compiled again first wherever the `.po` says something else.

    Staleness is judged by content, not by the clock: unpacking and copying change the dates of files. A place
    that cannot be written is no fault: the catalogue is then compiled in memory each time.
    Raises BadPack: neither file is there, the `.po` cannot be read, or the only `.mo` is damaged.
    """
    place = folder / tongue / "LC_MESSAGES"
    source, compiled = _bytes_of(place / f"{DOMAIN}.po"), _bytes_of(place / f"{DOMAIN}.mo")
    shown = f"{tongue}/LC_MESSAGES/{DOMAIN}"
    if source is None and compiled is None:
        raise _missing(tongue, folder, shown)
    if compiled is not None:
        try:
            ready = Catalogue(tongue, compiled)
        except ValueError:
            if source is None:
                raise BadPack((Problem(f"{shown}.mo", 0, "", "el archivo está dañado"),)) from None
        else:
            if source is None or ready.source == digest_of(source):
                return ready
    assert source is not None
    compiled = compile_po(source, f"{shown}.po")
    _keep(place / f"{DOMAIN}.mo", compiled)
    return Catalogue(tongue, compiled)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _keep(path: Path, compiled: bytes) -> None:
    # Each process writes its own scratch file: two that start together must not tear one another's.
    scratch = path.with_suffix(f".{os.getpid()}.mo")
    try:
        scratch.write_bytes(compiled)
        scratch.replace(path)
    except OSError:
        try:
            scratch.unlink(missing_ok=True)
        except OSError:
            return


def _missing(tongue: str, folder: Path, shown: str) -> BadPack:
    there = sorted(path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/konbit.[mp]o"))
    known = ", ".join(dict.fromkeys(there)) or "ninguna"
    return BadPack((Problem(f"{shown}.po", 0, "", f"no hay traducción «{tongue}»; hay: {known}"),))

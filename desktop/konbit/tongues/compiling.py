"""From `.po` to `.mo` and back to words, by the same code in the build hook and in a checkout.

A `.mo` has no comments, so the compiled file carries, under a reserved context, the digest of its source and the
list of the translations that were reviewed; a translation that is not on a list is a draft.
Layout: GNU gettext manual, "The Format of GNU MO Files" (little endian, no hash table).
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
from collections.abc import Callable

from konbit.errors import BadPack, Problem
from konbit.tongues.po_file import decode_po
from konbit.tongues.review import review_of

RESERVED_CONTEXT = "konbit.compiled"


CONTEXT_MARK = "\x04"
"""What gettext puts between a context and its msgid in a key."""


def message_key(msgid: str, context: str = "") -> str:
    """The key of gettext: context and msgid joined by U+0004."""
    return f"{context}{CONTEXT_MARK}{msgid}" if context else msgid


def plural_rule(header: str) -> Callable[[int], int]:
    """Which form stands for n things, from a catalogue's header. Raises ValueError for a rule not known here.

    A closed list instead of gettext's evaluator: a text from the pack is never executed.
    """
    found = re.search(r"Plural-Forms:\s*nplurals=2;\s*plural=\(?\s*n\s*(>|!=)\s*1\s*\)?\s*;?", header)
    if found is None:
        raise ValueError("Plural-Forms: plural=(n > 1) o plural=(n != 1)")
    return _above_one if found[1] == ">" else _not_one


def _above_one(n: int) -> int:
    return int(n > 1)


def _not_one(n: int) -> int:
    return int(n != 1)


def digest_of(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


def compile_po(source: bytes, name: str = "konbit.po") -> bytes:
    """The `.mo` of a `.po` given as bytes. Fuzzy, obsolete and unfinished entries are left out.

    Raises BadPack where the source cannot be read.
    """
    po = decode_po(source, name)
    try:
        plural_rule(po.header.strings[0])
    except ValueError as fault:
        raise BadPack(
            (Problem(name, po.header.line, "", f"regla de plural que no se conoce; use {fault}"),)
        ) from None
    table = {"": po.header.strings[0]}
    reviewed: dict[str, list[str]] = {"checked": [], "native": []}
    for entry in po.entries:
        if not entry.usable:
            continue
        key = message_key(entry.msgid, entry.context)
        table[key if entry.plural is None else f"{key}\0{entry.plural}"] = "\0".join(entry.strings)
        review = review_of(entry)
        if review is not None and review.status in reviewed:
            reviewed[review.status].append(key)
    for status, keys in reviewed.items():
        table[message_key(status, RESERVED_CONTEXT)] = json.dumps(sorted(keys))
    table[message_key("source", RESERVED_CONTEXT)] = digest_of(source)
    return _layout({key.encode(): text.encode() for key, text in table.items()})


def read_mo(compiled: bytes) -> dict[str, str]:
    """The raw table of a `.mo`, of this compiler or another's: keys and texts, plurals joined by U+0000.

    Raises ValueError where the bytes are not a whole `.mo`.
    """
    order = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}.get(compiled[:4])
    if order is None:
        raise ValueError("no .mo magic number")
    try:
        count, keys_at, texts_at = struct.unpack_from(f"{order}III", compiled, 8)
        table: dict[str, str] = {}
        for row in range(count):
            key, text = (
                _slice(compiled, *struct.unpack_from(f"{order}II", compiled, start + 8 * row))
                for start in (keys_at, texts_at)
            )
            table[key] = text
    except struct.error as fault:
        raise ValueError("a .mo cut short") from fault
    return table


def _slice(compiled: bytes, length: int, offset: int) -> str:
    if compiled[offset + length : offset + length + 1] != b"\0":
        raise ValueError("a .mo cut short")
    return compiled[offset : offset + length].decode("utf-8")


def _layout(table: dict[bytes, bytes]) -> bytes:
    keys = sorted(table)
    head, row = 28, 8
    offset = head + 2 * row * len(keys)
    rows: list[bytes] = []
    body = b""
    for column in (keys, [table[key] for key in keys]):
        for text in column:
            rows.append(struct.pack("<II", len(text), offset))
            offset += len(text) + 1
        body += b"".join(text + b"\0" for text in column)
    start = struct.pack(
        "<IIIIIII", 0x950412DE, 0, len(keys), head, head + row * len(keys), 0, head + 2 * row * len(keys)
    )
    return start + b"".join(rows) + body

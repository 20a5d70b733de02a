"""Text strings: what people read in a PDF's dictionaries (ISO 32000-1, 7.9.2.2 and annex D.2)."""

from __future__ import annotations

import re
from typing import Any

_HIGH = (
    "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018"
    "\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\ufffd\u20ac"
)
_PDFDOC = (
    "".join(map(chr, range(0x18)))
    + "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc"
    + "".join(map(chr, range(0x20, 0x80)))
    + _HIGH
    + "".join(map(chr, range(0xA1, 0x100)))
)
# bytes that mean the same in PDFDocEncoding and Latin-1, and that no reader takes for a byte order mark
_PLAIN = re.compile("(?!\xfe\xff|\xff\xfe|\xef\xbb\xbf)[\t\n -~\xa1-\xac\xae-\xff]*+")


def decode(raw: bytes) -> str:
    """Text of a text string: UTF-16 or UTF-8 by its mark, else PDFDocEncoding. Never raises."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", "replace")
    return "".join([_PDFDOC[byte] for byte in raw])


def encode(text: str) -> bytes:
    """The shortest form every reader understands: PDFDocEncoding where it equals Latin-1, else UTF-16BE."""
    if _PLAIN.fullmatch(text):
        return text.encode("latin-1")
    return b"\xfe\xff" + text.encode("utf-16-be")


def of_value(value: Any) -> str:
    """Text of a string object, or "" for anything else."""
    return decode(value) if isinstance(value, bytes) else ""


def of_name(raw: bytes) -> str:
    """A name as people read it: UTF-8 where it is that, else Latin-1 (`S\\xed` is Sí)."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")

"""Facts pass through a template as they were typed: no character of theirs is ever markup or template.

Before rendering, each character that the markup knows is moved to a private-use code point; filters, macros and the
markup parser see none of them; `decoded` moves them back once the blocks exist. The reserved code points themselves,
which no font draws, become U+FFFD.

>>> encoded("*a*") == "*a*"
False
>>> decoded(encoded("*a* {{ x }}\\n# b"))
'*a* {{ x }}\\n# b'
"""

from __future__ import annotations

import re
import unicodedata

_BASE = 0x10F000
_SPECIAL = "*#@+->:|{}[]<\\\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
NEWLINE = chr(_BASE + _SPECIAL.index("\n"))

BLANK_OPEN, BLANK_CLOSE = "\U0010f0f0", "\U0010f0f1"
PLACE_OPEN, PLACE_CLOSE = "\U0010f0f2", "\U0010f0f3"
"""Marks that the engine itself puts into rendered text: an unknown's id; a template's name and line."""

_RESERVED = re.compile("[\U0010f000-\U0010f0ff]")
_ENCODE = {ord(letter): _BASE + place for place, letter in enumerate(_SPECIAL)}
_DECODE = {_BASE + place: letter for place, letter in enumerate(_SPECIAL)}


def encoded(text: str) -> str:
    """The text with every character that means something to the markup moved out of its reach. NFC."""
    safe = _RESERVED.sub("\ufffd", unicodedata.normalize("NFC", text))
    return safe.replace("\r\n", "\n").translate(_ENCODE)


def decoded(text: str) -> str:
    """The inverse of `encoded`."""
    return text.translate(_DECODE)

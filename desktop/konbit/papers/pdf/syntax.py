"""The objects of a PDF as plain Python values, read from bytes and written back (ISO 32000-1, 7.2 and 7.3).

Names and strings stay bytes, exactly as in the file: an on-state such as `/S#ED` must be written back as the
bytes it was read from, whatever its encoding.
    null None · booleans bool · numbers int/float · strings bytes · names Name · arrays list · dictionaries dict
    references Ref · streams Stream
The reader is strict: what it does not understand raises `DamagedError`, and `mending` takes over.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, TypeAlias

Value: TypeAlias = Any
Dictionary: TypeAlias = dict[bytes, Any]

_DEEPEST = 120


class DamagedError(Exception):
    """Bytes that do not follow the specification; internal, never shown to a person."""


class Name(bytes):
    """A name without its slash, `#xx` already undone. Equal to, and found by, the same plain bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"/{self.decode('latin-1')}"


class Ref(NamedTuple):
    number: int
    generation: int


class Stream:
    """A dictionary and its still encoded bytes."""

    __slots__ = ("entries", "raw")

    def __init__(self, entries: Dictionary, raw: bytes) -> None:
        self.entries = entries
        self.raw = raw


_SPACE = rb"[\x00\t\n\x0c\r ]"
_SKIP = rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)*+"
_END = rb"(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])"
_TOKEN = re.compile(
    _SKIP
    + rb"(?:(?P<ref>(\d{1,10})"
    + _SPACE
    + rb"++(\d{1,5})"
    + _SPACE
    + rb"++R"
    + _END
    + rb")|(?P<integer>[+-]?\d{1,20}"
    + _END
    + rb")|(?P<real>[+-]?(?:\d{1,30}\.\d{0,30}|\.\d{1,30})"
    + _END
    + rb")|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)|(?P<open><<)|(?P<close>>>)|(?P<array>\[)|(?P<end>\])"
    + rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)|(?P<literal>\()|(?P<word>[A-Za-z*'\"]++))"
)
_SKIPPED = re.compile(_SKIP)
_STRING_MARK = re.compile(rb"[()\\]")
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_STRING_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))|(\r\n|\r)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WORDS: dict[bytes, Value] = {b"true": True, b"false": False, b"null": None}


def parse(data: bytes, position: int = 0, *, depth: int = 0) -> tuple[Value, int]:
    """The value at `position` and the position after it. Raises DamagedError."""
    found = _TOKEN.match(data, position)
    if found is None:
        raise DamagedError(f"no value at {position}")
    kind = found.lastgroup
    after = found.end()
    if kind == "ref":
        return Ref(int(found[2]), int(found[3])), after
    if kind == "name":
        return _name(found["name"]), after
    if kind == "integer":
        return int(found["integer"]), after
    if kind == "real":
        return float(found["real"]), after
    if depth > _DEEPEST:
        raise DamagedError("nested too deep")
    if kind == "open":
        return _dictionary(data, after, depth)
    if kind == "array":
        return _array(data, after, depth)
    if kind == "literal":
        return _literal(data, after)
    if kind == "hex":
        digits = _NOT_HEX.sub(b"", found["hex"])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), after
    if kind == "word" and found["word"] in _WORDS:
        return _WORDS[found["word"]], after
    raise DamagedError(f"unexpected {kind} at {position}")


def skip_space(data: bytes, position: int) -> int:
    """The position after white space and comments."""
    found = _SKIPPED.match(data, position)
    return found.end() if found else position


def _name(token: bytes) -> Name:
    if b"#" in token:
        token = _NAME_ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), token)
    return Name(token[1:])


def _dictionary(data: bytes, position: int, depth: int) -> tuple[Dictionary, int]:
    entries: Dictionary = {}
    while True:
        found = _TOKEN.match(data, position)
        if found is None:
            raise DamagedError(f"open dictionary at {position}")
        if found.lastgroup == "close":
            return entries, found.end()
        if found.lastgroup != "name":
            raise DamagedError(f"key of a dictionary at {position}")
        key = _name(found["name"])
        value, position = parse(data, found.end(), depth=depth + 1)
        entries[key] = value


def _array(data: bytes, position: int, depth: int) -> tuple[list[Value], int]:
    items: list[Value] = []
    while True:
        found = _TOKEN.match(data, position)
        if found is None:
            raise DamagedError(f"open array at {position}")
        if found.lastgroup == "end":
            return items, found.end()
        value, position = parse(data, position, depth=depth + 1)
        items.append(value)


def _literal(data: bytes, position: int) -> tuple[bytes, int]:
    start, level = position, 1
    while True:
        found = _STRING_MARK.search(data, position)
        if found is None:
            raise DamagedError(f"open string at {start}")
        position = found.end()
        mark = found[0]
        if mark == b"\\":
            position += 1
        elif mark == b"(":
            level += 1
        else:
            level -= 1
            if not level:
                break
    raw = data[start : position - 1]
    if b"\\" in raw or b"\r" in raw:
        raw = _STRING_ESCAPE.sub(_unescape, raw)
    return raw, position


def _unescape(found: re.Match[bytes]) -> bytes:
    if found[1] is not None:
        return bytes([int(found[1], 8) & 255])
    if found[2] is not None:
        return b""
    if found[3] is not None:
        return _ESCAPED.get(found[3], found[3])
    return b"\n"


_TO_ESCAPE = re.compile(rb"[\\()\r\n]")
_IN_STRING = {b"\n": b"\\n", b"\r": b"\\r", b"\\": b"\\\\", b"(": b"\\(", b")": b"\\)"}
_NAME_IRREGULAR = re.compile(rb"[^!-~]|[()<>\[\]{}/%#]")


def write_string(raw: bytes) -> bytes:
    """A literal string with its parentheses."""
    return b"(" + _TO_ESCAPE.sub(lambda m: _IN_STRING[m[0]], raw) + b")"


def write_name(raw: bytes) -> bytes:
    """A name with its slash; irregular bytes as `#xx`."""
    return b"/" + _NAME_IRREGULAR.sub(lambda m: b"#%02X" % m[0][0], raw)


def write_number(number: float) -> bytes:
    """At most five decimals, never an exponent."""
    if isinstance(number, int):
        return b"%d" % number
    text = f"{number:.5f}".rstrip("0").rstrip(".")
    return b"0" if text in ("-0", "") else text.encode()


def write(value: Value) -> bytes:
    """The bytes of a value. A Stream only stands at the top of an object: its /Length is set to what it holds."""
    if isinstance(value, Name):
        return write_name(value)
    if isinstance(value, bytes):
        return write_string(value)
    if isinstance(value, Ref):
        return b"%d %d R" % value
    if value is None:
        return b"null"
    if value is True:
        return b"true"
    if value is False:
        return b"false"
    if isinstance(value, int | float):
        return write_number(value)
    if isinstance(value, list):
        return b"[" + b" ".join(map(write, value)) + b"]"
    if isinstance(value, dict):
        return b"<<" + b"".join(write_name(k) + b" " + write(v) for k, v in value.items()) + b">>"
    if isinstance(value, Stream):
        entries = {**value.entries, b"Length": len(value.raw)}
        return write(entries) + b"\nstream\n" + value.raw + b"\nendstream"
    raise TypeError(f"not a PDF value: {type(value).__name__}")

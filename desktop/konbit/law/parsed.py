"""TOML read before, kept as JSON by the hash of its text: reading the pack's TOML anew takes two thirds of loading it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, cast

ReadToml = Callable[[str], Mapping[str, Any]]
"""From a TOML text to its values, as `tomllib.loads`. Raises tomllib.TOMLDecodeError."""

_HEAD = b"konbit paquete 1 "
_Where = list["str | int"]


class ParsedToml:
    """Reads TOML, by itself or out of what was `kept` before. What is damaged, or of another format, is not believed.

    `grown`: something was read that is not in `kept`. `dump` gives what was read this time, for the next one.
    """

    def __init__(self, kept: bytes = b"") -> None:
        self._kept = _believed(kept)
        self._read: dict[str, Any] = {}
        self.grown = False

    def read(self, text: str) -> Mapping[str, Any]:
        """The values of a TOML text. Raises tomllib.TOMLDecodeError."""
        key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        found = self._kept.get(key)
        if found is None:
            data = tomllib.loads(text)
            days: list[tuple[_Where, str]] = []
            try:
                self._read[key] = [_plain(data, [], days), days]
            except TypeError:
                return data
            self.grown = True
            return data
        self._read[key] = found
        data, days = json.loads(found[0]), found[1]
        for (*way, last), day in days:
            place = data
            for step in way:
                place = place[step]
            place[last] = date.fromisoformat(day)
        return cast("Mapping[str, Any]", data)

    def dump(self) -> bytes:
        """The bytes to keep."""
        held = {
            key: [one[0] if isinstance(one[0], str) else json.dumps(one[0], ensure_ascii=False), one[1]]
            for key, one in self._read.items()
        }
        body = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
        return _HEAD + sha256(body).hexdigest().encode() + b"\n" + body


def _believed(kept: bytes) -> dict[str, Any]:
    head, _, body = kept.partition(b"\n")
    if head != _HEAD + sha256(body).hexdigest().encode():
        return {}
    found: Any = json.loads(body)
    return cast("dict[str, Any]", found)


def _plain(value: Any, where: _Where, days: list[tuple[_Where, str]]) -> Any:
    """The value with its dates as text; where they stand goes to `days`. Raises TypeError for times, which no pack has."""
    match value:
        case dict():
            table = cast("dict[str, Any]", value)
            return {key: _plain(each, [*where, key], days) for key, each in table.items()}
        case list():
            items = cast("list[Any]", value)
            return [_plain(each, [*where, at], days) for at, each in enumerate(items)]
        case datetime():
            raise TypeError
        case date():
            days.append((where, value.isoformat()))
            return None
        case str() | int() | float() | bool():
            return value
        case _:
            raise TypeError

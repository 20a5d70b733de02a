"""What was read of a pack before, kept as JSON: its TOML by the hash of each text, its expressions as trees.

Reading the TOML anew takes two thirds of loading a pack, parsing its expressions a tenth more.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, cast

from konbit.law.tree import Node
from konbit.law.tree_text import Plain, node_of, plain

_HEAD = b"konbit paquete 3 "
_Where = list["str | int"]


class ParsedToml:
    """Reads TOML and keeps trees, by itself or out of what was `kept` before. What is damaged, or of another format, is
    not believed.

    `grown`: something was read that is not in `kept`. `dump` gives what was read this time, for the next one.
    """

    def __init__(self, kept: bytes = b"") -> None:
        found = _believed(kept)
        self._kept: dict[str, Any] = found.get("toml", {})
        self._kept_trees: dict[str, dict[str, Plain]] = found.get("arboles", {})
        self._read: dict[str, Any] = {}
        self._trees: dict[str, dict[str, Plain]] = {}
        self.grown = False

    def read(self, text: str) -> Mapping[str, Any]:
        """The values of a TOML text. Raises tomllib.TOMLDecodeError."""
        key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        found = self._kept.get(key)
        if found is None:
            data = tomllib.loads(text)
            days: list[tuple[_Where, str]] = []
            try:
                _find_days(data, [], days)
            except TypeError:
                return data
            self._read[key] = [data, days]
            self.grown = True
            return data
        self._read[key] = found
        data, days = found
        for (*way, last), day in days:
            place = data
            for step in way:
                place = place[step]
            place[last] = date.fromisoformat(day)
        return cast("Mapping[str, Any]", data)

    def tree(self, scope: str, text: str, parse: Callable[[], Node]) -> Node:
        """The tree of an expression. scope: a mark of everything its meaning hangs on. Raises what `parse` raises."""
        found = self._kept_trees.get(scope, {}).get(text)
        if found is None:
            node = parse()
            found = plain(node)
            self.grown = True
        else:
            node = node_of(found)
        self._trees.setdefault(scope, {})[text] = found
        return node

    def dump(self) -> bytes:
        """The bytes to keep. JSON has no dates: they are null in their places, and their texts stand apart."""
        held = {"toml": self._read, "arboles": self._trees}
        body = json.dumps(held, ensure_ascii=False, separators=(",", ":"), default=_nothing).encode()
        return _HEAD + sha256(body).hexdigest().encode() + b"\n" + body


def _believed(kept: bytes) -> dict[str, Any]:
    head, _, body = kept.partition(b"\n")
    if head != _HEAD + sha256(body).hexdigest().encode():
        return {}
    found: Any = json.loads(body)
    return cast("dict[str, Any]", found)


def _nothing(_day: object) -> None:
    return None


def _find_days(value: Any, where: _Where, days: list[tuple[_Where, str]]) -> None:
    """Where the dates of a value stand, and their texts, go to `days`. Raises TypeError for times, which no pack has."""
    match value:
        case dict():
            for key, each in cast("dict[str, Any]", value).items():
                _find_days(each, [*where, key], days)
        case list():
            for at, each in enumerate(cast("list[Any]", value)):
                _find_days(each, [*where, at], days)
        case datetime():
            raise TypeError
        case date():
            days.append((where, value.isoformat()))
        case str() | int() | float() | bool():
            pass
        case _:
            raise TypeError

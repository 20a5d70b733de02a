"""Where in a TOML file a key stands: tomllib tells the values, not the lines.

Only headers and first keys of a line are indexed; what stands inside an inline table or an array is placed
at the line of the key that opens it.
"""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[{1,2})\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r'\s*((?:[A-Za-z0-9_-]+|"[^"]*"|\'[^\']*\')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"))*)\s*=')
_PART = re.compile(r'"([^"]*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')

Path = tuple[str | int, ...]


class Lines:
    """The lines of one file. They are looked up only when there is a fault to tell, so a sound pack never pays."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._index: dict[Path, int] | None = None

    def of(self, path: Path) -> int:
        """The line of the nearest known prefix of `path`; 0 for none."""
        if self._index is None:
            self._index = line_index(self._text)
        return line_of(self._index, path)


def line_index(text: str) -> dict[Path, int]:
    """1-based line of each table and key, by path; items of arrays of tables count from 0."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    depth, fence = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if fence:
            if line.count(fence) % 2:
                fence = ""
            continue
        if depth <= 0:
            header = _HEADER.match(line)
            if header:
                here = _open_table(header, counts)
                lines.setdefault(here, number)
                continue
            key = _KEY.match(line)
            if key:
                lines.setdefault((*here, *_parts(key[1])), number)
        fence = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
        depth = max(0, depth + _nesting(line)) if not fence else depth
    return lines


def _open_table(header: re.Match[str], counts: dict[Path, int]) -> Path:
    path: Path = ()
    parts = _parts(header[2])
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, parts[-1])
    if header[1] == "[[":
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _nesting(line: str) -> int:
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*', "", line)
    return sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of the nearest known prefix of `path`; 0 for none."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 0

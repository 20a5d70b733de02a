"""Reads tables of the pack strictly: every problem is kept, with file, line and key, and none stops the reading."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import Any, cast

from konbit.errors import Problem
from konbit.law.expressions import ExpressionError, Scope, parse
from konbit.law.near import did_you_mean
from konbit.law.parsed import ParsedToml
from konbit.law.partial import PartialDate
from konbit.law.positions import Lines, Path
from konbit.law.tree import Node

_KIND_NAMES = {
    str: "un texto",
    int: "un número entero",
    bool: "true o false",
    list: "una lista",
    dict: "una tabla",
    date: "una fecha",
}


@dataclass(slots=True)
class Problems:
    """The problems of one loading, in the order in which they were found. kept: what was read of the pack before."""

    found: list[Problem] = field(default_factory=list[Problem])
    kept: ParsedToml | None = None

    def read_toml(self, text: str) -> Mapping[str, Any]:
        """The values of a TOML text. Raises tomllib.TOMLDecodeError."""
        return self.kept.read(text) if self.kept else tomllib.loads(text)

    def add(self, file: str, line: int, key: str, message: str) -> None:
        """Keeps one problem."""
        self.found.append(Problem(file, line, key, message))


class Table:
    """One table of a TOML file, read key by key; `finish` reports the keys nobody asked for."""

    __slots__ = ("asked", "data", "file", "lines", "path", "problems")

    def __init__(
        self, data: Mapping[str, Any], file: str, path: Path, lines: Lines, problems: Problems
    ) -> None:
        self.data = data
        self.file = file
        self.path = path
        self.lines = lines
        self.problems = problems
        self.asked: set[str] = set()

    @classmethod
    def of_file(cls, path: FilePath, root: FilePath, problems: Problems) -> Table | None:
        """The top table of a file; None (and a problem) when it is missing or is no TOML."""
        name = path.relative_to(root).as_posix()
        try:
            text = path.read_text(encoding="utf-8-sig")
            return cls(problems.read_toml(text), name, (), Lines(text), problems)
        except FileNotFoundError:
            problems.add(name, 0, "", "falta este archivo")
        except UnicodeDecodeError:
            problems.add(name, 0, "", "el archivo no está en UTF-8")
        except OSError:
            problems.add(name, 0, "", "el archivo no se puede leer")
        except tomllib.TOMLDecodeError as error:
            place = str(error)
            line = place.partition("line ")[2].partition(",")[0]
            problems.add(name, int(line) if line.isdigit() else 0, "", "no es TOML válido")
        return None

    def problem(self, key: str, message: str) -> None:
        """Keeps a problem of one key of this table (of the table itself with an empty key)."""
        path = (*self.path, key) if key else self.path
        dotted = ".".join(str(part) for part in path)
        self.problems.add(self.file, self.lines.of(path), dotted, message)

    def _value(self, key: str, kind: type, required: bool) -> Any:
        self.asked.add(key)
        if key not in self.data:
            if required:
                self.problem("", f'falta "{key}"')
            return None
        value = self.data[key]
        wrong_kind = not isinstance(value, kind) or (kind is int and isinstance(value, bool))
        if wrong_kind or (kind is date and isinstance(value, datetime)):
            self.problem(key, f"debe ser {_KIND_NAMES[kind]}")
            return None
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must stand there and not be empty."""
        value = self.data.get(key)
        if type(value) is str and value:
            self.asked.add(key)
            return value
        if value is None and default is not None:
            self.asked.add(key)
            return default
        value = self._value(key, str, default is None)
        if value == "" and default is None:
            self.problem(key, "no puede estar vacío")
        return value if isinstance(value, str) else default or ""

    def optional(self, *keys: str) -> list[str]:
        """Texts that may all be absent; then they are empty."""
        self.asked.update(keys)
        found = [self.data.get(key, "") for key in keys]
        for value in found:
            if type(value) is not str:
                return [self.text(key, "") for key in keys]
        return found

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        if key not in self.data:
            self.asked.add(key)
            return default
        value = self._value(key, bool, False)
        return value if isinstance(value, bool) else default

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        value = self._value(key, int, default is None)
        return value if isinstance(value, int) else default or 0

    def number(self, key: str) -> float:
        """A number."""
        self.asked.add(key)
        value = self.data.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.problem(key, "debe ser un número")
            return 0.0
        return float(value)

    def day(self, key: str) -> date | None:
        """A date to the day, or nothing."""
        value = self._value(key, date, False)
        return value if isinstance(value, date) else None

    def partial_day(self, key: str) -> PartialDate | None:
        """A TOML date, or a text `2026` or `2026-02`."""
        self.asked.add(key)
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return PartialDate.of(value)
        try:
            return PartialDate.parse(str(value))
        except ValueError:
            self.problem(key, "debe ser una fecha, o un texto como 2026-02")
            return None

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one."""
        self.asked.add(key)
        value = self.data.get(key)
        if value is None:
            if required:
                self.problem("", f'falta "{key}"')
            return ()
        items = cast(list[Any], value) if isinstance(value, list) else [value]
        for item in items:
            if not isinstance(item, str):
                self.problem(key, "debe ser una lista de textos")
                return ()
        return tuple(cast(list[str], items))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        self.asked.add(key)
        groups = self.data.get(key, [])
        if not isinstance(groups, list) or not all(_are_texts(group) for group in cast(list[Any], groups)):
            self.problem(key, "debe ser una lista de listas de textos")
            return ()
        return tuple(tuple(group) for group in cast(list[list[str]], groups))

    def word(self, key: str, known: tuple[str, ...], default: str | None = None) -> str:
        """A text out of a closed list."""
        value = self.text(key, default)
        if value and value not in known:
            self.problem(key, f'"{value}" no se conoce aquí{did_you_mean(value, known)}')
            return default or known[0]
        return value or default or known[0]

    def expression(self, key: str, scope: Scope, wants: str = "bool", required: bool = False) -> Node | None:
        """A parsed expression, or nothing."""
        text = self.text(key, None if required else "")
        if not text:
            return None
        try:
            return parse(text, scope, wants)
        except ExpressionError as error:
            self.problem(key, str(error))
            return None

    def table(self, key: str) -> Table:
        """The table under `key`; empty when it is not there."""
        value = self._value(key, dict, False)
        return Table(value or {}, self.file, (*self.path, key), self.lines, self.problems)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array of tables."""
        self.asked.add(key)
        value = self.data.get(key, [])
        if not isinstance(value, list):
            self.problem(key, "debe ser una lista de tablas [[…]]")
            return
        for number, item in enumerate(cast(list[Any], value)):
            if not isinstance(item, dict):
                self.problem(key, "debe ser una lista de tablas [[…]]")
                continue
            yield Table(
                cast(dict[str, Any], item), self.file, (*self.path, key, number), self.lines, self.problems
            )

    def named_tables(self) -> Iterator[tuple[str, Table]]:
        """Every key of this table as a table of its own (`[fecha_ingreso]` …)."""
        for key, value in self.data.items():
            if isinstance(value, dict):
                self.asked.add(key)
                inner = cast(dict[str, Any], value)
                yield key, Table(inner, self.file, (*self.path, key), self.lines, self.problems)
            else:
                yield key, self.table(key)

    def finish(self) -> None:
        """Reports the keys that nobody asked for."""
        if self.data.keys() <= self.asked:
            return
        for key in self.data:
            if key not in self.asked:
                self.problem(key, f'clave desconocida "{key}"{did_you_mean(key, self.asked)}')


def _are_texts(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(item, str) for item in cast(list[Any], found))

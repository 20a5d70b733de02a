"""Unknown facts inside a template: they print as a visible blank and can never be mistaken for "no".

| in a template              | known        | unknown                                   |
| -------------------------- | ------------ | ----------------------------------------- |
| `{{ run }}`                | its value    | `[POR COMPLETAR: RUN]`, and it is counted |
| `{{ fecha\\|fecha }}`       | in words     | the same blank                            |
| `{% if x is sabido %}`     | yes          | no                                        |
| `{% if x is cierto %}`     | x is true    | no                                        |
| `{% if x is falso %}`      | x is false   | no                                        |
| `{% if x %}`, `x == 1`, …  | as in Jinja  | the template is refused                   |
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from konbit.papers.writ.literal import BLANK_CLOSE, BLANK_OPEN


class SilentUnknownError(Exception):
    """A template asked an unknown for a yes or no, a size or an order."""

    def __init__(self, fact: str) -> None:
        self.fact = fact
        super().__init__(fact)


class Unknown:
    """A value that nobody gave. id: as in `Blank`."""

    __slots__ = ("id",)

    def __init__(self, id: str) -> None:
        self.id = id

    def __str__(self) -> str:
        return f"{BLANK_OPEN}{self.id}{BLANK_CLOSE}"

    def _refuse(self, *_: object) -> NoReturn:
        raise SilentUnknownError(self.id)

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __len__ = __iter__ = __contains__ = __getitem__ = __int__ = __float__ = _refuse
    __hash__ = object.__hash__


class Row:
    """One item of a list, or a group of named values; a name it lacks is unknown, if the vocabulary has it."""

    __slots__ = ("_names", "_values")

    def __init__(self, values: Mapping[str, object], names: Mapping[str, str]) -> None:
        self._values = values
        self._names = names

    def __getitem__(self, name: str) -> object:
        if name in self._values:
            return self._values[name]
        if name in self._names:
            return Unknown(name)
        raise KeyError(name)

"""Persons who are alike in all that an expression reads, judged as one by the closure for one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from konbit.reasoning.ranked import CLOSED, Unknown
from konbit.reasoning.situation import Law, Situation


class _Declared(dict[str, Any]):
    """Given values of the facts that an expression reads. Asking for another is a fault of ours, never "unknown"."""

    __slots__ = ("names",)

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.names = frozenset(names)

    def get(self, key: str, default: Any = None, /) -> Any:
        if key not in self.names:
            raise LookupError(key)
        return super().get(key, default)


@dataclass(frozen=True, slots=True)
class Worked:
    """A span or a choice worked out beforehand, as a situation would give it; and whether the fact is active."""

    value: Any
    active: bool


class Cell(Situation):
    """Persons who share the values that an expression reads, as one situation; put on others, it is other persons'.

    legal_date: the fact that gives the legal day, for an expression that takes numbers of the law.
    """

    __slots__ = ("_closed", "_known", "_legal_date", "_worked")

    def __init__(self, law: Law, names: Iterable[str], legal_date: str = "") -> None:
        self._known = _Declared(names)
        self._worked: dict[str, Any] = {}
        self._closed: set[str] = set()
        self._legal_date = legal_date
        super().__init__(law, self._known)

    def put(self, values: Iterable[tuple[str, Any]]) -> None:
        """Takes on these values; all else that it was put on stays."""
        for name, value in values:
            self._known.pop(name, None)
            self._worked.pop(name, None)
            self._closed.discard(name)
            match value:
                case Worked(value=found, active=active):
                    self._worked[name] = found
                    if not active:
                        self._closed.add(name)
                case Unknown():
                    if value is CLOSED:
                        self._closed.add(name)
                case _:
                    self._known[name] = value
        self.readings, self.checked, self._memo = {}, {}, self._worked.copy()
        if self._legal_date:
            # Clears the memo when it changes; what was worked out beforehand was so under the same day.
            self.legal_day = self.span(self._legal_date)
            self._memo.update(self._worked)

    def is_active(self, name: str) -> bool:
        return name not in self._closed

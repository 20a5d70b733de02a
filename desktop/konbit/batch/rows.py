"""What goes in and what comes out of a batch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of work. number: from 1, as a person counts them in the sheet. code: names its files; no person's name.

    content: plain data that can be sent to a process.
    """

    number: int
    code: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row. reason: why it failed, a Spanish sentence without a person's name; "" when it is done.

    files, sizes: names and bytes of what was written, in the batch's folder. notes: the state of each.
    """

    number: int
    reason: str = ""
    files: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """Whether its papers stand."""
        return not self.reason


class Job(Protocol):
    """Does one row. Raises KonbitError where the row is bad."""

    def __call__(self, row: Row, /) -> Outcome: ...


Opening = Callable[[Mapping[str, Any]], Job]
"""Makes the job inside a worker process, from settings that can be sent to it. A function of a module, for it is sent by its name."""

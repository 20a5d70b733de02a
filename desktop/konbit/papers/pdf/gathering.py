"""What one filling gathers before it is written."""

from __future__ import annotations

from dataclasses import dataclass

from konbit.papers.pdf.values import Notice


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text that did not fit. shown: what the field shows; rest: what has to go on an annex page."""

    field: str
    page: int
    shown: str
    rest: str


class Gathered:
    """What one filling gathers.

    objects: generation and body by number. ready: objects that stand as they will in the file, by number. drawn:
    appearance we drew, per widget. states: state of the form's own, per widget.
    """

    def __init__(self) -> None:
        self.objects: dict[int, tuple[int, bytes]] = {}
        self.ready: dict[int, bytes] = {}
        self.ticks: set[int] = set()
        self.used: dict[str, set[str]] = {}
        self.drawn: dict[int, int] = {}
        self.states: dict[int, bytes] = {}
        self.overflow: list[Overflow] = []
        self.warnings: list[Notice] = []

    def warn(self, template: str, **given: object) -> None:
        self.warnings.append(Notice(template, given))

"""Rows that are made once and shown again: a fresh screen of a hundred widgets costs what a question may not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from konbit.window.parts.at_once import at_once

Row = TypeVar("Row", bound=QWidget)


class Pool(Generic[Row]):
    """`show(n)` gives n rows, made as they are first needed; the others are hidden and kept."""

    def __init__(self, make: Callable[[], Row], place: QBoxLayout) -> None:
        self._make, self._place = make, place
        self._rows: list[Row] = []
        self._shown = 0

    def grow(self, count: int) -> None:
        """Makes rows that will be needed, out of sight, up to `count` of them."""
        while len(self._rows) < count:
            row = self._make()
            row.hide()
            self._place.addWidget(row)
            self._rows.append(row)

    def show(self, count: int) -> list[Row]:
        """The first `count` rows, in order; the caller fills them."""
        with at_once(self._place.parentWidget()):
            self.grow(count)
            for at, row in enumerate(self._rows):
                row.setVisible(at < count)
        self._shown = count
        return self._rows[:count]

    @property
    def rows(self) -> list[Row]:
        """Those on show."""
        return self._rows[: self._shown]

"""A column that remembers how high it is at each width, until something in it changes."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Column(QVBoxLayout):
    """For a row among many. A page asks for heights at two widths (with a scroll bar and without) where Qt keeps one:
    with a hundred rows, each new one measured all the others four times."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

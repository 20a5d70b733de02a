"""A column that remembers how high it is at each width, until something in it changes."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Column(QVBoxLayout):
    """For a row among many. A page asks for heights at two widths (with a scroll bar and without) where Qt keeps one:
    with a hundred rows, each new one measured all the others four times.

    A row out of sight may sleep through a change of letter or tongue: it keeps the height it had, whatever it is
    asked, until it is its turn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        self._last = 0
        self._asleep = False
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)

    @property
    def asleep(self) -> bool:
        """Whether it still stands as it was before the change."""
        return self._asleep

    def sleep(self) -> None:
        """Stay as it is until `wake`. A row never laid out has nothing to keep."""
        if self._last and self.isEnabled():
            self._asleep = True
            self.setEnabled(False)

    def wake(self) -> None:
        """Be measured anew and laid out."""
        if self._asleep:
            self._asleep = False
            self.setEnabled(True)
            self.invalidate()
            widget = self.parentWidget()
            if widget is not None:
                widget.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        if self._asleep:
            return self._last
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        self._last = self._heights[width]
        return self._last

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

"""Two scrolling columns side by side; with little room only one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from konbit.window.parts.ground import lay_ground
from konbit.window.parts.part import Part
from konbit.window.parts.scroll import Scroll


class Split(Part, QWidget):
    """`left` has a fixed width while both stand. In the narrow room one takes it all: `show_right` says which."""

    def __init__(self, left: QWidget, right: QWidget, width: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._narrow, self._right_first = width, False, False
        self.left, self.right = left, right
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(left)
        self._row.addWidget(right, 1)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """One column, or two."""
        self._narrow = narrow
        self._fit()

    def show_right(self, right: bool) -> None:
        """Which column stands when there is room for one."""
        self._right_first = right
        self._fit()

    @property
    def alone(self) -> bool:
        """Whether only the right column is in sight."""
        return self._narrow and self._right_first

    def restyle(self) -> None:
        self._fit()
        super().restyle()

    def _fit(self) -> None:
        self.left.setVisible(not (self._narrow and self._right_first))
        self.right.setVisible(not self._narrow or self._right_first)
        if self._narrow:
            self.left.setMinimumWidth(0)
            self.left.setMaximumWidth(16_777_215)
        else:
            self.left.setFixedWidth(self.theme.size(self._width))


def scrolling(content: QWidget, ground: str = "") -> Scroll:
    """A column that scrolls downwards only."""
    scroll = Scroll(content)
    if ground:
        lay_ground(scroll, ground)
    return scroll

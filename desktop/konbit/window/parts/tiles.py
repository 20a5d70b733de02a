"""Equal tiles in as many columns as fit: the ground of answers and of the ways of not knowing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from konbit.window.parts.part import Part, remembered


class Tiles(Part, QWidget):
    """Places the widgets of `tiles()` in columns of one width; a row is as high as its highest tile."""

    GAP = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tiles(self) -> list[QWidget]:
        raise NotImplementedError

    def most_columns(self) -> int:
        return 1

    def columns(self, width: int) -> int:
        """As many columns as leave every tile its words on one line, at most `most_columns`."""
        shown = self.tiles()
        if not shown:
            return 1
        widest, gap = max(tile.sizeHint().width() for tile in shown), self.theme.gap(self.GAP)
        fit = max(1, (width + gap) // (widest + gap))
        return max(1, min(fit, self.most_columns(), len(shown)))

    @remembered
    def _rows(self, width: int) -> tuple[list[tuple[int, list[QWidget]]], int]:
        columns, gap = self.columns(width), self.theme.gap(self.GAP)
        one = (width - gap * (columns - 1)) // columns
        shown = self.tiles()
        rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
        return [(max(tile.heightForWidth(one) for tile in row), row) for row in rows], one

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows, _ = self._rows(width)
        return sum(height for height, _ in rows) + self.theme.gap(self.GAP) * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        shown = self.tiles()
        if not shown:
            return QSize(0, 0)
        # At the width of all its columns: a layout takes the height of this hint for the least height there is.
        widest, most = max(tile.sizeHint().width() for tile in shown), min(self.most_columns(), len(shown))
        width = widest * most + self.theme.gap(self.GAP) * (most - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        shown = self.tiles()
        return QSize(max((tile.minimumSizeHint().width() for tile in shown), default=0), 0)

    def place(self) -> None:
        """Set the geometry of every tile for the width there is."""
        rows, one = self._rows(self.width())
        gap, y = self.theme.gap(self.GAP), 0
        for height, row in rows:
            for at, tile in enumerate(row):
                tile.setGeometry(at * (one + gap), y, one, height)
            y += height + gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.forget()
            self.updateGeometry()
            self.place()
        return super().event(event)

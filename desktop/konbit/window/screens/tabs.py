"""A choice among a few views of one thing: one is shown, and its tab is ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say
from konbit.window.parts.signs import Sign
from konbit.window.parts.tiles import Tiles
from konbit.window.tongue import Words


class _Tab(LinkButton):
    def __init__(self, words: Words, say: Say, parent: QWidget) -> None:
        super().__init__(words, say, beside=False, parent=parent)
        self.setCheckable(True)

    def mark(self, on: bool) -> None:
        self.setChecked(on)
        self._sign = Sign.TICK if on else None
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row walks
            return
        super().keyPressEvent(event)

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        if not self.isChecked():
            super()._ground(painter, box)
            return
        painter.setPen(QPen(self.theme.colour("primary"), 2))
        painter.setBrush(self.theme.colour("primary_soft"))
        painter.drawRoundedRect(box, 6, 6)


class Tabs(Tiles):
    """chosen: the id of the tab that was pressed. ← and → walk."""

    chosen = Signal(str)

    def __init__(
        self, words: Words, tabs: Sequence[tuple[str, Say]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tabs = {ident: _Tab(words, say, self) for ident, say in tabs}
        for ident, tab in self._tabs.items():
            tab.clicked.connect(lambda _on=False, ident=ident: self._take(ident))
        self.settle(words)

    def offer(self, ident: str, offered: bool) -> None:
        """Shows a tab, or leaves it out."""
        self._tabs[ident].setVisible(offered)
        self.forget()
        self.updateGeometry()

    def choose(self, ident: str) -> None:
        """Ticks a tab."""
        for name, tab in self._tabs.items():
            tab.mark(name == ident)

    @property
    def at(self) -> str:
        """The id of the ticked tab."""
        return next((name for name, tab in self._tabs.items() if tab.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        names = [name for name, tab in self._tabs.items() if not tab.isHidden()]
        name = names[(names.index(self.at) + step) % len(names)] if self.at in names else names[0]
        self._tabs[name].setFocus(Qt.FocusReason.TabFocusReason)
        self._take(name)

    def _take(self, ident: str) -> None:
        self.choose(ident)
        self.chosen.emit(ident)

    def tiles(self) -> list[QWidget]:
        return [tab for tab in self._tabs.values() if not tab.isHidden()]

    def most_columns(self) -> int:
        return len(self.tiles())

    def retranslate(self) -> None:
        self.forget()
        self.updateGeometry()

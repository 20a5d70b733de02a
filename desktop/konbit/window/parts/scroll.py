"""A page that scrolls downwards only, and only when it must: wrapped text is measured at the width it gets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from konbit.window.parts.at_once import lay_out

_SURELY = 1.5
"""Heights of the view from which on a page that had a scroll bar needs it still: it is not measured without one."""


class Scroll(QScrollArea):
    """Sizes its content itself. `widgetResizable` asks wrapped labels for a height at a width they never get,
    and shows false scroll bars."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._seen, self._waiting = False, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        for bare in (self.viewport(), content):  # what the page stands on shows through
            bare.setAutoFillBackground(False)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            if self._seen and not self.isVisible():
                # A hundred rows nobody sees would be laid out again at every change of letter or tongue.
                self._waiting = True
            else:
                self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen = True
        if self._waiting:
            self._waiting = False
            lay_out(self._content)
            self.fit()

    def fit(self) -> None:
        """Give the content the width there is and the height it then needs, at least the whole view."""
        bar = self.verticalScrollBar().sizeHint().width()
        frame = self.width() - 2 * self.frameWidth()
        full = self.height() - 2 * self.frameWidth()
        if self._content.width() == frame - bar and (tall := self._needs(frame - bar)) > _SURELY * full:
            self._content.resize(frame - bar, tall)
            return
        tall = self._needs(frame)
        width = frame - bar if tall > full else frame
        if width != frame:
            tall = self._needs(width)
        self._content.resize(width, max(tall, full))

    def _needs(self, width: int) -> int:
        layout = self._content.layout()
        if layout is None:
            return self._content.sizeHint().height()
        layout.activate()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def wheel_to(self, widget: QWidget) -> None:
        """Bring a widget into view with a little air around it."""
        self.ensureWidgetVisible(widget, 20, 40)

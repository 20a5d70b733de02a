"""The focus ring: one a window, three pixels wide, one pixel off; only once the keyboard is in use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from konbit.window.look.theme import running

WIDE, GAP = 3, 1
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class FocusRing(QWidget):
    """Follows the focus inside one window. `allow(False)` for the client's: a ringed answer reads as advice.

    No QFocusFrame: that one is a child of the focused widget's parent, which cuts the ring off at its edge. This
    one lies on the scrolled page (or the window), so that it is cut only where the page is.
    It watches the window, the widget that has the focus and what that lies in, nothing else: a filter on the whole
    application costs 4 µs an event (12 ms on a first show of 150 widgets, PySide6 6.12).
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._keyboard, self._allowed = window, False, True
        self._watched: list[QWidget] = []
        self._ringed: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def allow(self, allowed: bool) -> None:
        self._allowed = allowed
        self._follow()

    def by_key(self) -> None:
        """The focus moves because of a key (a screen calls this from its own shortcuts)."""
        self._keyboard = True
        self._follow()

    def widget(self) -> QWidget | None:
        """The widget the ring is around, or None."""
        return self._ringed

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        for widget in self._watched:
            if isValid(widget) and widget is not self._window:
                widget.removeEventFilter(self)
        self._watched = [now, *_between(now, self._host_of(now))]
        for widget in self._watched:
            if widget is not self._window:
                widget.installEventFilter(self)
        self._follow()

    def _host_of(self, widget: QWidget) -> QWidget:
        """The page that scrolls with the widget, or the window."""
        host = widget.parentWidget()
        while host is not None and host is not self._window:
            view = host.parentWidget()
            area = view.parentWidget() if view is not None else None
            if isinstance(area, QAbstractScrollArea) and area.viewport() is view:
                return host
            host = view
        return self._window

    def _follow(self) -> None:
        widget = self._window.focusWidget()
        shown = self._allowed and self._keyboard and widget is not None and widget is not self._window
        self._ringed = widget if shown else None
        if self._ringed is None:
            self.hide()
            return
        host = self._host_of(self._ringed)
        if self.parentWidget() is not host:
            self.setParent(host)
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            self._keyboard = self._keyboard or self._steers(watched, event)
        elif kind == QEvent.Type.MouseButtonPress and self._keyboard:
            self._keyboard = False
            self._follow()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show) and self._ringed is not None:
            self._fit()
        elif kind == QEvent.Type.Hide and watched is self._ringed:
            self.hide()
        return False

    @staticmethod
    def _steers(watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key moves about the screen, rather than types."""
        key, typing = event.key(), isinstance(watched, (QLineEdit, QPlainTextEdit))
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            return True
        if bool(event.modifiers() & Qt.KeyboardModifier.AltModifier):
            return key != Qt.Key.Key_Alt
        return not typing and (key in _MOVES or Qt.Key.Key_1 <= key <= Qt.Key.Key_9)

    def _fit(self) -> None:
        widget, host = self._ringed, self.parentWidget()
        if widget is None or host is None or not isValid(widget):
            return
        out = WIDE + GAP
        wanted = (
            widget.rect()
            .translated(widget.mapTo(host, widget.rect().topLeft()))
            .adjusted(-out, -out, out, out)
        )
        if self.geometry() != wanted:
            self.setGeometry(wanted)
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(out, out, -out, -out)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(running().colour("focus"), WIDE))
        half = WIDE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)


def _between(widget: QWidget, host: QWidget) -> list[QWidget]:
    """What a widget lies in, below its host: when one of these moves, so does the widget."""
    found: list[QWidget] = []
    holder = widget.parentWidget()
    while holder is not None and holder is not host:
        found.append(holder)
        holder = holder.parentWidget()
    return found

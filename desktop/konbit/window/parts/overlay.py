"""A short task laid over the page: a card in the middle, the page dimmed behind it. Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from konbit.window.look.type import Role
from konbit.window.parts.button import Button
from konbit.window.parts.ground import Card
from konbit.window.parts.lettering import Say
from konbit.window.parts.part import Part
from konbit.window.parts.scroll import Scroll
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


class Overlay(Part, QWidget):
    """Fill `column`, give it buttons (`set_buttons`, the primary last), `open_over`, `close_over`.

    Part of the window and no dialog of its own: tongue, letter and theme change in it like everywhere, and no name
    stands in a second title bar. While it is open the Tab key stays inside. went_on: Enter where nothing else took
    it. shut: it was closed, by whatever way; the focus is back where it was.
    """

    went_on = Signal()
    shut = Signal()

    WIDTH = 760

    def __init__(self, words: Words, title: Say, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._back: QWidget | None = None
        self._card = Card(self)
        self._title = Text(words, title, Role.SUB, below=True, parent=self._card)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.view = Scroll(self.inside, self._card)
        self._buttons = QHBoxLayout()
        self._place_of_all = QVBoxLayout(self._card)
        self._place_of_all.addWidget(self._title)
        self._place_of_all.addWidget(self.view, 1)
        self._place_of_all.addLayout(self._buttons)
        host.installEventFilter(self)
        self.inside.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_view)
        self.hide()
        self.settle(words)

    def name(self, title: Say) -> None:
        """Another title."""
        self._title.say(title)
        self.retranslate()

    def set_buttons(self, *buttons: Button) -> None:
        """The first at the left, the others at the right."""
        for at, button in enumerate(buttons):
            self._buttons.addWidget(button)
            if not at:
                self._buttons.addStretch(1)

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def open_over(self, focus: QWidget) -> None:
        """Shows itself with the focus on one of its widgets."""
        if self.isHidden():
            self._back = self.window().focusWidget()
        self.show()
        self.raise_()
        self._place()
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DialogStart))

    def close_over(self) -> None:
        """Lets the page be seen again; nothing is kept."""
        if self.isHidden():
            return
        self.hide()
        if self._back is not None and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._back = None
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DialogEnd))
        self.shut.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        event.accept()  # the page behind hears no key

    def focusNextPrevChild(self, forward: bool) -> bool:
        here = self.window().focusWidget()
        one = here
        while one is not None:
            one = one.nextInFocusChain() if forward else one.previousInFocusChain()
            if one is None or one is here:
                break
            takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes and self.isAncestorOf(one) and one.isVisible() and one.isEnabled():
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                one.setFocus(reason)
                return True
        return here is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = watched is self._host and event.type() == QEvent.Type.Resize
        if (resized or event.type() == QEvent.Type.LayoutRequest) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _bring_into_view(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and isValid(self) and not self.isHidden() and self.inside.isAncestorOf(now):
            self.view.wheel_to(now)

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        air = self.theme.gap(16)
        width = min(self.theme.size(self.WIDTH), self.width() - 2 * air)
        margins = self._place_of_all.contentsMargins()
        within = width - margins.left() - margins.right()
        self.column.activate()
        tall = (
            self._title.heightForWidth(within)
            + self.column.totalHeightForWidth(within)
            + max(self._buttons.totalHeightForWidth(within), self._buttons.sizeHint().height())
            + 2 * self._place_of_all.spacing()
            + margins.top()
            + margins.bottom()
            + 4
        )
        height = min(tall, self.height() - 2 * air)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def retranslate(self) -> None:
        self.setAccessibleName(self._title.text())

    def restyle(self) -> None:
        pad = self.theme.gap(20)
        self._place_of_all.setContentsMargins(pad, self.theme.gap(14), pad, self.theme.gap(14))
        self._place_of_all.setSpacing(self.theme.gap(12))
        self.column.setSpacing(self.theme.gap(8))
        self._buttons.setSpacing(self.theme.gap(12))
        if not self.isHidden():
            self._place()
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        veil = self.theme.colour("ink" if not self.theme.dark else "ground")
        veil.setAlpha(120)
        QPainter(self).fillRect(self.rect(), veil)

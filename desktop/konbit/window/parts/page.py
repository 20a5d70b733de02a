"""The scaffold of a screen: header, body, side panel, footer; it follows the room there is (see room.py)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.at_once import at_once
from konbit.window.parts.button import Button, LinkButton, QuietButton
from konbit.window.parts.drawer import Drawer
from konbit.window.parts.ground import Band
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.room import Room, room_for
from konbit.window.parts.scroll import Scroll
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

FOOTER_MOST = 3


class Page(Part, QWidget):
    """Give it a header, content and footer buttons; connect `went_on` (Enter) and `went_back` (Esc)."""

    went_on = Signal()
    went_back = Signal()
    room_changed = Signal(Room)

    PANEL = 292

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = Room.WIDE
        self._panel: QWidget | None = None
        self._panel_title: Say = nothing
        self._header_place, self._body_place = QVBoxLayout(), QVBoxLayout()
        self._panel_place = Band(Qt.Edge.LeftEdge, self)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.view = Scroll(self.inside, self)
        self._body_place.addWidget(self.view)
        self._panel_inside = QWidget()
        self._panel_column = QVBoxLayout(self._panel_inside)
        panel_column = QVBoxLayout(self._panel_place)
        panel_column.setContentsMargins(0, 0, 0, 0)
        panel_column.addWidget(Scroll(self._panel_inside, self._panel_place))
        self._panel_head = Text(words, nothing, Role.SUB, below=True, parent=self._panel_inside)
        self._panel_column.addWidget(self._panel_head)
        self._panel_place.hide()
        self.footer = Band(Qt.Edge.TopEdge, self)
        self._footer_row = QHBoxLayout(self.footer)
        self._buttons: list[Button] = []
        self._links: list[LinkButton] = []
        self._panel_button = QuietButton(
            words, nothing, sign=Sign.QUESTION_RING, key="F7", parent=self.footer
        )
        self._panel_button.hide()
        self._panel_button.clicked.connect(self.open_panel)
        self.footer.installEventFilter(self)
        self.footer.hide()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._body_place, 1)
        left.addWidget(self.footer)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(self._panel_place)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._header_place)
        outer.addLayout(middle, 1)
        self._drawer = Drawer(words, lambda words: self._panel_title(words), self)
        self._drawer.shut.connect(self._panel_home)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_view)
        self._panel_key = QShortcut(QKeySequence("F7"), self)
        self._panel_key.activated.connect(self.open_panel)
        self.settle(words)

    # --- filling

    def set_header(self, header: QWidget) -> None:
        self._header_place.addWidget(header)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.column.addWidget(widget, stretch)

    def set_footer(
        self,
        *,
        left: tuple[Button, ...] = (),
        links: tuple[LinkButton, ...] = (),
        right: tuple[Button, ...] = (),
    ) -> None:
        """At most three buttons (the panel's own included where it shows); the primary comes last.

        `links` stand in the middle while the room is wide; what they do must be reachable elsewhere besides.
        """
        while self._footer_row.count():
            self._footer_row.takeAt(0)
        for button in left:
            self._footer_row.addWidget(button)
        self._footer_row.addStretch(1)
        for link in links:
            self._footer_row.addWidget(link)
        self._footer_row.addWidget(self._panel_button)
        for button in right:
            self._footer_row.addWidget(button)
        self._buttons, self._links = [*left, *right], list(links)
        if len(self._buttons) > FOOTER_MOST:
            raise ValueError(f"a footer holds {FOOTER_MOST} buttons, not {len(self._buttons)}")
        self.footer.show()
        self._fit_footer()

    def set_panel(self, panel: QWidget, title: Say, *, count: int | None = None) -> None:
        """The side panel and its title; `count` is shown on the button that opens it when there is less room."""
        self._panel, self._panel_title = panel, title
        self._panel_column.addWidget(panel, 1)
        self._panel_head.say(title)
        self._drawer.name(title)
        self.count_panel(count)
        self._arrange()

    def count_panel(self, count: int | None) -> None:
        self._panel_button.say(self._panel_title, count=count)

    def _bring_into_view(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Not under a pressed mouse button: the page would slip away below the click.
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not pressed and self.inside.isAncestorOf(now):
            self.view.wheel_to(now)

    # --- room

    @property
    def room(self) -> Room:
        return self._room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        room = room_for(self.width(), self.theme.scale)
        if room is not self._room:
            self._room = room
            items = [self._header_place.itemAt(at) for at in range(self._header_place.count())]
            heads = [item.widget() for item in items if item is not None]
            # One layout at the end: each button shown or hidden laid out the whole page, a letter's room took 65 ms.
            with at_once(*heads, self.footer, self.inside, self):
                self._arrange()
                self.room_changed.emit(room)

    def _arrange(self) -> None:
        wide = self._room is Room.WIDE
        if wide and not self._drawer.isHidden():
            self._drawer.close_drawer()
        self._panel_place.setVisible(wide and self._panel is not None)
        self._fit_footer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)
        # Not before it is seen: at the width of a page never laid out, its words would need the height of a screen.
        if watched is self.footer and event.type() in kinds and self.footer.isVisible():
            self._raise_footer()
        return super().eventFilter(watched, event)

    def _raise_footer(self) -> None:
        """As high as its words need once they wrap: a row of buttons asks for the height of one line only."""
        needed = max(0, self._footer_row.totalHeightForWidth(self.footer.width()))
        if needed != self.footer.minimumHeight():
            self.footer.setMinimumHeight(needed)

    def _fit_footer(self) -> None:
        self._panel_button.setVisible(self._panel is not None and self._room is not Room.WIDE)
        for link in self._links:
            link.setVisible(self._room is Room.WIDE)
        shown = len(self._buttons) + (0 if self._panel_button.isHidden() else 1)
        # One too many: the middle ones are acts that also have a key, and give way to the panel's button.
        for button in self._buttons[1:-1]:
            button.setVisible(shown <= FOOTER_MOST)

    def open_panel(self) -> None:
        """Show the panel: it is there already (wide), or comes as a drawer."""
        if self._panel is None:
            return
        if self._room is Room.WIDE:
            self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._drawer.hold(self._panel)
        self._drawer.open_drawer()

    def close_panel(self) -> None:
        """Shut the drawer, if the panel is in it."""
        if not self._drawer.isHidden():
            self._drawer.close_drawer()

    def _panel_home(self) -> None:
        if self._panel is not None:
            self._panel_column.addWidget(self._panel, 1)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        theme = self.theme
        pad, tight = theme.gap(20), theme.gap(12)
        self.column.setContentsMargins(pad, theme.gap(8), pad, theme.gap(10))
        self.column.setSpacing(theme.gap(10))
        self._panel_column.setContentsMargins(theme.gap(14), theme.gap(16), theme.gap(14), theme.gap(12))
        self._panel_column.setSpacing(tight)
        self._panel_place.setFixedWidth(theme.size(self.PANEL))
        self._footer_row.setContentsMargins(pad, theme.gap(8), pad, theme.gap(10))
        self._footer_row.setSpacing(tight)
        self._measure()
        super().restyle()

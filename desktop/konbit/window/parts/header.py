"""The head of a screen: the way back, what this is, whether it is saved, which tongues."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton
from konbit.window.parts.ground import lay_ground
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.room import Room
from konbit.window.parts.saved_mark import SavedMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.tongue_switch import TongueSwitch
from konbit.window.tongue import Words


class Header(Part, QWidget):
    """`saved` and `tongues` are its own parts, to be used from outside."""

    went_back = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_ground(self, "sunken")
        self._back = LinkButton(words, nothing, sign=Sign.ARROW_LEFT, beside=False, parent=self)
        self._back.clicked.connect(self.went_back)
        self._back.hide()
        self._narrow = False
        self._title = Text(words, nothing, Role.SUB, only="first", parent=self)
        self._under = Text(words, nothing, Role.NOTE, tone="ink2", parent=self)
        self.saved, self.tongues = SavedMark(words, parent=self), TongueSwitch(words, parent=self)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self._title)
        titles.addWidget(self._under)
        titles.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(titles, 1)
        self._row.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.tongues, 0, Qt.AlignmentFlag.AlignVCenter)
        self.settle(words)

    def tell(self, title: Say, under: Say = nothing, *, back: Say | None = None) -> None:
        self._title.say(title)
        self._under.say(under)
        self._under.setVisible(not self._narrow and bool(self._under.text()))
        self._back.setVisible(back is not None)
        if back is not None:
            self._back.say(back)

    def set_room(self, room: Room) -> None:
        """When narrow only the title and the saved mark stay: the tongues have F8 and their place in the menu."""
        self._narrow = room is Room.NARROW
        self.tongues.setVisible(not self._narrow)
        self._under.setVisible(not self._narrow and bool(self._under.text()))

    def restyle(self) -> None:
        theme = self.theme
        self._row.setContentsMargins(theme.gap(20), theme.gap(6), theme.gap(14), theme.gap(6))
        self._row.setSpacing(theme.gap(14))
        super().restyle()

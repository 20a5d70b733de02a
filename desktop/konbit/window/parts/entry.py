"""What all boxes to fill share: a plain value in and out, and a fault that can be said and is no wall."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from konbit.window.look.style import ring_fault
from konbit.window.look.type import Role
from konbit.window.parts.lettering import Say
from konbit.window.parts.part import Part


class Entry(Part, QWidget):
    """A value being typed. `fault()` says what is wrong in the field's own words, or None; the value is kept."""

    changed = Signal(object)  # the new value: plain data, None for empty or not yet readable
    left = Signal()  # focus went elsewhere: the moment to show a fault

    _marked = False

    def value(self) -> object:
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        raise NotImplementedError

    def fault(self) -> Say | None:
        return None

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        """The boxes to ring in red."""
        return []

    def mark(self, *, fault: bool) -> None:
        """Ring the boxes in red, or stop."""
        if fault == self._marked:
            return
        self._marked = fault
        for box in self.boxes():
            ring_fault(box, fault)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        boxes = self.boxes()
        if boxes:
            boxes[0].setFocus(reason)

    def describe(self, name: str, hint: str = "") -> None:
        """Give the boxes their name for the screen reader (the question's label) and description (hint, fault)."""
        for box in self.boxes():
            box.setAccessibleName(name)
            box.setAccessibleDescription(hint)

    def restyle(self) -> None:
        for box in self.boxes():
            box.setFont(self.theme.font(Role.BODY))
            if isinstance(box, QLineEdit):
                box.setMinimumHeight(self.theme.gap(40))
                box.setTextMargins(self.theme.gap(8), 0, self.theme.gap(8), 0)
        super().restyle()

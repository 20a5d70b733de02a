"""What must be put right, at the top of the card and in the fields' own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import signs
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.tongue import Words


@dataclass(frozen=True)
class Wrong:
    """A field at fault: its id, and what is said of it (label or fault)."""

    field: str
    say: Say


class ErrorSummary(Part, QWidget):
    """Takes the focus when it appears and is announced; Enter goes to the first field, a link to its own."""

    jump = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong: tuple[Wrong, ...] = ()
        self._title = Text(words, nothing, Role.SUB, tone="red", below=True, parent=self)
        self._links: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self.settle(words)

    def tell(self, wrong: Sequence[Wrong]) -> None:
        """Show these faults, or none and hide."""
        self._wrong = tuple(wrong)
        while len(self._links) < len(wrong):
            link = LinkButton(self.words, nothing, sign=Sign.ARROW_RIGHT, parent=self)
            at = len(self._links)
            link.clicked.connect(lambda _=False, at=at: self.jump.emit(self._wrong[at].field))
            self._links.append(link)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        for at, link in enumerate(self._links):
            link.setVisible(at < len(wrong))
            if at < len(wrong):
                link.say(wrong[at].say)
        self.retranslate()
        self.setVisible(bool(wrong))
        if wrong:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        count = len(self._wrong)
        if count == 1:
            self._title.say(lambda words: words("ui.errors.one", "Hay 1 dato por corregir"))
        else:
            self._title.say(
                lambda words: words("ui.errors.many", "Hay {count} datos por corregir", count=count)
            )
        faults = ". ".join(str(wrong.say(self.words)) for wrong in self._wrong)
        self.setAccessibleName(f"{self._title.said}. {faults}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._wrong:
            self.jump.emit(self._wrong[0].field)
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(
            theme.gap(18) + theme.size(30), theme.gap(10), theme.gap(12), theme.gap(8)
        )
        self._column.setSpacing(theme.gap(2))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.setPen(QPen(theme.colour("red"), 2))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = theme.size(22)
        signs.paint(
            painter, Sign.OCTAGON, QRectF(theme.gap(14), theme.gap(11), side, side), theme.colour("red")
        )

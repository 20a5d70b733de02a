"""The left side of the form workshop: the place at hand, a search among the facts, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import QuietButton
from konbit.window.parts.field import Fault, Field
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import TextEntry
from konbit.window.tongue import Said, Words

_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Linking(Part, QWidget):
    """In the search box: Tab walks the places, arrows the facts, Enter links, Shift+Enter joins.

    walked: one place on or back; False from `walk_on` lets Tab leave the box. shifted: Alt+arrows, of a drawn box; with
    Shift its size.
    """

    typed = Signal(str)
    linked = Signal(int, bool)
    walked = Signal(int)
    unlinked = Signal()
    undone = Signal()
    optional = Signal()
    added = Signal()
    turned = Signal()
    erased = Signal()
    shifted = Signal(int, int, bool)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at_end: tuple[bool, bool] = (True, True)
        self.where = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self.printed = Text(words, nothing, Role.SUB, parent=self)
        self.takes = Text(words, nothing, Role.BODY, below=True, parent=self)
        self.search = TextEntry(words, longest=80)
        self.field = Field(words, _search, self.search, hint=_keys)
        self.offers = QListWidget(self)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setWordWrap(True)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fault = Fault(words)
        self.none = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self.link = QuietButton(words, _link, sign=Sign.TICK, key="Enter", beside=False, parent=self)
        self.join = QuietButton(words, _join, key="Mayús+Enter", beside=False, parent=self)
        self.unlink = QuietButton(words, _unlink, sign=Sign.CROSS, key="Ctrl+Supr", beside=False, parent=self)
        self.blank = QuietButton(words, _may_be_blank, key="Ctrl+B", beside=False, parent=self)
        self.add = QuietButton(words, _add, sign=Sign.PLUS, key="Ctrl+D", beside=False, parent=self)
        self.turn = QuietButton(words, _turn, key="Ctrl+T", beside=False, parent=self)
        self.erase = QuietButton(words, _erase, key="Ctrl+Mayús+Supr", beside=False, parent=self)
        self._column = QVBoxLayout(self)
        for piece in (
            self.where, self.printed, self.takes, self.field, self.fault, self.none, self.offers, self.link, self.join,
            self.unlink, self.blank, self.add, self.turn, self.erase,
        ):  # fmt: skip
            self._column.addWidget(piece)
        self._column.addStretch(1)
        self.search.box.installEventFilter(self)
        self.search.box.textChanged.connect(self.typed)
        self.offers.itemClicked.connect(lambda item: self.linked.emit(self.offers.row(item), False))
        self.link.clicked.connect(lambda: self.linked.emit(self.offers.currentRow(), False))
        self.join.clicked.connect(lambda: self.linked.emit(self.offers.currentRow(), True))
        self.unlink.clicked.connect(self.unlinked)
        self.blank.clicked.connect(self.optional)
        self.add.clicked.connect(self.added)
        self.turn.clicked.connect(self.turned)
        self.erase.clicked.connect(self.erased)
        self._says: tuple[Say, ...] = ()
        self.settle(words)

    def show_offers(self, says: Sequence[Say]) -> None:
        """The facts to choose from; the first is the one that Enter takes."""
        self._says = tuple(says)
        self.offers.clear()
        self.retranslate()
        self.offers.setCurrentRow(0)

    def name(self, told: str) -> None:
        """What the screen reader says of the place, in the search box."""
        self.search.box.setAccessibleDescription(told)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self.search.box, QAccessible.Event.DescriptionChanged)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_undo(event):
                event.accept()  # the key comes back as a press, and is ours
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(event):
                return True
        return super().eventFilter(watched, event)

    def _is_undo(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & _MODIFIERS == Qt.KeyboardModifier.ControlModifier
        return control and event.key() == Qt.Key.Key_Z and not self.search.box.text()

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
        shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
        if self._is_undo(event):
            self.undone.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = key == Qt.Key.Key_Backtab
            if self.at_end[0 if back else 1]:
                return False
            self.walked.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held in (Qt.KeyboardModifier.NoModifier, shift):
            self.linked.emit(self.offers.currentRow(), held == shift)
        elif key in _ARROWS and held & alt:
            self.shifted.emit(*_ARROWS[key], bool(held & shift))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.offers.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.offers.setCurrentRow((self.offers.currentRow() + step) % self.offers.count())
            chosen = self.offers.currentItem().text()
            self.name(chosen)
        else:
            return False
        return True

    def retranslate(self) -> None:
        row = self.offers.currentRow()
        self.offers.clear()
        for say in self._says:
            self.offers.addItem(say(self.words).both)
        self.offers.setCurrentRow(max(row, 0) if self._says else -1)
        self.offers.setAccessibleName(str(_offers(self.words)))
        self._fit()

    def restyle(self) -> None:
        theme = self.theme
        self.offers.setFont(theme.font(Role.BODY))
        self.offers.setSpacing(theme.gap(2))
        pad = theme.gap(16)
        self._column.setContentsMargins(pad, theme.gap(10), pad, theme.gap(10))
        self._column.setSpacing(theme.gap(6))
        self._fit()
        super().restyle()

    def _fit(self) -> None:
        """As high as what is in it: the column scrolls, not the list."""
        tall = sum(
            self.offers.sizeHintForRow(row) + 2 * self.offers.spacing() for row in range(len(self._says))
        )
        self.offers.setFixedHeight(tall + 2 * self.offers.frameWidth() + 2)
        self.offers.setVisible(bool(self._says))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.offers.setMinimumWidth(QSize(0, 0).width())
        self._fit()


def _search(words: Words) -> Said:
    return words("ui.workshop.search", "¿Qué dato va aquí?")


def _keys(words: Words) -> Said:
    return words(
        "ui.workshop.keys", "Escriba una palabra. Tab: campo siguiente. Enter: unir. Ctrl+Z: deshacer."
    )


def _offers(words: Words) -> Said:
    return words("ui.workshop.offers", "Datos que calzan")


def _link(words: Words) -> Said:
    return words("ui.workshop.link", "Unir")


def _join(words: Words) -> Said:
    return words("ui.workshop.join", "Agregar detrás")


def _unlink(words: Words) -> Said:
    return words("ui.workshop.unlink", "Soltar")


def _may_be_blank(words: Words) -> Said:
    return words("ui.workshop.blank", "Puede quedar en blanco")


def _add(words: Words) -> Said:
    return words("ui.workshop.add", "Caja nueva")


def _turn(words: Words) -> Said:
    return words("ui.workshop.turn", "Una línea, varias o marca")


def _erase(words: Words) -> Said:
    return words("ui.workshop.erase", "Borrar la caja")

"""One of many, found by typing: comunas and countries. Accents and case are forgiven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.entry import Entry
from konbit.window.parts.folding import folded
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_ID = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1
_ROWS = 6


@dataclass(frozen=True)
class Option:
    """`id` is stored; `text` is shown; `also` are other names it is found by."""

    id: str
    text: str
    also: tuple[str, ...] = ()


class _Beginning(QSortFilterProxyModel):
    """Rows that have a word beginning with what was typed; whole names that begin with it come first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""

    def type(self, text: str) -> None:
        self._typed = folded(text)
        self.invalidate()
        self.sort(0)

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex) -> bool:
        names = self.sourceModel().index(source_row, 0, source_parent).data(_FOLDED) or ""
        return not self._typed or any(f" {name}".find(f" {self._typed}") >= 0 for name in names.split("|"))

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        def rank(index: QModelIndex) -> tuple[bool, str]:
            name = (index.data(_FOLDED) or "").split("|")[0]
            return not name.startswith(self._typed), name

        return rank(left) < rank(right)


class _Box(QLineEdit):
    """The box sends what belongs to the list on to the list."""

    steered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.setAccepted(False)
            self.steered.emit(int(event.key()))
            if self.parentWidget().property("took_key"):  # the list used it
                event.accept()
                return
        super().keyPressEvent(event)


class Picker(Entry):
    """Value: the id of an option, or None. The list opens under the box while typing and closes once chosen.

    ↓ ↑ move, Enter or a click chooses, Esc closes. What matches nothing stays in the box, with the near miss.
    """

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: dict[str, Option] = {}
        self._value: str | None = None
        self.box = _Box(self)
        self._model = QStandardItemModel(self)
        self._rows = _Beginning(self)
        self._rows.setSourceModel(self._model)
        self.list = QListView(self)
        self.list.setModel(self._rows)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self._count = Text(words, nothing, Role.NOTE, tone="ink2", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.list)
        column.addWidget(self._count)
        self.box.textEdited.connect(self._typed)
        self.box.steered.connect(self._steer)
        self.box.editingFinished.connect(self._finish)
        self.list.clicked.connect(self._choose)
        self.settle(words)

    def offer(self, options: Iterable[Option]) -> None:
        """The options, in the order to show while nothing is typed."""
        self._options = {option.id: option for option in options}
        self._model.clear()
        for option in self._options.values():
            item = QStandardItem(option.text)
            item.setData(option.id, _ID)
            item.setData("|".join(folded(name) for name in (option.text, *option.also)), _FOLDED)
            self._model.appendRow(item)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> str | None:
        return self._value

    def set_value(self, value: object) -> None:
        option = self._options.get(str(value))
        self._value = option.id if option else None
        self.box.setText(option.text if option else "")
        self._close()

    def fault(self) -> Say | None:
        typed = self.box.text().strip()
        if not typed or self._value is not None:
            return None
        names = {folded(option.text): option.text for option in self._options.values()}
        near = get_close_matches(folded(typed), names, n=1, cutoff=0.6)
        if near:
            return lambda words: words(
                "ui.picker.near",
                "«{typed}» no está en la lista. ¿Quiso decir {near}?",
                typed=typed,
                near=names[near[0]],
            )
        return lambda words: words("ui.picker.none", "«{typed}» no está en la lista.", typed=typed)

    def describe(self, name: str, hint: str = "") -> None:
        super().describe(name, hint)
        self.list.setAccessibleName(str(self.words("ui.picker.list", "Opciones: {name}", name=name)))

    def restyle(self) -> None:
        super().restyle()
        self.layout().setSpacing(self.theme.gap(4))
        self.list.setFont(self.theme.font(Role.BODY))
        self._fit()

    # --- keys and choosing

    def _typed(self, text: str) -> None:
        self._value = None
        self._rows.type(text)
        self._open()
        exact = [option for option in self._options.values() if folded(option.text) == folded(text)]
        if len(exact) == 1:
            self._value = exact[0].id
        self.changed.emit(self._value)

    def _open(self) -> None:
        found = self._rows.rowCount()
        self.list.setVisible(found > 0)
        if found:
            self.list.setCurrentIndex(self._rows.index(0, 0))
        self._count.say(lambda words: words("ui.picker.count", "En la lista: {count}", count=found))
        self._count.setVisible(found > _ROWS or not found)
        self._fit()

    def _close(self) -> None:
        self.list.hide()
        self._count.hide()
        self.updateGeometry()

    def _fit(self) -> None:
        rows = min(_ROWS, self._rows.rowCount())
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(max(1, rows * height + 2 * self.list.frameWidth() + 2))
        self.updateGeometry()

    def _steer(self, key: int) -> None:
        at = self.list.currentIndex().row()
        took = True
        if key == Qt.Key.Key_Down and self.list.isHidden():
            self._rows.type("")
            self._open()
        elif self.list.isHidden():
            took = False
        elif key == Qt.Key.Key_Down:
            self.list.setCurrentIndex(self._rows.index(min(at + 1, self._rows.rowCount() - 1), 0))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentIndex(self._rows.index(max(at - 1, 0), 0))
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            self._choose(self.list.currentIndex())
        self.setProperty("took_key", took)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.set_value(index.data(_ID))
            self.changed.emit(self._value)

    def _finish(self) -> None:
        if not self.box.hasFocus():
            if self._value is not None:
                self.set_value(self._value)
            self._close()
            self.left.emit()

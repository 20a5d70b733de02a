"""One of many, found by typing: comunas and countries. Accents and case are forgiven."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from konbit.window.look.theme import running
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

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        names = self.sourceModel().index(source_row, 0, source_parent).data(_FOLDED) or ""
        return not self._typed or any(f" {name}".find(f" {self._typed}") >= 0 for name in names.split("|"))

    def lessThan(
        self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex
    ) -> bool:
        def rank(index: QModelIndex | QPersistentModelIndex) -> tuple[bool, str]:
            name = (index.data(_FOLDED) or "").split("|")[0]
            return not name.startswith(self._typed), name

        return rank(left) < rank(right)


class _Row(QStyledItemDelegate):
    """A row 36 px high; the chosen one has a bar besides its tint."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = max(running().size(36), option.fontMetrics.height() + running().gap(8))  # type: ignore[attr-defined]
        return QSize(super().sizeHint(option, index).width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, box = running(), option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.fillRect(box, theme.colour("primary_soft" if chosen else "sheet"))
        if chosen:
            painter.fillRect(box.x(), box.y(), theme.gap(4), box.height(), theme.colour("primary"))
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("ink"))
        inner = box.adjusted(theme.gap(12), 0, -theme.gap(8), 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), str(index.data() or ""))


class _Box(QLineEdit):
    """The box sends what belongs to the list on to the list."""

    def __init__(self, steer: Callable[[int], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._steer = steer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ) and self._steer(event.key()):
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
        self.box = _Box(self._steer, self)
        self._model = QStandardItemModel(self)
        self._rows = _Beginning(self)
        self._rows.setSourceModel(self._model)
        self.list = QListView(self)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self._count = Text(words, nothing, Role.NOTE, tone="ink2", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.box)
        self._column.addWidget(self.list)
        self._column.addWidget(self._count)
        self.box.textEdited.connect(self._typed)
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
        self._column.setSpacing(self.theme.gap(4))
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

    def _steer(self, key: int) -> bool:
        """A key for the list; whether it used it."""
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
        return took

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

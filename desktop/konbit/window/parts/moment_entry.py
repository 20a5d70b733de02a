"""A day and the hour on it: some terms run in hours."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.entry import Entry
from konbit.window.parts.lettering import Say
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_HOUR = re.compile(r"(\d{1,2})[:.h]?(\d{2})?")


class MomentEntry(Entry):
    """Value: ISO `2026-11-24T18:40`, or None until day and hour are both there. `1840`, `18:40` and `18` are hours."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateEntry(words, whole=True, parent=self)
        self.hour = QLineEdit(self)
        self.hour.setMaxLength(5)
        self._label = Text(
            words, lambda words: words("ui.moment.hour", "Hora"), Role.NOTE_STRONG, parent=self
        )
        self._label.setBuddy(self.hour)
        self._column = QVBoxLayout()
        self._column.addWidget(self._label)
        self._column.addWidget(self.hour)
        self._column.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self.day)
        row.addLayout(self._column)
        row.addStretch(1)
        self.day.changed.connect(lambda _value: self.changed.emit(self.value()))
        self.day.left.connect(self._left_one)
        self.hour.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self.hour.installEventFilter(self)
        self.settle(words)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [*self.day.boxes(), self.hour]

    def value(self) -> str | None:
        day, hour = self.day.value(), self._clock()
        return f"{day}T{hour}" if day and len(str(day)) == 10 and hour else None

    def set_value(self, value: object) -> None:
        day, _, hour = str(value or "").partition("T")
        self.day.set_value(day or None)
        self.hour.setText(hour[:5])

    def fault(self) -> Say | None:
        problem = self.day.fault()
        if problem is not None:
            return problem
        if self.hour.text().strip() and self._clock() is None:
            return lambda words: words("ui.moment.no_hour", "Escriba la hora como 18:40, de 0:00 a 23:59.")
        if self.day.value() and not self.hour.text().strip():
            return lambda words: words(
                "ui.moment.need_hour", "Falta la hora. Si no la sabe, marque «No sabe»."
            )
        if self.hour.text().strip() and not self.day.value():
            return lambda words: words("ui.moment.need_day", "Falta el día.")
        return None

    def describe(self, name: str, hint: str = "") -> None:
        self.day.describe(name, hint)
        self.hour.setAccessibleName(f"{name}: {self._label.said}" if name else str(self._label.said))
        self.hour.setAccessibleDescription(hint)

    def restyle(self) -> None:
        super().restyle()
        self._row.setSpacing(self.theme.gap(12))
        self._column.setSpacing(self.theme.gap(4))
        self.hour.setFixedWidth(self.theme.size(88))

    def _clock(self) -> str | None:
        found = _HOUR.fullmatch(self.hour.text().strip())
        if not found:
            return None
        hour, minute = int(found[1]), int(found[2] or 0)
        return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None

    def _left_one(self) -> None:
        if self.window().focusWidget() is not self.hour:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.hour:
            clock = self._clock()
            if clock:
                self.hour.setText(clock)
            if self.window().focusWidget() not in self.day.boxes():
                self.left.emit()
        return super().eventFilter(watched, event)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.day.take_focus(reason)

"""A date in three boxes that takes what is known: a year, a month and year, or the day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.calendar_words import months, partial_date
from konbit.window.parts.entry import Entry
from konbit.window.parts.folding import folded
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_TONGUES = ("es", "ht", "en")
_WIDTHS = (64, 150, 88)  # px at 100 %: day, month, year


class DateEntry(Entry):
    """Value: ISO `2018`, `2018-06`, `2018-06-04`, or None. `whole` asks for a day (a deadline's start).

    The month may be typed as a number or by the beginning of its name in any tongue. Below the boxes the date is
    read back in full, so that a day and a month changed about are seen at once.
    """

    def __init__(self, words: Words, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._hint = ""
        self.day, self.month, self.year = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self._labels = (
            Text(words, lambda words: words("ui.date.day", "Día"), Role.NOTE_STRONG, parent=self),
            Text(words, lambda words: words("ui.date.month", "Mes"), Role.NOTE_STRONG, parent=self),
            Text(words, lambda words: words("ui.date.year", "Año"), Role.NOTE_STRONG, parent=self),
        )
        self._echo = Text(words, nothing, Role.BODY, tone="ink2", below=True, parent=self)
        self._row = QHBoxLayout()
        self._columns = [QVBoxLayout() for _ in self._labels]
        for column, label, box in zip(self._columns, self._labels, self._three, strict=True):
            column.addWidget(label)
            column.addWidget(box)
            label.setBuddy(box)
            self._row.addLayout(column)
            box.installEventFilter(self)
            box.textEdited.connect(lambda _text, box=box: self._typed(box))
        self._side = QVBoxLayout()
        self._side.addStretch(1)
        self._row.addLayout(self._side, 1)
        self.day.setMaxLength(2)
        self.month.setMaxLength(12)
        self.year.setMaxLength(4)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addLayout(self._row)
        self._outer.addWidget(self._echo)
        self._outer.addStretch(1)
        self._beside_boxes = False
        self.settle(words)

    @property
    def _three(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.day, self.month, self.year

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.day, self.month, self.year]

    def ask_whole(self, whole: bool) -> None:
        """Whether the day is needed; a partial date is then a fault, otherwise never."""
        self._whole = whole

    # --- reading

    def _month_number(self) -> int | None:
        typed = folded(self.month.text())
        if not typed:
            return None
        if typed.isascii() and typed.isdigit():
            return int(typed) if 1 <= int(typed) <= 12 else 0
        names: dict[str, int] = {}
        for tongue in _TONGUES:
            speaker = self.words.in_one(tongue)
            for at, name in enumerate(months(speaker)):
                names[folded(name)] = at + 1
        found = {number for name, number in names.items() if name == typed} or {
            number for name, number in names.items() if len(typed) >= 3 and name.startswith(typed)
        }
        return found.pop() if len(found) == 1 else 0

    def _numbers(self) -> tuple[int | None, int | None, int | None]:
        """Year, month, day; None for empty, 0 for not readable."""

        def whole(box: QLineEdit) -> int | None:
            text = box.text().strip()
            return (int(text) if text.isascii() and text.isdigit() else 0) if text else None

        return whole(self.year), self._month_number(), whole(self.day)

    def value(self) -> str | None:
        if self._problem() is not None:
            return None
        year, month, day = self._numbers()
        if year is None:
            return None
        if month is None:
            return f"{year:04}"
        return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"

    def set_value(self, value: object) -> None:
        parts = str(value).split("-") if value else []
        self.year.setText(parts[0] if parts else "")
        self.month.setText(parts[1].lstrip("0") if len(parts) > 1 else "")
        self.day.setText(parts[2].lstrip("0") if len(parts) > 2 else "")
        self._name_month()
        self._read_back()

    def fault(self) -> Say | None:
        problem = self._problem()
        if problem is None and self._whole and self.value() and len(str(self.value())) < 10:
            return lambda words: words("ui.date.need_day", "Aquí hace falta el día, el mes y el año.")
        return problem

    def _problem(self) -> Say | None:
        year, month, day = self._numbers()
        if year is None and month is None and day is None:
            return None
        if month == 0:
            typed = self.month.text().strip()
            return lambda words: words(
                "ui.date.no_month", "«{typed}» no es un mes. Escriba 6 o junio.", typed=typed
            )
        if year is None:
            return lambda words: words("ui.date.no_year", "Falta el año. Si no lo sabe, marque «No sabe».")
        if not 1900 <= year <= 2199:
            return lambda words: words("ui.date.four_figures", "Escriba el año con cuatro cifras, como 2024.")
        if day is None:
            return None
        if month is None:
            return lambda words: words("ui.date.day_no_month", "Falta el mes. Sin el mes, basta con el año.")
        try:
            date(year, month, day)
        except ValueError:
            return lambda words: words(
                "ui.date.no_such_day",
                "El {day} de {month} no existe en {year}. Revise el día.",
                day=day,
                month=months(words)[month - 1],
                year=year,
            )
        return None

    # --- typing

    def _typed(self, box: QLineEdit) -> None:
        text = box.text()
        full = box is self.day and (len(text) == 2 or (text.isdigit() and int(text) > 3))
        full = full or (box is self.month and text.isdigit() and (len(text) == 2 or int(text) > 1))
        if full and text.isdigit() and box.cursorPosition() == len(text):
            after = self.month if box is self.day else self.year
            after.setFocus(Qt.FocusReason.TabFocusReason)
            after.selectAll()
        self._read_back()
        self.changed.emit(self.value())

    def _read_back(self) -> None:
        value = self.value()
        self._echo.say((lambda words: partial_date(words, value)) if value else nothing)

    def _name_month(self) -> None:
        number = self._month_number()
        if number:
            self.month.setText(str(months(self.words)[number - 1]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched in self._three:
            if watched is self.month:
                self._name_month()
            window = self.window()
            inside = window.focusWidget() in self._three and window.focusWidget() is not watched
            if not inside:
                self.left.emit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._three:
            box = watched if isinstance(watched, QLineEdit) else self.day
            at = self._three.index(box)
            if event.key() == Qt.Key.Key_Backspace and not box.text() and at:
                before = self._three[at - 1]
                before.setFocus(Qt.FocusReason.BacktabFocusReason)
                before.end(False)
                return True
            if event.text() in ("/", "-", ".") and at < 2:
                self._three[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # --- look and words

    def describe(self, name: str, hint: str = "") -> None:
        self._name, self._hint = name, hint
        for label, box in zip(self._labels, self._three, strict=True):
            box.setAccessibleName(f"{name}: {label.said}" if name else str(label.said))
            box.setAccessibleDescription(hint)

    def retranslate(self) -> None:
        self.describe(getattr(self, "_name", ""), self._hint)
        self._name_month()
        self._read_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_echo()

    def _place_echo(self) -> None:
        """Read back at the right of the boxes where there is room, else below them."""
        theme = self.theme
        boxes = sum(theme.size(width) for width in _WIDTHS) + 3 * theme.gap(12)
        beside = self.width() - boxes >= theme.size(240)
        if beside != self._beside_boxes:
            self._beside_boxes = beside
            (self._outer if beside else self._side).removeWidget(self._echo)
            if beside:
                self._side.addWidget(self._echo)
            else:
                self._outer.insertWidget(1, self._echo)

    def restyle(self) -> None:
        super().restyle()
        theme = self.theme
        self._place_echo()
        self._row.setSpacing(theme.gap(12))
        self._outer.setSpacing(theme.gap(4))
        for column in self._columns:
            column.setSpacing(theme.gap(4))
        for box, width in zip(self._three, _WIDTHS, strict=True):
            box.setFixedWidth(theme.size(width))

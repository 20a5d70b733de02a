"""A box for a number with a decimal comma, as Chile writes it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.entry import Entry
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.number_entry import grouped
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d{1,12}(?:[,.]\d+)?")


class DecimalEntry(Entry):
    """Value: int or float, not negative; None when empty or not readable. `2,5` and `2.5` are both two and a half;
    `1.500` is one thousand five hundred."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QLineEdit(self)
        self._unit = Text(words, nothing, Role.BODY, tone="ink2", parent=self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self._unit, 1)
        self.box.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self.box.editingFinished.connect(self._tidy)
        self.settle(words)

    def within(self, unit: Say = nothing) -> None:
        """The unit that stands after the box."""
        self._unit.say(unit)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> float | int | None:
        text = self.box.text().strip().replace(" ", "")
        if _GROUPED.fullmatch(text):
            text = text.replace(".", "")
        elif not _PLAIN.fullmatch(text):
            return None
        number = float(text.replace(",", "."))
        return int(number) if number == int(number) else number

    def set_value(self, value: object) -> None:
        self.box.setText(_written(value) if isinstance(value, (int, float)) else "")

    def fault(self) -> Say | None:
        if not self.box.text().strip() or self.value() is not None:
            return None
        return lambda words: words("ui.decimal.not_number", "Escriba un número, como 3 o 2,5.")

    def restyle(self) -> None:
        super().restyle()
        self._row.setSpacing(self.theme.gap(8))
        self.box.setFixedWidth(self.theme.size(170))

    def _tidy(self) -> None:
        number = self.value()
        if number is not None:
            self.box.setText(_written(number))
        self.left.emit()


def _written(number: float) -> str:
    whole = int(number)
    rest = f"{number:.6f}".rstrip("0").partition(".")[2]
    return f"{grouped(whole)},{rest}" if rest else grouped(whole)

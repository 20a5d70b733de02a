"""Boxes for numbers: a count or an amount in pesos, and the RUN with its dots put in as it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.entry import Entry
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_RUN = re.compile(r"\d{1,3}(?:\.?\d{3})*-?[\dkK]")


def grouped(number: int) -> str:
    """Dots between thousands, as in Chile in every tongue: 1234567 → 1.234.567."""
    return f"{number:,}".replace(",", ".")


class NumberEntry(Entry):
    """A whole number. Value: int, or None when empty or not readable; what was typed stays in the box."""

    def __init__(self, words: Words, *, unit: Say = nothing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least: int | None = None
        self._most: int | None = None
        self.box = QLineEdit(self)
        self._unit = Text(words, unit, Role.BODY, tone="ink2", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.box)
        self._row.addWidget(self._unit, 1)
        self.box.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self.box.editingFinished.connect(self._tidy)
        self.settle(words)

    def within(self, least: int | None = None, most: int | None = None, unit: Say = nothing) -> None:
        """The range that makes sense (both ends included) and the unit after the box."""
        self._least, self._most = least, most
        self._unit.say(unit)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> int | None:
        # Only dots between thousands are taken out: «2.5» is no 25.
        text = self.box.text().strip().replace("$", "").replace(" ", "")
        text = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None

    def set_value(self, value: object) -> None:
        self.box.setText(grouped(value) if isinstance(value, int) else "")

    def fault(self) -> Say | None:
        if not self.box.text().strip():
            return None
        number = self.value()
        if number is None:
            return lambda words: words("ui.number.not_number", "Escriba solo números, sin letras.")
        least, most = self._least, self._most
        if least is not None and number < least:
            return lambda words: words("ui.number.too_small", "Escriba {least} o más.", least=grouped(least))
        if most is not None and number > most:
            return lambda words: words("ui.number.too_large", "Escriba {most} o menos.", most=grouped(most))
        return None

    def restyle(self) -> None:
        super().restyle()
        self._row.setSpacing(self.theme.gap(8))
        self.box.setFixedWidth(self.theme.size(170))

    def _tidy(self) -> None:
        number = self.value()
        if number is not None:
            self.box.setText(grouped(number))
        self.left.emit()


class RunEntry(Entry):
    """A RUN. Value: `12345678-5`, or None. Dots and dash come by themselves; any way of typing it is taken.

    `check` judges the finished RUN (its last digit); this part only knows the shape.
    """

    def __init__(
        self, words: Words, *, check: Callable[[str], Say | None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._check = check
        self.box = QLineEdit(self)
        self.box.setMaxLength(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        self.box.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self.box.editingFinished.connect(self._tidy)
        self.settle(words)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> str | None:
        text = re.sub(r"\s", "", self.box.text())
        if not _RUN.fullmatch(text):
            return None
        letters = text.replace(".", "").replace("-", "").upper()
        return f"{letters[:-1]}-{letters[-1]}" if 7 <= len(letters) <= 10 else None

    def set_value(self, value: object) -> None:
        self.box.setText("" if value is None else self._soft(str(value)))

    def fault(self) -> Say | None:
        if not self.box.text().strip():
            return None
        run = self.value()
        if run is None:
            return lambda words: words("ui.run.shape", "Un RUN es como 12.345.678-5. Revise los números.")
        return self._check(run) if self._check else None

    def restyle(self) -> None:
        super().restyle()
        self.box.setFixedWidth(self.theme.size(220))

    @staticmethod
    def _soft(text: str) -> str:
        letters = text.replace(".", "").replace("-", "").upper()
        return f"{grouped(int(letters[:-1]))}-{letters[-1]}" if letters[:-1].isdigit() else text

    def _tidy(self) -> None:
        run = self.value()
        if run is not None:
            self.box.setText(self._soft(run))
        self.left.emit()

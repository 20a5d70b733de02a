"""What was filed of the finding on show: a line each, what to note next, and a quiet way to note it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.norm_list import Links
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words


@dataclass(frozen=True, slots=True)
class FiledLine:
    """One thing filed: id, what is said of it, and the dates worth noting now (fact and its label)."""

    id: str
    say: Say
    where: Say
    facts: tuple[tuple[str, Say], ...]


class _FiledRow(Part, QWidget):
    changed = Signal(str)
    asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = FiledLine("", nothing, nothing, ())
        self._say = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._where = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._next = Text(words, _note, Role.NOTE, tone="ink2", below=True, parent=self)
        self._facts = Links(words, sign=Sign.CALENDAR, parent=self)
        self._change = LinkButton(words, _change, sign=Sign.PENCIL, beside=False, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for piece in (self._say, self._where, self._next, self._facts):
            self._column.addWidget(piece)
        self._column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self._facts.pressed.connect(lambda at: self.asked.emit(self._line.facts[at][0]))
        self._change.clicked.connect(lambda: self.changed.emit(self._line.id))
        self.settle(words)

    def tell(self, line: FiledLine) -> None:
        self._line = line
        self._say.say(line.say)
        self._where.say(line.where)
        self._next.setVisible(bool(line.facts))
        self._facts.setVisible(bool(line.facts))
        self._facts.show_links([say for _, say in line.facts])

    @property
    def said(self) -> str:
        """What the row says first."""
        return self._say.text()

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(2))
        super().restyle()


class FiledBlock(Part, QWidget):
    """wanted: an id of something filed to put right or to end, "" for a new one. asked: a fact to answer."""

    wanted = Signal(str)
    asked = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QVBoxLayout()
        self._rows: Pool[_FiledRow] = Pool(self._row, self._place)
        self.add_link = LinkButton(words, _filed, sign=Sign.DOCUMENT, parent=self)
        self.add_link.clicked.connect(lambda: self.wanted.emit(""))
        self._portal = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._place)
        self._column.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._portal)
        self.settle(words)

    def _row(self) -> _FiledRow:
        row = _FiledRow(self.words, self)
        row.changed.connect(self.wanted)
        row.asked.connect(self.asked)
        return row

    def show_lines(self, lines: Sequence[FiledLine]) -> None:
        """What was filed, the newest last."""
        for row, line in zip(self._rows.show(len(lines)), lines, strict=True):
            row.tell(line)
        self.add_link.say(_again if lines else _filed)

    def show_portal(self, say: Say | None) -> None:
        """What the portal takes to which it goes up; None where it goes to none."""
        self._portal.setVisible(say is not None)
        self._portal.say(say or nothing)

    @property
    def said(self) -> list[str]:
        """The lines in sight."""
        return [row.said for row in self._rows.rows]

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(6))
        self._place.setSpacing(self.theme.gap(8))
        super().restyle()


def _filed(words: Words) -> Said:
    return words("ui.filing.add", "Ya se presentó…")


def _again(words: Words) -> Said:
    return words("ui.filing.again", "Se presentó otra vez…")


def _change(words: Words) -> Said:
    return words("ui.filing.change", "Anotar la respuesta o corregir")


def _note(words: Words) -> Said:
    return words("ui.filing.next", "Anote esta fecha: desde ella corre un plazo.")

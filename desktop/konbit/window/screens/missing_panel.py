"""«¿Qué falta?»: at most three routes with at most three facts each; below it «¿Y si…?»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from konbit.law.pack import Pack
from konbit.reasoning.asking import Target
from konbit.reasoning.examining import Examination
from konbit.window.look.type import Role
from konbit.window.pack_words import day_in_words, of_pack
from konbit.window.parts import chip
from konbit.window.parts.button import LinkButton
from konbit.window.parts.chip import Chip
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.change_box import ChangeBox
from konbit.window.screens.consequence_words import ChangeLine
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Words
from konbit.work.case_list import nearest_term

ROUTES, FACTS = 3, 3


@dataclass(frozen=True, slots=True)
class Lack:
    """A route or writ that waits for facts. count: how many would settle it."""

    id: str
    name: str
    facts: tuple[str, ...]
    count: int


def lacks(found: Examination, targets: Sequence[Target]) -> tuple[Lack, ...]:
    """What is open and what it waits for: what was asked for first, then what needs least."""
    aims = {(target.kind, target.id) for target in targets}
    open_ones = [one for one in _open(found) if not aims or (one[0], one[1].id) in aims]
    return tuple(sorted((lack for _, lack in open_ones), key=lambda one: one.count))


def _open(found: Examination) -> Iterator[tuple[str, Lack]]:
    for ident, route in found.routes.items():
        if route.outcome == "falta_informacion" and route.missing:
            facts = route.enough[0] if route.enough else route.missing
            yield "ruta", Lack(ident, route.route.name, tuple(facts), len(facts))
    for ident, writ in found.writs.items():
        if writ.outcome == "falta_informacion" and writ.missing:
            yield "escrito", Lack(ident, writ.writ.name, writ.missing, len(writ.missing))


class LackRow(Part, QWidget):
    """One route: name, how many facts, and the first of them to jump to."""

    jump = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._chip = Chip(words, chip.missing(0), parent=self)
        self._links = [LinkButton(words, nothing, sign=Sign.QUESTION_RING, parent=self) for _ in range(FACTS)]
        self._facts: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._name)
        self._column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for at, link in enumerate(self._links):
            self._column.addWidget(link)
            link.clicked.connect(lambda _=False, at=at: self.jump.emit(self._facts[at]))
        self.settle(words)

    def tell(self, pack: Pack, lack: Lack) -> None:
        self._facts = lack.facts[:FACTS]
        self._name.say(of_pack(lack.name))
        self._chip.show_state(chip.missing(lack.count))
        for at, link in enumerate(self._links):
            link.setVisible(at < len(self._facts))
            if at < len(self._facts):
                link.say(of_pack(pack.facts[self._facts[at]].label))

    @property
    def links(self) -> list[LinkButton]:
        """Those on show."""
        return self._links[: len(self._facts)]

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(2))
        super().restyle()


class MissingPanel(Part, QWidget):
    """Filled again at every answer. jump(fact): to the question of a fact."""

    jump = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due = Chip(words, chip.due(0), parent=self)
        self._term = Text(words, nothing, Role.NOTE, below=True, parent=self)
        self._settled = Text(
            words,
            lambda words: words("ui.missing.settled", "Ya se decide todo."),
            Role.BODY,
            below=True,
            parent=self,
        )
        self._rows_place = QVBoxLayout()
        self._rows = Pool(self._row, self._rows_place)
        self.what_if = ChangeBox(words, parent=self)
        self.what_if.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._due, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._term)
        self._column.addWidget(self._settled)
        self._column.addLayout(self._rows_place)
        self._column.addStretch(1)
        self._column.addWidget(self.what_if)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def _row(self) -> LackRow:
        row = LackRow(self.words, parent=self)
        row.jump.connect(self.jump)
        return row

    def tell(self, pack: Pack, found: Examination, targets: Sequence[Target]) -> int:
        """Shows what is open; returns how many facts it names."""
        open_ones = lacks(found, targets)[:ROUTES]
        rows = self._rows.show(len(open_ones))
        for row, lack in zip(rows, open_ones, strict=True):
            row.tell(pack, lack)
        self._settled.setVisible(not open_ones)
        term = nearest_term(found)
        self._due.setVisible(term is not None)
        self._term.setVisible(term is not None)
        if term is not None:
            last = term.due.date() if isinstance(term.due, datetime) else term.due
            self._due.show_state(chip.due((last - found.today).days))
            day, name = day_in_words(term.due), of_pack(term.deadline.name)
            self._term.say(
                lambda words: words("ui.missing.term", "{date}: {name}", date=day(words), name=name(words))
            )
        return sum(min(len(lack.facts), FACTS) for lack in open_ones)

    @property
    def links(self) -> list[LinkButton]:
        """The facts to jump to."""
        return [link for row in self._rows.rows for link in row.links]

    def suppose(self, title: Say | None, lines: Sequence[ChangeLine] = (), none: Say = nothing) -> None:
        """What the answer under the pointer would change; None hides the box."""
        self.what_if.setVisible(title is not None)
        if title is not None:
            self.what_if.tell(title, lines, none)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """F7: to the first fact that is missing."""
        if self.links:
            self.links[0].setFocus(reason)

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(8))
        self._rows_place.setSpacing(self.theme.gap(14))
        super().restyle()

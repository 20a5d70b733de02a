"""A list the law has everybody asked: several may be marked, and «Ninguno de estos» is an act of its own.

What is marked is yes. What is not marked is nothing at all until somebody says it: «Ninguno de estos», «Ninguno de
los demás», or a way of not knowing for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from konbit.case.answers import Answer
from konbit.law.facts import Block, Fact
from konbit.window.look.type import Role
from konbit.window.pack_words import is_draft, of_pack
from konbit.window.parts.answer import Answer as AnswerTile
from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.ground import Card
from konbit.window.parts.lettering import nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.unknown_row import WAYS, UnknownRow
from konbit.window.screens.draft_mark import DraftMark
from konbit.window.screens.fact_question import way_of
from konbit.window.tongue import Words

REST = "ninguno"


class NoneCard(Part, Card):
    """marked(fact, yes): a mark was set or taken away. rest(yes): the act for all that is not marked, or its undoing.
    way(way): a way of not knowing for all that is not marked, "" when taken back."""

    marked = Signal(str, bool)
    rest = Signal(bool)
    way = Signal(str)
    looked_at = Signal(str, str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._answers: dict[str, Answer | None] = {}
        self._head = DraftMark(words, parent=self)
        self._title = Text(words, nothing, Role.SUB, below=True, parent=self)
        self._intro = Text(words, nothing, Role.BODY, tone="ink2", below=True, parent=self)
        self.group = AnswerGroup(words, parent=self)
        self._others = Text(
            words,
            lambda words: words("ui.none.others", "De lo que no está marcado:"),
            Role.NOTE_STRONG,
            tone="ink2",
            parent=self,
        )
        self.unknown = UnknownRow(words, row=True, parent=self)
        self._column = QVBoxLayout(self)
        for piece in (self._head, self._title, self._intro, self.group, self._others, self.unknown):
            self._column.addWidget(piece)
        self._column.setAlignment(self._head, Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.group.chosen.connect(self._chosen)
        self.group.looked_at.connect(lambda fact: self.looked_at.emit(fact, "si"))
        self.unknown.chosen.connect(self.way)
        self.settle(words)

    def ask(self, block: Block, facts: Sequence[Fact], answers: Mapping[str, Answer | None]) -> None:
        """Shows the questions of a block with the answers there are."""
        self._facts = tuple(facts)
        self._title.say(of_pack(block.name))
        self._intro.say(of_pack(block.intro) if block.intro else nothing)
        self._intro.setVisible(bool(block.intro))
        texts = {f"hecho.{fact.id}.pregunta": fact.question for fact in facts}
        self._head.draft(is_draft(self.words, texts))
        self.follow(answers)

    def follow(self, answers: Mapping[str, Answer | None]) -> None:
        """The answers as they are kept now."""
        self._answers = dict(answers)
        yes = [fact.id for fact in self._facts if self._value(fact.id) is True]
        none_left = self.said_of_rest()
        some = bool(yes)
        rest = Choice(
            REST,
            (lambda words: words("ui.none.rest", "Ninguno de los demás"))
            if some
            else (lambda words: words("ui.none.all", "Ninguno de estos")),
            note=lambda words: words("ui.none.key", "tecla 0"),
            sign=Sign.DASH_RING,
        )
        # Last: the law wants the list read before it is denied.
        choices = (*(Choice(fact.id, of_pack(fact.question)) for fact in self._facts), rest)
        self.group.ask(choices, chosen=[*yes, *([REST] if none_left else [])], many=True)
        for answer in self.group.answers:
            answer.removeEventFilter(self)
            answer.installEventFilter(self)
        ways = {
            way_of(self._answers.get(fact.id)) for fact in self._facts if self._value(fact.id) is not True
        }
        allowed = [way for way in WAYS if all(way not in fact.without for fact in self._facts)]
        self.unknown.ask(allowed, next(iter(ways)) if len(ways) == 1 else "")

    def said_of_rest(self) -> bool:
        """Whether it was said of every question not marked that it is no."""
        others = [fact.id for fact in self._facts if self._value(fact.id) is not True]
        return bool(others) and all(self._value(fact) is False for fact in others)

    def open_ones(self) -> list[str]:
        """The facts of which nothing was said."""
        return [
            fact.id
            for fact in self._facts
            if self._value(fact.id) is None and not way_of(self._answers.get(fact.id))
        ]

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.group.take_focus(reason)

    def _value(self, fact: str) -> bool | None:
        answer = self._answers.get(fact)
        return answer.value if answer is not None and answer.known else None

    def toggle_rest(self) -> None:
        """As if «Ninguno de estos» was pressed."""
        tile = self.group.answers[-1]
        tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
        tile.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_0 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.toggle_rest()
        else:
            super().keyPressEvent(event)

    def _chosen(self, ids: list[str]) -> None:
        marks = set(ids)
        if (REST in marks) != self.said_of_rest():
            self.rest.emit(REST in marks)
            return
        for fact in self._facts:
            if (fact.id in marks) != (self._value(fact.id) is True):
                self.marked.emit(fact.id, fact.id in marks)
                return

    def retranslate(self) -> None:
        self.setAccessibleName(self._title.text())
        self.group.setAccessibleName(self._title.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter and isinstance(watched, AnswerTile):
            self.looked_at.emit(watched.choice.id, "si")
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        theme = self.theme
        pad = theme.gap(20)
        self._column.setContentsMargins(pad, theme.gap(10), pad, theme.gap(12))
        self._column.setSpacing(theme.gap(6))
        super().restyle()

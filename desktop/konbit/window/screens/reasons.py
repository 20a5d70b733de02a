"""«¿Qué le trae?»: the plain reasons of the pack. One of them makes the case and asks its first question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.pack_words import is_draft, of_pack
from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.button import QuietButton
from konbit.window.parts.ground import Card
from konbit.window.parts.lettering import nothing
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.draft_mark import DraftMark
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
from konbit.window.tongue import Words


class ReasonGroup(AnswerGroup):
    """Two columns wherever half the width holds a sentence, wrapped or not: all reasons are to be seen at once."""

    HALF = 440

    def columns(self, width: int) -> int:
        return 2 if width >= 2 * self.theme.size(self.HALF) else 1


class ReasonsScreen(Screen):
    """1 to 9 choose, arrows look, Enter or space chooses; Esc back to the cases."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._code = ""
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self.card = Card()
        self._draft = DraftMark(words, parent=self.card)
        self._question = Text(
            words,
            lambda words: words("ui.reasons", "¿Qué le trae?"),
            Role.TITLE,
            below=True,
            parent=self.card,
        )
        self._hint = Text(
            words,
            lambda words: words(
                "ui.reasons.hint", "Elija lo que más se parece. Después se puede mirar todo lo demás."
            ),
            Role.BODY,
            tone="ink2",
            below=True,
            parent=self.card,
        )
        self.group = ReasonGroup(words, parent=self.card)
        self._column = QVBoxLayout(self.card)
        for piece in (self._draft, self._question, self._hint, self.group):
            self._column.addWidget(piece)
        self._column.setAlignment(self._draft, Qt.AlignmentFlag.AlignLeft)
        self.add(self.card)
        self.column.addStretch(1)
        self.back_button = QuietButton(
            words, lambda words: words("ui.back", "Atrás"), sign=Sign.ARROW_LEFT, key="Esc"
        )
        self.set_footer(left=(self.back_button,))
        self.back_button.clicked.connect(self._back)
        self.went_back.connect(self._back)
        self.head.went_back.connect(self._back)
        self.room_changed.connect(self.head.set_room)
        self.head.set_room(self.room)
        self.group.chosen.connect(self._chosen)
        self._pad()

    def enter(self, what: object = None) -> None:
        del what
        self._code = code = self.session.fresh_code()
        reasons = sorted(
            self.session.require_office().pack.reasons.values(), key=lambda reason: not reason.urgent
        )
        self.group.ask(
            [
                Choice(reason.id, of_pack(reason.text), note=_urgent if reason.urgent else nothing)
                for reason in reasons
            ]
        )
        self._draft.draft(is_draft(self.words, {f"motivo.{one.id}": one.text for one in reasons}))
        self.head.tell(
            lambda words: words("ui.new_case", "Nuevo caso"),
            lambda words: words("ui.new_case.code", "Código {code}", code=code),
            back=lambda words: words("ui.cases", "Casos"),
        )
        self.group.take_focus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, ids: list[str]) -> None:
        if ids and self._code:
            reason = self.session.require_office().pack.reasons[ids[0]]
            code, self._code = self._code, ""
            self.session.new_case(code, reason.targets)
            self.went.emit("interview", None)

    def _back(self) -> None:
        self.went.emit("cases", None)

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "_lane"):
            self.group.setAccessibleName(self._question.text())

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_column"):
            self._pad()

    def _pad(self) -> None:
        pad = self.theme.gap(20)
        self._column.setContentsMargins(pad, self.theme.gap(14), pad, pad)
        self._column.setSpacing(self.theme.gap(8))


def _urgent(words: Words):
    return words("ui.reasons.urgent", "Urgente")

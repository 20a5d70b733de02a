"""Text on a screen: a label that wraps, never elides, and may say a thing in two tongues."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.lettering import Block, Run, Say, calm_role, nothing, tongues
from konbit.window.parts.part import Part, wrapped
from konbit.window.tongue import Said, Words

_WIDEST = 46  # em: longer lines are hard to read; only a hint, a layout may give more


class Text(Part, QLabel):
    """A wrapped saying. A QLabel for the screen reader's sake (StaticText, its text read); drawn here.

    `below` puts the second tongue on its own line. `only` is "first" or "second" to show one lane alone.
    """

    def __init__(
        self,
        words: Words,
        say: Say = nothing,
        role: Role = Role.BODY,
        *,
        tone: str = "ink",
        below: bool = False,
        only: str = "",
        centred: bool = False,
        italic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._lead = say, nothing
        self._said, self._lead_said = Said(), Said()
        self._role, self._tone = role, tone
        self._below, self._only, self._centred, self._italic = below, only, centred, italic
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def say(self, say: Say, *, lead: Say = nothing) -> None:
        """New words in place of the old; `lead` stands before them in bold."""
        self._say, self._lead = say, lead
        self.retranslate()

    def tone(self, tone: str) -> None:
        self._tone = tone
        self.forget()
        self.update()

    def role(self, role: Role) -> None:
        self._role = role
        self.restyle()

    def lay(self, *, below: bool) -> None:
        self._below = below
        self.restyle()

    @property
    def said(self) -> Said:
        return self._said

    def retranslate(self) -> None:
        said, lead = self._say(self.words), self._lead(self.words)
        if said.same(self._said) and lead.same(self._lead_said):
            return  # what was measured still holds
        self._said, self._lead_said = said, lead
        shown = [text for part in (self._lead_said, self._said) for text in self._shown(part) if text]
        self.setText(" ".join(shown))
        self.restyle()

    def _shown(self, said: Said) -> tuple[str, ...]:
        match self._only:
            case "first":
                return (str(said),)
            case "second":
                return (said.beside,)
            case _:
                return (str(said), said.beside)

    @wrapped
    def _block(self, width: float) -> Block:
        theme, said, lead = self.theme, self._said, self._lead_said
        if self._only == "second":
            tone = "creole" if said.second == "ht" else "ink2"
            font = theme.font(calm_role(self._role), italic=self._italic)
            paragraphs = [[Run(said.beside, font, theme.colour(tone))]]
        else:
            shown = Said(str(said), "", said.first) if self._only == "first" else said
            paragraphs = tongues(shown, theme, self._role, self._tone, below=self._below)
            if self._italic:
                first = paragraphs[0][0]
                paragraphs[0][0] = Run(first.text, theme.font(self._role, italic=True), first.colour)
            if lead:
                strong = {Role.BODY: Role.BODY_STRONG, Role.NOTE: Role.NOTE_STRONG}.get(
                    self._role, self._role
                )
                paragraphs[0].insert(0, Run(str(lead), theme.font(strong), theme.colour(self._tone)))
        return Block(paragraphs, width, gap=theme.gap(2), centred=self._centred)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._block(width).height)

    def sizeHint(self) -> QSize:
        natural = self._block(1e6)
        width = min(ceil(natural.natural) + 1, self.theme.size(_WIDEST * 12))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = ceil(self._block(1e6).least) + 1
        return QSize(
            min(least, self.theme.size(_WIDEST * 12)), 0 if not self.text() else ceil(self.theme.size(14))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        block = self._block(self.width())
        top = max(0.0, (self.height() - block.height) / 2) if self._centred else 0.0
        block.draw(painter, 0, top)

"""A route among others: its name, its state, by when, and one line of why."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import signs
from konbit.window.parts.chip import State, Tone, unknown
from konbit.window.parts.lettering import Block, Run, Say, nothing, tongues
from konbit.window.parts.part import BOUNDLESS, Part, remembered
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Said, Words


@dataclass(frozen=True)
class Route:
    id: str
    name: Say
    state: State
    when: Say = nothing  # "hasta jue 10 dic"
    why: Say = nothing


class RouteCard(Part, QAbstractButton):
    """A radio button to the screen reader. Its whole text is drawn wrapped; the state is a sign with its word."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._route = Route("", nothing, unknown())
        self._said: dict[str, Said] = dict.fromkeys(("name", "state", "when", "why"), Said())
        self._looks: tuple[Sign, Tone] | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def show_route(self, route: Route) -> None:
        self._route = route
        self.retranslate()

    @property
    def route(self) -> Route:
        return self._route

    def retranslate(self) -> None:
        route, words = self._route, self.words
        said = {
            "name": route.name(words),
            "state": route.state.say(words),
            "when": route.when(words),
            "why": route.why(words),
        }
        looks = (route.state.sign, route.state.tone)
        if looks == self._looks and all(said[one].same(self._said[one]) for one in said):
            return  # what was measured still holds
        self._said, self._looks = said, looks
        self.setText(str(self._said["name"]))
        self.setAccessibleName(
            ". ".join(str(self._said[one]) for one in ("name", "state", "when") if self._said[one])
        )
        self.setAccessibleDescription(str(self._said["why"]))
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked():
            self.click()
        else:
            super().keyPressEvent(event)

    @remembered
    def _blocks(self, width: float) -> tuple[Block, ...]:
        theme, said = self.theme, self._said
        inner = width - 2 * theme.gap(14)
        ink, _, _ = self._route.state.tone.value
        state = Run(str(said["state"]), theme.font(Role.NOTE_STRONG), theme.colour(ink))
        sign_room = theme.size(16) + theme.gap(6)
        texts = (
            (tongues(said["name"], theme, Role.BODY_STRONG, below=True), inner),
            ([[state]], inner - sign_room),
            (tongues(said["when"], theme, Role.NOTE, "ink2"), inner),
            (tongues(said["why"], theme, Role.NOTE, "ink2", below=True), inner),
        )
        if width >= BOUNDLESS:
            return tuple(Block(runs, room) for runs, room in texts)
        whole = self._blocks(BOUNDLESS)
        return tuple(
            one if one.fits(room) else Block(runs, room)
            for one, (runs, room) in zip(whole, texts, strict=True)
        )

    def _together(self, width: float) -> bool:
        """Whether state and date fit on one line."""
        theme = self.theme
        _, state, when, _ = self._blocks(width)
        room = width - 2 * theme.gap(14) - theme.size(16) - theme.gap(6)
        return state.natural + theme.gap(12) + when.natural <= room

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gap = self.theme.gap(4)
        name, state, when, why = self._blocks(width)
        tall = name.height + gap + max(state.height, self.theme.size(20))
        if when.height and not self._together(width):
            tall += gap + when.height
        if why.height:
            tall += gap + why.height
        return ceil(tall) + 2 * self.theme.gap(10)

    def sizeHint(self) -> QSize:
        width = self.theme.size(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            ceil(max(block.least for block in self._blocks(BOUNDLESS)))
            + 2 * self.theme.gap(14)
            + self.theme.size(24),
            0,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("primary" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(
            theme.colour("primary_soft" if chosen else "sunken" if self.underMouse() else "sheet")
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        pad, gap = theme.gap(14), theme.gap(4)
        name, state, when, why = self._blocks(self.width())
        y = float(theme.gap(10))
        name.draw(painter, pad, y)
        y += name.height + gap
        side, row = theme.size(16), max(state.height, theme.size(20))
        ink, ground, edge = self._route.state.tone.value
        inner = theme.gap(6)
        box = QRectF(pad, y, side + inner * 3 + state.width, row + 2)
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, 4, 4)
        signs.paint(
            painter,
            self._route.state.sign,
            QRectF(pad + inner, y + (row + 2 - side) / 2, side, side),
            theme.colour(ink),
        )
        state.draw(painter, pad + inner * 2 + side, y + (row + 2 - state.height) / 2)
        if when.height and self._together(self.width() - 3 * inner):
            when.draw(painter, self.width() - pad - when.natural, y + (row - when.height) / 2)
        elif when.height:
            y += row + gap
            when.draw(painter, pad, y)
            row = when.height
        if why.height:
            why.draw(painter, pad, y + row + gap)

"""A chip: sign, word, colour, in that order. And the states of a route, a criterion and a text, each as a chip."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import signs
from konbit.window.parts.lettering import Block, Run, Say, nothing
from konbit.window.parts.part import Part, wrapped
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Said, Words


class Tone(Enum):
    """Ink and ground tokens. CALM is for all that is neither good nor bad nor urgent."""

    CALM = ("ink2", "sunken", "edge")
    RED = ("red", "red_soft", "red")
    AMBER = ("amber", "amber_soft", "amber")
    GREEN = ("green", "green_soft", "green")
    BLUE = ("primary", "primary_soft", "primary")
    CREOLE = ("creole", "creole_soft", "creole")


@dataclass(frozen=True)
class State:
    """How a state is shown."""

    sign: Sign
    tone: Tone
    say: Say


def can() -> State:
    return State(Sign.TICK_RING, Tone.GREEN, lambda words: words("ui.state.can", "Se puede"))


def can_with_risk() -> State:
    return State(
        Sign.TRIANGLE, Tone.AMBER, lambda words: words("ui.state.can_with_risk", "Se puede con riesgo")
    )


def not_now() -> State:
    return State(Sign.CROSS_RING, Tone.RED, lambda words: words("ui.state.not_now", "No por ahora"))


def missing(count: int) -> State:
    """`count` facts would settle it; 0 when it is not known how many."""
    if count == 1:
        say: Say = lambda words: words("ui.state.missing_one", "Falta 1 dato")  # noqa: E731
    elif count:
        say = lambda words: words("ui.state.missing", "Faltan {count} datos", count=count)  # noqa: E731
    else:
        say = lambda words: words("ui.state.missing_some", "Falta información")  # noqa: E731
    return State(Sign.QUESTION_RING, Tone.CALM, say)


def wait(until: Say) -> State:
    return State(
        Sign.HOURGLASS,
        Tone.CALM,
        lambda words: words("ui.state.wait", "Esperar hasta {date}", date=until(words)),
    )


def may_ask() -> State:
    return State(Sign.PENCIL, Tone.BLUE, lambda words: words("ui.state.may_ask", "Se puede pedir"))


def not_applicable() -> State:
    return State(Sign.DASH_RING, Tone.CALM, lambda words: words("ui.state.not_applicable", "No corresponde"))


def closed() -> State:
    return State(Sign.LOCK, Tone.CALM, lambda words: words("ui.state.closed", "Cerrado"))


def met() -> State:
    return State(Sign.TICK_RING, Tone.GREEN, lambda words: words("ui.state.met", "Cumple"))


def not_met() -> State:
    return State(Sign.CROSS_RING, Tone.RED, lambda words: words("ui.state.not_met", "No cumple"))


def unknown() -> State:
    return State(Sign.QUESTION_RING, Tone.CALM, lambda words: words("ui.state.unknown", "Falta saber"))


def risk() -> State:
    return State(Sign.TRIANGLE, Tone.AMBER, lambda words: words("ui.state.risk", "Riesgo"))


def draft_creole() -> State:
    return State(Sign.PENCIL, Tone.CREOLE, lambda words: words("ui.state.draft_creole", "Borrador · bouyon"))


def draft() -> State:
    return State(Sign.PENCIL, Tone.CALM, lambda words: words("ui.state.draft", "Borrador"))


def reviewed() -> State:
    return State(Sign.TICK, Tone.CALM, lambda words: words("ui.state.reviewed", "Revisado"))


def due(days: int) -> State:
    """Days left to a deadline: red up to one, amber up to four, else calm; a past one is closed, not red."""
    if days < 0:
        return State(Sign.DASH_RING, Tone.CALM, lambda words: words("ui.due.past", "Venció"))
    if days == 0:
        return State(Sign.OCTAGON, Tone.RED, lambda words: words("ui.due.today", "Vence hoy"))
    if days == 1:
        return State(Sign.OCTAGON, Tone.RED, lambda words: words("ui.due.tomorrow", "Vence mañana"))
    if days <= 4:
        return State(
            Sign.TRIANGLE, Tone.AMBER, lambda words: words("ui.due.left", "Quedan {days} días", days=days)
        )
    return State(Sign.CLOCK, Tone.CALM, lambda words: words("ui.due.left", "Quedan {days} días", days=days))


class Chip(Part, QLabel):
    """A small sign with its word. `bare` leaves out the box (in a criterion's row)."""

    def __init__(
        self,
        words: Words,
        state: State | None = None,
        *,
        bare: bool = False,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state or State(Sign.DASH_RING, Tone.CALM, nothing)
        self._said, self._bare, self._beside = Said(), bare, beside
        self._looks: tuple[Sign, Tone] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def show_state(self, state: State) -> None:
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        said, looks = self._state.say(self.words), (self._state.sign, self._state.tone)
        if looks == self._looks and said.same(self._said):
            return  # what was measured still holds
        self._said, self._looks = said, looks
        self.setText(self._said.both if self._beside else str(self._said))
        self.restyle()

    def _around(self) -> tuple[int, int, int]:
        theme = self.theme
        return (0 if self._bare else theme.gap(8)), theme.size(16), theme.gap(6)

    @wrapped
    def _block(self, width: float) -> Block:
        theme = self.theme
        return Block(
            [[Run(self.text(), theme.font(Role.NOTE_STRONG), theme.colour(self._state.tone.value[0]))]], width
        )

    def sizeHint(self) -> QSize:
        pad, side, gap = self._around()
        width = ceil(self._block(1e6).natural) + 2 * pad + side + gap + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        pad, side, gap = self._around()
        return QSize(ceil(self._block(1e6).least) + 2 * pad + side + gap + 2, self.theme.size(22))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        pad, side, gap = self._around()
        tall = ceil(self._block(width - 2 * pad - side - gap).height)
        return max(self.theme.size(22), tall + (0 if self._bare else 2 * self.theme.gap(2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground, edge = self._state.tone.value
        pad, side, gap = self._around()
        block = self._block(self.width() - 2 * pad - side - gap)
        if not self._bare:
            wide = min(self.width(), ceil(block.width) + 2 * pad + side + gap + 2)
            painter.setPen(QPen(theme.colour(edge), 1))
            painter.setBrush(theme.colour(ground))
            high = self.heightForWidth(self.width())
            painter.drawRoundedRect(QRectF(0.5, (self.height() - high) / 2 + 0.5, wide - 1, high - 1), 4, 4)
        top = (self.height() - block.height) / 2
        line_height = min(block.height, self._block(1e6).height)
        signs.paint(
            painter,
            self._state.sign,
            QRectF(pad, top + (line_height - side) / 2, side, side),
            theme.colour(ink),
        )
        block.draw(painter, pad + side + gap, top)

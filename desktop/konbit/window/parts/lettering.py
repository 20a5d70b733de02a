"""Wrapped letters in one or two tongues, measured and drawn by the same code, so that nothing is ever clipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from konbit.window.look.theme import Theme
from konbit.window.look.type import Role
from konbit.window.tongue import Said, Words

Say = Callable[
    [Words], Said
]  # what a part keeps instead of finished text: `lambda words: words("ui.x", "…")`

_CALM = {
    Role.BODY_STRONG: Role.BODY,
    Role.NOTE_STRONG: Role.NOTE,
    Role.SUB: Role.SUB_CALM,
    Role.QUESTION: Role.QUESTION_BESIDE,
    Role.TITLE: Role.SUB_CALM,
}


def line(msgctxt_id: str, spanish_text: str, **fields: object) -> Say:
    """Words that come from a pack (a question, a reason) and not from this program's own source."""
    return lambda speaker: speaker(msgctxt_id, spanish_text, **fields)


def fixed(text: str, beside: str = "", first: str = "es", second: str = "ht") -> Say:
    """What no catalogue translates: names, dates already written out, what the person answered."""
    return lambda speaker: Said(text, beside if speaker.second else "", first, second)


def nothing(speaker: Words) -> Said:
    del speaker
    return Said()


@dataclass(frozen=True)
class Run:
    """Letters of one font and colour."""

    text: str
    font: QFont
    colour: QColor


class Block:
    """Paragraphs of runs, wrapped to a width in pixels. A word wider than the block breaks rather than clip."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Run]],
        width: float,
        *,
        gap: float = 0,
        centred: bool = False,
    ) -> None:
        self._layouts: list[tuple[float, QTextLayout]] = []
        self._runs: list[Run] = []
        self.centred = centred
        self.height: float = 0.0
        self.width: float = 0.0  # of the longest line as wrapped
        self.natural: float = 0.0  # of the longest paragraph unwrapped
        for runs in paragraphs:
            if not any(run.text for run in runs):
                continue
            if self._layouts:
                self.height += gap
            self._set(runs, width, centred)

    def _set(self, runs: Sequence[Run], width: float, centred: bool) -> None:
        runs = [run for run in runs if run.text]
        layout = QTextLayout("  ".join(run.text for run in runs), runs[0].font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ranges, at = [], 0
        for run in runs:
            letters = QTextCharFormat()
            letters.setFont(run.font)
            letters.setForeground(run.colour)
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = at, len(run.text.encode("utf-16-le")) // 2, letters
            ranges.append(span)
            at += span.length + 2
        layout.setFormats(ranges)
        layout.beginLayout()
        y = 0.0
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(1.0, width))
            row.setPosition(QPointF(0, y))
            y += ceil(row.height())
            self.width = max(self.width, row.naturalTextWidth())
        layout.endLayout()
        self._layouts.append((self.height, layout))
        self.height += y
        self.natural = max(self.natural, layout.maximumWidth())
        self._runs.extend(runs)

    @cached_property
    def least(self) -> float:
        """Of the longest word. Not QTextLayout's `minimumWidth`: where words may break that is one letter."""
        return max(
            (
                measure.horizontalAdvance(word)
                for run in self._runs
                for measure in (QFontMetricsF(run.font),)
                for word in run.text.split()
            ),
            default=0.0,
        )

    def fits(self, width: float) -> bool:
        """Whether at another width the very same lines would stand in the same places."""
        return not self.centred and self.natural + 1 <= width

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        for top, layout in self._layouts:
            layout.draw(painter, QPointF(x, y + top))


def calm_role(role: Role) -> Role:
    """The role of the second tongue beside a first one in `role`: same family, never bold."""
    return _CALM.get(role, role)


def tongues(
    said: Said, theme: Theme, role: Role, tone: str = "ink", *, below: bool = False, beside_tone: str = ""
) -> list[list[Run]]:
    """Paragraphs of a saying: the first tongue in `role`, the second after it or below it. Creole beside is plum."""
    first = Run(str(said), theme.font(role), theme.colour(tone))
    if not said.beside:
        return [[first]]
    second_tone = beside_tone or ("creole" if said.second == "ht" else "ink2")
    second = Run(said.beside, theme.font(calm_role(role)), theme.colour(second_tone))
    return [[first], [second]] if below else [[first, second]]

"""A deadline counted day by day: which days count, which do not and why, where today is, when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.calendar_words import full_date, short_months, short_weekdays
from konbit.window.parts.lettering import Block, Run, Say, nothing
from konbit.window.parts.part import Part, remembered
from konbit.window.parts.room import Room
from konbit.window.tongue import Words

LINE_MOST = 13  # tiles in one line; longer counts are Monday-first weeks
_RED_UP_TO, _AMBER_UP_TO = 1, 4  # days left


class DayKind(Enum):
    EVENT = "event"  # the day of notice, and days of a fiction: blue
    COUNTS = "counts"
    SKIPPED = "skipped"  # hatched, with the reason
    AFTER = "after"  # past the due day
    OTHER = "other"  # where the other reading would end: dashed


@dataclass(frozen=True)
class Day:
    """One day. `number` is its place in the count; `reason` names a holiday that counts as well as one skipped."""

    date: date
    number: int | None
    kind: DayKind
    reason: Say = nothing


@dataclass(frozen=True)
class _Tile:
    day: Day
    box: QRectF
    in_weeks: bool


class DayStrip(Part, QWidget):
    """Painted; to the screen reader one sentence and, as its description, every day with what it is."""

    GAP = 8
    TILE = 104

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Day, ...] = ()
        self._today = self._due = date.min
        self._room = Room.WIDE
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.settle(words)

    def show_days(self, days: Sequence[Day], *, today: date, due: date) -> None:
        """Other days, in order. `due` is the last day, the one that acts."""
        self._days, self._today, self._due = tuple(days), today, due
        self.retranslate()

    def set_room(self, room: Room) -> None:
        """When narrow, the weeks before today's are folded into one line."""
        self._room = room
        self.restyle()

    # --- words

    def retranslate(self) -> None:
        words = self.words
        if not self._days:
            self.setAccessibleName("")
            self.restyle()
            return
        left = (self._due - self._today).days
        self.setAccessibleName(
            str(
                words(
                    "ui.days.summary",
                    "Cuenta del plazo. Vence el {date}. Días que quedan: {left}.",
                    date=full_date(words, self._due),
                    left=max(0, left),
                )
            )
        )
        told = [f"{full_date(words, day.date)}: {', '.join(self._below(day))}" for day in self._days]
        self.setAccessibleDescription(". ".join(told))
        self.restyle()

    def _below(self, day: Day) -> list[str]:
        """The words at the foot of a tile: what the day is, then why."""
        words, reason = self.words, str(day.reason(self.words))
        first = ""
        if day.date == self._due:
            first = str(
                words("ui.days.due_numbered", "VENCE · {number}", number=day.number)
                if day.number
                else words("ui.days.due", "VENCE")
            )
        elif day.kind is DayKind.OTHER:
            first = str(words("ui.days.other", "otra lectura"))
        elif day.number is not None:
            first = str(words("ui.days.number", "día {number}", number=day.number))
        return [text for text in (first, reason) if text]

    # --- measure

    def _blocks(self, day: Day, width: float, in_weeks: bool) -> list[Block]:
        """What a tile says from top to bottom. In weeks the month stands in the head, and only where it changes."""
        theme = self.theme
        _, ink, _, _ = self._colours(day)
        colour = theme.colour(ink)
        weekday = str(short_weekdays(self.words)[day.date.weekday()])
        month = str(short_months(self.words)[day.date.month - 1])
        today = day.date == self._today
        head = f"{self.words('ui.days.today', 'HOY')} {weekday}" if today else weekday
        if in_weeks and (day.date.day == 1 or day is self._days[0]):
            head = f"{head} · {month}"
        inner = width - 2 * theme.gap(4)
        blocks = [
            Block(
                [[Run(head, theme.font(Role.NOTE_STRONG if today else Role.NOTE), colour)]],
                inner,
                centred=True,
            ),
            Block([[Run(str(day.date.day), theme.font(Role.QUESTION), colour)]], inner, centred=True),
        ]
        if not in_weeks:
            blocks.append(Block([[Run(month, theme.font(Role.NOTE), colour)]], inner, centred=True))
        for at, text in enumerate(self._below(day)):
            role = Role.NOTE_STRONG if at == 0 and day.kind is not DayKind.SKIPPED else Role.NOTE
            blocks.append(Block([[Run(text, theme.font(role), colour)]], inner, centred=True))
        return blocks

    def _tall(self, width: float, days: Sequence[Day], in_weeks: bool) -> int:
        """The height that every tile of this width needs, with all its words."""
        pad = 2 * self.theme.gap(6)
        return max(
            (ceil(sum(block.height for block in self._blocks(day, width, in_weeks))) + pad for day in days),
            default=0,
        )

    @remembered
    def _least(self) -> float:
        return max(
            (block.least for day in self._days for block in self._blocks(day, 1e6, False)), default=0
        ) + self.theme.gap(12)

    @remembered
    def _tiles(self, width: int) -> tuple[list[_Tile], int, int]:
        """Where tiles go, the whole height, and how many earlier days are folded away."""
        theme, days = self.theme, list(self._days)
        gap = theme.gap(self.GAP)
        if not days:
            return [], 0, 0
        one = min(theme.size(self.TILE), (width - gap * (len(days) - 1)) / len(days))
        if len(days) <= LINE_MOST and one >= self._least():
            tall = self._tall(one, days, False)
            return (
                [_Tile(day, QRectF(at * (one + gap), 0, one, tall), False) for at, day in enumerate(days)],
                tall,
                0,
            )
        folded = self._folded()
        days = days[folded:]
        one = min(theme.size(self.TILE + 20), (width - gap * 6) / 7)
        top = self._fold_block(folded, width).height + gap if folded else 0
        first = days[0].date - timedelta(days=days[0].date.weekday())
        rows: dict[int, list[Day]] = {}
        for day in days:
            rows.setdefault((day.date - first).days // 7, []).append(day)
        tiles, y = [], float(top)
        for row in sorted(rows):
            tall = self._tall(one, rows[row], True)
            tiles += [
                _Tile(day, QRectF(day.date.weekday() * (one + gap), y, one, tall), True) for day in rows[row]
            ]
            y += tall + gap
        return tiles, ceil(y - gap), folded

    def _folded(self) -> int:
        if self._room is not Room.NARROW or self._today > self._due:
            return 0
        monday = self._today - timedelta(days=self._today.weekday())
        return sum(1 for day in self._days if day.date < monday)

    def _fold_block(self, folded: int, width: float) -> Block:
        text = str(
            self.words(
                "ui.days.earlier", "Antes de esta semana, días contados o saltados: {count}", count=folded
            )
        )
        return Block([[Run(text, self.theme.font(Role.NOTE), self.theme.colour("ink2"))]], width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tiles(width)[1] + 4

    def sizeHint(self) -> QSize:
        width = min(len(self._days) or 1, LINE_MOST) * (self.theme.size(self.TILE) + self.theme.gap(self.GAP))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.size(300), 0)

    # --- draw

    def _colours(self, day: Day) -> tuple[str, str, str, float]:
        """Ground, ink, edge, thickness of a tile."""
        dark = self.theme.dark
        if day.date == self._due and self._today <= self._due:
            left = (self._due - self._today).days
            tone = "red" if left <= _RED_UP_TO else "amber" if left <= _AMBER_UP_TO else "ink"
            if dark:  # a filled tile would glow in the dark: soft ground, strong edge
                return ("sunken" if tone == "ink" else f"{tone}_soft"), tone, tone, 3
            return tone, "sheet", tone, 3
        if day.kind is DayKind.EVENT:
            return "primary_soft", "primary", "primary", 1
        if day.date < self._today or day.kind in (DayKind.AFTER, DayKind.SKIPPED, DayKind.OTHER):
            return "ground", "ink2", "line" if day.kind is not DayKind.OTHER else "ink2", 1
        return "sheet", "ink", "edge", 1

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tiles, _, folded = self._tiles(self.width())
        if folded:
            self._fold_block(folded, self.width()).draw(painter, 0, 0)
        for tile in tiles:
            self._draw(painter, tile)

    def _draw(self, painter: QPainter, tile: _Tile) -> None:
        theme, day = self.theme, tile.day
        ground, _, edge, thick = self._colours(day)
        box = tile.box.adjusted(2, 2, -2, 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.fillPath(shape, theme.colour(ground))
        if day.kind is DayKind.SKIPPED:
            painter.fillPath(shape, QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern))
        pen = QPen(theme.colour(edge), thick)
        if day.kind is DayKind.OTHER:
            pen.setStyle(Qt.PenStyle.DashLine)
        if day.date == self._today and day.date != self._due:
            pen = QPen(theme.colour("ink"), 3)
        painter.strokePath(shape, pen)
        blocks = self._blocks(day, tile.box.width(), tile.in_weeks)
        foot = 2 if tile.in_weeks else 3
        y = box.y() + theme.gap(6) - 2
        for at, block in enumerate(blocks):
            if at == foot:  # what the day is stands at the foot of the tile
                y = max(y, box.bottom() - theme.gap(6) - sum(rest.height for rest in blocks[foot:]))
            if day.kind is DayKind.SKIPPED and at >= foot:  # letters on hatching: a plain strip below them
                strip = QRectF(tile.box.center().x() - block.width / 2 - 3, y, block.width + 6, block.height)
                painter.fillRect(strip, theme.colour("ground"))
            block.draw(painter, tile.box.x() + theme.gap(4), y)
            y += block.height

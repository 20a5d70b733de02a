"""The list of cases, painted: when, who, what to do next. It reads downwards in three columns, or stacked."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from konbit.law.pack import Pack
from konbit.window.look.theme import Theme, running
from konbit.window.look.type import Role
from konbit.window.pack_words import day_in_words, in_own_words, listed, of_pack
from konbit.window.parts import chip, signs
from konbit.window.parts.chip import State, Tone
from konbit.window.parts.lettering import Block, Say, nothing, tongues
from konbit.window.parts.part import Part
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.screens.filing_words import delay_words
from konbit.window.tongue import Said, Words
from konbit.work.case_list import CaseLine

_ANY = QModelIndex | QPersistentModelIndex
_BATCH = 10
"""Rows measured in one turn of the event loop: 2 ms each, and more than a window shows."""
_FAR = 99
"""Days beyond which the day says more than their number."""


class CaseModel(QAbstractListModel):
    """The lines in sight. Their words are said when they are asked for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.pack: Pack | None = None
        self._lines: tuple[CaseLine, ...] = ()

    def show_lines(self, pack: Pack, lines: Sequence[CaseLine]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.pack, self._lines = pack, tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> CaseLine:
        """The case in a row."""
        return self._lines[row]

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.pack is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self._lines[index.row()]
            parts = (who(line), when(line).say, about(self.pack, line), step(self.pack, line).say)
            return ". ".join(text for text in (str(part(self.words)) for part in parts) if text)
        return None


def who(line: CaseLine) -> Say:
    """Name, or the code where no name was given."""

    def say(words: Words) -> Said:
        if not line.name:
            return words("ui.cases.unnamed", "Sin nombre · {code}", code=line.code)
        return Said(f"{line.name} · {line.code}")

    return say


def when(line: CaseLine) -> State:
    """How near the deadline is."""
    if line.fault is not None:
        return State(Sign.OCTAGON, Tone.RED, lambda words: words("ui.cases.damaged", "No se puede leer"))
    if line.days_left is None:
        return State(Sign.DASH_RING, Tone.CALM, lambda words: words("ui.cases.no_term", "Sin plazo"))
    if line.days_left > _FAR and line.term is not None:
        day = day_in_words(line.term.due)
        return State(
            Sign.CLOCK, Tone.CALM, lambda words: words("ui.cases.by", "Hasta {date}", date=day(words))
        )
    return chip.due(line.days_left)


def about(pack: Pack, line: CaseLine) -> Say:
    """The deadline, or what the person came for."""
    if line.fault is not None:
        return in_own_words(line.fault)
    if line.pending is None:
        return _about(pack, line)
    waiting, rest = delay_words(pack, line.pending), _about(pack, line)
    return waiting if rest is nothing else listed((rest, waiting), " · ")


def _about(pack: Pack, line: CaseLine) -> Say:
    if line.term is not None:
        day, name = day_in_words(line.term.due), of_pack(line.term.deadline.name)
        return lambda words: words("ui.missing.term", "{date}: {name}", date=day(words), name=name(words))
    if line.about in pack.writs:
        return of_pack(pack.writs[line.about].name)
    if line.about in pack.routes:
        return of_pack(pack.routes[line.about].name)
    return nothing


def step(pack: Pack, line: CaseLine) -> State:
    """The next step: a blue verb where it is ours, an hourglass where it is not."""
    if line.fault is not None:
        return State(
            Sign.DASH_RING, Tone.CALM, lambda words: words("ui.cases.as_is", "El archivo queda como está")
        )
    match line.step.kind:
        case "preguntar":
            label = of_pack(pack.facts[line.step.what].label)
            return State(
                Sign.QUESTION_RING,
                Tone.CALM,
                lambda words: words("ui.cases.ask", "Preguntar: {label}", label=label(words)),
            )
        case "escrito":
            name = of_pack(pack.writs[line.step.what].name)
            return State(
                Sign.ARROW_RIGHT,
                Tone.BLUE,
                lambda words: words("ui.cases.write", "Preparar: {name}", name=name(words)),
            )
        case "ruta":
            name = of_pack(pack.routes[line.step.what].name)
            return State(
                Sign.ARROW_RIGHT,
                Tone.BLUE,
                lambda words: words("ui.cases.route", "Se puede pedir: {name}", name=name(words)),
            )
        case "esperar":
            day = day_in_words(line.step.until) if line.step.until else nothing
            return State(
                Sign.HOURGLASS,
                Tone.CALM,
                lambda words: words("ui.state.wait", "Esperar hasta {date}", date=day(words)),
            )
        case _:
            return State(
                Sign.ARROW_RIGHT, Tone.BLUE, lambda words: words("ui.cases.look", "Ver el resultado")
            )


_Placed = tuple[list[tuple[Block, Sign | None, str, float, float]], int]
"""The blocks of a row, each with its sign, its tone and its place; and the height of the row."""


class CaseDelegate(QStyledItemDelegate):
    """Measures and draws with the same letters as the rest of the window; nothing is cut. A case that is the same as
    when it was last measured is not measured again: a folder of 125 cases took 1.2 s each time it was shown."""

    def __init__(self, view: CaseView) -> None:
        super().__init__(view)
        self._view = view
        self._kept: dict[Path, tuple[CaseLine, object, _Placed]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _ANY) -> QSize:
        del option
        theme, width = running(), self._view.viewport().width()
        _, height = self._placed(theme, index.row(), width)
        return QSize(width, height + theme.gap(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        theme = running()
        box = QRectF(option.rect).adjusted(1, 1, -1, 1 - theme.gap(6))  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen, over = (
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_MouseOver),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(theme.colour("primary_soft" if chosen else "sunken" if over else "sheet"))
        painter.drawRoundedRect(box, 6, 6)
        placed, _ = self._placed(theme, index.row(), option.rect.width())  # type: ignore[attr-defined]
        for block, sign, tone, left, top in placed:
            x, y = box.x() + left, box.y() + top
            if sign is not None:
                side = theme.size(18)
                signs.paint(painter, sign, QRectF(x, y + theme.gap(2), side, side), theme.colour(tone))
                x += side + theme.gap(8)
            block.draw(painter, x, y)
        painter.restore()

    def _placed(self, theme: Theme, row: int, width: int) -> _Placed:
        model = self._view.cases
        line, pack = model.line(row), model.pack
        assert pack is not None
        about_it = (theme, width, self._view.room, self._view.words.tongue, id(pack))
        kept = self._kept.get(line.path)
        if kept is None or kept[1] != about_it or kept[0] != line:
            kept = self._kept[line.path] = line, about_it, self._place(theme, pack, line, width)
        return kept[2]

    def _place(self, theme: Theme, pack: Pack, line: CaseLine, width: int) -> _Placed:
        words = self._view.words
        pad, inner = theme.gap(14), theme.gap(10)
        side = theme.size(18) + theme.gap(8)
        due, next_step = when(line), step(pack, line)

        def of_state(state: State, role: Role, room: float) -> Block:
            ink = state.tone.value[0]
            return Block(tongues(state.say(words), theme, role, ink, below=True), room - side)

        def of_case(room: float) -> Block:
            paragraphs = tongues(who(line)(words), theme, Role.BODY_STRONG)
            paragraphs += tongues(about(pack, line)(words), theme, Role.NOTE, "ink2", below=True)
            return Block(paragraphs, room)

        full = width - 2 * pad
        if self._view.room is Room.NARROW:
            blocks = [
                (of_state(due, Role.NOTE_STRONG, full), due.sign, due.tone.value[0]),
                (of_case(full), None, "ink"),
                (of_state(next_step, Role.BODY, full), next_step.sign, next_step.tone.value[0]),
            ]
            placed, y = [], float(inner)
            for block, sign, tone in blocks:
                placed.append((block, sign, tone, float(pad), y))
                y += block.height + theme.gap(4)
            return placed, ceil(y + inner - theme.gap(4))
        first, last = min(full * 0.18, theme.size(190)), full * 0.36
        gap = theme.gap(16)
        middle = full - first - last - 2 * gap
        columns = [
            (of_state(due, Role.NOTE_STRONG, first), due.sign, due.tone.value[0], float(pad)),
            (of_case(middle), None, "ink", pad + first + gap),
            (
                of_state(next_step, Role.BODY, last),
                next_step.sign,
                next_step.tone.value[0],
                pad + first + middle + 2 * gap,
            ),
        ]
        tall = max(block.height for block, *_ in columns)
        height = max(theme.gap(46), ceil(tall) + 2 * inner)
        return [
            (block, sign, tone, left, (height - block.height) / 2 if sign is None else float(inner))
            for block, sign, tone, left in columns
        ], height


class CaseView(Part, QListView):
    """↑↓ move, Enter or a double click opens; a letter typed goes to the search."""

    opened = Signal(object)  # CaseLine
    typed = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = Room.WIDE
        self.cases = CaseModel(words, self)
        self.words = words
        self.setModel(self.cases)
        self.setItemDelegate(CaseDelegate(self))
        # A screenful at once, the others between the turns of the event loop.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._open)
        self.settle(words)

    def show_lines(self, pack: Pack, lines: Sequence[CaseLine]) -> None:
        """Shows these; the first is chosen."""
        self.cases.show_lines(pack, lines)
        if lines:
            self.setCurrentIndex(self.cases.index(0, 0))

    def set_room(self, room: Room) -> None:
        """Columns, or stacked when narrow."""
        self.room = room
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif (
            text.strip()
            and text.isprintable()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.typed.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.cases.line(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(str(self.words("ui.cases", "Casos")))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def restyle(self) -> None:
        super().restyle()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

"""One deadline, day by day: the date in full first, then the days, then why they are counted so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from konbit.law.pack import Pack
from konbit.window.look.type import Role
from konbit.window.pack_words import day_in_words, listed, of_pack
from konbit.window.parts import chip
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import LinkButton
from konbit.window.parts.chip import Chip
from konbit.window.parts.day_strip import DayKind, DayStrip
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part, remembered
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.norm_list import NormList
from konbit.window.screens.pool import Pool
from konbit.window.screens.term_view import Row, TermTold, due_words
from konbit.window.tongue import Said, Words


class TermCard(Part, QWidget):
    """asked: the fact that starts the count, to be looked at or mended."""

    asked = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: TermTold | None = None
        self._room = Room.WIDE
        self._title = Text(words, nothing, Role.TITLE, parent=self)
        self._state = Chip(words, beside=True, parent=self)
        self._purpose = Text(words, nothing, Role.BODY, tone="ink2", below=True, parent=self)
        self._due = Text(words, nothing, Role.QUESTION, parent=self)
        self._file_by = Text(words, nothing, Role.BODY_STRONG, tone="amber", below=True, parent=self)
        self._other = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._late = Banner(words, Level.AMBER, parent=self)
        self._unchecked = Banner(words, Level.AMBER, parent=self)
        self._starts = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._change = LinkButton(words, nothing, sign=Sign.PENCIL, beside=False, parent=self)
        self._change.clicked.connect(self._asked)
        self._unit = Text(words, nothing, Role.NOTE, below=True, parent=self)
        self._advice = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._norms = NormList(words, parent=self)
        self._legend = Text(words, nothing, Role.NOTE, tone="ink2", parent=self)
        self._lay_out()
        self.settle(words)

    def _lay_out(self) -> None:
        self._strip_place = QVBoxLayout()
        self._rows: Pool[_StripRow] = Pool(lambda: _StripRow(self.words, self), self._strip_place)
        self._column = QVBoxLayout(self)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._head)
        for one in (self._late, self._due, self._file_by, self._other):
            self._column.addWidget(one)
        self._column.addLayout(self._strip_place)
        self._column.addWidget(self._legend)
        for one in (self._purpose, self._unchecked, self._starts):
            self._column.addWidget(one)
        self._column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        for one in (self._unit, self._advice, self._norms):
            self._column.addWidget(one)

    # --- filling

    def show_term(self, told: TermTold, pack: Pack) -> None:
        """Another deadline."""
        self._told = told
        term, deadline = told.term, told.term.deadline
        self._title.say(of_pack(deadline.name))
        self._purpose.say(of_pack(deadline.purpose))
        self._state.show_state(chip.due(told.left))
        self._tell_due(told)
        late = of_pack(deadline.when_late)
        self._late.setVisible(told.past)
        if told.past:
            self._late.tell(
                Level.AMBER,
                lambda words: words("ui.term.look_at", "Mire: {what}", what=late(words)),
                lead=lambda words: words("ui.term.is_over", "Venció."),
            )
        for strip, row in zip(self._rows.show(len(told.rows)), told.rows, strict=True):
            strip.show_row(row, told, self._room)
        self._legend.say(_legend(told))
        self._tell_start(told, pack)
        unit = pack.units[term.unit]
        name, explains = of_pack(unit.name), of_pack(unit.explanation)
        self._unit.say(
            lambda words: words(
                "ui.term.unit", "{unit}. {explained}", unit=_capital(name(words)), explained=explains(words)
            )
        )
        advice = of_pack(deadline.advice)
        self._advice.setVisible(bool(deadline.advice) and not told.past)
        self._advice.say(advice, lead=lambda words: words("ui.term.advice", "Consejo:"))
        self._unchecked.setVisible(not term.covered)
        if not term.covered:
            self._unchecked.tell(
                Level.AMBER,
                lambda words: words(
                    "ui.term.not_covered",
                    "Los feriados de esos días no se han comprobado todavía: cuente con un margen.",
                ),
            )
        self._norms.show_norms(pack.norms, term.norms)

    def _tell_due(self, told: TermTold) -> None:
        term = told.term
        due, theirs = due_words(told), term.deadline.runs_for == "autoridad"
        self._due.tone("ink2" if told.past else "ink")
        if told.past:
            self._due.say(lambda words: words("ui.term.ended", "Terminó el {due}", due=due(words)))
        elif theirs:
            self._due.say(
                lambda words: words(
                    "ui.term.theirs_until", "La autoridad tiene hasta el {due}", due=due(words)
                )
            )
        else:
            self._due.say(lambda words: words("ui.term.until", "Hasta el {due}", due=due(words)))
        early = term.file_by < told.due and not told.past and not theirs
        by = day_in_words(term.file_by, weekday=True)
        self._file_by.setVisible(early)
        self._file_by.say(
            lambda words: words(
                "ui.term.file_by",
                "Preséntelo a más tardar el {date}: después las oficinas están cerradas.",
                date=by(words),
            )
        )
        self._other.setVisible(term.other_due is not None and not told.past)
        if term.other_due is not None:
            other = day_in_words(term.other_due, weekday=True)
            self._other.say(
                lambda words: words(
                    "ui.term.other_reading", "Otra lectura de la ley llega al {date}.", date=other(words)
                ),
                lead=lambda words: words("ui.term.use_first", "Use la primera fecha."),
            )

    def _tell_start(self, told: TermTold, pack: Pack) -> None:
        term = told.term
        label, start = of_pack(pack.facts[term.fact].label), day_in_words(term.start)
        if term.other_start is not None:
            last = day_in_words(term.other_start)
            self._starts.say(
                lambda words: words(
                    "ui.term.starts_between",
                    "Se cuenta desde: {fact}. No se sabe el día exacto: entre el {first} y el {last}.",
                    fact=label(words),
                    first=start(words),
                    last=last(words),
                )
            )
        elif pack.units[term.unit].measure != "dias":
            self._starts.say(
                lambda words: words(
                    "ui.term.starts_plain",
                    "Se cuenta desde: {fact}, {date}.",
                    fact=label(words),
                    date=start(words),
                )
            )
        else:
            self._starts.say(
                lambda words: words(
                    "ui.term.starts",
                    "Se cuenta desde: {fact}, {date}. El día 1 es el siguiente.",
                    fact=label(words),
                    date=start(words),
                )
            )
        fact = pack.facts[term.fact]
        self._change.setVisible(fact.askable)
        self._change.say(lambda words: words("ui.term.change", "Cambiar: {fact}", fact=label(words)))

    # --- room

    def set_room(self, room: Room) -> None:
        """When narrow the strip begins with the week of today, and the tongues stand one below the other."""
        self._room = room
        narrow = room is Room.NARROW
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        for text in (self._title, self._due):
            text.lay(below=narrow)
        for row in self._rows.rows:
            row.strip.set_room(room)

    @property
    def told(self) -> TermTold | None:
        return self._told

    @property
    def strips(self) -> list[DayStrip]:
        """The counts on show."""
        return [row.strip for row in self._rows.rows]

    def _asked(self) -> None:
        if self._told is not None:
            self.asked.emit(self._told.term.fact)

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(20), theme.gap(4), theme.gap(20), theme.gap(16))
        self._column.setSpacing(theme.gap(8))
        self._strip_place.setSpacing(theme.gap(10))
        super().restyle()


class TermStrip(DayStrip):
    """A strip whose tiles are set once a width: layouts ask six times over for those of a term of two months."""

    _blocks = remembered(DayStrip._blocks)


class _StripRow(Part, QWidget):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = Text(words, nothing, Role.BODY_STRONG, parent=self)
        self.strip = TermStrip(words, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.strip)
        self.settle(words)

    def show_row(self, row: Row, told: TermTold, room: Room) -> None:
        self._head.say(row.head)
        self._head.setVisible(bool(self._head.text()))
        self.strip.set_room(room)
        self.strip.show_days(row.days, today=told.today, due=row.due)

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(4))
        super().restyle()


def _legend(told: TermTold) -> Say:
    """Only the marks that are on show."""
    days = [day for row in told.rows for day in row.days]
    kinds = {day.kind for day in days}
    marks: list[Say] = []
    if any(day.date == told.today for day in days):
        marks.append(lambda words: words("ui.term.mark_today", "borde grueso: hoy"))
    if not told.past:
        marks.append(lambda words: words("ui.term.mark_due", "relleno: vence"))
    if DayKind.SKIPPED in kinds:
        marks.append(lambda words: words("ui.term.mark_skipped", "rayado: no cuenta"))
    if DayKind.OTHER in kinds:
        marks.append(lambda words: words("ui.term.mark_other", "borde punteado: otra lectura"))
    return listed(marks, " · ")


def _capital(said: Said) -> Said:
    return Said(
        said[:1].upper() + said[1:],
        said.beside[:1].upper() + said.beside[1:],
        said.first,
        said.second or "ht",
    )

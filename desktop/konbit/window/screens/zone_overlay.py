"""Reading a passport's zone over the interview: type it if need be, then see field by field what is to be kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from konbit.errors import BadCase
from konbit.law.mrz import LENGTHS, as_printed
from konbit.window.look.type import Role
from konbit.window.pack_words import in_own_words
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.entry import Entry
from konbit.window.parts.field import Fault, Field
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.overlay import Overlay
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.zone_words import choice_of
from konbit.window.tongue import Said, Words
from konbit.work.identify import ZoneReading, read_zone
from konbit.work.interview import Interview

_LINES = 3


class ZoneEntry(Entry):
    """The two or three lines at the foot of the page with the photograph. Enter goes on once all letters are there."""

    done = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QPlainTextEdit(self)
        self.box.viewport().setAutoFillBackground(False)
        self.box.setTabChangesFocus(True)
        self.box.installEventFilter(self)
        self._count = Text(words, self._counted, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.box)
        self._column.addWidget(self._count)
        self.box.textChanged.connect(self._typed)
        self.settle(words)

    def boxes(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.box]

    def value(self) -> str | None:
        return self.box.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self.box.setPlainText("" if value is None else str(value))

    @property
    def whole(self) -> bool:
        """Whether as many letters stand there as a zone has."""
        return len(as_printed(self.box.toPlainText())) in LENGTHS

    def _typed(self) -> None:
        self._count.say(self._counted)
        self.changed.emit(self.value())

    def _counted(self, words: Words) -> Said:
        count = len(as_printed(self.box.toPlainText()))
        return words(
            "ui.zone.count", "Van {count} letras. Un pasaporte tiene 88; una cédula, 90.", count=count
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and self.whole:
                self.done.emit()
                return True
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        super().restyle()
        self._column.setSpacing(self.theme.gap(4))
        self.box.document().setDocumentMargin(self.theme.gap(8))
        line = QFontMetrics(self.theme.font(Role.BODY)).lineSpacing()
        self.box.setFixedHeight(line * _LINES + 2 * self.theme.gap(10))


class ZoneOverlay(Overlay):
    """kept: the fields to keep, and what was read. Nothing is kept without a person's word.

    before: asks what keeping these fields would put aside, in words, or None. It is told once, before it is kept.
    """

    kept = Signal(object, object)

    WIDTH = 1240

    def __init__(
        self,
        words: Words,
        host: QWidget,
        interview: Callable[[], Interview | None],
        before: Callable[[ZoneReading, list[str]], Say | None],
    ) -> None:
        self._interview, self._before = interview, before
        self._reading: ZoneReading | None = None
        self._told = False
        super().__init__(words, _read_title, host)
        self.entry = ZoneEntry(words)
        self._field = Field(words, _where, self.entry, hint=_copy)
        self._intro = Text(words, _intro, Role.BODY, below=True)
        self.group = AnswerGroup(words)
        self._unknown = Text(words, nothing, Role.NOTE_STRONG, tone="amber", below=True)
        self._accents = Text(words, _accents, Role.NOTE, tone="ink2", below=True)
        self._fault = Fault(words)
        self._aside = Fault(words, sign=Sign.TRIANGLE, tone="amber")
        pieces = (
            self._field,
            self._fault,
            self._intro,
            self.group,
            self._unknown,
            self._accents,
            self._aside,
        )
        for piece in pieces:
            self.column.addWidget(piece)
        self.column.addStretch(1)
        self.leave_button = QuietButton(
            words, lambda words: words("ui.zone.leave", "No guardar nada"), sign=Sign.CROSS, key="Esc"
        )
        self.act_button = PrimaryButton(words, _read)
        self.set_buttons(self.leave_button, self.act_button)
        self.leave_button.clicked.connect(self.close_over)
        self.act_button.clicked.connect(self.act)
        self.went_on.connect(self.act)
        self.entry.done.connect(self.act)
        self.entry.changed.connect(lambda _value: self._fault.say(None))
        self.group.chosen.connect(self._marked)

    def ask(self) -> None:
        """Opens to be typed in."""
        self._reading = None
        self.entry.set_value(None)
        self._fault.say(None)
        self._show()
        self.open_over(self.entry.box)

    def hear(self, text: str) -> None:
        """Opens on a zone that was pasted or scanned; where it cannot be read, on its letters and why."""
        interview = self._interview()
        if interview is None:
            return
        try:
            reading = read_zone(interview, text)
        except BadCase as fault:
            self._reading = None
            self.entry.set_value(text)
            self._fault.say(in_own_words(fault))
            self._show()
            self.open_over(self.entry.box)
            return
        self._reading, self._told = reading, False
        pack = interview.office.pack
        proposed = [field.fact for field in reading.fields if field.proposed]
        self.group.ask(
            [choice_of(pack, field) for field in reading.fields], chosen=proposed, many=True, columns=2
        )
        for answer, field in zip(self.group.answers, reading.fields, strict=True):
            answer.setEnabled(field.problem is None)
        self._unknown.say(_unknown(reading.countries))
        self._fault.say(None)
        self._aside.say(None)
        self._show()
        self.open_over(self.act_button)

    def act(self) -> None:
        """The primary button: read what was typed, or keep what is marked."""
        if self._reading is None:
            self.hear(self.entry.value() or "")
            return
        marked = self.group.value()
        aside = None if self._told else self._before(self._reading, marked)
        if aside is not None:
            self._told = True
            self._aside.say(aside)
            return
        reading = self._reading
        self.close_over()
        if marked:
            self.kept.emit(reading, marked)

    def refuse(self, say: Say) -> None:
        """Why what was marked cannot be kept together."""
        self._fault.say(say)
        self.open_over(self.act_button)

    def _marked(self, _ids: list[str]) -> None:
        self._told = False
        self._aside.say(None)
        self._fault.say(None)
        self._say_button()

    def _show(self) -> None:
        typing = self._reading is None
        self._field.setVisible(typing)
        for piece in (self._intro, self.group, self._accents):
            piece.setVisible(not typing)
        self._unknown.setVisible(not typing and bool(self._unknown.text()))
        if typing:
            self._aside.say(None)
        self.name(_read_title if typing else _found_title)
        self._say_button()

    def _say_button(self) -> None:
        reading, count = self._reading, len(self.group.value())
        self.act_button.say(_read if reading is None else _keep, count=None if reading is None else count)


def _read_title(words: Words) -> Said:
    return words("ui.zone.title", "Leer la zona de lectura del pasaporte")


def _found_title(words: Words) -> Said:
    return words("ui.zone.found", "Esto dice el documento")


def _read(words: Words) -> Said:
    return words("ui.zone.read", "Leer")


def _keep(words: Words) -> Said:
    return words("ui.zone.keep", "Guardar lo marcado")


def _where(words: Words) -> Said:
    return words("ui.zone.where", "Las líneas con signos «<» al pie de la página con la foto")


def _copy(words: Words) -> Said:
    return words("ui.zone.copy", "Cópielas, péguelas o pase el lector. No importan los espacios.")


def _intro(words: Words) -> Said:
    return words(
        "ui.zone.intro", "Compare con el documento y deje marcado lo que está bien. Nada se guarda antes."
    )


def _accents(words: Words) -> Said:
    return words(
        "ui.zone.accents", "La zona no trae tildes ni ñ: después corrija los nombres en su pregunta."
    )


def _unknown(countries: tuple[str, ...]) -> Say:
    if not countries:
        return nothing
    codes = ", ".join(countries)
    return lambda words: words(
        "ui.zone.country",
        "No se conoce el código de país {codes}: responda esas preguntas a mano.",
        codes=codes,
    )

"""«Días propios de la clínica»: legal holidays that the pack does not have yet. Kept at once, counted a moment later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konbit.errors import BadDays, KonbitError
from konbit.law.own_days import LONGEST_REASON, OwnDay, check_new, place_of
from konbit.law.places import Places
from konbit.window.look.type import Role
from konbit.window.pack_words import day_in_words, in_own_words
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.field import Fault, Field
from konbit.window.parts.ground import Card
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.picker import Option, Picker
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import TextEntry
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.pool import Pool
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
from konbit.window.tongue import Said, Words
from konbit.work.office import Office
from konbit.work.own_days import office_with_days, save_own_days


class DayRow(Part, QWidget):
    """One day: when, where, why, and a way to take it out."""

    removed = Signal(object)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: OwnDay | None = None
        self._when = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._why = Text(words, nothing, Role.BODY, below=True, parent=self)
        self.remove = LinkButton(
            words, lambda words: words("ui.list.remove", "Quitar"), sign=Sign.CROSS, beside=False, parent=self
        )
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._when)
        column.addWidget(self._why)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.remove.clicked.connect(lambda: self.removed.emit(self._day))
        self.settle(words)

    def show_day(self, one: OwnDay, places: Places) -> None:
        self._day = one
        when, where = day_in_words(one.day, weekday=True), place_of(one, places)[1]
        self._when.say(when)
        self._why.say(fixed(f"{one.reason} · {where}") if where else _everywhere(one.reason))
        self.retranslate()

    def retranslate(self) -> None:
        self.remove.setAccessibleName(f"{self.remove.text()}: {self._when.text()}")

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.gap(8))
        super().restyle()


class OwnDaysScreen(Screen):
    """`enter` takes the name of the screen to go back to. What is added or taken out is on disk before it is shown;
    deadlines are counted anew beside the window."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._origin = "cases"
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self._intro = Text(words, _intro, Role.BODY, below=True)
        self.caution = Banner(words, Level.AMBER)
        self._card, self._place = Card(), QVBoxLayout()
        self._card.setLayout(self._place)
        self._none = Text(words, _none_yet, Role.BODY, tone="ink2", below=True)
        self._rows_place = QVBoxLayout()
        self._rows = Pool(self._row, self._rows_place)
        self._place.addWidget(self._none)
        self._place.addLayout(self._rows_place)
        self._form, self._form_place = Card(), QVBoxLayout()
        self._form.setLayout(self._form_place)
        self.day = DateEntry(words, whole=True)
        self.reason = TextEntry(words, longest=LONGEST_REASON)
        self.where = Picker(words)
        self._fields = (
            Field(words, _when, self.day),
            Field(words, _why, self.reason, hint=_why_hint),
            Field(words, _where, self.where, hint=_where_hint),
        )
        self.fault = Fault(words)
        for piece in (*self._fields, self.fault):
            self._form_place.addWidget(piece)
        self.done = Text(words, nothing, Role.NOTE, tone="ink2", below=True)
        for piece in (self._intro, self.caution, self.done, self._card, self._form):
            self.add(piece)
        self.caution.tell(Level.AMBER, _only_law)
        self.column.addStretch(1)
        self.back_button = QuietButton(words, _back, sign=Sign.ARROW_LEFT, key="Esc")
        self.add_button = PrimaryButton(
            words, lambda words: words("ui.own_days.add", "Agregar el día"), sign=Sign.PLUS
        )
        self.set_footer(left=(self.back_button,), right=(self.add_button,))
        self.add_button.clicked.connect(self.add_day)
        self.back_button.clicked.connect(self.back)
        self.went_back.connect(self.back)
        self.went_on.connect(self.add_day)
        self.head.went_back.connect(self.back)
        self.room_changed.connect(self.head.set_room)
        self._pad()

    def _row(self) -> DayRow:
        row = DayRow(self.words)
        row.removed.connect(self.remove_day)
        return row

    @property
    def rows(self) -> list[DayRow]:
        """The days in sight."""
        return self._rows.rows

    def enter(self, what: object = None) -> None:
        if isinstance(what, str) and what not in ("", "own_days"):
            self._origin = what
        self.head.tell(_title, back=_back)
        places = self.session.require_office().pack.places
        self.where.offer(
            (
                *(Option(code, name) for code, name in places.regions.items()),
                *(Option(one.code, one.name) for one in places.comunas.values()),
            )
        )
        self.fault.say(None)
        self._say_done(nothing)
        self._show()
        self.day.take_focus()

    def _show(self) -> None:
        places, days = self.session.require_office().pack.places, self.session.own_days
        for row, one in zip(self._rows.show(len(days)), days, strict=True):
            row.show_day(one, places)
        self._none.setVisible(not days)

    def add_day(self) -> None:
        """Adds what stands in the boxes, or says what is missing."""
        wrong = [field for field in self._fields if field.reveal()]
        when, why = self.day.value(), self.reason.value()
        if wrong:
            wrong[0].entry.take_focus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not isinstance(when, str) or why is None:
            self.fault.say(_needed)
            (self.day if not isinstance(when, str) else self.reason).take_focus(
                Qt.FocusReason.ShortcutFocusReason
            )
            return
        one = OwnDay(date.fromisoformat(when), why, str(self.where.value() or ""))
        try:
            check_new(one, self.session.own_days)
        except BadDays as fault:
            self.fault.say(in_own_words(fault))
            self.day.take_focus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self._keep((*self.session.own_days, one)):
            for entry in (self.day, self.reason, self.where):
                entry.set_value(None)
            self.day.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def remove_day(self, one: OwnDay) -> None:
        """Takes a day out of the calendar."""
        self._keep(tuple(other for other in self.session.own_days if other != one))
        self.day.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self, days: tuple[OwnDay, ...]) -> bool:
        office, file = self.session.require_office(), self.session.own_days_file
        days = tuple(sorted(days))
        try:
            if file is not None:
                save_own_days(days, office.pack.places, Path(file))
        except (KonbitError, OSError):
            self.fault.say(_not_kept)
            return False
        self.fault.say(None)
        self.session.own_days = days
        self._show()
        self._say_done(_counting)
        self.session.background.run(
            lambda: office_with_days(office, days),
            lambda made: self._counted(made, days),
            self._broken,
            owner=self,
        )
        return True

    def _counted(self, office: Office, days: tuple[OwnDay, ...]) -> None:
        if days == self.session.own_days:  # else a newer change is on its way
            self.session.renew(office)
            self._say_done(_counted)

    def _broken(self, _fault: KonbitError | None) -> None:
        self._say_done(nothing)
        self.fault.say(_not_counted)

    def _say_done(self, say: Say) -> None:
        self.done.say(say)
        self.done.setVisible(bool(self.done.text()))

    def back(self) -> None:
        """To where one came from."""
        self.went.emit(self._origin, None)

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_form_place"):
            self._pad()

    def _pad(self) -> None:
        theme = self.theme
        pad = theme.gap(20)
        for place in (self._place, self._form_place):
            place.setContentsMargins(pad, theme.gap(12), pad, theme.gap(12))
            place.setSpacing(theme.gap(10))
        self._rows_place.setSpacing(theme.gap(8))


def _everywhere(reason: str) -> Say:
    return lambda words: words("ui.own_days.everywhere", "{reason} · todo Chile", reason=reason)


def _title(words: Words) -> Said:
    return words("ui.own_days.title", "Días propios de la clínica")


def _back(words: Words) -> Said:
    return words("ui.own_days.back", "Volver")


def _intro(words: Words) -> Said:
    return words(
        "ui.own_days.intro",
        "Feriados legales que el programa todavía no trae: de un solo año, de la región o de la comuna.",
    )


def _only_law(words: Words) -> Said:
    return words(
        "ui.own_days.only_law",
        "Un día en que solo la clínica cierra no alarga ningún plazo: no lo anote aquí.",
    )


def _none_yet(words: Words) -> Said:
    return words("ui.own_days.none", "No hay días propios anotados.")


def _when(words: Words) -> Said:
    return words("ui.own_days.when", "Qué día es feriado")


def _why(words: Words) -> Said:
    return words("ui.own_days.why", "Qué ley o decreto lo manda")


def _why_hint(words: Words) -> Said:
    return words("ui.own_days.why_hint", "Se muestra junto a ese día en cada plazo contado.")


def _where(words: Words) -> Said:
    return words("ui.own_days.where", "En qué región o comuna")


def _where_hint(words: Words) -> Said:
    return words("ui.own_days.where_hint", "Déjelo en blanco si es feriado en todo Chile.")


def _needed(words: Words) -> Said:
    return words("ui.own_days.needed", "Falta el día, o qué ley o decreto lo manda.")


def _not_kept(words: Words) -> Said:
    return words("ui.own_days.not_kept", "No se pudo guardar en el disco: el calendario sigue como estaba.")


def _not_counted(words: Words) -> Said:
    return words(
        "ui.own_days.not_counted",
        "Quedó guardado, pero no se pudo volver a contar. Cierre y abra el programa.",
    )


def _counting(words: Words) -> Said:
    return words("ui.own_days.counting", "Guardado. Se vuelven a contar los plazos…")


def _counted(words: Words) -> Said:
    return words("ui.own_days.counted", "Guardado. Los plazos ya cuentan con estos días.")

"""A contact of the clinic's own: whom to call, for what, where that was read and when. Short, and over the findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from konbit.errors import BadContacts
from konbit.law.directory import Contact
from konbit.law.places import Places
from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.field import Fault, Field
from konbit.window.parts.lettering import Say
from konbit.window.parts.overlay import Overlay
from konbit.window.parts.picker import Option, Picker
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import TextEntry
from konbit.window.tongue import Said, Words
from konbit.work.own_contacts import checked

_LONGEST = 160


class ContactOverlay(Overlay):
    """kept: the contact as it is now. removed: the id of one of the clinic's that goes."""

    kept = Signal(object)
    removed = Signal(str)

    WIDTH = 860

    def __init__(self, words: Words, host: QWidget) -> None:
        self._contact = Contact("", "", "")
        super().__init__(words, _title, host)
        self._intro = Text(words, _intro, Role.NOTE, tone="ink2", below=True)
        self.contact_name, self.serves = _line(words), _line(words)
        self.address, self.phone, self.hours, self.source = (_line(words) for _ in range(4))
        self.region, self.seen = Picker(words), DateEntry(words, whole=True)
        self._fields = (
            Field(words, _name, self.contact_name),
            Field(words, _serves, self.serves),
            Field(words, _phone, self.phone),
            Field(words, _address, self.address),
            Field(words, _hours, self.hours),
            Field(words, _source, self.source, hint=_source_hint),
            Field(words, _read, self.seen),
            Field(words, _region, self.region, hint=_region_hint),
        )
        self.fault = Fault(words)
        self.remove_link = LinkButton(words, _remove, sign=Sign.CROSS, beside=False)
        for piece in (self._intro, *self._fields, self.fault):
            self.column.addWidget(piece)
        self.column.addWidget(self.remove_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.leave_button = QuietButton(words, _leave, sign=Sign.CROSS, key="Esc")
        self.keep_button = PrimaryButton(words, _keep)
        self.set_buttons(self.leave_button, self.keep_button)
        self.leave_button.clicked.connect(self.close_over)
        self.keep_button.clicked.connect(self.keep)
        self.remove_link.clicked.connect(self._remove)
        self.went_on.connect(self.keep)

    def ask(self, contact: Contact, places: Places, today: date, *, own: bool) -> None:
        """Opens on a contact, a new one (without a name) or one to put right. own: it is the clinic's already."""
        self._contact = contact
        self.region.offer([Option(code, name) for code, name in places.regions.items()])
        for entry, value in zip(self._lines(), self._told(contact), strict=True):
            entry.set_value(value or None)
        self.region.set_value(contact.regions[0] if len(contact.regions) == 1 else None)
        self.seen.set_value(today.isoformat())
        self.remove_link.setVisible(own)
        self.fault.say(None)
        self.open_over(self.contact_name.box if not contact.name else self.phone.box)

    def keep(self) -> None:
        """Keeps it, or says in one sentence what is lacking."""
        if not self.keep_button.isEnabled():
            return  # the file that it would go to cannot be read
        wrong = [field for field in self._fields if field.reveal()]
        if wrong:
            wrong[0].entry.take_focus(Qt.FocusReason.ShortcutFocusReason)
            return
        name, serves, phone, address, hours, source = (entry.value() or "" for entry in self._lines())
        region, seen = str(self.region.value() or ""), self.seen.value()
        several = len(self._contact.regions) > 1 and not region
        made = replace(
            self._contact, name=name, serves=serves, phone=phone, address=address, hours=hours, source=source,
            regions=self._contact.regions if several else (region,) if region else (),
        )  # fmt: skip
        try:
            if not isinstance(seen, str):
                raise BadContacts("falta el día")
            made = checked(made, date.fromisoformat(seen))
        except BadContacts:
            self.fault.say(_lacking)
            self._first_lacking().take_focus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.close_over()
        self.kept.emit(made)

    def refuse(self, say: Say) -> None:
        """Why it could not be kept; what was typed is still there."""
        self.fault.say(say)
        self.open_over(self.keep_button)

    def _remove(self) -> None:
        self.close_over()
        self.removed.emit(self._contact.id)

    def _lines(self) -> tuple[TextEntry, ...]:
        return (self.contact_name, self.serves, self.phone, self.address, self.hours, self.source)

    @staticmethod
    def _told(one: Contact) -> tuple[str, ...]:
        return (one.name, one.serves, one.phone, one.address, one.hours, one.source)

    def _first_lacking(self) -> TextEntry | DateEntry:
        for entry in (self.contact_name, self.serves):
            if not entry.value():
                return entry
        return self.seen if self.source.value() else self.source


def _line(words: Words) -> TextEntry:
    return TextEntry(words, longest=_LONGEST)


def _title(words: Words) -> Said:
    return words("ui.contact.title", "Contacto de la clínica")


def _intro(words: Words) -> Said:
    return words(
        "ui.contact.intro",
        "Queda en este equipo y se muestra antes que los del programa. Anote solo lo que alguien comprobó.",
    )


def _name(words: Words) -> Said:
    return words("ui.contact.name", "Nombre de la oficina u organización")


def _serves(words: Words) -> Said:
    return words("ui.contact.serves", "Para qué sirve")


def _phone(words: Words) -> Said:
    return words("ui.contact.phone", "Teléfono")


def _address(words: Words) -> Said:
    return words("ui.contact.address", "Dirección")


def _hours(words: Words) -> Said:
    return words("ui.contact.hours", "Horario")


def _source(words: Words) -> Said:
    return words("ui.contact.source", "De dónde se sacó")


def _source_hint(words: Words) -> Said:
    return words("ui.contact.source_hint", "Por ejemplo: llamada, visita o su página.")


def _read(words: Words) -> Said:
    return words("ui.contact.read", "Qué día se leyó o comprobó")


def _region(words: Words) -> Said:
    return words("ui.contact.region", "Qué región atiende")


def _region_hint(words: Words) -> Said:
    return words("ui.contact.region_hint", "Déjelo en blanco si atiende a todas.")


def _lacking(words: Words) -> Said:
    return words(
        "ui.contact.lacking",
        "Falta el nombre, para qué sirve, de dónde se sacó o qué día se leyó.",
    )


def _remove(words: Words) -> Said:
    return words("ui.contact.remove", "Quitar de los contactos de la clínica")


def _leave(words: Words) -> Said:
    return words("ui.contact.leave", "No guardar")


def _keep(words: Words) -> Said:
    return words("ui.contact.keep", "Guardar el contacto")

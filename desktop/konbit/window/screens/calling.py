"""«A quién llamar»: the offices and organisations to which a route or a writ sends people, and when that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.directory import Contact, contacts_for
from konbit.law.pack import Pack
from konbit.window.look.type import Role
from konbit.window.pack_words import day_in_words, of_pack
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words

_AT_MOST = 4


def contacts_of(pack: Pack, key: str, values: Mapping[str, Any]) -> tuple[Contact, ...]:
    """Whom to call for the route or writ of a card (`ruta:ID`, `escrito:ID`): those that the clinic has read itself
    first, then near the person's comuna first."""
    kind, _, ident = key.partition(":")
    region = pack.places.region_code_of(values.get(pack.home_fact))
    found = (
        contacts_for(pack.contacts, region, writ=ident)
        if kind == "escrito"
        else contacts_for(pack.contacts, region, route=ident)
    )
    return tuple(sorted(found, key=lambda one: not one.verified)[:_AT_MOST])


class CallList(Part, QWidget):
    """The rows, and a quiet way to add one. wanted: the id of a contact to put right, "" for a new one."""

    wanted = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Text(words, _title, Role.SUB, parent=self)
        self._place = QVBoxLayout()
        self._rows: Pool[_CallRow] = Pool(self._row, self._place)
        self.add_link = LinkButton(words, _add, sign=Sign.PLUS, beside=False, parent=self)
        self.add_link.clicked.connect(lambda: self.wanted.emit(""))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addLayout(self._place)
        self._column.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.settle(words)

    def _row(self) -> _CallRow:
        row = _CallRow(self.words, self)
        row.wanted.connect(self.wanted)
        return row

    @property
    def rows(self) -> list[_CallRow]:
        """Those on show."""
        return self._rows.rows

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Other contacts."""
        for row, one in zip(self._rows.show(len(contacts)), contacts, strict=True):
            row.tell(one)
        self._head.setVisible(bool(contacts))
        self.show()

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(6))
        self._place.setSpacing(self.theme.gap(10))
        super().restyle()


class _CallRow(Part, QWidget):
    wanted = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = ""
        self._name = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._serves = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._where = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._read = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._name, self._serves, self._where, self._read):
            self._column.addWidget(one)
        self.change = LinkButton(words, _change, sign=Sign.PENCIL, beside=False, parent=self)
        self.change.clicked.connect(lambda: self.wanted.emit(self._id))
        self._column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.settle(words)

    @property
    def said(self) -> str:
        """All that the row says."""
        return "\n".join(one.text() for one in (self._name, self._serves, self._where, self._read))

    def retranslate(self) -> None:
        self.change.setAccessibleName(f"{self.change.text()}: {self._name.text()}")

    def tell(self, one: Contact) -> None:
        self._id = one.id
        self._name.say(fixed(one.name))
        self._serves.say(of_pack(one.serves))
        where = " · ".join(part for part in (one.address, one.phone, one.hours) if part)
        self._where.say(fixed(where) if where else nothing)
        self._where.setVisible(bool(where))
        self._read.say(_checked(one))
        self.retranslate()

    def restyle(self) -> None:
        self._column.setSpacing(0)
        super().restyle()


def _title(words: Words) -> Said:
    return words("ui.calling.head", "A quién llamar o adónde ir")


def _checked(one: Contact) -> Say:
    if not (one.address or one.phone):
        return lambda words: words(
            "ui.calling.no_data", "Sin dirección ni teléfono en el directorio: averígüelo antes."
        )
    if one.verified and (day := _day(one)) is not None:
        told = day_in_words(day)
        return lambda words: words(
            "ui.calling.own", "Comprobado por la clínica, leído el {day}.", day=told(words)
        )
    if one.verified:
        return lambda words: words(
            "ui.calling.verified", "Comprobado por la clínica: {day}", day=_seen(one, words)
        )
    return lambda words: words(
        "ui.calling.unverified", "Sin comprobar; leído {day}: llame antes de ir.", day=_seen(one, words)
    )


def _day(one: Contact) -> date | None:
    try:
        return date.fromisoformat(one.seen)
    except ValueError:
        return None


def _add(words: Words) -> Said:
    return words("ui.calling.add", "Agregar un contacto de la clínica")


def _change(words: Words) -> Said:
    return words("ui.calling.change", "Corregir o comprobar")


def _seen(one: Contact, words: Words) -> Said | str:
    return of_pack(one.seen)(words) if one.seen else words("ui.calling.no_day", "sin fecha")

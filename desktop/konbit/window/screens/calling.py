"""«A quién llamar»: the offices and organisations to which a route or a writ sends people, and when that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.directory import Contact, contacts_for
from konbit.law.pack import Pack
from konbit.window.look.type import Role
from konbit.window.pack_words import of_pack
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.text import Text
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words

_AT_MOST = 4


def contacts_of(pack: Pack, key: str, values: Mapping[str, Any]) -> tuple[Contact, ...]:
    """Whom to call for the route or writ of a card (`ruta:ID`, `escrito:ID`), near the person's comuna first."""
    kind, _, ident = key.partition(":")
    region = pack.places.region_code_of(values.get(pack.home_fact))
    if kind == "escrito":
        return contacts_for(pack.contacts, region, writ=ident)[:_AT_MOST]
    return contacts_for(pack.contacts, region, route=ident)[:_AT_MOST]


class CallList(Part, QWidget):
    """The rows; without any this widget hides."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Text(words, _title, Role.SUB, parent=self)
        self._place = QVBoxLayout()
        self._rows: Pool[_CallRow] = Pool(lambda: _CallRow(self.words, self), self._place)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addLayout(self._place)
        self.settle(words)

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Other contacts."""
        for row, one in zip(self._rows.show(len(contacts)), contacts, strict=True):
            row.tell(one)
        self.setVisible(bool(contacts))

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(6))
        self._place.setSpacing(self.theme.gap(10))
        super().restyle()


class _CallRow(Part, QWidget):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._serves = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._where = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._read = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._name, self._serves, self._where, self._read):
            self._column.addWidget(one)
        self.settle(words)

    def tell(self, one: Contact) -> None:
        self._name.say(fixed(one.name))
        self._serves.say(of_pack(one.serves))
        where = " · ".join(part for part in (one.address, one.phone, one.hours) if part)
        self._where.say(fixed(where) if where else nothing)
        self._where.setVisible(bool(where))
        self._read.say(_checked(one))

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
    if one.verified:
        return lambda words: words(
            "ui.calling.verified", "Comprobado por la clínica: {day}", day=_seen(one, words)
        )
    return lambda words: words(
        "ui.calling.unverified", "Sin comprobar; leído {day}: llame antes de ir.", day=_seen(one, words)
    )


def _seen(one: Contact, words: Words) -> Said | str:
    return of_pack(one.seen)(words) if one.seen else words("ui.calling.no_day", "sin fecha")

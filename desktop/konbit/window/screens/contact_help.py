"""What the findings do about the clinic's own contacts: the form over them, the file, the office shown anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from konbit.errors import BadContacts, KonbitError
from konbit.law.directory import Contact
from konbit.window.pack_words import of_fault
from konbit.window.screens.calling import CallList
from konbit.window.screens.contact_overlay import ContactOverlay
from konbit.window.screens.screen import Screen
from konbit.window.tongue import Said, Words
from konbit.work.own_contacts import (
    contacts_file,
    fresh_id,
    office_with_contacts,
    own_contacts,
    save_own_contacts,
    with_own,
    without,
)


class ContactHelp(QObject):
    """key: the finding on show (`ruta:ID`, `escrito:ID`). shown_again: shows it with the contacts of now."""

    def __init__(
        self, page: Screen, calls: CallList, key: Callable[[], str], shown_again: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._page, self._key, self._shown_again = page, key, shown_again
        self._own: dict[str, Contact] = {}
        self._overlay: ContactOverlay | None = None
        calls.wanted.connect(self.ask)

    @property
    def overlay(self) -> ContactOverlay:
        """The form, made when it is first wanted."""
        if self._overlay is None:
            self._overlay = ContactOverlay(self._page.words, self._page)
            self._overlay.kept.connect(self._keep)
            self._overlay.removed.connect(lambda ident: self._change(without(self._own, ident)))
        return self._overlay

    def prepare(self) -> None:
        """Makes the form, out of sight."""
        _ = self.overlay

    def close(self) -> None:
        """Another screen is shown."""
        if self._overlay is not None:
            self._overlay.close_over()

    def ask(self, ident: str = "") -> None:
        """Opens the form on a contact, or for a new one of the finding on show. A file that cannot be read is told
        and left as it is."""
        session = self._page.session
        office, bad = session.require_office(), None
        try:
            self._own = own_contacts(office, self._file()) if self._file() is not None else self._own
        except BadContacts as fault:
            bad = fault
        contact = office.pack.contacts.get(ident)
        if contact is None:
            kind, _, name = self._key().partition(":")
            routes, writs = ((), (name,)) if kind == "escrito" else ((name,), ())
            contact = Contact(fresh_id(office, self._own), "", "", routes=routes, writs=writs)
        self.overlay.ask(contact, office.pack.places, session.today, own=contact.id in self._own)
        self.overlay.keep_button.setEnabled(bad is None)
        if bad is not None:
            self.overlay.refuse(of_fault(bad))

    def _file(self) -> Path | None:
        days = self._page.session.own_days_file
        return contacts_file(days) if days is not None else None

    def _keep(self, contact: Contact) -> None:
        self._change(with_own(self._own, contact))

    def _change(self, own: Mapping[str, Contact]) -> None:
        session, file = self._page.session, self._file()
        office = session.require_office()
        try:
            if file is not None:
                save_own_contacts(own, file)
        except (KonbitError, OSError):
            self.overlay.refuse(_not_kept)
            return
        self._own = dict(own)
        session.renew(office_with_contacts(office, own))
        self._shown_again()


def _not_kept(words: Words) -> Said:
    return words("ui.contact.not_kept", "No se pudo guardar en el disco: los contactos siguen como estaban.")

"""The header of a screen about a case: saved or not, the way back. Its tongues are the desk's to connect."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from konbit.window.parts.header import Header
from konbit.window.session import Session
from konbit.window.tongue import Words


class CaseHead(Header):
    """A header that follows its session."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._session = session
        session.saved.connect(lambda _when: self.follow())
        session.not_saved.connect(lambda _fault: self.follow())

    def follow(self) -> None:
        """Shows what the session says of its saving."""
        if self._session.unsaved:
            self.saved.failed()
        elif self._session.saved_at is not None:
            self.saved.saved(self._session.saved_at.time())

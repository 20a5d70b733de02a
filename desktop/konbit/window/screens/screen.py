"""What the desk asks of a screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from konbit.window.parts.page import Page
from konbit.window.session import Session
from konbit.window.tongue import Words


class Screen(Page):
    """A page over the session. It is made once, and filled again each time it is shown (`enter`).

    went: where to go next, by the name of a screen, and what it should show there (an id, or None).
    """

    went = Signal(str, object)

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.session = session

    def enter(self, what: object = None) -> None:
        """Shows the session as it is now. what: an id this screen understands (a route, a deadline, a writ)."""

    def leave(self) -> None:
        """Another screen is about to be shown, or the window to close: what was typed is to be kept now."""

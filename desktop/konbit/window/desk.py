"""The main window: one screen at a time, over one session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from konbit.errors import KonbitError
from konbit.window.background import Background
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.office import Office, open_office

Factory = Callable[[Words, Session], Screen]


def factories() -> dict[str, Factory]:
    """The screens by name. Each is imported when it is first shown."""

    def later(module: str, name: str) -> Factory:
        def make(words: Words, session: Session) -> Screen:
            from importlib import import_module

            return getattr(import_module(f"konbit.window.screens.{module}"), name)(words, session)

        return make

    return {
        "cases": later("cases", "CasesScreen"),
        "reasons": later("reasons", "ReasonsScreen"),
        "interview": later("interview", "InterviewScreen"),
        "review": later("review", "ReviewScreen"),
        "findings": later("findings", "FindingsScreen"),
        "days": later("days", "DaysScreen"),
        "papers": later("papers", "PapersScreen"),
    }


class Desk(QMainWindow):
    """Names never stand in the title bar: a screen is seen from across the room."""

    def __init__(self, words: Words, session: Session, *, demo: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.session = session
        self.demo = demo
        self.background = Background(self)
        self._factories = factories()
        self._screens: dict[str, Screen] = {}
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Konbit")
        self.resize(1366, 690)
        self.go("cases")

    def load(self) -> None:
        """Loads the pack beside the window."""
        self.background.run(open_office, self._loaded, self._not_loaded)

    def _loaded(self, office: Office) -> None:
        self.session.office = office
        self.go("cases")

    def _not_loaded(self, fault: KonbitError | None) -> None:
        raise NotImplementedError

    def go(self, name: str, what: object = None) -> None:
        """Shows a screen."""
        screen = self.screen_named(name)
        self._stack.setCurrentWidget(screen)
        screen.enter(what)

    def screen_named(self, name: str) -> Screen:
        """A screen, made when it is first asked for."""
        if name not in self._screens:
            screen = self._factories[name](self.words, self.session)
            screen.went.connect(self.go)
            self._screens[name] = screen
            self._stack.addWidget(screen)
        return self._screens[name]

    def finish(self) -> None:
        """Lets what runs come to its end."""
        self.background.finish()

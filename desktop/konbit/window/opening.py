"""Opens the desk behind the first window: letters, theme, tongues, settings, session; then the pack is loaded."""

from __future__ import annotations

import gc
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from konbit.tongues.catalogue import Catalogue, load_catalogue
from konbit.window.crashes import Crashes
from konbit.window.desk import Desk
from konbit.window.look.theme import Theme, wear
from konbit.window.look.type import load_fonts
from konbit.window.session import Session
from konbit.window.settings import Settings, read_settings, settings_file
from konbit.window.tongue import TONGUES, QtWords, Words
from konbit.work.clock import now_in
from konbit.work.folders import case_folder
from konbit.work.office import shipped_folders
from konbit.work.own_days import own_days_file


@dataclass(slots=True)
class Opened:
    """An open desk and what goes away with it."""

    desk: Desk
    crashes: Crashes
    scratch: tempfile.TemporaryDirectory[str] | None

    def close(self) -> None:
        """Lets what runs come to its end; the cases of `--demo` are thrown away."""
        self.desk.finish()
        self.crashes.rest()
        if self.scratch:
            self.scratch.cleanup()


TURN = 0.001
"""Seconds after which work beside the window hands Python back to it. A list of ten rows asks ten times, so at the
usual 5 ms a case checked beside it held a key press up by 50 ms and more."""


_SETTLED = 5_000
"""ms after which the pack and the screens are there. They stay to the end: looked through for rubbish at every full
collection, their 77 000 objects held up whatever turn it fell on by 24 ms."""


def open_desk(app: QApplication, first: QWidget, words: list[str]) -> Opened:
    """The desk in the place of the first window, with its pack on the way. words: the command line."""
    sys.setswitchinterval(TURN)
    demo = "--demo" in words
    kept = settings_file()
    settings = read_settings(kept)
    asked = words[words.index("--lang") + 1] if "--lang" in words[:-1] else ""
    if asked in TONGUES:
        settings = replace(settings, tongue="ht+es" if asked == "ht" else asked)
    scratch = tempfile.TemporaryDirectory(prefix="konbit-demo-") if demo else None
    session = Session(Path(scratch.name) if scratch else case_folder(), now_in)
    session.own_days_file = own_days_file()
    desk = make_desk(app, session, settings.tongue, theme=settings.theme, demo=demo, settings_file=kept)
    crashes = Crashes()
    crashes.happened.connect(desk.crashed)
    crashes.listen()
    desk.setGeometry(first.geometry())
    desk.show()
    first.close()
    QTimer.singleShot(0, desk.load)
    QTimer.singleShot(_SETTLED, desk, gc.freeze)
    return Opened(desk, crashes, scratch)


def make_desk(
    app: QApplication,
    session: Session,
    tongue: str = "es+ht",
    *,
    theme: Theme | None = None,
    demo: bool = False,
    settings_file: Path | None = None,
) -> Desk:
    """The main window, dressed and speaking; the pack is not loaded yet (`Desk.load`).

    settings_file: where it remembers how it looks and speaks; nowhere without one.
    """
    load_fonts()
    worn = theme or Theme()
    wear(app, worn)
    words = Words(catalogues(), tongue)
    speak_qt(app, words)
    settings = Settings(tongue, worn.dark, worn.scale)
    return Desk(words, session, demo=demo, settings=settings, settings_file=settings_file)


def catalogues() -> dict[str, Catalogue]:
    """The catalogues of the shipped pack."""
    folder = shipped_folders().translations
    return {"es": Catalogue("es"), **{tongue: load_catalogue(tongue, folder) for tongue in ("ht", "en")}}


def speak_qt(app: QApplication, words: Words) -> None:
    """Qt's own words: Spanish from Qt, Creole from our catalogue over it."""
    spanish = QTranslator(app)
    if spanish.load("qtbase_es", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(spanish)
    ours = QtWords(words)
    ours.setParent(app)
    app.installTranslator(ours)

"""Starts the window. A first, empty window stands at once; the desk takes its place as soon as it is built."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

if TYPE_CHECKING:
    from konbit.window.opening import Opened

_POLL_MS = 20


def run(words: list[str], *, until: str = "") -> int:
    """Opens the window and stays until it is closed. `--demo`: example cases in a throw-away folder.

    until: leave as soon as the first window stands (`shown`) or the pack is loaded (`loaded`), for measuring.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Konbit")
    first = first_window()
    first.show()
    opened: list[Opened] = []

    def open_rest() -> None:
        # Everything else is imported only now, when something already stands on the screen.
        from konbit.window.opening import open_desk

        opened.append(open_desk(app, first, words))
        if until == "loaded":
            _leave_when_loaded(app, opened[0])

    if until == "shown":
        QTimer.singleShot(0, app.quit)
    else:
        QTimer.singleShot(0, open_rest)
    code = app.exec()
    for one in opened:
        one.close()
    return code


def first_window() -> QMainWindow:
    """A calm window with nothing but the program's name, of the size that the desk will have."""
    window = QMainWindow()
    window.setWindowTitle("Konbit")
    window.resize(1366, 690)
    name = QLabel("Konbit", window)
    name.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.setCentralWidget(name)
    return window


def _leave_when_loaded(app: QApplication, opened: Opened) -> None:
    def look() -> None:
        if opened.desk.session.office is not None:
            app.quit()
        else:
            QTimer.singleShot(_POLL_MS, look)

    look()

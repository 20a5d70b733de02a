"""The doors to the sheets for people: which one is wanted, and where one comes back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

ROUTE, DEADLINES, DAY, RIGHTS, INTERVIEW = "ruta", "plazos", "dia", "derechos", "entrevista"


@dataclass(frozen=True)
class SheetDoor:
    """From where the sheets are opened. kind: the one to show first. target: the finding (`ruta:ID`, `escrito:ID`) it
    is about, or "". back: the screen to return to, and what it shows. of_case: sheets of the case at hand fit here."""

    kind: str
    target: str = ""
    back: tuple[str, str | None] = ("cases", None)
    of_case: bool = True


def door_of(key: str) -> SheetDoor:
    """From a card of the findings: a route has its own sheet; of a writ and a deadline, that of all deadlines."""
    kind = ROUTE if key.startswith("ruta:") else DEADLINES
    target = "" if key.startswith("plazo:") else key
    return SheetDoor(kind, target, ("findings", key or None))


def key_of_sheets(screen: QWidget, act: Callable[[], None]) -> None:
    """Ctrl+P on a screen. Not the button's own shortcut: setting its text (another tongue) would take it away."""
    QShortcut(QKeySequence("Ctrl+P"), screen, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

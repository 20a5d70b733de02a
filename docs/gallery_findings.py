"""Specimens of the findings, the days and the papers, on the shipped pack and its made-up cases."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from konbit.tongues.catalogue import Catalogue
from konbit.window.opening import catalogues
from konbit.window.screens.screen import Screen
from konbit.window.screens.sheet_door import DEADLINES, INTERVIEW, RIGHTS, SheetDoor
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.office import Office, open_office

_NOW = datetime(2026, 11, 23, 19, 4)
_SIZE = (1366, 690)
Specimen = tuple[str, Callable[[Words], QWidget], tuple[int, int]]


@cache
def _shipped() -> Office:
    """The pack, loaded once: it never changes."""
    return open_office()


def session_on(example: str, office: Office | None = None) -> Session:
    """A session over one of the pack's example cases, in a folder of its own."""
    office = office or _shipped()
    # The folder lives as long as the process; what is drawn is never answered, so it stays empty.
    session = Session(Path(tempfile.gettempdir()) / "konbit-gallery", lambda: _NOW, office)
    session.open(office.pack.folders.forms / "ejemplos" / f"{example}.toml")
    return session


def shown(module: str, name: str, example: str, what: object = None) -> Callable[[Words], QWidget]:
    """A screen by its name, on an example, in the real words of the tongue asked for."""

    def build(words: Words) -> QWidget:
        from importlib import import_module

        ready = isinstance(words.catalogue("ht"), Catalogue)
        real = words if ready else Words(catalogues(), words.tongue)
        screen: Screen = getattr(import_module(f"konbit.window.screens.{module}"), name)(
            real, session_on(example)
        )
        screen.setProperty("ground", "ground")
        screen.enter(what)
        _settle(screen)
        return screen

    return build


def _settle(screen: Screen) -> None:
    """Waits for what comes by and by, and for what the screen works out in the background."""
    finish = getattr(screen, "finish", None)  # what comes a piece a turn
    if finish is not None:
        finish()
    background = screen.session.background
    app = QApplication.instance()
    while background.busy and app is not None:
        background.finish()
        app.processEvents()


def parts() -> list[Specimen]:
    findings, days, papers = (
        ("findings", "FindingsScreen"),
        ("days", "DaysScreen"),
        ("papers", "PapersScreen"),
    )
    sheets = ("sheets", "SheetsScreen")
    return [
        ("findings-father", shown(*findings, "padre_27_meses"), _SIZE),
        ("findings-father-route", shown(*findings, "padre_27_meses", "ruta:rd"), _SIZE),
        ("findings-missing", shown(*findings, "padre_27_meses", "ruta:rt_reunificacion"), _SIZE),
        ("findings-order", shown(*findings, "expulsion_nueve_dias"), _SIZE),
        ("findings-no", shown(*findings, "expulsion_nueve_dias", "ruta:rd"), _SIZE),
        ("findings-child", shown(*findings, "nina_sin_papeles"), _SIZE),
        ("findings-mother", shown(*findings, "madre_de_chileno"), _SIZE),
        ("findings-term", shown(*findings, "padre_27_meses", "plazo:proteccion_omision"), _SIZE),
        ("days-order", shown(*days, "expulsion_nueve_dias"), _SIZE),
        ("days-thirty", shown(*days, "padre_27_meses"), _SIZE),
        ("days-months", shown(*days, "padre_27_meses", "prorroga_tardia"), _SIZE),
        ("papers-writ", shown(*papers, "padre_27_meses", "escrito:proteccion"), _SIZE),
        ("papers-lawyer", shown(*papers, "expulsion_nueve_dias", "escrito:reclamacion_141"), _SIZE),
        ("papers-lacking", shown(*papers, "expulsion_nueve_dias", "escrito:proteccion"), _SIZE),
        ("papers-form", shown(*papers, "padre_27_meses", "formulario:F04"), _SIZE),
        ("findings-informs", shown(*findings, "padre_27_meses", "ruta:autodenuncia"), _SIZE),
        ("sheets-route", shown(*sheets, "padre_27_meses", SheetDoor("ruta", "ruta:rd")), _SIZE),
        ("sheets-deadlines", shown(*sheets, "padre_27_meses", SheetDoor(DEADLINES)), _SIZE),
        ("sheets-rights", shown(*sheets, "padre_27_meses", SheetDoor(RIGHTS)), _SIZE),
        ("sheets-interview", shown(*sheets, "padre_27_meses", SheetDoor(INTERVIEW)), _SIZE),
        ("days-past", shown(*days, "padre_27_meses", "cedula"), _SIZE),
    ]

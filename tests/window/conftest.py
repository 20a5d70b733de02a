"""Window tests draw without a screen and run in a process of their own: `pytest tests/window`."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from konbit.tongues.catalogue import Catalogue
from konbit.window.desk import Desk
from konbit.window.look.theme import Theme, wear
from konbit.window.look.type import load_fonts
from konbit.window.opening import catalogues
from konbit.window.session import Session
from konbit.window.settings import Settings
from konbit.window.tongue import Words, fill
from konbit.work.office import Office, open_office

NOW = datetime(2026, 11, 23, 19, 4)

DRAFTS = Path(__file__).resolve().parents[2] / "docs" / "gallery_words.tsv"


class Table:
    """A catalogue from a table of ids: what the window asks of one."""

    def __init__(self, table: dict[str, str]) -> None:
        self._table = table

    def text(self, msgid: str, context: str = "", **fields: object) -> str:
        return fill(self._table.get(context, msgid), fields)


@pytest.fixture(scope="session")
def drafts() -> dict[str, dict[str, str]]:
    """Draft Creole and English by id."""
    with DRAFTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((row for row in file if not row.startswith("#")), delimiter="\t"))
    return {tongue: {row["id"]: row[tongue] for row in rows} for tongue in ("ht", "en")}


@pytest.fixture(scope="session")
def held() -> list[QWidget]:
    """Widgets of the last test, held until Qt has deleted them (see `parts.part.discard`)."""
    return []


@pytest.fixture
def qtbot(qtbot: QtBot, held: list[QWidget]) -> QtBot:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    held.clear()
    add = qtbot.addWidget

    def hold(widget: QWidget, **rest: Any) -> None:
        held.append(widget)
        add(widget, **rest)

    qtbot.addWidget = hold  # type: ignore[method-assign]
    return qtbot


@pytest.fixture
def words(drafts: dict[str, dict[str, str]]) -> Words:
    return Words({tongue: Table(table) for tongue, table in drafts.items()})


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application with Konbit's letters and the plain light theme, left as it was found."""
    load_fonts()
    wear(qapp, Theme())
    yield qapp
    wear(qapp, Theme())


@pytest.fixture(scope="session")
def office() -> Office:
    """The real pack, read once."""
    return open_office()


@pytest.fixture(scope="session")
def spoken() -> dict[str, Catalogue]:
    """The real catalogues."""
    return catalogues()


@pytest.fixture
def make_desk(
    app: QApplication, qtbot: Any, tmp_path: Path, office: Office, spoken: dict[str, Catalogue]
) -> Iterator[Callable[..., Desk]]:
    """Makes a window over an empty folder, at 19:04 of 23 November 2026, with the pack already there."""
    made: list[Desk] = []

    def make(tongue: str = "es+ht", *, scale: float = 1.0, dark: bool = False, loaded: bool = True) -> Desk:
        folder = tmp_path / "casos"
        folder.mkdir(exist_ok=True)
        wear(app, Theme(dark=dark, scale=scale))
        pick = iter(range(10_000))
        session = Session(
            folder,
            # No two moments alike: what is done in one moment is undone together.
            lambda: NOW + timedelta(microseconds=next(pick)),
            office if loaded else None,
            choose=lambda letters: letters[next(pick) % len(letters)],
        )
        settings = Settings(tongue, dark, scale)
        desk = Desk(
            Words(spoken, tongue), session, settings=settings, settings_file=tmp_path / "ventana.json"
        )
        qtbot.addWidget(desk)
        desk.show()
        qtbot.waitExposed(desk)
        desk.activateWindow()
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.finish()
        qtbot.waitUntil(lambda desk=desk: not desk.background.busy)

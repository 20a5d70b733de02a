"""The findings screen on the shipped pack and its example cases, all arrived."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from konbit.window.opening import catalogues
from konbit.window.screens.findings import FindingsScreen
from konbit.window.tongue import Words
from konbit.work.office import Office

_PATH = Path(__file__).resolve().parents[2] / "docs" / "gallery_findings.py"
_SPEC = importlib.util.spec_from_file_location("konbit_gallery_findings", _PATH)
assert _SPEC is not None and _SPEC.loader is not None
gallery = importlib.util.module_from_spec(_SPEC)
sys.modules["konbit_gallery_findings"] = gallery
_SPEC.loader.exec_module(gallery)


@pytest.fixture(scope="session")
def real() -> Words:
    return Words(catalogues())


@pytest.fixture
def spoken(real: Words, app: QApplication) -> Iterator[Words]:
    real.speak("es+ht")
    yield real
    real.speak("es")


def findings_on(example: str, words: Words, office: Office, what: str | None = None) -> FindingsScreen:
    session = gallery.session_on(example, office)
    screen = FindingsScreen(words, session)
    screen.resize(1366, 690)
    screen.show()
    screen.enter(what)
    return arrived(screen)


def arrived(screen: FindingsScreen) -> FindingsScreen:
    for _ in range(500):
        QApplication.processEvents()
        if not screen.arriving:
            return screen
    raise AssertionError("never all there")

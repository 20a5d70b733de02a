"""The findings, the days and the papers, drawn: they fit, every control has a name, tongues and themes reach all."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from konbit.window.look.theme import Theme, wear
from konbit.window.opening import catalogues
from konbit.window.parts.button import Button
from konbit.window.parts.chip import Chip
from konbit.window.parts.part import Part
from konbit.window.parts.route_card import RouteCard
from konbit.window.parts.text import Text
from konbit.window.screens.findings import FindingsScreen
from konbit.window.tongue import Words, switch

_PATH = Path(__file__).resolve().parents[2] / "docs" / "gallery_findings.py"
_SPEC = importlib.util.spec_from_file_location("konbit_gallery_findings", _PATH)
assert _SPEC is not None and _SPEC.loader is not None
gallery = importlib.util.module_from_spec(_SPEC)
sys.modules["konbit_gallery_findings"] = gallery
_SPEC.loader.exec_module(gallery)

PAINTED = (Text, Button, Chip, RouteCard)
Specimen = tuple[str, Callable[[Words], QWidget], tuple[int, int]]


@pytest.fixture(scope="session")
def real() -> Words:
    return Words(catalogues())


@pytest.fixture
def spoken(real: Words, app: QApplication) -> Iterator[Words]:
    real.speak("es+ht")
    yield real
    real.speak("es")


@pytest.fixture(params=gallery.parts(), ids=lambda one: one[0])
def specimen(request: pytest.FixtureRequest) -> Specimen:
    return request.param


def drawn(specimen: Specimen, words: Words, app: QApplication) -> QWidget:
    _, build, size = specimen
    widget = build(words)
    widget.resize(*size)
    widget.show()
    app.processEvents()
    app.processEvents()
    return widget


@pytest.mark.parametrize(("tongue", "scale"), [("es+ht", 1.0), ("ht", 2.0), ("es+ht", 2.0)])
def test_no_text_is_cut(app, spoken: Words, qtbot, specimen, tongue: str, scale: float) -> None:
    wear(app, Theme(scale=scale))
    spoken.speak(tongue)
    widget = drawn(specimen, spoken, app)
    qtbot.addWidget(widget)
    measured = 0
    for part in widget.findChildren(QWidget):
        if not isinstance(part, PAINTED) or not part.isVisible() or not part.text():
            continue
        measured += 1
        assert part.height() >= part.heightForWidth(part.width()), f"{part.text()!r} is cut below"
        assert part.width() >= part.minimumSizeHint().width() - 1, f"{part.text()!r} breaks inside a word"
        assert part.x() >= 0
        assert part.x() + part.width() <= part.parentWidget().width() + 1, f"{part.text()!r} runs out"
    assert measured


@pytest.mark.parametrize("tongue", ["es", "ht"])
def test_every_control_has_a_name(app, spoken: Words, qtbot, specimen, tongue: str) -> None:
    spoken.speak(tongue)
    widget = drawn(specimen, spoken, app)
    qtbot.addWidget(widget)
    for control in widget.findChildren(QWidget):
        if isinstance(control, (QAbstractButton, QLineEdit, QPlainTextEdit)) and control.isVisible():
            heard = QAccessible.queryAccessibleInterface(control)
            assert heard.text(QAccessible.Text.Name), f"{type(control).__name__} has no name"


def test_a_switch_of_tongue_reaches_all_of_a_screen(app, spoken: Words, qtbot, specimen) -> None:
    """Born in Creole, or born in Spanish and switched: the same is said and heard."""
    spoken.speak("ht")
    born = drawn(specimen, spoken, app)
    qtbot.addWidget(born)
    spoken.speak("es")
    turned = drawn(specimen, spoken, app)
    qtbot.addWidget(turned)
    switch(spoken, "ht", app)
    app.processEvents()

    def heard(widget: QWidget) -> list[tuple[str, str, str, str]]:
        return [
            (
                type(part).__name__,
                part.accessibleName(),
                part.accessibleDescription(),
                part.text() if isinstance(part, PAINTED) else "",
            )
            for part in widget.findChildren(QWidget)
            if isinstance(part, Part)
        ]

    assert heard(turned) == heard(born)


def test_a_live_theme_looks_like_one_worn_from_birth(app, spoken: Words, qtbot, specimen) -> None:
    wear(app, Theme(dark=False, scale=2.0))
    turned = drawn(specimen, spoken, app)
    qtbot.addWidget(turned)
    wear(app, Theme(dark=True, scale=1.0))
    for _ in range(4):
        app.processEvents()
    born = drawn(specimen, spoken, app)
    qtbot.addWidget(born)
    places = [
        [
            (type(one).__name__, one.geometry().getRect())
            for one in widget.findChildren(Text)
            if one.isVisible()
        ]
        for widget in (turned, born)
    ]
    if not isinstance(turned, FindingsScreen):  # what stands in the narrow room depends on the way there
        assert places[0] == places[1]
    assert born.grab().toImage().pixelColor(3, 300).lightness() < 60

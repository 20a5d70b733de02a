"""Nothing is cut: every specimen of the gallery, measured at 100 and 200 %, in one tongue and two.

And nothing is nameless: every control has an accessible name in the tongue on screen.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget

from konbit.window.look.theme import Theme, wear
from konbit.window.parts.answer import Answer
from konbit.window.parts.button import Button
from konbit.window.parts.chip import Chip
from konbit.window.parts.part import Part
from konbit.window.parts.progress import ProgressSegments
from konbit.window.parts.route_card import RouteCard
from konbit.window.parts.text import Text
from konbit.window.parts.unknown_row import Way
from konbit.window.tongue import Words, switch

_PATH = Path(__file__).resolve().parents[2] / "docs" / "gallery_parts.py"
_SPEC = importlib.util.spec_from_file_location("konbit_gallery_parts", _PATH)
assert _SPEC is not None and _SPEC.loader is not None
gallery = importlib.util.module_from_spec(_SPEC)
sys.modules["konbit_gallery_parts"] = gallery
_SPEC.loader.exec_module(gallery)

PAINTED = (Text, Button, Chip, Answer, Way, RouteCard, ProgressSegments)
SPECIMENS = gallery.parts()


@pytest.fixture(params=[one for one in SPECIMENS if one[0] != "paper"], ids=lambda one: one[0])
def specimen(request: pytest.FixtureRequest) -> tuple[str, Callable[[Words], QWidget], tuple[int, int]]:
    return request.param


def shown(
    build: Callable[[Words], QWidget], words: Words, size: tuple[int, int], app: QApplication
) -> QWidget:
    widget = build(words)
    widget.resize(size[0], size[1] or 100)
    widget.show()
    app.processEvents()
    layout = widget.layout()
    if not size[1] and layout is not None:
        widget.resize(size[0], layout.totalHeightForWidth(size[0]))
        app.processEvents()
    return widget


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tongue", ["es", "es+ht", "ht"])
def test_no_text_is_cut(app: QApplication, words: Words, qtbot, specimen, tongue: str, scale: float) -> None:
    wear(app, Theme(scale=scale))
    words.speak(tongue)
    _, build, size = specimen
    widget = shown(build, words, size, app)
    qtbot.addWidget(widget)
    measured = 0
    for part in widget.findChildren(QWidget):
        if not isinstance(part, PAINTED) or not part.isVisible() or not part.text():
            continue
        measured += 1
        said = part.text()
        assert part.height() >= part.heightForWidth(part.width()), f"{said!r} is cut below"
        assert part.width() >= part.minimumSizeHint().width() - 1, f"{said!r} breaks inside a word"
        held = part.parentWidget()
        assert part.x() >= 0, said
        assert part.x() + part.width() <= held.width(), f"{said!r} runs out of its place"
    assert measured


@pytest.mark.parametrize("tongue", ["es", "es+ht", "ht"])
def test_every_control_has_a_name(app: QApplication, words: Words, qtbot, specimen, tongue: str) -> None:
    words.speak(tongue)
    _, build, size = specimen
    widget = shown(build, words, size, app)
    qtbot.addWidget(widget)
    for control in widget.findChildren(QWidget):
        if (
            isinstance(control, (QAbstractButton, QLineEdit, QPlainTextEdit, QListView))
            and control.isVisible()
        ):
            heard = QAccessible.queryAccessibleInterface(control)
            assert heard.text(QAccessible.Text.Name), f"{type(control).__name__} has no name"


def test_a_switch_of_tongue_reaches_all_of_a_page(app: QApplication, words: Words, qtbot, specimen) -> None:
    """Born in Creole, or born in Spanish and switched: the screen reader hears the same."""
    _, build, size = specimen
    words.speak("ht")
    born = shown(build, words, size, app)
    qtbot.addWidget(born)
    words.speak("es")
    turned = shown(build, words, size, app)
    qtbot.addWidget(turned)
    switch(words, "ht", app)
    app.processEvents()

    def heard(widget: QWidget) -> list[tuple[str, str, str]]:
        return [
            (type(part).__name__, part.accessibleName(), part.accessibleDescription())
            for part in widget.findChildren(QWidget)
            if isinstance(part, (Part, QLineEdit, QPlainTextEdit))
        ]

    assert heard(turned) == heard(born)


@pytest.mark.parametrize("dark", [False, True])
def test_a_live_theme_looks_like_one_worn_from_birth(
    app: QApplication, words: Words, qtbot, specimen, dark: bool
) -> None:
    _, build, size = specimen
    wear(app, Theme(dark=not dark, scale=2.0))
    turned = shown(build, words, size, app)
    qtbot.addWidget(turned)
    wear(app, Theme(dark=dark, scale=1.0))
    app.processEvents()
    turned = resized(turned, size, app)
    born = shown(build, words, size, app)
    qtbot.addWidget(born)
    for widget in (born, turned):
        focused = widget.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a blinking text cursor is no difference of theme
    places = [
        [(type(one).__name__, one.geometry().getRect()) for one in w.findChildren(QWidget) if one.isVisible()]
        for w in (turned, born)
    ]
    assert places[0] == places[1]
    assert turned.size() == born.size()
    assert turned.grab().toImage() == born.grab().toImage()


def resized(widget: QWidget, size: tuple[int, int], app: QApplication) -> QWidget:
    layout = widget.layout()
    for _ in range(4):  # words that wrap tell their height a turn of the event loop later
        height = size[1] or (layout.totalHeightForWidth(size[0]) if layout is not None else widget.height())
        widget.resize(size[0], height)
        app.processEvents()
    return widget

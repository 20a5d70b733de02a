"""Colours, letters, sheet and theme: what is promised is computed."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from konbit.window.look.style import ring_fault
from konbit.window.look.theme import Theme, running, wear
from konbit.window.look.tokens import DARK, LIGHT, PAIRS, Palette, contrast
from konbit.window.look.type import FAMILY, Role, load_fonts, scaled_points
from konbit.window.parts.lettering import fixed
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import TextEntry
from konbit.window.tongue import Words


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=[f"{a}-on-{b}" for a, b, _ in PAIRS])
def test_every_pair_is_readable(palette: Palette, ink: str, ground: str, least: float) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= least


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_red_and_amber_differ_in_nothing_but_shape_and_hue_so_no_pair_rests_on_them() -> None:
    # In grey they are nearly one: this is why a state is a shape and a word first.
    assert contrast(LIGHT.red, LIGHT.amber) < 1.5


@pytest.mark.parametrize(
    ("points", "scale", "expected"),
    [(9.5, 2, 19), (11, 2, 22), (16, 2, 29), (20, 2, 34.6), (16, 1, 16), (13, 1.5, 18.9)],
)
def test_large_letters_grow_less(points: float, scale: float, expected: float) -> None:
    assert scaled_points(points, scale) == pytest.approx(expected)


def test_headings_stay_above_text_at_every_scale() -> None:
    for scale in (1.0, 1.25, 1.5, 1.75, 2.0):
        sizes = [
            scaled_points(role.points, scale)
            for role in (Role.NOTE, Role.BODY, Role.SUB, Role.QUESTION, Role.TITLE)
        ]
        assert sizes == sorted(set(sizes))


def test_shipped_letters_are_the_ones_drawn(app: QApplication) -> None:
    assert load_fonts() == (FAMILY,)
    for role in Role:
        assert QFontInfo(Theme().font(role)).family() == FAMILY


def test_theme_changes_live(app: QApplication, words: Words, qtbot) -> None:
    entry = TextEntry(words)
    qtbot.addWidget(entry)
    wear(app, Theme(dark=True, scale=2.0))
    assert running() == Theme(dark=True, scale=2.0)
    assert entry.box.font().pointSizeF() == 22
    assert app.palette().window().color().name().upper() == DARK.ground
    wear(app, Theme())
    assert entry.box.font().pointSizeF() == 11
    assert app.palette().window().color().name().upper() == LIGHT.ground


def test_there_is_no_style_sheet(app: QApplication, qtbot) -> None:
    """With one, Qt polishes every widget anew at each change of theme (adr/0010)."""
    wear(app, Theme(dark=True))
    assert app.styleSheet() == ""


@pytest.mark.parametrize("dark", [False, True])
def test_a_theme_is_a_repaint_and_measures_nothing_anew(
    app: QApplication, words: Words, qtbot, monkeypatch: pytest.MonkeyPatch, dark: bool
) -> None:
    wear(app, Theme(dark=not dark))
    page = QWidget()
    qtbot.addWidget(page)
    label = Text(words, fixed("hola"), parent=page)
    page.show()
    measured: list[Text] = []
    monkeypatch.setattr(Text, "restyle", measured.append)
    wear(app, Theme(dark=dark))
    app.processEvents()
    assert measured == []
    pixels = label.grab().toImage()
    inks = {
        pixels.pixelColor(x, y).lightness() for x in range(pixels.width()) for y in range(pixels.height())
    }
    ink = LIGHT.ink if not dark else DARK.ink
    assert min(abs(one - QColor(ink).lightness()) for one in inks) < 12


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_text_box_is_drawn_from_the_tokens(app: QApplication, qtbot, palette: Palette) -> None:
    wear(app, Theme(dark=palette is DARK))
    box = QLineEdit()
    qtbot.addWidget(box)
    box.resize(200, 40)
    box.show()

    def edge() -> QColor:
        return box.grab().toImage().pixelColor(100, 0)

    assert edge() == QColor(palette.edge)
    assert box.grab().toImage().pixelColor(100, 20) == QColor(palette.sheet)
    ring_fault(box, True)
    assert edge() == QColor(palette.red)
    ring_fault(box, False)
    box.setEnabled(False)
    assert box.grab().toImage().pixelColor(100, 20) == QColor(palette.sunken)


def test_a_scroll_bar_has_no_arrows_and_a_handle_one_can_take(app: QApplication, qtbot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.resize(14, 300)
    bar.setRange(0, 100_000)
    bar.setPageStep(100)
    bar.setValue(100_000)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    control, parts = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl

    def place(part: QStyle.SubControl) -> QRect:
        return bar.style().subControlRect(control, option, part, bar)

    assert place(parts.SC_ScrollBarAddLine).isEmpty()
    assert place(parts.SC_ScrollBarSubLine).isEmpty()
    assert place(parts.SC_ScrollBarSlider) == QRect(0, 264, 14, 36)
    assert place(parts.SC_ScrollBarSubPage).height() == 264


def test_none_and_true_outlive_the_binding(app: QApplication, qtbot) -> None:
    """PySide6 6.12.0 on Python 3.11 takes a reference to None or a bool with each call (see immortals)."""
    label = QLabel()
    qtbot.addWidget(label)
    before = {one: sys.getrefcount(one) for one in (None, True, False)}
    for _ in range(20_000):
        label.setText("x")
        label.isEnabled()
        label.isVisible()
    for one, count in before.items():
        lost = count - sys.getrefcount(one)
        assert lost < 10_000 or sys.getrefcount(one) > 1 << 39, (one, lost)

"""Colours, letters, sheet and theme: what is promised is computed."""

from __future__ import annotations

import re
import sys

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from konbit.window.look.sheet import sheet
from konbit.window.look.theme import Theme, running, wear
from konbit.window.look.tokens import DARK, LIGHT, PAIRS, Palette, contrast
from konbit.window.look.type import FAMILY, Role, load_fonts, scaled_points


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


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_sheet_has_no_letter_sizes_and_only_tokens(palette: Palette) -> None:
    text = sheet(palette)
    assert "font" not in text
    assert "$" not in text
    assert set(re.findall(r"#[0-9A-F]{6}", text)) <= set(vars(palette).values())


def test_theme_changes_live(app: QApplication, qtbot) -> None:
    label, box = QLabel("hola"), QLineEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(box)
    wear(app, Theme(dark=True, scale=2.0))
    assert running() == Theme(dark=True, scale=2.0)
    qtbot.waitUntil(lambda: label.font().pointSizeF() == 22)
    assert app.palette().window().color().name().upper() == DARK.ground
    assert DARK.ground in app.styleSheet()
    wear(app, Theme())
    qtbot.waitUntil(lambda: label.font().pointSizeF() == 11)
    assert app.palette().window().color().name().upper() == LIGHT.ground


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

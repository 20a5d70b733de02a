"""The ring around what has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from konbit.window.parts.focus_ring import FocusRing


@pytest.fixture
def ringed(app: QApplication, qtbot) -> tuple[QWidget, list[QPushButton], FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [QPushButton(name) for name in "ab"]
    for button in buttons:
        column.addWidget(button)
    ring = FocusRing(window)
    window.show()
    qtbot.waitExposed(window)
    buttons[0].setFocus()
    return window, buttons, ring


def test_the_ring_waits_for_the_keyboard(ringed: tuple[QWidget, list[QPushButton], FocusRing]) -> None:
    _, buttons, ring = ringed
    assert not ring.isVisible()
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert ring.isVisible()
    assert ring.widget() is buttons[1]
    assert ring.geometry().contains(buttons[1].geometry())
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_no_ring_in_the_persons_window(ringed: tuple[QWidget, list[QPushButton], FocusRing]) -> None:
    _, buttons, ring = ringed
    ring.allow(False)
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert not ring.isVisible()

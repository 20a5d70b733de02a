"""The page around a card: its room, panel, footer and scrolling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from konbit.window.look.theme import Theme, wear
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.focus_ring import FocusRing
from konbit.window.parts.lettering import fixed, line
from konbit.window.parts.page import Page
from konbit.window.parts.question_card import QuestionCard
from konbit.window.parts.room import Room, room_for
from konbit.window.tongue import Words

from .questions import HOW


@pytest.mark.parametrize(
    ("width", "scale", "room"),
    [
        (1366, 1, Room.WIDE),
        (1366, 1.25, Room.MEDIUM),
        (1366, 2, Room.NARROW),
        (1100, 1, Room.WIDE),
        (799, 1, Room.NARROW),
        (2200, 2, Room.WIDE),
    ],
)
def test_room_is_width_over_scale(width: int, scale: float, room: Room) -> None:
    assert room_for(width, scale) is room


@pytest.fixture
def page(app: QApplication, words: Words, qtbot) -> Page:
    made = Page(words)
    qtbot.addWidget(made)
    made.set_footer(
        left=(QuietButton(words, line("ui.back", "Atrás")),),
        right=(PrimaryButton(words, line("ui.next", "Seguir")),),
    )
    made.resize(1366, 690)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_panel_becomes_a_counted_button_and_a_drawer(page: Page, qtbot) -> None:
    panel = QLineEdit()
    page.set_panel(panel, line("ui.missing", "¿Qué falta?"), count=3)
    assert panel.isVisible()
    assert page._panel_button.isHidden()
    page.resize(900, 690)
    assert page.room is Room.MEDIUM
    assert not panel.isVisible()
    assert page._panel_button.accessibleName() == "¿Qué falta? 3"
    page._panel_button.click()
    assert panel.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    page.resize(1366, 690)
    assert panel.isVisible()


def test_room_follows_the_letter(app: QApplication, page: Page, qtbot) -> None:
    with qtbot.waitSignal(page.room_changed) as got:
        wear(app, Theme(scale=2.0))
    assert got.args == [Room.NARROW]


def test_a_footer_holds_three_buttons(page: Page, words: Words) -> None:
    with pytest.raises(ValueError, match="3"):
        page.set_footer(left=tuple(QuietButton(words, fixed(str(at))) for at in range(4)))


def test_enter_goes_on_and_escape_back(page: Page, words: Words, qtbot) -> None:
    box = QLineEdit()
    page.add(box)
    box.setFocus()
    with qtbot.waitSignal(page.went_on):
        QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.went_back):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_no_false_scroll_bar(page: Page, words: Words, qtbot) -> None:
    from konbit.window.parts.text import Text

    page.add(Text(words, fixed("Una oración que se parte en varias líneas. " * 20)))
    qtbot.wait(1)
    assert page.view.verticalScrollBar().maximum() == 0
    page.add(Text(words, fixed("Una oración que se parte en varias líneas. " * 300)))
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    assert page.inside.width() <= page.view.viewport().width()


def test_what_takes_the_focus_is_brought_into_view(page: Page, words: Words, qtbot) -> None:
    boxes = [QLineEdit() for _ in range(60)]
    for box in boxes:
        page.add(box)
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    boxes[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert page.view.verticalScrollBar().value() > 0
    assert (
        page.view.viewport()
        .rect()
        .intersects(
            boxes[-1].rect().translated(boxes[-1].mapTo(page.view.viewport(), boxes[-1].rect().topLeft()))
        )
    )


def test_the_ring_is_not_cut_by_the_group_it_stands_in(page: Page, words: Words, qtbot) -> None:
    ring, card = FocusRing(page), QuestionCard(words)
    card.ask(HOW)
    page.add(card)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    answer = QApplication.focusWidget()
    assert ring.widget() is answer
    assert ring.parentWidget() is page.inside
    qtbot.waitUntil(lambda: page.inside.rect().contains(ring.geometry()))  # it moves with the layout
    assert ring.width() == answer.width() + 8

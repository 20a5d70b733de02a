"""The findings as they come, a piece a turn: each card once, nothing of the one before, no one followed who leaves."""

from __future__ import annotations

import findings_screen
from findings_screen import arrived, findings_on
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from konbit.window.parts.button import LinkButton
from konbit.window.screens.finding_cards import FOLDED, Group, cards_of
from konbit.window.tongue import Words
from konbit.work.office import Office

real, spoken = findings_screen.real, findings_screen.spoken


def test_nothing_of_another_case_stands_while_the_findings_come(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    screen.enter(None)
    assert screen.arriving
    assert not screen.cards.isVisible()
    assert not screen.detail.isVisible()
    arrived(screen)
    assert screen.cards.isVisible()
    assert screen.detail.isVisible()


def test_every_card_comes_once_and_in_order(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    for _ in range(2):
        wanted = [
            card.key for card in cards_of(screen.session.findings(), office.pack) if card.group not in FOLDED
        ]
        assert sorted(card.route.id for card in screen.cards.visible_cards()) == sorted(wanted)
        screen.enter(None)
        arrived(screen)


def test_another_card_is_told_whole_and_nothing_of_the_one_before(
    office: Office, spoken: Words, qtbot
) -> None:
    screen = findings_on("padre_27_meses", spoken, office, "ruta:rd")
    qtbot.addWidget(screen)
    keys = [card.key for card in cards_of(screen.session.findings(), office.pack) if card.kind != "plazo"]
    screen.choose(keys[0])
    screen.choose(keys[1])
    view = screen.detail.view
    assert view is not None and view.key == keys[1]
    assert not screen.detail.criteria
    arrived(screen)
    assert len(screen.detail.criteria) == min(view.first, len(view.criteria))


def test_a_group_unfolded_meanwhile_stays_whole(office: Office, spoken: Words, qtbot) -> None:
    spoken.speak("es")
    screen = findings_on("expulsion_nueve_dias", spoken, office)
    qtbot.addWidget(screen)
    screen.enter(None)
    for _ in range(3):
        QApplication.processEvents()
    fold = next(
        one
        for one in screen.cards.findChildren(LinkButton)
        if one.isVisible() and "No por ahora" in one.text()
    )
    fold.click()
    arrived(screen)
    closed = [
        card for card in cards_of(screen.session.findings(), office.pack) if card.group is Group.NOT_NOW
    ]
    assert all(screen.cards.widget_of(card.key) is not None for card in closed)


def test_the_other_criteria_come_and_the_keyboard_is_on_the_first_of_them(
    office: Office, spoken: Words, qtbot
) -> None:
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    key = next(
        f"ruta:{ident}" for ident, one in screen.session.findings().routes.items() if len(one.criteria) > 12
    )
    screen.choose(key)
    arrived(screen)
    view, before = screen.detail.view, len(screen.detail.criteria)
    assert view is not None
    more = next(
        one
        for one in screen.detail.findChildren(LinkButton)
        if one.isVisible() and "otros requisitos" in one.text()
    )
    qtbot.keyClick(more, Qt.Key.Key_Return)
    arrived(screen)
    assert len(screen.detail.criteria) == len(view.criteria)
    assert screen.detail.criteria[before].isAncestorOf(screen.focusWidget())
    assert not more.isVisible()


def test_who_leaves_is_not_followed_by_findings(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    screen.enter(None)
    screen.leave()
    assert not screen.arriving

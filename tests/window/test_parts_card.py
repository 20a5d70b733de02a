"""The question card: rebinding, keys, answers and not knowing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from konbit.window.parts.question import Reply
from konbit.window.parts.question_card import QuestionCard
from konbit.window.tongue import Words, switch

from .questions import CROSSED, HOW, LETTER


@pytest.fixture
def card(app: QApplication, words: Words, qtbot) -> Iterator[QuestionCard]:
    made = QuestionCard(words)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.ask(LETTER)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


def test_a_card_is_filled_again_with_the_same_widgets(card: QuestionCard) -> None:
    first = card.entry
    card.ask(HOW, "correo")
    assert card.reply() == Reply("como", "correo")
    card.ask(LETTER, "2018-06")
    assert card.entry is first
    assert card.reply() == Reply("carta", "2018-06")
    many = len(card.findChildren(QWidget))
    for _ in range(5):
        card.ask(HOW)
        card.ask(LETTER)
    assert len(card.findChildren(QWidget)) == many


def test_nothing_is_answered_before_it_is(card: QuestionCard) -> None:
    for question in (LETTER, HOW, CROSSED):
        card.ask(question)
        assert card.reply() == Reply(question.id)


def test_no_is_an_answer_and_not_its_absence(card: QuestionCard, qtbot) -> None:
    card.ask(CROSSED)
    card.take_focus()
    with qtbot.waitSignal(card.answered) as got:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert got.args == [Reply("paso", False)]
    assert card.reply().value is False


def test_not_knowing_takes_the_place_of_an_answer_and_gives_it_back(card: QuestionCard) -> None:
    card.ask(LETTER, "2018-06")
    card.unknown.take("no_sabe")
    assert card.reply() == Reply("carta", None, "no_sabe")
    card.unknown.take("no_sabe")
    assert card.reply() == Reply("carta", "2018-06")


def test_alt_n_says_not_known(card: QuestionCard) -> None:
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert card.reply().way == "no_sabe"


def test_a_way_that_is_not_allowed_has_no_key(card: QuestionCard) -> None:
    card.ask(HOW)
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert card.reply().way == ""


def test_a_fault_does_not_hold_back_not_knowing(card: QuestionCard) -> None:
    card.entry.set_value("2026-06-31")
    assert card.reveal()
    assert "31 de junio" in card.fault_said
    card.unknown.take("no_sabe")
    assert card.fault_said == ""
    assert card.reply().way == "no_sabe"


def test_a_faulty_value_is_not_answered(card: QuestionCard, qtbot) -> None:
    card.entry.set_value("2026-06-31")
    with qtbot.assertNotEmitted(card.answered):
        card.entry.left.emit()
    card.entry.set_value("2026-06-30")
    with qtbot.waitSignal(card.answered) as got:
        card.entry.left.emit()
    assert got.args == [Reply("carta", "2026-06-30")]


def test_f2_opens_why_and_shuts_it(card: QuestionCard) -> None:
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert card._why.is_open
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert not card._why.is_open
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
    assert not card._aloud.is_open  # nothing to say aloud here


def test_a_card_rewords_itself_and_keeps_the_answer(
    app: QApplication, card: QuestionCard, words: Words, qtbot
) -> None:
    card.ask(HOW, "correo")
    switch(words, "ht", app)
    qtbot.waitUntil(lambda: card.label == "Kijan lèt sa a te rive jwenn ou?")
    assert card.reply() == Reply("como", "correo")
    assert card.entry.group.answers[0].accessibleName() == "Pa imèl"
    switch(words, "es+ht", app)
    qtbot.waitUntil(lambda: card._label_beside.isVisible())
    assert card._label_beside.text() == "Kijan lèt sa a te rive jwenn ou?"

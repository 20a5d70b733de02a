"""Answers and the ways of not knowing: by key, by screen reader, in two tongues."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.lettering import line
from konbit.window.parts.unknown_row import WAYS, UnknownRow
from konbit.window.tongue import Words

CHOICES = (
    Choice("correo", line("demo.how.email", "Correo electrónico")),
    Choice("personal", line("demo.how.hand", "En persona")),
    Choice("ninguno", line("demo.bars.none", "Ninguno de estos"), alone=True),
)


@pytest.fixture
def group(app: QApplication, words: Words, qtbot) -> AnswerGroup:
    made = AnswerGroup(words)
    qtbot.addWidget(made)
    made.ask(CHOICES)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.take_focus()
    return made


def press(group: AnswerGroup, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or group, key)


def test_a_digit_chooses(group: AnswerGroup, qtbot) -> None:
    with qtbot.waitSignal(group.chosen) as got:
        press(group, Qt.Key.Key_2)
    assert got.args == [["personal"]]
    assert group.value() == ["personal"]


def test_a_digit_beyond_the_answers_does_nothing(group: AnswerGroup) -> None:
    press(group, Qt.Key.Key_7)
    assert group.value() == []


def test_arrows_look_and_do_not_choose(group: AnswerGroup, qtbot) -> None:
    with qtbot.waitSignal(group.looked_at) as got:
        press(group, Qt.Key.Key_Down)
    assert got.args == ["personal"]
    assert group.value() == []
    press(group, Qt.Key.Key_Up)
    press(group, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is group.answers[2]


class Screen(QWidget):
    """Counts the Enter keys that nothing on it used."""

    entered = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.entered += event.key() == Qt.Key.Key_Return


def test_space_and_first_enter_choose_second_enter_is_the_screens(
    app: QApplication, words: Words, qtbot
) -> None:
    screen = Screen()
    qtbot.addWidget(screen)
    group = AnswerGroup(words, parent=screen)
    group.ask(CHOICES)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    group.take_focus()
    press(group, Qt.Key.Key_Down)
    press(group, Qt.Key.Key_Return)
    assert (group.value(), screen.entered) == (["personal"], 0)
    press(group, Qt.Key.Key_Return)
    assert screen.entered == 1
    press(group, Qt.Key.Key_Up)
    press(group, Qt.Key.Key_Space)
    assert group.value() == ["correo"]


def test_many_toggles_and_none_of_these_stands_alone(group: AnswerGroup) -> None:
    group.ask(CHOICES, many=True)
    press(group, Qt.Key.Key_1)
    press(group, Qt.Key.Key_2)
    assert group.value() == ["correo", "personal"]
    press(group, Qt.Key.Key_3)
    assert group.value() == ["ninguno"]
    press(group, Qt.Key.Key_1)
    assert group.value() == ["correo"]
    press(group, Qt.Key.Key_1)
    assert group.value() == []


def test_screen_reader_hears_radio_and_check(group: AnswerGroup) -> None:
    heard = QAccessible.queryAccessibleInterface(group.answers[0])
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == "Correo electrónico"
    assert "tecla 1" in heard.text(QAccessible.Text.Description)
    group.ask(CHOICES, many=True, chosen=["correo"])
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.state().checked


def test_names_follow_the_tongue(group: AnswerGroup, words: Words) -> None:
    words.speak("ht")
    group.answers[0].retranslate()
    assert group.answers[0].accessibleName() == "Pa imèl"


def test_refilled_not_rebuilt(group: AnswerGroup) -> None:
    before = group.answers
    group.ask(CHOICES[:2], chosen=["personal"])
    assert group.answers == before[:2]
    assert before[2].isHidden()
    assert group.value() == ["personal"]


def test_proposed_is_not_chosen(group: AnswerGroup) -> None:
    group.propose("personal")
    assert group.value() == []
    assert "Propuesta" in group.answers[1].accessibleDescription()
    group.propose("")
    assert "Propuesta" not in group.answers[1].accessibleDescription()


def test_targets_are_large(group: AnswerGroup) -> None:
    assert all(answer.height() >= 46 for answer in group.answers)


@pytest.fixture
def row(app: QApplication, words: Words, qtbot) -> UnknownRow:
    made = UnknownRow(words)
    qtbot.addWidget(made)
    made.resize(420, 200)
    made.show()
    return made


def test_one_way_at_a_time_and_taken_back(row: UnknownRow, qtbot) -> None:
    row.take("no_sabe")
    row.take("reserva")
    assert row.value() == "reserva"
    with qtbot.waitSignal(row.chosen) as got:
        row.take("reserva")
    assert got.args == [""]


def test_a_way_not_allowed_keeps_its_place(row: UnknownRow, qtbot) -> None:
    places = {way: row.way(way).geometry() for way in WAYS}
    row.ask(allowed=["no_sabe", "espera_documento"])
    row.resize(421, 200)
    qtbot.wait(0)
    assert row.way("reserva").isHidden()
    assert row.way("espera_documento").geometry().top() == places["espera_documento"].top()
    row.take("reserva")
    assert row.value() == ""


def test_ways_are_named_in_the_tongue_on_screen(row: UnknownRow, words: Words) -> None:
    assert [row.way(way).accessibleName() for way in WAYS] == [
        "No sabe",
        "Prefiere no decir",
        "Espera documento",
    ]
    words.speak("ht")
    row.retranslate()
    assert row.way("no_sabe").accessibleName() == "Pa konnen"
    heard = QAccessible.queryAccessibleInterface(row.way("no_sabe"))
    assert heard.role() in (QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)


def test_the_person_speaks_for_herself(app: QApplication, words: Words, qtbot) -> None:
    hers = UnknownRow(words, voice="client")
    qtbot.addWidget(hers)
    assert hers.way("no_sabe").accessibleName() == "No sé"

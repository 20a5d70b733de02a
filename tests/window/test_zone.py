"""A passport's zone in the interview: pasted, scanned or typed; shown field by field; kept only at a person's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from konbit.case.answers import Source, person
from konbit.law.mrz import check_digit
from konbit.window.desk import Desk
from konbit.window.screens.interview import InterviewScreen

from .answering import Key, at, begin, desk_with, press, state, value_of


def zone(name: str = "DESROSIERS<<WILNER", number: str = "RD4521870") -> str:
    """A made-up Haitian passport with right check digits."""
    birth, expires = "850312", "300101"
    second = f"{number}{check_digit(number)}HTI{birth}{check_digit(birth)}M{expires}{check_digit(expires)}"
    return f"{'P<HTI' + name:<44}".replace(" ", "<") + "\n" + f"{second:<43}".replace(" ", "<") + "6"


class Scanner:
    """Types as a scanner does: 5 ms a letter, Enter after each line."""

    def __init__(self, screen: InterviewScreen) -> None:
        self.now = 1_000_000
        self.screen = screen
        screen.documents.listener._clock = lambda: self.now

    def types(self, text: str, *, pace: int = 5, enter: bool = True) -> None:
        for letter in text + ("\n" if enter else ""):
            self.now += pace
            key = Key.Key_Return if letter == "\n" else ord(letter)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                said = "\r" if letter == "\n" else letter
                event = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, said)
                QApplication.sendEvent(QApplication.focusWidget(), event)
        QApplication.processEvents()


def paste() -> None:
    press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_zone_is_shown_before_anything_is_kept(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    before = state(desk).case
    QGuiApplication.clipboard().setText(zone())
    paste()
    overlay = screen.documents.overlay
    assert overlay.is_open
    assert state(desk).case is before
    assert [answer.isChecked() for answer in overlay.group.answers] == [True] * 9
    press(Key.Key_Return)
    assert not overlay.is_open
    assert value_of(desk, "nombres") == "Wilner"
    answer = state(desk).answer_of("doc_numero")
    assert answer is not None and (answer.value, answer.source) == ("RD4521870", Source.DOCUMENT)
    assert screen.cards[0].entry.value() == "Wilner"


def test_esc_keeps_nothing_and_the_focus_comes_back(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    box = QApplication.focusWidget()
    before = state(desk).case
    QGuiApplication.clipboard().setText(zone())
    paste()
    press(Key.Key_Escape)
    assert not screen.documents.overlay.is_open
    assert state(desk).case is before
    assert QApplication.focusWidget() is box
    assert desk.shown == "interview"


def test_a_scanner_in_a_text_box_leaves_no_letter_there(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    press("Wil")
    shown = screen.facts_shown()
    Scanner(screen).types(zone())
    assert screen.documents.overlay.is_open
    assert screen.facts_shown() == shown
    assert screen.cards[0].entry.value() == "Wil"
    press(Key.Key_Return)
    both = state(desk).case.disagreement(person("p1"), "nombres")
    assert {(one.value, one.source) for one in both} == {("Wilner", Source.DOCUMENT), ("Wil", Source.SAID)}


def test_a_scanner_over_answers_answers_none_of_them(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    Scanner(screen).types(zone("D<CRUZ<<ANA", "AB1122334").replace("\n", ""))
    assert screen.documents.overlay.is_open
    assert state(desk).answer_of("omision_persistente") is None


def test_a_scanner_in_a_date_is_heard_though_the_boxes_are_short(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "fecha_nacimiento")
    screen.cards_shown[0].take_focus()
    Scanner(screen).types(zone().replace("<", ";"))
    assert screen.documents.overlay.is_open
    assert all(box.text() == "" for box in screen.cards_shown[0].entry.boxes() if isinstance(box, QLineEdit))


def test_what_looks_like_a_zone_and_is_none_is_typed_after_all(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    Scanner(screen).types("P<HTIDESROS", enter=False)
    assert screen.documents.listener.holding
    qtbot.waitUntil(lambda: not screen.documents.listener.holding)
    assert screen.cards[0].entry.value() == "P<HTIDESROS"
    assert screen.documents._overlay is None


def test_a_person_at_the_keys_is_never_held_up(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    Scanner(screen).types("P<HTIDESROS1", pace=90, enter=False)
    assert not screen.documents.listener.holding
    assert screen.cards[0].entry.value() == "P<HTIDESROS1"


def test_a_zone_dropped_into_the_telling_is_taken_out_again(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "relato")
    press("Vine en 2016.")
    box = screen.cards[0].entry.boxes()[0]
    box.insertPlainText(" " + zone())  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: screen.documents.overlay.is_open)
    assert screen.cards[0].entry.value() == "Vine en 2016."


def test_a_check_digit_that_does_not_fit_is_told_and_not_marked(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = at(desk_with(desk), "nombres")
    text = zone()
    place = text.index("RD4521870") + 9
    wrong = "1" if text[place] != "1" else "2"
    screen.documents.hear(text[:place] + wrong + text[place + 1 :])
    overlay = screen.documents.overlay
    number = next(one for one in overlay.group.answers if one.choice.id == "doc_numero")
    assert not number.isChecked()
    assert "dígito de control" in number.accessibleDescription()
    press(Key.Key_Return)
    assert value_of(desk, "doc_numero") is None
    assert value_of(desk, "nombres") == "Wilner"


def test_what_cannot_be_read_says_why_and_keeps_the_letters(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = at(desk_with(desk), "nombres")
    screen.documents.ask()
    overlay = screen.documents.overlay
    overlay.entry.set_value("P<HTIDESROSIERS")
    overlay.act()
    assert "zona de lectura" in overlay._fault.said
    assert overlay.entry.value() == "P<HTIDESROSIERS"
    overlay.entry.set_value(zone())
    press(Key.Key_Return)
    assert overlay.group.isVisible()


def test_all_that_was_kept_is_undone_at_once(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    screen.documents.hear(zone())
    press(Key.Key_Return)
    assert value_of(desk, "nombres") == "Wilner"
    desk.undo()
    assert value_of(desk, "nombres") is None
    assert value_of(desk, "doc_numero") is None


def test_the_tab_key_stays_inside(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    screen.documents.hear(zone())
    overlay = screen.documents.overlay
    for _ in range(15):
        press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None and overlay.isAncestorOf(focus)


def test_in_a_list_it_is_said_that_it_is_not_for_the_list(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    begin(desk, "todo")
    screen = at(desk, "hijo")
    screen.list_card.add_button.click()
    screen.documents.hear(zone())
    assert screen.documents._overlay is None
    assert "En una lista" in screen.cards_shown[0].fault_said


@pytest.mark.parametrize(("run", "doubted"), [("26123456-4", False), ("100200300-3", True)])
def test_a_doubt_stands_under_the_answer_and_holds_nobody_up(
    make_desk: Callable[..., Desk], run: str, *, doubted: bool
) -> None:
    desk = make_desk("es")
    screen = at(desk_with(desk), "run")
    press(run)
    press(Key.Key_Return)
    assert value_of(desk, "run") == run
    assert screen.facts_shown() != ("run",) or desk.shown == "review"
    screen = at(desk, "run")
    card = next(one for one in screen.cards_shown if one.question.id == "run")
    assert ("IPE" in card.doubt_said) is doubted
    at(desk, "nombres")
    assert not any(card.doubt_said for card in screen.cards_shown)

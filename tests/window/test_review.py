"""The review: unknowns first, one row a screen, and a change that says what it does before it is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from konbit.case.answers import NotKnown
from konbit.window.desk import Desk
from konbit.window.screens.interview import InterviewScreen
from konbit.window.screens.review import ReviewScreen
from konbit.window.screens.review_rows import groups, put_aside, unknowns
from konbit.work.cases import save_case
from konbit.work.demo import example_cases

Key = Qt.Key


def example(desk: Desk, stem: str = "padre_27_meses") -> ReviewScreen:
    office = desk.session.require_office()
    case = example_cases(office)[stem]
    path = desk.session.folder / f"{case.code}.json"
    save_case(case, path)
    desk.session.open(path)
    desk.go("review")
    return review_of(desk)


def review_of(desk: Desk) -> ReviewScreen:
    """The review once all its rows stand."""
    screen = desk.screen_named("review")
    assert isinstance(screen, ReviewScreen)
    while screen.arriving:
        QApplication.processEvents()
    QApplication.processEvents()
    return screen


def interview_of(desk: Desk) -> InterviewScreen:
    screen = desk.screen_named("interview")
    assert isinstance(screen, InterviewScreen)
    QApplication.processEvents()
    return screen


def said(screen: ReviewScreen) -> str:
    return "\n".join(line for row in screen.rows for line in row.said)


def test_every_answer_that_counts_stands_there_once(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = example(desk)
    text = said(screen)
    assert "Nombres: Wilner" in text
    assert "agosto de 2016" in text
    assert "Naïma Desrosiers" in text
    assert "ninguno (" in text
    interview = desk.session.interview
    assert interview is not None
    told = [one.fact for group in groups(interview) for one in group.answers]
    assert len(told) == len(set(told))


def test_unknowns_come_first_and_lead_to_their_question(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    example(desk)
    interview = desk.session.interview
    assert interview is not None
    desk.session.take(interview.not_known("fecha_ingreso", NotKnown.DOES_NOT_KNOW))
    desk.go("review")
    screen = review_of(desk)
    assert len(screen.unknown_links) == 1
    assert "Fecha de la última entrada a Chile: No sabe" in screen.unknown_links[0].text()
    screen.unknown_links[0].click()
    assert desk.shown == "interview"
    assert "fecha_ingreso" in interview_of(desk).facts_shown()


def test_enter_on_a_row_changes_it_and_comes_back(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = example(desk)
    row = next(row for row in screen.rows if any("Nombres" in line for line in row.said))
    row.button.setFocus()
    QTest.keyClick(row.button, Key.Key_Return)
    asking = interview_of(desk)
    assert desk.shown == "interview"
    assert "nombres" in asking.facts_shown()
    card = next(card for card in asking.cards_shown if card.question.id == "nombres")
    card.entry.boxes()[0].setText("Wilner Jean")
    asking.next()
    assert desk.shown == "review"
    assert "Nombres: Wilner Jean" in said(review_of(desk))
    back = next(row for row in screen.rows if any("Nombres" in line for line in row.said))
    assert back.button.hasFocus()


def test_a_change_says_what_it_does_before_it_is_kept(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = example(desk)
    row = next(row for row in screen.rows if any("Última noticia" in line for line in row.said))
    row.button.click()
    asking = interview_of(desk)
    if "ultima_comunicacion" not in asking.facts_shown():
        asking.next()
    card = next(card for card in asking.cards_shown if card.question.id == "ultima_comunicacion")
    card.entry.set_value("2026-11-20")
    asking.next()
    assert desk.shown == "interview"
    assert not asking.notice.isHidden()
    assert "El plazo pasa del 10 de diciembre de 2026 al 20 de diciembre de 2026" in asking.notice.said
    interview = desk.session.interview
    assert interview is not None
    assert interview.answer_of("ultima_comunicacion").value.text == "2026-11-10"  # type: ignore[union-attr]
    asking.notice.leave_button.click()
    assert desk.session.interview is interview
    card.entry.set_value("2026-11-20")
    asking.next()
    QTest.keyClick(asking.notice.keep_button, Key.Key_Return)
    assert desk.shown == "review"
    assert "20 de noviembre de 2026" in said(review_of(desk))


def test_what_does_not_count_now_is_named_apart(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = example(desk)
    interview = desk.session.interview
    assert interview is not None
    interview = interview.answered("detenido", True).answered("detencion_desde", "2026-11-23T09:30")
    desk.session.take(interview.answered("detenido", False))
    desk.go("review")
    assert desk.session.interview is not None
    assert put_aside(desk.session.interview) == ("detencion_desde",)
    assert screen._aside.isVisible()
    assert "09:30" not in said(screen)
    assert not unknowns(desk.session.interview)


def test_enter_goes_on_to_the_result(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = example(desk)
    gone: list[tuple[str, object]] = []
    screen.went.disconnect(desk.go)
    screen.went.connect(lambda name, what: gone.append((name, what)))
    assert screen.result_button.hasFocus()
    QTest.keyClick(screen.result_button, Key.Key_Return)
    assert gone == [("findings", None)]


@pytest.mark.parametrize("tongue", ["es", "ht", "es+ht"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_room(make_desk: Callable[..., Desk], tongue: str, scale: float) -> None:
    desk = make_desk(tongue, scale=scale, dark=scale > 1)
    screen = example(desk)
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
        if widget.isVisible() and widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), (widget, widget.accessibleName())

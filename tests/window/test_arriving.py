"""What is built a few pieces a turn: never more at once, nothing after one has gone on, and the keyboard meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from konbit.law.pack import Pack
from konbit.window.desk import Desk
from konbit.window.look.theme import Theme
from konbit.window.parts import text as text_module
from konbit.window.parts.at_once import at_once
from konbit.window.parts.batches import Batches
from konbit.window.parts.lettering import fixed
from konbit.window.screens.case_rows_view import CaseDelegate
from konbit.window.screens.review import EACH, FIRST, ReviewScreen
from konbit.window.screens.review_row import ReviewRow
from konbit.window.screens.review_rows import groups
from konbit.window.tongue import Words
from konbit.work.case_list import CaseLine
from konbit.work.cases import save_case
from konbit.work.demo import example_cases


def at_review(desk: Desk, stem: str = "padre_27_meses") -> ReviewScreen:
    case = example_cases(desk.session.require_office())[stem]
    path = desk.session.folder / f"{case.code}.json"
    save_case(case, path)
    desk.session.open(path)
    QApplication.processEvents()
    desk.go("review")
    screen = desk.screen_named("review")
    assert isinstance(screen, ReviewScreen)
    return screen


def let_arrive(screen: ReviewScreen) -> None:
    while screen.arriving:
        QApplication.processEvents()


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[ReviewRow]:
    """The rows in the order in which they were filled."""
    filled: list[ReviewRow] = []
    fill = ReviewRow.show_group

    def noted(row: ReviewRow, group: object) -> None:
        filled.append(row)
        fill(row, group)  # type: ignore[arg-type]

    monkeypatch.setattr(ReviewRow, "show_group", noted)
    return filled


def test_the_review_fills_few_rows_a_turn(make_desk: Callable[..., Desk], built: list[ReviewRow]) -> None:
    screen = at_review(make_desk("es"))
    assert len(built) == FIRST
    turns = [len(built)]
    while screen.arriving:
        QApplication.processEvents()
        turns.append(len(built) - sum(turns))
    assert max(turns[1:]) <= EACH
    interview = screen.session.interview
    assert interview is not None
    assert len(screen.rows) == len(groups(interview)) > FIRST
    assert all(row.button.accessibleName().count(":") >= 1 for row in screen.rows)


def test_the_first_rows_and_the_focus_are_there_before_the_others(make_desk: Callable[..., Desk]) -> None:
    screen = at_review(make_desk("es"))
    assert screen.arriving
    assert screen.result_button.hasFocus()
    assert len(screen.rows) == FIRST
    QTest.keyClick(screen, Qt.Key.Key_Down)
    first = screen.rows[0].button
    assert first.hasFocus()
    place = screen.view.verticalScrollBar().value()
    let_arrive(screen)
    assert first.hasFocus()
    assert screen.view.verticalScrollBar().value() == place


def test_who_goes_on_is_not_followed_by_rows(make_desk: Callable[..., Desk], built: list[ReviewRow]) -> None:
    desk = make_desk("es")
    screen = at_review(desk)
    desk.go("findings")
    assert not screen.arriving
    count = len(built)
    for _ in range(5):
        QApplication.processEvents()
    assert len(built) == count
    desk.go("review")
    let_arrive(screen)
    interview = desk.session.interview
    assert interview is not None
    assert len(screen.rows) == len(groups(interview))


def test_coming_back_to_a_late_row_finds_it(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = at_review(desk)
    let_arrive(screen)
    last = screen.rows[-1]
    fact = last.facts[0]
    last.button.click()
    desk.go("review")
    assert next(row for row in screen.rows if fact in row.facts).button.hasFocus()


def test_a_long_wait_is_told_and_the_notice_goes(make_desk: Callable[..., Desk]) -> None:
    screen = at_review(make_desk("es"))
    screen._batches.slow.emit()
    interview = screen.session.interview
    assert interview is not None
    count = len(groups(interview))
    assert screen._arriving.text() == f"Respuestas a la vista: {FIRST} de {count}"
    QApplication.processEvents()
    assert screen._arriving.text() == f"Respuestas a la vista: {FIRST + EACH} de {count}"
    let_arrive(screen)
    assert screen._arriving.isHidden()


def test_batches_take_one_step_a_turn_and_can_be_dropped(app: QApplication) -> None:
    owner = QObject()
    batches, taken, ready = Batches(owner), list[str](), list[bool]()

    def steps(name: str, count: int) -> Iterator[None]:
        for _ in range(count):
            taken.append(name)
            yield

    batches.ready.connect(lambda: ready.append(True))
    batches.begin(steps("a", 3))
    assert taken == ["a"]
    batches.begin(steps("b", 3))
    assert taken == ["a", "b"]
    while batches.busy:
        before = len(taken)
        app.processEvents()
        assert len(taken) <= before + 1
    assert taken == ["a", "b", "b", "b"]
    assert ready == [True]
    batches.begin(steps("c", 3))
    batches.stop()
    app.processEvents()
    assert taken[4:] == ["c"]
    batches.begin(steps("d", 3))
    batches.finish()
    assert taken[5:] == ["d", "d", "d"]
    assert ready == [True, True]


def test_a_step_that_fails_is_the_last(app: QApplication) -> None:
    batches = Batches(QObject(app))

    def steps() -> Iterator[None]:
        raise ValueError("made up")
        yield

    with pytest.raises(ValueError, match="made up"):
        batches.begin(steps())
    assert not batches.busy


def test_rows_shown_at_once_are_laid_out_once(app: QApplication, qtbot) -> None:
    class Counting(QVBoxLayout):
        times = 0

        def setGeometry(self, rect: QRect) -> None:  # noqa: N802
            Counting.times += 1
            super().setGeometry(rect)

    card = QWidget()
    qtbot.addWidget(card)
    card.resize(300, 600)
    column = Counting(card)
    card.show()
    app.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    Counting.times = 0
    with at_once(card):
        for _ in range(20):
            row = QWidget(card)
            row.setMinimumHeight(5)
            column.addWidget(row)
            row.show()
        assert Counting.times == 0
    assert Counting.times == 1
    assert column.itemAt(19).geometry().y() > column.itemAt(0).geometry().y()


def test_the_next_screens_are_made_one_a_turn(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk("es")
    assert set(desk._screens) == {"cases"}
    desk._ahead._imported(None)
    made = [len(desk._screens)]
    while desk._ahead._batches.busy:
        QApplication.processEvents()
        made.append(len(desk._screens))
    assert max(after - before for before, after in pairwise(made)) == 1
    assert {"reasons", "interview", "review", "findings", "papers", "days"} < set(desk._screens)
    assert desk.shown == "cases"


def test_a_text_that_fits_is_set_once_and_the_same_words_not_again(
    app: QApplication, qtbot, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[float] = []
    first = text_module.Block

    def counted(paragraphs: object, width: float, **named: object) -> object:
        widths.append(width)
        return first(paragraphs, width, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(text_module, "Block", counted)
    text = text_module.Text(words, fixed("Nombres"))
    qtbot.addWidget(text)
    heights = {text.heightForWidth(width) for width in (120, 300, 301, 900)} | {text.sizeHint().height()}
    assert len(heights) == 1
    assert len(widths) == 1
    assert text.heightForWidth(20) > heights.pop()
    text.say(fixed("Nombres"))
    text.heightForWidth(300)
    assert len(widths) == 2
    text.say(fixed("Apellidos"))
    text.heightForWidth(300)
    assert len(widths) == 3


def test_a_page_out_of_sight_is_right_when_it_is_shown_again(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("es")
    screen = at_review(desk)
    let_arrive(screen)
    desk.go("cases")
    desk.speak("es+ht")
    desk.apply(desk.settings.larger(2))
    QApplication.processEvents()
    desk.go("review")
    let_arrive(screen)
    QApplication.processEvents()
    inside = screen.inside
    assert inside.height() >= inside.heightForWidth(inside.width())
    assert all(row.height() >= row.heightForWidth(row.width()) for row in screen.rows)


def test_a_long_list_of_cases_is_measured_a_few_rows_a_turn_and_once(
    make_desk: Callable[..., Desk], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[object] = []
    place = CaseDelegate._place

    def noted(delegate: CaseDelegate, theme: Theme, pack: Pack, line: CaseLine, width: int) -> object:
        measured.append(line.code)
        return place(delegate, theme, pack, line, width)

    monkeypatch.setattr(CaseDelegate, "_place", noted)
    desk = make_desk("es")
    case = example_cases(desk.session.require_office())["padre_27_meses"]
    for number in range(40):
        save_case(replace(case, code=f"Z-{number:02d}"), desk.session.folder / f"Z-{number:02d}.json")
    desk.go("cases")
    view = desk.screen_named("cases").view_of_cases  # type: ignore[attr-defined]
    desk.finish()
    most = 0
    while len(set(measured)) < 40:
        before = len(measured)
        QApplication.processEvents()
        most = max(most, len(measured) - before)
    assert most <= 20  # a batch of ten, and the ten in sight when the list gets its scroll bar
    qtbot.waitUntil(lambda: not desk.background.busy)
    QApplication.processEvents()
    measured.clear()
    desk.go("cases")
    desk.finish()
    qtbot.waitUntil(lambda: not desk.background.busy)
    for _ in range(8):
        QApplication.processEvents()
    assert not measured
    assert view.cases.rowCount() == 40
    desk.speak("ht")
    view.visualRect(view.cases.index(39, 0))
    for _ in range(8):
        QApplication.processEvents()
    assert set(measured) == {f"Z-{number:02d}" for number in range(40)}

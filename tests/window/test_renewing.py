"""Another tongue or letter: what is in sight first and at once, all else a few parts a turn; nothing is lost or twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from konbit.window.desk import Desk
from konbit.window.look.theme import Theme, put_on, wear
from konbit.window.look.type import Role
from konbit.window.parts.columns import Column
from konbit.window.parts.lettering import fixed
from konbit.window.parts.part import Part
from konbit.window.parts.progress_line import ProgressLine
from konbit.window.parts.renewing import Renewing
from konbit.window.parts.scroll import Scroll
from konbit.window.parts.text import Text
from konbit.window.tongue import Words

ROWS = 40


class Row(Part, QWidget):
    """A row among many, whose name repeats the words in it."""

    def __init__(self, words: Words, number: int) -> None:
        super().__init__()
        self.text = Text(words, lambda words: words("ui.next", "Seguir"), Role.BODY, parent=self)
        self.number = number
        self.column = Column(self)
        self.column.addWidget(self.text)
        self.settle(words)

    def retranslate(self) -> None:
        self.setAccessibleName(f"{self.number} {self.text.said}")


class Pages:
    """A window with one long page in sight and one that is not."""

    def __init__(self, words: Words) -> None:
        self.window = QWidget()
        self.window.resize(400, 300)
        place = QVBoxLayout(self.window)
        self.rows = [Row(words, at) for at in range(ROWS)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        for row in self.rows:
            column.addWidget(row)
        self.page = Scroll(inside, self.window)
        self.other = Text(words, lambda words: words("ui.next", "Seguir"), parent=self.window)
        self.other.hide()
        place.addWidget(self.page)
        tick = count()
        # A clock that jumps: every part fills a turn.
        self.renewing = Renewing(
            self.window, lambda: (self.page, self.other), clock=lambda: float(next(tick))
        )

    def said(self) -> list[str]:
        return [str(row.text.said) for row in self.rows]


@pytest.fixture
def pages(app: QApplication, words: Words, qtbot) -> Iterator[Pages]:
    made = Pages(words)
    qtbot.addWidget(made.window)
    made.window.show()
    app.processEvents()
    yield made
    made.renewing.finish()


def in_sight(pages: Pages) -> list[Row]:
    return [row for row in pages.rows if not row.visibleRegion().isEmpty()]


def test_what_is_in_sight_is_renewed_before_anything_is_painted(
    app: QApplication, words: Words, pages: Pages
) -> None:
    seen = in_sight(pages)
    assert 1 < len(seen) < ROWS
    words.speak("ht")
    pages.renewing.begin(words=True)
    new = str(words("ui.next", "Seguir"))
    assert not pages.window.updatesEnabled()
    while not pages.window.updatesEnabled():
        app.processEvents()
    assert all(str(row.text.said) == new for row in seen)
    assert pages.renewing.busy
    assert pages.said().count(new) < ROWS


def test_in_the_end_all_is_renewed_also_what_repeats_other_words(words: Words, pages: Pages) -> None:
    words.speak("ht")
    pages.renewing.begin(words=True)
    pages.renewing.finish()
    new = str(words("ui.next", "Seguir"))
    assert pages.said() == [new] * ROWS
    assert [row.accessibleName() for row in pages.rows] == [f"{at} {new}" for at in range(ROWS)]
    assert str(pages.other.said) == new


def test_letters_end_up_as_if_worn_from_birth(app: QApplication, words: Words, qtbot, pages: Pages) -> None:
    put_on(app, Theme(scale=2.0))
    pages.renewing.begin(looks=True)
    pages.renewing.finish()
    app.processEvents()
    born = Pages(words)
    qtbot.addWidget(born.window)
    born.window.show()
    app.processEvents()
    assert [row.geometry() for row in pages.rows] == [row.geometry() for row in born.rows]


def test_what_is_out_of_sight_is_not_measured_before_its_turn(app: QApplication, pages: Pages) -> None:
    last = pages.rows[-1]
    before = last.text.heightForWidth(300)
    put_on(app, Theme(scale=2.0))
    pages.renewing.begin(looks=True)
    assert last.text.heightForWidth(200) == before
    pages.renewing.finish()
    assert last.text.heightForWidth(300) > before


def test_a_second_change_meanwhile_is_not_lost(words: Words, pages: Pages, app: QApplication) -> None:
    words.speak("ht")
    pages.renewing.begin(words=True)
    put_on(app, Theme(scale=2.0))
    pages.renewing.begin(looks=True)
    pages.renewing.finish()
    new = str(words("ui.next", "Seguir"))
    assert pages.said() == [new] * ROWS
    assert pages.rows[-1].text.heightForWidth(300) > 30


def test_a_page_scrolled_down_keeps_its_place(app: QApplication, pages: Pages) -> None:
    bar = pages.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    app.processEvents()
    first = in_sight(pages)[1]
    put_on(app, Theme(scale=1.5))
    pages.renewing.begin(looks=True)
    pages.renewing.finish()
    app.processEvents()
    assert first in in_sight(pages)


def test_who_goes_to_another_screen_is_told_of_no_progress_of_the_old(pages: Pages, words: Words) -> None:
    told: list[tuple[int, int]] = []
    pages.renewing.went.connect(lambda done, of: told.append((done, of)))
    words.speak("ht")
    pages.renewing.begin(words=True)
    pages.renewing._be_slow()
    pages.renewing.go_on()
    assert told[-1] == (0, 0)
    pages.renewing.finish()
    assert pages.said() == [str(words("ui.next", "Seguir"))] * ROWS


def test_the_line_shows_how_far_it_is_and_goes(app: QApplication, words: Words, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    line = ProgressLine(words, fixed("Se ajusta"), window)
    window.show()
    assert line.isHidden()
    line.at(1, 4)
    assert line.isVisible()
    assert (line.width(), line.share, line.accessibleName()) == (200, 0.25, "Se ajusta")
    line.at(4, 4)
    assert line.isHidden()


def test_a_row_that_sleeps_keeps_its_height(app: QApplication, words: Words, qtbot) -> None:
    row = Row(words, 1)
    qtbot.addWidget(row)
    row.resize(300, 40)
    row.show()
    height = row.column.heightForWidth(300)
    row.column.sleep()
    wear(app, Theme(scale=2.0))
    assert row.column.heightForWidth(300) == height
    row.column.wake()
    assert row.column.heightForWidth(300) > height


def test_a_screen_that_was_out_of_sight_stands_new_when_it_is_shown(
    make_desk: Callable[..., Desk], qtbot
) -> None:
    desk = make_desk("es")
    desk.go("reasons")
    desk.go("cases")
    desk.speak("ht")
    desk.go("reasons")
    qtbot.waitUntil(lambda: not desk.renewing.busy)
    said = str(desk.words("ui.reasons", "¿Qué le trae?"))
    texts = [str(one.said) for one in desk.screen_named("reasons").findChildren(Text)]
    assert said in texts

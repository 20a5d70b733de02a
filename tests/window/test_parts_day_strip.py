"""The days of a count."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from konbit.window.parts.day_strip import Day, DayKind, DayStrip
from konbit.window.parts.lettering import fixed
from konbit.window.parts.room import Room
from konbit.window.tongue import Words


def count_of(days: int, today: date, words: Words) -> DayStrip:
    start = date(2026, 11, 10)
    strip = DayStrip(words)
    counted = [Day(start, None, DayKind.EVENT, fixed("correo"))]
    counted += [Day(start + timedelta(days=at), at, DayKind.COUNTS) for at in range(1, days + 1)]
    strip.show_days(counted, today=today, due=start + timedelta(days=days))
    return strip


def test_thirteen_tiles_are_a_line_more_are_weeks(app: QApplication, words: Words, qtbot) -> None:
    line_of, weeks = count_of(12, date(2026, 11, 12), words), count_of(13, date(2026, 11, 12), words)
    for strip in (line_of, weeks):
        qtbot.addWidget(strip)
    assert len({tile.box.y() for tile in line_of._tiles(1300)[0]}) == 1
    tiles = weeks._tiles(1300)[0]
    assert len({tile.box.y() for tile in tiles}) == 3
    assert {tile.day.date.weekday() for tile in tiles if tile.box.x() == 0} == {0}


def test_when_narrow_the_count_starts_at_this_week(app: QApplication, words: Words, qtbot) -> None:
    strip = count_of(30, date(2026, 11, 23), words)
    qtbot.addWidget(strip)
    strip.set_room(Room.NARROW)
    tiles, _, folded = strip._tiles(700)
    assert tiles[0].day.date == date(2026, 11, 23)
    assert folded == 13


def test_the_count_is_told_day_by_day(app: QApplication, words: Words, qtbot) -> None:
    strip = count_of(10, date(2026, 11, 19), words)
    qtbot.addWidget(strip)
    heard = QAccessible.queryAccessibleInterface(strip)
    assert "viernes 20 de noviembre de 2026" in heard.text(QAccessible.Text.Name)
    told = heard.text(QAccessible.Text.Description)
    assert "martes 10 de noviembre de 2026: correo" in told
    assert "viernes 20 de noviembre de 2026: VENCE · 10" in told

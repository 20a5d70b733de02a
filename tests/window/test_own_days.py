"""The clinic's own days in the window: kept, counted anew beside it, and never a wall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from konbit.law.own_days import OwnDay, load_own_days
from konbit.window.desk import Desk
from konbit.window.screens.own_days import OwnDaysScreen
from konbit.work.cases import save_case
from konbit.work.demo import example_cases

from .answering import Key, press

ADDED = date(2026, 12, 9)


@pytest.fixture
def desk(make_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    made = make_desk("es")
    made.session.own_days_file = tmp_path / "ajustes" / "dias_propios.toml"
    return made


def screen_of(desk: Desk, origin: str = "cases") -> OwnDaysScreen:
    desk.go("own_days", origin)
    screen = desk.screen_named("own_days")
    assert isinstance(screen, OwnDaysScreen)
    QApplication.processEvents()
    return screen


def holiday(desk: Desk, comuna: str | None = None) -> str:
    found = desk.session.require_office().engine.calendar.holiday(ADDED, comuna)
    return found.name if found else ""


def test_a_day_is_added_by_keyboard_and_counted_anew(desk: Desk, qtbot: QtBot) -> None:
    screen = screen_of(desk)
    for box, part in zip(screen.day.boxes(), ("9", "12", "2026"), strict=True):
        box.setFocus()
        press(part)
    screen.reason.take_focus()
    press("Ley 21.999")
    press(Key.Key_Return)
    assert [row._when.text() for row in screen.rows] == ["miércoles 9 de diciembre de 2026"]
    assert desk.session.own_days_file is not None
    places = desk.session.require_office().pack.places
    assert load_own_days(desk.session.own_days_file, places) == (OwnDay(ADDED, "Ley 21.999"),)
    qtbot.waitUntil(lambda: holiday(desk) == "Ley 21.999")
    assert screen.reason.value() is None


def test_a_case_at_hand_is_judged_by_the_new_calendar(desk: Desk, qtbot: QtBot) -> None:
    office = desk.session.require_office()
    cases = example_cases(office)
    save_case(cases["expulsion_nueve_dias"], desk.session.folder / "E.json")
    desk.open_path(desk.session.folder / "E.json")
    before = desk.session.findings()
    screen = screen_of(desk, "findings")
    assert screen._keep((OwnDay(ADDED, "Ley 21.999"),))
    qtbot.waitUntil(lambda: desk.session.office is not office)
    interview = desk.session.interview
    assert interview is not None and interview.office is desk.session.office
    assert desk.session.findings() is not before
    screen.back()
    assert desk.shown == "findings"


def test_a_region_is_chosen_by_name(desk: Desk, qtbot: QtBot) -> None:
    screen = screen_of(desk)
    screen.day.set_value("2026-12-09")
    screen.reason.set_value("Ley 21.999")
    screen.where.set_value("01")
    screen.add_day()
    qtbot.waitUntil(lambda: holiday(desk, "01101") != "")
    assert holiday(desk) == ""
    screen.remove_day(desk.session.own_days[0])
    qtbot.waitUntil(lambda: holiday(desk, "01101") == "")
    assert screen.rows == []


def test_what_is_missing_or_twice_is_said_and_nothing_kept(desk: Desk, qtbot: QtBot) -> None:
    screen = screen_of(desk)
    screen.add_day()
    assert "Falta el día" in screen.fault.said
    screen.day.set_value("2026-12-09")
    screen.reason.set_value("Ley 21.999")
    screen.add_day()
    screen.day.set_value("2026-12-09")
    screen.reason.set_value("Otra")
    screen.add_day()
    assert "ya está anotado" in screen.fault.said
    assert len(desk.session.own_days) == 1
    assert screen.reason.value() == "Otra"
    qtbot.waitUntil(lambda: holiday(desk) != "")


def test_a_disk_that_fails_leaves_the_calendar_as_it_was(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "archivo").write_text("", encoding="utf-8")
    desk.session.own_days_file = tmp_path / "archivo" / "dias_propios.toml"
    screen = screen_of(desk)
    assert not screen._keep((OwnDay(ADDED, "Ley 21.999"),))
    assert "No se pudo guardar" in screen.fault.said
    assert desk.session.own_days == ()


def test_a_bad_file_is_told_and_the_desk_opens(
    make_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot
) -> None:
    desk = make_desk("es", loaded=False)
    desk.session.own_days_file = tmp_path / "dias_propios.toml"
    desk.session.own_days_file.write_text("[[dia]]\nfecha = 1\n", encoding="utf-8")
    desk.load()
    qtbot.waitUntil(lambda: desk.session.office is not None)
    assert "dia.1.fecha" in desk.notice._text.text()


def test_it_is_reached_from_the_menu_and_leads_back(desk: Desk) -> None:
    line = next(action for action in desk.menu.actions() if "Días propios" in action.text())
    line.trigger()
    assert desk.shown == "own_days"
    press(Key.Key_Escape)
    assert desk.shown == "cases"

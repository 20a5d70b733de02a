"""The main window: at once there, its keys everywhere, its settings kept, its troubles told in a sentence."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konbit.errors import BadPack, Problem
from konbit.window import desk as desk_module
from konbit.window.crashes import Crashes
from konbit.window.desk import Desk
from konbit.window.look.theme import running
from konbit.window.screens.cases import CasesScreen
from konbit.window.settings import Settings, read_settings, write_settings
from konbit.work.office import Office
from konbit.work.own_days import Clinic

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk, key, modifiers)
    QApplication.processEvents()


def test_the_window_stands_before_the_pack_is_read(
    make_desk: Callable[..., Desk], qtbot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*_given: object) -> Clinic:
        time.sleep(0.05)
        return Clinic(office)

    monkeypatch.setattr(desk_module, "open_clinic", slowly)
    desk = make_desk(loaded=False)
    cases = desk.screen_named("cases")
    assert desk.shown == "cases"
    assert "Abriendo" in cases.empty.accessibleName()  # type: ignore[attr-defined]
    assert not cases.new_button.isEnabled()  # type: ignore[attr-defined]
    desk.load()
    press(desk, Key.Key_N, CONTROL)
    assert desk.shown == "cases"
    qtbot.waitUntil(lambda: desk.session.office is not None and not desk.background.busy)
    assert "Aún no hay casos" in cases.empty.accessibleName()  # type: ignore[attr-defined]
    assert cases.new_button.isEnabled()  # type: ignore[attr-defined]


def test_a_broken_pack_is_told_in_one_sentence_that_stays(
    make_desk: Callable[..., Desk], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> Clinic:
        raise BadPack((Problem("rd/reglas.toml", 14, "requisito.x", "no se conoce «si»"),))

    monkeypatch.setattr(desk_module, "open_clinic", broken)
    desk = make_desk(loaded=False)
    desk.load()
    qtbot.waitUntil(lambda: not desk.trouble.isHidden())
    said = desk.trouble.accessibleName()
    assert "rd/reglas.toml:14" in said
    assert desk.trouble.stays
    assert desk.session.office is None
    assert "Abriendo" not in desk.screen_named("cases").empty.accessibleName()  # type: ignore[attr-defined]


def test_the_title_never_names_anybody(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.session.new_case("K-7R9", ())
    assert desk.session.interview is not None
    desk.session.take(desk.session.interview.answered("nombres", "Wilner"))
    desk.go("interview")
    assert desk.windowTitle() == "Konbit"


def test_f8_goes_round_the_tongues_in_every_window(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    second = CasesScreen(desk.words, desk.session)  # a window of its own over the same words
    qtbot.addWidget(second)
    second.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    heard = []
    for _ in range(4):
        press(desk, Key.Key_F8)
        heard.append(desk.words.tongue)
    assert heard == ["ht+es", "es", "ht", "es+ht"]
    desk.speak("ht")
    qtbot.waitUntil(lambda: not desk.renewing.busy)
    said = str(desk.words("ui.new_case", "Nuevo caso"))
    assert said != "Nuevo caso"
    assert desk.screen_named("cases").new_button.text() == said  # type: ignore[attr-defined]
    assert second.new_button.text() == said


def test_the_letter_grows_and_shrinks_within_bounds(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    qtbot.waitUntil(lambda: not desk.background.busy)
    press(desk, Key.Key_Plus, CONTROL)
    assert running().scale == 1.1
    for _ in range(20):
        press(desk, Key.Key_Plus, CONTROL)
    assert running().scale == 2.0
    for _ in range(20):
        press(desk, Key.Key_Minus, CONTROL)
    assert running().scale == 0.9
    press(desk, Key.Key_0, CONTROL)
    assert running().scale == 1.0


def test_what_was_chosen_is_remembered(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = make_desk()
    kept = tmp_path / "ventana.json"
    desk.menu.refresh()
    dark = next(action for action in desk.menu.actions() if "oscura" in action.text())
    dark.trigger()
    desk.speak("ht")
    desk.apply(desk.settings.larger(3))
    assert running().dark
    assert read_settings(kept) == Settings("ht", True, 1.3)
    assert json.loads(kept.read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 9, "tongue": "ht"}', '{"version": 1, "scale": "x"}']
)
def test_settings_that_make_no_sense_are_the_usual_ones(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ventana.json"
    path.write_text(text, encoding="utf-8")
    assert read_settings(path) == Settings()
    assert read_settings(tmp_path / "none.json") == Settings()


def test_settings_that_cannot_be_kept_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not write_settings(Settings(), tmp_path / "file" / "ventana.json")
    assert write_settings(Settings("es", True, 1.5), tmp_path / "a" / "ventana.json")
    assert read_settings(tmp_path / "a" / "ventana.json") == Settings("es", True, 1.5)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_view_menu_opens_from_its_button_and_by_key(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    QTimer.singleShot(0, desk.menu.close)
    press(desk, Key.Key_F10)
    opened: list[bool] = []
    desk.menu.aboutToShow.connect(lambda: opened.append(True))
    press(desk, Key.Key_F10)
    assert opened
    assert all(action.text() for action in desk.menu.actions() if not action.isSeparator())
    desk.menu.close()


def test_nothing_to_undo_is_said(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.session.new_case("K-7R9", ())
    desk.go("interview")
    desk.undo()
    assert "nada que deshacer" in desk.notice.accessibleName()
    assert desk.session.interview is not None
    assert desk.session.interview.case.people == ("p1",)


def test_a_fault_in_a_slot_is_one_calm_sentence(make_desk: Callable[..., Desk], capsys) -> None:
    desk = make_desk()
    crashes = Crashes(desk)
    crashes.happened.connect(desk.crashed)
    before = sys.excepthook
    sys.excepthook = sys.__excepthook__
    crashes.listen()
    try:
        sys.excepthook(ValueError, ValueError("secret"), None)
    finally:
        crashes.rest()
        sys.excepthook = before
    QApplication.processEvents()
    assert "ya está guardado" in desk.notice.accessibleName()
    assert "secret" not in desk.notice.accessibleName()
    assert "secret" in capsys.readouterr().err


def test_a_case_file_that_cannot_be_read_changes_nothing(
    make_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = make_desk()
    bad = tmp_path / "malo.json"
    bad.write_text('{"hechos": {"nombrez": "A"}}', encoding="utf-8")
    desk.open_path(bad)
    assert desk.shown == "cases"
    assert desk.session.interview is None
    assert "nombrez" in desk.notice.accessibleName()


def test_another_programs_file_is_left_as_it_is(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = make_desk()
    foreign = tmp_path / "ficha.json"
    text = json.dumps({"codigo": "F-1", "hechos": {"nombres": "Ana"}})
    foreign.write_text(text, encoding="utf-8")
    (desk.session.folder / "F-1.json").write_text("{}", encoding="utf-8")
    desk.open_path(foreign)
    assert desk.session.interview is not None
    desk.session.take(desk.session.interview.answered("apellido_paterno", "Soto"))
    assert foreign.read_text(encoding="utf-8") == text
    assert (desk.session.folder / "F-1.json").read_text(encoding="utf-8") == "{}"
    assert desk.session.path == desk.session.folder / "F-1-2.json"

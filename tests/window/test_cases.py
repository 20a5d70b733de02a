"""The list of cases on the real pack: nearest deadline first, found as one types, taught when empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from konbit.window.desk import Desk
from konbit.window.screens.cases import CasesScreen
from konbit.window.screens.reasons import ReasonsScreen
from konbit.work.case_list import DIGITS, LETTERS, case_lines, fresh_code
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.office import Office

Key = Qt.Key
TODAY = date(2026, 11, 23)


def listed(desk: Desk, qtbot) -> CasesScreen:
    """The cases screen with all that runs beside it come in."""
    qtbot.waitUntil(lambda: not desk.background.busy)
    QApplication.processEvents()
    screen = desk.screen_named("cases")
    assert isinstance(screen, CasesScreen)
    return screen


def with_examples(desk: Desk, qtbot) -> CasesScreen:
    office = desk.session.require_office()
    for case in example_cases(office).values():
        save_case(case, desk.session.folder / f"{case.code}.json")
    desk.go("cases")
    return listed(desk, qtbot)


def texts(screen: CasesScreen) -> list[str]:
    model = screen.view_of_cases.cases
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_an_empty_folder_teaches(make_desk: Callable[..., Desk], qtbot) -> None:
    screen = listed(make_desk(), qtbot)
    assert "Aún no hay casos. Empiece uno o mire los ejemplos." in screen.empty.accessibleName()
    assert not screen.view_of_cases.isVisible()


def test_it_says_plainly_that_files_are_not_encrypted(make_desk: Callable[..., Desk], qtbot) -> None:
    screen = with_examples(make_desk("es"), qtbot)
    assert screen._plain.isVisible()
    assert "sin cifrar" in screen._plain.text()


def test_nearest_deadline_first_with_the_next_step(make_desk: Callable[..., Desk], qtbot) -> None:
    screen = with_examples(make_desk("es"), qtbot)
    found = texts(screen)
    assert "EJ-3" in found[0]
    assert "Vence mañana" in found[0]
    assert "Preparar: " in found[0]
    assert "Wilner Desrosiers" in found[1]
    assert "Quedan 17 días" in found[1]
    assert "Sin plazo" in found[-1]


def test_searching_forgives_accents_and_finds_codes(make_desk: Callable[..., Desk], qtbot) -> None:
    screen = with_examples(make_desk("es"), qtbot)
    for typed, wanted in (("rondon", "EJ-3"), ("RONDÓN yor", "EJ-3"), ("ej1", "EJ-1"), ("ej-2", "EJ-2")):
        screen.search.setText(typed)
        assert [text.split(" · ")[1][:4] for text in texts(screen)] == [wanted]
    screen.search.setText("zzz")
    assert "Ningún caso" in screen.empty.accessibleName()
    screen.search.clear()
    assert len(texts(screen)) == 4


def test_typing_anywhere_searches_and_enter_opens(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    screen = with_examples(desk, qtbot)
    screen.view_of_cases.setFocus()
    QTest.keyClicks(screen.view_of_cases, "w")
    assert screen.search.hasFocus()
    QTest.keyClicks(screen.search, "ilner")
    QTest.keyClick(screen.search, Key.Key_Return)
    assert desk.session.interview is not None
    assert desk.session.interview.case.code == "EJ-1"
    assert desk.shown in ("interview", "review")


def test_a_damaged_file_has_a_line_of_its_own(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk("es")
    (desk.session.folder / "X-1.json").write_text("{", encoding="utf-8")
    screen = with_examples(desk, qtbot)
    assert len(texts(screen)) == 5
    line = next(text for text in texts(screen) if "X-1" in text)
    assert "No se puede leer" in line
    assert "línea 1" in line
    screen.search.setText("x-1")
    screen._enter_key()
    assert desk.shown == "cases"
    assert not screen.banner.isHidden()


def test_examples_touch_no_case_of_the_clinic(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk("es")
    screen = listed(desk, qtbot)
    screen.empty.acted.emit()
    listed(desk, qtbot)
    assert len(texts(screen)) == 4
    assert not screen.banner.isHidden()
    assert not screen._plain.isVisible()
    desk.session.open(screen.view_of_cases.cases.line(0).path)
    assert desk.session.interview is not None
    desk.session.take(desk.session.interview.answered("idioma", "espanol"))
    assert list(desk.session.home.iterdir()) == []
    screen.banner.acted.emit()
    listed(desk, qtbot)
    assert "Aún no hay casos" in screen.empty.accessibleName()
    assert desk.session.interview is None


def test_a_reason_makes_a_case_with_a_fresh_code(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    listed(desk, qtbot)
    desk.new_case()
    screen = desk.screen_named("reasons")
    assert isinstance(screen, ReasonsScreen)
    reasons = desk.session.require_office().pack.reasons
    assert len(screen.group.answers) == len(reasons)
    assert reasons[screen.group.answers[0].choice.id].urgent
    QTest.keyClick(QApplication.focusWidget(), Key.Key_1)
    assert desk.shown == "interview"
    assert desk.session.interview is not None
    code = desk.session.interview.case.code
    assert (desk.session.folder / f"{code}.json").is_file()
    assert [f"{one.kind}:{one.id}" for one in desk.session.interview.targets] == list(
        reasons[screen.group.answers[0].choice.id].targets
    )
    desk.new_case()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_1)
    assert desk.session.interview.case.code != code


def test_codes_are_read_aloud_without_doubt() -> None:
    code = fresh_code(())
    assert len(code) == 5
    assert code[1] == "-"
    assert code[0] + code[3] == "".join(one for one in code if one in LETTERS)
    assert code[2] + code[4] == "".join(one for one in code if one in DIGITS)
    assert not set("IOL01") & set(LETTERS + DIGITS)
    first = iter(["K", "7", "R", "9", "K", "7", "R", "8"])
    assert fresh_code({"K-7R9"}, lambda _letters: next(first)) == "K-7R8"


def test_the_list_without_a_window(office: Office, tmp_path) -> None:
    for case in example_cases(office).values():
        save_case(case, tmp_path / f"{case.code}.json")
    lines = case_lines(office, tmp_path, TODAY)
    assert [line.code for line in lines][:2] == ["EJ-3", "EJ-1"]
    assert lines[0].days_left == 1
    assert lines[0].step.kind == "escrito"


@pytest.mark.parametrize("tongue", ["es", "ht", "es+ht"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_room(
    make_desk: Callable[..., Desk], qtbot, tongue: str, scale: float
) -> None:
    desk = make_desk(tongue, scale=scale)
    with_examples(desk, qtbot)
    for name in ("cases", "reasons"):
        desk.go(name)
        QApplication.processEvents()
        screen = desk.screen_named(name)
        for widget in screen.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), widget
            if widget.isVisible() and widget.hasHeightForWidth():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget

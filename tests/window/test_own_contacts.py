"""The clinic's own contacts in the findings: added, put right, taken out, by keyboard, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from konbit.window.desk import Desk
from konbit.window.screens.contact_overlay import ContactOverlay
from konbit.window.screens.findings import FindingsScreen
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.own_contacts import contacts_file, own_contacts

from .answering import Key, press


@pytest.fixture
def desk(make_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    made = make_desk("es")
    made.session.own_days_file = tmp_path / "ajustes" / "dias_propios.toml"
    office = made.session.require_office()
    save_case(example_cases(office)["padre_27_meses"], made.session.folder / "EJ-1.json")
    made.open_path(made.session.folder / "EJ-1.json")
    return made


def findings(desk: Desk, key: str = "ruta:refugio") -> FindingsScreen:
    desk.go("findings", key)
    screen = desk.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.finish()
    QApplication.processEvents()
    return screen


def settled(desk: Desk, screen: FindingsScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.background.busy)
    screen.finish()
    QApplication.processEvents()


def path(desk: Desk) -> Path:
    assert desk.session.own_days_file is not None
    return contacts_file(desk.session.own_days_file)


def filled(screen: FindingsScreen) -> ContactOverlay:
    screen.detail.calls.add_link.click()
    overlay = screen.contacts.overlay
    assert overlay.is_open
    press("Parroquia del barrio")
    overlay.serves.set_value("Atiende a recién llegados")
    overlay.phone.set_value("2 2222 2222")
    overlay.source.set_value("llamada")
    return overlay


def test_a_contact_is_added_by_keyboard_and_comes_first(desk: Desk, qtbot: QtBot) -> None:
    screen = findings(desk)
    filled(screen)
    press(Key.Key_Return)
    settled(desk, screen, qtbot)
    said = screen.detail.calls.rows[0].said
    assert said.startswith("Parroquia del barrio")
    assert "leído el 23 de noviembre de 2026" in said
    [kept] = own_contacts(desk.session.require_office(), path(desk)).values()
    assert (kept.routes, kept.verified) == (("refugio",), True)
    assert screen.cards.key == "ruta:refugio"


def test_one_of_the_programs_is_put_right_and_taken_back(desk: Desk, qtbot: QtBot) -> None:
    screen = findings(desk)
    row = screen.detail.calls.rows[0]
    before = row.said
    assert row.change.accessibleName().endswith(before.split("\n")[0])
    row.change.click()
    overlay = screen.contacts.overlay
    assert not overlay.remove_link.isVisible()
    overlay.phone.set_value("600 000 0000")
    overlay.source.set_value("llamada")
    overlay.keep()
    settled(desk, screen, qtbot)
    assert "600 000 0000" in screen.detail.calls.rows[0].said
    screen.detail.calls.rows[0].change.click()
    assert overlay.remove_link.isVisible()
    overlay.remove_link.click()
    settled(desk, screen, qtbot)
    assert "600 000 0000" not in "".join(one.said for one in screen.detail.calls.rows)
    assert own_contacts(desk.session.require_office(), path(desk)) == {}


def test_what_is_lacking_is_said_and_nothing_kept(desk: Desk) -> None:
    screen = findings(desk)
    overlay = filled(screen)
    overlay.source.set_value(None)
    overlay.keep()
    assert overlay.is_open
    assert overlay.fault.isVisible()
    assert screen.focusWidget() is overlay.source.box
    assert not path(desk).exists()
    press(Key.Key_Escape)
    assert not overlay.is_open
    assert desk.shown == "findings"


def test_a_file_that_cannot_be_read_is_told_and_left_as_it_is(desk: Desk) -> None:
    path(desk).parent.mkdir(parents=True)
    path(desk).write_text("[[contacto", encoding="utf-8")
    screen = findings(desk)
    screen.detail.calls.add_link.click()
    overlay = screen.contacts.overlay
    assert overlay.fault.isVisible()
    assert not overlay.keep_button.isEnabled()
    overlay.keep_button.click()
    overlay.serves.set_value("x")
    overlay.source.set_value("x")
    overlay.contact_name.set_value("x")
    overlay.keep()
    assert path(desk).read_text(encoding="utf-8") == "[[contacto"


def test_a_disk_that_refuses_loses_nothing_typed(desk: Desk) -> None:
    screen = findings(desk)
    overlay = filled(screen)
    path(desk).parent.parent.joinpath("ajustes").write_text("", encoding="utf-8")
    overlay.keep()
    assert overlay.is_open
    assert overlay.fault.isVisible()
    assert overlay.contact_name.value() == "Parroquia del barrio"


def test_everything_in_the_form_has_a_name(desk: Desk) -> None:
    screen = findings(desk)
    overlay = filled(screen)
    seen = [one for one in overlay.findChildren(QWidget) if one.focusPolicy().value & 1 and one.isVisible()]
    assert len(seen) >= 10
    assert [one for one in seen if not one.accessibleName() and not getattr(one, "text", str)()] == []

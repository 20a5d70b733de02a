"""The form workshop in the window, by keyboard: a PDF becomes a form of the clinic."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from made_forms import form_with_fields, scan
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from konbit.law.forms import TextLink
from konbit.law.own_forms import load_own_form
from konbit.window.desk import Desk
from konbit.window.screens.workshop import WorkshopScreen
from konbit.work.cases import save_case
from konbit.work.demo import example_cases

from .answering import Key, press

ROOT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("KONBIT_FORMS_REAL") or ROOT.parent / "shared" / "forms-real") / "irs-9000-es.pdf"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def desk(make_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    made = make_desk("es")
    made.session.own_days_file = tmp_path / "ajustes" / "dias_propios.toml"
    return made


def settle(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=30_000)
    QApplication.processEvents()


def workshop(desk: Desk) -> WorkshopScreen:
    desk.go("workshop", "cases")
    screen = desk.screen_named("workshop")
    assert isinstance(screen, WorkshopScreen)
    QApplication.processEvents()
    return screen


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Callable[[bytes], WorkshopScreen]:
    """A PDF chosen with Enter on the button that has the focus."""

    def act(data: bytes) -> WorkshopScreen:
        path = tmp_path / "oficina.pdf"
        path.write_bytes(data)
        screen = workshop(desk)
        screen.ask_pdf = lambda *_: str(path)
        press(Key.Key_Return)
        settle(desk, qtbot)
        return screen

    return act


def keep_one(desk: Desk, qtbot: QtBot, screen: WorkshopScreen) -> None:
    """Links the field at hand to a fact and keeps the form."""
    press("nombres")
    press(Key.Key_Return)
    press(Key.Key_S, CTRL)
    for entry in (screen.naming.title, screen.naming.edition, screen.naming.source):
        entry.set_value("x")
    press(Key.Key_Return)
    settle(desk, qtbot)


def test_six_fields_are_linked_tried_and_kept_by_keyboard(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen], tmp_path: Path
) -> None:
    screen = opened(form_with_fields())
    assert screen.linking.printed.text() == "Nombres y apellidos"
    for typed in ("nombres", "run", "fecha nacimiento", "mujer", "sexo hombre", "estado civil"):
        press(typed)
        press(Key.Key_Return)
    assert len(screen.draft.links) == 6 if screen.draft else False
    for _ in range(6):
        press(Key.Key_Backtab)
    assert screen.linking.printed.text() == "Nombres y apellidos"
    press("primer apellido")
    press(Key.Key_Return, SHIFT)
    assert screen.linking.takes.text() == "Lleva: Nombres + Primer apellido"
    press(Key.Key_F5)
    settle(desk, qtbot)
    assert not screen.beside.isHidden() and len(screen.trial.images) == 1
    assert (
        screen.notice._text.text() == "La prueba salió bien. Campos llenos: 5."
    )  # of the sex, one box of two
    press(Key.Key_S, CTRL)
    for text in ("Hoja de la oficina", "2021-12", "La entregó la oficina"):
        press(text)
        press(Key.Key_Tab)
    press(Key.Key_Return)
    settle(desk, qtbot)
    folder = tmp_path / "ajustes" / "formularios"
    form = load_own_form(folder / "OFICINA", desk.session.require_office().pack)
    assert form.texts[0] == TextLink("nombre", "nombres", joined=("apellido_paterno",))
    assert (form.name, form.edition, form.source) == (
        "Hoja de la oficina",
        "2021-12",
        "La entregó la oficina",
    )
    assert [row.name.text() for row in screen.shelf.rows] == ["Hoja de la oficina (OFICINA)"]


def test_a_kept_form_is_on_the_papers_screen(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen]
) -> None:
    office = desk.session.require_office()
    save_case(example_cases(office)["padre_27_meses"], desk.session.folder / "EJ-1.json")
    desk.open_path(desk.session.folder / "EJ-1.json")
    screen = opened(form_with_fields())
    keep_one(desk, qtbot, screen)
    screen.shelf.rows[0].fill.click()
    assert desk.shown == "papers"
    settle(desk, qtbot)
    papers = desk.screen_named("papers")
    qtbot.waitUntil(lambda: len(papers.preview.images) == 1)  # type: ignore[attr-defined]


def test_ctrl_z_takes_back_a_link_and_an_empty_form_is_not_kept(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen]
) -> None:
    screen = opened(form_with_fields())
    press("run")
    press(Key.Key_Return)
    assert screen.draft and len(screen.draft.links) == 1
    press(Key.Key_Z, CTRL)
    assert screen.draft.links == {}
    press(Key.Key_S, CTRL)
    assert screen.naming.isHidden()
    assert "ningún campo" in screen.linking.fault.said


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen]
) -> None:
    screen = opened(form_with_fields())
    press("run")
    press(Key.Key_Return)
    press(Key.Key_S, CTRL)
    press("Hoja")
    screen.naming.ident.set_value("F04")
    press(Key.Key_Return)
    settle(desk, qtbot)
    assert "edición" in screen.naming.fault.said
    assert screen.naming.edition.box.hasFocus()
    press("1")
    screen.naming.source.set_value("x")
    press(Key.Key_Return)
    settle(desk, qtbot)
    assert "formulario del paquete" in screen.naming.fault.said
    assert screen.naming.title.value() == "Hoja"


def test_boxes_are_drawn_on_a_scan_by_key_and_by_mouse(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen]
) -> None:
    screen = opened(scan())
    assert screen.spot is None
    press(Key.Key_D, CTRL)
    assert screen.draft and len(screen.draft.drawn) == 1
    before = screen.draft.drawn[0].rect
    press(Key.Key_Right, ALT)
    press(Key.Key_Down, ALT | SHIFT)
    after = screen.draft.drawn[0].rect
    assert (after[0] - before[0], before[1] - after[1], after[3] - before[3]) == (4.0, 4.0, 0.0)
    press("nombres")
    press(Key.Key_Return)
    press(Key.Key_F5)
    settle(desk, qtbot)
    assert "Campos llenos: 1." in screen.notice._text.text()
    screen.page.drawn.emit(QRectF(20, 68, 12, 12))
    assert screen.draft.drawn[1].kind == "casilla"
    press(Key.Key_PageDown)
    assert screen.page.outlines == ()
    press(Key.Key_D, CTRL)
    assert screen.draft.drawn[2].page == 2


def test_a_dropped_file_that_is_no_pdf_is_told_in_a_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "carta.pdf"
    path.write_bytes(b"hola")
    screen = workshop(desk)
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        what,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.dropEvent(drop)
    settle(desk, qtbot)
    assert "carta.pdf no es un PDF" in screen.notice._text.text()
    assert screen.draft is None


def test_a_form_is_put_right_and_taken_out(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen], tmp_path: Path
) -> None:
    screen = opened(form_with_fields())
    keep_one(desk, qtbot, screen)
    screen.shelf.rows[0].open.click()
    settle(desk, qtbot)
    assert screen.draft and list(screen.draft.links) == ["nombre"]
    press(Key.Key_Tab)
    press("run")
    press(Key.Key_Return)
    press(Key.Key_S, CTRL)
    assert screen.naming.ident.value() == "OFICINA"
    press(Key.Key_Return)
    settle(desk, qtbot)
    assert len(desk.session.require_office().pack.forms["OFICINA"].texts) == 2
    newer = opened(form_with_fields(more=True))
    assert "trae el campo «nuevo»" in newer.notice._text.text()
    assert newer.draft and list(newer.draft.links) == ["nombre", "run"]
    press(Key.Key_Escape)
    screen.shelf.rows[0].remove.click()
    assert "Pulse otra vez" in screen.notice._text.text()
    screen.shelf.rows[0].remove.click()
    assert "OFICINA" not in desk.session.require_office().pack.forms
    assert list((tmp_path / "ajustes" / "formularios").iterdir()) == []


def test_esc_on_what_is_not_kept_asks_once(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen]
) -> None:
    screen = opened(form_with_fields())
    press("run")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert screen.draft is not None
    assert "todavía no está guardado" in screen.notice._text.text()
    press(Key.Key_Escape)
    assert screen.draft is None


def test_esc_lets_go_of_what_is_under_way_and_goes_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(form_with_fields())
    screen = workshop(desk)
    screen.open_path(path)
    press(Key.Key_Escape)
    settle(desk, qtbot)
    assert screen.draft is None and screen.notice.isHidden()
    press(Key.Key_Escape)
    assert desk.shown == "cases"


@pytest.mark.skipif(not REAL.is_file(), reason="the real forms are not here")
def test_a_real_form_in_six_links_by_keyboard(
    desk: Desk, qtbot: QtBot, opened: Callable[[bytes], WorkshopScreen]
) -> None:
    screen = opened(REAL.read_bytes())
    for typed in ("nombres", "run", "calle", "depto", "comuna", "pais nac"):
        press(typed)
        press(Key.Key_Return)
    press(Key.Key_F5)
    settle(desk, qtbot)
    assert screen.notice._text.text() == "La prueba salió bien. Campos llenos: 6."
    press(Key.Key_S, CTRL)
    for text in ("Preferencia de medios", "12-2021", "La entregó la oficina"):
        press(text)
        press(Key.Key_Tab)
    press(Key.Key_Return)
    settle(desk, qtbot)
    assert list(desk.session.require_office().pack.forms)[-1] == "OFICINA"

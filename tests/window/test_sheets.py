"""Sheets for people: a door from the findings, the days and the list; made in memory, printed or saved when asked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from konbit.window.parts.banner import Level
from konbit.window.screens.paper_making import PaperDoor
from konbit.window.screens.sheet_door import DAY, DEADLINES, INTERVIEW, RIGHTS, ROUTE, SheetDoor, door_of
from konbit.window.screens.sheet_making import Wanted
from konbit.window.screens.sheets import SheetsScreen
from konbit.window.screens.upload_words import megabytes
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.upload import Upload


def settled(desk) -> None:
    for _ in range(300):
        QApplication.processEvents()
        if not desk.busy:
            return
        desk.finish()
    raise AssertionError("never done")


@pytest.fixture
def opened(make_desk, office):
    desk = make_desk("es")
    for stem, case in example_cases(office).items():
        save_case(case, desk.session.folder / f"{case.code or stem}.json")
    desk.session.open(desk.session.folder / "EJ-1.json")
    return desk


def sheets(desk) -> SheetsScreen:
    settled(desk)
    screen = desk.screen_named("sheets")
    assert isinstance(screen, SheetsScreen)
    return screen


def test_from_a_route_to_its_sheet_and_back(opened, qtbot) -> None:
    opened.go("findings", "ruta:rd")
    settled(opened)
    qtbot.keyClick(opened.screen_named("findings"), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert opened.shown == "sheets"
    screen = sheets(opened)
    assert screen.choice.kind == ROUTE
    assert screen.preview.images
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert opened.shown == "findings"
    settled(opened)
    assert opened.screen_named("findings").cards.key == "ruta:rd"  # type: ignore[attr-defined]


def test_every_kind_is_made_and_the_clinics_day_names_no_case_of_another_door(opened, office) -> None:
    opened.go("sheets", door_of("ruta:rd"))
    screen = sheets(opened)
    for kind in (DEADLINES, RIGHTS, INTERVIEW):
        screen.choice.kinds.set_value([kind])
        screen.choice._turned([kind])
        settled(opened)
        assert screen._whole is not None
        assert screen._whole.wanted.kind == kind
        assert screen.preview.images
    assert len(screen.choice.cards.answers) == len(office.pack.cards) == 7
    opened.go("sheets", SheetDoor(DAY, of_case=False))
    settled(opened)
    assert [one.choice.id for one in screen.choice.kinds.answers] == [DAY, RIGHTS, INTERVIEW]
    assert screen._whole is not None
    assert screen._whole.read == screen._whole.total > 1


def test_saved_is_what_was_shown_under_a_name_that_names_nobody(opened, tmp_path) -> None:
    opened.go("sheets", SheetDoor(DEADLINES, back=("days", None)))
    screen, asked = sheets(opened), []

    def ask(_parent: object, _title: str, suggested: str, _kinds: str) -> str:
        asked.append(Path(suggested).name)
        return str(tmp_path / "hoja")

    screen.ask_path = ask
    screen.save()
    settled(opened)
    assert asked == ["EJ-1-plazos-dos-columnas.pdf"]
    assert screen._whole is not None
    assert (tmp_path / "hoja.pdf").read_bytes() == screen._whole.data
    assert screen.choice.saved.level is Level.DONE
    assert Wanted(ROUTE, "rd").file_name("Rosa Pérez", opened.session.today).startswith("caso-hoja-rd")


def test_all_pages_are_printed_even_those_the_preview_leaves_out(opened, tmp_path) -> None:
    from pypdf import PdfReader

    opened.go("sheets", SheetDoor(INTERVIEW, "ruta:rt_nna", ("findings", None)))
    screen, out = sheets(opened), tmp_path / "papel.pdf"

    def to_file(printer: QPrinter, _parent: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    screen.ask_printer = to_file
    screen.print_sheet()
    settled(opened)
    assert screen._whole is not None
    assert len(PdfReader(io.BytesIO(out.read_bytes())).pages) == screen._whole.count


def test_a_route_shows_all_its_papers_and_says_that_nobody_approved_it(opened, office) -> None:
    opened.go("findings", "ruta:autodenuncia")
    settled(opened)
    detail = opened.screen_named("findings").detail  # type: ignore[attr-defined]
    assert detail.view.outputs == ("formulario:F06", "formulario:F18")
    assert "Ningún abogado ni abogada la ha aprobado todavía" in detail._approved.text()
    detail.papers.links.pressed.emit(1)
    assert opened.shown == "papers"
    settled(opened)
    papers = opened.screen_named("papers")
    assert papers._paper.key == "formulario:F18"  # type: ignore[attr-defined]
    papers.go_back()  # type: ignore[attr-defined]
    settled(opened)
    assert opened.screen_named("findings").cards.key == "ruta:autodenuncia"  # type: ignore[attr-defined]
    assert PaperDoor("formulario:F18", "ruta:autodenuncia").back == "ruta:autodenuncia"


def test_a_file_over_the_limit_is_warned_of(office) -> None:
    from konbit.window.screens.upload_words import upload_notice, weight_words

    heavy = Upload("a.pdf", 2_000_001, "portal", 2_000_000, True, "S")
    assert upload_notice(office.pack, heavy) is not None
    assert weight_words(office.pack, heavy) is None
    light = Upload("a.pdf", 70_000, "ojv", None, None, "U")
    assert upload_notice(office.pack, light) is None
    assert weight_words(office.pack, light) is not None
    assert (megabytes(2_000_001), megabytes(2_000_000)) == ("2,1", "2")

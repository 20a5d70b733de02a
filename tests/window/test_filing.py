"""«Ya se presentó…» in the findings and in the list of cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from konbit.window.desk import Desk
from konbit.window.screens.case_rows_view import about
from konbit.window.screens.filing_overlay import PENDING, FilingOverlay
from konbit.window.screens.findings import FindingsScreen
from konbit.work.case_list import case_line
from konbit.work.cases import open_case, save_case
from konbit.work.demo import example_cases
from konbit.work.filings import filing_rows

from .answering import Key, press, state


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    made = make_desk("es")
    office = made.session.require_office()
    save_case(example_cases(office)["padre_27_meses"], made.session.folder / "EJ-1.json")
    made.open_path(made.session.folder / "EJ-1.json")
    return made


def findings(desk: Desk, key: str = "ruta:rd") -> FindingsScreen:
    desk.go("findings", key)
    screen = desk.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.finish()
    QApplication.processEvents()
    return screen


def filled(screen: FindingsScreen, day: str = "2024-08-01", channel: str = "portal") -> FilingOverlay:
    screen.detail.filed.add_link.click()
    overlay = screen.filings.overlay
    assert overlay.is_open
    overlay.day.set_value(day)
    overlay.channel.set_value([channel])
    overlay.number.set_value("36904410")
    return overlay


def test_something_filed_is_kept_on_disk_and_told_at_the_top(desk: Desk) -> None:
    screen = findings(desk)
    assert screen.detail.filed.said == []
    filled(screen)
    press(Key.Key_Return)
    assert not screen.filings.overlay.is_open
    assert screen.detail.filed.said == ["Se presentó hace 27 meses; sin respuesta"]
    assert desk.session.path is not None
    kept = open_case(desk.session.require_office(), desk.session.path, desk.session.today)
    assert kept.filings["f1"].filed.number == "36904410"
    assert kept.filings["f1"].filed.outcome == "elegible"


def test_the_answer_is_noted_and_the_date_that_starts_the_next_deadline_is_offered(desk: Desk) -> None:
    screen = findings(desk)
    filled(screen).keep()
    screen.filings._open("f1")
    overlay = screen.filings.overlay
    assert overlay.result.value() == [PENDING]
    overlay.result.set_value(["rechazada"])
    overlay._follow()
    overlay.keep()
    assert "de qué día es la respuesta" in overlay.fault.said
    overlay.decided.set_value("2026-11-02")
    overlay.keep()
    rows = filing_rows(state(desk).case, desk.session.today)
    assert [(row["resultado"], row["dias"]) for row in rows] == [("rechazada", 823)]
    row = screen.detail.filed._rows.rows[0]
    assert [fact for fact, _ in row._line.facts] == ["fecha_notif_rechazo"]
    row._facts.pressed.emit(0)
    assert desk.shown == "interview"
    assert "fecha_notif_rechazo" in desk.screen_named("interview").facts_shown()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("day", "channel", "says"),
    [
        (None, "portal", "Falta cuándo y por dónde"),
        ("2024", "", "Falta cuándo y por dónde"),
        ("2027-01-01", "portal", "todavía no llega"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_and_nothing_kept(
    desk: Desk, day: str, channel: str, says: str
) -> None:
    screen = findings(desk)
    before = state(desk).case
    filled(screen, day, channel).keep()
    assert says in screen.filings.overlay.fault.said
    assert screen.filings.overlay.is_open
    assert state(desk).case is before


def test_esc_notes_nothing_down(desk: Desk) -> None:
    screen = findings(desk)
    before = state(desk).case
    filled(screen)
    press(Key.Key_Escape)
    assert state(desk).case is before
    assert desk.shown == "findings" and not screen.filings.overlay.is_open


def test_a_filing_is_undone_by_its_name(desk: Desk) -> None:
    screen = findings(desk)
    filled(screen).keep()
    desk.undo()
    screen.finish()
    assert state(desk).case.filings == {}
    assert screen.detail.filed.said == []
    assert "Residencia definitiva" in desk.notice._text.text()


def test_the_list_of_cases_says_how_long_it_waits(desk: Desk, qtbot: QtBot) -> None:
    screen = findings(desk)
    filled(screen, "2024-08").keep()
    office = desk.session.require_office()
    assert desk.session.path is not None
    line = case_line(office, desk.session.path, desk.session.today)
    assert str(about(office.pack, line)(desk.words)).endswith(
        "Se presentó hace entre 26 y 27 meses; sin respuesta"
    )

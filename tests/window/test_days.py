"""The days of a deadline on the shipped pack: dates in full, every day with its reason, both readings, what is over."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from konbit.case.acts import Gave
from konbit.case.answers import Answer, Source, person
from konbit.law.partial import PartialDate
from konbit.window.look.theme import Theme, wear
from konbit.window.opening import catalogues
from konbit.window.parts.button import LinkButton
from konbit.window.parts.day_strip import Day, DayKind
from konbit.window.parts.text import Text
from konbit.window.screens.days import DaysScreen
from konbit.window.screens.term_view import TermTold, due_words, telling_of
from konbit.window.session import Session
from konbit.window.tongue import Words, switch
from konbit.work.office import Office, open_office

_PATH = Path(__file__).resolve().parents[2] / "docs" / "gallery_findings.py"
_SPEC = importlib.util.spec_from_file_location("konbit_gallery_days", _PATH)
assert _SPEC is not None and _SPEC.loader is not None
gallery = importlib.util.module_from_spec(_SPEC)
sys.modules["konbit_gallery_days"] = gallery
_SPEC.loader.exec_module(gallery)


@pytest.fixture(scope="session")
def office() -> Office:
    return open_office()


@pytest.fixture
def spoken(app: QApplication) -> Iterator[Words]:
    yield Words(catalogues(), "es+ht")


def days_on(session: Session, words: Words, what: str | None = None) -> DaysScreen:
    screen = DaysScreen(words, session)
    screen.resize(1366, 690)
    screen.show()
    screen.enter(what)
    QApplication.processEvents()
    return screen


def told(session: Session, ident: str) -> TermTold:
    assert session.interview is not None
    found = telling_of(session.require_office(), session.interview.case, session.findings(), ident)
    assert found is not None
    return found


def given(session: Session, **answers: object) -> Session:
    """The same case with other answers of the applicant."""
    assert session.interview is not None
    case = session.interview.case
    for fact, value in answers.items():
        case = case.do(Gave(person(case.applicant), fact, Answer(value, None, Source.SAID)))
    session.path = None
    session.take(replace(session.interview, case=case))
    return session


def said(screen: DaysScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(Text) if one.isVisible())


def test_the_nearest_deadline_is_shown_with_weekday_and_hour_in_both_tongues(office, spoken, qtbot) -> None:
    screen = days_on(gallery.session_on("expulsion_nueve_dias", office), spoken)
    qtbot.addWidget(screen)
    assert screen.term.told is not None
    assert screen.term.told.term.deadline.id == "reclamacion_141"
    due = due_words(screen.term.told)(spoken)
    assert "martes 24 de noviembre de 2026" in due
    assert "24:00" in due
    assert "madi 24 novanm 2026" in due.beside


def test_every_day_of_the_count_has_its_number_or_its_reason(office) -> None:
    session = given(
        gallery.session_on("padre_27_meses", office),
        fecha_aviso_rechazo=PartialDate.of(date(2026, 11, 13)),
    )
    words = Words(catalogues(), "es")
    seen = set()
    for term in session.findings().terms:
        for row in told(session, term.deadline.id).rows:
            for day in row.days:
                if day.kind is DayKind.SKIPPED:
                    assert str(day.reason(words)), day
                    assert day.number is None
                seen.add(day.kind)
            assert any(day.date == row.due for day in row.days)
            assert [day.date for day in row.days] == sorted({day.date for day in row.days})
    assert {DayKind.EVENT, DayKind.COUNTS} <= seen


def test_a_holiday_is_named_in_the_tongue_that_is_spoken(office) -> None:
    session = gallery.session_on("padre_27_meses", office)
    spanish, creole = Words(catalogues(), "es"), Words(catalogues(), "ht")
    days: list[Day] = [day for row in told(session, "proteccion_omision").rows for day in row.days]
    holiday = next(day for day in days if day.date == date(2026, 12, 8))
    assert "Inmaculada" in holiday.reason(spanish)
    assert str(holiday.reason(creole)) != str(holiday.reason(spanish))
    assert holiday.number is not None  # in calendar days a holiday counts, and is named all the same


def test_two_readings_say_which_to_use_and_draw_the_other_dashed(office, spoken, qtbot) -> None:
    session = given(
        gallery.session_on("padre_27_meses", office),
        fecha_notif_reconduccion=PartialDate.of(date(2026, 11, 13)),
    )
    two = next(term for term in session.findings().terms if term.other_due is not None)
    view = told(session, two.deadline.id)
    outer = [day for row in view.rows for day in row.days if day.kind is DayKind.OTHER]
    if len(view.rows) == 1:
        assert [day.date for day in outer] == [two.other_due]
    open_one = replace(two, state="abierto")
    screen = days_on(session, spoken)
    qtbot.addWidget(screen)
    screen.term.show_term(replace(view, term=open_one, today=two.file_by), office.pack)
    assert "Use la primera fecha." in said(screen)


def test_a_start_known_only_by_its_month_gives_two_rows(office, spoken, qtbot) -> None:
    session = given(
        gallery.session_on("padre_27_meses", office), ultima_comunicacion=PartialDate.parse("2026-11")
    )
    view = told(session, "proteccion_omision")
    assert len(view.rows) == 2
    assert view.rows[0].days[0].date == date(2026, 11, 1)
    assert view.rows[0].due == view.due < view.rows[1].due
    screen = days_on(session, spoken, "proteccion_omision")
    qtbot.addWidget(screen)
    assert len(screen.term.strips) == 2
    assert "Si fue el primer día posible" in said(screen)
    assert "Use la primera fecha." in said(screen)


def test_a_deadline_that_is_over_says_what_to_look_at(office, spoken, qtbot) -> None:
    session = gallery.session_on("padre_27_meses", office)
    screen = days_on(session, spoken, "procedimiento_6_meses")
    qtbot.addWidget(screen)
    text = said(screen)
    assert "Venció." in text
    assert office.pack.deadlines["procedimiento_6_meses"].when_late in text
    assert "Terminó el sábado 1 de febrero de 2025" in text


def test_months_and_years_show_few_tiles_with_their_year(office) -> None:
    session = gallery.session_on("nina_sin_papeles", office)
    long = next(term for term in session.findings().terms if term.unit == "anios")
    days = told(session, long.deadline.id).rows[0].days
    assert len(days) <= 7
    assert days[-1].date == long.due
    words = Words(catalogues(), "es")
    assert all(str(day.date.year) in day.reason(words) for day in days)


def test_articles_open_their_phrase_with_a_key(office, spoken, qtbot) -> None:
    screen = days_on(gallery.session_on("expulsion_nueve_dias", office), spoken)
    qtbot.addWidget(screen)
    norms = screen.term._norms
    link = norms.links.tiles()[0]
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert "«" in norms.quote_shown
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert not norms.quote_shown


def test_the_date_it_starts_from_can_be_looked_at(office, spoken, qtbot) -> None:
    screen = days_on(gallery.session_on("expulsion_nueve_dias", office), spoken)
    qtbot.addWidget(screen)
    change = next(
        one
        for one in screen.term.findChildren(LinkButton)
        if one.isVisible() and one.text().startswith("Cambiar")
    )
    with qtbot.waitSignal(screen.went) as heard:
        qtbot.keyClick(change, Qt.Key.Key_Return)
    assert heard.args == ["interview", "fecha_notif_expulsion"]


def test_enter_prepares_the_writ_of_the_deadline_and_esc_returns_to_its_card(office, spoken, qtbot) -> None:
    screen = days_on(gallery.session_on("expulsion_nueve_dias", office), spoken)
    qtbot.addWidget(screen)
    went: list[tuple[str, object]] = []
    screen.went.connect(lambda name, what: went.append((name, what)))
    qtbot.keyClick(screen, Qt.Key.Key_Return)
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert went == [("papers", "escrito:reclamacion_141"), ("findings", "plazo:reclamacion_141")]


def test_another_deadline_is_one_key_away(office, spoken, qtbot) -> None:
    screen = days_on(gallery.session_on("padre_27_meses", office), spoken)
    qtbot.addWidget(screen)
    assert screen.term.told is not None
    before = screen.term.told.term.deadline.id
    card = screen.others.tiles()[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert screen.term.told.term.deadline.id != before


def test_narrow_begins_with_the_week_of_today(app, office, spoken, qtbot) -> None:
    wear(app, Theme(scale=2.0))
    screen = days_on(gallery.session_on("padre_27_meses", office), spoken, "proteccion_omision")
    qtbot.addWidget(screen)
    strip = screen.term.strips[0]
    tiles, _, folded = strip._tiles(strip.width())
    assert folded == 13
    assert tiles[0].day.date == date(2026, 11, 23)


def test_the_strip_is_heard_in_the_tongue_that_is_spoken(app, office, spoken, qtbot) -> None:
    screen = days_on(gallery.session_on("expulsion_nueve_dias", office), spoken)
    qtbot.addWidget(screen)
    strip = screen.term.strips[0]
    spanish = strip.accessibleName()
    switch(spoken, "ht", app)
    app.processEvents()
    assert strip.accessibleName() != spanish
    assert "madi 24 novanm 2026" in strip.accessibleName()


def test_without_any_deadline_the_screen_says_what_starts_one(office, spoken, qtbot) -> None:
    session = gallery.session_on("madre_de_chileno", office)
    screen = days_on(session, spoken)
    qtbot.addWidget(screen)
    if session.findings().terms:
        pytest.fail("the example was to have no deadline")
    assert screen.empty.isVisible()
    assert "Un plazo empieza" in said(screen)


def test_a_term_in_hours_says_its_moment(office) -> None:
    session = given(
        gallery.session_on("expulsion_nueve_dias", office),
    )
    view = told(session, "reclamacion_141")
    moment = datetime(2026, 11, 24, 14, 30)
    hours = replace(view, term=replace(view.term, due=moment))
    assert "14:30" in due_words(hours)(Words(catalogues(), "es"))

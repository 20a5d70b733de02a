"""Specimens of the first half of the window: cases, reasons, interview, review. Only the pack's made-up people."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from konbit.law.directory import Contact
from konbit.law.own_days import OwnDay
from konbit.reasoning.asking import Screen as Asked
from konbit.tongues.catalogue import Catalogue
from konbit.window.desk import Desk
from konbit.window.look.theme import running
from konbit.window.opening import catalogues
from konbit.window.screens.findings import FindingsScreen
from konbit.window.screens.interview import ChangeOf, InterviewScreen
from konbit.window.session import Session
from konbit.window.settings import Settings
from konbit.window.tongue import Words
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.filings import record_filing, record_result
from konbit.work.office import Office, open_office
from konbit.work.own_contacts import checked, office_with_contacts

NOW = datetime(2026, 11, 23, 19, 4)
SIZE = (1366, 690)


@lru_cache(maxsize=1)
def office() -> Office:
    """The pack, read once."""
    return open_office()


@lru_cache(maxsize=1)
def spoken() -> dict[str, Catalogue]:
    """The pack's own catalogues: its texts are looked up by their Spanish."""
    return catalogues()


def desk(words: Words, *, examples: bool = True, loaded: bool = True) -> Desk:
    """A window over a folder that goes away with it."""
    scratch = tempfile.TemporaryDirectory(prefix="konbit-gallery-")
    folder = Path(scratch.name)
    if examples:
        for stem, case in example_cases(office()).items():
            save_case(case, folder / f"{case.code or stem}.json")
    words = Words(spoken(), words.tongue)
    session = Session(folder, lambda: NOW, office() if loaded else None, choose=lambda letters: letters[6])
    theme = running()
    made = Desk(words, session, settings=Settings(words.tongue, theme.dark, theme.scale))
    made.setProperty("scratch", scratch)
    made.resize(*SIZE)
    made.show()
    settle(made)
    return made


def settle(made: Desk) -> None:
    """Lets what runs beside the window come in."""
    app = QApplication.instance()
    assert app is not None
    for _ in range(3):
        made.finish()
        app.processEvents()


def opening(words: Words) -> QWidget:
    return desk(words, loaded=False)


def cases(words: Words) -> QWidget:
    return desk(words)


def no_cases(words: Words) -> QWidget:
    return desk(words, examples=False)


def reasons(words: Words) -> QWidget:
    made = desk(words)
    made.go("reasons")
    return made


def begun(words: Words, reason: str = "sin_respuesta") -> tuple[Desk, InterviewScreen]:
    made = desk(words)
    made.session.new_case(made.session.fresh_code(), office().pack.reasons[reason].targets)
    made.go("interview")
    screen = made.screen_named("interview")
    assert isinstance(screen, InterviewScreen)
    settle(made)
    return made, screen


def first_questions(words: Words) -> QWidget:
    return begun(words)[0]


def what_is_wrong(words: Words) -> QWidget:
    made, screen = begun(words)
    screen.next()
    return made


def bars(words: Words) -> QWidget:
    made, _ = begun(words, "todo")
    interview = made.session.interview
    assert interview is not None
    facts = tuple(fact.id for fact in office().reader.blocks_facts("impedimentos"))
    screens = (*interview.screens, Asked("impedimentos", facts, True, 0))
    made.session.take(replace(interview, screens=screens, at=len(screens) - 1))
    made.go("interview")
    return made


def at_fact(fact: str) -> Callable[[Words], QWidget]:
    def build(words: Words) -> QWidget:
        made, _ = begun(words, "todo")
        made.go("interview", fact)
        return made

    return build


def row_of_list(words: Words) -> QWidget:
    made, screen = begun(words, "todo")
    made.go("interview", "hijo")
    screen.list_card.add_button.click()
    return made


def change(words: Words) -> QWidget:
    """An edit that puts other answers aside, before it is kept."""
    made = opened(words, "EJ-1")
    made.go("interview", ChangeOf("solicitud_pendiente_tipo"))
    screen = made.screen_named("interview")
    assert isinstance(screen, InterviewScreen)
    screen.cards[0].entry.group.answers[-1].click()  # type: ignore[attr-defined]
    return made


def opened(words: Words, code: str) -> Desk:
    made = desk(words)
    made.open_path(made.session.folder / f"{code}.json")
    settle(made)
    return made


def example(words: Words) -> QWidget:
    return opened(words, "EJ-1")


def review(words: Words) -> QWidget:
    made = opened(words, "EJ-1")
    made.go("review")
    return made


def zone(words: Words) -> QWidget:
    """A made-up passport just read: one name otherwise said before, one check digit that does not fit."""
    made, screen = begun(words, "todo")
    assert made.session.interview is not None
    made.session.take(made.session.interview.answered("nombres", "Wilmer"))
    made.go("interview", "nombres")
    screen.documents.hear(
        "P<HTIDESROSIERS<<WILNER<<<<<<<<<<<<<<<<<<<<<RD45218704HTI8503127M3001014<<<<<<<<<<<<<<<6"
    )
    return made


def zone_typed(words: Words) -> QWidget:
    made, screen = begun(words, "todo")
    made.go("interview", "nombres")
    screen.documents.ask()
    screen.documents.overlay.act()
    return made


def school_number(words: Words) -> QWidget:
    """A number that is no RUN, with its doubt under the answer."""
    made, _ = begun(words, "todo")
    assert made.session.interview is not None
    made.session.take(made.session.interview.answered("run", "100200300-3"))
    made.go("interview", "run")
    return made


def own_days(words: Words) -> QWidget:
    made = desk(words)
    made.session.own_days = (
        OwnDay(date(2026, 12, 9), "Ley 21.999", "01"),
        OwnDay(date(2027, 1, 4), "Ley 22.001"),
    )
    made.go("own_days", "cases")
    return made


def filed(words: Words) -> Desk:
    """A case with something pending and something decided."""
    made = opened(words, "EJ-1")
    now = made.session.interview
    assert now is not None
    case = record_filing(
        now.office, now.case, now.today, "ruta:rd", day="2024-08-01", channel="portal", number="36904410"
    )
    case = record_filing(now.office, case, now.today, "escrito:proteccion", day="2026-09", channel="ojv")
    case = record_result(now.office, case, now.today, "f2", "rechazada", day="2026-11-02")
    made.session.take(replace(now, case=case))
    return made


def filed_finding(words: Words) -> QWidget:
    made = filed(words)
    made.go("findings", "escrito:proteccion")
    screen = made.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.finish()
    return made


def filing_form(words: Words) -> QWidget:
    made = filed(words)
    made.go("findings", "ruta:rd")
    screen = made.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.finish()
    screen.filings.overlay.ask("ruta:rd", "f1")
    return made


def contact_shown(words: Words) -> QWidget:
    made = opened(words, "EJ-1")
    office = made.session.require_office()
    own = Contact(
        "propio_1",
        "Parroquia del barrio (inventada)",
        "Atiende a personas recién llegadas",
        phone="2 2222 2222",
        hours="lunes a viernes, 9 a 13",
        source="llamada",
        routes=("refugio",),
    )
    made.session.renew(office_with_contacts(office, {own.id: checked(own, made.session.today)}))
    made.go("findings", "ruta:refugio")
    screen = made.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.finish()
    return made


def contact_at_hand(words: Words) -> QWidget:
    made = contact_shown(words)
    screen = made.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.choose("ruta:refugio")
    screen.finish()

    def see() -> None:
        screen._detail_scroll.ensureWidgetVisible(screen.detail.calls, 0, 0)

    QTimer.singleShot(0, screen, see)
    return made


def contact_form(words: Words) -> QWidget:
    made = contact_shown(words)
    screen = made.screen_named("findings")
    assert isinstance(screen, FindingsScreen)
    screen.contacts.ask("propio_1")
    return made


def filed_list(words: Words) -> QWidget:
    made = filed(words)
    made.session.close()
    made.go("cases")
    settle(made)
    return made


def parts() -> list[tuple[str, Callable[[Words], QWidget], tuple[int, int]]]:
    """Name, how it is built, size."""
    return [
        ("pantalla-abriendo", opening, SIZE),
        ("pantalla-casos", cases, SIZE),
        ("pantalla-casos-ninguno", no_cases, SIZE),
        ("pantalla-que-le-trae", reasons, SIZE),
        ("pantalla-entrevista", first_questions, SIZE),
        ("pantalla-entrevista-errores", what_is_wrong, SIZE),
        ("pantalla-entrevista-impedimentos", bars, SIZE),
        ("pantalla-entrevista-lista", at_fact("hijo"), SIZE),
        ("pantalla-entrevista-fila", row_of_list, SIZE),
        ("pantalla-entrevista-hora", at_fact("detencion_desde"), SIZE),
        ("pantalla-entrevista-relato", at_fact("relato"), SIZE),
        ("pantalla-entrevista-cambio", change, SIZE),
        ("pantalla-entrevista-ejemplo", example, SIZE),
        ("pantalla-revision", review, SIZE),
        ("pantalla-contacto", contact_at_hand, SIZE),
        ("pantalla-contacto-anotar", contact_form, SIZE),
        ("pantalla-pasaporte", zone, SIZE),
        ("pantalla-pasaporte-escribir", zone_typed, SIZE),
        ("pantalla-entrevista-duda", school_number, SIZE),
        ("pantalla-dias-propios", own_days, SIZE),
        ("pantalla-presentado", filed_finding, SIZE),
        ("pantalla-presentado-anotar", filing_form, SIZE),
        ("pantalla-presentado-casos", filed_list, SIZE),
    ]

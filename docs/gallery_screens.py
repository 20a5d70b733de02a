"""Specimens of the first half of the window: cases, reasons, interview, review. Only the pack's made-up people."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from konbit.reasoning.asking import Screen as Asked
from konbit.tongues.catalogue import Catalogue
from konbit.window.desk import Desk
from konbit.window.look.theme import running
from konbit.window.opening import catalogues
from konbit.window.screens.interview import ChangeOf, InterviewScreen
from konbit.window.session import Session
from konbit.window.settings import Settings
from konbit.window.tongue import Words
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.office import Office, open_office

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
    ]

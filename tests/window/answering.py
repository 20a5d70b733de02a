"""Answers questions in the window as a volunteer does, by keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konbit.case.values import write_value
from konbit.law.facts import Kind as FactKind
from konbit.reasoning.asking import Screen as Asked
from konbit.window.desk import Desk
from konbit.window.screens.interview import InterviewScreen
from konbit.work.interview import Interview

Key = Qt.Key


def press(key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As a person types: to whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    if isinstance(key, str):
        # QTest.keyClicks aborts at a letter that is not ASCII.
        for letter in key:
            typed = QApplication.focusWidget()
            code = ord(letter.upper()) if letter.isascii() else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(typed, QKeyEvent(kind, code, modifiers, letter))
    else:
        QTest.keyClick(widget, key, modifiers)
    QApplication.processEvents()


FIRST = ("omision_persistente", "ultima_comunicacion")


def begin(desk: Desk, reason: str = "sin_respuesta", *, ask: tuple[str, ...] = FIRST) -> InterviewScreen:
    """A new case for a reason, at two questions of our choosing: what the pack asks first is the pack's affair."""
    office = desk.session.require_office()
    desk.session.new_case("K-7R9", office.pack.reasons[reason].targets)
    now = state(desk)
    screens = (Asked(office.pack.facts[ask[0]].block, ask, False, 0),)
    desk.session.take(replace(now, screens=screens, at=0))
    desk.go("interview")
    return interview_of(desk)


def interview_of(desk: Desk) -> InterviewScreen:
    screen = desk.screen_named("interview")
    assert isinstance(screen, InterviewScreen)
    QApplication.processEvents()
    return screen


def state(desk: Desk) -> Interview:
    assert desk.session.interview is not None
    return desk.session.interview


def value_of(desk: Desk, fact: str) -> object:
    answer = state(desk).answer_of(fact)
    return answer.value if answer and answer.known else None


def at(desk: Desk, fact: str) -> InterviewScreen:
    desk.go("interview", fact)
    return interview_of(desk)


def by_keys(desk: Desk, screen: InterviewScreen, known: Mapping[str, object]) -> None:
    """Answers the question that has the focus as a volunteer does, and goes on; what is not known by Alt+N."""
    pack, fact = desk.session.require_office().pack, screen._card_here().question.id
    definition, raw = pack.facts[fact], write_value(known.get(fact))
    match definition.kind:
        case FactKind.BOOL if fact in known:
            press("1" if raw else "2")
        case FactKind.CHOICE if fact in known:
            for _ in range(list(definition.choices).index(str(raw))):
                press(Key.Key_Down)
            press(Key.Key_Space)
        case FactKind.DATE | FactKind.PARTIAL_DATE if fact in known:
            parts = str(raw).split("-")
            screen._card_here().entry.boxes()[3 - len(parts)].setFocus()
            for part in reversed(parts):
                press(part)
        case FactKind.COMUNA | FactKind.COUNTRY if fact in known:
            places = {**pack.places.comunas, **pack.places.countries}
            press(places[str(raw)].name)
            press(Key.Key_Return)
        case FactKind.TEXT | FactKind.STORY | FactKind.DOCUMENT | FactKind.RUN | FactKind.INTEGER if (
            fact in known
        ):
            press(str(raw))
        case _:
            press(Key.Key_N, Qt.KeyboardModifier.AltModifier)
    control = definition.kind == FactKind.STORY and fact in known
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)


def desk_with(desk: Desk, reason: str = "todo") -> Desk:
    begin(desk, reason)
    return desk

"""Lists, what an edit does, and what holds of every question: by keyboard, on the real pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from konbit.case.answers import NotKnown
from konbit.case.known import known_values
from konbit.law.facts import Kind as FactKind
from konbit.reasoning.asking import Screen as Asked
from konbit.window.desk import Desk
from konbit.window.parts.chip import Chip
from konbit.window.screens.interview import InterviewScreen
from konbit.work.cases import open_case
from konbit.work.office import Office

from .answering import FIRST, Key, at, begin, desk_with, press, state, value_of

# --- the list everybody is asked


def bars(desk: Desk) -> tuple[InterviewScreen, tuple[str, ...]]:
    screen = begin(desk, "todo")
    facts = tuple(fact.id for fact in desk.session.require_office().reader.blocks_facts("impedimentos"))
    now = state(desk)
    desk.session.take(
        replace(now, screens=(*now.screens, Asked("impedimentos", facts, True, 0)), at=len(now.screens))
    )
    desk.go("interview")
    return screen, screen.facts_shown()


def test_none_of_these_is_one_act(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen, facts = bars(desk)
    press("0")
    assert all(value_of(desk, fact) is False for fact in facts)
    acts = desk.session.undo()
    assert len(acts) == len(facts)
    assert all(state(desk).answer_of(fact) is None for fact in facts)
    del screen


def test_what_is_not_marked_is_nothing_until_somebody_says_so(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen, facts = bars(desk)
    press("2")
    assert value_of(desk, facts[1]) is True
    assert [state(desk).answer_of(fact) for fact in facts if fact != facts[1]] == [None] * (len(facts) - 1)
    screen.next()
    assert not screen.summary.isHidden()
    assert screen.facts_shown() == facts
    assert "Ninguno de los demás" in [answer.text() for answer in screen.none_card.group.answers]
    screen.none_card.toggle_rest()
    assert value_of(desk, facts[1]) is True
    assert all(value_of(desk, fact) is False for fact in facts if fact != facts[1])
    assert screen.summary.isHidden()
    screen.none_card.group.answers[1].click()
    assert state(desk).answer_of(facts[1]) is None
    assert not screen.none_card.said_of_rest()


def test_a_way_of_not_knowing_for_the_rest(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen, facts = bars(desk)
    press("1")
    screen.none_card.unknown.take("reserva")
    assert value_of(desk, facts[0]) is True
    assert {state(desk).answer_of(fact).unknown for fact in facts[1:]} == {NotKnown.WITHHELD}  # type: ignore[union-attr]


# --- lists


def test_a_row_is_asked_question_by_question(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "hijo")
    screen.next()
    assert not screen.summary.isHidden()
    press(Key.Key_Escape)
    screen = at(desk, "hijo")
    screen.list_card.add_button.setFocus()
    press(Key.Key_Return)
    assert screen.facts_shown()[0] == "hijo_nombre"
    press("Naïma Desrosiers")
    for _ in range(10):
        if not screen.list_card.isHidden():
            break
        for card in screen.cards_shown:
            if card.question.id != "hijo_nombre":
                card.unknown.take("no_sabe")
        screen.next()
    assert not screen.list_card.isHidden()
    assert not known_values(state(desk).case, desk.session.require_office().pack.facts).get("hijo")
    screen.next()
    assert not screen.summary.isHidden()
    assert screen.list_card.none_button.text() == "No hay más"
    screen.list_card.none_button.click()
    assert screen.summary.isHidden()
    assert len(known_values(state(desk).case, desk.session.require_office().pack.facts)["hijo"]) == 1  # type: ignore[arg-type]
    rows = screen.list_card.findChildren(QWidget)
    assert any("Naïma Desrosiers" in row.accessibleName() for row in rows)
    kept = open_case(desk.session.require_office(), desk.session.folder / "K-7R9.json")
    assert any(
        answer.value == "Naïma Desrosiers"
        for place, facts in kept.answers.items()
        if place.kind == "hijo"
        for by_source in facts.values()
        for answer in by_source.values()
    )


def test_there_are_none_is_an_act_and_so_is_not_knowing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "hijo")
    screen.list_card.unknown.take("no_sabe")
    answer = state(desk).answer_of("hijo")
    assert answer is not None
    assert answer.unknown == NotKnown.DOES_NOT_KNOW
    screen.list_card.none_button.click()
    assert list(state(desk).case.lists.values()) == [()]
    assert state(desk).answer_of("hijo") is None


# --- what an edit does


def test_an_edit_that_puts_answers_aside_asks_first(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    begin(desk, "todo")
    for fact, raw in (("detenido", True), ("detencion_desde", "2026-11-23T09:30")):
        desk.session.take(state(desk).answered(fact, raw))
    screen = at(desk, "detenido")
    card = next(card for card in screen.cards_shown if card.question.id == "detenido")
    card.entry.group.answers[1].click()  # type: ignore[attr-defined]
    assert not screen.notice.isHidden()
    assert "deja de contar" in screen.notice.said
    assert value_of(desk, "detenido") is True
    screen.notice.leave_button.click()
    assert screen.notice.isHidden()
    assert card.reply().value is True
    card.entry.group.answers[1].click()  # type: ignore[attr-defined]
    screen.notice.keep_button.click()
    assert value_of(desk, "detenido") is False
    assert value_of(desk, "detencion_desde") is not None


def test_what_if_follows_the_focus_before_anything_is_kept(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "detenido")
    press(Key.Key_Down)
    press(Key.Key_Up)
    qtbot.waitUntil(lambda: not desk.background.busy)
    assert not screen.panel.what_if.isHidden()
    assert "¿Y si responde «Sí»?" in screen.panel.what_if.said
    assert "Se abre" in screen.panel.what_if.said
    assert state(desk).answer_of("detenido") is None


def test_what_is_missing_jumps_to_its_question(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    screen.finish()
    links = screen.panel.links
    assert 0 < len(links) <= 9
    facts = desk.session.require_office().pack.facts
    wanted = next(link for link in links if facts[FIRST[0]].label not in link.text())
    named = next(fact.id for fact in facts.values() if fact.label == wanted.accessibleName())
    wanted.click()
    assert named in screen.facts_shown()


def test_in_a_narrow_window_what_is_missing_is_a_drawer(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(scale=2.0)
    screen = begin(desk)
    assert len(screen.facts_shown()) == 1
    press(Key.Key_F7)
    facts = desk.session.require_office().pack.facts
    wanted = next(link for link in screen.panel.links if facts[FIRST[0]].label not in link.text())
    assert wanted.isVisible()
    wanted.click()
    assert not wanted.isVisible()
    assert facts[screen.facts_shown()[0]].label == wanted.accessibleName()


def test_undo_says_what_and_shows_it(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    press("1")
    press(Key.Key_Return)
    screen.cards[0].entry.take_focus()
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert state(desk).answer_of("omision_persistente") is None
    assert "Siguen sin responderle" in desk.notice.accessibleName()
    assert screen.cards[0].reply().value is None


# --- every kind, every control


def test_every_fact_of_the_pack_can_be_asked(make_desk: Callable[..., Desk], office: Office) -> None:
    desk = make_desk("es")
    screen = begin(desk, "todo")
    for fact in office.pack.facts.values():
        if fact.askable and fact.owner in ("persona", "hogar", "causa") and fact.id != office.pack.day_fact:
            now = state(desk)
            desk.session.interview = replace(now, screens=(Asked(fact.block, (fact.id,), False, 0),), at=0)
            screen.enter()
            shown = screen.list_card if fact.kind == FactKind.LIST else screen.cards[0]
            assert not shown.isHidden(), fact.id
            assert shown.accessibleName(), fact.id


@pytest.mark.parametrize("tongue", ["es", "ht", "es+ht"])
def test_every_control_has_a_name(make_desk: Callable[..., Desk], tongue: str) -> None:
    desk = make_desk(tongue)
    screen = begin(desk, "todo")
    for fact in ("fecha_ingreso", "detencion_desde", "hijo", "domicilio_comuna", "relato", "ausencias_meses"):
        at(desk, fact)
        for widget in screen.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), (fact, widget)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("tongue", ["es", "ht", "es+ht"])
def test_no_text_is_cut(make_desk: Callable[..., Desk], tongue: str, scale: float) -> None:
    desk = make_desk(tongue, scale=scale)
    screen = begin(desk)
    screen.next()
    QApplication.processEvents()
    _whole(desk)
    at(desk, "hijo")
    _whole(desk)


def _whole(desk: Desk) -> None:
    for widget in desk.findChildren(QWidget):
        if widget.isVisible() and widget.hasHeightForWidth() and not isinstance(widget, QLineEdit):
            need = widget.heightForWidth(widget.width())
            assert widget.height() >= need, (
                type(widget).__name__,
                widget.accessibleName(),
                widget.height(),
                need,
            )
            if not isinstance(widget, Chip):
                assert widget.width() >= widget.minimumSizeHint().width(), (
                    type(widget).__name__,
                    widget.width(),
                )


def test_what_is_missing_comes_a_turn_after_the_question(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    screen.finish()
    assert screen.panel.links
    card = screen.cards_shown[0]
    card.unknown.take("no_sabe")
    screen.next()
    assert not screen.cards_shown or screen.cards_shown[0].question.id  # the question is there at once
    assert screen.around.busy
    for _ in range(10):
        QApplication.processEvents()
    assert not screen.around.busy
    screen.back()
    screen.leave()
    assert not screen.around.busy

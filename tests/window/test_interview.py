"""The interview on the real pack, by keyboard: nothing lost, nothing kept in silence, what is wrong said in place."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from konbit.case.answers import NotKnown
from konbit.case.known import known_values
from konbit.case.values import write_value
from konbit.errors import CannotWrite
from konbit.law.facts import Kind as FactKind
from konbit.reasoning.asking import Screen as Asked
from konbit.reasoning.asking import Target
from konbit.window import session as session_module
from konbit.window.desk import Desk
from konbit.window.parts.chip import Chip
from konbit.window.screens.interview import InterviewScreen
from konbit.work.cases import open_case
from konbit.work.demo import example_cases
from konbit.work.interview import Interview
from konbit.work.office import Office

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


def test_by_keyboard_from_the_start_to_the_review(make_desk: Callable[..., Desk], qtbot) -> None:
    desk = make_desk()
    office = desk.session.require_office()
    father = known_values(example_cases(office)["padre_27_meses"], office.pack.facts)
    qtbot.waitUntil(lambda: not desk.background.busy)
    press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.shown == "reasons"
    reasons = [answer.choice.id for answer in desk.screen_named("reasons").group.answers]  # type: ignore[attr-defined]
    press(str(reasons.index("sin_respuesta") + 1))
    assert desk.shown == "interview"
    screen = interview_of(desk)
    asked: list[str] = []
    while desk.shown == "interview" and len(asked) < 80:
        if not screen.none_card.isHidden():
            asked.extend(screen.facts_shown())
            press("0")
            press(Key.Key_Return)
            continue
        asked.append(screen._card_here().question.id)
        by_keys(desk, screen, father)
    assert desk.shown == "review", (screen.facts_shown(), screen.summary.accessibleName())
    assert state(desk).done
    assert set(FIRST) <= set(asked)
    assert len(asked) == len(set(asked))
    for fact in asked:
        answer = state(desk).answer_of(fact)
        assert answer is not None
        assert answer.known == (fact in father), fact
        assert not answer.known or answer.value == father[fact]
    assert desk.session.findings().writs["proteccion"].open_to_file
    kept = open_case(office, desk.session.folder / f"{state(desk).case.code}.json")
    assert known_values(kept, office.pack.facts) == known_values(state(desk).case, office.pack.facts)


def test_changing_tongue_keeps_what_is_typed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "relato")
    box = screen.cards[0].entry.boxes()[0]
    box.setFocus()
    press("Trabajo en la con")
    for tongue in ("ht+es", "es", "ht", "es+ht"):
        press(Key.Key_F8)
        assert desk.words.tongue == tongue
        assert screen.cards[0].entry.value() == "Trabajo en la con"
    press("strucción.")
    assert screen.cards[0].entry.value() == "Trabajo en la construcción."


def desk_with(desk: Desk, reason: str = "todo") -> Desk:
    begin(desk, reason)
    return desk


def test_back_loses_nothing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    press("1")
    press(Key.Key_Return)
    press("10")
    press("11")
    press("2026")
    press(Key.Key_Return)
    after = screen.facts_shown()
    assert not set(after) & set(FIRST)
    press(Key.Key_N, Qt.KeyboardModifier.AltModifier)
    press(Key.Key_Escape)
    assert screen.facts_shown() == FIRST
    assert screen.cards[0].reply().value is True
    assert screen.cards[1].reply().value == "2026-11-10"
    press(Key.Key_Return)
    assert screen.facts_shown() == after
    assert screen.cards[0].reply().way == "no_sabe"


def test_what_was_typed_is_kept_when_going_back_or_away(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "relato")
    press("Vine en 2016.")
    screen.back()
    assert value_of(desk, "relato") == "Vine en 2016."
    at(desk, "nombres")
    press("Wilner")
    desk.go("cases")
    assert value_of(desk, "nombres") == "Wilner"


@pytest.mark.parametrize(("key", "way"), [("N", "no_sabe"), ("P", "reserva"), ("D", "espera_documento")])
def test_the_ways_of_not_knowing(make_desk: Callable[..., Desk], key: str, way: str) -> None:
    desk = make_desk()
    screen = begin(desk)
    press("1")
    press(Key[f"Key_{key}"], Qt.KeyboardModifier.AltModifier)
    answer = state(desk).answer_of("omision_persistente")
    assert answer is not None
    assert answer.unknown == way
    assert not answer.known
    assert screen.cards[0].reply().way == way


def test_taking_a_way_back_leaves_no_answer(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    begin(desk)
    press(Key.Key_N, Qt.KeyboardModifier.AltModifier)
    press(Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert state(desk).answer_of("omision_persistente") is None


def test_a_partial_date_is_no_error_where_it_is_allowed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "fecha_ingreso")
    screen.cards[0].entry.boxes()[2].setFocus()
    press("2018")
    screen.next()
    assert screen.summary.isHidden()
    assert value_of(desk, "fecha_ingreso").text == "2018"  # type: ignore[union-attr]


def test_a_day_that_does_not_exist_is_told_in_its_own_words(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    press("1")
    press(Key.Key_Return)
    press("31")
    press("2")
    press("2026")
    press(Key.Key_Return)
    assert "no existe" in screen.cards[1].fault_said
    assert not screen.summary.isHidden()
    assert screen.summary.hasFocus()
    assert "Última noticia sobre la solicitud" in screen.summary.accessibleName()
    assert screen.facts_shown() == FIRST
    assert screen.cards[1].entry.boxes()[0].text() == "31"
    press(Key.Key_Return)
    assert screen.cards[1].isAncestorOf(QApplication.focusWidget())
    press(Key.Key_N, Qt.KeyboardModifier.AltModifier)
    press(Key.Key_Return)
    assert screen.summary.isHidden()
    assert screen.facts_shown()[0] != "omision_persistente"


def test_a_date_that_cannot_be_names_the_other_in_both_tongues(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "fecha_nacimiento")
    boxes = screen.cards[0].entry.boxes()
    for box, text in zip(boxes, ("4", "9", "2090"), strict=True):
        box.setFocus()
        press(text)
    screen.next()
    assert value_of(desk, "fecha_nacimiento") is None
    fault = screen.cards[0].fault_said
    assert "«Fecha de nacimiento» no puede ser después de" in fault
    assert "{" not in fault
    assert ": :" not in fault
    assert not screen.summary.isHidden()


def test_a_run_with_a_wrong_digit_is_not_taken(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "run")
    screen.cards[0].entry.take_focus()
    press("26.123.456-5")
    press(Key.Key_Return)
    assert value_of(desk, "run") is None
    assert "dígito verificador" in screen.cards[0].fault_said
    press(Key.Key_Return)  # the summary leads to the box
    screen.cards[0].entry.boxes()[0].clear()
    press("26123456-4")
    press(Key.Key_Return)
    assert value_of(desk, "run") == "26123456-4"


def test_an_empty_question_is_asked_for_and_not_skipped(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    screen.next()
    assert not screen.summary.isHidden()
    assert screen.facts_shown()[0] == "omision_persistente"
    assert not state(desk).case.answer(state(desk)._place("omision_persistente"), "omision_persistente")


def test_a_blank_box_deletes_nothing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = at(desk_with(desk), "nombres")
    press("Wilner")
    screen.next()
    at(desk, "nombres")
    box = screen.cards[0].entry.boxes()[0]
    assert box.text() == "Wilner"
    box.clear()
    screen.next()
    assert value_of(desk, "nombres") == "Wilner"
    assert "sigue guardada" in screen.cards[0].fault_said
    assert box.text() == "Wilner"
    screen.next()
    assert screen.summary.isHidden()


def test_a_failed_save_stays_in_red_until_it_is_kept(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    screen = begin(desk)
    real = session_module.save_interview

    def full(interview: Interview, path: Path) -> None:
        raise CannotWrite("No se pudo escribir {file}: {reason}.", file=path.name, reason="disco lleno")

    monkeypatch.setattr(session_module, "save_interview", full)
    press("1")
    assert not desk.trouble.isHidden()
    assert desk.trouble.stays
    assert "disco lleno" in desk.trouble.accessibleName()
    assert value_of(desk, "omision_persistente") is True
    assert "No se guardó" in screen.head.saved.text()
    monkeypatch.setattr(session_module, "save_interview", real)
    desk.trouble.acted.emit()
    assert desk.trouble.isHidden()
    assert "Guardado 19:04" in screen.head.saved.text()
    assert open_case(desk.session.require_office(), desk.session.folder / "K-7R9.json").answers


def test_the_window_does_not_close_over_an_answer_that_is_not_kept(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    begin(desk)
    real = session_module.save_interview

    def full(interview: Interview, path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(session_module, "save_interview", full)
    press("1")
    assert not desk.close()
    assert not desk.trouble.isHidden()
    monkeypatch.setattr(session_module, "save_interview", real)
    assert desk.close()
    assert not desk.session.unsaved


def test_every_answer_is_on_disk_at_once_and_the_place_too(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    screen = begin(desk)
    press("1")
    path = desk.session.folder / "K-7R9.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["historia"][-1]["hecho"] == "omision_persistente"
    press(Key.Key_Return)
    press("11")
    press("11")
    press("2026")
    press(Key.Key_Return)
    here = screen.facts_shown()
    desk.session.close()
    desk.open_path(path)
    assert screen.facts_shown() == here
    assert state(desk).targets == (Target("escrito", "proteccion"),)


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

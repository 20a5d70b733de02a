"""The interview on the real pack, by keyboard: nothing lost, nothing kept in silence, what is wrong said in place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from konbit.errors import CannotWrite
from konbit.reasoning.asking import Target
from konbit.window import session as session_module
from konbit.window.desk import Desk
from konbit.work.cases import open_case
from konbit.work.interview import Interview

from .answering import FIRST, Key, at, begin, desk_with, press, state, value_of


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

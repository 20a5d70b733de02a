"""Boxes to fill: partial dates, soft RUN, numbers, a list found by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konbit.window.look.style import has_fault
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.field import Field
from konbit.window.parts.folding import folded
from konbit.window.parts.lettering import line
from konbit.window.parts.number_entry import NumberEntry, RunEntry
from konbit.window.parts.picker import Option, Picker
from konbit.window.parts.text_entry import LongTextEntry, TextEntry
from konbit.window.tongue import Words


@pytest.fixture
def dated(app: QApplication, words: Words, qtbot) -> DateEntry:
    made = DateEntry(words)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def fill_date(entry: DateEntry, day: str, month: str, year: str) -> None:
    for box, text in ((entry.day, day), (entry.month, month), (entry.year, year)):
        box.setFocus()
        box.clear()
        QTest.keyClicks(box, text)


@pytest.mark.parametrize(
    ("day", "month", "year", "value"),
    [
        ("", "", "2018", "2018"),
        ("", "6", "2018", "2018-06"),
        ("", "junio", "2018", "2018-06"),
        ("4", "jun", "2018", "2018-06-04"),
        ("4", "jen", "2018", "2018-06-04"),
        ("29", "febrero", "2024", "2024-02-29"),
        ("1", "DICIEMBRE", "2026", "2026-12-01"),
        ("", "", "", None),
    ],
)
def test_what_is_known_is_taken(dated: DateEntry, day: str, month: str, year: str, value: str | None) -> None:
    fill_date(dated, day, month, year)
    assert dated.value() == value
    assert dated.fault() is None


@pytest.mark.parametrize(
    ("day", "month", "year", "fault"),
    [
        ("31", "junio", "2026", "El 31 de junio no existe en 2026. Revise el día."),
        ("29", "2", "2026", "El 29 de febrero no existe en 2026. Revise el día."),
        ("4", "", "2018", "Falta el mes. Sin el mes, basta con el año."),
        ("4", "6", "", "Falta el año. Si no lo sabe, marque «No sabe»."),
        ("", "xyz", "2018", "«xyz» no es un mes. Escriba 6 o junio."),
        ("", "13", "2018", "«13» no es un mes. Escriba 6 o junio."),
        ("4", "6", "18", "Escriba el año con cuatro cifras, como 2024."),
    ],
)
def test_what_cannot_be_is_said(
    dated: DateEntry, words: Words, day: str, month: str, year: str, fault: str
) -> None:
    fill_date(dated, day, month, year)
    said = dated.fault()
    assert said is not None
    assert said(words) == fault
    assert dated.value() is None
    assert dated.day.text() == day  # what was typed stays


def test_a_partial_date_is_a_fault_only_where_a_day_is_needed(dated: DateEntry, words: Words) -> None:
    fill_date(dated, "", "6", "2018")
    dated.ask_whole(True)
    said = dated.fault()
    assert said is not None
    assert said(words) == "Aquí hace falta el día, el mes y el año."
    assert dated.value() == "2018-06"


def test_typing_goes_on_by_itself(dated: DateEntry) -> None:
    dated.day.setFocus()
    for key in "10122026":
        QTest.keyClicks(QApplication.focusWidget(), key)
    assert dated.value() == "2026-12-10"
    assert dated.month.text() == "diciembre"


def test_a_date_goes_in_and_out(dated: DateEntry, words: Words) -> None:
    for value in ("2018", "2018-06", "2018-06-04", None):
        dated.set_value(value)
        assert dated.value() == value
    dated.set_value("2018-06")
    words.speak("ht")
    dated.retranslate()
    assert dated.month.text() == "jen"
    assert dated.value() == "2018-06"


def test_each_box_of_a_date_has_its_name(dated: DateEntry) -> None:
    dated.describe("Fecha de aviso", "Basta el año")
    assert dated.day.accessibleName() == "Fecha de aviso: Día"
    assert dated.year.accessibleDescription() == "Basta el año"


def test_a_field_shows_its_fault_when_left_and_takes_it_away_when_right(
    app: QApplication, words: Words, qtbot
) -> None:
    entry = DateEntry(words)
    field = Field(words, line("demo.notice", "Fecha de aviso"), entry)
    qtbot.addWidget(field)
    field.show()
    fill_date(entry, "31", "junio", "2026")
    entry.left.emit()
    assert "31 de junio" in field.fault_said
    assert has_fault(entry.day)
    assert "31 de junio" in entry.day.accessibleDescription()
    fill_date(entry, "30", "junio", "2026")
    assert field.fault_said == ""


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("12345678-5", "12345678-5", "12.345.678-5"),
        ("12.345.678-5", "12345678-5", "12.345.678-5"),
        ("123456785", "12345678-5", "12.345.678-5"),
        ("1234567k", "1234567-K", "1.234.567-K"),
        ("hola", None, "hola"),
    ],
)
def test_run_is_put_in_form_when_left(
    app: QApplication, words: Words, qtbot, typed: str, value: str | None, shown: str
) -> None:
    entry = RunEntry(words)
    qtbot.addWidget(entry)
    QTest.keyClicks(entry.box, typed)
    entry.box.editingFinished.emit()
    assert (entry.value(), entry.box.text()) == (value, shown)
    assert (entry.fault() is None) == (value is not None)


def test_run_is_judged_by_whoever_knows_how(app: QApplication, words: Words, qtbot) -> None:
    entry = RunEntry(words, check=lambda run: line("x", f"{run} no es"))
    qtbot.addWidget(entry)
    entry.set_value("12345678-9")
    said = entry.fault()
    assert said is not None
    assert said(words) == "12345678-9 no es"


@pytest.mark.parametrize(
    ("typed", "value", "fault"),
    [
        ("150000", 150000, None),
        ("150.000", 150000, None),
        ("dos", None, "Escriba solo números, sin letras."),
        ("0", 0, "Escriba 1 o más."),
        ("", None, None),
    ],
)
def test_numbers(
    app: QApplication, words: Words, qtbot, typed: str, value: int | None, fault: str | None
) -> None:
    entry = NumberEntry(words)
    qtbot.addWidget(entry)
    entry.within(1, 1_000_000)
    QTest.keyClicks(entry.box, typed)
    assert entry.value() == value
    said = entry.fault()
    assert (said(words) if said else None) == fault


def test_empty_text_is_no_answer(app: QApplication, words: Words, qtbot) -> None:
    entry = TextEntry(words)
    qtbot.addWidget(entry)
    QTest.keyClicks(entry.box, "   ")
    assert entry.value() is None


def test_in_a_story_enter_is_a_line_and_control_enter_goes_on(app: QApplication, words: Words, qtbot) -> None:
    entry = LongTextEntry(words)
    qtbot.addWidget(entry)
    QTest.keyClicks(entry.box, "uno")
    QTest.keyClick(entry.box, Qt.Key.Key_Return)
    QTest.keyClicks(entry.box, "dos 2")
    with qtbot.waitSignal(entry.go_on):
        QTest.keyClick(entry.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entry.value() == "uno\ndos 2"


@pytest.fixture
def picker(app: QApplication, words: Words, qtbot) -> Picker:
    made = Picker(words)
    qtbot.addWidget(made)
    made.offer(
        [
            Option("nunoa", "Ñuñoa"),
            Option("quilicura", "Quilicura"),
            Option("estacion", "Estación Central"),
            Option("haiti", "Haití", also=("Ayiti",)),
        ]
    )
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("typed", "value"),
    [("nun", "nunoa"), ("ÑUÑ", "nunoa"), ("central", "estacion"), ("ayi", "haiti"), ("quili", "quilicura")],
)
def test_found_without_accents_and_by_any_word(picker: Picker, typed: str, value: str) -> None:
    QTest.keyClicks(picker.box, typed)
    assert not picker.list.isHidden()
    QTest.keyClick(picker.box, Qt.Key.Key_Return)
    assert picker.value() == value
    assert picker.list.isHidden()


def test_arrows_move_in_the_list_and_escape_shuts_it(picker: Picker) -> None:
    QTest.keyClick(picker.box, Qt.Key.Key_Down)
    QTest.keyClick(picker.box, Qt.Key.Key_Down)
    QTest.keyClick(picker.box, Qt.Key.Key_Return)
    assert picker.value() is not None
    QTest.keyClick(picker.box, Qt.Key.Key_Down)
    QTest.keyClick(picker.box, Qt.Key.Key_Escape)
    assert picker.list.isHidden()


def test_a_near_miss_is_suggested_and_kept(picker: Picker, words: Words) -> None:
    QTest.keyClicks(picker.box, "kilicura")
    assert picker.value() is None
    said = picker.fault()
    assert said is not None
    assert said(words) == "«kilicura» no está en la lista. ¿Quiso decir Quilicura?"
    assert picker.box.text() == "kilicura"


def test_folding() -> None:
    assert folded("  Ñuñoa  È ") == "nunoa e"

"""Words on screen: one tongue or two, changed live in all windows, Qt's own words too."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from konbit.window.parts.button import PrimaryButton
from konbit.window.parts.calendar_words import full_date, partial_date
from konbit.window.parts.text import Text
from konbit.window.tongue import QtWords, Said, Words, fill, switch


def test_two_tongues_at_once(words: Words) -> None:
    words.speak("es+ht")
    said = words("ui.next", "Seguir")
    assert (said, said.beside, said.both) == ("Seguir", "Kontinye", "Seguir · Kontinye")
    words.speak("ht+es")
    said = words("ui.next", "Seguir")
    assert (said, said.beside, said.first, said.second) == ("Kontinye", "Seguir", "ht", "es")


def test_what_is_not_translated_is_spanish_once(words: Words) -> None:
    words.speak("es+ht")
    said = words("ui.nowhere", "Aún sin traducir")
    assert said == "Aún sin traducir"
    assert said.beside == ""


def test_unknown_tongue_is_refused(words: Words) -> None:
    with pytest.raises(ValueError, match="qu"):
        words.speak("qu")


def test_fields_reach_no_attribute() -> None:
    assert fill("{name} {name.__class__} {other}", {"name": "Ana"}) == "Ana {name.__class__} {other}"


def test_a_field_in_two_tongues_goes_to_each(words: Words) -> None:
    words.speak("es+ht")
    said = full_date(words, date(2026, 12, 10))
    assert said == "jueves 10 de diciembre de 2026"
    assert said.beside == "jedi 10 desanm 2026"


def test_first_of_the_month_is_premye(words: Words) -> None:
    words.speak("ht")
    assert full_date(words, date(2026, 11, 1)) == "dimanch premye novanm 2026"


@pytest.mark.parametrize(
    ("iso", "said"), [("2018", "en algún momento de 2018"), ("2018-06", "junio de 2018")]
)
def test_partial_dates_are_read_back(words: Words, iso: str, said: str) -> None:
    assert partial_date(words, iso) == said


def test_switch_rewords_every_window_live(app: QApplication, words: Words, qtbot) -> None:
    one, two = (
        Text(words, lambda words: words("ui.next", "Seguir")),
        PrimaryButton(words, lambda words: words("ui.next", "Seguir")),
    )
    qtbot.addWidget(one)
    qtbot.addWidget(two)
    switch(words, "ht", app)
    qtbot.waitUntil(lambda: one.text() == "Kontinye")
    assert two.accessibleName() == "Kontinye"
    switch(words, "es", app)
    qtbot.waitUntil(lambda: one.text() == "Seguir")


def test_two_windows_can_speak_two_tongues(app: QApplication, words: Words, qtbot) -> None:
    theirs = words.in_one("ht")
    ours, hers = Text(words, lambda w: w("ui.next", "Seguir")), Text(theirs, lambda w: w("ui.next", "Seguir"))
    qtbot.addWidget(ours)
    qtbot.addWidget(hers)
    assert (ours.text(), hers.text()) == ("Seguir", "Kontinye")


class _QtTable:
    def text(self, msgid: str, context: str = "", **fields: object) -> str:
        return {("qt.QPlatformTheme", "Cancel"): "Anile"}.get((context, msgid), msgid)


def test_qt_speaks_creole_and_leaves_the_rest_to_its_own_catalogue(app: QApplication) -> None:
    speaker = Words({"ht": _QtTable()}, "ht")
    base, ours = QTranslator(), QtWords(speaker)
    assert base.load("qtbase_es", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert not ours.isEmpty()
    app.installTranslator(base)
    app.installTranslator(ours)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Anile"
        assert QCoreApplication.translate("QPlatformTheme", "Help") == "Ayuda"
        assert QCoreApplication.translate("Nowhere", "Nothing") == "Nothing"
        speaker.speak("es")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    finally:
        app.removeTranslator(ours)
        app.removeTranslator(base)


def test_said_is_a_string_and_never_doubles_itself() -> None:
    assert Said("Wi", "Wi").both == "Wi"
    assert "es" in Said("es", "ht")

"""The smaller parts that tell something: what they say aloud, where they lead."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konbit.window.parts import chip
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.criterion_row import Criterion, CriterionRow
from konbit.window.parts.error_summary import ErrorSummary, Wrong
from konbit.window.parts.lettering import fixed
from konbit.window.parts.pdf_preview import PdfPreview
from konbit.window.parts.progress import ProgressSegments
from konbit.window.parts.saved_mark import SavedMark
from konbit.window.parts.tongue_switch import TongueSwitch
from konbit.window.tongue import Words, switch


def test_saved_only_after_the_commit(app: QApplication, words: Words, qtbot) -> None:
    mark = SavedMark(words)
    qtbot.addWidget(mark)
    assert mark.isHidden()
    mark.saving()
    assert "19:04" not in mark.text()
    mark.saved(time(19, 4))
    assert mark.text() == "Guardado 19:04"
    mark.failed()
    assert mark.text() == "No se guardó"


def test_a_red_banner_stays(app: QApplication, words: Words, qtbot) -> None:
    banner = Banner(words)
    qtbot.addWidget(banner)
    banner.tell(Level.RED, fixed("No se pudo guardar."))
    assert banner.stays
    assert banner.accessibleName().startswith("Peligro. ")
    banner.tell(Level.DONE, fixed("Copia hecha."))
    assert not banner.stays


def test_progress_is_words(app: QApplication, words: Words, qtbot) -> None:
    progress = ProgressSegments(words)
    qtbot.addWidget(progress)
    progress.at(4, 7, left=6)
    assert progress.accessibleName() == "Tema 4 de 7 · quedan unas 6 preguntas"
    progress.at(7, 7, left=1)
    assert progress.accessibleName() == "Tema 7 de 7 · queda una pregunta"


def test_tongue_switch_shows_what_is_spoken(app: QApplication, words: Words, qtbot) -> None:
    tongues = TongueSwitch(words)
    qtbot.addWidget(tongues)
    with qtbot.waitSignal(tongues.chosen) as got:
        tongues._buttons[2].click()
    assert got.args == ["ht"]
    switch(words, "ht+es", app)
    qtbot.waitUntil(lambda: tongues._buttons[1].isChecked())


def test_error_summary_takes_the_focus_and_jumps(app: QApplication, words: Words, qtbot) -> None:
    summary = ErrorSummary(words)
    qtbot.addWidget(summary)
    summary.show()
    qtbot.waitExposed(summary)
    summary.activateWindow()
    qtbot.waitUntil(summary.isActiveWindow)
    summary.tell([Wrong("fecha", fixed("Fecha de aviso")), Wrong("run", fixed("RUN"))])
    assert summary.hasFocus()
    assert summary.accessibleName() == "Hay 2 datos por corregir. Fecha de aviso. RUN"
    with qtbot.waitSignal(summary.jump) as got:
        QTest.keyClick(summary, Qt.Key.Key_Return)
    assert got.args == ["fecha"]
    summary.tell([])
    assert summary.isHidden()


def test_an_article_opens_its_quote(app: QApplication, words: Words, qtbot) -> None:
    row = CriterionRow(words)
    qtbot.addWidget(row)
    row.show_criterion(
        Criterion(
            "x", chip.met(), fixed("Pasaron seis meses"), article=fixed("art. 1"), quote=fixed("«seis meses»")
        )
    )
    assert not row.quote_shown
    row._article.click()
    assert row.quote_shown
    assert row.accessibleName() == "Cumple. Pasaron seis meses"


def test_pages_turn_by_key(app: QApplication, words: Words, qtbot) -> None:
    preview = PdfPreview(words)
    qtbot.addWidget(preview)
    preview.resize(900, 600)
    image = QImage(600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    preview.show()
    preview.show_pages([image] * 3)
    assert (preview.page, preview.accessibleName()) == (1, "Página 1 de 3")
    with qtbot.waitSignal(preview.page_changed) as got:
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert got.args == [2, 3]

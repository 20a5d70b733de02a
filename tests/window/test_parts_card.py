"""The question card, the page around it and the smaller parts: rebinding, keys, room, accessible names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from konbit.window.look.theme import Theme, wear
from konbit.window.parts import chip, signs
from konbit.window.parts.answer import Choice
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.chip import Chip
from konbit.window.parts.criterion_row import Criterion, CriterionRow
from konbit.window.parts.day_strip import Day, DayKind, DayStrip
from konbit.window.parts.error_summary import ErrorSummary, Wrong
from konbit.window.parts.focus_ring import FocusRing
from konbit.window.parts.lettering import fixed, line
from konbit.window.parts.page import Page
from konbit.window.parts.pdf_preview import PdfPreview
from konbit.window.parts.progress import ProgressSegments
from konbit.window.parts.question import Kind, Question, Reply
from konbit.window.parts.question_card import QuestionCard
from konbit.window.parts.room import Room, room_for
from konbit.window.parts.saved_mark import SavedMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.tongue_switch import TongueSwitch
from konbit.window.tongue import Words, switch

LETTER = Question(
    "carta",
    Kind.DATE,
    line("demo.letter", "¿Cuándo recibió la última carta o correo de SERMIG?"),
    hint=line("demo.letter.hint", "Si no recuerda el día, basta el mes y el año."),
    why=line("demo.letter.why", "Desde esa fecha se cuenta el plazo."),
    draft=True,
)
HOW = Question(
    "como",
    Kind.CHOICE,
    line("demo.how", "¿Cómo llegó esa carta?"),
    choices=(
        Choice("correo", line("demo.how.email", "Correo electrónico")),
        Choice("carta", line("demo.how.post", "Correo postal")),
    ),
    ways=("no_sabe",),
)
CROSSED = Question("paso", Kind.YES_NO, line("demo.crossing", "¿Entró a Chile por un paso habilitado?"))


@pytest.fixture
def card(app: QApplication, words: Words, qtbot) -> Iterator[QuestionCard]:
    made = QuestionCard(words)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.ask(LETTER)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


def test_a_card_is_filled_again_with_the_same_widgets(card: QuestionCard) -> None:
    first = card.entry
    card.ask(HOW, "correo")
    assert card.reply() == Reply("como", "correo")
    card.ask(LETTER, "2018-06")
    assert card.entry is first
    assert card.reply() == Reply("carta", "2018-06")
    many = len(card.findChildren(QWidget))
    for _ in range(5):
        card.ask(HOW)
        card.ask(LETTER)
    assert len(card.findChildren(QWidget)) == many


def test_nothing_is_answered_before_it_is(card: QuestionCard) -> None:
    for question in (LETTER, HOW, CROSSED):
        card.ask(question)
        assert card.reply() == Reply(question.id)


def test_no_is_an_answer_and_not_its_absence(card: QuestionCard, qtbot) -> None:
    card.ask(CROSSED)
    card.take_focus()
    with qtbot.waitSignal(card.answered) as got:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert got.args == [Reply("paso", False)]
    assert card.reply().value is False


def test_not_knowing_takes_the_place_of_an_answer_and_gives_it_back(card: QuestionCard) -> None:
    card.ask(LETTER, "2018-06")
    card.unknown.take("no_sabe")
    assert card.reply() == Reply("carta", None, "no_sabe")
    card.unknown.take("no_sabe")
    assert card.reply() == Reply("carta", "2018-06")


def test_alt_n_says_not_known(card: QuestionCard) -> None:
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert card.reply().way == "no_sabe"


def test_a_way_that_is_not_allowed_has_no_key(card: QuestionCard) -> None:
    card.ask(HOW)
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert card.reply().way == ""


def test_a_fault_does_not_hold_back_not_knowing(card: QuestionCard) -> None:
    card.entry.set_value("2026-06-31")
    assert card.reveal()
    assert "31 de junio" in card.fault_said
    card.unknown.take("no_sabe")
    assert card.fault_said == ""
    assert card.reply().way == "no_sabe"


def test_a_faulty_value_is_not_answered(card: QuestionCard, qtbot) -> None:
    card.entry.set_value("2026-06-31")
    with qtbot.assertNotEmitted(card.answered):
        card.entry.left.emit()
    card.entry.set_value("2026-06-30")
    with qtbot.waitSignal(card.answered) as got:
        card.entry.left.emit()
    assert got.args == [Reply("carta", "2026-06-30")]


def test_f2_opens_why_and_shuts_it(card: QuestionCard) -> None:
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert card._why.is_open
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert not card._why.is_open
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
    assert not card._aloud.is_open  # nothing to say aloud here


def test_a_card_rewords_itself_and_keeps_the_answer(
    app: QApplication, card: QuestionCard, words: Words, qtbot
) -> None:
    card.ask(HOW, "correo")
    switch(words, "ht", app)
    qtbot.waitUntil(lambda: card.label == "Kijan lèt sa a te rive jwenn ou?")
    assert card.reply() == Reply("como", "correo")
    assert card.entry.group.answers[0].accessibleName() == "Pa imèl"
    switch(words, "es+ht", app)
    qtbot.waitUntil(lambda: card._label_beside.isVisible())
    assert card._label_beside.text() == "Kijan lèt sa a te rive jwenn ou?"


@pytest.mark.parametrize(
    ("width", "scale", "room"),
    [
        (1366, 1, Room.WIDE),
        (1366, 1.25, Room.MEDIUM),
        (1366, 2, Room.NARROW),
        (1100, 1, Room.WIDE),
        (799, 1, Room.NARROW),
        (2200, 2, Room.WIDE),
    ],
)
def test_room_is_width_over_scale(width: int, scale: float, room: Room) -> None:
    assert room_for(width, scale) is room


@pytest.fixture
def page(app: QApplication, words: Words, qtbot) -> Page:
    made = Page(words)
    qtbot.addWidget(made)
    made.set_footer(
        left=(QuietButton(words, line("ui.back", "Atrás")),),
        right=(PrimaryButton(words, line("ui.next", "Seguir")),),
    )
    made.resize(1366, 690)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_panel_becomes_a_counted_button_and_a_drawer(page: Page, qtbot) -> None:
    panel = QLineEdit()
    page.set_panel(panel, line("ui.missing", "¿Qué falta?"), count=3)
    assert panel.isVisible()
    assert page._panel_button.isHidden()
    page.resize(900, 690)
    assert page.room is Room.MEDIUM
    assert not panel.isVisible()
    assert page._panel_button.accessibleName() == "¿Qué falta? 3"
    page._panel_button.click()
    assert panel.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    page.resize(1366, 690)
    assert panel.isVisible()


def test_room_follows_the_letter(app: QApplication, page: Page, qtbot) -> None:
    with qtbot.waitSignal(page.room_changed) as got:
        wear(app, Theme(scale=2.0))
    assert got.args == [Room.NARROW]


def test_a_footer_holds_three_buttons(page: Page, words: Words) -> None:
    with pytest.raises(ValueError, match="3"):
        page.set_footer(left=tuple(QuietButton(words, fixed(str(at))) for at in range(4)))


def test_enter_goes_on_and_escape_back(page: Page, words: Words, qtbot) -> None:
    box = QLineEdit()
    page.add(box)
    box.setFocus()
    with qtbot.waitSignal(page.went_on):
        QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.went_back):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_no_false_scroll_bar(page: Page, words: Words, qtbot) -> None:
    from konbit.window.parts.text import Text

    page.add(Text(words, fixed("Una oración que se parte en varias líneas. " * 20)))
    qtbot.wait(1)
    assert page.view.verticalScrollBar().maximum() == 0
    page.add(Text(words, fixed("Una oración que se parte en varias líneas. " * 300)))
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    assert page.inside.width() <= page.view.viewport().width()


def test_what_takes_the_focus_is_brought_into_view(page: Page, words: Words, qtbot) -> None:
    boxes = [QLineEdit() for _ in range(60)]
    for box in boxes:
        page.add(box)
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    boxes[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert page.view.verticalScrollBar().value() > 0
    assert (
        page.view.viewport()
        .rect()
        .intersects(
            boxes[-1].rect().translated(boxes[-1].mapTo(page.view.viewport(), boxes[-1].rect().topLeft()))
        )
    )


def test_the_ring_is_not_cut_by_the_group_it_stands_in(page: Page, words: Words, qtbot) -> None:
    ring, card = FocusRing(page), QuestionCard(words)
    card.ask(HOW)
    page.add(card)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    card.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    answer = QApplication.focusWidget()
    assert ring.widget() is answer
    assert ring.parentWidget() is page.inside
    qtbot.waitUntil(lambda: page.inside.rect().contains(ring.geometry()))  # it moves with the layout
    assert ring.width() == answer.width() + 8


@pytest.fixture
def ringed(app: QApplication, qtbot) -> tuple[QWidget, list[QPushButton], FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [QPushButton(name) for name in "ab"]
    for button in buttons:
        column.addWidget(button)
    ring = FocusRing(window)
    window.show()
    qtbot.waitExposed(window)
    buttons[0].setFocus()
    return window, buttons, ring


def test_the_ring_waits_for_the_keyboard(ringed: tuple[QWidget, list[QPushButton], FocusRing]) -> None:
    _, buttons, ring = ringed
    assert not ring.isVisible()
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert ring.isVisible()
    assert ring.widget() is buttons[1]
    assert ring.geometry().contains(buttons[1].geometry())
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_no_ring_in_the_persons_window(ringed: tuple[QWidget, list[QPushButton], FocusRing]) -> None:
    _, buttons, ring = ringed
    ring.allow(False)
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert not ring.isVisible()


def grey(sign: Sign, colour: str) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    signs.paint(painter, sign, QRectF(0, 0, 48, 48), QColor(colour))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_signs_are_told_apart_in_grey() -> None:
    drawn = {sign: bytes(grey(sign, "#444444").constBits()) for sign in Sign}
    for one, pixels in drawn.items():
        assert min(pixels) < 0x80, f"{one} draws nothing"
        for other, others in drawn.items():
            if one is not other:
                differing = sum(abs(a - b) > 60 for a, b in zip(pixels, others, strict=True))
                assert differing > 40, f"{one} looks like {other}"


def test_every_state_has_a_word_and_its_own_sign_or_tone(app: QApplication, words: Words, qtbot) -> None:
    states = [
        chip.can(),
        chip.can_with_risk(),
        chip.not_now(),
        chip.missing(2),
        chip.wait(fixed("mañana")),
        chip.may_ask(),
        chip.not_applicable(),
        chip.closed(),
    ]
    assert len({state.sign for state in states}) == len(states)
    for state in states:
        shown = Chip(words, state)
        qtbot.addWidget(shown)
        assert shown.text()


@pytest.mark.parametrize(
    ("left", "sign"),
    [
        (0, Sign.OCTAGON),
        (1, Sign.OCTAGON),
        (2, Sign.TRIANGLE),
        (4, Sign.TRIANGLE),
        (5, Sign.CLOCK),
        (-1, Sign.DASH_RING),
    ],
)
def test_urgency(left: int, sign: Sign) -> None:
    assert chip.due(left).sign is sign


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


def count_of(days: int, today: date, words: Words) -> DayStrip:
    start = date(2026, 11, 10)
    strip = DayStrip(words)
    counted = [Day(start, None, DayKind.EVENT, fixed("correo"))]
    counted += [Day(start + timedelta(days=at), at, DayKind.COUNTS) for at in range(1, days + 1)]
    strip.show_days(counted, today=today, due=start + timedelta(days=days))
    return strip


def test_thirteen_tiles_are_a_line_more_are_weeks(app: QApplication, words: Words, qtbot) -> None:
    line_of, weeks = count_of(12, date(2026, 11, 12), words), count_of(13, date(2026, 11, 12), words)
    for strip in (line_of, weeks):
        qtbot.addWidget(strip)
    assert len({tile.box.y() for tile in line_of._tiles(1300)[0]}) == 1
    tiles = weeks._tiles(1300)[0]
    assert len({tile.box.y() for tile in tiles}) == 3
    assert {tile.day.date.weekday() for tile in tiles if tile.box.x() == 0} == {0}


def test_when_narrow_the_count_starts_at_this_week(app: QApplication, words: Words, qtbot) -> None:
    strip = count_of(30, date(2026, 11, 23), words)
    qtbot.addWidget(strip)
    strip.set_room(Room.NARROW)
    tiles, _, folded = strip._tiles(700)
    assert tiles[0].day.date == date(2026, 11, 23)
    assert folded == 13


def test_the_count_is_told_day_by_day(app: QApplication, words: Words, qtbot) -> None:
    strip = count_of(10, date(2026, 11, 19), words)
    qtbot.addWidget(strip)
    heard = QAccessible.queryAccessibleInterface(strip)
    assert "viernes 20 de noviembre de 2026" in heard.text(QAccessible.Text.Name)
    told = heard.text(QAccessible.Text.Description)
    assert "martes 10 de noviembre de 2026: correo" in told
    assert "viernes 20 de noviembre de 2026: VENCE · 10" in told


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

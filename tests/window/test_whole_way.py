"""The whole way by keyboard alone: from the door to a writ on the disk, on the real pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from konbit.case.known import known_values
from konbit.window.desk import Desk
from konbit.window.parts.banner import Level
from konbit.window.screens.findings import FindingsScreen
from konbit.window.screens.papers import PapersScreen
from konbit.work.cases import open_case
from konbit.work.demo import example_cases

from .answering import FIRST, Key, by_keys, interview_of, press, state


def test_by_keyboard_from_the_start_to_the_exported_writ(
    make_desk: Callable[..., Desk], qtbot, tmp_path: Path
) -> None:
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
    lists: list[str] = []
    while desk.shown == "interview" and len(asked) + len(lists) < 80:
        if not screen.none_card.isHidden():
            asked.extend(screen.facts_shown())
            press("0")
            press(Key.Key_Return)
            continue
        if not screen.list_card.isHidden():
            lists.append(screen.facts_shown()[0])
            press(Key.Key_Tab)
            assert screen.list_card.none_button.hasFocus()
            press(Key.Key_Space)
            press(Key.Key_Return)
            continue
        asked.append(screen._card_here().question.id)
        by_keys(desk, screen, father)
    assert desk.shown == "review", (screen.facts_shown(), screen.summary.accessibleName())
    assert state(desk).done
    assert set(FIRST) <= set(asked)
    assert lists == ["anexo"]
    assert len(asked) == len(set(asked))
    for fact in asked:
        answer = state(desk).answer_of(fact)
        assert answer is not None
        assert answer.known == (fact in father), fact
        assert not answer.known or answer.value == father[fact]
    assert desk.session.findings().writs["proteccion"].open_to_file
    kept = open_case(office, desk.session.folder / f"{state(desk).case.code}.json")
    assert known_values(kept, office.pack.facts) == known_values(state(desk).case, office.pack.facts)

    press(Key.Key_Return)
    findings = desk.screen_named("findings")
    assert isinstance(findings, FindingsScreen)
    assert desk.shown == "findings"
    QApplication.processEvents()
    for _ in range(40):
        if findings.cards.key == "escrito:proteccion":
            break
        press(Key.Key_Down)
    assert findings.cards.key == "escrito:proteccion"
    press(Key.Key_Return)
    papers = desk.screen_named("papers")
    assert isinstance(papers, PapersScreen)
    assert desk.shown == "papers"
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=30_000)
    writ = tmp_path / "escrito.pdf"
    papers.ask_path = lambda *_: str(writ)  # the system's own dialog, which no test drives
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=30_000)
    assert papers.notes.saved.level is Level.DONE
    written = PdfReader(writ)
    assert len(written.pages) >= 3
    assert father["nombres"].split()[0].upper() in written.pages[0].extract_text().upper()
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".pdf"] == ["escrito.pdf"]

"""Papers on the shipped pack: made in memory, blanks that lead to their question, whole files only when asked for."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from konbit.errors import CannotWrite
from konbit.window.look.theme import Theme, wear
from konbit.window.opening import catalogues
from konbit.window.parts.banner import Level
from konbit.window.parts.button import LinkButton
from konbit.window.parts.text import Text
from konbit.window.screens.papers import PapersScreen
from konbit.window.tongue import Words
from konbit.work.office import Office, open_office

_PATH = Path(__file__).resolve().parents[2] / "docs" / "gallery_findings.py"
_SPEC = importlib.util.spec_from_file_location("konbit_gallery_papers", _PATH)
assert _SPEC is not None and _SPEC.loader is not None
gallery = importlib.util.module_from_spec(_SPEC)
sys.modules["konbit_gallery_papers"] = gallery
_SPEC.loader.exec_module(gallery)


@pytest.fixture(scope="session")
def office() -> Office:
    return open_office()


@pytest.fixture
def spoken(app: QApplication) -> Iterator[Words]:
    yield Words(catalogues(), "es")


def settled(screen: PapersScreen) -> PapersScreen:
    for _ in range(200):
        if not screen.session.background.busy:
            break
        screen.session.background.finish()
        QApplication.processEvents()
    assert not screen.session.background.busy
    QApplication.processEvents()
    return screen


def papers_on(example: str, words: Words, office: Office, what: str | None = None) -> PapersScreen:
    screen = PapersScreen(words, gallery.session_on(example, office))
    screen.resize(1366, 690)
    screen.show()
    screen.enter(what)
    return settled(screen)


def said(screen: PapersScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(Text) if one.isVisible())


def answer_with(screen: PapersScreen, place: Path, asked: list[str] | None = None) -> None:
    def ask(parent: object, title: str, suggested: str, kinds: str) -> str:
        del parent, title, kinds
        if asked is not None:
            asked.append(suggested)
        return str(place)

    screen.ask_path = ask


def test_a_complete_writ_is_ready_and_shows_its_pages(office, spoken, qtbot) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    assert screen.preview.isVisible()
    assert len(screen.preview.images) >= 2
    assert all(not image.isNull() for image in screen.preview.images)
    assert screen.notes.notes is not None
    assert screen.notes.notes.final
    assert "Página 1 de" in said(screen)


def test_nothing_reaches_the_disk_until_asked(office, spoken, qtbot, monkeypatch, tmp_path) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise AssertionError(f"{path} written unasked, {len(data)} bytes")

    for module in ("konbit.work.write", "konbit.work.forms", "konbit.papers.output"):
        monkeypatch.setattr(f"{module}.write_whole", refuse)
    monkeypatch.chdir(tmp_path)
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    for edition in ("ht", "es+ht", "es"):
        screen.editions.chosen.emit(edition)
        settled(screen)
    screen.enter("formulario:F04")
    settled(screen)
    assert screen.preview.images
    assert list(tmp_path.iterdir()) == []


def test_a_blank_leads_to_its_question(office, spoken, qtbot) -> None:
    screen = papers_on("expulsion_nueve_dias", spoken, office, "escrito:reclamacion_141")
    qtbot.addWidget(screen)
    notes = screen.notes.notes
    assert notes is not None and not notes.final
    facts = [blank.fact for blank in notes.blanks]
    assert "abogado_nombre" in facts
    label = office.pack.facts["abogado_nombre"].label
    link = next(
        one for one in screen.notes.findChildren(LinkButton) if one.isVisible() and one.text() == label
    )
    with qtbot.waitSignal(screen.went) as heard:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert heard.args == ["interview", "abogado_nombre"]
    assert screen.session.interview is not None
    assert [(one.kind, one.id) for one in screen.session.interview.targets] == [
        ("escrito", "reclamacion_141")
    ]


def test_a_writ_that_needs_a_lawyer_says_so_and_stays_a_draft(office, spoken, qtbot) -> None:
    screen = papers_on("expulsion_nueve_dias", spoken, office, "escrito:reclamacion_141")
    qtbot.addWidget(screen)
    text = said(screen)
    assert "Falta abogado o abogada." in text
    assert "asistencia jurídica gratuita" in text
    assert "Leer en su fuente antes de presentar" in text


def test_a_writ_without_a_ground_asks_instead_of_guessing(office, spoken, qtbot) -> None:
    screen = papers_on("expulsion_nueve_dias", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    assert screen.message.isVisible()
    assert not screen.pdf.isEnabled()
    assert "acto_tipo" not in said(screen)  # ids are not for people
    with qtbot.waitSignal(screen.went) as heard:
        screen.message.acted.emit()
    assert heard.args[0] == "interview"
    assert heard.args[1] in office.pack.facts


@pytest.mark.parametrize(("ending", "begins"), [(".pdf", b"%PDF"), (".docx", b"PK")])
def test_saving_writes_one_whole_file_and_says_where(
    office, spoken, qtbot, tmp_path, ending: str, begins: bytes
) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    asked: list[str] = []
    answer_with(screen, tmp_path / "recurso", asked)  # the ending is added where it is missing
    qtbot.mouseClick(screen.pdf if ending == ".pdf" else screen.docx, Qt.MouseButton.LeftButton)
    settled(screen)
    made = tmp_path / f"recurso{ending}"
    assert made.read_bytes().startswith(begins)
    assert list(tmp_path.iterdir()) == [made]
    assert Path(asked[0]).name == f"proteccion-EJ-1-2026-11-23{ending}"
    assert "Wilner" not in asked[0] and "Desrosiers" not in asked[0]
    assert screen.notes.saved.level is Level.DONE
    assert str(made) in screen.notes.saved.accessibleName()


def test_the_file_is_what_was_shown(office, spoken, qtbot, tmp_path) -> None:
    from pypdf import PdfReader

    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    screen.editions.chosen.emit("ht")
    settled(screen)
    answer_with(screen, tmp_path / "kopi.pdf")
    screen.save(".pdf")
    settled(screen)
    pages = PdfReader(io.BytesIO((tmp_path / "kopi.pdf").read_bytes())).pages
    assert len(pages) == len(screen.preview.images)
    assert "KOPI" in pages[0].extract_text()


def test_a_file_that_cannot_be_written_leaves_nothing_and_stays_red(office, spoken, qtbot, tmp_path) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    answer_with(screen, tmp_path / "no_existe" / "recurso.pdf")
    screen.save(".pdf")
    settled(screen)
    assert screen.notes.saved.level is Level.RED
    assert screen.notes.saved.stays
    assert "No se pudo escribir" in screen.notes.saved.accessibleName()
    assert list(tmp_path.iterdir()) == []
    assert issubclass(CannotWrite, Exception)


def test_saying_no_to_the_dialog_writes_nothing(office, spoken, qtbot, tmp_path) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    screen.ask_path = lambda *_all: ""
    screen.save(".pdf")
    assert not screen.session.background.busy
    assert screen.notes.saved.isHidden()


def test_a_form_shows_its_proof_and_what_it_lacks(office, spoken, qtbot, tmp_path) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "formulario:F04")
    qtbot.addWidget(screen)
    assert len(screen.preview.images) >= 2
    notes = screen.notes.notes
    assert notes is not None
    assert not notes.problems
    assert all(blank.fact in office.pack.facts for blank in notes.blanks if blank.fact)
    assert not screen.docx.isVisible()
    assert not screen.editions.isVisible()
    answer_with(screen, tmp_path / "f04.pdf")
    screen.save(".pdf")
    settled(screen)
    assert (tmp_path / "f04.pdf").read_bytes().startswith(b"%PDF")


def test_editions_by_keyboard_and_no_docx_of_two_columns(office, spoken, qtbot) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    tab = screen.editions.tiles()[0]
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    settled(screen)
    assert screen.editions.at == "ht"
    qtbot.keyClick(screen.editions.tiles()[1], Qt.Key.Key_Right)
    settled(screen)
    assert screen.editions.at == "es+ht"
    assert not screen.docx.isEnabled()
    assert screen.pdf.isEnabled()


def test_of_quick_changes_the_last_one_is_shown(office, spoken, qtbot) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    for edition in ("ht", "es+ht", "es", "ht"):
        screen.editions.chosen.emit(edition)
    settled(screen)
    assert screen._made is not None
    assert screen._made.paper.edition == "ht"


def test_printing_draws_every_page_from_memory(office, spoken, qtbot, tmp_path) -> None:
    from pypdf import PdfReader

    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    out = tmp_path / "impresora.pdf"

    def to_file(printer: QPrinter, parent: object) -> bool:
        del parent
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    screen.ask_printer = to_file
    qtbot.keyClick(screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settled(screen)
    printed = PdfReader(io.BytesIO(out.read_bytes())).pages
    assert len(printed) == len(screen.preview.images)
    width, height = float(printed[0].mediabox.width), float(printed[0].mediabox.height)
    shown = screen.preview.images[0]
    assert height / width == pytest.approx(shown.height() / shown.width(), abs=0.02)
    assert screen.notes.saved.level is Level.DONE


def test_at_200_percent_there_is_one_column_and_two_tabs(app, office, spoken, qtbot) -> None:
    wear(app, Theme(scale=2.0))
    screen = papers_on("expulsion_nueve_dias", spoken, office, "escrito:reclamacion_141")
    qtbot.addWidget(screen)
    assert screen.height() <= 690
    assert screen.notes.isVisible()
    assert not screen.preview.isVisible()
    tab = screen.sides.tiles()[0]
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    assert screen.preview.isVisible()
    assert not screen.notes.isVisible()


def test_without_a_name_the_writ_that_ends_first_is_prepared(office, spoken, qtbot) -> None:
    screen = papers_on("expulsion_nueve_dias", spoken, office)
    qtbot.addWidget(screen)
    assert screen._paper is not None
    assert screen._paper.key == "escrito:reclamacion_141"


def test_esc_returns_to_the_card_of_the_writ(office, spoken, qtbot) -> None:
    screen = papers_on("padre_27_meses", spoken, office, "escrito:proteccion")
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.went) as heard:
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert heard.args == ["findings", "escrito:proteccion"]


def test_a_paper_that_is_no_longer_wanted_is_let_go(office, spoken, qtbot) -> None:
    screen = PapersScreen(spoken, gallery.session_on("padre_27_meses", office))
    qtbot.addWidget(screen)
    screen.resize(1366, 690)
    screen.show()
    screen.enter("escrito:proteccion")
    screen.enter("formulario:F04")
    settled(screen)
    assert screen._made is not None
    assert screen._made.paper.key == "formulario:F04"
    screen.enter("escrito:proteccion")
    screen.leave()
    settled(screen)
    assert not screen.preview.images


def test_the_pages_of_a_screen_are_those_of_the_proof(office) -> None:
    import io

    from PIL import Image

    from konbit.papers.pdf.render import page_bitmaps, page_png
    from konbit.window.screens.paper_making import Paper, Shelf, paper_steps

    session = gallery.session_on("padre_27_meses", office)
    assert session.interview is not None
    case, today, shelf = session.interview.case, session.findings().today, Shelf()
    *steps, made = paper_steps(office, case, today, Paper("escrito", "proteccion"), 400, shelf)
    assert [len(one.pages) for one in (*steps, made)] == list(range(len(made.pages) + 1))
    assert shelf.templates(office) is shelf.templates(office)
    _, bitmap = next(page_bitmaps(made.data, lambda _box: 1.0))
    same = Image.open(io.BytesIO(page_png(made.data, 1, 1.0))).convert("RGB")
    drawn = Image.frombytes("RGB", same.size, bitmap.pixels, "raw", "BGRX", bitmap.stride)
    assert drawn.tobytes() == same.tobytes()

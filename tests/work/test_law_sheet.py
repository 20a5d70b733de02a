"""The pack as a document for a lawyer: everything that decides is in it, in words, with its norm."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from konbit.cli.running import run_command
from konbit.law.in_words import InWords
from konbit.law.pack import Pack, PackFolders
from konbit.work.law_sheet import LawSheet, pack_mark, write_law_sheet


@pytest.fixture(scope="module")
def made(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> tuple[LawSheet, Path]:
    folder = tmp_path_factory.mktemp("hoja") / "nueva"
    return write_law_sheet(pack, folder), folder


@pytest.fixture(scope="module")
def words(made: tuple[LawSheet, Path]) -> str:
    sheet, folder = made
    whole = Document(io.BytesIO((folder / sheet.files[1]).read_bytes()))
    return re.sub(r"\s+", " ", "\n".join(one.text for one in whole.paragraphs))


def test_every_criterion_risk_and_warning_stands_there_with_its_norms(pack: Pack, words: str) -> None:
    groups = (pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values()))
    lacking = [
        one.text
        for rules in groups
        for found in (rules.criteria, rules.risks, rules.warnings)
        for versions in found.values()
        for one in versions
        if re.sub(r"\s+", " ", one.text).rstrip(".?") not in words
    ]
    assert lacking == []
    unquoted = [
        norm.id
        for rules in groups
        for versions in rules.criteria.values()
        for one in versions
        for norm in (pack.norms[ident] for ident in one.norms)
        if re.sub(r"\s+", " ", norm.quote) not in words
    ]
    assert unquoted == []


def test_every_route_writ_and_deadline_and_open_question_stands_there(pack: Pack, words: str) -> None:
    for ident in pack.routes:
        assert f"RUTA {ident}:" in words
        assert f"Leí la ruta {ident}, en la edición de marca" in words
    for ident in pack.writs:
        assert f"ESCRITO {ident}:" in words
    for ident in pack.deadlines:
        assert f"{ident}: " in words
    assert len(pack.questions) >= 12
    for question in pack.questions:
        assert re.sub(r"\s+", " ", question.text) in words


def test_the_pdf_says_the_same(made: tuple[LawSheet, Path], words: str) -> None:
    sheet, folder = made
    read = PdfReader(io.BytesIO((folder / sheet.files[0]).read_bytes()))
    assert len(read.pages) == sheet.pages > 50
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read.pages))
    for sentence in ("Residencia definitiva", "NO «Orden de expulsión»", "[rojo]", "Preguntas abiertas"):
        assert sentence.casefold() in text.casefold()
        assert sentence.casefold() in words.casefold()


def test_conditions_read_aloud_have_no_ids_of_facts(pack: Pack) -> None:
    said = InWords(pack.facts, pack.deadlines, pack.places.countries)
    groups = (pack.shared, *pack.own_rules.values(), *(writ.rules for writ in pack.writs.values()))
    for rules in groups:
        for found in (rules.criteria, rules.risks, rules.warnings):
            for versions in found.values():
                for one in versions:
                    told = said(one.test)
                    assert told
                    assert not re.search(r"[a-z]+_[a-z]+", told), told


def test_the_mark_changes_with_the_law_and_with_nothing_else(folders: PackFolders, tmp_path: Path) -> None:
    root = tmp_path / "p"
    for name in ("forms", "templates", "translations"):
        shutil.copytree(getattr(folders, name), root / name)
    mine = PackFolders(root / "forms", root / "templates", root / "translations")
    assert pack_mark(mine) == pack_mark(folders)
    (root / "translations" / "ht" / "LC_MESSAGES" / "konbit.po").write_text("x", encoding="utf-8")
    assert pack_mark(mine) == pack_mark(folders)
    place = root / "forms" / "rd" / "reglas.toml"
    place.write_text(place.read_text("utf-8") + "\n", encoding="utf-8")
    assert pack_mark(mine) != pack_mark(folders)


def test_the_command_writes_both_or_says_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["law", "--sheet", str(tmp_path / "hoja")]) == 0
    assert {path.suffix for path in (tmp_path / "hoja").iterdir()} == {".pdf", ".docx"}
    in_the_way = tmp_path / "archivo"
    in_the_way.write_text("x")
    assert run_command(["law", "--sheet", str(in_the_way)]) == 2
    assert "archivo" in capsys.readouterr().err

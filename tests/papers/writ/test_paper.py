"""The writ on paper, read back: text, fonts, pages, metadata; DOCX opened again."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import util
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from konbit.papers.writ import checklist, columns, docx, pdf
from konbit.papers.writ.blocks import (
    Documents,
    Heading,
    Numbered,
    Otrosi,
    PageBreak,
    Paragraph,
    Petition,
    PlaceDate,
    Role,
    Run,
    Signature,
    Suma,
    Writ,
    plain,
    runs_of,
)
from konbit.papers.writ.letters import missing_letters
from konbit.papers.writ.measures import BOXES, MM
from konbit.papers.writ.rendering import Templates

_spec = util.spec_from_file_location("made_up", Path(__file__).with_name("made_up.py"))
assert _spec
assert _spec.loader
made = util.module_from_spec(_spec)
_spec.loader.exec_module(made)

TEMPLATES = Templates(made.TEMPLATES)
FULL = (made.IDENTITY, made.C26, made.STORY)


def writ_of(*facts: Any, id: str = "proteccion", tongue: Any = "es", lawyer: bool = False) -> Writ:
    return TEMPLATES.render(id, tongue, made.context(*facts, tongue=tongue, lawyer=lawyer))


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def text_of(data: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(data).pages))


def fonts(data: bytes) -> dict[str, bool]:
    """Name of each font of each page, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in read(data).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            named = font.get_object()
            about = named.get("/FontDescriptor", {})
            found[named["/BaseFont"]] = "/FontFile2" in (about.get_object() if about else {})
    return found


def made_writ(*blocks: Any, tongue: Any = "es") -> Writ:
    return Writ("prueba", tongue, "Prueba", blocks, (), (), ())


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def papers() -> dict[str, bytes]:
    es, ht = writ_of(*FULL), writ_of(*FULL, tongue="ht")
    return {
        "es": pdf.to_pdf(es, draft=False),
        "draft": pdf.to_pdf(writ_of(made.C26), draft=True),
        "ht": pdf.to_pdf(ht, draft=False),
        "columns": columns.to_pdf(es, ht),
        "checklist": checklist.to_pdf(es),
    }


@pytest.fixture(scope="module")
def paper() -> dict[str, bytes]:
    return papers()


@pytest.mark.parametrize("kind", ["es", "draft", "ht", "columns", "checklist"])
def test_every_font_is_embedded(paper: dict[str, bytes], kind: str) -> None:
    found = fonts(paper[kind])
    assert found
    assert all(found.values()), found
    assert not any("Helvetica" in name for name in found)


@pytest.mark.parametrize("kind", ["es", "draft", "ht", "columns", "checklist"])
def test_metadata_tells_nothing_of_the_case(paper: dict[str, bytes], kind: str) -> None:
    reader = read(paper[kind])
    about = {name: str(value) for name, value in (reader.metadata or {}).items()}
    assert about["/Producer"] == about["/Creator"] == "Konbit"
    assert about["/Title"]
    assert "/tmp" not in str(about)
    assert not {"Joseph", "Wilner"} & set(re.findall(r"\w+", str(about)))
    assert reader.root_object["/Lang"] == ("ht" if kind == "ht" else "es-CL")


def test_the_same_writ_gives_the_same_bytes() -> None:
    assert papers() == papers()
    assert docx.to_docx(writ_of(*FULL)) == docx.to_docx(writ_of(*FULL))


def test_the_writ_of_27_months_reads_back(paper: dict[str, bytes]) -> None:
    reader, text = read(paper["es"]), text_of(paper["es"])
    assert len(reader.pages) >= 3
    assert (
        round(float(reader.pages[0].mediabox.width) / 72 * 25.4, 1),
        round(float(reader.pages[0].mediabox.height) / 72 * 25.4, 1),
    ) == (215.9, 330.2)
    assert "[" not in text
    assert "BORRADOR" not in text
    assert "EN LO PRINCIPAL: INTERPONE RECURSO DE PROTECCIÓN" in text
    assert "ILTMA. CORTE DE APELACIONES DE SANTIAGO" in text
    assert "WILNER JOSEPH" in text
    assert "veintisiete (27) meses" in text
    assert f"{len(reader.pages)} / {len(reader.pages)}" in text


def test_every_block_of_the_writ_is_on_the_paper(paper: dict[str, bytes]) -> None:
    text = text_of(paper["es"])
    pages = len(read(paper["es"]).pages)
    for number in range(1, pages + 1):
        text = text.replace(f" {number} / {pages} ", " ")
    for block in writ_of(*FULL).blocks:
        if isinstance(block, Suma):
            continue
        for each in runs_of(block):
            assert re.sub(r"\s+", " ", plain(each)).strip() in re.sub(r"\s+", " ", text), plain(each)


def test_a_draft_says_so_on_every_page(paper: dict[str, bytes]) -> None:
    for page in read(paper["draft"]).pages:
        assert "BORRADOR" in re.sub(r"\s", "", page.extract_text())
    assert "[POR COMPLETAR: Nombres]" in text_of(paper["draft"])


@pytest.mark.parametrize("kind", ["ht", "columns"])
def test_a_copy_to_read_says_on_every_page_that_it_is_not_for_filing(
    paper: dict[str, bytes], kind: str
) -> None:
    for page in read(paper[kind]).pages:
        text = re.sub(r"\s+", " ", page.extract_text())
        assert "KOPI POU ENFÒMASYON SÈLMAN – PA POU DEPOZE NAN TRIBINAL, NAN MIGRACIONES NI LÒT KOTE" in text
        assert "KOPIPOULI" in text.replace(" ", "")
        assert "bouyon, poko revize" in text


def test_both_papers_have_the_same_numbers_of_paragraphs() -> None:
    for facts, id in ((FULL, "proteccion"), ((made.EXPELLED,), "reclamacion_141")):
        es, ht = (writ_of(*facts, id=id, tongue=tongue, lawyer=True) for tongue in ("es", "ht"))
        numbers = [
            [block.number for block in writ.blocks if isinstance(block, Numbered)] for writ in (es, ht)
        ]
        assert numbers[0] == numbers[1] == list(range(1, len(numbers[0]) + 1))


@pytest.mark.parametrize("length", range(60))
def test_a_signature_never_stands_alone_on_a_page(length: int) -> None:
    filler = [Paragraph(runs(f"Párrafo {n} de relleno, con algunas palabras.")) for n in range(length)]
    end = (Paragraph(runs("Última frase del escrito.")), PlaceDate(runs("Santiago, 1 de mayo de 2026")))
    sign = Signature(Role.PERSON, (runs("ANA ROJAS"), runs("RUN N° 1-9")))
    last = read(pdf.to_pdf(made_writ(*filler, *end, sign), draft=False)).pages[-1].extract_text()
    assert "ANA ROJAS" in last
    assert "Última frase del escrito." in last


def test_20_000_letters_and_one_endless_word_fit_on_their_pages() -> None:
    story = "una palabra y otra " * 1000 + "x" * 3000
    es = writ_of(*FULL, {"perjuicio_demora": story})
    ht = writ_of(*FULL, {"perjuicio_demora": story}, tongue="ht")
    for data in (pdf.to_pdf(es, draft=False), pdf.to_pdf(ht, draft=False), columns.to_pdf(es, ht)):
        assert text_of(data).count("una palabra") >= 990
    assert docx.to_docx(es)


def test_characters_that_markup_knows_come_out_as_typed() -> None:
    typed = "a < b & c > d \"x\" 'y' {{ z }} **no** &lt; <b>no</b>"
    assert typed in text_of(pdf.to_pdf(writ_of(*FULL, {"calle": typed}), draft=False))


def test_a_letter_the_serif_lacks_comes_from_the_sans_and_one_nobody_has_is_told() -> None:
    writ = made_writ(Paragraph(runs("ɓ Ạ ẑ")))
    assert missing_letters(writ) == ""
    assert "ẑ" in text_of(pdf.to_pdf(writ, draft=False))
    assert missing_letters(made_writ(Paragraph(runs("a 漢 b")))) == "漢"


def test_page_breaks_begin_a_page() -> None:
    writ = made_writ(Paragraph(runs("uno")), PageBreak(), Paragraph(runs("dos")))
    assert len(read(pdf.to_pdf(writ, draft=False)).pages) == 2


def test_carta_is_shorter_than_oficio() -> None:
    page = read(pdf.to_pdf(writ_of(*FULL), draft=False, paper="carta")).pages[0]
    assert round(float(page.mediabox.height) / 72 * 25.4, 1) == 279.4


def test_columns_refuse_two_different_cases() -> None:
    with pytest.raises(ValueError, match="same blocks"):
        columns.to_pdf(writ_of(*FULL), writ_of(made.C26, tongue="ht"))


def test_columns_hold_all_the_text_of_both_tongues(paper: dict[str, bytes]) -> None:
    text = text_of(paper["columns"])
    for words in (
        "No he permanecido en silencio",
        "Mwen pa t rete san di anyen",
        "QUINTO OTROSÍ",
        "SENKYÈM DEMANN ANPLIS",
    ):
        assert words in text


def test_the_sheet_for_whoever_reviews_lists_blanks_and_sources() -> None:
    text = text_of(checklist.to_pdf(writ_of(made.C26)))
    assert "NO SE PRESENTA AL TRIBUNAL" in text
    assert "Profesión u oficio" in text
    assert "Corte Suprema, Rol 57.433-2025" in text


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    document = Document(BytesIO(data))
    return [
        (paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text.strip()
    ]


@pytest.mark.parametrize("id", ["proteccion", "reclamacion_141"])
@pytest.mark.parametrize("tongue", ["es", "ht"])
def test_the_docx_has_the_same_paragraphs(id: str, tongue: str) -> None:
    writ = writ_of(*FULL, made.EXPELLED, id=id, tongue=tongue, lawyer=True)
    found = paragraphs(docx.to_docx(writ))
    meant: list[str] = []
    for block in writ.blocks:
        match block:
            case Suma(entries):
                words = [
                    f"{e.label}: {plain(e.runs) if tongue == 'ht' else plain(e.runs).upper()}"
                    for e in entries
                ]
                meant.append("; ".join(words) + ".")
            case Numbered(number, each):
                meant.append(f"{number}.\u00a0{plain(each)}")
            case Documents(items):
                meant += [f"{number}.\t{plain(each)}" for number, each in enumerate(items, start=1)]
            case Otrosi(label, each) | Petition(label, each):
                meant.append(f"{label}: {plain(each)}")
            case _:
                meant += [plain(each) for each in runs_of(block)]
    assert [text for _, text in found] == meant
    styles = {style for style, _ in found}
    assert {
        "Suma",
        "Tribunal",
        "Heading 1",
        "Párrafo",
        "Párrafo numerado",
        "Otrosí",
        "Petición",
        "Firma",
    } <= styles


def test_the_docx_has_measures_fields_and_no_names() -> None:
    data = docx.to_docx(writ_of(*FULL))
    document = Document(BytesIO(data))
    section = document.sections[0]
    measured = [
        round(length / 36000, 1)
        for length in (section.page_width, section.page_height, section.left_margin, section.right_margin)
    ]
    assert measured == [215.9, 330.2, 30.0, 20.0]
    assert document.styles["Normal"].font.name == "Times New Roman"
    about = document.core_properties
    assert (about.author, about.last_modified_by, about.comments, about.title) == (
        "",
        "",
        "",
        "Recurso de protección",
    )
    with ZipFile(BytesIO(data)) as parts:
        everything = {name: parts.read(name).decode("utf-8", "replace") for name in parts.namelist()}
    assert "NUMPAGES" in "".join(everything[name] for name in everything if "footer" in name)
    assert not any("thumbnail" in name for name in everything)
    assert "Joseph" not in everything["docProps/core.xml"]


def test_a_docx_draft_says_so_and_marks_its_blanks() -> None:
    document = Document(BytesIO(docx.to_docx(writ_of(made.C26), draft=True)))
    assert document.sections[0].header.paragraphs[0].text == "BORRADOR"
    marked = [
        run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.highlight_color
    ]
    assert "[POR COMPLETAR: Nombres]" in marked


def test_a_person_who_cannot_sign_has_a_box_for_the_thumb_and_lines_for_the_others() -> None:
    writ = writ_of(*FULL, {"sabe_firmar": False})
    roles = [block.role for block in writ.blocks if isinstance(block, Signature)]
    assert roles == [Role.THUMB, Role.AT_REQUEST, Role.WITNESS, Role.INTERPRETER]
    text = text_of(pdf.to_pdf(writ, draft=False))
    assert "Firma a ruego de quien recurre" in text
    assert Document(BytesIO(docx.to_docx(writ))).tables
    signed = TEMPLATES.render(
        "proteccion",
        "es",
        made.context(
            *FULL, {"sabe_firmar": False, "a_ruego_nombre": "Luz Díaz", "a_ruego_run": "11111111-1"}
        ),
    )
    assert "LUZ DÍAZ" in text_of(pdf.to_pdf(signed, draft=False))


def test_a_notary_has_a_box_for_signature_and_stamp_beside_the_one_who_signs() -> None:
    body = (Paragraph(runs("Declaro bajo juramento.")), PlaceDate(runs("Santiago, 1 de mayo de 2026")))
    signs = Signature(Role.PERSON, (runs("ANA ROJAS"), runs("RUN N° 1-9")))
    notary = Signature(Role.NOTARY, (runs("AUTORIZACIÓN NOTARIAL"), runs("Notaría de Quilicura")))
    page = read(pdf.to_pdf(made_writ(*body, signs, notary), draft=False)).pages[-1]
    assert "AUTORIZACIÓN NOTARIAL" in page.extract_text()
    boxes = [
        tuple(map(float, box))
        for box in re.findall(r"([\d.]+) ([\d.]+) re", page.get_contents().get_data().decode("latin-1"))
    ]
    width, height = BOXES["notario"]
    assert any(abs(wide - width * MM) < 0.1 and abs(high - height * MM) < 0.1 for wide, high in boxes)
    table = Document(BytesIO(docx.to_docx(made_writ(*body, signs, notary)))).tables[0]
    assert round(table.columns[0].width / 36000) == round(width)
    assert round(table.rows[0].height / 36000) == round(height)


def test_headings_keep_what_they_head() -> None:
    for length in range(20, 40):
        filler = [Paragraph(runs(f"Párrafo {n} de relleno.")) for n in range(length)]
        writ = made_writ(*filler, Heading(1, runs("II. LOS HECHOS")), Numbered(1, runs("Primer hecho.")))
        for page in read(pdf.to_pdf(replace(writ), draft=False)).pages:
            text = page.extract_text()
            assert ("II. LOS HECHOS" in text) == ("Primer hecho." in text)

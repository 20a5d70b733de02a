"""Sheets as drawn: what is typed comes out as typed, nothing is cut off, signs differ by shape, nobody's name inside."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.leaf import leaf_pdf
from konbit.papers.sheet.pieces import TONGUES, Leaf, Shape, Tongue, Two, texts_of

NASTY = 'Dijo «no», "sí" & <b>ya</b> {{ 7*7 }} {name} <br/> {% raw %} \\n %s'


def leaf(*pieces: p.Piece, **more: object) -> Leaf:
    named: dict[str, object] = {
        "kind": Two("HOJA", "FÈY"),
        "title": Two("Título", "Tit"),
        "code": "K-7R9",
        "day": date(2026, 11, 24),
        "foot": Two("pie", "pye"),
        "pieces": pieces,
    }
    return Leaf(**(named | more))  # type: ignore[arg-type]


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def letters_of(data: bytes) -> str:
    """All letters without any white space: lines may break anywhere."""
    return "".join(text_of(data).split())


def boxes(data: bytes) -> Iterator[tuple[tuple[float, float], tuple[float, float, float, float]]]:
    """The size of each page with the box of each letter on it, in points."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        for at in range(text.count_chars()):
            yield page.get_size(), text.get_charbox(at)


def assert_nothing_cut(data: bytes, side: float = 30) -> None:
    for (width, height), (left, low, right, high) in boxes(data):
        if right > left:
            assert left >= side and right <= width - side
            assert low >= 15 and high <= height - 25


EVERY = (
    p.Boxed(Shape.TICK, Two("Se puede", "Ou ka fè li"), (Two("línea", "liy"),)),
    p.Head(Two("Parte", "Pati")),
    p.Text(Two("un párrafo", "yon paragraf"), strong=True),
    p.Marked(Shape.OCTAGON, Two("cuidado", "atansyon"), Two.same("Ley 1, art. 2")),
    p.Quoted("Ley 1, art. 3", "palabras", Two("resumen", "rezime")),
    p.Reason(
        "uno", Shape.CROSS, Two("No cumple", "Pa ranpli"), Two("requisito", "kondisyon"),
        (Two("Usted: sí", "Ou menm: wi"),), Two("traer", "pote"), (p.Quoted("Ley 1, art. 4", "cita"),),
    ),
    p.Say(Two("Necesito ayuda.", "Mwen bezwen èd.")),
    p.Field(Two("Dónde", "Ki kote"), Two("aquí", "isit")),
    p.Contact("Oficina", Two("para algo", "pou yon bagay"), (p.Field(Two("Teléfono", "Telefòn"), None, 40),)),
    p.Months((p.Month(2026, 11, {date(2026, 11, 24): ("K-7R9",)}, today=date(2026, 11, 23)),), (Two("clave", "kle"),)),
    p.DueRow("K-7R9", Shape.TRIANGLE, Two("mañana", "demen"), Two("plazo", "delè"), (Two("presentar", "depoze"),)),
    p.Asked(
        1, "hecho", Two("¿Sí o no?", "Wi oswa non?"), p.Space.CHOICES, Two("ayuda", "èd"), Two("solo si", "sèlman si"),
        (Two("Sí", "Wi"), Two("No", "Non")), (), (Two("No sabe", "Pa konnen"),),
    ),
)  # fmt: skip


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_text_of_every_piece_stands_on_the_page(tongue: Tongue) -> None:
    data = leaf_pdf(leaf(*EVERY), tongue)
    letters = letters_of(data)
    for text in texts_of(leaf(*EVERY)):
        if tongue != "ht":
            assert "".join(text.es.split()) in letters, text
        if tongue != "es":
            assert "".join(text.ht.split()) in letters, text
    assert_nothing_cut(data)


def test_one_tongue_alone_says_nothing_in_the_other_but_what_is_said_aloud() -> None:
    spanish, creole = text_of(leaf_pdf(leaf(*EVERY), "es")), text_of(leaf_pdf(leaf(*EVERY), "ht"))
    assert "paragraf" not in spanish and "Mwen bezwen" not in spanish
    assert "un párrafo" not in creole
    assert "«Necesito ayuda.»" in creole, "the words to say are Spanish in every edition"


def test_creole_carries_its_mark_while_it_is_a_draft() -> None:
    piece = p.Text(Two("uno", "youn"))
    for tongue in ("ht", "es+ht"):
        assert "bouyon, poko revize" in text_of(leaf_pdf(leaf(piece), tongue))
        assert "poko revize" not in text_of(leaf_pdf(leaf(piece, draft=False), tongue))
    assert "poko revize" not in text_of(leaf_pdf(leaf(piece), "es"))


@pytest.mark.parametrize("tongue", TONGUES)
def test_what_is_typed_comes_out_as_typed(tongue: Tongue) -> None:
    told = Two.same(NASTY)
    reason = p.Reason("x", Shape.TICK, Two("Cumple", "Ranpli"), Two("texto", "tèks"), (told,))
    letters = letters_of(leaf_pdf(leaf(p.Text(told), reason, p.Marked(Shape.NO, told)), tongue))
    assert letters.count("".join(NASTY.split())) == 3


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("typed", ["palabra " * 2500, "x" * 20_000])
def test_twenty_thousand_letters_come_out_whole(tongue: Tongue, typed: str) -> None:
    answer = Two(f"Usted: {typed}", f"Ou menm: {typed}")
    reason = p.Reason("x", Shape.TICK, Two("Cumple", "Ranpli"), Two("texto", "tèks"), (answer,))
    data = leaf_pdf(leaf(reason, p.Text(Two.same("después"))), tongue)
    letters = letters_of(data)
    count = letters.count("palabra") if "palabra" in typed else letters.count("x")
    times = 2 if tongue == "es+ht" else 1
    assert count >= times * (2500 if "palabra" in typed else 20_000)
    assert "después" in text_of(data)
    assert_nothing_cut(data)


@given(st.text(alphabet=st.characters(codec="latin-1", categories=("L", "N", "P", "S", "Zs")), max_size=300))
def test_any_text_can_be_drawn(typed: str) -> None:
    data = leaf_pdf(leaf(p.Text(Two.same(f"({typed})"))), "es")
    assert "K-7R9" in text_of(data)


def test_the_data_of_the_file_names_nobody_and_its_letters_are_inside() -> None:
    data = leaf_pdf(leaf(*EVERY), "es+ht")
    reader = PdfReader(io.BytesIO(data))
    told = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert told["/Creator"] == "Konbit" and told.get("/Author", "") == ""
    assert reader.xmp_metadata is None
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            described = font.get_object()
            inner = described.get("/DescendantFonts")
            descriptor = (inner[0].get_object() if inner else described)["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor
    assert data == leaf_pdf(leaf(*EVERY), "es+ht"), "the same sheet, the same bytes"


def test_signs_differ_without_any_colour() -> None:
    drawn: dict[Shape, bytes] = {}
    for shape in Shape:
        made = leaf_pdf(leaf(p.Marked(shape, Two.same("x"))), "es")
        bitmap = pypdfium2.PdfDocument(made)[0].render(scale=2, grayscale=True)
        drawn[shape] = bytes(bitmap.buffer)
    for one, other in combinations(Shape, 2):
        apart = sum(a != b for a, b in zip(drawn[one], drawn[other], strict=True))
        assert apart > 60, (one, other)


def test_a_sheet_without_a_code_has_a_line_for_it_on_every_page() -> None:
    many = tuple(p.Text(Two.same("línea")) for _ in range(120))
    reader = PdfReader(io.BytesIO(leaf_pdf(leaf(*many, code="", day=None), "es")))
    assert len(reader.pages) > 1
    assert all("Caso:" in page.extract_text() for page in reader.pages)


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for count in range(36, 52):
        pieces = (
            *(p.Text(Two.same("línea")) for _ in range(count)),
            p.Head(Two.same("CABEZA")),
            p.Text(Two.same("cuerpo")),
        )
        reader = PdfReader(io.BytesIO(leaf_pdf(leaf(*pieces), "es")))
        page = next(page.extract_text() for page in reader.pages if "CABEZA" in page.extract_text())
        assert "cuerpo" in page, count

"""Boxes drawn on a PDF without fields: written by the same writer, proved, and nothing else changes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_forms import HEIGHT, WIDTH, scan
from pypdf import PdfReader

from konbit.errors import BadForm
from konbit.law.forms import DrawnBox
from konbit.papers.pdf.compiled import CompiledForm
from konbit.papers.pdf.drawn import compile_drawn, file_fingerprint, with_boxes
from konbit.papers.pdf.jail import survey_foreign
from konbit.papers.pdf.proof import prove
from konbit.papers.pdf.render import PageBox, page_boxes

BOXES = (
    DrawnBox("nombre", 1, (100, 450, 350, 466), "texto"),
    DrawnBox("interprete", 1, (20, 420, 32, 432), "casilla"),
    DrawnBox("relato", 2, (20, 100, 380, 200), "parrafo"),
)
VALUES = {"nombre": "Łódź Ștefan Désir", "interprete": "si", "relato": "Llegué en 2016. " * 20}


@pytest.fixture(scope="module")
def form() -> CompiledForm:
    return compile_drawn(scan(), BOXES)


def test_what_is_written_shows_and_nothing_else_changes(form: CompiledForm) -> None:
    filled = form.fill(VALUES, flat=True)
    assert filled.overflow == ()
    assert prove(filled.data, VALUES, form, flat=True).problems == ()


def test_the_paper_has_no_fields_and_one_stream_more_where_it_was_written_on(form: CompiledForm) -> None:
    before, after = (PdfReader(io.BytesIO(data)) for data in (scan(), form.fill(VALUES, flat=True).data))
    assert "/AcroForm" not in after.trailer["/Root"]
    for old, new in zip(before.pages, after.pages, strict=True):
        assert old.extract_text() in new.extract_text()
        assert len(new["/Contents"]) == 3  # what was saved, what stood there, what was written
        assert "/Annots" not in new
    assert "Désir" in after.pages[0].extract_text()


def test_an_empty_box_draws_nothing(form: CompiledForm) -> None:
    given = {"nombre": "Ana"}
    filled = form.fill(given, flat=True)
    assert prove(filled.data, given, form, flat=True).ok


def test_what_does_not_fit_is_told(form: CompiledForm) -> None:
    filled = form.fill({"nombre": "María de los Ángeles " * 8}, flat=True)
    assert [one.field for one in filled.overflow] == ["nombre"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_text_stands_upright_on_a_page_that_lies(turn: int) -> None:
    data = scan(turn=turn)
    page = page_boxes(data)[0]
    rect = page.on_page(60, 80, 260, 96)
    form = compile_drawn(data, (DrawnBox("n", 1, rect, "texto"),))
    filled = form.fill({"n": "Marie Joseph"}, flat=True)
    assert prove(filled.data, {"n": "Marie Joseph"}, form, flat=True).ok
    from konbit.papers.pdf.survey import _words

    [words] = [one for one in _words(filled.data) if one.page == 1 and "Marie" in one.text]
    left, top, right, low = page.upright(words.rect)
    assert (left >= 60, top >= 70, right <= 262, low <= 100) == (True,) * 4
    assert right - left > low - top  # it runs across


def test_a_box_on_no_page_is_refused() -> None:
    with pytest.raises(BadForm, match="dibujado en la página 3"):
        with_boxes(scan(), (DrawnBox("n", 3, (0, 0, 50, 50), "texto"),))


def test_the_fingerprint_is_that_of_the_file(form: CompiledForm) -> None:
    assert form.fingerprint == file_fingerprint(scan()) == survey_foreign(scan()).fingerprint
    assert form.fingerprint != file_fingerprint(scan(pages=3))


@given(
    turn=st.sampled_from([0, 90, 180, 270]),
    corners=st.tuples(*(st.floats(0, 300) for _ in range(4))),
    low=st.floats(-50, 50),
    left=st.floats(-50, 50),
)
def test_there_and_back(turn: int, corners: Any, low: float, left: float) -> None:
    page = PageBox(left, low, WIDTH, HEIGHT, turn)
    a, b, c, d = corners
    rect = (min(a, c), min(b, d), max(a, c), max(b, d))
    assert page.upright(page.on_page(*rect)) == pytest.approx(rect, abs=1e-6)

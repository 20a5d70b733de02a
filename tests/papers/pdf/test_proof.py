from __future__ import annotations

import pytest

from konbit.papers.pdf.compiled import compile_form
from konbit.papers.pdf.proof import prove
from konbit.papers.pdf.render import PageBox


@pytest.fixture
def form_bytes(build, text, look) -> bytes:
    box = (
        b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(acepta)/Rect[20 150 30 160]/AP<</N<</S#ED 9 0 R>>>>/AS/Off"
    )
    return build(text(), box, extra=(look(),))


VALUES = {"nombre": "Łucja Ñandú", "acepta": True}


def kinds(proof) -> list[str]:
    return [problem.kind for problem in proof.problems]


def test_what_was_meant_is_proved(form_bytes):
    form = compile_form(form_bytes)
    assert prove(form.fill(VALUES).data, VALUES, form).ok
    assert prove(form.fill(VALUES, flat=True).data, VALUES, form, flat=True).ok


def test_a_value_that_says_something_else_is_found(form_bytes):
    form = compile_form(form_bytes)
    proof = prove(form.fill({**VALUES, "nombre": "Luc Ñandú"}).data, VALUES, form)
    assert not proof.ok
    assert [(p.field, p.kind) for p in proof.problems] == [("nombre", "valor")]


def test_a_value_that_cannot_be_seen_is_found(form_bytes):
    form = compile_form(form_bytes)
    values = {"nombre": "Ana", "acepta": True}
    written = form.fill(values).data
    unseen = written.replace(b"(Ana) Tj", b"(   ) Tj")
    assert unseen != written
    assert kinds(prove(unseen, values, form)) == ["sin_tinta"]


def test_a_tick_that_draws_nothing_is_found(form_bytes):
    form = compile_form(form_bytes)
    written = form.fill({"acepta": True}).data
    unseen = written.replace(b"2 2 m 8 8 l 2 8 m 8 2 l S", b"2 2 m 8 8 l 2 8 m 8 2 l n")
    assert kinds(prove(unseen, {"acepta": True}, form)) == ["sin_tinta"]


def test_a_box_that_was_not_ticked_is_found(form_bytes):
    form = compile_form(form_bytes)
    proof = prove(form.fill({"nombre": "Ana"}).data, {"nombre": "Ana", "acepta": True}, form)
    assert set(kinds(proof)) == {"valor", "sin_tinta"}


def test_a_change_elsewhere_is_found(form_bytes):
    form = compile_form(form_bytes)
    written = form.fill({"nombre": "Ana", "acepta": True}).data
    proof = prove(written, {"nombre": "Ana"}, form)  # the tick was not meant
    assert kinds(proof) == ["fuera"]
    assert proof.problems[0].page == 1


def test_text_that_does_not_fit_blocks(form_bytes):
    form = compile_form(form_bytes)
    values = {"nombre": "Jean Baptiste " * 10}
    assert "no_cabe" in kinds(prove(form.fill(values).data, values, form))


def test_bytes_that_are_no_pdf_are_a_problem_and_no_crash(form_bytes):
    form = compile_form(form_bytes)
    assert not prove(b"nada", VALUES, form).ok


def test_filling_the_value_that_was_there_is_fine(form_bytes):
    once = compile_form(form_bytes).fill(VALUES).data
    form = compile_form(once)
    assert prove(form.fill(VALUES).data, VALUES, form).ok


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages(build, text, turn):
    form = compile_form(build(text(), page=b"/Rotate %d" % turn))
    values = {"nombre": "Ana María"}
    written = form.fill(values).data
    assert prove(written, values, form).ok
    assert kinds(prove(written.replace(b") Tj", b") TJ"), values, form)) == ["sin_tinta"]


def test_a_page_with_an_offset_and_a_crop(build, text):
    data = build(text(), page=b"/CropBox[10 90 390 290]")
    form = compile_form(data)
    assert prove(form.fill({"nombre": "Ana"}).data, {"nombre": "Ana"}, form).ok


def test_pixels_of_a_rectangle():
    box = PageBox(0, 0, 100, 200, 0)
    assert box.pixels((10, 20, 30, 40), 2.0) == (20, 320, 60, 360)
    assert box.pixels((10, 20, 30, 40), 2.0, 1.5) == (18, 318, 62, 362)

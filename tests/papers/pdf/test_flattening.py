from __future__ import annotations

import io

import pytest

from konbit.papers.pdf.compiled import compile_form
from konbit.papers.pdf.flattening import placement

RADIO = b"/Type/Annot/Subtype/Widget/F 4/Parent 7 0 R/Rect[%d 150 %d 160]/AP<</N<</%b 12 0 R>>>>/AS/Off"


@pytest.fixture
def form_bytes(build, text, look) -> bytes:
    return build(
        b"/FT/Btn/Ff 49152/T(sexo)/Kids[8 0 R 9 0 R]",
        RADIO % (20, 30, b"m"),
        RADIO % (60, 70, b"h"),
        text(),
        text("otro", rect=b"20 100 120 115"),
        extra=(look(),),
    )


def test_the_page_looks_the_same_and_has_no_fields(form_bytes, stored, gray, ink, sound):
    form = compile_form(form_bytes)
    values = {"sexo": "h", "nombre": "Łucja “Ñandú”"}
    live, flat = form.fill(values).data, form.fill(values, flat=True).data
    sound(flat)
    assert stored(flat) == {}
    assert flat.startswith(form_bytes)
    assert ink(gray(live, scale=2.0), gray(flat, scale=2.0)) == 0
    assert ink(gray(form_bytes), gray(flat)) > 50


def test_only_the_chosen_radio_is_marked(form_bytes, gray, ink):
    form = compile_form(form_bytes)
    none, flat = form.fill({"sexo": False}, flat=True).data, form.fill({"sexo": "m"}, flat=True).data
    assert ink(gray(none), gray(flat), (20, 140, 31, 151)) > 10
    assert ink(gray(none), gray(flat), (60, 140, 71, 151)) == 0


def test_two_places_of_one_field_keep_their_own_appearance(build, gray, ink):
    widget = b"/Type/Annot/Subtype/Widget/F 4/Parent 7 0 R/Rect[%b]"
    data = build(
        b"/FT/Tx/T(nombre)/DA(/Helv 0 Tf 0 g)/Kids[8 0 R 9 0 R]",
        widget % b"20 200 220 220",
        widget % b"20 100 220 110" + b"/MK<</R 180>>",
    )
    form = compile_form(data)
    live, flat = form.fill({"nombre": "Marie"}).data, form.fill({"nombre": "Marie"}, flat=True).data
    assert ink(gray(live, scale=2.0), gray(flat, scale=2.0)) == 0


def test_other_annotations_stay(build, text):
    from pypdf import PdfReader

    link = b"/Type/Annot/Subtype/Link/Parent 3 0 R/Rect[0 0 5 5]/A<</S/URI/URI(https://www.example.org)>>"
    flat = compile_form(build(text(), link)).fill({"nombre": "x"}, flat=True).data
    page = PdfReader(io.BytesIO(flat)).pages[0]
    assert [note.get_object()["/Subtype"] for note in page["/Annots"]] == ["/Link"]


def test_what_the_form_already_showed_is_kept(build, text, gray, ink):
    first = compile_form(build(text())).fill({"nombre": "Antes"}).data
    flat = compile_form(first).fill({}, flat=True).data
    assert ink(gray(first), gray(flat)) == 0


def test_hidden_fields_are_not_drawn(build, text, gray, ink):
    data = build(text().replace(b"/F 4", b"/F 2"))
    flat = compile_form(data).fill({"nombre": "secreto"}, flat=True).data
    assert ink(gray(data), gray(flat)) == 0
    assert b"secreto" not in flat


def test_placement_maps_the_box_onto_the_rectangle():
    assert placement((0, 0, 10, 10), (1, 0, 0, 1, 0, 0), (100, 200, 120, 210)) == (2, 0, 0, 1, 100, 200)
    # turned by a quarter: the box lies on its side before it is scaled
    assert placement((0, 0, 20, 10), (0, 1, -1, 0, 10, 0), (0, 0, 10, 20)) == (1, 0, 0, 1, 0, 0)

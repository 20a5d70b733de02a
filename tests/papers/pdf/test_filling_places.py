"""A field in several places; several fields of one name."""

from __future__ import annotations

from konbit.papers.pdf.compiled import compile_form


def test_every_place_of_a_field_shows_the_text_in_its_own_size(build, gray, ink, stored):
    widget = b"/Type/Annot/Subtype/Widget/F 4/Parent 7 0 R/Rect[%b]"
    data = build(
        b"/FT/Tx/T(nombre)/DA(/Helv 0 Tf 0 g)/Kids[8 0 R 9 0 R]",
        widget % b"20 200 220 220",
        widget % b"20 100 220 110",
    )
    filled = compile_form(data).fill({"nombre": "Marie Claire"}).data
    high, low = (20, 80, 221, 101), (20, 190, 221, 201)
    assert ink(gray(data), gray(filled), high) > ink(gray(data), gray(filled), low) > 20
    assert stored(filled)["nombre"] == "Marie Claire"


def test_the_same_name_twice_is_one_field(build, text, gray, ink):
    data = build(text(), text(rect=b"20 100 220 120"))
    form = compile_form(data)
    assert len(form.fields) == 1
    filled = form.fill({"nombre": "Marie"}).data
    assert filled[len(data) :].count(b"/V(Marie)") == 2
    assert ink(gray(data), gray(filled), (20, 180, 221, 201)) > 20


def test_the_same_name_under_two_parents_is_two_fields(build):
    data = build(
        b"/T(madre)/Kids[9 0 R]",
        b"/T(padre)/Kids[10 0 R]",
        b"/Type/Annot/Subtype/Widget/Parent 7 0 R/FT/Tx/T(nombre)/Rect[20 20 99 40]",
        b"/Type/Annot/Subtype/Widget/Parent 8 0 R/FT/Tx/T(nombre)/Rect[20 60 99 80]",
    )
    filled = compile_form(data).fill({"madre.nombre": "Rose", "padre.nombre": "Luc"})
    added = filled.data[len(data) :]
    assert added.count(b"/V(Rose)") == added.count(b"/V(Luc)") == 1

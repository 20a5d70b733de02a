"""Drop-downs and lists."""

from __future__ import annotations

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf.compiled import compile_form

COMBO = b"/Type/Annot/Subtype/Widget/F 4/FT/Ch/Ff %d/T(pais)/Rect[20 100 120 115]/Opt[[(HT)(Hait\xed)][(CL)(Chile)]]"
LIST = b"/Type/Annot/Subtype/Widget/F 4/FT/Ch/Ff 2097152/T(ramos)/Rect[20 20 120 80]/Opt[(uno)(dos)(tres)]"


@pytest.mark.parametrize("value", ["HT", "Haití", ["Haití"]])
def test_a_choice_by_export_value_or_label(build, stored, gray, ink, value):
    data = build(COMBO % 131072)
    filled = compile_form(data).fill({"pais": value}).data
    assert stored(filled)["pais"] == "HT"
    assert b"(Hait\xed) Tj" in filled[len(data) :]
    assert b"/I[0]" in filled[len(data) :]
    assert ink(gray(data), gray(filled), (20, 185, 121, 201)) > 20


def test_an_unknown_choice_is_refused_unless_the_field_may_be_edited(build, stored):
    with pytest.raises(BadForm, match=r"no tiene la opción «Chille».*«Chile»"):
        compile_form(build(COMBO % 131072)).fill({"pais": "Chille"})
    free = compile_form(build(COMBO % (131072 | 262144))).fill({"pais": "Perú"}).data
    assert stored(free)["pais"] == "Perú"


def test_a_list_shows_every_chosen_row(build, stored, gray, ink):
    data = build(LIST)
    form = compile_form(data)
    one, two = form.fill({"ramos": "dos"}).data, form.fill({"ramos": ["tres", "dos"]}).data
    assert list(stored(two)["ramos"]) == ["tres", "dos"]
    assert b"/I[1 2]" in two[len(data) :]
    assert ink(gray(data), gray(two)) > ink(gray(data), gray(one)) > 100


def test_a_single_choice_takes_one(build):
    with pytest.raises(BadForm, match="una sola opción"):
        compile_form(build(COMBO % 131072)).fill({"pais": ["HT", "CL"]})

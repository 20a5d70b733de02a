"""What is written quickly has the same bytes as what goes the whole way, whatever the value and the field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konbit.errors import BadForm
from konbit.papers.pdf.compiled import CompiledForm, Filled, compile_form
from konbit.papers.pdf.gathering import Gathered
from konbit.papers.pdf.quick import QuickComb, QuickLine

MULTILINE, COMB = b"/Ff 4096", b"/Ff 16777216/MaxLen 8"


@pytest.fixture(scope="module")
def form(build, text, look) -> CompiledForm:
    """Every kind of field that has a quick way, and some that have none."""
    fields = (
        text("izquierda"),
        text("auto", b"20 180 120 192", b"/DA(/Helv 0 Tf 0 0 1 rg)"),
        text("centro", b"20 160 120 172", b"/Q 1/DA(/Helv 10 Tf 0 g)"),
        text("derecha", b"20 140 120 152", b"/Q 2"),
        text("corto", b"20 120 120 132", b"/MaxLen 5"),
        text("varias", b"20 80 220 116", MULTILINE),
        text("baja", b"20 66 220 78", MULTILINE + b"/Q 1"),
        text("peine", b"240 200 380 216", COMB),
        text("angosto", b"240 180 280 196", COMB),
        text("girado", b"240 100 260 170", b"/MK<</R 90/BC[1 0 0]>>/BS<</W 2>>"),
        text("minimo", b"240 80 300 84"),
        b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(caja)/Rect[300 80 310 90]/AP<</N<</Si 20 0 R>>>>",
        b"/Type/Annot/Subtype/Widget/F 4/FT/Ch/Ff 131072/T(lista)/Rect[300 60 380 74]/Opt[(uno)[(2)(dos)](tres)]",
    )
    return compile_form(build(*fields, extra=(look(),)))


TEXT = (
    st.text(st.sampled_from("aMiW ñÁ.-0"), max_size=12)
    | st.text(st.characters(codec="latin-1"), max_size=40)
    | st.text(max_size=30)
    | st.sampled_from(
        ["(a)\\b", "dos\nlíneas", " ", "a ", "\ufeffa", "þÿ", "ï»¿x", "Łódź 李", "tab\tulado", "e\u0301"]
    )
)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            (
                "izquierda",
                "auto",
                "centro",
                "derecha",
                "corto",
                "varias",
                "baja",
                "peine",
                "angosto",
                "girado",
                "minimo",
            ),
            TEXT,
        ),
        "caja": st.sampled_from([True, False, "Si", "/Si", "Off", "No"]),
        "lista": st.sampled_from(["uno", "dos", "2", "tres", "", "otra", ["uno"]]),
    },
)


def the_whole_way(form: CompiledForm, values: Mapping[str, Any]) -> Filled:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledForm, "_quickly", lambda _self, given, _writing: dict(given))
        return form.fill(values)


@settings(max_examples=300, deadline=None)
@given(values=VALUES)
def test_both_ways_give_the_same_bytes_or_the_same_refusal(
    form: CompiledForm, values: dict[str, Any]
) -> None:
    try:
        wanted = the_whole_way(form, values)
    except BadForm:
        with pytest.raises(BadForm):
            form.fill(values)
        return
    for _ in range(2):  # the first time and from what was kept
        found = form.fill(values)
        assert found.data == wanted.data
        assert sorted(map(str, found.warnings)) == sorted(map(str, wanted.warnings))
        assert sorted(map(repr, found.overflow)) == sorted(map(repr, wanted.overflow))


def test_plain_values_do_go_the_quick_way(form: CompiledForm) -> None:
    left = form._quickly(
        {
            "izquierda": "Ñuñoa",
            "auto": "José Pierre",
            "centro": "Haití",
            "derecha": "1",
            "varias": "una línea",
            "peine": "12345678",
            "girado": "Peña",
            "caja": True,
            "lista": "dos",
        },
        Gathered(),
    )
    assert left == {}


def test_what_has_a_quick_way_is_what_was_meant(form: CompiledForm) -> None:
    kinds = {name: type(line) for name, line in form._lines.items()}
    assert kinds["izquierda"] is QuickLine
    assert kinds["peine"] is QuickComb
    assert "minimo" not in kinds  # so small that each filling warns


def test_many_fillings_do_not_hold_on_to_texts(form: CompiledForm) -> None:
    for number in range(200):
        form.fill({"izquierda": f"persona {number}", "lista": "uno"})
    assert set(form._known["lista"]) <= {"uno", "dos", "2", "tres"}
    assert all(len(line._starts) < 12 for line in form._lines.values() if isinstance(line, QuickLine))

"""What is refused by name, and what is only warned of."""

from __future__ import annotations

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf.compiled import compile_form


def test_an_unknown_field_is_refused_with_the_near_miss(one_text):
    with pytest.raises(BadForm, match=r"no tiene el campo «nonbre».*«nombre»"):
        compile_form(one_text).fill({"nonbre": "Ana"})


def test_the_last_part_of_a_long_name_suggests_the_whole(build, text):
    form = compile_form(build(text("form1[0].#subform[0].Line1a_FamilyName[0]")))
    with pytest.raises(BadForm, match=r"#subform\[0\]\.Line1a_FamilyName"):
        form.fill({"Line1a_FamilyNane": "x"})


@pytest.mark.parametrize("value", [True, ["a"], 3])
def test_text_wants_text(one_text, value):
    with pytest.raises(BadForm, match="«nombre» es de texto"):
        compile_form(one_text).fill({"nombre": value})


def test_a_signature_and_a_button_are_not_filled(build, text):
    data = build(
        text(),
        b"/FT/Sig/T(firma)/Subtype/Widget/Rect[0 0 9 9]",
        b"/FT/Btn/Ff 65536/T(b)/Subtype/Widget/Rect[0 0 9 9]",
    )
    form = compile_form(data)
    with pytest.raises(BadForm, match="de firma"):
        form.fill({"firma": "x"})
    with pytest.raises(BadForm, match="botón"):
        form.fill({"b": True})


def test_a_barcode_is_never_written_over(build, text):
    picture = (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    )
    look = b"<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 8 0 R>>>>/Length 5>>\nstream\n/I Do\nendstream"
    data = build(text(more=b"/Ff 1/AP<</N 9 0 R>>"), extra=(picture + b"\nstream\n0\nendstream", look))
    with pytest.raises(BadForm, match="código de barras"):
        compile_form(data).fill({"nombre": "x"})


def test_a_read_only_field_is_filled_with_a_warning(build, text):
    (warning,) = compile_form(build(text(more=b"/Ff 1"))).fill({"nombre": "x"}).warnings
    assert "solo lectura" in str(warning)

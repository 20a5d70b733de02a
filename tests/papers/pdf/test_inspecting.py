from __future__ import annotations

import io

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf.inspecting import inspect

CHECK = b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(acepta)/Rect[20 150 30 160]/AP<</N<</S#ED 10 0 R/Off 10 0 R>>>>/AS/Off"
CHOICE = b"/Type/Annot/Subtype/Widget/F 4/FT/Ch/Ff 131072/T(pais)/Rect[20 100 120 115]/Opt[[(HT)(Hait\xed)][(CL)(Chile)]]"


@pytest.fixture
def mixed(build, text, look) -> bytes:
    return build(text(more=b"/MaxLen 40/Ff 4098"), CHECK, CHOICE, extra=(look(),))


def test_the_contract(mixed):
    told = inspect(mixed).as_json()
    assert list(told) == ["pages", "fields", "encrypted", "xfa", "signed", "active", "fingerprint"]
    assert told["pages"] == 1
    assert [told[k] for k in ("encrypted", "xfa", "signed", "active")] == [False] * 4
    assert told["fields"] == [
        {
            "name": "nombre",
            "type": "text",
            "max_length": 40,
            "multiline": True,
            "page": 1,
            "rect": [20.0, 200.0, 220.0, 220.0],
            "required": True,
            "read_only": False,
        },
        {
            "name": "acepta",
            "type": "checkbox",
            "states": ["Sí"],
            "page": 1,
            "rect": [20.0, 150.0, 30.0, 160.0],
            "required": False,
            "read_only": False,
        },
        {
            "name": "pais",
            "type": "choice",
            "choices": ["HT", "CL"],
            "page": 1,
            "rect": [20.0, 100.0, 120.0, 115.0],
            "required": False,
            "read_only": False,
        },
    ]


def test_both_flavours_of_cross_references_read_the_same(build, text):
    assert inspect(build(text())) == inspect(build(text(), as_stream=True))


def test_the_fingerprint_tells_editions_apart(build, text):
    first = inspect(build(text())).fingerprint
    assert inspect(build(text(more=b"/V(algo)"))).fingerprint == first
    assert inspect(build(text(rect=b"20 200 221 220"))).fingerprint != first
    assert inspect(build(text("otro"))).fingerprint != first


def test_parents_give_their_names(build):
    data = build(
        b"/T(madre)/Kids[9 0 R]",
        b"/T(padre)/Kids[10 0 R]",
        b"/Type/Annot/Subtype/Widget/Parent 7 0 R/FT/Tx/T(nombre)/Rect[20 20 99 40]",
        b"/Type/Annot/Subtype/Widget/Parent 8 0 R/FT/Tx/T(nombre)/Rect[20 60 99 80]",
    )
    assert [field.name for field in inspect(data).fields] == ["madre.nombre", "padre.nombre"]


def test_a_field_that_the_form_forgot_is_found(build, text):
    data = build(text()).replace(b"/Fields[7 0 R]", b"/Fields[]     ")
    assert [field.name for field in inspect(data).fields] == ["nombre"]


def test_dynamic_xfa_is_refused_in_one_sentence(build):
    with pytest.raises(BadForm, match="XFA dinámico") as caught:
        inspect(build(form=b"/XFA(<xdp/>)"), file="f.pdf")
    assert "f.pdf" in str(caught.value)


def test_xfa_beside_real_fields_is_only_told(build, text):
    assert inspect(build(text(), form=b"/XFA(<xdp/>)")).xfa


def test_a_user_password_is_refused_and_an_empty_one_is_opened(one_text):
    from pypdf import PdfReader, PdfWriter

    def locked(user: str) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(one_text)))
        writer.encrypt(user_password=user, owner_password="dueña", algorithm="AES-256")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    told = inspect(locked(""))
    assert told.encrypted
    assert told.fingerprint == inspect(one_text).fingerprint
    with pytest.raises(BadForm, match="contraseña"):
        inspect(locked("secreta"), file="f.pdf")


@pytest.mark.parametrize("data", [b"", b"hola", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n1 0 obj\n<<"])
def test_what_is_no_pdf_is_one_sentence(data):
    with pytest.raises(BadForm) as caught:
        inspect(data, file="f.pdf")
    assert "f.pdf" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ({"catalog": b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"}, "JavaScript"),
        ({"catalog": b"/AA<</WC<</S/Launch/F(x.exe)>>>>"}, "AA"),
        ({"catalog": b"/Names<</EmbeddedFiles<</Names[]>>>>"}, "EmbeddedFiles"),
        ({"page": b"/AA<</O<</S/GoToR/F(x.pdf)>>>>"}, "AA"),
    ],
)
def test_active_content_is_told(build, text, where, kind):
    told = inspect(build(text(), **where))
    assert told.active
    assert kind in told.active_kinds


def test_a_link_to_the_web_is_not_active(build, text):
    link = b"/Type/Annot/Subtype/Link/Parent 3 0 R/Rect[0 0 5 5]/A<</S/URI/URI(https://www.example.org)>>"
    assert not inspect(build(text(), link)).active
    assert inspect(build(text(), link.replace(b"https", b"file:"))).active

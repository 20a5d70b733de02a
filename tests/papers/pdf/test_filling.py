"""What filling appends to a form's bytes, whoever made the form."""

from __future__ import annotations

import io
import os
import subprocess
import sys

from konbit.papers.pdf.compiled import compile_form


def test_the_original_bytes_stay_and_the_rest_is_appended(build, text, stored, sound):
    for as_stream in (False, True):
        data = build(text(), as_stream=as_stream)
        filled = compile_form(data).fill({"nombre": "Óscar Ñuñoa"})
        assert filled.data.startswith(data)
        assert stored(filled.data) == {"nombre": "Óscar Ñuñoa"}
        assert filled.fields_set == 1
        assert not filled.overflow
        assert not filled.warnings
        added = filled.data[len(data) :]
        assert (b"/Type/XRef" in added) is as_stream
        assert (b"trailer" in added) is not as_stream
        sound(filled.data)


def test_nothing_to_write_changes_nothing(one_text):
    assert compile_form(one_text).fill({}).data == one_text


def test_the_same_values_give_the_same_bytes_and_others_another_id(one_text):
    from pypdf import PdfReader

    form = compile_form(one_text)
    assert form.fill({"nombre": "Ana"}).data == form.fill({"nombre": "Ana"}).data
    ids = [PdfReader(io.BytesIO(form.fill({"nombre": n}).data)).trailer["/ID"] for n in ("Ana", "Eva")]
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]


def test_an_encrypted_form_with_an_empty_password_comes_out_open(one_text, stored, sound):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(one_text)))
    writer.encrypt(user_password="", owner_password="dueña", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    form = compile_form(out.getvalue())
    assert form.encrypted
    filled = form.fill({"nombre": "Ñandú"}).data
    assert stored(filled) == {"nombre": "Ñandú"}
    assert not PdfReader(io.BytesIO(filled)).is_encrypted
    sound(filled)


def test_a_broken_cross_reference_is_mended_first(build, text, stored, sound):
    data = build(text())
    broken = data.replace(b"startxref\n", b"startxref\n9")
    filled = compile_form(broken).fill({"nombre": "Ana"}).data
    assert stored(filled) == {"nombre": "Ana"}
    sound(filled)


def test_a_form_made_by_another_program(stored, sound, gray, ink):
    """reportlab's own fields: a text, a box, a radio group, a drop-down, a list."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), initialFontName="Helvetica")
    canvas.drawString(20, 280, "Formulario")
    fields = canvas.acroForm
    fields.textfield(name="nombre", x=20, y=250, width=200, height=20)
    fields.checkbox(name="acepta", x=20, y=220, size=15)
    fields.radio(name="sexo", value="mujer", x=20, y=190, size=15)
    fields.radio(name="sexo", value="hombre", x=60, y=190, size=15)
    fields.choice(name="pais", value="Chile", options=["Chile", "Haití"], x=20, y=150, width=100, height=20)
    fields.listbox(name="ramo", value="uno", options=["uno", "dos"], x=20, y=90, width=100, height=40)
    canvas.showPage()
    canvas.save()
    data = out.getvalue()
    given = {"nombre": "Łucja Ñandú", "acepta": True, "sexo": "hombre", "pais": "Haití", "ramo": "dos"}
    filled = compile_form(data).fill(given).data
    sound(filled)
    assert stored(filled) == {
        "nombre": "Łucja Ñandú",
        "acepta": "/Yes",
        "sexo": "/hombre",
        "pais": "Haití",
        "ramo": "dos",
    }
    assert ink(gray(data), gray(filled), (20, 30, 221, 51)) > 30


def test_a_compiled_form_travels_to_another_process(one_text):
    import pickle

    form = compile_form(one_text)
    again = pickle.loads(pickle.dumps(form))
    assert again.fill({"nombre": "Łódź"}).data == form.fill({"nombre": "Łódź"}).data


def test_importing_the_engine_loads_none_of_the_heavy_libraries():
    program = (
        "import sys, konbit.papers.pdf.compiled, konbit.papers.pdf.proof, konbit.papers.pdf.render, "
        "konbit.papers.pdf.jail, konbit.papers.output\n"
        "print([m for m in ('pypdf', 'reportlab', 'pypdfium2', 'PIL') if m in sys.modules])"
    )
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=where
    )
    assert told.stdout.strip() == "[]"

"""The quick half of the proof: pdfium reads back every kind of field, and tells what was written otherwise."""

from __future__ import annotations

import pytest

from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.papers.pdf.proof import prove_quickly
from konbit.papers.pdf.rereading import reread, stored_values


@pytest.fixture(scope="module")
def form(build, text, look) -> CompiledForm:
    return compile_form(
        build(
            text("uno"),
            text("varias", b"20 80 220 116", b"/Ff 4096"),
            b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(caja)/Rect[300 80 310 90]/AP<</N<</S#ED 10 0 R>>>>",
            extra=(look(),),
        )
    )


VALUES = {"uno": "Łódź “Ñ” €", "varias": "una línea\ny otra", "caja": True}


def test_all_that_was_meant_reads_back(form: CompiledForm) -> None:
    data = form.fill(VALUES).data
    assert reread(data, VALUES, form) == ()
    assert stored_values(data)["uno"] == VALUES["uno"]
    assert prove_quickly(data, VALUES, form).ok


@pytest.mark.parametrize("other", [{"uno": "otra cosa"}, {"varias": "una línea"}, {"caja": False}])
def test_what_was_written_otherwise_is_named(form: CompiledForm, other: dict[str, object]) -> None:
    data = form.fill({**VALUES, **other}).data
    assert reread(data, VALUES, form) == tuple(other)
    (problem,) = prove_quickly(data, VALUES, form).problems
    assert (problem.field, problem.page, problem.kind) == (next(iter(other)), 1, "valor")


def test_what_cannot_be_read_proves_nothing(form: CompiledForm) -> None:
    assert reread(b"%PDF-1.7 nada", VALUES, form) == tuple(VALUES)

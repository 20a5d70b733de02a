from __future__ import annotations

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf import jail
from konbit.papers.pdf.compiled import compile_form
from konbit.papers.pdf.inspecting import inspect
from konbit.papers.pdf.jail import Limits, compile_foreign, inspect_foreign, page_png_foreign, run_jailed
from konbit.papers.pdf.render import page_png


def test_the_child_says_the_same(one_text):
    assert inspect_foreign(one_text) == inspect(one_text)
    assert (
        compile_foreign(one_text).fill({"nombre": "Ana"}).data
        == compile_form(one_text).fill({"nombre": "Ana"}).data
    )
    assert page_png_foreign(one_text, 1, 1.0) == page_png(one_text, 1, 1.0)


def test_its_refusals_come_through_as_one_sentence():
    with pytest.raises(BadForm) as caught:
        inspect_foreign(b"hola", file="f.pdf")
    assert str(caught.value) == "El archivo f.pdf no es un PDF."


def test_a_hang_is_cut_short(one_text):
    with pytest.raises(BadForm, match="tarda demasiado"):
        inspect_foreign(one_text, limits=Limits(seconds=0.001))


def test_a_crash_is_a_sentence(one_text, monkeypatch):
    monkeypatch.setattr(jail, "_command", lambda: [jail.sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(BadForm, match="no se puede abrir"):
        inspect_foreign(one_text, file="f.pdf")


def test_an_answer_that_is_none_of_ours_is_a_sentence(one_text, monkeypatch):
    monkeypatch.setattr(jail, "_command", lambda: [jail.sys.executable, "-c", "print('{}')"])
    with pytest.raises(BadForm, match="no se puede abrir"):
        run_jailed("inspect", one_text)


@pytest.mark.skipif(jail.os.name != "posix", reason="the memory limit is kept on POSIX only")
def test_too_much_memory_is_a_sentence(one_text):
    with pytest.raises(BadForm):
        run_jailed("page_png", one_text, {"page": 1, "scale": 15.0}, limits=Limits(memory=64 * 1024 * 1024))


def test_an_unknown_function_is_our_own_mistake(one_text):
    with pytest.raises(ValueError, match="nothing"):
        run_jailed("nothing", one_text)


def test_a_page_of_two_thousand_million_points_is_not_drawn(build, text):
    data = (
        build(text())
        .replace(b"/MediaBox[0 0 400 300]", b"/MediaBox[0 0 4e2 9999999]")
        .replace(b"4e2", b"400")
    )
    with pytest.raises(BadForm, match="demasiado grande"):
        page_png_foreign(data, 1, 1.0)


def test_a_page_that_is_not_there(one_text):
    with pytest.raises(BadForm, match="1 páginas y se pidió la 2"):
        page_png(one_text, 2, 1.0)

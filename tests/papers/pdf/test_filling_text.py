"""Text in its field: seen, fitted, cut at a word, in every letter the shipped font has."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konbit.errors import BadForm
from konbit.papers.pdf.compiled import compile_form

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzñáéíóúüABCDEFGHIJKLMNOPQRSTUVWXYZÑÁÉÍÓÚÜèòàÈÒÀç 0123456789.,;:-()¿¡'\"/\\%&°"
)
HERE = (20, 80, 221, 101)  # where the text field of the builder stands, in pixels from the top


def test_the_text_is_seen_in_its_field_and_nowhere_else(one_text, gray, ink):
    before, after = gray(one_text), gray(compile_form(one_text).fill({"nombre": "Jean-Baptiste"}).data)
    assert ink(before, after, HERE) > 50
    assert ink(before, after) == ink(before, after, HERE)


@pytest.mark.parametrize(("alignment", "first", "last"), [(0, 20, 60), (1, 90, 150), (2, 180, 221)])
def test_alignment(build, text, gray, ink, alignment, first, last):
    data = build(text(more=b"/Q %d" % alignment))
    before, after = gray(data), gray(compile_form(data).fill({"nombre": "Marie"}).data)
    assert ink(before, after, (first, 80, last, 101)) == ink(before, after) > 0


@pytest.mark.parametrize(("turn", "half"), [(0, (20, 80, 60, 101)), (180, (180, 80, 221, 101))])
def test_a_turned_widget_is_read_from_its_own_side(build, text, gray, ink, turn, half):
    data = build(text(more=b"/MK<</R %d>>" % turn))
    before, after = gray(data), gray(compile_form(data).fill({"nombre": "Lia"}).data)
    assert ink(before, after, half) == ink(before, after) > 0


@pytest.mark.parametrize(("turn", "half"), [(90, (100, 160, 121, 281)), (270, (100, 79, 121, 160))])
def test_a_widget_turned_by_a_quarter(build, text, gray, ink, turn, half):
    data = build(text(rect=b"100 20 120 220", more=b"/MK<</R %d>>" % turn))
    before, after = gray(data), gray(compile_form(data).fill({"nombre": "Lia Rosa"}).data)
    assert ink(before, after, half) == ink(before, after) > 0


def test_automatic_size_fits_the_height_and_a_long_text_shrinks(build, text):
    data = build(text())
    form = compile_form(data)
    sizes = []
    for value in ("Ana", "Ana María de los Ángeles Pierre-Louis Saint-Fleur"):
        filled = form.fill({"nombre": value})
        added = filled.data[len(data) :]
        sizes.append(float(added.split(b"/Helv ")[2].split(b" Tf")[0]))
        assert not filled.overflow
    assert sizes[0] == 12
    assert 8 <= sizes[1] < 12


def test_what_does_not_fit_is_reported_cut_at_a_word(one_text):
    value = "Jean Baptiste Toussaint Louverture Christophe Dessalines Pétion Boyer Geffrard Salnave"
    filled = compile_form(one_text).fill({"nombre": value})
    (over,) = filled.overflow
    assert (over.field, over.page) == ("nombre", 1)
    assert f"{over.shown} {over.rest}" == value
    assert over.shown
    assert filled.data.count(over.shown.encode("latin-1") + b") Tj") == 1


def test_a_list_is_cut_after_an_item(build, text):
    data = build(text(rect=b"20 200 118 215"))
    (over,) = compile_form(data).fill({"nombre": "Juan Pérez; Ana Soto Díaz; Luis Paz"}).overflow
    assert (over.shown, over.rest) == ("Juan Pérez;", "Ana Soto Díaz; Luis Paz")


def test_several_lines_wrap_at_words_and_continue_elsewhere(build, text, stored):
    data = build(text(rect=b"20 100 220 180", more=b"/Ff 4096"))
    form = compile_form(data)
    story = (
        "Llegué en 2018 por Colchane.\n" + "Trabajo de temporera en la fruta y vivo con mis dos hijos. " * 20
    )
    assert not form.fill({"nombre": story[:150]}).overflow
    filled = form.fill({"nombre": story})
    (over,) = filled.overflow
    assert stored(filled.data)["nombre"] == story
    assert over.shown.split() + over.rest.split() == story.split()


def test_a_comb_puts_one_character_in_each_cell(build, text, gray, ink):
    data = build(text(rect=b"20 200 220 220", more=b"/Ff 16777216/MaxLen 10"))
    before, after = gray(data), gray(compile_form(data).fill({"nombre": "12.345"}).data)
    cells = [ink(before, after, (20 + 20 * n, 80, 40 + 20 * n, 101)) for n in range(10)]
    assert all(cells[:6])
    assert not any(cells[6:])


def test_the_limit_of_characters_is_kept_and_the_field_named(build, text):
    form = compile_form(build(text(more=b"/MaxLen 5")))
    form.fill({"nombre": "12345"})
    with pytest.raises(BadForm, match=r"«nombre» admite 5 caracteres y el texto tiene 6"):
        form.fill({"nombre": "123456"})


def test_composed_and_decomposed_accents_are_the_same(build, text, stored):
    form = compile_form(build(text(more=b"/MaxLen 5")))
    assert stored(form.fill({"nombre": unicodedata.normalize("NFD", "Ñandú")}).data)["nombre"] == "Ñandú"


@pytest.mark.parametrize("value", ["“Ana” — 5 €", "Łódź", "Ștefan", "d’Haïti", "Ωmega Жуков"])
def test_letters_beyond_the_form_are_written_and_never_a_question_mark(
    one_text, stored, gray, ink, sound, value
):
    filled = compile_form(one_text).fill({"nombre": value})
    assert stored(filled.data) == {"nombre": value}
    assert ink(gray(one_text), gray(filled.data), HERE) > 20
    assert not re.search(rb"\?[^()]*\) Tj", filled.data)
    sound(filled.data)


def test_the_shipped_font_is_embedded_only_where_needed(one_text):
    form = compile_form(one_text)
    assert b"FontFile2" not in form.fill({"nombre": "Ñandú “5 €”"}).data
    foreign = form.fill({"nombre": "Łódź"}).data
    assert b"FontFile2" in foreign
    assert len(foreign) - len(one_text) < 25_000


def test_embedded_letters_are_the_right_ones(build, text):
    """The text that pdfium finds in the drawn page, through the subset's own table."""
    import pypdfium2

    form = compile_form(build(text()))
    flat = form.fill({"nombre": "Łódź Ștefan Ệ"}, flat=True).data
    page = pypdfium2.PdfDocument(flat)[0]
    assert page.get_textpage().get_text_range().strip() == "Łódź Ștefan Ệ"


@pytest.mark.parametrize(
    ("value", "told"), [("李 Wei", "李 (U+674E"), ("a\u200bb", "U+200B"), ("a\x07b", "U+0007")]
)
def test_a_character_nobody_can_draw_is_refused_by_name(one_text, value, told):
    with pytest.raises(BadForm) as caught:
        compile_form(one_text).fill({"nombre": value})
    assert "«nombre»" in str(caught.value)
    assert told in str(caught.value)


def test_line_breaks_in_a_single_line_are_joined_and_told(one_text, stored):
    filled = compile_form(one_text).fill({"nombre": "Calle 1\nDepto 2"})
    assert stored(filled.data) == {"nombre": "Calle 1 Depto 2"}
    assert [str(w) for w in filled.warnings] == [
        "El campo «nombre» tiene una sola línea: se juntaron las del texto."
    ]


def test_values_that_waited_for_the_viewer_to_draw_them_stay_visible(build, text, gray, ink):
    data = build(text(more=b"/V(Antes)"), text("otro", rect=b"20 100 220 120"), form=b"/NeedAppearances true")
    blank = build(text(), text("otro", rect=b"20 100 220 120"))
    filled = compile_form(data).fill({"otro": "Ahora"})
    assert ink(gray(blank), gray(filled.data), HERE) > 20
    assert filled.fields_set == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(LETTERS, max_size=40))
def test_any_spanish_or_creole_text_reads_back(one_text, stored, value):
    filled = compile_form(one_text).fill({"nombre": value})
    assert stored(filled.data)["nombre"] == unicodedata.normalize("NFC", value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(LETTERS + "\n", max_size=400))
def test_no_word_is_lost_between_field_and_annex(build, text, value):
    form = compile_form(build(text(rect=b"20 150 220 190", more=b"/Ff 4096")))
    overflow = form.fill({"nombre": value}).overflow
    if overflow:
        (over,) = overflow
        assert (over.shown + " " + over.rest).split() == unicodedata.normalize("NFC", value).split()

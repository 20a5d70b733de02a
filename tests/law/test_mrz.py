"""The machine-readable zone, on the specimens of ICAO Doc 9303 and made-up ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.mrz import MrzError, check_digit, looks_like_mrz, read_mrz

TODAY = date(2026, 11, 24)
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"


def test_a_passport_gives_its_holder() -> None:
    found = read_mrz(PASSPORT, TODAY)
    assert (found.kind, found.surname, found.names) == ("TD3", "Eriksson", "Anna Maria")
    assert (found.number, found.nationality, found.sex) == ("L898902C3", "UTO", "F")
    assert (found.birth, found.expires) == (date(1974, 8, 12), date(2012, 4, 15))
    assert found.doubtful == ()


def test_a_card_says_the_same() -> None:
    found = read_mrz(CARD, TODAY)
    assert (found.kind, found.number, found.birth) == ("TD1", "D23145890", date(1974, 8, 12))
    assert found.doubtful == ()


def test_a_scanner_sends_no_line_breaks_and_maybe_small_letters() -> None:
    assert read_mrz(PASSPORT.replace("\n", "").lower(), TODAY) == read_mrz(PASSPORT, TODAY)


@pytest.mark.parametrize(("sent", "printed"), [(";", "<"), ("‹", "<"), ("«", "<<")])
def test_a_scanner_on_another_keyboard_and_a_read_picture_are_understood(sent: str, printed: str) -> None:
    text = PASSPORT.replace(printed, sent)
    assert looks_like_mrz(text)
    assert read_mrz(text, TODAY) == read_mrz(PASSPORT, TODAY)


def test_a_name_to_the_end_of_its_line_may_go_on() -> None:
    first, second = PASSPORT.split("\n")
    assert not read_mrz(PASSPORT, TODAY).cut
    assert read_mrz(first[:5] + "ERIKSSON<<" + "ANNAMARIA" * 3 + "AN" + "\n" + second, TODAY).cut


@pytest.mark.parametrize(("at", "part"), [(9, "numero"), (19, "nacimiento"), (27, "vence")])
def test_a_wrong_check_digit_is_a_doubt_and_no_refusal(at: int, part: str) -> None:
    first, second = PASSPORT.split("\n")
    wrong = str((int(second[at]) + 1) % 10)
    found = read_mrz(f"{first}\n{second[:at]}{wrong}{second[at + 1 :]}", TODAY)
    assert found.doubtful == (part,)


def test_nobody_is_born_in_the_future() -> None:
    first, second = PASSPORT.split("\n")
    birth = "270101"
    found = read_mrz(f"{first}\n{second[:13]}{birth}{check_digit(birth)}{second[20:]}", TODAY)
    assert found.birth == date(1927, 1, 1)


@pytest.mark.parametrize("text", ["", "Wilner Desrosiers", PASSPORT[:-3], PASSPORT.replace("<", "?")])
def test_what_is_no_zone_is_refused_in_words(text: str) -> None:
    assert not looks_like_mrz(text)
    with pytest.raises(MrzError, match="zona de lectura"):
        read_mrz(text, TODAY)


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<", max_size=40), st.data())
def test_the_check_digit_sees_any_one_digit_changed(text: str, data: st.DataObject) -> None:
    digits = [place for place, letter in enumerate(text) if letter.isdigit()]
    if not digits:
        return
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.integers(0, 9).map(str).filter(lambda one: one != text[place]))
    assert check_digit(text) != check_digit(text[:place] + other + text[place + 1 :])

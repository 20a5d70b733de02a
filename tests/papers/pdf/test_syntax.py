from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.papers.pdf import textstring
from konbit.papers.pdf.syntax import DamagedError, Name, Ref, parse, write

numbers = st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6).map(lambda n: round(n, 4))
simple = st.none() | st.booleans() | numbers | st.binary(max_size=30) | st.binary(max_size=12).map(Name)
simple = simple | st.builds(Ref, st.integers(1, 10**6), st.integers(0, 9))
values = st.recursive(
    simple,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.binary(min_size=1, max_size=8).map(Name), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(values)
def test_what_is_written_reads_back(value):
    read, end = parse(write(value))
    assert read == pytest.approx(value) if isinstance(value, float) else read == value
    assert end == len(write(value))


@given(values)
def test_names_stay_names_and_strings_stay_strings(value):
    read, _ = parse(write(value))
    assert type(read) is type(value) or isinstance(value, float)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b"/S#ED", b"S\xed"),
        (b"/#20APT#20", b" APT "),
        (b"(a\\(b\\)\\053\\\nc\r\nd)", b"a(b)+c\nd"),
        (b"<48 65 6C6>", b"Hel`"),
        (b"[1 2 3 0 R]", [1, 2, Ref(3, 0)]),
    ],
)
def test_spellings(raw, value):
    assert parse(raw)[0] == value


def test_deep_nesting_is_damage_and_no_crash():
    with pytest.raises(DamagedError):
        parse(b"[" * 100_000)


def test_many_comment_signs_do_not_stall():
    with pytest.raises(DamagedError):
        parse(b"%" * 50_000 + b"\n)")


@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=60))
def test_text_strings_read_back(text):
    assert textstring.decode(textstring.encode(text)) == text


def test_text_that_looks_like_a_byte_order_mark():
    assert textstring.decode(textstring.encode("þÿ")) == "þÿ"
    assert textstring.decode(textstring.encode("ï»¿x")) == "ï»¿x"

"""A text comes out in its tongue or in Spanish, never empty, never broken; compiling keeps up with the source."""

from __future__ import annotations

import gettext
import io
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konbit.errors import BadPack
from konbit.tongues.catalogue import Catalogue, fill, load_catalogue
from konbit.tongues.collecting import empty_po
from konbit.tongues.compiling import compile_po, plural_rule, read_mo
from konbit.tongues.po_file import Entry, PoFile, format_po
from konbit.tongues.review import Review, with_review

DAY = date(2026, 11, 24)


def source(*entries: Entry, tongue: str = "ht") -> bytes:
    return format_po(PoFile(empty_po(tongue).header, entries)).encode()


def catalogue(*entries: Entry, tongue: str = "ht") -> Catalogue:
    return Catalogue(tongue, compile_po(source(*entries, tongue=tongue)))


NEXT = Entry("Siguiente", "ui.next", strings=("Swivan",))
LEFT = Entry("queda {n} día", "ui.left", "quedan {n} días", strings=("rete {n} jou", "rete {n} jou yo"))


def test_lookup_is_by_text_and_id() -> None:
    words = catalogue(NEXT)
    assert words.text("Siguiente", "ui.next") == "Swivan"
    assert words.text("Siguiente", "ui.other") == "Siguiente"
    assert words.text("Siguiente") == "Siguiente"
    assert words.text("Sigue", "ui.next") == "Sigue", "another Spanish must not get the old translation"


def test_the_header_is_never_a_translation() -> None:
    assert catalogue(NEXT).text("") == ""
    assert catalogue(NEXT).text("", "ui.next") == ""


def test_what_is_not_finished_is_spanish() -> None:
    words = catalogue(
        Entry("a", "fuzzy", strings=("A",), flags=("fuzzy",)),
        Entry("a", "empty"),
        Entry("a", "old", strings=("A",), obsolete=True),
        Entry("a", "half", "as", strings=("A", "")),
    )
    for context in ("fuzzy", "empty", "old"):
        assert (words.text("a", context), words.has("a", context), words.status("a", context)) == (
            "a",
            False,
            None,
        )
    assert words.plural("a", "as", 1, "half") == "a"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "rete 0 jou"), (1, "rete 1 jou"), (2, "rete 2 jou yo"), (1000, "rete 1.000 jou yo")],
)
def test_creole_plural_starts_above_one(n: int, expected: str) -> None:
    assert catalogue(LEFT).plural("queda {n} día", "quedan {n} días", n, "ui.left") == expected


@pytest.mark.parametrize(("n", "expected"), [(0, "quedan 0 días"), (1, "queda 1 día"), (2, "quedan 2 días")])
def test_spanish_counts_like_spanish(n: int, expected: str) -> None:
    for words in (Catalogue("es"), catalogue(tongue="es"), catalogue(NEXT)):
        assert words.plural("queda {n} día", "quedan {n} días", n, "ui.left") == expected


def test_has_and_status() -> None:
    words = catalogue(
        with_review(NEXT, Review("native", "MJ", DAY)),
        with_review(LEFT, Review("checked", "MJ", DAY)),
        Entry("a", "ui.a", strings=("A",)),
        Entry("b", "ui.b", strings=("B",), comments=("status: aprobado",)),
    )
    assert words.has("Siguiente", "ui.next") and words.status("Siguiente", "ui.next") == "native"
    assert words.has("queda {n} día", "ui.left") and words.status("queda {n} día", "ui.left") == "checked"
    assert words.status("a", "ui.a") == "draft"
    assert words.status("b", "ui.b") == "draft", "a status nobody can read claims no review"
    assert words.status("c", "ui.c") is None


def test_a_page_is_as_reviewed_as_its_weakest_text() -> None:
    words = catalogue(
        with_review(NEXT, Review("native", "MJ", DAY)),
        with_review(Entry("a", "a", strings=("A",)), Review("checked", "MJ", DAY)),
        Entry("b", "b", strings=("B",)),
    )
    assert words.weakest([("Siguiente", "ui.next")]) == "native"
    assert words.weakest([("a", "a"), ("Siguiente", "ui.next")]) == "checked"
    assert words.weakest([("b", "b"), ("a", "a")]) == "draft"
    assert words.weakest([("b", "b"), ("c", "c")]) is None


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_value_comes_out_as_typed(first: str, second: str) -> None:
    words = catalogue(Entry("De {a} a {b}", "x", strings=("{b} apre {a}",)))
    assert words.text("De {a} a {b}", "x", a=first, b=second) == f"{second} apre {first}"
    assert Catalogue("es").text("De {a} a {b}", a=first, b=second) == f"De {first} a {second}"


@pytest.mark.parametrize("broken", ["{b}", "{a", "{a.__class__}", "{a[0]}", "{}", "{0}", "a}", "{a!z}"])
def test_a_broken_translation_falls_back_to_spanish(broken: str) -> None:
    words = catalogue(Entry("Falta {a}", "x", strings=(broken,)))
    assert words.text("Falta {a}", "x", a="la firma") == "Falta la firma"


def test_a_field_nobody_gave_stays_visible() -> None:
    assert Catalogue("es").text("Falta {a} y {b}", a="{b}") == "Falta {b} y {b}"
    assert Catalogue("es").text("Falta {a}") == "Falta {a}"


def test_no_attribute_is_reached() -> None:
    with pytest.raises(LookupError):
        fill("{a.__class__}", {"a": 1})


def test_plural_rules_are_a_closed_list() -> None:
    assert [plural_rule("Plural-Forms: nplurals=2; plural=(n > 1);\n")(n) for n in (0, 1, 2)] == [0, 0, 1]
    assert [plural_rule("Plural-Forms: nplurals=2; plural=n != 1;\n")(n) for n in (0, 1, 2)] == [1, 0, 1]
    with pytest.raises(ValueError, match="Plural-Forms"):
        plural_rule("Plural-Forms: nplurals=2; plural=__import__('os');\n")
    with pytest.raises(BadPack, match="plural"):
        compile_po(b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')


@settings(deadline=None)
@given(
    st.dictionaries(
        st.text(min_size=1).filter(lambda t: "\0" not in t and "\x04" not in t and "\r" not in t),
        st.text(min_size=1).filter(lambda t: "\0" not in t and "\r" not in t),
        max_size=6,
    )
)
def test_gettext_reads_what_we_compile(table: dict[str, str]) -> None:
    entries = [
        Entry(key, "c", strings=(text,)) for key, text in table.items() if _plain(key) and _plain(text)
    ]
    compiled = compile_po(source(*entries))
    theirs = gettext.GNUTranslations(io.BytesIO(compiled))
    ours = Catalogue("ht", compiled)
    for entry in entries:
        assert theirs.pgettext("c", entry.msgid) == ours.text(entry.msgid, "c") == entry.strings[0]


def _plain(text: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in text)


def test_a_mo_of_another_compiler_is_read() -> None:
    import polib

    theirs = polib.pofile(source(NEXT, LEFT).decode()).to_binary()
    words = Catalogue("ht", theirs)
    assert words.text("Siguiente", "ui.next") == "Swivan"
    assert words.plural("queda {n} día", "quedan {n} días", 2, "ui.left") == "rete 2 jou yo"
    assert words.status("Siguiente", "ui.next") == "draft"
    assert words.source == ""


def test_a_damaged_mo_is_refused() -> None:
    whole = compile_po(source(NEXT))
    for damaged in (b"", b"PK\3\4", whole[:20], whole[:40], whole[:-1]):
        with pytest.raises(ValueError, match=r"\.mo"):
            read_mo(damaged)


# --- a checkout


def place(folder: Path, tongue: str = "ht") -> Path:
    made = folder / tongue / "LC_MESSAGES"
    made.mkdir(parents=True, exist_ok=True)
    return made


def test_a_missing_mo_is_compiled(tmp_path: Path) -> None:
    (place(tmp_path) / "konbit.po").write_bytes(source(NEXT))
    assert load_catalogue("ht", tmp_path).text("Siguiente", "ui.next") == "Swivan"
    assert sorted(p.name for p in place(tmp_path).iterdir()) == ["konbit.mo", "konbit.po"]


def test_an_edited_po_is_seen_even_if_its_clock_is_older(tmp_path: Path) -> None:
    po = place(tmp_path) / "konbit.po"
    po.write_bytes(source(NEXT))
    load_catalogue("ht", tmp_path)
    po.write_bytes(source(Entry("Siguiente", "ui.next", strings=("Pwochen",))))
    os.utime(po, (1, 1))
    assert load_catalogue("ht", tmp_path).text("Siguiente", "ui.next") == "Pwochen"


def test_an_unchanged_po_is_not_compiled_again(tmp_path: Path) -> None:
    po = place(tmp_path) / "konbit.po"
    po.write_bytes(source(NEXT))
    load_catalogue("ht", tmp_path)
    os.utime(po.with_suffix(".mo"), (1, 1))
    load_catalogue("ht", tmp_path)
    assert po.with_suffix(".mo").stat().st_mtime == 1


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (place(tmp_path) / "konbit.po").write_bytes(source(NEXT))
    # A directory in the way fails for every user, root included, on every system.
    (place(tmp_path) / "konbit.mo").mkdir()
    assert load_catalogue("ht", tmp_path).text("Siguiente", "ui.next") == "Swivan"
    assert sorted(p.name for p in place(tmp_path).iterdir()) == ["konbit.mo", "konbit.po"]


def test_a_damaged_mo_beside_a_po_is_made_again(tmp_path: Path) -> None:
    (place(tmp_path) / "konbit.po").write_bytes(source(NEXT))
    (place(tmp_path) / "konbit.mo").write_bytes(b"x")
    assert load_catalogue("ht", tmp_path).has("Siguiente", "ui.next")


def test_a_mo_alone_is_enough_and_a_damaged_one_alone_is_told(tmp_path: Path) -> None:
    mo = place(tmp_path) / "konbit.mo"
    mo.write_bytes(compile_po(source(NEXT)))
    assert load_catalogue("ht", tmp_path).has("Siguiente", "ui.next")
    mo.write_bytes(b"x")
    with pytest.raises(BadPack, match="dañado"):
        load_catalogue("ht", tmp_path)


def test_an_unknown_tongue_names_those_there_are(tmp_path: Path) -> None:
    (place(tmp_path) / "konbit.po").write_bytes(source())
    with pytest.raises(BadPack, match="«fr»; hay: ht"):
        load_catalogue("fr", tmp_path)


def test_a_po_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    (place(tmp_path) / "konbit.po").write_bytes(source(NEXT) + b"<<<<<<< HEAD\n")
    with pytest.raises(BadPack, match=r"ht/LC_MESSAGES/konbit\.po:13"):
        load_catalogue("ht", tmp_path)


def test_two_tongues_at_once() -> None:
    creole, english = (
        catalogue(NEXT),
        catalogue(Entry("Siguiente", "ui.next", strings=("Next",)), tongue="en"),
    )
    assert (creole.text("Siguiente", "ui.next"), english.text("Siguiente", "ui.next")) == ("Swivan", "Next")
    assert (creole.tongue, english.tongue) == ("ht", "en")

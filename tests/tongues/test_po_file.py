"""A .po survives reading and writing; other tools read what we write."""

from __future__ import annotations

import io
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po as babel_read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from konbit.errors import BadPack
from konbit.tongues.collecting import empty_po
from konbit.tongues.po_file import Entry, PoFile, format_po, parse_po, rewrite_po

ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=30)
WORDS = ANY.filter(lambda text: bool(text.strip()))
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=20)
COMMENT = LINE.filter(lambda line: line[0] not in ".:,|~")


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | WORDS)
    fuzzy = draw(st.booleans())
    return Entry(
        msgid=draw(WORDS),
        context=draw(WORDS),
        plural=plural,
        strings=draw(st.tuples(ANY) if plural is None else st.tuples(ANY, ANY)),
        comments=tuple(draw(st.lists(COMMENT, max_size=2))),
        extracted=tuple(draw(st.lists(LINE, max_size=2))),
        flags=("fuzzy",) if fuzzy else (),
        previous_msgid=draw(WORDS) if fuzzy else None,
        obsolete=draw(st.booleans()),
    )


FILES = st.lists(entries(), max_size=5, unique_by=lambda e: (e.context, e.msgid)).map(
    lambda found: PoFile(empty_po("ht").header, tuple(found))
)


@settings(deadline=None)
@given(FILES)
def test_what_is_written_reads_back(po: PoFile) -> None:
    text = format_po(po)
    again = parse_po(text)
    assert set(again.entries) == set(po.entries)
    assert again.header == po.header
    assert format_po(again) == text


@settings(deadline=None)
@given(FILES)
def test_polib_and_babel_read_the_same(po: PoFile) -> None:
    text = format_po(po)
    live = [entry for entry in po.entries if not entry.obsolete]
    theirs = polib.pofile(text)
    assert {(e.msgctxt, e.msgid, e.msgid_plural or None) for e in theirs if not e.obsolete} == {
        (e.context, e.msgid, e.plural) for e in live
    }
    strings = {(e.msgctxt, e.msgid): tuple(e.msgstr_plural.values()) or (e.msgstr,) for e in theirs}
    assert all(strings[e.context, e.msgid] == e.strings for e in live)
    catalogue = babel_read_po(io.BytesIO(text.encode()))
    assert all(catalogue.get(e.msgid, e.context) is not None for e in live)


def test_lines_and_comments_are_kept() -> None:
    po = parse_po(
        'msgid ""\nmsgstr "Language: ht\\n"\n\n'
        "# status: draft; by: x; date: 2026-11-24\n#. pantalla 3\n#: a.toml:7\n#, fuzzy, python-format\n"
        '#| msgid "Antes"\nmsgctxt "ui.x"\nmsgid "Uno\\n"\n"dos \\"tres\\""\nmsgstr ""\n\n'
        '#~ msgctxt "ui.y"\n#~ msgid "Viejo"\n#~ msgstr "Ansyen"\n'
    )
    first, old = po.entries
    assert (first.line, first.msgid, first.previous_msgid) == (10, 'Uno\ndos "tres"', "Antes")
    assert first.comments == ("status: draft; by: x; date: 2026-11-24",)
    assert (first.extracted, first.references, first.flags) == (
        ("pantalla 3",),
        ("a.toml:7",),
        ("fuzzy", "python-format"),
    )
    assert (old.obsolete, old.context, old.strings) == (True, "ui.y", ("Ansyen",))


def test_entries_given_twice_are_both_kept() -> None:
    text = 'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "x"\nmsgstr "1"\nmsgctxt "a"\nmsgid "x"\nmsgstr "2"\n'
    assert [entry.strings for entry in parse_po(text).entries] == [("1",), ("2",)]


def test_entries_need_no_blank_line_between_them() -> None:
    text = (
        'msgid ""\nmsgstr ""\nmsgid "a"\nmsgstr "1"\nmsgid "b"\nmsgstr "2"\n# note\nmsgid "c"\nmsgstr "3"\n'
    )
    assert [(e.msgid, e.strings, e.comments) for e in parse_po(text).entries] == [
        ("a", ("1",), ()),
        ("b", ("2",), ()),
        ("c", ("3",), ("note",)),
    ]


HEAD = 'msgid ""\nmsgstr ""\n\n'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + 'msgid "x\nmsgstr "y"\n', 4, "comillas"),
        (HEAD + 'msgid "x" y\nmsgstr "y"\n', 4, "comillas"),
        (HEAD + 'msgid "x"\nmsgstr "\\q"\n', 5, "secuencia"),
        (HEAD + 'msgid "x"\n', 4, "msgstr"),
        (HEAD + 'msgid "x"\nmsgstr "y"\nmsgstr "z"\n', 6, "dos veces"),
        (HEAD + 'msgid "x"\nmsgid_plural "xs"\nmsgstr "y"\n', 4, "msgid_plural"),
        (HEAD + 'msgid "x"\nmsgid_plural "xs"\nmsgstr[1] "y"\n', 4, "msgid_plural"),
        (HEAD + 'msgctxt "c"\nmsgstr "y"\n', 0, "msgid"),
        (HEAD + '"suelto"\n', 4, "fuera"),
        (HEAD + "<<<<<<< HEAD\n", 4, "no se entiende"),
        ('msgctxt "c"\nmsgid "x"\nmsgstr "y"\n', 0, "cabecera"),
    ],
)
def test_a_bad_file_names_the_line(text: str, line: int, said: str) -> None:
    with pytest.raises(BadPack) as caught:
        parse_po(text, "ht.po")
    problem = caught.value.problems[0]
    assert problem.file == "ht.po"
    assert said in problem.message
    assert line in (0, problem.line)


def test_all_problems_at_once() -> None:
    with pytest.raises(BadPack) as caught:
        parse_po(HEAD + 'basura\nmsgid "x"\nmsgstr "\\q"\n')
    assert [problem.line for problem in caught.value.problems] == [4, 6]


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "konbit.po"
    path.write_bytes(HEAD.encode() + b'msgid "a\xf1o"\nmsgstr ""\n')
    with pytest.raises(BadPack, match="UTF-8") as caught:
        rewrite_po(path, lambda po: po)
    assert caught.value.problems[0].line == 4


def test_a_change_made_by_another_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "konbit.po"
    path.write_text(format_po(empty_po("ht")), encoding="utf-8")
    tries: list[int] = []

    def add(name: str) -> None:
        def change(po: PoFile) -> PoFile:
            if name == "mine" and not tries:
                tries.append(1)
                add("theirs")
            return PoFile(po.header, (*po.entries, Entry("x", name)))

        rewrite_po(path, change)

    add("mine")
    assert [entry.context for entry in parse_po(path.read_text(encoding="utf-8")).entries] == [
        "mine",
        "theirs",
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["konbit.po"]

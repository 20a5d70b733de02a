"""Merging loses nothing, serves nothing stale, and changes no byte the second time."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konbit.errors import BadPack
from konbit.tongues.catalogue import load_catalogue
from konbit.tongues.collecting import MergeReport, Message, merge, missing, plural_forms
from konbit.tongues.po_file import Entry, read_po
from konbit.tongues.recording import Rendering, record
from konbit.tongues.review import Status, review_of, source_digest

DAY = date(2026, 11, 24)
ALL = ("",)


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "ht" / "LC_MESSAGES" / "konbit.po"


def entry(po: Path, context: str) -> Entry:
    (found,) = [e for e in read_po(po).entries if e.context == context]
    return found


def translate(po: Path, context: str, *strings: str, status: Status = "draft") -> None:
    report = record(po, [Rendering(context, strings)], by="AB", day=DAY, status=status)
    assert report.written == (context,)


NEXT = Message("Siguiente", "ui.next", "botón, 12 letras")
LEFT = Message("queda {n} día", "ui.left", plural="quedan {n} días")


def test_a_new_file_has_the_right_header(po: Path) -> None:
    assert merge(po, [NEXT, LEFT]) == MergeReport(("ui.left", "ui.next"), (), (), (), 2)
    headers = read_po(po).headers
    assert headers["Plural-Forms"] == plural_forms("ht") == "nplurals=2; plural=(n > 1);"
    assert headers["Language"] == "ht"
    assert [e.context for e in read_po(po).entries] == ["ui.left", "ui.next"]
    assert entry(po, "ui.left").strings == ("", "")
    assert entry(po, "ui.next").extracted == ("botón, 12 letras",)


def test_merging_again_changes_no_byte(po: Path) -> None:
    merge(po, [NEXT, LEFT])
    translate(po, "ui.next", "Swivan")
    before = po.read_bytes()
    assert merge(po, [LEFT, NEXT], ALL) == MergeReport((), (), (), (), 2)
    assert po.read_bytes() == before


def test_changed_spanish_keeps_the_translation_as_fuzzy(po: Path) -> None:
    merge(po, [NEXT])
    translate(po, "ui.next", "Swivan")
    assert merge(po, [Message("Seguir", "ui.next")]).changed == ("ui.next",)
    kept = entry(po, "ui.next")
    assert (kept.msgid, kept.previous_msgid, kept.strings, kept.fuzzy) == (
        "Seguir",
        "Siguiente",
        ("Swivan",),
        True,
    )
    assert review_of(kept) is not None
    assert load_catalogue("ht", po.parents[2]).text("Seguir", "ui.next") == "Seguir"


def test_the_fuzzy_mark_answers_to_the_spanish_that_was_translated(po: Path) -> None:
    merge(po, [NEXT])
    translate(po, "ui.next", "Swivan")
    before = po.read_bytes()
    merge(po, [Message("Seguir", "ui.next", NEXT.comment)])
    merge(po, [Message("Adelante", "ui.next", NEXT.comment)])
    assert entry(po, "ui.next").previous_msgid == "Siguiente"
    merge(po, [NEXT])
    assert po.read_bytes() == before


def test_changed_spanish_without_translation_is_not_fuzzy(po: Path) -> None:
    merge(po, [NEXT])
    merge(po, [Message("Seguir", "ui.next")])
    assert (entry(po, "ui.next").msgid, entry(po, "ui.next").fuzzy) == ("Seguir", False)


def test_a_text_that_gets_a_plural_is_fuzzy_in_both_forms(po: Path) -> None:
    merge(po, [Message("{n} día", "ui.left")])
    translate(po, "ui.left", "{n} jou")
    merge(po, [Message("{n} día", "ui.left", plural="{n} días")])
    assert (entry(po, "ui.left").strings, entry(po, "ui.left").fuzzy) == (("{n} jou", "{n} jou"), True)
    merge(po, [Message("{n} día", "ui.left")])
    assert (entry(po, "ui.left").strings, entry(po, "ui.left").fuzzy) == (("{n} jou",), False)


def test_only_what_is_owned_vanishes(po: Path) -> None:
    merge(po, [NEXT, LEFT, Message("Hola", "hecho.x")])
    translate(po, "ui.next", "Swivan")
    translate(po, "hecho.x", "Bonjou")
    assert merge(po, [LEFT]).vanished == ()
    assert merge(po, [LEFT], ["ui."]).vanished == ("ui.next",)
    assert entry(po, "ui.next").obsolete
    assert not entry(po, "hecho.x").obsolete


def test_what_vanished_comes_back_with_its_translation(po: Path) -> None:
    merge(po, [NEXT, LEFT])
    translate(po, "ui.next", "Swivan")
    before = po.read_bytes()
    merge(po, [LEFT], ALL)
    assert merge(po, [NEXT, LEFT], ALL).revived == ("ui.next",)
    assert po.read_bytes() == before


def test_an_obsolete_namesake_does_not_come_back_over_a_live_entry(po: Path) -> None:
    merge(po, [NEXT])
    translate(po, "ui.next", "Swivan")
    old = '#~ msgctxt "ui.next"\n#~ msgid "Siguiente"\n#~ msgstr "Pwochen"\n\n# status'
    po.write_text(po.read_text(encoding="utf-8").replace("# status", old, 1), encoding="utf-8")
    assert merge(po, [NEXT], ALL).revived == ()
    assert [e.strings for e in read_po(po).entries if not e.obsolete] == [("Swivan",)]


def test_an_untranslated_entry_that_vanishes_leaves_nothing(po: Path) -> None:
    merge(po, [NEXT])
    merge(po, [], ALL)
    assert read_po(po).entries == ()


def test_comments_of_the_translator_stay(po: Path) -> None:
    merge(po, [NEXT])
    po.write_text(
        po.read_text(encoding="utf-8").replace("#. bot", "# oído en La Reina\n#. bot"), encoding="utf-8"
    )
    translate(po, "ui.next", "Swivan")
    merge(po, [Message("Siguiente", "ui.next", "otro\ncomentario")])
    kept = entry(po, "ui.next")
    assert kept.comments == ("oído en La Reina", "status: draft; by: AB; date: 2026-11-24")
    assert kept.extracted == ("otro", "comentario")


def test_missing(po: Path) -> None:
    other = Message("Otro", "ui.other")
    merge(po, [NEXT, LEFT, other])
    assert missing(po, [NEXT, LEFT]) == [NEXT, LEFT]
    translate(po, "ui.next", "Swivan")
    translate(po, "ui.left", "rete {n} jou", "rete {n} jou")
    assert missing(po, [NEXT, LEFT, other]) == [other]
    changed = Message("Seguir", "ui.next")
    assert missing(po, [changed]) == [changed], "before the merge as well"
    merge(po, [changed])
    assert missing(po, [changed]) == [changed], "fuzzy is not served"


def test_qt_and_errors_hold_many_texts_under_one_context(po: Path) -> None:
    words = [
        Message("Save", "qt.QFileDialog"),
        Message("&Open", "qt.QFileDialog"),
        Message("a", "error.BadCase"),
    ]
    merge(po, words)
    report = record(po, [Rendering("qt.QFileDialog", ("&Louvri",), "&Open")], by="AB", day=DAY)
    assert report.written == ("qt.QFileDialog",)
    assert missing(po, words) == [words[0], words[2]]
    assert load_catalogue("ht", po.parents[2]).text("&Open", "qt.QFileDialog") == "&Louvri"


def test_bad_messages_are_told_all_at_once(po: Path) -> None:
    bad = [Message("a", ""), Message(" ", "x"), Message("a", "y"), Message("b", "y"), Message("a", "z\n")]
    with pytest.raises(BadPack) as caught:
        merge(po, [*bad, Message("a", "y", "same text, other comment")])
    assert [problem.key for problem in caught.value.problems] == ["", "x", "y", "z\n"]
    assert not po.exists()


# --- recording


def test_a_reviewed_text_is_not_overwritten_by_a_draft(po: Path) -> None:
    merge(po, [NEXT])
    translate(po, "ui.next", "Swivan", status="native")
    for status in ("draft", "checked"):
        report = record(po, [Rendering("ui.next", ("Pwochen",))], by="CD", day=DAY, status=status)
        assert (report.kept, report.written) == (("ui.next",), ())
    assert entry(po, "ui.next").strings == ("Swivan",)
    review = review_of(entry(po, "ui.next"))
    assert review is not None
    assert (review.status, review.by, review.source) == ("native", "AB", source_digest("Siguiente"))


def test_a_native_reader_may_correct_another(po: Path) -> None:
    merge(po, [NEXT])
    translate(po, "ui.next", "Swivan", status="native")
    translate(po, "ui.next", "Pwochen", status="native")
    assert entry(po, "ui.next").strings == ("Pwochen",)


def test_a_new_rendering_lifts_the_fuzzy_mark(po: Path) -> None:
    merge(po, [NEXT])
    translate(po, "ui.next", "Swivan", status="native")
    merge(po, [Message("Seguir", "ui.next")])
    translate(po, "ui.next", "Kontinye")
    kept = entry(po, "ui.next")
    assert (kept.fuzzy, kept.previous_msgid, kept.strings) == (False, None, ("Kontinye",))
    review = review_of(kept)
    assert review is not None and review.status == "draft"


def test_what_does_not_fit_is_told(po: Path) -> None:
    merge(po, [NEXT, LEFT, Message("a", "ui.a")])
    renderings = [
        Rendering("ui.next", ("Swivan",), "Seguir"),
        Rendering("ui.left", ("rete {n} jou",)),
        Rendering("ui.a", (" ",)),
        Rendering("ui.b", ("B",)),
    ]
    before = po.read_bytes()
    report = record(po, renderings, by="AB", day=DAY)
    assert (report.stale, report.unfit, report.unknown) == (("ui.next",), ("ui.a", "ui.left"), ("ui.b",))
    assert po.read_bytes() == before


# --- any history of merges

TEXTS = st.sampled_from(["Uno", "Dos", "Tres {n}"])
SETS = st.dictionaries(
    st.sampled_from(["a", "b", "c.d", "qt.X"]), st.tuples(TEXTS, st.none() | TEXTS), max_size=4
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SETS, st.sampled_from(["a", "b", "c.d", "qt.X"])), min_size=1, max_size=6))
def test_no_history_serves_a_translation_of_another_spanish(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[dict[str, tuple[str, str | None]], str]]
) -> None:
    po = tmp_path_factory.mktemp("merge") / "ht" / "LC_MESSAGES" / "konbit.po"
    for texts, translated in history:
        messages = [Message(msgid, context, plural=plural) for context, (msgid, plural) in texts.items()]
        merge(po, messages, ALL)
        once = po.read_bytes()
        merge(po, reversed(messages), ALL)
        assert po.read_bytes() == once
        if translated in texts:
            msgid, plural = texts[translated]
            made = (f"ht {msgid} {plural}",) * (1 if plural is None else 2)
            record(po, [Rendering(translated, made, msgid)], by="AB", day=DAY)
        for e in read_po(po).entries:
            assert not e.usable or e.strings[0] == f"ht {e.msgid} {e.plural}"
        live = [e for e in read_po(po).entries if not e.obsolete]
        assert {e.identity for e in live} == {m.identity for m in messages}
        assert len(live) == len(messages)


def test_gnu_gettext_accepts_the_file(po: Path) -> None:
    merge(po, [NEXT, LEFT, Message('Hola\n«tú» "x" \\', "a")])
    translate(po, "ui.next", "Swivan")
    merge(po, [Message("Seguir", "ui.next"), LEFT], ALL)
    try:
        done = subprocess.run(["msgfmt", "-c", "-o", "-", str(po)], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("msgfmt is not installed")
    assert done.returncode == 0, done.stderr

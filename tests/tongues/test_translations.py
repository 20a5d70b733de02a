"""The catalogues of this repository: the words the clinics asked for, the linter's verdict, the build."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from konbit.errors import BadPack
from konbit.tongues.catalogue import Catalogue, load_catalogue
from konbit.tongues.collecting import plural_forms
from konbit.tongues.compiling import compile_po
from konbit.tongues.glossary import load_terms
from konbit.tongues.linting import lint_catalogue
from konbit.tongues.markup import creole_words
from konbit.tongues.po_file import format_po, read_po

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "translations"
TONGUES = ("ht", "en", "es")
REQUIRED = (Path(__file__).parent / "obligatorias.txt").read_text(encoding="utf-8").splitlines()


def po_of(tongue: str) -> Path:
    return TRANSLATIONS / tongue / "LC_MESSAGES" / "konbit.po"


def words_of(tongue: str) -> Catalogue:
    return Catalogue(tongue, compile_po(po_of(tongue).read_bytes()))


def detect(text: str) -> str:
    import pycld2

    return str(pycld2.detect(text, bestEffort=True)[2][0][1])


def test_the_forty_required_texts_are_there_word_for_word() -> None:
    entries = {e.msgid: e for e in read_po(po_of("ht")).entries if e.context.startswith("comun.")}
    assert len(REQUIRED) == 40
    assert [text for text in REQUIRED if text not in entries] == []
    words = words_of("ht")
    for text in REQUIRED:
        assert words.status(text, entries[text].context) is not None
        assert words.text(text, entries[text].context) != text


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_linter_finds_no_error(tongue: str) -> None:
    terms = load_terms(TRANSLATIONS / "glosario.csv")
    findings = lint_catalogue(po_of(tongue), terms, detect if tongue == "ht" else None)
    assert [finding for finding in findings if finding.level == "error"] == []


@pytest.mark.parametrize("tongue", TONGUES)
def test_files_are_as_the_merger_writes_them(tongue: str) -> None:
    po = read_po(po_of(tongue))
    assert format_po(po) == po_of(tongue).read_text(encoding="utf-8")
    assert po.headers["Plural-Forms"] == plural_forms(tongue)


def test_long_texts_are_taken_for_creole() -> None:
    long = [e for e in read_po(po_of("ht")).entries if e.usable and len(e.strings[0]) >= 45]
    own = [" ".join(creole_words(e.msgid, e.strings[0])) for e in long]
    assert len(own) >= 6
    taken = [(detect(text), text) for text in own if len(text) >= 40]
    # crs: of a sentence full of «demann», «nouvo», «dosye» the detector cannot tell Haitian from Seychellois
    assert [(tongue, text) for tongue, text in taken if tongue not in ("ht", "crs")] == []
    assert sum(tongue == "ht" for tongue, _ in taken) > 0.98 * len(taken)


def test_qt_words_name_a_class_and_keep_their_shortcut() -> None:
    qt = [e for e in read_po(po_of("ht")).entries if e.context.startswith("qt.")]
    assert len(qt) >= 60
    assert all(re.fullmatch(r"qt\.Q\w+", e.context) for e in qt)
    for needed in ("OK", "Cancel", "Save", "Close", "&Yes", "&No", "Discard", "Apply", "Help"):
        assert any(e.msgid == needed and e.context == "qt.QPlatformTheme" and e.usable for e in qt)


@pytest.mark.parametrize("context", ["qt.QWidgetTextControl", "qt.QLineEdit", "qt.QAbstractSpinBox"])
def test_no_two_items_of_a_menu_share_a_shortcut(context: str) -> None:
    texts = [e.strings[0] for e in read_po(po_of("ht")).entries if e.context == context]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters))


def test_glossary_has_all_its_terms_and_sources() -> None:
    terms = load_terms(TRANSLATIONS / "glosario.csv")
    assert len(terms) == 509
    assert len({term.es for term in terms}) == 509
    assert next(term.renderings for term in terms if term.es == "días hábiles") == ("jou ouvrab",)
    assert next(term.sources for term in terms if term.es == "timbre / sello") == ("timbre", "sello")


@pytest.mark.parametrize(
    ("row", "said"), [("a,b,c,d,SURE", "SURE"), ("a,,c,d,OWN", "incompleta"), ("a,b,c,d,OWN,e", "de más")]
)
def test_a_bad_glossary_is_told(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "glosario.csv"
    path.write_text(f"term_es,term_ht,gloss_en,source,confidence\n{row}\n", encoding="utf-8")
    with pytest.raises(BadPack, match=said):
        load_terms(path)
    path.write_text("es,ht\n", encoding="utf-8")
    with pytest.raises(BadPack, match="columnas"):
        load_terms(path)


def test_babel_and_polib_read_our_files() -> None:
    import polib
    from babel.messages.pofile import read_po as babel_read_po

    for tongue in TONGUES:
        with po_of(tongue).open("rb") as stream:
            assert babel_read_po(stream).num_plurals == 2
        assert polib.pofile(str(po_of(tongue))).metadata["Language"] == tongue


def test_the_build_hook_compiles_with_the_same_code(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    made = tmp_path / "translations" / "ht" / "LC_MESSAGES"
    made.mkdir(parents=True)
    (made / "konbit.po").write_bytes(po_of("ht").read_bytes())
    # Nothing but these: what the hook needs must not grow with the program.
    package = tmp_path / "desktop" / "konbit"
    shutil.copytree(ROOT / "desktop" / "konbit" / "tongues", package / "tongues")
    for name in ("__init__.py", "errors.py"):
        shutil.copy(ROOT / "desktop" / "konbit" / name, package)
    script = (
        "import importlib.util as u, sys\n"
        "spec = u.spec_from_file_location('hook', sys.argv[1]); hook = u.module_from_spec(spec)\n"
        "spec.loader.exec_module(hook)\n"
        "hook.CatalogueHook(sys.argv[2], {}, None, None, '', 'wheel').initialize('standard', {})\n"
    )
    command = [sys.executable, "-I", "-c", script, str(ROOT / "hatch_build.py"), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert (made / "konbit.mo").read_bytes() == compile_po(po_of("ht").read_bytes())
    before = (made / "konbit.mo").stat().st_mtime_ns
    assert load_catalogue("ht", tmp_path / "translations").text("No sé", "comun.no_se") == "Mwen pa konnen"
    assert (made / "konbit.mo").stat().st_mtime_ns == before, "what the hook made is taken as it is"


def test_the_tongues_load_without_heavy_imports() -> None:
    script = (
        "import sys, konbit.tongues.catalogue, konbit.tongues.dates, konbit.tongues.linting, konbit.tongues.collecting\n"
        "print([name for name in ('babel', 'polib', 'PySide6', 'pycld2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_status_dates_are_real_days() -> None:
    from konbit.tongues.review import review_of

    for entry in read_po(po_of("ht")).entries:
        review = review_of(entry)
        assert review is not None
        assert review.day >= date(2026, 1, 1)

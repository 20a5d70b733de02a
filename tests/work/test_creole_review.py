"""The Creole out to a native speaker and back."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from konbit.cli.running import run_command
from konbit.errors import BadReview
from konbit.law.pack import PackFolders
from konbit.tongues.po_file import Entry, read_po
from konbit.tongues.review import review_of
from konbit.work.creole_review import export_review, import_review, po_of

TODAY = date(2026, 11, 24)
PO = """msgid ""
msgstr ""
"Language: ht\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

# status: draft; by: konbit; date: 2026-11-01
msgctxt "a.uno"
msgid "Falta {n} papel"
msgstr "Manke {n} papye"

msgctxt "a.dos"
msgid "=1+1"
msgstr "@SUM(1)"

msgctxt "a.tres"
msgid "{count} día"
msgid_plural "{count} días"
msgstr[0] "{count} jou"
msgstr[1] "{count} jou"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    place = tmp_path / "translations" / "ht" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "konbit.po").write_text(PO, encoding="utf-8")
    return tmp_path / "translations"


def sheet_with(pack: Path, change: Callable[[dict[str, int], object], None], who: str = "Marie D.") -> Path:
    path = pack.parent / "planilla.xlsx"
    export_review(pack, "ht", path)
    book = load_workbook(path)
    sheet = book.active
    rows: dict[str, int] = {}
    for number in range(6, sheet.max_row + 1):
        rows[f"{sheet.cell(number, 1).value.partition('#')[0]}.{sheet.cell(number, 2).value}"] = number
    sheet["C2"], sheet["C3"] = who, "2026-11-20"
    change(rows, sheet)
    book.save(path)
    return path


def entries(pack: Path) -> dict[str, Entry]:
    return {entry.context: entry for entry in read_po(po_of(pack, "ht")).entries}


def test_every_form_is_a_row_and_a_formula_is_a_text(pack: Path) -> None:
    path = pack.parent / "p.xlsx"
    assert export_review(pack, "ht", path) == 4
    sheet = load_workbook(path).active
    cells = {sheet.cell(number, 1).value.partition("#")[0]: sheet.cell(number, 3) for number in range(6, 10)}
    assert cells["a.dos"].value == "=1+1"
    assert cells["a.dos"].data_type == "s"


def test_what_she_approves_and_corrects_is_hers_and_the_rest_stays_a_draft(pack: Path) -> None:
    def marks(rows, sheet):
        sheet.cell(rows["a.uno.0"], 7, "wi")
        sheet.cell(rows["a.tres.0"], 8, "{count} grenn jou")
        sheet.cell(rows["a.tres.1"], 7, "Wi")

    taken = import_review(pack, "ht", sheet_with(pack, marks), TODAY)
    assert (taken.approved, taken.corrected, taken.silent, taken.skipped) == (2, 1, 1, ())
    found = entries(pack)
    review = review_of(found["a.uno"])
    assert review is not None
    assert (review.status, review.by, review.day) == ("native", "Marie D.", date(2026, 11, 20))
    assert found["a.tres"].strings == ("{count} grenn jou", "{count} jou")
    assert review_of(found["a.dos"]) is None


def test_half_of_the_forms_is_no_approval_of_the_message(pack: Path) -> None:
    def marks(rows, sheet):
        sheet.cell(rows["a.tres.0"], 7, "wi")

    import_review(pack, "ht", sheet_with(pack, marks), TODAY)
    assert review_of(entries(pack)["a.tres"]) is None


def test_a_text_that_changed_since_is_not_taken(pack: Path) -> None:
    def marks(rows, sheet):
        sheet.cell(rows["a.uno.0"], 7, "wi")

    path = sheet_with(pack, marks)
    place = po_of(pack, "ht")
    place.write_text(
        place.read_text("utf-8").replace("Falta {n} papel", "Faltan {n} papeles"), encoding="utf-8"
    )
    taken = import_review(pack, "ht", path, TODAY)
    assert taken.skipped == ("a.uno",)
    review = review_of(entries(pack)["a.uno"])
    assert review is not None
    assert review.status == "draft"


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (lambda rows, sheet: sheet.cell(rows["a.uno.0"], 8, "Manke papye"), "H9: la corrección no lleva"),
        (lambda rows, sheet: sheet.cell(rows["a.uno.0"], 7, "petèt"), "no se entiende"),
        (lambda rows, sheet: (sheet.cell(9, 7, "wi"), sheet.cell(9, 8, "x {n}")), "deje una de las dos"),
        (lambda rows, sheet: sheet.cell(rows["a.uno.0"], 1, "a.cuatro#0"), "ningún texto «a.cuatro»"),
        (
            lambda rows, sheet: sheet.cell(rows["a.uno.0"], 1, sheet.cell(rows["a.dos.0"], 1).value),
            "está dos veces",
        ),
        (lambda rows, sheet: sheet.cell(5, 3, "Inglés"), "las columnas no son"),
        (lambda rows, sheet: sheet.cell(2, 3, ""), "C2: falta el nombre"),
        (lambda rows, sheet: sheet.cell(3, 3, "ayer"), "C3: falta la fecha"),
        (lambda rows, sheet: sheet.cell(3, 3, "2027-01-01"), "no puede ser futura"),
    ],
)
def test_a_bad_sheet_is_told_and_nothing_is_taken(pack: Path, what, says: str) -> None:
    def marks(rows, sheet):
        sheet.cell(rows["a.tres.0"], 7, "wi")
        sheet.cell(rows["a.tres.1"], 7, "wi")
        what(rows, sheet)

    path = sheet_with(pack, marks)
    before = po_of(pack, "ht").read_bytes()
    with pytest.raises(BadReview) as caught:
        import_review(pack, "ht", path, TODAY)
    assert says in str(caught.value)
    assert "planilla.xlsx" in str(caught.value)
    assert po_of(pack, "ht").read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a book", b"<html>"])
def test_no_spreadsheet_is_one_sentence(pack: Path, data: bytes) -> None:
    path = pack.parent / "otra.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadReview, match="no es una planilla"):
        import_review(pack, "ht", path, TODAY)


def test_entities_are_not_even_looked_at(pack: Path) -> None:
    path = pack.parent / "bomba.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(BadReview, match="algo que Konbit no lee"):
        import_review(pack, "ht", path, TODAY)


def test_the_whole_catalogue_goes_out_and_comes_back_unmarked(folders: PackFolders, tmp_path: Path) -> None:
    root = tmp_path / "paquete"
    shutil.copytree(folders.translations, root / "translations")
    out = tmp_path / "todo.xlsx"
    assert run_command(["law", "--review", "ht", "-o", str(out), "--pack", str(root)]) == 0
    book = load_workbook(out)
    sheet = book.active
    sheet["C2"], sheet["C3"] = "Marie D.", "2026-11-20"
    book.save(out)
    before = po_of(root / "translations", "ht").read_bytes()
    assert run_command(["law", "--import-review", str(out), "--pack", str(root), "--json"]) == 0
    assert po_of(root / "translations", "ht").read_bytes() == before
    assert run_command(["law", "--review", "fr", "-o", str(out), "--pack", str(root)]) == 2
    assert run_command(["law", "--review", "ht", "-o", "x.pdf", "--pack", str(root)]) == 2

"""Every real form, filled full: what two other libraries read, what two renderers show, what must not change."""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf import fields as kinds
from konbit.papers.pdf import textstring
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.papers.pdf.inspecting import inspect
from konbit.papers.pdf.jail import inspect_foreign, page_png_foreign
from konbit.papers.pdf.proof import prove
from konbit.papers.pdf.render import page_boxes

NAMES = [
    "button-widget",
    "choice-widget",
    "court-ma-appeals-civil-docketing",
    "court-mi-petition-treatment",
    "da-checkbox-export-values",
    "dd-293-encrypted-choice-sig-rich",
    "dup-names-calc",
    "enc-r6-owner-only",
    "irs-1040-2024-es",
    "irs-8879",
    "irs-9000-es",
    "irs-dependientes-es-115text",
    "irs-df1099r-es",
    "irs-f1040-2021-radios",
    "libreoffice-form",
    "rotated-widgets",
    "sf424-page2",
    "signed-verified",
    "text-widget",
    "uscis-i-765-decrypted",
    "uscis-i-765-official-encrypted",
    "uscis-i-821-decrypted",
]
HOSTILE = [
    "GHOSTSCRIPT-698804-1-fuzzed",
    "Pages-tree-refs-loop",
    "al-corrupted",
    "append-xref-loop",
    "no-trailer",
    "poppler-395-0-fuzzed",
    "poppler-85140-0",
    "qpdf-bad14",
]
WORDS = "Ñuñoa Pétion óè"


@pytest.fixture(scope="module", params=[(name, tight) for name in NAMES for tight in (False, True)], ids=str)
def filled(request, forms_real) -> tuple[str, bytes, CompiledForm, dict[str, Any], bytes]:
    """Each form filled full, with its bytes in front (append) and written anew first (tight)."""
    name, tight = request.param
    data = (forms_real / f"{name}.pdf").read_bytes()
    form = compile_form(data, file=name, tight=tight)
    values = full_values(form)
    return name, data, form, values, form.fill(values).data


def full_values(form: CompiledForm) -> dict[str, Any]:
    """A value for everything a person fills: short accented text, every box, the last choice."""
    values: dict[str, Any] = {}
    for name, field in form.fields.items():
        if field.flags & kinds.READ_ONLY:
            continue
        if field.kind == "text":
            value = "1234567890" * 10 if field.comb else WORDS
            values[name] = value[: _letters(form, name)].strip()
        elif field.kind in ("checkbox", "radio"):
            values[name] = textstring.of_name(field.states[-1])
        elif field.kind == "choice" and field.options:
            values[name] = field.options[-1].label
    return values


def _letters(form: CompiledForm, name: str) -> int:
    """As many characters as surely fit."""
    narrow = min((p.frame.width for p in form.widgets_of(name)), default=100.0)
    room = max(int((narrow - 6) / 8), 1)
    field = form.fields[name]
    return field.max_length or 99 if field.comb else min(field.max_length or 99, room)


def test_two_other_libraries_read_every_value(filled):
    pikepdf = pytest.importorskip("pikepdf")
    from pypdf import PdfReader

    _, _, form, values, data = filled
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    by_pypdf = walk_pypdf(PdfReader(io.BytesIO(data)))
    by_pikepdf = walk_pikepdf(pikepdf.open(io.BytesIO(data)), pikepdf)
    for name, value in values.items():
        if form.fields[name].kind == "choice":
            value = next(o.export for o in form.fields[name].options if value in (o.label, o.export))
        assert by_pypdf[name] == value, name
        assert by_pikepdf[name] == value, name


def test_the_proof_holds(filled):
    name, _, form, values, data = filled
    proof = prove(data, values, form)
    if name == "libreoffice-form":  # one of its fields is four points high
        assert {problem.field for problem in proof.problems} <= {"Last Name"}
        return
    assert [p for p in proof.problems if p.kind != "no_cabe"] == []
    assert sum(p.kind == "no_cabe" for p in proof.problems) <= len(values) // 20


def test_poppler_shows_ink_in_every_filled_widget(filled, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    name, _, form, values, data = filled
    empty = {n: False for n in values if form.fields[n].kind in ("checkbox", "radio")}
    blank, full = poppler(form.fill(empty).data, tmp_path / "a"), poppler(data, tmp_path / "b")
    boxes = page_boxes(data)
    unseen = []
    for field, value in values.items():
        for place in form.widgets_of(field):
            widget = place.widget
            is_box = form.fields[field].kind in ("checkbox", "radio")
            if not widget.visible or (is_box and value not in map(textstring.of_name, widget.states)):
                continue
            area = boxes[widget.page - 1].pixels(widget.rect, 100 / 72, 1)
            if differing(blank[widget.page - 1], full[widget.page - 1], area) < 2 and value != current(
                form, field
            ):
                unseen.append(field)
    assert unseen == [], name


def test_qpdf_finds_nothing_wrong(filled, sound):
    _, _, form, values, data = filled
    sound(data)
    sound(form.fill(values, flat=True).data)


def test_flattening_shows_the_same_in_poppler(filled, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    name, _, form, values, data = filled
    live, flat = poppler(data, tmp_path / "a"), poppler(form.fill(values, flat=True).data, tmp_path / "b")
    assert len(live) == len(flat)
    for one, other in zip(live, flat, strict=True):
        whole = (0, 0, *one.size)
        assert differing(one, other, whole) <= 0.0004 * one.size[0] * one.size[1], name


def test_nothing_active_is_reached_any_more(filled):
    told = inspect(filled[4])
    assert not told.active
    assert not told.xfa
    assert told.fingerprint == filled[2].fingerprint


def test_the_original_bytes_stay_in_front_unless_they_were_locked(filled):
    name, original, form, _, data = filled
    assert form.encrypted == (name in ENCRYPTED)
    if form.tight:
        assert data.startswith(form.base)
        assert len(form.base) < 1.1 * len(original)
    else:
        assert data.startswith(original) != (name in ENCRYPTED)


def test_a_tight_form_is_the_same_form_and_smaller(forms_real):
    data = (forms_real / "uscis-i-821-decrypted.pdf").read_bytes()
    plain, tight = compile_form(data), compile_form(data, tight=True)
    assert tight.fingerprint == plain.fingerprint
    assert list(tight.fields) == list(plain.fields)
    assert (tight.active, tight.calculated, tight.signed) == (plain.active, plain.calculated, plain.signed)
    values = full_values(plain)
    one, other = plain.fill(values), tight.fill(values)
    assert len(other.data) < 0.6 * len(one.data)
    assert (one.overflow, one.warnings) == (other.overflow, other.warnings)
    assert inspect(other.data).fingerprint == inspect(one.data).fingerprint


def test_a_signed_form_is_never_written_anew(forms_real):
    data = (forms_real / "signed-verified.pdf").read_bytes()
    form = compile_form(data, tight=True)
    assert form.signed
    assert form.base == data


ENCRYPTED = {"dd-293-encrypted-choice-sig-rich", "enc-r6-owner-only", "uscis-i-765-official-encrypted"}


def test_the_barcodes_of_the_i_765_are_the_same_to_the_pixel(forms_real, gray, ink):
    data = (forms_real / "uscis-i-765-decrypted.pdf").read_bytes()
    form = compile_form(data)
    written = form.fill(full_values(form)).data
    codes = [plan for plan in form.plans().values() if plan.barcode]
    assert len(codes) == 7
    boxes = page_boxes(data)
    for plan in codes:
        widget = plan.widgets[0].widget
        before, after = gray(data, widget.page, 2.0), gray(written, widget.page, 2.0)
        assert ink(before, after, boxes[widget.page - 1].pixels(widget.rect, 2.0)) == 0
        with pytest.raises(BadForm, match="código de barras"):
            form.fill({plan.field.name: "otra cosa"})


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_a_sentence_or_read_without_harm(forms_real, name):
    data = (forms_real / "hostile" / f"{name}.pdf").read_bytes()
    for attempt in (
        lambda: inspect_foreign(data, file=name),
        lambda: page_png_foreign(data, 1, 1.0, file=name),
        lambda: inspect(data, file=name),
    ):
        try:
            attempt()
        except BadForm as refusal:
            assert "\n" not in str(refusal)
            assert str(refusal).endswith(".")


def test_the_same_form_encrypted_and_not_has_one_fingerprint(forms_real):
    prints = {
        inspect((forms_real / f"{name}.pdf").read_bytes()).fingerprint
        for name in ("uscis-i-765-decrypted", "uscis-i-765-official-encrypted")
    }
    assert len(prints) == 1


# -- reading with others --------------------------------------------------------------------------------------


def walk_pypdf(reader: Any) -> dict[str, Any]:
    form = reader.trailer["/Root"].get("/AcroForm")
    found: dict[str, Any] = {}

    def walk(node: Any, prefix: str) -> None:
        name = ".".join(filter(None, (prefix, node.get("/T"))))
        if "/V" in node:
            value = node["/V"]
            found[name] = str(value)[1:] if "NameObject" in type(value).__name__ else str(value)
        for kid in node.get("/Kids", []):
            walk(kid.get_object(), name)

    for ref in form["/Fields"] if form else []:
        walk(ref.get_object(), "")
    return found


def walk_pikepdf(pdf: Any, pikepdf: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}

    def walk(node: Any, prefix: str) -> None:
        name = ".".join(filter(None, (prefix, str(node.get("/T", "")))))
        if "/V" in node:
            value = node["/V"]
            found[name] = str(value)[1:] if isinstance(value, pikepdf.Name) else str(value)
        for kid in node.get("/Kids", []):
            walk(kid, name)

    for root in pdf.Root.AcroForm.Fields if "/AcroForm" in pdf.Root else []:
        walk(root, "")
    return found


def poppler(data: bytes, folder: Path) -> list[Any]:
    from PIL import Image

    folder.mkdir()
    (folder / "in.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", "100", "-gray", "-cropbox", "in.pdf", "p"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return [Image.open(path).copy() for path in sorted(folder.glob("p*.pgm"))]


def differing(one: Any, other: Any, area: tuple[int, int, int, int]) -> int:
    from PIL import ImageChops

    changed = ImageChops.difference(one, other).point([255 if level > 24 else 0 for level in range(256)])
    return changed.crop(area).histogram()[255]


def current(form: CompiledForm, name: str) -> str:
    value = form.fields[name].value
    return textstring.of_name(value) if type(value).__name__ == "Name" else textstring.of_value(value)

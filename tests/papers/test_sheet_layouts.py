"""Every preparation sheet of ours as it is drawn: from its layout, mapped field by field, clear and not official."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sheet_cases import (
    SHEETS,
)

from konbit.law.facts import Fact, Kind
from konbit.law.pack import Pack
from konbit.papers.pdf.compiled import CompiledForm
from konbit.papers.printing import print_value

ROOT = Path(__file__).resolve().parents[2]
DRAW = ROOT / "docs" / "forms" / "draw.py"


def test_the_committed_sheets_are_what_their_layouts_draw(tmp_path: Path, blanks: dict[str, bytes]) -> None:
    command = [sys.executable, str(DRAW), "all", str(tmp_path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for code in SHEETS:
        assert (tmp_path / f"{code}.pdf").read_bytes() == blanks[code], code
        assert code in told


def test_every_sheet_with_a_layout_is_in_the_pack_and_tested(pack: Pack) -> None:
    drawn = {path.stem.upper() for path in DRAW.parent.glob("f[0-9][0-9].py")}
    assert drawn == set(SHEETS) == set(pack.forms)


@pytest.mark.parametrize("code", SHEETS)
def test_every_field_is_in_the_map_and_back(code: str, pack: Pack, compiled: dict[str, CompiledForm]) -> None:
    form, sheet = pack.forms[code], compiled[code]
    assert form.fields == sheet.fields.keys()
    assert form.fingerprint == sheet.fingerprint
    assert not form.official
    mapped = [(box.field, state) for box in form.boxes for state in box.states.values()]
    for table in form.tables:
        assert table.continues == "anexo"
        assert table.notice
        for column in (column for source in table.sources for column in source.columns):
            for row in range(1, table.rows + 1):
                name = column.pattern.replace("{n}", str(row))
                mapped += [(name, state) for state in column.states.values()]
    for name, state in mapped:
        assert state.encode() in sheet.fields[name].states, name
    boxes = {name for name, field in sheet.fields.items() if field.kind in ("radio", "checkbox")}
    assert boxes == {name for name, _ in mapped}


@pytest.mark.parametrize("code", SHEETS)
def test_a_field_bears_the_name_of_its_fact(code: str, pack: Pack) -> None:
    form = pack.forms[code]
    for link in form.texts:
        assert link.field == link.fact
    for box in form.boxes:
        several = pack.facts[box.fact].kind == Kind.CHOICES
        assert box.field == (f"{box.fact}_{next(iter(box.states))}" if several else box.fact)
    assert set(form.asks) <= set(form.facts)


@pytest.mark.parametrize("code", SHEETS)
def test_every_choice_has_a_box_or_a_place_to_be_written(
    code: str, pack: Pack, compiled: dict[str, CompiledForm]
) -> None:
    """What can be answered can be told: of a yes and no both, of several choices each but «none of these»."""
    form = pack.forms[code]
    signed = {"declara_veracidad", "consiente_datos", "acepta_notificacion_correo", "acuse_riesgo_dvc"}
    told: dict[str, set[str]] = {}
    for box in form.boxes:
        told.setdefault(box.fact, set()).update(box.states)
    for fact, states in told.items():
        choices = set(pack.facts[fact].choices) or {"si", "no"}
        left = choices - states - {"desconocido", "ninguno"}
        assert left == ({"no"} if fact in signed else set()), fact


@pytest.mark.parametrize("code", SHEETS)
def test_each_answer_that_can_be_chosen_fits_its_place(
    code: str, pack: Pack, compiled: dict[str, CompiledForm]
) -> None:
    for link in pack.forms[code].texts:
        fact = pack.facts[link.fact]
        for value in _samples(fact):
            text = print_value(fact, value, pack.places, link.wording)
            assert not compiled[code].overflow_of({link.field: text}), (link.field, text)


def _samples(fact: Fact) -> list[Any]:
    if fact.choices:
        return [choice for choice in fact.choices if choice != "desconocido"]
    match fact.kind:
        case Kind.COMUNA:
            return ["San Pedro de Atacama", "Pedro Aguirre Cerda"]
        case Kind.COUNTRY:
            return ["HTI", "VEN", "DOM", "PSE", "BIH"]
        case Kind.DATE:
            return [date(2026, 12, 28)]
        case Kind.MOMENT:
            return [datetime(2026, 12, 28, 23, 55)]
        case Kind.RUN:
            return ["26123456-4"]
        case Kind.INTEGER:
            return [12_888_000] if "renta" in fact.id else [120]
        case _:
            return []


@pytest.mark.parametrize("code", SHEETS)
def test_it_says_on_every_page_that_it_is_not_official(
    code: str, pack: Pack, blanks: dict[str, bytes]
) -> None:
    pages = PdfReader(io.BytesIO(blanks[code])).pages
    assert len(pages) <= 2
    for number, page in enumerate(pages, 1):
        text = " ".join(page.extract_text().split())
        assert "HOJA DE PREPARACIÓN · no es formulario oficial" in text
        assert "FÈY PREPARASYON · se pa fòmilè ofisyèl" in text
        assert f"Preparado con fines de orientación · {code}, edición {pack.forms[code].edition}" in text
        assert "bouyon, poko revize" in text
        assert f"{code} · {number} / {len(pages)}" in text
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert (round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)) == (215.9, 279.4)


@pytest.mark.parametrize("code", SHEETS)
def test_no_letter_is_too_small_and_every_font_is_inside(code: str, blanks: dict[str, bytes]) -> None:
    for page in PdfReader(io.BytesIO(blanks[code])).pages:
        content: Any = page.get_contents()
        sizes = [float(size) for size in re.findall(rb"/\S+ ([\d.]+) Tf", content.get_data())]
        assert min(sizes) >= 6.5
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            assert "FontFile2" in str(font.get_object()["/FontDescriptor"].get_object())


@pytest.mark.parametrize("code", SHEETS)
def test_each_box_is_high_enough_to_write_in_and_no_two_overlap(
    code: str, compiled: dict[str, CompiledForm]
) -> None:
    millimetre = 72 / 25.4
    placed: list[tuple[int, tuple[float, float, float, float], str]] = []
    for name, field in compiled[code].fields.items():
        for widget in field.widgets:
            left, low, right, top = widget.rect
            placed.append((widget.page, (left, low, right, top), name))
            if field.kind in ("radio", "checkbox"):
                assert top - low >= 4.4 * millimetre, name
            elif not name.endswith("_sigue"):
                assert top - low >= 7.2 * millimetre, name
    for place, (page, one, name) in enumerate(placed):
        for other_page, other, other_name in placed[place + 1 :]:
            apart = (
                one[2] <= other[0] + 0.01
                or other[2] <= one[0] + 0.01
                or one[3] <= other[1] + 0.01
                or other[3] <= one[1] + 0.01
            )
            assert page != other_page or apart, (name, other_name)


@pytest.mark.parametrize("code", SHEETS)
def test_a_route_offers_it(code: str, pack: Pack) -> None:
    """So that the window lists it with the route, in whose folder it lies."""
    offering = [route.id for route in pack.routes.values() if code in route.outputs]
    assert pack.forms[code].file.split("/")[0] in offering
    if code == "F01":
        assert set(offering) == {"rt_reunificacion", "rt_trabajo", "rt_estudio", "rt_humanitaria"}


# -- filled ---------------------------------------------------------------------------------------------------

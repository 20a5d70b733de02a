"""F02 as it is committed: drawn by its script, mapped field by field, filled for a child of whom little is known."""

from __future__ import annotations

import io
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from konbit.law.forms import Form
from konbit.law.pack import Pack
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.work.cases import read_case
from konbit.work.forms import FilledFile, make_form
from konbit.work.office import Office, office_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "forms" / "ejemplos" / "nina_sin_papeles.toml"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


@pytest.fixture(scope="module")
def form(pack: Pack) -> Form:
    return pack.forms["F02"]


@pytest.fixture(scope="module")
def blank(pack: Pack, form: Form) -> bytes:
    return (pack.folders.forms / form.file).read_bytes()


@pytest.fixture(scope="module")
def compiled(blank: bytes) -> CompiledForm:
    return compile_form(blank)


def fill(office: Office, **more: Any) -> FilledFile:
    """The example, with more facts; `familiar` is a list."""
    data = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    rows = more.pop("familiar", None)
    data["hechos"] |= more
    if rows is not None:
        data["familiar"] = rows
    return make_form(office, "F02", read_case(office, data, "caso.json"), TODAY)


def held(made: FilledFile) -> dict[str, str]:
    fields = PdfReader(io.BytesIO(made.data)).get_fields() or {}
    found = {name: str(field.get("/V", "")) for name, field in fields.items()}
    return {name: value.removeprefix("/") for name, value in found.items() if value not in ("", "/Off")}


def text_of(data: bytes, page: int) -> str:
    return " ".join(PdfReader(io.BytesIO(data)).pages[page - 1].extract_text().split())


def test_the_committed_sheet_is_what_its_script_draws(tmp_path: Path, blank: bytes) -> None:
    out = tmp_path / "F02.pdf"
    script = ROOT / "docs" / "forms" / "draw.py"
    subprocess.run([sys.executable, str(script), "F02", str(out)], check=True)
    assert out.read_bytes() == blank


def test_every_field_is_in_the_map_and_back(form: Form, compiled: CompiledForm) -> None:
    assert form.fields == compiled.fields.keys()
    assert form.fingerprint == compiled.fingerprint
    assert not form.official
    for link in (*form.texts, *form.boxes):
        assert link.field == link.fact
    for box in form.boxes:
        assert {state.encode() for state in box.states.values()} <= set(compiled.fields[box.field].states)


def test_the_sheet_is_not_official_and_says_so_in_both_tongues_on_both_pages(blank: bytes) -> None:
    reader = PdfReader(io.BytesIO(blank))
    assert len(reader.pages) == 2
    for page in (1, 2):
        text = text_of(blank, page)
        assert "HOJA DE PREPARACIÓN · no es formulario oficial" in text
        assert "FÈY PREPARASYON · se pa fòmilè ofisyèl" in text
        assert f"F02 · {page} / 2" in text
    pages: Any = reader.pages
    for page in pages:
        fonts: Any = page["/Resources"]["/Font"]
        for font in fonts.values():
            assert "FontFile2" in str(font.get_object()["/FontDescriptor"].get_object())


def test_it_does_not_ask_what_the_law_does_not(form: Form) -> None:
    """The child's permit does not depend on the parents' papers, so the sheet leaves them alone."""
    assert "padres_estado" not in form.facts
    assert not any(name.startswith(("familiar_estado", "orden_", "autodenuncia")) for name in form.facts)


def test_the_adult_has_lines_and_no_fields(blank: bytes, compiled: CompiledForm) -> None:
    text = text_of(blank, 2)
    assert "Nombre completo del adulto" in text
    assert "Firma del adulto a cargo" in text
    assert not any("adulto" in name or "firma_" in name for name in compiled.fields)


def test_the_example_fills_what_is_known_and_names_what_is_missing(office: Office) -> None:
    made = fill(office)
    values = held(made)
    assert values["nombres"] == "Guerlande"
    assert values["sexo"] == "mujer"
    assert values["fecha_ingreso"] == "01-2023"
    assert values["tipo_ingreso"] == "no_habilitado"
    assert values["cuidador_relacion"] == "Madre"
    assert values["domicilio_comuna"] == "Estación Central"
    assert values["preparada_el"] == "23-11-2026"
    assert "tiene_discapacidad" not in values, "nobody asked: neither yes nor no"
    assert made.state == "borrador"
    assert {"pais_nacimiento", "expensas_ingresos", "familiar", "declara_veracidad"} <= set(made.missing)
    assert not made.problems


def test_a_child_without_papers_of_any_kind_misses_no_number(office: Office) -> None:
    made = fill(office, doc_tipo="ninguno")
    assert held(made)["doc_tipo"] == office.pack.facts["doc_tipo"].choices["ninguno"]
    assert not {"doc_tipo", "doc_numero", "doc_pais"} & set(made.missing)


def test_all_that_it_asks_makes_it_final(office: Office) -> None:
    made = fill(
        office,
        pais_nacimiento="HTI",
        doc_tipo="ninguno",
        calle="Avenida General Bernardo Velásquez",
        numero="1450",
        telefono="+56 9 5555 1234",
        correo_electronico="rose.pierre@example.org",
        idioma="creole_haitiano",
        requiere_interprete=True,
        documento_custodia="Resolución del Juzgado de Familia, causa P-1234-2025, cuidado personal provisorio",
        establecimiento="Escuela Básica Unión Latinoamericana",
        ipe_nip="100.234.567-8",
        cesfam="CESFAM San José de Chuchunco",
        expensas_ingresos=600000,
        expensas_vivienda="Avenida General Bernardo Velásquez 1450, Estación Central",
        expensas_plazo="mientras dure el permiso",
        declara_veracidad=True,
        consiente_datos=True,
        familiar=[],
    )
    values = held(made)
    assert (made.state, made.missing, made.problems) == ("final", (), ())
    assert values["expensas_ingresos"] == "$600.000"
    assert values["familia_1_nombre"] == "No tiene"
    assert values["requiere_interprete"] == "si"


def test_a_seventh_relative_goes_to_an_annex(office: Office) -> None:
    rows = [
        {"id": f"f{n}", "familiar_nombre": f"Rose {n} Pierre", "familiar_parentesco": "hermano"}
        for n in range(1, 8)
    ]
    made = fill(office, familiar=rows)
    assert held(made)["familia_6_nombre"] == "Rose 6 Pierre"
    assert "anexo" in held(made)["familia_sigue"]
    assert len(PdfReader(io.BytesIO(made.data)).pages) == 3
    assert "Rose 7 Pierre" in text_of(made.data, 3)

"""F04 as it is committed: drawn by its script, mapped field by field, filled so that a clerk can read it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from f04_case import full_case
from pypdf import PdfReader

from konbit.case.known import known_values
from konbit.case.reading import CaseReader
from konbit.errors import BadForm
from konbit.law.forms import Form
from konbit.law.pack import Pack
from konbit.papers.filling import FilledForm, fill_form
from konbit.papers.form_values import FormValues, form_values
from konbit.papers.knowledge import paper_facts
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.papers.pdf.render import page_boxes, page_images
from konbit.reasoning.engine import Engine

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "docs" / "forms" / "draw.py"
TODAY = date(2026, 11, 23)
MM = 72 / 25.4


@pytest.fixture(scope="module")
def form(pack: Pack) -> Form:
    return pack.forms["F04"]


@pytest.fixture(scope="module")
def blank(pack: Pack, form: Form) -> bytes:
    return (pack.folders.forms / form.file).read_bytes()


@pytest.fixture(scope="module")
def compiled(blank: bytes) -> CompiledForm:
    return compile_form(blank)


@pytest.fixture(scope="module")
def told(
    pack: Pack, engine: Engine, reader: CaseReader, form: Form
) -> Callable[[dict[str, Any]], FormValues]:
    """The values that a case gives to the form."""

    def tell(case: dict[str, Any]) -> FormValues:
        read = reader.read(case, "caso.json")
        situation = engine.situation(known_values(read, pack.facts), TODAY)
        facts = paper_facts(pack.facts, situation)
        return form_values(form, pack.facts, facts.known, pack.places, TODAY, inactive=facts.inactive)

    return tell


@pytest.fixture(scope="module")
def filled(compiled: CompiledForm, form: Form, told: Callable[..., FormValues]) -> FilledForm:
    return fill_form(compiled, form, told(full_case()))


def read_back(data: bytes) -> dict[str, str]:
    """Values by full name; states without their slash."""
    fields = PdfReader(io.BytesIO(data)).get_fields() or {}
    found = {name: str(field.get("/V", "")) for name, field in fields.items()}
    return {name: value.removeprefix("/") for name, value in found.items() if value not in ("", "/Off")}


def text_of(data: bytes, page: int) -> str:
    return " ".join(PdfReader(io.BytesIO(data)).pages[page - 1].extract_text().split())


# -- the sheet and its map ------------------------------------------------------------------------------------


def test_every_field_is_in_the_map_and_back(form: Form, compiled: CompiledForm) -> None:
    assert form.fields == compiled.fields.keys()
    assert form.fingerprint == compiled.fingerprint
    assert not form.official


def test_every_state_of_the_map_is_one_of_the_box(form: Form, compiled: CompiledForm) -> None:
    mapped = [(box.field, state) for box in form.boxes for state in box.states.values()]
    for table in form.tables:
        for column in (column for source in table.sources for column in source.columns):
            for row in range(1, table.rows + 1):
                name = column.pattern.replace("{n}", str(row))
                mapped += [(name, state) for state in column.states.values()]
    for name, state in mapped:
        assert state.encode() in compiled.fields[name].states, name
    boxes = {name for name, field in compiled.fields.items() if field.kind in ("radio", "checkbox")}
    assert boxes == {name for name, _ in mapped}


def test_names_of_fields_are_names_of_facts(pack: Pack, form: Form) -> None:
    for link in (*form.texts, *form.boxes):
        assert link.field == link.fact
    assert set(form.asks) <= {*form.facts}


def test_every_field_says_its_name_in_spanish(blank: bytes, pack: Pack, form: Form) -> None:
    reader = PdfReader(io.BytesIO(blank))
    fields = reader.get_fields() or {}
    labels = {link.field: pack.facts[link.fact].label for link in (*form.texts, *form.boxes)}
    for name, field in fields.items():
        assert field.get("/TU"), name
        if name in labels:
            assert field["/TU"] == labels[name]
    assert fields["salida_3_hasta"]["/TU"] == "Viaje: día en que volvió, fila 3"
    assert reader.root_object["/Lang"] == "es-CL"
    assert [page["/Tabs"] for page in reader.pages] == ["/R", "/R"]


def test_the_sheet_says_on_each_page_that_it_is_not_official(blank: bytes) -> None:
    for page in (1, 2):
        text = text_of(blank, page)
        assert "HOJA DE PREPARACIÓN · no es formulario oficial" in text
        assert "Preparado con fines de orientación · F04, edición 2026-11" in text
        assert f"F04 · {page} / 2" in text
    assert "Firma de quien solicita" in text_of(blank, 2)


def test_boxes_are_high_enough_to_write_in_by_hand(compiled: CompiledForm) -> None:
    notices = {name for name in compiled.fields if name.endswith("_sigue")}
    for name, field in compiled.fields.items():
        for widget in field.widgets:
            height = (widget.rect[3] - widget.rect[1]) / MM
            if field.kind in ("text", "choice") and name not in notices:
                assert height >= 7.2, name  # the frame is 8 mm, the field a hair inside it
            elif field.kind in ("radio", "checkbox"):
                assert height == pytest.approx(4.5, abs=0.05), name


def test_nothing_overlaps(compiled: CompiledForm) -> None:
    places = [(w.page, w.rect, name) for name, field in compiled.fields.items() for w in field.widgets]
    for number, (page, a, name) in enumerate(places):
        for other_page, b, other in places[number + 1 :]:
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert page != other_page or apart, f"{name} lies over {other}"


def test_all_fonts_are_embedded(filled: FilledForm) -> None:
    reader = PdfReader(io.BytesIO(filled.data))
    fonts = [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    fonts += list(reader.root_object["/AcroForm"]["/DR"]["/Font"].values())
    for font in (font.get_object() for font in fonts):
        assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]


def test_the_script_draws_what_is_committed(tmp_path: Path, form: Form) -> None:
    made = []
    for name in ("one.pdf", "two.pdf"):
        subprocess.run([sys.executable, str(SCRIPT), "F04", str(tmp_path / name)], check=True)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert compile_form(made[0]).fingerprint == form.fingerprint


# -- filled ---------------------------------------------------------------------------------------------------


def test_a_whole_case_is_final(filled: FilledForm) -> None:
    assert filled.blank == ()
    assert filled.proof.problems == ()
    assert (filled.state, filled.overflow, filled.unmapped, filled.annex) == ("final", (), (), 0)


def test_values_are_printed_as_chileans_write_them(filled: FilledForm) -> None:
    held = read_back(filled.data)
    assert held == dict(filled.values)
    expected = {
        "nombres": "Marie-Ange Guerline",
        "apellido_materno": "Peñaloza",
        "fecha_nacimiento": "29-02-1988",
        "fecha_ingreso": "11-2017",
        "run": "26.123.456-4",
        "nacionalidad": "Haití",
        "otra_nacionalidad": "República Dominicana",
        "domicilio_comuna": "Coyhaique",
        "estado_civil": "Casada o casado",
        "meses_rt": "24",
        "meses_rt_al_vencer": "25",
        "ausencias_meses": "1,73",
        "salida_total": "52",
        "salida_1_dias": "36",
        "ingreso_10_mes": "10-2026",
        "ingreso_10_monto": "$550.000",
        "sexo": "mujer",
        "orden_expulsion": "no",
        "requiere_interprete": "si",
        "declara_veracidad": "si",
        "preparada_el": "23-11-2026",
        "familia_1_nombre": "Wilguens Saint-Fleur",
        "familia_1_parentesco": "Cónyuge",
        "familia_1_nacimiento": "1985",
        "familia_2_parentesco": "Hija o hijo",
        "familia_2_situacion": "Chilena o chileno",
        "familia_2_vive": "si",
        "familia_2_incluido": "no",
    }
    assert {name: held.get(name) for name in expected} == expected
    assert "familia_1_situacion" not in held
    assert "fecha_autodenuncia" not in held


@pytest.mark.parametrize("flat", [False, True])
def test_each_filled_place_has_ink_and_no_other(
    flat: bool, form: Form, blank: bytes, compiled: CompiledForm, told: Callable[..., FormValues]
) -> None:
    made = fill_form(compiled, form, told(full_case()), flat)
    assert made.proof.problems == ()
    scale, boxes = 2.0, page_boxes(blank)
    before, after = list(page_images(blank, scale, gray=True)), list(page_images(made.data, scale, gray=True))
    for name, field in compiled.fields.items():
        for widget in field.widgets:
            area = boxes[widget.page - 1].pixels(widget.rect, scale)
            changed = (
                before[widget.page - 1].crop(area).tobytes() != after[widget.page - 1].crop(area).tobytes()
            )
            value = made.values.get(name)
            meant = value is not None and (not widget.states or str(value).encode() in widget.states)
            assert changed == meant, name
    assert bool(PdfReader(io.BytesIO(made.data)).get_fields()) != flat


def test_nothing_is_filled_for_what_is_not_known(
    compiled: CompiledForm, form: Form, told: Callable[..., FormValues]
) -> None:
    unknown = {"motivo": "no_sabe"}
    case = {
        "hechos": {
            "orden_expulsion": unknown,
            "estado_civil": unknown,
            "tipo_ingreso": "desconocido",
            "doc_tipo": "ninguno",
        }
    }
    made = fill_form(compiled, form, told(case))
    assert read_back(made.data) == {"preparada_el": "23-11-2026", "doc_tipo": "Ninguno"}
    assert made.state == "borrador"
    assert made.proof.ok
    assert {"orden_expulsion", "estado_civil", "tipo_ingreso", "salida", "hijo"} <= set(made.blank)
    assert not {"doc_numero", "doc_pais", "doc_emision"} & set(
        made.blank
    )  # there is no document to ask about


def test_one_fact_less_is_a_draft(
    form: Form, compiled: CompiledForm, told: Callable[..., FormValues]
) -> None:
    case = full_case()
    del case["hechos"]["profesion_oficio"]
    del case["hijo"][0]["hijo_nombre"]
    made = fill_form(compiled, form, told(case))
    assert (made.state, made.blank) == ("borrador", ("profesion_oficio", "hijo_nombre"))


def test_known_to_have_none_is_said(told: Callable[..., FormValues]) -> None:
    case = full_case() | {"salida": [], "familiar": [], "hijo": [], "solicitud_previa": []}
    values = told(case)
    assert values.values["salida_1_desde"] == "Ninguno"
    assert values.values["salida_total"] == "0"
    assert values.values["familia_1_nombre"] == "No tiene"
    assert values.blank == ()
    del case["hijo"]  # nobody asked: then "none" would be a guess
    values = told(case)
    assert "familia_1_nombre" not in values.values
    assert values.blank == ("hijo",)


def test_forty_journeys_go_on_behind(
    compiled: CompiledForm, form: Form, told: Callable[..., FormValues]
) -> None:
    case = full_case()
    days = [date(2023 + n // 12, n % 12 + 1, 3) for n in range(40)]
    case["salida"] = [
        {"salida_desde": day.isoformat(), "salida_hasta": day.replace(day=10).isoformat()} for day in days
    ]
    made = fill_form(compiled, form, told(case))
    assert (made.state, made.annex) == ("final", 2)
    assert [(one.label, one.page, one.rows) for one in made.overflow] == [("Viajes fuera de Chile", 2, 32)]
    held = read_back(made.data)
    assert held["salida_8_desde"] == "03-08-2023"
    assert held["salida_sigue"] == "filas 9 a 40: en el anexo"
    assert held["salida_total"] == str(40 * 7)
    behind = f"{text_of(made.data, 3)} {text_of(made.data, 4)}"
    assert "Viajes fuera de Chile continúa de la página 2" in behind
    assert "Marie-Ange Guerline Jean-Baptiste Peñaloza · RUN 26.123.456-4" in behind
    assert "F04 · anexo 2 / 2" in behind
    for number, day in enumerate(days, 1):
        row = f"{number} {day:%d-%m-%Y} {day.replace(day=10):%d-%m-%Y} 7"
        assert (row in behind) == (number > 8)


def test_a_family_of_two_lists_goes_on_behind(
    compiled: CompiledForm, form: Form, told: Callable[..., FormValues]
) -> None:
    case = full_case()
    case["familiar"] = [
        {"familiar_nombre": f"Ñusta Pérez {n}", "familiar_parentesco": "hermano"} for n in range(7)
    ]
    case["hijo"] = [{**case["hijo"][0], "hijo_nombre": f"Niño Núñez {n}"} for n in range(3)]
    made = fill_form(compiled, form, told(case))
    held = read_back(made.data)
    assert held["familia_8_nombre"] == "Niño Núñez 0"
    behind = text_of(made.data, 3)
    assert "9 Niño Núñez 1 Hija o hijo 10-05-2023 Chile 27.123.456-2 Chilena o chileno Sí No" in behind
    assert "10 Niño Núñez 2" in behind


def test_long_texts_end_at_a_word_and_stand_whole_behind(
    compiled: CompiledForm, form: Form, told: Callable[..., FormValues]
) -> None:
    case = full_case()
    long = "Marie Ange Saint-Fleur; Guerline Desravines; Mari Ánjel Jan Batis; María de los Ángeles Peñaloza Ñusta Étienne"
    mail = "a" * 70 + "@correo-muy-largo.example"
    case["hechos"] |= {"otros_nombres": long, "correo_electronico": mail}
    made = fill_form(compiled, form, told(case))
    assert made.state == "final"
    shown = read_back(made.data)["otros_nombres"]
    head = shown.removesuffix(" … (anexo)")
    assert head != shown
    assert long.startswith(head)
    assert long[len(head)] in " ;"
    assert read_back(made.data)["correo_electronico"] == "… (anexo)"
    behind = text_of(made.data, 3)
    assert f"Otros nombres o apellidos usados continúa de la página 1 {long}" in behind
    assert mail in behind.replace(" ", "")


@pytest.mark.parametrize(
    "name",
    [
        "Ñuñoa Ángel Érica Íñigo Óscar Úrsula Zoë Çelik",
        "Frantzy Jean-Étienne Ayisyèn kreyòl àn",
        "Nguyễn Thị Ánh Łukasz Šárka Ğül Ōno",  # beyond Western Europe: the shipped font steps in
        "Marie Guerline Rose-Laure Wideline Fabienne Desravines Jean-Baptiste",
    ],
)
def test_names_of_the_world(
    name: str, compiled: CompiledForm, form: Form, told: Callable[..., FormValues]
) -> None:
    case = full_case()
    case["hechos"]["nombres"] = name
    made = fill_form(compiled, form, told(case))
    assert made.proof.problems == ()
    assert read_back(made.data)["nombres"] == name


# -- another edition ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "(calle)",
            "(calli)",
            "El PDF de F04 no es el de la edición 2026-11: no tiene el campo «calle» y trae el campo"
            " «calli», que el mapa no conoce.",
        ),
        (
            "/otro",
            "/otra",
            "El PDF de F04 no es el de la edición 2026-11: sus campos cambiaron de lugar, de tipo o de opciones.",
        ),
    ],
)
def test_another_edition_is_refused(blank: bytes, form: Form, old: str, new: str, says: str) -> None:
    data = blank.replace(old.encode(), new.encode())
    assert data != blank
    with pytest.raises(BadForm) as caught:
        fill_form(data, form, FormValues({}))
    assert str(caught.value) == says
    assert caught.value.key == "huella"


def test_a_map_that_names_a_field_too_many_is_refused(compiled: CompiledForm, form: Form) -> None:
    strange = replace(form, texts=(*form.texts, replace(form.texts[0], field="firma")))
    with pytest.raises(BadForm, match="no tiene el campo «firma»"):
        fill_form(compiled, strange, FormValues({}))

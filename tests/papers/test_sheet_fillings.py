"""Every preparation sheet filled for a whole, a half-known and an unknown person; read back by two libraries and seen
by two renderers."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sheet_cases import (
    NEW,
    SCENARIOS,
    SHEETS,
    STORY,
    TODAY,
    fill,
    half_person,
    held,
    held_by_pikepdf,
    text_of,
    whole_person,
)

from konbit.errors import BadArgument, BadForm
from konbit.law.pack import Pack
from konbit.papers.pdf.compiled import CompiledForm
from konbit.papers.pdf.render import page_boxes, page_images
from konbit.work.cases import read_case
from konbit.work.forms import FilledFile, form_of, make_form
from konbit.work.office import Office


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("code", SHEETS)
def test_two_libraries_read_back_the_same(
    code: str, scenario: str, made: dict[tuple[str, str], FilledFile]
) -> None:
    one = made[code, scenario]
    assert one.problems == ()
    assert one.unmapped == ()
    found = held(one.data)
    assert found == held_by_pikepdf(one.data)
    assert len(found) == one.fields_set


@pytest.mark.parametrize("code", SHEETS)
def test_a_whole_case_is_final_and_all_on_the_sheet(
    code: str, made: dict[tuple[str, str], FilledFile], compiled: dict[str, CompiledForm]
) -> None:
    one = made[code, "whole"]
    assert (one.missing, one.overflow, one.state) == ((), (), "final")
    found = held(one.data)
    empty = {
        name for name in compiled[code].fields if name not in found and not re.search(r"_\d+_|_sigue$", name)
    }
    assert empty == WITHOUT.get(code, set())


WITHOUT = {
    # what is not so of the whole person: never declared to the police, never convicted, holds the permit herself
    "F03": {"fecha_autodenuncia"},
    "F04": {"fecha_autodenuncia", "titular_cumple_plazo"},
    "F05": {
        f"vulnerabilidades_{one}"
        for one in ("nna_solo", "discapacidad", "adulto_mayor", "tortura", "enfermedad")
    },
    "F06": {"fecha_autodenuncia"},
    "F17": {"condena_tipo", "condena_fecha"},
}


@pytest.mark.parametrize("code", SHEETS)
def test_nothing_is_said_of_whom_nothing_is_known(
    code: str, made: dict[tuple[str, str], FilledFile], pack: Pack
) -> None:
    one = made[code, "empty"]
    assert held(one.data) == {"preparada_el": "24-11-2026"}
    assert one.state == "borrador"
    assert set(one.missing) <= set(pack.forms[code].asks)
    assert one.missing


@pytest.mark.parametrize("code", SHEETS)
def test_not_knowing_is_never_a_no(code: str, made: dict[tuple[str, str], FilledFile], pack: Pack) -> None:
    """Of each answer that is a way of not knowing, the sheet says nothing at all."""
    case = half_person(code)
    unknown = {name for name, value in case["hechos"].items() if isinstance(value, dict)}
    form = pack.forms[code]
    found = held(made[code, "half"].data)
    fed: dict[str, set[str]] = {}
    for link in (*form.texts, *form.boxes):
        fed.setdefault(link.fact, set()).add(link.field)
    given = {name for name in unknown & fed.keys() if pack.facts[name].derived is None}
    assert given
    for name in given:
        if pack.facts[name].true_if is None:
            assert not fed[name] & found.keys(), name
    assert (made[code, "half"].state == "borrador") == bool(made[code, "half"].missing)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("code", SHEETS)
def test_each_filled_place_has_ink_and_no_other(
    code: str,
    scenario: str,
    made: dict[tuple[str, str], FilledFile],
    blanks: dict[str, bytes],
    compiled: dict[str, CompiledForm],
) -> None:
    data = made[code, scenario].data
    before = list(page_images(blanks[code], 2.0, gray=True))
    after = list(page_images(data, 2.0, gray=True))
    assert _inked(compiled[code], blanks[code], before, after, 2.0) == _meant(compiled[code], held(data))


@pytest.mark.parametrize("code", SHEETS)
def test_flat_it_has_no_fields_and_the_proof_holds(code: str, office: Office) -> None:
    """Half-known: what is blank must look the same without its field (a drop-down list has no button on paper)."""
    case = read_case(office, half_person(code), "caso.json")
    one = make_form(office, code, case, TODAY, flat=True)
    assert one.problems == ()
    assert not PdfReader(io.BytesIO(one.data)).get_fields()


@pytest.mark.parametrize("code", SHEETS)
def test_poppler_shows_the_same_ink(
    code: str,
    made: dict[tuple[str, str], FilledFile],
    blanks: dict[str, bytes],
    compiled: dict[str, CompiledForm],
    tmp_path: Path,
) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    before = _by_poppler(blanks[code], tmp_path / "blank")
    for scenario in SCENARIOS:
        data = made[code, scenario].data
        after = _by_poppler(data, tmp_path / scenario)
        assert _inked(compiled[code], blanks[code], before, after, 100 / 72) == _meant(
            compiled[code], held(data)
        )


def _meant(form: CompiledForm, values: dict[str, str]) -> set[tuple[str, int]]:
    return {
        (name, place)
        for name, field in form.fields.items()
        for place, widget in enumerate(field.widgets)
        if name in values and (not widget.states or values[name].encode() in widget.states)
    }


def _inked(
    form: CompiledForm, blank: bytes, before: list[Any], after: list[Any], scale: float
) -> set[tuple[str, int]]:
    boxes, found = page_boxes(blank), set[tuple[str, int]]()
    for name, field in form.fields.items():
        for place, widget in enumerate(field.widgets):
            left, top, right, low = boxes[widget.page - 1].pixels(widget.rect, scale)
            area = (left + 1, top + 1, right - 1, low - 1)  # a neighbour's line may bleed into the edge
            if before[widget.page - 1].crop(area).tobytes() != after[widget.page - 1].crop(area).tobytes():
                found.add((name, place))
    return found


def _by_poppler(data: bytes, folder: Path) -> list[Any]:
    from PIL import Image

    folder.mkdir()
    (folder / "in.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", "100", "-gray", "in.pdf", "p"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return [Image.open(path).copy() for path in sorted(folder.glob("p*.pgm"))]


@pytest.mark.parametrize("code", SHEETS)
def test_qpdf_finds_nothing_wrong(
    code: str, made: dict[tuple[str, str], FilledFile], blanks: dict[str, bytes], tmp_path: Path
) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    for name, data in [("blank", blanks[code]), *((one, made[code, one].data) for one in SCENARIOS)]:
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        told = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("name", ["Łódź Świętosława", "Ñuñoa Étienne Çelik", "Wideline Rose-Laure " * 3])
@pytest.mark.parametrize("code", SHEETS)
def test_names_of_the_world(name: str, code: str, office: Office) -> None:
    case = whole_person(code)
    case["hechos"]["nombres"] = case["hechos"]["vinculo_nombre"] = name.strip()
    one = fill(office, code, case)
    assert one.problems == ()
    assert held(one.data)["nombres"] == name.strip()


@pytest.mark.parametrize("code", NEW)
def test_a_name_that_no_font_has_is_refused_by_name(code: str, office: Office) -> None:
    case = whole_person(code)
    case["hechos"]["nombres"] = "李小龙"
    with pytest.raises(BadForm, match="«nombres» tiene un carácter que no se puede imprimir: 李"):
        fill(office, code, case)


@pytest.mark.parametrize("code", SHEETS)
def test_rows_that_have_no_room_go_on_behind(code: str, office: Office, pack: Pack) -> None:
    case = whole_person(code)
    if not pack.forms[code].tables:
        return
    case["familiar"] = [
        {"familiar_nombre": f"Rose {n} Pierre", "familiar_parentesco": "hermano"} for n in range(12)
    ]
    case["hijo"] = [{**case["hijo"][0], "hijo_nombre": f"Niño {n} Núñez"} for n in range(9)]
    case["salida"] = [
        {"salida_desde": f"2024-{n + 1:02}-03", "salida_hasta": f"2024-{n + 1:02}-09"} for n in range(11)
    ]
    case["pais_ruta"] = [{"pais_ruta_pais": "BRA", "pais_ruta_dias": n} for n in range(1, 13)]
    case["solicitud_previa"] = [{"solicitud_previa_tipo": f"Visa número {n}"} for n in range(7)]
    case["ingreso_mensual"] = [
        {"ingreso_mensual_mes": f"2025-{n + 1:02}", "ingreso_mensual_monto": 500000 + n} for n in range(12)
    ]
    one = fill(office, code, case)
    assert one.problems == ()
    assert one.state == "final"
    found, behind = held(one.data), text_of(one.data)
    for table in pack.forms[code].tables:
        given = sum(len(case[source.list]) for source in table.sources)
        if given <= table.rows:
            continue
        assert found[table.notice] == (
            f"filas {table.rows + 1} a {given}: en el anexo"
            if given > table.rows + 1
            else f"fila {given}: en el anexo"
        )
        assert f"{table.title} continúa de la página" in behind
    assert f"Anexo de {code}" in behind


def test_a_long_story_goes_on_behind_whole(office: Office) -> None:
    case = whole_person("F05")
    case["hechos"]["relato_refugio"] = story = (STORY * 30).strip()
    case["hechos"]["agentes_dano"] = "Los mismos hombres, que volvieron dos veces. " * 20
    one = fill(office, "F05", case)
    assert (one.problems, one.state) == ((), "final")
    found, text = held(one.data), text_of(one.data)
    shown = found["relato_refugio"].removesuffix(" … (anexo)")
    assert shown != found["relato_refugio"]
    assert story.startswith(shown)
    behind = text[text.index("Anexo de F05") :].replace(" ", "")
    assert behind.count("periodista.") == 30
    assert behind.count("veces.") == 20


# -- what some of them must say --------------------------------------------------------------------------------


def test_the_police_sheet_warns_before_anything_else(office: Office, blanks: dict[str, bytes]) -> None:
    text = text_of(blanks["F06"])
    assert text.index("NO ES UN CAMINO A PAPELES") < text.index("A. Identidad")
    assert "SE PA YON CHEMEN" in text
    case = whole_person("F06")
    case["hechos"]["acuse_riesgo_dvc"] = False
    made = fill(office, "F06", case)
    assert "acuse_riesgo_dvc" not in held(made.data)


def test_the_refuge_sheet_says_that_it_is_confidential_and_free(blanks: dict[str, bytes]) -> None:
    text = text_of(blanks["F05"])
    assert "Reservado." in text
    assert "Pedirlo es gratis" in text


def test_care_that_somebody_needs_is_a_box_for_each(office: Office) -> None:
    found = held(fill(office, "F05", whole_person("F05")).data)
    ticked = {name for name in found if name.startswith("vulnerabilidades")}
    assert ticked == {"vulnerabilidades_embarazo", "vulnerabilidades_violencia_sexual"}
    assert found["sexo_entrevistador"] == "mujer"
    assert found["hora_ingreso"] == "20-11-2017 22:40"


def test_the_window_for_extending_is_counted(office: Office) -> None:
    found = held(fill(office, "F03", whole_person("F03")).data)
    assert (found["permiso_vence"], found["prorroga_desde"], found["prorroga_hasta"]) == (
        "20-12-2026",
        "21-09-2026",
        "10-12-2026",
    )
    assert found["renta_mensual"] == "$650.000"


def test_a_conviction_opens_its_kind_and_its_day(office: Office) -> None:
    case = whole_person("F17")
    case["hechos"] |= {
        "condena_extranjera": True,
        "condena_tipo": "simple_delito",
        "condena_fecha": "2014-06",
        "condenas_cumplidas": "Una multa, pagada.",
    }
    found = held(fill(office, "F17", case).data)
    assert (found["condena_tipo"], found["condena_fecha"]) == ("simple_delito", "06-2014")


def test_the_school_sheet_of_an_adult_student_misses_no_guardian(office: Office) -> None:
    case = whole_person("F16")
    case["hechos"] |= {"fecha_nacimiento": "1990-01-01", "detenido": False}
    for name in ("comparece_nombre", "comparece_run", "comparece_calidad"):
        del case["hechos"][name]
    made = fill(office, "F16", case)
    assert (made.state, made.missing) == ("final", ())


def test_known_to_have_no_children_is_said(office: Office) -> None:
    case = whole_person("F15")
    case["hijo"] = []
    assert held(fill(office, "F15", case).data)["hijo_1_nombre"] == "No tiene"
    del case["hijo"]
    made = fill(office, "F15", case)
    assert "hijo_1_nombre" not in held(made.data)
    assert "hijo" in made.missing


# -- papers that are written, not filled -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "writs"),
    [
        ("F07", ("F07",)),
        ("F08", ("levantar_prohibicion", "revocar_expulsion")),
        ("F09", ("reposicion",)),
        ("F10", ("F10",)),
        ("F11", ("F11",)),
        ("F12", ("F12",)),
        ("F13", ("F13",)),
        ("F14", ("acceso_expediente",)),
    ],
)
def test_a_writ_is_not_filled(code: str, writs: tuple[str, ...], office: Office) -> None:
    with pytest.raises(BadArgument) as caught:
        form_of(office, code)
    said = str(caught.value)
    for writ in writs:
        assert f"konbit write {writ}" in said
        assert writ in office.pack.writs

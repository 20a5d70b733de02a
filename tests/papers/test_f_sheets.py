"""Every preparation sheet of ours: drawn from its layout, mapped field by field, filled for a whole, a half-known and
an unknown person; read back by two libraries and seen by two renderers."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from konbit.errors import BadArgument, BadForm
from konbit.law.facts import Fact, Kind
from konbit.law.pack import Pack
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.papers.pdf.render import page_boxes, page_images
from konbit.papers.printing import print_value
from konbit.work.cases import read_case
from konbit.work.forms import FilledFile, form_of, make_form
from konbit.work.office import Office, office_of

ROOT = Path(__file__).resolve().parents[2]
DRAW = ROOT / "docs" / "forms" / "draw.py"
TODAY = date(2026, 11, 24)
NEW = ("F01", "F03", "F05", "F06", "F15", "F16", "F17", "F18")
SHEETS = (*NEW, "F02", "F04")
CHILD = ("F02", "F16")

STORY = (
    "El 3 de marzo de 2023 unos hombres armados entraron a la casa de mi hermano en Martissant y preguntaron por mí. "
    "Yo era testigo de lo que hicieron en la escuela y había hablado con un periodista. "
)


def _full() -> dict[str, Any]:
    """A person of whom everything that a sheet asks is known."""
    spec = importlib.util.spec_from_file_location("f04_case", Path(__file__).with_name("f04_case.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    case = module.full_case()
    case["hechos"] |= {
        "nombre_en_pasaporte": "MARIE ANGE GUERLINE",
        "domicilio_anterior": "Pasaje Los Aromos 33, Quilicura",
        "fecha_cambio_domicilio": "2026-10-30",
        "sin_medios_electronicos": False,
        "lugar_forma_ingreso": "Por el aeropuerto de Santiago, con visa.",
        "encargado_inmueble": "Rosa Núñez Muñoz",
        "prorroga_concedida": False,
        "fuerza_mayor": False,
        "solicitud_pendiente_tipo": "rd",
        "solicitud_pendiente_numero": "S-2026-118233",
        "solicitud_pendiente_fecha": "2026-05-05",
        "vinculo_tipo": "padre_madre",
        "vinculo_con": "chileno",
        "vinculo_acreditado": True,
        "vinculo_nombre": "Kervens Saint-Fleur",
        "vinculo_run": "26123456-4",
        "vinculo_certificado_numero": "500123456789",
        "gestiones_antecedentes_probadas": True,
        "contrato_u_oferta": True,
        "matricula_estudio": False,
        "cambio_subcategoria_pedido": "humanitaria",
        "subcategoria_pedida": "reunificacion",
        "calidad_pedida": "titular",
        "declaracion_infraccion": False,
        "actividad": "Técnica en enfermería",
        "empleador_nombre": "Clínica Ñuñoa SpA",
        "empleador_rut": "76086428-5",
        "empleador_direccion": "Avenida Irarrázaval 1234, Ñuñoa",
        "renta_mensual": 650000,
        "motivo_refugio": "persecucion",
        "hecho_nuevo": "2024-03-03",
        "relato_refugio": STORY,
        "agentes_dano": "Una banda de Martissant.",
        "denuncias_previas": "Ninguna: la comisaría estaba cerrada.",
        "razon_no_pidio_transito": "No sabía que se podía.",
        "aviso_a_autoridad_ingreso": False,
        "hora_ingreso": "2017-11-20T22:40",
        "riesgo_retorno": True,
        "sexo_entrevistador": "mujer",
        "vulnerabilidades": ["embarazo", "violencia_sexual"],
        "familia_dejada": "Mi madre y dos hermanas.",
        "pruebas_refugio": "Fotos y un mensaje de voz.",
        "rd_numero": "19-44821",
        "rd_otorgada": "2021-06-01",
        "estampado_primera_rt": "2018-07-09",
        "residencia_continua_anios": 8,
        "fecha_matrimonio": "2012-02-11",
        "matrimonio_inscrito": True,
        "vida_comun": True,
        "pariente_chileno_2g": True,
        "adoptado_por_chileno": False,
        "hijo_de_ex_chileno": False,
        "condena_crimen_simple_delito_cl": False,
        "condena_o_proceso_art32_5": False,
        "condena_extranjera": False,
        "condenas_cumplidas": "No hay.",
        "carece_recursos": True,
        "atencion_urgente": False,
        "cesfam": "CESFAM San José de Chuchunco",
        "ultimo_curso": "Cuarto básico",
        "establecimiento": "Escuela Unión Latinoamericana",
        "estudia": True,
        "tiene_discapacidad": False,
        "acuse_riesgo_dvc": True,
        "expensas_ingresos": 600000,
        "expensas_vivienda": "Avenida Velásquez 1450",
        "expensas_plazo": "mientras dure el permiso",
        "notaria": "Notaría Pérez",
        "acompanado": True,
        "cuidador_relacion": "madre",
        "documento_custodia": "Certificado de nacimiento",
        "comparece_nombre": "Rose-Laure Jean-Baptiste",
        "comparece_run": "RD7788123",
        "comparece_calidad": "madre",
    }
    case["pais_ruta"] = [
        {"pais_ruta_pais": country, "pais_ruta_dias": days} for country, days in (("DOM", 12), ("BRA", 40))
    ]
    return case


def _whole(code: str) -> dict[str, Any]:
    """The person for a sheet: those of a child are for a child."""
    case = _full()
    if code in CHILD:
        case["hechos"] |= {"fecha_nacimiento": "2016-03-08", "estado_civil": "soltero"}
        del case["hechos"]["fecha_matrimonio"]
    return case


def _half(code: str) -> dict[str, Any]:
    """Every second answer is missing, or is a way of not knowing."""
    case = _whole(code)
    for place, name in enumerate(sorted(case["hechos"])):
        if place % 2 == 0:
            case["hechos"][name] = {"motivo": ("no_sabe", "reserva")[place % 4 // 2]}
    for rows in (case["hijo"], case["familiar"], case["pais_ruta"]):
        for row in rows:
            for name in list(row)[1::2]:
                del row[name]
    del case["salida"], case["solicitud_previa"]
    return case


def _empty(_code: str) -> dict[str, Any]:
    return {"hechos": {}}


SCENARIOS: dict[str, Callable[[str], dict[str, Any]]] = {"whole": _whole, "half": _half, "empty": _empty}


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


@pytest.fixture(scope="module")
def blanks(pack: Pack) -> dict[str, bytes]:
    return {code: (pack.folders.forms / pack.forms[code].file).read_bytes() for code in SHEETS}


@pytest.fixture(scope="module")
def compiled(blanks: dict[str, bytes]) -> dict[str, CompiledForm]:
    return {code: compile_form(data) for code, data in blanks.items()}


@pytest.fixture(scope="module")
def made(office: Office) -> dict[tuple[str, str], FilledFile]:
    found: dict[tuple[str, str], FilledFile] = {}
    for code in SHEETS:
        for name, scenario in SCENARIOS.items():
            case = read_case(office, scenario(code), "caso.json")
            found[code, name] = make_form(office, code, case, TODAY)
    return found


def fill(office: Office, code: str, case: dict[str, Any]) -> FilledFile:
    return make_form(office, code, read_case(office, case, "caso.json"), TODAY)


def held(data: bytes) -> dict[str, str]:
    """Values by full name, by pypdf; states without their slash, blanks left out."""
    fields = PdfReader(io.BytesIO(data)).get_fields() or {}
    found = {name: str(field.get("/V", "")) for name, field in fields.items()}
    return {name: value.removeprefix("/") for name, value in found.items() if value not in ("", "/Off")}


def held_by_pikepdf(data: bytes) -> dict[str, str]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        roots: Any = pdf.Root.AcroForm.Fields
        found = {str(root.T): str(root.get("/V", "")) for root in roots}
    return {name: value.removeprefix("/") for name, value in found.items() if value not in ("", "/Off")}


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


# -- the sheet and its map ------------------------------------------------------------------------------------


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
    case = _half(code)
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
    case = read_case(office, _half(code), "caso.json")
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
    case = _whole(code)
    case["hechos"]["nombres"] = case["hechos"]["vinculo_nombre"] = name.strip()
    one = fill(office, code, case)
    assert one.problems == ()
    assert held(one.data)["nombres"] == name.strip()


@pytest.mark.parametrize("code", NEW)
def test_a_name_that_no_font_has_is_refused_by_name(code: str, office: Office) -> None:
    case = _whole(code)
    case["hechos"]["nombres"] = "李小龙"
    with pytest.raises(BadForm, match="«nombres» tiene un carácter que no se puede imprimir: 李"):
        fill(office, code, case)


@pytest.mark.parametrize("code", SHEETS)
def test_rows_that_have_no_room_go_on_behind(code: str, office: Office, pack: Pack) -> None:
    case = _whole(code)
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
    case = _whole("F05")
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
    case = _whole("F06")
    case["hechos"]["acuse_riesgo_dvc"] = False
    made = fill(office, "F06", case)
    assert "acuse_riesgo_dvc" not in held(made.data)


def test_the_refuge_sheet_says_that_it_is_confidential_and_free(blanks: dict[str, bytes]) -> None:
    text = text_of(blanks["F05"])
    assert "Reservado." in text
    assert "Pedirlo es gratis" in text


def test_care_that_somebody_needs_is_a_box_for_each(office: Office) -> None:
    found = held(fill(office, "F05", _whole("F05")).data)
    ticked = {name for name in found if name.startswith("vulnerabilidades")}
    assert ticked == {"vulnerabilidades_embarazo", "vulnerabilidades_violencia_sexual"}
    assert found["sexo_entrevistador"] == "mujer"
    assert found["hora_ingreso"] == "20-11-2017 22:40"


def test_the_window_for_extending_is_counted(office: Office) -> None:
    found = held(fill(office, "F03", _whole("F03")).data)
    assert (found["permiso_vence"], found["prorroga_desde"], found["prorroga_hasta"]) == (
        "20-12-2026",
        "21-09-2026",
        "10-12-2026",
    )
    assert found["renta_mensual"] == "$650.000"


def test_a_conviction_opens_its_kind_and_its_day(office: Office) -> None:
    case = _whole("F17")
    case["hechos"] |= {
        "condena_extranjera": True,
        "condena_tipo": "simple_delito",
        "condena_fecha": "2014-06",
        "condenas_cumplidas": "Una multa, pagada.",
    }
    found = held(fill(office, "F17", case).data)
    assert (found["condena_tipo"], found["condena_fecha"]) == ("simple_delito", "06-2014")


def test_the_school_sheet_of_an_adult_student_misses_no_guardian(office: Office) -> None:
    case = _whole("F16")
    case["hechos"] |= {"fecha_nacimiento": "1990-01-01", "detenido": False}
    for name in ("comparece_nombre", "comparece_run", "comparece_calidad"):
        del case["hechos"][name]
    made = fill(office, "F16", case)
    assert (made.state, made.missing) == ("final", ())


def test_known_to_have_no_children_is_said(office: Office) -> None:
    case = _whole("F15")
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

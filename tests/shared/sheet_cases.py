"""The preparation sheets of ours and the people they are filled for: whole, half known, unknown."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from f04_case import full_case
from pypdf import PdfReader

from konbit.law.pack import Pack
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.work.cases import read_case
from konbit.work.forms import FilledFile, make_form
from konbit.work.office import Office, office_of

TODAY = date(2026, 11, 24)
NEW = ("F01", "F03", "F05", "F06", "F15", "F16", "F17", "F18")
SHEETS = (*NEW, "F02", "F04")
CHILD = ("F02", "F16")

STORY = (
    "El 3 de marzo de 2023 unos hombres armados entraron a la casa de mi hermano en Martissant y preguntaron por mí. "
    "Yo era testigo de lo que hicieron en la escuela y había hablado con un periodista. "
)


def full_person() -> dict[str, Any]:
    """A person of whom everything that a sheet asks is known."""
    case = full_case()
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


def whole_person(code: str) -> dict[str, Any]:
    """The person for a sheet: those of a child are for a child."""
    case = full_person()
    if code in CHILD:
        case["hechos"] |= {"fecha_nacimiento": "2016-03-08", "estado_civil": "soltero"}
        del case["hechos"]["fecha_matrimonio"]
    return case


def half_person(code: str) -> dict[str, Any]:
    """Every second answer is missing, or is a way of not knowing."""
    case = whole_person(code)
    for place, name in enumerate(sorted(case["hechos"])):
        if place % 2 == 0:
            case["hechos"][name] = {"motivo": ("no_sabe", "reserva")[place % 4 // 2]}
    for rows in (case["hijo"], case["familiar"], case["pais_ruta"]):
        for row in rows:
            for name in list(row)[1::2]:
                del row[name]
    del case["salida"], case["solicitud_previa"]
    return case


def empty_person(_code: str) -> dict[str, Any]:
    return {"hechos": {}}


SCENARIOS: dict[str, Callable[[str], dict[str, Any]]] = {
    "whole": whole_person,
    "half": half_person,
    "empty": empty_person,
}


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

"""Made-up people and a real pack's norms, for the tests of writs."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from konbit.papers.writ.context import Country, Court, Norm, WritContext

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates"
TODAY = date(2026, 11, 23)

COUNTRIES = {
    "HTI": Country("Haití", "haitiano", "haitiana"),
    "VEN": Country("Venezuela", "venezolano", "venezolana"),
    "CHL": Country("Chile", "chileno", "chilena"),
}
COUNTRIES_HT = {
    "HTI": Country("Ayiti", "ayisyen", "ayisyèn"),
    "VEN": Country("Venezwela", "venezwelyen", "venezwelyèn"),
    "CHL": Country("Chili", "chilyen", "chilyèn"),
}

IDENTITY: Mapping[str, Any] = {
    "nombres": "Wilner",
    "apellido_paterno": "Joseph",
    "nacionalidad": "HTI",
    "sexo": "hombre",
    "estado_civil": "casado",
    "profesion_oficio": "maestro albañil",
    "run": "12345678-5",
    "calle": "Pasaje Los Aromos",
    "numero": "1420",
    "domicilio_comuna": "Quilicura",
    "correo_electronico": "wjoseph@correo.example",
    "telefono": "+56 9 5555 0101",
}

C26: Mapping[str, Any] = {
    "en_chile": True,
    "nacionalidad": "HTI",
    "fecha_nacimiento": date(1985, 1, 1),
    "solicitud_pendiente_tipo": "rd",
    "solicitud_pendiente_fecha": date(2024, 8, 1),
    "ultima_comunicacion": date(2026, 11, 10),
    "omision_persistente": True,
    "acto_tipo": "demora",
    "domicilio_comuna": "Quilicura",
    "reposicion_pendiente": False,
    "accion_judicial_pendiente": False,
    "dias_pedidos": 60,
}

STORY: Mapping[str, Any] = {
    "solicitud_pendiente_numero": "RD-2024-0081177",
    "perjuicio_demora": (
        "En marzo de 2026 perdí un contrato de trabajo en una constructora, porque me exigieron cédula vigente.\n"
        "En junio de 2026 el banco bloqueó mi cuenta, y desde entonces no puedo recibir mi sueldo por transferencia"
    ),
    "requerimientos_previos": (
        "El 3 de marzo de 2025 presenté una carta en la oficina de partes del Servicio.\n"
        "El 14 de enero de 2026 reclamé por el portal; recibí una respuesta automática."
    ),
    "pide_orden_no_innovar": True,
    "requiere_interprete": True,
    "idioma": "creole_haitiano",
    "interprete_nombre": "Roseline Pierre",
    "sabe_firmar": True,
    "lugar_firma": "Santiago",
}

C27: Mapping[str, Any] = {
    "en_chile": True,
    "tipo_ingreso": "habilitado",
    "fecha_ingreso": date(2019, 12, 1),
    "estado_migratorio": "irregular",
    "solicitud_pendiente_tipo": "proc_2021",
    "solicitud_pendiente_fecha": date(2021, 9, 1),
    "ultima_comunicacion": date(2022, 3, 4),
    "omision_persistente": True,
    "sin_antecedentes": True,
    "reposicion_pendiente": False,
    "accion_judicial_pendiente": False,
    "dias_pedidos": 30,
    "enfermedad_grave": True,
}

EXPELLED: Mapping[str, Any] = {
    **IDENTITY,
    "nombres": "Dayana Carolina",
    "apellido_paterno": "Rivas",
    "apellido_materno": "Peña",
    "sexo": "mujer",
    "nacionalidad": "VEN",
    "estado_civil": "conviviente",
    "profesion_oficio": "cocinera",
    "run": None,
    "doc_tipo": "pasaporte",
    "doc_numero": "099123456",
    "doc_pais": "VEN",
    "domicilio_comuna": "Puente Alto",
    "correo_electronico": "drivas@correo.example",
    "fecha_ingreso": date(2019, 2, 20),
    "tipo_ingreso": "no_habilitado",
    "orden_expulsion": True,
    "expulsion_resolucion_fecha": date(2026, 10, 30),
    "expulsion_autoridad": "sermig",
    "expulsion_causal": "artículo 127 N° 1 de la Ley N° 21.325",
    "notif_expulsion_medio": "personal",
    "fecha_notif_expulsion": date(2026, 11, 13),
    "inicio_expulsion": False,
    "sin_antecedentes": True,
    "hijo": (
        {
            "hijo_nombre": "Mateo Rivas",
            "hijo_fecha_nacimiento": date(2021, 5, 4),
            "hijo_nacionalidad": "CHL",
            "hijo_vive_en_chile": True,
            "hijo_escolarizado": True,
        },
        {
            "hijo_nombre": "Sofía Rivas",
            "hijo_fecha_nacimiento": "2015-08",
            "hijo_nacionalidad": "VEN",
            "hijo_vive_en_chile": True,
            "hijo_escolarizado": True,
        },
    ),
    "familiar": (
        {
            "familiar_nombre": "Jorge Luis Mata",
            "familiar_parentesco": "conviviente",
            "familiar_estado_migratorio": "residencia_definitiva",
            "familiar_vive_en_chile": True,
        },
    ),
    "trabaja": True,
    "actividad": "cocinera en un restaurante de Puente Alto",
    "arraigo": "Vivo con mis dos hijos y mi conviviente, que dependen de mi trabajo.\nParticipo en la junta de vecinos.",
}
BY_POST: Mapping[str, Any] = {
    **EXPELLED,
    "notif_expulsion_medio": "correo",
    "fecha_notif_expulsion": None,
    "notif_expulsion_enviada": date(2026, 11, 16),
    "inicio_expulsion": True,
    "fecha_notif_inicio_expulsion": date(2026, 6, 1),
    "riesgo_retorno": True,
    "domicilio_comuna": "Independencia",
}

DEADLINES = {
    "proteccion_omision": {"inicio": date(2026, 11, 10), "vence": date(2026, 12, 10)},
    "reclamacion_141": {"inicio": date(2026, 11, 13), "vence": date(2026, 11, 23)},
}
LAWYER: Mapping[str, Any] = {"abogado_nombre": "Ana Paz Rojas Lillo", "abogado_run": "11111111-1"}


@functools.cache
def pack() -> tuple[dict[str, str], dict[str, dict[str, str]], dict[str, Norm]]:
    """Labels, choices and norms of the repository's own pack."""
    facts = tomllib.loads((ROOT / "forms/comun/hechos.toml").read_text(encoding="utf-8"))
    norms = tomllib.loads((ROOT / "forms/comun/normas.toml").read_text(encoding="utf-8"))
    labels = {id: fact.get("etiqueta", id) for id, fact in facts.items()}
    choices = {id: fact["opciones"] for id, fact in facts.items() if "opciones" in fact}
    return (
        labels,
        choices,
        {
            id: Norm(
                n["norma"], n.get("articulo", ""), n.get("cita", ""), n["confianza"], n.get("inciso", "")
            )
            for id, n in norms.items()
        },
    )


def context(*facts: Mapping[str, Any], tongue: str = "es", lawyer: bool = False, **more: Any) -> WritContext:
    """A context from facts (None takes one away) with the pack's labels and norms."""
    labels, choices, norms = pack()
    values = {name: value for each in facts for name, value in each.items()}
    if lawyer:
        values |= LAWYER
    known = {name: value for name, value in values.items() if value is not None}
    return WritContext(
        **{
            "values": known,
            "labels": labels,
            "choices": choices,
            "today": TODAY,
            "court": Court("Corte de Apelaciones de Santiago"),
            "deadlines": DEADLINES,
            "causes": ("omision_demora",),
            "norms": norms,
            "countries": COUNTRIES_HT if tongue == "ht" else COUNTRIES,
            "lawyer": values.get("abogado_nombre"),
            **more,
        }
    )

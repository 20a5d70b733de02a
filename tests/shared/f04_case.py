"""A made-up person with everything that F04 asks, as plain data of a case."""

from __future__ import annotations

from typing import Any


def full_case() -> dict[str, Any]:
    """A new copy each time: tests change it."""
    return {
        "hechos": {
            "nombres": "Marie-Ange Guerline",
            "apellido_paterno": "Jean-Baptiste",
            "apellido_materno": "Peñaloza",
            "otros_nombres": "Marie Ange Saint-Fleur",
            "sexo": "mujer",
            "fecha_nacimiento": "1988-02-29",
            "pais_nacimiento": "HTI",
            "ciudad_nacimiento": "Port-au-Prince",
            "nacionalidad": "HTI",
            "otra_nacionalidad": "DOM",
            "estado_civil": "casado",
            "profesion_oficio": "Técnica en enfermería",
            "run": "26123456-4",
            "ipe_nip": "100.200.300-3",
            "doc_tipo": "pasaporte",
            "doc_numero": "RD4512879",
            "doc_pais": "HTI",
            "doc_emision": "2021-05-14",
            "doc_vence": "2031-05-13",
            "calle": "Avenida Libertador General Bernardo O'Higgins",
            "numero": "14205",
            "depto": "B-1204",
            "domicilio_comuna": "Coyhaique",
            "telefono": "+56 9 1234 5678",
            "correo_electronico": "marie.ange@correo.example",
            "correo_informado": True,
            "idioma": "creole_haitiano",
            "requiere_interprete": True,
            "en_chile": True,
            "fecha_ingreso": "2017-11",
            "paso_fronterizo": "Aeropuerto Arturo Merino Benítez",
            "tipo_ingreso": "habilitado",
            "estado_migratorio": "residencia_temporal",
            "permiso_subcategoria": "reunificacion",
            "permiso_calidad": "titular",
            "numero_resolucion": "24118993",
            "permiso_inicio": "2024-11-20",
            "permiso_vence": "2026-12-20",
            "orden_expulsion": False,
            "orden_abandono": False,
            "prohibicion_ingreso_vigente": False,
            "empadronado_2023": False,
            "autodenuncia_pdi": False,
            "infracciones_migratorias": False,
            "otras_infracciones": False,
            "ingresos_suficientes": True,
            "multa_notificada": True,
            "multa_pagada": True,
            "cert_antecedentes_origen": "legalizado",
            "cert_antecedentes_fecha": "2026-10-30",
            "cotizaciones_afp_meses": 22,
            "declara_veracidad": True,
            "consiente_datos": True,
            "acepta_notificacion_correo": True,
            "lugar_firma": "Quilicura",
            "fecha_firma": "2026-11-23",
            "interprete_nombre": "Wilner Joseph",
        },
        "solicitud_previa": [
            {
                "solicitud_previa_tipo": "Visa de trabajo",
                "solicitud_previa_fecha": "2018-05",
                "solicitud_previa_resultado": "otorgada",
            }
        ],
        "salida": [
            {"salida_desde": "2025-01-15", "salida_hasta": "2025-02-20"},
            {"salida_desde": "2025-12-20", "salida_hasta": "2026-01-05"},
        ],
        "ingreso_mensual": [
            {"ingreso_mensual_mes": f"2026-{month:02}", "ingreso_mensual_monto": 540000 + month * 1000}
            for month in range(1, 11)
        ],
        "hijo": [
            {
                "hijo_nombre": "Kervens Saint-Fleur",
                "hijo_fecha_nacimiento": "2023-05-10",
                "hijo_nacionalidad": "CHL",
                "hijo_documento": "27.123.456-2",
                "hijo_estado_migratorio": "chileno",
                "hijo_vive_en_chile": True,
                "hijo_incluido": False,
            }
        ],
        "familiar": [
            {
                "familiar_nombre": "Wilguens Saint-Fleur",
                "familiar_parentesco": "conyuge",
                "familiar_fecha_nacimiento": "1985",
                "familiar_nacionalidad": "HTI",
                "familiar_vive_en_chile": True,
                "familiar_incluido": False,
            }
        ],
    }

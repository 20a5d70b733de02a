"""F03, the preparation sheet for extending a temporary permit or changing it for another."""

from __future__ import annotations

from blocks import BARS, CONTACT, DECLARED, ENTRY_ROW, IDENTITY, PERMIT, QUALITY, declarations, earlier
from parts import Checklist, InTwoColumns, Layout, Note, Row, Rows, Section
from sheet import YES_NO, Box, Choice, Column

MONTHS = (
    Column("ingreso_{n}_mes", 35, "Mes", "Mwa", "Ingresos: mes"),
    Column("ingreso_{n}_monto", 51.95, "Monto", "Lajan", "Ingresos: monto del mes", align=2),
)
ASKED = (
    Section("D. Prórroga o cambio", "Pwolonjman oswa chanjman"),
    Row(
        Box("cambio_subcategoria_pedido", 4.8, "Permiso al que cambia", "Pèmi ou vle chanje a", choose=True),
        Choice("permiso_calidad", 4.0, "Calidad", "Titilè oswa sou kont lòt moun", QUALITY),
        Choice("prorroga_concedida", 3.2, "Ya lo prorrogaron", "Yo te pwolonje li", YES_NO),
    ),
    Row(
        Box("prorroga_desde", 3, "Se pide desde", "Apati jou sa a", align=1),
        Box("prorroga_hasta", 3, "A tiempo hasta", "Jiska jou sa a", align=1),
        Choice("fuerza_mayor", 6, "Algo grave le impidió pedirla a tiempo", "Yon bagay grav te anpeche ou", YES_NO),
    ),
    Note(
        "Las dos fechas se cuentan solas desde el día en que vence el permiso. Vencido, a veces todavía se puede: pregunte.",
        "Pwogram nan konte de dat yo apati jou pèmi an ekspire. Si li ekspire deja, pafwa ou ka mande toujou: poze kesyon.",
    ),
    Row(
        Choice("multa_notificada", 3, "Tiene multa", "Ou gen amann", YES_NO),
        Choice("multa_pagada", 3, "La pagó", "Ou peye li", YES_NO),
        Choice("declaracion_infraccion", 6, "Declaró la infracción por internet", "Ou deklare li sou entènèt", YES_NO),
    ),
)  # fmt: skip
HOME = (
    Section("E. Cambio de domicilio", "Si ou te chanje adrès"),
    Row(
        Box("domicilio_anterior", 9, "Domicilio anterior", "Adrès ou te genyen anvan", lines=True),
        Box("fecha_cambio_domicilio", 3, "Desde", "Dat chanjman an"),
    ),
)
INCOME = (
    Section("F. Trabajo e ingresos", "Travay ak lajan"),
    Row(
        Box("actividad", 4, "Actividad", "Travay ou fè", lines=True),
        Box("empleador_nombre", 5.4, "Empleador o razón social", "Patwon", lines=True),
        Box("renta_mensual", 2.6, "Renta al mes", "Revni"),
    ),
    InTwoColumns(
        Rows(MONTHS, 12, "Ingresos de cada mes", "Revni chak mwa", ("ingreso_sigue", "Dónde siguen los ingresos")),
    ),
)  # fmt: skip
LAYOUT = Layout(
    "F03",
    "prorroga",
    "Prórroga o cambio de permiso",
    "Pwolonjman oswa chanjman pèmi",
    "2026-11",
    (
        (
            *IDENTITY,
            *CONTACT,
            Section(
                "C. Situación migratoria y permiso actual", "Sitiyasyon migratwa ak pèmi ou gen kounye a"
            ),
            ENTRY_ROW,
            PERMIT,
            BARS,
            Row(
                Box("estado_migratorio", 7, "Situación de hoy", "Sitiyasyon jodi a", choose=True),
                *DECLARED,
            ),
            earlier(2),
        ),
        (
            *ASKED,
            *HOME,
            *INCOME,
            Section("Para llevar", "Papye pou pote"),
            Checklist(
                (
                    ("Pasaporte o cédula", "Paspò oswa kat idantite"),
                    ("Permiso actual", "Pèmi ou gen kounye a"),
                    ("Prueba de ingresos", "Prèv revni"),
                    ("Antecedentes penales", "Kazye jidisyè"),
                    ("Multa pagada, si hubo", "Amann peye, si genyen"),
                    ("Prueba de lo grave que pasó", "Prèv bagay grav la"),
                ),
                3,
            ),
            *declarations("G"),
        ),
    ),
)

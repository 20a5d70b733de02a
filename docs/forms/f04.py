"""F04, the preparation sheet for permanent residence."""

from __future__ import annotations

from blocks import (
    BARS,
    CONTACT,
    DECLARED,
    ENTRY_ROW,
    IDENTITY,
    PERMIT,
    QUALITY,
    declarations,
    earlier,
    family,
)
from parts import Layout, Row, Section
from sheet import GUTTER, YES_NO, Box, Choice, Column, Sheet

from konbit.papers.preparation import MM


class JourneysAndIncomes:
    """Journeys at the left; at the right twelve months of income in two columns, and the totals below."""

    def draw(self, sheet: Sheet) -> None:
        top = sheet.y
        low = sheet.table(
            "Viajes fuera de Chile",
            "Vwayaj",
            (
                Column("salida_{n}_desde", 30, "Desde", "Jou ou te soti", "Viaje: día en que salió"),
                Column("salida_{n}_hasta", 30, "Hasta", "Jou ou te retounen", "Viaje: día en que volvió"),
                Column("salida_{n}_dias", 21, "Días fuera", "Konbyen jou", "Viaje: días fuera", align=2),
            ),
            8,
            notice=("salida_sigue", "Dónde siguen los viajes"),
        )
        self._incomes(sheet, 6 + 81 + GUTTER)
        sheet.y = min(low, sheet.y, top)

    def _incomes(self, sheet: Sheet, left: float) -> None:
        columns = (
            Column("ingreso_{n}_mes", 17.5, "Mes", "Mwa", "Ingresos: mes"),
            Column("ingreso_{n}_monto", 23.95, "Monto", "Lajan", "Ingresos: monto del mes", align=2),
        )
        wide = 6 + 17.5 + 23.95
        top = sheet.y
        sheet.table(
            "Ingresos de cada mes",
            "Revni chak mwa",
            columns,
            6,
            left=left,
            notice=("ingreso_sigue", "Dónde siguen los ingresos"),
            across=2 * wide,
        )
        sheet.y = top - 5.0 * MM
        sheet.y = sheet.table("", "", columns, 6, left=left + wide, first=7, title=False) + 0.9 * MM
        sheet.row(
            Box("meses_con_ingreso", 3.2, "Con ingreso", "Mwa ak revni", align=1),
            Box("cotizaciones_afp_meses", 2.9, "Meses AFP", "Mwa AFP", align=1),
            Box("salida_total", 2.9, "Días fuera", "Jou deyò", align=1, tip="Días fuera de Chile, en total"),
            Box("ausencias_meses", 3, "Meses fuera", "Mwa deyò", align=1),
            left=left,
            width=2 * wide,
        )


LAYOUT = Layout(
    "F04",
    "rd",
    "Solicitud de Residencia Definitiva",
    "Demann rezidans pèmanan (Residencia Definitiva)",
    "2026-11",
    (
        (
            *IDENTITY,
            *CONTACT,
            Section("C. Situación migratoria", "Sitiyasyon migratwa"),
            ENTRY_ROW,
            PERMIT,
            BARS,
            Row(
                Choice("permiso_calidad", 3.8, "Calidad del permiso", "Titilè, oswa sou kont lòt moun", QUALITY),
                Choice("titular_cumple_plazo", 3.2, "El titular cumple el plazo", "Si ou sou kont lòt moun", YES_NO),
                *DECLARED,
            ),
            earlier(3),
        ),
        (
            Section("Residencia definitiva", "Rezidans pèmanan"),
            Row(
                Box("meses_rt", 2.4, "Meses con residencia", "Mwa rezidans", align=1),
                Box("meses_rt_al_vencer", 2.4, "Meses al vencer", "Mwa lè li fini", align=1),
                Choice("infracciones_migratorias", 2.8, "Infracciones migratorias", "Enfraksyon migratwa"),
                Choice("otras_infracciones", 2.4, "Otras infracciones", "Lòt enfraksyon"),
                Choice("ingresos_suficientes", 2.0, "Ingreso mínimo", "Revni minimòm"),
            ),
            Row(
                Box("cert_antecedentes_origen", 5, "Antecedentes penales de su país", "Kazye jidisyè", choose=True),
                Box("cert_antecedentes_fecha", 2.2, "Su fecha", "Dat"),
                Choice("multa_notificada", 2.6, "Tiene multa", "Gen amann"),
                Choice("multa_pagada", 2.2, "Pagada", "Ou peye li"),
            ),
            JourneysAndIncomes(),
            Section("D. Familia", "Fanmi"),
            family(8),
            *declarations("E"),
        ),
    ),
)  # fmt: skip

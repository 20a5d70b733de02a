"""Draws F04, the preparation sheet for permanent residence. Same bytes on every run.

    python docs/forms/draw_f04.py                 forms/rd/F04.pdf
    python docs/forms/draw_f04.py OUT.pdf         elsewhere

After a change of fields: a new edition, and the new fingerprint (`konbit inspect`) into forms/rd/F04.toml.
The Creole is a draft.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rows import address, identity_paper
from sheet import FORMS, GUTTER, YES_NO, Box, Choice, Column, Sheet

from konbit.papers.preparation import MM

EDITION = "2026-11"
DEFAULT = FORMS / "rd" / "F04.pdf"
YES_NO_HT = (("si", "Sí · Wi"), ("no", "No · Non"))


def draw() -> bytes:
    """The PDF."""
    sheet = Sheet(
        "F04",
        "Solicitud de Residencia Definitiva",
        "Demann rezidans pèmanan (Residencia Definitiva)",
        EDITION,
        pages=2,
    )
    sheet.head_field("preparada_el", 34, "Preparada el", "Jou a", "Día en que se preparó esta hoja")
    identity(sheet)
    contact(sheet)
    migration(sheet)
    sheet.new_page()
    residence(sheet)
    family(sheet)
    declarations(sheet)
    return sheet.finish()


def identity(sheet: Sheet) -> None:
    """Block A."""
    sheet.section("A. Identidad", "Idantite")
    sheet.row(
        Box("nombres", 4, "Nombres", "Prenon", lines=True),
        Box("apellido_paterno", 4, "Primer apellido", "Premye siyati", lines=True),
        Box("apellido_materno", 4, "Segundo apellido", "Dezyèm siyati", lines=True),
    )
    sheet.row(
        Box("otros_nombres", 5, "Otros nombres usados", "Lòt non ou te itilize", lines=True),
        Choice("sexo", 4, "Sexo", "Sèks", (("mujer", "Mujer"), ("hombre", "Hombre"), ("otro", "Otro"))),
        Box("fecha_nacimiento", 3, "Nacimiento", "Dat nesans"),
    )
    sheet.row(
        Box("pais_nacimiento", 3, "País de nacimiento", "Peyi", lines=True),
        Box("ciudad_nacimiento", 3, "Ciudad de nacimiento", "Vil", lines=True),
        Box("nacionalidad", 3, "Nacionalidad", "Nasyonalite", lines=True),
        Box("otra_nacionalidad", 3, "Otra nacionalidad", "Yon lòt", lines=True),
    )
    sheet.row(
        Box("estado_civil", 3, "Estado civil", "Eta sivil", choose=True),
        Box("profesion_oficio", 4, "Profesión u oficio", "Pwofesyon oswa metye", lines=True),
        Box("run", 2.5, "RUN", "Nimewo RUN"),
        Box("ipe_nip", 2.5, "IPE, IPA o NIP", "Nimewo"),
    )
    identity_paper(sheet)


def contact(sheet: Sheet) -> None:
    """Block B."""
    sheet.section("B. Contacto", "Kijan pou jwenn ou")
    address(sheet)
    sheet.row(
        Box("idioma", 4, "Lengua que entiende mejor", "Lang", choose=True),
        Choice("requiere_interprete", 4, "Necesita intérprete", "Bezwen entèprèt", YES_NO_HT),
        Choice("correo_informado", 4, "Migraciones tiene su correo", "Gen imèl ou", YES_NO_HT),
    )


def migration(sheet: Sheet) -> None:
    """Block C."""
    sheet.section("C. Situación migratoria", "Sitiyasyon migratwa")
    sheet.row(
        Box("fecha_ingreso", 3, "Última entrada", "Dènye antre"),
        Box("paso_fronterizo", 4.4, "Paso o lugar de entrada", "Kote ou te antre", lines=True),
        Choice(
            "tipo_ingreso",
            4.6,
            "Forma de entrada",
            "Kijan ou te antre",
            (("habilitado", "Habilitado"), ("no_habilitado", "No habilitado")),
        ),
    )
    sheet.row(
        Box("permiso_subcategoria", 4.4, "Tipo de permiso", "Kalite pèmi", choose=True),
        Box("numero_resolucion", 3, "Resolución n.º", "Rezolisyon"),
        Box("permiso_inicio", 2.3, "Empezó", "Kòmanse"),
        Box("permiso_vence", 2.3, "Vence", "Ekspire"),
    )
    sheet.row(
        Choice("orden_expulsion", 3, "Orden de expulsión", "Lòd ekspilsyon", YES_NO),
        Choice("orden_abandono", 3, "Orden de abandono", "Lòd pou kite peyi a", YES_NO),
        Choice("prohibicion_ingreso_vigente", 3, "Prohibición de ingreso", "Entèdiksyon antre", YES_NO),
        Choice("empadronado_2023", 3, "Empadronamiento 2023", "Anrejistreman 2023", YES_NO),
    )
    sheet.row(
        Choice("permiso_calidad", 3.8, "Calidad del permiso", "Titilè, oswa sou kont lòt moun", QUALITY),
        Choice("titular_cumple_plazo", 3.2, "El titular cumple el plazo", "Si ou sou kont lòt moun", YES_NO),
        Choice("autodenuncia_pdi", 2.7, "Declaró ante la PDI", "Ou deklare bay PDI", YES_NO),
        Box("fecha_autodenuncia", 2.3, "Fecha", "Dat la"),
    )
    sheet.y = sheet.table(
        "Solicitudes anteriores",
        "Demann ou te fè anvan",
        (
            Column(
                "solicitud_previa_{n}_tipo",
                86,
                "De qué",
                "Kalite demann",
                "Solicitud anterior: de qué",
                lines=True,
            ),
            Column("solicitud_previa_{n}_fecha", 34, "Fecha", "Dat", "Solicitud anterior: fecha"),
            Column(
                "solicitud_previa_{n}_resultado",
                59.9,
                "Resultado",
                "Rezilta",
                "Solicitud anterior: resultado",
                lines=True,
            ),
        ),
        3,
        notice=("solicitud_previa_sigue", "Dónde siguen las solicitudes anteriores"),
    )


def residence(sheet: Sheet) -> None:
    """What permanent residence asks beyond the common blocks."""
    sheet.section("Residencia definitiva", "Rezidans pèmanan")
    sheet.row(
        Box("meses_rt", 2.4, "Meses con residencia", "Mwa rezidans", align=1),
        Box("meses_rt_al_vencer", 2.4, "Meses al vencer", "Mwa lè li fini", align=1),
        Choice("infracciones_migratorias", 2.8, "Infracciones migratorias", "Enfraksyon migratwa"),
        Choice("otras_infracciones", 2.4, "Otras infracciones", "Lòt enfraksyon"),
        Choice("ingresos_suficientes", 2.0, "Ingreso mínimo", "Revni minimòm"),
    )
    sheet.row(
        Box("cert_antecedentes_origen", 5, "Antecedentes penales de su país", "Kazye jidisyè", choose=True),
        Box("cert_antecedentes_fecha", 2.2, "Su fecha", "Dat"),
        Choice("multa_notificada", 2.6, "Tiene multa", "Gen amann"),
        Choice("multa_pagada", 2.2, "Pagada", "Ou peye li"),
    )
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
    incomes(sheet, 6 + 81 + GUTTER)
    sheet.y = min(low, sheet.y, top)


def incomes(sheet: Sheet, left: float) -> None:
    """Twelve months in two columns, beside the journeys, and the totals below."""
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


def family(sheet: Sheet) -> None:
    """Block D."""
    sheet.section("D. Familia", "Fanmi")
    sheet.y = sheet.table(
        "",
        "",
        (
            Column("familia_{n}_nombre", 35.6, "Nombre completo", "Non konplè", "Familia: nombre", lines=True),
            Column("familia_{n}_parentesco", 20, "Parentesco", "Lyen fanmi", "Familia: parentesco", lines=True),
            Column("familia_{n}_nacimiento", 20, "Nacimiento", "Dat nesans", "Familia: nacimiento"),
            Column("familia_{n}_nacionalidad", 20.9, "Nacionalidad", "Nasyonalite", "Familia: nacionalidad", lines=True),
            Column("familia_{n}_documento", 22, "Documento", "Dokiman", "Familia: documento", lines=True),
            Column("familia_{n}_situacion", 20, "Situación", "Sitiyasyon", "Familia: situación en Chile", lines=True),
            Column("familia_{n}_vive", 20.7, "En Chile", "Nan Chili", "Familia: vive en Chile", ticks=YES_NO),
            Column("familia_{n}_incluido", 20.7, "Va incluido", "Ladan li", "Familia: va en esta solicitud", ticks=YES_NO),
        ),
        8,
        title=False,
        notice=("familia_sigue", "Dónde sigue la familia"),
    )  # fmt: skip


def declarations(sheet: Sheet) -> None:
    """Block E. Whoever asks signs by hand: there is no field to sign."""
    sheet.section("E. Declaraciones y firma", "Deklarasyon ak siyati")
    sheet.statements(
        ("declara_veracidad", "Lo que dice esta hoja es verdad.", "Sa ki nan fèy sa a se verite."),
        (
            "consiente_datos",
            "Acepto que usen mis datos en este trámite.",
            "Mwen dakò yo sèvi ak done mwen nan demach sa a.",
        ),
        (
            "acepta_notificacion_correo",
            "Acepto notificaciones por correo.",
            "Mwen dakò pou notifikasyon nan imèl.",
        ),
    )
    sheet.signature(100, 26, "Firma de quien solicita", "Siyen isit la", "Huella si no firma", "Anprent dwèt")
    sheet.row(
        Box("lugar_firma", 7.4, "Comuna donde firma", "Kote ou siyen", lines=True),
        Box("fecha_firma", 4.6, "Fecha", "Dat"),
        width=92,
    )
    sheet.row(Box("interprete_nombre", 12, "Intérprete", "Moun ki entèprete", lines=True), width=92)
    assert sheet.room() > 0, f"{-sheet.room():.1f} mm too long"


QUALITY = (("titular", "Titular"), ("dependiente", "Dependiente"))


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT).write_bytes(draw())

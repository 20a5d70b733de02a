"""F01, the preparation sheet for temporary residence asked inside Chile."""

from __future__ import annotations

from blocks import BARS, CONTACT, ENTRY_ROW, IDENTITY, QUALITY, declarations, family
from parts import Checklist, Layout, Row, Section
from sheet import YES_NO, Box, Choice, Hand

ASKED = (
    Section("D. Permiso que se pide", "Pèmi ou mande a"),
    Row(
        Box("subcategoria_pedida", 6, "Subcategoría", "Kalite pèmi", choose=True),
        Choice("calidad_pedida", 6, "Calidad", "Titilè, oswa sou kont lòt moun", QUALITY),
    ),
)
TIE = (
    Row(
        Box("vinculo_tipo", 4.6, "Qué es de ese familiar", "Lyen fanmi ou", choose=True),
        Box("vinculo_con", 4.2, "Ese familiar en Chile", "Fanmi an nan Chili", choose=True),
        Choice("vinculo_acreditado", 3.2, "Tiene el certificado", "Gen papye", YES_NO),
    ),
    Row(
        Box("vinculo_nombre", 5.4, "Nombre de ese familiar", "Non fanmi an", lines=True),
        Box("vinculo_run", 2.8, "Su RUN", "RUN li"),
        Box("vinculo_certificado_numero", 3.8, "Certificado n.º", "Nimewo sètifika", lines=True),
    ),
)
WORK = (
    Section("E. Trabajo, estudio e ingresos", "Travay, etid ak lajan"),
    Row(
        Box("actividad", 4.2, "Actividad", "Travay ou fè", lines=True),
        Box("renta_mensual", 2.4, "Renta al mes", "Revni"),
        Choice("contrato_u_oferta", 2.7, "Contrato u oferta", "Kontra", YES_NO),
        Choice("matricula_estudio", 2.7, "Matrícula", "Enskripsyon lekòl", YES_NO),
    ),
    Row(
        Box("empleador_nombre", 4.6, "Empleador o razón social", "Patwon", lines=True),
        Box("empleador_rut", 2.6, "RUT del empleador", "RUT"),
        Box("empleador_direccion", 4.8, "Dirección del empleador", "Adrès patwon an", lines=True),
    ),
)
RECORD = (
    Section("F. Antecedentes penales", "Kazye jidisyè"),
    Row(
        Box("cert_antecedentes_origen", 4.6, "El de su país", "Kazye peyi ou", choose=True),
        Box("cert_antecedentes_fecha", 2.6, "Fecha del certificado", "Dat"),
        Choice("gestiones_antecedentes_probadas", 4.8, "Puede probar que lo pidió", "Ou ka pwouve ou mande li", YES_NO),
    ),
    Row(
        Hand(4.6, "Otro país, últimos 5 años", "Lòt peyi ou te viv"),
        Hand(2.6, "Fecha", "Dat"),
        Choice("", 4.8, "Apostillado o legalizado (a mano)", "Apostiy", (("", "Apostilla"), ("", "Legalizado"))),
    ),
)  # fmt: skip
PAPERS = (
    Section("Para llevar", "Papye pou pote"),
    Checklist(
        (
            ("Pasaporte o documento", "Paspò oswa pyès"),
            ("Foto con fondo blanco", "Foto ak fon blan"),
            ("Vínculo, contrato o matrícula", "Prèv lyen, kontra, lekòl"),
            ("Antecedentes penales", "Kazye jidisyè"),
            ("Traducción, si hace falta", "Tradiksyon, si sa nesesè"),
            ("Prueba de domicilio", "Prèv adrès"),
        ),
        3,
    ),
)
LAYOUT = Layout(
    "F01",
    "rt_reunificacion",
    "Residencia temporal en Chile",
    "Rezidans tanporè (Residencia Temporal)",
    "2026-11",
    (
        (
            *IDENTITY,
            *CONTACT,
            Section("C. Situación migratoria", "Sitiyasyon migratwa"),
            ENTRY_ROW,
            Row(
                Box("estado_migratorio", 4.4, "Situación de hoy", "Sitiyasyon jodi a", choose=True),
                Box("permiso_subcategoria", 4.4, "Permiso que tuvo o tiene", "Pèmi ou", choose=True),
                Box("permiso_vence", 3.2, "Venció o vence", "Ekspire"),
            ),
            BARS,
            *ASKED,
            *TIE,
        ),
        (
            *WORK,
            *RECORD,
            Section("G. Familia", "Fanmi"),
            family(8),
            *PAPERS,
            *declarations("H"),
        ),
    ),
)

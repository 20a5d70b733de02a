"""F17, the preparation sheet for the letter of nationalisation."""

from __future__ import annotations

from blocks import CONTACT, IDENTITY, declarations
from parts import Checklist, Layout, Note, Row, Rows, Section
from sheet import YES_NO, Box, Choice, Column

RESIDENCE = (
    Section("C. Residencia en Chile", "Rezidans nan Chili"),
    Row(
        Box("rd_numero", 4, "Residencia definitiva n.º", "Nimewo"),
        Box("rd_otorgada", 2.6, "La otorgaron", "Dat"),
        Box("estampado_primera_rt", 3.2, "Estampado temporal", "Dat"),
        Box("residencia_continua_anios", 2.2, "Años seguidos", "Ane", align=1),
    ),
    Row(
        Box("fecha_ingreso", 4, "Última entrada", "Dènye antre"),
        Box("ausencias_meses", 4, "Meses fuera de Chile", "Mwa deyò", align=1),
        Choice("rd_vigente", 4, "La definitiva está vigente", "Li valab", YES_NO),
    ),
)
JOURNEYS = Rows(
    (
        Column("salida_{n}_desde", 60, "Desde", "Jou ou te soti", "Viaje: día en que salió"),
        Column("salida_{n}_hasta", 60, "Hasta", "Jou ou te retounen", "Viaje: día en que volvió"),
        Column("salida_{n}_dias", 59.9, "Días fuera", "Konbyen jou", "Viaje: días fuera", align=2),
    ),
    6,
    "Viajes fuera de Chile",
    "Vwayaj",
    ("salida_sigue", "Dónde siguen los viajes"),
)
TIE = (
    Section("D. Vínculo con Chile (baja la espera a dos años)", "Lyen ak Chili: tann nan vin de ane"),
    Row(
        Box("vinculo_tipo", 6, "Qué es de ese familiar", "Lyen ou ak fanmi an", choose=True),
        Box("vinculo_con", 3.8, "Ese familiar", "Fanmi an", choose=True),
        Choice("pariente_chileno_2g", 2.2, "De sangre", "Pa san", YES_NO),
    ),
    Row(
        Box("vinculo_nombre", 5.6, "Nombre de ese familiar", "Non fanmi an", lines=True),
        Box("vinculo_run", 2.6, "Su RUN", "RUN li"),
        Box("vinculo_certificado_numero", 3.8, "Certificado n.º", "Nimewo sètifika", lines=True),
    ),
    Row(
        Box("fecha_matrimonio", 2.6, "Se casaron", "Dat maryaj"),
        Choice("matrimonio_inscrito", 3.1, "Inscrito en Chile", "Anrejistre", YES_NO),
        Choice("vida_comun", 2.0, "Viven juntos", "Viv ansanm", YES_NO),
        Choice("adoptado_por_chileno", 2.1, "Adopción", "Adopsyon", YES_NO),
        Choice("hijo_de_ex_chileno", 2.2, "Hijo de ex chileno", "Paran te chilyen", YES_NO),
    ),
)
LIVING = (
    Section("E. Con qué vive", "Ak kisa ou viv"),
    Row(
        Box("actividad", 4, "Actividad", "Travay ou fè", lines=True),
        Box("empleador_nombre", 5.4, "Empleador o razón social", "Patwon", lines=True),
        Box("renta_mensual", 2.6, "Renta al mes", "Revni"),
    ),
)
KIND = (
    ("crimen", "Crimen"),
    ("simple_delito", "Simple delito"),
    ("sin_condena", "Hay un proceso, sin condena"),
)
CONVICTIONS = (
    Section("F. Condenas", "Kondanasyon"),
    Row(
        Choice("condena_crimen_simple_delito_cl", 4, "Condena en Chile", "Kondanasyon nan Chili", YES_NO),
        Choice("condena_o_proceso_art32_5", 4, "Delito grave o proceso", "Gwo krim, pwosè", YES_NO),
        Choice("condena_extranjera", 4, "Condena en otro país", "Nan yon lòt peyi", YES_NO),
    ),
    Row(
        Choice("condena_tipo", 8.6, "La más grave", "Sa ki pi grav la", KIND),
        Box("condena_fecha", 3.4, "Fecha de la sentencia", "Dat"),
    ),
    Row(Box("condenas_cumplidas", 12, "Condenas cumplidas: cuáles y cuándo", "Kondanasyon ki fini: kiyès ak kilè", lines=True, tall=12)),
    Note(
        "Si hay una condena o una causa, no presente antes de que una abogada o un abogado cuente los años.",
        "Si gen yon kondanasyon oswa yon pwosè, pa depoze anyen anvan yon avoka konte ane yo.",
    ),
)  # fmt: skip
LAYOUT = Layout(
    "F17",
    "nacionalizacion",
    "Carta de nacionalización",
    "Natiralizasyon (Carta de nacionalización)",
    "2026-11",
    (
        (*IDENTITY, *CONTACT, *RESIDENCE, JOURNEYS),
        (
            *TIE,
            *LIVING,
            *CONVICTIONS,
            Section("Para llevar", "Papye pou pote"),
            Checklist(
                (
                    ("Residencia definitiva vigente", "Rezidans pèmanan valab"),
                    ("Certificado del vínculo", "Sètifika lyen an"),
                    ("Trabajo o ingresos", "Travay oswa revni"),
                    ("Antecedentes, fines especiales", "Kazye jidisyè espesyal"),
                ),
                2,
            ),
            *declarations("G"),
        ),
    ),
)

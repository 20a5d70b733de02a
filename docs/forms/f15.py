"""F15, the preparation sheet for public health without a RUN."""

from __future__ import annotations

from blocks import ADDRESS, DATA, IDENTITY_PAPER, INTERPRETER, NAMES, PLACE, SEX, TRUTH, YES_NO_HT
from parts import Caution, Layout, Row, Rows, Section, Signature, Statements
from sheet import YES_NO, Box, Choice, Column

CHILDREN = Rows(
    (
        Column("hijo_{n}_nombre", 59.9, "Nombre completo", "Non konplè", "Hijos: nombre", lines=True),
        Column("hijo_{n}_nacimiento", 26, "Nacimiento", "Dat nesans", "Hijos: nacimiento"),
        Column("hijo_{n}_nacionalidad", 32, "Nacionalidad", "Nasyonalite", "Hijos: nacionalidad", lines=True),
        Column("hijo_{n}_documento", 38, "Documento", "Dokiman", "Hijos: documento", lines=True),
        Column("hijo_{n}_vive", 24, "En Chile", "Nan Chili", "Hijos: vive en Chile", ticks=YES_NO),
    ),
    4,
    notice=("hijo_sigue", "Dónde siguen los hijos"),
)
LAYOUT = Layout(
    "F15",
    "salud_fonasa",
    "FONASA sin RUN",
    "Sante piblik (FONASA) san RUN",
    "2026-11",
    (
        (
            Caution(
                "Si es una urgencia, vaya ahora: nadie puede negarle la atención de urgencia por no tener papeles.",
                "Si se yon ijans, ale kounye a: pèsonn pa gen dwa refize ba ou swen ijans paske ou pa gen papye.",
            ),
            Section("A. Identidad", "Idantite"),
            NAMES,
            Row(
                Box("nacionalidad", 3, "Nacionalidad", "Nasyonalite", lines=True),
                Choice("sexo", 4.2, "Sexo", "Sèks", SEX),
                Box("fecha_nacimiento", 2.4, "Nacimiento", "Dat"),
                Box("ipe_nip", 2.4, "NIP, si tiene", "Nimewo"),
            ),
            IDENTITY_PAPER,
            Section("B. Dónde vive y se atiende", "Kote ou rete ak kote ou pran swen"),
            *ADDRESS,
            Row(
                Box("cesfam", 7, "CESFAM o consultorio de su comuna", "Sant sante (CESFAM)", lines=True),
                Box("idioma", 5, "Lengua que entiende mejor", "Lang", choose=True),
            ),
            Section("C. Lo que necesita", "Sa ou bezwen"),
            Row(
                Choice("carece_recursos", 4, "No puede pagar la salud", "Ou pa ka peye swen", YES_NO_HT),
                Choice("atencion_urgente", 4, "Necesita atención ahora", "Bezwen swen kounye a", YES_NO_HT),
                Choice("requiere_interprete", 4, "Necesita intérprete", "Bezwen entèprèt", YES_NO_HT),
            ),
            Section("D. Hijas e hijos", "Pitit ou yo"),
            CHILDREN,
            Section("E. Declaraciones y firma", "Deklarasyon ak siyati"),
            Statements(TRUTH, DATA),
            Signature("Firma de quien solicita", "Siyen isit la", (PLACE, INTERPRETER)),
        ),
    ),
)

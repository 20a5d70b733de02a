"""F16, the preparation sheet for a school number: IPE of the student, IPA of the adult who answers for it."""

from __future__ import annotations

from blocks import (
    ADDRESS,
    BIRTH_PLACE,
    DATA,
    IDENTITY_PAPER,
    INTERPRETER,
    NAMES,
    PLACE,
    SEX,
    TRUTH,
    YES_NO_HT,
)
from parts import Caution, Layout, Row, Section, Signature, Statements
from sheet import Box, Choice, Hand

LAYOUT = Layout(
    "F16",
    "ipe",
    "Número escolar: IPE e IPA",
    "Nimewo lekòl (IPE, IPA)",
    "2026-11",
    (
        (
            Caution(
                "La escuela no puede negar la matrícula por no tener papeles, ni por la situación de los padres.",
                "Lekòl la pa gen dwa refize enskripsyon an paske timoun nan pa gen papye, ni poutèt paran li.",
            ),
            Section("A. Quien estudia", "Moun k ap etidye a"),
            NAMES,
            Row(
                Box("fecha_nacimiento", 3.5, "Nacimiento", "Dat nesans"),
                Choice("sexo", 5, "Sexo", "Sèks", SEX),
                Box("ipe_nip", 3.5, "IPE, si ya tiene", "Nimewo IPE"),
            ),
            BIRTH_PLACE,
            IDENTITY_PAPER,
            Section("B. Dónde vive y cómo avisar", "Kote li rete, kijan pou jwenn nou"),
            *ADDRESS,
            Section("C. La escuela", "Lekòl la"),
            Row(
                Box("ultimo_curso", 5, "Último curso aprobado", "Dènye klas li fini", lines=True),
                Box("establecimiento", 7, "Escuela, liceo o jardín que quiere", "Lekòl li vle", lines=True),
            ),
            Row(
                Choice("estudia", 6, "Estudia hoy", "Li lekòl kounye a", YES_NO_HT),
                Choice("tiene_discapacidad", 6, "Tiene una discapacidad acreditada", "Andikap ak papye", YES_NO_HT),
            ),
            Section("D. Apoderado: quien responde en la escuela", "Granmoun ki reskonsab devan lekòl la"),
            Row(
                Box("comparece_nombre", 7, "Nombre completo", "Non konplè", lines=True),
                Box("comparece_run", 5, "RUN o documento", "RUN oswa pyès"),
            ),
            Row(
                Box("comparece_calidad", 7, "Qué es de quien estudia", "Kisa li ye pou timoun nan", choose=True),
                Hand(5, "IPA, si ya tiene", "Nimewo IPA"),
            ),
            Section("E. Declaraciones y firma", "Deklarasyon ak siyati"),
            Statements(TRUTH, DATA),
            Signature("Firma de quien responde", "Siyen isit la", (PLACE, INTERPRETER)),
        ),
    ),
)  # fmt: skip

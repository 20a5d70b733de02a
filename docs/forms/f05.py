"""F05, the preparation sheet for asking to be recognised as a refugee. What it holds is confidential by law.

The grounds of persecution and the rest that the case has no facts for are ticked by hand; long answers go on behind.
"""

from __future__ import annotations

from blocks import (
    ADDRESS,
    BIRTH_PLACE,
    CIVIL,
    IDENTITY_PAPER,
    NAMES,
    OTHER_NAMES,
    YES_NO_HT,
    declarations,
    family,
)
from parts import Caution, Layout, Row, Rows, Section, Ticks
from sheet import Box, Choice, Column

SECRET = Caution(
    "Reservado. Nadie puede contar que usted pidió refugio, y nada de esto se manda al consulado de su país. Pedirlo es gratis.",
    "Sekrè. Pèsonn pa gen dwa di ou te mande refij, epi anyen nan sa pa ale nan konsila peyi ou. Demann lan gratis.",
)  # fmt: skip
ROUTE = Rows(
    (
        Column("pais_ruta_{n}_pais", 96, "País", "Peyi", "Camino: país", lines=True),
        Column("pais_ruta_{n}_dias", 30, "Días ahí", "Konbyen jou", "Camino: días", align=2),
        Column("", 53.9, "Pidió refugio ahí", "Ou te mande refij la", "", ticks=(("", "Sí"), ("", "No"))),
    ),
    3,
    "Camino hasta Chile, en orden",
    "Peyi ou te pase yo, youn apre lòt",
    ("pais_ruta_sigue", "Dónde sigue el camino"),
)
CAME = (
    Section("C. Entrada y camino", "Antre ak wout la"),
    Row(
        Box("fecha_ingreso", 2.2, "Entró a Chile", "Dat"),
        Box("hora_ingreso", 2.8, "Día y hora", "Jou ak lè"),
        Box("paso_fronterizo", 3.6, "Paso o lugar", "Kote ou te antre", lines=True),
        Choice("aviso_a_autoridad_ingreso", 3.4, "Lo dijo al entrar", "Ou te di sa", YES_NO_HT),
    ),
    ROUTE,
)
GROUNDS = (
    Section("E. Por qué no puede volver", "Poukisa ou pa ka retounen"),
    Row(
        Choice(
            "motivo_refugio",
            12,
            "Lo que más se parece",
            "Sa ki sanble plis",
            (
                ("persecucion", "Persecución"),
                ("violencia_generalizada", "Violencia o guerra"),
                ("apatrida", "Sin nacionalidad"),
                ("sur_place", "Algo que pasó después de salir"),
            ),
        ),
    ),
    Row(
        Choice(
            "",
            8.4,
            "Si es persecución, por qué (a mano)",
            "Si se pèsekisyon: poukisa",
            (("", "Raza"), ("", "Religión"), ("", "Nacionalidad"), ("", "Grupo"), ("", "Opinión")),
        ),
        Box("hecho_nuevo", 3.6, "Día del hecho, si es después", "Jou"),
    ),
    Row(
        Box("relato_refugio", 12, "Qué pasó y qué teme, con fechas y lugares", "Sa ki te pase ak sa ou pè, ak dat ak kote",
            lines=True, tall=37),
    ),
)  # fmt: skip
HARMS = (
    Row(
        Box("agentes_dano", 6, "Quién le hizo daño o amenaza", "Moun ki fè ou mal", lines=True, tall=13.5),
        Box("denuncias_previas", 6, "Denuncias y su resultado", "Plent ou te pote", lines=True, tall=13.5),
    ),
    Row(
        Box("razon_no_pidio_transito", 6, "Por qué no pidió en el camino", "Poukisa pa sou wout la", lines=True, tall=13.5),
        Box("pruebas_refugio", 6, "Pruebas que tiene", "Prèv ou genyen", lines=True, tall=13.5),
    ),
    Row(
        Box("familia_dejada", 9, "Familia que quedó en su país", "Fanmi ki rete nan peyi ou", lines=True, tall=13.5),
        Choice("riesgo_retorno", 3, "Teme por su vida si vuelve", "Ou pè pou lavi ou", YES_NO_HT),
    ),
)  # fmt: skip
INTERVIEW = (
    Section("D. La entrevista y los cuidados", "Entèvyou a ak swen espesyal"),
    Row(
        Box("idioma", 4.2, "Lengua que entiende mejor", "Lang", choose=True),
        Choice("requiere_interprete", 3.4, "Intérprete", "Entèprèt", YES_NO_HT),
        Choice(
            "sexo_entrevistador",
            4.4,
            "Que entreviste",
            "Kiyès pou fè entèvyou a",
            (("mujer", "Mujer"), ("hombre", "Hombre"), ("indiferente", "Da igual")),
        ),
    ),
    Ticks(
        "vulnerabilidades",
        "Cuidados que necesita",
        "Swen ou bezwen; ou ka pa reponn",
        (
            ("nna_solo", "Menor sin compañía", "Timoun pou kont li"),
            ("embarazo", "Embarazo", "Gwosès"),
            ("discapacidad", "Discapacidad", "Andikap"),
            ("adulto_mayor", "Persona mayor", "Granmoun aje"),
            ("tortura", "Tortura o malos tratos", "Tòti, move tretman"),
            ("violencia_sexual", "Violencia sexual", "Vyolans seksyèl"),
            ("enfermedad", "Enfermedad", "Maladi"),
        ),
    ),
)
LAYOUT = Layout(
    "F05",
    "refugio",
    "Condición de refugiado",
    "Estati refijye (Condición de refugiado)",
    "2026-11",
    (
        (
            SECRET,
            Section("A. Identidad", "Idantite"),
            NAMES,
            OTHER_NAMES,
            BIRTH_PLACE,
            CIVIL,
            IDENTITY_PAPER,
            Section("B. Contacto seguro", "Kijan pou jwenn ou san risk"),
            *ADDRESS,
            *CAME,
            *INTERVIEW,
        ),
        (*GROUNDS, *HARMS, Section("F. Familia", "Fanmi"), family(5), *declarations("G")),
    ),
)

"""F02, the preparation sheet for the temporary residence of a child.

It asks for no more than the child's application needs: not how the parents stand, which the law does not ask.
The adult in charge is another person, of whom a child's case has no facts: those are lines to fill by hand.
"""

from __future__ import annotations

from blocks import (
    ADDRESS,
    BIRTH_PLACE,
    ENTRY,
    IDENTITY_PAPER,
    INTERPRETER,
    NAMES,
    PLACE,
    SEX,
    TRUTH,
    YES_NO_HT,
)
from parts import Layout, Note, Row, Rows, Section, Signature, Statements
from sheet import YES_NO, Box, Choice, Column, Hand

CHILD = (
    Section("A. La niña, el niño o adolescente", "Timoun nan"),
    NAMES,
    Row(
        Box("nombre_en_pasaporte", 5, "Nombre como en el pasaporte", "Non nan paspò", lines=True),
        Choice("sexo", 4, "Sexo", "Sèks", SEX),
        Box("fecha_nacimiento", 3, "Nacimiento", "Dat nesans"),
    ),
    BIRTH_PLACE,
    IDENTITY_PAPER,
    Row(
        Box("run", 3, "RUN, si tiene", "Nimewo RUN, si genyen"),
        Box("ipe_nip", 3, "IPE, IPA o NIP", "Nimewo lekòl"),
        Choice("tiene_discapacidad", 6, "Tiene una discapacidad acreditada", "Andikap ak papye", YES_NO_HT),
    ),
)
HOME = (
    Section("B. Dónde vive y cómo avisar", "Kote timoun nan rete, kijan pou jwenn nou"),
    *ADDRESS,
    Row(
        Box("idioma", 6, "Lengua que entiende mejor", "Lang li pi byen konprann", choose=True),
        Choice("requiere_interprete", 6, "Necesita intérprete", "Bezwen entèprèt", YES_NO_HT),
    ),
)
CAME = (
    Section("C. Entrada a Chile", "Antre nan Chili"),
    Row(
        Box("fecha_ingreso", 3, "Última entrada", "Dènye antre"),
        Box("paso_fronterizo", 4.4, "Paso o lugar de entrada", "Kote li te antre", lines=True),
        Choice("tipo_ingreso", 4.6, "Forma de entrada", "Kijan li te antre", ENTRY),
    ),
    Note(
        "Entrar por un paso no habilitado no le quita este permiso, ni importa si sus padres tienen papeles.",
        "Li ka jwenn pèmi sa a, menm si li te antre nan yon pasaj ki pa otorize, menm si paran li pa gen papye.",
    ),
)
SCHOOL_AND_HEALTH = (
    Section("D. Escuela y salud", "Lekòl ak sante"),
    Row(
        Box("establecimiento", 8, "Escuela, liceo o jardín", "Lekòl oswa jaden timoun", lines=True),
        Box("ultimo_curso", 4, "Último curso", "Dènye klas li fini", lines=True),
    ),
    Row(Box("cesfam", 12, "CESFAM o consultorio", "Sant sante (CESFAM)", lines=True)),
)
ADULT = (
    Section("E. Adulto a cargo", "Granmoun ki reskonsab timoun nan"),
    Row(
        Choice("acompanado", 4, "Vive con un adulto responsable", "Li gen yon granmoun", YES_NO_HT),
        Box("cuidador_relacion", 8, "Quién lo cuida", "Kiyès ki pran swen li", choose=True),
    ),
    Row(
        Box(
            "documento_custodia",
            12,
            "Documento que prueba el cuidado, si no es su madre ni su padre",
            "Papye ki montre se li ki gen gad timoun nan",
            lines=True,
        ),
    ),
    Row(
        Hand(8, "Nombre completo del adulto", "Non konplè granmoun nan"),
        Hand(4, "Nacimiento", "Dat nesans"),
    ),
    Row(
        Hand(4, "Documento y número", "Pyès idantite"),
        Hand(4, "Nacionalidad", "Nasyonalite"),
        Hand(4, "Profesión u oficio", "Pwofesyon, metye"),
    ),
    Row(Hand(8, "Domicilio, si es otro", "Adrès, si se yon lòt"), Hand(4, "Teléfono", "Telefòn")),
)
FAMILY = (
    Section("F. Familia", "Fanmi"),
    Rows(
        (
            Column("familia_{n}_nombre", 47.9, "Nombre completo", "Non konplè", "Familia: nombre", lines=True),
            Column("familia_{n}_parentesco", 27, "Parentesco", "Lyen fanmi", "Familia: parentesco", lines=True),
            Column("familia_{n}_nacimiento", 23, "Nacimiento", "Dat nesans", "Familia: nacimiento"),
            Column("familia_{n}_nacionalidad", 28, "Nacionalidad", "Nasyonalite", "Familia: nacionalidad", lines=True),
            Column("familia_{n}_documento", 30, "Documento", "Dokiman", "Familia: documento", lines=True),
            Column("familia_{n}_vive", 24, "En Chile", "Nan Chili", "Familia: vive en Chile", ticks=YES_NO),
        ),
        6,
        notice=("familia_sigue", "Dónde sigue la familia"),
    ),
)  # fmt: skip
SUPPORT = (
    Section("G. Cuidados y expensas", "Swen ak depans timoun nan"),
    Row(
        Box("expensas_ingresos", 3.4, "Dinero al mes", "Lajan chak mwa"),
        Box("expensas_vivienda", 8.6, "Dónde vivirá", "Ki kote timoun nan ap viv", lines=True),
    ),
    Row(
        Box("expensas_plazo", 5, "Por cuánto tiempo se hace cargo", "Konbyen tan", lines=True),
        Box("notaria", 7, "Notaría donde se firmará la declaración", "Biwo notè", lines=True),
    ),
    Note(
        "La declaración de cuidados y expensas se firma aparte, ante notario o con firma electrónica.",
        "Deklarasyon swen ak depans lan siyen apa, devan notè oswa ak siyati elektwonik.",
    ),
)
DECLARATIONS = (
    Section("H. Declaraciones y firma", "Deklarasyon ak siyati"),
    Statements(
        TRUTH,
        (
            "consiente_datos",
            "Acepto que usen estos datos en este trámite.",
            "Mwen dakò yo sèvi ak done sa yo nan demach sa a.",
        ),
        ("acepta_notificacion_correo", "Acepto avisos por correo.", "Mwen dakò pou avi nan imèl."),
    ),
    Signature("Firma del adulto a cargo", "Siyen isit la", (PLACE, INTERPRETER)),
)
LAYOUT = Layout(
    "F02",
    "rt_nna",
    "Residencia temporal: niña o niño",
    "Rezidans tanporè pou timoun (Residencia Temporal)",
    "2026-11",
    (
        (*CHILD, *HOME, *CAME, *SCHOOL_AND_HEALTH),
        (*ADULT, *FAMILY, *SUPPORT, *DECLARATIONS),
    ),
)

"""Draws F02, the preparation sheet for the temporary residence of a child. Same bytes on every run.

    python docs/forms/draw_f02.py                 forms/rt_nna/F02.pdf
    python docs/forms/draw_f02.py OUT.pdf         elsewhere

It asks for no more than the child's application needs: not how the parents stand, which the law does not ask.
The adult in charge is another person, of whom a child's case has no facts: those are lines to fill by hand.
After a change of fields: a new edition, and the new fingerprint (`konbit inspect`) into forms/rt_nna/F02.toml.
The Creole is a draft.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from rows import address, identity_paper
from sheet import BOX, CONTENT, FORMS, GUTTER, LABEL_LINE, ROW_GAP, YES_NO, Box, Choice, Column, Sheet

from konbit.papers import preparation as look
from konbit.papers.preparation import BOLD, FACE, INK, MM, PLUM

EDITION = "2026-11"
DEFAULT = FORMS / "rt_nna" / "F02.pdf"
YES_NO_HT = (("si", "Sí · Wi"), ("no", "No · Non"))


@dataclass(frozen=True)
class Hand:
    """A line to fill by hand, `span` of twelve columns wide: no field."""

    span: float
    es: str
    ht: str


def draw() -> bytes:
    """The PDF."""
    sheet = Sheet(
        "F02",
        "Residencia temporal: niña o niño",
        "Rezidans tanporè pou timoun (Residencia Temporal)",
        EDITION,
        pages=2,
    )
    sheet.head_field("preparada_el", 34, "Preparada el", "Jou a", "Día en que se preparó esta hoja")
    child(sheet)
    home(sheet)
    entry(sheet)
    school_and_health(sheet)
    assert sheet.room() > 0, f"{-sheet.room():.1f} mm too long"
    sheet.new_page()
    adult(sheet)
    family(sheet)
    support(sheet)
    declarations(sheet)
    return sheet.finish()


def child(sheet: Sheet) -> None:
    """Block A, of the child."""
    sheet.section("A. La niña, el niño o adolescente", "Timoun nan")
    sheet.row(
        Box("nombres", 4, "Nombres", "Prenon", lines=True),
        Box("apellido_paterno", 4, "Primer apellido", "Premye siyati", lines=True),
        Box("apellido_materno", 4, "Segundo apellido", "Dezyèm siyati", lines=True),
    )
    sheet.row(
        Box("nombre_en_pasaporte", 5, "Nombre como en el pasaporte", "Non nan paspò", lines=True),
        Choice("sexo", 4, "Sexo", "Sèks", (("mujer", "Mujer"), ("hombre", "Hombre"), ("otro", "Otro"))),
        Box("fecha_nacimiento", 3, "Nacimiento", "Dat nesans"),
    )
    sheet.row(
        Box("pais_nacimiento", 3, "País de nacimiento", "Peyi", lines=True),
        Box("ciudad_nacimiento", 3, "Ciudad de nacimiento", "Vil", lines=True),
        Box("nacionalidad", 3, "Nacionalidad", "Nasyonalite", lines=True),
        Box("otra_nacionalidad", 3, "Otra nacionalidad", "Yon lòt", lines=True),
    )
    identity_paper(sheet)
    sheet.row(
        Box("run", 3, "RUN, si tiene", "Nimewo RUN, si genyen"),
        Box("ipe_nip", 3, "IPE, IPA o NIP", "Nimewo lekòl"),
        Choice("tiene_discapacidad", 6, "Tiene una discapacidad acreditada", "Andikap ak papye", YES_NO_HT),
    )


def home(sheet: Sheet) -> None:
    """Block B: where the child lives and how to reach whoever answers for it."""
    sheet.section("B. Dónde vive y cómo avisar", "Kote timoun nan rete, kijan pou jwenn nou")
    address(sheet)
    sheet.row(
        Box("idioma", 6, "Lengua que entiende mejor", "Lang li pi byen konprann", choose=True),
        Choice("requiere_interprete", 6, "Necesita intérprete", "Bezwen entèprèt", YES_NO_HT),
    )


def entry(sheet: Sheet) -> None:
    """Block C, as far as it decides which paper to bring."""
    sheet.section("C. Entrada a Chile", "Antre nan Chili")
    sheet.row(
        Box("fecha_ingreso", 3, "Última entrada", "Dènye antre"),
        Box("paso_fronterizo", 4.4, "Paso o lugar de entrada", "Kote li te antre", lines=True),
        Choice(
            "tipo_ingreso",
            4.6,
            "Forma de entrada",
            "Kijan li te antre",
            (("habilitado", "Habilitado"), ("no_habilitado", "No habilitado")),
        ),
    )
    note(
        sheet,
        "Entrar por un paso no habilitado no le quita este permiso, ni importa si sus padres tienen papeles.",
        "Li ka jwenn pèmi sa a, menm si li te antre nan yon pasaj ki pa otorize, menm si paran li pa gen papye.",
    )


def school_and_health(sheet: Sheet) -> None:
    """Where the child learns and is looked after: proof that it lives in Chile."""
    sheet.section("D. Escuela y salud", "Lekòl ak sante")
    sheet.row(
        Box("establecimiento", 8, "Escuela, liceo o jardín", "Lekòl oswa jaden timoun", lines=True),
        Box("ultimo_curso", 4, "Último curso", "Dènye klas li fini", lines=True),
    )
    sheet.row(
        Box("cesfam", 12, "CESFAM o consultorio", "Sant sante (CESFAM)", lines=True),
    )


def adult(sheet: Sheet) -> None:
    """Block A of the adult in charge, and what makes it so."""
    sheet.section("E. Adulto a cargo", "Granmoun ki reskonsab timoun nan")
    sheet.row(
        Choice("acompanado", 4, "Vive con un adulto responsable", "Li gen yon granmoun", YES_NO_HT),
        Box("cuidador_relacion", 8, "Quién lo cuida", "Kiyès ki pran swen li", choose=True),
    )
    sheet.row(
        Box(
            "documento_custodia",
            12,
            "Documento que prueba el cuidado, si no es su madre ni su padre",
            "Papye ki montre se li ki gen gad timoun nan",
            lines=True,
        ),
    )
    by_hand(
        sheet,
        Hand(8, "Nombre completo del adulto", "Non konplè granmoun nan"),
        Hand(4, "Nacimiento", "Dat nesans"),
    )
    by_hand(
        sheet,
        Hand(4, "Documento y número", "Pyès idantite"),
        Hand(4, "Nacionalidad", "Nasyonalite"),
        Hand(4, "Profesión u oficio", "Pwofesyon, metye"),
    )
    by_hand(sheet, Hand(8, "Domicilio, si es otro", "Adrès, si se yon lòt"), Hand(4, "Teléfono", "Telefòn"))


def family(sheet: Sheet) -> None:
    """Block D, short: with whom the child lives."""
    sheet.section("F. Familia", "Fanmi")
    sheet.y = sheet.table(
        "",
        "",
        (
            Column("familia_{n}_nombre", 47.9, "Nombre completo", "Non konplè", "Familia: nombre", lines=True),
            Column("familia_{n}_parentesco", 27, "Parentesco", "Lyen fanmi", "Familia: parentesco", lines=True),
            Column("familia_{n}_nacimiento", 23, "Nacimiento", "Dat nesans", "Familia: nacimiento"),
            Column("familia_{n}_nacionalidad", 28, "Nacionalidad", "Nasyonalite", "Familia: nacionalidad", lines=True),
            Column("familia_{n}_documento", 30, "Documento", "Dokiman", "Familia: documento", lines=True),
            Column("familia_{n}_vive", 24, "En Chile", "Nan Chili", "Familia: vive en Chile", ticks=YES_NO),
        ),
        6,
        title=False,
        notice=("familia_sigue", "Dónde sigue la familia"),
    )  # fmt: skip


def support(sheet: Sheet) -> None:
    """What the declaration of care and support says; the declaration itself is another paper."""
    sheet.section("G. Cuidados y expensas", "Swen ak depans timoun nan")
    sheet.row(
        Box("expensas_ingresos", 3.4, "Dinero al mes", "Lajan chak mwa"),
        Box("expensas_vivienda", 8.6, "Dónde vivirá", "Ki kote timoun nan ap viv", lines=True),
    )
    sheet.row(
        Box("expensas_plazo", 5, "Por cuánto tiempo se hace cargo", "Konbyen tan", lines=True),
        Box("notaria", 7, "Notaría donde se firmará la declaración", "Biwo notè", lines=True),
    )
    note(
        sheet,
        "La declaración de cuidados y expensas se firma aparte, ante notario o con firma electrónica.",
        "Deklarasyon swen ak depans lan siyen apa, devan notè oswa ak siyati elektwonik.",
    )


def declarations(sheet: Sheet) -> None:
    """Block E. The adult signs by hand: there is no field to sign."""
    sheet.section("H. Declaraciones y firma", "Deklarasyon ak siyati")
    sheet.statements(
        ("declara_veracidad", "Lo que dice esta hoja es verdad.", "Sa ki nan fèy sa a se verite."),
        (
            "consiente_datos",
            "Acepto que usen estos datos en este trámite.",
            "Mwen dakò yo sèvi ak done sa yo nan demach sa a.",
        ),
        (
            "acepta_notificacion_correo",
            "Acepto avisos por correo.",
            "Mwen dakò pou avi nan imèl.",
        ),
    )
    sheet.signature(
        100, 26, "Firma del adulto a cargo", "Siyen isit la", "Huella si no firma", "Anprent dwèt"
    )
    sheet.row(
        Box("lugar_firma", 7.4, "Comuna donde firma", "Kote ou siyen", lines=True),
        Box("fecha_firma", 4.6, "Fecha", "Dat"),
        width=92,
    )
    sheet.row(Box("interprete_nombre", 12, "Intérprete", "Moun ki entèprete", lines=True), width=92)
    assert sheet.room() > 0, f"{-sheet.room():.1f} mm too long"


def by_hand(sheet: Sheet, *cells: Hand) -> None:
    """A row of lines to write on, with the labels of a row of boxes."""
    column = (CONTENT + GUTTER) / 12
    base, low = sheet.y - 3.0 * MM, sheet.y - (LABEL_LINE + BOX) * MM
    at = look.LEFT
    for cell in cells:
        wide = (cell.span * column - GUTTER) * MM
        start = at + stringWidth(cell.es, BOLD, look.LABEL) + 4
        assert start + stringWidth(cell.ht, FACE, look.LABEL_HT) <= at + wide, f"label too long: {cell.es}"
        look.write(sheet.canvas, at, base, cell.es, BOLD, look.LABEL)
        look.write(sheet.canvas, start, base, cell.ht, FACE, look.LABEL_HT, PLUM)
        look.pen(sheet.canvas, INK, 0.7)
        sheet.canvas.line(at, low, at + wide, low)
        at += cell.span * column * MM
    sheet.y = low - ROW_GAP * MM


def note(sheet: Sheet, es: str, ht: str) -> None:
    """One sentence in both tongues, under a block."""
    base = sheet.y - 2.6 * MM
    look.write(sheet.canvas, look.LEFT, base, es, FACE, 8.5)
    look.write(sheet.canvas, look.LEFT, base - 3.6 * MM, ht, FACE, 8.5, PLUM)
    sheet.y = base - 5.0 * MM


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT).write_bytes(draw())

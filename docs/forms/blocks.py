"""Blocks that several preparation sheets have, asked in the same words: identity, contact, entry, family, signature."""

from __future__ import annotations

from parts import Row, Rows, Section, Signature, Statements
from sheet import YES_NO, Box, Choice, Column

YES_NO_HT = (("si", "Sí · Wi"), ("no", "No · Non"))
SEX = (("mujer", "Mujer"), ("hombre", "Hombre"), ("otro", "Otro"))
ENTRY = (("habilitado", "Habilitado"), ("no_habilitado", "No habilitado"))
QUALITY = (("titular", "Titular"), ("dependiente", "Dependiente"))

NAMES = Row(
    Box("nombres", 4, "Nombres", "Prenon", lines=True),
    Box("apellido_paterno", 4, "Primer apellido", "Premye siyati", lines=True),
    Box("apellido_materno", 4, "Segundo apellido", "Dezyèm siyati", lines=True),
)
OTHER_NAMES = Row(
    Box("otros_nombres", 5, "Otros nombres usados", "Lòt non ou te itilize", lines=True),
    Choice("sexo", 4, "Sexo", "Sèks", SEX),
    Box("fecha_nacimiento", 3, "Nacimiento", "Dat nesans"),
)
BIRTH_PLACE = Row(
    Box("pais_nacimiento", 3, "País de nacimiento", "Peyi", lines=True),
    Box("ciudad_nacimiento", 3, "Ciudad de nacimiento", "Vil", lines=True),
    Box("nacionalidad", 3, "Nacionalidad", "Nasyonalite", lines=True),
    Box("otra_nacionalidad", 3, "Otra nacionalidad", "Yon lòt", lines=True),
)
CIVIL = Row(
    Box("estado_civil", 3, "Estado civil", "Eta sivil", choose=True),
    Box("profesion_oficio", 4, "Profesión u oficio", "Pwofesyon oswa metye", lines=True),
    Box("run", 2.5, "RUN", "Nimewo RUN"),
    Box("ipe_nip", 2.5, "IPE, IPA o NIP", "Nimewo"),
)
IDENTITY_PAPER = Row(
    Box("doc_tipo", 3.2, "Documento", "Pyès idantite", choose=True),
    Box("doc_numero", 2.8, "Número", "Nimewo"),
    Box("doc_pais", 2.4, "País que lo dio", "Peyi", lines=True),
    Box("doc_emision", 1.8, "Entregado", "Jou"),
    Box("doc_vence", 1.8, "Vence", "Ekspire"),
)
WHO = Row(
    Box("nacionalidad", 3.5, "Nacionalidad", "Nasyonalite", lines=True),
    Choice("sexo", 5, "Sexo", "Sèks", SEX),
    Box("fecha_nacimiento", 3.5, "Nacimiento", "Dat nesans"),
)
"""The rest of a short block A, where few things are asked."""

IDENTITY = (
    Section("A. Identidad", "Idantite"), NAMES, OTHER_NAMES, BIRTH_PLACE, CIVIL, IDENTITY_PAPER,
)  # fmt: skip

ADDRESS = (
    Row(
        Box("calle", 5, "Calle", "Lari", lines=True),
        Box("numero", 1.8, "N.º", "Nimewo"),
        Box("depto", 2.0, "Depto.", "Apatman"),
        Box("domicilio_comuna", 3.2, "Comuna", "Komin (comuna)"),
    ),
    Row(
        Box("region", 4, "Región", "Rejyon", lines=True),
        Box("telefono", 3, "Teléfono", "Telefòn"),
        Box("correo_electronico", 5, "Correo electrónico", "Imèl"),
    ),
)
TONGUE = Row(
    Box("idioma", 4, "Lengua que entiende mejor", "Lang", choose=True),
    Choice("requiere_interprete", 4, "Necesita intérprete", "Bezwen entèprèt", YES_NO_HT),
    Choice("correo_informado", 4, "Migraciones tiene su correo", "Gen imèl ou", YES_NO_HT),
)
CONTACT = (Section("B. Contacto", "Kijan pou jwenn ou"), *ADDRESS, TONGUE)

ENTRY_ROW = Row(
    Box("fecha_ingreso", 3, "Última entrada", "Dènye antre"),
    Box("paso_fronterizo", 4.4, "Paso o lugar de entrada", "Kote ou te antre", lines=True),
    Choice("tipo_ingreso", 4.6, "Forma de entrada", "Kijan ou te antre", ENTRY),
)
PERMIT = Row(
    Box("permiso_subcategoria", 4.4, "Tipo de permiso", "Kalite pèmi", choose=True),
    Box("numero_resolucion", 3, "Resolución n.º", "Rezolisyon"),
    Box("permiso_inicio", 2.3, "Empezó", "Kòmanse"),
    Box("permiso_vence", 2.3, "Vence", "Ekspire"),
)
BARS = Row(
    Choice("orden_expulsion", 3, "Orden de expulsión", "Lòd ekspilsyon", YES_NO),
    Choice("orden_abandono", 3, "Orden de abandono", "Lòd pou kite peyi a", YES_NO),
    Choice("prohibicion_ingreso_vigente", 3, "Prohibición de ingreso", "Entèdiksyon antre", YES_NO),
    Choice("empadronado_2023", 3, "Empadronamiento 2023", "Anrejistreman 2023", YES_NO),
)
DECLARED = (
    Choice("autodenuncia_pdi", 2.7, "Declaró ante la PDI", "Ou deklare bay PDI", YES_NO),
    Box("fecha_autodenuncia", 2.3, "Fecha", "Dat la"),
)


def earlier(rows: int) -> Rows:
    """The applications made before."""
    return Rows(
        (
            Column("solicitud_previa_{n}_tipo", 86, "De qué", "Kalite demann", "Solicitud anterior: de qué", lines=True),
            Column("solicitud_previa_{n}_fecha", 34, "Fecha", "Dat", "Solicitud anterior: fecha"),
            Column("solicitud_previa_{n}_resultado", 59.9, "Resultado", "Rezilta", "Solicitud anterior: resultado", lines=True),
        ),
        rows,
        "Solicitudes anteriores",
        "Demann ou te fè anvan",
        ("solicitud_previa_sigue", "Dónde siguen las solicitudes anteriores"),
    )  # fmt: skip


def family(rows: int) -> Rows:
    """The whole family, children too: block D."""
    return Rows(
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
        rows,
        notice=("familia_sigue", "Dónde sigue la familia"),
    )  # fmt: skip


TRUTH = ("declara_veracidad", "Lo que dice esta hoja es verdad.", "Sa ki nan fèy sa a se verite.")
DATA = (
    "consiente_datos",
    "Acepto que usen mis datos en este trámite.",
    "Mwen dakò yo sèvi ak done mwen nan demach sa a.",
)
MAIL = (
    "acepta_notificacion_correo",
    "Acepto notificaciones por correo.",
    "Mwen dakò pou notifikasyon nan imèl.",
)
PLACE = Row(
    Box("lugar_firma", 7.4, "Comuna donde firma", "Kote ou siyen", lines=True),
    Box("fecha_firma", 4.6, "Fecha", "Dat"),
    width=92,
)
INTERPRETER = Row(Box("interprete_nombre", 12, "Intérprete", "Moun ki entèprete", lines=True), width=92)
SIGN = Signature("Firma de quien solicita", "Siyen isit la", (PLACE, INTERPRETER))


def declarations(letter: str) -> tuple[Section, Statements, Signature]:
    """Block E. Whoever asks signs by hand: there is no field to sign."""
    return (
        Section(f"{letter}. Declaraciones y firma", "Deklarasyon ak siyati"),
        Statements(TRUTH, DATA, MAIL),
        SIGN,
    )

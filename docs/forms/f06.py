"""F06, about the declaration of an unauthorised entry to the police: it informs, warns, and is signed as understood."""

from __future__ import annotations

from blocks import ADDRESS, ENTRY, IDENTITY_PAPER, INTERPRETER, NAMES, PLACE, WHO, YES_NO_HT
from parts import Caution, Layout, Row, Section, Signature, Statements
from sheet import Box, Choice

LAYOUT = Layout(
    "F06",
    "autodenuncia",
    "Declaración de ingreso (DVC)",
    "Deklarasyon antre bay PDI (DVC)",
    "2026-11",
    (
        (
            Caution(
                "HOJA SOLO INFORMATIVA. NO ES UN CAMINO A PAPELES. La PDI abre ese mismo día un procedimiento de expulsión. "
                "No la haga sin hablar antes con una abogada o un abogado. No se le exige a niñas, niños ni "
                "adolescentes, ni a quien pide refugio.",
                "FÈY POU ENFÒMASYON SÈLMAN. SE PA YON CHEMEN POU JWENN PAPYE. PDI louvri yon pwosedi ekspilsyon menm jou a. Pa fè li san ou pa "
                "pale ak yon avoka anvan. Yo pa mande timoun li, ni moun k ap mande refij.",
                danger=True,
            ),
            Section("A. Identidad", "Idantite"),
            NAMES,
            WHO,
            IDENTITY_PAPER,
            Section("B. Dónde vive y cómo avisarle", "Kote ou rete, kijan pou jwenn ou"),
            *ADDRESS,
            Row(
                Box("encargado_inmueble", 12, "Dueño o encargado de la casa; puede no decirlo",
                    "Mèt kay la; ou ka pa di sa", lines=True),
            ),
            Section("C. Cómo entró", "Kijan ou te antre"),
            Row(
                Box("fecha_ingreso", 3, "Última entrada", "Dènye antre"),
                Box("paso_fronterizo", 4.4, "Lugar de entrada", "Kote ou te antre", lines=True),
                Choice("tipo_ingreso", 4.6, "Forma de entrada", "Kijan ou te antre", ENTRY),
            ),
            Row(Box("lugar_forma_ingreso", 12, "Lugar y forma de la entrada", "Kote ak kijan ou te antre", lines=True, tall=16)),
            Row(
                Choice("autodenuncia_pdi", 6, "Ya declaró ante la PDI", "Ou te deklare bay PDI deja", YES_NO_HT),
                Box("fecha_autodenuncia", 3, "Qué día", "Ki jou"),
            ),
            Section("D. Antes de firmar", "Anvan ou siyen"),
            Statements(
                (
                    "acuse_riesgo_dvc",
                    "Entendí que esta declaración abre un procedimiento de expulsión ese mismo día, y que no da papeles.",
                    "Mwen konprann deklarasyon sa a louvri yon pwosedi ekspilsyon menm jou a, epi li pa bay papye.",
                ),
            ),
            Signature("Firma: entendí el riesgo", "Siyen isit la", (PLACE, INTERPRETER)),
        ),
    ),
)  # fmt: skip

"""F18, the preparation sheet for telling a new address or e-mail."""

from __future__ import annotations

from blocks import ADDRESS, DATA, IDENTITY_PAPER, INTERPRETER, MAIL, NAMES, PLACE, TRUTH, YES_NO_HT
from parts import Caution, Layout, Row, Section, Signature, Statements
from sheet import Box, Choice, Hand

LAYOUT = Layout(
    "F18",
    "cambio_domicilio",
    "Nuevo domicilio o correo",
    "Nouvo adrès oswa imèl",
    "2026-11",
    (
        (
            Caution(
                "Avise por el portal de Migraciones, no en la PDI, dentro de treinta días corridos desde el cambio. Si no, los avisos llegan a otro lado y los plazos corren igual.",
                "Avize nan portal Migraciones, pa nan PDI, nan lespas trant jou kalandriye apre chanjman an. Si se pa sa, avi yo rive yon lòt kote epi delè yo kontinye kouri.",
            ),
            Section("A. Identidad", "Idantite"),
            NAMES,
            Row(
                Box("nacionalidad", 4, "Nacionalidad", "Nasyonalite", lines=True),
                Box("fecha_nacimiento", 4, "Nacimiento", "Dat nesans"),
                Box("run", 4, "RUN, si tiene", "Nimewo RUN, si genyen"),
            ),
            IDENTITY_PAPER,
            Section("B. Lo que había antes", "Sa ki te la anvan"),
            Row(Box("domicilio_anterior", 12, "Domicilio anterior", "Adrès ou te genyen anvan", lines=True)),
            Row(
                Hand(7, "Correo anterior, si cambió", "Imèl anvan, si li chanje"),
                Box("fecha_cambio_domicilio", 5, "Día del cambio", "Jou chanjman an"),
            ),
            Section("C. Lo nuevo", "Sa ki nouvo"),
            *ADDRESS,
            Row(
                Choice("correo_informado", 6, "Migraciones tiene su correo y lo revisa", "Gen imèl ou", YES_NO_HT),
                Choice("sin_medios_electronicos", 6, "Le falta internet o aparato", "Ou pa gen entènèt", YES_NO_HT),
            ),
            Section("D. Trámites que están corriendo", "Demach k ap fèt"),
            Row(
                Box("solicitud_pendiente_tipo", 6, "Solicitud sin respuesta", "Demann ki poko gen repons", choose=True),
                Box("solicitud_pendiente_numero", 3, "Su número", "Nimewo"),
                Box("solicitud_pendiente_fecha", 3, "La presentó", "Dat"),
            ),
            Section("E. Declaraciones y firma", "Deklarasyon ak siyati"),
            Statements(TRUTH, DATA, MAIL),
            Signature("Firma de quien solicita", "Siyen isit la", (PLACE, INTERPRETER)),
        ),
    ),
)  # fmt: skip

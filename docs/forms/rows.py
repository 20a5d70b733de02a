"""Rows that every preparation sheet of ours has, asked in the same words."""

from __future__ import annotations

from sheet import Box, Sheet


def identity_paper(sheet: Sheet) -> None:
    """Which paper says who the person is."""
    sheet.row(
        Box("doc_tipo", 3.2, "Documento", "Pyès idantite", choose=True),
        Box("doc_numero", 2.8, "Número", "Nimewo"),
        Box("doc_pais", 2.4, "País que lo dio", "Peyi", lines=True),
        Box("doc_emision", 1.8, "Entregado", "Jou"),
        Box("doc_vence", 1.8, "Vence", "Ekspire"),
    )


def address(sheet: Sheet) -> None:
    """Where the person lives, and how to reach them."""
    sheet.row(
        Box("calle", 5, "Calle", "Lari", lines=True),
        Box("numero", 1.8, "N.º", "Nimewo"),
        Box("depto", 2.0, "Depto.", "Apatman"),
        Box("domicilio_comuna", 3.2, "Comuna", "Komin (comuna)"),
    )
    sheet.row(
        Box("region", 4, "Región", "Rejyon", lines=True),
        Box("telefono", 3, "Teléfono", "Telefòn"),
        Box("correo_electronico", 5, "Correo electrónico", "Imèl"),
    )

"""The sheet for whoever reviews a draft: blanks to fill and sources to read. It is never part of the writ."""

from __future__ import annotations

from types import MappingProxyType

from konbit.papers.writ import blocks as b
from konbit.papers.writ import measures as m
from konbit.papers.writ import pages, setting

_CONFIDENCE = MappingProxyType(
    {"S": "leída solo en un resumen", "K": "citada de memoria, texto no leído", "U": "dudosa"}
)


def to_pdf(writ: b.Writ, *, paper: m.Paper = "carta") -> bytes:
    """One sheet in Spanish: what is blank, and which norms, rulings and sentences a lawyer must check in the source."""
    sheet = m.SHEETS[paper]
    blocks: list[b.Block] = [
        b.Tribunal((b.Run("HOJA PARA QUIEN REVISA · NO SE PRESENTA AL TRIBUNAL"),)),
        b.Paragraph((b.Run(f"{writ.title}.", bold=True),)),
        b.Heading(1, (b.Run(f"Por completar ({len(writ.blanks)})"),)),
        b.Documents(tuple((b.Run(blank.label),) for blank in writ.blanks)),
        b.Heading(1, (b.Run(f"Por verificar antes de presentar ({len(writ.verify)})"),)),
        b.Documents(tuple(_line(each) for each in writ.verify)),
    ]
    setter = setting.Setter(setting.copied(sheet.text_width))
    pieces = [piece for block in blocks for piece in setter.block(block)]
    around = pages.filed(draft=False)
    title = "Hoja para quien revisa"
    return pages.build(pieces, sheet, around, title=title, tongue="es", face="KonbitSans")


def _line(each: b.ToVerify) -> b.Runs:
    if each.confidence:
        return b.Run(each.note, bold=True), b.Run(f" — {_CONFIDENCE.get(each.confidence, 'confirmar')}.")
    if not each.what:
        return (b.Run(each.note),)
    return b.Run(f"«{each.what}»", italic=True), b.Run(f" — {each.note}")

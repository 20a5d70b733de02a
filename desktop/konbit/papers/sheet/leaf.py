"""Draws a sheet of pieces on letter paper: Spanish, Creole, or Spanish on the left and Creole on the right.

Black on white; nothing is told by colour alone. A long text flows over the pages, so that what somebody typed always
comes out whole; what is short stays together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Spacer

from konbit.papers.pdf.render import page_count
from konbit.papers.preparation import BOLD, FACE, GREY, INK, LINE, MM, PLUM, ink, pen, write
from konbit.papers.sheet.kept import Kept
from konbit.papers.sheet.pieces import Closing, Head, Leaf, Text, Tongue, Two
from konbit.papers.sheet.setting import Setter
from konbit.papers.writ import pages
from konbit.papers.writ.letters import register
from konbit.papers.writ.measures import SHEETS, Sheet

BAND = 8.0
STEP = 0.5
DRAFT = "kreyòl: bouyon, poko revize"
DRAFT_HT = (
    "Tradiksyon sa a poko revize pa yon moun ki pale kreyòl depi li piti. "
    "Se vèsyon panyòl la ki konte devan lalwa."
)


def leaf_pdf(leaf: Leaf, tongue: Tongue) -> bytes:
    """The sheet as PDF: fonts embedded, nobody's name in the file's data, the same bytes for the same sheet.

    The letter shrinks in steps of half a point from `leaf.size` to `leaf.least` while the sheet has more pages than
    `leaf.pages`; nothing is left out for it. What does not go on one page even then takes two, in large letters.
    """
    register()
    size, data = leaf.size, b""
    while True:
        data = _built(leaf, tongue, size)
        if not leaf.pages or page_count(data) <= leaf.pages:
            return data
        if size <= leaf.least:
            # Small letters that do not help are of no use: then both sides of the sheet, and large ones.
            return _built(leaf, tongue, leaf.size) if leaf.pages == 1 else data
        size = max(leaf.least, size - STEP)


def _built(leaf: Leaf, tongue: Tongue, size: float) -> bytes:
    left, top, right, bottom = leaf.margins
    sheet = replace(SHEETS["carta"], left=left, top=top + BAND + 3, right=right, bottom=bottom)
    return pages.build(
        list(_flowables(leaf, tongue, Setter(tongue, size, sheet.text_width * MM))),
        sheet,
        pages.Decorations(_nothing, _around(leaf, tongue, top)),
        title=_shown(leaf.title, tongue),
        tongue="ht" if tongue == "ht" else "es",
        face="KonbitSans",
    )


def _flowables(leaf: Leaf, tongue: Tongue, setter: Setter) -> Iterator[Flowable]:
    yield from setter.title(leaf.title)
    held: list[Flowable] = []
    for piece in leaf.pieces:
        made = list(_closing(leaf, tongue, setter) if isinstance(piece, Closing) else setter.set(piece))
        if isinstance(piece, Head) or (held and isinstance(piece, Text) and piece.small):
            held += made
        elif held and made:  # a heading never stands alone at the foot of a page
            yield from _held(held, made)
            held = []
        else:
            yield from made
    yield from held
    if not any(isinstance(piece, Closing) for piece in leaf.pieces):
        yield from _closing(leaf, tongue, setter)


def _held(head: list[Flowable], made: list[Flowable]) -> Iterator[Flowable]:
    breaks = [one for one in head if isinstance(one, PageBreak)]
    kept = [one for one in head if not isinstance(one, PageBreak)]
    first = made[0]
    inner = first.inner if isinstance(first, Kept) else (first,)
    yield from breaks
    yield Kept([*kept, *inner])
    yield from made[1:]


def _closing(leaf: Leaf, tongue: Tongue, setter: Setter) -> Iterator[Flowable]:
    told: list[Flowable] = []
    if leaf.draft and tongue != "es":
        told += [Spacer(1, 6), *setter.note(DRAFT_HT)]
    if leaf.signed is not None:
        told += [Spacer(1, 5), *setter.to_sign(leaf.signed), Spacer(1, 3)]
    if told:
        yield Kept(told)


def _shown(text: Two, tongue: Tongue) -> str:
    if tongue == "es+ht" and text.es != text.ht:
        return f"{text.es} · {text.ht}"
    return text.ht if tongue == "ht" else text.es


def _around(leaf: Leaf, tongue: Tongue, top: float) -> pages.Decoration:
    kind = _shown(leaf.kind, tongue)
    foot = leaf.foot.ht if tongue == "ht" else leaf.foot.es
    label = _shown(leaf.code_label, "ht" if tongue == "ht" else "es")
    draft = DRAFT if leaf.draft and tongue != "es" else ""

    def over(canvas: Canvas, sheet: Sheet, number: int, count: int) -> None:
        left, right = sheet.left * MM, (sheet.width - sheet.right) * MM
        low = (sheet.height - top - BAND) * MM
        ink(canvas, GREY)
        canvas.rect(left, low, right - left, BAND * MM, stroke=0, fill=1)
        base = low + BAND / 2 * MM - 3.2
        day = f"{leaf.day:%d-%m-%Y}" if leaf.day else ""
        told = " · ".join(filter(None, (leaf.code and f"{label} {leaf.code}", day)))
        end = right - 6
        if told:
            write(canvas, end, base, told, BOLD, 9, INK, "r")
            end -= stringWidth(told, BOLD, 9) + 10
        if leaf.coded and not leaf.code:
            pen(canvas, LINE, 0.8)
            canvas.line(end - 34 * MM, base - 2, end, base - 2)
            write(canvas, end - 34 * MM - 4, base, f"{label}:", BOLD, 9, INK, "r")
            end -= 34 * MM + stringWidth(f"{label}:", BOLD, 9) + 12
        write(canvas, left + 6, base, _cut(kind, end - left - 6), BOLD, 9)
        low_base = (sheet.bottom - 8) * MM
        told_low = " · ".join(filter(None, (foot, draft)))
        numbers = f"{number} / {count}"
        room = right - left - stringWidth(numbers, FACE, 7.5) - 10
        size = min(7.5, 7.5 * room / max(stringWidth(told_low, FACE, 7.5), 1))
        write(canvas, left, low_base, told_low, FACE, size, PLUM if tongue == "ht" else INK)
        write(canvas, right, low_base, numbers, FACE, 7.5, INK, "r")

    return over


def _cut(text: str, room: float) -> str:
    """The words of the band, as many as there is room for; its first half is the Spanish."""
    if stringWidth(text, BOLD, 9) <= room:
        return text
    return text.partition(" · ")[0]


def _nothing(*_: object) -> None:
    return None

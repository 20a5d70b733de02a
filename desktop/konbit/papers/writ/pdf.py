"""A writ as PDF: the Spanish text as the court receives it, or the Creole copy to read."""

from __future__ import annotations

from konbit.papers.writ import letters, pages, setting
from konbit.papers.writ.blocks import Writ
from konbit.papers.writ.measures import SHEETS, Paper


def to_pdf(writ: Writ, *, draft: bool, paper: Paper = "oficio") -> bytes:
    """The writ on paper.

    Spanish: for filing; `draft` prints «BORRADOR» in the top margin and sets blanks between rules. Creole: always a
    copy to read, with its band, its words across and its foot on every page. All fonts are embedded; the file carries
    the writ's title, which has no names, and no date, author or path.
    """
    letters.register()
    sheet = SHEETS[paper]
    if writ.tongue == "es":
        manner, around = setting.filed(sheet.text_width, draft=draft), pages.filed(draft=draft)
    else:
        manner, around = setting.copied(sheet.text_width), pages.reading()
    pieces = setting.flowables(writ, manner)
    return pages.build(pieces, sheet, around, title=writ.title, tongue=writ.tongue, face=manner.face)

"""A draft tried on a case, with the pages of what came out. Run beside the window; nothing touches the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QImage

from konbit.case.case import Case
from konbit.work.demo import example_cases
from konbit.work.forms import FilledFile
from konbit.work.office import Office
from konbit.work.workshop.draft import Draft
from konbit.work.workshop.trying import most_telling, try_draft

PIXELS = 1400
"""Width of the picture of a page: sharp at 200 %."""
_MOST_TRIED = 12
"""Pages of a trial that are drawn."""


@dataclass(frozen=True)
class Tried:
    """What came out of a trial. code: of the case it was filled from."""

    filled: FilledFile | None = None
    code: str = ""
    pages: tuple[QImage, ...] = ()


def trial_of(office: Office, draft: Draft, case: Case | None, today: date) -> Tried:
    """The draft filled and its pages drawn, in a child process as all that is foreign."""
    from konbit.papers.pdf.jail import page_png_foreign

    if case is None:
        cases = example_cases(office)
        case = cases[most_telling(office, draft, cases)]
    filled = try_draft(office, draft, case, today)
    annex = sum(1 for one in filled.overflow if one.get("on_annex"))
    last = min(draft.sheet.pages + (1 if annex else 0), _MOST_TRIED)

    def drawn() -> Iterator[QImage]:
        for page in range(1, last + 1):
            across = draft.sheet.survey.pages[min(page, draft.sheet.pages) - 1].across
            png = page_png_foreign(filled.data, page, PIXELS / max(across, 1.0), file=draft.sheet.file)
            yield QImage.fromData(png)

    return Tried(filled, case.code, tuple(drawn()))

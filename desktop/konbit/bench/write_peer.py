"""A writ beside reportlab built afresh: the same blocks, no word measured before, no paragraph laid out before.

Each document is of another person: the boilerplate is the same and the facts are not, as in a batch.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from konbit.case.acts import Gave
from konbit.case.answers import Answer, person
from konbit.case.case import Case
from konbit.work.check import check
from konbit.work.demo import example_cases
from konbit.work.office import Office, open_office
from konbit.work.write import make_writ

if TYPE_CHECKING:
    from konbit.papers.writ.rendering import Templates

DAY = date(2026, 11, 24)
ROUNDS, DOCUMENTS = 7, 6
_NAMES = [
    "Jean",
    "Pierre",
    "Marie",
    "Wideline",
    "Rosa",
    "Luckner",
    "Ángela",
    "Esther",
    "Yolette",
    "Dieudonné",
    "Mirlande",
    "Ernst",
]


def bench_write() -> dict[str, Any]:
    """Milliseconds a document, template and layout, and how many times reportlab afresh."""
    from konbit.papers.writ.rendering import Templates

    office = open_office()
    templates = Templates(office.pack.folders.templates)
    writ, example = _longest(office, templates)
    cases = _people(example)

    def write(case: Case) -> int:
        return make_writ(office, writ, case, DAY, templates=templates).pages

    pages = write(cases[0])
    ours, afresh, ratios = [], [], []
    for _ in range(ROUNDS):
        ours.append(_each(write, cases))
        with _afresh():
            afresh.append(_each(write, cases))
        ratios.append(afresh[-1] / ours[-1])
    return {
        "writ": writ,
        "pages": pages,
        "konbit_ms": round(statistics.median(ours), 2),
        "reportlab_afresh_ms": round(statistics.median(afresh), 2),
        "konbit_times": round(statistics.median(ratios), 2),
    }


def _longest(office: Office, templates: Templates) -> tuple[str, Case]:
    """The writ of most pages among those that can be filed in the example cases, and its case."""
    found = [
        (make_writ(office, ident, case, DAY, templates=templates).pages, ident, case)
        for case in example_cases(office).values()
        for ident, verdict in check(office, case, DAY, explain=False).writs.items()
        if verdict.open_to_file and verdict.writ.has_template
    ]
    _, writ, case = max(found, key=lambda one: one[0])
    return writ, case


def _people(case: Case) -> list[Case]:
    place = person(case.applicant)
    return [
        case.do(Gave(place, "nombres", Answer(f"{_NAMES[n]} {_NAMES[-n - 1]}"))) for n in range(DOCUMENTS)
    ]


def _each(write: Any, cases: Sequence[Case]) -> float:
    begin = time.perf_counter()
    for case in cases:
        write(case)
    return (time.perf_counter() - begin) * 1000 / len(cases)


@contextmanager
def _afresh() -> Iterator[None]:
    """reportlab as it comes: its own paragraphs and widths, and its streams as it writes them by default."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph

    from konbit.papers.writ import setting

    measured: Any = type(pdfmetrics.getFont("KonbitSerif"))
    own, kept = measured.stringWidth, setting.paragraph
    try:
        measured.stringWidth = TTFont.stringWidth
        setting.paragraph = lambda text, style, number=None: Paragraph(text, style, bulletText=number)  # pyright: ignore[reportAttributeAccessIssue]
        rl_config.useA85 = 1
        yield
    finally:
        measured.stringWidth, setting.paragraph = own, kept
        rl_config.useA85 = 0

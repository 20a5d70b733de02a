"""A writ beside reportlab built afresh: the same blocks, no word measured before, no paragraph laid out before.

Each document is of another person: the boilerplate is the same and the facts are not, as in a batch.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from konbit.case.acts import Gave
from konbit.case.answers import Answer, person
from konbit.case.case import Case
from konbit.work.demo import example_cases
from konbit.work.office import Office, open_office
from konbit.work.write import make_writ

WRIT, EXAMPLE = "proteccion", "padre_27_meses"
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
    cases = _people(office)
    templates = Templates(office.pack.folders.templates)

    def write(case: Case) -> int:
        return make_writ(office, WRIT, case, DAY, templates=templates).pages

    pages = write(cases[0])
    ours, afresh, ratios = [], [], []
    for _ in range(ROUNDS):
        ours.append(_each(write, cases))
        with _afresh():
            afresh.append(_each(write, cases))
        ratios.append(afresh[-1] / ours[-1])
    return {
        "writ": WRIT,
        "pages": pages,
        "konbit_ms": round(statistics.median(ours), 2),
        "reportlab_afresh_ms": round(statistics.median(afresh), 2),
        "konbit_times": round(statistics.median(ratios), 2),
    }


def _people(office: Office) -> list[Case]:
    case = example_cases(office)[EXAMPLE]
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

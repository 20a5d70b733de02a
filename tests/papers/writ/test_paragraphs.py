"""What is kept of a paragraph changes nothing on the page: the same bytes with it, without it, and the second time."""

from __future__ import annotations

from datetime import date

import pytest
from reportlab.platypus import Paragraph

from konbit.papers.writ import paragraphs, pdf, setting
from konbit.papers.writ.blocks import Writ
from konbit.papers.writ.rendering import Templates
from konbit.work.demo import example_cases
from konbit.work.office import Office, open_office
from konbit.work.write import _chosen, render_writ

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def office() -> Office:
    return open_office()


@pytest.fixture(scope="module")
def writs(office: Office) -> list[Writ]:
    """The example cases' writs in both tongues: of several pages, with lists, quotations and signatures."""
    found: list[Writ] = []
    cases = example_cases(office)
    templates = Templates(office.pack.folders.templates)
    for name, writ in (("padre_27_meses", "proteccion"), ("expulsion_nueve_dias", "reclamacion_141")):
        chosen, verdict, situation = _chosen(office, writ, cases[name], DAY, "")
        for tongue in ("es", "ht"):
            found.append(render_writ(office, chosen, verdict, situation, DAY, tongue, templates))
    return found


def test_the_pages_are_those_of_reportlab_itself(writs: list[Writ], monkeypatch: pytest.MonkeyPatch) -> None:
    for writ in writs:
        paragraphs.forget()
        first = pdf.to_pdf(writ, draft=False)
        again = pdf.to_pdf(writ, draft=False)
        with monkeypatch.context() as patch:
            patch.setattr(
                setting,
                "paragraph",
                lambda text, style, number=None: Paragraph(text, style, bulletText=number),
            )
            plain = pdf.to_pdf(writ, draft=False)
        assert first == plain
        assert again == plain


def test_one_writ_after_another_is_not_changed_by_it(writs: list[Writ]) -> None:
    paragraphs.forget()
    alone = pdf.to_pdf(writs[0], draft=True)
    for writ in writs[1:]:
        pdf.to_pdf(writ, draft=True)
    assert pdf.to_pdf(writs[0], draft=True) == alone


def test_what_is_kept_has_an_end(monkeypatch: pytest.MonkeyPatch, writs: list[Writ]) -> None:
    monkeypatch.setattr(paragraphs, "_MOST", 5)
    paragraphs.forget()
    pdf.to_pdf(writs[0], draft=False)
    assert len(paragraphs._kept()._found) == 5
    paragraphs.forget()
    assert len(paragraphs._kept()._found) == 0

"""Writs as a lawyer can read them: a case, a writ, and what its paper must say.

Each `<escrito>/<nombre>.toml` holds a case in the contract's form and a table `[espera]`:
`el` (day), `causas`, `estado` ("final" or "borrador"), `por_completar` (labels, exactly; none when absent), `paginas` (least
number), `dice` and `calla` (sentences of the Spanish paper as it reads, spaces apart), `dice_ht` (of the Creole copy).
"""

from __future__ import annotations

import io
import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from konbit.case.known import known_values
from konbit.errors import BadArgument
from konbit.papers.writ.blocks import Writ, plain, runs_of, shape
from konbit.reasoning.situation import Situation
from konbit.reasoning.writ_verdicts import judge_writ
from konbit.work.cases import open_case
from konbit.work.office import Office, open_office
from konbit.work.write import make_writ, render_writ

HERE = Path(__file__).parent
SCENARIOS = sorted(HERE.glob("*/*.toml"))
NAMES = [f"{path.parent.name}/{path.stem}" for path in SCENARIOS]
WITH_TEMPLATE = sorted(
    path.parent.name
    for path in (HERE.parents[1] / "templates").glob("*/escrito.toml")
    if (path.parent / "es.md.j2").is_file()
)


@cache
def office() -> Office:
    return open_office()


@cache
def expected(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["espera"]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("casos")


def opened(path: Path, folder: Path):
    whole = path.read_text(encoding="utf-8")
    case, _, _ = whole.partition("[espera]")
    copy = folder / f"{path.parent.name}-{path.name}"
    copy.write_text(case, encoding="utf-8")
    return open_case(office(), copy, day(path))


def day(path: Path) -> date:
    return expected(path).get("el", date(2026, 11, 24))


def rendered(path: Path, folder: Path, tongue: str) -> Writ:
    ident = path.parent.name
    case = opened(path, folder)
    situation: Situation = office().engine.situation(known_values(case, office().pack.facts, ""), day(path))
    verdict = judge_writ(office().engine, ident, situation)
    return render_writ(office(), office().pack.writs[ident], verdict, situation, day(path), tongue)


def words(writ: Writ) -> str:
    return squeezed("\n".join(plain(runs) for block in writ.blocks for runs in runs_of(block)))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


@pytest.mark.parametrize("path", SCENARIOS, ids=NAMES)
def test_the_writ_says_what_the_case_calls_for(path: Path, cases: Path) -> None:
    asked = expected(path)
    made = make_writ(office(), path.parent.name, opened(path, cases), day(path))
    assert sorted(made.missing) == sorted(asked.get("por_completar", []))
    assert made.state == asked["estado"]
    assert made.pages >= asked.get("paginas", 1)
    spanish, creole = rendered(path, cases, "es"), rendered(path, cases, "ht")
    text = words(spanish)
    assert [sentence for sentence in asked["dice"] if squeezed(sentence) not in text] == []
    assert [sentence for sentence in asked.get("calla", ()) if squeezed(sentence) in text] == []
    assert [
        sentence for sentence in asked.get("dice_ht", ()) if squeezed(sentence) not in words(creole)
    ] == []
    assert ("POR COMPLETAR" in text) is bool(spanish.blanks)


@pytest.mark.parametrize("path", SCENARIOS, ids=NAMES)
def test_the_copy_to_understand_has_the_same_paragraphs(path: Path, cases: Path) -> None:
    assert shape(rendered(path, cases, "es")) == shape(rendered(path, cases, "ht"))


@pytest.mark.parametrize("path", SCENARIOS, ids=NAMES)
def test_pdf_and_word_carry_the_same_words(path: Path, cases: Path) -> None:
    case = opened(path, cases)
    paper = make_writ(office(), path.parent.name, case, day(path))
    word = make_writ(office(), path.parent.name, case, day(path), docx=True)
    text = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.data)).pages))
    said = words(rendered(path, cases, "es"))
    assert sum(one in text for one in said.split(" ")) >= 0.97 * len(said.split(" "))
    in_word = squeezed("\n".join(one.text for one in Document(io.BytesIO(word.data)).paragraphs))
    for sentence in expected(path)["dice"]:
        assert squeezed(sentence).casefold() in in_word.casefold()
    assert make_writ(office(), path.parent.name, case, day(path), "es+ht").pages >= 1


@pytest.mark.parametrize("ident", [one for one in WITH_TEMPLATE if one != "reclamacion_141"])
def test_every_writ_that_can_be_written_is_read_in_three_cases(ident: str) -> None:
    """Those of the reclamación stand in tests/papers/writ."""
    assert len([path for path in SCENARIOS if path.parent.name == ident]) >= 3


@pytest.mark.parametrize("ident", WITH_TEMPLATE)
def test_an_empty_case_gives_blanks_and_never_a_final_paper(ident: str, cases: Path) -> None:
    empty = cases / "vacio.toml"
    empty.write_text("[hechos]\n", encoding="utf-8")
    if office().pack.writs[ident].causes:
        with pytest.raises(BadArgument, match="falta saber qué lo causa"):
            make_writ(office(), ident, open_case(office(), empty, date(2026, 11, 24)), date(2026, 11, 24))
        return
    made = make_writ(office(), ident, open_case(office(), empty, date(2026, 11, 24)), date(2026, 11, 24))
    assert made.state == "borrador"
    assert made.missing

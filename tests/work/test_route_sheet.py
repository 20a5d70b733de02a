"""The sheet that explains a route: every criterion, warnings, dates and papers stand on it, and never a bare «no»."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from konbit.case.case import Case
from konbit.errors import BadArgument
from konbit.law.pack import Pack
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import TONGUES, Leaf, Tongue, texts_of
from konbit.reasoning.examining import Examination
from konbit.work.cases import read_case
from konbit.work.check import check
from konbit.work.office import Office, office_of
from konbit.work.route_sheet import SIGNS, make_route_sheet, route_leaf
from konbit.work.told_route import OPEN

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
SCENARIOS = sorted((ROOT / "tests" / "escenarios").glob("C*.toml"))
EXAMPLES = sorted((ROOT / "forms" / "ejemplos").glob("*.toml"))
STATES = {"Cumple", "No cumple", "No se sabe", "No hace falta", "Es su caso", "No es su caso"}


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


@pytest.fixture(scope="module")
def cases(office: Office) -> list[Case]:
    """Nothing known at all, the examples, the scenarios."""
    made = [read_case(office, {"codigo": "K-2B3", "hechos": {}}, "caso.json")]
    made += [read_case(office, tomllib.loads(one.read_text("utf-8")), one.name) for one in EXAMPLES]
    for one in SCENARIOS:
        data = tomllib.loads(one.read_text("utf-8"))
        made.append(read_case(office, data["caso"], one.name))
    return made


@pytest.fixture(scope="module")
def found_for(office: Office, cases: list[Case]) -> Callable[[Case], Examination]:
    """Each case is judged once for all routes."""
    found: dict[int, Examination] = {}

    def judged(case: Case) -> Examination:
        if id(case) not in found:
            found[id(case)] = check(office, case, TODAY)
        return found[id(case)]

    return judged


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def assert_whole(office: Office, found: Examination, ident: str, leaf: Leaf) -> None:
    """All that the verdict says stands on the sheet."""
    verdict = found.routes[ident]
    reasons = [one for one in leaf.pieces if isinstance(one, p.Reason)]
    assert sorted(one.id for one in reasons) == sorted(one.id for one in verdict.criteria), (
        "each criterion once"
    )
    for reason in reasons:
        criterion = next(one for one in verdict.criteria if one.id == reason.id)
        heard = criterion.unmet if reason.state.es == "No cumple" and criterion.unmet else criterion.text
        assert reason.text.es == heard  # of what is not met, never the condition itself
        assert reason.state.es in STATES
        if criterion.norms:
            assert reason.quotes
    told = [one.es for one in texts_of(leaf)]
    cited = " ".join(
        f"{one.article} {one.words}" for one in leaf.pieces if isinstance(one, p.Quoted)
    ) + " ".join(f"{quote.article} {quote.words}" for one in reasons for quote in one.quotes)
    for criterion in verdict.criteria:
        for norm in (office.pack.norms[name] for name in criterion.norms):
            assert norm.quote in cited, (ident, norm.id)
            assert (norm.article or norm.name) in cited
    for caution in verdict.cautions:
        assert caution.text in told
    for paper in verdict.papers:
        assert paper.text in told
    boxes = [one for one in leaf.pieces if isinstance(one, p.Boxed)]
    assert len(boxes) == 1 and boxes[0].sign == SIGNS[verdict.outcome]
    assert "El programa propone; usted decide." in told


@pytest.mark.parametrize("ident", sorted(p.parent.name for p in (ROOT / "forms").glob("*/reglas.toml")))
def test_every_route_in_every_state(
    office: Office, cases: list[Case], found_for: Callable[[Case], Examination], ident: str
) -> None:
    seen: set[str] = set()
    for case in cases:
        found = found_for(case)
        outcome = found.routes[ident].outcome
        if outcome in seen:
            continue
        seen.add(outcome)
        leaf = route_leaf(office, ident, case, TODAY, found=found)
        assert_whole(office, found, ident, leaf)
        assert_never_a_bare_no(leaf, outcome)
    assert seen


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("ident", ["rd", "rt_nna", "refugio", "proc_2018"])
def test_what_is_composed_is_also_drawn(
    office: Office, cases: list[Case], ident: str, tongue: Tongue
) -> None:
    for case in (cases[0], cases[1]):
        leaf = route_leaf(office, ident, case, TODAY)
        words = words_of(text_of(make_route_sheet(office, ident, case, TODAY, tongue)))
        for text in texts_of(leaf):
            for told in {"es": [text.es], "ht": [text.ht], "es+ht": [text.es, text.ht]}[tongue]:
                assert words_of(told) <= words, told


def assert_never_a_bare_no(leaf: Leaf, outcome: str) -> None:
    """What is shut says what to look at, with a way or a day, and whom to see."""
    heads = [one.text.es for one in leaf.pieces if isinstance(one, p.Head)]
    if outcome not in (*OPEN, "falta_informacion"):
        assert "Qué mirar ahora" in heads
        at = next(
            n
            for n, one in enumerate(leaf.pieces)
            if isinstance(one, p.Head) and one.text.es == "Qué mirar ahora"
        )
        assert isinstance(leaf.pieces[at + 1], p.Marked)
    assert "A quién ver o llamar" in heads
    assert any(isinstance(one, p.Contact) for one in leaf.pieces)
    if outcome == "falta_informacion":
        assert "Qué falta saber" in heads


@settings(max_examples=15)
@given(data=st.data())
def test_whatever_is_known_every_criterion_stands_on_the_sheet(
    office: Office, cases: list[Case], data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from([*EXAMPLES, *SCENARIOS]))
    raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    raw = raw.get("caso", raw)
    facts = raw.get("hechos", {})
    dropped = data.draw(st.sets(st.sampled_from(sorted(facts)))) if facts else set()
    raw["hechos"] = {name: value for name, value in facts.items() if name not in dropped}
    case = read_case(office, raw, path.name)
    found = check(office, case, TODAY)
    ident = data.draw(st.sampled_from(sorted(office.pack.routes)))
    leaf = route_leaf(office, ident, case, TODAY, found=found)
    assert_whole(office, found, ident, leaf)
    assert_never_a_bare_no(leaf, found.routes[ident].outcome)


def test_no_name_stands_on_the_sheet_or_in_its_data(office: Office) -> None:
    for path in EXAMPLES:
        case = read_case(office, tomllib.loads(path.read_text("utf-8")), path.name)
        raw = tomllib.loads(path.read_text("utf-8"))["hechos"]
        for ident in ("rd", "rt_nna"):
            data = make_route_sheet(office, ident, case, TODAY, "es+ht")
            text = text_of(data) + str(PdfReader(io.BytesIO(data)).metadata)
            for key in ("nombres", "apellido_paterno", "run", "doc_numero", "telefono", "calle"):
                if raw.get(key):
                    assert str(raw[key]) not in text, (path.name, key)


def test_dates_have_their_weekday_in_both_tongues(office: Office) -> None:
    case = read_case(
        office, tomllib.loads((ROOT / "forms/ejemplos/expulsion_nueve_dias.toml").read_text("utf-8")), "c"
    )
    leaf = route_leaf(office, "rt_reunificacion", case, TODAY)
    told = " ".join(one.es + " " + one.ht for one in texts_of(leaf))
    assert "martes 24 de noviembre de 2026" in told
    assert "madi 24 novanm 2026" in told


def test_an_unknown_route_is_told_with_the_near_miss(office: Office) -> None:
    case = read_case(office, {"hechos": {}}, "c.json")
    with pytest.raises(BadArgument) as told:
        route_leaf(office, "rt_reunificacio", case, TODAY)
    assert "rt_reunificacion" in str(told.value)


def test_the_reasons_that_stand_in_the_way_come_first(
    office: Office, cases: list[Case], found_for: Callable[[Case], Examination]
) -> None:
    for case in cases[:12]:
        found = found_for(case)
        leaf = route_leaf(office, "rt_reunificacion", case, TODAY, found=found)
        places = [
            {"No cumple": 0, "Es su caso": 0, "No se sabe": 1}.get(one.state.es, 2)
            for one in leaf.pieces
            if isinstance(one, p.Reason)
        ]
        assert places == sorted(places)

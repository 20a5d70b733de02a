"""Every client vignette beside this file, against everything the program says of it.

A vignette is TOML that a lawyer can read: `titulo`, `historia`, perhaps `trampa` (the mistake it guards against),
`dia`, `caso` (a case as the command line takes it), `espera` (paths into the answer of `check`) and `norma` (what the
answer must cite). Members of a list are addressed by their id. An expected value is a value, `{ contiene = […] }`
(at least these), `{ en = […] }` (one of these) or `{ ausente = true }`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from konbit.law.norms import is_part_of
from konbit.law.pack import Pack
from konbit.work.cases import read_case
from konbit.work.check import check, check_json
from konbit.work.linting import uncovered_criteria
from konbit.work.office import Office, office_of

HERE = Path(__file__).parent
SCENARIOS = sorted(path.stem for path in HERE.glob("*.toml"))
KEYS = {"titulo", "historia", "trampa", "dia", "caso", "espera", "norma"}
MISSING = object()
FIRST_ROUTES = ("rt_nna", "rt_reunificacion", "rd", "prorroga")
FIRST_WRITS = ("proteccion", "reclamacion_141")
PLANNED = {
    "rutas": {
        *("rt_mercosur", "rt_humanitaria", "refugio", "nacionalizacion", "art155_9", "ipe", "proc_2021"),
        *("empadronamiento_2023", "permiso_trabajo_tramite", "levantar_prohibicion", "revocar_expulsion"),
    },
    "escritos": {"reposicion", "amparo", "requerimiento_decision", "acceso_expediente", "accion_zamudio"},
    "plazos": set[str](),
}
"""Ids that the vignettes may address before the pack has them. Whether one waits is asked of the pack, never noted."""


def scenario(ident: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{ident}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def answer(office: Office, ident: str, **changes: Any) -> dict[str, Any]:
    told = scenario(ident)
    case = read_case(office, {**told["caso"], **changes}, f"{ident}.toml")
    return check_json(office, check(office, case, told["dia"]))


def at(data: Any, path: list[str]) -> Any:
    """The value at a dotted path; members of a list by id; MISSING when it is not there."""
    for number, step in enumerate(path):
        if isinstance(data, list):
            data = next((one for one in data if isinstance(one, Mapping) and one.get("id") == step), MISSING)
        elif isinstance(data, Mapping):
            data = data.get(step, MISSING)
        else:
            return MISSING
        if data is MISSING:
            return MISSING
        if number == len(path) - 1:
            return data
    return data


def meets(found: Any, wanted: Any) -> bool:
    if not isinstance(wanted, dict):
        return found is not MISSING and found == wanted
    if "ausente" in wanted:
        return (found is MISSING) == wanted["ausente"]
    if found is MISSING:
        return False
    if "contiene" in wanted:
        ids = {one["id"] if isinstance(one, dict) else one for one in found}
        return set(wanted["contiene"]) <= ids
    return found in wanted["en"]


def waits(pack: Pack, path: list[str]) -> bool:
    """Whether the path addresses something that the pack does not have yet."""
    there = {"rutas": pack.routes, "escritos": pack.writs, "plazos": pack.deadlines}
    if path[0] not in there or path[1] in there[path[0]]:
        return False
    assert path[1] in PLANNED[path[0]], f"{'.'.join(path)}: neither in the pack nor planned: a slip?"
    return True


def cited(data: Any) -> Iterator[str]:
    """Every norm that an answer cites."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key == "norma":
                yield from [value] if isinstance(value, str) else value
            else:
                yield from cited(value)
    elif isinstance(data, list):
        for value in data:
            yield from cited(value)


@pytest.mark.parametrize("ident", SCENARIOS)
def test_scenario(office: Office, ident: str, waiting: set[str]) -> None:
    told = scenario(ident)
    found = answer(office, ident)
    wrong: list[str] = []
    pending: set[str] = set()
    for dotted, wanted in told["espera"].items():
        path = dotted.split(".")
        if path[0] == "conflictos":
            for pair in wanted:
                if all(one in office.pack.writs for one in pair):
                    if not any(set(pair) <= set(one["ids"]) for one in found["conflictos"]):
                        wrong.append(f"conflictos: {pair} is not among {found['conflictos']}")
                else:
                    assert set(pair) - set(office.pack.writs) <= PLANNED["escritos"]
                    pending.add(f"{ident} {dotted}")
        elif waits(office.pack, path):
            pending.add(f"{ident} {dotted}")
        elif not meets(at(found, path), wanted):
            wrong.append(f"{dotted}: expected {wanted!r}, found {at(found, path)!r}")
    norms = set(cited(found))
    for wanted in told["norma"]:
        if not any(is_part_of(one, wanted) for one in norms):
            if pending:
                pending.add(f"{ident} norma {wanted}")
            else:
                wrong.append(f"norma: nothing cites {wanted}")
    waiting |= pending
    assert not wrong, "\n".join([told["titulo"], *wrong])


@pytest.mark.parametrize("ident", SCENARIOS)
def test_without_asking_about_bars_nothing_with_a_bar_is_open(office: Office, ident: str) -> None:
    told = scenario(ident)
    bars = {fact.id for fact in office.pack.facts.values() if fact.block == "impedimentos"}
    facts = {name: value for name, value in told["caso"].get("hechos", {}).items() if name not in bars}
    found = answer(office, ident, ninguno_de=[], hechos=facts)
    barred = [
        route
        for route in office.pack.routes.values()
        if any(need.startswith("sin_b") for need in route.needs)
    ]
    assert len(barred) >= 3
    for route in barred:
        assert found["rutas"][route.id]["resultado"] not in ("elegible", "elegible_con_riesgo"), route.id


@pytest.mark.parametrize("ident", SCENARIOS)
def test_a_vignette_is_readable(office: Office, ident: str) -> None:
    told = scenario(ident)
    assert set(told) <= KEYS
    assert isinstance(told["dia"], date)
    assert told["titulo"] and told["historia"] and told["espera"] and told["norma"]
    assert not told["titulo"].endswith(".")
    assert told["historia"].endswith(".")
    assert all(one in office.pack.norms for one in told["norma"]), "a norm that the pack does not know"


def test_every_worked_case_is_here() -> None:
    assert {f"C{number:02}" for number in range(1, 44)} <= set(SCENARIOS)
    titles = [scenario(ident)["titulo"] for ident in SCENARIOS]
    assert len(set(titles)) == len(titles)


def test_every_criterion_is_seen_met_not_met_and_unknown(office: Office) -> None:
    """Of the first routes and writs: a criterion never seen both ways is a criterion nobody tried."""
    seen: dict[tuple[str, str], set[bool | None]] = defaultdict(set)
    for ident in SCENARIOS:
        told = scenario(ident)
        case = read_case(office, told["caso"], ident)
        result = check(office, case, told["dia"], explain=False)
        for name in FIRST_ROUTES:
            for one in result.routes[name].criteria:
                seen[name, one.id].add(one.value)
        for name in FIRST_WRITS:
            for one in result.writs[name].criteria:
                seen[name, one.id].add(one.value)
    lacking = {f"{owner}.{one}": {True, False, None} - states for (owner, one), states in seen.items()}
    assert {name: states for name, states in lacking.items() if states} == {}


def test_every_risk_and_cause_of_the_first_routes_and_writs_is_seen(office: Office) -> None:
    risks: set[tuple[str, str]] = set()
    causes: set[tuple[str, str]] = set()
    for ident in SCENARIOS:
        told = scenario(ident)
        case = read_case(office, told["caso"], ident)
        result = check(office, case, told["dia"], explain=False)
        risks |= {(name, one.id) for name in FIRST_ROUTES for one in result.routes[name].cautions}
        risks |= {(name, one.id) for name in FIRST_WRITS for one in result.writs[name].cautions}
        causes |= {
            (name, one.cause.id)
            for name in FIRST_WRITS
            for one in result.writs[name].causes
            if one.cause and "improcedente" not in one.possible
        }
    wanted = {(name, risk) for name in FIRST_ROUTES for risk in office.pack.routes[name].risks}
    wanted |= {(name, risk) for name in FIRST_WRITS for risk in office.pack.writs[name].risks}
    assert wanted - risks == set()
    assert {(n, cause.id) for n in FIRST_WRITS for cause in office.pack.writs[n].causes} - causes == set()


def test_the_answer_does_not_depend_on_explaining(office: Office) -> None:
    for ident in SCENARIOS[::5]:
        told = scenario(ident)
        case = read_case(office, told["caso"], ident)
        whole, short = check(office, case, told["dia"]), check(office, case, told["dia"], explain=False)
        assert {name: one.possible for name, one in whole.routes.items()} == {
            name: one.possible for name, one in short.routes.items()
        }
        assert whole.terms == short.terms


def test_each_criterion_is_met_not_met_and_unknown_in_some_vignette(office: Office) -> None:
    """Both exceptions say that there is a resolution: a resolution of tomorrow is refused before any rule reads it."""
    unreachable = {"acceso_expediente.es_interesada", "aclaracion.hay_resolucion"}
    unseen = uncovered_criteria(office, sorted(HERE.glob("*.toml")))
    assert set(unseen) == unreachable
    assert set(unseen.values()) == {("no cumplido",)}

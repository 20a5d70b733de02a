"""What a verdict says besides its word: dates, reasons, what is missing, what to ask, over the pack of this repository."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from konbit.case.known import known_values
from konbit.case.reading import CaseReader
from konbit.law.expressions import Scope, parse
from konbit.law.facts import Kind
from konbit.law.pack import Pack
from konbit.law.routes import Way
from konbit.law.writs import Cause
from konbit.reasoning.asking import Target, next_screen, useful_facts
from konbit.reasoning.engine import Engine
from konbit.reasoning.examining import examine
from konbit.reasoning.verdicts import RouteVerdict, judge_route
from konbit.reasoning.writ_verdicts import judge_writ

TODAY = date(2026, 11, 23)
MOTHER = {
    "en_chile": True,
    "nacionalidad": "VEN",
    "fecha_nacimiento": "1994-03-03",
    "tipo_ingreso": "no_habilitado",
    "ingreso_condicionado_art29": False,
    "estado_migratorio": "irregular",
    "vinculo_tipo": "padre_madre",
    "vinculo_con": "chileno",
    "vinculo_acreditado": True,
    "cert_antecedentes_origen": "apostillado",
    "fecha_ingreso": "2022-03-01",
}


class Clinic:
    """Judges cases written as a volunteer writes them."""

    def __init__(self, engine: Engine, reader: CaseReader) -> None:
        self.engine, self.reader = engine, reader

    def given(self, facts: dict[str, Any], *, none_of: bool = True, **more: Any) -> dict[str, Any]:
        blocks = {"ninguno_de": ["impedimentos"]} if none_of else {}
        case = self.reader.read({"hechos": facts, **blocks, **more}, "x")
        return known_values(case, self.engine.pack.facts)

    def route(self, ident: str, facts: dict[str, Any], **more: Any) -> RouteVerdict:
        return judge_route(self.engine, ident, self.engine.situation(self.given(facts, **more), TODAY))


@pytest.fixture(scope="module")
def clinic(engine: Engine, reader: CaseReader) -> Clinic:
    return Clinic(engine, reader)


def test_the_bar_that_decides_is_the_reason(clinic: Clinic) -> None:
    verdict = clinic.route("rt_reunificacion", MOTHER)
    assert verdict.decisive == ("sin_b32_3",)
    assert (verdict.until, verdict.since, verdict.way) == (date(2027, 3, 1), None, None)
    assert verdict.missing == () and verdict.enough == ()


def test_two_bars_one_without_end_give_no_last_day(clinic: Clinic) -> None:
    verdict = clinic.route("rt_reunificacion", {**MOTHER, "documento_falso": True})
    assert verdict.outcome == "no_elegible" and verdict.until is None


@pytest.mark.parametrize(("entry", "other"), [("2022-03-01", "2023-05-05"), ("2023-05-05", "2022-03-01")])
def test_the_last_of_two_bars_counts(clinic: Clinic, entry: str, other: str) -> None:
    facts = {**MOTHER, "fecha_ingreso": entry, "otro_hecho_art32_3": True, "fecha_otro_hecho_art32_3": other}
    assert clinic.route("rt_reunificacion", facts).until == date(2028, 5, 5)


def test_a_bar_that_lapses_promises_nothing_when_no_way_is_open(engine: Engine, clinic: Clinic) -> None:
    route = engine.pack.routes["rt_reunificacion"]
    facts = {**MOTHER, "vinculo_acreditado": False}
    for ways, until in (
        ((Way("una", ("vinculo",)),), None),
        ((Way("una", ("antecedentes",)),), date(2027, 3, 1)),
    ):
        needs = tuple(one for one in route.needs if one not in ("vinculo", "antecedentes"))
        changed = replace(route, needs=needs, ways=ways)
        other = Engine(replace(engine.pack, routes={**engine.pack.routes, route.id: changed}))
        verdict = judge_route(other, route.id, other.situation(clinic.given(facts), TODAY))
        assert verdict.possible == ("no_elegible",)
        assert verdict.until == until


def test_a_partial_date_gives_a_span_and_the_safe_end(clinic: Clinic) -> None:
    verdict = clinic.route("rt_reunificacion", {**MOTHER, "fecha_ingreso": "2022"})
    assert verdict.outcome == "no_elegible"
    assert verdict.until == date(2027, 12, 31)
    milestone = next(one for one in verdict.milestones if one.id == "fin_b32_3")
    assert (milestone.day, milestone.latest) == (date(2027, 1, 1), date(2027, 12, 31))


def test_a_year_in_which_the_bar_may_or_may_not_have_lapsed(clinic: Clinic) -> None:
    verdict = clinic.route("rt_reunificacion", {**MOTHER, "fecha_ingreso": "2021"})
    assert verdict.outcome == "falta_informacion"
    assert verdict.missing == ("fecha_ingreso",)
    assert verdict.enough == (("fecha_ingreso",),)


@pytest.mark.parametrize("bar", ["orden_expulsion", "documento_falso", "prohibicion_onu", "orden_abandono"])
def test_a_bar_left_in_silence_is_no_eligibility(clinic: Clinic, bar: str) -> None:
    facts = {**MOTHER, "tipo_ingreso": "habilitado", "estado_migratorio": "permanencia_transitoria"}
    assert clinic.route("rt_reunificacion", facts).outcome == "elegible"
    for reason in ("no_preguntado", "no_sabe", "reserva", "espera_documento"):
        verdict = clinic.route("rt_reunificacion", {**facts, bar: {"motivo": reason}})
        assert verdict.outcome == "falta_informacion"
        assert verdict.missing == (bar,)
        assert verdict.enough == ((bar,),)


def test_only_risks_left_open_is_to_confirm(clinic: Clinic) -> None:
    facts = {**MOTHER, "tipo_ingreso": "habilitado", "estado_migratorio": "permanencia_transitoria"}
    verdict = clinic.route("rt_reunificacion", {**facts, "registro_interpol": {"motivo": "no_sabe"}})
    assert verdict.possible == ("elegible_con_riesgo", "elegible")
    assert (verdict.outcome, verdict.to_confirm) == ("elegible_con_riesgo", True)
    assert verdict.missing == ("registro_interpol",)


def test_given_against_derived_is_told(engine: Engine, clinic: Clinic) -> None:
    facts = {
        "permiso_inicio": "2024-11-20",
        "meses_rt": 30,
        "en_chile": True,
        "solicita_desde_exterior": True,
    }
    found = examine(engine, clinic.given(facts), TODAY, explain=False).contradictions
    assert {(one.fact, one.given, one.derived) for one in found} == {
        ("meses_rt", 30, 24),
        ("solicita_desde_exterior", True, False),
    }
    agrees = {
        "permiso_inicio": "2024-11-20",
        "meses_rt": 24,
        "en_chile": True,
        "solicita_desde_exterior": False,
    }
    assert examine(engine, clinic.given(agrees), TODAY, explain=False).contradictions == ()


@pytest.mark.parametrize(("said", "contradicts"), [(1.0, False), (1.4, False), (1.6, True), (0.4, True)])
def test_months_said_in_round_numbers_do_not_contradict(
    engine: Engine, clinic: Clinic, said: float, contradicts: bool
) -> None:
    journeys = [{"salida_desde": "2025-01-01", "salida_hasta": "2025-01-31"}]
    given = clinic.given({"ausencias_meses": said}, salida=journeys)
    found = examine(engine, given, TODAY, explain=False).contradictions
    assert [one.fact for one in found] == (["ausencias_meses"] if contradicts else [])


def test_a_writ_takes_its_best_cause(engine: Engine, clinic: Clinic) -> None:
    """A cause still to be found out is worth more than one that is too late, in whichever order they stand."""
    writ = engine.pack.writs["proteccion"]
    act = parse("acto_tipo == rechazo", Scope(engine.pack.facts))
    late = Cause("tarde", act, "t", (), needs=("en_plazo",))
    vague = Cause("vaga", act, "t", (), open_ended=True)
    facts = {"acto_tipo": "rechazo", "acto_conocido": "2026-09-01", "ultima_comunicacion": "2026-09-01"}
    given = clinic.given({**facts, "omision_persistente": False}, none_of=False)
    for causes, outcome in (
        ((late, vague), "falta_informacion"),
        ((vague, late), "falta_informacion"),
        ((late,), "extemporaneo"),
    ):
        changed = replace(writ, needs=(), causes=causes)
        other = Engine(replace(engine.pack, writs={**engine.pack.writs, "proteccion": changed}))
        assert judge_writ(other, "proteccion", other.situation(given, TODAY)).outcome == outcome


def test_the_day_in_the_case_stands_for_today(engine: Engine, clinic: Clinic) -> None:
    given = clinic.given(MOTHER, fecha_evaluacion="2027-03-02")
    result = examine(engine, given, TODAY)
    assert result.today == date(2027, 3, 2)
    assert result.routes["rt_reunificacion"].outcome == "elegible_con_riesgo"
    day_before = examine(engine, clinic.given(MOTHER, fecha_evaluacion="2027-03-01"), TODAY)
    assert day_before.routes["rt_reunificacion"].outcome == "no_elegible"


def test_warnings_come_red_first(clinic: Clinic) -> None:
    levels = [one.level.value for one in clinic.route("rt_reunificacion", MOTHER).cautions]
    assert levels == sorted(levels, key=lambda level: level != "rojo")
    assert "rojo" in levels


def test_every_verdict_cites_norms_that_exist(engine: Engine, clinic: Clinic) -> None:
    for verdict in examine(engine, clinic.given(MOTHER), TODAY).routes.values():
        for part in (*verdict.criteria, *verdict.cautions, *verdict.milestones):
            assert part.text
            assert all(norm in engine.pack.norms for norm in part.norms)


@pytest.mark.parametrize("amount", [36_501, 999_999_999])
def test_an_absurd_amount_counts_the_floor(engine: Engine, clinic: Clinic, amount: int) -> None:
    facts = {"orden_abandono": True, "fecha_notif_abandono": "2026-11-20", "abandono_dias": amount}
    floor = {**facts, "abandono_dias": {"motivo": "no_sabe"}}
    dues = []
    for one in (facts, floor):
        terms = examine(engine, clinic.given(one), TODAY, explain=False).terms
        dues.append(next(term.due for term in terms if term.deadline.id == "abandono_orden"))
    assert dues[0] == dues[1]


# ---------- asking ----------


def test_nothing_known_asks_danger_first(engine: Engine, pack: Pack) -> None:
    screen = next_screen(engine, engine.situation({}, TODAY), ())
    assert screen is not None
    useful = useful_facts(engine, engine.situation({}, TODAY))
    orders = {pack.blocks[pack.facts[name].block].order for name in useful if pack.facts[name].askable}
    assert pack.blocks[screen.block].order == min(orders)
    assert 0 < screen.left + len(screen.facts) <= len(useful)


def test_bars_come_on_one_screen_with_one_act(engine: Engine, pack: Pack, clinic: Clinic) -> None:
    facts = {name: value for name, value in MOTHER.items() if name != "ingreso_condicionado_art29"}
    given = clinic.given({**facts, "tipo_ingreso": "habilitado"}, none_of=False)
    screen = next_screen(engine, engine.situation(given, TODAY), given, [Target("ruta", "rt_reunificacion")])
    assert screen is not None
    assert (screen.block, screen.none_of) == ("impedimentos", True)
    assert len(screen.facts) > 10
    assert all(pack.facts[name].kind == Kind.BOOL for name in screen.facts)


def test_a_child_is_not_asked_about_bars(engine: Engine, pack: Pack, clinic: Clinic) -> None:
    given = clinic.given({"fecha_nacimiento": "2017-05-02"}, none_of=False)
    useful = useful_facts(engine, engine.situation(given, TODAY), [Target("ruta", "rt_nna")])
    assert set(useful) == {"en_chile", "nacionalidad", "nacido_en_chile", "padres_transeuntes"}
    assert not any(pack.facts[name].block == "impedimentos" for name in useful)


def test_who_was_not_born_in_chile_is_not_asked_of_parents_in_transit(engine: Engine, clinic: Clinic) -> None:
    given = clinic.given({"fecha_nacimiento": "2017-05-02", "nacido_en_chile": False}, none_of=False)
    assert set(useful_facts(engine, engine.situation(given, TODAY), [Target("ruta", "rt_nna")])) == {
        "en_chile",
        "nacionalidad",
    }


def test_a_decided_route_asks_nothing(engine: Engine, clinic: Clinic) -> None:
    situation = engine.situation(clinic.given(MOTHER), TODAY)
    assert next_screen(engine, situation, (), [Target("ruta", "rt_reunificacion")]) is None


def test_a_writ_that_can_be_filed_asks_what_its_text_prints(engine: Engine, clinic: Clinic) -> None:
    facts = {"orden_expulsion": True, "fecha_notif_expulsion": "2026-11-16"}
    situation = engine.situation(clinic.given(facts, none_of=False), TODAY)
    useful = useful_facts(engine, situation, [Target("escrito", "reclamacion_141")])
    asks = engine.pack.writs["reclamacion_141"].asks
    assert set(useful) <= set(asks)
    assert "domicilio_comuna" in useful and "orden_expulsion" not in useful


def test_a_writ_that_cannot_be_filed_asks_nothing(engine: Engine, clinic: Clinic) -> None:
    situation = engine.situation(clinic.given({"orden_expulsion": False}, none_of=False), TODAY)
    assert next_screen(engine, situation, (), [Target("escrito", "reclamacion_141")]) is None


def test_what_was_answered_with_not_knowing_is_not_asked_again(engine: Engine) -> None:
    asked: set[str] = set()
    while screen := next_screen(engine, engine.situation({}, TODAY), asked):
        assert not asked & set(screen.facts)
        asked |= set(screen.facts)
    assert "orden_expulsion" in asked

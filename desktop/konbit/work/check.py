"""Everything about a case on a day, as data for the command line and other programs (the contract of `check`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.case.values import write_value
from konbit.errors import BadArgument
from konbit.law.near import did_you_mean
from konbit.law.places import Court
from konbit.reasoning.examining import Examination, examine
from konbit.reasoning.terms import RunningTerm
from konbit.reasoning.verdicts import RouteVerdict
from konbit.reasoning.writ_verdicts import WritVerdict
from konbit.work.identify import Doubt
from konbit.work.office import Office

_STATES = {True: "cumple", False: "no_cumple", None: "desconocido"}


def check(office: Office, case: Case, today: date, *, person: str = "", explain: bool = True) -> Examination:
    """Judges a person of the case (the applicant by default). Raises BadArgument for a person who is not in it."""
    if person and person not in case.people:
        hint = did_you_mean(person, case.people)
        raise BadArgument(
            '--persona: no hay ninguna persona "{who}" en el caso.{hint}',
            key="persona",
            who=person,
            hint=hint,
        )
    given = known_values(case, office.pack.facts, person)
    return examine(office.engine, given, today, explain=explain)


def check_json(office: Office, found: Examination, doubts: Sequence[Doubt] = ()) -> dict[str, Any]:
    """An examination as the contract's JSON: ids and ISO dates, texts in Spanish."""
    data: dict[str, Any] = {
        "pack": {"version": office.pack.version, "verificado": office.pack.verified.isoformat()},
        "fecha": found.today.isoformat(),
        "rutas": {ident: route_json(verdict) for ident, verdict in found.routes.items()},
        "plazos": [term_json(term) for term in found.terms],
        "escritos": [writ_json(verdict) for verdict in found.writs.values()],
        "conflictos": [
            {"ids": list(one.ids), "motivo": one.text, "norma": list(one.norms)} for one in found.conflicts
        ],
        "contradicciones": [
            {"hecho": one.fact, "dado": write_value(one.given), "derivado": one.derived}
            for one in found.contradictions
        ],
    }
    if found.court:
        data["corte"] = court_json(found.court)
    if doubts:
        data["dudas"] = [{"hecho": one.fact, "texto": one.text} for one in doubts]
    return data


def court_json(court: Court) -> dict[str, Any]:
    """A court as the contract's JSON."""
    return {"nombre": court.name, "confianza": court.confidence, "norma": [court.norm]}


def route_json(verdict: RouteVerdict) -> dict[str, Any]:
    """One route."""
    data: dict[str, Any] = {"resultado": verdict.outcome, "posibles": list(verdict.possible)}
    if verdict.way:
        data["via"] = verdict.way
    if verdict.since:
        data["desde"] = verdict.since.isoformat()
    if verdict.until:
        data["hasta"] = verdict.until.isoformat()
    if verdict.to_confirm:
        data["por_confirmar"] = True
    if verdict.route.fee:
        data["arancel"] = verdict.route.fee
    data |= {
        "requisitos": [
            {"id": one.id, "estado": _STATES[one.value], "texto": one.text, "norma": list(one.norms)}
            | ({"lectura": one.unmet} if one.value is False and one.unmet else {})
            for one in verdict.criteria
        ],
        "razones": list(verdict.decisive),
        "faltan": list(verdict.missing),
        "bastaria": [list(one) for one in verdict.enough],
        "advertencias": [
            {"id": one.id, "nivel": one.level.value, "texto": one.text, "norma": list(one.norms)}
            for one in verdict.cautions
        ],
        "hitos": [
            {"id": one.id, "fecha": one.day.isoformat(), "texto": one.text, "norma": list(one.norms)}
            | ({"hasta": one.latest.isoformat()} if one.latest else {})
            for one in verdict.milestones
        ],
        "papeles": [{"id": one.id, "texto": one.text, "norma": list(one.norms)} for one in verdict.papers],
        "norma": list(verdict.route.norms),
    }
    return data


def term_json(term: RunningTerm) -> dict[str, Any]:
    """One deadline."""
    counted = counted_json(term.start, term.other_start, term.due, term.other_due, term.file_by, term.unit)
    return {"id": term.deadline.id, **counted, "estado": term.state, "norma": list(term.norms)}


def counted_json(
    start: date | datetime,
    other_start: date | datetime | None,
    due: date | datetime,
    other_due: date | datetime | None,
    file_by: date,
    unit: str,
) -> dict[str, Any]:
    """What the contract says of a counted term, in `check` and in `deadline`; readings that agree are left out."""
    days = {"inicio": start, "inicio_alternativo": other_start, "vence": due, "alternativo": other_due}
    data: dict[str, Any] = {name: iso(day) for name, day in days.items() if day}
    return {**data, "presentar_hasta": file_by.isoformat(), "unidad": unit}


def writ_json(verdict: WritVerdict) -> dict[str, Any]:
    """One writ."""
    data: dict[str, Any] = {
        "id": verdict.writ.id,
        "resultado": verdict.outcome,
        "motivo": "; ".join(verdict.reasons),
        "norma": list(verdict.norms),
    }
    if verdict.writ.effect and verdict.open_to_file:
        data["efecto"] = verdict.writ.effect
    if verdict.writ.deadlines:
        data["plazo"] = list(verdict.writ.deadlines)
    if verdict.causes:
        data["causas"] = [
            {"id": one.cause.id, "resultado": one.outcome, "motivo": "; ".join(one.reasons)}
            for one in verdict.causes
            if one.cause
        ]
    data["faltan"] = list(verdict.missing)
    data["advertencias"] = [
        {"id": one.id, "nivel": one.level.value, "texto": one.text, "norma": list(one.norms)}
        for one in verdict.cautions
    ]
    return data


def iso(when: date | datetime) -> str:
    """A day or a moment in ISO 8601."""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()

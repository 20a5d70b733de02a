"""One deadline counted from one day, and the court over a comuna: the questions that need no case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from konbit.errors import BadArgument
from konbit.law.deadlines import Deadline, Medium
from konbit.law.near import did_you_mean
from konbit.law.places import Court
from konbit.reasoning.counting import Reading, deadline_reading, event_for
from konbit.work.check import counted_json, iso
from konbit.work.office import Office


@dataclass(frozen=True, slots=True)
class CountRequest:
    """What `deadline` is asked: `amount` replaces the term's own amount (as an authority fixed it)."""

    deadline: str
    start: date | datetime
    medium: Medium | None = None
    comuna: str = ""
    amount: int | None = None


def count_deadline(office: Office, request: CountRequest) -> Reading:
    """The deadline in every reading, with each counted day. Raises BadArgument."""
    deadline = _deadline(office, request.deadline)
    code = find_comuna(office, request.comuna).code if request.comuna else None
    amount = request.amount
    if amount is not None and amount < 1:
        raise BadArgument("--dias: debe ser un número mayor que cero", key="dias")
    event = event_for(deadline, request.medium)
    return deadline_reading(
        deadline, event, request.start, office.engine.calendar, office.pack.units, amount=amount, comuna=code
    )


def _deadline(office: Office, ident: str) -> Deadline:
    found = office.pack.deadlines.get(ident)
    if not found:
        hint = did_you_mean(ident, office.pack.deadlines)
        raise BadArgument('No hay ningún plazo "{name}".{hint}', key="plazo", name=ident, hint=hint)
    return found


def find_comuna(office: Office, text: str) -> Any:
    """The comuna of that name. Raises BadArgument with the near miss."""
    found = office.pack.places.find_comuna(text)
    if not found:
        names = [one.name for one in office.pack.places.comunas.values()]
        raise BadArgument(
            'No se conoce la comuna "{name}".{hint}', key="comuna", name=text, hint=did_you_mean(text, names)
        )
    return found


def court_over(office: Office, comuna: str) -> Court:
    """The court of appeals over a comuna. Raises BadArgument."""
    found = office.pack.places.court_of(find_comuna(office, comuna))
    if not found:
        raise BadArgument('No hay corte anotada para "{name}"', key="comuna", name=comuna)
    return found


def reading_json(reading: Reading) -> dict[str, Any]:
    """A counted deadline as the contract's JSON."""
    data = counted_json(
        reading.inicio,
        reading.inicio_alternativo,
        reading.vence,
        reading.alternativo,
        reading.presentar_hasta,
        reading.unidad,
    )
    if reading.sin_feriado_regional:
        data["sin_feriado_regional"] = iso(reading.sin_feriado_regional)
    return data | {
        "cantidad": reading.cantidad,
        "calendario_verificado": reading.calendario_cubre,
        "dias": [
            {
                "fecha": day.date.isoformat(),
                "cuenta": day.number,
                "motivo": day.reason,
                "norma": list(day.norms),
            }
            | ({"feriado": day.holiday} if day.holiday else {})
            for day in reading.dias
        ],
        "norma": list(reading.norma),
    }

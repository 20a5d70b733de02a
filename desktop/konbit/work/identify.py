"""Identity papers: facts from a machine-readable zone, and gentle doubts about numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from konbit.errors import BadCase
from konbit.law.mrz import MrzError, read_mrz
from konbit.work.office import Office


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a fact worth a second look. text: Spanish, of the pack."""

    fact: str
    text: str


def facts_from_mrz(office: Office, text: str, today: date) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Raw answers by fact from a pasted or scanned zone, and the facts whose check digit does not fit.

    A country that the pack does not know is left out: nothing is guessed. Raises BadCase with one sentence.
    """
    documents = office.pack.documents
    try:
        zone = read_mrz(text, today)
    except MrzError as fault:
        raise BadCase("No se pudo leer el documento: {reason}", key="mrz", reason=str(fault)) from None
    found: dict[str, Any] = {
        "nombres": zone.names,
        "apellido": zone.surname,
        "nacimiento": zone.birth.isoformat(),
        "numero": zone.number,
        "nacionalidad": zone.nationality if zone.nationality in office.pack.places.countries else "",
        "emisor": zone.issuer if zone.issuer in office.pack.places.countries else "",
        "vence": zone.expires.isoformat() if zone.expires else "",
        "sexo": documents.sexes.get(zone.sex, ""),
        "tipo": documents.kinds.get(zone.kind, ""),
    }
    answers = {documents.mrz[name]: value for name, value in found.items() if value}
    return answers, tuple(documents.mrz[name] for name in zone.doubtful)


def document_doubts(office: Office, known: Mapping[str, Any]) -> tuple[Doubt, ...]:
    """Doubts about the number of the document at hand, where the pack knows its usual shape."""
    documents = office.pack.documents
    number, kind = known.get(documents.number), known.get(documents.kind)
    country = known.get(documents.country) or known.get(documents.mrz.get("nacionalidad", ""))
    if not number or not country:
        return ()
    shapes = [one for one in documents.shapes if one.country == country and kind in one.kinds]
    if not shapes or any(one.pattern.fullmatch(str(number).strip().upper()) for one in shapes):
        return ()
    return (Doubt(documents.number, shapes[0].text),)

"""Identity papers: facts from a machine-readable zone, and gentle doubts about numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from konbit.case.answers import Answer, Source, Value
from konbit.case.values import read_value, write_value
from konbit.errors import BadCase
from konbit.law.documents import Documents
from konbit.law.facts import Fact, Kind
from konbit.law.mrz import Mrz, MrzError, read_mrz
from konbit.law.near import folded
from konbit.work.interview import Interview
from konbit.work.office import Office


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a fact worth a second look. text: Spanish, of the pack."""

    fact: str
    text: str


@dataclass(frozen=True, slots=True)
class ZoneField:
    """One fact as a zone gives it.

    standing: the known answer that counts now. agrees: it says the same (accents and hyphens aside: a zone has none).
    doubtful: its check digit does not fit. cut: the name may go on after the end of the line. shared: the word of a
    surname that the zone does not tell apart. problem: why it cannot be an answer.
    """

    fact: str
    value: Value
    standing: Answer | None = None
    agrees: bool = False
    doubtful: bool = False
    cut: bool = False
    shared: bool = False
    problem: BadCase | None = None

    @property
    def proposed(self) -> bool:
        """Whether it is sound enough to be kept unless somebody objects: nothing that is answered is put aside."""
        replaces = self.standing is not None and self.standing.source == Source.DOCUMENT and not self.agrees
        return self.problem is None and not self.doubtful and not replaces


@dataclass(frozen=True, slots=True)
class ZoneReading:
    """What a zone says, field by field, in the pack's order. countries: codes of countries the pack does not know."""

    fields: tuple[ZoneField, ...]
    countries: tuple[str, ...] = ()


def facts_from_mrz(office: Office, text: str, today: date) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Raw answers by fact from a pasted or scanned zone, and the facts whose check digit does not fit.

    A country that the pack does not know is left out: nothing is guessed. Raises BadCase with one sentence.
    """
    documents, zone = office.pack.documents, _zone(text, today)
    found = _parts(office, zone)
    answers = {documents.mrz[name]: value for name, value in found.items() if value}
    return answers, tuple(documents.mrz[name] for name in zone.doubtful)


def read_zone(interview: Interview, text: str) -> ZoneReading:
    """A zone beside what the case holds. Nothing is kept yet. Raises BadCase when it cannot be read."""
    office, documents = interview.office, interview.office.pack.documents
    zone = _zone(text, interview.today)
    parts, facts = _parts(office, zone), office.pack.facts
    by_fact = {fact: part for part, fact in documents.mrz.items()}
    unclear = " " in parts["apellido"] or bool(parts["segundo_apellido"])
    fields = [
        _field(
            interview,
            facts[name],
            parts[by_fact[name]],
            doubtful=by_fact[name] in zone.doubtful,
            cut=zone.cut and by_fact[name] in ("nombres", "apellido", "segundo_apellido"),
            shared=unclear and by_fact[name] in ("apellido", "segundo_apellido"),
        )
        for name in facts
        if name in by_fact and parts[by_fact[name]]
    ]
    unknown = {zone.nationality, zone.issuer} - set(office.pack.places.countries) - {""}
    return ZoneReading(tuple(fields), tuple(sorted(unknown)))


def with_zone(
    interview: Interview, reading: ZoneReading, facts: Collection[str], when: datetime | None = None
) -> Interview:
    """With the chosen fields as answers seen in a document. What was said before stays beside them in the case.

    A name that agrees but for its accents is kept as it was written: the document bears it out. Raises BadCase when
    the chosen dates cannot all be.
    """
    made = interview
    for field in reading.fields:
        if field.fact in facts and field.problem is None:
            same = field.standing if field.agrees else None
            raw = write_value(same.value if same else field.value)
            made = made.answered(field.fact, raw, when, Source.DOCUMENT)
    return made


def document_doubts(office: Office, known: Mapping[str, Any]) -> tuple[Doubt, ...]:
    """Doubts about the numbers at hand, where the pack knows their usual shape. They stand in nobody's way."""
    documents = office.pack.documents
    found = [
        Doubt(fact, shape.text)
        for shape in documents.numbers
        for fact in shape.facts
        if known.get(fact) and not shape.pattern.fullmatch(_plain(known[fact]))
    ]
    return (*_doubt_of_document(documents, known), *found)


def _doubt_of_document(documents: Documents, known: Mapping[str, Any]) -> tuple[Doubt, ...]:
    number, kind = known.get(documents.number), known.get(documents.kind)
    country = known.get(documents.country) or known.get(documents.mrz.get("nacionalidad", ""))
    if not number or not country:
        return ()
    shapes = [one for one in documents.shapes if one.country == country and kind in one.kinds]
    if not shapes or any(one.pattern.fullmatch(_plain(number)) for one in shapes):
        return ()
    return (Doubt(documents.number, shapes[0].text),)


def _plain(number: Any) -> str:
    return str(number).strip().upper()


def _zone(text: str, today: date) -> Mrz:
    try:
        return read_mrz(text, today)
    except MrzError as fault:
        raise BadCase("No se pudo leer el documento: {reason}", key="mrz", reason=str(fault)) from None


def _parts(office: Office, zone: Mrz) -> dict[str, str]:
    """Raw answers by part of the zone; empty where it says nothing that the pack knows."""
    documents, countries = office.pack.documents, office.pack.places.countries
    surnames = zone.surname.split()
    # The zone does not tell two surnames from one of two words; people see the proposal and decide.
    two = zone.nationality in documents.two_surnames and len(surnames) == 2
    return {
        "nombres": zone.names,
        "apellido": surnames[0] if two else zone.surname,
        "segundo_apellido": surnames[1] if two else "",
        "nacimiento": zone.birth.isoformat(),
        "numero": zone.number,
        "nacionalidad": zone.nationality if zone.nationality in countries else "",
        "emisor": zone.issuer if zone.issuer in countries else "",
        "vence": zone.expires.isoformat() if zone.expires else "",
        "sexo": documents.sexes.get(zone.sex, ""),
        "tipo": documents.kinds.get(zone.kind, ""),
    }


def _field(
    interview: Interview, fact: Fact, raw: str, *, doubtful: bool, cut: bool, shared: bool
) -> ZoneField:
    standing = interview.answer_of(fact.id)
    standing = standing if standing is not None and standing.known else None
    value: Value = raw
    problem: BadCase | None = None
    try:
        value = read_value(fact, raw, interview.office.pack.places)
        interview.answered(fact.id, raw, None, Source.DOCUMENT)
    except BadCase as fault:
        problem = fault
    agrees = standing is not None and problem is None and _same(fact, standing.value, value)
    return ZoneField(fact.id, value, standing, agrees, doubtful, cut, shared, problem)


def _same(fact: Fact, one: Value, other: Value) -> bool:
    if fact.kind not in (Kind.TEXT, Kind.DOCUMENT):
        return one == other
    return _bare(one) == _bare(other)


def _bare(text: Value) -> str:
    return "".join(letter for letter in folded(str(text)) if letter.isalnum())

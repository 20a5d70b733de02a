"""After filing: what was filed when and where, how it ended, and how long it took. No display in it.

Route ids, outcomes and dates are kept per case so that delays can be counted later; `filing_rows` gives them without
anybody's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from konbit.case.acts import Decided, Filed
from konbit.case.case import Case, Filing
from konbit.errors import BadCase
from konbit.law.near import did_you_mean
from konbit.law.partial import PartialDate
from konbit.reasoning.months import months_between
from konbit.work.check import check
from konbit.work.office import Office

LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class Delay:
    """How long something filed took, or has been pending. A date known only to the month or year gives a span.

    days, months: the least, complete ones; most_days, most_months: the most. pending: no end is known.
    """

    filing: Filing
    pending: bool
    days: int
    most_days: int
    months: int
    most_months: int

    @property
    def exact(self) -> bool:
        """Whether both dates are known to the day."""
        return self.days == self.most_days


def record_filing(
    office: Office,
    case: Case,
    today: date,
    what: str,
    *,
    day: str,
    channel: str,
    number: str = "",
    person: str = "",
    ident: str = "",
    who: str = "",
    when: datetime | None = None,
) -> Case:
    """The case with something filed (`what`: `ruta:ID` or `escrito:ID`), or, with `ident`, with a filing put right.

    day: `2024`, `2024-08` or `2024-08-01`. The outcome that the program gives it now is noted with it, and stays when
    the filing is put right. Raises BadCase for what cannot be.
    """
    pack, person = office.pack, person or case.applicant
    known = [f"ruta:{one}" for one in pack.routes] + [f"escrito:{one}" for one in pack.writs]
    if what not in known:
        hint = did_you_mean(what, known)
        raise BadCase('{file}: {key}: no hay nada llamado "{name}".{hint}', key="que", name=what, hint=hint)
    if channel not in pack.filings.channels:
        hint = did_you_mean(channel, pack.filings.channels)
        raise BadCase(
            '{file}: {key}: "{name}" no es una forma de presentar.{hint}',
            key="canal",
            name=channel,
            hint=hint,
        )
    if len(number) > LONGEST_NUMBER:
        raise BadCase(
            "{file}: {key}: el texto tiene {length} letras y caben {longest}",
            key="numero",
            length=len(number),
            longest=LONGEST_NUMBER,
        )
    filed_on = _day(day, "presentado", today)
    before = case.filings.get(ident) if ident else None
    if ident and before is None:
        raise BadCase('{file}: {key}: no hay ninguna presentación "{name}"', key="id", name=ident)
    if before is not None and before.decided is not None and filed_on.earliest > before.decided.day.latest:
        raise BadCase("{file}: {key}: no puede ser después de la respuesta", key="presentado")
    outcome, version = (
        (before.filed.outcome, before.filed.pack)
        if before is not None
        else (_outcome(office, case, today, what, person), pack.version)
    )
    made = Filed(ident or _free(case), what, person, filed_on, channel, number.strip(), outcome, version)
    return case.do(made, who=who, when=when)


def record_result(
    office: Office,
    case: Case,
    today: date,
    ident: str,
    result: str,
    *,
    day: str,
    who: str = "",
    when: datetime | None = None,
) -> Case:
    """The case with the end of something filed. Raises BadCase for what cannot be."""
    filing = case.filings.get(ident)
    if filing is None:
        raise BadCase('{file}: {key}: no hay ninguna presentación "{name}"', key="id", name=ident)
    if result not in office.pack.filings.results:
        hint = did_you_mean(result, office.pack.filings.results)
        raise BadCase(
            '{file}: {key}: "{name}" no es un resultado.{hint}', key="resultado", name=result, hint=hint
        )
    decided_on = _day(day, "resuelto", today)
    if decided_on.latest < filing.filed.day.earliest:
        raise BadCase("{file}: {key}: no puede ser antes de la presentación", key="resuelto")
    return case.do(Decided(ident, result, decided_on), who=who, when=when)


def delays(case: Case, today: date) -> tuple[Delay, ...]:
    """How long each thing filed took or has been pending, in the order in which they were noted down."""
    return tuple(_delay(filing, today) for filing in case.filings.values())


def longest_pending(case: Case, today: date, person: str = "") -> Delay | None:
    """What a person has been waiting for longest; None when nothing is pending."""
    ident = person or case.applicant
    waiting = [one for one in delays(case, today) if one.pending and one.filing.filed.person == ident]
    return max(waiting, key=lambda one: one.days, default=None)


def next_facts(office: Office, case: Case, ident: str) -> tuple[str, ...]:
    """The dates that something filed makes worth noting, as the next deadline runs from them; the pack says which."""
    filing = case.filings[ident]
    words, what = office.pack.filings, filing.filed.what
    return words.next_facts(what, filing.decided.result if filing.decided else "")


def filing_rows(case: Case, today: date) -> list[dict[str, Any]]:
    """One row for each thing filed, ids and ISO dates, for counting: nobody's name, no rol and no folio in it."""
    return [_row(one) for one in delays(case, today)]


def median_days(rows: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """The median of the days from filing to decision by what was filed; only what ended, with both days known."""
    from statistics import median

    by_what: dict[str, list[int]] = {}
    for row in rows:
        if row["resultado"] and row["dias"] == row["dias_a_lo_mas"]:
            by_what.setdefault(str(row["que"]), []).append(int(row["dias"]))
    return {what: float(median(days)) for what, days in by_what.items()}


def _row(one: Delay) -> dict[str, Any]:
    filed, decided = one.filing.filed, one.filing.decided
    return {
        "que": filed.what,
        "resultado_previo": filed.outcome,
        "paquete": filed.pack,
        "canal": filed.channel,
        "presentado": filed.day.text,
        "resuelto": decided.day.text if decided else "",
        "resultado": decided.result if decided else "",
        "dias": one.days,
        "dias_a_lo_mas": one.most_days,
    }


def _delay(filing: Filing, today: date) -> Delay:
    start = filing.filed.day
    end = filing.decided.day if filing.decided else PartialDate.of(today)
    last, first = min(end.latest, today), max(end.earliest, start.earliest)
    soonest = min(start.latest, first)
    return Delay(
        filing,
        filing.decided is None,
        (first - soonest).days,
        max((last - start.earliest).days, 0),
        months_between(soonest, first),
        max(months_between(start.earliest, last), 0),
    )


def _day(text: str, key: str, today: date) -> PartialDate:
    try:
        found = PartialDate.parse(text)
    except ValueError:
        raise BadCase(
            "{file}: {key}: no es un día que exista: {value}", key=key, value=f'"{text[:40]}"'
        ) from None
    if found.earliest > today:
        raise BadCase("{file}: {key}: no puede ser un día que todavía no llega", key=key)
    return found


def _outcome(office: Office, case: Case, today: date, what: str, person: str) -> str:
    found = check(office, case, today, person=person, explain=False)
    kind, _, ident = what.partition(":")
    return found.routes[ident].outcome if kind == "ruta" else found.writs[ident].outcome


def _free(case: Case) -> str:
    """An id that was never used, not even by a filing that was undone."""
    used = {act.doing.id for act in case.history if isinstance(act.doing, Filed)}
    number = len(used) + 1
    while f"f{number}" in used:
        number += 1
    return f"f{number}"

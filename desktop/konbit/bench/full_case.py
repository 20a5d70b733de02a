"""A made-up case with every fact answered and six rows in every list: more than anybody will ever tell a clinic."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from konbit.case.case import Case, fold
from konbit.case.known import known_values
from konbit.errors import KonbitError
from konbit.law.facts import Fact, Kind
from konbit.work import case_rows
from konbit.work.demo import example_cases
from konbit.work.interview import Interview
from konbit.work.office import Office

ROWS = 6
_BARS = "impedimentos"
_OF_A_CASE = ("persona", "hogar", "causa")


def full_case(office: Office, now: datetime, code: str = "LLENO") -> Case:
    """The first example case, answered to the last question. What the rules of the case refuse stays unanswered."""
    case = next(iter(example_cases(office).values()))
    interview = Interview(office, fold(case.history, code), now.date())
    have = known_values(interview.case, office.pack.facts)
    for number, (name, fact) in enumerate(office.pack.facts.items()):
        if fact.kind is Kind.LIST:
            interview = _filled(interview, name, number, now)
        elif fact.owner in _OF_A_CASE and fact.askable and name not in have:
            value = fact.block != _BARS if fact.kind is Kind.BOOL else _value(office, fact, number)
            try:
                interview = interview.answered(name, value)
            except KonbitError:
                continue
    return interview.case


def _filled(interview: Interview, name: str, number: int, now: datetime) -> Interview:
    office = interview.office
    for at in range(ROWS):
        interview, row = case_rows.with_row(interview, name, now)
        for item in office.pack.items_of(name):
            fact = office.pack.facts[item]
            if not fact.askable:
                continue
            try:
                value = _value(office, fact, number + at)
                interview = case_rows.answered_in_row(interview, name, row, item, value, now)
            except KonbitError:
                continue
    return case_rows.with_no_more(interview, name, now)


def _value(office: Office, fact: Fact, number: int) -> Any:
    """A made-up value as a case file writes it."""
    choices = [choice for choice in fact.choices if choice != "desconocido"]
    match fact.kind:
        case Kind.BOOL:
            return number % 2 == 0
        case Kind.CHOICE:
            return choices[0] if choices else None
        case Kind.CHOICES:
            return choices[:3]
        case Kind.INTEGER:
            return number % 3 + 1
        case Kind.DECIMAL:
            return "12.5"
        case Kind.STORY:
            return "Relato inventado. " * 20
        case Kind.DATE:
            return "2018-05-14"
        case Kind.PARTIAL_DATE:
            return "2018-05"
        case Kind.MOMENT:
            return "2018-05-14T09:30"
        case Kind.RUN:
            return "11111111-1"
        case Kind.DOCUMENT:
            return "AB123456"
        case Kind.COUNTRY:
            return list(office.pack.places.countries)[number % 20]
        case Kind.COMUNA:
            return list(office.pack.places.comunas)[number % 20]
        case _:
            return "Texto inventado"

"""The file that goes up to a court's or an office's portal: a name that names nobody, and whether its weight fits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.law.facts import Kind
from konbit.law.writs import Writ
from konbit.work.office import Office

LONGEST_CODE = 40
_SHORTEST_NAME = 3
_KINDS_OF_NAMES = (Kind.TEXT, Kind.RUN)


@dataclass(frozen=True, slots=True)
class Upload:
    """name: ASCII, without spaces: the writ, the code of the case and the day. size, most: bytes; most is None where
    nobody has read a limit. channel: the way of filing it is meant for, "" where the paper goes to no portal.
    format_ok, fits: None where it is not known. confidence: how the limits were known (C, S, K, U), "" without a portal.
    """

    name: str
    size: int
    channel: str = ""
    most: int | None = None
    format_ok: bool | None = None
    confidence: str = ""

    @property
    def fits(self) -> bool | None:
        """Whether it is not over the limit; None where there is none known."""
        return None if self.most is None else self.size <= self.most

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        return {
            "nombre": self.name,
            "bytes": self.size,
            "canal": self.channel or None,
            "maximo_bytes": self.most,
            "cabe": self.fits,
            "formato_admitido": self.format_ok,
            "confianza": self.confidence or None,
        }


def upload_of(office: Office, writ: Writ, case: Case, today: date, size: int, ending: str) -> Upload:
    """What to call a written file of `size` bytes, and whether its portal takes it.

    ending: `.pdf` or `.docx`. Only of the Spanish text: a reading copy is not filed.
    """
    name = f"{_ascii(writ.id)}{_code(office, case)}-{today.isoformat()}{ending}"
    rule = office.pack.filings.file_rule(writ.id, court=writ.court)
    if rule is None:
        return Upload(name, size)
    taken = ending.removeprefix(".") in rule.formats if rule.formats else None
    return Upload(name, size, rule.channel, rule.most_bytes, taken, rule.confidence.value)


def _code(office: Office, case: Case) -> str:
    """The code of the case with a dash before it; nothing where it is empty or holds a name or a number of somebody."""
    code = _ascii(case.code)[:LONGEST_CODE].strip("-")
    plain = code.replace("-", "").casefold()
    return f"-{code}" if code and not any(part in plain for part in _private(office, case)) else ""


def _private(office: Office, case: Case) -> set[str]:
    """Words of the sensitive texts and the numbers of everybody in the case, as they would stand in a file name."""
    found: set[str] = set()
    for person in case.people or (case.applicant,):
        _gather(office, known_values(case, office.pack.facts, person), found)
    return {word for word in found if len(word) >= _SHORTEST_NAME}


def _gather(office: Office, values: Mapping[str, Any], found: set[str]) -> None:
    for name, value in values.items():
        fact = office.pack.facts.get(name)
        if fact is None:
            continue
        if fact.kind is Kind.LIST:
            for row in cast("tuple[Mapping[str, Any], ...]", value):
                _gather(office, row, found)
        elif fact.kind in _KINDS_OF_NAMES and (fact.sensitive or name in office.pack.name_facts):
            words = [str(value)] if fact.kind is Kind.RUN else str(value).split()
            found.update(_ascii(word).replace("-", "").casefold() for word in words)


def _ascii(text: str) -> str:
    """Letters without accents, digits and single dashes; nothing else."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")

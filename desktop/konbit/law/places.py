"""Comunas, the courts of appeals over them, and countries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from konbit.law.near import folded


@dataclass(frozen=True, slots=True)
class Comuna:
    """A comuna with its official code (CUT, five digits, text) and the court of appeals over it."""

    code: str
    name: str
    province: str
    region: str
    region_code: str
    court: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Court:
    """A court of appeals: name as people say it, address form as a writ's heading writes it."""

    id: str
    name: str
    title: str
    seat: str
    norm: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 alpha-3 code, with its demonyms for writs."""

    code: str
    name: str
    name_ht: str = ""
    masculine: str = ""
    feminine: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """All places of the pack, with a search that forgives case and accents. regions: names by code of two digits."""

    comunas: Mapping[str, Comuna]
    courts: Mapping[str, Court]
    countries: Mapping[str, Country]
    regions: Mapping[str, str]
    _by_fold: Mapping[str, str]

    @classmethod
    def of(
        cls, comunas: Mapping[str, Comuna], courts: Mapping[str, Court], countries: Mapping[str, Country]
    ) -> Places:
        """Places with their search index."""
        by_fold = {folded(comuna.name): code for code, comuna in comunas.items()}
        by_fold |= {"coihaique": by_fold["coyhaique"]} if "coyhaique" in by_fold else {}
        by_fold |= {"aisen": by_fold["aysen"]} if "aysen" in by_fold else {}
        regions = {comuna.region_code: comuna.region for comuna in comunas.values()}
        return cls(comunas, courts, countries, regions, by_fold)

    def find_comuna(self, text: str) -> Comuna | None:
        """The comuna of that name (case and accents ignored) or code."""
        if text in self.comunas:
            return self.comunas[text]
        code = self._by_fold.get(folded(text))
        return self.comunas[code] if code else None

    def region_code_of(self, comuna: str | None) -> str:
        """The code of the region of a comuna (its code or name); empty where either is not known."""
        found = self.find_comuna(comuna) if comuna else None
        return found.region_code if found else ""

    def find_country(self, text: str) -> Country | None:
        """The country of that code or name."""
        if text.upper() in self.countries:
            return self.countries[text.upper()]
        wanted = folded(text)
        return next((one for one in self.countries.values() if folded(one.name) == wanted), None)

    def court_of(self, comuna: Comuna) -> Court | None:
        """The court of appeals over a comuna."""
        return next((court for court in self.courts.values() if court.seat == comuna.court), None)

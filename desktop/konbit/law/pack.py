"""The pack: everything a lawyer or a translator edits, loaded, checked and immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from konbit.law.approvals import Approval
from konbit.law.cards import RightsCard
from konbit.law.deadlines import DayUnit, Deadline
from konbit.law.directory import Contact, Referral
from konbit.law.documents import Documents
from konbit.law.facts import Block, Fact
from konbit.law.filings import FilingWords
from konbit.law.forms import Form
from konbit.law.holidays import HolidayLaw
from konbit.law.load_rules import DatedNumber
from konbit.law.norms import Norm
from konbit.law.places import Places
from konbit.law.questions import Question
from konbit.law.reasons import Reason
from konbit.law.routes import Criterion, Milestone, Route, Rules, Warning
from konbit.law.writs import Writ


@dataclass(frozen=True, slots=True)
class PackFolders:
    """The three folders of a pack."""

    forms: Path
    templates: Path
    translations: Path


@dataclass(frozen=True, slots=True)
class Pack:
    """Law as data. Mappings keep the order of the files; nothing in it changes after loading.

    home_fact: the fact that holds the comuna where a person lives (local holidays, court). day_fact: the one that
    holds the day of evaluation. name_facts: those by which a person is called at the desk, in order. referrals: whom the free legal aid sheet sends people to.
    """

    version: str
    verified: date
    home_fact: str
    day_fact: str
    name_facts: tuple[str, ...]
    folders: PackFolders
    blocks: Mapping[str, Block]
    facts: Mapping[str, Fact]
    norms: Mapping[str, Norm]
    places: Places
    units: Mapping[str, DayUnit]
    holidays: HolidayLaw
    deadlines: Mapping[str, Deadline]
    values: Mapping[str, tuple[DatedNumber, ...]]
    shared: Rules
    routes: Mapping[str, Route]
    own_rules: Mapping[str, Rules]
    writs: Mapping[str, Writ]
    forms: Mapping[str, Form]
    reasons: Mapping[str, Reason]
    documents: Documents
    filings: FilingWords
    contacts: Mapping[str, Contact] = field(default_factory=dict[str, Contact])
    referrals: tuple[Referral, ...] = ()
    questions: tuple[Question, ...] = ()
    approvals: tuple[Approval, ...] = ()
    cards: Mapping[str, RightsCard] = field(default_factory=dict[str, RightsCard])

    def criterion(self, owner: str, ident: str) -> tuple[Criterion, ...]:
        """The versions of a criterion as the route or writ `owner` sees it: its own, else the shared one."""
        own = self.rules_of(owner).criteria
        return own[ident] if ident in own else self.shared.criteria[ident]

    def risk(self, owner: str, ident: str) -> tuple[Warning, ...]:
        """The versions of a risk, own or shared."""
        own = self.rules_of(owner).risks
        return own[ident] if ident in own else self.shared.risks[ident]

    def warning(self, owner: str, ident: str) -> tuple[Warning, ...]:
        """The versions of a warning, own or shared."""
        own = self.rules_of(owner).warnings
        return own[ident] if ident in own else self.shared.warnings[ident]

    def milestone(self, owner: str, ident: str) -> tuple[Milestone, ...]:
        """A milestone, own or shared, in its cases."""
        own = self.rules_of(owner).milestones
        return own[ident] if ident in own else self.shared.milestones[ident]

    def rules_of(self, owner: str) -> Rules:
        """The rules written for a route (`ruta:ID` or ID) or a writ (`escrito:ID`)."""
        kind, _, ident = owner.rpartition(":")
        return self.writs[ident].rules if kind == "escrito" else self.own_rules[ident]

    def items_of(self, list_id: str) -> tuple[str, ...]:
        """The facts that each item of a list carries."""
        return tuple(fact.id for fact in self.facts.values() if fact.owner == list_id)

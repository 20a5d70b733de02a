"""What the right side of the findings shows of one route or writ, as data."""

from __future__ import annotations

from dataclasses import dataclass

from konbit.law.directory import Contact
from konbit.window.parts.banner import Level
from konbit.window.parts.chip import State
from konbit.window.parts.criterion_row import Criterion
from konbit.window.parts.lettering import Say, nothing
from konbit.window.screens.practical import Told


@dataclass(frozen=True)
class Notice:
    """Something to heed, red before amber."""

    level: Level
    text: Say
    lead: Say = nothing
    norms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dated:
    """A date to know."""

    day: Say
    text: Say
    norms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Act:
    """What the primary button does: go to a screen; where it asks, for which target and first for which fact."""

    say: Say
    screen: str
    what: str | None = None
    aim: tuple[str, str] | None = None


@dataclass(frozen=True)
class View:
    """One finding. asks: facts that would settle it; may_still: others that may change it. criteria: the decisive
    ones first; `first` of them are shown at once. instead: where else to look, with the key of its card. outputs: the papers it
    ends in (`formulario:ID`, `escrito:ID`)."""

    key: str
    title: Say
    plain: Say
    state: State
    act: Act
    confirm: bool = False
    notices: tuple[Notice, ...] = ()
    instead: Say | None = None
    instead_key: str = ""
    asks: tuple[str, ...] = ()
    may_still: tuple[str, ...] = ()
    causes: tuple[tuple[State, Say], ...] = ()
    criteria: tuple[Criterion, ...] = ()
    first: int = 6
    dates: tuple[Dated, ...] = ()
    boxes: tuple[Told, ...] = ()
    papers: tuple[Say, ...] = ()
    effect: Say | None = None
    terms: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    outputs: tuple[str, ...] = ()

"""Writs: what can be filed, before whom, on which grounds, and what excludes what."""

from __future__ import annotations

from dataclasses import dataclass, field

from konbit.law.routes import Rules
from konbit.law.tree import Node


@dataclass(frozen=True, slots=True)
class Cause:
    """A ground of a writ. open_ended: the cause itself is still to be found out (`falta_informacion`).

    asks: the facts that its own text uses, besides those of the writ.
    """

    id: str
    test: Node
    text: str
    norms: tuple[str, ...]
    needs: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    template: bool = True
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Another writ that cannot go together with this one: when `test` holds or, without one, when both can be filed."""

    writ: str
    test: Node | None
    text: str
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Writ:
    """A writ of the pack. court: a Court of Appeals decides; otherwise `authority` does.

    lawyer: never final without a named one. asks: the facts its text uses, in the order to ask them.
    optional: those of `asks` without which it can still be final. sheets: codes under which people know it as a form.
    """

    id: str
    name: str
    plain: str
    court: bool
    authority: str
    deadlines: tuple[str, ...]
    lawyer: bool
    asks: tuple[str, ...]
    optional: tuple[str, ...]
    needs: tuple[str, ...]
    risks: tuple[str, ...]
    warnings: tuple[str, ...]
    causes: tuple[Cause, ...]
    excludes: tuple[Exclusion, ...]
    annexes: tuple[str, ...]
    norms: tuple[str, ...]
    effect: str = ""
    defaults: dict[str, int | str] = field(default_factory=dict[str, "int | str"])
    rules: Rules = field(default_factory=Rules)
    has_template: bool = True
    sheets: tuple[str, ...] = ()

    def all_asks(self) -> tuple[str, ...]:
        """What its text may use, whatever the cause."""
        return tuple(dict.fromkeys((*(fact for cause in self.causes for fact in cause.asks), *self.asks)))

"""Texts in Spanish and in Creole at once, for sheets that hold both; it notes whether all that Creole was reviewed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from konbit.law.norms import Norm
from konbit.law.pack import Pack
from konbit.law.partial import PartialDate
from konbit.law.texts import pack_texts
from konbit.papers.sheet.pieces import Two
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.dates import partial_date_text, weekday_date
from konbit.work.office import Office, tongue_of


@dataclass(slots=True)
class _Heard:
    draft: bool = False


@dataclass(frozen=True)
class TwoTongues:
    """Both tongues of one sheet: `say("hoja.x", "Texto {name}", name=two)`. A field may be a `Two` itself."""

    pack: Pack
    creole: Catalogue
    _heard: _Heard = field(default_factory=_Heard)

    @property
    def draft(self) -> bool:
        """Whether some Creole said so far was not approved by a native speaker (or is lacking)."""
        return self._heard.draft

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {one.text: one.id for one in pack_texts(self.pack)}

    def say(self, context: str, spanish: str, /, **fields: object) -> Two:
        """A text of the program."""
        es = {name: one.es if isinstance(one, Two) else one for name, one in fields.items()}
        ht = {name: one.ht if isinstance(one, Two) else one for name, one in fields.items()}
        return Two(Catalogue("es").text(spanish, context, **es), self._creole(spanish, context, ht))

    def of_pack(self, spanish: str) -> Two:
        """A text of the pack, by its Spanish."""
        return Two(spanish, self._creole(spanish, self._ids.get(spanish, ""), {})) if spanish else Two("", "")

    def words(self, told: Callable[[_Voice], str]) -> Two:
        """What a function of `konbit.work.wording` says, in both."""
        return Two(told(_Spanish()), told(_Creole(self)))

    def day(self, when: date | datetime | PartialDate) -> Two:
        """A date with its weekday, and its hour if it has one; a partial date as far as it is known."""
        if isinstance(when, PartialDate):
            parts = [int(one) for one in when.text.split("-")]
            if len(parts) < 3:
                year, month = parts[0], parts[1] if len(parts) > 1 else None
                return Two(*(partial_date_text(year, month, None, one) for one in ("es", "ht")))
            return self.day(date(*parts))
        if isinstance(when, datetime):
            hour = f"{when:%H:%M}"
            told = self.day(when.date())
            return Two(f"{told.es}, {hour}", f"{told.ht}, {hour}")
        return Two(weekday_date(when, "es"), weekday_date(when, "ht"))

    def article(self, norm: Norm) -> str:
        """A norm as people cite it: «Ley 21.325, art. 41». The name of a law is never translated."""
        where = " ".join(part for part in (norm.article, norm.part) if part)
        return f"{norm.name}, art. {where}" if where else norm.name

    def articles(self, norms: Sequence[Norm]) -> str:
        """Several norms on one line, the law named once: «Ley 21.325, art. 88 N°3 · art. 89»."""
        told: dict[str, str] = {}
        last = ""
        for norm in norms:
            text = self.article(norm)
            if text not in told:
                told[text] = text.removeprefix(f"{norm.name}, ") if norm.name == last else text
                last = norm.name
        return " · ".join(told.values())

    def _creole(self, spanish: str, context: str, fields: Mapping[str, object]) -> str:
        if self.creole.status(spanish, context) != "native":
            self._heard.draft = True
        if context and self.creole.has(spanish, context):
            return self.creole.text(spanish, context, **fields)
        return self.creole.anywhere(spanish, **fields)


class _Voice:
    """What `konbit.work.wording` speaks with."""

    def __call__(self, context: str, spanish: str, /, **fields: object) -> str:
        raise NotImplementedError


class _Spanish(_Voice):
    def __call__(self, context: str, spanish: str, /, **fields: object) -> str:
        return Catalogue("es").text(spanish, context, **fields)


class _Creole(_Voice):
    def __init__(self, both: TwoTongues) -> None:
        self._both = both

    def __call__(self, context: str, spanish: str, /, **fields: object) -> str:
        return self._both.say(context, spanish, **fields).ht


def two_tongues(office: Office) -> TwoTongues:
    """Both tongues of the pack."""
    return TwoTongues(office.pack, tongue_of(office, "ht"))

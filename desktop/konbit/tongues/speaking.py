"""One tongue to speak in: texts of the program, texts of the pack, faults and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from konbit.errors import KonbitError
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.dates import date_text
from konbit.tongues.faults import fault_sentence


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of one tongue: `say("cli.done", "Listo")`."""

    catalogue: Catalogue

    @property
    def tongue(self) -> str:
        """es, ht or en."""
        return self.catalogue.tongue

    def __call__(self, context: str, spanish: str, **fields: object) -> str:
        return self.catalogue.text(spanish, context, **fields)

    def of_pack(self, spanish: str) -> str:
        """A text of the pack, by its Spanish."""
        return self.catalogue.anywhere(spanish)

    def fault(self, error: KonbitError) -> str:
        """The one sentence of a fault."""
        return fault_sentence(error, self.catalogue)

    def day(self, when: date | datetime) -> str:
        """A date, and its hour if it has one."""
        if isinstance(when, datetime):
            return f"{date_text(when.date(), self.tongue)}, {when:%H:%M}"
        return date_text(when, self.tongue)

"""Faults that a person can understand: one class each.

Every message is Spanish source text with named fields, so that a door (window or command line) can translate
the template and fill it afterwards. `str(error)` is the Spanish sentence, ready to print.
"""

from __future__ import annotations

from dataclasses import dataclass


class KonbitError(Exception):
    """A fault to tell in one sentence.

    template: Spanish sentence with `{named}` fields. file, key: where it is, if it is somewhere.
    """

    def __init__(self, template: str, *, file: str = "", key: str = "", **fields: object) -> None:
        self.template = template
        self.file = file
        self.key = key
        self.fields = {"file": file, "key": key, **fields}
        super().__init__(template.format_map(self.fields))


class BadCase(KonbitError):
    """A case file that cannot be read, or an answer that cannot be true (unknown fact, impossible date…)."""


class BadArgument(KonbitError):
    """A word of the command line that does not fit: unknown deadline, comuna, form or writ."""


class BadDays(KonbitError):
    """The clinic's file of its own holidays cannot be read, or a day in it cannot be."""


class BadContacts(KonbitError):
    """The clinic's file of its own contacts cannot be read, or a contact in it cannot be."""


class BadReview(KonbitError):
    """A spreadsheet with a native speaker's review that cannot be taken back; then nothing of it is."""


class BadForm(KonbitError):
    """A PDF that cannot be read, or values that its fields do not take."""


class BadTemplate(KonbitError):
    """A writ's template that cannot be rendered."""


class BadBatch(KonbitError):
    """A plan, a sheet of rows or a folder that a batch cannot work with."""


class BadBundle(KonbitError):
    """A bundle of annexes that cannot be put together: its file, or what it weighs."""


class CannotWrite(KonbitError):
    """An output that could not be put in its place; nothing half-written stays behind."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a pack: file relative to the pack, 1-based line (0 = whole file), dotted key."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class BadPack(KonbitError):
    """A pack with problems, all of them at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        first = problems[0]
        super().__init__(
            "El paquete legal tiene {count} problema(s). El primero: {first}",
            file=first.file,
            key=first.key,
            count=len(problems),
            first=str(first),
        )

"""A draft filled from a case, and what the proof says of it. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.work.forms import FilledFile, make_with_map
from konbit.work.office import Office
from konbit.work.workshop.draft import Draft
from konbit.work.workshop.sheet import compiled_sheet

if TYPE_CHECKING:
    from konbit.papers.pdf.compiled import CompiledForm

_TRIED = "prueba"


def try_draft(
    office: Office, draft: Draft, case: Case, today: date, *, compiled: CompiledForm | None = None
) -> FilledFile:
    """The draft filled from a case, with the sentences of the proof.

    compiled: the sheet's PDF as `compiled_sheet` gives it, for the same drawn boxes. Raises BadForm.
    """
    form = draft.form(office.pack, _TRIED, draft.sheet.file, edition=_TRIED, source=_TRIED)
    ready = compiled or compiled_sheet(draft.sheet, draft.drawn)
    return make_with_map(office, form, case, today, compiled=ready)


def most_telling(office: Office, draft: Draft, cases: Mapping[str, Case]) -> str:
    """The name of the case that knows most of what the draft prints; the first of equals. "" without cases."""
    facts = set(draft.facts)
    return max(
        cases, key=lambda name: len(facts & known_values(cases[name], office.pack.facts).keys()), default=""
    )

"""A foreign PDF on the bench: what it asks for, place by place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from konbit.errors import BadForm
from konbit.law.forms import DRAWN_STATE, DRAWN_TICK, DrawnBox, Form
from konbit.work.forms import read_pdf

if TYPE_CHECKING:
    from konbit.papers.pdf.compiled import CompiledForm
    from konbit.papers.pdf.survey import Place, Survey, SurveyedField


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that a person comes to with the Tab key. kind: text, choice or tick. state: of a tick, what it sets.

    words: what the form prints for it. longest: letters that it takes, 0 without a limit. drawn: by a person.
    """

    field: str
    kind: str
    page: int
    rect: tuple[float, float, float, float]
    words: str = ""
    state: str = ""
    longest: int = 0
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """An opened PDF. file: its name. places: of its fields, as they are read, found once: what is printed near each of
    400 takes a third of a second. flat: it has no fields, so that boxes are drawn on it."""

    file: str
    data: bytes
    survey: Survey
    places: tuple[Spot, ...] = ()

    @property
    def flat(self) -> bool:
        return not self.survey.fields

    @property
    def pages(self) -> int:
        return len(self.survey.pages)

    def spots(self, drawn: Iterable[DrawnBox] = ()) -> tuple[Spot, ...]:
        """Every place, as it is read: by page, from the top."""
        return tuple(self._of_box(box) for box in drawn) if self.flat else self.places

    def with_places(self) -> Sheet:
        """The sheet with the places of its fields worked out."""
        found = tuple(spot for field in self.survey.fields for spot in self._of_field(field))
        return replace(self, places=found)

    def _of_field(self, field: SurveyedField) -> Iterable[Spot]:
        tick = field.kind in ("checkbox", "radio")
        told: set[str] = set()
        for place in field.places:
            words = self._words(place, tick=tick)
            if not tick:
                yield Spot(
                    field.name, field.kind, place.page, place.rect, words or field.tip,
                    longest=field.max_length or 0, choices=field.choices, labels=field.labels,
                )  # fmt: skip
                return  # the same value stands in all its places
            for state in place.states:
                if state not in told:
                    told.add(state)
                    yield Spot(field.name, "tick", place.page, place.rect, words or field.tip, state)

    def _of_box(self, box: DrawnBox) -> Spot:
        from konbit.papers.pdf.survey import Place

        tick = box.kind == DRAWN_TICK
        words = self._words(Place(box.page, box.rect), tick=tick)
        state = DRAWN_STATE if tick else ""
        return Spot(box.name, "tick" if tick else "text", box.page, box.rect, words, state, drawn=True)

    def _words(self, place: Place, *, tick: bool) -> str:
        from konbit.papers.pdf.survey import words_near

        return words_near(self.survey.words, self.survey.pages, place, box=tick)


def open_sheet(path: Path) -> Sheet:
    """A PDF that somebody was given, read in a child process. Raises BadForm in one sentence."""
    return sheet_of(read_pdf(path), path.name)


def sheet_of(data: bytes, file: str) -> Sheet:
    """The same of bytes. Raises BadForm."""
    from konbit.papers.pdf.jail import survey_foreign

    return Sheet(file, data, survey_foreign(data, file=file)).with_places()


def page_picture(sheet: Sheet, page: int, width: int) -> bytes:
    """A page (from 1) as PNG, about `width` pixels wide, drawn in a child process. Raises BadForm."""
    from konbit.papers.pdf.jail import page_png_foreign

    across = sheet.survey.pages[page - 1].across
    return page_png_foreign(sheet.data, page, width / max(across, 1.0), file=sheet.file)


def compiled_sheet(sheet: Sheet, drawn: Iterable[DrawnBox] = ()) -> CompiledForm:
    """The PDF ready to be filled, compiled in a child process first. Raises BadForm."""
    from konbit.papers.pdf.jail import compile_foreign

    boxes = tuple(drawn)
    if sheet.flat and not boxes:
        raise BadForm("En {file} todavía no hay ninguna caja dibujada.", file=sheet.file)
    return compile_foreign(sheet.data, file=sheet.file, drawn=boxes if sheet.flat else ())


def difference(form: Form, sheet: Sheet) -> BadForm | None:
    """What tells the PDF from the edition of a form, as the fault that its filling would give; None for the same."""
    from konbit.papers.filling import edition_fault

    fillable = {one.name for one in sheet.survey.fields}
    return edition_fault(form, sheet.survey.fingerprint, fillable, sheet.survey.unseen)


def known_as(sheet: Sheet, forms: Iterable[Form]) -> tuple[Form | None, bool]:
    """The form of the desk that this PDF is, and whether it is the very edition; None where it is like none.

    Another edition is one that shares most of its fields with the form.
    """
    names = {one.name for one in sheet.survey.fields}
    best: tuple[float, Form] | None = None
    for form in forms:
        if form.fingerprint == sheet.survey.fingerprint:
            return form, True
        theirs = form.fields | set(form.unused)
        shared = len(names & theirs) / max(len(names | theirs), 1)
        if shared >= 0.5 and not form.drawn and (best is None or shared > best[0]):
            best = (shared, form)
    return (best[1] if best else None), False

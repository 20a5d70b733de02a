"""The clinic's deadlines of a day on one sheet: over, today, this week, by the code of each case and never by a name.

A case that cannot be read is told too: a sheet that leaves a deadline out in silence is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadArgument, BadCase, KonbitError
from konbit.law.partial import PartialDate
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Leaf, Piece, Shape, Tongue, Two
from konbit.reasoning.calendar import Calendar
from konbit.reasoning.examining import Examination, examine
from konbit.reasoning.terms import RunningTerm
from konbit.work.cases import open_case
from konbit.work.check import iso
from konbit.work.deadline_sheet import key_words, late_terms, open_terms
from konbit.work.month_grids import grids_of
from konbit.work.office import Office
from konbit.work.sheet_files import SheetFile, draw_sheet, must_be_pdf, write_sheet
from konbit.work.sheet_words import foot_words, is_code
from konbit.work.term_words import as_day, file_lines, last_day, outer_day, sign_of, term_lines
from konbit.work.two_tongues import TwoTongues, two_tongues

WEEK, LATE = 7, 30
"""Days ahead that are this week's; days back to which a deadline that is over is still listed one by one."""
_SUFFIXES = (".json", ".toml")


@dataclass(frozen=True, slots=True)
class DayCase:
    """One case on the sheet. code: its own, or «?1» for one that has none; `case` is None where it cannot be read.

    found: the examination of each person of the case, the applicant first.
    """

    code: str
    case: Case | None
    found: tuple[Examination, ...] = ()


@dataclass(frozen=True, slots=True)
class DueLine:
    """One deadline of one case. group: vencido, otra_lectura, hoy, semana, despues. filed: the day on which what
    belongs to it was filed, as far as noted."""

    code: str
    term: RunningTerm
    found: Examination
    group: str
    filed: str = ""

    def as_json(self) -> dict[str, Any]:
        """Ids and ISO dates, nobody's name."""
        term = self.term
        data: dict[str, Any] = {
            "codigo": self.code,
            "plazo": term.deadline.id,
            "grupo": self.group,
            "vence": iso(term.due),
            "presentar_hasta": term.file_by.isoformat(),
        }
        if term.other_due:
            data["alternativo"] = iso(term.other_due)
        if self.filed:
            data["presentado"] = self.filed
        return data


def case_files(places: Sequence[Path]) -> tuple[Path, ...]:
    """The case files of files and folders, in order. Raises BadArgument: a place that is not there, or no case at all."""
    found: dict[Path, None] = {}
    for place in places:
        if place.is_dir():
            found.update(
                dict.fromkeys(sorted(one for one in place.iterdir() if one.suffix.lower() in _SUFFIXES))
            )
        elif place.is_file():
            found[place] = None
        else:
            raise BadArgument("No existe el archivo {file}", file=place.name)
    if not found:
        raise BadArgument("No hay ningún caso en {file}", file=places[0].name if places else "")
    return tuple(found)


def read_cases(
    office: Office, files: Sequence[Path], today: date, opened: Callable[[Path], Case] | None = None
) -> tuple[DayCase, ...]:
    """The cases of these files, judged. One that cannot be read stands there without its case.

    opened: how a file is opened (for a case base that keeps them otherwise).
    """
    return with_codes(tuple(each_case(office, files, today, opened)))


def each_case(
    office: Office, files: Sequence[Path], today: date, opened: Callable[[Path], Case] | None = None
) -> Iterator[DayCase]:
    """The same, one after another, so that a window can tell how far it is; what has no code is not numbered yet."""
    for path in files:
        try:
            case = opened(path) if opened else open_case(office, path)
            found = judged(office, case, today)
        except KonbitError:
            yield DayCase("", None)
            continue
        yield DayCase(_code(case.code) or _code(path.stem), case, found)


def judged(office: Office, case: Case, today: date) -> tuple[Examination, ...]:
    """The examination of each person of a case, the applicant first, on this day whatever day the case was judged on."""
    pack = office.pack
    people = ("", *(one for one in case.people if one != case.applicant))
    given = ({**known_values(case, pack.facts, one), pack.day_fact: PartialDate.of(today)} for one in people)
    return tuple(examine(office.engine, each, today, explain=False) for each in given)


def with_codes(cases: Sequence[DayCase]) -> tuple[DayCase, ...]:
    """Each with a code: what has none is numbered, for a file's name may be a person's."""
    numbers = count(1)
    return tuple(one if one.code else replace(one, code=f"?{next(numbers)}") for one in cases)


def due_lines(cases: Sequence[DayCase]) -> tuple[DueLine, ...]:
    """Every deadline of every case that belongs on the sheet, the most pressing first."""
    made: list[DueLine] = []
    for one in cases:
        seen: set[tuple[str, date]] = set()
        for number, found in enumerate(one.found, 1):
            code = one.code if number == 1 else f"{one.code}/{number}"
            for term in (*late_terms(found, LATE), *open_terms(found)):
                key = (term.deadline.id, last_day(term))
                if one.case is None or key in seen:  # of the whole cause: told once
                    continue
                seen.add(key)
                filed = _filed(one.case, found, term)
                made.append(DueLine(code, term, found, _group(term, found.today), filed))
    return tuple(sorted(made, key=lambda line: (last_day(line.term), line.code, line.term.deadline.id)))


def day_leaf(office: Office, cases: Sequence[DayCase], today: date) -> Leaf:
    """The sheet of a day. cases: see `read_cases`."""
    both = two_tongues(office)
    made = Leaf(
        kind=both.say("hoja.dia.band", "PLAZOS DE LA CLÍNICA · SIN NOMBRES"),
        title=both.say("hoja.dia.title", "Plazos al {day}", day=both.day(today)),
        code="",
        day=None,
        foot=foot_words(both),
        pieces=tuple(_pieces(both, cases, today, office.engine.calendar)),
        size=10.0,
        coded=False,
    )
    return replace(made, draft=both.draft)


def make_day_sheet(office: Office, cases: Sequence[DayCase], today: date, tongue: Tongue = "es") -> bytes:
    """The sheet as PDF, from memory."""
    return draw_sheet(day_leaf(office, cases, today), tongue)


def write_day_sheet(
    office: Office, places: Sequence[Path], today: date, path: Path, tongue: Tongue = "es"
) -> SheetFile:
    """Reads case files and folders, and writes the sheet whole or not at all. Raises BadArgument, CannotWrite."""
    must_be_pdf(path)
    cases = read_cases(office, case_files(places), today)
    if all(one.case is None for one in cases):
        raise BadCase("{file}: ningún caso se pudo leer", file=places[0].name)
    lines = due_lines(cases)
    about = {
        "casos": len(cases),
        "sin_leer": sum(one.case is None for one in cases),
        "plazos": [one.as_json() for one in lines],
    }
    return write_sheet(day_leaf(office, cases, today), tongue, path, "dia", about)


def _code(text: str) -> str:
    """A text where it is a code (K-7R9). Anything else could be a name, a RUN or the number of a passport."""
    return text if is_code(text) else ""


def _group(term: RunningTerm, today: date) -> str:
    last = last_day(term)
    if last < today:
        outer = outer_day(term)
        return "otra_lectura" if outer and outer >= today else "vencido"
    if last == today or term.file_by <= today:
        return "hoy"
    return "semana" if (term.file_by - today).days < WEEK else "despues"


def _filed(case: Case, found: Examination, term: RunningTerm) -> str:
    """The day on which a writ of this deadline was filed, not before the deadline began."""
    mine = (each.writ for each in found.writs.values() if term.deadline.id in each.writ.deadlines)
    names = {f"escrito:{writ.id}" for writ in mine}
    for filing in case.filings.values():
        if filing.filed.what in names and filing.filed.day.latest >= as_day(term.start):
            return filing.filed.day.text
    return ""


# --- on paper


def _pieces(both: TwoTongues, cases: Sequence[DayCase], today: date, calendar: Calendar) -> Iterator[Piece]:
    say, lines = both.say, due_lines(cases)
    unread = sum(one.case is None for one in cases)
    groups = {
        "hoy": say("hoja.dia.today", "Hoy: se presenta hoy"),
        "otra_lectura": say("hoja.dia.other", "Vencido según una lectura: presentar hoy mismo"),
        "semana": say("hoja.dia.week", "Esta semana"),
        "vencido": say("hoja.dia.late", "Vencidos hace {n} días o menos: ver qué queda", n=LATE),
    }
    yield p.Text(
        say(
            "hoja.dia.count",
            "Casos leídos: {read}. Para hoy: {today}. Esta semana: {week}. Más adelante: {later}.",
            read=len(cases) - unread,
            today=_count(lines, "hoy") + _count(lines, "otra_lectura"),
            week=_count(lines, "semana"),
            later=_count(lines, "despues"),
        ),
        strong=True,
    )
    if unread:
        yield p.Marked(
            Shape.OCTAGON,
            say(
                "hoja.dia.unread",
                "Archivos que no se pudieron leer: {n}. Sus plazos no están en esta hoja.",
                n=unread,
            ),
            strong=True,
        )
    due = _codes(line for line in lines if line.group in ("hoy", "semana"))
    shown = [line.term for line in lines if line.group != "vencido" and line.group != "despues"]
    yield p.Months(grids_of(calendar, due, shown, today, events=False), key_words(both, events=False))
    for group, head in groups.items():
        mine = [line for line in lines if line.group == group]
        if mine or group == "hoy":
            yield p.Head(head)
        if not mine and group == "hoy":
            yield p.Text(say("hoja.dia.nothing", "Nada vence hoy entre los casos leídos."))
        for line in mine:
            yield _row(both, line, today)
    later = [line for line in lines if line.group == "despues"]
    if later:
        yield p.Head(say("hoja.dia.later", "Más adelante"))
    for line in later:
        name, day = both.of_pack(line.term.deadline.name), both.day(line.term.due)
        yield p.Text(Two(f"{line.code} · {day.es} · {name.es}", f"{line.code} · {day.ht} · {name.ht}"))
    if any("/" in line.code for line in lines):
        yield p.Text(say("hoja.dia.person", "Código con barra: otra persona del mismo caso."), small=True)
    yield from _quiet(both, cases, lines)


def _row(both: TwoTongues, line: DueLine, today: date) -> Piece:
    large, more = term_lines(both, line.term, today)
    told = [*more]
    if line.filed:
        told.append(both.say("hoja.dia.filed", "Ya presentado el {day}, según el caso.", day=line.filed))
    if line.group == "vencido":
        told.append(both.of_pack(line.term.deadline.when_late))
    else:
        told += file_lines(both, line.found, line.term)
    sign = Shape.TICK if line.filed else sign_of(line.term, today)
    return p.DueRow(line.code, sign, large, both.of_pack(line.term.deadline.name), tuple(told))


def _quiet(both: TwoTongues, cases: Sequence[DayCase], lines: Sequence[DueLine]) -> Iterator[Piece]:
    """Cases with no deadline on the sheet, by code: it is said that they were looked at."""
    seen = {line.code.partition("/")[0] for line in lines}
    rest = [one.code for one in cases if one.case is not None and one.code not in seen]
    if rest:
        told = ", ".join(rest)
        yield p.Head(both.say("hoja.dia.quiet", "Sin plazo conocido"))
        yield p.Text(Two.same(told))
        yield p.Text(
            both.say(
                "hoja.dia.quiet_note",
                "Sin plazo conocido no es sin plazo: puede faltar la fecha de un aviso.",
            ),
            small=True,
        )


def _codes(lines: Any) -> dict[date, tuple[str, ...]]:
    found: dict[date, tuple[str, ...]] = {}
    for line in lines:
        day = last_day(line.term)
        found[day] = tuple(dict.fromkeys((*found.get(day, ()), line.code)))
    return found


def _count(lines: Sequence[DueLine], group: str) -> int:
    return sum(line.group == group and not line.filed for line in lines)

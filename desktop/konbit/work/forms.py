"""Forms: what fields a PDF has, filling any of them from data, and filling the pack's own from a case."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from konbit.case.case import Case
from konbit.case.known import known_values
from konbit.errors import BadArgument, BadForm
from konbit.law.forms import Form
from konbit.law.near import did_you_mean
from konbit.papers.output import flush_all, write_whole
from konbit.work.office import Office

if TYPE_CHECKING:
    from konbit.papers.pdf.compiled import CompiledForm
    from konbit.papers.pdf.inspecting import Inspection

LARGEST_PDF = 100 * 1024 * 1024
"""Bytes; a file beyond is refused unread."""
_PROVED_FIRST, _PROVED_EVERY = 3, 50


@dataclass(frozen=True, slots=True)
class FilledFile:
    """A filled form. missing: facts it asks for that are not known. problems: sentences of the proof."""

    file: str
    data: bytes
    state: str
    fields_set: int
    overflow: tuple[Mapping[str, Any], ...]
    unmapped: tuple[str, ...]
    missing: tuple[str, ...]
    problems: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        return {
            "file": self.file,
            "estado": self.state,
            "fields_set": self.fields_set,
            "overflow": [dict(one) for one in self.overflow],
            "unmapped": list(self.unmapped),
            "faltan": list(self.missing),
            "proof": {"ok": not self.problems, "problems": list(self.problems)},
            "advertencias": list(self.warnings),
        }


def read_pdf(path: Path) -> bytes:
    """The bytes of a PDF somebody gave. Raises BadForm."""
    try:
        if path.stat().st_size > LARGEST_PDF:
            raise BadForm("El archivo {file} es demasiado grande.", file=path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise BadForm("No existe el archivo {file}.", file=path.name) from None
    except OSError:
        raise BadForm("El archivo {file} no se puede leer.", file=path.name) from None


def inspect_file(path: Path) -> Inspection:
    """The fields of a PDF, read in a child process. Raises BadForm with one sentence."""
    from konbit.papers.pdf.jail import inspect_foreign

    return inspect_foreign(read_pdf(path), file=path.name)


def fill_data(pdf: Path, values: Path, output: Path, *, flat: bool = False) -> list[FilledFile]:
    """Fills any AcroForm by full field names: one JSON object to one PDF, or a JSONL of rows to a folder of PDFs.

    Of many rows each is read back, and the first few and every fiftieth are looked at whole.

    Raises BadForm (what a field does not take), BadArgument (values that are no JSON), CannotWrite.
    """
    from konbit.papers.pdf.jail import compile_foreign

    many = values.suffix.lower() == ".jsonl"
    form = compile_foreign(read_pdf(pdf), file=pdf.name, tight=many)
    if not many:
        made = _fill_one(form, _row(values.name, 0, _text(values)), output.name, flat=flat)
        write_whole(output, made.data)
        return [made]
    output.mkdir(parents=True, exist_ok=True)
    made_files: list[FilledFile] = []
    for number, row in _rows(values):
        name = f"{pdf.stem}-{number:05}.pdf"
        one = _fill_one(
            form, row, name, flat=flat, whole=number <= _PROVED_FIRST or number % _PROVED_EVERY == 0
        )
        write_whole(output / name, one.data, flush=False)
        made_files.append(replace(one, data=b""))
    flush_all()
    return made_files


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadArgument("No existe el archivo {file}", file=path.name, key="VALORES") from None
    except (OSError, UnicodeDecodeError):
        raise BadArgument("{file}: no es un texto en UTF-8", file=path.name, key="VALORES") from None


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip():
            yield number, _row(path.name, number, line)


def _row(name: str, line: int, text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        place = line or getattr(error, "lineno", 1)
        raise BadArgument(
            "{file}: no es JSON en la línea {line}", file=name, key=str(place), line=place
        ) from None
    if not isinstance(found, dict):
        raise BadArgument(
            "{file}: línea {line}: debe ser un objeto de campo a valor",
            file=name,
            key=str(line or 1),
            line=line or 1,
        )
    return cast(dict[str, Any], found)


def _fill_one(
    form: CompiledForm, row: dict[str, Any], name: str, *, flat: bool, whole: bool = True
) -> FilledFile:
    from konbit.papers.pdf.proof import Proof, prove, prove_quickly

    filled = form.fill(row, flat=flat)
    proof: Proof = (prove if whole else prove_quickly)(filled.data, row, form, flat=flat)
    return FilledFile(
        file=name,
        data=filled.data,
        state="final" if proof.ok else "borrador",
        fields_set=filled.fields_set,
        overflow=tuple({"field": one.field, "page": one.page, "rest": one.rest} for one in filled.overflow),
        unmapped=(),
        missing=(),
        problems=tuple(one.message for one in proof.problems),
        warnings=tuple(str(one) for one in filled.warnings),
    )


def fill_form(
    office: Office, ident: str, case: Case, today: date, output: Path, *, flat: bool = False, person: str = ""
) -> FilledFile:
    """Fills a form of the pack from a case. Raises BadArgument (unknown form), BadForm, CannotWrite."""
    made = make_form(office, ident, case, today, flat=flat, person=person)
    write_whole(output, made.data)
    return replace(made, file=output.name)


def make_form(
    office: Office,
    ident: str,
    case: Case,
    today: date,
    *,
    flat: bool = False,
    person: str = "",
    compiled: CompiledForm | None = None,
    proved: bool = True,
) -> FilledFile:
    """The bytes of a form of the pack, filled from a case; nothing written to disk.

    compiled: the form's PDF, where somebody keeps it compiled. proved: as of `filling.fill_form`.
    """
    form = form_of(office, ident)
    return make_with_map(
        office, form, case, today, flat=flat, person=person, compiled=compiled, proved=proved
    )


def make_with_map(
    office: Office,
    form: Form,
    case: Case,
    today: date,
    *,
    flat: bool = False,
    person: str = "",
    compiled: CompiledForm | None = None,
    proved: bool = True,
) -> FilledFile:
    """`make_form` with a map that need not be in the pack. Raises BadForm."""
    from konbit.papers import filling
    from konbit.papers.form_values import form_values
    from konbit.papers.knowledge import paper_facts

    situation = office.engine.situation(known_values(case, office.pack.facts, person), today)
    day = date.fromordinal(int(situation.span(office.pack.day_fact)[0]))
    told = paper_facts(office.pack.facts, situation)
    values = form_values(form, office.pack.facts, told.known, office.pack.places, day, inactive=told.inactive)
    pdf = compiled or compiled_pdf(office, form)
    filled = filling.fill_form(pdf, form, values, flat, proved=proved)
    return FilledFile(
        file="",
        data=filled.data,
        state=filled.state,
        fields_set=filled.fields_set,
        overflow=tuple(
            {"field": one.field, "page": one.page, "rows": one.rows, "on_annex": one.on_annex}
            for one in filled.overflow
        ),
        unmapped=filled.unmapped,
        missing=filled.blank,
        problems=tuple(one.message for one in filled.proof.problems),
        warnings=tuple(str(one) for one in filled.warnings),
    )


def compiled_pdf(office: Office, form: Form) -> CompiledForm:
    """The PDF of a form, ready to be filled; one that the clinic was given is opened in a child first. Raises BadForm."""
    if form.folder:
        from konbit.papers.pdf.jail import compile_foreign

        data = read_pdf(Path(form.folder) / form.file)
        return compile_foreign(data, file=form.file, drawn=form.drawn)
    from konbit.papers.filling import compile_of

    return compile_of(read_pdf(office.pack.folders.forms / form.file), form)


def form_of(office: Office, ident: str) -> Form:
    """A form of the pack. Raises BadArgument, pointing to the writ that makes it where there is one."""
    found = office.pack.forms.get(ident)
    if found:
        return found
    written = [one.id for one in office.pack.writs.values() if ident in (one.id, *one.sheets)]
    if written:
        raise BadArgument(
            '"{name}" no se llena: se escribe con {commands}',
            key="formulario",
            name=ident,
            commands=" / ".join(f"«konbit write {writ}»" for writ in written),
        )
    hint = did_you_mean(ident, office.pack.forms)
    raise BadArgument('No hay ningún formulario "{name}".{hint}', key="formulario", name=ident, hint=hint)

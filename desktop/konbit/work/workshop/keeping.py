"""A draft becomes a form of the clinic: the PDF as it was given and its map, in a folder of their own."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from konbit.errors import BadForm, CannotWrite
from konbit.law.forms import Form
from konbit.law.near import folded
from konbit.law.own_forms import check_id, load_own_form, write_form
from konbit.papers.filling import check_edition
from konbit.papers.output import write_whole
from konbit.work.office import Office
from konbit.work.workshop.draft import Draft
from konbit.work.workshop.sheet import compiled_sheet


@dataclass(frozen=True, slots=True)
class Title:
    """What a person says of a form. id: a short code, by which it is asked for. source: who gave it, and when."""

    id: str
    name: str
    edition: str
    source: str
    official: bool = True


def save_draft(office: Office, draft: Draft, title: Title, folder: Path, *, over: str = "") -> Form:
    """Keeps the form in a folder of the clinic's forms, whole or not at all, and gives it back as it is read there.

    over: the id of a form of the clinic that this one takes the place of. Raises BadForm: something is not said, the id
    is taken, or what was written does not read back the same; CannotWrite.
    """
    kept = {ident for ident, form in office.pack.forms.items() if form.folder} - {over}
    said = _checked(title)
    check_id(said.id, office.pack, kept)
    form = draft.form(
        office.pack, said.id, said.name, edition=said.edition, source=said.source, official=said.official
    )
    check_edition(compiled_sheet(draft.sheet, draft.drawn), form)
    place = folder / said.id
    old = folder / over if over else place
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = Path(tempfile.mkdtemp(prefix=".taller-", dir=folder))
    except OSError as error:
        raise _cannot(folder, error) from error
    try:
        inside = made / said.id
        inside.mkdir(mode=0o700)
        write_whole(inside / f"{said.id}.pdf", draft.sheet.data)
        write_whole(inside / f"{said.id}.toml", write_form(form).encode("utf-8"))
        _read_back(inside, form, office)
        if old.exists():
            old.rename(made / f"{old.name}.anterior")
        try:
            inside.rename(place)
        except OSError:
            if (made / f"{old.name}.anterior").exists():
                (made / f"{old.name}.anterior").rename(old)
            raise
    except OSError as error:
        raise _cannot(place, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return load_own_form(place, office.pack)


def remove_form(folder: Path, ident: str) -> None:
    """Takes a form of the clinic away. Raises CannotWrite."""
    place = folder / ident
    gone = folder / f".quitado-{ident}"
    try:
        with suppress(FileNotFoundError):
            shutil.rmtree(gone)
        place.rename(gone)  # from here on no one sees half of it
        shutil.rmtree(gone, ignore_errors=True)
    except OSError as error:
        raise _cannot(place, error) from error


def proposed_id(file: str, office: Office) -> str:
    """A code from the name of the file, that nothing else has."""
    bare = "".join(c if c.isascii() and c.isalnum() else "-" for c in folded(Path(file).stem)).strip("-")
    while "--" in bare:
        bare = bare.replace("--", "-")
    stem = (bare if bare[:1].isalpha() else f"F-{bare}")[:30].strip("-") or "F"
    number, ident = 1, stem.upper()
    while True:
        try:
            check_id(ident, office.pack, [one for one, form in office.pack.forms.items() if form.folder])
        except BadForm:
            number += 1
            ident = f"{stem.upper()}-{number}"
        else:
            return ident


def _checked(title: Title) -> Title:
    asked = {
        "nombre": (title.name, "Falta el nombre del formulario."),
        "edicion": (title.edition, "Falta la edición: la fecha o el número que trae impreso."),
        "fuente": (title.source, "Falta la fuente: quién lo entregó y cuándo."),
    }
    for key, (text, sentence) in asked.items():
        if not text.strip():
            raise BadForm(sentence, key=key)
    return Title(
        title.id.strip(), title.name.strip(), title.edition.strip(), title.source.strip(), title.official
    )


def _read_back(place: Path, form: Form, office: Office) -> None:
    """Raises BadForm unless the strict loader finds the same map."""
    from dataclasses import replace

    found = load_own_form(place, office.pack)
    if replace(found, folder="") != form:
        raise BadForm("El mapa de {name} no se leyó igual que se escribió.", key="mapa", name=form.id)


def _cannot(place: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        "No se pudo escribir {file}: {reason}.",
        file=str(place),
        reason=error.strerror or type(error).__name__,
    )

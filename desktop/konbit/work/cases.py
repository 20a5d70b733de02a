"""Cases as plain files, until the encrypted case base takes them: read whole or refused, written whole or not at all."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from konbit.case.case import Case
from konbit.case.checking import check_dates
from konbit.case.writing import read_history, write_case
from konbit.errors import BadCase
from konbit.law.partial import PartialDate
from konbit.papers.output import write_whole
from konbit.work.office import Office

LARGEST_CASE = 20 * 1024 * 1024
"""Bytes; a file beyond is no case of ours."""


def open_case(office: Office, path: Path, today: date | None = None) -> Case:
    """The case in a JSON or TOML file. Raises BadCase with one sentence naming file and key.

    today: what cannot lie in the future is refused after this day.
    """
    case = read_case(office, load_data(path), path.name)
    if today:
        around = {office.pack.day_fact: PartialDate.of(today)}
        check_dates(case, office.pack.facts, path.name, around)
    return case


def read_case(office: Office, data: Any, file: str) -> Case:
    """The case in plain data, in any of the forms of `konbit.case.reading`, or as a saved history."""
    if isinstance(data, dict) and "historia" in data:
        case = read_history(data, office.pack.facts, office.pack.places, file)  # pyright: ignore[reportUnknownArgumentType]
        check_dates(case, office.pack.facts, file)
        return case
    return office.reader.read(data, file)


def load_data(path: Path) -> Any:
    """What a JSON or TOML file holds. Raises BadCase when it cannot be read."""
    name = path.name
    try:
        if path.stat().st_size > LARGEST_CASE:
            raise BadCase("{file}: es demasiado grande para ser un caso", file=name)
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadCase("No existe el archivo {file}", file=name) from None
    except UnicodeDecodeError:
        raise BadCase("{file}: no es un texto en UTF-8", file=name) from None
    except OSError:
        raise BadCase("{file}: no se puede leer", file=name) from None
    try:
        return tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    except json.JSONDecodeError as error:
        raise BadCase(
            "{file}: está dañado o cortado en la línea {line}",
            file=name,
            key=str(error.lineno),
            line=error.lineno,
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        raise BadCase("{file}: está dañado o no es un caso", file=name) from None


def save_case(case: Case, path: Path) -> None:
    """Writes the case with its history, whole or not at all. Raises CannotWrite."""
    text = json.dumps(write_case(case), ensure_ascii=False, indent=1)
    write_whole(path, text.encode("utf-8"))

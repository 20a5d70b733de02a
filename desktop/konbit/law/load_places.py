"""Loads comunas, courts and countries, and the norms."""

from __future__ import annotations

import csv
from pathlib import Path

from konbit.law.norms import Confidence, Norm
from konbit.law.places import Comuna, Country, Court, Places
from konbit.law.table import Problems, Table


def _rows(path: Path, root: Path, columns: tuple[str, ...], problems: Problems) -> list[dict[str, str]]:
    name = path.relative_to(root).as_posix()
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                problems.add(name, 1, missing[0], f'falta la columna "{missing[0]}"')
                return []
            rows = list(reader)
            full = [row for row in rows if all(isinstance(row[column], str) for column in columns)]
            if len(full) < len(rows):
                bad = next(n for n, row in enumerate(rows, 2) if row not in full)
                problems.add(name, bad, "", "a esta fila le faltan columnas")
            return full
    except FileNotFoundError:
        problems.add(name, 0, "", "falta este archivo")
    except (OSError, UnicodeDecodeError, csv.Error):
        problems.add(name, 0, "", "el archivo no se puede leer")
    return []


def load_places(root: Path, problems: Problems) -> Places:
    """Comunas (`comunas.csv`), courts (`cortes.toml`) and countries (`paises.csv`) of `comun/`."""
    folder = root / "comun"
    columns = ("region_code", "region", "province", "comuna_code", "comuna", "court_of_appeals", "confidence")
    comunas = {
        row["comuna_code"]: Comuna(
            row["comuna_code"],
            row["comuna"],
            row["province"],
            row["region"],
            row["region_code"],
            row["court_of_appeals"],
            {"CONFIRMED": "C"}.get(row["confidence"], "U"),
        )
        for row in _rows(folder / "comunas.csv", root, columns, problems)
    }
    courts: dict[str, Court] = {}
    top = Table.of_file(folder / "cortes.toml", root, problems)
    for key, table in top.named_tables() if top else ():
        courts[key] = Court(
            key,
            table.text("nombre"),
            table.text("tratamiento"),
            table.text("asiento"),
            table.text("norma"),
            table.word("confianza", ("C", "S", "K", "U")),
        )
        table.finish()
    seats = {court.seat for court in courts.values()}
    for number, comuna in enumerate(comunas.values(), 2):
        if comuna.court not in seats and courts:
            problems.add(
                "comun/comunas.csv", number, comuna.name, f'no hay ninguna corte en "{comuna.court}"'
            )
    names = ("codigo", "nombre", "nombre_ht", "gentilicio_m", "gentilicio_f")
    countries = {
        row["codigo"]: Country(*(row[name] for name in names))
        for row in _rows(folder / "paises.csv", root, names, problems)
    }
    return Places.of(comunas, courts, countries)


def load_norms(root: Path, problems: Problems) -> dict[str, Norm]:
    """The norms of `comun/normas.toml`."""
    top = Table.of_file(root / "comun" / "normas.toml", root, problems)
    norms: dict[str, Norm] = {}
    for key, table in top.named_tables() if top else ():
        article, part, quote, source, _ = table.optional("articulo", "inciso", "cita", "fuente", "nota")
        norms[key] = Norm(
            key,
            table.text("norma"),
            article,
            part,
            quote,
            source,
            table.partial_day("verificado"),
            Confidence(table.word("confianza", ("C", "S", "K", "U"))),
        )
        table.finish()
    return norms

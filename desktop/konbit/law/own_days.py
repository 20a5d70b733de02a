"""Legal holidays that a clinic adds because the pack does not have them yet: one-off days, days of a region or comuna.

A plain settings file, TOML, that a person can read and mend:

    [[dia]]
    fecha = 2026-12-09
    motivo = "Feriado de la comuna, Ley 21.999"
    comuna = "Iquique"                # or region = "Región de Tarapacá"; neither = all Chile
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from konbit.errors import BadDays
from konbit.law.holidays import HolidayRule, ListedDays
from konbit.law.near import did_you_mean, folded
from konbit.law.pack import Pack
from konbit.law.places import Places
from konbit.law.toml_text import quoted

_PREFIX = "dia_propio_"
_KEYS = ("fecha", "motivo", "region", "comuna")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
LONGEST_REASON = 120


@dataclass(frozen=True, slots=True, order=True)
class OwnDay:
    """One day. reason: the law or decree that makes it a holiday, in words. territory: CUT code of a region (two
    digits) or a comuna (five); empty = all Chile."""

    day: date
    reason: str
    territory: str = ""


def load_own_days(path: Path, places: Places) -> tuple[OwnDay, ...]:
    """The days of a file, the earliest first; none where there is no file. Raises BadDays naming file and key."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise BadDays("{file}: no se puede leer", file=path.name) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDays("{file}: no es TOML válido", file=path.name) from error
    for key in data:
        if key != "dia":
            hint = did_you_mean(key, ("dia",))
            raise BadDays("{file}: {key}: no se conoce esta clave.{hint}", file=path.name, key=key, hint=hint)
    rows = data.get("dia", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in cast(list[Any], rows)):
        raise BadDays("{file}: {key}: debe ser una lista de tablas [[dia]]", file=path.name, key="dia")
    days = [
        _day(cast(dict[str, Any], row), f"dia.{number}", places, path.name)
        for number, row in enumerate(cast(list[Any], rows), 1)
    ]
    for number, one in enumerate(days, 1):
        check_new(one, days[: number - 1], file=path.name, key=f"dia.{number}.fecha")
    return tuple(sorted(days))


def check_new(one: OwnDay, others: Iterable[OwnDay], *, file: str = "", key: str = "fecha") -> None:
    """Raises BadDays when the same day stands there for the same place, or cannot be meant."""
    if not _FIRST_YEAR <= one.day.year <= _LAST_YEAR:
        raise BadDays("{file}: {key}: no puede ser del año {year}", file=file, key=key, year=one.day.year)
    if any((other.day, other.territory) == (one.day, one.territory) for other in others):
        raise BadDays(
            "{file}: {key}: ese día ya está anotado para ese lugar: {day}", file=file, key=key, day=one.day
        )


def write_own_days(days: Iterable[OwnDay], places: Places) -> str:
    """The file as `load_own_days` reads it."""
    rows = [
        "# Feriados legales que el paquete no trae. Un día en que solo la clínica cierra no alarga ningún plazo.\n"
    ]
    for one in sorted(days):
        kind, name = place_of(one, places)
        lines = ["[[dia]]", f"fecha = {one.day.isoformat()}", f"motivo = {quoted(one.reason)}"]
        rows.append("\n".join([*lines, *([f"{kind} = {quoted(name)}"] if kind else [])]) + "\n")
    return "\n".join(rows)


def place_of(one: OwnDay, places: Places) -> tuple[str, str]:
    """The kind of place (`region`, `comuna` or "") and its name."""
    if not one.territory:
        return "", ""
    if one.territory in places.comunas:
        return "comuna", places.comunas[one.territory].name
    return "region", places.regions.get(one.territory, one.territory)


def with_own_days(pack: Pack, days: Iterable[OwnDay]) -> Pack:
    """The pack with these days as holidays, in the place of those it had before. The reason is the holiday's name."""
    kept = tuple(rule for rule in pack.holidays.rules if not rule.id.startswith(_PREFIX))
    added = tuple(
        HolidayRule(
            id=f"{_PREFIX}{number}",
            name=one.reason,
            when=ListedDays((one.day,)),
            territory=(one.territory,) if one.territory else (),
            source="día propio de la clínica",
            confidence="K",
        )
        for number, one in enumerate(sorted(days), 1)
    )
    return replace(pack, holidays=replace(pack.holidays, rules=(*kept, *added)))


def _day(row: Mapping[str, Any], place: str, places: Places, file: str) -> OwnDay:
    for key in row:
        if key not in _KEYS:
            raise BadDays(
                "{file}: {key}: no se conoce esta clave.{hint}",
                file=file,
                key=f"{place}.{key}",
                hint=did_you_mean(key, _KEYS),
            )
    day, reason = row.get("fecha"), row.get("motivo")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise BadDays("{file}: {key}: debe ser una fecha, como 2026-12-09", file=file, key=f"{place}.fecha")
    if not isinstance(reason, str) or not reason.strip():
        raise BadDays("{file}: {key}: falta el motivo del feriado", file=file, key=f"{place}.motivo")
    if len(reason) > LONGEST_REASON:
        raise BadDays(
            "{file}: {key}: el texto tiene {length} letras y caben {longest}",
            file=file,
            key=f"{place}.motivo",
            length=len(reason),
            longest=LONGEST_REASON,
        )
    return OwnDay(day, reason.strip(), _territory(row, place, places, file))


def _territory(row: Mapping[str, Any], place: str, places: Places, file: str) -> str:
    if "region" in row and "comuna" in row:
        raise BadDays("{file}: {key}: lleva región o comuna, no las dos", file=file, key=f"{place}.comuna")
    if "comuna" in row:
        found = places.find_comuna(str(row["comuna"]))
        if found is None:
            hint = did_you_mean(str(row["comuna"]), [one.name for one in places.comunas.values()])
            raise BadDays(
                "{file}: {key}: no se conoce la comuna {value}.{hint}",
                file=file, key=f"{place}.comuna", value=f'"{row["comuna"]}"', hint=hint,
            )  # fmt: skip
        return found.code
    if "region" in row:
        wanted = _bare(str(row["region"]))
        for code, name in places.regions.items():
            if wanted in (code, _bare(name)):
                return code
        hint = did_you_mean(str(row["region"]), places.regions.values())
        raise BadDays(
            "{file}: {key}: no se conoce la región {value}.{hint}",
            file=file, key=f"{place}.region", value=f'"{row["region"]}"', hint=hint,
        )  # fmt: skip
    return ""


def _bare(region: str) -> str:
    """«Región de Tarapacá» and «Tarapacá» are one."""
    name = folded(region).removeprefix("region ")
    for joint in ("de la ", "de los ", "de ", "del "):
        if name.startswith(joint):
            return name.removeprefix(joint).removeprefix("la ").removeprefix("los ")
    return name.removeprefix("la ").removeprefix("los ")

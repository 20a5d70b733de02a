"""Whether a lawyer has approved a route or a writ as it stands in this edition of the pack."""

from __future__ import annotations

from konbit.law.pack import Pack
from konbit.window.pack_words import day_in_words
from konbit.window.parts.lettering import Say
from konbit.window.tongue import Said, Words
from konbit.work.approval import standing


def approval_words(pack: Pack, key: str) -> Say:
    """«Aprobada por Ana Rojas el 3 de enero de 2027», of `ruta:ID` or `escrito:ID`."""
    found, writ = standing(pack, key), key.startswith("escrito:")
    if found is None:
        return _no_writ if writ else _no_route
    name, day, current = found.approval.name, day_in_words(found.approval.day), found.current

    def say(words: Words) -> Said:
        told = day(words)
        match writ, current:
            case False, True:
                return words("ui.approval.route", "Aprobada por {name} el {date}", name=name, date=told)
            case False, False:
                return words(
                    "ui.approval.route_before",
                    "La aprobación es de una edición anterior: {name}, el {date}",
                    name=name,
                    date=told,
                )
            case True, True:
                return words("ui.approval.writ", "Aprobado por {name} el {date}", name=name, date=told)
            case _:
                return words(
                    "ui.approval.writ_before",
                    "La aprobación es de una edición anterior: {name}, el {date}",
                    name=name,
                    date=told,
                )

    return say


def _no_route(words: Words) -> Said:
    return words("ui.approval.route_none", "Ningún abogado ni abogada la ha aprobado todavía")


def _no_writ(words: Words) -> Said:
    return words("ui.approval.writ_none", "Ningún abogado ni abogada lo ha aprobado todavía")

"""A case as plain data and back, whole: its history is what is kept, and folding it gives the case again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from konbit.case.acts import (
    Act,
    AddedItem,
    AddedPerson,
    ChoseApplicant,
    Decided,
    Doing,
    Filed,
    Gave,
    RemovedItem,
    SaidNone,
    Undid,
    Withdrew,
)
from konbit.case.answers import Answer, NotKnown, Place, Source
from konbit.case.case import Case, fold
from konbit.case.values import read_value, write_value
from konbit.errors import BadCase
from konbit.law.facts import Fact
from konbit.law.partial import PartialDate
from konbit.law.places import Places

FORMAT = 2
"""Version of the history format, in the file as `konbit`. 2 added what was filed; a history without it is still
written as 1, which older programs read."""


_IDENT = re.compile(r"[\w.-]{1,80}")
_WHAT = re.compile(r"(?:ruta|escrito):\w{1,80}")


def write_case(case: Case) -> dict[str, Any]:
    """The case as JSON data: `{"konbit": 1, "codigo": …, "historia": [...]}`."""
    newer = any(isinstance(act.doing, Filed | Decided) for act in case.history)
    return {
        "konbit": FORMAT if newer else 1,
        "codigo": case.code,
        "historia": [_write_act(act) for act in case.history],
    }


def _write_act(act: Act) -> dict[str, Any]:
    data: dict[str, Any] = {"n": act.seq, **_write_doing(act.doing)}
    if act.who:
        data["quien"] = act.who
    if act.when:
        data["cuando"] = act.when.isoformat(timespec="seconds")
    return data


def _write_doing(doing: Doing) -> dict[str, Any]:
    match doing:
        case Gave(place=place, fact=fact, answer=answer):
            said: dict[str, Any] = {"fuente": answer.source.value}
            if answer.unknown:
                said["motivo"] = answer.unknown.value
            else:
                said["valor"] = write_value(answer.value)
            return {"acto": "respuesta", "lugar": str(place), "hecho": fact, **said}
        case Withdrew(place=place, fact=fact):
            return {"acto": "retiro", "lugar": str(place), "hecho": fact}
        case AddedPerson(id=ident):
            return {"acto": "persona", "id": ident}
        case ChoseApplicant(id=ident):
            return {"acto": "solicitante", "id": ident}
        case AddedItem(owner=owner, list=name, id=ident):
            return {"acto": "fila", "lugar": str(owner), "lista": name, "id": ident}
        case RemovedItem(owner=owner, list=name, id=ident):
            return {"acto": "sin_fila", "lugar": str(owner), "lista": name, "id": ident}
        case SaidNone(owner=owner, list=name):
            return {"acto": "lista", "lugar": str(owner), "lista": name}
        case Filed():
            more = {"numero": doing.number, "resultado_previo": doing.outcome, "paquete": doing.pack}
            return {
                "acto": "presentacion",
                "id": doing.id,
                "que": doing.what,
                "persona": doing.person,
                "presentado": doing.day.text,
                "canal": doing.channel,
                **{key: text for key, text in more.items() if text},
            }
        case Decided(id=ident, result=result, day=day):
            return {"acto": "resultado", "id": ident, "resultado": result, "resuelto": day.text}
        case Undid(seq=seq):
            return {"acto": "deshacer", "n_deshecho": seq}


def read_history(data: Mapping[str, Any], facts: Mapping[str, Fact], places: Places, file: str) -> Case:
    """The case that `write_case` wrote. Raises BadCase for a newer format or a history that makes no sense."""
    version = data.get("konbit")
    if not isinstance(version, int) or version > FORMAT:
        raise BadCase("{file}: lo escribió una versión más nueva de Konbit", file=file, key="konbit")
    acts: list[Act] = []
    for number, item in enumerate(data.get("historia", []), 1):
        try:
            doing = _read_doing(item, facts, places, file)
            when = datetime.fromisoformat(item["cuando"]) if "cuando" in item else None
            if item["n"] != number:
                raise ValueError(item["n"])
            if isinstance(doing, Decided) and not any(_files(act.doing, doing.id) for act in acts):
                raise ValueError(doing.id)
            acts.append(Act(number, doing, str(item.get("quien", "")), when))
        except (KeyError, TypeError, ValueError) as error:
            raise BadCase(
                "{file}: la historia del caso está dañada en el acto {number}",
                file=file, key=f"historia.{number}", number=number,
            ) from error  # fmt: skip
    return fold(tuple(acts), str(data.get("codigo", "")))


def _files(doing: Doing, ident: str) -> bool:
    return isinstance(doing, Filed) and doing.id == ident


def _ident(found: Any) -> str:
    if not isinstance(found, str) or not _IDENT.fullmatch(found):
        raise ValueError(found)
    return found


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise ValueError(found)
    return found


def _place(text: str) -> Place:
    kind, _, ident = text.partition(":")
    return Place(kind, ident)


def _read_doing(item: Mapping[str, Any], facts: Mapping[str, Fact], places: Places, file: str) -> Doing:
    match item["acto"]:
        case "respuesta":
            source = Source(item["fuente"])
            if "motivo" in item:
                answer = Answer(None, NotKnown(item["motivo"]), source)
            else:
                answer = Answer(
                    read_value(facts[item["hecho"]], item["valor"], places, file=file), None, source
                )
            who = str(item.get("quien", ""))
            when = datetime.fromisoformat(item["cuando"]) if "cuando" in item else None
            answer = Answer(answer.value, answer.unknown, answer.source, who, when)
            return Gave(_place(item["lugar"]), item["hecho"], answer)
        case "retiro":
            return Withdrew(_place(item["lugar"]), item["hecho"])
        case "persona":
            return AddedPerson(item["id"])
        case "solicitante":
            return ChoseApplicant(item["id"])
        case "fila":
            return AddedItem(_place(item["lugar"]), item["lista"], item["id"])
        case "sin_fila":
            return RemovedItem(_place(item["lugar"]), item["lista"], item["id"])
        case "lista":
            return SaidNone(_place(item["lugar"]), item["lista"])
        case "presentacion":
            if not _WHAT.fullmatch(item["que"]):
                raise ValueError(item["que"])
            return Filed(
                _ident(item["id"]),
                item["que"],
                _ident(item["persona"]),
                PartialDate.parse(item["presentado"]),
                _ident(item["canal"]),
                _text(item.get("numero", "")),
                _text(item.get("resultado_previo", "")),
                _text(item.get("paquete", "")),
            )
        case "resultado":
            return Decided(_ident(item["id"]), _ident(item["resultado"]), PartialDate.parse(item["resuelto"]))
        case "deshacer":
            return Undid(int(item["n_deshecho"]))
        case other:
            raise ValueError(other)

"""The lawyer's approval of a route or a writ: recorded with name, day and edition, and whether it still stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from konbit.errors import BadArgument
from konbit.law.approvals import Approval, approvals_file, write_approvals
from konbit.law.near import did_you_mean
from konbit.law.pack import Pack
from konbit.papers.output import write_whole
from konbit.work.law_sheet import pack_mark, text_mark


@dataclass(frozen=True, slots=True)
class Standing:
    """The last approval of a target. current: what was approved has not changed since."""

    approval: Approval
    current: bool

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        one = self.approval
        return {
            "de": one.target,
            "nombre": one.name,
            "dia": one.day.isoformat(),
            "marca": one.pack_mark,
            "vigente": self.current,
        }


def standing(pack: Pack, target: str) -> Standing | None:
    """The last approval of `ruta:ID` or `escrito:ID`; None where nobody has approved it."""
    given = [one for one in pack.approvals if one.target == target]
    if not given:
        return None
    return Standing(given[-1], given[-1].text_mark == text_mark(pack, target))


def approve(pack: Pack, target: str, name: str, day: date) -> Standing:
    """Records in the pack that a lawyer approved a route or a writ as it stands now.

    target: `ruta:ID`, `escrito:ID`, or a bare id that means the route where both exist. name: who signed the sheet.
    Raises BadArgument (no such thing, no name), CannotWrite.
    """
    found = _target(pack, target)
    who = " ".join(name.split())
    if not who:
        raise BadArgument("--name: falta el nombre de quien aprueba", key="name")
    made = Approval(found, who, day, pack_mark(pack.folders), text_mark(pack, found))
    kept = (*pack.approvals, made)
    write_whole(approvals_file(pack.folders.forms), write_approvals(kept).encode())
    return Standing(made, True)


def _target(pack: Pack, target: str) -> str:
    known = [*(f"ruta:{ident}" for ident in pack.routes), *(f"escrito:{ident}" for ident in pack.writs)]
    for one in (target, f"ruta:{target}", f"escrito:{target}"):
        if one in known:
            return one
    raise BadArgument(
        "--sign: no hay ninguna ruta ni escrito {value}.{hint}",
        key="sign",
        value=f'"{target}"',
        hint=did_you_mean(target, known),
    )

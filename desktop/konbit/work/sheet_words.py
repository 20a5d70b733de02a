"""What all sheets for people say alike: band, foot, who decides, whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from konbit.law.directory import Contact
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Two
from konbit.tongues.dates import numeric_date
from konbit.work.two_tongues import TwoTongues

_CODE = re.compile(r"(?!.*\d{5})(?=.*\d)(?:[A-Z]{1,2}|\d{2,4})-[A-Z0-9]{1,8}")
LINE = 46.0
"""Millimetres to write a telephone on."""


def is_code(text: str) -> bool:
    """Whether a text is the code of a case (K-7R9, EJ-3, 2026-031) and surely no name, RUN or passport.

    >>> is_code("K-7R9"), is_code("2026-031"), is_code("ROSA-1"), is_code("26123456-4"), is_code("RD-4521870")
    (True, True, False, False, False)
    """
    return _CODE.fullmatch(text) is not None


def kind_band(both: TwoTongues) -> Two:
    """The words in the grey band of a sheet to take along."""
    return both.say("hoja.band", "HOJA PARA LA PERSONA")


def foot_words(both: TwoTongues) -> Two:
    """Up to which day the law was read, and the version of the pack."""
    return both.say(
        "hoja.foot",
        "Ley leída hasta el {day} · paquete {version} · orientación, no sentencia",
        day=numeric_date(both.pack.verified),
        version=both.pack.version,
    )


def decides(both: TwoTongues) -> Two:
    """The last word is the person's."""
    return both.say("hoja.decides", "El programa propone; usted decide.")


def signed_words(both: TwoTongues) -> Two:
    """Before the line on which whoever looked the sheet over signs."""
    return both.say("hoja.signed", "Revisó en la clínica:")


def contact_pieces(
    both: TwoTongues, contacts: Iterable[Contact], *, brief: bool = False
) -> Iterator[p.Piece]:
    """Each contact with what it is for. A telephone or an address that nobody has read is a line to fill in.

    brief: only the name and the telephone, on one line.
    """
    for one in contacts:
        if brief:
            number = p.Field(
                both.say("hoja.contact.phone", "Teléfono"), Two.same(one.phone) if one.phone else None, LINE
            )
            yield p.Contact(one.name, Two("", ""), (number,), brief=True)
            continue
        phone = Two.same(one.phone) if one.phone else None
        fields = [p.Field(both.say("hoja.contact.phone", "Teléfono"), phone, LINE)]
        place = Two.same(one.address) if one.address else None
        fields.append(p.Field(both.say("hoja.contact.address", "Dirección"), place, LINE))
        if one.hours:
            fields.append(p.Field(both.say("hoja.contact.hours", "Horario"), Two.same(one.hours)))
        yield p.Contact(one.name, both.of_pack(one.serves), tuple(fields))

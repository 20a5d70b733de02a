"""A rights card as a page: what the law says, what to do, the words to say, what not to sign, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from konbit.errors import BadArgument
from konbit.law.cards import CardLine, LineKind, RightsCard
from konbit.law.directory import Contact
from konbit.law.near import did_you_mean
from konbit.law.norms import Confidence
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Leaf, Piece, Shape, Tongue, Two
from konbit.work.deadlines import find_comuna
from konbit.work.office import Office
from konbit.work.sheet_files import SheetFile, draw_sheet, write_sheet
from konbit.work.sheet_words import contact_pieces, foot_words
from konbit.work.two_tongues import TwoTongues, two_tongues


def rights_cards(office: Office) -> tuple[RightsCard, ...]:
    """The cards of the pack, in its order."""
    return tuple(office.pack.cards.values())


def rights_leaf(office: Office, ident: str, *, comuna: str = "") -> Leaf:
    """The card as a sheet. comuna: where the person lives, so that only the offices of its region stand on it.

    Raises BadArgument: no such card, no such comuna.
    """
    card = office.pack.cards.get(ident)
    if card is None:
        hint = did_you_mean(ident, office.pack.cards)
        raise BadArgument('No hay ninguna tarjeta "{name}".{hint}', key="tarjeta", name=ident, hint=hint)
    region = office.pack.places.region_code_of(find_comuna(office, comuna).code) if comuna else ""
    both = two_tongues(office)
    made = Leaf(
        kind=both.say("hoja.rights.band", "SUS DERECHOS"),
        title=both.of_pack(card.title),
        code="",
        day=None,
        foot=foot_words(both),
        pieces=tuple(_pieces(both, card, region)),
        size=11.5,
        least=9.5,
        pages=1,
        margins=(15, 11, 15, 14),
        coded=False,
    )
    return replace(made, draft=both.draft)


def make_rights_sheet(office: Office, ident: str, tongue: Tongue = "es+ht", *, comuna: str = "") -> bytes:
    """The card as PDF, from memory: one page."""
    return draw_sheet(rights_leaf(office, ident, comuna=comuna), tongue)


def write_rights_sheet(
    office: Office, ident: str, path: Path, tongue: Tongue = "es+ht", *, comuna: str = ""
) -> SheetFile:
    """Writes the card to a `.pdf`, whole or not at all. Raises BadArgument, CannotWrite."""
    leaf = rights_leaf(office, ident, comuna=comuna)
    return write_sheet(leaf, tongue, path, "derechos", {"tarjeta": ident})


def _pieces(both: TwoTongues, card: RightsCard, region: str) -> Iterator[Piece]:
    say = both.say
    yield p.Text(both.of_pack(card.when))
    yield p.Head(say("hoja.rights.know", "Lo que dice la ley"))
    for line in card.of_kind(LineKind.KNOW):
        yield p.Marked(Shape.TICK, both.of_pack(line.text), _cited(both, line))
    for line in card.of_kind(LineKind.VERIFY):
        ask = say("hoja.rights.verify", "Pregunte a un abogado o una abogada:")
        told = both.of_pack(line.text)
        yield p.Marked(Shape.QUESTION, Two(f"{ask.es} {told.es}", f"{ask.ht} {told.ht}"), strong=True)
    yield p.Head(say("hoja.rights.do", "Qué hacer"))
    for line in card.of_kind(LineKind.DO):
        yield p.Marked(Shape.SQUARE, both.of_pack(line.text), _cited(both, line))
    if card.of_kind(LineKind.SAY):
        yield p.Head(say("hoja.rights.say", "Qué decir"))
    for line in card.of_kind(LineKind.SAY):
        yield p.Say(both.of_pack(line.text))
    yield p.Head(say("hoja.rights.not", "Qué no hacer ni firmar"))
    for line in card.of_kind(LineKind.NOT):
        yield p.Marked(Shape.NO, both.of_pack(line.text), _cited(both, line), strong=True)
    contacts = _contacts(both, card, region)
    if contacts:
        yield p.Head(say("hoja.rights.call", "A quién llamar"))
        yield from contact_pieces(both, contacts, brief=True)


def _contacts(both: TwoTongues, card: RightsCard, region: str) -> list[Contact]:
    """Those of the region first. Of an unknown region, all those that serve only some, on one line with one telephone
    to fill in."""
    found = [both.pack.contacts[name] for name in card.contacts]
    everywhere = [one for one in found if not one.regions]
    near = [one for one in found if one.regions and (not region or region in one.regions)]
    if not region and len(near) > 1:
        near = [replace(near[0], name=" / ".join(one.name for one in near), phone="", address="")]
    return [*near, *everywhere]


def _cited(both: TwoTongues, line: CardLine) -> Two | None:
    """The norms, and a word where one of them was not read in its own text."""
    if not line.norms:
        return None
    norms = [both.pack.norms[name] for name in line.norms]
    told = both.articles(norms)
    weakest = max(list(Confidence).index(one.confidence) for one in norms)
    if weakest:
        check = both.say("hoja.rights.check", "por confirmar")
        return Two(f"{told} ({check.es})", f"{told} ({check.ht})")
    return Two.same(told)

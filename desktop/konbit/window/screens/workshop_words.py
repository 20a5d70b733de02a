"""What the form workshop says of places, facts and what a trial gave."""

from __future__ import annotations

from konbit.law.forms import BoxLink, Computed, TextLink
from konbit.law.pack import Pack
from konbit.window.pack_words import listed, of_pack
from konbit.window.parts.lettering import Say, fixed
from konbit.window.tongue import Said, Words
from konbit.work.workshop.draft import CellLink, Draft
from konbit.work.workshop.offers import TODAY, Offer
from konbit.work.workshop.sheet import Spot


def today_said(words: Words) -> Said:
    return words("ui.workshop.today", "Fecha de hoy")


def _part(part: str) -> Say:
    return {
        "dia": lambda words: words("ui.workshop.day", "solo el día"),
        "mes": lambda words: words("ui.workshop.month", "solo el mes"),
        "anio": lambda words: words("ui.workshop.year", "solo el año"),
        "pesos": lambda words: words("ui.workshop.pesos", "en pesos"),
        "sin_puntos": lambda words: words("ui.workshop.no_dots", "sin puntos"),
    }[part]


def offer_said(offer: Offer, pack: Pack) -> Say:
    """«Fecha de nacimiento · solo el año», «Sexo · Mujer», «Viajes · Desde»."""
    if offer.fact == TODAY:
        return today_said
    fact = pack.facts[offer.fact]
    parts = [of_pack(pack.facts[fact.owner].label)] if fact.owner in pack.facts else []
    parts.append(of_pack(offer.label))
    if offer.part or offer.style:
        parts.append(_part(offer.part or offer.style))
    if offer.choice:
        parts.append(_choice(offer))
    return listed(parts, " · ")


def _choice(offer: Offer) -> Say:
    if offer.choice == "si":
        return lambda words: words("ui.answer.yes", "Sí")
    if offer.choice == "no":
        return lambda words: words("ui.answer.no", "No")
    return of_pack(offer.told)


def link_said(draft: Draft, spot: Spot, pack: Pack) -> Say | None:
    """What a place takes; None for nothing."""
    link = draft.links.get(spot.field)
    if link is None or not draft.linked(spot):
        return None
    if isinstance(link, Computed):
        return today_said
    if isinstance(link, TextLink):
        shown = link.wording.part or link.wording.style
        parts = [of_pack(pack.facts[name].label) for name in link.facts]
        return listed([listed(parts, " + "), *([_part(shown)] if shown else [])], " · ")
    label = of_pack(pack.facts[link.fact].label)
    choice = next((one for one, state in link.states.items() if state == spot.state), "")
    told = pack.facts[link.fact].choices.get(choice, "")
    answer = [_choice(Offer(link.fact, "", choice=choice, told=told))] if choice else []
    if isinstance(link, BoxLink):
        return listed([label, *answer], " · ")
    assert isinstance(link, CellLink)
    row, table = link.row, of_pack(pack.facts[pack.facts[link.fact].owner].label)
    in_row: Say = lambda words: words("ui.workshop.row", "fila {row}", row=row)  # noqa: E731
    return listed([table, in_row, label, *answer], " · ")


def place_said(spot: Spot) -> Say:
    """What the form prints for a place, as it prints it."""
    return fixed(spot.words or spot.field.rsplit(".", 1)[-1])

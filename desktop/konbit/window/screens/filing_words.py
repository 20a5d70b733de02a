"""What was filed, in sentences: how long ago, and how it ended."""

from __future__ import annotations

from konbit.law.pack import Pack
from konbit.window.pack_words import day_in_words, of_pack
from konbit.window.parts.lettering import Say, fixed
from konbit.window.tongue import Said, Words
from konbit.work.filings import Delay


def delay_words(pack: Pack, one: Delay) -> Say:
    """«Se presentó hace 27 meses; sin respuesta», or how it ended and how long that took."""
    filed, decided = one.filing.filed, one.filing.decided
    if decided is not None:
        result = of_pack(pack.filings.results.get(decided.result, decided.result))
        day, end = day_in_words(filed.day), day_in_words(decided.day)
        return lambda words: words(
            "ui.filing.ended",
            "Se presentó: {filed}. Respuesta: {result}, {decided}",
            filed=day(words),
            result=result(words),
            decided=end(words),
        )
    if not one.exact and one.months < one.most_months:
        least, most = one.months, one.most_months
        return lambda words: words(
            "ui.filing.pending_between",
            "Se presentó hace entre {least} y {most} meses; sin respuesta",
            least=least,
            most=most,
        )
    if one.months >= 2:
        months = one.months
        return lambda words: words(
            "ui.filing.pending_months", "Se presentó hace {n} meses; sin respuesta", n=months
        )
    if one.most_days == 0:
        return _today
    days = one.most_days
    return lambda words: words("ui.filing.pending_days", "Se presentó hace {n} días; sin respuesta", n=days)


def channel_words(pack: Pack, one: Delay) -> Say:
    """Where, and under which number."""
    filed = one.filing.filed
    channel = of_pack(pack.filings.channels.get(filed.channel, filed.channel))
    if not filed.number:
        return channel
    number = fixed(filed.number)
    return lambda words: words(
        "ui.filing.where", "{channel}. Rol o folio: {number}", channel=channel(words), number=number(words)
    )


def name_of_filed(pack: Pack, what: str) -> Say:
    """The name of a route or a writ by its key."""
    kind, _, ident = what.partition(":")
    if kind == "escrito" and ident in pack.writs:
        return of_pack(pack.writs[ident].name)
    if kind == "ruta" and ident in pack.routes:
        return of_pack(pack.routes[ident].name)
    return fixed(ident)


def _today(words: Words) -> Said:
    return words("ui.filing.pending_today", "Se presentó hoy; sin respuesta")

"""How a norm is named on screen, and what unfolds under its name: the verbatim quote, its source, how sure we are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from konbit.law.norms import Confidence, Norm, find_norm
from konbit.window.pack_words import day_in_words, listed
from konbit.window.parts.lettering import Say, fixed
from konbit.window.tongue import Said, Words

_NEW_LINE = "\u2028"  # breaks the line in a text layout without ending the paragraph


def article(norm: Norm) -> Say:
    """«Ley 21.325, art. 69 N°4»: the name of the law itself is never translated."""
    where = " ".join(part for part in (norm.article, norm.part) if part)
    if not where:
        return fixed(norm.name)
    return lambda words: words("ui.norm.article", "{law}, art. {article}", law=norm.name, article=where)


def articles(norms: Mapping[str, Norm], idents: Sequence[str]) -> Say:
    """The first of several norms by name, and how many more stand behind it."""
    found = known(norms, idents)
    if not found:
        return lambda words: words("ui.norm.none", "Sin norma anotada")
    first, more = article(found[0]), len(alike(found)) - 1
    if not more:
        return first
    return lambda words: words("ui.norm.and_more", "{article} y {more} más", article=first(words), more=more)


def quotes(norms: Mapping[str, Norm], idents: Sequence[str]) -> Say:
    """Every norm of a criterion, one after another."""
    found = known(norms, idents)
    if len(found) == 1:
        return quote(found[0])
    return listed([_headed(norm) for norm in found], _NEW_LINE)


def quotes_of(group: Sequence[Norm]) -> Say:
    """The phrases of norms that bear one name."""
    return quote(group[0]) if len(group) == 1 else listed([quote(norm) for norm in group], _NEW_LINE)


def alike(found: Sequence[Norm]) -> list[list[Norm]]:
    """Norms that would be shown under the same name (two phrases of one article), together."""
    groups: dict[tuple[str, str, str], list[Norm]] = {}
    for norm in found:
        groups.setdefault((norm.name, norm.article, norm.part), []).append(norm)
    return list(groups.values())


def quote(norm: Norm) -> Say:
    """The verbatim phrase, always in Spanish, then where and when it was read. Without a phrase it says so."""

    def say(words: Words) -> Said:
        said = _provenance(norm, words)
        phrase = f"«{norm.quote}» " if norm.quote else ""
        # The phrase itself has one tongue: the second lane only tells where it was read.
        return Said(f"{phrase}{said}", said.beside, said.first, said.second or "ht")

    return say


def known(norms: Mapping[str, Norm], idents: Sequence[str]) -> list[Norm]:
    """The norms of these ids, in order, each once."""
    found = (find_norm(norms, ident) for ident in dict.fromkeys(idents))
    return [norm for norm in found if norm is not None]


def confidence(words: Words, level: Confidence) -> Said:
    """How the pack knows what a norm says."""
    match level:
        case Confidence.CONFIRMED:
            return words("ui.norm.confirmed", "comprobado en su texto")
        case Confidence.SECONDARY:
            return words("ui.norm.secondary", "según una fuente secundaria")
        case Confidence.KNOWN:
            return words("ui.norm.known", "por verificar en su texto")
        case _:
            return words("ui.norm.unsure", "dudoso: léalo en su fuente antes de citarlo")


def _provenance(norm: Norm, words: Words) -> Said:
    sure = confidence(words, norm.confidence)
    if not norm.quote:
        return words(
            "ui.norm.unread", "Sin cita textual: léala antes de citarla ({confidence}).", confidence=sure
        )
    if norm.verified is None:
        return words(
            "ui.norm.source", "Fuente: {source} ({confidence}).", source=norm.source, confidence=sure
        )
    return words(
        "ui.norm.source_read",
        "Fuente: {source}, revisada: {date} ({confidence}).",
        source=norm.source,
        date=day_in_words(norm.verified)(words),
        confidence=sure,
    )


def _headed(norm: Norm) -> Say:
    name, told = article(norm), quote(norm)

    def say(words: Words) -> Said:
        head, rest = name(words), told(words)
        second = f"{head.beside or head}: {rest.beside}" if rest.beside else ""
        return Said(f"{head}: {rest}", second, rest.first, rest.second or "ht")

    return say

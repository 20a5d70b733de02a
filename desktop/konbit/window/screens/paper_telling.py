"""What there is to say of a paper, from the findings and from what was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from konbit.law.facts import Fact
from konbit.law.pack import Pack
from konbit.law.routes import Level as LawLevel
from konbit.window.pack_words import of_pack
from konbit.window.parts.banner import Level
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.screens.finding_cards import cards_of, lacking, state_of
from konbit.window.screens.finding_view import Notice
from konbit.window.screens.paper_making import Made, Paper
from konbit.window.screens.paper_notes import Blank, Notes
from konbit.window.screens.upload_words import upload_notice, weight_words
from konbit.window.session import Session


def first_fileable(session: Session) -> str:
    """The key of the writ to prepare when none was named: the one that ends first; "" if none can be filed."""
    found, pack = session.findings(), session.require_office().pack
    return next(
        (
            card.key
            for card in cards_of(found, pack)
            if card.kind == "escrito"
            and found.writs[card.id].open_to_file
            and pack.writs[card.id].has_template
        ),
        "",
    )


def lacking_first(session: Session, paper: Paper) -> str:
    """The first fact whose answer may let the paper be made, or ""."""
    if paper.kind != "escrito":
        return ""
    return next(iter(lacking(session.findings().writs[paper.id])), "")


def notes_of(session: Session, paper: Paper, made: Made | None) -> Notes:
    """The notes beside a paper; before it is made, what the findings already say."""
    pack = session.require_office().pack
    if paper.kind != "escrito":
        return _of_form(pack, paper, made)
    verdict = session.findings().writs[paper.id]
    levels = {LawLevel.RED: Level.RED, LawLevel.AMBER: Level.AMBER}
    conflicts = [one for one in session.findings().conflicts if paper.id in one.ids]
    return Notes(
        final=made is not None and made.state == "final",
        making=made is None,
        impossible=made is not None and made.fault is not None,
        blanks=_blanks(
            pack, paper, made.missing if made else (), verdict.missing if made and made.fault else ()
        ),
        lawyer_needed=made is not None and made.lawyer_needed,
        notices=(
            *(Notice(levels[one.level], of_pack(one.text), nothing, one.norms) for one in verdict.cautions),
            *(
                Notice(
                    Level.AMBER,
                    of_pack(one.text),
                    lambda words: words("ui.findings.one_way", "Elija una sola vía."),
                    one.norms,
                )
                for one in conflicts
            ),
            *_of_upload(pack, made),
        ),
        causes=tuple(
            (state_of(one.outcome), of_pack(one.cause.text))
            for one in verdict.causes
            if one.cause and one.outcome not in ("improcedente", "falta_informacion")
        ),
        verify=made.verify if made else (),
        upload=weight_words(pack, made.upload) if made and made.upload else None,
    )


def _of_upload(pack: Pack, made: Made | None) -> tuple[Notice, ...]:
    notice = upload_notice(pack, made.upload) if made and made.upload else None
    return (notice,) if notice else ()


def _of_form(pack: Pack, paper: Paper, made: Made | None) -> Notes:
    return Notes(
        final=made is not None and made.state == "final",
        making=made is None,
        impossible=made is not None and made.fault is not None,
        blanks=_blanks(pack, paper, made.missing if made else (), ()),
        problems=made.problems if made else (),
        overflow=tuple(_spilt(pack, paper.id, *one) for one in made.overflow) if made else (),
    )


def _blanks(pack: Pack, paper: Paper, missing: Sequence[str], facts: Sequence[str]) -> tuple[Blank, ...]:
    """Blanks with the question that fills each. A writ names them by label, a form by fact."""
    first = pack.writs[paper.id].all_asks() if paper.kind == "escrito" else ()
    by_label = _by_label(pack.facts, first)
    found = [Blank(of_pack(pack.facts[fact].label), _askable(pack, fact)) for fact in facts]
    for name in missing:
        fact = name if name in pack.facts else by_label.get(name, "")
        found.append(Blank(of_pack(pack.facts[fact].label if fact else name), _askable(pack, fact)))
    return tuple(found)


def _by_label(facts: Mapping[str, Fact], first: Sequence[str]) -> dict[str, str]:
    found = {fact.label: fact.id for fact in facts.values()}
    return found | {facts[name].label: name for name in first if name in facts}


def _askable(pack: Pack, fact: str) -> str:
    return fact if fact in pack.facts and pack.facts[fact].askable else ""


def _spilt(pack: Pack, form: str, field: str, page: int) -> Say:
    """What did not fit, by the name of its fact; a field that no fact feeds keeps the form's own name."""
    told = pack.forms[form]
    fact = next((link.fact for link in told.texts if link.field == field), "")
    title = next((table.title for table in told.tables if field in (table.id, table.notice)), "")
    label = (
        of_pack(pack.facts[fact].label if fact in pack.facts else title) if fact or title else fixed(field)
    )
    return lambda words: words(
        "ui.papers.spilt",
        "Página {page}: «{field}» no cabe y sigue en el anexo.",
        page=page,
        field=label(words),
    )

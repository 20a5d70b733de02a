"""The interview on paper, to fill in by hand: the questions in the order in which the program asks them.

Nobody's name stands on it, only the code of the case. The number of a question, and the small id beside it, say where
the answer goes when it is typed in afterwards; what depends on another question says on which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from konbit.case.answers import NotKnown
from konbit.errors import BadArgument
from konbit.law.facts import Fact, Kind
from konbit.law.tree import And, Choice, Compare, FactRef, Node, Not, OneOf, facts_of
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import Leaf, Piece, Space, Tongue, Two
from konbit.reasoning.asking import Screen, Target, next_screen
from konbit.work.ask import target_of
from konbit.work.office import Office
from konbit.work.sheet_files import SheetFile, draw_sheet, write_sheet
from konbit.work.sheet_words import foot_words, is_code
from konbit.work.two_tongues import TwoTongues, two_tongues
from konbit.work.wording import unknown_words

_SPACES: Mapping[Kind, Space] = {
    Kind.BOOL: Space.CHOICES,
    Kind.CHOICE: Space.CHOICES,
    Kind.CHOICES: Space.CHOICES,
    Kind.DATE: Space.DAY,
    Kind.PARTIAL_DATE: Space.DAY,
    Kind.MOMENT: Space.MOMENT,
    Kind.INTEGER: Space.NUMBER,
    Kind.DECIMAL: Space.NUMBER,
    Kind.RUN: Space.RUN,
    Kind.STORY: Space.LINES,
    Kind.LIST: Space.ROWS,
}


def blank_screens(office: Office, today: date, target: str = "") -> tuple[Screen, ...]:
    """The screens of an interview in which nothing is known: those of the target, or of every route and writ.

    target: `ruta:ID`, `escrito:ID`, a form, or a bare id. Raises BadArgument for what there is not.
    """
    targets: list[Target] = [target_of(office.pack, target)] if target else []
    situation = office.engine.situation({}, today)
    asked: set[str] = set()
    found: list[Screen] = []
    while (screen := next_screen(office.engine, situation, asked, targets)) is not None:
        found.append(screen)
        asked.update(screen.facts)
    return tuple(found)


def interview_leaf(office: Office, today: date, target: str = "", *, code: str = "") -> Leaf:
    """The blank interview as a sheet. code: of the case, else a line for it. Raises BadArgument."""
    if code and not is_code(code):
        raise BadArgument('"{what}" no es el código de un caso, como K-7R9', key="code", what=code)
    screens = blank_screens(office, today, target)
    both = two_tongues(office)
    title = both.say("hoja.interview.title", "Entrevista para llenar a mano")
    if target:
        name = _name(both, target_of(office.pack, target))
        title = both.say("hoja.interview.title_for", "Entrevista: {name}", name=name)
    made = Leaf(
        kind=both.say("hoja.interview.band", "ENTREVISTA EN PAPEL · SIN NOMBRES"),
        title=title,
        code=code,
        day=None,
        foot=foot_words(both),
        pieces=tuple(_pieces(both, _asked_of(office, screens))),
        size=10.5,
        margins=(15, 14, 15, 16),
    )
    return replace(made, draft=both.draft)


def make_interview_sheet(
    office: Office, today: date, target: str = "", tongue: Tongue = "es+ht", *, code: str = ""
) -> bytes:
    """The blank interview as PDF, from memory."""
    return draw_sheet(interview_leaf(office, today, target, code=code), tongue)


def write_interview_sheet(
    office: Office, today: date, path: Path, target: str = "", tongue: Tongue = "es+ht", *, code: str = ""
) -> SheetFile:
    """Writes the blank interview to a `.pdf`, whole or not at all. Raises BadArgument, CannotWrite."""
    leaf = interview_leaf(office, today, target, code=code)
    asked = sum(isinstance(piece, p.Asked) for piece in leaf.pieces)
    return write_sheet(leaf, tongue, path, "entrevista", {"para": target, "preguntas": asked})


def _asked_of(office: Office, screens: Sequence[Screen]) -> tuple[Fact, ...]:
    """The facts in order, and last the open question of the case (the vocabulary ends with it), which is always asked."""
    facts = [office.pack.facts[name] for screen in screens for name in screen.facts]
    stories = [
        one
        for one in office.pack.facts.values()
        if one.kind == Kind.STORY and one.owner == "causa" and one.askable and one.active is None
    ]
    story = stories[-1] if stories else None
    if story and story not in facts:
        facts.append(story)
    return tuple(facts)


def _pieces(both: TwoTongues, facts: Sequence[Fact]) -> Iterator[Piece]:
    say = both.say
    yield p.Text(
        say(
            "hoja.interview.how",
            "No escriba el nombre en esta hoja: solo el código del caso. Marque con una cruz. Si algo no se sabe, marque una casilla pequeña: no saber también es una respuesta. Si no se sabe el día de una fecha, escriba el mes y el año.",
        ),
        small=True,
    )
    numbers = {fact.id: number for number, fact in enumerate(facts, 1)}
    block = ""
    for fact in facts:
        if fact.block != block:
            block = fact.block
            yield p.Head(both.of_pack(both.pack.blocks[block].name))
            intro = both.pack.blocks[block].intro
            if intro:
                yield p.Text(both.of_pack(intro), small=True)
        yield _asked(both, fact, numbers)


def _asked(both: TwoTongues, fact: Fact, numbers: Mapping[str, int]) -> p.Asked:
    ways = [one for one in NotKnown if one.value not in fact.without]
    return p.Asked(
        number=numbers[fact.id],
        key=fact.id,
        text=both.of_pack(fact.question),
        space=_SPACES.get(fact.kind, Space.LINE),
        help=both.of_pack(fact.help) if fact.help else None,
        only_if=_only_if(both, fact, numbers),
        choices=tuple(_choices(both, fact)),
        columns=tuple(_columns(both, fact)),
        unknown=tuple(both.words(lambda say, one=one: unknown_words(say, one.value)) for one in ways),
    )


def _choices(both: TwoTongues, fact: Fact) -> Iterator[Two]:
    if fact.kind == Kind.BOOL:
        yield both.say("ui.answer.yes", "Sí")
        yield both.say("ui.answer.no", "No")
    for label in fact.choices.values():
        yield both.of_pack(label)


def _columns(both: TwoTongues, fact: Fact) -> Iterator[Two]:
    if fact.kind == Kind.LIST:
        for name in both.pack.items_of(fact.id):
            item = both.pack.facts[name]
            if item.askable:
                yield both.of_pack(item.label)


def _only_if(both: TwoTongues, fact: Fact, numbers: Mapping[str, int]) -> Two | None:
    """«Solo si en la pregunta 4 respondió: Sí», where the condition is that plain; else on which questions it hangs."""
    if fact.active is None:
        return None
    parts = fact.active.items if isinstance(fact.active, And) else (fact.active,)
    plain = [_plain(both, part, numbers) for part in parts]
    told = [one for one in plain if one]
    if len(told) == len(plain):
        joined = Two("; ".join(one.es for one in told), "; ".join(one.ht for one in told))
        return both.say("hoja.interview.only_if", "Solo si {conditions}.", conditions=joined)
    on = sorted({numbers[name] for name in _grounds(both, fact.active) if name in numbers})
    if not on:
        return None
    told_numbers = ", ".join(map(str, on))
    return both.say("hoja.interview.depends", "Depende de estas preguntas: {numbers}.", numbers=told_numbers)


def _grounds(both: TwoTongues, node: Node) -> frozenset[str]:
    """The facts a condition reads, of a worked-out one what it is worked out from."""
    found: set[str] = set()
    for name in facts_of(node):
        fact = both.pack.facts[name]
        found |= facts_of(fact.derived) if fact.derived is not None and not fact.askable else {name}
    return frozenset(found)


def _plain(both: TwoTongues, node: Node, numbers: Mapping[str, int]) -> Two | None:
    match node:
        case FactRef(fact=name) if name in numbers and both.pack.facts[name].kind == Kind.BOOL:
            return _one(both, numbers[name], [both.say("ui.answer.yes", "Sí")])
        case Not(item=FactRef(fact=name)) if name in numbers and both.pack.facts[name].kind == Kind.BOOL:
            return _one(both, numbers[name], [both.say("ui.answer.no", "No")])
        case Compare(op="==", left=FactRef(fact=name), right=Choice(name=choice)) if name in numbers:
            return _one(both, numbers[name], _labels(both, name, [choice]))
        case OneOf(item=FactRef(fact=name), names=choices) if name in numbers:
            return _one(both, numbers[name], _labels(both, name, list(choices)))
        case _:
            return None


def _labels(both: TwoTongues, name: str, choices: Sequence[str]) -> list[Two]:
    labels = both.pack.facts[name].choices
    return [both.of_pack(labels[one]) for one in choices if one in labels]


def _one(both: TwoTongues, number: int, labels: Sequence[Two]) -> Two | None:
    if not labels:
        return None
    joined = Two(" / ".join(one.es for one in labels), " / ".join(one.ht for one in labels))
    return both.say(
        "hoja.interview.condition", "en la pregunta {number} marcó «{labels}»", number=number, labels=joined
    )


def _name(both: TwoTongues, target: Target) -> Two:
    pack = both.pack
    names = {"ruta": pack.routes, "escrito": pack.writs, "formulario": pack.forms}
    return both.of_pack(names[target.kind][target.id].name)

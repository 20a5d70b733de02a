"""What stands in the review: one row a screen, and the facts nobody knows yet. No widget in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from konbit.case.answers import Answer, Source
from konbit.case.known import known_values, owner_of
from konbit.law.facts import Block, Fact, Kind
from konbit.window.pack_words import listed, of_pack
from konbit.window.parts.lettering import Say
from konbit.window.screens import value_words
from konbit.window.screens.fact_question import way_of
from konbit.window.screens.row_words import row_in_words
from konbit.window.tongue import Said, Words
from konbit.work import case_rows
from konbit.work.interview import Interview
from konbit.work.wording import source_words, unknown_words


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: label, value in words, whether two sources disagree about it."""

    fact: str
    label: Say
    value: Say
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One screen of the interview. topic: its name where it begins, else None."""

    facts: tuple[str, ...]
    topic: Say | None
    answers: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact to find out: it was looked for and is not known, or nobody answered."""

    fact: str
    say: Say


def groups(interview: Interview) -> list[Group]:
    """The answers that count, topic by topic in the pack's order, cut as the interview asked them."""
    pack = interview.office.pack
    answered = [name for name in pack.facts if _told(interview, pack.facts[name]) is not None]
    active = _active(interview, answered)
    made: list[Group] = []
    for block in sorted(pack.blocks.values(), key=lambda one: one.order):
        here = [name for name in active if pack.facts[name].block == block.id]
        for number, names in enumerate(_screens(interview, block, here)):
            told = _of_bars(interview, block, names) if block.none_of else _all(interview, names)
            made.append(Group(names, of_pack(block.name) if not number else None, tuple(told)))
    return made


def unknowns(interview: Interview) -> list[Unknown]:
    """What was asked and is not known, in the pack's order."""
    pack = interview.office.pack
    found: list[Unknown] = []
    for name, fact in pack.facts.items():
        if fact.owner not in ("persona", "hogar", "causa"):
            continue
        way = way_of(interview.answer_of(name))
        if way and _active(interview, [name]):
            found.append(Unknown(name, _unknown_say(of_pack(fact.label), way)))
    return found


def put_aside(interview: Interview) -> tuple[str, ...]:
    """Known facts whose branch is closed: kept, and not counted."""
    pack = interview.office.pack
    known = [
        name
        for name in known_values(interview.case, pack.facts, interview.person)
        if pack.facts[name].askable
    ]
    active = set(_active(interview, known))
    return tuple(name for name in known if name not in active)


def _active(interview: Interview, names: list[str]) -> list[str]:
    known = known_values(interview.case, interview.office.pack.facts, interview.person)
    situation = interview.office.engine.situation(known, interview.today)
    return [name for name in names if situation.is_active(name)]


def _screens(interview: Interview, block: Block, names: list[str]) -> Iterator[tuple[str, ...]]:
    """As the screens of the interview had them; what was asked on none, by twos."""
    if block.none_of:
        if names:
            yield tuple(names)
        return
    rest = list(names)
    for screen in interview.screens:
        if screen.block == block.id:
            here = tuple(name for name in screen.facts if name in rest)
            if here:
                rest = [name for name in rest if name not in here]
                yield here
    for at in range(0, len(rest), 2):
        yield tuple(rest[at : at + 2])


def _all(interview: Interview, names: tuple[str, ...]) -> Iterator[Told]:
    pack = interview.office.pack
    for name in names:
        fact = pack.facts[name]
        value = _told(interview, fact)
        if value is not None:
            place = owner_of(fact, interview.person or interview.case.applicant)
            disputed = bool(interview.case.disagreement(place, name))
            yield Told(name, of_pack(fact.label), value, disputed)


def _of_bars(interview: Interview, block: Block, names: tuple[str, ...]) -> Iterator[Told]:
    """Of a list everybody is asked: those that are so, then «los demás: no»."""
    yes = [name for name in names if _is(interview, name, yes=True)]
    no = [name for name in names if _is(interview, name, yes=False)]
    yield from _all(interview, tuple(name for name in names if name not in no))
    if no:
        count = len(no)
        yield Told(no[0], _others if yes else of_pack(block.name), _none_of_these(count))


def _is(interview: Interview, name: str, *, yes: bool) -> bool:
    answer = interview.answer_of(name)
    return answer is not None and answer.known and answer.value is yes


def _told(interview: Interview, fact: Fact) -> Say | None:
    """The answer in words; None where there is none."""
    if fact.kind == Kind.LIST:
        rows = case_rows.rows_of(interview, fact.id)
        if rows is not None:
            if not rows:
                return value_words.rows(0)
            return listed([row_in_words(interview, fact.id, row) for row in rows], "; ")
    if fact.owner not in ("persona", "hogar", "causa") or not fact.askable:
        return None
    answer = interview.answer_of(fact.id)
    if answer is None or (not answer.known and not way_of(answer)):
        return None
    if not answer.known:
        return _way_say(way_of(answer))
    return _sourced(value_words.value(interview.office.pack, fact, answer.value), answer)


def _sourced(value: Say, answer: Answer) -> Say:
    """Only what was not simply said by the person says where it is from."""
    if answer.source == Source.SAID:
        return value
    source = answer.source.value
    return lambda words: words(
        "ui.review.source", "{value} ({source})", value=value(words), source=source_words(words, source)
    )


def _way_say(way: str) -> Say:
    return lambda words: unknown_words(words, way)


def _unknown_say(label: Say, way: str) -> Say:
    return lambda words: words(
        "ui.answer.known", "{label}: {value}", label=label(words), value=unknown_words(words, way)
    )


def _others(words: Words) -> Said:
    return words("ui.review.others", "De los demás")


def _none_of_these(count: int) -> Say:
    return lambda words: words("ui.review.none_of", "ninguno ({count} preguntas)", count=count)

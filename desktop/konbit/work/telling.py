"""What can be said of a person, as a sheet of plain text in one tongue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from konbit.law.pack import Pack
from konbit.reasoning.examining import Examination
from konbit.reasoning.verdicts import Caution, RouteVerdict
from konbit.tongues.speaking import Speaker
from konbit.work.wording import outcome_words, state_words, term_state_words

_SHOWN = 6


def examination(found: Examination, pack: Pack, say: Speaker) -> str:
    """The answer to `check`."""
    lines = [
        say("cli.check.head", "Evaluado al {day}. Ley verificada hasta el {verified}.", day=say.day(found.today),
            verified=say.day(pack.verified)),
    ]  # fmt: skip
    for verdict in found.routes.values():
        lines += ["", *_route(verdict, pack, say)]
    if found.terms:
        lines += ["", say("cli.check.terms", "PLAZOS")]
        lines += [_term(found, number, say) for number in range(len(found.terms))]
    shown = [one for one in found.writs.values() if one.outcome != "improcedente"]
    if shown:
        lines += ["", say("cli.check.writs", "ESCRITOS")]
        for one in shown:
            lines.append(f"  {say.of_pack(one.writ.name)}: {outcome_words(say, one.outcome)}")
            lines += [f"    {say.of_pack(reason)}" for reason in one.reasons]
            if one.missing:
                lines.append(f"    {missing_facts(one.missing, pack, say)}")
    for conflict in found.conflicts:
        lines += ["", say("cli.check.conflict", "ELIJA UNO: {text}", text=say.of_pack(conflict.text))]
    if found.court:
        lines += ["", say("cli.check.court", "Tribunal: {name}", name=found.court.name)]
    for one in found.contradictions:
        label = say.of_pack(pack.facts[one.fact].label)
        lines.append(
            say(
                "cli.check.contradiction",
                "Revise «{label}»: lo dado no coincide con lo calculado",
                label=label,
            )
        )
    return "\n".join(lines)


def _route(verdict: RouteVerdict, pack: Pack, say: Speaker) -> list[str]:
    words = outcome_words(say, verdict.outcome)
    if verdict.since:
        words += " · " + say("cli.check.since", "desde el {day}", day=say.day(verdict.since))
    if verdict.until:
        words += " · " + say("cli.check.until", "impedido hasta el {day}", day=say.day(verdict.until))
    if verdict.to_confirm:
        words += " · " + say("cli.check.to_confirm", "por confirmar")
    lines = [f"{say.of_pack(verdict.route.name)}: {words}"]
    lines += _cautions(verdict.cautions, say)
    for one in verdict.criteria:
        if one.id in verdict.decisive and (one.value or one.id not in verdict.route.unless):
            norms = ", ".join(cited(norm, pack) for norm in one.norms[:3])
            lines.append(f"  [{state_words(say, one.value)}] {say.of_pack(one.text)} ({norms})")
    if verdict.missing:
        lines.append(f"  {missing_facts(verdict.missing, pack, say)}")
    lines += [f"  {say.day(one.day)}: {say.of_pack(one.text)}" for one in verdict.milestones]
    return lines


def _cautions(cautions: Iterable[Caution], say: Speaker) -> list[str]:
    marks = {"rojo": say("nivel.rojo", "PELIGRO"), "ambar": say("nivel.ambar", "Cuidado")}
    return [f"  {marks[one.level.value]}: {say.of_pack(one.text)}" for one in cautions]


def missing_facts(facts: Sequence[str], pack: Pack, say: Speaker) -> str:
    """What is still to be found out, the first few by name."""
    names = "; ".join(say.of_pack(pack.facts[name].label) for name in facts[:_SHOWN])
    if len(facts) > _SHOWN:
        return say(
            "cli.check.missing_more",
            "Falta saber: {names}; y {n} datos más",
            names=names,
            n=len(facts) - _SHOWN,
        )
    return say("cli.check.missing", "Falta saber: {names}", names=names)


def _term(found: Examination, number: int, say: Speaker) -> str:
    term = found.terms[number]
    last = term.due.date() if isinstance(term.due, datetime) else term.due
    words = term_state_words(say, term.state, (last - found.today).days)
    line = f"  {say.of_pack(term.deadline.name)}: {say.day(term.due)} ({words})"
    if term.other_due:
        line += " · " + say("cli.check.other", "otra lectura: {day}", day=say.day(term.other_due))
    return line


def cited(norm: str, pack: Pack) -> str:
    """A norm as people cite it: `Ley 21.325 art. 41`."""
    found = pack.norms[norm]
    return " ".join(
        part for part in (found.name, f"art. {found.article}" if found.article else "", found.part) if part
    )

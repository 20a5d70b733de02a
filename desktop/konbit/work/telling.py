"""What can be said of a person, as a sheet of plain text in one tongue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from konbit.law.pack import Pack
from konbit.law.routes import Level
from konbit.reasoning.examining import Examination
from konbit.reasoning.verdicts import Caution, CriterionState, RouteVerdict
from konbit.reasoning.writ_verdicts import WritVerdict
from konbit.tongues.speaking import Speaker
from konbit.work.wording import not_met_words, outcome_words, state_words, term_state_words

_SHOWN = 6
_OPEN_SHOWN = 3
"""Criteria that nobody knows, told of one route: more would bury what to do now."""

Heed = tuple[Level, str]
"""A warning as it is heard: two of the same words are one, whatever their ids."""


def examination(found: Examination, pack: Pack, say: Speaker) -> str:
    """The answer to `check`."""
    lines = [
        say("cli.check.head", "Evaluado al {day}. Ley verificada hasta el {verified}.", day=say.day(found.today),
            verified=say.day(pack.verified)),
    ]  # fmt: skip
    shared = shared_cautions(found)
    if shared:
        lines += ["", say("cli.check.shared", "LO QUE VALE PARA VARIAS RUTAS")]
        for heed, names in shared.items():
            routes = "; ".join(say.of_pack(pack.routes[name].name) for name in names)
            lines.append(_heed(heed, say))
            lines.append("    " + say("cli.check.shared_routes", "Vale para: {routes}", routes=routes))
    for verdict in found.routes.values():
        lines += ["", *_route(verdict, shared, pack, say)]
    if found.terms:
        lines += ["", say("cli.check.terms", "PLAZOS")]
        lines += [_term(found, number, say) for number in range(len(found.terms))]
    shown = [one for one in found.writs.values() if one.outcome != "improcedente"]
    if shown:
        lines += ["", say("cli.check.writs", "ESCRITOS")]
        for one in shown:
            lines.append(f"  {say.of_pack(one.writ.name)}: {outcome_words(say, one.outcome)}")
            lines += [f"    {reason}" for reason in _reasons(one, say)]
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


def shared_cautions(found: Examination) -> dict[Heed, tuple[str, ...]]:
    """The warnings that several routes share, the red ones first, each with the ids of its routes."""
    routes: dict[Heed, dict[str, None]] = {}
    for ident, verdict in found.routes.items():
        for one in verdict.cautions:
            routes.setdefault((one.level, one.text), {})[ident] = None
    several = {heed: tuple(names) for heed, names in routes.items() if len(names) > 1}
    return dict(sorted(several.items(), key=lambda pair: pair[0][0] != Level.RED))


def _route(
    verdict: RouteVerdict, shared: Mapping[Heed, tuple[str, ...]], pack: Pack, say: Speaker
) -> list[str]:
    words = outcome_words(say, verdict.outcome)
    if verdict.since:
        words += " · " + say("cli.check.since", "desde el {day}", day=say.day(verdict.since))
    if verdict.until:
        words += " · " + say("cli.check.until", "impedido hasta el {day}", day=say.day(verdict.until))
    if verdict.to_confirm:
        words += " · " + say("cli.check.to_confirm", "por confirmar")
    lines = [f"{say.of_pack(verdict.route.name)}: {words}"]
    lines += _cautions((one for one in verdict.cautions if (one.level, one.text) not in shared), say)
    for one in verdict.criteria:
        if one.id in verdict.decisive and (one.value or one.id not in verdict.route.unless):
            lines.append(f"  {_criterion(one, pack, say)}")
    if verdict.missing:
        lines += _unknown(verdict, pack, say)
        lines.append(f"  {missing_facts(verdict.missing, pack, say)}")
    lines += [f"  {say.day(one.day)}: {say.of_pack(one.text)}" for one in verdict.milestones]
    return lines


def _criterion(one: CriterionState, pack: Pack, say: Speaker) -> str:
    """`✓ Cumple: …`, `✗ No cumple. …` with the sentence that is then true, `✗ No se cumple: …`, `? No se sabe: …`."""
    norms = ", ".join(cited(norm, pack) for norm in one.norms[:3])
    return f"{_stated(one, say)} ({norms})"


def _stated(one: CriterionState, say: Speaker) -> str:
    state = state_words(say, one.value)
    if one.value is not False:
        return f"{'✓' if one.value else '?'} {state}: {say.of_pack(one.text)}"
    if one.unmet:
        return f"✗ {state}. {say.of_pack(one.unmet)}"
    return f"✗ {not_met_words(say, say.of_pack(one.text))}"


def _unknown(verdict: RouteVerdict, pack: Pack, say: Speaker) -> Iterator[str]:
    """The first criteria of a smallest set that would settle it, each with what to do now."""
    wanted = set(min(verdict.enough, key=len, default=verdict.missing))
    open_ones = [one for one in verdict.criteria if one.value is None and wanted.intersection(one.missing)]
    for one in open_ones[:_OPEN_SHOWN]:
        yield f"  {_criterion(one, pack, say)}"
        if one.advice:
            yield "    " + say(
                "hoja.ruta.advice", "Qué traer o averiguar: {text}", text=say.of_pack(one.advice)
            )


def _reasons(verdict: WritVerdict, say: Speaker) -> Iterator[str]:
    """Why a writ stands so: what is not met is told as it is, never as the condition it fails."""
    failed = {one.text: one for one in verdict.criteria if one.value is False}
    for reason in verdict.reasons:
        yield _stated(failed[reason], say) if reason in failed else say.of_pack(reason)
    if verdict.missing:
        wanted = set(verdict.missing)
        for one in verdict.criteria:
            if one.value is None and one.advice and wanted.intersection(one.missing):
                yield _stated(one, say)
                yield "  " + say(
                    "hoja.ruta.advice", "Qué traer o averiguar: {text}", text=say.of_pack(one.advice)
                )
                break


def _cautions(cautions: Iterable[Caution], say: Speaker) -> list[str]:
    return [_heed((one.level, one.text), say) for one in cautions]


def _heed(heed: Heed, say: Speaker) -> str:
    level, text = heed
    mark = say("nivel.rojo", "PELIGRO") if level == Level.RED else say("nivel.ambar", "Cuidado")
    return f"  {mark}: {say.of_pack(text)}"


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

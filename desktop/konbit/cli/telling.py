"""Results as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from konbit.cli.speaking import Speaker
from konbit.law.deadlines import Deadline
from konbit.law.facts import Fact
from konbit.law.pack import Pack
from konbit.law.places import Court
from konbit.reasoning.asking import Screen
from konbit.reasoning.counting import Reading
from konbit.reasoning.examining import Examination
from konbit.reasoning.verdicts import Caution, RouteVerdict
from konbit.work.wording import day_reason_words, outcome_words, state_words, term_state_words

if TYPE_CHECKING:
    from konbit.papers.pdf.inspecting import Inspection
    from konbit.work.aid import AidSheetFile
    from konbit.work.demo import DemoReport
    from konbit.work.forms import FilledFile
    from konbit.work.linting import LintReport
    from konbit.work.write import WrittenFile


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
                lines.append(f"    {_missing(one.missing, pack, say)}")
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
        if one.id in verdict.decisive:
            norms = ", ".join(cited(norm, pack) for norm in one.norms[:3])
            lines.append(f"  [{state_words(say, one.value)}] {say.of_pack(one.text)} ({norms})")
    if verdict.missing:
        lines.append(f"  {_missing(verdict.missing, pack, say)}")
    lines += [f"  {say.day(one.day)}: {say.of_pack(one.text)}" for one in verdict.milestones]
    return lines


def _cautions(cautions: Iterable[Caution], say: Speaker) -> list[str]:
    marks = {"rojo": say("nivel.rojo", "PELIGRO"), "ambar": say("nivel.ambar", "Cuidado")}
    return [f"  {marks[one.level.value]}: {say.of_pack(one.text)}" for one in cautions]


def _missing(facts: Sequence[str], pack: Pack, say: Speaker) -> str:
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


def questions(screen: Screen, facts: Sequence[Fact], pack: Pack, say: Speaker) -> str:
    """The answer to `next`."""
    lines = [say.of_pack(pack.blocks[screen.block].name)]
    lines += [f"  {say.of_pack(fact.question)}  [{fact.id}]" for fact in facts]
    if screen.none_of:
        lines.append("  " + say("cli.next.none_of", "O bien: ninguno de estos"))
    lines.append(say("cli.next.left", "Después quedan unas {n} preguntas", n=screen.left))
    return "\n".join(lines)


def counted(deadline: Deadline, reading: Reading, pack: Pack, say: Speaker) -> str:
    """The answer to `deadline`."""
    lines = [
        say.of_pack(deadline.name),
        say("cli.deadline.due", "Vence el {day}", day=say.day(reading.vence)),
        say("cli.deadline.file_by", "Preséntelo a más tardar el {day}", day=say.day(reading.presentar_hasta)),
    ]
    if reading.alternativo:
        lines.append(
            say(
                "cli.deadline.other",
                "Otra lectura posible: {day}. Use la primera.",
                day=say.day(reading.alternativo),
            )
        )
    if not reading.calendario_cubre:
        lines.append(say("cli.deadline.uncovered", "Los feriados de esas fechas no están verificados"))
    lines.append(say.of_pack(pack.units[reading.unidad].explanation))
    for day in reading.dias:
        number = "" if day.number is None else str(day.number)
        reason = day_reason_words(say, day.reason, say.of_pack(day.holiday))
        lines.append(f"  {day.date:%d-%m-%Y}  {number:>3}  {reason}")
    lines.append(", ".join(cited(norm, pack) for norm in reading.norma))
    return "\n".join(lines)


def court(found: Court, say: Speaker) -> str:
    """The answer to `court`."""
    return say("cli.court", "{name}. La decide quien presenta; esta es la de la comuna.", name=found.name)


def lint(report: LintReport, say: Speaker) -> str:
    """The answer to `lint`."""
    lines = [str(problem) for problem in report.problems]
    lines += [say("cli.lint.stale", "sin verificar hace tiempo: {norm}", norm=norm) for norm in report.stale]
    lines += [say("cli.lint.unquoted", "sin cita textual: {norm}", norm=norm) for norm in report.unquoted]
    for ident, states in report.uncovered.items():
        lines.append(
            say("cli.lint.uncovered", "nunca visto {states}: {id}", states=", ".join(states), id=ident)
        )
    lines.append(say("cli.lint.count", "Problemas: {n}", n=len(report.problems)))
    return "\n".join(lines)


def inspection(found: Inspection, say: Speaker) -> str:
    """The answer to `inspect`."""
    lines = [
        say(
            "cli.inspect.head",
            "Páginas: {pages}. Campos: {fields}.",
            pages=found.pages,
            fields=len(found.fields),
        )
    ]
    for one in found.fields:
        lines.append(f"  {one.page}  {one.type:<9} {one.name}")
    lines.append(say("cli.inspect.fingerprint", "Huella: {value}", value=found.fingerprint))
    return "\n".join(lines)


def filled(done: FilledFile, pack: Pack, say: Speaker) -> str:
    """The answer to `fill`."""
    lines = [
        say(
            "cli.fill.done",
            "{file}: {state}, {n} campos",
            file=done.file,
            state=_paper_state(done.state, say),
            n=done.fields_set,
        )
    ]
    if done.missing:
        lines.append(_missing(done.missing, pack, say))
    lines += [f"  {problem}" for problem in done.problems]
    return "\n".join(lines)


def filled_data(done: Sequence[FilledFile], say: Speaker) -> str:
    """The answer to `fill-data`."""
    return "\n".join(
        say(
            "cli.fill.done",
            "{file}: {state}, {n} campos",
            file=one.file,
            state=_paper_state(one.state, say),
            n=one.fields_set,
        )
        for one in done
    )


def written(done: WrittenFile, say: Speaker, aid_sheet: str = "") -> str:
    """The answer to `write`. aid_sheet: the writ, where the free legal aid sheet is offered for it."""
    lines = [
        say(
            "cli.write.done",
            "{file}: {state}, {n} páginas",
            file=done.file,
            state=_paper_state(done.state, say),
            n=done.pages,
        )
    ]
    if done.missing:
        labels = ", ".join(done.missing)
        lines.append(say("cli.write.missing", "Por completar: {labels}", labels=labels))
    if done.lawyer_needed:
        lines.append(say("cli.write.lawyer", "Falta nombrar a la abogada o al abogado que patrocina"))
    if aid_sheet:
        lines.append(
            say(
                "cli.write.aid",
                "Hoja de ayuda legal gratuita, para la persona: konbit aid {writ} CASO -o HOJA.pdf",
                writ=aid_sheet,
            )
        )
    return "\n".join(lines)


def aid(done: AidSheetFile, say: Speaker) -> str:
    """The answer to `aid`."""
    lines = [say("cli.aid.done", "{file}: hoja de ayuda legal gratuita, es + ht", file=done.file)]
    term = done.term
    if term.last:
        lines.append(say("cli.aid.last", "Último día: {day}", day=say.day(term.last)))
    elif term.due:
        lines.append(say("cli.aid.late", "El plazo venció el {day}", day=say.day(term.due)))
        if term.other and term.state == "otra_lectura":
            lines.append(say("cli.aid.other", "Otra lectura: {day}", day=say.day(term.other)))
    elif term.state == "desconocido":
        lines.append(say("cli.aid.unknown", "No se sabe el último día: falta la fecha del aviso"))
    return "\n".join(lines)


def _paper_state(state: str, say: Speaker) -> str:
    return say("papel.final", "listo para firmar") if state == "final" else say("papel.borrador", "borrador")


def demo(report: DemoReport, say: Speaker) -> str:
    """The answer to `demo`."""
    lines = [
        say("cli.demo.head", "{n} casos de ejemplo en {folder}", n=len(report.cases), folder=report.folder)
    ]
    lines += [f"  {file}" for file in report.files]
    return "\n".join(lines)

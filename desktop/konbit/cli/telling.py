"""Results as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from konbit.law.deadlines import Deadline
from konbit.law.facts import Fact
from konbit.law.pack import Pack
from konbit.law.places import Court
from konbit.reasoning.asking import Screen
from konbit.reasoning.counting import Reading
from konbit.tongues.speaking import Speaker
from konbit.work.telling import cited, missing_facts
from konbit.work.wording import day_reason_words

if TYPE_CHECKING:
    from konbit.papers.pdf.inspecting import Inspection
    from konbit.work.aid import AidSheetFile
    from konbit.work.approval import Standing
    from konbit.work.creole_review import ReviewTaken
    from konbit.work.demo import DemoReport
    from konbit.work.forms import FilledFile
    from konbit.work.linting import LintReport
    from konbit.work.upload import Upload
    from konbit.work.write import WrittenFile


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
    given = report.approved
    if given.of:
        lines.append(
            say(
                "cli.lint.approved",
                "Rutas y escritos aprobados por abogado o abogada: {current} de {of}. Aprobados en otra edición: {before}",
                current=given.current,
                of=given.of,
                before=given.before,
            )
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
    lines = [_filled_line(done, say)]
    if done.missing:
        lines.append(missing_facts(done.missing, pack, say))
    lines += [f"  {problem}" for problem in done.problems]
    return "\n".join(lines)


def filled_data(done: Sequence[FilledFile], say: Speaker) -> str:
    """The answer to `fill-data`."""
    return "\n".join(_filled_line(one, say) for one in done)


def _filled_line(done: FilledFile, say: Speaker) -> str:
    state = _paper_state(done.state, say)
    return say("cli.fill.done", "{file}: {state}, {n} campos", file=done.file, state=state, n=done.fields_set)


def written(done: WrittenFile, say: Speaker, channels: Mapping[str, str], aid_sheet: str = "") -> str:
    """The answer to `write`. channels: the words for the ways of filing. aid_sheet: the writ, where the free legal aid
    sheet is offered for it."""
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
    if done.upload:
        lines.extend(_upload(done.upload, channels, say))
    return "\n".join(lines)


def _upload(file: Upload, channels: Mapping[str, str], say: Speaker) -> list[str]:
    """The name for the portal, and what speaks against handing it in there as it is."""
    lines = [say("cli.write.name", "Nombre para subirlo: {name}", name=file.name)]
    if not file.channel:
        return lines
    channel = say.of_pack(channels[file.channel])
    if file.format_ok is False:
        lines.append(say("cli.write.format", "{channel}: no recibe este tipo de archivo", channel=channel))
    size, most = _megabytes(file.size), _megabytes(file.most or 0)
    if file.fits is False:
        lines.append(
            say(
                "cli.write.heavy",
                "Pesa {size} MB y {channel} recibe hasta {most}: divídalo, o baje la resolución de las fotos",
                size=size,
                most=most,
                channel=channel,
            )
        )
    elif file.fits is None:
        lines.append(
            say(
                "cli.write.unread",
                "Pesa {size} MB. No se ha leído cuánto recibe: {channel}. Mírelo al subirlo",
                size=size,
                channel=channel,
            )
        )
    elif file.confidence != "C":
        lines.append(
            say(
                "cli.write.light",
                "Pesa {size} MB y cabe: {channel}, hasta {most} MB según una copia de su página. Confírmelo",
                size=size,
                most=most,
                channel=channel,
            )
        )
    return lines


def _megabytes(size: int) -> str:
    """In millions of bytes with a comma, rounded up: what is a little over the limit never reads as the limit."""
    return f"{-(-size // 10_000) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")


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


def review_taken(taken: ReviewTaken, say: Speaker) -> str:
    """The answer to `law --import-review`."""
    lines = [
        say("cli.law.by", "Revisó {name}, el {day}", name=taken.by, day=say.day(taken.day)),
        say("cli.law.approved", "Aprobados sin cambio: {n}", n=taken.approved),
        say("cli.law.corrected", "Corregidos: {n}", n=taken.corrected),
        say("cli.law.silent", "Sin marca, quedan como borrador: {n}", n=taken.silent),
    ]
    if taken.skipped:
        lines.append(
            say(
                "cli.law.skipped",
                "El español cambió desde entonces; no se tomaron: {n}",
                n=len(taken.skipped),
            )
        )
        lines += [f"  {ident}" for ident in taken.skipped]
    return "\n".join(lines)


def approved(given: Standing, say: Speaker) -> str:
    """The answer to `law --sign`."""
    one = given.approval
    return say(
        "cli.law.signed",
        "{target}: aprobada por {name} el {day}, en la edición de marca {mark}",
        target=one.target,
        name=one.name,
        day=say.day(one.day),
        mark=one.pack_mark,
    )

"""The words of the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from konbit.errors import BadArgument

_SENTENCES = (
    (r"the following arguments are required: (?P<what>.*)", "Falta {what}"),
    (r"argument (?P<name>.*): expected one argument", "Falta el valor de {name}"),
    (r"argument (?P<name>.*): invalid choice: (?P<what>.*?) \(.*", "{name}: {what} no se conoce"),
    (r"argument (?P<name>.*): invalid .* value: (?P<what>.*)", "{name}: {what} no sirve aquí"),
    (r"unrecognized arguments: (?P<what>.*)", "No se entiende {what}"),
    (r"argument (?P<name>.*): (?P<what>.*)", "{name}: {what}"),
)


class Parser(argparse.ArgumentParser):
    """A parser that tells its faults as Konbit does: one sentence, exit 2."""

    def error(self, message: str) -> NoReturn:
        for pattern, template in _SENTENCES:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                raise BadArgument(template, **found.groupdict())
        raise BadArgument("No se entiende la orden: {what}", what=message)


def day(text: str) -> date:
    """A date `YYYY-MM-DD`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'no es un día que exista: "{text}"') from None


def day_or_moment(text: str) -> date | datetime:
    """A date, or a date with its hour `YYYY-MM-DDTHH:MM`."""
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'no es un día que exista: "{text}"') from None


def parser() -> Parser:
    """The parser of all commands."""
    common = Parser(add_help=False)
    common.add_argument("--lang", choices=("es", "ht", "en"), default="es", help="lengua de los mensajes")
    common.add_argument("--json", action="store_true", help="un objeto JSON y nada más")
    common.add_argument("--pack", type=Path, help="carpeta de otro paquete legal")
    top = Parser(
        prog="konbit", description="Konbit: ayuda sin conexión para clínicas legales de migración en Chile"
    )
    commands = top.add_subparsers(dest="command", metavar="ORDEN", required=True, parser_class=Parser)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[common])

    def of_case(one: argparse.ArgumentParser) -> None:
        one.add_argument("case", metavar="CASO", type=Path, help="archivo JSON o TOML")
        one.add_argument(
            "--on", type=day, metavar="FECHA", help="día de evaluación (por omisión, hoy en Santiago)"
        )
        one.add_argument("--persona", default="", metavar="ID", help="otra persona del caso")
        with_days(one)

    def with_days(one: argparse.ArgumentParser) -> None:
        one.add_argument(
            "--feriados",
            type=Path,
            metavar="ARCHIVO.toml",
            help="feriados que la clínica agrega al calendario",
        )

    check = command("check", "qué rutas, plazos y escritos tiene una persona, y por qué")
    of_case(check)
    ask = command("next", "qué preguntar ahora")
    of_case(ask)
    ask.add_argument(
        "--for", dest="target", default="", metavar="ID", help="ruta:ID, escrito:ID o un formulario"
    )
    term = command("deadline", "cuenta un plazo día por día")
    term.add_argument("deadline", metavar="PLAZO")
    term.add_argument("--from", dest="start", type=day_or_moment, required=True, metavar="FECHA[THH:MM]")
    term.add_argument("--medio", choices=("personal", "correo", "carta"))
    term.add_argument("--comuna", default="", metavar="COMUNA")
    term.add_argument("--dias", type=int, metavar="N")
    with_days(term)
    court = command("court", "la Corte de Apelaciones de una comuna")
    court.add_argument("comuna", metavar="COMUNA", nargs="+")
    lint = command("lint", "revisa un paquete legal entero")
    lint.add_argument("folder", metavar="PAQUETE", type=Path, nargs="?")
    lint.add_argument(
        "--coverage", action="store_true", help="criterios nunca vistos cumplidos, no cumplidos, sin saber"
    )
    lint.add_argument(
        "--stale", type=int, metavar="MESES", help="normas sin verificar hace más de MESES meses"
    )
    inspect = command("inspect", "qué campos tiene un PDF")
    inspect.add_argument("file", metavar="ARCHIVO.pdf", type=Path)
    fill = command("fill", "llena un formulario con los datos de un caso")
    fill.add_argument("form", metavar="FORMULARIO")
    of_case(fill)
    fill.add_argument("-o", dest="output", type=Path, required=True, metavar="SALIDA.pdf")
    fill.add_argument("--flat", action="store_true", help="sin campos: como impreso")
    data = command("fill-data", "llena cualquier PDF con campos desde JSON o JSONL")
    data.add_argument("file", metavar="ARCHIVO.pdf", type=Path)
    data.add_argument("values", metavar="VALORES", type=Path)
    data.add_argument("-o", dest="output", type=Path, required=True, metavar="SALIDA")
    data.add_argument("--flat", action="store_true", help="sin campos: como impreso")
    write = command("write", "escribe un escrito")
    write.add_argument("writ", metavar="ESCRITO")
    of_case(write)
    write.add_argument("-o", dest="output", type=Path, required=True, metavar="SALIDA.{pdf,docx}")
    write.add_argument("--tongue", choices=("es", "ht", "es+ht"), default="es")
    write.add_argument(
        "--annexes", type=Path, metavar="LEGAJO.toml", help="lista los documentos del legajo, con sus hojas"
    )
    bundle = command("bundle", "arma el legajo de documentos: fotos, escaneos y PDF en uno solo, numerados")
    bundle.add_argument("bundle", metavar="LEGAJO.toml", type=Path)
    bundle.add_argument("-o", dest="output", type=Path, required=True, metavar="SALIDA.pdf")
    bundle.add_argument("--limit", type=float, metavar="MB", help="cuánto puede pesar, en millones de bytes")
    aid = command("aid", "hoja de ayuda legal gratuita para un escrito que exige abogada o abogado")
    aid.add_argument("writ", metavar="ESCRITO")
    of_case(aid)
    aid.add_argument("-o", dest="output", type=Path, required=True, metavar="SALIDA.pdf")
    _sheets(command("sheet", "hojas para personas, en español y creole"), common, of_case, with_days)
    batch = command("batch", "los papeles de un plan, para muchos casos a la vez")
    batch.add_argument("plan", metavar="PLAN.toml", type=Path)
    batch.add_argument(
        "cases", metavar="CASOS", type=Path, help="carpeta de casos, o planilla .csv, .xlsx o .jsonl"
    )
    batch.add_argument("-o", dest="output", type=Path, required=True, metavar="CARPETA")
    batch.add_argument(
        "--on", type=day, metavar="FECHA", help="día de evaluación (por omisión, hoy en Santiago)"
    )
    batch.add_argument(
        "--workers", type=int, default=0, metavar="N", help="cuántos procesos trabajan a la vez"
    )
    batch.add_argument("--resume", action="store_true", help="sigue donde quedó")
    with_days(batch)
    demo = command("demo", "todo el trabajo sobre los casos de ejemplo, sin ventana")
    demo.add_argument("-o", dest="output", type=Path, required=True, metavar="CARPETA")
    law = command("law", "el paquete para revisarlo: como documento, o la traducción en una planilla")
    law_way = law.add_mutually_exclusive_group(required=True)
    law_way.add_argument(
        "--sheet", type=Path, metavar="CARPETA", help="el paquete entero como documento, para firmarlo"
    )
    law_way.add_argument("--review", metavar="LENGUA", help="la traducción, a una planilla para quien revisa")
    law_way.add_argument(
        "--import-review",
        dest="taken",
        type=Path,
        metavar="PLANILLA.xlsx",
        help="la planilla revisada, de vuelta",
    )
    law_way.add_argument(
        "--sign",
        metavar="ruta:ID",
        help="anota en el paquete que un abogado o abogada aprobó esa ruta o escrito",
    )
    law.add_argument("--name", default="", metavar="NOMBRE", help="con --sign: quién la aprobó")
    law.add_argument("--on", type=day, metavar="FECHA", help="con --sign: qué día la firmó; si falta, hoy")
    law.add_argument("--tongue", default="ht", help="de qué lengua es la planilla que vuelve")
    law.add_argument("-o", dest="output", type=Path, metavar="SALIDA.xlsx")
    bench = command("bench", "mide")
    bench.add_argument(
        "name", metavar="QUÉ", choices=("check", "ask", "start", "fill", "write", "batch", "window")
    )
    bench.add_argument(
        "--peer-python",
        metavar="PYTHON",
        help="check: un Python que tiene OpenFisca, para medir a su lado (si falta, el que corre)",
    )
    return top


def _sheets(
    sheet: argparse.ArgumentParser,
    common: Parser,
    of_case: Callable[[argparse.ArgumentParser], None],
    with_days: Callable[[argparse.ArgumentParser], None],
) -> None:
    """`konbit sheet KIND`: one kind of sheet each."""
    kinds = sheet.add_subparsers(dest="sheet", metavar="HOJA", required=True, parser_class=Parser)

    def kind(name: str, text: str, tongue: str = "es+ht") -> argparse.ArgumentParser:
        one = kinds.add_parser(name, help=text, description=text, parents=[common])
        one.add_argument("-o", dest="output", type=Path, required=True, metavar="SALIDA.pdf")
        one.add_argument("--tongue", choices=("es", "ht", "es+ht"), default=tongue)
        return one

    route = kind(
        "route", "explica una ruta a la persona: estado, razones con su norma, qué traer, hasta cuándo"
    )
    route.add_argument("route", metavar="RUTA")
    of_case(route)
    rights = kind("rights", "una tarjeta de derechos")
    rights.add_argument("card", metavar="TARJETA")
    rights.add_argument("--comuna", default="", metavar="COMUNA", help="solo las oficinas de su región")
    interview = kind("interview", "la entrevista en blanco, para llenar a mano")
    interview.add_argument(
        "--for", dest="target", default="", metavar="ID", help="ruta:ID, escrito:ID o un formulario"
    )
    interview.add_argument("--code", default="", metavar="CÓDIGO", help="código del caso, nunca un nombre")
    interview.add_argument("--on", type=day, metavar="FECHA")
    of_case(kind("deadlines", "los plazos de un caso, para la persona"))
    of_day = kind("day", "los plazos del día de varios casos, por código", "es")
    of_day.add_argument("cases", metavar="CASOS", type=Path, nargs="+", help="archivos o carpetas")
    of_day.add_argument("--on", type=day, metavar="FECHA")
    with_days(of_day)

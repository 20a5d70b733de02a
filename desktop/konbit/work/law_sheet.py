"""The whole pack as a document for a lawyer: each sentence, its condition in words, its norms with their quotes and how
sure they are, the questions left open, and a line to sign under each route."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from konbit.errors import CannotWrite
from konbit.law.approvals import approvals_file
from konbit.law.deadlines import Deadline
from konbit.law.in_words import InWords
from konbit.law.pack import Pack, PackFolders
from konbit.law.routes import Criterion, Milestone, Route, Warning
from konbit.law.writs import Writ
from konbit.papers.output import write_whole
from konbit.tongues.dates import date_text

if TYPE_CHECKING:
    from konbit.papers.writ.blocks import Block

_SURE = {
    "C": "leída en su texto",
    "S": "leída en un resumen",
    "K": "conocida, no leída",
    "U": "insegura: no decide",
}
_SAID_OF = {
    "reglada": "reglada",
    "discrecional": "discrecional",
    "historica": "proceso cerrado",
    "informativa": "solo informa",
}


@dataclass(frozen=True, slots=True)
class LawSheet:
    """The two files, the same words in both. mark: what a signature stands for, ten digits over all of the pack."""

    files: tuple[str, ...]
    pages: int
    mark: str

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {"files": list(self.files), "paginas": self.pages, "marca": self.mark}


def pack_mark(folders: PackFolders) -> str:
    """Ten hexadecimal digits that change when any file of the law changes (`forms/` and `templates/`).

    Who approved it is no law: a signature does not change what it signs.
    """
    told, signed = hashlib.sha256(), approvals_file(folders.forms)
    for root in (folders.forms, folders.templates):
        for path in sorted(root.rglob("*")):
            if path.suffix in (".toml", ".csv", ".j2") and path != signed:
                told.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return told.hexdigest()[:10]


def text_mark(pack: Pack, target: str) -> str:
    """Ten hexadecimal digits over what a lawyer reads of `ruta:ID` or `escrito:ID` and of the common criteria it needs.

    A writ's model counts too. Raises KeyError.
    """
    kind, _, ident = target.partition(":")
    sheet = _Sheet(pack, "")
    if kind == "ruta":
        route = pack.routes[ident]
        read = [*sheet.route(route), *sheet.shared_of(route)]
        model = b""
    else:
        read = list(sheet.writ(pack.writs[ident]))
        folder = pack.folders.templates / ident
        model = b"".join(path.read_bytes() for path in sorted(folder.rglob("*.j2")))
    words = "\n".join("".join(run.text for run in getattr(block, "runs", ())) for block in read)
    return hashlib.sha256(words.encode() + b"\0" + model).hexdigest()[:10]


def write_law_sheet(pack: Pack, folder: Path) -> LawSheet:
    """Writes `paquete-VERSION.pdf` and `.docx` into a folder, made if it is not there. Raises CannotWrite."""
    from konbit.papers.pdf.render import page_count
    from konbit.papers.writ import docx, pdf
    from konbit.papers.writ.blocks import Writ as Paper

    mark = pack_mark(pack.folders)
    title = f"Paquete legal {pack.version}"
    paper = Paper("paquete", "es", title, tuple(_Sheet(pack, mark).blocks()), (), (), ())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            "No se pudo escribir {file}: {reason}.", file=str(folder), reason=error.strerror or "OSError"
        ) from error
    data = pdf.to_pdf(paper, draft=False, paper="carta")
    made = {
        f"paquete-{pack.version}.pdf": data,
        f"paquete-{pack.version}.docx": docx.to_docx(paper, paper="carta"),
    }
    for name, content in made.items():
        write_whole(folder / name, content)
    return LawSheet(tuple(made), page_count(data), mark)


class _Sheet:
    def __init__(self, pack: Pack, mark: str) -> None:
        from konbit.papers.writ import blocks

        self._b = blocks
        self._pack = pack
        self._mark = mark
        self._count = 0
        self._words = InWords(pack.facts, pack.deadlines, pack.places.countries)
        self._letter = {"C": "", "S": " [resumen]", "K": " [conocida]", "U": " [insegura]"}

    def blocks(self) -> Iterator[Block]:
        pack = self._pack
        yield self._b.Tribunal(self._run(f"PAQUETE LEGAL {pack.version}"))
        yield self._text(
            f"Leyes leídas hasta el {date_text(pack.verified, 'es')}. Marca de esta edición: {self._mark}. Cada frase es la "
            "que ve quien atiende; debajo, cuándo el programa la da por cumplida, y la norma. Corrija sobre el papel o en "
            "el archivo de Word: nada de esto está en el programa, todo está en el paquete."
        )
        yield self._text(
            "Certeza de cada norma: " + "; ".join(f"{key}, {value}" for key, value in _SURE.items()) + "."
        )
        yield from self._questions(pack.questions, "PREGUNTAS ABIERTAS", 1)
        yield self._heading(1, "LO COMÚN A VARIAS RUTAS")
        yield from self._criteria(one for versions in pack.shared.criteria.values() for one in versions)
        yield from self._cautions("Riesgos", (one for v in pack.shared.risks.values() for one in v))
        yield from self._cautions("Advertencias", (one for v in pack.shared.warnings.values() for one in v))
        for route in pack.routes.values():
            yield from self.route(route)
        for writ in pack.writs.values():
            yield from self.writ(writ)
        yield self._b.PageBreak()
        yield self._heading(1, "PLAZOS")
        for deadline in pack.deadlines.values():
            yield from self._deadline(deadline)

    # --- parts

    def route(self, route: Route) -> Iterator[Block]:
        pack, rules = self._pack, self._pack.own_rules[route.id]
        yield self._b.PageBreak()
        yield self._heading(1, f"RUTA {route.id}: {route.name}")
        yield self._text(f"{route.plain} Decisión {_SAID_OF[route.nature.value]}.")
        facts = (("Dónde", route.where), ("Hasta cuándo", route.by_when), ("Arancel", route.fee))
        for label, text in facts:
            if text:
                yield self._text(f"{label}: {text}.".replace("..", "."))
        yield from self._norms(route.norms)
        yield from self._criteria(one for versions in rules.criteria.values() for one in versions)
        shared = [ident for ident in (*route.needs, *route.unless) if ident not in rules.criteria]
        if shared:
            names = "; ".join(pack.shared.criteria[ident][-1].text for ident in shared)
            yield self._text(f"Además, de lo común: {names}.")
        for way in route.ways:
            needs = "; ".join(pack.criterion(f"ruta:{route.id}", ident)[-1].text for ident in way.needs)
            risky = " (con riesgo)" if way.risky else ""
            yield self._text(f"Un camino{risky}: {way.text or way.id}. Pide: {needs or 'nada más'}.")
        yield from self._cautions("Riesgos", (one for v in rules.risks.values() for one in v))
        yield from self._cautions("Advertencias", (one for v in rules.warnings.values() for one in v))
        yield from self._milestones(one for v in rules.milestones.values() for one in v)
        if route.papers:
            yield self._heading(2, "Qué llevar")
            for paper in route.papers:
                when = f" (si {self._words(paper.only_if)})" if paper.only_if else ""
                yield self._b.Paragraph(self._run(f"– {paper.text}{when}.{self._cites(paper.norms)}"))
        yield from self._questions(
            [q for q in pack.questions if route.id in q.routes], "Preguntas abiertas de esta ruta", 2
        )
        yield from self._sign(f"la ruta {route.id}", f"ruta:{route.id}")

    def shared_of(self, route: Route) -> Iterator[Block]:
        """The common criteria that a route needs, as they stand at the front of the sheet."""
        names = dict.fromkeys(ident for way in (route, *route.ways) for ident in way.needs)
        names |= dict.fromkeys(route.unless)
        shared = self._pack.shared.criteria
        own = self._pack.own_rules[route.id].criteria
        yield from self._criteria(
            one for ident in names if ident not in own and ident in shared for one in shared[ident]
        )

    def writ(self, writ: Writ) -> Iterator[Block]:
        yield self._b.PageBreak()
        yield self._heading(1, f"ESCRITO {writ.id}: {writ.name}")
        lawyer = " Exige abogado o abogada." if writ.lawyer else ""
        model = "" if writ.has_template else " Todavía sin modelo."
        yield self._text(f"{writ.plain} Ante: {writ.authority.replace('_', ' ')}.{lawyer}{model}")
        if writ.effect:
            yield self._text(writ.effect)
        yield from self._norms(writ.norms)
        yield from self._criteria(one for versions in writ.rules.criteria.values() for one in versions)
        for cause in writ.causes:
            yield self._numbered(f"Causa: {cause.text}.")
            yield self._text(f"Cuando: {self._words(cause.test)}.{self._cites(cause.norms)}")
        yield from self._cautions("Riesgos", (one for v in writ.rules.risks.values() for one in v))
        yield from self._cautions("Advertencias", (one for v in writ.rules.warnings.values() for one in v))
        for one in writ.excludes:
            yield self._text(
                f"Elija una sola vía, esta o «{self._pack.writs[one.writ].name}»: {one.text}.{self._cites(one.norms)}"
            )
        asked = [q for q in self._pack.questions if writ.id in q.writs]
        yield from self._questions(asked, "Preguntas abiertas de este escrito", 2)
        yield from self._sign(f"el escrito {writ.id}", f"escrito:{writ.id}")

    def _deadline(self, deadline: Deadline) -> Iterator[Block]:
        pack = self._pack
        unit = pack.units[deadline.unit].name
        other = ""
        if deadline.other_unit:
            other = f" Otra lectura: {deadline.other_amount or deadline.amount} {pack.units[deadline.other_unit].name}."
        yield self._numbered(f"{deadline.id}: {deadline.name}. {deadline.amount} {unit}.{other}")
        starts = "; ".join(pack.facts[event.fact].label for event in deadline.events)
        yield self._text(
            f"{deadline.purpose} Desde: {starts}. Si venció: {deadline.when_late}{self._cites(deadline.norms)}"
        )

    def _criteria(self, found: Iterable[Criterion]) -> Iterator[Block]:
        for one in found:
            yield self._numbered(f"{one.text}.{self._since(one)}")
            yield self._text(f"Se cumple si {self._words(one.test)}.{self._cites(one.norms)}")
            for norm in (self._pack.norms[ident] for ident in one.norms):
                if norm.quote:
                    yield self._b.Quote(self._run(f"«{norm.quote}»"))
            if one.unmet:
                yield self._text(f"Si no se cumple se dice: {one.unmet}.")
            if one.advice:
                yield self._text(f"Si no se sabe: {one.advice}.")

    def _cautions(self, title: str, found: Iterable[Warning]) -> Iterator[Block]:
        rows = list(found)
        if rows:
            yield self._heading(2, title)
        for one in rows:
            yield self._numbered(f"[{one.level.value}] {one.text}.{self._since(one)}")
            yield self._text(f"Cuando: {self._words(one.test)}.{self._cites(one.norms)}")

    def _milestones(self, found: Iterable[Milestone]) -> Iterator[Block]:
        rows = list(found)
        if rows:
            yield self._heading(2, "Fechas")
        for one in rows:
            yield self._text(f"{one.text}: {self._words(one.when)}.{self._cites(one.norms)}")

    def _questions(self, found: Iterable[Any], title: str, level: int) -> Iterator[Block]:
        rows = list(found)
        if rows:
            yield self._heading(level, title)
        for one in rows:
            yield self._numbered(one.text)

    def _sign(self, what: str, target: str) -> Iterator[Block]:
        yield self._heading(2, "Aprobación")
        if not self._mark:
            return
        for one in self._pack.approvals:
            if one.target == target:
                day = date_text(one.day, "es")
                yield self._text(f"La aprobó {one.name} el {day}, en la edición de marca {one.pack_mark}.")
        yield self._text(
            f"Leí {what}, en la edición de marca {self._mark}, y la apruebo con las correcciones anotadas."
        )
        yield self._text("Nombre: __________________ Fecha: __________ Firma: __________________")

    # --- words

    def _norms(self, idents: Iterable[str]) -> Iterator[Block]:
        for norm in (self._pack.norms[ident] for ident in idents):
            if norm.quote:
                yield self._b.Quote(self._run(f"{self._name(norm.id)}: «{norm.quote}»"))

    def _cites(self, idents: tuple[str, ...]) -> str:
        return f" Norma: {'; '.join(self._name(ident) for ident in idents)}." if idents else ""

    def _name(self, ident: str) -> str:
        norm = self._pack.norms[ident]
        article = f", artículo {norm.article}" if norm.article else ""
        part = f" {norm.part}" if norm.part else ""
        return f"{norm.name}{article}{part}{self._letter[norm.confidence.value]}"

    @staticmethod
    def _since(one: Criterion | Warning) -> str:
        def told(word: str, day: date | None) -> str:
            return f" {word} {date_text(day, 'es')}." if day else ""

        return told("Desde el", one.since) + told("Hasta antes del", one.until)

    def _run(self, text: str) -> Any:
        return (self._b.Run(text.replace(".. ", ". ").replace("?.", "?")),)

    def _text(self, text: str) -> Block:
        return self._b.Paragraph(self._run(text))

    def _heading(self, level: int, text: str) -> Block:
        return self._b.Heading(level, self._run(text))

    def _numbered(self, text: str) -> Block:
        self._count += 1
        return self._b.Numbered(self._count, self._run(text))

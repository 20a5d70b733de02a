"""The bundle of annexes: put together from its file, and listed by the writ it goes with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from konbit.errors import BadArgument, BadBundle
from konbit.papers.output import whole_file
from konbit.tongues.speaking import Speaker

if TYPE_CHECKING:
    from konbit.papers.bundle.binding import Notice
    from konbit.papers.bundle.bundle_file import Bundle
    from konbit.papers.bundle.front import Listed

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class AnnexList:
    """What a writ lists: titles and sheets, in the order and with the numbers of the bundle."""

    titles: tuple[str, ...]
    sheets: tuple[int, ...]

    def lines(self, say: Speaker) -> tuple[str, ...]:
        """Each document as the writ names it, without a full stop. The title is as somebody wrote it."""
        return tuple(
            say("escrito.documento.una_hoja", "{title}, en una hoja", title=title)
            if count == 1
            else say("escrito.documento.hojas", "{title}, en {count} hojas", title=title, count=count)
            for title, count in zip((title.rstrip(" .") for title in self.titles), self.sheets, strict=True)
        )


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A bundle that was written. size: bytes. documents: each with its number, sheets and first folio (page of the PDF)."""

    file: str
    pages: int
    size: int
    documents: tuple[Listed, ...]
    notices: tuple[Notice, ...]

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON."""
        return {
            "file": self.file,
            "paginas": self.pages,
            "bytes": self.size,
            "documentos": [
                {"numero": one.number, "titulo": one.title, "hojas": one.sheets, "desde": one.start}
                for one in self.documents
            ],
            "avisos": [{"documento": one.number or None, "aviso": one.kind} for one in self.notices],
        }


def notice_text(notice: Notice, say: Speaker) -> str:
    """One sentence about a document."""
    match notice.kind:
        case "signed":
            return say(
                "legajo.aviso.firmado",
                "Documento {number}: tiene firma electrónica y en el legajo queda solo su imagen; acompañe también el "
                "archivo original",
                number=notice.number,
            )
        case "attached":
            return say(
                "legajo.aviso.adjuntos",
                "Documento {number}: el PDF trae otros archivos adjuntos, que no van en el legajo",
                number=notice.number,
            )
        case "drawn":
            return say(
                "legajo.aviso.imagen",
                "Documento {number}: algunas hojas se guardaron como imagen; mire que se lean",
                number=notice.number,
            )
        case "sparse":
            return say(
                "legajo.aviso.pocos_puntos",
                "Documento {number}: una imagen tiene pocos puntos; mire si se lee",
                number=notice.number,
            )
        case _:
            return say(
                "legajo.aviso.calidad", "Se bajó la calidad de las imágenes para que quepan: mire que se lean"
            )


def write_bundle(
    path: Path, output: Path, *, limit: float | None = None, told: Callable[[int, int], None] | None = None
) -> BundleFile:
    """Puts together the bundle of a file, whole or not at all. limit: millions of bytes, in the place of the file's own.

    Raises BadArgument, BadBundle, BadForm (naming the file that cannot be used), CannotWrite.
    """
    from konbit.papers.bundle.bundle_file import load_bundle

    bundle = load_bundle(path)
    if limit is not None:
        if not 0 < limit <= 2000:
            raise BadArgument("--limit: debe ser más que 0 y a lo más 2000 (MB)", key="limit")
        bundle = replace(bundle, limit=round(limit * MEGABYTE))
    return make_bundle(bundle, output, told=told)


def make_bundle(
    bundle: Bundle, output: Path, *, told: Callable[[int, int], None] | None = None
) -> BundleFile:
    """As `write_bundle`, of a bundle that somebody put in order on a screen."""
    from konbit.papers.bundle.binding import bind

    if output.suffix.lower() != ".pdf":
        raise BadArgument("-o: {file}: el archivo debe terminar en .pdf", file=output.name, key="o")
    if any(output.resolve() == part.path.resolve() for annex in bundle.annexes for part in annex.parts):
        raise BadBundle(
            "{file}: es uno de los documentos del legajo y se perdería", file=output.name, key="o"
        )
    with whole_file(output) as out:
        bound = bind(bundle, out, told)
    return BundleFile(output.name, bound.pages, bound.size, bound.documents, bound.notices)


def annexes_of(path: Path) -> AnnexList:
    """The documents of a bundle file with their sheets, every file opened. Raises BadBundle, BadForm."""
    from konbit.papers.bundle.binding import count
    from konbit.papers.bundle.bundle_file import load_bundle

    counted = count(load_bundle(path))
    return AnnexList(tuple(one.annex.title for one in counted), tuple(one.sheets for one in counted))

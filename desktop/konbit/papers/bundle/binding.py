"""Puts a bundle together: cover, index, and every document sheet by sheet, in one PDF that fits its limit.

The finest level is tried first. Where it is too heavy, the weight of every file at every level is measured, and the
finest level that fits is taken: one for the whole bundle, so that no document is sacrificed to another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from konbit.errors import BadBundle, BadForm
from konbit.papers.bundle.bundle_file import MEGABYTE, USUAL_TITLE, Bundle
from konbit.papers.bundle.carrying import Carrier
from konbit.papers.bundle.drawing import Drawing, Letters
from konbit.papers.bundle.front import IndexPage, Listed, cover, index, index_pages
from konbit.papers.bundle.levels import COARSEST, FINEST
from konbit.papers.bundle.objects import Objects, TooHeavyError
from konbit.papers.bundle.opening import LIMITS, Counted, broken, count_sheets, sheets_at, weights_at
from konbit.papers.bundle.paper import SIZES, over_box, place
from konbit.papers.bundle.pictures import Encoded
from konbit.papers.bundle.sheets import Sheet, Sheets
from konbit.papers.bundle.stamping import stamp_document, stamp_folio
from konbit.papers.pdf import textstring
from konbit.papers.pdf.document import Document
from konbit.papers.pdf.jail import Cell
from konbit.papers.pdf.syntax import DamagedError, Dictionary, Name, Ref, Stream

Told = Callable[[int, int], None]
"""Told of every finished file: how many are done, of how many, in this pass."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a document that a person must know. kind: signed, attached, drawn, sparse, reduced."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A bundle that was written. pages: with cover and index. level: of `LEVELS`. notices: in order of documents."""

    pages: int
    size: int
    documents: tuple[Listed, ...]
    level: int
    notices: tuple[Notice, ...]


def bind(bundle: Bundle, out: BinaryIO, told: Told | None = None) -> Bound:
    """Writes the bundle to a file opened for writing. The same files give the same bytes.

    Raises BadForm naming a file that cannot be used, BadBundle where nothing legible fits the limit.
    """
    with Cell(LIMITS) as cell:
        counted = count_sheets(bundle, cell)
        binding = _Binding(bundle, counted, cell, told or _silent)
        level = FINEST
        weights: list[tuple[int, ...]] = []
        while True:
            try:
                out.seek(0)
                out.truncate()
                return binding.write(out, level)
            except TooHeavyError:
                weights = weights or binding.weigh()
                level = _next_level(bundle, level, weights)
                if level > COARSEST:
                    raise _too_heavy(bundle, weights) from None


def count(bundle: Bundle) -> tuple[Counted, ...]:
    """Every document with its sheets, nothing written. Raises BadForm."""
    with Cell(LIMITS) as cell:
        return count_sheets(bundle, cell)


def _silent(*_: int) -> None:
    return None


def _next_level(bundle: Bundle, level: int, weights: Sequence[tuple[int, ...]]) -> int:
    """The next level whose pictures alone would fit."""
    limit = bundle.limit or 0
    for finer in range(level + 1, COARSEST + 1):
        if sum(each[finer] for each in weights) <= limit:
            return finer
    return COARSEST + 1


def _too_heavy(bundle: Bundle, weights: Sequence[tuple[int, ...]]) -> BadBundle:
    parts = [part for annex in bundle.annexes for part in annex.parts]
    heaviest = sorted(
        zip((each[COARSEST] for each in weights), parts, strict=True), key=lambda pair: -pair[0]
    )
    named = ", ".join(f"{part.path.name} ({_megabytes(size)} MB)" for size, part in heaviest[:_MOST_NAMED])
    return BadBundle(
        "El legajo pesa {size} MB con la menor calidad que todavía se lee, y el límite es {limit} MB: divídalo, o quite "
        "hojas. Lo que más pesa: {heaviest}.",
        key="limite_mb",
        size=_megabytes(sum(each[COARSEST] for each in weights)),
        limit=_megabytes(bundle.limit or 0),
        heaviest=named,
    )


def _changed(name: str) -> BadForm:
    return BadForm("El archivo {file} cambió mientras se armaba el legajo: vuelva a intentarlo.", file=name)


def _megabytes(size: int) -> str:
    """Millions of bytes with a comma, rounded up: what is a little over the limit never reads as the limit."""
    return f"{-(-size // (MEGABYTE // 100)) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")


class _Binding:
    def __init__(self, bundle: Bundle, counted: Sequence[Counted], cell: Cell, told: Told) -> None:
        self._bundle, self._counted, self._cell, self._told = bundle, counted, cell, told
        self._parts = sum(len(one.annex.parts) for one in counted)

    def weigh(self) -> list[tuple[int, ...]]:
        """Bytes of every file at every level."""
        found: list[tuple[int, ...]] = []
        for one in self._counted:
            for part in one.annex.parts:
                found.append(weights_at(part, self._bundle.paper, self._cell))
                self._told(len(found), self._parts)
        return found

    def write(self, out: BinaryIO, level: int) -> Bound:
        """One attempt. Raises TooHeavyError."""
        return _Attempt(self._bundle, self._counted, Objects(out, self._bundle.limit), level).run(
            self._cell, self._told, self._parts
        )


class _Attempt:
    def __init__(self, bundle: Bundle, counted: Sequence[Counted], objects: Objects, level: int) -> None:
        self._bundle, self._objects, self._level = bundle, objects, level
        self._letters = Letters(objects)
        self._tree = objects.reserve()
        before = 1 + index_pages(bundle, self._letters, [one.annex.title for one in counted])
        self._listed = _listed(counted, before)
        self._counted = counted
        self._pages: list[Ref] = []
        self._notices: list[Notice] = []
        self._first = {row.number: objects.reserve() for row in self._listed}
        """The page object of each document's first sheet."""

    def run(self, cell: Cell, told: Told, parts: int) -> Bound:
        sheets = sum(row.sheets for row in self._listed)
        folios = self._listed[-1].end
        listed = index(self._bundle, self._letters, self._listed)
        self._front_page(cover(self._bundle, self._letters, len(self._listed), sheets, folios), [])
        for page in listed:
            self._front_page(page.drawing, self._links(page))
        done = 0
        for row, one in zip(self._listed, self._counted, strict=True):
            number, notes = 0, set[str]()
            for part in one.annex.parts:
                read = sheets_at(part, self._bundle.paper, self._level, cell)
                notes.update(read.notes)
                number += len(read.sheets)
                if number > row.sheets:
                    raise _changed(part.path.name)
                try:
                    self._sheets(read, row, number - len(read.sheets))
                except (DamagedError, RecursionError, ValueError, TypeError, KeyError) as error:
                    raise broken(part.path.name) from error
                done += 1
                told(done, parts)
            if number != row.sheets:
                raise _changed(one.annex.parts[-1].path.name)
            self._notices += [Notice(note, row.number) for note in sorted(notes)]
        return self._finish()

    def _sheets(self, read: Sheets, row: Listed, before: int) -> None:
        carry = Carrier(read.clean, self._objects) if read.clean else None
        for number, sheet in enumerate(read.sheets, before + 1):
            self._sheet(sheet, read, carry, row, number)

    # -- pages --------------------------------------------------------------------------------------------

    def _front_page(self, drawing: Drawing, links: list[Any]) -> None:
        sheet = SIZES[self._bundle.paper]
        self._page(self._objects.reserve(), sheet, drawing, {}, links)

    def _page(
        self, number: int, sheet: tuple[float, float], drawing: Drawing, shown: Dictionary, links: list[Any]
    ) -> None:
        stamp_folio(drawing, self._letters, sheet, len(self._pages) + 1)
        resources: Dictionary = {Name(b"Font"): self._letters.resources}
        if shown:
            resources[Name(b"XObject")] = shown
        page: Dictionary = {
            Name(b"Type"): Name(b"Page"),
            Name(b"Parent"): Ref(self._tree, 0),
            Name(b"MediaBox"): [0, 0, *sheet],
            Name(b"Resources"): resources,
            Name(b"Contents"): self._objects.add_content(drawing.content),
        }
        if links:
            page[Name(b"Annots")] = links
        self._pages.append(self._objects.put(number, page))

    def _links(self, page: IndexPage) -> list[Any]:
        return [
            {
                Name(b"Type"): Name(b"Annot"),
                Name(b"Subtype"): Name(b"Link"),
                Name(b"Rect"): list(target.rect),
                Name(b"Border"): [0, 0, 0],
                Name(b"Dest"): [Ref(self._first[target.number], 0), Name(b"Fit")],
            }
            for target in page.targets
        ]

    def _sheet(self, sheet: Sheet, read: Sheets, carry: Carrier | None, row: Listed, number: int) -> None:
        placed = place(sheet.content, self._bundle.paper)
        drawing = Drawing(self._letters)
        if sheet.image is not None:
            shown, matrix = self._image(sheet.image), placed.matrix
        elif read.clean is not None and carry is not None:
            page = read.clean.pages()[sheet.page][1]
            shown = _form(page, read.clean, carry)
            matrix = over_box(placed.matrix, _box(page))
        else:
            raise DamagedError("a sheet without its page")
        drawing.show(b"S", matrix)
        stamp_document(drawing, placed.sheet, row.number, number, row.sheets)
        page_number = self._first[row.number] if number == 1 else self._objects.reserve()
        self._page(page_number, placed.sheet, drawing, {Name(b"S"): shown}, [])

    def _image(self, image: Encoded) -> Ref:
        entries: Dictionary = {
            Name(b"Type"): Name(b"XObject"),
            Name(b"Subtype"): Name(b"Image"),
            Name(b"Width"): image.width,
            Name(b"Height"): image.height,
            Name(b"BitsPerComponent"): image.bits,
            Name(b"ColorSpace"): _colours(image),
        }
        if image.packing == "dct":
            entries[Name(b"Filter")] = Name(b"DCTDecode")
        elif image.packing == "fax":
            entries[Name(b"Filter")] = Name(b"CCITTFaxDecode")
            entries[Name(b"DecodeParms")] = {
                Name(b"K"): -1,
                Name(b"Columns"): image.width,
                Name(b"Rows"): image.height,
            }
        else:
            entries[Name(b"Filter")] = Name(b"FlateDecode")
            entries[Name(b"DecodeParms")] = {
                Name(b"Predictor"): 15,
                Name(b"Colors"): 3 if image.colour == "rgb" else 1,
                Name(b"BitsPerComponent"): image.bits,
                Name(b"Columns"): image.width,
            }
        return self._objects.add(Stream(entries, image.data))

    # -- the end ------------------------------------------------------------------------------------------

    def _finish(self) -> Bound:
        objects = self._objects
        self._letters.finish()
        kids: list[Any] = list(self._pages)
        tree: Dictionary = {
            Name(b"Type"): Name(b"Pages"),
            Name(b"Kids"): kids,
            Name(b"Count"): len(kids),
        }
        objects.put(self._tree, tree)
        catalog: Dictionary = {
            Name(b"Type"): Name(b"Catalog"),
            Name(b"Pages"): Ref(self._tree, 0),
            Name(b"Outlines"): self._outlines(),
            Name(b"PageMode"): Name(b"UseOutlines"),
            Name(b"Lang"): b"es-CL",
            Name(b"ViewerPreferences"): {Name(b"DisplayDocTitle"): True},
        }
        info: Dictionary = {
            Name(b"Title"): textstring.encode(USUAL_TITLE),  # the bundle's own title may name somebody
            Name(b"Creator"): b"Konbit",
            Name(b"Producer"): b"Konbit",
        }
        objects.finish(objects.add(catalog), objects.add(info))
        notices = list(self._notices)
        if self._level != FINEST:
            notices.append(Notice("reduced", 0))
        return Bound(len(self._pages), objects.size, self._listed, self._level, tuple(notices))

    def _outlines(self) -> Ref:
        """The bookmarks: cover, index, each document by number and title."""
        objects = self._objects
        entries = [("Carátula", self._pages[0]), ("Índice", self._pages[1])]
        entries += [(f"{row.number}. {row.title}", Ref(self._first[row.number], 0)) for row in self._listed]
        root = objects.reserve()
        first = objects.reserve(len(entries))
        last = first + len(entries) - 1
        for number, (title, page) in enumerate(entries, first):
            item: Dictionary = {
                Name(b"Title"): textstring.encode(title),
                Name(b"Parent"): Ref(root, 0),
                Name(b"Dest"): [page, Name(b"Fit")],
            }
            if number > first:
                item[Name(b"Prev")] = Ref(number - 1, 0)
            if number < last:
                item[Name(b"Next")] = Ref(number + 1, 0)
            objects.put(number, item)
        outlines: Dictionary = {
            Name(b"Type"): Name(b"Outlines"),
            Name(b"First"): Ref(first, 0),
            Name(b"Last"): Ref(last, 0),
            Name(b"Count"): len(entries),
        }
        return objects.put(root, outlines)


def _listed(counted: Sequence[Counted], before: int) -> tuple[Listed, ...]:
    rows: list[Listed] = []
    start = before + 1
    for number, one in enumerate(counted, 1):
        rows.append(Listed(number, one.annex.title, one.sheets, start))
        start += one.sheets
    return tuple(rows)


def _box(page: Dictionary) -> tuple[float, float, float, float]:
    left, low, right, top = (float(edge) for edge in page[b"MediaBox"])
    if right - left < 1 or top - low < 1:
        raise DamagedError("box")
    return left, low, right, top


def _form(page: Dictionary, clean: Document, carry: Carrier) -> Ref:
    content = clean.resolve(page.get(b"Contents"))
    if not isinstance(content, Stream):
        raise DamagedError("content")
    return carry.stream(
        content,
        {
            Name(b"Type"): Name(b"XObject"),
            Name(b"Subtype"): Name(b"Form"),
            Name(b"BBox"): list(_box(page)),
            Name(b"Resources"): carry.resources(page.get(b"Resources")),
        },
    )


def _colours(image: Encoded) -> Any:
    if image.colour == "rgb":
        return Name(b"DeviceRGB")
    if image.colour == "indexed":
        last = len(image.palette) // 3 - 1
        return [Name(b"Indexed"), Name(b"DeviceRGB"), last, image.palette]
    return Name(b"DeviceGray")

"""The map in the making: which place takes which fact. Immutable; every change gives a new draft that knows the old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as default

from konbit.errors import BadForm
from konbit.law.facts import Fact, Kind
from konbit.law.forms import (
    DRAWN_BLOCK,
    DRAWN_TEXT,
    DRAWN_TICK,
    PLAIN,
    BoxLink,
    Column,
    Computed,
    DrawnBox,
    Form,
    RowSource,
    TableLink,
    TextLink,
    Wording,
)
from konbit.law.near import folded
from konbit.law.pack import Pack
from konbit.work.workshop.offers import TODAY, Offer
from konbit.work.workshop.sheet import Sheet, Spot

_TICK_SIDE, _BLOCK_HEIGHT, _SMALLEST = 22.0, 30.0, 4.0
"""Points. A drawn box up to this side is one to tick; from this height on it takes several lines."""


@dataclass(frozen=True, slots=True)
class CellLink:
    """A field that takes a fact of the row-th item of a list, counted from 1. states: of a box."""

    field: str
    fact: str
    row: int
    wording: Wording = PLAIN
    states: Mapping[str, str] = default(default_factory=dict[str, str])


Link = TextLink | BoxLink | CellLink | Computed


@dataclass(frozen=True, slots=True)
class Draft:
    """links: by field, in the order in which they were made. optional: fields that may stay blank in a final paper.
    drawn: the boxes on a PDF without fields. past: the drafts before, the last one last."""

    sheet: Sheet
    links: Mapping[str, Link] = default(default_factory=dict[str, Link])
    optional: frozenset[str] = frozenset()
    drawn: tuple[DrawnBox, ...] = ()
    past: tuple[Draft, ...] = default(default=(), compare=False, repr=False)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place to link, as it is read."""
        return self.sheet.spots(self.drawn)

    def linked(self, spot: Spot) -> bool:
        """Whether this place takes something: of a box to tick, whether this one does."""
        link = self.links.get(spot.field)
        if isinstance(link, BoxLink | CellLink) and spot.kind == "tick":
            return spot.state in link.states.values()
        return link is not None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that the links print."""
        found: list[str] = []
        for link in self.links.values():
            if isinstance(link, TextLink):
                found += link.facts
            elif link.fact:
                found.append(link.fact)
        return tuple(dict.fromkeys(found))

    # -- linking ------------------------------------------------------------------------------------------

    def link(self, spot: Spot, offer: Offer, pack: Pack, *, behind: bool = False) -> Draft:
        """The place takes what is offered. behind: after what it takes already, with a space between.

        Raises BadForm where the place does not take such a thing.
        """
        if offer.fact == TODAY:
            if spot.kind != "text":
                raise _refused(spot)
            return self._with(spot.field, Computed(spot.field, "hoy"))
        fact = pack.facts[offer.fact]
        if spot.kind == "tick":
            return self._with(spot.field, self._tick(spot, offer, fact))
        if offer.choice:
            raise _refused(spot)
        old = self.links.get(spot.field)
        wording = _wording(spot, offer, fact)
        if behind and isinstance(old, TextLink) and fact.owner not in pack.facts:
            if old.wording != PLAIN or wording != PLAIN:
                raise BadForm("En «{key}» solo se juntan datos enteros.", key=_told(spot))
            return self._with(spot.field, replace(old, joined=(*old.joined, fact.id)))
        if fact.owner in pack.facts:
            return self._with(spot.field, CellLink(spot.field, fact.id, self._row(spot, fact), wording))
        return self._with(spot.field, TextLink(spot.field, fact.id, wording))

    def _tick(self, spot: Spot, offer: Offer, fact: Fact) -> Link:
        if not offer.choice:
            raise BadForm("«{key}» se marca: elija con qué respuesta.", key=_told(spot))
        old = self.links.get(spot.field)
        kept: dict[str, str] = {}
        if isinstance(old, BoxLink | CellLink) and old.fact == fact.id:
            kept = {choice: state for choice, state in old.states.items() if state != spot.state}
        states = {**kept, offer.choice: spot.state}
        if fact.owner not in ("persona", "hogar", "causa"):
            row = old.row if isinstance(old, CellLink) and old.fact == fact.id else self._row(spot, fact)
            return CellLink(spot.field, fact.id, row, PLAIN, states)
        return BoxLink(spot.field, fact.id, states)

    def _row(self, spot: Spot, fact: Fact) -> int:
        """The first row of the list in which the fact has no field yet."""
        taken = {
            link.row
            for link in self.links.values()
            if isinstance(link, CellLink) and link.fact == fact.id and link.field != spot.field
        }
        return next(row for row in range(1, len(taken) + 2) if row not in taken)

    def unlink(self, spot: Spot) -> Draft:
        """The place takes nothing; of a group of boxes, this one."""
        link = self.links.get(spot.field)
        if link is None:
            return self
        if isinstance(link, BoxLink | CellLink) and spot.kind == "tick":
            states = {choice: state for choice, state in link.states.items() if state != spot.state}
            if states:
                return self._with(spot.field, replace(link, states=states))
        left = {name: one for name, one in self.links.items() if name != spot.field}
        return replace(self._grown(), links=left, optional=self.optional - {spot.field})

    def optional_too(self, spot: Spot) -> Draft:
        """The place may stay blank in a final paper, or may no longer."""
        return replace(self._grown(), optional=self.optional ^ {spot.field})

    # -- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: int, rect: tuple[float, float, float, float]) -> Draft:
        """One box more on a PDF without fields; its kind follows from its size. Raises BadForm: too small, or fields."""
        if not self.sheet.flat:
            raise BadForm("{file} ya trae sus campos: no se dibuja encima.", file=self.sheet.file)
        box = self.sheet.survey.pages[page - 1]
        left, top, right, low = box.upright(rect)
        wide, high = right - left, low - top
        if min(wide, high) < _SMALLEST:
            raise BadForm("Esa caja es demasiado chica.", key="caja")
        kind = DRAWN_BLOCK if high >= _BLOCK_HEIGHT else DRAWN_TEXT
        if max(wide, high) <= _TICK_SIDE:
            kind = DRAWN_TICK
        number = 1 + max((_number(one.name) for one in self.drawn), default=0)
        x0, y0, x1, y1 = (round(edge, 2) for edge in rect)
        made = DrawnBox(f"caja_{number}", page, (x0, y0, x1, y1), kind)
        return replace(self._grown(), drawn=(*self.drawn, made))

    def erase(self, spot: Spot) -> Draft:
        """Without a drawn box and what it took."""
        left = {name: one for name, one in self.links.items() if name != spot.field}
        boxes = tuple(one for one in self.drawn if one.name != spot.field)
        return replace(self._grown(), links=left, drawn=boxes, optional=self.optional - {spot.field})

    def shifted(
        self, spot: Spot, right: float, down: float, wider: float = 0.0, taller: float = 0.0
    ) -> Draft:
        """A drawn box moved and stretched, as it is read, in points; it stays on its page."""
        box = self.sheet.survey.pages[spot.page - 1]
        left, top, far, low = box.upright(spot.rect)
        wide = min(max(far - left + wider, _SMALLEST), box.across)
        high = min(max(low - top + taller, _SMALLEST), box.down)
        left = min(max(left + right, 0.0), box.across - wide)
        top = min(max(top + down, 0.0), box.down - high)
        x0, y0, x1, y1 = (round(edge, 2) for edge in box.on_page(left, top, left + wide, top + high))
        boxes = tuple(
            replace(one, rect=(x0, y0, x1, y1)) if one.name == spot.field else one for one in self.drawn
        )
        return replace(self._grown(), drawn=boxes)

    def turned(self, spot: Spot) -> Draft:
        """A drawn box of the next kind: one line, several, to tick. What it took goes."""
        kinds = (DRAWN_TEXT, DRAWN_BLOCK, DRAWN_TICK)
        boxes = tuple(
            replace(one, kind=kinds[(kinds.index(one.kind) + 1) % 3]) if one.name == spot.field else one
            for one in self.drawn
        )
        left = {name: one for name, one in self.links.items() if name != spot.field}
        return replace(self._grown(), drawn=boxes, links=left)

    # -- back ---------------------------------------------------------------------------------------------

    def undo(self) -> Draft:
        """The draft before the last change; itself where there is none."""
        return replace(self.past[-1], past=self.past[:-1]) if self.past else self

    def _grown(self) -> Draft:
        return replace(self, past=(*self.past, replace(self, past=())))

    def _with(self, name: str, link: Link) -> Draft:
        return replace(self._grown(), links={**self.links, name: link})

    # -- the map ------------------------------------------------------------------------------------------

    def form(
        self, pack: Pack, ident: str, name: str, *, edition: str, source: str, official: bool = True
    ) -> Form:
        """The map. Raises BadForm: nothing is linked, or a table misses the field of a row."""
        if not self.links:
            raise BadForm("Todavía no se unió ningún campo con un dato.", key="campos")
        links = self.links.values()
        cells: dict[str, list[CellLink]] = {}
        for link in links:
            if isinstance(link, CellLink):
                cells.setdefault(pack.facts[link.fact].owner, []).append(link)
        names = (one.name for one in self.sheet.survey.fields)
        return Form(
            id=ident,
            name=name,
            file=f"{ident}.pdf",
            edition=edition,
            fingerprint=self.sheet.survey.fingerprint,
            source=source,
            official=official,
            texts=tuple(link for link in links if isinstance(link, TextLink)),
            boxes=tuple(link for link in links if isinstance(link, BoxLink)),
            tables=tuple(_table(pack, list_id, those) for list_id, those in cells.items()),
            computed=tuple(link for link in links if isinstance(link, Computed)),
            asks=self._asks(pack),
            heading=tuple(one for one in pack.name_facts if one in pack.facts),
            drawn=self.drawn,
            unused=() if self.sheet.flat else tuple(
                sorted({*names, *self.sheet.survey.unseen} - self.links.keys())
            ),
        )  # fmt: skip

    def _asks(self, pack: Pack) -> tuple[str, ...]:
        found: list[str] = []
        for link in self.links.values():
            if link.field in self.optional or isinstance(link, Computed):
                continue
            owner = pack.facts[link.fact].owner
            found += ([owner] if owner in pack.facts else []) + [link.fact]
        return tuple(dict.fromkeys(found))


def draft_of(sheet: Sheet, form: Form) -> Draft:
    """The draft that makes this form; of another edition, what still has its field."""
    links: dict[str, Link] = {link.field: link for group in (form.texts, form.boxes) for link in group}
    links |= {one.field: one for one in form.computed}
    cells = [
        CellLink(table.at(column.pattern, row), column.fact, row, column.wording, column.states)
        for table in form.tables
        for source in table.sources
        for column in source.columns
        for row in range(1, table.rows + 1)
    ]
    links |= {cell.field: cell for cell in cells}
    standing = {spot.field for spot in sheet.spots(form.drawn)}
    kept = {name: link for name, link in links.items() if name in standing}
    optional = frozenset(
        name for name, link in kept.items() if not isinstance(link, Computed) and link.fact not in form.asks
    )
    return Draft(sheet, kept, optional, form.drawn if sheet.flat else ())


def _table(pack: Pack, list_id: str, cells: list[CellLink]) -> TableLink:
    rows = max(cell.row for cell in cells)
    by_fact: dict[str, dict[int, CellLink]] = {}
    for cell in cells:
        by_fact.setdefault(cell.fact, {})[cell.row] = cell
    columns: list[Column] = []
    names: dict[str, tuple[str, ...]] = {}
    for fact, of_rows in by_fact.items():
        for row in range(1, rows + 1):
            if row not in of_rows:
                raise BadForm(
                    "En la tabla «{table}» falta unir «{label}» en la fila {row}.",
                    key=list_id,
                    table=pack.facts[list_id].label,
                    label=pack.facts[fact].label,
                    row=row,
                )
        pattern, first = f"{fact}_{{n}}", of_rows[1]
        if any((one.wording, one.states) != (first.wording, first.states) for one in of_rows.values()):
            raise BadForm(
                "En la tabla «{table}», «{label}» no se une igual en todas las filas.",
                key=list_id,
                table=pack.facts[list_id].label,
                label=pack.facts[fact].label,
            )
        columns.append(Column(pattern, fact, first.wording, first.states))
        names[pattern] = tuple(of_rows[row].field for row in range(1, rows + 1))
    return TableLink(
        id=list_id,
        title=pack.facts[list_id].label,
        rows=rows,
        sources=(RowSource(list_id, tuple(columns)),),
        headings={column.pattern: pack.facts[column.fact].label for column in columns},
        continues="anexo",
        names=names,
    )


def _wording(spot: Spot, offer: Offer, fact: Fact) -> Wording:
    """How the value is printed there: of a drop-down, in its own words where they are plainly the same."""
    if spot.kind != "choice":
        return Wording(offer.part, offer.style)
    if fact.kind not in (Kind.BOOL, Kind.CHOICE, Kind.COUNTRY, Kind.COMUNA, Kind.TEXT):
        raise _refused(spot)
    answers = (
        dict(fact.choices) if fact.choices else {"si": "sí", "no": "no"} if fact.kind == Kind.BOOL else {}
    )
    texts: dict[str, str] = {}
    for answer, told in answers.items():
        for export, label in zip(spot.choices, spot.labels, strict=True):
            if {folded(answer.replace("_", " ")), folded(told)} & {folded(export), folded(label)}:
                texts[answer] = export
                break
    return Wording(texts=texts)


def _number(name: str) -> int:
    """Of a drawn box, from its name; 0 where a person named it otherwise in the map."""
    tail = name.rpartition("_")[2]
    return int(tail) if tail.isdecimal() else 0


def _refused(spot: Spot) -> BadForm:
    return BadForm("«{key}» no puede tomar ese dato.", key=_told(spot))


def _told(spot: Spot) -> str:
    return spot.words or spot.field

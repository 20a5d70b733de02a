"""The small line markup that a template renders to, and its reader.

A block begins with a mark at the start of a line and goes on until a blank line or the next mark:

    @suma EN LO PRINCIPAL: text      an entry of the suma; entries that follow one another are one block
    @tribunal text                   whom the writ speaks to
    # text    ## text                heading; heading of a part of a part
    text                             paragraph
    + text                           numbered paragraph; numbers run through the whole writ
    > text                           words of a norm, set in
    - text                           a document; documents that follow one another are one numbered list
    @ruego LABEL: text               the petition
    @otrosi LABEL: text              a further request
    @lugar text                      place and date
    @firma ROLE                      a signature (persona huella a_ruego testigo interprete abogado notario), then
    | text                           …the lines below it
    @pagina                          page break
    @titulo text                     the title of the file, without names; prints nothing
    @ordinales PRIMER, SEGUNDO, …    what `%` in a label of @suma and @otrosi becomes, in turn; prints nothing

Inline: `*italic*` and `**bold**`. A writ whose suma announces more or fewer otrosíes than it has is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from konbit.papers.writ import blocks as b
from konbit.papers.writ.literal import BLANK_CLOSE, BLANK_OPEN, PLACE_CLOSE, PLACE_OPEN, decoded

_PLACE = re.compile(f"{PLACE_OPEN}([^{PLACE_CLOSE}]*){PLACE_CLOSE}")
_INLINE = re.compile(rf"(\*\*|\*|{BLANK_OPEN}[^{BLANK_CLOSE}]*{BLANK_CLOSE})")
_MARK = re.compile(r"(@\w+|##?|\+|>|-|\|)(?:\s+|$)(.*)", re.DOTALL)
_NAMES = ("suma", "tribunal", "ruego", "otrosi", "lugar", "firma", "pagina", "titulo", "ordinales")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a template."""

    file: str
    line: int


class MarkupError(Exception):
    """Rendered text that is no markup; `template` has `{named}` fields."""

    def __init__(self, place: Place, template: str, **fields: object) -> None:
        self.place, self.template, self.fields = place, template, fields
        super().__init__(template)


@dataclass(slots=True)
class _Piece:
    """A mark with its text, before it is a block."""

    mark: str
    text: str
    place: Place


@dataclass(slots=True)
class _Reader:
    label: Callable[[str], str]
    blanks: dict[str, b.Blank] = field(default_factory=dict[str, b.Blank])
    blocks: list[b.Block] = field(default_factory=list[b.Block])
    title: str = ""
    ordinals: tuple[str, ...] = ()
    announced: list[int] = field(default_factory=list[int])
    number: int = 0


def read(
    text: str, label: Callable[[str], str], copy: Mapping[str, str]
) -> tuple[str, tuple[b.Block, ...], tuple[b.Blank, ...]]:
    """Title, blocks and blanks of a rendered text.

    label: what to call the unknown with an id. copy: `blank`, the words of a visible blank with `{label}`.
    Raises MarkupError for an unknown mark, an unclosed `*`, a label that is missing, a suma that lies.
    """
    reader = _Reader(label)
    pieces = _pieces(text)
    place = 0
    while place < len(pieces):
        place = _take(reader, pieces, place, copy)
    announced = sum(1 for piece in pieces if piece.mark == "@suma" and "%" in _split(piece)[0])
    present = [piece for piece in pieces if piece.mark == "@otrosi"]
    if announced != len(present):
        where = present[-1].place if present else Place(pieces[0].place.file, 0) if pieces else Place("", 0)
        raise MarkupError(
            where,
            "la suma anuncia {announced} otrosíes y el escrito tiene {present}",
            announced=announced,
            present=len(present),
        )
    return reader.title, tuple(reader.blocks), tuple(reader.blanks.values())


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    place = Place("", 0)
    fresh = True
    for raw in text.split("\n"):
        marks = _PLACE.findall(raw)
        if marks:
            file, _, line = marks[0].rpartition(":")
            place = Place(file, int(line))
        line = _PLACE.sub("", raw).strip(" \t")
        if not line:
            fresh = True
            continue
        mark = _MARK.fullmatch(line)
        if mark:
            found.append(_Piece(mark[1], mark[2], place))
        elif line.startswith("@"):
            raise MarkupError(place, "no entiendo «{mark}»", mark=decoded(line.split()[0]))
        elif fresh or not found:
            found.append(_Piece("", line, place))
        else:
            found[-1].text += (" " if found[-1].text else "") + line
        fresh = False
    return found


def _take(reader: _Reader, pieces: list[_Piece], at: int, copy: Mapping[str, str]) -> int:
    piece = pieces[at]

    def runs(of: _Piece, text: str | None = None) -> b.Runs:
        return _runs(of, of.text if text is None else text, reader, copy)

    same = at + 1
    match piece.mark:
        case "@suma":
            entries: list[b.Entry] = []
            same = at
            while same < len(pieces) and pieces[same].mark == "@suma":
                label, text = _labelled(reader, pieces, same)
                entries.append(b.Entry(label, runs(pieces[same], text)))
                same += 1
            reader.blocks.append(b.Suma(tuple(entries)))
        case "-":
            items: list[b.Runs] = []
            same = at
            while same < len(pieces) and pieces[same].mark == "-":
                items.append(runs(pieces[same]))
                same += 1
            reader.blocks.append(b.Documents(tuple(items)))
        case "@firma":
            lines: list[b.Runs] = []
            while same < len(pieces) and pieces[same].mark == "|":
                lines.append(runs(pieces[same]))
                same += 1
            reader.blocks.append(b.Signature(_role(piece), tuple(lines)))
        case "@otrosi":
            label, text = _labelled(reader, pieces, at)
            reader.blocks.append(b.Otrosi(label, runs(piece, text)))
        case "@ruego":
            label, text = _split(piece)
            reader.blocks.append(b.Petition(decoded(label), runs(piece, text)))
        case "+":
            reader.number += 1
            reader.blocks.append(b.Numbered(reader.number, runs(piece)))
        case "@titulo":
            reader.title = decoded(piece.text)
        case "@ordinales":
            reader.ordinals = tuple(word.strip() for word in piece.text.split(","))
        case "@pagina":
            reader.blocks.append(b.PageBreak())
        case "|":
            raise MarkupError(piece.place, "una línea «|» va debajo de @firma")
        case _:
            reader.blocks.append(_simple(piece, runs(piece)))
    return same


def _simple(piece: _Piece, runs: b.Runs) -> b.Block:
    match piece.mark:
        case "":
            return b.Paragraph(runs)
        case "#":
            return b.Heading(1, runs)
        case "##":
            return b.Heading(2, runs)
        case ">":
            return b.Quote(runs)
        case "@tribunal":
            return b.Tribunal(runs)
        case "@lugar":
            return b.PlaceDate(runs)
        case unknown:
            raise MarkupError(
                piece.place, "no conozco «{mark}»; hay {marks}", mark=unknown, marks=", ".join(_NAMES)
            )


def _role(piece: _Piece) -> b.Role:
    try:
        return b.Role(piece.text.strip())
    except ValueError:
        roles = ", ".join(role.value for role in b.Role)
        raise MarkupError(
            piece.place, "no hay firma «{role}»; hay {roles}", role=piece.text, roles=roles
        ) from None


def _split(piece: _Piece) -> tuple[str, str]:
    label, colon, text = piece.text.partition(":")
    if not colon:
        raise MarkupError(piece.place, "falta «:» después de la etiqueta de {mark}", mark=piece.mark)
    return label.strip(), text.strip(" ")


def _labelled(reader: _Reader, pieces: list[_Piece], at: int) -> tuple[str, str]:
    """The label with its `%` turned into the ordinal of this piece among its like."""
    piece = pieces[at]
    label, text = _split(piece)
    if "%" in label:
        like = [n for n, other in enumerate(pieces) if other.mark == piece.mark and "%" in _split(other)[0]]
        turn = like.index(at)
        if len(like) == 1:
            label = label.replace("% ", "").replace("%", "")
        elif turn < len(reader.ordinals):
            label = label.replace("%", reader.ordinals[turn])
        else:
            raise MarkupError(piece.place, "faltan @ordinales: hay {n}", n=len(reader.ordinals))
    return decoded(label), text


def _runs(piece: _Piece, text: str, reader: _Reader, copy: Mapping[str, str]) -> b.Runs:
    found: list[b.Run] = []
    bold = italic = False
    for token in _INLINE.split(text):
        if token == "**":
            bold = not bold
        elif token == "*":
            italic = not italic
        elif token.startswith(BLANK_OPEN):
            id = token[1:-1]
            blank = reader.blanks.setdefault(id, b.Blank(id, reader.label(id)))
            found.append(b.Run(copy["blank"].format(label=blank.label), bold, italic, id))
        elif token:
            found.append(b.Run(decoded(token), bold, italic))
    if bold or italic:
        raise MarkupError(
            piece.place,
            "queda abierto «{mark}» en: {text}",
            mark="**" if bold else "*",
            text=decoded(text)[:60],
        )
    return tuple(found)

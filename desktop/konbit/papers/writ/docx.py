"""A writ as DOCX, for a lawyer to edit: real styles, the same order and measures as the PDF.

Times New Roman is named because Liberation Serif has its widths: both files break alike.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from konbit.papers.writ import blocks as b
from konbit.papers.writ import measures as m
from konbit.papers.writ import pages, setting

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(writ: b.Writ, *, draft: bool = False, paper: m.Paper = "oficio") -> bytes:
    """The writ as an editable file, without author, machine or date. `draft`: «BORRADOR» at the head, blanks marked."""
    return _Maker(writ, draft, m.SHEETS[paper]).bytes()


class _Maker:
    def __init__(self, writ: b.Writ, draft: bool, sheet: m.Sheet) -> None:
        self._writ, self._draft, self._sheet = writ, draft, sheet
        self._copy = writ.tongue == "ht"
        self._document: Any = Document()
        self._page()
        self._styles()
        self._edges()
        self._about()

    def bytes(self) -> bytes:
        blocks = self._writ.blocks
        for place, block in enumerate(blocks):
            ends = any(
                isinstance(later, b.PlaceDate | b.Signature) for later in blocks[place + 1 : place + 2]
            )
            self._block(block, ends)
        out = BytesIO()
        self._document.save(out)
        return _still(out.getvalue())

    def _page(self) -> None:
        section, sheet = self._document.sections[0], self._sheet
        section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
        section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
        section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
        section.footer_distance, section.header_distance = Mm(m.FOOT - 3), Mm(m.BAND_EDGE)

    def _styles(self) -> None:
        copy = self._copy
        font, size = ("Noto Sans", m.COPY_SIZE) if copy else ("Times New Roman", m.SIZE)
        indent, gap = (0, m.COPY_GAP) if copy else (m.INDENT, m.GAP)
        justify = WD_ALIGN_PARAGRAPH.LEFT if copy else WD_ALIGN_PARAGRAPH.JUSTIFY
        left, centre = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = font, Pt(size)
        fonts = normal.element.rPr.rFonts
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), font)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "ht-HT" if copy else "es-CL")
        normal.element.rPr.append(language)
        leading = m.COPY_LEADING if copy else m.LEADING
        single = size * 1.16
        _shape(normal, justify, 0, gap, leading)
        self._style("Párrafo", justify, first=indent)
        self._style("Párrafo numerado", justify, first=indent)
        self._style("Petición", justify, first=indent)
        self._style("Otrosí", justify, first=indent)
        self._style(
            "Cita",
            justify,
            left=m.QUOTE_INDENT,
            right=m.QUOTE_INDENT,
            leading=leading * 0.86,
            after=size * 0.6,
        )
        self._style("Documentos", justify, left=indent + 8, first=-8, after=1)
        self._style("Suma", left, left=m.SUMA_START * self._sheet.text_width, leading=single, after=0)
        self._style("Tribunal", centre, bold=True, after=size, next_too=True)
        self._style("Lugar y fecha", left, before=size, next_too=True)
        side = (self._sheet.text_width - m.SIGNATURE_LINE) / 2
        self._style("Firma", centre, left=side, right=side, leading=single, after=0, next_too=True)
        for level in (1, 2):
            heading = self._document.styles[f"Heading {level}"]
            heading.font.name, heading.font.size, heading.font.bold = font, Pt(size), True
            heading.font.color.rgb = RGBColor(0, 0, 0)
            for script in ("w:ascii", "w:hAnsi", "w:asciiTheme", "w:hAnsiTheme"):
                heading.element.rPr.rFonts.attrib.pop(qn(script), None)
            for script in ("w:ascii", "w:hAnsi"):
                heading.element.rPr.rFonts.set(qn(script), font)
            _shape(heading, left, size * 0.6, 4, leading)
            heading.paragraph_format.keep_with_next = True

    def _style(
        self,
        name: str,
        alignment: WD_ALIGN_PARAGRAPH,
        *,
        first: float = 0,
        left: float = 0,
        right: float = 0,
        before: float = 0,
        after: float | None = None,
        leading: float | None = None,
        bold: bool = False,
        next_too: bool = False,
    ) -> None:
        """first, left, right: millimetres; before, after, leading: points."""
        style = self._document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self._document.styles["Normal"]
        style.font.bold = bold or None
        gap = m.COPY_GAP if self._copy else m.GAP
        usual = m.COPY_LEADING if self._copy else m.LEADING
        _shape(style, alignment, before, gap if after is None else after, leading or usual)
        shape = style.paragraph_format
        shape.first_line_indent, shape.left_indent, shape.right_indent = Mm(first), Mm(left), Mm(right)
        shape.keep_with_next = next_too

    def _edges(self) -> None:
        section = self._document.sections[0]
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        for edge in (head, foot):
            edge.alignment = WD_ALIGN_PARAGRAPH.CENTER
            edge.paragraph_format.line_spacing = 1.0
        if self._copy:
            run = head.add_run(pages.COPY_BAND)
            run.bold, run.font.size = True, Pt(9.5)
            _shade(head, "E6E6E6")
            foot.add_run(f"{pages.COPY_FOOT}    ").font.size = Pt(8)
        elif self._draft:
            head.add_run(pages.DRAFT).bold = True
        for part in ("PAGE", " / ", "NUMPAGES"):
            run = foot.add_run()
            run.font.size = Pt(m.FOOT_SIZE)
            if part.isupper():
                _field(run, part)
            else:
                run.text = part

    def _about(self) -> None:
        about = self._document.core_properties
        about.title = self._writ.title
        about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
        about.created = about.modified = _EPOCH
        about.language = "es-CL" if self._writ.tongue == "es" else "ht"
        about.revision = 1
        package = self._document.part.package
        for id, relation in list(package.rels.items()):
            if relation.reltype.endswith("/thumbnail"):
                del package.rels[id]

    def _block(self, block: b.Block, ends: bool) -> None:
        match block:
            case b.Suma():
                self._suma(block)
            case b.Tribunal(runs):
                self._paragraph("Tribunal", runs)
            case b.Heading(level, runs):
                self._paragraph(f"Heading {level}", runs)
            case b.Numbered(number, runs):
                self._paragraph("Párrafo numerado", (b.Run(f"{number}.\u00a0"), *runs), ends)
            case b.Quote(runs):
                self._paragraph("Cita", runs)
            case b.Documents(items):
                for number, runs in enumerate(items, start=1):
                    item = self._paragraph("Documentos", (b.Run(f"{number}.\t"), *runs), ends)
                    if number == len(items):
                        item.paragraph_format.space_after = Pt(m.GAP)
            case b.Petition(label, runs):
                self._paragraph("Petición", (b.Run(f"{label}: ", bold=True), *runs), ends)
            case b.Otrosi(label, runs):
                self._paragraph("Otrosí", (b.Run(f"{label}: ", bold=True), *runs), ends)
            case b.PlaceDate(runs):
                self._paragraph("Lugar y fecha", runs)
            case b.Signature():
                self._signature(block, last=not ends)
            case b.PageBreak():
                self._document.add_page_break()
            case b.Paragraph(runs):
                self._paragraph("Párrafo", runs, ends)

    def _paragraph(self, style: str, runs: Iterable[b.Run], ends: bool = False) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        for run in runs:
            piece = paragraph.add_run(_printable(run.text))
            piece.bold = run.bold or None
            piece.italic = run.italic or None
            if run.blank:
                piece.bold = True
                piece.font.highlight_color = WD_COLOR_INDEX.YELLOW if self._draft else None
        if ends:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _suma(self, suma: b.Suma) -> None:
        runs: list[b.Run] = []
        for place, entry in enumerate(suma.entries):
            words = (
                entry.runs
                if self._copy
                else tuple(b.Run(r.text.upper(), r.bold, r.italic, r.blank) for r in entry.runs)
            )
            end = "." if place == len(suma.entries) - 1 else "; "
            runs += [b.Run(f"{entry.label}: ", bold=True), *words, b.Run(end)]
        paragraph = self._paragraph("Suma", runs)
        manner = (
            setting.copied(self._sheet.text_width)
            if self._copy
            else setting.filed(self._sheet.text_width, draft=False)
        )
        after = sum(
            piece.wrap(self._sheet.text_width * m.MM, 10_000)[1]
            for piece in [*setting.Setter(manner).block(suma)][1:]
        )
        paragraph.paragraph_format.space_after = Pt(after)

    def _signature(self, signature: b.Signature, *, last: bool) -> None:
        box = m.BOXES.get(signature.role)
        if box:
            table = self._document.add_table(1, 1)
            table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
            table.rows[0].height, table.rows[0].height_rule = Mm(box[1]), WD_ROW_HEIGHT_RULE.EXACTLY
            cell = table.rows[0].cells[0]
            table.columns[0].width = cell.width = Mm(box[0])
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        for place, runs in enumerate(signature.lines):
            line = self._paragraph("Firma", runs)
            if place == 0 and not box:
                line.paragraph_format.space_before = Mm(m.SIGNATURE_AIR)
                _rule_above(line)
            elif place == 0:
                line.paragraph_format.space_before = Mm(2)
            if last and place == len(signature.lines) - 1:
                line.paragraph_format.keep_with_next = False


def _shape(style: Any, alignment: WD_ALIGN_PARAGRAPH, before: float, after: float, leading: float) -> None:
    shape = style.paragraph_format
    shape.alignment, shape.line_spacing, shape.widow_control = alignment, Pt(leading), True
    shape.space_before, shape.space_after = Pt(before), Pt(after)


def _field(run: Any, name: str) -> None:
    """A field that Word and LibreOffice count by themselves."""
    for kind in ("begin", name, "end"):
        if kind == name:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = name
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _shade(paragraph: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    paragraph._p.get_or_add_pPr().append(shade)


def _rule_above(paragraph: Any) -> None:
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "2"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _printable(text: str) -> str:
    """XML has no place for control characters; the newline and the tab are kept as breaks."""
    return "".join("\ufffd" if ord(letter) < 32 and letter not in "\n\t" else letter for letter in text)


def _still(packed: bytes) -> bytes:
    """The same package with one fixed time on every part."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()

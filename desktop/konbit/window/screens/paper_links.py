"""The papers of a finding: the sheet to take along, and each form or writ in which the route ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.pack import Pack
from konbit.law.routes import Nature
from konbit.reasoning.examining import Examination
from konbit.window.look.type import Role
from konbit.window.pack_words import of_pack
from konbit.window.parts.lettering import Say
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.norm_list import Links
from konbit.window.tongue import Said, Words

_SHUT = ("no_elegible", "no_aplica", "cerrado")


def outputs_of(pack: Pack, found: Examination, key: str) -> tuple[str, ...]:
    """The papers of a route, in the order of the pack: every form, unless the route is shut (its form would lead
    nobody anywhere; what only informs is never shut), and each writ that can be filed today. Of a writ none: it is a paper itself."""
    kind, _, ident = key.partition(":")
    verdict = found.routes.get(ident) if kind == "ruta" else None
    if verdict is None:
        return ()
    shut = verdict.outcome in _SHUT and verdict.route.nature is not Nature.INFORMATIVE
    forms = [f"formulario:{one}" for one in verdict.route.outputs if one in pack.forms and not shut]
    writs = [
        f"escrito:{one}"
        for one in verdict.route.outputs
        if one in found.writs and found.writs[one].open_to_file and pack.writs[one].has_template
    ]
    return (*forms, *writs)


class PaperLinks(Part, QWidget):
    """sheet_wanted: the sheet for the person. paper_wanted: the key of a form or a writ."""

    sheet_wanted = Signal()
    paper_wanted = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._head = Text(words, _papers, Role.SUB, below=True, parent=self)
        self.sheet = Links(words, sign=Sign.PRINTER, parent=self)
        self.links = Links(words, sign=Sign.DOCUMENT, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._head, self.sheet, self.links):
            self._column.addWidget(one)
        self.sheet.pressed.connect(lambda _at: self.sheet_wanted.emit())
        self.links.pressed.connect(lambda at: self.paper_wanted.emit(self._keys[at]))
        self.settle(words)

    def show_papers(self, pack: Pack, keys: Sequence[str]) -> None:
        """Other papers; the sheet for the person is always there."""
        self._keys = tuple(keys)
        self.sheet.show_links([_sheet])
        self.links.show_links([_name(pack, key) for key in keys])
        self.links.setVisible(bool(keys))

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(2))
        super().restyle()


def _name(pack: Pack, key: str) -> Say:
    kind, _, ident = key.partition(":")
    return of_pack((pack.writs if kind == "escrito" else pack.forms)[ident].name)


def _papers(words: Words) -> Said:
    return words("ui.papers.papers", "Papeles")


def _sheet(words: Words) -> Said:
    return words("ui.sheets.for_person", "Hoja para la persona")

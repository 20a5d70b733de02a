"""The other two left sides of the form workshop: the clinic's forms, and what is said of one when it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konbit.law.forms import Form
from konbit.window.look.type import Role
from konbit.window.parts.button import LinkButton, PrimaryButton
from konbit.window.parts.field import Fault, Field
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import TextEntry
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words
from konbit.work.workshop.keeping import Title


class FormRow(Part, QWidget):
    """A form of the clinic: fill it for the case at hand, put it right, take it away."""

    filled = Signal(str)
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.name = Text(words, nothing, Role.BODY_STRONG, parent=self)
        self.about = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self.fill = LinkButton(
            words, lambda words: words("ui.workshop.fill", "Llenar con este caso"), sign=Sign.DOCUMENT,
            beside=False, parent=self,
        )  # fmt: skip
        self.open = LinkButton(
            words,
            lambda words: words("ui.workshop.open", "Corregir"),
            sign=Sign.PENCIL,
            beside=False,
            parent=self,
        )
        self.remove = LinkButton(
            words, lambda words: words("ui.list.remove", "Quitar"), sign=Sign.CROSS, beside=False, parent=self
        )
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        for piece in (self.name, self.about):
            self._column.addWidget(piece)
        for button in (self.fill, self.open, self.remove):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self.fill.clicked.connect(lambda: self.filled.emit(self._id))
        self.open.clicked.connect(lambda: self.opened.emit(self._id))
        self.remove.clicked.connect(lambda: self.removed.emit(self._id))
        self.settle(words)

    def show_form(self, form: Form, *, case: bool) -> None:
        self._id = form.id
        self.name.say(fixed(f"{form.name} ({form.id})"))
        edition, source = form.edition, form.source
        self.about.say(
            lambda words: words(
                "ui.workshop.about", "Edición {edition}. Fuente: {source}", edition=edition, source=source
            )
        )
        self.fill.setVisible(case)
        self.retranslate()

    def retranslate(self) -> None:
        for button in (self.fill, self.open, self.remove):
            button.setAccessibleName(f"{button.text()}: {self.name.text()}")


class Shelf(Part, QWidget):
    """The clinic's forms, and the button that is the twin of dropping a PDF."""

    filled = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    wanted = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intro = Text(words, _intro, Role.BODY, below=True, parent=self)
        self.choose = PrimaryButton(words, _choose, sign=Sign.FOLDER, beside=False, parent=self)
        self.head = Text(words, _yours, Role.SUB, below=True, parent=self)
        self.fault = Fault(words)
        self._column, self._place = QVBoxLayout(self), QVBoxLayout()
        for piece in (self._intro, self.choose, self.fault, self.head):
            self._column.addWidget(piece)
        self._column.addLayout(self._place)
        self._column.addStretch(1)
        self._rows = Pool(self._row, self._place)
        self.choose.clicked.connect(self.wanted)
        self.settle(words)

    def _row(self) -> FormRow:
        row = FormRow(self.words)
        row.filled.connect(self.filled)
        row.opened.connect(self.opened)
        row.removed.connect(self.removed)
        return row

    @property
    def rows(self) -> list[FormRow]:
        return self._rows.rows

    def show_forms(self, forms: tuple[Form, ...], *, case: bool) -> None:
        for row, form in zip(self._rows.show(len(forms)), forms, strict=True):
            row.show_form(form, case=case)
        self.head.setVisible(bool(forms))

    def restyle(self) -> None:
        theme = self.theme
        pad = theme.gap(16)
        self._column.setContentsMargins(pad, theme.gap(12), pad, theme.gap(12))
        self._column.setSpacing(theme.gap(10))
        self._place.setSpacing(theme.gap(10))
        super().restyle()


class Naming(Part, QWidget):
    """Code, name, edition and source of a form that is to be kept."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ident, self.title = TextEntry(words, longest=40), TextEntry(words, longest=120)
        self.edition, self.source = TextEntry(words, longest=60), TextEntry(words, longest=200)
        self.fault = Fault(words)
        self._column = QVBoxLayout(self)
        for piece in (
            Text(words, _asked_once, Role.BODY, below=True, parent=self),
            Field(words, _name, self.title),
            Field(words, _edition, self.edition, hint=_edition_hint),
            Field(words, _source, self.source, hint=_source_hint),
            Field(words, _ident, self.ident, hint=_ident_hint),
            self.fault,
        ):
            self._column.addWidget(piece)
        self._column.addStretch(1)
        self.settle(words)

    def fill(self, title: Title) -> None:
        for entry, text in zip(
            (self.ident, self.title, self.edition, self.source),
            (title.id, title.name, title.edition, title.source),
            strict=True,
        ):
            entry.set_value(text)
        self.fault.say(None)

    def said(self) -> Title:
        told = [str(entry.value() or "") for entry in (self.ident, self.title, self.edition, self.source)]
        return Title(told[0], told[1], told[2], told[3])

    def blame(self, key: str, say: Say) -> None:
        """What is wrong, and the box it is about."""
        self.fault.say(say)
        entry = {"id": self.ident, "nombre": self.title, "edicion": self.edition, "fuente": self.source}.get(
            key
        )
        if entry is not None:
            entry.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        theme = self.theme
        pad = theme.gap(16)
        self._column.setContentsMargins(pad, theme.gap(12), pad, theme.gap(12))
        self._column.setSpacing(theme.gap(10))
        super().restyle()


def _intro(words: Words) -> Said:
    return words(
        "ui.workshop.intro",
        "Traiga aquí el PDF oficial que le entregaron. Se une cada campo con un dato, una sola vez; después se llena solo.",
    )


def _choose(words: Words) -> Said:
    return words("ui.workshop.choose", "Elegir un PDF…")


def _yours(words: Words) -> Said:
    return words("ui.workshop.yours", "Formularios de la clínica")


def _asked_once(words: Words) -> Said:
    return words("ui.workshop.asked", "Con esto se reconoce el formulario y su edición.")


def _name(words: Words) -> Said:
    return words("ui.workshop.name", "Cómo se llama")


def _edition(words: Words) -> Said:
    return words("ui.workshop.edition", "Edición")


def _edition_hint(words: Words) -> Said:
    return words("ui.workshop.edition_hint", "La fecha o el número que trae impreso.")


def _source(words: Words) -> Said:
    return words("ui.workshop.source", "Fuente")


def _source_hint(words: Words) -> Said:
    return words("ui.workshop.source_hint", "Quién lo entregó o dónde está publicado, y cuándo.")


def _ident(words: Words) -> Said:
    return words("ui.workshop.ident", "Código corto")


def _ident_hint(words: Words) -> Said:
    return words("ui.workshop.ident_hint", "Letras sin acento y números. Con él se pide en konbit fill.")

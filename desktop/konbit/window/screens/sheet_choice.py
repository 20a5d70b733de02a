"""Which sheet: the few that fit where one came from; of a card which one and for which comuna, of a blank interview
for what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.case.known import known_values
from konbit.window.look.type import Role
from konbit.window.pack_words import of_pack
from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.field import Field
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.picker import Option, Picker
from konbit.window.parts.text import Text
from konbit.window.screens.filing_words import name_of_filed
from konbit.window.screens.sheet_door import DAY, DEADLINES, INTERVIEW, RIGHTS, ROUTE, SheetDoor
from konbit.window.screens.sheet_making import Wanted
from konbit.window.session import Session
from konbit.window.tongue import Said, Words


class SheetChoice(Part, QWidget):
    """chosen: another sheet is wanted (`wanted`). saved: what became of saving or printing, for the screen to fill."""

    chosen = Signal()

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._door = SheetDoor(DAY)
        self.saved = Banner(words, Level.DONE, parent=self)
        self.saved.hide()
        self._head = Text(words, _which, Role.SUB, below=True, parent=self)
        self.kinds = AnswerGroup(words, parent=self)
        self._cards_head = Text(words, _which_card, Role.NOTE_STRONG, below=True, parent=self)
        self.cards = AnswerGroup(words, parent=self)
        self.comuna = Picker(words)
        self._comuna_field = Field(words, _comuna, self.comuna, hint=_comuna_hint, parent=self)
        self.purpose = Picker(words)
        self._purpose_field = Field(words, _purpose, self.purpose, hint=_purpose_hint, parent=self)
        self._note = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        for one in (self.saved, self._head, self.kinds, self._purpose_field, self._comuna_field):
            self._column.addWidget(one)
        for one in (self._cards_head, self.cards, self._note):
            self._column.addWidget(one)
        self._column.addStretch(1)
        self.kinds.chosen.connect(self._turned)
        self.cards.chosen.connect(lambda _ids: self.chosen.emit())
        self.comuna.changed.connect(lambda _value: self._typed(self.comuna))
        self.purpose.changed.connect(lambda _value: self._typed(self.purpose))
        self.settle(words)

    # --- filling

    def offer(self, door: SheetDoor) -> None:
        """The sheets that fit a door; the one that it asks for is ticked."""
        self._door = door
        self.saved.hide()
        self.kinds.ask([Choice(kind, self._name(kind)) for kind in self._offered()], chosen=[door.kind])
        cards = self._session.require_office().pack.cards
        first = self.cards.value() or list(cards)[:1]
        self.cards.ask([Choice(one.id, of_pack(one.title)) for one in cards.values()], chosen=first)
        self._offer_names()
        self.comuna.set_value(self._home())
        self.purpose.set_value(door.target)
        self._follow()

    def tell(self, note: Say | None) -> None:
        """A quiet word below: pages that the preview leaves out."""
        self._note.setVisible(note is not None)
        self._note.say(note or nothing)

    @property
    def kind(self) -> str:
        """The kind of sheet that is ticked."""
        return next(iter(self.kinds.value()), self._door.kind)

    def wanted(self, tongue: str) -> Wanted:
        """The sheet as it is asked for."""
        made = Wanted(self.kind, tongue=tongue)  # type: ignore[arg-type]
        match made.kind:
            case "ruta":
                return Wanted(ROUTE, self._door.target.partition(":")[2], made.tongue)
            case "derechos":
                card = next(iter(self.cards.value()), "")
                return Wanted(RIGHTS, card, made.tongue, str(self.comuna.value() or ""))
            case "entrevista":
                return Wanted(INTERVIEW, str(self.purpose.value() or ""), made.tongue)
            case _:
                return made

    def _offered(self) -> list[str]:
        if not self._door.of_case:
            return [DAY, RIGHTS, INTERVIEW]
        route = [ROUTE] if self._door.target.startswith("ruta:") else []
        return [*route, DEADLINES, RIGHTS, INTERVIEW]

    def _name(self, kind: str) -> Say:
        if kind != ROUTE:
            return _NAMES[kind]
        name = name_of_filed(self._session.require_office().pack, self._door.target)
        return lambda words: words("ui.sheets.route", "Hoja para la persona: {name}", name=name(words))

    def _home(self) -> object:
        """The comuna of the person, where one is at hand and known."""
        interview = self._session.interview
        if interview is None or not self._door.of_case:
            return None
        pack = self._session.require_office().pack
        return known_values(interview.case, pack.facts).get(pack.home_fact)

    def _offer_names(self) -> None:
        pack = self._session.require_office().pack
        self.comuna.offer(Option(one.code, one.name) for one in pack.places.comunas.values())
        groups = (("ruta", pack.routes), ("escrito", pack.writs))
        self.purpose.offer(
            Option(f"{kind}:{one.id}", str(of_pack(one.name)(self.words)))
            for kind, group in groups
            for one in group.values()
        )

    def _turned(self, _ids: list[str]) -> None:
        self._follow()
        self.chosen.emit()

    def _typed(self, picker: Picker) -> None:
        # While a name is being typed nothing is made; an empty box is a choice too.
        if picker.value() is not None or not picker.box.text().strip():
            self.chosen.emit()

    def _follow(self) -> None:
        kind = self.kind
        for one in (self._cards_head, self.cards, self._comuna_field):
            one.setVisible(kind == RIGHTS)
        self._purpose_field.setVisible(kind == INTERVIEW)

    def retranslate(self) -> None:
        if self._session.office is None or not self.kinds.answers:
            return
        chosen = self.purpose.value()
        self._offer_names()
        if chosen is not None:
            self.purpose.set_value(chosen)

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(16), theme.gap(12), theme.gap(12), theme.gap(12))
        self._column.setSpacing(theme.gap(8))
        super().restyle()


def _which(words: Words) -> Said:
    return words("ui.sheets.which", "Qué hoja")


def _which_card(words: Words) -> Said:
    return words("ui.sheets.which_card", "Qué tarjeta")


def _comuna(words: Words) -> Said:
    return words("ui.sheets.comuna", "Comuna de la persona")


def _comuna_hint(words: Words) -> Said:
    return words("ui.sheets.comuna_hint", "La tarjeta trae a quién llamar en su región.")


def _purpose(words: Words) -> Said:
    return words("ui.sheets.purpose", "Para qué trámite")


def _purpose_hint(words: Words) -> Said:
    return words("ui.sheets.purpose_hint", "Vacío: todas las preguntas. Con un trámite salen muchas menos.")


def _deadlines(words: Words) -> Said:
    return words("ui.sheets.deadlines", "Sus plazos")


def _day(words: Words) -> Said:
    return words("ui.sheets.day", "Plazos de la clínica, sin nombres")


def _rights(words: Words) -> Said:
    return words("ui.sheets.rights", "Tarjetas de derechos")


def _interview(words: Words) -> Said:
    return words("ui.sheets.interview", "Entrevista en papel, sin llenar")


_NAMES = {DEADLINES: _deadlines, DAY: _day, RIGHTS: _rights, INTERVIEW: _interview}

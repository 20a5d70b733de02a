"""Beside the pages: whether the paper is a draft and why, what is missing, on what it rests, what to check first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.norms import Norm
from konbit.window.look.type import Role
from konbit.window.pack_words import of_pack
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.chip import Chip, State, Tone, missing
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.finding_view import Notice
from konbit.window.screens.norm_list import Links
from konbit.window.screens.notice_row import CauseRow, NoticeRow, loudest_first
from konbit.window.screens.pool import Pool
from konbit.window.tongue import Said, Words


@dataclass(frozen=True)
class Blank:
    """Something the paper lacks. fact: the question to go to, or "" where no single one fills it."""

    label: Say
    fact: str = ""


@dataclass(frozen=True)
class Notes:
    """All that is said of one paper. impossible: there is no paper yet, not even a draft."""

    final: bool = False
    making: bool = True
    impossible: bool = False
    blanks: tuple[Blank, ...] = ()
    lawyer_needed: bool = False
    notices: tuple[Notice, ...] = ()
    causes: tuple[tuple[State, Say], ...] = ()
    verify: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    overflow: tuple[Say, ...] = ()
    upload: Say | None = None


class PaperNotes(Part, QWidget):
    """asked: a fact to ask, so that a blank is filled."""

    asked = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Notes | None = None
        self.saved = Banner(words, Level.DONE, parent=self)
        self.saved.hide()
        self._state = Chip(words, beside=True, parent=self)
        self._until_final = Text(words, nothing, Role.NOTE, below=True, parent=self)
        self._blanks_head = Text(words, nothing, Role.SUB, below=True, parent=self)
        self._blanks = Links(words, sign=Sign.QUESTION_RING, parent=self)
        self._blanks.pressed.connect(self._pressed)
        self._lawyer = Banner(words, Level.AMBER, parent=self)
        self._causes_head = _head(words, self, _grounds)
        self._verify_head = _head(words, self, _to_verify)
        self._problems_head = _head(words, self, _proof)
        self._notice_place, self._cause_place = QVBoxLayout(), QVBoxLayout()
        self._verify_place, self._problem_place = QVBoxLayout(), QVBoxLayout()
        self._notices: Pool[NoticeRow] = Pool(lambda: NoticeRow(self.words, self), self._notice_place)
        self._causes: Pool[CauseRow] = Pool(lambda: CauseRow(self.words, self), self._cause_place)
        self._verify: Pool[Text] = Pool(self._line, self._verify_place)
        self._problems: Pool[Text] = Pool(self._line, self._problem_place)
        self._upload = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._column = QVBoxLayout(self)
        for one in (self.saved, self._state, self._until_final, self._blanks_head, self._blanks):
            self._column.addWidget(one)
        self._column.addWidget(self._problems_head)
        self._column.addLayout(self._problem_place)
        self._column.addWidget(self._lawyer)
        self._column.addLayout(self._notice_place)
        self._column.addWidget(self._causes_head)
        self._column.addLayout(self._cause_place)
        self._column.addWidget(self._upload)
        self._column.addWidget(self._verify_head)
        self._column.addLayout(self._verify_place)
        self._column.addStretch(1)
        self.settle(words)

    def _line(self) -> Text:
        return Text(self.words, nothing, Role.NOTE, below=True, parent=self)

    # --- filling

    def show_notes(self, notes: Notes, norms: Mapping[str, Norm]) -> None:
        """Notes of another paper, or of the same one made again."""
        self._notes = notes
        self._state.show_state(_state(notes))
        self._until_final.say(_until(notes))
        self._until_final.setVisible(not (notes.final or notes.making or notes.impossible))
        count = len(notes.blanks)
        self._blanks_head.setVisible(bool(count))
        self._blanks.setVisible(bool(count))
        self._blanks_head.say(
            (lambda words: words("ui.papers.blanks", "Faltan {count} datos", count=count))
            if count > 1
            else (lambda words: words("ui.papers.blank", "Falta 1 dato"))
        )
        for blank, link in zip(
            notes.blanks, self._blanks.show_links([blank.label for blank in notes.blanks]), strict=True
        ):
            link.setEnabled(bool(blank.fact))
        self._tell_lawyer(notes.lawyer_needed)
        for row, notice in zip(
            self._notices.show(len(notes.notices)), loudest_first(notes.notices), strict=True
        ):
            row.tell(notice, norms)
        self._causes_head.setVisible(bool(notes.causes))
        for row, (state, say) in zip(self._causes.show(len(notes.causes)), notes.causes, strict=True):
            row.tell(state, say)
        self._verify_head.setVisible(bool(notes.verify))
        for text, what in zip(self._verify.show(len(notes.verify)), notes.verify, strict=True):
            text.say(of_pack(what))
        self._upload.setVisible(notes.upload is not None)
        self._upload.say(notes.upload or nothing)
        problems = [*(of_pack(one) for one in notes.problems), *notes.overflow]
        self._problems_head.setVisible(bool(problems))
        for text, say in zip(self._problems.show(len(problems)), problems, strict=True):
            text.say(say)

    def _tell_lawyer(self, needed: bool) -> None:
        self._lawyer.setVisible(needed)
        if needed:
            self._lawyer.tell(
                Level.AMBER,
                lambda words: words(
                    "ui.papers.lawyer_text",
                    "Este escrito no queda final sin el nombre de quien lo patrocina. Si no hay abogado, entregue la hoja de asistencia jurídica gratuita.",
                ),
                lead=lambda words: words("ui.papers.lawyer", "Falta abogado o abogada."),
            )

    @property
    def notes(self) -> Notes | None:
        return self._notes

    def _pressed(self, at: int) -> None:
        if self._notes is not None and self._notes.blanks[at].fact:
            self.asked.emit(self._notes.blanks[at].fact)

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(16), theme.gap(12), theme.gap(12), theme.gap(12))
        self._column.setSpacing(theme.gap(8))
        for place in (self._notice_place, self._cause_place, self._verify_place, self._problem_place):
            place.setSpacing(theme.gap(6))
        super().restyle()


def _head(words: Words, parent: QWidget, say: Say) -> Text:
    return Text(words, say, Role.SUB, below=True, parent=parent)


def _state(notes: Notes) -> State:
    if notes.making:
        return State(
            Sign.HOURGLASS, Tone.CALM, lambda words: words("ui.papers.making", "Preparando las páginas…")
        )
    if notes.impossible:
        return missing(len(notes.blanks))
    if notes.final:
        return State(Sign.TICK_RING, Tone.GREEN, lambda words: words("ui.papers.final", "Listo para firmar"))
    return State(Sign.PENCIL, Tone.AMBER, lambda words: words("ui.papers.draft", "Borrador"))


def _until(notes: Notes) -> Say:
    if notes.problems or notes.overflow:
        return lambda words: words(
            "ui.papers.until_proof", "Para firmarlo, resuelva antes lo que dice la prueba."
        )
    if notes.blanks:
        return lambda words: words(
            "ui.papers.until_blanks", "Se puede imprimir como borrador; para firmarlo, complete lo que falta."
        )
    if notes.lawyer_needed:
        return lambda words: words(
            "ui.papers.until_lawyer", "Se puede imprimir como borrador; para presentarlo, falta el abogado."
        )
    return lambda words: words(
        "ui.papers.until_open", "Sigue en borrador: hoy no se puede presentar por ninguna de sus causas."
    )


def _grounds(words: Words) -> Said:
    return words("ui.papers.grounds", "Fundamentos")


def _to_verify(words: Words) -> Said:
    return words("ui.papers.verify", "Leer en su fuente antes de presentar")


def _proof(words: Words) -> Said:
    return words("ui.papers.proof", "Prueba del formulario")

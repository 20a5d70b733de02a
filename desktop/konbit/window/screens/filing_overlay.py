"""«Ya se presentó…»: when, where, under which number, and how it ended. Short, and over the findings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from konbit.case.case import Case, Filing
from konbit.errors import BadCase
from konbit.window.look.type import Role
from konbit.window.pack_words import in_own_words, of_pack
from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.field import Fault, Field
from konbit.window.parts.overlay import Overlay
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import TextEntry
from konbit.window.screens.filing_words import name_of_filed
from konbit.window.session import Session
from konbit.window.tongue import Said, Words
from konbit.work.filings import LONGEST_NUMBER, record_filing, record_result

PENDING = "sin_respuesta"


class FilingOverlay(Overlay):
    """kept: the case with what was noted down. A result once noted is put right by another, or taken back (Ctrl+Z)."""

    kept = Signal(object)

    WIDTH = 1240

    def __init__(self, words: Words, host: QWidget, session: Session) -> None:
        self._session = session
        self._what, self._ident = "", ""
        super().__init__(words, _title, host)
        self._name = Text(words, _title, Role.BODY, tone="ink2", below=True)
        self.day = DateEntry(words)
        self._day_field = Field(words, _when, self.day, hint=_when_hint)
        self._channel_label = Text(words, _channel, Role.NOTE_STRONG, below=True)
        self.channel = AnswerGroup(words)
        self.number = TextEntry(words, longest=LONGEST_NUMBER)
        self._number_field = Field(words, _number, self.number)
        self._result_label = Text(words, _result, Role.NOTE_STRONG, below=True)
        self.result = AnswerGroup(words)
        self.decided = DateEntry(words)
        self._decided_field = Field(words, _decided, self.decided)
        self.fault = Fault(words)
        for piece in (
            self._name,
            self._day_field,
            self._channel_label,
            self.channel,
            self._number_field,
            self._result_label,
            self.result,
            self._decided_field,
            self.fault,
        ):
            self.column.addWidget(piece)
        self.column.addStretch(1)
        self.leave_button = QuietButton(words, _leave, sign=Sign.CROSS, key="Esc")
        self.keep_button = PrimaryButton(words, _keep)
        self.set_buttons(self.leave_button, self.keep_button)
        self.leave_button.clicked.connect(self.close_over)
        self.keep_button.clicked.connect(self.keep)
        self.went_on.connect(self.keep)
        self.result.chosen.connect(lambda _ids: self._follow())

    def ask(self, what: str, ident: str = "") -> None:
        """Opens for something new (`ruta:ID`, `escrito:ID`), or, with `ident`, for something filed before."""
        self._what, self._ident = what, ident
        pack, filing = self._session.require_office().pack, self._filing()
        self._name.say(name_of_filed(pack, what))
        words = pack.filings
        channels = [Choice(one, of_pack(text)) for one, text in words.channels.items()]
        results = [Choice(one, of_pack(text)) for one, text in words.results.items()]
        ended = filing is not None and filing.decided is not None
        if not ended:
            results.insert(0, Choice(PENDING, _pending))
        filed, decided = (filing.filed, filing.decided) if filing else (None, None)
        self.channel.ask(channels, chosen=[filed.channel] if filed else [], columns=3)
        self.result.ask(results, chosen=[decided.result if decided else PENDING], columns=3)
        self.day.set_value(filed.day.text if filed else None)
        self.number.set_value(filed.number or None if filed else None)
        self.decided.set_value(decided.day.text if decided else None)
        self.fault.say(None)
        self._follow()
        self.open_over(self.result.answers[0] if filing is not None else self.day.day)

    def keep(self) -> None:
        """Notes it down, or says in one sentence why not."""
        wrong = [field for field in (self._day_field, self._decided_field) if field.reveal()]
        if wrong:
            wrong[0].entry.take_focus(Qt.FocusReason.ShortcutFocusReason)
            return
        day, channel = self.day.value(), next(iter(self.channel.value()), "")
        result = next(iter(self.result.value()), PENDING)
        decided = self.decided.value()
        if day is None or not channel or (result != PENDING and decided is None):
            self.fault.say(_lacking)
            target: Any = self.day if day is None else self.channel if not channel else self.decided
            target.take_focus(Qt.FocusReason.ShortcutFocusReason)
            return
        interview = self._session.interview
        assert interview is not None
        try:
            made = self._made(interview.case, day, channel, result, decided or "", self._session.moment())
        except BadCase as fault:
            self.fault.say(in_own_words(fault))
            return
        self.close_over()
        if made is not interview.case:
            self.kept.emit(made)

    def _made(self, case: Case, day: str, channel: str, result: str, decided: str, when: datetime) -> Case:
        session, filing = self._session, self._filing()
        office, number = session.require_office(), self.number.value() or ""
        made, ident = case, self._ident
        filed = filing.filed if filing else None
        if filed is None or (filed.day.text, filed.channel, filed.number) != (day, channel, number):
            made = record_filing(
                office,
                case,
                session.today,
                self._what,
                day=day,
                channel=channel,
                number=number,
                ident=ident,
                when=when,
            )
            ident = ident or list(made.filings)[-1]
        before = filing.decided if filing else None
        if result != PENDING and (before is None or (before.result, before.day.text) != (result, decided)):
            made = record_result(office, made, session.today, ident, result, day=decided, when=when)
        return made

    def _filing(self) -> Filing | None:
        interview = self._session.interview
        return interview.case.filings.get(self._ident) if interview is not None and self._ident else None

    def _follow(self) -> None:
        self._decided_field.setVisible(self.result.value() not in ([], [PENDING]))


def _title(words: Words) -> Said:
    return words("ui.filing.title", "Lo que se presentó")


def _when(words: Words) -> Said:
    return words("ui.filing.when", "Cuándo se presentó")


def _when_hint(words: Words) -> Said:
    return words(
        "ui.filing.when_hint", "Está en el comprobante. Si solo se sabe el mes o el año, basta con eso."
    )


def _channel(words: Words) -> Said:
    return words("ui.filing.channel", "Por dónde se presentó")


def _number(words: Words) -> Said:
    return words("ui.filing.number", "Rol o folio, si hay")


def _result(words: Words) -> Said:
    return words("ui.filing.result", "Cómo terminó")


def _pending(words: Words) -> Said:
    return words("ui.filing.no_answer", "Sin respuesta todavía")


def _decided(words: Words) -> Said:
    return words("ui.filing.decided", "De qué día es la respuesta")


def _lacking(words: Words) -> Said:
    return words("ui.filing.lacking", "Falta cuándo y por dónde se presentó, o de qué día es la respuesta.")


def _leave(words: Words) -> Said:
    return words("ui.filing.leave", "No anotar")


def _keep(words: Words) -> Said:
    return words("ui.filing.keep", "Anotar")

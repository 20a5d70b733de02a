"""What the findings do about filing: the lines under the finding on show, and the form that notes things down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from konbit.case.case import Case
from konbit.window.pack_words import of_pack
from konbit.window.screens.filed_block import FiledLine
from konbit.window.screens.filing_overlay import FilingOverlay
from konbit.window.screens.filing_words import channel_words, delay_words
from konbit.window.screens.finding_detail import FindingDetail
from konbit.window.screens.screen import Screen
from konbit.window.screens.upload_words import portal_words
from konbit.work.filings import Delay, delays, next_facts


class FilingHelp(QObject):
    """Fills `detail` for the finding under `key`, and opens the form over `page`."""

    def __init__(self, page: Screen, detail: FindingDetail) -> None:
        super().__init__(page)
        self._page, self._detail, self._key = page, detail, ""
        self._overlay: FilingOverlay | None = None
        detail.filed.wanted.connect(self._open)

    @property
    def overlay(self) -> FilingOverlay:
        """The form, made when it is first wanted."""
        if self._overlay is None:
            self._overlay = FilingOverlay(self._page.words, self._page, self._page.session)
            self._overlay.kept.connect(self._keep)
        return self._overlay

    def prepare(self) -> None:
        """Makes the form, out of sight."""
        _ = self.overlay

    def close(self) -> None:
        """Another screen is shown."""
        if self._overlay is not None:
            self._overlay.close_over()

    def show_of(self, key: str) -> None:
        """The finding on show: `ruta:ID` or `escrito:ID`."""
        self._key = key
        interview = self._page.session.interview
        found = delays(interview.case, interview.today) if interview is not None else ()
        self._detail.show_filed([self._line(one) for one in found if one.filing.filed.what == key])
        pack = self._page.session.require_office().pack
        self._detail.filed.show_portal(portal_words(pack, key) if self._can_file(key) else None)

    def _can_file(self, key: str) -> bool:
        kind, _, ident = key.partition(":")
        writs = self._page.session.findings().writs if kind == "escrito" else {}
        return ident in writs and writs[ident].open_to_file

    def _line(self, one: Delay) -> FiledLine:
        interview = self._page.session.interview
        assert interview is not None
        pack, ident = interview.office.pack, one.filing.filed.id
        facts = [
            fact
            for fact in next_facts(interview.office, interview.case, ident)
            if (answer := interview.answer_of(fact)) is None or not answer.known
        ]
        return FiledLine(
            ident,
            delay_words(pack, one),
            channel_words(pack, one),
            tuple((fact, of_pack(pack.facts[fact].label)) for fact in facts),
        )

    def _open(self, ident: str) -> None:
        self.overlay.ask(self._key, ident)

    def _keep(self, case: Case) -> None:
        session = self._page.session
        if session.interview is not None:
            session.take(replace(session.interview, case=case))
            self.show_of(self._key)

"""What the interview does for identity documents: reads a zone, and says a doubt about a number under its answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from konbit.case.known import known_values
from konbit.errors import BadCase
from konbit.window.pack_words import in_own_words, of_pack
from konbit.window.parts.button import LinkButton
from konbit.window.parts.lettering import Say
from konbit.window.parts.signs import Sign
from konbit.window.scanning import ZoneListener
from konbit.window.screens.consequence_words import hidden_words
from konbit.window.screens.fact_question import raw_of, way_of
from konbit.window.screens.interview_page import InterviewPage
from konbit.window.screens.zone_overlay import ZoneOverlay
from konbit.window.tongue import Said, Words
from konbit.work.identify import ZoneReading, document_doubts, with_zone
from konbit.work.interview import Interview
from konbit.work.what_if import consequences

KEY = "Ctrl+M"


class DocumentHelp:
    """take: keeps the next state of the interview and shows it. flush: keeps what stands in the boxes.
    in_row: whether the row of a list is asked, of which a passport of the applicant says nothing."""

    def __init__(
        self,
        page: InterviewPage,
        take: Callable[[Interview], None],
        flush: Callable[[], bool],
        in_row: Callable[[], bool],
    ) -> None:
        self._page, self._take, self._flush, self._in_row = page, take, flush, in_row
        self._overlay: ZoneOverlay | None = None
        self.link = LinkButton(page.words, _read, sign=Sign.DOCUMENT, key=KEY)
        self.link.clicked.connect(self.ask)
        page.column.insertWidget(page.column.count() - 1, self.link)
        self.link.hide()
        self.listener = ZoneListener(page)
        self.listener.read.connect(self.hear)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.activated.connect(self.ask)

    @property
    def overlay(self) -> ZoneOverlay:
        """The reading itself, made when it is first wanted."""
        if self._overlay is None:
            page = self._page
            self._overlay = ZoneOverlay(page.words, page, lambda: page.session.interview, self._aside)
            self._overlay.kept.connect(self._keep)
        return self._overlay

    def close(self) -> None:
        """Another screen is shown."""
        if self._overlay is not None:
            self._overlay.close_over()

    def ask(self) -> None:
        """To type a zone in."""
        if self._refused():
            return
        self._flush()
        self.overlay.ask()

    def hear(self, text: str) -> None:
        """A zone was pasted or scanned."""
        if self._refused():
            return
        if self._overlay is None or not self._overlay.is_open:
            self._as_kept()
            self._flush()
        self.overlay.hear(text)

    def tell(self) -> None:
        """The link where identity is asked, and the doubts about what is answered."""
        interview = self._page.session.interview
        if interview is None:
            return
        documents = interview.office.pack.documents
        shown = {card.question.id: card for card in self._page.cards_shown}
        filled = set(documents.mrz.values())
        self.link.setVisible(not self._in_row() and bool(filled & set(shown)))
        asked = documents.doubted & set(shown)
        for name, card in shown.items():
            if name not in asked:
                card.doubt(None)
        if asked and not self._in_row():
            known = known_values(interview.case, interview.office.pack.facts, interview.person)
            told = {one.fact: one.text for one in document_doubts(interview.office, known)}
            for name in asked:
                shown[name].doubt(of_pack(told[name]) if name in told else None)

    def _refused(self) -> bool:
        if self._page.session.interview is None:
            return True
        if not self._in_row():
            return False
        for card in self._page.cards_shown[:1]:
            card.remind(_not_in_a_row)
        return True

    def _as_kept(self) -> None:
        """The first letters of a scanner may have reached a card: an empty box shows again what is kept."""
        interview = self._page.session.interview
        for card in self._page.cards_shown if interview is not None else ():
            if interview is not None and card.reply().value in (None, []) and not card.reply().way:
                answer = interview.answer_of(card.question.id)
                card.ask(card.question, raw_of(answer), way_of(answer))

    def _aside(self, reading: ZoneReading, facts: list[str]) -> Say | None:
        interview = self._page.session.interview
        if interview is None:
            return None
        supposed = {
            one.fact: one.value
            for one in reading.fields
            if one.fact in facts and not one.agrees and one.problem is None
        }
        changed = {name: value for name, value in supposed.items() if interview.answer_of(name) is not None}
        if not changed:
            return None
        found = consequences(
            interview.office, interview.case, interview.today, supposed, person=interview.person
        )
        return hidden_words(interview.office.pack, found.hidden) if found.hidden else None

    def _keep(self, reading: ZoneReading, facts: list[str]) -> None:
        interview = self._page.session.interview
        if interview is None:
            return
        try:
            made = with_zone(interview, reading, facts, self._page.session.moment())
        except BadCase as fault:
            self.overlay.refuse(in_own_words(fault))
            return
        self._take(made)


def _read(words: Words) -> Said:
    return words("ui.zone.title", "Leer la zona de lectura del pasaporte")


def _not_in_a_row(words: Words) -> Said:
    return words(
        "ui.zone.row",
        "En una lista se copia a mano: la zona de lectura llena los datos de la persona que hace la solicitud.",
    )

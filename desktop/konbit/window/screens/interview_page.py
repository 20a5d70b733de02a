"""What stands on the interview's page, made once: head, progress, warnings, cards, panel, footer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from konbit.case.case import Case
from konbit.window.pack_words import of_pack
from konbit.window.parts.at_once import at_once, lay_out
from konbit.window.parts.batches import Batches
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.error_summary import ErrorSummary
from konbit.window.parts.lettering import Say, fixed
from konbit.window.parts.progress import ProgressSegments
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.screens.ask_card import AskCard
from konbit.window.screens.cautions import CautionBanner
from konbit.window.screens.change_box import ChangeNotice
from konbit.window.screens.draft_mark import DraftMark
from konbit.window.screens.interview_pages import InRow
from konbit.window.screens.list_card import ListCard
from konbit.window.screens.missing_panel import MissingPanel
from konbit.window.screens.none_card import NoneCard
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
from konbit.window.tongue import Said, Words
from konbit.work import case_rows
from konbit.work.interview import Interview


class InterviewPage(Screen):
    """The parts and where they stand; what they do is in `interview`."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self.draft = DraftMark(words, parent=self.head)
        self.head.layout().insertWidget(2, self.draft, 0, Qt.AlignmentFlag.AlignVCenter)  # type: ignore[attr-defined]
        self.progress = ProgressSegments(words)
        self.caution = CautionBanner(words)
        self.summary = ErrorSummary(words)
        self.notice = ChangeNotice(words)
        self.cards = [AskCard(words), AskCard(words, heads=False)]
        self.none_card, self.list_card = NoneCard(words), ListCard(words)
        for piece in (self.progress, self.caution, self.notice, self.summary, *self.cards):
            self.add(piece)
        self.add(self.none_card)
        self.add(self.list_card)
        for card in (*self.cards, self.none_card, self.list_card):
            card.hide()
        self.column.addStretch(1)
        self.panel = MissingPanel(words)
        self.set_panel(self.panel, lambda words: words("ui.missing", "¿Qué falta?"), count=0)
        self.around = Batches(self)
        self._judged: Case | None = None
        self._make_footer()
        for part in (self.head, self.progress, *self.cards):
            self.room_changed.connect(part.set_room)
            part.set_room(self.room)

    def _make_footer(self) -> None:
        words = self.words
        self.back_button = QuietButton(
            words, lambda words: words("ui.back", "Atrás"), sign=Sign.ARROW_LEFT, key="Esc"
        )
        self.review_button = QuietButton(
            words, lambda words: words("ui.review", "Revisar"), sign=Sign.DOCUMENT
        )
        self.next_button = PrimaryButton(words, _on, sign=Sign.ARROW_RIGHT, trailing=True)
        self.why_link = LinkButton(
            words,
            lambda words: words("ui.question.why", "Por qué preguntamos"),
            sign=Sign.QUESTION_RING,
            key="F2",
            beside=False,
        )
        self.aloud_link = LinkButton(
            words,
            lambda words: words("ui.question.aloud", "Qué decir"),
            sign=Sign.SPEAKER,
            key="F3",
            beside=False,
        )
        self.set_footer(
            left=(self.back_button,),
            links=(self.why_link, self.aloud_link),
            right=(self.review_button, self.next_button),
        )

    @property
    def cards_shown(self) -> list[AskCard]:
        """The question cards in sight."""
        return [card for card in self.cards if not card.isHidden()]

    def tell_around(self, now: Interview, in_row: InRow | None, *, changing: bool, last: bool) -> None:
        """Everything around the questions: head, progress, panel, warnings, buttons. changing: one answer is changed
        and the review waits; last: it does so after this page."""
        judged = now.case is self._judged
        with at_once(self.panel, self.inside):
            self.head.about(_where(now, in_row), back=lambda words: words("ui.cases", "Casos"))
            if judged:
                self.caution.tell_of(self.session.findings(), now.targets, self.room)
            self.next_button.say(_back_to_review if last else _on)
            self.review_button.setVisible(not changing and self.room is Room.WIDE)
            self.tell_draft()
            self.why_link.setEnabled(any(card.question.why(self.words) for card in self.cards_shown))
            self.aloud_link.setEnabled(any(card.question.aloud(self.words) for card in self.cards_shown))
        self.around.begin(self._tell_later(now, judged=judged))

    def _tell_later(self, now: Interview, *, judged: bool) -> Iterator[None]:
        """What follows from a new answer, where this is and what is still missing, a turn after the questions: nobody
        waits for it to type."""
        pack = now.office.pack
        yield
        if self.session.interview is None:
            return
        found = self.session.findings()
        if not judged:
            self._judged = now.case
            with at_once(self.inside):
                self.caution.tell_of(found, now.targets, self.room)
            self.view.fit()
            yield
        where = now.progress()
        block = now.screen.block if now.screen else ""
        name = of_pack(pack.blocks[block].name) if block in pack.blocks else fixed("")
        self.progress.at(where.topic, where.topics, left=where.left, within=0.5, name=name)
        yield
        with at_once(self.panel):
            self.count_panel(self.panel.tell(pack, found, now.targets))
        lay_out(self.panel)

    def open_panel(self) -> None:
        self.finish()  # who asks what is missing is told all of it
        super().open_panel()

    def finish(self) -> None:
        """All that is still to be told, at once."""
        self.around.finish()

    def tell_draft(self) -> None:
        """Where the lanes are stacked and have no heads, the head of the page says that the Creole is a draft."""
        asked = any(card.question.draft for card in self.cards_shown)
        self.draft.draft(asked and self.room is Room.NARROW)


def _where(now: Interview, in_row: InRow | None) -> Say:
    """What this screen is, and in which row of a list."""
    if in_row is None:
        return lambda words: words("ui.interview", "Entrevista")
    rows = case_rows.rows_of(now, in_row.list_id) or ()
    label = of_pack(now.office.pack.facts[in_row.list_id].label)
    number = rows.index(in_row.row) + 1 if in_row.row in rows else len(rows)
    return lambda words: words(
        "ui.interview.row", "Entrevista · {list}, fila {number}", list=label(words), number=number
    )


def _on(words: Words) -> Said:
    return words("ui.next", "Seguir")


def _back_to_review(words: Words) -> Said:
    return words("ui.change.done", "Volver a revisar")

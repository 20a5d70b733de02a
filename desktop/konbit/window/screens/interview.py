"""The interview: one topic, at most two questions, and beside them what is still missing and what an answer would do.

Every answer is kept the moment it is given. Going back loses nothing; a blank box deletes nothing; what closes a
branch is said before it is kept.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from konbit.errors import BadCase
from konbit.law.facts import Kind as FactKind
from konbit.window.pack_words import in_own_words
from konbit.window.parts.at_once import at_once, lay_out
from konbit.window.parts.error_summary import Wrong
from konbit.window.parts.question import Kind, Reply
from konbit.window.parts.room import Room
from konbit.window.screens.answer_keeping import with_reply
from konbit.window.screens.ask_card import AskCard
from konbit.window.screens.asked import Asked, OfCase, OfRow
from konbit.window.screens.bar_asking import BarAsking
from konbit.window.screens.document_help import DocumentHelp
from konbit.window.screens.fact_question import question_of, raw_of, way_of
from konbit.window.screens.held_edit import HeldEdit
from konbit.window.screens.interview_faults import faults_of
from konbit.window.screens.interview_page import InterviewPage
from konbit.window.screens.interview_pages import ChangeOf, InRow, pages_of
from konbit.window.screens.interview_words import list_open, rest_open
from konbit.window.screens.list_asking import ListAsking
from konbit.window.screens.supposing import Supposing
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.interview import Interview

_PAUSE = 4000
"""ms without typing after which a text is kept though nobody left its box."""
_LEAST_TALL = 100
"""px: a page lower than this has not been laid out yet."""
_TYPED = (Kind.TEXT, Kind.RELATO)


class InterviewScreen(InterviewPage):
    """Enter goes on, Esc back; F2 why, F3 what to say, F7 what is missing; 1 to 9 answer; Alt+N/P/D not known."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._page = 0
        self._one_by_one = False
        self._fitting: dict[object, bool] = {}
        self._in_row: InRow | None = None
        self._changing = False
        self._held = HeldEdit(self.notice, self._keep_held, lambda: self.bind())
        self.supposing = Supposing(session, self.panel)
        self.bars = BarAsking(self.none_card, session, self.facts_shown, self._take)
        self.lists = ListAsking(words, self.list_card, session, self._take, self._ask_row)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep_typed)
        self.documents = DocumentHelp(
            self, self._take_and_show, self._flush, lambda: self._in_row is not None
        )
        self._connect()

    def _connect(self) -> None:
        self.went_on.connect(self.enter_key)
        self.went_back.connect(self.back)
        self.head.went_back.connect(lambda: self._go("cases"))
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        # The button that said so is gone: its focus would fall on «Atrás», and Enter would lead back.
        self.list_card.none.connect(lambda: self.next_button.setFocus(Qt.FocusReason.OtherFocusReason))
        self.review_button.clicked.connect(lambda: self._go("review"))
        self.why_link.clicked.connect(lambda: self._card_here().toggle_why())
        self.aloud_link.clicked.connect(lambda: self._card_here().toggle_aloud())
        self.summary.jump.connect(self._to_field)
        self.panel.jump.connect(self._jump)
        for card in self.cards:
            card.answered.connect(lambda reply, card=card: self._answer(card, reply))
            card.typing.connect(lambda _reply, card=card: self._typing(card))
            card.go_on.connect(self.next)
        self.supposing.follow(
            self.cards, self.none_card, lambda fact: not self._in_row and fact in self.facts_shown()
        )
        self.room_changed.connect(self._room_is)

    # --- showing

    def enter(self, what: object = None) -> None:
        interview = self.session.interview
        if interview is None:
            return
        self._in_row, self._page = None, 0
        self._held.forget()
        self.documents.close()
        self.summary.tell(())
        fact = what.fact if isinstance(what, ChangeOf) else what
        self._changing = isinstance(what, ChangeOf)
        aimed = isinstance(fact, str) and fact in interview.office.pack.facts
        if aimed:
            self._to_fact(str(fact), *(what.beside if isinstance(what, ChangeOf) else ()))
        if self._now.done:
            self.went.emit("review", None)
            return
        self.bind(at=str(fact) if aimed else "")

    def leave(self) -> None:
        self._pause.stop()
        self._flush()
        self.around.stop()

    @property
    def _now(self) -> Interview:
        assert self.session.interview is not None
        return self.session.interview

    @property
    def _asked(self) -> Asked:
        return OfRow(self._in_row.list_id, self._in_row.row) if self._in_row else OfCase()

    def pages(self) -> list[tuple[str, ...]]:
        """The facts of the screen, as many at once as the room allows."""
        most = 1 if self.room is Room.NARROW or self._one_by_one else 2
        return pages_of(self._now, self._in_row, most)

    def facts_shown(self) -> tuple[str, ...]:
        """The facts in sight."""
        pages = self.pages()
        return pages[min(self._page, len(pages) - 1)] if pages else ()

    def bind(self, *, focus: bool = True, at: str = "") -> None:
        """Fills the cards with the questions of now; two that do not fit without scrolling are asked one after the
        other. at: the fact to show, "" for the page."""
        self._one_by_one = False
        if at:
            self._page = self._page_of(at)
        shown = self.facts_shown()
        if len(shown) > 1 and self._fitting.get(self._place_of(shown)) is False:
            self._ask_singly(at, shown)
        self._fill()
        shown = self.facts_shown()
        if len(shown) > 1 and not self.cards[1].isHidden() and not self._fits():
            self._ask_singly(at, shown)
            if self.facts_shown() == shown[:1]:
                self._put_off_second()
            else:
                self._fill()
        if focus:
            if not at:
                self._focus_first()
            self.view.verticalScrollBar().setValue(0)  # a page is read from its top
            if at:
                self._to_field(at)

    def _fits(self) -> bool:
        """Whether the cards stand in the room there is. Decided once for a screen, so that it does not change its
        shape when an answer makes it longer."""
        wide, tall = self.view.width(), self.view.height()
        if not self.isVisible() or tall < _LEAST_TALL:
            return True
        key = self._place_of(self.facts_shown())
        if key not in self._fitting:
            # What was filled a moment ago has not told its heights upwards yet.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # type: ignore[arg-type]
            self._fitting[key] = self.column.totalHeightForWidth(wide) <= tall
        return self._fitting[key]

    def _place_of(self, facts: tuple[str, ...]) -> object:
        """What decides whether these questions fit."""
        return (facts, self.words.tongue, self.theme, self.view.width(), self.view.height())

    def _ask_singly(self, at: str, shown: tuple[str, ...]) -> None:
        self._one_by_one = True
        self._page = self._page_of(at if at in shown else shown[0])

    def _put_off_second(self) -> None:
        """The first card asks what it is to ask already: filled again, *Seguir* took half as long again."""
        with at_once(self.inside):
            self.cards[1].hide()
            self._tell_all()
        self.view.fit()

    def _fill(self) -> None:
        pack, names = self._now.office.pack, self.facts_shown()
        screen = self._now.screen
        none_of = bool(screen and screen.none_of and not self._in_row)
        listed = bool(len(names) == 1 and pack.facts[names[0]].kind == FactKind.LIST)
        with at_once(*self.cards, self.none_card, self.list_card, self.panel, self.inside):
            if none_of and screen:
                self.bars.bind(self._now, screen.block)
            if listed:
                self.lists.bind(names[0])
            for at, card in enumerate(self.cards):
                asked = not none_of and not listed and at < len(names)
                if asked:
                    answer = self._asked.answer_of(self._now, names[at])
                    question = question_of(self.words, pack.places, pack.facts[names[at]])
                    card.ask(question, raw_of(answer), way_of(answer))
                card.setVisible(asked)
            self.none_card.setVisible(none_of)
            self.list_card.setVisible(listed)
            self.supposing.stop()
            self._tell_all()
        for part in (*self.cards_shown, self.none_card, self.list_card, self.panel):
            lay_out(part)
        self.view.fit()

    def _focus_first(self) -> None:
        for part in (*self.cards, self.none_card, self.list_card):
            if not part.isHidden():
                part.take_focus()
                return

    def _tell_all(self) -> None:
        """Everything around the questions."""
        last = self._changing and not self._in_row and self._page + 1 >= len(self.pages())
        self.tell_around(self._now, self._in_row, changing=self._changing, last=last)
        self.documents.tell()

    def _room_is(self, _room: Room) -> None:
        if not self.isVisible() or self.session.interview is None or self._now.done:
            return  # `enter` fills it for the room there is then
        here = self._card_here().question.id
        self._flush()
        self.bind(focus=False, at=here if here in self.facts_shown() else "")

    def _card_here(self) -> AskCard:
        focus = self.window().focusWidget()
        shown = self.cards_shown or self.cards
        return next((card for card in shown if focus is not None and card.isAncestorOf(focus)), shown[0])

    # --- answering

    def _typing(self, card: AskCard) -> None:
        if card.question.kind in _TYPED and not self._changing:
            self._pause.start()

    def _keep_typed(self) -> None:
        for card in self.cards:
            if not card.isHidden() and card.question.kind in _TYPED and card.problem() is None:
                self._answer(card, card.reply())

    def _answer(self, card: AskCard, reply: Reply) -> bool:
        """Keeps an answer; whether there was nothing against it."""
        if card.isHidden() or reply.question not in self.facts_shown() or self._held:
            return True
        try:
            made = with_reply(self._asked, self._now, reply, self.session.moment())
        except BadCase as fault:
            card.refuse(in_own_words(fault))
            return False
        if made is None:
            return True
        if not self._in_row and self._held.hold(self._now, made, reply.question, told=self._changing):
            self.view.wheel_to(self.notice)
            return True
        self._take(made)
        return True

    def _take_and_show(self, made: Interview) -> None:
        self._take(made)
        self.bind()

    def _keep_held(self, held: Interview) -> None:
        self._take_and_show(held)
        if self._changing:
            self.next()

    def _take(self, made: Interview) -> None:
        self.session.take(made)
        self._tell_all()
        if not self.summary.isHidden() and not self._wrong():
            self.summary.tell(())

    def _ask_row(self, list_id: str, row: str) -> None:
        self._in_row, self._page = InRow(list_id, row), 0
        self.summary.tell(())
        self.bind()

    def _flush(self) -> bool:
        """Keeps what stands in the boxes and can be kept; whether nothing was refused."""
        self._pause.stop()
        fine = True
        if not self._held and self.session.interview is not None and not self._now.done:
            for card in self.cards:
                if not card.isHidden() and card.problem() is None and not self._answer(card, card.reply()):
                    fine = False
        return fine

    # --- moving

    def enter_key(self) -> None:
        """Enter: to the next open question on this screen, else on."""
        here = self._card_here()
        shown = self.cards_shown
        if not self._held and here in shown[:-1]:
            self._flush()
            after = shown[shown.index(here) + 1]
            reply = after.reply()
            if here.problem() is None and not reply.way and reply.value in (None, []):
                after.take_focus(Qt.FocusReason.TabFocusReason)
                return
        self.next()

    def next(self) -> None:
        """On; or what must be put right first, in the questions' own words."""
        if self._held:
            self.notice.keep_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._flush()
        if self._held:
            return
        wrong = self._wrong()
        self.summary.tell(wrong)
        if wrong:
            self.view.wheel_to(self.summary)
            return
        pages = self.pages()
        if self._page + 1 < len(pages):
            self.bind(at=pages[self._page + 1][0])
        elif self._in_row:
            list_id, self._in_row = self._in_row.list_id, None
            self.bind(at=list_id)
        elif self._changing:
            self.went.emit("review", None)
        else:
            self.session.take(self._now.forward())
            self._page = 0
            if self._now.done:
                self.went.emit("review", None)
            else:
                self.bind()

    def back(self) -> None:
        """Back, with all that was answered where it was."""
        if self._held:
            self._held.drop()
            return
        self._flush()
        if self._held:
            return
        self.summary.tell(())
        last = ""
        if self._page > 0:
            last = self.pages()[self._page - 1][-1]
        elif self._in_row:
            last, self._in_row = self._in_row.list_id, None
        elif self._changing:
            self.went.emit("review", None)
            return
        else:
            before = self._now.back()
            if before.at == self._now.at:
                self.went.emit("cases", None)
                return
            self.session.take(before)
            self._one_by_one = False
            last = self.pages()[-1][-1]
        self.bind(at=last)

    def _page_of(self, fact: str) -> int:
        return next((at for at, page in enumerate(self.pages()) if fact in page), 0)

    def _wrong(self) -> list[Wrong]:
        found = faults_of(self._now, self._asked, self.cards_shown)
        if not self.none_card.isHidden() and self.none_card.open_ones():
            found.append(Wrong("", rest_open))
        if not self.list_card.isHidden() and self.lists.is_open():
            found.append(Wrong("", list_open))
        return found

    def _to_field(self, fact: str) -> None:
        for card in self.cards_shown:
            if card.question.id == fact:
                card.take_focus(Qt.FocusReason.ShortcutFocusReason)
                return
        self._focus_first()

    def _to_fact(self, fact: str, *beside: str) -> None:
        """The screen of a fact becomes the one of now; of a row's fact, its list."""
        facts = self._now.office.pack.facts
        fact = facts[fact].owner if facts[fact].owner in facts else fact
        self.session.take(self._now.at_fact(fact, *beside))
        self._in_row, self._one_by_one = None, False
        self._page = self._page_of(fact)

    def _jump(self, fact: str) -> None:
        self.close_panel()
        self._flush()
        if not self._held:
            self.summary.tell(())
            self._to_fact(fact)
            self.bind(at=fact)

    def _go(self, name: str) -> None:
        self._flush()
        if not self._held:
            self.went.emit(name, None)

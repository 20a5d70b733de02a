"""The chosen finding: red first, then where else to look, what is missing, why, when, where, what to bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.norms import Norm
from konbit.law.pack import Pack
from konbit.window.look.type import Role
from konbit.window.pack_words import of_pack
from konbit.window.parts.at_once import at_once
from konbit.window.parts.button import LinkButton
from konbit.window.parts.chip import Chip
from konbit.window.parts.criterion_row import CriterionRow
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.approval_words import approval_words
from konbit.window.screens.calling import CallList
from konbit.window.screens.filed_block import FiledBlock, FiledLine
from konbit.window.screens.finding_view import Dated, View
from konbit.window.screens.norm_list import Links, NormList
from konbit.window.screens.notice_row import CauseRow, NoticeRow, loudest_first
from konbit.window.screens.paper_links import PaperLinks
from konbit.window.screens.pool import Pool
from konbit.window.screens.practical import Boxes, ToBring
from konbit.window.tongue import Words

FIRST, EACH = 4, 3
"""Criteria that are there with the first reasons, and those that come in each turn after."""


class FindingDetail(Part, QWidget):
    """asked: a fact to ask. looked: the key of another card. widened: all criteria are wanted (`widen`)."""

    asked = Signal(str)
    looked = Signal(str)
    widened = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._pack: Pack | None = None
        self._all = False
        self._title = Text(words, nothing, Role.TITLE, below=True, parent=self)
        self._state = Chip(words, beside=True, parent=self)
        self._plain = Text(words, nothing, Role.BODY, tone="ink2", below=True, parent=self)
        self._confirm = Text(
            words,
            lambda words: words(
                "ui.findings.confirm_text",
                "Falta saber algo: esto es lo peor que puede resultar, no lo último que se dirá.",
            ),
            Role.NOTE,
            parent=self,
        )
        self._instead = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._look = LinkButton(words, nothing, sign=Sign.ARROW_RIGHT, beside=False, parent=self)
        self._look.clicked.connect(self._looked)
        self._ask_head = _head(words, self, lambda words: words("ui.findings.asks_head", "Basta saber"))
        self._asks = Links(words, sign=Sign.QUESTION_RING, parent=self)
        self._asks.pressed.connect(lambda at: self._ask(self._view.asks if self._view else (), at))
        self._may_head = Text(
            words,
            lambda words: words("ui.findings.may_head", "También podría cambiarlo:"),
            Role.NOTE,
            tone="ink2",
            parent=self,
        )
        self._may = Links(words, parent=self)
        self._may.pressed.connect(lambda at: self._ask(self._view.may_still if self._view else (), at))
        self._why_head = _head(words, self, lambda words: words("ui.findings.why_head", "Por qué"))
        self._more = LinkButton(words, nothing, sign=Sign.CHEVRON_DOWN, beside=False, parent=self)
        self._more.clicked.connect(self._show_all)
        self._dates_head = _head(
            words, self, lambda words: words("ui.findings.dates_head", "Fechas que importan")
        )
        self._boxes = Boxes(words, parent=self)
        self._effect = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._bring_head = _head(words, self, lambda words: words("ui.findings.bring_head", "Qué llevar"))
        self._bring = ToBring(words, parent=self)
        self.papers = PaperLinks(words, parent=self)
        self.calls = CallList(words, parent=self)
        self._norms = NormList(words, parent=self)
        self._approved = Text(words, nothing, Role.NOTE, tone="ink2", below=True, parent=self)
        self._decide = Text(
            words,
            lambda words: words("ui.findings.decide", "El programa propone; usted decide."),
            Role.NOTE_STRONG,
            tone="ink2",
            parent=self,
        )
        self.filed = FiledBlock(words, parent=self)
        self.filed.asked.connect(self.asked)
        self._below: tuple[QWidget, ...] = (
            *(self._ask_head, self._asks, self._may_head, self._may, self._boxes, self._effect),
            *(self._why_head, self._more, self._dates_head, self._bring_head, self._bring, self.calls),
            *(self.papers, self._norms, self._approved, self.filed),
        )
        self._lay_out()
        self.settle(words)

    def _lay_out(self) -> None:
        self._notice_place, self._cause_place = QVBoxLayout(), QVBoxLayout()
        self._why_place, self._dates_place = QVBoxLayout(), QVBoxLayout()
        self._notices: Pool[NoticeRow] = Pool(lambda: NoticeRow(self.words, self), self._notice_place)
        self._causes: Pool[CauseRow] = Pool(lambda: CauseRow(self.words, self), self._cause_place)
        self._criteria: Pool[CriterionRow] = Pool(
            lambda: CriterionRow(self.words, parent=self), self._why_place
        )
        self._dates: Pool[_DateRow] = Pool(lambda: _DateRow(self.words, self), self._dates_place)
        self._column = QVBoxLayout(self)
        left = Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(self._title)
        self._column.addWidget(self._state)
        self._column.addWidget(self._plain)
        self._column.addWidget(self._decide)
        self._column.addLayout(self._notice_place)
        self._column.addWidget(self._confirm)
        self._column.addWidget(self._instead)
        self._column.addWidget(self._look, 0, left)
        self._column.addWidget(self._ask_head)
        self._column.addWidget(self._asks)
        self._column.addWidget(self._may_head)
        self._column.addWidget(self._may)
        self._column.addWidget(self._boxes)
        self._column.addWidget(self._effect)
        self._column.addWidget(self.papers)
        self._column.addWidget(self._why_head)
        self._column.addLayout(self._cause_place)
        self._column.addLayout(self._why_place)
        self._column.addWidget(self._more, 0, left)
        self._column.addWidget(self._dates_head)
        self._column.addLayout(self._dates_place)
        self._column.addWidget(self._bring_head)
        self._column.addWidget(self._bring)
        self._column.addWidget(self.filed)
        self._column.addWidget(self.calls)
        self._column.addWidget(self._norms)
        self._column.addWidget(self._approved)
        self._column.addStretch(1)

    # --- filling

    def arrive(self, view: View, pack: Pack) -> Iterator[None]:
        """Another finding, from its top: what it is and what to heed, then why, then where and what to bring. What
        has not come yet is out of sight, so that nothing of another finding stands below this one's name."""
        self._all = self._all and self._view is not None and self._view.key == view.key
        self._view, self._pack = view, pack
        with at_once(self):
            for piece in self._below:
                piece.hide()
            for rows in (self._causes, self._criteria, self._dates):
                rows.show(0)
            self._show_head(view)
        yield
        with at_once(self):
            self._show_reasons(view)
        yield
        more = 0 if self._all else view.first
        for count in range(FIRST + EACH, more or len(view.criteria), EACH):
            with at_once(self):
                self._show_criteria(count)
            yield
        with at_once(self):
            self._show_criteria(more or len(view.criteria))
            self._show_practical(view)

    def prepare(self) -> Iterator[None]:
        """Makes the rows that most findings have, out of sight, a few a step."""
        for count in range(1, FIRST + EACH + 1):
            self._criteria.grow(count)
            self._notices.grow(min(count, 3))
            yield

    def _show_head(self, view: View) -> None:
        assert self._pack is not None
        self._title.say(view.title)
        self._plain.say(view.plain)
        self._state.show_state(view.state)
        self._confirm.setVisible(view.confirm)
        for row, notice in zip(
            self._notices.show(len(view.notices)), loudest_first(view.notices), strict=True
        ):
            row.tell(notice, self._pack.norms)
        self._instead.setVisible(view.instead is not None)
        self._instead.say(view.instead or nothing)
        self._look.setVisible(bool(view.instead_key))
        if view.instead_key:
            self._look.say(self._name_of(view.instead_key))

    def _show_reasons(self, view: View) -> None:
        self._links(self._ask_head, self._asks, view.asks)
        self._links(self._may_head, self._may, view.may_still)
        self._boxes.show_boxes(view.boxes)
        self._effect.setVisible(view.effect is not None)
        self._effect.say(
            view.effect or nothing, lead=lambda words: words("ui.findings.effect", "Qué consigue:")
        )
        assert self._pack is not None
        self.papers.show_papers(self._pack, view.outputs)
        self.papers.show()
        for row, (state, say) in zip(self._causes.show(len(view.causes)), view.causes, strict=True):
            row.tell(state, say)
        self._show_criteria(min(FIRST, view.first))

    def _show_practical(self, view: View) -> None:
        assert self._pack is not None
        norms = self._pack.norms
        self._dates_head.setVisible(bool(view.dates))
        for row, dated in zip(self._dates.show(len(view.dates)), view.dates, strict=True):
            row.tell(dated, norms)
        self._bring_head.setVisible(bool(view.papers))
        self._bring.show_papers(view.papers)
        self.calls.show_contacts(view.contacts)
        self._norms.show_norms(norms, view.norms)
        self._approved.say(approval_words(self._pack, view.key))
        self._approved.show()
        self.filed.show()

    def _links(self, head: QWidget, links: Links, facts: tuple[str, ...]) -> None:
        assert self._pack is not None
        head.setVisible(bool(facts))
        links.setVisible(bool(facts))
        links.show_links([of_pack(self._pack.facts[fact].label) for fact in facts])

    def _show_criteria(self, most: int) -> None:
        view = self._view
        assert view is not None
        before, shown = self._criteria.rows, view.criteria[:most]
        rest = len(view.criteria) - len(shown)
        self._why_head.setVisible(bool(view.criteria or view.causes))
        rows = self._criteria.show(len(shown))
        for row, criterion in list(zip(rows, shown, strict=True))[len(before) :]:
            row.show_criterion(criterion)
        self._more.setVisible(rest > 0 and most >= view.first)
        self._more.say(lambda words: words("ui.findings.more", "Ver los otros requisitos"), count=rest)

    def _name_of(self, key: str) -> Say:
        assert self._pack is not None
        kind, _, ident = key.partition(":")
        name = of_pack(self._pack.writs[ident].name if kind == "escrito" else self._pack.routes[ident].name)
        return lambda words: words("ui.findings.see", "Ver: {name}", name=name(words))

    def show_filed(self, lines: Sequence[FiledLine]) -> None:
        """What was filed of this finding: below the warnings once there is something, else a quiet link at the end."""
        self.filed.show_lines(lines)
        self._column.removeWidget(self.filed)
        at = self._column.indexOf(self._confirm) if lines else self._column.indexOf(self._bring) + 1
        self._column.insertWidget(at, self.filed)
        if lines:
            self.filed.show()

    # --- acts

    @property
    def view(self) -> View | None:
        return self._view

    @property
    def criteria(self) -> list[CriterionRow]:
        """The rows on show."""
        return self._criteria.rows

    def focus_criteria(self) -> None:
        """The keyboard goes to the reasons: the first article, or whatever can be pressed."""
        buttons = [one for one in self.findChildren(LinkButton) if one.isVisibleTo(self)]
        rows = [one for row in self.criteria for one in row.findChildren(LinkButton) if one.isVisibleTo(self)]
        for one in (rows or buttons)[:1]:
            one.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self, facts: tuple[str, ...], at: int) -> None:
        if at < len(facts):
            self.asked.emit(facts[at])

    def _looked(self) -> None:
        if self._view is not None:
            self.looked.emit(self._view.instead_key)

    def _show_all(self) -> None:
        self._all = True
        self.widened.emit()

    def widen(self) -> Iterator[None]:
        """The other criteria, a few a step; the keyboard goes to the first of them."""
        view, shown = self._view, len(self.criteria)
        if view is None:
            return
        for count in range(shown + EACH, len(view.criteria) + EACH, EACH):
            with at_once(self):
                self._show_criteria(min(count, len(view.criteria)))
            if count == shown + EACH:
                for link in self.criteria[shown].findChildren(LinkButton)[:1]:
                    link.setFocus(Qt.FocusReason.TabFocusReason)
            yield

    def restyle(self) -> None:
        theme = self.theme
        self._column.setContentsMargins(theme.gap(20), theme.gap(14), theme.gap(20), theme.gap(16))
        self._column.setSpacing(theme.gap(8))
        for place in (self._notice_place, self._dates_place, self._cause_place):
            place.setSpacing(theme.gap(6))
        self._why_place.setSpacing(0)
        super().restyle()


def _head(words: Words, parent: QWidget, say: Say) -> Text:
    return Text(words, say, Role.SUB, parent=parent)


class _DateRow(Part, QWidget):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._text = Text(words, nothing, Role.BODY, below=True, parent=self)
        self._norms = NormList(words, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._day, self._text, self._norms):
            self._column.addWidget(one)
        self.settle(words)

    def tell(self, dated: Dated, norms: Mapping[str, Norm]) -> None:
        self._day.say(dated.day)
        self._text.say(dated.text)
        self._norms.show_norms(norms, dated.norms)

    def restyle(self) -> None:
        self._column.setSpacing(self.theme.gap(2))
        super().restyle()

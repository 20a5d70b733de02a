"""The bench of the form workshop: the sheet at hand, its places, linking and drawing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konbit.errors import BadForm, KonbitError
from konbit.law.forms import Form
from konbit.window.background import Asked
from konbit.window.look.type import Role
from konbit.window.pack_words import in_own_words, of_fault
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.lettering import nothing
from konbit.window.parts.pdf_preview import PdfPreview
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens import workshop_sayings as says
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.screens.split import Split, scrolling
from konbit.window.screens.tabs import Tabs
from konbit.window.screens.workshop_linking import Linking
from konbit.window.screens.workshop_page import Outline, PageMap
from konbit.window.screens.workshop_shelf import Naming, Shelf
from konbit.window.screens.workshop_trial import PIXELS
from konbit.window.screens.workshop_words import link_said, offer_said, place_said
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.office import Office
from konbit.work.workshop.draft import Draft
from konbit.work.workshop.offers import Finder, Offer
from konbit.work.workshop.sheet import Sheet, Spot, page_picture

_LEFT = 400
_STEP = 4.0
"""Points that a drawn box moves at a key."""
_NEW = (60.0, 60.0, 200.0, 16.0)
"""A new box, as the page is read: left, top, width, height in points."""


class Bench(Screen):
    """What a draft is worked on with, without where it comes from and goes to. Enter links, Tab walks, F5 is another's."""

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self.draft: Draft | None = None
        self._over: Form | None = None
        self._at = 0
        self._sure = ""
        self._offers: tuple[Offer, ...] = ()
        self._finder: tuple[Office, Finder] | None = None
        self._pictures: dict[int, QImage] = {}
        self._drawn_page = 0
        self._job: Asked | None = None
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self.notice = Banner(words)
        self.notice.hide()
        self.shelf, self.linking, self.naming = Shelf(words), Linking(words), Naming(words)
        self._lefts = (self.shelf, self.linking, self.naming)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for piece in self._lefts:
            column.addWidget(piece, 1)
        self.page = PageMap(words)
        self.empty = EmptyState(words, Sign.DOCUMENT)
        self.trial = PdfPreview(words)
        self.trial_name = Text(words, nothing, Role.NOTE_STRONG, below=True)
        self.beside = QWidget()
        beside = QVBoxLayout(self.beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.trial_name)
        beside.addWidget(self.trial, 1)
        right = QWidget()
        row = QHBoxLayout(right)
        row.addWidget(self.empty, 1)
        row.addWidget(self.page, 1)
        row.addWidget(self.beside, 1)
        right.setMinimumHeight(1)
        self.sides = Tabs(words, says.sides())
        self.split = Split(scrolling(left), right, _LEFT, parent=self)
        self.view.hide()
        self._body_place.addWidget(self.notice)
        self._sides_row = QVBoxLayout()
        self._sides_row.addWidget(self.sides)
        self._body_place.addLayout(self._sides_row)
        self._body_place.addWidget(self.split, 1)
        self.back_button = QuietButton(
            words, says.back, sign=Sign.ARROW_LEFT, key="Esc", beside=False, parent=self
        )
        self.try_button = QuietButton(words, says.try_out, key="F5", beside=False, parent=self)
        self.save_button = PrimaryButton(words, says.keep, key="Ctrl+S", beside=False, parent=self)
        self.set_footer(left=(self.back_button,), right=(self.try_button, self.save_button))
        self.setAcceptDrops(True)

    # --- linking

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places of the sheet at hand."""
        return self.draft.spots if self.draft is not None else ()

    @property
    def spot(self) -> Spot | None:
        """The place at hand."""
        spots = self.spots
        return spots[self._at] if 0 <= self._at < len(spots) else None

    def _go_to(self, number: int) -> None:
        self._at = min(max(number, 0), max(len(self.spots) - 1, 0))
        self._show()

    def _pick(self, on_page: int) -> None:
        page = self._page_number()
        here = [number for number, spot in enumerate(self.spots) if spot.page == page]
        self._go_to(here[on_page])
        self.linking.search.take_focus()

    def _change(self, act: Callable[[Draft, Spot], Draft]) -> None:
        """Does something with the place at hand; what it does not take is told under the box."""
        spot = self.spot
        if self.draft is None or spot is None or not self.naming.isHidden():
            return
        try:
            self.draft = act(self.draft, spot)
        except BadForm as fault:
            self.linking.fault.say(in_own_words(fault))
            return
        self._sure = ""
        self._hide_trial()
        self._go_to(self._at)

    def _link(self, number: int, behind: bool) -> None:
        spot = self.spot
        if self.draft is None or spot is None or not 0 <= number < len(self._offers):
            return
        offer, pack, before = self._offers[number], self.session.require_office().pack, self.draft
        self._change(lambda draft, spot: draft.link(spot, offer, pack, behind=behind))
        if self.draft is not before and not behind and self._at + 1 < len(self.spots):
            self._go_to(self._at + 1)

    def undo(self) -> bool:
        """The draft as it was before the last change. Whether this screen had anything to undo."""
        if self.draft is None:
            return False
        self.draft = self.draft.undo()
        self._hide_trial()
        self._go_to(self._at)
        return True

    def _search(self) -> None:
        spot, typed = self.spot, self.linking.search.box.text()
        self.linking.fault.say(None)
        if spot is None or self.draft is None:
            self._offers = ()
        else:
            finder = self._finding()
            self._offers = finder.search(typed, spot) or finder.propose(spot, self.draft.facts)
        pack = self.session.require_office().pack
        self.linking.show_offers([offer_said(offer, pack) for offer in self._offers])
        none = spot is not None and not self._offers
        self.linking.none.say(says.nothing_proposed if not typed.strip() else says.nothing_found)
        self.linking.none.setVisible(none)

    def _finding(self) -> Finder:
        office = self.session.require_office()
        if self._finder is None or self._finder[0] is not office:
            self._finder = (office, Finder(office.pack))
        return self._finder[1]

    # --- drawing

    def add_box(self) -> None:
        """A box to be moved by the keys; on a PDF with fields there are none."""
        if self.draft is not None and self.draft.sheet.flat:
            left, top, wide, high = _NEW
            below = self.spot
            if below is not None and below.page == self._page_number():  # under the one at hand
                box = self.draft.sheet.survey.pages[below.page - 1].upright(below.rect)
                left, top = box[0], box[3] + 8
            self._draw(QRectF(left, top, wide, high))

    def _draw(self, box: QRectF) -> None:
        if self.draft is None:
            return
        number = self._page_number()
        page = self.draft.sheet.survey.pages[number - 1]
        rect = page.on_page(box.left(), box.top(), box.right(), box.bottom())
        try:
            self.draft = self.draft.draw(number, rect)
        except BadForm as fault:
            self.linking.fault.say(in_own_words(fault))
            return
        self._hide_trial()
        self._go_to(len(self.spots) - 1)
        self.linking.search.take_focus()

    def _shift(self, right: int, down: int, size: bool) -> None:
        if self.draft is not None and self.draft.sheet.flat:
            x, y = right * _STEP, down * _STEP
            moved = (0.0, 0.0, x, y) if size else (x, y, 0.0, 0.0)
            self._change(lambda draft, spot: draft.shifted(spot, *moved))

    def _turn_page(self, step: int) -> None:
        """To another page: of a form, its first place there; of a scan, the bare page."""
        if self.draft is None:
            return
        number = min(max(self._page_number() + step, 1), self.draft.sheet.pages)
        there = next((at for at, spot in enumerate(self.spots) if spot.page == number), -1)
        if there >= 0:
            self._go_to(there)
        elif self.draft.sheet.flat:
            self._at = len(self.spots)  # no place at hand
            self._show(number)

    def _page_number(self) -> int:
        return self._drawn_page or 1

    # --- showing

    def _show(self, page: int = 0) -> None:
        draft, spot = self.draft, self.spot
        if draft is None:
            return
        linking, spots, pack = self.linking, self.spots, self.session.require_office().pack
        number = page or (spot.page if spot is not None else self._page_number())
        self._show_page(number)
        here = [(at, one) for at, one in enumerate(spots) if one.page == number]
        boxes = draft.sheet.survey.pages[number - 1]
        outlines = []
        for _, one in here:
            left, top, right, low = boxes.upright(one.rect)
            outlines.append(Outline(QRectF(left, top, right - left, low - top), draft.linked(one)))
        current = next((at for at, (of_all, _) in enumerate(here) if of_all == self._at), -1)
        where = says.where(self._at + 1 if spot is not None else 0, len(spots), number, draft.sheet.pages)
        self.page.show_places(outlines, current, where)
        linking.at_end = (self._at <= 0, self._at >= len(spots) - 1)
        linking.where.say(where)
        linking.printed.say(place_said(spot) if spot is not None else says.none_drawn)
        taken = link_said(draft, spot, pack) if spot is not None else None
        may = spot is not None and spot.field in draft.optional
        linking.takes.say(
            says.takes(taken, may) if taken is not None else nothing if spot is None else says.free
        )
        flat = draft.sheet.flat
        for button in (linking.add, linking.turn, linking.erase):
            button.setVisible(flat and (spot is not None or button is linking.add))
        for button in (linking.link, linking.field):
            button.setVisible(spot is not None or flat)
        linking.join.setVisible(taken is not None and spot is not None and spot.kind == "text")
        linking.unlink.setVisible(taken is not None)
        linking.blank.setVisible(taken is not None)
        linking.search.box.clear()
        self._search()
        told = f"{linking.where.text()}. {linking.printed.text()}. {linking.takes.text()}"
        if self._offers:
            told += f". {linking.offers.item(0).text()}"
        linking.name(told)

    def _show_page(self, number: int) -> None:
        assert self.draft is not None
        sheet, box = self.draft.sheet, self.draft.sheet.survey.pages[number - 1]
        if number != self._drawn_page or number not in self._pictures:
            self._drawn_page = number
            self.page.show_page(self._pictures.get(number, QImage()), box.across, box.down)
        if number not in self._pictures:
            self.session.background.run(
                lambda: page_picture(sheet, number, PIXELS),
                lambda png: self._pictured(sheet, number, png),
                self._no_picture,
                owner=self,
            )

    def _pictured(self, sheet: Sheet, number: int, png: bytes) -> None:
        if self.draft is None or self.draft.sheet is not sheet:
            return
        self._pictures[number] = QImage.fromData(png)
        if number == self._drawn_page:
            box = sheet.survey.pages[number - 1]
            self.page.show_page(self._pictures[number], box.across, box.down)

    def _no_picture(self, fault: KonbitError | None) -> None:
        self.notice.tell(Level.AMBER, of_fault(fault) if fault else says.failed)

    def _hide_trial(self) -> None:
        self.beside.hide()
        self._fit()

    # --- room

    def _show_right(self, right: bool) -> None:
        self.sides.choose("page" if right else "fields")
        self.split.show_right(right)

    def _fit(self) -> None:
        narrow = self.room is Room.NARROW
        self.head.set_room(self.room)
        self.sides.setVisible(narrow)
        pad = self.theme.gap(16) if narrow else 0
        self._sides_row.setContentsMargins(pad, pad // 2, pad, 0)
        self.split.set_narrow(narrow)
        if self.draft is not None:
            # beside each other where there is room for two pages, else one in the place of the other
            self.page.setVisible(self.room is Room.WIDE or self.beside.isHidden())

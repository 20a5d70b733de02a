"""A screen with what can be chosen or done at the left and the pages of a paper at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts.batches import CALM
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.lettering import nothing
from konbit.window.parts.pdf_preview import PdfPreview
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.screens.split import Split, scrolling
from konbit.window.screens.tabs import Tabs
from konbit.window.tongue import Words


class PagesScreen(Screen):
    """The pages, above them the tabs of their editions; in the narrow room `sides` says which column stands.

    A subclass calls `_set` once. message: in the place of the pages while there are none.
    """

    sides: Tabs

    def _set(
        self, words: Words, left: QWidget, editions: Tabs, sides: Tabs, width: int, late: Callable[[], None]
    ) -> None:
        """left, width: the other column. late: called when making the pages takes more than a calm moment."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(CALM)
        self._patience.timeout.connect(late)
        self.head = PlainHead(words, self.session, parent=self)
        self.set_header(self.head)
        self.preview = PdfPreview(words)
        self.message = EmptyState(words, Sign.DOCUMENT)
        self.sides = sides
        self._page = Text(words, nothing, Role.NOTE, tone="ink2")
        self._pages = QWidget()
        self._pages_column = QVBoxLayout(self._pages)
        self._pages_column.addWidget(editions)
        self._pages_column.addWidget(self._page)
        self._pages_column.addWidget(self.message, 1)
        self._pages_column.addWidget(self.preview, 1)
        # Said in so many words, or the message of an empty page would make the whole window too high at 200 %.
        self._pages.setMinimumHeight(1)
        self.split = Split(scrolling(left), self._pages, width, parent=self)
        self.view.hide()
        self._sides_row = QVBoxLayout()
        self._sides_row.addWidget(sides)
        self._body_place.addLayout(self._sides_row)
        self._body_place.addWidget(self.split, 1)

    def _say_page(self, page: int, pages: int) -> None:
        self._page.say(
            lambda words: words("ui.papers.page", "Página {page} de {pages}", page=max(1, page), pages=pages)
        )

    def _fit(self) -> None:
        narrow = self.room is Room.NARROW
        self.head.set_room(self.room)
        self.sides.setVisible(narrow)
        self.split.set_narrow(narrow)
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_pages_column"):
            theme = self.theme
            self._pages_column.setContentsMargins(theme.gap(14), theme.gap(8), theme.gap(8), 0)
            self._pages_column.setSpacing(theme.gap(4))
            pad = theme.gap(16) if self.room is Room.NARROW else 0
            self._sides_row.setContentsMargins(pad, pad // 2, pad, 0)

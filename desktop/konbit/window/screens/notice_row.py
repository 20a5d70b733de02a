"""Rows that the findings and the papers share: something to heed with its norms, and a cause with its state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from konbit.law.norms import Norm
from konbit.window.look.type import Role
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.chip import Chip, State
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.text import Text
from konbit.window.screens.finding_view import Notice
from konbit.window.screens.norm_list import NormList
from konbit.window.tongue import Words


def loudest_first(notices: Iterable[Notice]) -> list[Notice]:
    """Red before amber; otherwise as they come."""
    return sorted(notices, key=lambda one: one.level is not Level.RED)


class NoticeRow(Part, QWidget):
    """A notice with the norms behind it. It has no fold: what is red stays in sight."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._banner = Banner(words, Level.AMBER, parent=self)
        self._norms = NormList(words, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._banner)
        self._column.addWidget(self._norms)
        self.settle(words)

    def tell(self, notice: Notice, norms: Mapping[str, Norm]) -> None:
        self._banner.tell(notice.level, notice.text, lead=notice.lead)
        self._norms.show_norms(norms, notice.norms)


class CauseRow(Part, QWidget):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = Chip(words, bare=True, parent=self)
        self._text = Text(words, nothing, Role.BODY_STRONG, below=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._text)
        self._column.addWidget(self._state)
        self.settle(words)

    def tell(self, state: State, say: Say) -> None:
        self._state.show_state(state)
        self._text.say(say)

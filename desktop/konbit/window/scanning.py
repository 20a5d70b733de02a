"""Hears a machine-readable zone that is pasted, dropped, or sent by a scanner that types, wherever the focus is.

A scanner is told from a person by its speed. Only once the letters look like the beginning of a zone are they held
back; what turns out to be none is typed after all, so that nothing anybody typed is lost.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from konbit.law.mrz import LENGTHS, as_printed, looks_like_mrz

_GAP = 60
"""ms between two letters of a scanner at most; nobody types six letters at this pace."""
_PAUSE = 250
"""ms of silence after which a scanner has said all: longer than its wait at the end of a line."""
_BEGINS = re.compile(r"[PIACV][A-Z<][A-Z<]{3}")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Box = QLineEdit | QPlainTextEdit


def _clock() -> int:
    return time.monotonic_ns() // 1_000_000


class ZoneListener(QObject):
    """read: a whole zone, as it came. Watches the widget of `page` that has the focus, nothing else: a filter on the
    whole application costs time at every event. clock: milliseconds, where an event bears none."""

    read = Signal(str)

    def __init__(self, page: QWidget, *, clock: Callable[[], int] = _clock) -> None:
        super().__init__(page)
        self._page, self._clock = page, clock
        self._watched: QWidget | None = None
        self._text = ""
        self._held: list[QKeyEvent] = []
        self._last = 0
        self._before: dict[Box, str] = {}
        self._stood = ""
        self._replaying = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._silent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @property
    def holding(self) -> bool:
        """Whether letters are held back."""
        return bool(self._held)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self):
            return
        before = self._watched
        if before is not None and isValid(before):
            before.removeEventFilter(self)
            if isinstance(before, Box):
                before.textChanged.disconnect(self._changed)
        self._watched = now if now is not None and self._page.isAncestorOf(now) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            if isinstance(self._watched, Box):
                self._stood = _text_of(self._watched)
                self._watched.textChanged.connect(self._changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or self._replaying
            or watched is not self._watched
        ):
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if looks_like_mrz(text):
                self._tell(text)
                return True
            return False
        return self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key is held back."""
        when = event.timestamp() or self._clock()
        fast, self._last = 0 <= when - self._last <= _GAP, when
        if self._held:
            self._held.append(_copy(event))
            self._text += "" if event.key() in _ENTER else event.text()
            if event.key() in _ENTER and len(as_printed(self._text)) in LENGTHS:
                self._silent()
            else:
                self._pause.start()
            return True
        letter = as_printed(event.text()) if event.key() not in _ENTER else ""
        if len(letter) != 1 or event.isAutoRepeat() or not (letter.isalnum() or letter == "<"):
            # The Shift key of a scanner is no letter, and does not end what it types.
            if event.text() or event.key() in _ENTER:
                self._text = ""
            return False
        if not fast:
            self._text, self._before = "", {}
        if isinstance(self._watched, Box) and self._watched not in self._before:
            self._before[self._watched] = _text_of(self._watched)
        self._text += letter
        sure = "<" in self._text or (len(self._text) > 5 and letter.isdigit())
        if len(self._text) >= 5 and sure and _BEGINS.match(self._text):
            self._held = [_copy(event)]
            self._pause.start()
            return True
        return False

    def _silent(self) -> None:
        self._pause.stop()
        text, held, before = self._text, self._held, self._before
        self._text, self._held, self._before = "", [], {}
        if looks_like_mrz(text):
            for box, stood in before.items():
                if isValid(box):
                    _set_text(box, stood)
            self.read.emit(text)
            return
        self._replaying = True
        for event in held:
            target = QApplication.focusWidget()
            if target is not None:
                QApplication.sendEvent(target, event)
        self._replaying = False

    def _changed(self) -> None:
        """Text came in otherwise: dropped, or pasted with the mouse."""
        box = self._watched
        if not isinstance(box, Box):
            return
        text, stood = _text_of(box), self._stood
        self._stood = text
        if text.count("<") + text.count(";") < 5 or self._replaying:
            return
        if looks_like_mrz(_put_in(stood, text)):
            came = _put_in(stood, text)
            _set_text(box, stood)
            self._tell(came)

    def _tell(self, text: str) -> None:
        # Not inside the event of the box: who hears this moves the focus away.
        QTimer.singleShot(0, self, lambda: self.read.emit(text))


def _put_in(before: str, after: str) -> str:
    """What was put in at one place."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return after[start : len(after) - end]


def _text_of(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _set_text(box: Box, text: str) -> None:
    if isinstance(box, QLineEdit):
        box.setText(text)
    elif box.toPlainText() != text:
        box.setPlainText(text)


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())

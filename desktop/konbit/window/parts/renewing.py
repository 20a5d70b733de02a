"""Another tongue or another letter in a window full of parts: what is in sight first, all else a few parts a turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from konbit.window.parts.batches import Batches
from konbit.window.parts.columns import Column
from konbit.window.parts.part import Part
from konbit.window.parts.scroll import Scroll

TURN = 0.008
"""Seconds of work in one turn; laying out what changed comes on top."""
_PASSES = 4
"""With a smaller letter more rows come into sight once the first are laid out, and again."""


@dataclass(slots=True)
class _Wanted:
    words: bool = False
    looks: bool = False


class Renewing(QObject):
    """Has the parts of a window say their words and take their letters anew.

    window: what holds everything. order: the screens in it, the one in sight first; it may change meanwhile, then call
    `go_on`. Until what is in sight is new, nothing is painted: one sees the old page or the new one, never half of
    each. went(done, of): how far the screen in sight is, once it takes longer than a person waits without a word; done
    equals of when nothing more is to be told. ready: all is new.
    """

    went = Signal(int, int)
    ready = Signal()

    def __init__(
        self,
        window: QWidget,
        order: Callable[[], Sequence[QWidget]],
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(window)
        self._window, self._order, self._clock = window, order, clock
        self._wanted = _Wanted()
        self._done: set[int] = set()
        self._changed: set[int] = set()
        self._touched: dict[int, QWidget] = {}
        self._places: list[_Place] = []
        self._begun = 0.0
        self._batches = Batches(self)
        self._slow = False
        self._batches.slow.connect(self._be_slow)
        self._batches.ready.connect(self._all_new)

    @property
    def busy(self) -> bool:
        """Whether something still waits for its new words or letters."""
        return self._batches.busy

    def begin(self, *, words: bool = False, looks: bool = False) -> None:
        """Words or letters changed: renews what is in sight now, or as much of it as a turn holds."""
        was = self._wanted if self.busy else _Wanted()
        self._wanted = _Wanted(was.words or words, was.looks or looks)
        self._done.clear()
        self._changed.clear()
        for row in _rows(self._window):
            row.sleep()
        self._restart()

    def go_on(self) -> None:
        """Another screen is in sight: it comes first from now on."""
        if self.busy or any(row.asleep for row in _rows(self._shown)):
            self._restart(later=True)

    def _restart(self, *, later: bool = False) -> None:
        self._slow = False
        self.went.emit(0, 0)
        self._batches.begin(self._steps(later))

    def _be_slow(self) -> None:
        self._slow = True

    def finish(self) -> None:
        """Renews what is left at once."""
        self._batches.finish()

    @property
    def _shown(self) -> QWidget:
        return self._order()[0]

    def _all_new(self) -> None:
        self._wanted = _Wanted()
        self.ready.emit()

    # --- the steps

    def _steps(self, later: bool) -> Iterator[None]:
        yield from self._in_sight(later)
        for number, screen in enumerate(self._order()):
            parts = list(_innermost_first(screen))
            for at, part in enumerate(parts):
                if not isValid(part):
                    continue
                if self._waits(part) or id(part) in self._changed:
                    self._start_turn()
                    self._renew(part)
                    if self._spent():
                        if self._slow and not number:
                            self.went.emit(at, len(parts))
                        yield from self._end_turn()
            yield from self._end_turn()
            if self._slow and not number:
                self.went.emit(len(parts), len(parts))

    def _in_sight(self, later: bool) -> Iterator[None]:
        """Old paint stays until this is done; it may take several turns where there is much to see. later: not in this
        turn, in which the screen was filled."""
        window = self._window
        window.setUpdatesEnabled(False)
        try:
            if later:
                yield
            for _ in range(_PASSES):
                waiting = [part for part in _seen(window, window.rect()) if self._waits(part)]
                if not waiting:
                    break
                for part in waiting:
                    self._start_turn()
                    self._renew(part)
                    if self._spent():
                        yield from self._end_turn()
                yield from self._end_turn()
        finally:
            if isValid(window):
                window.setUpdatesEnabled(True)

    def _waits(self, widget: QWidget) -> bool:
        return id(widget) not in self._done or _asleep(widget)

    def _renew(self, widget: QWidget) -> None:
        again = id(widget) in self._done
        self._done.add(id(widget))
        self._changed.discard(id(widget))
        if isinstance(widget, Part):
            if self._wanted.looks and not again:
                widget.restyle()
            if self._wanted.words and hasattr(widget, "words"):
                widget.retranslate()
                self._tell_holders(widget)
        layout = widget.layout()
        if isinstance(layout, Column) and layout.asleep and widget.isVisible():
            layout.wake()
            layout.activate()
            layout.heightForWidth(widget.width())
        elif layout is None and widget.isVisible():
            widget.sizeHint()  # measured in this turn and not with all others in the layout that follows
        touched: QWidget | None = widget
        while touched is not None and id(touched) not in self._touched:
            self._touched[id(touched)] = touched
            touched = touched.parentWidget()

    def _tell_holders(self, widget: QWidget) -> None:
        """A part that repeats the words of what it holds, and was renewed before it, does so again."""
        holder = widget.parentWidget()
        while holder is not None and holder is not self._window:
            if id(holder) in self._done and isinstance(holder, Part):
                self._changed.add(id(holder))
            holder = holder.parentWidget()

    # --- turns

    def _start_turn(self) -> None:
        if not self._begun:
            self._begun = self._clock()
            self._places = [place for one in _scrolls(self._shown) if (place := _Place.of(one))]

    def _spent(self) -> bool:
        return self._clock() - self._begun >= TURN

    def _end_turn(self) -> Iterator[None]:
        if self._begun:
            self._begun = 0.0
            self._lay_out()
            for place in self._places:
                place.keep()
            yield

    def _lay_out(self) -> None:
        """Lays out what was renewed and what holds it, innermost first, and nothing beside."""
        touched = [one for one in self._touched.values() if isValid(one) and one.isVisible()]
        self._touched.clear()
        for widget in sorted(touched, key=_depth, reverse=True):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
            if isinstance(widget, Scroll):
                widget.fit()


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands at the top of a scrolled page: it stays there while what is above it grows or shrinks."""

    scroll: Scroll
    widget: QWidget
    top: int

    @classmethod
    def of(cls, scroll: Scroll) -> _Place | None:
        at, content = scroll.verticalScrollBar().value(), scroll.widget()
        if at == 0 or content is None:
            return None
        for below in (8, 40, 80):
            widget = content.childAt(QPoint(content.width() // 3, at + below))
            if widget is not None:
                return cls(scroll, widget, widget.mapTo(content, QPoint()).y() - at)
        return None

    def keep(self) -> None:
        """Scroll to where it stands now."""
        content = self.scroll.widget()
        if isValid(self.widget) and content is not None and content.isAncestorOf(self.widget):
            at = self.widget.mapTo(content, QPoint()).y() - self.top
            self.scroll.verticalScrollBar().setValue(at)


def _seen(widget: QWidget, clip: QRect) -> Iterator[QWidget]:
    """What can be seen of a widget through `clip`, innermost first; and the single hidden pieces beside, whose words
    decide whether they are shown."""
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if child.isHidden():
            if isinstance(child, Part) and child.layout() is None:
                yield child
            continue
        place = child.geometry()
        through = clip.intersected(place)
        if not through.isEmpty() or place.isEmpty():
            yield from _seen(child, through.translated(-place.topLeft()))
    yield widget


def _innermost_first(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.children():
        if isinstance(child, QWidget):
            yield from _innermost_first(child)
    yield widget


def _rows(widget: QWidget) -> Iterator[Column]:
    yield from widget.findChildren(Column)


def _scrolls(widget: QWidget) -> list[Scroll]:
    return [one for one in widget.findChildren(Scroll) if one.isVisible()]


def _asleep(widget: QWidget) -> bool:
    layout = widget.layout()
    return isinstance(layout, Column) and layout.asleep


def _depth(widget: QWidget) -> int:
    depth, holder = 0, widget.parentWidget()
    while holder is not None:
        depth, holder = depth + 1, holder.parentWidget()
    return depth

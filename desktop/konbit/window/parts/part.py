"""What all parts share: they hear a change of tongue and of theme, and draw themselves anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from konbit.window.look.theme import Theme, running
from konbit.window.tongue import Words

Measured = TypeVar("Measured")


def remembered(measure: Callable[..., Measured]) -> Callable[..., Measured]:
    """Keep what a part measured until its words or its look change (`restyle` forgets it).

    A layout asks a wrapped text for its height some twenty times over; without this a new question on the screen
    took 150 ms, most of it in setting the same lines again. After a change of letter what was measured before holds
    until it is the part's turn to `restyle`: else one layout would measure a hundred rows out of sight (see
    `renewing`).
    """
    name = measure.__name__

    @wraps(measure)
    def asked(part: Part, *arguments: Hashable) -> Measured:
        theme = part.theme
        memory: dict[str, tuple[float, Measured, dict[Hashable, Measured]]]
        memory = part.__dict__.setdefault("_remembered", {})
        key = (arguments, theme.dark, theme.scale, part.isEnabled())  # type: ignore[attr-defined]
        scale, latest, measured = memory.get(name, (theme.scale, None, {}))
        if key in measured:
            return measured[key]
        if latest is not None and scale != theme.scale:
            return latest
        latest = measured[key] = measure(part, *arguments)
        memory[name] = scale, latest, measured
        return latest

    return asked


BOUNDLESS = 1e6
"""px: the width at which a text is asked for its natural one."""


class Wrapping(Protocol):
    """What a text set to a width can tell of another width (`lettering.Block`)."""

    def fits(self, width: float) -> bool: ...


Wrapped = TypeVar("Wrapped", bound=Wrapping)


def wrapped(measure: Callable[..., Wrapped]) -> Callable[..., Wrapped]:
    """`remembered` for a text set to a width. What fits on its lines unwrapped is set once, whatever the width:
    layouts try seven widths on a label of three words, and each new setting cost as much as the first."""
    at_width = remembered(measure)

    @wraps(measure)
    def asked(part: Part, width: float) -> Wrapped:
        boundless = at_width(part, BOUNDLESS)
        return boundless if boundless.fits(width) else at_width(part, width)

    return asked


class Part:
    """Mixed in before a Qt class. The subclass ends its `__init__` with `self.settle(words)`.

    `retranslate` sets texts and accessible names; `restyle` sets fonts, margins and sizes. Both may run at any
    time and in any order, and set everything they own: a part keeps data, never finished text.
    """

    words: Words

    def settle(self, words: Words) -> None:
        self.words = words
        self.retranslate()
        self.restyle()

    @property
    def theme(self) -> Theme:
        return running()

    def retranslate(self) -> None:
        """Say everything again in the tongue of `self.words`."""

    def restyle(self) -> None:
        """Take fonts, gaps and targets from `self.theme`."""
        self.forget()
        if isinstance(self, QWidget):
            self.updateGeometry()
            self.update()

    def forget(self) -> None:
        """Forget what was measured."""
        self.__dict__.pop("_remembered", None)

    def changeEvent(self, event: QEvent) -> None:
        # Qt tells a widget before its children; a part that repeats its children's words needs them new. So the
        # outermost part rewords all that is in it, innermost first, and the others leave it to that one.
        if (
            event.type() == QEvent.Type.LanguageChange
            and isinstance(self, QWidget)
            and not _inside_a_part(self)
        ):
            reword(self)
        super().changeEvent(event)  # type: ignore[misc]


def discard(widget: QWidget) -> None:
    """Take a window or screen apart now, while Python still knows all of it.

    A tree of widgets left to Python's cycle collector loses its attributes before Qt loses its objects, and an
    event filter or a layout that runs in between meets half of itself (AttributeError, or worse). So whatever is
    thrown away goes through here; what is reused (almost everything) never does.
    """
    widget.hide()
    delete(widget)


def _inside_a_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Part):
        parent = parent.parentWidget()
    return parent is not None


def reword(widget: QWidget) -> None:
    """Have every part in a widget say its words again, innermost first."""
    for child in widget.children():
        if isinstance(child, QWidget):
            reword(child)
    if isinstance(widget, Part) and hasattr(widget, "words"):
        widget.retranslate()

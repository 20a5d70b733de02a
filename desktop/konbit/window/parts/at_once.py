"""Many rows filled, shown and hidden, and one layout at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def at_once(*widgets: QWidget | None) -> Iterator[None]:
    """Holds back the layouts of these widgets, innermost first, and lays out once what changed.

    Qt lays out every ancestor in sight again at each `show()`: the 250 lines of a full review were 250 layouts of a
    page that grew under them, 2 s for what one layout does in 40 ms.
    """
    layouts = [layout for one in widgets if one and (layout := one.layout()) and layout.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for layout in layouts:
            widget = layout.parentWidget()
            if widget is not None and widget.isVisible():
                layout.activate()


def lay_out(widget: QWidget) -> None:
    """Lays out what changed in a widget now, innermost first. Left to itself Qt does it from event to event, and a
    page measured meanwhile would stand one frame at the height that it had."""
    for one in (*reversed(widget.findChildren(QWidget)), widget):
        layout = one.layout()
        if layout is not None and one.isVisible():
            layout.activate()

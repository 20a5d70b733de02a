"""The screens a person comes to next: imported beside the window, then made one a turn, while the cases are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from konbit.window.background import Background
from konbit.window.parts.batches import Batches

_NEXT = ("reasons", "interview", "review", "findings", "papers", "days")
"""In the order in which a person comes to them."""
_CALM = 400
"""ms after the pack is there: the list of cases comes first."""


class Ahead(QObject):
    """Without it the first question waited 70 ms for its module and 30 ms for its widgets.

    make: makes a screen by its name, and does nothing where it is made already.
    """

    def __init__(self, background: Background, make: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._make = background, make
        self._batches = Batches(self)

    def begin(self) -> None:
        """Begins once it is calm."""
        QTimer.singleShot(_CALM, self, self._import)

    def _import(self) -> None:
        self._background.run(_import_all, self._imported, lambda _fault: None, owner=self)

    def _imported(self, _nothing: None) -> None:
        self._batches.begin(self._made())

    def _made(self) -> Iterator[None]:
        for name in _NEXT:
            yield
            self._make(name)


def _import_all() -> None:
    for name in _NEXT:
        import_module(f"konbit.window.screens.{name}")

"""Flowables that stay on one page, and are known to those who put a heading before them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether


class Kept(KeepTogether):
    """Pieces that stay together. inner: the pieces."""

    def __init__(self, inner: Sequence[Flowable]) -> None:
        super().__init__(list(inner))
        self.inner = tuple(inner)
